import { ANY_FIGURE } from '../embed/embedName.ts';
import type { Atlas } from '../model/atlas.ts';
import type { Release } from '../model/release.ts';
import type { Lang } from '../model/text.ts';
import { cellsOf, compareCells, writeCells, type CellChanges } from '../releases/cells.ts';
import { figureRecord, recordScript, type KeptRelease, type PresentFigure, type PresentTable } from '../releases/figureRecord.ts';
import { shortHash, type Files } from '../releases/pack.ts';
import { placesOf } from '../releases/places.ts';
import { frozenPath, recordPath } from '../releases/record.ts';
import { FROZEN_FOLDER, RELEASES } from './frozen.ts';
import { WORDS } from './pageContext.ts';
import type { PublishedFile } from './plugin.ts';

/** A page for an article as the build draws it. */
export interface DrawnFigure extends PresentFigure {
  readonly route: string;
}

/** How this copy speaks of releases in a language. */
const speechOf = (atlas: Atlas, lang: Lang) => {
  const { say, page } = WORDS[atlas.site.standings][lang];
  return { say: { lang, words: say }, terms: page.then };
};

export type PresentTables = ReadonlyMap<string, PresentTable & { readonly sha256: string }>;

/** Every table as it is now, in the order of the indicators' ids. */
export function presentTables(atlas: Atlas): PresentTables {
  const { say } = speechOf(atlas, 'zh');
  const hashes = new Map(atlas.files.map(({ path, sha256 }) => [path, sha256]));
  const tables = [...atlas.tables].sort((one, other) => (one.indicator.id < other.indicator.id ? -1 : 1));
  return new Map(
    tables.map((table) => {
      const cells = cellsOf(table);
      return [table.indicator.id, { table, cells, state: shortHash(writeCells(cells)), places: placesOf(table, atlas.regions, say), sha256: hashes.get(table.file) ?? '' }];
    }),
  );
}

/** What differs between the last release and now, by indicator; only tables that differ. */
export function unreleased(last: KeptRelease | undefined, present: PresentTables): ReadonlyMap<string, CellChanges> {
  if (!last) return new Map();
  const states = new Map(last.record.tables.filter(({ file }) => file !== '').map(({ indicator, cells }) => [indicator, cells]));
  const ids = [...new Set([...states.keys(), ...present.keys()])].filter((id) => states.get(id) !== present.get(id)?.state);
  return new Map(ids.sort().map((id) => [id, compareCells(last.cellsOf(id) ?? new Map(), present.get(id)?.cells ?? new Map())]));
}

interface RecordsInput {
  readonly atlas: Atlas;
  readonly release: Release;
  readonly releases: readonly KeptRelease[];
  readonly present: PresentTables;
  /** Of all figures that there are. */
  readonly names: readonly string[];
  /** With their sentences; needed only where there is a release to set them against. */
  readonly figures: readonly PresentFigure[];
}

/** embed/record/<name>.js for every figure, and one for whatever has none. */
export function recordFiles({ atlas, release, releases, present, names, figures }: RecordsInput): readonly PublishedFile[] {
  const speech = { zh: speechOf(atlas, 'zh'), en: speechOf(atlas, 'en') };
  const byName = new Map<string, PresentFigure[]>([ANY_FIGURE, ...names].map((name) => [name, []]));
  for (const figure of figures) byName.set(figure.name, [...(byName.get(figure.name) ?? []), figure]);
  // A figure that is drawn no more has frozen pages that still ask.
  for (const { record } of releases) for (const { name } of record.figures) if (!byName.has(name)) byName.set(name, []);
  return [...byName].map(([name, own]) => ({
    path: recordPath(name),
    content: recordScript(figureRecord({ name, release: release.id, figures: own, releases, present, regions: atlas.regions }, speech)),
  }));
}

/** Frozen pages with all that they are drawn with, byte for byte; and what each release says of itself. */
export const frozenFiles = ({ files, releases }: { readonly files: Files; readonly releases: readonly KeptRelease[] }, recordText: (id: string) => string): readonly PublishedFile[] => [
  ...[...files].filter(([path]) => path.startsWith(FROZEN_FOLDER)).map(([path, content]) => ({ path: frozenPath(path.slice(FROZEN_FOLDER.length)), content })),
  ...releases.map(({ record }) => ({ path: `data/${RELEASES}/${record.id}.json`, content: recordText(record.id) })),
];
