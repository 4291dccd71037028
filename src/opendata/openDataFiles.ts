import type { Atlas } from '../model/atlas.ts';
import type { Release } from '../model/release.ts';
import type { PublishedFile } from '../prerender/plugin.ts';
import { catalog } from './catalog.ts';
import { csvw } from './csvw.ts';
import { jsonText } from './json.ts';
import { openapi } from './openapi.ts';
import { CATALOG_FILE, csvwPath, OPENAPI_FILE, PACKAGE_FILE, sdmxPath, TURTLE_FILE } from './openPaths.ts';
import { openTables } from './openTables.ts';
import { jsonLd, turtle } from './rdf.ts';
import { sdmxCsv } from './sdmxCsv.ts';
import { sitePackage } from './sitePackage.ts';

export interface OpenDataInput {
  readonly atlas: Atlas;
  readonly release: Release;
  /** A file below `data/` as it is published. */
  readonly text: (file: string) => string;
  /** Ids of the releases kept. */
  readonly releases: readonly string[];
  /** Names of the figures for articles. */
  readonly figures: readonly string[];
}

/** Lines of an example: the head and one row. */
const EXAMPLE_LINES = 2;

/** All that machines read besides the tables themselves. The same data gives the same bytes. */
export function openDataFiles({ atlas, release, text, releases, figures }: OpenDataInput): readonly PublishedFile[] {
  const tables = openTables(atlas, text);
  const sdmx = new Map(tables.flatMap(({ table, isEarlier }) => (table && !isEarlier ? [[sdmxPath(table.indicator.id), sdmxCsv(table)] as const] : [])));
  const firstLines = (path: string): string => (sdmx.get(path) ?? text(path.replace(/^data\//, ''))).split('\n').slice(0, EXAMPLE_LINES).join('\n');
  const nodes = catalog(atlas, release, tables);
  return [
    { path: PACKAGE_FILE, content: jsonText(sitePackage(atlas, release, tables)) },
    { path: CATALOG_FILE, content: jsonLd(nodes, atlas.site) },
    { path: TURTLE_FILE, content: turtle(nodes, atlas.site) },
    ...tables.map((open) => ({ path: csvwPath(open.file.path), content: jsonText(csvw(open)) })),
    ...[...sdmx].map(([path, content]) => ({ path, content })),
    { path: OPENAPI_FILE, content: jsonText(openapi({ atlas, release, tables, releases, figures, firstLines })) },
  ];
}
