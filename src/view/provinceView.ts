import { formatFigure, formatList, formatPeriod, formatValue, halfOf, inUnit, formatNumber, shownDecimals, unitName } from '../i18n/format.ts';
import type { Say } from '../i18n/say.ts';
import type { Indicator, IndicatorTable } from '../model/indicator.ts';
import { ABSENCES, hasValue, type Absence, type Measured, type Observation, type Period } from '../model/observation.ts';
import type { Region } from '../model/region.ts';
import { classBreaks, classMethod, classOf } from '../query/classBreaks.ts';
import { coverage } from '../query/coverage.ts';
import { expectedCount, isExpected } from '../query/expected.ts';
import { mappablePeriods, observationsAt } from '../query/select.ts';
import { rank } from '../query/rank.ts';
import { inToldOrder } from './toldOrder.ts';
import { MOST_CLASSES, type AbsenceView, type MapRegionView, type MapView, type MarkView } from './mapView.ts';
import { provincesTakeaway } from './sentences/provinces.ts';
import type { Takeaway } from './sentences/takeaway.ts';
import type { TableView } from './tableView.ts';

export interface BarView {
  readonly id: string;
  readonly name: string;
  readonly rank: string;
  /** The figure; a change with its direction. */
  readonly text: string;
  /** Signs of its status. */
  readonly mark: string;
  /** Both ends, as parts of the width, the one at zero first; null: no bar, because a bar of no length would read as 0. */
  readonly from: number | null;
  readonly to: number | null;
  /** Where the earlier of two periods stood. */
  readonly earlier: number | null;
  readonly classIndex: number;
  /** Doubtful, or a forecast: an outline without a fill. */
  readonly isHollow: boolean;
  /** A bound: the bar ends in » or « and does not close. */
  readonly bound: 'lower' | 'upper' | null;
  /** What the map's readout says of the region. */
  readonly spoken: string;
}

export interface BarsView {
  /** Its accessible name. */
  readonly label: string;
  /** Where zero is, as a part of the width: 0 when nothing is negative, 1 when nothing is positive. */
  readonly zero: number;
  readonly rows: readonly BarView[];
  readonly classCount: number;
  readonly ramp?: 'sequence' | 'diverging';
}

/** Everything that one indicator says of the provinces in one period, or in two. */
export interface ProvinceView {
  readonly name: string;
  /** “网上政务服务能力 · 2019年 · 分” */
  readonly heading: string;
  readonly coverage: string;
  readonly takeaway: Takeaway;
  readonly map: MapView;
  /** The earlier of two periods side by side. */
  readonly earlierMap?: MapView;
  readonly bars: BarsView;
  /** For classes instead of values: who is in each, highest first. */
  readonly groups: readonly { readonly name: string; readonly count: string; readonly regions: string }[];
  readonly table: TableView;
  readonly notes: readonly string[];
  /** Named once each, in order of first use. */
  readonly sourceIds: readonly string[];
}

export interface ProvinceInput {
  readonly table: IndicatorTable;
  readonly period: Period;
  /** The 34 province-level regions and the Corps. */
  readonly regions: readonly Region[];
  readonly selected: string | null;
  /** The table was worked out here from a published one. */
  readonly isTransformed?: boolean;
}

export const isDoubtful = (observation: Observation): boolean => observation.confidence === 'C';

export const statusWords = (observation: Observation, { words }: Say): string => {
  if (observation.value === null) return words.absence[observation.status];
  const parts = [words.status[observation.status], words.precision[observation.precision], isDoubtful(observation) ? words.doubtful : ''];
  return parts.filter(Boolean).join(words.comma);
};

const STATUS_MARKS = { measured: '', provisional: '◐', estimated: '○', forecast: '◌', derived: '■' } as const;
export const DOUBT_MARK = '？';

const bandName = (indicator: Indicator, band: string | undefined, { lang }: Say): string | undefined =>
  indicator.bands?.find(({ id }) => id === band)?.name[lang];

/** “31 provinces” in the words of what the table is expected to cover. */
export const coverageText = (k: number, n: number, indicator: Indicator, { words }: Say): string =>
  indicator.expected === 'provinces' ? words.coverageProvinces(k, n) : indicator.expected === 'countries' ? words.coverageCountries(k, n) : words.coverage(k, n);

/** Only the decimals that the edges need: 74, not 74.00. */
function edgeTexts(breaks: readonly number[], indicator: Indicator, printed: number, { lang }: Say): readonly string[] {
  const edges = breaks.map((edge) => inUnit(edge, indicator, lang));
  let decimals = 0;
  const most = shownDecimals(indicator, printed, lang);
  while (decimals < most && edges.some((edge) => Math.abs(Number(edge.toFixed(decimals)) - edge) > 1e-9)) decimals += 1;
  return edges.map((edge) => formatNumber(edge, decimals));
}

/** What a region is on a map without a figure: outside the survey's list, or expected and not there. */
export const absenceWithoutRow = (region: Region, indicator: Indicator): Absence =>
  isExpected(region, indicator.expected) ? 'notGathered' : region.group === 'hmt' ? 'notSurveyed' : 'notApplicable';

/** Regions without a figure, those of one kind and reason together. */
export function absenceViews(absent: readonly { readonly kind: Absence; readonly label: string; readonly name: string }[], { lang }: Say): readonly AbsenceView[] {
  return ABSENCES.flatMap((kind) => {
    const those = absent.filter((one) => one.kind === kind);
    return [...new Set(those.map(({ label }) => label))].map((label) => ({ kind, label, regions: formatList(those.filter((one) => one.label === label).map(({ name }) => name), lang) }));
  });
}

type Status = Pick<Measured, 'status' | 'precision' | 'confidence'>;

/** The signs that stand in a picture and what they mean; where all figures are derived it is said once, and none is marked. */
export function markViews(drawn: readonly Status[], { words, lang }: Say): readonly MarkView[] {
  const say = words.compare;
  const has = (is: (one: Status) => boolean) => drawn.some(is);
  const allDerived = drawn.length > 0 && drawn.every(({ status }) => status === 'derived');
  const marks: readonly (MarkView & { readonly isThere: boolean })[] = [
    { mark: STATUS_MARKS.derived, label: allDerived ? say.allDerived : say.derivedMark, isThere: has(({ status }) => status === 'derived') },
    { mark: STATUS_MARKS.provisional, label: say.provisionalMark, isThere: has(({ status }) => status === 'provisional') },
    { mark: STATUS_MARKS.estimated, label: say.estimatedMark, isThere: has(({ status }) => status === 'estimated') },
    { mark: STATUS_MARKS.forecast, label: say.forecastMark, isThere: has(({ status }) => status === 'forecast') },
    { mark: '»', label: say.lowerMark, isThere: has(({ precision }) => precision === 'lowerBound') },
    { mark: '«', label: say.upperMark, isThere: has(({ precision }) => precision === 'upperBound') },
    { mark: lang === 'zh' ? '约' : 'c.', label: say.approximateMark, isThere: has(({ precision }) => precision === 'approximate') },
    { mark: DOUBT_MARK, label: say.doubtfulMark, isThere: has(({ confidence }) => confidence === 'C') },
  ];
  return marks.flatMap(({ mark, label, isThere }) => (isThere ? [{ mark, label }] : []));
}

/** The signs of one figure among others. */
export const markOf = (observation: Measured, allDerived: boolean): string =>
  (allDerived && observation.status === 'derived' ? '' : STATUS_MARKS[observation.status]) + (isDoubtful(observation) ? DOUBT_MARK : '');

interface BarInput extends Omit<BarView, 'from' | 'to' | 'earlier'> {
  readonly value: number;
  readonly earlierValue?: number | undefined;
}

/** Bars from one zero: to the right of it what is more, to the left what is less. */
export function barsView(rows: readonly BarInput[], frame: Omit<BarsView, 'zero' | 'rows'>): BarsView {
  const values = rows.flatMap(({ value, earlierValue }) => (earlierValue === undefined ? [value] : [value, earlierValue]));
  const low = Math.min(0, ...values);
  const span = Math.max(0, ...values) - low;
  const place = (value: number | undefined) => (span === 0 || value === undefined ? null : (value - low) / span);
  return {
    ...frame,
    zero: place(0) ?? 0,
    rows: rows.map(({ value, earlierValue, ...row }) => ({ ...row, from: place(0), to: place(value), earlier: place(earlierValue) })),
  };
}

/**
 * @param input `period` is one of the table's mappable periods; regions without a row are told as not surveyed when
 *   nobody expects them (Hong Kong, Macao, Taiwan), and as not gathered otherwise.
 */
export function provinceView({ table, period, regions, selected, isTransformed = false }: ProvinceInput, say: Say): ProvinceView {
  const { indicator } = table;
  const { lang, words } = say;
  const ids = new Set(regions.map(({ id }) => id));
  const nameOf = new Map(regions.map((region) => [region.id, region.short[lang]]));
  const name = (id: string) => nameOf.get(id) ?? id;
  const at = observationsAt(table, period).filter(({ regionId }) => ids.has(regionId));
  const byRegion = new Map(at.map((observation) => [observation.regionId, observation]));
  const mapped = new Set(mappablePeriods(table));
  const breaks = classBreaks(indicator, table.observations.filter((one) => ids.has(one.regionId) && mapped.has(one.period)));
  const allBands = indicator.bands ?? [];
  const byBands = indicator.publishes === 'bands' || (allBands.length > 0 && !at.some(hasValue));
  // A publisher who cuts anew each year has more bands than there are colours; those of one year don't overlap.
  const bands = allBands.length <= MOST_CLASSES ? allBands : allBands.filter(({ id }) => at.some(({ band }) => band === id));
  const classCount = byBands ? Math.max(1, bands.length) : Math.max(1, breaks.length - 1);
  const ranking = rank(at.filter((one) => !byBands || one.value !== null), indicator.better);
  const ranked = inToldOrder(ranking, say);
  const rankOf = new Map(ranking.ranked.map((row) => [row.observation.regionId, row]));
  const when = formatPeriod(period, lang);
  const unit = unitName(indicator, lang);
  const drawn = at.filter(hasValue);
  const printed = Math.max(0, ...drawn.map(({ printedDecimals }) => printedDecimals));
  const allDerived = drawn.every(({ status }) => status === 'derived');

  const absenceOf = (region: Region, observation: Observation | undefined): Absence | null => {
    if (observation) return observation.value === null && !(byBands && observation.band !== undefined) ? observation.status : null;
    return absenceWithoutRow(region, indicator);
  };

  const regionView = (region: Region): MapRegionView => {
    const observation = byRegion.get(region.id);
    const absence = absenceOf(region, observation);
    const place = rankOf.get(region.id);
    const bandIndex = bands.findIndex(({ id }) => id === observation?.band);
    const classIndex =
      absence !== null || !observation
        ? null
        : byBands
          ? bandIndex === -1
            ? null
            : bandIndex
          : observation.value === null
            ? null
            : classOf(observation.value, breaks);
    const band = byBands && absence === null ? bandName(indicator, observation?.band, say) : undefined;
    const measured = observation && hasValue(observation) ? observation : undefined;
    const valueText = band ?? (measured ? formatValue(measured, indicator, lang) : absence ? words.absence[absence] : words.noValue(when));
    const mark = measured ? markOf(measured, allDerived) : '';
    const shortText = band ?? (measured ? formatFigure(measured, indicator, lang) : absence ? words.absenceShort[absence] : '');
    const published = observation?.publishedRank;
    const rankText = place && !byBands ? (place.isOpen ? words.rankOpen : words.rankOf(place.rank, place.n)) : published !== undefined ? words.publishedRank(published) : '';
    const statusText = measured && (isDoubtful(measured) || measured.status !== 'measured' || measured.precision !== 'exact') ? statusWords(measured, say) : '';
    const asideText = [statusText, rankText, when].filter(Boolean).join(words.comma);
    return {
      id: region.id,
      name: region.short[lang],
      abbr: lang === 'zh' ? (region.abbr ?? region.short.zh.slice(0, 1)) : (region.abbrEn ?? region.short.en.slice(0, 2)),
      valueText,
      shortText,
      rankText,
      classIndex,
      absence,
      doubtful: measured !== undefined && isDoubtful(measured),
      mark,
      asideText,
      spoken: [region.short[lang], valueText, asideText].filter(Boolean).join(words.comma),
    };
  };
  const regionViews = regions.map(regionView);
  const viewOf = new Map(regionViews.map((view) => [view.id, view]));

  const absences = absenceViews(regionViews.flatMap((view) => (view.absence === null ? [] : [{ kind: view.absence, label: words.absence[view.absence], name: view.name }])), say);
  const counts = Array.from({ length: classCount }, (_, index) => regionViews.filter((view) => view.classIndex === index).length);
  const covered = coverage(at, byBands ? { ...indicator, publishes: 'bands' } : indicator, regions);

  const bars = barsView(
    (byBands ? [] : ranked).map(({ observation, rank: place, n, isOpen }) => ({
      id: observation.regionId,
      name: name(observation.regionId),
      rank: isOpen ? words.rankOpenShort : words.rankCell(place, n),
      text: formatFigure(observation, indicator, lang),
      mark: markOf(observation, allDerived),
      value: observation.value,
      classIndex: classOf(observation.value, breaks) ?? 0,
      isHollow: isDoubtful(observation) || observation.status === 'forecast',
      bound: observation.precision === 'lowerBound' ? 'lower' : observation.precision === 'upperBound' ? 'upper' : null,
      spoken: viewOf.get(observation.regionId)?.spoken ?? '',
    })),
    { label: words.compare.barLabel([indicator.name[lang], when].join(words.comma)), classCount },
  );

  const order = [...ranked.map(({ observation }) => observation.regionId), ...regions.map(({ id }) => id)];
  const rowIds = [...new Set(order)].filter((id) => byRegion.has(id));
  const hasPublishedRanks = at.some(({ publishedRank }) => publishedRank !== undefined);
  const hasBands = at.some(({ band }) => band !== undefined);
  const hasNotes = at.some(({ note }) => note !== undefined);
  const showRank = !byBands;
  const table_: TableView = {
    columns: [
      ...(showRank ? [{ key: 'rank', label: words.rank, numeric: true }] : []),
      ...(hasPublishedRanks ? [{ key: 'published', label: words.publishedRankColumn, numeric: true }] : []),
      { key: 'region', label: words.region, head: true },
      ...(byBands ? [] : [{ key: 'value', label: unit ? words.value + words.aside(unit) : words.value, numeric: true }]),
      ...(hasBands ? [{ key: 'band', label: words.bandColumn }] : []),
      { key: 'status', label: words.statusColumn },
      { key: 'confidence', label: words.confidence },
      ...(hasNotes ? [{ key: 'note', label: words.note }] : []),
    ],
    rows: rowIds.flatMap((id) => {
      const observation = byRegion.get(id);
      if (!observation) return [];
      const place = rankOf.get(id);
      return [
        {
          key: id,
          cells: [
            ...(showRank ? [{ text: place ? (place.isOpen ? words.rankOpenShort : words.rankCell(place.rank, place.n)) : '' }] : []),
            ...(hasPublishedRanks ? [{ text: observation.publishedRank === undefined ? '' : String(observation.publishedRank) }] : []),
            { text: name(id) },
            ...(byBands ? [] : [{ text: hasValue(observation) ? formatFigure(observation, indicator, lang) : words.absence[observation.status] }]),
            ...(hasBands ? [{ text: bandName(indicator, observation.band, say) ?? '' }] : []),
            { text: byBands && observation.band !== undefined ? words.status.measured : statusWords(observation, say) },
            { text: observation.confidence },
            ...(hasNotes ? [{ text: halfOf(observation.note ?? '', lang) }] : []),
          ],
        },
      ];
    }),
  };

  const doubtfulNames = regionViews.filter((view) => view.doubtful).map((view) => view.name);
  const notes = [
    ...(doubtfulNames.length > 0 ? [words.doubtNote(formatList(doubtfulNames, lang)) + words.end] : []),
    ...(indicator.notes ?? []).map((note) => note[lang]),
  ];

  const { classesBands, classesDerived, classesGiven, classesQuantiles } = words.compare;
  const method = byBands ? classesBands(bands.length) : breaks.length === 0 ? '' : (isTransformed ? classesDerived : classMethod(indicator) === 'given' ? classesGiven : classesQuantiles)(classCount);

  return {
    name: indicator.name[lang],
    heading: [indicator.name[lang], when, unit].filter(Boolean).join(' · '),
    coverage: coverageText(covered.k, expectedCount(indicator.expected), indicator, say),
    takeaway: provincesTakeaway({ table, period, regions, selected }, say),
    map: {
      regions: Object.fromEntries(regionViews.map((view) => [view.id, view])),
      selected,
      when,
      classCount,
      legend: {
        edges: byBands ? [] : edgeTexts(breaks, indicator, printed, say),
        counts,
        ...(byBands ? { bandNames: bands.map((band) => band.name[lang]) } : {}),
        absences,
        marks: markViews(drawn, say),
        unitText: unit,
        method,
      },
      labels: { map: words.mapName(indicator.name[lang], when), help: words.mapHelp, schematic: words.schematic, inset: words.inset, isles: words.isles },
    },
    bars,
    groups: byBands
      ? bands
          .map((band, index) => ({ name: band.name[lang], those: regionViews.filter((view) => view.classIndex === index) }))
          .filter(({ those }) => those.length > 0)
          .map(({ name: bandTitle, those }) => ({ name: bandTitle, count: String(those.length), regions: formatList(those.map((view) => view.name), lang) }))
          .reverse()
      : [],
    table: table_,
    notes,
    sourceIds: [...new Set(at.map(({ sourceId }) => sourceId))],
  };
}
