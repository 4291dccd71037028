import fs from 'node:fs';
import path from 'node:path';
import { tagOf } from '../i18n/languages.ts';
import { SECOND } from '../i18n/second.ts';
import { describeIssue, type Issue } from '../ingest/issue.ts';
import { LANGS, type Lang } from '../model/text.ts';
import Gallery from '../gallery/Gallery.svelte';
import { gallery } from '../gallery/gallery.ts';
import { GALLERY_KINDS, GALLERY_THEMES, galleryPath } from '../gallery/kinds.ts';
import Embed from '../pages/Embed.svelte';
import ForArticles from '../pages/ForArticles.svelte';
import { embedPage, type EmbedPageView } from '../pages/embedPage.ts';
import EmbedAny from '../components/embed/EmbedAny.svelte';
import { ANY_FIGURE, embedPath } from '../embed/embedName.ts';
import { FLAGS_SCHEMA_PATH, flagsSchema } from '../embed/flags.ts';
import { forArticlesPage } from '../pages/forArticles.ts';
import { namedStories } from '../pages/stories.ts';
import { addressIssues, arrivingMoves, forwardingPage, MOVED_SCRIPT, readAddresses, readMoves } from './addresses.ts';
import { fontLetters } from '../letters/fontLetters.ts';
import { LETTERS_FOLDER } from '../letters/publishedLetters.ts';
import { cardsOf, CARDS_FOLDER } from './cards.ts';
import { readRecordPath } from '../releases/record.ts';
import { CHECK_FILE } from '../check/checkContext.ts';
import { checkText } from './checkText.ts';
import { compareBundle } from './compareBundle.ts';
import { COMPARE_FILE } from './compareText.ts';
import { readReleases, RELEASES } from './frozen.ts';
import { embedFigures, type EmbedFigure } from './embedPages.ts';
import { withoutMarks } from './embedTemplate.ts';
import { readGeometry } from './geometry.ts';
import { charactersOf, letterFiles } from './letters.ts';
import { oembedOf, OEMBED_FOLDER } from './oembed.ts';
import { pageContext, routeOf, WORDS, type Edition, type PageContext } from './pageContext.ts';
import { openDataFiles } from '../opendata/openDataFiles.ts';
import type { PublishedFile, RenderedPage, Site } from './plugin.ts';
import { readAtlas } from './readAtlas.ts';
import { frozenFiles, presentTables, recordFiles, unreleased, type DrawnFigure } from './records.ts';
import { manifestText, publishedFiles } from './published.ts';
import { traceFiles } from './traceFiles.ts';
import { verifyFiles } from './verifyFiles.ts';
import { releaseOf } from './release.ts';
import { draw, sitePages, type Draw, type SiteFacts } from './sitePages.ts';
import { singleParts } from './singleParts.ts';
import { withoutPlaces } from './withoutPlaces.ts';
import { searchFiles } from './searchIndex.ts';

/** Issues end the build; all of them are named. */
function refuse(issues: readonly Issue[]): void {
  if (issues.length > 0) throw new Error(`data/ has ${issues.length} issues:\n${issues.map((issue) => describeIssue(issue, 'zh')).join('\n')}`);
}

const textOf = ({ content }: PublishedFile): string => (typeof content === 'string' ? content : Buffer.from(content).toString('utf8'));

/** Reads and checks `data/`, and knows every page that follows from it. Throws with all issues named. */
export function openSite(root: string): Site {
  const dataDir = path.join(root, 'data');
  const { atlas: whole, issues } = readAtlas(dataDir);
  refuse(issues);
  const content = (file: string) => fs.readFileSync(path.join(dataDir, file));
  const { atlas, rewritten } = whole.site.standings === 'groups' ? withoutPlaces(whole, (file) => content(file).toString('utf8')) : { atlas: whole, rewritten: new Map<string, string>() };
  const bundle = compareBundle(atlas, (file) => rewritten.get(file) ?? content(file).toString('utf8'));
  const geometry = readGeometry(dataDir);
  const kept = readReleases(dataDir, atlas.site.standings);
  refuse(kept.issues);
  const release = releaseOf(atlas);
  const present = presentTables(atlas);
  const since = unreleased(kept.releases.at(-1), present);

  const { trace, files: traced } = traceFiles({ atlas, release, releases: kept.releases });
  const facts: SiteFacts = { atlas, geometry, release, compareSha256: bundle.sha256, records: kept.releases.map(({ record }) => record), since: [...since], trace };
  const pages = sitePages(facts, (page) => draw(ForArticles, { page, view: forArticlesPage(atlas, cards, page) }));
  const drafts = new Map<string, Draw>(GALLERY_KINDS.flatMap((kind) => GALLERY_THEMES.map((theme): [string, Draw] => [galleryPath(kind, theme), (page) => draw(Gallery, { page, view: gallery(atlas, geometry, page, kind, theme) })])));
  const routes = new Map<string, { path: string; lang: Lang }>();
  for (const lang of LANGS) for (const one of [...pages.keys(), ...drafts.keys()]) routes.set(routeOf(one, lang), { path: one, lang });

  const embeds = new Map(embedFigures(atlas).map((figure): [string, EmbedFigure] => [embedPath(figure.name), figure]));
  for (const lang of LANGS) for (const one of embeds.keys()) routes.set(routeOf(one, lang), { path: one, lang });
  const cards = cardsOf(atlas, geometry, release);
  const oembed = oembedOf({ atlas, cards, figures: [...embeds.values()], release: release.id });
  const contextOf = (one: string, lang: Lang, edition?: Edition): PageContext =>
    pageContext(one, lang, { languages: atlas.languages, site: atlas.site, release, social: { image: cards.ofPage(one, lang), oembed: oembed.ofPage(one, lang), root: atlas.site.address }, ...(edition && { edition }) });
  /** Asked for its sentence and for its picture: worked out once. */
  const embedViews = new Map<string, EmbedPageView>();
  const embedView = (figure: EmbedFigure, lang: Lang): EmbedPageView => {
    const key = `${lang} ${figure.name}`;
    const view = embedViews.get(key) ?? embedPage(atlas, figure, geometry, contextOf(embedPath(figure.name), lang));
    embedViews.set(key, view);
    return view;
  };
  const renderEmbed = (figure: EmbedFigure, lang: Lang): RenderedPage => {
    const page = contextOf(embedPath(figure.name), lang);
    const view = embedView(figure, lang);
    const { head, body } = draw(Embed, { page, view, geometry });
    return { lang: tagOf(lang), head, body: withoutMarks(body), embed: ['map', 'ranking', 'trend', 'matrix', 'number', 'list'].includes(view.picture.kind) ? 'lean' : 'more' };
  };
  for (const lang of LANGS) routes.set(routeOf(embedPath(ANY_FIGURE), lang), { path: embedPath(ANY_FIGURE), lang });
  const renderAny = (lang: Lang): RenderedPage => {
    const known = LANGS.flatMap((one) => [...pages.keys()].map((at) => routeOf(at, one)));
    const { head, body } = draw(EmbedAny, { page: contextOf(embedPath(ANY_FIGURE), lang), pages: known });
    return { lang: tagOf(lang), head, body: withoutMarks(body), embed: 'any' };
  };
  const drawnFigure = (figure: EmbedFigure, lang: Lang): DrawnFigure => ({ name: figure.name, lang, route: routeOf(embedPath(figure.name), lang), takeaway: embedView(figure, lang).takeaway, tables: figure.indicator === null ? [] : [figure.indicator] });
  const figures = (those: Iterable<EmbedFigure> = embeds.values()): readonly DrawnFigure[] => [...those].flatMap((figure) => LANGS.map((lang) => drawnFigure(figure, lang)));
  /** What a figure says now matters only where there is a release to set it against. */
  const records = (those: readonly EmbedFigure[]): readonly PublishedFile[] =>
    recordFiles({ atlas, release, releases: kept.releases, present, names: those.map(({ name }) => name), figures: kept.releases.length === 0 ? [] : figures(those) });
  const files = publishedFiles(atlas);
  const published: PublishedFile[] = [
    ...files.map((file) => ({ path: `data/${file.path}`, content: rewritten.get(file.path) ?? content(file.path) })),
    { path: `data/${COMPARE_FILE}`, content: bundle.text },
    { path: 'data/manifest.json', content: manifestText(atlas) },
    ...searchFiles(atlas, namedStories(atlas), [...routes.keys()]),
    ...frozenFiles(kept, (id) => content(`${RELEASES}/${id}.json`).toString('utf8')),
    { path: `data/${CHECK_FILE}`, content: checkText(atlas, geometry, (kind) => content(`schema/${kind}.schema.json`).toString('utf8')) },
    { path: FLAGS_SCHEMA_PATH, content: flagsSchema() },
    ...traced,
    ...openDataFiles({ atlas, release, text: (file) => rewritten.get(file) ?? content(file).toString('utf8'), releases: kept.releases.map(({ record }) => record.id), figures: [...embeds.values()].map(({ name }) => name) }),
    ...verifyFiles({ atlas, release, releases: kept.releases, present, pack: (name) => content(`${RELEASES}/${name}`) }),
  ];
  const own = [...routes].filter(([, known]) => pages.has(known.path) || embeds.has(known.path) || known.path === embedPath(ANY_FIGURE)).map(([route]) => route);
  // The list is of one way of telling standings: a copy that tells groups has no page of places to keep.
  // The addresses of a third language are promised by nobody: its file may be taken away again.
  if (kept.releases.length > 0 && SECOND.tag === 'en') {
    const { standings } = atlas.site;
    const there = new Set([...own, ...published.map((file) => file.path)]);
    refuse(addressIssues(readAddresses(dataDir, standings), readMoves(dataDir), there, standings));
    const moves = arrivingMoves(readMoves(dataDir), there);
    const forward = (lang: Lang) => WORDS[standings][lang].page.then.moved;
    for (const move of moves) {
      const lang = move.old.startsWith('en/') ? 'en' : 'zh';
      published.push(forwardingPage(move, lang, forward(lang), atlas.site.address));
    }
    if (moves.length > 0) published.push(MOVED_SCRIPT);
  }

  return {
    routes: own,
    drafts: [...routes].filter(([, known]) => drafts.has(known.path)).map(([route]) => route),
    files: () => published,
    figures: () => figures(),
    async late(texts) {
      const letters = fontLetters();
      const outlines = await letterFiles(letters, charactersOf([...texts, ...published.map(textOf)]));
      // An answer of oEmbed names a card too, so it comes first.
      const answers = oembed.files();
      return [...records([...embeds.values()]), ...answers, ...(await cards.files(letters)), ...outlines.files];
    },
    async lateFile(asked) {
      const recorded = readRecordPath(asked);
      if (recorded !== null) return records([...embeds.values()].filter(({ name }) => name === recorded)).find((one) => one.path === asked) ?? null;
      if (asked.startsWith(`${CARDS_FOLDER}/`)) return cards.file(asked, fontLetters());
      if (asked.startsWith(`${OEMBED_FOLDER}/`)) return oembed.file(asked);
      if (!asked.startsWith(`${LETTERS_FOLDER}/`)) return null;
      // While the site is developed no page is drawn ahead: its tables and its words have the same characters.
      const words = path.join(root, 'src/i18n');
      const outlines = await letterFiles(fontLetters(), charactersOf([...published.map(textOf), ...fs.readdirSync(words).map((file) => fs.readFileSync(path.join(words, file), 'utf8'))]));
      return outlines.files.find((one) => one.path === asked) ?? null;
    },
    singleParts: () => singleParts(facts, published),
    render(route, edition): RenderedPage {
      const known = routes.get(route);
      const figure = known && embeds.get(known.path);
      if (known && figure) return renderEmbed(figure, known.lang);
      if (known?.path === embedPath(ANY_FIGURE)) return renderAny(known.lang);
      const drawPage = known && (pages.get(known.path) ?? drafts.get(known.path));
      if (!known || !drawPage) throw new Error(`no page “${route}”`);
      return { lang: tagOf(known.lang), ...drawPage(contextOf(known.path, known.lang, edition)) };
    },
  };
}

