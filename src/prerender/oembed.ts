import { embedPath, readEmbedName, type EmbedKind } from '../embed/embedName.ts';
import type { Heights } from '../embed/reserve.ts';
import { snippet } from '../embed/snippet.ts';
import { halfOf } from '../i18n/format.ts';
import { keyOf } from '../i18n/languages.ts';
import type { Atlas } from '../model/atlas.ts';
import { LANGS, type Lang } from '../model/text.ts';
import { datasetOf } from '../pages/lookup.ts';
import type { CardImage, Cards } from './cards.ts';
import type { EmbedFigure } from './embedPages.ts';
import { routeOf, WORDS } from './pageContext.ts';
import type { PublishedFile } from './plugin.ts';

export const OEMBED_FOLDER = 'oembed';

export const oembedPath = (name: string, lang: Lang): string => `${OEMBED_FOLDER}/${name}.${keyOf(lang)}.json`;

export interface OembedFacts {
  readonly title: string;
  /** Who published the figures. */
  readonly author: string;
  readonly provider: string;
  /** The site's root, absolute, with a slash at its end; null: not known at build. */
  readonly root: string | null;
  readonly image: CardImage;
  /** What to put into an article, and how large it is; null: there is nothing but a link. */
  readonly frame: { readonly html: string; readonly width: number; readonly height: number } | null;
}

/** Seconds: a day, so that a new edition shows. */
const CACHE_AGE = 86_400;

/**
 * An answer of oEmbed 1.0 as a file. A static host cannot heed `?maxwidth` and `?format`: the frame's width is one that
 * every page has room for, and whoever needs another sets it, since the frame fills what it is given.
 *
 * Without the site's address nothing in an answer could be reached from elsewhere: then it is a plain link.
 */
export function oembedText({ title, author, provider, root, image, frame }: OembedFacts): string {
  const shared = {
    version: '1.0',
    title,
    author_name: author,
    provider_name: provider,
    ...(root === null ? {} : { provider_url: root, thumbnail_url: root + image.path, thumbnail_width: image.width, thumbnail_height: image.height }),
    cache_age: CACHE_AGE,
  };
  const answer = root === null || frame === null ? { type: 'link', ...shared } : { type: 'rich', ...shared, html: frame.html, width: frame.width, height: frame.height };
  return `${JSON.stringify(answer, null, 1)}\n`;
}

/** Wide enough for a column; whoever gives it less or more has the height that goes with that. */
const FRAME_WIDTH = 640;

/**
 * Room for each kind of figure before its script tells its height, measured in Chromium over the figures of the kind in
 * both languages: nine of ten need no more. What is left free the picture fills; the others scroll where scripts are taken out.
 */
const ROOM: Readonly<Record<EmbedKind, Heights>> = {
  map: { 320: 780, 640: 730, 900: 680 },
  ranking: { 320: 1220, 640: 730, 900: 710 },
  trend: { 320: 1050, 640: 790, 900: 680 },
  matrix: { 320: 900, 640: 740, 900: 690 },
  levels: { 320: 1260, 640: 950, 900: 850 },
  multiples: { 320: 1730, 640: 1050, 900: 980 },
  bump: { 320: 1340, 640: 1120, 900: 1040 },
  strip: { 320: 1030, 640: 800, 900: 680 },
  world: { 320: 1080, 640: 870, 900: 850 },
  networks: { 320: 1660, 640: 830, 900: 760 },
  number: { 320: 610, 640: 420, 900: 360 },
};

const FIRST: readonly EmbedFigure['kind'][] = ['map', 'world', 'trend', 'multiples', 'levels', 'networks', 'number'];

type OembedFigure = Pick<EmbedFigure, 'name' | 'kind' | 'page' | 'search' | 'figure'>;

interface OembedInput {
  readonly atlas: Atlas;
  readonly cards: Cards;
  /** Those that have pages of their own, in both languages. */
  readonly figures: readonly OembedFigure[];
  /** The state of the data: an article in which a frame is kept says later what has changed since. */
  readonly release: string;
}

export interface Oembeds {
  /** The answer for a page, by its route in Chinese: of the figure that it is, or the first of its figures; null where none stands alone. */
  ofPage(path: string, lang: Lang): string | null;
  ofFigure(name: string, lang: Lang): string;
  /** Those that were asked for. */
  files(): readonly PublishedFile[];
  file(path: string): PublishedFile | null;
}

export function oembedOf({ atlas, cards, figures, release }: OembedInput): Oembeds {
  // Of a page's figures, as it first shows them, the one that says most of it.
  const rankOf = ({ kind }: OembedFigure): number => (FIRST.includes(kind) ? FIRST.indexOf(kind) : FIRST.length);
  const first = new Map<string, string>();
  for (const { name, page, search } of [...figures].sort((one, other) => rankOf(one) - rankOf(other))) if (search === '' && !first.has(page)) first.set(page, name);
  const root = atlas.site.address;
  const authorOf = (name: string, lang: Lang): string => {
    const table = atlas.tables.find(({ indicator }) => indicator.id === readEmbedName(name)?.id);
    const publishers = table ? datasetOf(atlas, table).sources.filter(({ id }) => table.observations.some(({ sourceId }) => sourceId === id)).map(({ publisher }) => halfOf(publisher, lang)) : [];
    return publishers[0] ?? WORDS[atlas.site.standings][lang].page.siteName;
  };
  /** The same that a reader of the page is given to paste: complete as it stands. */
  const frameOf = (figure: OembedFigure, lang: Lang, { path, title, alt }: CardImage): OembedFacts['frame'] => {
    if (root === null) return null;
    const whole = new URL(`${routeOf(figure.page, lang)}?${figure.search}`, root);
    whole.searchParams.set('release', release);
    if (figure.figure !== null) whole.hash = figure.figure;
    const heights = ROOM[figure.kind];
    const html = snippet('resizing', { root, lang, name: figure.name, frozen: null, search: `?release=${release}`, title, alt, heights, pictureUrl: root + path, pageUrl: whole.href });
    return { html, width: FRAME_WIDTH, height: heights[FRAME_WIDTH] };
  };
  const byName = new Map(figures.map((figure) => [figure.name, figure]));
  const answer = ({ name, lang }: { readonly name: string; readonly lang: Lang }): PublishedFile => {
    const image = cards.ofFigure(name, lang);
    const figure = byName.get(name);
    return { path: oembedPath(name, lang), content: oembedText({ title: image.title, author: authorOf(name, lang), provider: WORDS[atlas.site.standings][lang].page.siteName, root, image, frame: figure ? frameOf(figure, lang, image) : null }) };
  };
  /** By path, what a page's head has named: a copy of a few pages has a few answers. */
  const asked = new Map<string, { readonly name: string; readonly lang: Lang }>();
  const ask = (name: string, lang: Lang): string => {
    asked.set(oembedPath(name, lang), { name, lang });
    return oembedPath(name, lang);
  };
  return {
    ofPage(path, lang) {
      const own = figures.find((figure) => embedPath(figure.name) === path)?.name;
      const name = own ?? first.get(path);
      return name === undefined ? null : ask(name, lang);
    },
    ofFigure: ask,
    file(path) {
      for (const lang of LANGS) for (const { name } of figures) if (oembedPath(name, lang) === path) return answer({ name, lang });
      return null;
    },
    files: () => [...asked.values()].map(answer),
  };
}
