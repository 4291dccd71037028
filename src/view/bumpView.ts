import { linear, thinYears } from '../charts/scale.ts';
import { spread } from '../charts/spread.ts';
import { formatList, formatPeriod, formatValue, periodToYears } from '../i18n/format.ts';
import type { Say } from '../i18n/say.ts';
import type { IndicatorTable } from '../model/indicator.ts';
import { hasValue, type Observation, type Period } from '../model/observation.ts';
import type { Region, RegionId } from '../model/region.ts';
import { breakBetween } from '../query/breakBetween.ts';
import { expectedCount, isExpected } from '../query/expected.ts';
import { partial } from '../query/partial.ts';
import { rank } from '../query/rank.ts';
import { mappablePeriods, observationsAt, periods } from '../query/select.ts';
import type { TableView } from './tableView.ts';
import { isBound, qualities, spanText, unitsOf } from './unitsView.ts';

/** The places of one period. */
export interface PlacesAt {
  readonly period: Period;
  readonly places: ReadonlyMap<RegionId, number>;
  /** Of how many: those with a value, or those that the publisher should have placed. */
  readonly n: number;
  /** All (doubtful ones are not drawn), every place up to one, or single ones. */
  readonly listed: 'all' | 'first' | 'some';
}

/** A list with fewer places is a remark, not a ranking. */
const LEAST_PLACES = 3;

const isDoubtful = ({ confidence }: Observation): boolean => confidence === 'C';

/** Whether places follow from values that were published for two periods at least; else they are the publisher's own. */
export const isComputed = (table: IndicatorTable): boolean => table.indicator.publishes === 'values' && mappablePeriods(table).length >= 2;

/** Periods that have places to show, earliest first. */
export const placePeriods = (table: IndicatorTable): readonly Period[] =>
  isComputed(table)
    ? mappablePeriods(table)
    : periods(table).filter((period) => observationsAt(table, period).filter((one) => one.publishedRank !== undefined && !isDoubtful(one)).length >= LEAST_PLACES);

/** “31”, or “10/31” where some have none. */
const nText = ({ places, n }: PlacesAt): string => (places.size < n ? `${places.size}/${n}` : String(n));

/** The longest stretch up to the last period that no break in method parts: places before it are another list's. */
export function comparableSpan(table: IndicatorTable): readonly [from: Period, to: Period] {
  const all = placePeriods(table);
  const to = all.at(-1) ?? '';
  const since = all.filter((period) => breakBetween(table.indicator, period, to) === undefined);
  // Of a single period nothing could be told.
  return [(since.length > 1 ? since[0] : all[0]) ?? '', to];
}

/** Places of a period among the regions that may be compared. Bounds, forecasts and doubtful figures take none. */
export function placesAt(table: IndicatorTable, period: Period, ids: ReadonlySet<RegionId>): PlacesAt {
  const at = observationsAt(table, period).filter((one) => ids.has(one.regionId) && !isDoubtful(one));
  if (isComputed(table)) {
    const comparable = at.filter((one) => hasValue(one) && !isBound(one) && one.status !== 'forecast');
    const { ranked, n } = rank(comparable, table.indicator.better);
    return { period, n, listed: 'all', places: new Map(ranked.map(({ observation, rank: place }) => [observation.regionId, place])) };
  }
  const n = expectedCount(table.indicator.expected);
  const places = new Map(at.flatMap(({ regionId, publishedRank }) => (publishedRank === undefined ? [] : [[regionId, publishedRank] as const])));
  // Values beside the places don't make them another list.
  const kind = partial(at.map((one) => ({ ...one, value: null, status: 'notPublished' as const })), n)?.kind;
  const doubtful = observationsAt(table, period).filter((one) => ids.has(one.regionId) && isDoubtful(one)).length;
  return { period, n, places, listed: places.size + doubtful >= n ? 'all' : kind === 'first' ? 'first' : 'some' };
}

export interface BumpLine {
  readonly id: RegionId;
  readonly name: string;
  /** 粤, GD. */
  readonly abbr: string;
  /** 0 … 4 in the order of choosing; null: not picked out. */
  readonly slot: number | null;
  /** Path data, x in tenths of a percent, y in pixels; empty when no two periods connect. */
  readonly line: string;
  readonly dots: readonly { readonly x: number; readonly y: number; /** Pixels sideways, for those that share a place. */ readonly shift: number; readonly place: number; readonly say: string }[];
  /** A picked region that the last period doesn't list is named where its line ends. */
  readonly endLabel: { readonly x: number; readonly y: number } | null;
}

export interface BumpLabel {
  readonly id: RegionId;
  readonly name: string;
  /** Empty where the label above has the same place: a tie shares one number. */
  readonly place: string;
  readonly y: number;
  /** Where its line ends. */
  readonly fromY: number;
  readonly slot: number | null;
}

export interface BumpView {
  readonly heading: string;
  /** Of the last period. */
  readonly coverage: string;
  readonly heightPx: number;
  readonly periods: readonly { readonly period: Period; readonly x: number; readonly text: string; readonly n: string; readonly isBeforeBreak: boolean; /** At which widths there is room for its words. */ readonly room: readonly ('narrow' | 'middle' | 'wide')[] }[];
  readonly breaks: readonly number[];
  /** In the order of the last places. */
  readonly lines: readonly BumpLine[];
  readonly left: readonly BumpLabel[];
  readonly right: readonly BumpLabel[];
  /** Letters in the dots, where lines alone could not be followed: lists that most regions enter and leave. */
  readonly hasLetters: boolean;
  readonly notes: readonly string[];
  readonly table: TableView;
}

export interface BumpInput {
  readonly table: IndicatorTable;
  readonly regions: readonly Region[];
  readonly chosen: readonly RegionId[];
}

/** Least distance of two names at an edge; 13 px letters are as high as this. */
export const LABEL_GAP_PX = 19;
const LETTERS_GAP_PX = 27;
const EDGE_PX = 14;
/** Two circles with letters, side by side. */
const SHIFT_PX = 23;
const WIDTH = 1000;
/** Parts of the width that a year needs on a phone, a tablet, a sheet. */
const ROOM = { narrow: 0.17, middle: 0.085, wide: 0.042 } as const;

interface EdgeWish {
  readonly id: RegionId;
  readonly name: string;
  readonly place: number;
  readonly fromY: number;
  readonly slot: number | null;
}

/** Names at an edge: none nearer to another than can be read, in the order of their places, one number for a tie. */
export function edgeLabels(wishes: readonly EdgeWish[], heightPx: number): readonly BumpLabel[] {
  const sorted = [...wishes].sort((one, other) => one.place - other.place || (one.id < other.id ? -1 : 1));
  const places = spread(sorted.map(({ fromY }) => fromY), LABEL_GAP_PX, [EDGE_PX, heightPx - EDGE_PX]);
  return sorted.map(({ id, name, place, fromY, slot }, index) => ({
    id,
    name,
    slot,
    fromY,
    y: Math.round((places[index] ?? fromY) * 10) / 10,
    place: sorted[index - 1]?.place === place ? '' : String(place),
  }));
}

/** Order flows from one period to the next: level at each, so that no slope is read as a value. */
const curve = (points: readonly { readonly x: number; readonly y: number }[]): string =>
  points.map(({ x, y }, index) => {
    const before = points[index - 1];
    if (!before) return `M${x} ${y}`;
    const [half, middle] = [Math.round((x - before.x) / 2), y - before.y];
    return middle === 0 ? `h${x - before.x}` : `c${half} 0 ${half} ${Math.round(middle * 10) / 10} ${x - before.x} ${Math.round(middle * 10) / 10}`;
  }).join('');

/**
 * Places over time. A line connects two periods next to each other in which a region has a place, and nothing else: not
 * across a period that doesn't list it, nor across a break in method.
 */
export function bumpView({ table, regions, chosen }: BumpInput, say: Say): BumpView {
  const { indicator } = table;
  const { lang, words } = say;
  const units = unitsOf(table, regions);
  const ids = new Set(units.map(({ id }) => id));
  const lists = placePeriods(table).map((period) => placesAt(table, period, ids));
  const [first, last] = [lists[0], lists.at(-1)];
  const computed = isComputed(table);
  const hasLetters = !computed;
  const placed = byLastPlace(units.filter(({ id }) => lists.some(({ places }) => places.has(id))), last);
  const deepest = Math.max(1, ...lists.flatMap(({ places }) => [...places.values()]));
  const atEdges = Math.max(first?.places.size ?? 0, last?.places.size ?? 0);
  const heightPx = Math.max((deepest - 1) * (hasLetters ? LETTERS_GAP_PX : LABEL_GAP_PX), (atEdges - 1) * LABEL_GAP_PX) + 2 * EDGE_PX;
  const toY = linear([1, Math.max(2, deepest)], [EDGE_PX, heightPx - EDGE_PX]);
  const yOf = (place: number) => Math.round(toY(place) * 10) / 10;
  const years = lists.map(({ period }) => periodToYears(period));
  const toX = linear([years[0] ?? 0, years.at(-1) ?? 1], [0, WIDTH]);
  const xs = years.map((year) => Math.round(toX(year)));
  const slotOf = (id: RegionId) => (chosen.includes(id) ? chosen.indexOf(id) : null);
  const observations = new Map(table.observations.map((one) => [`${one.regionId} ${one.period}`, one]));
  /** Those at one place of one period, in the order of their codes: circles with letters stand side by side. */
  const sharing = lists.map(({ places }) => (place: number) => units.filter(({ id }) => places.get(id) === place).map(({ id }) => id));

  const lineOf = (region: Region): BumpLine => {
    const name = region.short[lang];
    const points = lists.flatMap(({ period, places, n }, index) => {
      const place = places.get(region.id);
      if (place === undefined) return [];
      const one = observations.get(`${region.id} ${period}`);
      const together = sharing[index]?.(place) ?? [];
      const value = one && hasValue(one) ? formatValue(one, indicator, lang) : '';
      return [{
        index,
        x: xs[index] ?? 0,
        y: yOf(place),
        place,
        shift: hasLetters ? (together.indexOf(region.id) - (together.length - 1) / 2) * SHIFT_PX : 0,
        say: [name, formatPeriod(period, lang), computed ? words.rankOf(place, n) : words.publishedRank(place), value, one ? qualities(one, say) : ''].filter(Boolean).join(words.comma),
      }];
    });
    const runs: (typeof points)[] = [];
    for (const point of points) {
      const run = runs.at(-1);
      const before = run?.at(-1);
      const isNext = before !== undefined && before.index === point.index - 1 && breakBetween(indicator, lists[before.index]?.period ?? '', lists[point.index]?.period ?? '') === undefined;
      if (run && isNext) run.push(point);
      else runs.push([point]);
    }
    const end = points.at(-1);
    const slot = slotOf(region.id);
    return {
      id: region.id,
      name,
      abbr: (lang === 'zh' ? region.abbr : region.abbrEn) ?? region.short[lang].slice(0, 2),
      slot,
      line: runs.filter((run) => run.length > 1).map(curve).join(''),
      dots: points.map(({ x, y, shift, place, say: text }) => ({ x, y, shift, place, say: text })),
      endLabel: slot !== null && end && end.index < lists.length - 1 ? { x: end.x, y: end.y } : null,
    };
  };

  const edge = (list: PlacesAt | undefined) =>
    edgeLabels(
      placed.flatMap((region) => {
        const place = list?.places.get(region.id);
        return place === undefined ? [] : [{ id: region.id, name: region.short[lang], place, fromY: yOf(place), slot: slotOf(region.id) }];
      }),
      heightPx,
    );

  const span = Math.max(1e-9, (years.at(-1) ?? 0) - (years[0] ?? 0));
  const fitting = {
    narrow: thinYears(years, span * ROOM.narrow),
    middle: thinYears(years, span * ROOM.middle),
    wide: thinYears(years, span * ROOM.wide),
  };
  const isBetween = (index: number) => {
    const [period, next] = [lists[index]?.period, lists[index + 1]?.period];
    return period !== undefined && next !== undefined && breakBetween(indicator, period, next) !== undefined;
  };
  const partly = lists.filter(({ listed }) => listed !== 'all');
  const doubtful = units.filter(({ id }) => lists.some(({ period }) => observations.get(`${id} ${period}`)?.confidence === 'C')).map((region) => region.short[lang]);

  return {
    heading: first && last ? words.units.placesOf(indicator.name[lang], spanText(first.period, last.period, say)) : indicator.name[lang],
    coverage: words.units.placed(units.filter((region) => isExpected(region, indicator.expected) && last?.places.has(region.id)).length, expectedCount(indicator.expected)),
    heightPx,
    periods: lists.map((list, index) => ({
      period: list.period,
      x: xs[index] ?? 0,
      text: list.period.length === 4 ? list.period : formatPeriod(list.period, lang),
      n: nText(list),
      isBeforeBreak: isBetween(index),
      room: (['narrow', 'middle', 'wide'] as const).filter((width) => fitting[width].includes(years[index] ?? NaN)),
    })),
    breaks: lists.flatMap((_, index) => (isBetween(index) ? [Math.round(((xs[index] ?? 0) + (xs[index + 1] ?? 0)) / 2)] : [])),
    lines: placed.map(lineOf),
    left: edge(first),
    right: edge(last),
    hasLetters,
    notes: [
      computed ? words.units.computedPlaces : words.units.publishedPlaces,
      ...(partly.length > 0 ? [words.units.listed(partly.map(({ period, listed, places, n }) => (listed === 'first' ? words.units.firstOnly : words.units.someOnly)(formatPeriod(period, lang), places.size, n)).join(words.stop))] : []),
      ...(doubtful.length > 0 ? [words.units.doubtNote(formatList(doubtful, lang))] : []),
      ...(lists.some((_, index) => isBetween(index)) ? [words.units.breakNote] : []),
      words.units.smooth,
    ],
    table: twin(lists, placed, observations, say),
  };
}

/** In the order of the last period's places; those that it doesn't list follow by their codes. */
const byLastPlace = (those: readonly Region[], last: PlacesAt | undefined): readonly Region[] => {
  const placeOf = ({ id }: Region) => last?.places.get(id) ?? Number.MAX_VALUE;
  return [...those].sort((one, other) => placeOf(one) - placeOf(other) || (one.id < other.id ? -1 : 1));
};

/** Regions × periods, in the order of the lines. */
function twin(lists: readonly PlacesAt[], placed: readonly Region[], observations: ReadonlyMap<string, Observation>, { lang, words }: Say): TableView {
  const absent = ({ period, listed, places }: PlacesAt, id: RegionId): string => {
    const one = observations.get(`${id} ${period}`);
    if (one?.confidence === 'C') return words.doubtful;
    if (listed === 'first') return words.units.outsideFirst(Math.max(...places.values()));
    return one && !hasValue(one) ? words.absence[one.status] : words.absence.notGathered;
  };
  return {
    columns: [
      { key: 'region', label: words.region, head: true, keep: true },
      ...lists.map((list) => ({ key: list.period, label: words.units.ofN(formatPeriod(list.period, lang), nText(list)), numeric: true })),
    ],
    rows: placed.map(({ id, short }) => ({
      key: id,
      cells: [{ text: short[lang] }, ...lists.map((list) => ({ text: list.places.has(id) ? String(list.places.get(id)) : absent(list, id) }))],
    })),
  };
}
