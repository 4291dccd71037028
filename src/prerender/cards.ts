import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { renderAsync } from '@resvg/resvg-js';
import { card, textsOf } from '../cards/card.ts';
import type { CardView } from '../cards/cardView.ts';
import { dashboardCard, generalCard, indicatorCard, mapCard, networksCard, rankingCard, regionCard, storyCard, trendCard, worldCard } from '../cards/cardViews.ts';
import { lightPalette } from '../cards/palette.ts';
import { palettePng } from '../cards/png.ts';
import { HEIGHT, WIDTH } from '../cards/sheet.ts';
import { readEmbedName } from '../embed/embedName.ts';
import { keyOf } from '../i18n/languages.ts';
import type { FontLetters } from '../letters/fontLetters.ts';
import { FACES } from '../letters/letters.ts';
import type { Atlas } from '../model/atlas.ts';
import type { IndicatorTable } from '../model/indicator.ts';
import type { Release } from '../model/release.ts';
import { LANGS, type Lang } from '../model/text.ts';
import { doors } from '../pages/doors.ts';
import { coverageOf } from '../pages/networks.ts';
import { regionPage } from '../pages/regionPage.ts';
import { hasPage, regionPath } from '../pages/regionPath.ts';
import { STORIES, storyPath, storyView } from '../pages/stories.ts';
import { mappablePeriods } from '../query/select.ts';
import tokens from '../theme/tokens.css?raw';
import type { Geometry } from './geometry.ts';
import { pageContext } from './pageContext.ts';
import type { PublishedFile } from './plugin.ts';

export const CARDS_FOLDER = 'cards';

/** A page's picture where its link is shared. */
export interface CardImage {
  /** Below the site's root; its hash changes with what it shows, because networks keep a picture by its address. */
  readonly path: string;
  readonly width: number;
  readonly height: number;
  /** Name, unit, period; a region's or a story's name. */
  readonly title: string;
  /** What it says, for those who don't see it. */
  readonly alt: string;
}

export interface Cards {
  /** Of a page, by its route in Chinese. */
  ofPage(path: string, lang: Lang): CardImage;
  /** Of a figure that stands alone, by its name. */
  ofFigure(name: string, lang: Lang): CardImage;
  /** Those that were asked for, drawn. */
  files(letters: FontLetters): Promise<readonly PublishedFile[]>;
  /** One of them by its path, drawn now. */
  file(path: string, letters: FontLetters): Promise<PublishedFile | null>;
}

/** How cards are drawn: when a line of it changes, each card has a new address. */
const DRAWING = Object.entries(import.meta.glob<string>(['../cards/*.ts', '../letters/*.ts', '../charts/scale.ts', '../charts/spread.ts'], { query: '?raw', import: 'default', eager: true })).sort(([one], [other]) => (one < other ? -1 : 1));
const DESIGN = createHash('sha256').update(JSON.stringify([DRAWING, tokens])).digest('hex');

const palette = lightPalette(tokens);

/** “embed/map-internet-penetration.html” */
const EMBED_PAGE = /^embed\/([^/]+)\.html$/;

/** More at once than the machine has cores waits for nothing. */
const AT_ONCE = 3;

/** Pictures of earlier builds, by the hash in their names; absent where the packages are. */
const CACHE = path.resolve('node_modules/.cache/cards');

const hashOf = (view: CardView): string => createHash('sha256').update(DESIGN).update(JSON.stringify(view)).digest('hex').slice(0, 8);

async function pngOf(view: CardView, letters: FontLetters): Promise<Uint8Array> {
  const cached = path.join(CACHE, `${createHash('sha256').update(DESIGN).update(JSON.stringify(view)).digest('hex')}.png`);
  if (fs.existsSync(cached)) return fs.readFileSync(cached);
  await letters.prepare(textsOf(view), FACES);
  const { pixels } = await renderAsync(card(view, letters, palette), { font: { loadSystemFonts: false } });
  const png = await palettePng(pixels, WIDTH, HEIGHT);
  if (fs.existsSync(path.resolve('node_modules'))) {
    fs.mkdirSync(CACHE, { recursive: true });
    fs.writeFileSync(`${cached}.part`, png);
    fs.renameSync(`${cached}.part`, cached);
  }
  return png;
}

interface Named {
  readonly view: CardView;
  readonly image: CardImage;
}

export function cardsOf(atlas: Atlas, geometry: Geometry, release: Release): Cards {
  const { tiles } = geometry;
  const known = new Map<string, Named>();
  const tableOf = (id: string): IndicatorTable | undefined => atlas.tables.find(({ indicator }) => indicator.id === id);

  /** Cards by their own names: “map-internet-penetration”, “region-440000”, “story-fewer-doors”, “dashboard”, “atlas”. */
  const viewOf = (name: string, lang: Lang): CardView => {
    const page = pageContext('index.html', lang, { site: atlas.site, release });
    const facts = { atlas, page };
    if (name === 'dashboard') return dashboardCard(facts, { title: page.words.home.title, sentence: doors(atlas, page).sentence });
    const [kind = '', id = ''] = [name.slice(0, name.indexOf('-')), name.slice(name.indexOf('-') + 1)];
    const table = tableOf(id);
    if (table) {
      if (kind === 'map') return mapCard(facts, table, tiles) ?? indicatorCard(facts, table, tiles);
      if (kind === 'ranking') return rankingCard(facts, table) ?? indicatorCard(facts, table, tiles);
      if (kind === 'trend') return trendCard(facts, table);
      if (kind === 'world') return worldCard(facts, table);
    }
    if (kind === 'networks') return networksCard(facts, { view: coverageOf(atlas, page).view, heading: page.words.coverage.figure });
    const region = kind === 'region' ? atlas.regions.find((one) => one.id === id) : undefined;
    if (region) return regionCard(facts, regionPage(atlas, region, geometry, page));
    const story = kind === 'story' ? STORIES.find((one) => one.id === id) : undefined;
    if (story) return storyCard(facts, storyView(story, atlas, page));
    return generalCard(facts);
  };

  const named = (name: string, lang: Lang): Named => {
    const key = `${name}.${keyOf(lang)}`;
    const before = known.get(key);
    if (before) return before;
    const view = viewOf(name, lang);
    const image = { path: `${CARDS_FOLDER}/${key}.${hashOf(view)}.png`, width: WIDTH, height: HEIGHT, title: view.title || view.heading, alt: [view.heading, view.title, view.headline].filter(Boolean).join(lang === 'zh' ? '。' : '. ') };
    known.set(key, { view, image });
    return { view, image };
  };

  /** What a card of the indicator shows, by what its table gives. */
  const nameOf = (table: IndicatorTable, kind: 'map' | 'ranking'): string => {
    const { id, expected } = table.indicator;
    if (expected === 'countries') return `world-${id}`;
    if (expected === 'nation') return `trend-${id}`;
    return kind === 'ranking' || mappablePeriods(table).length === 0 ? `ranking-${id}` : `map-${id}`;
  };

  const regions = new Map(atlas.regions.filter(hasPage).map(({ id }) => [regionPath(id), `region-${id}`]));
  // The first leads the front page, which tells it in the same words.
  const stories = new Map(STORIES.map((story, index) => [storyPath(story), index === 0 ? 'dashboard' : `story-${story.id}`]));
  const nameOfFigure = (figure: string): string => {
    const read = readEmbedName(figure);
    if (read?.kind === 'networks') return 'networks-coverage';
    const table = tableOf(read?.id ?? '');
    return read && table ? nameOf(table, read.kind === 'ranking' || read.kind === 'bump' ? 'ranking' : 'map') : 'atlas';
  };
  const nameOfPage = (at: string): string => {
    const [, figure] = EMBED_PAGE.exec(at) ?? [];
    if (figure !== undefined) return nameOfFigure(figure);
    if (at === 'index.html') return 'dashboard';
    if (at === 'coverage.html') return 'networks-coverage';
    const table = tableOf(/^indicator\/(.+)\.html$/.exec(at)?.[1] ?? '');
    return table ? nameOf(table, 'map') : (regions.get(at) ?? stories.get(at) ?? 'atlas');
  };

  return {
    ofPage: (at, lang) => named(nameOfPage(at), lang).image,
    ofFigure: (figure, lang) => named(nameOfFigure(figure), lang).image,
    async files(letters) {
      const queue = [...known.values()];
      const files: PublishedFile[] = [];
      const work = async (): Promise<void> => {
        for (let one = queue.shift(); one !== undefined; one = queue.shift()) files.push({ path: one.image.path, content: await pngOf(one.view, letters) });
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      return files;
    },
    async file(at, letters) {
      const [, name, langText] = /^cards\/(.+)\.([\w-]+)\.[\da-f]{8}\.png$/.exec(at) ?? [];
      const lang = LANGS.find((one) => keyOf(one) === langText);
      if (name === undefined || lang === undefined) return null;
      const one = named(name, lang);
      return one.image.path === at ? { path: at, content: await pngOf(one.view, letters) } : null;
    },
  };
}
