import type { Atlas } from '../model/atlas.ts';
import type { Release } from '../model/release.ts';
import { mayHandOn } from '../pages/lookup.ts';
import { writeCells } from '../releases/cells.ts';
import type { KeptRelease } from '../releases/figureRecord.ts';
import { sha256 } from '../releases/pack.ts';
import { writeRelease } from '../releases/releaseRecord.ts';
import { cellsFile, VERIFY_FILE, type VerifyIndex, type VerifyRelease, type VerifyTable } from '../verify/verifyIndex.ts';
import type { PublishedFile } from './plugin.ts';
import type { PresentTables } from './records.ts';

interface VerifyInput {
  readonly atlas: Atlas;
  readonly release: Release;
  /** Oldest first. */
  readonly releases: readonly KeptRelease[];
  readonly present: PresentTables;
  /** A store's file by its name; null: it isn't there. */
  readonly pack: (name: string) => Uint8Array | null;
}

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** What the page of verifying fetches: a list of all states, and the cells of each state that may be handed on. */
export function verifyFiles({ atlas, release, releases, present, pack }: VerifyInput): readonly PublishedFile[] {
  const files = new Map<string, string>();
  const handedOn = new Set(atlas.tables.filter((table) => mayHandOn(atlas, table)).map(({ indicator }) => indicator.id));
  for (const [id, { cells, state }] of present) if (handedOn.has(id)) files.set(cellsFile(id, state), writeCells(cells));
  const told = releases.map(({ record, cellsOf }, index): VerifyRelease => {
    const before = releases[index - 1]?.record;
    const tables = record.tables.flatMap(({ indicator, cells, file, sha256: fileSha256 }): readonly VerifyTable[] => {
      const former = before?.tables.find((table) => table.indicator === indicator);
      if (former && former.cells === cells && former.sha256 === fileSha256 && former.file === file) return [];
      const own = handedOn.has(indicator) ? cellsOf(indicator) : null;
      if (own && file !== '') files.set(cellsFile(indicator, cells), writeCells(own));
      return [{ indicator, cells: file === '' ? '' : cells, file, sha256: fileSha256 }];
    });
    const stored = record.pack === null ? null : pack(record.pack);
    return { id: record.id, date: record.date, reason: record.reason, record: sha256(writeRelease(record)), pack: record.pack !== null && stored ? { name: record.pack, sha256: sha256(stored) } : null, tables };
  });
  const index: VerifyIndex = {
    release: release.id,
    releases: told,
    now: Object.fromEntries([...present].map(([id, { state }]) => [id, state])),
    indicators: atlas.tables.map(({ indicator: { id, name, short, unit, decimals, series, bands } }) => ({ id, name, short, unit, ...(decimals !== undefined && { decimals }), ...(series && { series }), ...(bands && { bands }), ...(!handedOn.has(id) && { isKept: true as const }) })),
    regions: atlas.regions.map(({ id, name, short }) => ({ id, zh: short.zh, en: short.en, names: [...new Set([name.zh, short.zh, name.en, short.en])] })),
  };
  return [
    { path: VERIFY_FILE, content: `${JSON.stringify(index)}\n` },
    ...[...files].sort(([one], [other]) => byText(one, other)).map(([path, content]) => ({ path, content })),
  ];
}
