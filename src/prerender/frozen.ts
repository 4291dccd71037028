import fs from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import type { Issue } from '../ingest/issue.ts';
import { readRelease } from '../model/release.ts';
import type { Standings } from '../model/site.ts';
import { readCells, type Cells } from '../releases/cells.ts';
import type { KeptRelease } from '../releases/figureRecord.ts';
import { CHAIN, chainIssues, readChain, recordIssues, type HashedRecord } from '../releases/chain.ts';
import { sha256, shortHash, unpackFiles, type Files } from '../releases/pack.ts';
import type { ReleaseRecord, ReleasedTable } from '../releases/releaseRecord.ts';

/** Below data/, and no table of the site: what earlier releases held. */
export const RELEASES = 'releases';
const SCHEMA = 'schema/release.schema.json';
const SHOWN = `data/${RELEASES}`;

/** In the stores: the cells of a table, a frozen page, what it is drawn with. */
export const cellsPath = ({ indicator, cells }: Pick<ReleasedTable, 'indicator' | 'cells'>): string => `cells/${indicator}.${cells}.txt`;
export const FROZEN_FOLDER = 'frozen/';
export const ASSETS_FOLDER = `${FROZEN_FOLDER}assets/`;

export interface KeptReleases {
  /** Oldest first; only those that tell standings as this copy does. */
  readonly releases: readonly KeptRelease[];
  /** All that their stores hold, by path. */
  readonly files: Files;
  readonly issues: readonly Issue[];
}

const NAME_HASH = /\.([\da-f]{8})\.\w+$/;
/** “map-toys.zh.1a2b3c4d.html” → “1a2b3c4d” */
export const hashInName = (name: string): string => NAME_HASH.exec(name)?.[1] ?? '';

/** From the first on; what follows nothing known, or follows twice, is left over. */
function inOrder(records: readonly ReleaseRecord[]): readonly ReleaseRecord[] {
  const ordered: ReleaseRecord[] = [];
  for (let next = records.find(({ previous }) => previous === null); next; ) {
    ordered.push(next);
    const { id } = next;
    next = records.find((one) => one.previous === id && !ordered.includes(one));
  }
  return ordered;
}

const read = new Map<string, { readonly as: string; readonly kept: KeptReleases }>();

/**
 * The releases kept in data/releases, each with its stores unpacked and every file compared with the hash that names it.
 * While the site is developed every request asks; what has not been touched is not unpacked again.
 *
 * @param dataDir The folder `data/`. Without releases in it, there are none, and that is no issue.
 */
export function readReleases(dataDir: string, standings: Standings): KeptReleases {
  const folder = path.join(dataDir, RELEASES);
  const names = fs.existsSync(folder) ? fs.readdirSync(folder).sort() : [];
  const as = [standings, ...names.map((name) => `${name} ${fs.statSync(path.join(folder, name)).mtimeMs}`)].join('\n');
  const before = read.get(folder);
  if (before?.as === as) return before.kept;
  const kept = readFolder(dataDir, names, standings);
  read.set(folder, { as, kept });
  return kept;
}

function readFolder(dataDir: string, names: readonly string[], standings: Standings): KeptReleases {
  const folder = path.join(dataDir, RELEASES);
  const issues: Issue[] = [];
  const found = names.filter((name) => name.endsWith('.json'));
  if (found.length === 0) return { releases: [], files: new Map(), issues };

  const schema: unknown = JSON.parse(fs.readFileSync(path.join(dataDir, SCHEMA), 'utf8'));
  if (typeof schema !== 'object' || schema === null) throw new Error(`data/${SCHEMA} is no JSON Schema`);
  const isRecord = new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile<ReleaseRecord>(schema);
  const records: ReleaseRecord[] = [];
  const hashed: HashedRecord[] = [];
  for (const name of found) {
    const file = `${SHOWN}/${name}`;
    let json: unknown;
    let text: string;
    try {
      text = fs.readFileSync(path.join(folder, name), 'utf8');
      json = JSON.parse(text);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      issues.push({ file, code: 'badJson', args: { detail: error.message } });
      continue;
    }
    if (!isRecord(json)) {
      for (const { instancePath, message } of isRecord.errors ?? []) issues.push({ file, field: instancePath.slice(1).replaceAll('/', '.'), code: 'schema', args: { detail: message ?? '' } });
      continue;
    }
    if (`${json.id}.json` !== name || readRelease(json.id)?.hash !== json.hash) issues.push({ file, field: 'id', found: json.id, code: 'idNotFileName', args: { expected: name.replace(/\.json$/, '') } });
    else {
      hashed.push({ record: json, sha256: sha256(text) });
      if (json.standings === standings) records.push(json);
    }
  }
  const chain = path.join(folder, CHAIN);
  issues.push(...chainIssues(SHOWN, fs.existsSync(chain) ? readChain(fs.readFileSync(chain, 'utf8')) : [], hashed));

  const files = new Map<string, Uint8Array>();
  const ordered = inOrder(records);
  for (const record of records) {
    const file = `${SHOWN}/${record.id}.json`;
    if (!ordered.includes(record)) issues.push({ file, field: 'previous', found: record.previous ?? '', code: 'brokenChain', args: null });
    if (record.pack === null) continue;
    const stored = path.join(folder, record.pack);
    if (!/^[\w.-]+$/.test(record.pack) || !fs.existsSync(stored)) {
      issues.push({ file, field: 'pack', found: record.pack, code: 'missingFile', args: null });
      continue;
    }
    const unpacked = unpackFiles(fs.readFileSync(stored), hashInName(record.pack));
    for (const fault of unpacked.faults) issues.push({ file: `${SHOWN}/${record.pack}`, ...(fault.path !== null && { field: fault.path }), found: fault.found, code: 'hashDiffers', args: { expected: fault.expected } });
    for (const [one, content] of unpacked.files) files.set(one, content);
  }

  // What a name promises is what is in it: a store could be whole and hold another file.
  for (const record of ordered) {
    const file = `${SHOWN}/${record.id}.json`;
    const named = [...record.tables.map((table) => ({ one: cellsPath(table), expected: table.cells })), ...record.figures.map((figure) => ({ one: FROZEN_FOLDER + figure.file, expected: hashInName(figure.file) }))];
    for (const { one, expected } of named) {
      const content = files.get(one);
      if (content === undefined) issues.push({ file, found: one, code: 'missingFile', args: null });
      else if (shortHash(content) !== expected) issues.push({ file, field: one, found: shortHash(content), code: 'hashDiffers', args: { expected } });
    }
  }
  for (const [one, content] of files) {
    if (one.startsWith(ASSETS_FOLDER) && shortHash(content) !== hashInName(one)) issues.push({ file: SHOWN, field: one, found: shortHash(content), code: 'hashDiffers', args: { expected: hashInName(one) } });
  }

  const cells = new Map<string, Cells>();
  const cellsAt = (one: string): Cells | null => {
    const known = cells.get(one);
    if (known) return known;
    const content = files.get(one);
    if (content === undefined) return null;
    const found = readCells(Buffer.from(content).toString('utf8'));
    cells.set(one, found);
    return found;
  };
  const releases = ordered.map((record): KeptRelease => ({
    record,
    cellsOf: (indicator) => {
      const table = record.tables.find((one) => one.indicator === indicator);
      return table ? cellsAt(cellsPath(table)) : null;
    },
  }));
  // Without its store a record can't be set against it, and that has been told.
  if (issues.length === 0) issues.push(...recordIssues(SHOWN, releases));
  return { releases, files, issues };
}
