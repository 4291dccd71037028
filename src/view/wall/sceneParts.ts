import { formatPeriod } from '../../i18n/format.ts';
import type { Atlas } from '../../model/atlas.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { IndicatorTable } from '../../model/indicator.ts';
import { datasetOf } from '../../pages/lookup.ts';
import { routeOf, type PageContext } from '../../prerender/pageContext.ts';
import { nextOf } from '../freshnessView.ts';
import { dayAfter } from '../../query/periodSpan.ts';
import { publishersAsUsed, publishersText } from '../publishers.ts';
import type { Takeaway } from '../sentences/takeaway.ts';
import type { SceneView } from './sceneView.ts';

/** What every scene is made from. */
export interface SceneContext {
  readonly atlas: Atlas;
  /** Any page of the site in the scene's language: for its words. */
  readonly page: PageContext;
}

/** A scene without what its playlist gives it. */
export type DrawnScene = Pick<SceneView, 'name' | 'beats' | 'pictures' | 'source' | 'sourceShort' | 'retrieved' | 'due'>;

/** Figures that a scene shows, and where they were read. */
export interface Used {
  readonly table: IndicatorTable;
  readonly sourceIds: readonly string[];
}

/** On the site, from its root: “en/indicator/toys.html?period=2001”. */
export const sitePath = ({ page }: Pick<SceneContext, 'page'>, path: string, tail = ''): string => routeOf(path, page.lang) + tail;

/** The first of each, then the second of each: two series name a publisher each. */
const inTurn = (lists: readonly (readonly string[])[]): readonly string[] => Array.from({ length: Math.max(0, ...lists.map(({ length }) => length)) }, (_, index) => lists.flatMap((list) => list[index] ?? [])).flat();

/** The publishers of datasets' own sources, the last day on which they were read. */
export function originOf(read: readonly { readonly dataset: Dataset; readonly sourceIds: readonly string[] }[], { say }: PageContext): Pick<DrawnScene, 'source' | 'sourceShort' | 'retrieved'> {
  const retrieved = read.map(({ dataset }) => dataset.retrieved).sort().at(-1) ?? '';
  const names = inTurn(read.map(({ dataset, sourceIds }) => publishersAsUsed(dataset, sourceIds, say)));
  return { source: publishersText(names, say), sourceShort: publishersText(names, say, 1), retrieved: retrieved === '' ? '' : say.words.freshness.retrieved(retrieved) };
}

/** The earliest day on which any of these tables was to have a newer edition. */
export function dueOf(tables: readonly IndicatorTable[], { atlas, page }: SceneContext): DrawnScene['due'] {
  const dues = tables.flatMap((table) => {
    const next = nextOf(table, datasetOf(atlas, table));
    return next === null ? [] : [{ date: dayAfter(next), text: formatPeriod(next, page.lang) }];
  });
  return dues.sort((one, other) => (one.date < other.date ? -1 : 1))[0] ?? null;
}

/** Publishers, day of reading and next edition of what a scene shows. */
export const tablesOrigin = (used: readonly Used[], context: SceneContext): Pick<DrawnScene, 'source' | 'sourceShort' | 'retrieved' | 'due'> => ({
  ...originOf(used.map(({ table, sourceIds }) => ({ dataset: datasetOf(context.atlas, table), sourceIds })), context.page),
  due: dueOf([...new Set(used.map(({ table }) => table))], context),
});

/** A takeaway with all that limits it, as it is spoken. */
export const spokenTakeaway = ({ text, limits }: Pick<Takeaway, 'text' | 'limits'>, { lang }: Pick<PageContext, 'lang'>): string => [text, ...limits].filter(Boolean).join(lang === 'zh' ? '' : ' ');

/** Halfway to four digits: ends of bars and places of marks. */
export const rounded = (x: number): number => Math.round(x * 1e4) / 1e4;
