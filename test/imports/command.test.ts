import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { parseCsv } from '../../src/ingest/parseCsv.ts';
import { readObservations } from '../../src/ingest/readObservations.ts';
import { main } from '../../src/prerender/import.ts';
import { atlas } from './support.ts';

const FIXTURES = 'test/fixtures/imports';
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'imports-'));
afterAll(() => { fs.rmSync(scratch, { recursive: true, force: true }); });

async function run(...argv: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  const lines: string[] = [];
  const code = await main([...argv, '--lang', 'en'], (line) => { lines.push(line); }, atlas);
  return { code, said: lines.join('\n') };
}

test('alone it lists the kinds, a line each', async () => {
  const { code, said } = await run();
  expect(code).toBe(0);
  for (const kind of ['egovkb', 'nbs', 'data360', 'worldbank', 'oecd', 'govtech', 'datapackage', 'owid']) expect(said).toMatch(new RegExp(`^  ${kind} +\\S`, 'm'));
});

test('without a folder it shows rows, the account and how they stand beside the published table, and writes nothing', async () => {
  const { code, said } = await run('egovkb', `${FIXTURES}/egovkb_2010_missing_as_zero.csv`);
  expect(code).toBe(0);
  expect(said).toContain('CHN  2010  0.46998  72  measured');
  expect(said).toContain('Beside the published un-egdi: 3 the same, 1 without a figure for another reason, 0 new, 0 different; 2312 published and not in the files');
  expect(said).toContain('24 cells of figures in the files, 11 in the tables, 13 not');
  expect(said).toContain('line 2, column 4 “E-Government Index”');
  expect(said).toContain('To write files, add --out <folder>.');
});

test('a differing figure is named with both values and its place', async () => {
  const { said } = await run('data360', `${FIXTURES}/data360_long.csv`);
  expect(said).toContain('data360_long.csv, line 2, column 25 “OBS_VALUE”: value of CHN 2022, published 0.81190, in the file 0.1234');
});

test('another kind’s file is refused by name, and a question stops', async () => {
  const wrong = await run('owid', `${FIXTURES}/worldbank_api_wide.csv`);
  expect(wrong).toMatchObject({ code: 1 });
  expect(wrong.said).toContain('It looks like worldbank: npm run import -- worldbank <file>');
  const asked = await run('nbs', `${FIXTURES}/nbs_indicator_utf8bom_tab.csv`);
  expect(asked.code).toBe(1);
  expect(asked.said).toContain('Say it by --region 440000');
});

test.each([
  { argv: ['toys'], says: 'There is no kind “toys”' },
  { argv: ['owid'], says: 'No file was given' },
  { argv: ['owid', 'nowhere.csv'], says: 'nowhere.csv was not found' },
  { argv: ['owid', 'x.csv', '--zeros', 'value'], says: 'Unknown option --zeros' },
  { argv: ['egovkb', 'x.csv', '--zero', 'maybe'], says: '--zero takes missing' },
])('$argv: $says', async ({ argv, says }) => {
  const { code, said } = await run(...argv);
  expect(code).toBe(1);
  expect(said).toContain(says);
});

describe('with a folder', () => {
  const out = path.join(scratch, 'egovkb');

  test('it writes tables that the site reads, a description of what is known, and the account', async () => {
    const { code, said } = await run('egovkb', `${FIXTURES}/egovkb_2003_blank_rank_and_zero.csv`, '--out', out);
    expect(code).toBe(0);
    const folder = path.join(out, 'un-egov-survey/2003');
    const json: { version: string; sources: { name: string; locator: string }[]; licenses?: unknown; retrieved?: unknown; resources: { defaults: Record<string, string> }[] } = JSON.parse(fs.readFileSync(path.join(folder, 'datapackage.json'), 'utf8'));
    expect(json.version).toBe('2003');
    expect(json.sources).toEqual([{ name: 'egovkb-2003', locator: 'egovkb_2003_blank_rank_and_zero.csv' }]);
    expect([json.licenses, json.retrieved]).toEqual([undefined, undefined]);
    expect(said).toContain('un-egov-survey/2003/datapackage.json: title, titleEn, description, descriptionEn, retrieved, licenses, redistributable, sources[egovkb-2003].title');
    for (const id of ['un-egdi', 'un-epi', 'un-osi', 'un-hci', 'un-tii']) {
      const indicator = atlas.indicators.find((one) => one.id === id);
      if (!indicator) throw new Error(id);
      const read = readObservations({ file: id, text: fs.readFileSync(path.join(folder, `${id}.csv`), 'utf8'), resource: { defaults: json.resources[0]?.defaults ?? {} }, indicator: { ...indicator, limits: {} }, regions: atlas.regions, aliases: atlas.aliases, sources: [{ id: 'egovkb-2003', title: { zh: '', en: '' }, publisher: '', confidence: 'A' }] });
      expect(read.issues).toEqual([]);
      expect(read.observations.length).toBe(5);
    }
    const account = parseCsv(fs.readFileSync(path.join(out, 'import-account.csv'), 'utf8'), '');
    expect(account.header).toEqual(['file', 'sheet', 'line', 'column', 'head', 'reason', 'what', 'found', 'cells']);
    expect(account.rows.map(({ cells }) => cells.join(','))).toContain('egovkb_2003_blank_rank_and_zero.csv,,2,4,E-Government Index,zeroAsMissing,un-egdi,0.00000,1');
  });

  test('what is there is never written over', async () => {
    const { code, said } = await run('egovkb', `${FIXTURES}/egovkb_2003_blank_rank_and_zero.csv`, '--out', out);
    expect(code).toBe(1);
    expect(said).toContain('Already there, so nothing was written');
  });

  test('an edition that no file tells is asked for; a new indicator gets a draft with nothing invented', async () => {
    const file = `${FIXTURES}/nbs_province_gb18030.csv`;
    expect((await run('nbs', file, '--out', path.join(scratch, 'nbs'))).said).toContain('The files tell no edition');
    const { code } = await run('nbs', file, '--out', path.join(scratch, 'nbs'), '--edition', '2026-11', '--dataset', 'toys');
    expect(code).toBe(0);
    const draft: unknown = JSON.parse(fs.readFileSync(path.join(scratch, 'nbs/indicators/nbs.json'), 'utf8'));
    expect(draft).toMatchObject({ id: 'nbs', name: { zh: '示例指标', en: '' }, definition: { zh: '', en: '' }, theme: '', better: '', unit: { zh: '万户', multiplier: 10000 }, expected: 'provinces' });
    expect(fs.readFileSync(path.join(scratch, 'nbs/toys/2026-11/nbs.csv'), 'utf8')).toMatch(/^region,period,value\n110000,2023,11\.1\n/);
  });

  test('--as takes a table for an indicator, and moves the point where the unit is another', async () => {
    const file = path.join(scratch, 'toys.csv');
    fs.writeFileSync(file, '数据库：分省年度数据\n指标：产值(万元)\n时间：最近1年\n地区,2019年\n北京市,12345.0\n数据来源：国家统计局\n');
    const { said } = await run('nbs', file, '--as', 'nbs=gdp');
    expect(said).toContain('moved from “万元” to the indicator’s unit “亿元”');
    expect(said).toContain('110000  2019  1.23450');
  });
});

test('a zip with its metadata, and a zip of a data package', async () => {
  const wb = path.join(scratch, 'API_toy.zip');
  fs.writeFileSync(wb, zipSync({ 'API_toy.csv': new Uint8Array(fs.readFileSync(`${FIXTURES}/worldbank_api_wide.csv`)), 'Metadata_Indicator_API_toy.csv': strToU8('"INDICATOR_CODE","INDICATOR_NAME","SOURCE_NOTE","SOURCE_ORGANIZATION",\n"XX.EXA.MPLE","Example indicator","A note","An office",\n') }));
  const zipped = await run('worldbank', wb);
  expect(zipped.code).toBe(0);
  expect(zipped.said).toContain('files not used: 1 (Metadata_Indicator_API_toy.csv)');
  const packed = path.join(scratch, 'package.zip');
  const folder = 'data/egov-service-capability/2026-11';
  fs.writeFileSync(packed, zipSync(Object.fromEntries(fs.readdirSync(folder).map((name) => [`package/${name}`, new Uint8Array(fs.readFileSync(path.join(folder, name)))]))));
  const own = await run('datapackage', packed);
  expect(own.code).toBe(0);
  expect(own.said).toMatch(/Beside the published egov-service-capability: \d+ the same, 0 new, 0 different; 0 published and not in the files\./);
});

test('whoever reads only the first lines gets no error', () => {
  const { stderr, status } = spawnSync('sh', ['-c', 'node src/prerender/run.mjs import | true'], { encoding: 'utf8' });
  expect([stderr, status]).toEqual(['', 0]);
});
