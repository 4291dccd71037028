import { render } from 'svelte/server';
import { drawStatic } from '../charts/drawStatic.ts';
import { trendOption, type PictureSize } from '../charts/trendOption.ts';
import ProvinceExplorer from '../components/map/ProvinceExplorer.svelte';
import type { CatalogueEntry } from '../components/map/ProvinceExplorer.svelte';
import Trend from '../components/figure/Trend.svelte';
import { withoutPaths } from '../geo/shapePaths.ts';
import type { ProvinceShapes, TileGrid } from '../geo/shapes.ts';
import type { Atlas } from '../model/atlas.ts';
import type { Claim } from '../model/claim.ts';
import { NATION } from '../model/region.ts';
import type { IndicatorTable } from '../model/indicator.ts';
import { datasetOf, provincesOf, sourceTexts } from '../pages/lookup.ts';
import { mappablePeriods } from '../query/select.ts';
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

interface ProvinceOptions {
  readonly barTitle: string;
  readonly barCount: number;
  readonly numbers?: readonly [string, string];
  /** The dashboard lets the reader choose among all indicators. */
  readonly choosable: boolean;
}

export function provinceIsland(atlas: Atlas, table: IndicatorTable, geometry: { shapes: ProvinceShapes; tiles: TileGrid }, page: PageContext, options: ProvinceOptions): DrawnIsland {
  const isPublished = (one: IndicatorTable) => datasetOf(atlas, one).licence.redistributable;
  const offered = options.choosable ? mappable(atlas).filter(isPublished) : [table];
  const catalogue = offered.map(
    (one): CatalogueEntry => ({
      id: one.indicator.id,
      name: one.indicator.short[page.lang],
      file: `data/${one.file}`,
      dataset: one.dataset,
      sha256: atlas.files.find(({ path }) => path === one.file)?.sha256 ?? '',
      redistributable: isPublished(one),
    }),
  );
  const shared = {
    base: page.base,
    pages: page.href('indicator/'),
    tiles: geometry.tiles,
    // Tables have rows of the nation too; the map leaves them out.
    regions: [...provincesOf(atlas), ...atlas.regions.filter(({ id }) => id === NATION)],
    table,
    catalogue,
    sources: sourceTexts(atlas, table, page),
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
  sheet: { wide: { width: 1200, height: 460 }, narrow: { width: 740, height: 420 } },
};

export interface TrendIsland extends DrawnIsland {
  readonly view: TrendView;
}

export function trendIsland(table: IndicatorTable, claims: readonly Claim[], page: PageContext, label: string, span: 'column' | 'sheet'): TrendIsland {
  const sizes = TREND_SIZES[span];
  const view = trendView(table, claims, page.say);
  const wide = drawStatic(trendOption(view, sizes.wide), sizes.wide);
  const narrow = drawStatic(trendOption(view, sizes.narrow), sizes.narrow);
  const { body } = render(Trend, { props: { view, say: page.say, wide, narrow, label, span } });
  return { html: body, facts: { view }, view };
}
