import { packFrame, type EmbedFacts } from '../embed/facts.ts';
import { rampClass, regionClass } from '../components/map/regionClass.ts';
import { embedEn } from '../i18n/embed.en.ts';
import { embedZh } from '../i18n/embed.zh.ts';
import { formatPeriod, formatValue, periodToYears } from '../i18n/format.ts';
import type { Atlas } from '../model/atlas.ts';
import type { IndicatorTable } from '../model/indicator.ts';
import { hasValue } from '../model/observation.ts';
import { NATION } from '../model/region.ts';
import type { EmbedFigure } from '../prerender/embedPages.ts';
import type { Geometry } from '../prerender/geometry.ts';
import type { PageContext } from '../prerender/pageContext.ts';
import { rankedRegions } from '../prerender/rankingIsland.ts';
import { latestWorld } from '../prerender/worldIsland.ts';
import { periods } from '../query/select.ts';
import { bumpView, comparableSpan, type BumpView } from '../view/bumpView.ts';
import type { EmbedFrame, EmbedLegend, EmbedShell } from '../view/embed/embedView.ts';
import { mapEmbed, type MapEmbed } from '../view/embed/mapEmbed.ts';
import { rankingEmbed, type RankingEmbed } from '../view/embed/rankingEmbed.ts';
import { trendEmbed, type TrendEmbed } from '../view/embed/trendEmbed.ts';
import { freshnessView } from '../view/freshnessView.ts';
import { levelsView, type LevelsView } from '../view/levelsView.ts';
import { matrixView, type MatrixSheet } from '../view/matrixView.ts';
import { multiplesView, type MultiplesView } from '../view/multiplesView.ts';
import { ISLAND_KEYS, type QueryKey } from '../state/query.ts';
import { levelsTakeaway } from '../view/sentences/levels.ts';
import { multiplesTakeaway } from '../view/sentences/multiples.ts';
import { placesTakeaway } from '../view/sentences/places.ts';
import { matrixTakeaway } from '../view/sentences/matrix.ts';
import { onePeriod } from '../view/sentences/onePeriod.ts';
import { stripTakeaway } from '../view/sentences/strip.ts';
import type { Takeaway } from '../view/sentences/takeaway.ts';
import { stripView, type StripView } from '../view/stripView.ts';
import { defaultScale, stripPeriods } from '../view/unitsChoice.ts';
import { unitsView, type UnitsView } from '../view/unitsView.ts';
import type { TableView } from '../view/tableView.ts';
import { trendFigure } from '../view/trendFigure.ts';
import { trendView } from '../view/trendView.ts';
import type { CoverageView } from '../view/coverageView.ts';
import type { WorldView } from '../view/worldView.ts';
import { marketClaims } from './marketClaims.ts';
import { indicatorPage } from './indicatorPage.ts';
import { datasetOf, mayHandOn, provincesOf, sourcesLine, tableOf } from './lookup.ts';
import { coverageOf } from './networks.ts';

export const EMBED_WORDS = { zh: embedZh, en: embedEn } as const;

export type EmbedPicture =
  | { readonly kind: 'map'; readonly map: MapEmbed }
  | { readonly kind: 'ranking'; readonly ranking: RankingEmbed }
  | { readonly kind: 'trend'; readonly trend: TrendEmbed }
  | { readonly kind: 'matrix'; readonly sheet: MatrixSheet }
  | { readonly kind: 'levels'; readonly levels: LevelsView }
  | { readonly kind: 'plots'; readonly plots: MultiplesView }
  | { readonly kind: 'units'; readonly units: UnitsView }
  | { readonly kind: 'bump'; readonly bump: BumpView }
  | { readonly kind: 'strip'; readonly strip: StripView }
  | { readonly kind: 'world'; readonly world: WorldView }
  | { readonly kind: 'networks'; readonly networks: CoverageView }
  | { readonly kind: 'number'; readonly text: string; readonly when: string }
  | { readonly kind: 'list'; readonly table: TableView };

export interface EmbedPageView extends EmbedShell {
  readonly picture: EmbedPicture;
  readonly legend: EmbedLegend | null;
  /** What marks and limits say where the picture's own legend does not. */
  readonly notes: readonly string[];
  readonly facts: EmbedFacts;
}

/** Choices that every map or ranking for an article draws itself; the rest of the figure's keys need the whole page. */
const OWN_KEYS: readonly QueryKey[] = ['indicator', 'period', 'view', 'region', 'regions'];

const FULL_KEYS: Readonly<Record<EmbedPicture['kind'], readonly QueryKey[]>> = {
  map: ISLAND_KEYS.provinces.filter((key) => !OWN_KEYS.includes(key)),
  ranking: ISLAND_KEYS.ranking.filter((key) => !OWN_KEYS.includes(key)),
  trend: ISLAND_KEYS.trend,
  matrix: ISLAND_KEYS.matrix.filter((key) => key !== 'region'),
  levels: [],
  plots: ['transform', 'base'],
  units: ['chart', 'regions', 'scale', 'sort'],
  bump: ['chart', 'regions', 'scale', 'sort'],
  strip: ['period', 'region', 'regions'],
  world: ISLAND_KEYS.world,
  networks: [],
  number: [],
  list: [],
};

const usedSources = ({ observations }: IndicatorTable): readonly string[] => [...new Set(observations.map(({ sourceId }) => sourceId))];

type Part = Pick<EmbedPageView, 'heading' | 'coverage' | 'takeaway' | 'limits' | 'source' | 'table' | 'picture' | 'legend' | 'notes'> & {
  readonly frames?: readonly EmbedFrame[];
  readonly ids?: readonly string[];
  readonly names?: Readonly<Record<string, string>>;
  readonly places?: EmbedFacts['places'];
};

const said = ({ text, limits }: Takeaway) => ({ takeaway: text, limits });

const plain = { coverage: '', limits: [], legend: null, notes: [] } as const;

/** One figure as it stands in an article. */
export function embedPage(atlas: Atlas, figure: EmbedFigure, geometry: Geometry, page: PageContext): EmbedPageView {
  const { lang, say } = page;
  const words = EMBED_WORDS[lang];
  const table = figure.indicator === null ? null : tableOf(atlas, figure.indicator);
  const part = table === null ? networksPart(atlas, page) : partOf(atlas, table, figure, geometry, page);
  const dataset = table && datasetOf(atlas, table);
  const freshness = table && dataset ? freshnessView(table, dataset, say) : null;
  const mark = (name: string) => `{${name}}`;
  return {
    ...part,
    name: figure.name,
    kind: figure.kind,
    title: table ? table.indicator.name[lang] : part.heading,
    date: freshness ? [freshness.latest, freshness.retrieved].filter(Boolean).join(' · ') : '',
    licence: freshness ? freshness.licence : '',
    page: figure.page,
    href: page.href(figure.page) + (figure.search === '' ? '' : `?${figure.search}`) + (figure.figure === null ? '' : `#${figure.figure}`),
    isKept: table !== null && !mayHandOn(atlas, table),
    facts: {
      kind: part.picture.kind,
      lang,
      ids: part.ids ?? [],
      names: part.names ?? {},
      frames: part.frames?.map(packFrame) ?? null,
      places: part.places ?? [],
      fullKeys: figure.figure === null ? [] : FULL_KEYS[part.picture.kind],
      figure: figure.figure,
      words: {
        refused: words.refused(mark('key'), mark('found'), mark('used')),
        refusedIgnored: words.refusedIgnored(mark('key'), mark('found')),
        comma: say.words.comma,
        ownTitle: words.ownTitle,
        note: words.note,
        needsFull: words.needsFull,
        waking: words.waking,
      },
    },
  };
}

function networksPart(atlas: Atlas, page: PageContext): Part {
  const { view, text, source } = coverageOf(atlas, page);
  return { ...plain, heading: page.words.coverage.figure, coverage: text, takeaway: view.title, limits: view.takeaway.limits, source, table: view.table, picture: { kind: 'networks', networks: view } };
}

/** Rows of a frame as the table below it has them. */
function framesTable(rows: readonly (readonly [string, string, string, string, number, string])[], names: Readonly<Record<string, string>>, unit: string, { say, lang }: PageContext): TableView {
  const hasPlaces = rows.some(([, place]) => place !== '');
  return {
    columns: [
      ...(hasPlaces ? [{ key: 'place', label: say.words.rank, numeric: true, tight: true }] : []),
      { key: 'region', label: say.words.region, head: true },
      { key: 'value', label: unit === '' ? say.words.value : say.words.value + say.words.aside(unit), numeric: true },
    ],
    rows: rows.map(([id, place, value, , , more]) => ({ key: id, cells: [...(hasPlaces ? [{ text: place }] : []), { text: names[id] ?? id }, { text: value === '' ? (more.split(lang === 'zh' ? '，' : ', ')[0] ?? '') : value }] })),
  };
}

function partOf(atlas: Atlas, table: IndicatorTable, figure: EmbedFigure, geometry: Geometry, page: PageContext): Part {
  const { say, lang, words } = page;
  const { indicator } = table;
  const regions = provincesOf(atlas);
  const withNation = [...regions, ...atlas.regions.filter(({ id }) => id === NATION)];
  const sourceOf = (ids: readonly string[]) => sourcesLine(atlas, table, ids, page);
  const source = sourceOf(usedSources(table));
  const unit = indicator.unit[lang];
  const claims = indicator.id === 'egov-market-size' ? marketClaims(atlas) : [];

  switch (figure.kind) {
    case 'map': {
      const map = mapEmbed({ table, regions, toneOf: regionClass, sourceOf }, rampClass, say);
      const { shown, frames, names, legend } = map;
      return { ...plain, ...shown, table: framesTable(shown.rows, names, unit, page), picture: { kind: 'map', map }, legend, frames, ids: Object.keys(names), names };
    }
    case 'ranking': {
      const isWorld = indicator.expected === 'countries';
      const ranking = rankingEmbed({ table, regions: isWorld ? atlas.regions.filter(({ level }) => level === 'country') : rankedRegions(atlas), sourceOf }, say, words.rankings);
      const { shown, frames, names, marks } = ranking;
      return { ...plain, ...shown, table: null, picture: { kind: 'ranking', ranking }, legend: marks.length > 0 ? { tones: [], edges: [], names: [], absences: [], marks } : null, frames, ids: Object.keys(names), names };
    }
    case 'trend': {
      const verdicts = Object.fromEntries(claims.map(({ verdict }) => [verdict, words.verdict[verdict]]));
      const made = trendFigure({ table, claims, words: { who: words.who, when: words.when, verdict: verdicts }, kind: null, base: null }, say);
      const at = new Map([...table.observations, ...claims].map(({ period }) => [periodToYears(period), period]));
      const trend = trendEmbed(made.picture, (x) => at.get(x) ?? '');
      return { ...plain, heading: made.heading, coverage: made.coverage, ...said(made.takeaway), notes: made.notes, source, table: made.table, picture: { kind: 'trend', trend }, ids: trend.lines.map(({ id }) => id).filter(Boolean), names: Object.fromEntries(trend.lines.map(({ id, name }) => [id, name])), places: trend.periods.map(({ period, x }) => ({ period, when: formatPeriod(period, lang), x })) };
    }
    case 'matrix': {
      const sheet = matrixView({ table, regions: withNation }, say);
      const counts = periods(table).map((period) => onePeriod(table, period, withNation, say));
      const { matrix } = say.words;
      return {
        ...plain,
        heading: matrix.allPeriods(sheet.caption === '' ? indicator.name[lang] : sheet.caption),
        coverage: matrix.cells(counts.reduce((sum, { k }) => sum + k, 0), counts.reduce((sum, { n }) => sum + n, 0)),
        ...said(matrixTakeaway({ table, periods: periods(table), regions }, say)),
        source,
        table: null,
        picture: { kind: 'matrix', sheet },
        legend: {
          tones: sheet.legend.classes.map(({ tone }) => rampClass({ classCount: sheet.classCount }, tone)),
          edges: [],
          names: sheet.legend.classes.map(({ label }) => label),
          absences: sheet.legend.absences,
          marks: [...sheet.legend.marks, ...(sheet.legend.doubtful ? [{ mark: '？', label: say.words.doubtful }] : [])],
        },
        ids: sheet.rows.map(({ key }) => key),
        names: Object.fromEntries(sheet.rows.map(({ key, name }) => [key, name])),
      };
    }
    case 'levels': {
      const whole = atlas.tables.find((one) => one.indicator.id === indicator.parts?.total) ?? null;
      const levels = levelsView(table, whole, say);
      return { ...plain, heading: levels.heading, ...said(levelsTakeaway({ table, parts: indicator.parts?.series ?? [], total: null }, say)), notes: levels.notes, source: sourceOf(levels.sourceIds), table: levels.table, picture: { kind: 'levels', levels } };
    }
    case 'multiples':
      if (indicator.expected.startsWith('provinces')) {
        const units = unitsView({ table, regions: withNation, chosen: [], scale: defaultScale(indicator), sort: 'group' }, say);
        return { ...plain, heading: units.heading, coverage: units.coverage, ...said(multiplesTakeaway({ table, regions: withNation, chosen: [] }, say)), notes: units.notes, source, table: units.table, picture: { kind: 'units', units } };
      } else {
        const made = trendFigure({ table, claims: [], words: { who: words.who, when: words.when, verdict: {} }, kind: null, base: null }, say);
        return { ...plain, heading: made.heading, coverage: made.coverage, ...said(made.takeaway), notes: [words.indicator.ownScales, ...made.notes], source, table: made.table, picture: { kind: 'plots', plots: multiplesView(trendView(table, [], say), say) } };
      }
    case 'bump': {
      const span = comparableSpan(table);
      const bump = bumpView({ table, regions: withNation, chosen: [] }, say);
      return { ...plain, heading: bump.heading, coverage: bump.coverage, ...said(placesTakeaway({ table, from: span[0], to: span[1], regions: withNation, chosen: [] }, say)), notes: bump.notes, source, table: bump.table, picture: { kind: 'bump', bump } };
    }
    case 'strip': {
      const period = stripPeriods(table).at(-1) ?? '';
      const strip = stripView({ table, period, regions: withNation, chosen: [] }, say);
      return { ...plain, heading: strip.heading, coverage: strip.coverage, ...said(stripTakeaway({ table, period, regions: withNation, chosen: [] }, say)), notes: strip.notes, source: sourceOf(strip.sourceIds), table: strip.table, picture: { kind: 'strip', strip } };
    }
    case 'world': {
      const world = latestWorld(atlas, table, page);
      return { ...plain, heading: world.heading, coverage: world.coverage, ...said(world.takeaway), notes: world.notes, source: sourceOf(world.sourceIds), table: world.table, picture: { kind: 'world', world } };
    }
    case 'networks':
      return networksPart(atlas, page);
    case 'number':
      return numberPart(atlas, table, geometry, source, page);
  }
}

/** What its page says where nothing is drawn: the latest figure, or the places that were published. */
function numberPart(atlas: Atlas, table: IndicatorTable, geometry: Geometry, source: string, page: PageContext): Part {
  const { indicator } = table;
  const { lang } = page;
  const view = indicatorPage(atlas, table, geometry, page);
  const [first] = view.tables;
  if (view.figure) return { ...plain, heading: [view.name, indicator.unit[lang]].filter(Boolean).join(' · '), takeaway: view.takeaway, limits: view.figure.limits, source, table: first?.view ?? null, picture: { kind: 'number', text: view.figure.text, when: view.figure.when } };
  if (first) return { ...plain, heading: [view.name, first.title].join(' · '), coverage: first.note, takeaway: view.takeaway, source, table: null, picture: { kind: 'list', table: first.view } };
  const latest = table.observations.filter(hasValue).at(-1);
  return { ...plain, heading: view.name, takeaway: view.takeaway, source, table: null, picture: { kind: 'number', text: latest ? formatValue(latest, indicator, lang) : '', when: latest ? formatPeriod(latest.period, lang) : '' } };
}
