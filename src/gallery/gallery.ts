import { drawStatic } from '../charts/drawStatic.ts';
import { trendOption } from '../charts/trendOption.ts';
import type { Atlas } from '../model/atlas.ts';
import { hasValue } from '../model/observation.ts';
import { NATION, type Region } from '../model/region.ts';
import { provincesOf, reportingUnits } from '../pages/lookup.ts';
import type { Geometry } from '../prerender/geometry.ts';
import type { PageContext } from '../prerender/pageContext.ts';
import { periods } from '../query/select.ts';
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
import type { GalleryKind, GalleryTheme } from './kinds.ts';
import { fixtures, partsFixture, worldFixture, type Fixture } from './fixtures.ts';

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
  readonly kind: GalleryKind;
  readonly figures: readonly GalleryFigure[];
  readonly geometry: Geometry;
}

const CHOSEN = ['440000', '330000', '650000'];
const [FIRST, LAST] = ['2001', '2006'];
const WIDE = { width: 792, height: 430 };
const NARROW = { width: 620, height: 400 };

/** One kind of figure with every awkward table, in one theme. */
export function gallery(atlas: Atlas, geometry: Geometry, page: PageContext, kind: GalleryKind, theme: GalleryTheme): GalleryView {
  return { theme, kind, geometry, figures: figuresOf(atlas, page, kind) };
}

function figuresOf(atlas: Atlas, page: PageContext, kind: GalleryKind): readonly GalleryFigure[] {
  const { say } = page;
  const regions = provincesOf(atlas);
  const withNation = [...regions, ...atlas.regions.filter(({ id }) => id === NATION)];
  const hasFigures = ({ provinces }: Fixture) => provinces.observations.some(hasValue);
  const overTime = (fixture: Fixture) => hasFigures(fixture) && fixture.id !== 'one-region';
  const each = (make: (fixture: Fixture) => Omit<GalleryFigure, 'id' | 'kind'>, isShown: (fixture: Fixture) => boolean = () => true) =>
    fixtures(reportingUnits(atlas)).filter(isShown).map((fixture) => ({ id: `${kind}-${fixture.id}`, kind, ...make(fixture) }));
  const at = (fixture: Fixture) => ({ table: fixture.provinces, period: fixture.period, regions, selected: '440000' });
  const between = (fixture: Fixture) => ({ table: fixture.provinces, from: FIRST, to: LAST, shown: LAST, regions, selected: '440000' });
  const picked = ({ provinces }: Fixture) => ({ table: provinces, regions: withNation, chosen: CHOSEN });
  const around = (view: { readonly heading: string; readonly coverage: string; readonly notes: readonly string[]; readonly table: TableView }, takeaway: Takeaway) => ({ name: view.heading, coverage: view.coverage, takeaway, notes: view.notes, table: view.table });

  switch (kind) {
    case 'map':
      return each((fixture) => {
        const view = provinceView(at(fixture), say);
        return { ...around(view, view.takeaway), picture: { kind, view } };
      });
    case 'bars':
      return each((fixture) => {
        const view = provinceView(at(fixture), say);
        return { ...around(view, view.takeaway), picture: { kind, view } };
      }, hasFigures);
    case 'difference':
      return each((fixture) => {
        const answer = differenceView(between(fixture), say);
        if (answer.kind === 'view') return { ...around(answer.view, answer.view.takeaway), picture: { kind, view: answer.view } };
        return { name: '', coverage: '', takeaway: { text: answer.message, limits: [], workings: [] }, notes: [], table: null, picture: { kind: 'refused', message: answer.message } };
      });
    case 'pair':
      return each((fixture) => {
        const view = pairView(between(fixture), say);
        return { ...around(view, view.takeaway), picture: { kind, view } };
      }, overTime);
    case 'trend':
      return each(({ series, claims }) => {
        const figure = trendFigure({ table: series, claims, words: { who: page.words.who, when: page.words.when, verdict: page.words.verdict }, kind: null, base: null }, say);
        const drawn = (size: typeof WIDE) => drawStatic(trendOption(figure.picture, size), size);
        const picture: Picture = figure.isEmpty ? { kind: 'refused', message: say.words.trends.empty(figure.heading) } : { kind, view: figure.picture, wide: drawn(WIDE), narrow: drawn(NARROW) };
        return { ...around(figure, figure.takeaway), picture };
      });
    case 'multiples':
      return each((fixture) => {
        const view = unitsView({ ...picked(fixture), scale: 'shared', sort: 'group' }, say);
        return { ...around(view, multiplesTakeaway(picked(fixture), say)), picture: { kind, view } };
      }, overTime);
    case 'bump':
      return each((fixture) => {
        const view = bumpView(picked(fixture), say);
        const [from, to] = comparableSpan(fixture.provinces);
        return { ...around(view, placesTakeaway({ ...picked(fixture), from, to }, say)), picture: { kind, view } };
      }, overTime);
    case 'strip':
      return each((fixture) => {
        const asked = { ...picked(fixture), period: fixture.period };
        const view = stripView(asked, say);
        return { ...around(view, stripTakeaway(asked, say)), picture: { kind, view } };
      }, hasFigures);
    case 'matrix':
      return each(({ provinces }) => {
        const view = matrixView({ table: provinces, regions: withNation }, say);
        return { name: view.caption, coverage: '', takeaway: matrixTakeaway({ table: provinces, periods: periods(provinces), regions: withNation }, say), notes: [], table: null, picture: { kind, view } };
      }, overTime);
    case 'levels':
      return [levelsFigure(page)];
    case 'world':
      return worldFigures(atlas.regions.filter(({ level }) => level === 'country'), page);
  }
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
