import { formatFigure, formatList, formatPeriod, formatValue, halfOf, unitName } from '../i18n/format.ts';
import type { Atlas } from '../model/atlas.ts';
import type { Claim } from '../model/claim.ts';
import type { Dataset, Source } from '../model/dataset.ts';
import type { IndicatorTable } from '../model/indicator.ts';
import { hasValue, type Observation } from '../model/observation.ts';
import type { Geometry } from '../prerender/geometry.ts';
import { provinceIsland, trendIsland, type DrawnIsland, type TrendIsland } from '../prerender/islands.ts';
import { regionsMatrix, type MatrixIsland } from '../prerender/matrixIsland.ts';
import type { PageContext } from '../prerender/pageContext.ts';
import { unitsIsland } from '../prerender/unitsIsland.ts';
import { expectedCount } from '../query/expected.ts';
import { partial } from '../query/partial.ts';
import { rank } from '../query/rank.ts';
import { mappablePeriods, observationsAt, periods } from '../query/select.ts';
import { inToldOrder } from '../view/toldOrder.ts';
import { freshnessView, type FreshnessView } from '../view/freshnessView.ts';
import { levelsView, type LevelsView } from '../view/levelsView.ts';
import { levelsTakeaway } from '../view/sentences/levels.ts';
import type { Takeaway } from '../view/sentences/takeaway.ts';
import type { Working } from '../view/workings.ts';
import { MOST_LINES, multiplesView, type MultiplesView } from '../view/multiplesView.ts';
import { namer } from '../view/sentences/phrases.ts';
import { seriesTable } from '../view/seriesTable.ts';
import type { TableView } from '../view/tableView.ts';
import { trendFigure, type TrendFigureView } from '../view/trendFigure.ts';
import { trendView } from '../view/trendView.ts';
import { worldIsland } from '../prerender/worldIsland.ts';
import { marketClaims } from './marketClaims.ts';
import { datasetOf, mayHandOn, sourcesLine } from './lookup.ts';
import { takeawayOf } from './takeawayOf.ts';

/** One indicator's page, finished: what it says depends on what its publisher gives. */
export interface IndicatorPageView {
  readonly id: string;
  /** Its publisher lets nobody hand the table on. */
  readonly isKept: boolean;
  readonly name: string;
  readonly theme: string;
  readonly takeaway: string;
  readonly definition: string;
  readonly facts: readonly { readonly term: string; readonly text: string; readonly href?: string; readonly download?: boolean }[];
  readonly map: DrawnIsland | null;
  /** Its regions on one axis, and over time. */
  readonly units: DrawnIsland | null;
  readonly trend: TrendIsland | null;
  /** In place of the trend, where it has more lines than can be told apart. */
  readonly multiples: { readonly view: MultiplesView; readonly figure: TrendFigureView } | null;
  /** Parts of a whole, where the descriptor names them. */
  readonly levels: { readonly view: LevelsView; readonly takeaway: Takeaway; readonly source: string } | null;
  readonly world: DrawnIsland | null;
  /** The single latest figure, where there is nothing to draw. */
  readonly figure: { readonly text: string; readonly when: string; readonly limits: readonly string[]; readonly workings: readonly Working[] } | null;
  /** All regions in all periods, where there is a map. */
  readonly matrix: MatrixIsland | null;
  readonly tables: readonly { readonly title: string; readonly note: string; readonly view: TableView }[];
  readonly breaks: readonly string[];
  readonly notes: readonly string[];
  readonly freshness: FreshnessView;
  /** Line by line, where publishers or definitions differ in age. */
  readonly seriesFreshness: readonly { readonly name: string; readonly view: FreshnessView }[];
  readonly claims: readonly { readonly id: string; readonly href: string; readonly text: string; readonly who: string; readonly verdict: string }[];
  readonly sources: readonly Source[];
  readonly source: string;
}

/** Fewer than this is no trend. */
const MIN_TREND_PERIODS = 3;

/** All regions of one period as ranked by us, with the publisher's places beside them. */
function countryTable(table: IndicatorTable, period: string, atlas: Atlas, page: PageContext): TableView {
  const { indicator } = table;
  const { lang, say } = page;
  const { words } = say;
  const at = observationsAt(table, period);
  const ranking = rank(at, indicator.better);
  const ranked = inToldOrder(ranking, say);
  const placeOf = new Map(ranked.map((row) => [row.observation.regionId, words.rankCell(row.rank, row.n)]));
  const region = (id: string) => atlas.regions.find((one) => one.id === id);
  const hasPublished = at.some(({ publishedRank }) => publishedRank !== undefined);
  const order = [...ranked.map(({ observation }) => observation), ...at.filter((one) => !hasValue(one))];
  return {
    columns: [
      { key: 'rank', label: words.rank, numeric: true, tight: true },
      ...(hasPublished ? [{ key: 'published', label: words.publishedRankColumn, numeric: true, tight: true }] : []),
      { key: 'country', label: words.region, head: true },
      { key: 'value', label: words.value, numeric: true },
      { key: 'group', label: page.words.indicator.group },
      { key: 'note', label: words.note },
    ],
    rows: order.map((one) => ({
      key: one.regionId,
      cells: [
        { text: placeOf.get(one.regionId) ?? '' },
        ...(hasPublished ? [{ text: one.publishedRank === undefined ? '' : String(one.publishedRank) }] : []),
        { text: region(one.regionId)?.short[lang] ?? one.regionId },
        { text: hasValue(one) ? formatFigure(one, indicator, lang) : words.absence[one.status] },
        { text: region(one.regionId)?.unRegion?.[lang] ?? '' },
        { text: halfOf(one.note ?? '', lang) },
      ],
    })),
  };
}

/** Places only: “first 10 of 31”, one table a period. */
function placeTables(table: IndicatorTable, atlas: Atlas, page: PageContext): IndicatorPageView['tables'] {
  const { lang, say, words } = page;
  const n = expectedCount(table.indicator.expected);
  return [...periods(table)].reverse().flatMap((period) => {
    const at = observationsAt(table, period).filter(({ publishedRank, band }) => publishedRank !== undefined || band !== undefined);
    if (at.length === 0) return [];
    const places = partial(at, n);
    const hasPlaces = at.some(({ publishedRank }) => publishedRank !== undefined);
    const bandIndex = ({ band }: Observation) => table.indicator.bands?.findIndex(({ id }) => id === band) ?? -1;
    const sorted = hasPlaces ? [...at].sort((a, b) => (a.publishedRank ?? Infinity) - (b.publishedRank ?? Infinity)) : [...at].sort((a, b) => bandIndex(b) - bandIndex(a));
    const hasBands = at.some(({ band }) => band !== undefined);
    const hasValues = at.some(hasValue);
    return [
      {
        title: words.indicator.rankingOf(formatPeriod(period, lang)),
        note: places ? words.indicator.partial(places.k, n) : say.words.coverageProvinces(at.length, n),
        view: {
          columns: [
            ...(hasPlaces ? [{ key: 'rank', label: say.words.publishedRankColumn, numeric: true, tight: true }] : []),
            { key: 'region', label: say.words.region, head: true },
            ...(hasValues ? [{ key: 'value', label: say.words.value, numeric: true }] : []),
            ...(hasBands ? [{ key: 'band', label: say.words.bandColumn }] : []),
            { key: 'confidence', label: say.words.confidence },
          ],
          rows: sorted.map((one) => ({
            key: one.regionId,
            cells: [
              ...(hasPlaces ? [{ text: one.publishedRank === undefined ? '' : String(one.publishedRank) }] : []),
              { text: atlas.regions.find(({ id }) => id === one.regionId)?.short[lang] ?? one.regionId },
              ...(hasValues ? [{ text: hasValue(one) ? formatFigure(one, table.indicator, lang) : say.words.absence[one.status] }] : []),
              ...(hasBands ? [{ text: table.indicator.bands?.find(({ id }) => id === one.band)?.name[lang] ?? '' }] : []),
              { text: one.confidence },
            ],
          })),
        },
      },
    ];
  });
}

function claimTexts(claims: readonly Claim[], page: PageContext): IndicatorPageView['claims'] {
  const { lang, words } = page;
  return claims.map((claim) => ({
    id: claim.id,
    href: `${page.href('claims.html')}#${claim.id}`,
    text: claim.paraphrase[lang],
    who: words.indicator.claimLine(halfOf(claim.speaker, lang), words.forum[claim.forum]),
    verdict: [words.verdict[claim.verdict], claim.verdictNote?.[lang] ?? ''].filter(Boolean).join(lang === 'zh' ? '：' : ': '),
  }));
}

/** Each line of an indicator ages by itself; where all are as old as the newest, one line says it. */
function seriesFreshness(table: IndicatorTable, dataset: Dataset, { lang, say }: PageContext): IndicatorPageView['seriesFreshness'] {
  const all = (table.indicator.series ?? []).flatMap(({ id, name }) => {
    const own = table.observations.filter(({ seriesId }) => seriesId === id);
    return own.some(hasValue) ? [{ name: name[lang], view: freshnessView({ ...table, observations: own }, dataset, say) }] : [];
  });
  return new Set(all.map(({ view }) => view.until)).size > 1 ? all : [];
}

/** Why figures that the checks doubt stand as they are; what was doubted alike and has the same reason is told together. */
function explainedNotes(atlas: Atlas, { indicator }: IndicatorTable, { lang, say, words }: PageContext): readonly string[] {
  const own = atlas.explained.filter((one) => one.indicator === indicator.id);
  const nameOf = namer(atlas.regions, say);
  const cellOf = ({ cell }: (typeof own)[number]): string => [indicator.expected === 'nation' ? '' : nameOf(cell.region), indicator.series?.find(({ id }) => id === cell.series)?.name[lang] ?? '', formatPeriod(cell.period, lang)].filter(Boolean).join(lang === 'zh' ? '' : ', ');
  const isAlike = (one: (typeof own)[number], other: (typeof own)[number]): boolean => one.kind === other.kind && one.reason[lang] === other.reason[lang];
  return own.filter((one, index) => own.findIndex((other) => isAlike(one, other)) === index).map((one) => words.indicator.explained(formatList(own.filter((other) => isAlike(one, other)).map(cellOf), lang), one.kind, one.reason[lang]));
}

export function indicatorPage(atlas: Atlas, table: IndicatorTable, geometry: Geometry, page: PageContext): IndicatorPageView {
  const { indicator } = table;
  const { lang, words, say } = page;
  const dataset = datasetOf(atlas, table);
  const claims = atlas.claims.filter(({ indicators }) => indicators.includes(indicator.id));
  const drawnClaims = indicator.id === 'egov-market-size' ? marketClaims(atlas) : [];
  const charted = table.observations.filter(hasValue).filter(({ confidence }) => confidence !== 'C');
  const chartPeriods = new Set([...charted, ...drawnClaims].map(({ period }) => period));
  const isProvincial = indicator.expected.startsWith('provinces');
  const isWorld = indicator.expected === 'countries';
  const mapPeriods = isProvincial ? mappablePeriods(table) : [];
  const lastPeriod = periods(table).at(-1) ?? '';
  // What is, before what is foretold; a forecast is told as one.
  const told = charted.some(({ status }) => status !== 'forecast') ? charted.filter(({ status }) => status !== 'forecast') : charted;
  const latest = told.filter(({ period }) => period === told.map((one) => one.period).sort().at(-1));
  const freshness = freshnessView(table, dataset, say);

  const map = mapPeriods.length > 0 ? provinceIsland(atlas, table, geometry, page, { barTitle: words.indicator.ranking, barCount: 32, choosable: false }) : null;
  const isTrend = !isProvincial && !isWorld && chartPeriods.size >= MIN_TREND_PERIODS;
  const isMany = new Set(charted.map(({ seriesId }) => seriesId)).size > MOST_LINES;
  const multiples = isTrend && isMany ? { view: multiplesView(trendView(table, [], say), say), figure: trendFigure({ table, claims: [], words, kind: null, base: null }, say) } : null;
  const trend =
    isTrend && !isMany
      ? trendIsland(table, drawnClaims, page, {
          id: 'trend',
          source: sourcesLine(atlas, table, [...new Set(table.observations.map(({ sourceId }) => sourceId))], page),
          freshness,
          span: 'sheet',
          isTransformable: true,
        })
      : null;
  const world = isWorld ? worldIsland(atlas, table, page) : null;

  const { parts } = indicator;
  const whole = atlas.tables.find((one) => one.indicator.id === parts?.total) ?? null;
  const stacked = parts ? levelsView(table, whole, say) : null;
  const levels = stacked && parts ? { view: stacked, takeaway: levelsTakeaway({ table, parts: parts.series, total: null }, say), source: sourcesLine(atlas, table, stacked.sourceIds, page) } : null;

  const tables: IndicatorPageView['tables'] = isWorld
    ? [{ title: words.indicator.rankingOf(lastPeriod), note: '', view: countryTable(table, lastPeriod, atlas, page) }]
    : !isProvincial
      ? [{ title: words.indicator.all, note: '', view: seriesTable(table, drawnClaims, say, words) }]
      : map
        ? []
        : placeTables(table, atlas, page);

  const newest = latest[0];
  const { text: takeaway, limits, workings } = takeawayOf(atlas, table, say);

  const usedSources = [...new Set(table.observations.map(({ sourceId }) => sourceId))];
  return {
    id: indicator.id,
    isKept: !mayHandOn(atlas, table),
    name: indicator.name[lang],
    theme: words.themes[indicator.theme],
    takeaway,
    definition: indicator.definition[lang],
    facts: [
      ...(unitName(indicator, lang) ? [{ term: words.indicator.unit, text: unitName(indicator, lang) }] : []),
      { term: words.indicator.better, text: words.indicator.betterWords[indicator.better] },
      { term: words.when, text: words.indicators.periods(formatPeriod(periods(table)[0] ?? '', lang), formatPeriod(lastPeriod, lang)) },
      { term: words.indicator.dataset, text: dataset.title[lang], href: `${page.href('sources.html')}#${dataset.id.replace('/', '-')}` },
      { term: words.indicator.edition, text: `${dataset.edition}${lang === 'zh' ? '；' : '; '}${words.retrieved(dataset.retrieved)}` },
      { term: words.indicator.licence, text: dataset.licence.title[lang] },
      mayHandOn(atlas, table)
        ? { term: words.indicator.file, text: `${indicator.id}.csv`, href: `${page.base}data/${table.file}`, download: true }
        : { term: words.indicator.file, text: dataset.licence.redistributable ? words.indicator.heldBack : words.indicator.notRedistributable },
      ...(mayHandOn(atlas, table) ? [{ term: words.opendata.forms, text: words.opendata.formsText, href: `${page.href('data.html')}#table-${indicator.id}` }] : []),
    ],
    map,
    units: unitsIsland(atlas, table, page),
    trend,
    multiples,
    levels,
    world,
    figure: !map && !trend && !multiples && !world && !isProvincial && newest ? { text: formatValue(newest, indicator, lang), when: formatPeriod(newest.period, lang), limits, workings } : null,
    matrix: map ? regionsMatrix(atlas, table, page) : null,
    tables,
    breaks: (indicator.methodBreaks ?? []).map(({ period, reason }) => `${formatPeriod(period, lang)}${lang === 'zh' ? '：' : ': '}${reason[lang]}`),
    notes: [...(isWorld && !table.observations.some(({ publishedRank }) => publishedRank !== undefined) ? [words.indicator.componentRank] : []), ...(indicator.notes ?? []).map((note) => note[lang]), ...explainedNotes(atlas, table, page)],
    freshness,
    seriesFreshness: seriesFreshness(table, dataset, page),
    claims: claimTexts(claims, page),
    sources: dataset.sources.filter(({ id }) => usedSources.includes(id)),
    source: sourcesLine(atlas, table, usedSources, page),
  };
}
