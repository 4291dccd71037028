import { render } from 'svelte/server';
import { drawStatic } from '../charts/drawStatic.ts';
import { trendOption, type PictureSize } from '../charts/trendOption.ts';
import ProvinceExplorer from '../components/map/ProvinceExplorer.svelte';
import type { CatalogueEntry } from '../components/map/ProvinceExplorer.svelte';
import TrendExplorer from '../components/figure/TrendExplorer.svelte';
import { withoutPaths } from '../geo/shapePaths.ts';
import type { ProvinceShapes, TileGrid } from '../geo/shapes.ts';
import type { TrendFacts } from '../islands/trend.ts';
import type { Atlas } from '../model/atlas.ts';
import type { Claim } from '../model/claim.ts';
import { NATION } from '../model/region.ts';
import type { IndicatorTable } from '../model/indicator.ts';
import { datasetOf, mayHandOn, provincesOf, sourceTexts } from '../pages/lookup.ts';
import { mappablePeriods } from '../query/select.ts';
import { freshnessView, type FreshnessView } from '../view/freshnessView.ts';
import { trendView, type TrendView } from '../view/trendView.ts';
import type { PageContext } from './pageContext.ts';

/** What an island shows at build, and the facts that bring it to life. */
export interface DrawnIsland<Facts = unknown> {
  readonly html: string;
  readonly facts: Facts;
}

const noTable = () => Promise.reject(new Error('no table is loaded at build'));

/** Indicators that can be drawn as a map, in the order of their subjects. */
export const mappable = (atlas: Atlas): readonly IndicatorTable[] =>
  atlas.tables.filter((table) => table.indicator.expected.startsWith('provinces') && mappablePeriods(table).length > 0);

/** Residents of the provinces at the end of a year: what figures per head are divided by. */
const POPULATION = 'population';

interface ProvinceOptions {
  readonly barTitle: string;
  readonly barCount: number;
  readonly numbers?: readonly [string, string];
  /** The dashboard lets the reader choose among all indicators. */
  readonly choosable: boolean;
}

export function provinceIsland(atlas: Atlas, table: IndicatorTable, geometry: { shapes: ProvinceShapes; tiles: TileGrid }, page: PageContext, options: ProvinceOptions): DrawnIsland {
  const isPublished = (one: IndicatorTable) => mayHandOn(atlas, one);
  const offered = options.choosable ? mappable(atlas).filter(isPublished) : [table];
  const entryOf = (one: IndicatorTable): CatalogueEntry => ({
    id: one.indicator.id,
    name: one.indicator.short[page.lang],
    file: `data/${one.file}`,
    dataset: one.dataset,
    sha256: atlas.files.find(({ path }) => path === one.file)?.sha256 ?? '',
    redistributable: isPublished(one),
  });
  const residents = atlas.tables.find(({ indicator }) => indicator.id === POPULATION);
  const shared = {
    base: page.base,
    pages: page.href('indicator/'),
    regionPages: page.href('region/'),
    tiles: geometry.tiles,
    // Tables have rows of the nation too; the map leaves them out.
    regions: [...provincesOf(atlas), ...atlas.regions.filter(({ id }) => id === NATION)],
    table,
    catalogue: offered.map(entryOf),
    ...(residents ? { population: entryOf(residents) } : {}),
    sources: sourceTexts(atlas, table, page),
    freshness: freshnessView(table, datasetOf(atlas, table), page.say),
    barTitle: options.barTitle,
    barCount: options.barCount,
    ...(options.numbers ? { numbers: options.numbers } : {}),
  };
  const { body } = render(ProvinceExplorer, { idPrefix: 'provinces', props: { ...shared, say: page.say, shapes: geometry.shapes, load: noTable } });
  return { html: body, facts: { ...shared, shapes: withoutPaths(geometry.shapes) } };
}

/** Each is drawn twice; the container's width chooses (figure.css), so that drawn letters stay near their own size. */
const TREND_SIZES: Readonly<Record<'column' | 'sheet', { readonly wide: PictureSize; readonly narrow: PictureSize }>> = {
  column: { wide: { width: 792, height: 430 }, narrow: { width: 620, height: 400 } },
  sheet: { wide: { width: 1200, height: 460 }, narrow: { width: 680, height: 420 } },
};

export interface TrendIsland extends DrawnIsland {
  readonly view: TrendView;
}

export interface TrendOptions {
  /** Stable name of the figure: “trend”, “market-trend”. */
  readonly id: string;
  readonly number?: string;
  /** A page's own headline, and the sentence below it; absent: the takeaway. */
  readonly title?: string;
  readonly sentence?: string;
  readonly notes?: readonly string[];
  /** “来源：…” */
  readonly source: string;
  readonly freshness?: FreshnessView;
  readonly actions?: TrendFacts['actions'];
  readonly span: 'column' | 'sheet';
  /** Only one figure of a page can have the keys of a transform. */
  readonly isTransformable: boolean;
}

/** A trend with all that stands around it, drawn for two widths. */
export function trendIsland(table: IndicatorTable, claims: readonly Claim[], page: PageContext, options: TrendOptions): TrendIsland {
  const { notes = [], actions = [], ...given } = options;
  const { who, when, verdict } = page.words;
  const verdicts = Object.fromEntries(claims.map((claim) => [claim.verdict, verdict[claim.verdict]]));
  const facts: TrendFacts = { ...given, notes, actions, table, claims, tableWords: { who, when, verdict: verdicts } };
  const view = trendView(table, claims, page.say);
  const { wide, narrow } = TREND_SIZES[options.span];
  const drawn = (size: PictureSize) => drawStatic(trendOption(view, size), size);
  const { body } = render(TrendExplorer, { props: { ...facts, say: page.say, wide: drawn(wide), narrow: drawn(narrow) } });
  return { html: body, facts, view };
}
