import type { Issue } from '../ingest/issue.ts';
import { compareCells, type ChangedCell } from './cells.ts';
import type { KeptRelease } from './figureRecord.ts';
import type { ReleaseRecord } from './releaseRecord.ts';

/**
 * data/releases/chain.txt: a line a release, in the order in which they were made: its id and the SHA-256 of its record.
 * Each record holds that of the one before as well, so the log can't be changed in one place; the line holds the last one,
 * which nothing follows yet. Whoever noted a line once can prove a later change to anybody.
 */
export const CHAIN = 'chain.txt';

export interface ChainLine {
  readonly id: string;
  readonly sha256: string;
}

const LINE = /^(\d{4}-\d\d-\d\d-[\da-f]{8}) ([\da-f]{64})$/;

/** Lines that are none are left out: their release is told as missing. */
export const readChain = (text: string): readonly ChainLine[] => text.split(/\r?\n/).flatMap((line) => {
  const [, id, sha256] = LINE.exec(line) ?? [];
  return id === undefined || sha256 === undefined ? [] : [{ id, sha256 }];
});

export const writeChain = (lines: readonly ChainLine[]): string => lines.map(({ id, sha256 }) => `${id} ${sha256}\n`).join('');

/** A record with the SHA-256 of its file. */
export interface HashedRecord {
  readonly record: ReleaseRecord;
  readonly sha256: string;
}

const fileOf = (folder: string, id: string): string => `${folder}/${id}.json`;

/**
 * A record that was altered after it was published, one that is gone, one out of its place.
 *
 * @param folder As messages name it.
 * @param records Of all ways of telling standings; each way has a chain of its own.
 */
export function chainIssues(folder: string, lines: readonly ChainLine[], records: readonly HashedRecord[]): readonly Issue[] {
  const issues: Issue[] = [];
  const byId = new Map(records.map((one) => [one.record.id, one]));
  const listed = new Map(lines.map(({ id, sha256 }) => [id, sha256]));
  const altered = new Set<string>();
  const tellAltered = (id: string, found: string, expected: string): void => {
    if (altered.has(id)) return;
    altered.add(id);
    issues.push({ file: fileOf(folder, id), found, code: 'recordAltered', args: { expected } });
  };
  for (const { id, sha256 } of lines) {
    const found = byId.get(id);
    if (!found) issues.push({ file: `${folder}/${CHAIN}`, found: `${id}.json`, code: 'missingFile', args: null });
    else if (found.sha256 !== sha256) tellAltered(id, found.sha256, sha256);
  }
  for (const { record: { id, previous, previousSha256 } } of records) {
    if (!listed.has(id)) issues.push({ file: fileOf(folder, id), found: id, code: 'recordUnlisted', args: null });
    const before = previous === null ? undefined : byId.get(previous);
    if (before && previousSha256 !== before.sha256) tellAltered(before.record.id, before.sha256, previousSha256 ?? '');
  }
  const last = new Map<string, string>();
  for (const { id } of lines) {
    const record = byId.get(id)?.record;
    // What follows a missing one is told by the missing one.
    if (!record) return issues;
    if (record.previous !== (last.get(record.standings) ?? null)) issues.push({ file: fileOf(folder, id), field: 'previous', found: id, code: 'recordUnlisted', args: null });
    last.set(record.standings, id);
  }
  return issues;
}

const sameCell = (one: ChangedCell | undefined, other: ChangedCell): boolean =>
  one !== undefined && one.series === other.series && one.region === other.region && one.period === other.period && one.was === other.was && one.is === other.is;

/** What a record says became of the figures, against the figures that are kept. */
export function recordIssues(folder: string, releases: readonly KeptRelease[]): readonly Issue[] {
  const issues: Issue[] = [];
  releases.forEach(({ record, cellsOf }, index) => {
    const before = releases[index - 1];
    const file = fileOf(folder, record.id);
    let moved = 0;
    for (const table of record.tables) {
      const former = before?.record.tables.find(({ indicator }) => indicator === table.indicator);
      const isSame = former !== undefined && former.cells === table.cells;
      const { added, changed, withdrawn } = isSame ? { added: 0, changed: [], withdrawn: [] } : compareCells((former && before?.cellsOf(table.indicator)) ?? new Map(), (table.file !== '' && cellsOf(table.indicator)) || new Map());
      const cells = [...changed, ...withdrawn];
      moved += cells.length;
      for (const [name, found, expected] of [['added', table.added, added], ['changed', table.changed, changed.length], ['withdrawn', table.withdrawn, withdrawn.length]] as const) {
        if (found !== expected) issues.push({ file, field: `tables.${table.indicator}.${name}`, found: String(found), code: 'recordContradicts', args: { expected: String(expected) } });
      }
      const wrong = (table.list ?? []).findIndex((one, at) => !sameCell(cells[at], one));
      if (wrong >= 0) {
        const one = table.list?.[wrong];
        issues.push({ file, field: `tables.${table.indicator}.list[${wrong}]`, found: `${one?.was ?? ''} → ${one?.is ?? '—'}`, code: 'recordContradicts', args: { expected: `${cells[wrong]?.was ?? '—'} → ${cells[wrong]?.is ?? '—'}` } });
      }
    }
    if (moved > 0 && record.reason === null) issues.push({ file, field: 'reason', found: 'null', code: 'recordContradicts', args: { expected: '{ "zh": "…", "en": "…" }' } });
  });
  return issues;
}
