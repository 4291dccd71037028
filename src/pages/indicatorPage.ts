import { formatFigure, formatPeriod, formatValue, halfOf, unitName } from '../i18n/format.ts';
import type { Atlas } from '../model/atlas.ts';
import type { Claim } from '../model/claim.ts';
import type { Source } from '../model/dataset.ts';
import type { IndicatorTable } from '../model/indicator.ts';
import { hasValue } from '../model/observation.ts';
import type { Geometry } from '../prerender/geometry.ts';
import { provinceIsland, trendIsland, type DrawnIsland, type TrendIsland } from '../prerender/islands.ts';
import type { PageContext } from '../prerender/pageContext.ts';
import { expectedCount } from '../query/expected.ts';
import { partial } from '../query/partial.ts';
import { rank } from '../query/rank.ts';
import { mappablePeriods, observationsAt, periods } from '../query/select.ts';
import { MOST_LINES, multiplesView, type MultiplesView } from '../view/multiplesView.ts';
import { provinceView } from '../view/provinceView.ts';
import { seriesTable } from '../view/seriesTable.ts';
import type { TableView } from '../view/tableView.ts';
import { trendView } from '../view/trendView.ts';
import { worldView, type WorldView } from '../view/worldView.ts';
import { marketClaims } from './dashboard.ts';
import { datasetOf, provincesOf, sourcesLine } from './lookup.ts';

/** One indicator's page, finished: what it says depends on what its publisher gives. */
export interface IndicatorPageView {
  readonly id: string;
  readonly name: string;
  readonly theme: string;
  readonly takeaway: string;
  readonly definition: string;
  readonly facts: readonly { readonly term: string; readonly text: string; readonly href?: string; readonly download?: boolean }[];
  readonly map: DrawnIsland | null;
  readonly trend: { readonly island: TrendIsland; readonly name: string } | null;
  /** In place of the trend, where it has more lines than can be told apart. */
  readonly multiples: { readonly view: MultiplesView; readonly name: string } | null;
  readonly world: { readonly view: WorldView; readonly label: string } | null;
  /** The single latest figure, where there is nothing to draw. */
  readonly figure: { readonly text: string; readonly when: string } | null;
  readonly tables: readonly { readonly title: string; readonly note: string; readonly view: TableView }[];
  readonly breaks: readonly string[];
  readonly notes: readonly string[];
  readonly claims: readonly { readonly id: string; readonly text: string; readonly who: string; readonly verdict: string }[];
  readonly sources: readonly Source[];
  readonly source: string;
}

const CHINA = 'CHN';
/** Fewer than this is no trend. */
const MIN_TREND_PERIODS = 3;

/** All regions of one period as ranked by us, with the publisher's places beside them. */
function countryTable(table: IndicatorTable, period: string, atlas: Atlas, page: PageContext): TableView {
  const { indicator } = table;
  const { lang, say } = page;
  const { words } = say;
  const at = observationsAt(table, period);
  const { ranked } = rank(at, indicator.better);
  const placeOf = new Map(ranked.map((row) => [row.observation.regionId, row.rank]));
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
        { text: placeOf.has(one.regionId) ? String(placeOf.get(one.regionId)) : '' },
        ...(hasPublished ? [{ text: one.publishedRank === undefined ? '' : String(one.publishedRank) }] : []),
        { text: region(one.regionId)?.short[lang] ?? one.regionId },
        { text: hasValue(one) ? formatFigure(one, indicator, lang) : words.absence[one.status] },
        { text: region(one.regionId)?.unRegion?.[lang] ?? '' },
        { text: halfOf(one.note ?? '', lang) },
      ],
    })),
  };
}

/** Regions in rows, periods in columns: the whole table of an indicator on one sheet. */
function matrixTable(table: IndicatorTable, atlas: Atlas, page: PageContext, regionIds: readonly string[]): TableView {
  const { indicator } = table;
  const { lang, say } = page;
  const columns = periods(table);
  const nameOf = (id: string) => atlas.regions.find((one) => one.id === id)?.short[lang] ?? id;
  const cells = new Map(table.observations.map((one) => [`${one.regionId} ${one.period}`, one]));
  return {
    columns: [{ key: 'region', label: say.words.region, head: true, keep: true }, ...columns.map((period) => ({ key: period, label: formatPeriod(period, lang), numeric: true }))],
    rows: regionIds.map((id) => ({
      key: id,
      cells: [
        { text: nameOf(id) },
        ...columns.map((period) => {
          const one = cells.get(`${id} ${period}`);
          if (!one) return { text: say.words.absence.notGathered };
          if (hasValue(one)) return { text: formatFigure(one, indicator, lang) };
          if (one.publishedRank !== undefined) return { text: say.words.rankShort(one.publishedRank) };
          return { text: indicator.bands?.find(({ id: band }) => band === one.band)?.name[lang] ?? say.words.absence[one.status] };
        }),
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
    const sorted = [...at].sort((a, b) => (a.publishedRank ?? Infinity) - (b.publishedRank ?? Infinity));
    const hasBands = at.some(({ band }) => band !== undefined);
    const hasValues = at.some(hasValue);
    return [
      {
        title: words.indicator.rankingOf(formatPeriod(period, lang)),
        note: places ? words.indicator.partial(places.k, n) : say.words.coverageProvinces(at.length, n),
        view: {
          columns: [
            { key: 'rank', label: say.words.publishedRankColumn, numeric: true, tight: true },
            { key: 'region', label: say.words.region, head: true },
            ...(hasValues ? [{ key: 'value', label: say.words.value, numeric: true }] : []),
            ...(hasBands ? [{ key: 'band', label: say.words.bandColumn }] : []),
            { key: 'confidence', label: say.words.confidence },
          ],
          rows: sorted.map((one) => ({
            key: one.regionId,
            cells: [
              { text: one.publishedRank === undefined ? '' : String(one.publishedRank) },
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
    text: claim.paraphrase[lang],
    who: words.indicator.claimLine(halfOf(claim.speaker, lang), words.forum[claim.forum]),
    verdict: [words.verdict[claim.verdict], claim.verdictNote?.[lang] ?? ''].filter(Boolean).join(lang === 'zh' ? '：' : ': '),
  }));
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
  const nameOf = (id: string) => atlas.regions.find((one) => one.id === id)?.short[lang] ?? id;
  const chartName = [indicator.name[lang], unitName(indicator, lang)].filter(Boolean).join(' · ');

  const map = mapPeriods.length > 0 ? provinceIsland(atlas, table, geometry, page, { barTitle: words.indicator.ranking, barCount: 32, choosable: false }) : null;
  const isTrend = !isProvincial && !isWorld && chartPeriods.size >= MIN_TREND_PERIODS;
  const isMany = new Set(charted.map(({ seriesId }) => seriesId)).size > MOST_LINES;
  const multiples = isTrend && isMany ? { view: multiplesView(trendView(table, [], say), say), name: chartName } : null;
  const trend =
    isTrend && !isMany
      ? { island: trendIsland(table, drawnClaims, page, chartName, 'sheet'), name: chartName }
      : null;
  const world = isWorld && table.observations.some(({ regionId, publishedRank }) => regionId === CHINA && publishedRank !== undefined) ? { view: worldView(table, CHINA, nameOf, lang), label: words.home.worldStrip(lastPeriod) } : null;

  const provinceIds = provincesOf(atlas).map(({ id }) => id);
  const rowIds = [...provinceIds, '100000'].filter((id) => table.observations.some(({ regionId }) => regionId === id));
  const tables: IndicatorPageView['tables'] = isWorld
    ? [{ title: words.indicator.rankingOf(lastPeriod), note: '', view: countryTable(table, lastPeriod, atlas, page) }]
    : !isProvincial
      ? [{ title: words.indicator.all, note: '', view: seriesTable(table, drawnClaims, say, words) }]
      : map
        ? [{ title: words.indicator.all, note: '', view: matrixTable(table, atlas, page, rowIds) }]
        : placeTables(table, atlas, page);

  const chinaRow = isWorld ? rank(observationsAt(table, lastPeriod), indicator.better).ranked.find(({ observation }) => observation.regionId === CHINA) : undefined;
  const firstPlaces = [...observationsAt(table, lastPeriod)].filter(({ publishedRank }) => publishedRank === 1).map(({ regionId }) => nameOf(regionId));
  const newest = latest[0];
  const takeaway = chinaRow
    ? words.indicator.chinaNow(say.words.rankOf(chinaRow.rank, chinaRow.n), formatValue(chinaRow.observation, indicator, lang), lastPeriod) + say.words.end
    : map
      ? provinceView({ table, period: mapPeriods.at(-1) ?? '', regions: provincesOf(atlas), selected: null }, say).takeaway + say.words.end
      : isProvincial
        ? say.words.ranksTake(formatPeriod(lastPeriod, lang), observationsAt(table, lastPeriod).filter(({ publishedRank }) => publishedRank !== undefined).length, expectedCount(indicator.expected), firstPlaces[0] ?? '—') + say.words.end
        : newest
          ? `${formatPeriod(newest.period, lang)}${lang === 'zh' ? '：' : ': '}${latest.map((one) => [indicator.series?.find(({ id }) => id === one.seriesId)?.name[lang], formatValue(one, indicator, lang), ].filter(Boolean).join(' ') + (one.status === 'measured' ? '' : say.words.aside(say.words.status[one.status]))).join(say.words.stop)}${say.words.end}`
          : say.words.noValue(formatPeriod(lastPeriod, lang)) + say.words.end;

  const usedSources = [...new Set(table.observations.map(({ sourceId }) => sourceId))];
  return {
    id: indicator.id,
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
      dataset.licence.redistributable
        ? { term: words.indicator.file, text: `${indicator.id}.csv`, href: `${page.base}data/${table.file}`, download: true }
        : { term: words.indicator.file, text: words.indicator.notRedistributable },
    ],
    map,
    trend,
    multiples,
    world,
    figure: !map && !trend && !multiples && !world && !isProvincial && newest ? { text: formatValue(newest, indicator, lang), when: formatPeriod(newest.period, lang) } : null,
    tables,
    breaks: (indicator.methodBreaks ?? []).map(({ period, reason }) => `${formatPeriod(period, lang)}${lang === 'zh' ? '：' : ': '}${reason[lang]}`),
    notes: [...(isWorld && !world ? [words.indicator.componentRank] : []), ...(indicator.notes ?? []).map((note) => note[lang])],
    claims: claimTexts(claims, page),
    sources: dataset.sources.filter(({ id }) => usedSources.includes(id)),
    source: sourcesLine(atlas, table, usedSources, page),
  };
}
