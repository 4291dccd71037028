import { formatFigure, formatPeriod, halfOf, unitName } from '../i18n/format.ts';
import type { Atlas } from '../model/atlas.ts';
import { hasValue } from '../model/observation.ts';
import type { Geometry } from '../prerender/geometry.ts';
import { provinceIsland, trendIsland, type DrawnIsland, type TrendIsland } from '../prerender/islands.ts';
import type { PageContext } from '../prerender/pageContext.ts';
import { expectedCount } from '../query/expected.ts';
import type { CoverageView } from '../view/coverageView.ts';
import type { TableView } from '../view/tableView.ts';
import { marketRefusals, marketTakeaway } from '../view/sentences/market.ts';
import { seriesTable } from '../view/seriesTable.ts';
import type { WorldView } from '../view/worldView.ts';
import { CHINA } from '../model/region.ts';
import { latestWorld } from '../prerender/worldIsland.ts';
import { doors, type Doors } from './doors.ts';
import { marketClaims } from './marketClaims.ts';
import { measures, type MeasuresView } from './measures.ts';
import { coverageOf } from './networks.ts';
import { rivals, type RivalsView } from './rivals.ts';
import { findings, type Finding } from './stories.ts';
import { datasetOf, seriesOf, sourcesLine, tableOf } from './lookup.ts';

/** The front page's facts, finished. */
export interface DashboardView {
  readonly doors: Doors;
  /** The other findings, each with a page of its own; the first leads this one. */
  readonly findings: readonly Finding[];
  /** The page of the finding that leads. */
  readonly leadHref: string;
  readonly keyFigures: readonly { readonly label: string; readonly number: string; readonly unit: string; readonly when: string; readonly source: string; readonly href: string }[];
  readonly provinces: DrawnIsland;
  readonly market: { readonly island: TrendIsland; readonly table: TableView };
  readonly rivals: RivalsView;
  readonly coverage: { readonly view: CoverageView; readonly text: string; readonly source: string };
  readonly measures: MeasuresView;
  readonly world: { readonly view: WorldView; readonly source: string };
}

const DEFAULT_MAP = 'egov-service-capability';
const MARKET = 'egov-market-size';
const BARS = 22;

/** Figures that a visitor takes home: each the latest of its indicator. */
const KEY_FIGURES = ['online-government-users', 'sharing-platform-departments', 'permits-online-one-trip', 'court-online-filings', 'message-board-solved'] as const;

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
  const newest = egdi.observations.filter(hasValue).find(({ regionId, period }) => regionId === CHINA && period === world.period);
  if (!newest) throw new Error('un-egdi has no figure of China for the front page');
  return [
    ...latest,
    { label: egdi.indicator.name[lang], ...(newest.publishedRank === undefined ? { number: formatFigure(newest, egdi.indicator, lang), unit: '' } : { number: say.words.rankShort(newest.publishedRank, world.strip.n), unit: `/ ${world.strip.n}` }), when: formatPeriod(world.period, lang), source: page.words.home.unitedNations, href: page.href('indicator/un-egdi.html') },
  ];
}

function market(atlas: Atlas, page: PageContext): DashboardView['market'] {
  const table = tableOf(atlas, MARKET);
  const { lang, words, say } = page;
  const claims = marketClaims(atlas);
  const charted = table.observations.filter((one) => hasValue(one) && one.confidence !== 'C');
  const island = trendIsland(table, claims, page, {
    id: 'market-trend',
    number: words.figure(3),
    title: marketTakeaway({ table, claims }, say).text,
    notes: marketRefusals({ table, claims }, say).map(([what, why]) => words.home.refused(what, why)),
    source: `${sourcesLine(atlas, table, [...new Set(charted.map(({ sourceId }) => sourceId))], page)} ${claims.map((claim) => words.indicator.claimLine(halfOf(claim.speaker, lang), words.forum[claim.forum])).join(' ')}`,
    actions: [
      { label: say.words.downloadTable, href: `${page.base}data/${table.file}`, download: true },
      { label: words.home.more, href: page.href(`indicator/${MARKET}.html`) },
    ],
    span: 'column',
    // The map of this page has the keys of a transform.
    isTransformable: false,
  });
  return { island, table: seriesTable(table, claims, say, words) };
}

export function dashboard(atlas: Atlas, geometry: Geometry, page: PageContext): DashboardView {
  const { words } = page;
  const egdi = tableOf(atlas, 'un-egdi');
  const world = latestWorld(atlas, egdi, page);
  const [lead, ...others] = findings(atlas, page);
  return {
    doors: doors(atlas, page),
    findings: others,
    leadHref: lead?.href ?? '',
    keyFigures: keyFigures(atlas, page, world),
    provinces: provinceIsland(atlas, tableOf(atlas, DEFAULT_MAP), geometry, page, { barTitle: words.home.rankingTop(BARS), barCount: page.say.words.standings === 'groups' ? expectedCount('provincesAndCorps') : BARS, numbers: [words.figure(1), words.figure(2)], choosable: true }),
    market: market(atlas, page),
    rivals: rivals(atlas, page),
    coverage: coverageOf(atlas, page),
    measures: measures(atlas, page),
    world: { view: world, source: sourcesLine(atlas, egdi, world.sourceIds, page) },
  };
}
