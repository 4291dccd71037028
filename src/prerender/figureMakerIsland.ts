import type { FigureMakerFacts } from '../islands/articles.ts';
import type { Atlas } from '../model/atlas.ts';
import { THEMES } from '../model/indicator.ts';
import { embedFigures } from './embedPages.ts';
import type { PageContext } from './pageContext.ts';

/**
 * Every figure that can be put into an article, by subject and indicator, and the words of the choice.
 *
 * @param first Shown until one is chosen.
 */
export function figureMakerFacts(atlas: Atlas, first: string, { lang, words }: PageContext): FigureMakerFacts {
  const figures = embedFigures(atlas);
  const themes = THEMES.map((theme) => ({
    name: words.themes[theme],
    indicators: atlas.tables
      .filter(({ indicator }) => indicator.theme === theme)
      .map(({ indicator: { id, name } }) => ({
        name: name[lang],
        figures: figures.filter(({ indicator }) => indicator === id).map((figure) => ({ name: figure.name, kind: words.articles.kinds[figure.kind], page: figure.page + (figure.search === '' ? '' : `?${figure.search}`) })),
      })),
  }));
  // The platform's networks are of no indicator; their figure stands on the page of coverage.
  const apart = figures.filter(({ indicator }) => indicator === null).map(({ name, kind, page }) => ({ name, kind: words.articles.kinds[kind], page }));
  return { first, themes: [...themes.filter(({ indicators }) => indicators.length > 0), { name: words.nav.coverage, indicators: [{ name: words.coverage.figure, figures: apart }] }], words: words.articles.choose };
}
