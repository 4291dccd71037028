import type { opendataZh } from '../i18n/opendata.zh.ts';
import { pagesEn } from '../i18n/pages.en.ts';
import { pagesZh } from '../i18n/pages.zh.ts';
import type { Atlas } from '../model/atlas.ts';
import type { Dataset, Interval } from '../model/dataset.ts';
import type { IndicatorTable, Theme } from '../model/indicator.ts';
import { CHINA, NATION } from '../model/region.ts';
import type { Release } from '../model/release.ts';
import { datasetOf } from '../pages/lookup.ts';
import { periods } from '../query/select.ts';
import { agentIri, AUTHORITY, CHINA_IRI, CSV, CSV_TYPE, HTML, HTML_TYPE, iri, LANGUAGES, licenceIri, PUBLIC, PUBLISHER, regionIri, rightsIri, says, SDMX_CSV, seriesIri, SHA_256, sourceIri, tableIri, texts, time, WORLD, type Says } from './catalogTerms.ts';
import { csvwPath, sdmxPath } from './openPaths.ts';
import { usedSources, type OpenTable } from './openTables.ts';
import type { RdfNode } from './rdf.ts';

/** Of the data themes of the same office; what has none of its own is about government. */
type Subject = keyof typeof opendataZh.site.subjects;
const SUBJECTS: Readonly<Partial<Record<Theme, Subject>>> = { justice: 'JUST', market: 'ECON', payment: 'ECON', base: 'ECON', users: 'TECH', digital: 'TECH' };
export const subjectOf = (theme: Theme): Subject => SUBJECTS[theme] ?? 'GOVE';
export const subjectIri = (subject: Subject): string => `${AUTHORITY}/data-theme/${subject}`;
const FREQUENCIES: Readonly<Record<Interval, string>> = { P3M: 'QUARTERLY', P6M: 'ANNUAL_2', P1Y: 'ANNUAL', P2Y: 'BIENNIAL' };

/** @param every Null: at no fixed interval. */
export const frequencyIri = (every: Interval | null): string => `${AUTHORITY}/frequency/${every === null ? 'IRREG' : FREQUENCIES[every]}`;

/** Where a table is about: one region, China, or the member states. */
export function placeOf({ indicator, observations }: IndicatorTable): string {
  const [only, ...others] = new Set(observations.map(({ regionId }) => regionId));
  if (only !== undefined && others.length === 0 && only !== NATION && only !== CHINA) return regionIri(only);
  return indicator.expected === 'countries' ? WORLD : CHINA_IRI;
}

/** The table as files: as published, and as other systems read it. What may not be handed on has a page alone. */
function distributions(table: IndicatorTable, dataset: Dataset, open: OpenTable | null): readonly RdfNode[] {
  const { indicator: { id, name } } = table;
  const page = iri(`indicator/${id}.html`);
  const common: Says = [...says('dct:title', ...texts(name)), ...says('dct:license', iri(licenceIri(dataset))), ...says('dct:language', ...LANGUAGES)];
  const shown: RdfNode = { iri: `catalog.jsonld#page/${id}`, types: ['dcat:Distribution'], says: [...common, ...says('dcat:accessURL', page), ...says('dcat:mediaType', iri(HTML)), ...says('dct:format', iri(HTML_TYPE)), ...(open ? [] : says('dct:accessRights', iri(rightsIri(dataset.id))))] };
  if (!open) return [shown];
  const file = (kind: string, address: string, more: Says): RdfNode => ({ iri: `catalog.jsonld#${kind}/${id}`, types: ['dcat:Distribution'], says: [...common, ...says('dcat:accessURL', page), ...says('dcat:downloadURL', iri(address)), ...says('dcat:mediaType', iri(CSV)), ...says('dct:format', iri(CSV_TYPE)), ...more] });
  return [
    shown,
    file('csv', `data/${open.file.path}`, [...says('dcat:byteSize', { text: String(open.file.bytes), type: 'xsd:nonNegativeInteger' }), ...says('spdx:checksum', iri(`catalog.jsonld#sum/${id}`)), ...says('rdfs:seeAlso', iri(csvwPath(open.file.path)))]),
    { iri: `catalog.jsonld#sum/${id}`, types: ['spdx:Checksum'], says: [...says('spdx:algorithm', iri(SHA_256)), ...says('spdx:checksumValue', { text: open.file.sha256, type: 'xsd:hexBinary' })] },
    file('sdmx', sdmxPath(id), says('dct:conformsTo', iri(SDMX_CSV))),
  ];
}

/** A table with its files and its extent in time. @param open Null: it may not be handed on. */
export function tableNodes(atlas: Atlas, release: Release, table: IndicatorTable, open: OpenTable | null): readonly RdfNode[] {
  const dataset = datasetOf(atlas, table);
  const { indicator: { id, name, definition } } = table;
  const all = periods(table);
  const files = distributions(table, dataset, open);
  const sources = usedSources(table, dataset);
  const updates = dataset.updates?.[id];
  const [first, last] = [all[0], all.at(-1)];
  const isOpen = open !== null;
  return [
    {
      iri: tableIri(id),
      types: ['dcat:Dataset'],
      says: [
        ...says('dct:identifier', { text: id }),
        ...says('dct:title', ...texts(name)),
        ...says('dct:description', ...texts(definition)),
        ...says('dcat:landingPage', iri(`indicator/${id}.html`)),
        ...says('dct:publisher', iri(PUBLISHER)),
        ...says('dct:creator', ...[...new Set(sources.map(({ publisher }) => agentIri(publisher)))].map(iri)),
        ...says('dcat:inSeries', iri(seriesIri(dataset.id))),
        ...says('dcat:theme', iri(subjectIri(subjectOf(table.indicator.theme)))),
        ...says('dcat:keyword', { text: pagesZh.themes[table.indicator.theme], lang: 'zh' }, { text: pagesEn.themes[table.indicator.theme], lang: 'en' }),
        ...says('dct:language', ...LANGUAGES),
        ...says('dct:modified', time(dataset.retrieved)),
        ...says('dcat:version', { text: release.id }),
        ...says('dct:spatial', iri(placeOf(table))),
        ...(first !== undefined && last !== undefined ? says('dct:temporal', iri(`catalog.jsonld#time/${id}`)) : []),
        ...(updates ? says('dct:accrualPeriodicity', iri(frequencyIri(updates.every))) : []),
        ...says('dct:accessRights', iri(isOpen ? PUBLIC : rightsIri(dataset.id))),
        ...says('prov:wasDerivedFrom', ...sources.map((source) => iri(sourceIri(dataset.id, source.id)))),
        ...says('dcat:distribution', ...files.filter(({ types }) => types.includes('dcat:Distribution')).map((file) => iri(file.iri))),
      ],
    },
    ...(first !== undefined && last !== undefined ? [{ iri: `catalog.jsonld#time/${id}`, types: ['dct:PeriodOfTime'], says: [...says('dcat:startDate', time(first)), ...says('dcat:endDate', time(last))] }] : []),
    { iri: `indicator/${id}.html`, types: ['foaf:Document'], says: [] },
    ...files,
  ];
}
