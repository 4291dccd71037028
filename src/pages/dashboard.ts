import { formatFigure, formatPeriod, formatValue, halfOf, joinUnit, unitName } from '../i18n/format.ts';
import type { Atlas } from '../model/atlas.ts';
import type { Claim } from '../model/claim.ts';
import { hasValue, type Measured } from '../model/observation.ts';
import type { Geometry } from '../prerender/geometry.ts';
import { provinceIsland, trendIsland, type DrawnIsland, type TrendIsland } from '../prerender/islands.ts';
import type { PageContext } from '../prerender/pageContext.ts';
import { coverageView, type CoverageView } from '../view/coverageView.ts';
import { doorsView, type DoorsView } from '../view/homeView.ts';
import type { TableView } from '../view/tableView.ts';
import { seriesTable } from '../view/seriesTable.ts';
import { sourceLine } from '../view/sourceView.ts';
import type { TrendView } from '../view/trendView.ts';
import { worldView, type WorldView } from '../view/worldView.ts';
import { measures, type MeasuresView } from './measures.ts';
import { datasetOf, reportingUnits, seriesOf, sourcesLine, tableOf } from './lookup.ts';

interface Link {
  readonly label: string;
  readonly href: string;
  readonly download?: boolean;
}

/** The front page's facts, finished. */
export interface DashboardView {
  readonly doors: DoorsView & { readonly sentence: string; readonly websiteUnit: string; readonly userUnit: string; readonly gapWord: string; readonly source: string; readonly links: readonly Link[]; readonly table: TableView };
  readonly keyFigures: readonly { readonly label: string; readonly number: string; readonly unit: string; readonly when: string; readonly source: string; readonly href: string }[];
  readonly provinces: DrawnIsland;
  readonly market: { readonly name: string; readonly coverage: string; readonly island: TrendIsland; readonly marks: TrendView['marks']; readonly table: TableView; readonly source: string; readonly actions: readonly Link[] };
  readonly rivals: { readonly title: string; readonly source: string; readonly rows: readonly { readonly name: string; readonly confidence: string; readonly text: string; readonly share: number; readonly sure: boolean }[] };
  readonly coverage: { readonly view: CoverageView; readonly text: string; readonly source: string };
  readonly measures: MeasuresView;
  readonly world: { readonly view: WorldView; readonly title: string; readonly sentence: string; readonly coverage: string; readonly source: string; readonly table: TableView };
}

const DEFAULT_MAP = 'egov-service-capability';
const MARKET = 'egov-market-size';
const MARKET_CLAIM = 'egov-market-size';
const RIVAL_YEAR = '2025';
const BARS = 22;

/** Figures that a visitor takes home: each the latest of its indicator. */
const KEY_FIGURES = ['online-government-users', 'sharing-platform-departments', 'permits-online-one-trip', 'court-online-filings', 'message-board-solved'] as const;

/** The claims that name a value an indicator could have: a number in its own unit. */
export const marketClaims = (atlas: Atlas): readonly Claim[] => atlas.claims.filter(({ id, indicators }) => id === MARKET_CLAIM && indicators.includes(MARKET));

/** The sources of coverage/, claims/ and systems/ stand in datasets of those names. */
function sourcesOf(atlas: Atlas, dataset: string, ids: readonly string[], { lang, say }: PageContext): string {
  const found = atlas.datasets.find(({ id }) => id === dataset);
  if (!found) throw new Error(`data/${dataset}/datapackage.json was not read`);
  return sourceLine(found, ids, lang, { colon: say.words.sourceColon, stop: say.words.stop, andMore: say.words.andMoreSources, confidence: say.words.confidenceOf });
}

export function coverageOf(atlas: Atlas, page: PageContext): { view: CoverageView; text: string; source: string } {
  const view = coverageView({ networks: atlas.networks, connections: atlas.connections, announcements: atlas.announcements, regions: reportingUnits(atlas) }, page.lang, page.words);
  return { view, text: page.words.coverage.coverageText(view.k, view.n, view.units), source: sourcesOf(atlas, 'coverage', view.sourceIds, page) };
}

function doors(atlas: Atlas, page: PageContext): DashboardView['doors'] {
  const websites = tableOf(atlas, 'government-websites');
  const users = tableOf(atlas, 'online-government-users');
  const [sites, people] = [seriesOf(websites), seriesOf(users)];
  const { lang, words, say } = page;
  const view = doorsView(websites, sites, users, people, lang);
  const named = (table: typeof websites, values: readonly Measured[]) => sourcesLine(atlas, table, [values[0], values.at(-1)].flatMap((one) => (one ? [one.sourceId] : [])), page);
  return {
    ...view,
    sentence: words.home.story(view.story.websites, view.story.users),
    websiteUnit: unitName(websites.indicator, lang),
    userUnit: unitName(users.indicator, lang),
    gapWord: view.missingUsers ? say.words.gap(view.missingUsers.from, view.missingUsers.to) : '',
    source: `${named(websites, sites)} ${named(users, people)}`,
    links: [websites, users].map(({ indicator }) => ({ label: indicator.short[lang], href: page.href(`indicator/${indicator.id}.html`) })),
    table: {
      columns: [
        { key: 'name', label: words.series, head: true },
        { key: 'when', label: words.when },
        { key: 'value', label: say.words.value, numeric: true },
        { key: 'confidence', label: say.words.confidence },
      ],
      rows: [...sites.map((one) => ({ table: websites, one })), ...people.map((one) => ({ table: users, one }))].map(({ table, one }) => ({
        key: `${table.indicator.id} ${one.period}`,
        cells: [{ text: table.indicator.short[lang] }, { text: formatPeriod(one.period, lang) }, { text: formatValue(one, table.indicator, lang) }, { text: one.confidence }],
      })),
    },
  };
}

function keyFigures(atlas: Atlas, page: PageContext, world: WorldView): DashboardView['keyFigures'] {
  const { lang, say } = page;
  const latest = KEY_FIGURES.map((id) => {
    const table = tableOf(atlas, id);
    const figure = seriesOf(table).at(-1);
    if (!figure) throw new Error(`${id} has no figure for the front page`);
    const source = datasetOf(atlas, table).sources.find((one) => one.id === figure.sourceId);
    return {
      label: table.indicator.name[lang],
      number: formatFigure(figure, table.indicator, lang),
      unit: unitName(table.indicator, lang),
      when: formatPeriod(figure.period, lang),
      source: halfOf(source?.publisher ?? '', lang),
      href: page.href(`indicator/${id}.html`),
    };
  });
  const egdi = tableOf(atlas, 'un-egdi');
  return [
    ...latest,
    { label: egdi.indicator.name[lang], number: say.words.rankShort(world.lastRank), unit: `/ ${world.strip.n}`, when: world.year, source: lang === 'zh' ? '联合国' : 'United Nations', href: page.href('indicator/un-egdi.html') },
  ];
}

function rivals(atlas: Atlas, page: PageContext): DashboardView['rivals'] {
  const table = tableOf(atlas, MARKET);
  const { lang, words, say } = page;
  const { indicator } = table;
  const those = table.observations.filter(hasValue).filter(({ period, status }) => period === RIVAL_YEAR && status === 'forecast').sort((a, b) => a.value - b.value);
  const [low, high] = [those[0], those.at(-1)];
  if (!low || !high) throw new Error(`no forecasts for ${RIVAL_YEAR}`);
  return {
    title: words.home.rivalsTitle(formatFigure(low, indicator, lang), formatValue(high, indicator, lang)),
    source: sourcesLine(atlas, table, those.map(({ sourceId }) => sourceId), page),
    rows: those.map((one) => ({
      name: indicator.series?.find(({ id }) => id === one.seriesId)?.name[lang] ?? '',
      confidence: say.words.confidenceOf(one.confidence),
      text: joinUnit(formatFigure(one, indicator, lang), '', lang),
      share: one.value / high.value,
      sure: one.confidence !== 'C',
    })),
  };
}

function market(atlas: Atlas, page: PageContext): DashboardView['market'] {
  const table = tableOf(atlas, MARKET);
  const { lang, words, say } = page;
  const claims = marketClaims(atlas);
  const name = [table.indicator.name[lang], unitName(table.indicator, lang)].join(' · ');
  const island = trendIsland(table, claims, page, name, 'column');
  const charted = table.observations.filter((one) => hasValue(one) && one.confidence !== 'C');
  return {
    name,
    coverage: lang === 'zh' ? `序列${island.view.lines.length}，引述${claims.length}` : `${island.view.lines.length} series, ${claims.length} claim`,
    island,
    marks: island.view.marks,
    table: seriesTable(table, claims, say, words),
    source: `${sourcesLine(atlas, table, [...new Set(charted.map(({ sourceId }) => sourceId))], page)} ${claims.map((claim) => words.indicator.claimLine(halfOf(claim.speaker, lang), words.forum[claim.forum])).join(' ')}`,
    actions: [
      { label: say.words.downloadTable, href: `${page.base}data/${table.file}`, download: true },
      { label: words.home.more, href: page.href(`indicator/${MARKET}.html`) },
    ],
  };
}

export function dashboard(atlas: Atlas, geometry: Geometry, page: PageContext): DashboardView {
  const { lang, words, say } = page;
  const egdi = tableOf(atlas, 'un-egdi');
  const nameOf = (id: string) => atlas.regions.find((region) => region.id === id)?.short[lang] ?? id;
  const world = worldView(egdi, 'CHN', nameOf, lang);
  const last = world.rows.at(-1);
  return {
    doors: doors(atlas, page),
    keyFigures: keyFigures(atlas, page, world),
    provinces: provinceIsland(atlas, tableOf(atlas, DEFAULT_MAP), geometry, page, { barTitle: words.home.rankingTop(BARS), barCount: BARS, numbers: [words.figure(1), words.figure(2)], choosable: true }),
    market: market(atlas, page),
    rivals: rivals(atlas, page),
    coverage: coverageOf(atlas, page),
    measures: measures(atlas, page),
    world: {
      view: world,
      title: words.home.worldTitle(String(world.firstRank), String(world.lastRank), world.editions),
      sentence: words.indicator.chinaNow(say.words.rankOf(world.lastRank, world.strip.n), last?.value ?? '', world.year),
      coverage: say.words.coverageCountries(world.strip.n, world.strip.n),
      source: sourcesLine(atlas, egdi, world.sourceIds, page),
      table: {
        columns: [
          { key: 'year', label: words.indicator.year, head: true },
          { key: 'value', label: say.words.value, numeric: true },
          { key: 'rank', label: say.words.rank, numeric: true },
          { key: 'n', label: 'n', numeric: true },
        ],
        rows: world.rows.map((row) => ({ key: row.period, cells: [{ text: row.period }, { text: row.value }, { text: row.rank }, { text: row.n }] })),
      },
    },
  };
}
