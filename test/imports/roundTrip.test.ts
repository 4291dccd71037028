import fc from 'fast-check';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { OBSERVATION_COLUMNS } from '../../src/ingest/readObservations.ts';
import { readTable } from '../../src/ingest/readTable.ts';
import { fitTable } from '../../src/imports/fitTable.ts';
import type { ImportedTable } from '../../src/imports/model.ts';
import { writeTable } from '../../src/ingest/writeTable.ts';
import { sdmxCsv } from '../../src/opendata/sdmxCsv.ts';
import { atlas, faultsOf, leftOf, linesOf, read, text } from './support.ts';

const DATASETS = [...new Set(atlas.tables.map(({ dataset }) => dataset))];

/** “series region period value status rank”, by cell: what a published table says, its defaults filled in. */
function published(file: string): ReadonlyMap<string, string> {
  const defaults = atlas.resources.find((resource) => resource.file === file)?.defaults ?? {};
  const { rows } = readTable(fs.readFileSync(path.join('data', file), 'utf8'), file, { required: [], optional: OBSERVATION_COLUMNS });
  return new Map(rows.map(({ cell }) => {
    const at = (column: (typeof OBSERVATION_COLUMNS)[number]): string => cell(column) || (defaults[column] ?? '');
    return [`${at('series')} ${at('region')} ${at('period')}`, [at('value'), at('status') || 'measured', at('rank'), at('band'), at('source'), at('note')].join('|')];
  }));
}
const imported = (table: ImportedTable): ReadonlyMap<string, string> => new Map(table.rows.map(({ cells: { series = '', region = '', period = '', value = '', status = '', rank = '', band = '', source = '', note = '' } }) => [`${series} ${region} ${period}`, [value, status || 'measured', rank, band, source, note].join('|')]));

describe('what the site hands out comes back as it was', () => {
  test.each(DATASETS)('the data package %s: each cell of each table, as printed', async (dataset) => {
    const folder = path.join('data', dataset);
    const result = await read('datapackage', fs.readdirSync(folder).map((name) => ({ name, bytes: new Uint8Array(fs.readFileSync(path.join(folder, name))) })));
    expect(faultsOf(result)).toEqual([]);
    const own = atlas.tables.filter((table) => table.dataset === dataset);
    expect(result.tables.map(({ id }) => id).sort()).toEqual(own.map(({ indicator }) => indicator.id).sort());
    for (const table of result.tables) expect(imported(table), table.id).toEqual(published(`${dataset}/${table.id}.csv`));
    expect(result.account.figures.leftOut).toBe(0);
  });

  test('SDMX-CSV of every table of the site', async () => {
    // Of the five with 2316 rows each one is enough, the one with places.
    for (const table of atlas.tables.filter(({ dataset, indicator }) => !dataset.startsWith('un-egov-survey/') || indicator.id === 'un-egdi')) {
      const result = await read('oecd', [text(`${table.indicator.id}.csv`, sdmxCsv(table))]);
      expect(faultsOf(result), table.indicator.id).toEqual([]);
      expect(result.tables.map(({ id }) => id)).toEqual([table.indicator.id]);
      for (const one of result.tables) expect(imported(one), one.id).toEqual(published(table.file));
    }
  });
});

describe('data packages of others', () => {
  const csv = 'country;year;toys;share\nCHN;2020;1.234,50;0,5\nWLD;2020;9;-\n';
  const described = (json: object) => text('toys/datapackage.json', JSON.stringify({ name: 'toys', version: '2024', licenses: [{ name: 'CC-BY-4.0' }], resources: [json] }));
  const resource = { name: 'toys', path: 'toys.csv', dialect: { delimiter: ';' }, schema: { missingValues: ['', '-'], fields: [{ name: 'country', type: 'string' }, { name: 'year', type: 'year' }, { name: 'toys', type: 'number', decimalChar: ',', groupChar: '.' }, { name: 'share', type: 'number', decimalChar: ',' }] } };

  test('marks of decimals and thousands as the schema says, a table for each column of numbers', async () => {
    const result = await read('datapackage', [described(resource), text('toys/toys.csv', csv), text('toys/README.md', 'Toys')]);
    expect(faultsOf(result)).toEqual([]);
    expect(linesOf(result, 'toys')).toEqual(['CHN 2020 1234.50']);
    expect(linesOf(result, 'share')).toEqual(['CHN 2020 0.5']);
    expect(leftOf(result, 'aggregate')).toEqual(['WLD 2']);
    expect(leftOf(result, 'fileNotCarried')).toEqual(['toys/README.md 0']);
    expect(result.facts).toMatchObject({ edition: '2024', licence: { name: 'CC-BY-4.0' } });
  });

  test.each([
    { says: 'a file that isn’t there', path: 'other.csv', fault: 'noFile' },
    { says: 'a path out of the folder', path: '../secret.csv', fault: 'outsidePath' },
    { says: 'an address', path: 'https://example.org/toys.csv', fault: 'remotePath' },
  ])('$says is refused', async ({ path: at, fault }) => {
    expect((await read('datapackage', [described({ ...resource, path: at })])).faults[0]).toMatchObject({ kind: fault });
  });
});

describe('nothing is lost', () => {
  const place = fc.constantFrom(['China', 'CHN'], ['Korea, Rep.', 'KOR'], ['World', 'WLD'], ['Kosovo', 'XKX'], ['Hong Kong SAR, China', 'HKG'], ['Romania', 'ROM'], ['Euro area', 'EMU']);
  const cell = fc.oneof(fc.constantFrom('', '..', '0', '0.10', '-3.50', '1.5E+3', 'NaN'), fc.integer({ min: 0, max: 999 }).map(String));

  test('cells of figures in a file = cells in tables + cells accounted for, whatever it holds', async () => {
    await fc.assert(fc.asyncProperty(fc.uniqueArray(place, { selector: ([, code]) => code, minLength: 1 }), fc.array(cell, { minLength: 24, maxLength: 24 }), fc.boolean(), async (places, cells, isTwice) => {
      const rows = places.map(([name = '', code = ''], at) => [name, code, 'Toys', 'TOY', ...cells.slice(at * 3, at * 3 + 3)]);
      const all = isTwice ? [...rows, ...rows.slice(0, 1)] : rows;
      const { account, faults, tables } = await read('worldbank', [text('API_toy.csv', writeTable(['Country Name', 'Country Code', 'Indicator Name', 'Indicator Code', '2021', '2022', '2023'], all))]);
      // A file without a single figure is told of as one.
      expect(faults.filter(({ kind }) => kind !== 'noTable')).toEqual([]);
      if (faults.length > 0) return;
      const { inFiles, carried, leftOut } = account.figures;
      expect(inFiles).toBe(all.length * 3);
      expect(carried + leftOut).toBe(inFiles);
      expect(tables.reduce((sum, { rows: own }) => sum + own.filter(({ cells: { value } }) => value !== '').length, 0)).toBe(carried);
    }), { numRuns: 60 });
  });

  test('the UN’s files too, with their places', async () => {
    const index = fc.constantFrom('0.00000', '0.50000', '');
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(index, index, index, index, index, fc.constantFrom('', '7', '9.0')), { minLength: 1, maxLength: 5 }), fc.constantFrom('2003', '2010', '2014'), async (lines, year) => {
      const names = ['China ', 'Monaco ', 'Nauru ', 'Libya', 'Viet Nam '];
      const rows = lines.map(([egdi, epi, osi, hci, tii, rank], at) => [year, names[at] ?? '', rank, egdi, epi, osi, hci, tii]);
      const { account, questions, tables, faults } = await read('egovkb', [text('EGOV_DATA.csv', writeTable(['Survey Year', 'Country Name', 'E-Government Rank', 'E-Government Index', 'E-Participation Index', 'Online Service Index', 'Human Capital Index', 'Telecommunication Infrastructure Index'], rows))], { zero: { '': 'missing' } });
      expect(faults.filter(({ kind }) => kind !== 'noTable')).toEqual([]);
      if (faults.length > 0) return;
      expect(questions).toEqual([]);
      expect(account.figures.inFiles).toBe(lines.length * 6);
      expect(account.figures.carried + account.figures.leftOut).toBe(lines.length * 6);
      expect(tables.flatMap(({ rows: own }) => own).filter(({ cells }) => cells.value === '' && cells.status === 'measured')).toEqual([]);
    }), { numRuns: 60 });
  });
});

describe('units', () => {
  const indicatorOf = (id: string) => {
    const indicator = atlas.indicators.find((one) => one.id === id);
    if (!indicator) throw new Error(id);
    return indicator;
  };

  test('every table of the site, handed out as SDMX-CSV, fits its own indicator and keeps its figures', async () => {
    for (const table of atlas.tables.filter(({ dataset }) => !dataset.startsWith('un-egov-survey/'))) {
      const [own] = (await read('oecd', [text('toy.csv', sdmxCsv(table))])).tables;
      if (!own) throw new Error(table.indicator.id);
      const fit = fitTable(own, table.indicator, 'oecd');
      expect('table' in fit ? imported(fit.table) : fit, table.indicator.id).toEqual(imported(own));
    }
  });

  test.each([
    { says: 'the unit’s own name needs no moving, nor reading', unit: '十亿美元', id: 'government-it-spending-idc', kind: 'datapackage', value: '3.6' },
    { says: '万元 to 亿元: four places', unit: '万元', id: 'gdp', kind: 'nbs', value: '0.00036' },
  ] as const)('$says', ({ unit, id, kind, value }) => {
    const spot = { file: '', sheet: '', kind: 'text', line: 1, column: 0, head: '' } as const;
    const table: ImportedTable = { id, indicator: id, title: '', unit, power: 0, expected: 'nation', dataset: '', series: [], bands: [], remarks: [], rows: [{ cells: { region: '100000', period: '2003', value: '3.6' }, spot, rankSpot: null }] };
    expect(fitTable(table, indicatorOf(id), kind)).toMatchObject({ table: { rows: [{ cells: { value } }] } });
  });

  test('people are no yuan', () => {
    const table: ImportedTable = { id: 'gdp', indicator: 'gdp', title: '', unit: '万人', power: 0, expected: 'nation', dataset: '', series: [], bands: [], remarks: [], rows: [] };
    expect(fitTable(table, indicatorOf('gdp'), 'nbs')).toEqual({ mismatch: { found: '万人', expected: '亿元' } });
  });
});
