import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { describeIssue } from '../../src/ingest/issue.ts';
import { CHAIN, writeChain } from '../../src/releases/chain.ts';
import { sha256 } from '../../src/releases/pack.ts';
import { writeRelease, type ReleaseRecord } from '../../src/releases/releaseRecord.ts';
import { readReleases } from '../../src/prerender/frozen.ts';
import { toyObservation, toyProvinceIds, toyTable } from '../support/toys.ts';
import { ToySite, type ToyDay } from './toyReleases.ts';

// The log of corrections of three releases, and every way in which somebody might tidy it afterwards.

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true });
});

const table = (values: readonly number[]) => toyTable(values.map((value, index) => toyObservation(value, { regionId: toyProvinceIds[index] ?? '' })));
const days: readonly ToyDay[] = [
  { date: '2026-01-01', tables: [table([40, 30, 20])], takeaways: { zh: '一。', en: 'One.' } },
  { date: '2026-02-01', tables: [table([40, 45, 20])], takeaways: { zh: '二。', en: 'Two.' }, reason: { zh: '出版者更正。', en: 'Corrected by the publisher.' } },
  { date: '2026-03-01', tables: [table([40, 45, 20, 10])], takeaways: { zh: '三。', en: 'Three.' } },
];

interface Log {
  readonly folder: string;
  readonly records: readonly ReleaseRecord[];
  readonly fileOf: (at: number) => string;
  readonly text: (at: number) => string;
  readonly put: (at: number, text: string) => void;
  readonly chain: string;
}

/** What a reader of the folder is told after somebody's work on it; ids are told by their place. */
function toldAfter(work: (log: Log) => void): readonly string[] {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'atlas-chain-'));
  folders.push(data);
  fs.mkdirSync(path.join(data, 'schema'));
  fs.copyFileSync('data/schema/release.schema.json', path.join(data, 'schema/release.schema.json'));
  const folder = path.join(data, 'releases');
  fs.mkdirSync(folder);
  const site = new ToySite();
  const records = days.map((day) => {
    const outcome = site.release(day);
    if ('refusal' in outcome) throw new Error('refused');
    return outcome.record;
  });
  const fileOf = (at: number) => path.join(folder, `${records[at]?.id}.json`);
  for (const record of records) fs.writeFileSync(path.join(folder, `${record.id}.json`), writeRelease(record));
  for (const { name, bytes } of site.packs) fs.writeFileSync(path.join(folder, name), bytes);
  const chain = path.join(folder, CHAIN);
  fs.writeFileSync(chain, writeChain(records.map((record) => ({ id: record.id, sha256: sha256(writeRelease(record)) }))));
  work({ folder, records, fileOf, chain, text: (at) => fs.readFileSync(fileOf(at), 'utf8'), put: (at, text) => fs.writeFileSync(fileOf(at), text) });
  return readReleases(data, 'places').issues.map((issue) => records.reduce((said, { id }, at) => said.replaceAll(id, `#${at + 1}`), describeIssue(issue, 'en')).split('\n')[0] ?? '').map((said) => said.replace(/“[\da-f]{64}”/g, '“…”'));
}

test('as it was written it is whole, and each record holds the hash of the one before', () => {
  expect(toldAfter(({ records, text }) => {
    expect(records.map(({ previousSha256 }) => previousSha256)).toEqual([undefined, sha256(text(0)), sha256(text(1))]);
  })).toEqual([]);
});

const ALTERED = (at: number) => `data/releases/#${at}.json: The record's SHA-256 is “…”; the release after it, or chain.txt, has “…”: it was changed after it was published.`;

test('a reason is reworded', () => {
  expect(toldAfter(({ text, put }) => put(1, text(1).replace('Corrected by the publisher.', 'A matter of form.')))).toEqual([ALTERED(2)]);
});

test('a reason is reworded, and its line in the list with it: the release after it still knows', () => {
  expect(toldAfter(({ text, put, records, chain }) => {
    put(1, text(1).replace('Corrected by the publisher.', 'A matter of form.'));
    fs.writeFileSync(chain, writeChain(records.map(({ id }, at) => ({ id, sha256: sha256(text(at)) }))));
  })).toEqual([ALTERED(2)]);
});

test('one byte of the last record is changed', () => {
  expect(toldAfter(({ text, put }) => put(2, `${text(2)} `))).toEqual([ALTERED(3)]);
});

test('a correction is told as another one: the stores say what it was', () => {
  const told = toldAfter(({ text, put, records, chain }) => {
    put(1, text(1).replace('"was":"30\\t', '"was":"44\\t'));
    // With all hashes made anew, as far as they can be.
    put(2, text(2).replace(records[2]?.previousSha256 ?? '', sha256(text(1))));
    fs.writeFileSync(chain, writeChain(records.map(({ id }, at) => ({ id, sha256: sha256(text(at)) }))));
  });
  expect(told).toEqual(['data/releases/#2.json, field “tables.toys.list[0]”: It says “44\tmeasured\texact\t0\t\t → 45\tmeasured\texact\t0\t\t”; the stores of the two releases give “30\tmeasured\texact\t0\t\t → 45\tmeasured\texact\t0\t\t”.']);
});

test('a correction is counted as none, and its reason taken out', () => {
  const told = toldAfter(({ text, put, records, chain }) => {
    put(1, text(1).replace('"changed":1', '"changed":0').replace(/"reason": \{.*\},\n/, '"reason": null,\n'));
    put(2, text(2).replace(records[2]?.previousSha256 ?? '', sha256(text(1))));
    fs.writeFileSync(chain, writeChain(records.map(({ id }, at) => ({ id, sha256: sha256(text(at)) }))));
  });
  expect(told).toEqual([
    'data/releases/#2.json, field “tables.toys.changed”: It says “0”; the stores of the two releases give “1”.',
    'data/releases/#2.json, field “reason”: It says “null”; the stores of the two releases give “{ "zh": "…", "en": "…" }”.',
  ]);
});

test('a record is dropped: the middle one, the last one, with its line or without', () => {
  expect(toldAfter(({ fileOf }) => fs.rmSync(fileOf(1)))).toEqual(['data/releases/chain.txt: there is no file “#2.json”.', 'data/releases/#3.json, field “previous”: The release before, “#2”, is not here, or two releases follow it.']);
  expect(toldAfter(({ fileOf }) => fs.rmSync(fileOf(2)))).toEqual(['data/releases/chain.txt: there is no file “#3.json”.']);
  expect(toldAfter(({ fileOf, chain, text, records }) => {
    fs.rmSync(fileOf(1));
    fs.writeFileSync(chain, writeChain([0, 2].map((at) => ({ id: records[at]?.id ?? '', sha256: sha256(text(at)) }))));
  })).toEqual(['data/releases/#3.json, field “previous”: chain.txt has no line for the release “#3”, or has it in another place.', 'data/releases/#3.json, field “previous”: The release before, “#2”, is not here, or two releases follow it.']);
});

test('the order is changed: in the records, in the list', () => {
  const told = toldAfter(({ text, put, records }) => {
    const [one, two] = [records[1]?.id ?? '', records[0]?.id ?? ''];
    put(2, text(2).replace(`"previous": "${one}"`, `"previous": "${two}"`));
  });
  expect(told).toContain(ALTERED(3));
  expect(told.length).toBeGreaterThan(1);
  expect(toldAfter(({ chain }) => fs.writeFileSync(chain, fs.readFileSync(chain, 'utf8').split('\n').filter(Boolean).reverse().join('\n')))).toEqual([3, 2, 1].map((at) => `data/releases/#${at}.json, field “previous”: chain.txt has no line for the release “#${at}”, or has it in another place.`));
});

test('the list is thrown away', () => {
  expect(toldAfter(({ chain }) => fs.rmSync(chain))).toEqual([1, 2, 3].map((at) => `data/releases/#${at}.json: chain.txt has no line for the release “#${at}”, or has it in another place.`));
});

test('the first release of the site is in its chain as it was published', () => {
  expect(fs.readFileSync('data/releases/chain.txt', 'utf8').split('\n')[0]).toBe(`2026-11-22-c526448e ${sha256(fs.readFileSync('data/releases/2026-11-22-c526448e.json'))}`);
});
