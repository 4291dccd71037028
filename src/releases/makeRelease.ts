import type { Release } from '../model/release.ts';
import type { Standings } from '../model/site.ts';
import type { Text } from '../model/text.ts';
import { compareCells, writeCells, type ChangedCell } from './cells.ts';
import type { KeptRelease, PresentFigure, PresentTable } from './figureRecord.ts';
import { assetsOf, contentOf, freezePage } from './freezePage.ts';
import { packFiles, sha256, shortHash, type Files, type Pack } from './pack.ts';
import { writeRelease, type ReleasedFigure, type ReleasedTable, type ReleaseRecord } from './releaseRecord.ts';

/** A figure's page as it is now, complete. */
export interface LivePage extends PresentFigure {
  readonly route: string;
  readonly html: string;
}

export interface ReleaseInput {
  readonly release: Release;
  readonly standings: Standings;
  /** Oldest first. */
  readonly releases: readonly KeptRelease[];
  /** What their stores hold. */
  readonly kept: Files;
  readonly present: ReadonlyMap<string, PresentTable & { readonly sha256: string }>;
  readonly pages: readonly LivePage[];
  /** What pages are drawn with, by path from the site's root. */
  readonly asset: (path: string) => Uint8Array;
  /** The script that frozen pages listen with, by the same kind of path. */
  readonly listener: string;
  readonly stampOf: (lang: PresentFigure['lang'], release: Release) => string;
  readonly reason: Text | null;
}

/** Why there is no release to make; the command tells each in its own words. */
export type Refusal =
  | { readonly kind: 'nothingChanged'; readonly id: string }
  /** Only tables that aren't handed on differ, so the hash is the same. */
  | { readonly kind: 'sameHash'; readonly id: string; readonly tables: readonly string[] }
  /** Again as an earlier release had them, so the name is taken. */
  | { readonly kind: 'asBefore'; readonly id: string; readonly tables: readonly string[] }
  | { readonly kind: 'noReason'; readonly cells: readonly { readonly table: string; readonly cell: ChangedCell }[] };

/** More changed cells of one table than these are counted, not listed. */
const MOST_LISTED = 40;

export const STORE = { cells: 'cells/', frozen: 'frozen/', assets: 'frozen/assets/' } as const;

export interface MadeRelease {
  readonly record: ReleaseRecord;
  readonly pack: Pack | null;
  /** What the store holds, by path. */
  readonly files: Files;
  /** How many figures are as they were and share the file of an earlier release. */
  readonly shared: number;
}

const textOf = (content: Uint8Array): string => new TextDecoder().decode(content);
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** “assets/embed-x1y2.css” as “embed.1a2b3c4d.css”: its own hash, whatever the bundler calls it. */
function keptName(path: string, content: Uint8Array): string {
  const file = path.slice(path.lastIndexOf('/') + 1);
  const dot = file.lastIndexOf('.');
  const stem = file.slice(0, dot).replace(/[-.][\w-]{8}$/, '');
  return `${stem}.${shortHash(content)}${file.slice(dot)}`;
}

function tablesOf({ present, releases }: ReleaseInput): readonly { readonly table: ReleasedTable; readonly moved: readonly ChangedCell[] }[] {
  const last = releases.at(-1);
  const now = [...present].map(([indicator, { table, cells, state, places, sha256 }]) => {
    const changes = compareCells(last?.cellsOf(indicator) ?? new Map(), cells);
    const moved = [...changes.changed, ...changes.withdrawn];
    return {
      moved,
      table: {
        indicator,
        name: table.indicator.name,
        file: table.file,
        sha256,
        cells: state,
        added: changes.added,
        changed: changes.changed.length,
        withdrawn: changes.withdrawn.length,
        ...(moved.length > 0 && moved.length <= MOST_LISTED && { list: moved }),
        ...(places && { places }),
      },
    };
  });
  const gone = (last?.record.tables ?? []).filter(({ indicator, file }) => !present.has(indicator) && file !== '');
  return [
    ...now,
    ...gone.map(({ indicator, name }) => {
      const { withdrawn } = compareCells(last?.cellsOf(indicator) ?? new Map(), new Map());
      // A table that is no more: told once, in the release that took it out.
      return { moved: withdrawn, table: { indicator, name, file: '', sha256: '', cells: shortHash(''), added: 0, changed: 0, withdrawn: withdrawn.length, ...(withdrawn.length <= MOST_LISTED && { list: withdrawn }) } };
    }),
  ].sort((one, other) => (one.table.indicator < other.table.indicator ? -1 : 1));
}

/** Every state of the data that is published for good is made here, and it is made of nothing but the data: no clock, no chance. */
export function makeRelease(input: ReleaseInput): { readonly made: MadeRelease } | { readonly refusal: Refusal } {
  const { release, standings, releases, kept, present, pages, asset, listener, stampOf, reason } = input;
  const last = releases.at(-1)?.record;
  const tables = tablesOf(input);
  const isKnown = releases.some(({ record }) => record.id === release.id);
  if (isKnown) {
    const { id } = release;
    const differing = tables.filter(({ table }) => table.file !== '' && last?.tables.find(({ indicator }) => indicator === table.indicator)?.cells !== table.cells).map(({ table }) => table.file);
    return { refusal: last?.id !== id ? { kind: 'asBefore', id, tables: differing } : differing.length === 0 ? { kind: 'nothingChanged', id } : { kind: 'sameHash', id, tables: differing } };
  }
  const moved = tables.flatMap(({ table, moved: cells }) => cells.map((cell) => ({ table: table.indicator, cell })));
  if (moved.length > 0 && reason === null) return { refusal: { kind: 'noReason', cells: moved } };

  const added = new Map<string, Uint8Array>();
  const keep = (path: string, content: Uint8Array): void => {
    if (!kept.has(path)) added.set(path, content);
  };
  for (const { table } of tables) {
    const cells = present.get(table.indicator)?.cells;
    keep(`${STORE.cells}${table.indicator}.${table.cells}.txt`, bytesOf(cells ? writeCells(cells) : ''));
  }
  const names = new Map<string, { readonly name: string; readonly content: Uint8Array }>();
  const namedAsset = (path: string) => {
    const known = names.get(path);
    if (known) return known;
    const content = asset(path);
    const named = { name: keptName(path, content), content };
    names.set(path, named);
    return named;
  };
  let shared = 0;
  const figures = pages.map(({ name, lang, takeaway, tables: drawnFrom, route, html }): ReleasedFigure => {
    const assets = assetsOf(html, route);
    const content = shortHash(contentOf(html, release));
    const before = last?.figures.find((one) => one.name === name && one.lang === lang);
    if (before?.content === content) {
      shared += 1;
      return { ...before, takeaway, tables: drawnFrom };
    }
    const frozen = bytesOf(freezePage({ html, route, name, release, stamp: stampOf(lang, release), assetName: (path) => namedAsset(path).name, listener }));
    for (const path of [...assets, listener]) keep(STORE.assets + namedAsset(path).name, namedAsset(path).content);
    const file = `${name}.${lang}.${shortHash(frozen)}.html`;
    keep(STORE.frozen + file, frozen);
    return { name, lang, file, content, takeaway, tables: drawnFrom };
  });
  const pack = added.size === 0 ? null : packFiles(added);
  const record: ReleaseRecord = {
    $schema: '../schema/release.schema.json',
    ...release,
    previous: last?.id ?? null,
    ...(last && { previousSha256: sha256(writeRelease(last)) }),
    standings,
    reason: moved.length > 0 ? reason : null,
    pack: pack ? `${release.id}.${pack.hash}.pack` : null,
    tables: tables.map(({ table }) => table),
    figures: [...figures].sort((one, other) => (one.name + one.lang < other.name + other.lang ? -1 : 1)),
  };
  return { made: { record, pack, files: added, shared } };
}

/** A style sheet or script that asks for a further file would lose it: none of those of figures may. */
export const asksForMore = (path: string, content: Uint8Array): boolean => path.endsWith('.css') && /url\(\s*['"]?(?!data:|#)/.test(textOf(content));
