import { ANY_FIGURE } from '../embed/embedName.ts';
import type { Say } from '../i18n/say.ts';
import type { IndicatorTable } from '../model/indicator.ts';
import { CHINA, type Region, type RegionId } from '../model/region.ts';
import type { Lang } from '../model/text.ts';
import { mainSeries, whole } from '../view/sentences/phrases.ts';
import { compareCells, type CellChanges, type Cells } from './cells.ts';
import type { FigureRecord, FigureState, RecordTexts, ThenState } from './record.ts';
import type { ReleasedFigure, ReleasedPlaces, ReleaseRecord } from './releaseRecord.ts';
import { thenNow, type ThenTerms } from './thenNow.ts';

/** A release with the cells of its tables. */
export interface KeptRelease {
  readonly record: ReleaseRecord;
  /** Null: it had no such table. */
  readonly cellsOf: (indicator: string) => Cells | null;
}

/** A table as it is now. */
export interface PresentTable {
  readonly table: IndicatorTable;
  readonly cells: Cells;
  /** As in `ReleasedTable`. */
  readonly state: string;
  readonly places: ReleasedPlaces | null;
}

/** A figure as it is now, in one language. */
export type PresentFigure = Pick<ReleasedFigure, 'name' | 'lang' | 'takeaway' | 'tables'>;

export interface RecordInput {
  readonly name: string;
  /** The state of the data that the site shows. */
  readonly release: string;
  /** In each language that it is drawn in. */
  readonly figures: readonly PresentFigure[];
  /** Oldest first. */
  readonly releases: readonly KeptRelease[];
  readonly present: ReadonlyMap<string, PresentTable>;
  readonly regions: readonly Region[];
}

/** Whose places are told: every province's, and China's; of 193 countries the record would be larger than the figure. */
const isToldOf = ({ level, id }: Region): boolean => level === 'province' || level === 'corps' || id === CHINA;

const figureIn = ({ record }: KeptRelease, { name, lang }: Pick<PresentFigure, 'name' | 'lang'>): ReleasedFigure | undefined => record.figures.find((one) => one.name === name && one.lang === lang);

const placesIn = ({ record }: KeptRelease, indicator: string): ReleasedPlaces | undefined => record.tables.find((table) => table.indicator === indicator)?.places;

/** Undefined: the release had no such table. */
const stateIn = ({ record }: KeptRelease, indicator: string): string | undefined => record.tables.find((table) => table.indicator === indicator && table.file !== '')?.cells;

const isMoved = ({ added, changed, withdrawn }: CellChanges): boolean => added + changed.length + withdrawn.length > 0;

/** The latest state in which one of the tables is another than before it, back to a release; null: it stands in none. */
function changedAt(index: number, ids: readonly string[], { release, releases, present }: RecordInput): string | null {
  const last = releases.at(-1);
  // What is not released yet stands above the releases where one of its figures differs.
  if (last && ids.some((id) => stateIn(last, id) !== present.get(id)?.state && isMoved(compareCells(last.cellsOf(id) ?? new Map(), present.get(id)?.cells ?? new Map())))) return release;
  const later = releases.slice(index + 1).reverse();
  return later.find((one, at) => {
    const before = later[at + 1] ?? releases[index];
    return ids.length === 0 || (before && ids.some((id) => stateIn(one, id) !== stateIn(before, id)));
  })?.record.id ?? null;
}

/** What differs between a release and now, for one figure in one language; null: nothing. */
function stateOf(kept: KeptRelease, figure: PresentFigure, ids: readonly string[], { present, regions }: RecordInput, terms: ThenTerms, say: Say): FigureState | null {
  const then = figureIn(kept, figure);
  if (!then) return null;
  const changed = ids.filter((id) => stateIn(kept, id) !== present.get(id)?.state);
  // Drawn from no table that has a state of its own: then its sentence tells.
  if (ids.length === 0 ? then.takeaway === figure.takeaway : changed.length === 0) return null;
  let [corrected, withdrawn] = [0, 0];
  for (const id of changed) {
    const changes = compareCells(kept.cellsOf(id) ?? new Map(), present.get(id)?.cells ?? new Map());
    corrected += changes.changed.length;
    withdrawn += changes.withdrawn.length;
  }
  const { end } = say.words;
  const texts: Record<RegionId, string> = {};
  const [only, ...others] = ids;
  const one = only === undefined || others.length > 0 ? undefined : present.get(only);
  const placesThen = only === undefined ? undefined : placesIn(kept, only);
  if (one?.places && placesThen) {
    for (const region of regions.filter(isToldOf)) {
      const told = thenNow({ region: region.id, name: region.short[figure.lang], then: placesThen, now: one.places, indicator: one.table.indicator, seriesId: mainSeries(one.table) }, terms, say);
      if (told !== null) texts[region.id] = told;
    }
  }
  return {
    said: then.takeaway === figure.takeaway ? '' : terms.said(then.takeaway),
    corrected: corrected + withdrawn === 0 ? '' : whole(terms.corrected(corrected, withdrawn), end),
    regions: texts,
  };
}

const UNKNOWN = '\u0000';

/**
 * What a figure's page in an article has to know of other releases, all sentences made: fetched by frozen figures and by
 * addresses that name a release.
 */
export function figureRecord(input: RecordInput, speech: Readonly<Record<Lang, { readonly say: Say; readonly terms: ThenTerms }>>): FigureRecord {
  const { name, release, figures, releases } = input;
  const textsOf = (lang: Lang): RecordTexts => {
    const { say, terms } = speech[lang];
    const drawn = figures.find((one) => one.lang === lang);
    // Drawn no more: its frozen pages still ask, and what they were drawn from may be gone.
    const figure: PresentFigure = drawn ?? { name, lang, takeaway: '', tables: [] };
    const [before = '', after = ''] = terms.unknown(UNKNOWN).split(UNKNOWN);
    const states: FigureState[] = [];
    const then: Record<string, ThenState | null> = {};
    const pages: Record<string, string> = {};
    for (const [at, kept] of releases.entries()) {
      const { id, date } = kept.record;
      if (name === ANY_FIGURE && id !== release) pages[id] = terms.pageOf(date);
      const ids = [...new Set([...(figureIn(kept, figure)?.tables ?? []), ...figure.tables])];
      const state = id === release ? null : stateOf(kept, figure, ids, input, terms, say);
      const key = JSON.stringify(state);
      const index = states.findIndex((known) => JSON.stringify(known) === key);
      then[id] = state === null ? null : { lead: terms.lead(date), after: terms.after(date), state: index < 0 ? states.push(state) - 1 : index, at: changedAt(at, ids, input) };
    }
    const last = releases.at(-1);
    // What stands frozen is handed out while it is what is shown.
    const frozen = drawn && last && then[last.record.id] === null ? figureIn(last, figure) : undefined;
    return {
      frozen: frozen ? frozen.file : null,
      unknown: [before, after],
      newer: drawn ? terms.newer : terms.ended,
      more: { text: terms.more, path: lang === 'en' ? 'en/changes.html' : 'changes.html' },
      then,
      states,
      ...(name === ANY_FIGURE && { pages }),
    };
  };
  return { name, release, zh: textsOf('zh'), en: textsOf('en') };
}

/** The record as a classic script: the one kind of file that a sandboxed frame may fetch. */
export const recordScript = (record: FigureRecord): string => `atlasRecord(${JSON.stringify(record).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')})\n`;
