import { formatFigure, formatList, formatPeriod, formatValue, halfOf, inUnit, joinUnit, formatNumber, shownDecimals, unitName } from '../i18n/format.ts';
import type { Say } from '../i18n/say.ts';
import type { Indicator, IndicatorTable } from '../model/indicator.ts';
import { ABSENCES, hasValue, type Absence, type Observation, type Period } from '../model/observation.ts';
import type { Lang } from '../model/text.ts';
import type { Region } from '../model/region.ts';
import { classBreaks, classOf } from '../query/classBreaks.ts';
import { coverage } from '../query/coverage.ts';
import { expectedCount, isExpected } from '../query/expected.ts';
import { mappablePeriods, observationsAt } from '../query/select.ts';
import { rank } from '../query/rank.ts';
import { summary } from '../query/summary.ts';
import type { MapRegionView, MapView } from './mapView.ts';
import type { TableView } from './tableView.ts';

export interface BarView {
  readonly id: string;
  readonly name: string;
  readonly rank: string;
  /** With its unit where that is short; “？” behind a doubtful one. */
  readonly text: string;
  /** Part of the longest bar, from zero; null: no bar, because a bar of no length would read as 0. */
  readonly share: number | null;
  /** The colour class, 1 … 5. */
  readonly tone: number;
  readonly doubtful: boolean;
}

/** Everything that one indicator says of the provinces in one period. */
export interface ProvinceView {
  readonly name: string;
  /** “网上政务服务能力 · 2019年 · 分” */
  readonly heading: string;
  readonly coverage: string;
  readonly takeaway: string;
  readonly map: MapView;
  readonly bars: readonly BarView[];
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
}

const isDoubtful = (observation: Observation): boolean => observation.confidence === 'C';

const statusWords = (observation: Observation, { words }: Say): string => {
  if (observation.value === null) return words.absence[observation.status];
  const parts = [words.status[observation.status], words.precision[observation.precision], isDoubtful(observation) ? words.doubtful : ''];
  return parts.filter(Boolean).join(words.comma);
};

const bandName = (indicator: Indicator, band: string | undefined, { lang }: Say): string | undefined =>
  indicator.bands?.find(({ id }) => id === band)?.name[lang];

/** “31 provinces” in the words of what the table is expected to cover. */
export const coverageText = (k: number, n: number, indicator: Indicator, { words }: Say): string =>
  indicator.expected === 'provinces' ? words.coverageProvinces(k, n) : indicator.expected === 'countries' ? words.coverageCountries(k, n) : words.coverage(k, n);

/** The median of an even number of figures lies between two of them: it may need one decimal more than was printed. */
function medianText(median: number, indicator: Indicator, printed: number, lang: Lang): string {
  const shown = inUnit(median, indicator, lang);
  const decimals = shownDecimals(indicator, printed, lang);
  return formatNumber(shown, Math.abs(Number(shown.toFixed(decimals)) - shown) < 1e-9 ? decimals : decimals + 1);
}

/** Only the decimals that the edges need: 74, not 74.00. */
function edgeTexts(breaks: readonly number[], indicator: Indicator, printed: number, { lang }: Say): readonly string[] {
  const edges = breaks.map((edge) => inUnit(edge, indicator, lang));
  let decimals = 0;
  const most = shownDecimals(indicator, printed, lang);
  while (decimals < most && edges.some((edge) => Math.abs(Number(edge.toFixed(decimals)) - edge) > 1e-9)) decimals += 1;
  return edges.map((edge) => formatNumber(edge, decimals));
}

/**
 * @param input `period` is one of the table's mappable periods; regions without a row are told as not surveyed when
 *   nobody expects them (Hong Kong, Macao, Taiwan), and as not gathered otherwise.
 */
export function provinceView({ table, period, regions, selected }: ProvinceInput, say: Say): ProvinceView {
  const { indicator } = table;
  const { lang, words } = say;
  const ids = new Set(regions.map(({ id }) => id));
  const nameOf = new Map(regions.map((region) => [region.id, region.short[lang]]));
  const name = (id: string) => nameOf.get(id) ?? id;
  const at = observationsAt(table, period).filter(({ regionId }) => ids.has(regionId));
  const byRegion = new Map(at.map((observation) => [observation.regionId, observation]));
  const mapped = new Set(mappablePeriods(table));
  const breaks = classBreaks(indicator, table.observations.filter((one) => ids.has(one.regionId) && mapped.has(one.period)));
  const bands = indicator.bands ?? [];
  const byBands = indicator.publishes === 'bands' || (bands.length > 0 && !at.some(hasValue));
  const classCount = byBands ? Math.max(1, bands.length) : Math.max(1, breaks.length - 1);
  const ranking = rank(at.filter((one) => !byBands || one.value !== null), indicator.better);
  const rankOf = new Map(ranking.ranked.map((row) => [row.observation.regionId, row]));
  const when = formatPeriod(period, lang);
  const unit = unitName(indicator, lang);
  const printed = Math.max(0, ...at.filter(hasValue).map(({ printedDecimals }) => printedDecimals));

  const absenceOf = (region: Region, observation: Observation | undefined): Absence | null => {
    if (observation) return observation.value === null && !(byBands && observation.band !== undefined) ? observation.status : null;
    return isExpected(region, indicator.expected) ? 'notGathered' : region.group === 'hmt' ? 'notSurveyed' : 'notApplicable';
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
    const valueText =
      band ?? (observation && hasValue(observation) ? formatValue(observation, indicator, lang) : absence ? words.absence[absence] : words.noValue(when));
    const shortText = band ?? (observation && hasValue(observation) ? formatFigure(observation, indicator, lang) : absence ? words.absenceShort[absence] : '');
    const published = observation?.publishedRank;
    const rankText = place && !byBands ? words.rankOf(place.rank, place.n) : published !== undefined ? words.publishedRank(published) : '';
    const extra = observation && hasValue(observation) && (isDoubtful(observation) || observation.status !== 'measured' || observation.precision !== 'exact') ? statusWords(observation, say) : '';
    return {
      id: region.id,
      name: region.short[lang],
      abbr: lang === 'zh' ? (region.abbr ?? region.short.zh.slice(0, 1)) : (region.abbrEn ?? region.short.en.slice(0, 2)),
      valueText,
      shortText,
      rankText,
      classIndex,
      absence,
      doubtful: observation !== undefined && hasValue(observation) && isDoubtful(observation),
      derived: observation?.status === 'derived',
      spoken: [region.short[lang], valueText, extra, rankText, when].filter(Boolean).join(words.comma),
    };
  };
  const regionViews = regions.map(regionView);

  const absences = ABSENCES.flatMap((kind) => {
    const those = regionViews.filter((view) => view.absence === kind);
    return those.length === 0 ? [] : [{ kind, label: words.absence[kind], regions: formatList(those.map((view) => view.name), lang) }];
  });
  const counts = Array.from({ length: classCount }, (_, index) => regionViews.filter((view) => view.classIndex === index).length);
  const covered = coverage(at, byBands ? { ...indicator, publishes: 'bands' } : indicator, regions);
  const spread = summary(ranking.ranked.map(({ observation }) => observation.value));

  const first = ranking.ranked.filter((row) => row.rank === 1);
  const leader = first[0];
  const lead = indicator.better === 'none' ? words.leadMost : indicator.better === 'lower' ? words.leadLeast : words.lead;
  const takeaway = byBands
    ? words.bandsTake(when, bands.map((band, index) => words.bandPart(band.name[lang], counts[index] ?? 0)).reverse().join(words.comma))
    : leader && spread
      ? [
          lead(when, formatList(first.map(({ observation }) => name(observation.regionId)), lang), first.length > 1, formatValue(leader.observation, indicator, lang) + (first.some(({ observation }) => isDoubtful(observation)) ? words.comma + words.doubtful : '')),
          words.median(joinUnit(medianText(spread.median, indicator, printed, lang), unit, lang)),
        ].join(words.comma)
      : words.noValue(when);

  const longest = Math.max(0, ...ranking.ranked.map(({ observation }) => Math.abs(observation.value)));
  const hasNegative = ranking.ranked.some(({ observation }) => observation.value < 0);
  const bars = byBands
    ? []
    : ranking.ranked.map(
        ({ observation, rank: place }): BarView => ({
          id: observation.regionId,
          name: name(observation.regionId),
          rank: String(place),
          text: formatFigure(observation, indicator, lang) + (isDoubtful(observation) ? '？' : ''),
          // Bars of mixed sign need an axis in the middle; the list then gives the figures alone.
          share: hasNegative || longest === 0 ? null : observation.value / longest,
          tone: (classOf(observation.value, breaks) ?? 0) + 1,
          doubtful: isDoubtful(observation),
        }),
      );

  const order = [...ranking.ranked.map(({ observation }) => observation.regionId), ...regions.map(({ id }) => id)];
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
            ...(showRank ? [{ text: place ? String(place.rank) : '' }] : []),
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
    ...(at.some((one) => one.status === 'derived') ? [words.derivedNote] : []),
    ...(indicator.notes ?? []).map((note) => note[lang]),
  ];

  return {
    name: indicator.name[lang],
    heading: [indicator.name[lang], when, unit].filter(Boolean).join(' · '),
    coverage: coverageText(covered.k, expectedCount(indicator.expected), indicator, say),
    takeaway,
    map: {
      regions: Object.fromEntries(regionViews.map((view) => [view.id, view])),
      selected,
      classCount,
      legend: {
        edges: byBands ? [] : edgeTexts(breaks, indicator, printed, say),
        counts,
        ...(byBands ? { bandNames: bands.map((band) => band.name[lang]) } : {}),
        absences,
        unitText: unit,
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
