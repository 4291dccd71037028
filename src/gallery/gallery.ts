import { drawStatic } from '../charts/drawStatic.ts';
import { trendOption } from '../charts/trendOption.ts';
import type { Atlas } from '../model/atlas.ts';
import type { IndicatorTable } from '../model/indicator.ts';
import { hasValue } from '../model/observation.ts';
import { NATION, type Region } from '../model/region.ts';
import { provincesOf, reportingUnits } from '../pages/lookup.ts';
import type { Geometry } from '../prerender/geometry.ts';
import type { PageContext } from '../prerender/pageContext.ts';
import { bumpView, comparableSpan, type BumpView } from '../view/bumpView.ts';
import { differenceView, pairView } from '../view/compareView.ts';
import { levelsView, type LevelsView } from '../view/levelsView.ts';
import { matrixView, type MatrixSheet } from '../view/matrixView.ts';
import { provinceView, type ProvinceView } from '../view/provinceView.ts';
import { levelsTakeaway } from '../view/sentences/levels.ts';
import { matrixTakeaway } from '../view/sentences/matrix.ts';
import { multiplesTakeaway } from '../view/sentences/multiples.ts';
import { placesTakeaway } from '../view/sentences/places.ts';
import { stripTakeaway } from '../view/sentences/strip.ts';
import type { Takeaway } from '../view/sentences/takeaway.ts';
import { stripView, type StripView } from '../view/stripView.ts';
import type { TableView } from '../view/tableView.ts';
import { trendFigure } from '../view/trendFigure.ts';
import type { TrendView } from '../view/trendView.ts';
import { unitsView, type UnitsView } from '../view/unitsView.ts';
import { worldView, type WorldView } from '../view/worldView.ts';
import { fixtures, partsFixture, worldFixture, type Fixture } from './fixtures.ts';

export const GALLERY_THEMES = ['light', 'dark', 'wall', 'elder', 'print'] as const;
export type GalleryTheme = (typeof GALLERY_THEMES)[number];

export type Picture =
  | { readonly kind: 'map'; readonly view: ProvinceView }
  | { readonly kind: 'difference'; readonly view: ProvinceView }
  | { readonly kind: 'pair'; readonly view: ProvinceView }
  | { readonly kind: 'bars'; readonly view: ProvinceView }
  | { readonly kind: 'trend'; readonly view: TrendView; readonly wide: string; readonly narrow: string }
  | { readonly kind: 'multiples'; readonly view: UnitsView }
  | { readonly kind: 'bump'; readonly view: BumpView }
  | { readonly kind: 'strip'; readonly view: StripView }
  | { readonly kind: 'matrix'; readonly view: MatrixSheet }
  | { readonly kind: 'levels'; readonly view: LevelsView }
  | { readonly kind: 'world'; readonly view: WorldView }
  /** What can't be drawn is said. */
  | { readonly kind: 'refused'; readonly message: string };

export interface GalleryFigure {
  /** “map-tie” */
  readonly id: string;
  readonly kind: Picture['kind'];
  readonly name: string;
  readonly coverage: string;
  readonly takeaway: Takeaway;
  readonly notes: readonly string[];
  readonly table: TableView | null;
  readonly picture: Picture;
}

export interface GalleryView {
  readonly theme: GalleryTheme;
  readonly sections: readonly { readonly kind: string; readonly figures: readonly GalleryFigure[] }[];
  readonly geometry: Geometry;
}

const CHOSEN = ['440000', '330000', '650000'];
const [FIRST, LAST] = ['2001', '2006'];
const TREND = { width: 792, height: 430 };
const NARROW = { width: 620, height: 400 };

/** Every kind of figure with every awkward table, in one theme. */
export function gallery(atlas: Atlas, geometry: Geometry, page: PageContext, theme: GalleryTheme): GalleryView {
  const { say } = page;
  const regions = provincesOf(atlas);
  const withNation = [...regions, ...atlas.regions.filter(({ id }) => id === NATION)];
  const cases = fixtures(reportingUnits(atlas));
  const hasFigures = (table: IndicatorTable) => table.observations.some(hasValue);
  const of = (kind: Exclude<Picture['kind'], 'refused'>, make: (fixture: Fixture) => Omit<GalleryFigure, 'id' | 'kind'>, isShown: (fixture: Fixture) => boolean = () => true) => ({
    kind,
    figures: cases.filter(isShown).map((fixture) => ({ id: `${kind}-${fixture.id}`, kind, ...make(fixture) })),
  });
  const province = (view: ProvinceView, kind: 'map' | 'difference' | 'pair' | 'bars') => ({ name: view.heading, coverage: view.coverage, takeaway: view.takeaway, notes: view.notes, table: view.table, picture: { kind, view } });
  const at = (fixture: Fixture) => ({ table: fixture.provinces, period: fixture.period, regions, selected: '440000' });
  const spans = (fixture: Fixture) => ({ table: fixture.provinces, from: FIRST, to: LAST, shown: LAST, regions, selected: '440000' });
  const overTime = ({ provinces, id }: Fixture) => hasFigures(provinces) && id !== 'one-region';

  return {
    theme,
    geometry,
    sections: [
      of('map', (fixture) => province(provinceView(at(fixture), say), 'map')),
      of('bars', (fixture) => province(provinceView(at(fixture), say), 'bars'), ({ provinces }) => hasFigures(provinces)),
      of('difference', (fixture) => {
        const answer = differenceView(spans(fixture), say);
        if (answer.kind === 'view') return province(answer.view, 'difference');
        return { name: '', coverage: '', takeaway: { text: answer.message, limits: [], workings: [] }, notes: [], table: null, picture: { kind: 'refused', message: answer.message } };
      }),
      of('pair', (fixture) => province(pairView(spans(fixture), say), 'pair'), overTime),
      of('trend', ({ series, claims }) => {
        const figure = trendFigure({ table: series, claims, words: { who: page.words.who, when: page.words.when, verdict: page.words.verdict }, kind: null, base: null }, say);
        const drawn = (size: typeof TREND) => (figure.isEmpty ? '' : drawStatic(trendOption(figure.picture, size), size));
        const picture: Picture = figure.isEmpty ? { kind: 'refused', message: say.words.trends.empty(figure.heading) } : { kind: 'trend', view: figure.picture, wide: drawn(TREND), narrow: drawn(NARROW) };
        return { name: figure.heading, coverage: figure.coverage, takeaway: figure.takeaway, notes: figure.notes, table: figure.table, picture };
      }),
      of('multiples', ({ provinces }) => {
        const view = unitsView({ table: provinces, regions: withNation, chosen: CHOSEN, scale: 'shared', sort: 'group' }, say);
        return { name: view.heading, coverage: view.coverage, takeaway: multiplesTakeaway({ table: provinces, regions: withNation, chosen: CHOSEN }, say), notes: view.notes, table: view.table, picture: { kind: 'multiples', view } };
      }, overTime),
      of('bump', ({ provinces }) => {
        const view = bumpView({ table: provinces, regions: withNation, chosen: CHOSEN }, say);
        const [from, to] = comparableSpan(provinces);
        return { name: view.heading, coverage: view.coverage, takeaway: placesTakeaway({ table: provinces, from, to, regions: withNation, chosen: CHOSEN }, say), notes: view.notes, table: view.table, picture: { kind: 'bump', view } };
      }, overTime),
      of('strip', ({ provinces, period }) => {
        const view = stripView({ table: provinces, period, regions: withNation, chosen: CHOSEN }, say);
        return { name: view.heading, coverage: view.coverage, takeaway: stripTakeaway({ table: provinces, period, regions: withNation, chosen: CHOSEN }, say), notes: view.notes, table: view.table, picture: { kind: 'strip', view } };
      }, ({ provinces }) => hasFigures(provinces)),
      of('matrix', ({ provinces }) => {
        const view = matrixView({ table: provinces, regions: withNation }, say);
        return { name: view.caption, coverage: '', takeaway: matrixTakeaway({ table: provinces, periods: ['2001', '2002', '2003', '2004', '2005', '2006'], regions: withNation }, say), notes: [], table: null, picture: { kind: 'matrix', view } };
      }, overTime),
      { kind: 'levels', figures: [levelsFigure(page)] },
      { kind: 'world', figures: worldFigures(atlas.regions.filter(({ level }) => level === 'country'), page) },
    ],
  };
}

function levelsFigure({ say }: PageContext): GalleryFigure {
  const { table, whole } = partsFixture();
  const view = levelsView(table, whole, say);
  return { id: 'levels-parts', kind: 'levels', name: view.heading, coverage: '', takeaway: levelsTakeaway({ table, parts: table.indicator.parts?.series ?? [], total: null }, say), notes: view.notes, table: view.table, picture: { kind: 'levels', view } };
}

function worldFigures(countries: readonly Region[], { say }: PageContext): readonly GalleryFigure[] {
  const table = worldFixture(countries);
  const seen = (id: string, peers: readonly string[], group: string | null): GalleryFigure => {
    const view = worldView({ table, period: '2006', country: 'CHN', peers, countries, group }, say);
    return { id: `world-${id}`, kind: 'world', name: view.heading, coverage: view.coverage, takeaway: view.takeaway, notes: view.notes, table: view.table, picture: { kind: 'world', view } };
  };
  return [seen('alone', [], null), seen('peers', ['SGP', 'KOR', 'DNK', 'EST'], 'Europe')];
}
