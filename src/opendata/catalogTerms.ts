import { halfOf } from '../i18n/format.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Text } from '../model/text.ts';
import type { RdfNode, RdfValue } from './rdf.ts';

/** Vocabularies of the Publications Office of the EU, which DCAT-AP asks for. */
export const AUTHORITY = 'http://publications.europa.eu/resource/authority';
const MEDIA = 'https://www.iana.org/assignments/media-types';
export const LANGUAGES: readonly RdfValue[] = [{ iri: `${AUTHORITY}/language/ZHO` }, { iri: `${AUTHORITY}/language/ENG` }];
export const HTML = `${MEDIA}/text/html`;
export const CSV = `${MEDIA}/text/csv`;
export const HTML_TYPE = `${AUTHORITY}/file-type/HTML`;
export const CSV_TYPE = `${AUTHORITY}/file-type/CSV`;
export const PUBLIC = `${AUTHORITY}/access-right/PUBLIC`;
export const SHA_256 = 'http://spdx.org/rdf/terms#checksumAlgorithm_sha256';
export const SDMX_CSV = 'https://github.com/sdmx-twg/sdmx-csv';
export const CHINA_IRI = `${AUTHORITY}/country/CHN`;

// Names of things that have no page of their own: places in the catalogue itself.
export const CATALOG = 'catalog.jsonld#catalog';
export const PUBLISHER = 'catalog.jsonld#publisher';
export const WORLD = 'catalog.jsonld#world';
export const tableIri = (indicator: string): string => `catalog.jsonld#table/${indicator}`;
export const seriesIri = (id: string): string => `catalog.jsonld#dataset/${id}`;
export const licenceIri = ({ id, licence }: Dataset): string => licence.url ?? `catalog.jsonld#licence/${id}`;
export const rightsIri = (id: string): string => `catalog.jsonld#rights/${id}`;
export const regionIri = (id: string): string => `catalog.jsonld#region/${id}`;
export const sourceIri = (dataset: string, id: string): string => `catalog.jsonld#source/${dataset}/${id}`;
/** @param publisher “中文 / English” */
export const agentIri = (publisher: string): string => `catalog.jsonld#agent/${encodeURIComponent(publisher.replace(/\s+/g, '-'))}`;

export type Says = RdfNode['says'];
export const says = (predicate: string, ...values: readonly RdfValue[]): Says => values.map((value) => [predicate, value]);
export const texts = ({ zh, en }: Text): readonly RdfValue[] => [{ text: zh, lang: 'zh' }, { text: en, lang: 'en' }];
export const iri = (address: string): RdfValue => ({ iri: address });
export const halves = (text: string): Text => ({ zh: halfOf(text, 'zh'), en: halfOf(text, 'en') });

/** A date as precise as it is known. */
export const time = (text: string): RdfValue => ({ text, type: text.length === 4 ? 'xsd:gYear' : text.length === 7 ? 'xsd:gYearMonth' : 'xsd:date' });
