import type { IndicatorId } from '../model/indicator.ts';

// Where each description stands, from the site's root. Once published, an address goes on working.

export const PACKAGE_FILE = 'datapackage.json';
export const CATALOG_FILE = 'catalog.jsonld';
export const TURTLE_FILE = 'catalog.ttl';
export const OPENAPI_FILE = 'openapi.json';

/** “sdmx/toys.csv” */
export const sdmxPath = (indicator: IndicatorId): string => `sdmx/${indicator}.csv`;

/** “data/toy/2001/toys.csv-metadata.json”: where the standard looks for it. @param file Below `data/`. */
export const csvwPath = (file: string): string => `data/${file}-metadata.json`;

/** On the page of data: “toy-2001”. @param id Of a dataset. */
export const datasetAnchor = (id: string): string => id.replace('/', '-');
