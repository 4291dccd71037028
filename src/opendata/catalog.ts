import { opendataEn } from '../i18n/opendata.en.ts';
import { opendataZh } from '../i18n/opendata.zh.ts';
import { pagesEn } from '../i18n/pages.en.ts';
import { pagesZh } from '../i18n/pages.zh.ts';
import type { Atlas } from '../model/atlas.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Release } from '../model/release.ts';
import { frequencyIri, placeOf, subjectIri, subjectOf, tableNodes } from './catalogTable.ts';
import { agentIri, CATALOG, CHINA_IRI, CSV, CSV_TYPE, halves, HTML, HTML_TYPE, iri, LANGUAGES, licenceIri, PUBLIC, PUBLISHER, regionIri, rightsIri, says, SDMX_CSV, seriesIri, SHA_256, sourceIri, tableIri, texts, time, WORLD } from './catalogTerms.ts';
import { datasetAnchor, PACKAGE_FILE } from './openPaths.ts';
import type { OpenTable } from './openTables.ts';
import type { RdfNode } from './rdf.ts';

function datasetNodes(dataset: Dataset): readonly RdfNode[] {
  const { id, title, description, edition, licence, retrieved, sources } = dataset;
  return [
    { iri: seriesIri(id), types: ['dcat:DatasetSeries'], says: [...says('dct:title', ...texts(title)), ...says('dct:description', ...texts(description)), ...says('dcat:version', { text: edition }), ...says('dct:modified', time(retrieved)), ...says('dct:publisher', iri(PUBLISHER)), ...says('dcat:landingPage', iri(`data.html#${datasetAnchor(id)}`)), ...says('dct:isReferencedBy', iri(`data/${id}/${PACKAGE_FILE}`))] },
    { iri: licenceIri(dataset), types: ['dct:LicenseDocument'], says: says('dct:title', ...texts(licence.title)) },
    ...(licence.redistributable ? [] : [{ iri: rightsIri(id), types: ['dct:RightsStatement'], says: says('rdfs:label', { text: `${opendataZh.site.notHandedOn}：${licence.title.zh}`, lang: 'zh' }, { text: `${opendataEn.site.notHandedOn}: ${licence.title.en}`, lang: 'en' }) }]),
    ...sources.map((source): RdfNode => ({
      iri: sourceIri(id, source.id),
      types: ['prov:Entity'],
      says: [
        ...says('dct:title', ...texts(source.title)),
        ...says('dct:publisher', iri(agentIri(source.publisher))),
        ...(source.published === undefined ? [] : says('dct:issued', time(source.published))),
        ...(source.url === undefined ? [] : says('foaf:page', iri(source.url))),
        ...(source.locator === undefined ? [] : says('dct:bibliographicCitation', { text: source.locator })),
      ],
    })),
  ];
}

/** What the nodes name of other vocabularies, by its kind: a reader of this file alone can't look it up. */
function vocabulary(atlas: Atlas): readonly RdfNode[] {
  const typed = (type: string, ...all: readonly string[]): readonly RdfNode[] => [...new Set(all)].map((one) => ({ iri: one, types: [type], says: [] }));
  const intervals = atlas.datasets.flatMap(({ updates = {} }) => Object.values(updates).map(({ every }) => frequencyIri(every)));
  return [
    ...typed('dct:LinguisticSystem', ...LANGUAGES.flatMap((one) => ('iri' in one ? [one.iri] : []))),
    ...typed('dct:MediaType', HTML, CSV),
    ...typed('dct:MediaTypeOrExtent', HTML_TYPE, CSV_TYPE),
    ...typed('dct:RightsStatement', PUBLIC),
    ...typed('dct:Standard', SDMX_CSV),
    ...typed('dct:Frequency', ...intervals),
    ...[...new Set(atlas.tables.map(({ indicator }) => subjectOf(indicator.theme)))].map((subject) => ({ iri: subjectIri(subject), types: ['skos:Concept'], says: says('skos:prefLabel', ...texts({ zh: opendataZh.site.subjects[subject], en: opendataEn.site.subjects[subject] })) })),
    ...typed('spdx:ChecksumAlgorithm', SHA_256),
    ...typed('foaf:Document', 'index.html', ...atlas.datasets.map(({ id }) => `data.html#${datasetAnchor(id)}`)),
  ];
}

/**
 * The catalogue of the site as DCAT 3 (https://www.w3.org/TR/vocab-dcat-3/), in the manner of DCAT-AP 3.0: a dataset an
 * indicator, a series a dataset of `data/`. Whom to write to is not said, since nobody is named in the data.
 *
 * @param tables Those that may be handed on.
 */
export function catalog(atlas: Atlas, release: Release, tables: readonly OpenTable[]): readonly RdfNode[] {
  const byFile = new Map(tables.map((open) => [open.file.path, open]));
  const ids = new Set(atlas.tables.map(({ dataset }) => dataset));
  const datasets = atlas.datasets.filter(({ id }) => ids.has(id));
  const agents = [...new Set(datasets.flatMap(({ sources }) => sources.map(({ publisher }) => publisher)))].sort();
  const places = new Set(atlas.tables.map(placeOf));
  const nodes: readonly RdfNode[] = [
    {
      iri: CATALOG,
      types: ['dcat:Catalog'],
      says: [
        ...says('dct:title', { text: pagesZh.siteName, lang: 'zh' }, { text: pagesEn.siteName, lang: 'en' }),
        ...says('dct:description', { text: opendataZh.site.description, lang: 'zh' }, { text: opendataEn.site.description, lang: 'en' }),
        ...says('dct:publisher', iri(PUBLISHER)),
        ...says('dct:language', ...LANGUAGES),
        ...says('foaf:homepage', iri('index.html')),
        ...says('dct:modified', time(release.date)),
        ...says('dcat:version', { text: release.id }),
        ...says('dct:spatial', ...[CHINA_IRI, WORLD].filter((place) => places.has(place)).map(iri)),
        ...says('dcat:dataset', ...atlas.tables.map(({ indicator }) => iri(tableIri(indicator.id)))),
        ...says('dcat:resource', ...datasets.map(({ id }) => iri(seriesIri(id)))),
      ],
    },
    { iri: PUBLISHER, types: ['foaf:Agent'], says: [...says('foaf:name', { text: pagesZh.siteName, lang: 'zh' }, { text: pagesEn.siteName, lang: 'en' }), ...says('foaf:homepage', iri('index.html'))] },
    { iri: CHINA_IRI, types: ['dct:Location'], says: says('skos:prefLabel', { text: '中国', lang: 'zh' }, { text: 'China', lang: 'en' }) },
    ...vocabulary(atlas),
    { iri: WORLD, types: ['dct:Location'], says: says('skos:prefLabel', { text: opendataZh.site.world, lang: 'zh' }, { text: opendataEn.site.world, lang: 'en' }) },
    ...atlas.regions.filter(({ id }) => places.has(regionIri(id))).map((region): RdfNode => ({ iri: regionIri(region.id), types: ['dct:Location'], says: [...says('skos:prefLabel', ...texts(region.name)), ...says('dct:identifier', { text: region.id })] })),
    ...agents.map((publisher): RdfNode => ({ iri: agentIri(publisher), types: ['foaf:Agent'], says: says('foaf:name', ...texts(halves(publisher))) })),
    ...datasets.flatMap(datasetNodes),
    ...atlas.tables.flatMap((table) => tableNodes(atlas, release, table, byFile.get(table.file) ?? null)),
  ];
  // A licence that several datasets share is told once.
  return [...new Map(nodes.map((node) => [node.iri, node])).values()];
}
