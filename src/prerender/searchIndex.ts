import { pinyin } from 'pinyin-pro';
import { formatPeriod, halfOf, joinUnit } from '../i18n/format.ts';
import { keyOf } from '../i18n/languages.ts';
import { pagesEn } from '../i18n/pages.en.ts';
import { pagesZh } from '../i18n/pages.zh.ts';
import { WORDS as SITE_WORDS } from './pageContext.ts';
import type { Atlas } from '../model/atlas.ts';
import { THEMES } from '../model/indicator.ts';
import type { Region } from '../model/region.ts';
import { LANGS, type Lang, type Text } from '../model/text.ts';
import { hasPage, regionPath } from '../pages/regionPath.ts';
import { fold, isHanText } from '../search/fold.ts';
import type { Key, SearchEntry, SearchIndex, SearchKind } from '../search/searchEntry.ts';
import { routeOf } from './pageContext.ts';
import type { PublishedFile } from './plugin.ts';

const WORDS = { zh: pagesZh, en: pagesEn };

/** A page that is not an indicator's, by its title in both languages. */
export interface NamedPage {
  readonly path: string;
  readonly title: Text;
}

/** Where a region is shown: on its own page. Countries have none: the UN survey is all that is told of them. */
export function regionHref(region: Region): string {
  return hasPage(region) ? regionPath(region.id) : `indicator/un-egdi.html?regions=${region.id}`;
}

/** The sounds of the Han characters of a text, one each; pinyin-pro knows 重庆 (chong) from 重要 (zhong) by the word. */
export const soundsOf = (text: string): string =>
  pinyin(text, { type: 'all', toneType: 'none', v: true })
    .flatMap(({ pinyin: sound, isZh }) => (isZh ? [sound] : []))
    .join(' ');

const sounded = (text: string): Key => (isHanText(text) ? [text, soundsOf(text)] : [text]);
/** Found as it is written only: 陕 is typed as 陕, since “shan” means 山西 first; 重慶 has its sounds from 重庆. */
const written = (text: string): Key => [text];
const compared = (text: string) => fold(text).map(({ letter }) => letter).join('');

/** The shown name first; a spelling that is compared as one before it would find nothing more. */
function keysOf(shown: string, others: readonly Key[]): readonly [Key, ...Key[]] {
  const seen = new Set([compared(shown)]);
  const keys = others.filter(([text]) => {
    const spelling = compared(text);
    const isNew = spelling !== '' && !seen.has(spelling);
    seen.add(spelling);
    return isNew;
  });
  return [sounded(shown), ...keys];
}

/** The shown language first, then the other: what is looked for in either is found in both. */
const both = (text: Text, lang: Lang): readonly string[] => [text[lang], ...LANGS.filter((one) => one !== lang).map((one) => text[one])];

function regions(atlas: Atlas, lang: Lang): readonly SearchEntry[] {
  return atlas.regions.map((region): SearchEntry => {
    const isCountry = region.level === 'country';
    const aliases = atlas.aliases.filter(({ regionId }) => regionId === region.id).map(({ alias }) => alias);
    return {
      kind: isCountry ? 'country' : 'region',
      href: regionHref(region),
      keys: keysOf(region.name[lang], [
        ...[...both(region.short, lang), ...both(region.name, lang)].map(sounded),
        ...[region.abbr, region.abbrEn, region.id, ...(region.pinyin?.split(' ') ?? []), ...aliases].flatMap((text) => (text === undefined ? [] : [written(text)])),
      ]),
      about: [],
      hint: isCountry ? (region.unRegion?.[lang] ?? '') : region.group ? WORDS[lang].groups[region.group] : '',
    };
  });
}

function indicators(atlas: Atlas, lang: Lang): readonly SearchEntry[] {
  const tables = THEMES.flatMap((theme) => atlas.tables.filter(({ indicator }) => indicator.theme === theme));
  return tables.map(({ indicator, dataset, observations }): SearchEntry => {
    const used = new Set(observations.map(({ sourceId }) => sourceId));
    const sources = atlas.datasets.find(({ id }) => id === dataset)?.sources.filter(({ id }) => used.has(id)) ?? [];
    const theme = WORDS[lang].themes[indicator.theme];
    return {
      kind: 'indicator',
      href: `indicator/${indicator.id}.html`,
      keys: keysOf(
        indicator.name[lang],
        [...both(indicator.name, lang), ...both(indicator.short, lang), ...atlas.synonyms.filter(({ indicatorId }) => indicatorId === indicator.id).map(({ term }) => term)].map(sounded),
      ),
      about: [...new Set([theme, ...sources.flatMap(({ publisher }) => LANGS.map((one) => halfOf(publisher, one)))])],
      hint: theme,
    };
  });
}

const systems = (atlas: Atlas, lang: Lang): readonly SearchEntry[] =>
  atlas.systems.map((system) => ({
    kind: 'system',
    href: `systems.html#${system.id}`,
    keys: keysOf(system.name[lang], both(system.name, lang).map(sounded)),
    about: [halfOf(system.owner, lang)],
    hint: WORDS[lang].systems.kinds[system.kind] ?? '',
  }));

const claims = (atlas: Atlas, lang: Lang): readonly SearchEntry[] =>
  atlas.claims.map((claim) => ({
    kind: 'claim',
    href: `claims.html#${claim.id}`,
    keys: keysOf(claim.label[lang], both(claim.label, lang).map(sounded)),
    about: [claim.value, halfOf(claim.speaker, lang)],
    hint: /^\d{4}-\d\d/.test(claim.value) ? formatPeriod(claim.value, lang) : joinUnit(claim.value, claim.unit[lang], lang),
  }));

const named = (kind: SearchKind, pages: readonly NamedPage[], lang: Lang): readonly SearchEntry[] =>
  pages.map(({ path, title }) => ({ kind, href: path, keys: keysOf(title[lang], both(title, lang).map(sounded)), about: [], hint: '' }));

/** Everything that can be found, by all that it may be called, for one language. */
export function searchIndex(atlas: Atlas, lang: Lang, pages: readonly NamedPage[], stories: readonly NamedPage[]): SearchIndex {
  return {
    version: 1,
    entries: [...regions(atlas, lang), ...indicators(atlas, lang), ...named('story', stories, lang), ...named('page', pages, lang), ...systems(atlas, lang), ...claims(atlas, lang)],
  };
}

/** The pages that are no figure's own. */
function ownPages({ site: { standings } }: Atlas): readonly NamedPage[] {
  const titled = (path: string, of: (words: typeof pagesZh) => string): NamedPage => ({ path, title: { zh: of(SITE_WORDS[standings].zh.page), en: of(SITE_WORDS[standings].en.page) } });
  return [
    titled('index.html', ({ nav }) => nav.dashboard),
    titled('indicators.html', (words) => words.indicators.title),
    titled('ranking.html', ({ rankings }) => rankings.nav),
    titled('regions.html', (words) => words.regions.list.title),
    titled('compare.html', ({ comparison }) => comparison.nav),
    ...(standings === 'places' ? [titled('workshop.html', ({ workshop }) => workshop.nav)] : []),
    titled('coverage.html', ({ nav }) => nav.coverage),
    titled('systems.html', (words) => words.systems.title),
    titled('claims.html', (words) => words.claims.title),
    titled('sources.html', (words) => words.sources.title),
    titled('data.html', ({ opendata }) => opendata.title),
    titled('about.html', (words) => words.about.title),
  ];
}

/**
 * “search/zh.json” and “search/en.json”. A place that the site does not have would be a link to nowhere: the build stops.
 *
 * @param routes Every page of the site.
 */
export function searchFiles(atlas: Atlas, stories: readonly NamedPage[], routes: readonly string[]): readonly PublishedFile[] {
  return LANGS.map((lang) => {
    const index = searchIndex(atlas, lang, ownPages(atlas), stories);
    const nowhere = index.entries.filter(({ href }) => !routes.includes(routeOf(href.split(/[?#]/)[0] ?? '', lang))).map(({ href }) => href);
    if (nowhere.length > 0) throw new Error(`search leads to pages that are not there: ${[...new Set(nowhere)].join(', ')}`);
    return { path: `search/${keyOf(lang)}.json`, content: JSON.stringify(index) };
  });
}
