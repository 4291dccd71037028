import { formatFigure, formatPeriod, formatSigned, unitName } from '../i18n/format.ts';
import type { Say } from '../i18n/say.ts';
import type { RegionId } from '../model/region.ts';
import type { RankedRow } from '../query/rank.ts';
import type { RankingTerms } from './rankingView.ts';
import { countedRegions, figureText, namer } from './sentences/phrases.ts';
import { isMoved, mostMoved, rankChangeTakeaway, rivalsOf, stepsOf, type ChangesFound, type Moved, type RivalKind, type Step, type StepKey } from './sentences/rankChange.ts';
import type { Takeaway } from './sentences/takeaway.ts';
import type { TableView } from './tableView.ts';

export type WhyTone = 'rise' | 'fall' | 'same';

/** One step of the way from the earlier place to the later one. */
export interface WhyStep {
  readonly key: StepKey;
  readonly label: string;
  /** “▲升12”, “▼降5”, “―0” */
  readonly shape: '▲' | '▼' | '―';
  readonly text: string;
  /** Where there is no room for the word. */
  readonly number: string;
  readonly tone: WhyTone;
  /** Percent of the width: its middle. */
  readonly x: number;
  /** Pixels from the top: where it begins and ends. */
  readonly fromY: number;
  readonly toY: number;
  readonly say: string;
}

/** A place that was held. */
export interface WhyEnd {
  readonly label: string;
  /** “共31” */
  readonly sub: string;
  readonly place: string;
  /** Where there is no room for words. */
  readonly number: string;
  /** “并列” where others have the same place. */
  readonly tied: string;
  readonly isDoubtful: boolean;
  readonly x: number;
  readonly y: number;
  readonly say: string;
}

export interface WhyPicture {
  readonly heightPx: number;
  /** Half of a step, in percent of the width. */
  readonly half: number;
  readonly axis: string;
  readonly ticks: readonly { readonly y: number; readonly text: string }[];
  readonly start: WhyEnd;
  readonly steps: readonly WhyStep[];
  readonly end: WhyEnd;
  /** Between neighbours, at the place reached. */
  readonly levels: readonly { readonly x1: number; readonly x2: number; readonly y: number }[];
  readonly legend: readonly { readonly tone: WhyTone; readonly shape: WhyStep['shape']; readonly label: string }[];
}

/** The region itself, and whoever moved it by a place. */
export interface WhyRival {
  readonly id: RegionId;
  readonly name: string;
  readonly kind: RivalKind | 'self';
  readonly how: string;
  readonly before: string;
  readonly after: string;
}

export interface WhyView {
  readonly heading: string;
  readonly coverage: string;
  readonly takeaway: Takeaway;
  /** Who is drawn; null: nobody moved, and nobody was chosen. */
  readonly drawn: RegionId | null;
  /** Whose change is drawn, and between which periods. */
  readonly caption: string;
  /** The accessible name of the picture. */
  readonly label: string;
  /** Null: there is no change of place to split. */
  readonly picture: WhyPicture | null;
  readonly rivals: { readonly title: string; readonly heads: readonly [region: string, how: string, before: string, after: string]; readonly rows: readonly WhyRival[] } | null;
  readonly notes: readonly string[];
  /** Every region with the parts of its change, in the order of the later places. */
  readonly table: TableView;
  /** Whom the reader may choose. */
  readonly options: readonly { readonly id: RegionId; readonly name: string }[];
}

const TOP = 52;
const PLOT = 208;
/** Below the lowest step: its number, then two lines of names. */
const FOOT = 68;
/** Fewer places than these don't fill the height: a change of one is a small one. */
const LEAST_SPAN = 4;
const MOST_TICKS = 6;
const SHAPES = { rise: '▲', fall: '▼', same: '―' } as const;
const PARTS = ['own', 'others', 'entries', 'exits', 'ties'] as const;

const toneOf = (by: number): WhyTone => (by > 0 ? 'rise' : by < 0 ? 'fall' : 'same');

/** From the best to the worst place on the way, 1 at the top, with a few round ones among them. */
function axisOf(places: readonly number[]): { readonly yOf: (place: number) => number; readonly ticks: readonly number[] } {
  const [low, high] = [Math.min(...places), Math.max(...places)];
  const best = Math.max(1, low - Math.ceil(Math.max(0, LEAST_SPAN - (high - low)) / 2));
  const worst = Math.max(high, best + LEAST_SPAN);
  const size = [1, 2, 5, 10, 20, 50].find((step) => (worst - best) / step < MOST_TICKS) ?? 100;
  const ticks = Array.from({ length: worst - best + 1 }, (_, index) => best + index).filter((place) => place % size === 0 || place === 1);
  return { yOf: (place) => Math.round((TOP + ((place - best) / (worst - best)) * PLOT) * 10) / 10, ticks };
}

function pictureOf(found: ChangesFound, change: Moved, split: readonly Step[], say: Say, { why }: RankingTerms): WhyPicture {
  const { words, lang } = say;
  const { earlier, later } = change;
  let place = earlier.rank;
  const walked = split.map(({ key, by }) => {
    const begun = place;
    place -= by;
    return { key, by, begun, ended: place };
  });
  const { yOf, ticks } = axisOf([earlier.rank, later.rank, ...walked.map(({ ended }) => ended)]);
  const columns = walked.length + 2;
  const round = (x: number) => Math.round(x * 100) / 100;
  const xOf = (index: number) => round(((index + 0.5) / columns) * 100);
  const half = round(30 / columns);
  const endOf = ({ rank, n, isTied, observation }: RankedRow, period: string, index: number): WhyEnd => {
    const when = formatPeriod(period, lang);
    const hasDoubt = observation.confidence === 'C';
    const told = [why.place(rank, n, isTied), figureText(observation, found.table.indicator, say)].join(words.comma);
    return { label: when, sub: why.ofAll(n), place: why.placeShort(rank, n) + (hasDoubt ? why.doubtMark : ''), number: String(rank) + (hasDoubt ? why.doubtMark : ''), tied: isTied ? why.tied : '', isDoubtful: hasDoubt, x: xOf(index), y: yOf(rank), say: why.sayEnd(when, told) };
  };
  const steps = walked.map(({ key, by, begun, ended }, index): WhyStep => {
    const tone = toneOf(by);
    return { key, label: why.short[key], shape: SHAPES[tone], text: why.byShort(by), number: String(Math.abs(by)), tone, x: xOf(index + 1), fromY: yOf(begun), toY: yOf(ended), say: why.sayStep(why.longs[key], why.by(by), begun, ended) };
  });
  const [start, end] = [endOf(earlier, found.from, 0), endOf(later, found.to, columns - 1)];
  return {
    heightPx: TOP + PLOT + FOOT,
    half,
    axis: why.axis,
    ticks: ticks.map((tick) => ({ y: yOf(tick), text: String(tick) })),
    start,
    steps,
    end,
    levels: [start, ...steps].map((one, index) => ({
      x1: round(one.x + (index === 0 ? 0 : half)),
      x2: round((steps[index]?.x ?? end.x) - (steps[index] ? half : 0)),
      y: 'toY' in one ? one.toY : one.y,
    })),
    legend: (['rise', 'fall', 'same'] as const).filter((tone) => steps.some((step) => step.tone === tone)).map((tone) => ({ tone, shape: SHAPES[tone], label: why.signs[tone] })),
  };
}

function rivalsView(found: ChangesFound, id: RegionId, change: Moved, say: Say, { why }: RankingTerms): WhyView['rivals'] {
  const name = namer(found.regions, say);
  const { indicator } = found.table;
  const text = (figures: ChangesFound['figureBefore'], of: RegionId) => {
    const figure = figures.get(of);
    if (!figure) return why.noFigure;
    // The unit stands in the title: it is too long for two columns of a phone.
    return [formatFigure(figure, indicator, say.lang), figure.status === 'measured' ? '' : say.words.status[figure.status], figure.confidence === 'C' ? say.words.doubtful : ''].filter(Boolean).join(say.words.comma);
  };
  const row = (of: RegionId, kind: WhyRival['kind']): WhyRival => ({ id: of, name: name(of), kind, how: why.rivalKinds[kind], before: text(found.figureBefore, of), after: text(found.figureAfter, of) });
  return {
    title: why.rivals + say.words.aside(unitName(indicator, say.lang)),
    heads: [say.words.region, why.rivalHead, formatPeriod(found.from, say.lang), formatPeriod(found.to, say.lang)],
    rows: [row(id, 'self'), ...rivalsOf(found, id, change).map((rival) => row(rival.id, rival.kind))],
  };
}

function tableOf(found: ChangesFound, say: Say, { why, table: terms }: RankingTerms): TableView {
  const { lang, words } = say;
  const name = namer(found.regions, say);
  const placeText = (row: RankedRow | null) => (row === null ? '' : row.isOpen ? words.rankOpenShort : String(row.rank));
  const rows = [...found.changes].map(([id, change]) => {
    const [earlier, later] = ['earlier' in change ? change.earlier : null, 'later' in change ? change.later : null];
    const split = isMoved(change) ? stepsOf(found, id, change) : null;
    const by = new Map(split?.map((step) => [step.key, step.by]));
    const isTogether = by.has('together');
    const part = (key: (typeof PARTS)[number]) => (split === null ? '' : isTogether && (key === 'own' || key === 'others') ? words.rankOpenShort : formatSigned(by.get(key) ?? 0, 0, lang));
    const told = isMoved(change) ? formatSigned(change.change, 0, lang) : change.kind === 'refused' ? '' : terms.changes[change.kind];
    return { id, order: later?.rank ?? Infinity, cells: [name(id), placeText(earlier), ...PARTS.map(part), placeText(later), told] };
  });
  return {
    columns: [
      { key: 'region', label: words.region, head: true },
      { key: 'from', label: why.placeAt(formatPeriod(found.from, lang)), numeric: true },
      ...PARTS.map((key) => ({ key, label: why.short[key], numeric: true })),
      { key: 'to', label: why.placeAt(formatPeriod(found.to, lang)), numeric: true },
      { key: 'change', label: why.change, numeric: true },
    ],
    rows: rows.sort((one, other) => (one.order === other.order ? (one.id < other.id ? -1 : 1) : one.order - other.order)).map(({ id, cells }) => ({ key: id, cells: cells.map((text) => ({ text })) })),
  };
}

/** What stands still while the reader goes from region to region. */
export function whyTable(found: ChangesFound, say: Say, terms: RankingTerms): Pick<WhyView, 'table' | 'options'> {
  const name = namer(found.regions, say);
  const both = countedRegions(found.table.indicator, found.regions).filter(({ id }) => found.changes.has(id));
  return { table: tableOf(found, say, terms), options: both.map(({ id }) => ({ id, name: name(id) })) };
}

/** Why one region's place changed, step by step. @param region Null: nobody is chosen, and whoever moved most is drawn. */
export function whyView(found: ChangesFound, region: RegionId | null, say: Say, terms: RankingTerms): Omit<WhyView, 'table' | 'options'> {
  const { why } = terms;
  const name = namer(found.regions, say);
  const drawn = region ?? mostMoved(found);
  const change = drawn === null ? undefined : found.changes.get(drawn);
  const moved = isMoved(change) ? change : null;
  return {
    heading: why.heading(found.table.indicator.short[say.lang]),
    coverage: why.coverage(found.after.n, found.moved.length),
    takeaway: rankChangeTakeaway(found, region, say, terms),
    drawn,
    caption: drawn === null ? '' : why.drawn(name(drawn), formatPeriod(found.from, say.lang), formatPeriod(found.to, say.lang)),
    label: drawn === null ? '' : why.plot(name(drawn)),
    picture: moved && drawn !== null ? pictureOf(found, moved, stepsOf(found, drawn, moved), say, terms) : null,
    rivals: moved && drawn !== null ? rivalsView(found, drawn, moved, say, terms) : null,
    notes: moved ? [why.steps] : [],
  };
}
