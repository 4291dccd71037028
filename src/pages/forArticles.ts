import { FLAG_TEXTS, FLAGS, FLAGS_SCHEMA_PATH, flagNames, type FlagKind } from '../embed/flags.ts';
import { embedPath } from '../embed/embedName.ts';
import type { Atlas } from '../model/atlas.ts';
import type { Cards } from '../prerender/cards.ts';
import { embedFigures } from '../prerender/embedPages.ts';
import type { FigureMakerFacts } from '../islands/articles.ts';
import { figureMakerFacts } from '../prerender/figureMakerIsland.ts';
import type { PageContext } from '../prerender/pageContext.ts';

/** The page for those who write articles, finished. */
export interface ForArticlesView {
  readonly maker: FigureMakerFacts;
  readonly gallery: readonly {
    readonly name: string;
    /** Name, unit, period. */
    readonly heading: string;
    readonly kind: string;
    readonly takeaway: string;
    /** Its picture, 1200 × 630, from this page. */
    readonly card: string;
    readonly href: string;
    /** The same page with it chosen. */
    readonly use: string;
  }[];
  /** All figures by subject: each with its own page, for those who have no script or want the address alone. */
  readonly all: readonly { readonly theme: string; readonly indicators: readonly { readonly name: string; readonly figures: readonly { readonly kind: string; readonly href: string }[] }[] }[];
  readonly flags: readonly { readonly name: string; readonly values: string; readonly says: string }[];
  readonly schema: string;
}

/** One or two of each kind, from subjects that are often asked for. */
const OFTEN = ['map-internet-penetration', 'ranking-internet-penetration', 'trend-egov-market-size', 'trend-online-government-users', 'networks-coverage', 'map-government-websites-change', 'trend-court-online-filings', 'world-un-egdi'] as const;

function valuesOf(flag: FlagKind): string {
  switch (flag.kind) {
    case 'choice':
      return flag.values.join(' | ');
    case 'boolean':
      return '1';
    case 'list':
      return flag.values ? flag.values.join('.') : '440000.330000';
    case 'text':
      return `≤ ${flag.most}`;
    case 'id':
      return '2024 | 440000';
  }
}

export function forArticlesPage(atlas: Atlas, cards: Cards, page: PageContext): ForArticlesView {
  const { articles: words } = page.words;
  const figures = embedFigures(atlas);
  const maker = figureMakerFacts(atlas, OFTEN[0], page);
  return {
    maker,
    all: maker.themes.map(({ name: theme, indicators }) => ({ theme, indicators: indicators.map(({ name, figures: own }) => ({ name, figures: own.map(({ name: figure, kind }) => ({ kind, href: page.href(embedPath(figure)) })) })) })),
    gallery: OFTEN.flatMap((name) => {
      const figure = figures.find((one) => one.name === name);
      if (!figure) return [];
      const card = cards.ofFigure(name, page.lang);
      return [{ name, heading: card.title, kind: words.kinds[figure.kind], takeaway: card.alt, card: page.base + card.path, href: page.href(embedPath(name)), use: `${page.href('embed.html')}?figure=${name}#maker` }];
    }),
    flags: flagNames().map((name) => ({ name: `${name}=`, values: valuesOf(FLAGS[name]), says: FLAG_TEXTS[name][page.lang] })),
    schema: FLAGS_SCHEMA_PATH,
  };
}
