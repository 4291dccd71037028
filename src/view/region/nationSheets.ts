import type { regionsZh } from '../../i18n/regions.zh.ts';
import type { Say } from '../../i18n/say.ts';
import type { NationPart } from '../regionView.ts';
import { ems, linesOf, PAPER } from './paper.ts';
import { citedIn, isWhole, sheetSources, sourcesEm, type SheetSources } from './sheetSources.ts';
import type { SheetsInput } from './sheetsView.ts';

export interface SheetTheme {
  readonly id: string;
  readonly name: string;
  readonly figures: readonly { readonly id: string; readonly name: string; readonly value: string; readonly when: string; readonly status: string; readonly sources: readonly number[] }[];
  readonly leftOut: string;
  /** It began in the column before. */
  readonly isContinued: boolean;
}

export interface NationSheets {
  readonly kind: 'nation';
  readonly world: NationPart['world'];
  readonly components: NationPart['components'];
  /** Two columns on the first sheet, two on the second. */
  readonly columns: readonly [readonly SheetTheme[], readonly SheetTheme[], readonly SheetTheme[], readonly SheetTheme[]];
}

type RegionWords = typeof regionsZh;

/** Size of a figure's text. */
const FIGURE_EM = 10;
/** By which figures give way to sources, in pixels. */
const STEP = 12;

function figureHeight({ name, value, when, status, sources }: SheetTheme['figures'][number]): number {
  const room = PAPER.column / FIGURE_EM - ems(value) - 5.8 - (status === '' ? 0 : ems(status) + 0.6) - sourcesEm(sources) - 1.6 - Math.max(0, ems(when) - 5.8);
  const lines = linesOf(name, room);
  return lines === 1 ? PAPER.figureLine : lines * PAPER.nameLine + 3;
}

export const themesHeight = (themes: readonly SheetTheme[]): number =>
  themes.reduce((sum, { figures, leftOut }) => sum + PAPER.themeHead + figures.reduce((height, figure) => height + figureHeight(figure), 0) + (leftOut === '' ? 0 : PAPER.noteLine), 0);

/** Themes run down one column after another; one that is torn says its name again. Null when they need more room. */
export function flow(themes: readonly SheetTheme[], heights: readonly number[]): readonly (readonly SheetTheme[])[] | null {
  const columns: SheetTheme[][] = heights.map(() => []);
  let at = 0;
  for (const theme of themes) {
    let open: SheetTheme = { ...theme, figures: [], leftOut: '' };
    const fits = (next: SheetTheme): boolean => themesHeight([...(columns[at] ?? []), next]) <= (heights[at] ?? 0);
    const close = () => {
      if (open.figures.length > 0) columns[at]?.push(open);
    };
    for (const [index, figure] of theme.figures.entries()) {
      const next = (from: SheetTheme): SheetTheme => ({ ...from, figures: [...from.figures, figure], leftOut: index === theme.figures.length - 1 ? theme.leftOut : '' });
      while (at < heights.length && !fits(next(open))) {
        close();
        open = { ...theme, figures: [], leftOut: '', isContinued: index > 0 };
        at += 1;
      }
      if (at === heights.length) return null;
      open = next(open);
    }
    close();
  }
  return columns;
}

/** The page of the country: of each theme as many figures as two sheets hold beside all their sources. */
export function nationSheets({ view, sources: all }: SheetsInput, nation: NationPart, firstRoom: number, say: Say, terms: RegionWords): { readonly content: NationSheets; readonly sources: SheetSources } {
  const own = [...nation.world.sources, ...citedIn(nation.components)];
  const kept = new Map(nation.themes.map(({ theme }) => [theme, 1]));
  const plan = () => {
    const themes = nation.themes.map(({ theme, name, figures }): SheetTheme => {
      const count = kept.get(theme) ?? 0;
      return { id: theme, name, figures: figures.slice(0, count), leftOut: figures.length > count ? terms.print.leftOut(figures.length - count) : '', isContinued: false };
    });
    const cited = [...own, ...themes.flatMap(({ figures }) => citedIn(figures))];
    for (let height = PAPER.body - PAPER.gap - PAPER.code; height > 0; height -= STEP) {
      if (!isWhole(sheetSources(cited, all, PAPER.body - PAPER.gap - height, say, terms))) continue;
      const columns = flow(themes, [firstRoom, firstRoom, height, height]);
      return columns ? { columns, cited } : null;
    }
    return null;
  };
  let best = plan();
  if (!best) throw new Error(`${view.id}: one figure a theme is more than two sheets hold`);
  // One more of each theme in turn, for as long as there is room for any.
  for (let isGrowing = true; isGrowing; ) {
    isGrowing = false;
    for (const { theme, figures } of nation.themes) {
      const count = kept.get(theme) ?? 0;
      if (count >= figures.length) continue;
      kept.set(theme, count + 1);
      const larger = plan();
      if (larger) {
        best = larger;
        isGrowing = true;
      } else kept.set(theme, count);
    }
  }
  const [first = [], second = [], third = [], fourth = []] = best.columns;
  const used = Math.max(themesHeight(third), themesHeight(fourth));
  return { content: { kind: 'nation', world: nation.world, components: nation.components, columns: [first, second, third, fourth] }, sources: sheetSources(best.cited, all, PAPER.body - used - PAPER.gap, say, terms) };
}
