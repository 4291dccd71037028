import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { describeIssue } from '../../src/ingest/issue.ts';
import type { Standings } from '../../src/model/site.ts';
import { writeChain } from '../../src/releases/chain.ts';
import { packFiles, sha256, unpackFiles } from '../../src/releases/pack.ts';
import { writeRelease, type ReleaseRecord } from '../../src/releases/releaseRecord.ts';
import { readReleases } from '../../src/prerender/frozen.ts';
import { toyObservation, toyTable } from '../support/toys.ts';
import { ToySite } from './toyReleases.ts';

const files = new Map([
  ['frozen/b.html', Buffer.from('B')],
  ['cells/a.txt', Buffer.from('甲')],
  ['cells/none.txt', Buffer.from('')],
]);

test('what is packed comes out again, and its order is no matter', () => {
  const { hash, bytes } = packFiles(files);
  expect(unpackFiles(bytes, hash)).toEqual({ files: new Map([...files].sort()), faults: [] });
  expect(packFiles(new Map([...files].reverse())).bytes).toEqual(bytes);
});

const packed = (index: readonly object[], body: string): Buffer => brotliCompressSync(`${JSON.stringify(index)}\n${body}`);

test('a file that is not what its hash says is named, and left out', () => {
  const { files: got, faults } = unpackFiles(packed([{ path: 'cells/a.txt', bytes: 1, sha256: sha256('a') }, { path: 'cells/b.txt', bytes: 1, sha256: sha256('b') }], 'aX'), '00000000');
  expect([...got.keys()]).toEqual(['cells/a.txt']);
  expect(faults).toEqual([{ path: 'cells/b.txt', expected: sha256('b').slice(0, 8), found: sha256('X').slice(0, 8) }]);
});

test('another name than that of its content', () => {
  const { bytes, hash } = packFiles(files);
  expect(unpackFiles(bytes, '00000000').faults).toEqual([{ path: null, expected: '00000000', found: hash }]);
});

test.each([
  { says: 'no compressed file', bytes: Buffer.from('not brotli') },
  { says: 'nothing', bytes: Buffer.from('') },
  { says: 'no index', bytes: brotliCompressSync('no index') },
  { says: 'an index of other things', bytes: brotliCompressSync('[{"path":1}]\n') },
])('$says is told, not thrown', ({ bytes }) => {
  expect(unpackFiles(bytes, '00000000')).toMatchObject({ files: new Map(), faults: [{ path: null, expected: '00000000' }] });
});

test.each(['../a.txt', '/etc/a.txt', 'a.txt', 'cells/../../a.txt', 'cells\\a.txt'])('a path out of its folder is refused: %s', (wrong) => {
  const { files: got, faults } = unpackFiles(packed([{ path: wrong, bytes: 1, sha256: sha256('a') }], 'a'), '00000000');
  expect([got.size, faults.map(({ found }) => found)]).toEqual([0, [wrong]]);
});

// The folder data/releases as the build reads it.

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true });
});

function keptIn(change: (folder: string, records: readonly ReleaseRecord[], packs: readonly string[]) => void, standings: Standings = 'places') {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'atlas-releases-'));
  folders.push(data);
  fs.mkdirSync(path.join(data, 'schema'));
  fs.copyFileSync('data/schema/release.schema.json', path.join(data, 'schema/release.schema.json'));
  const folder = path.join(data, 'releases');
  fs.mkdirSync(folder);
  const site = new ToySite();
  const day = { standings, date: '2026-01-01', tables: [toyTable([toyObservation(1)])], takeaways: { zh: '一。', en: 'One.' } };
  const records = [day, { ...day, date: '2026-02-01', tables: [toyTable([toyObservation(1), toyObservation(2, { period: '2002' })])] }].map((one) => {
    const outcome = site.release(one);
    if ('refusal' in outcome) throw new Error('refused');
    return outcome.record;
  });
  for (const record of records) fs.writeFileSync(path.join(folder, `${record.id}.json`), writeRelease(record));
  fs.writeFileSync(path.join(folder, 'chain.txt'), writeChain(records.map((record) => ({ id: record.id, sha256: sha256(writeRelease(record)) }))));
  for (const { name, bytes } of site.packs) fs.writeFileSync(path.join(folder, name), bytes);
  change(folder, records, site.packs.map(({ name }) => name));
  const { releases, files: got, issues } = readReleases(data, 'places');
  return { ids: releases.map(({ record }) => record.id), expected: records.map(({ id }) => id), files: got, told: issues.map((issue) => describeIssue(issue, 'en')), records };
}

test('releases are read in their order, whatever their names, with all that their stores hold', () => {
  const { ids, expected, files: got, told } = keptIn(() => undefined);
  expect([ids, told]).toEqual([expected, []]);
  expect([...got.keys()].filter((one) => one.startsWith('frozen/map'))).toHaveLength(4);
});

test('no folder, no releases', () => {
  expect(keptIn((folder) => fs.rmSync(folder, { recursive: true }))).toMatchObject({ ids: [], told: [] });
});

test('releases of a copy that tells standings otherwise are not this copy’s', () => {
  const { ids, told } = keptIn(() => undefined, 'groups');
  expect([ids, told]).toEqual([[], []]);
});

test('a changed store fails with a sentence that names it', () => {
  const { told } = keptIn((folder, _, [first = '']) => {
    const { files: held } = unpackFiles(fs.readFileSync(path.join(folder, first)), first.split('.')[1] ?? '');
    const forged = new Map([...held].map(([file, content]) => [file, file.endsWith('.html') ? Buffer.from(Buffer.from(content).toString('utf8').replace('一。', '二。')) : content]));
    fs.writeFileSync(path.join(folder, first), packFiles(forged).bytes);
  });
  expect(told[0]).toMatch(/^data\/releases\/2026-01-01-[\da-f]{8}\.[\da-f]{8}\.pack: The content's hash is “[\da-f]{8}”; its name says “[\da-f]{8}”\.\n {2}What was published is not changed/);
  // The forged page is named too: its own name says what it held.
  expect(told.some((sentence) => /frozen\/map-toys\.zh\.[\da-f]{8}\.html/.test(sentence))).toBe(true);
});

test('a missing store, a missing release, a record that was written by hand', () => {
  expect(keptIn((folder, _, [first = '']) => fs.rmSync(path.join(folder, first))).told[0]).toMatch(/^data\/releases\/2026-01-01-\w+\.json, field “pack”: /);
  const { told, ids } = keptIn((folder, [first]) => fs.rmSync(path.join(folder, `${first?.id}.json`)));
  expect([ids, told.filter((sentence) => sentence.includes('field “previous”')).length]).toEqual([[], 1]);
  expect(keptIn((folder, [first]) => fs.writeFileSync(path.join(folder, `${first?.id}.json`), '{}')).told.length).toBeGreaterThan(3);
  expect(keptIn((folder, [first]) => fs.writeFileSync(path.join(folder, `${first?.id}.json`), '{')).told[0]).toContain('JSON');
  expect(keptIn((folder, [first]) => fs.renameSync(path.join(folder, `${first?.id}.json`), path.join(folder, '2026-01-01-00000000.json'))).told[0]).toContain('field “id”');
});
