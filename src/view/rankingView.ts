import { formatFigure, formatList, formatPeriod, formatSigned, joinUnit, periodToYears, unitName } from '../i18n/format.ts';
import type { rankingsZh } from '../i18n/rankings.zh.ts';
import type { Say } from '../i18n/say.ts';
import type { Indicator, IndicatorTable } from '../model/indicator.ts';
import { hasValue, type Absence, type Measured, type Observation, type Period } from '../model/observation.ts';
import { NATION, REGION_GROUPS, type Region, type RegionId, type RegionSet } from '../model/region.ts';
import { breakBetween } from '../query/breakBetween.ts';
import { isExpected } from '../query/expected.ts';
import { partial } from '../query/partial.ts';
import { standingGroup } from '../query/quarter.ts';
import { rank, type RankedRow } from '../query/rank.ts';
import { rankChanges, type RankChange } from '../query/rankChange.ts';
import { observationsAt, periods } from '../query/select.ts';
import type { MarkView } from './mapView.ts';
import { absenceWithoutRow, coverageText, DOUBT_MARK, markOf, markViews, statusWords } from './provinceView.ts';
import { foldText } from './rankingOrder.ts';
import { medianAt, onePeriod, type OnePeriod, type Told } from './sentences/onePeriod.ts';
import { differenceDecimals, distanceText, mainSeries, shownFor } from './sentences/phrases.ts';
import { groupName, groupsOf } from './worldView.ts';
import { amountOf, subtract, withoutNoise, type Amount } from './workings.ts';

export type RankingTerms = typeof rankingsZh;

export const RANKING_COLUMNS = ['rank', 'region', 'value', 'change', 'median', 'nation', 'spark', 'place', 'published', 'band'] as const;
export type RankingColumnKey = (typeof RANKING_COLUMNS)[number];

/** What rows can be ordered by; distances to the median and to the nation are in the order of the values. */
export const RANKING_SORTS = ['rank', 'value', 'change', 'place', 'published', 'band', 'code', 'name', 'group'] as const;
export type RankingSortKey = (typeof RANKING_SORTS)[number];

export interface RankingColumn {
  readonly key: RankingColumnKey;
  readonly label: string;
  /** Below it: the unit, the number of those ranked, the period compared with. */
  readonly sub: string;
  readonly isNumeric: boolean;
  /** Null: it can't be ordered by. */
  readonly sort: RankingSortKey | null;
  /** Whether it is there when the reader has not chosen. */
  readonly isShownFirst: boolean;
}

export interface RankingChange {
  readonly shape: '▲' | '▼' | '―' | '＋' | '－' | '';
  readonly text: string;
  readonly tone: 'rise' | 'fall' | 'same' | 'new' | 'none';
}

/** One region in finished texts, and the keys that it is ordered by. */
export interface RankingRow {
  readonly id: RegionId;
  readonly name: string;
  /** “3”, “未定”; empty for those that are not ranked. */
  readonly rank: string;
  /** “并列” where others have the same place. */
  readonly tied: string;
  readonly value: string;
  readonly mark: string;
  /** What the mark says in words; empty for a plain figure. */
  readonly status: string;
  /** Null: there is no figure in the table's unit. Unrounded, in the unit shown. */
  readonly amount: Amount | null;
  readonly absence: Absence | null;
  readonly absenceText: string;
  readonly change: RankingChange | null;
  /** Places gained (positive) or lost. */
  readonly changeBy: number | null;
  readonly median: string;
  readonly nation: string;
  readonly spark: { readonly line: string; readonly x: number; readonly y: number } | null;
  readonly place: string;
  readonly published: string;
  readonly band: string;
  readonly groupName: string;
  /** Ids of the groups that it is in. */
  readonly groups: readonly string[];
  readonly keys: Readonly<Record<RankingSortKey, number | null>>;
  readonly codeIndex: number;
  /** Folded: names, pinyin, initials, code. */
  readonly search: readonly string[];
  /** What is told of it beside the table. */
  readonly card: readonly string[];
}

export interface RankingView {
  readonly told: Told;
  readonly name: string;
  readonly heading: string;
  readonly coverage: string;
  readonly columns: readonly RankingColumn[];
  /** In rank order; bands from the highest. */
  readonly rows: readonly RankingRow[];
  /** Without a place: never the last of a ranking. */
  readonly unranked: readonly RankingRow[];
  /** Of how many: those that the table should have. */
  readonly n: number;
  readonly groups: readonly { readonly id: string; readonly name: string; readonly n: number }[];
  /** Who is in which part of the ranking, by code; told in the place of places, and empty where these are told. */
  readonly standingGroups: readonly { readonly name: string; readonly count: string; readonly regions: string }[];
  /** The orders that a reader may choose besides those of the columns. */
  readonly sorts: readonly { readonly key: RankingSortKey; readonly label: string }[];
  readonly firstSort: RankingSortKey;
  readonly marks: readonly MarkView[];
  /** Why there is no change of rank to show; null: there is, or none was asked for. */
  readonly refusal: string | null;
  readonly notes: readonly string[];
  readonly sourceIds: readonly string[];
}

export interface RankingInput {
  readonly table: IndicatorTable;
  readonly period: Period;
  /** An earlier period; null: none. */
  readonly compare: Period | null;
  /** All of the table's level, and the nation. */
  readonly regions: readonly Region[];
  /** A group of regions chosen by the reader; the rank in the group is of it where it is an income group. */
  readonly group: string | null;
  /** Further groups that can be chosen; none where nothing is. */
  readonly sets?: readonly RegionSet[];
}

/** Fewer are a remark, not a ranking. */
const LEAST = 3;

/** Those of which at least two are counted, with how many. */
export const setsIn = (sets: readonly RegionSet[], counted: readonly Region[]): readonly (RegionSet & { readonly n: number })[] =>
  sets.map((set) => ({ ...set, n: counted.filter(({ id }) => set.members.includes(id)).length })).filter(({ n }) => n > 1);

/** Periods with something to rank or to group, earliest first. */
export function rankingPeriods(table: IndicatorTable, regions: readonly Region[]): readonly Period[] {
  const counted = new Set(regions.filter((region) => isExpected(region, table.indicator.expected)).map(({ id }) => id));
  const series = mainSeries(table);
  const told = (one: Observation) => counted.has(one.regionId) && (one.value !== null || one.publishedRank !== undefined || one.band !== undefined);
  return periods(table, series).filter((period) => observationsAt(table, period, series).filter(told).length >= LEAST);
}

/** The nearest earlier period that may be compared with it; null: none. */
export function periodBefore(table: IndicatorTable, period: Period, regions: readonly Region[], say: Say): Period | null {
  const { told } = onePeriod(table, period, regions, say);
  if (told === 'bands') return null;
  return rankingPeriods(table, regions).filter((one) => one < period && breakBetween(table.indicator, one, period, mainSeries(table)) === undefined && onePeriod(table, one, regions, say).told === told).at(-1) ?? null;
}

const SPARK = { width: 84, height: 22, edge: 4 } as const;

/** One region's course: cut at a break, and where a period of the table has no figure of it. */
function sparkOf(own: ReadonlyMap<Period, Measured>, all: readonly Period[], period: Period, indicator: Indicator): RankingRow['spark'] {
  const drawn = all.flatMap((at, index) => {
    const one = own.get(at);
    return one ? [{ at, index, value: one.value }] : [];
  });
  if (drawn.length < 2) return null;
  const [first, last] = [periodToYears(all[0] ?? ''), periodToYears(all.at(-1) ?? '')];
  const values = drawn.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const { width, height, edge } = SPARK;
  const round = (x: number) => Math.round(x * 10) / 10;
  const points = drawn.map((one) => ({
    ...one,
    x: round(edge + ((periodToYears(one.at) - first) / Math.max(1e-9, last - first)) * (width - 2 * edge)),
    y: round(high === low ? height / 2 : edge + ((high - one.value) / (high - low)) * (height - 2 * edge)),
  }));
  const line = points
    .map(({ x, y, index, at }, order) => {
      const before = points[order - 1];
      const isJoined = before !== undefined && before.index === index - 1 && breakBetween(indicator, before.at, at) === undefined;
      return `${isJoined ? 'L' : 'M'}${x} ${y}`;
    })
    .join('');
  const here = points.find(({ at }) => at === period);
  return here ? { line, x: here.x, y: here.y } : null;
}

/** Why the places of two periods can't be compared; null: they can. */
function refusalOf({ table, period, compare }: RankingInput, at: OnePeriod, before: OnePeriod | null, { lang }: Say, { table: terms }: RankingTerms): string | null {
  if (compare === null || before === null) return null;
  const [from, to] = [formatPeriod(compare, lang), formatPeriod(period, lang)];
  if (at.told === 'bands') return terms.refused(from, to, terms.reasonBands);
  const broken = breakBetween(table.indicator, compare, period, mainSeries(table));
  if (broken) return terms.refused(from, to, terms.reasonBreak(formatPeriod(broken.period, lang), broken.reason[lang].replace(/[。.]$/, ''))) + (lang === 'zh' ? '。' : '.');
  if (at.told !== before.told) return terms.refused(from, to, terms.reasonKind);
  return [...at.figures, ...before.figures].some(({ status }) => status === 'forecast') ? terms.refused(from, to, terms.reasonForecast) : null;
}

/** Places by the values, or the publisher's own. */
interface Place {
  readonly rank: number;
  readonly n: number;
  readonly isTied: boolean;
  readonly isOpen: boolean;
}

const publishedPlaces = ({ at, n }: OnePeriod): ReadonlyMap<RegionId, Place> => {
  const placed = at.flatMap(({ regionId, publishedRank }) => (publishedRank === undefined ? [] : [[regionId, publishedRank] as const]));
  return new Map(placed.map(([id, place]) => [id, { rank: place, n, isTied: placed.filter(([, other]) => other === place).length > 1, isOpen: false }]));
};

/** What a region's place has done, of what kind the places are. */
type Moved = { readonly kind: 'by'; readonly by: number } | { readonly kind: 'new' } | { readonly kind: 'gone'; readonly place: Pick<Place, 'rank' | 'n'> } | { readonly kind: 'open' } | null;

const movedOf = (change: RankChange | undefined): Moved => {
  switch (change?.kind) {
    case 'moved':
    case 'same':
      return { kind: 'by', by: change.change };
    case 'new':
      return { kind: 'new' };
    case 'gone':
      return { kind: 'gone', place: change.earlier };
    case 'open':
      return { kind: 'open' };
    case 'refused':
    case undefined:
      return null;
  }
};

const movedPublished = (earlier: Place | undefined, later: Place | undefined): Moved =>
  earlier && later ? { kind: 'by', by: earlier.rank - later.rank } : later ? { kind: 'new' } : earlier ? { kind: 'gone', place: earlier } : null;

/** Groups told in the place of places rise and fall as they do: the leading one is 1. */
const groupRank = ({ rank: place, n }: Pick<Place, 'rank' | 'n'>): number => (standingGroup(place, n)?.index ?? 0) + 1;

const movedGroups = (earlier: Place | undefined, later: Place | undefined): Moved =>
  earlier && later ? (earlier.isOpen || later.isOpen ? { kind: 'open' } : { kind: 'by', by: groupRank(earlier) - groupRank(later) }) : movedPublished(earlier, later);

const listOf = (regions: readonly Region[], lang: Say['lang']): ReadonlyMap<RegionId, number> => {
  const collator = new Intl.Collator(lang === 'zh' ? 'zh-Hans-CN-u-co-pinyin' : 'en');
  const spelled = ({ pinyin, short }: Region) => (lang === 'zh' ? (pinyin?.split(' ')[0] ?? short.zh) : short.en);
  return new Map([...regions].sort((one, other) => collator.compare(spelled(one), spelled(other)) || (one.id < other.id ? -1 : 1)).map(({ id }, index) => [id, index]));
};

/** The signs as they stand in a table: no bar that is open, no outline. */
function tableMark({ mark, label }: MarkView, { lang, words }: Say): MarkView {
  if (mark === DOUBT_MARK) return { mark, label: words.doubtful };
  if (mark === '»') return { mark: lang === 'zh' ? '＞' : '>', label: words.precision.lowerBound };
  if (mark === '«') return { mark: lang === 'zh' ? '＜' : '<', label: words.precision.upperBound };
  return { mark, label };
}

/** Everything that is told of one indicator's regions in one period, and against an earlier one. */
export function rankingView(input: RankingInput, say: Say, ranks: RankingTerms): RankingView {
  const { table, period, compare, group, sets = [] } = input;
  const { indicator } = table;
  const { lang, words } = say;
  const terms = ranks.table;
  const isWorld = indicator.expected === 'countries';
  const regions = input.regions.filter(({ level }) => (isWorld ? level === 'country' : level !== 'country' && level !== 'nation'));
  const at = onePeriod(table, period, regions, say);
  const before = compare === null ? null : onePeriod(table, compare, regions, say);
  const series = mainSeries(table);
  const rowOf = new Map(observationsAt(table, period, series).map((one) => [one.regionId, one]));
  const when = formatPeriod(period, lang);
  const whenBefore = compare === null ? '' : formatPeriod(compare, lang);
  const unit = unitName(indicator, lang);
  const gapUnit = indicator.unit.zh === '%' ? terms.points : unit;
  const bands = indicator.bands ?? [];

  const asPlaces = (ranked: readonly RankedRow[]) => new Map(ranked.map((row): [RegionId, Place] => [row.observation.regionId, row]));
  const places: ReadonlyMap<RegionId, Place> = at.told === 'values' ? asPlaces(rank(at.figures, indicator.better).ranked) : at.told === 'ranks' ? publishedPlaces(at) : new Map();
  const refusal = refusalOf(input, at, before, say, ranks);
  const isCompared = before !== null && refusal === null;
  const changes = isCompared && at.told === 'values' ? rankChanges(before.at, at.at, indicator) : new Map<RegionId, RankChange>();
  const earlierPlaces = isCompared && at.told === 'ranks' ? publishedPlaces(before) : isCompared ? asPlaces(rank(before.figures, indicator.better).ranked) : new Map<RegionId, Place>();
  const isGrouped = words.standings === 'groups';
  const keyOf = (place: Place): number => (isGrouped ? groupRank(place) : place.rank);
  const movedAt = (id: RegionId): Moved => (!isCompared ? null : isGrouped && changes.get(id)?.kind !== 'refused' ? movedGroups(earlierPlaces.get(id), places.get(id)) : at.told === 'values' ? movedOf(changes.get(id)) : movedPublished(earlierPlaces.get(id), places.get(id)));

  const groupOf = (region: Region): string => (isWorld ? (region.unRegion?.en ?? '') : (region.group ?? ''));
  const nameOfGroup = (id: string): string => (isWorld ? groupName(id, regions, say) : (REGION_GROUPS.find((one) => one === id) ? words.units.groups[REGION_GROUPS.find((one) => one === id) ?? 'east'] : id));
  const groupIds = isWorld ? groupsOf(at.regions) : REGION_GROUPS.filter((one) => at.regions.some((region) => region.group === one));
  const isIncome = group !== null && isWorld && at.regions.some(({ incomeGroup }) => incomeGroup === group);
  const placeGroupOf = (region: Region) => (isIncome ? (region.incomeGroup ?? '') : groupOf(region));
  const regionOf = new Map(regions.map((region) => [region.id, region]));
  const inGroup = new Map<RegionId, Place>();
  if (at.told === 'values') {
    for (const id of new Set(at.regions.map(placeGroupOf))) {
      const those = at.figures.filter(({ regionId }) => placeGroupOf(regionOf.get(regionId) ?? { id: '', level: 'country', name: { zh: '', en: '' }, short: { zh: '', en: '' } }) === id);
      for (const [regionId, place] of asPlaces(rank(those, indicator.better).ranked)) inGroup.set(regionId, place);
    }
  }

  const median = at.told === 'values' ? medianAt(at.figures, indicator, say) : null;
  const nationRow = rowOf.get(NATION);
  const nation = at.told === 'values' && nationRow && hasValue(nationRow) && (indicator.additive !== true) && nationRow.precision !== 'lowerBound' && nationRow.precision !== 'upperBound' ? amountOf(nationRow, indicator, lang) : null;
  const least = shownFor(at.figures, indicator, lang);
  const gap = (own: Amount, other: Amount, supported: number) => {
    const distance = subtract(own, other);
    const decimals = differenceDecimals(distance.x, supported, distance.decimals);
    return { x: distance.x, decimals, text: formatSigned(withoutNoise(distance.x), decimals, lang) };
  };

  const valuePeriods = rankingPeriods(table, regions).filter((one) => observationsAt(table, one, series).some(hasValue));
  const courses = new Map<RegionId, Map<Period, Measured>>();
  for (const one of table.observations) {
    if (one.seriesId !== series || !hasValue(one) || one.confidence === 'C' || one.status === 'forecast' || one.precision === 'lowerBound' || one.precision === 'upperBound') continue;
    const own = courses.get(one.regionId) ?? new Map<Period, Measured>();
    own.set(one.period, one);
    courses.set(one.regionId, own);
  }

  const allDerived = at.figures.length > 0 && at.figures.every(({ status }) => status === 'derived');
  const list = partial(at.at.map((one) => (one.value === null ? one : { ...one, value: null, status: 'notPublished' as const })), at.n);
  const deepest = Math.max(0, ...[...places.values()].map((place) => place.rank));
  const codes = new Map([...regions].sort((one, other) => (one.id < other.id ? -1 : 1)).map(({ id }, index) => [id, index]));
  const names = listOf(regions, lang);

  const changeText = (moved: Moved): RankingChange | null => {
    if (moved === null) return null;
    switch (moved.kind) {
      case 'new':
        return { shape: '＋', text: terms.changes.new, tone: 'new' };
      case 'gone':
        return { shape: '－', text: terms.outside(whenBefore, moved.place.rank, moved.place.n), tone: 'none' };
      case 'open':
        return { shape: '', text: terms.changes.open, tone: 'none' };
      case 'by':
        return moved.by > 0 ? { shape: '▲', text: terms.changes.up(moved.by), tone: 'rise' } : moved.by < 0 ? { shape: '▼', text: terms.changes.down(-moved.by), tone: 'fall' } : { shape: '―', text: terms.changes.same, tone: 'same' };
    }
  };

  const toRow = (region: Region): RankingRow => {
    const one = rowOf.get(region.id);
    const measured = one && hasValue(one) ? one : null;
    const place = places.get(region.id);
    const bandIndex = bands.findIndex(({ id }) => id === one?.band);
    const band = bands[bandIndex]?.name[lang] ?? '';
    const absence: Absence | null = measured || place || (at.told === 'bands' && band !== '') ? null : one && one.value === null ? one.status : absenceWithoutRow(region, indicator);
    const amount = measured ? amountOf(measured, indicator, lang) : null;
    const isBound = measured !== null && (measured.precision === 'lowerBound' || measured.precision === 'upperBound');
    const isRanked = place !== undefined;
    const toMedian = isRanked && amount && median && !isBound ? gap(amount, median.amount, median.decimals) : null;
    const toNation = isRanked && amount && nation && !isBound ? gap(amount, nation, least) : null;
    const moved = movedAt(region.id);
    const change = changeText(moved);
    const own = inGroup.get(region.id);
    const status = measured && (measured.status !== 'measured' || measured.precision !== 'exact' || measured.confidence === 'C') ? statusWords(measured, say) : '';
    const earlier = earlierPlaces.get(region.id);
    const isOutside = absence !== null && at.told === 'ranks' && list?.kind === 'first' && isExpected(region, indicator.expected);
    const card = terms.card;
    const distance = ({ x, decimals }: { x: number; decimals: number }) => distanceText(x, decimals, indicator, say);
    return {
      id: region.id,
      name: region.short[lang],
      rank: place ? (place.isOpen ? words.rankOpenShort : words.rankCell(place.rank, place.n)) : '',
      tied: place?.isTied === true && !place.isOpen && !isGrouped ? terms.changes.tied : '',
      value: measured ? formatFigure(measured, indicator, lang) : '',
      mark: measured ? markOf(measured, allDerived) : '',
      status,
      amount,
      absence,
      absenceText: absence === null ? '' : words.absence[absence] + (isOutside ? words.aside(terms.outsideFirst(deepest)) : ''),
      change,
      changeBy: moved?.kind === 'by' ? moved.by : null,
      median: toMedian?.text ?? '',
      nation: toNation?.text ?? '',
      spark: valuePeriods.length > 1 ? sparkOf(courses.get(region.id) ?? new Map<Period, Measured>(), valuePeriods, period, indicator) : null,
      place: own && !own.isOpen ? terms.placeIn(own.rank, own.n) : '',
      published: one?.publishedRank === undefined ? '' : String(one.publishedRank),
      band,
      groupName: nameOfGroup(groupOf(region)),
      groups: [groupOf(region), ...(region.incomeGroup === undefined ? [] : [region.incomeGroup]), ...sets.filter(({ members }) => members.includes(region.id)).map(({ id }) => id)],
      keys: {
        rank: place ? keyOf(place) : null,
        value: measured?.value ?? null,
        change: moved?.kind === 'by' ? moved.by : null,
        place: own && !own.isOpen ? keyOf(own) : null,
        published: one?.publishedRank ?? null,
        // The best band first, as the best place is.
        band: bandIndex === -1 ? null : bands.length - bandIndex,
        code: codes.get(region.id) ?? null,
        name: names.get(region.id) ?? null,
        group: isWorld ? groupIds.findIndex((id) => id === groupOf(region)) : REGION_GROUPS.findIndex((id) => id === region.group),
      },
      codeIndex: codes.get(region.id) ?? 0,
      search: [region.name.zh, region.name.en, region.short.zh, region.short.en, region.abbr ?? '', region.id, region.iso3 ?? '', ...(region.pinyin ?? '').split(' ')].map(foldText).filter(Boolean),
      card: [
        measured ? joinUnit(formatFigure(measured, indicator, lang), unit, lang) + (status === '' ? '' : words.aside(status)) : '',
        place ? (place.isOpen ? card.open : at.told === 'ranks' ? card.published(place.rank) : card.place(place.rank, place.n, place.isTied)) : '',
        own && !own.isOpen ? card.inGroup(nameOfGroup(placeGroupOf(region)), own.n, own.rank) : '',
        moved?.kind === 'by' && earlier && change ? card.before(whenBefore, earlier.rank, change.text, earlier.n) : moved?.kind === 'new' ? card.isNew(whenBefore) : '',
        toMedian && toMedian.x !== 0 ? (toMedian.x > 0 ? card.overMedian : card.underMedian)(distance(toMedian)) : '',
        toNation && toNation.x !== 0 ? (toNation.x > 0 ? card.overNation : card.underNation)(distance(toNation)) : '',
        band === '' ? '' : words.sentences.inBand(region.short[lang], band),
        absence === null ? '' : card.absent(words.absence[absence]),
      ].filter(Boolean),
    };
  };

  const groupTextOf = (place: Place | undefined): string => (place === undefined ? '' : place.isOpen ? words.rankOpen : words.rankOf(place.rank, place.n));
  const all = regions.map(toRow);
  const isPlaced = (row: RankingRow) => row.rank !== '' || (at.told === 'bands' && row.band !== '');
  const byKey = (key: RankingSortKey) => (one: RankingRow, other: RankingRow) => (one.keys[key] ?? Infinity) - (other.keys[key] ?? Infinity) || one.codeIndex - other.codeIndex;
  const rows = all.filter(isPlaced).sort(byKey(at.told === 'bands' ? 'band' : 'rank'));
  const unranked = all.filter((row) => !isPlaced(row)).sort((one, other) => one.codeIndex - other.codeIndex);
  const standingNames = isGrouped && at.told === 'values' ? [...new Set(rows.flatMap(({ id }) => groupTextOf(places.get(id))))] : [];
  const standingGroups = standingNames.map((name) => {
    const those = rows.filter(({ id }) => groupTextOf(places.get(id)) === name);
    return { name, count: terms.groupOf(name, those.length), regions: formatList(those.map((row) => row.name), lang) };
  });
  const has = (is: (row: RankingRow) => boolean) => rows.some(is);
  const countOf = (id: string) => at.regions.filter((region) => groupOf(region) === id || region.incomeGroup === id).length;

  const head = (key: RankingColumnKey, sub: string, sort: RankingSortKey | null, isNumeric: boolean, isShownFirst = true): RankingColumn => ({ key, label: terms.heads[key], sub, isNumeric, sort, isShownFirst });
  const isValues = at.told === 'values';
  const differs = has(({ published, rank: ours }) => published !== '' && published !== ours);
  const [firstSpark, lastSpark] = [valuePeriods[0], valuePeriods.at(-1)];
  const columns: readonly RankingColumn[] = [
    ...(at.told === 'bands' ? [] : [head('rank', terms.ofAll(isValues ? places.size : at.n), 'rank', true)]),
    head('region', '', 'name', false),
    ...(has(({ value }) => value !== '') ? [head('value', unit, isGrouped ? null : 'value', true)] : []),
    ...(isCompared ? [head('change', terms.changeSince(whenBefore), 'change', false)] : []),
    ...(median && places.size > 1 ? [head('median', gapUnit, null, true)] : []),
    ...(nation ? [head('nation', gapUnit, null, true)] : []),
    ...(has(({ spark }) => spark !== null) && firstSpark !== undefined && lastSpark !== undefined ? [head('spark', `${words.units.span(firstSpark.slice(0, 4), lastSpark.slice(0, 4))} ${terms.ownScales}`, null, false)] : []),
    ...(isValues && has(({ place }) => place !== '') && groupIds.length > 1 ? [head('place', '', 'place', true)] : []),
    ...(isValues && has(({ published }) => published !== '') ? [head('published', '', 'published', true, differs)] : []),
    ...(has(({ band }) => band !== '') ? [head('band', '', 'band', false, at.told === 'bands')] : []),
  ];

  const coverage = at.told === 'ranks' && list ? (list.k >= at.n ? coverageText(list.k, at.n, indicator, say) : (list.kind === 'first' ? terms.firstOnly : terms.someOnly)(at.n, list.k)) : coverageText(at.k, at.n, indicator, say);
  return {
    told: at.told,
    name: indicator.name[lang],
    heading: [indicator.name[lang], when, ...(unit === '' || !isValues ? [] : [unit])].join(' · '),
    coverage,
    columns,
    rows,
    unranked,
    n: at.n,
    groups: [...(groupIds.length > 1 ? groupIds.map((id) => ({ id, name: nameOfGroup(id), n: countOf(id) })) : []), ...setsIn(sets, at.regions).map(({ id, name, n }) => ({ id, name: name[lang], n }))],
    standingGroups,
    sorts: [
      ...(at.told === 'bands' ? [{ key: 'band' as const, label: terms.sorts.band }] : [{ key: 'rank' as const, label: terms.sorts.rank }]),
      { key: 'code', label: terms.sorts.code },
      { key: 'name', label: terms.sorts.name },
      ...(groupIds.length > 1 ? [{ key: 'group' as const, label: isWorld ? terms.sorts.continent : terms.sorts.group }] : []),
    ],
    firstSort: at.told === 'bands' ? 'band' : 'rank',
    marks: markViews(at.figures, say).map((one) => tableMark(one, say)),
    refusal,
    notes: [
      ...(isCompared ? [] : [at.told === 'values' ? terms.computed : at.told === 'ranks' ? terms.publishedOnly : terms.bandsOnly]),
      ...(columns.some(({ key }) => key === 'published') ? [terms.publishedBeside] : []),
      ...(columns.some(({ key }) => key === 'place') ? [terms.groupPlace] : []),
      ...(columns.some(({ key }) => key === 'spark') ? [terms.ownScaleNote] : []),
      ...(isWorld && isCompared ? [words.sentences.editionsDiffer] : []),
      ...(indicator.notes ?? []).map((note) => note[lang]),
    ],
    sourceIds: [...new Set([...at.at, ...(isCompared ? before.at : []), ...(nation && nationRow ? [nationRow] : [])].map(({ sourceId }) => sourceId))],
  };
}
