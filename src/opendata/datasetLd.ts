import { halfOf } from '../i18n/format.ts';
import { tagOf } from '../i18n/languages.ts';
import type { Atlas } from '../model/atlas.ts';
import type { Dataset, Source } from '../model/dataset.ts';
import type { Indicator, IndicatorTable } from '../model/indicator.ts';
import type { Region } from '../model/region.ts';
import type { Lang } from '../model/text.ts';
import { datasetOf, mayHandOn } from '../pages/lookup.ts';
import type { PageContext } from '../prerender/pageContext.ts';
import { rankable } from '../prerender/rankingIsland.ts';
import { periods } from '../query/select.ts';
import type { Json } from './json.ts';
import { PACKAGE_FILE, sdmxPath } from './openPaths.ts';
import { usedSources } from './openTables.ts';

/** More than these in one page help nobody find it, and every page would be heavier. */
const MOST_SOURCES = 12;
const MOST_MEASURED = 40;

const organisation = (name: string): Json => ({ '@type': 'Organization', name });
const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];

function licenceLd({ licence }: Dataset, lang: Lang): Json {
  return licence.url ?? { '@type': 'CreativeWork', name: licence.title[lang] };
}

const sourceLd = ({ title, publisher, url, published }: Source, lang: Lang): Json => ({
  '@type': 'CreativeWork',
  name: title[lang],
  publisher: organisation(halfOf(publisher, lang)),
  ...(url !== undefined && { url }),
  ...(published !== undefined && { datePublished: published }),
});

const measuredLd = ({ id, name, unit }: Indicator, lang: Lang): Json => ({ '@type': 'PropertyValue', propertyID: id, name: name[lang], ...(unit[lang] !== '' && { unitText: unit[lang] }) });

/** “2003/2024” */
const extent = (all: readonly string[]): { readonly temporalCoverage?: string } => {
  const [first, last] = [all[0], all.at(-1)];
  return first === undefined || last === undefined ? {} : { temporalCoverage: first === last ? first : `${first}/${last}` };
};

/** What every description says: who publishes it, which release it is. An address is written only where it is known, since a search engine takes no relative one. */
function common({ words, lang, release, address }: PageContext): { readonly [key: string]: Json } {
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    inLanguage: tagOf(lang),
    publisher: organisation(words.siteName),
    isAccessibleForFree: true,
    ...(address !== null && { url: address }),
    ...(release && { dateModified: release.date, version: release.id }),
  };
}

/**
 * An indicator's table as schema.org describes a dataset: https://schema.org/Dataset.
 * Its description has the dataset's too: search engines ask for fifty characters.
 */
export function tableLd(atlas: Atlas, table: IndicatorTable, page: PageContext): Json {
  const { lang, words } = page;
  const { indicator, file } = table;
  const dataset = datasetOf(atlas, table);
  const sources = usedSources(table, dataset);
  const { address } = atlas.site;
  const download = (path: string, name: string): Json => ({ '@type': 'DataDownload', name, encodingFormat: 'text/csv', contentUrl: `${address ?? ''}${path}` });
  const isOpen = mayHandOn(atlas, table);
  return {
    ...common(page),
    name: indicator.name[lang],
    description: [indicator.definition[lang], dataset.title[lang], dataset.description[lang]].filter(Boolean).join(' '),
    license: licenceLd(dataset, lang),
    creator: unique(sources.map(({ publisher }) => halfOf(publisher, lang))).map(organisation),
    ...extent(periods(table)),
    spatialCoverage: { '@type': 'Place', name: indicator.expected === 'countries' ? words.opendata.site.world : words.opendata.site.china },
    variableMeasured: measuredLd(indicator, lang),
    isBasedOn: sources.slice(0, MOST_SOURCES).map((source) => sourceLd(source, lang)),
    ...(isOpen ? {} : { conditionsOfAccess: words.opendata.site.notHandedOn }),
    ...(isOpen && address !== null && { distribution: [download(`data/${file}`, words.opendata.take.csv), download(sdmxPath(indicator.id), words.opendata.take.sdmx)] }),
  };
}

/** Several tables as one: a region's, the ranking's. Each has its own licence, so the text says where they stand. */
function tablesLd(tables: readonly IndicatorTable[], told: { readonly name: string; readonly description: string; readonly place: string }, page: PageContext): Json {
  const { site } = page.words.opendata;
  return {
    ...common(page),
    name: told.name,
    description: `${told.description}${page.lang === 'zh' ? '' : ' '}${site.description}`,
    license: { '@type': 'CreativeWork', name: site.licences },
    creator: organisation(page.words.siteName),
    ...extent(unique(tables.flatMap((table) => periods(table))).slice().sort()),
    spatialCoverage: { '@type': 'Place', name: told.place },
    variableMeasured: tables.slice(0, MOST_MEASURED).map(({ indicator }) => measuredLd(indicator, page.lang)),
  };
}

/** What the atlas holds of one region. */
export function regionLd(atlas: Atlas, region: Region, page: PageContext): Json {
  const own = atlas.tables.map((table) => ({ ...table, observations: table.observations.filter(({ regionId, value }) => regionId === region.id && value !== null) })).filter(({ observations }) => observations.length > 0);
  return tablesLd(own, { name: page.words.opendata.site.ofRegion(region.name[page.lang]), description: page.words.opendata.site.regionHas(own.length), place: region.name[page.lang] }, page);
}

/** What can be ranked, or grouped. */
export function rankingLd(atlas: Atlas, page: PageContext): Json {
  const { rankings, opendata } = page.words;
  return tablesLd(rankable(atlas), { name: rankings.nav, description: rankings.table.description, place: opendata.site.china }, page);
}

/** All datasets, and the package that has them whole. */
export function catalogLd(atlas: Atlas, datasets: readonly Dataset[], page: PageContext): Json {
  const { lang, words } = page;
  const { address } = atlas.site;
  return {
    ...common(page),
    name: words.siteName,
    description: `${words.opendata.description}${lang === 'zh' ? '' : ' '}${words.opendata.site.description}`,
    license: { '@type': 'CreativeWork', name: words.opendata.site.licences },
    creator: organisation(words.siteName),
    ...extent(unique(atlas.tables.flatMap((table) => periods(table))).slice().sort()),
    hasPart: datasets.map((dataset) => ({ '@type': 'Dataset', name: dataset.title[lang], description: dataset.description[lang], version: dataset.edition, license: licenceLd(dataset, lang) })),
    ...(address !== null && { distribution: [{ '@type': 'DataDownload', name: words.opendata.take.package, encodingFormat: 'application/json', contentUrl: address + PACKAGE_FILE }] }),
  };
}
