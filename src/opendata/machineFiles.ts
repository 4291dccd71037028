import { atomPath } from '../feeds/feed.ts';
import { feedKey } from '../feeds/feedKey.ts';
import type { Atlas } from '../model/atlas.ts';
import { mayHandOn } from '../pages/lookup.ts';
import type { PageContext } from '../prerender/pageContext.ts';
import { publishedFiles } from '../prerender/published.ts';
import { CATALOG_FILE, csvwPath, OPENAPI_FILE, PACKAGE_FILE, sdmxPath, TURTLE_FILE } from './openPaths.ts';
import { folderOf, ofProfile } from './openTables.ts';
import { sdmxCsv } from './sdmxCsv.ts';

/** One catalogue or form of the data, with an address and what it answers. */
export interface MachineFile {
  readonly what: string;
  readonly href: string;
  /** From the site's root. */
  readonly path: string;
  readonly answer: string;
}

/** What stands as an example: the first table that may be handed on. */
export function machineFiles(atlas: Atlas, { lang, words, base, href }: PageContext): readonly MachineFile[] {
  const { files, answers } = words.opendata.machines;
  const published = publishedFiles(atlas);
  const open = atlas.resources.filter(({ file, profile, indicatorId }) => file.endsWith('.csv') && published.some(({ path }) => path === file) && (indicatorId !== null || ofProfile(profile) !== null) && atlas.datasets.some(({ id }) => id === folderOf(file)));
  const first = atlas.tables.find((table) => mayHandOn(atlas, table));
  const own = (path: string, what: string, answer: string): MachineFile => ({ what, href: base + path, path, answer });
  return [
    own(PACKAGE_FILE, files.package, answers.package(open.length)),
    own(CATALOG_FILE, files.catalog, answers.catalog(atlas.tables.length)),
    own(TURTLE_FILE, files.turtle, answers.catalog(atlas.tables.length)),
    own(OPENAPI_FILE, files.openapi, answers.openapi),
    ...(first
      ? [
          own(csvwPath(first.file), files.csvw, answers.csvw(first.indicator.name[lang])),
          own(sdmxPath(first.indicator.id), files.sdmx, answers.line(sdmxCsv(first).split('\n')[1] ?? '')),
        ]
      : []),
    own('data/manifest.json', files.manifest, answers.manifest(published.length)),
    { what: files.feed, href: href(atomPath(feedKey({}))), path: atomPath(feedKey({})), answer: answers.feed },
  ];
}
