import type { RegionId } from '../model/region.ts';
import type { Lang } from '../model/text.ts';

/** What a figure said at a release that it does not say now; finished sentences, empty where there is nothing to tell. */
export interface FigureState {
  /** Its takeaway then, quoted. */
  readonly said: string;
  /** How many of its published figures have been corrected or withdrawn since. */
  readonly corrected: string;
  /** A region's place then and now. */
  readonly regions: Readonly<Record<RegionId, string>>;
}

/** What stands before a sentence, which of the states it was, and the release that changed it last: an anchor where changes are told. */
export interface ThenState {
  readonly lead: string;
  readonly after: string;
  readonly state: number;
  /** Null: the change is told nowhere in particular. */
  readonly at: string | null;
}

export interface RecordTexts {
  /** Below embed/frozen/: as of the last release; null: never frozen, or another by now. */
  readonly frozen: string | null;
  /** Around the release that an address names and nobody knows. */
  readonly unknown: readonly [before: string, after: string];
  /** What a frozen figure says that is not the latest; of one that is drawn no more, that. */
  readonly newer: string;
  /** Where it says what changed, from the site's root. */
  readonly more: { readonly text: string; readonly path: string };
  /** By release: what differs from now; null: nothing does. */
  readonly then: Readonly<Record<string, ThenState | null>>;
  readonly states: readonly FigureState[];
  /** By release, for pages without such a figure: that they show what is now. In the record of any figure alone. */
  readonly pages?: Readonly<Record<string, string>>;
}

/**
 * embed/record/<name>.js: made at every build, the only thing a frozen figure ever hears of later. The scripts of all days
 * read it: fields may come, none may go or mean something else.
 */
export interface FigureRecord {
  readonly name: string;
  /** The state of the data that the site shows now. */
  readonly release: string;
  readonly zh: RecordTexts;
  readonly en: RecordTexts;
}

export const recordPath = (name: string): string => `embed/record/${name}.js`;
/** Whose record stands there; null: it is no record's path. */
export const readRecordPath = (path: string): string | null => /^embed\/record\/([\w-]+)\.js$/.exec(path)?.[1] ?? null;
export const frozenPath = (file: string): string => `embed/frozen/${file}`;

/** One line, in the order in which it is read. */
export interface ThenLine {
  readonly text: string;
  /** Null: it leads nowhere. */
  readonly more: { readonly text: string; readonly path: string } | null;
  /** Shown where there is room for it on the same line. */
  readonly rest?: string;
}

export interface ThenQuestion {
  readonly lang: Lang;
  /** As it stands in the address. */
  readonly release: string;
  /** The region that is picked out; null: none. */
  readonly region: string | null;
  /** The figure shows a period that the reader chose: places of the latest one are beside the point. */
  readonly isOfChosenPeriod?: boolean;
  /** A figure that never changes: what it says is then, and it tells only that there is newer. */
  readonly isFrozen?: boolean;
}

const SHOWN = 40;

/** @returns Null where there is nothing to tell: the release is today's, or the figure says now what it said then. */
export function thenLine(record: FigureRecord, { lang, release, region, isOfChosenPeriod = false, isFrozen = false }: ThenQuestion): ThenLine | null {
  const texts = record[lang];
  const known = Object.hasOwn(texts.then, release) ? texts.then[release] : undefined;
  if (known === null || (release === record.release && known === undefined)) return null;
  if (known === undefined) {
    const [before, after] = texts.unknown;
    return isFrozen ? null : { text: before + (release.length > SHOWN ? `${release.slice(0, SHOWN)}…` : release) + after, more: null };
  }
  const state = texts.states[known.state];
  if (!state) return null;
  const place = region !== null && !isOfChosenPeriod && Object.hasOwn(state.regions, region) ? (state.regions[region] ?? '') : '';
  const more = known.at === null ? texts.more : { ...texts.more, path: `${texts.more.path}#${known.at}` };
  if (isFrozen) {
    // That it shows what has been corrected matters more than who stands where by now.
    const rest = state.corrected === '' ? place : state.corrected;
    return { text: texts.newer, more, ...(rest !== '' && { rest }) };
  }
  const sentence = place !== '' ? known.lead + place : state.said !== '' && !isOfChosenPeriod ? known.lead + state.said : state.corrected === '' ? '' : known.after + state.corrected;
  return sentence === '' ? null : { text: sentence, more };
}
