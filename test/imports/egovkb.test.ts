import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compareTables } from '../../src/imports/compareTables.ts';
import { OBSERVATION_COLUMNS } from '../../src/ingest/readObservations.ts';
import { readTable } from '../../src/ingest/readTable.ts';
import { atlas, faultsOf, leftOf, linesOf, read, sample, text } from './support.ts';

const SAMPLES = ['egovkb_2003_blank_rank_and_zero.csv', 'egovkb_2010_missing_as_zero.csv', 'egovkb_2020_ties_get_different_ranks.csv', 'egovkb_2022_crlf_trailing_space.csv'];
const HEAD = 'Survey Year,Country Name,E-Government Rank,E-Government Index,E-Participation Index,Online Service Index,Human Capital Index,Telecommunication Infrastructure Index';
const file = (...rows: readonly string[]) => text('EGOV_DATA_toy.csv', `${[HEAD, ...rows].join('\n')}\n`);

const published = (id: string) => {
  const { rows } = readTable(fs.readFileSync(`data/un-egov-survey/2024/${id}.csv`, 'utf8'), id, { required: [], optional: OBSERVATION_COLUMNS });
  return rows.map(({ cell }) => Object.fromEntries(OBSERVATION_COLUMNS.map((column) => [column, cell(column)])));
};

describe('the rows of the UN, beside those published here', () => {
  test.each(['un-egdi', 'un-epi', 'un-osi', 'un-hci', 'un-tii'])('%s: every figure and every gap is the same, with its decimals and its place', async (id) => {
    const imported = await read('egovkb', SAMPLES.map(sample));
    const rows = imported.tables.find((table) => table.id === id)?.rows ?? [];
    const { same, otherReason, otherwisePrinted, fresh, differing } = compareTables(rows, published(id));
    expect({ otherwisePrinted, fresh, differing }).toEqual({ otherwisePrinted: 0, fresh: 0, differing: [] });
    // Montenegro 2003, South Sudan 2003 and 2010 were not assessed; the published table calls that notPublished, with a note.
    expect(otherReason).toBe(3);
    expect(same + otherReason).toBe(21);
    for (const { cells } of rows) expect(cells.rank ?? '', cells.region).toBe(published(id).find(({ region, period }) => region === cells.region && period === cells.period)?.rank);
  });

  test('a gap stored as 0 has the published note', async () => {
    const imported = await read('egovkb', [sample(SAMPLES[1] ?? '')]);
    const rows = (id: string) => imported.tables.find((table) => table.id === id)?.rows ?? [];
    const monaco = rows('un-egdi').find(({ cells }) => cells.region === 'MCO');
    expect(monaco?.cells.note).toBe(published('un-egdi').find(({ region, period }) => region === 'MCO' && period === '2010')?.note);
    expect(rows('un-hci').find(({ cells }) => cells.region === 'MCO')?.cells.note).toBe(published('un-hci').find(({ region, period }) => region === 'MCO' && period === '2010')?.note);
  });

  test('every name of the 193 is known, in the spellings of all downloads', async () => {
    const names = ['Türkiye', 'Turkey', 'North Macedonia', 'The former Yugoslav Republic of Macedonia', 'Eswatini', 'Cabo Verde', 'Georgia (Country)', 'Bolivia', 'Venezuela', 'Iran (Islamic Republic of)', 'Micronesia (Federated States of)', "Côte d'Ivoire", 'Czech Republic', 'Congo', 'United Kingdom of Great Britain and Northern Ireland', 'United Republic of Tanzania', 'Viet Nam', 'Sao Tome and Principe', 'Democratic Republic of the Congo', 'Republic of Moldova', 'China'];
    const imported = await read('egovkb', [file(...names.map((name, at) => `${2018 + at},"${name} ",${at + 1},0.50000,0.5,0.5,0.5,0.5`))]);
    expect(imported.questions).toEqual([]);
    expect(new Set(imported.tables[0]?.rows.map(({ cells }) => cells.region)).size).toBe(names.length - 2);
    expect(linesOf(imported, 'un-egdi').at(-1)).toBe(`CHN ${2018 + names.length - 1} 0.50000 ${names.length}`);
  });
});

describe('zeros', () => {
  test('not assessed: all 0 and no place', async () => {
    const imported = await read('egovkb', [sample(SAMPLES[0] ?? '')]);
    expect(linesOf(imported, 'un-tii')).toEqual(['IRQ 2003 0.01578', 'MNE 2003 notSurveyed', 'SSD 2003 notSurveyed', 'TUV 2003 0.01514', 'CHN 2003 0.11599']);
    expect(linesOf(imported, 'un-egdi')).toEqual(['IRQ 2003 notPublished', 'MNE 2003 notSurveyed', 'SSD 2003 notSurveyed', 'TUV 2003 notPublished', 'CHN 2003 0.41595 74']);
    expect(linesOf(imported, 'un-osi')[0]).toBe('IRQ 2003 0.00000');
  });

  test('from 2012 a single 0 is the least of the scale', async () => {
    const imported = await read('egovkb', [file('2012,Somalia,100,0.10000,0.1,0.1,0.00000,0.1', '2012,Eritrea,101,0.09000,0.1,0.1,0.1,0.00000')]);
    expect(linesOf(imported, 'un-hci')).toEqual(['SOM 2012 0.00000', 'ERI 2012 0.1']);
  });

  const two = file('2014,Somalia,100,0.10000,0.1,0.1,0.00000,0.1', '2014,Eritrea,101,0.09000,0.1,0.1,0.00000,0.1');
  test('two of them nobody can tell: it is asked, and nothing is made', async () => {
    const imported = await read('egovkb', [two]);
    expect(imported.questions).toMatchObject([{ kind: 'zero', args: { table: 'un-hci', count: 2, spots: [{ line: 2, column: 6 }, { line: 3, column: 6 }] } }]);
  });
  test.each([['missing', 'notPublished'], ['value', '0.00000']] as const)('--zero %s decides', async (zero, shown) => {
    const imported = await read('egovkb', [two], { zero: { 'un-hci': zero } });
    expect(imported.questions).toEqual([]);
    expect(linesOf(imported, 'un-hci')).toEqual([`SOM 2014 ${shown}`, `ERI 2014 ${shown}`]);
  });
  test('an index of 0 in front of others in the order is asked about', async () => {
    const imported = await read('egovkb', [file('2008,Nauru,5,0.00000,0.1,0.1,0.1,0.1', '2008,China,65,0.50170,0.1,0.1,0.1,0.1')]);
    expect(imported.questions).toMatchObject([{ kind: 'zero', args: { table: 'un-egdi', count: 1 } }]);
  });
});

describe('copies that others have saved', () => {
  test('columns in another order, places as 74.0, every row twice, a column more', async () => {
    const head = 'E-Government Rank,Country Name,Region,Telecommunication Infrastructure Index,Human Capital Index,Online Service Index,E-Participation Index,E-Government Index,Survey Year';
    const row = '74.0,China,Asia,0.11599,0.8,0.33187,0.069,0.41595,2003';
    const imported = await read('egovkb', [text('copy.csv', `${head}\n${row}\n${row}\n`)]);
    expect(imported.faults).toEqual([]);
    expect(linesOf(imported, 'un-egdi')).toEqual(['CHN 2003 0.41595 74']);
    expect(linesOf(imported, 'un-epi')).toEqual(['CHN 2003 0.069']);
    expect(leftOf(imported, 'duplicateRow')).toEqual(['2 6']);
    expect(leftOf(imported, 'columnNotCarried')).toEqual(['Region 0']);
    expect(imported.account.figures).toEqual({ inFiles: 12, carried: 6, leftOut: 6 });
  });

  test('ties keep the places that are printed', async () => {
    const shared = await read('egovkb', [sample('egovkb_2022_ties_share_rank.csv')]);
    expect(linesOf(shared, 'un-egdi')).toContain('ISL 2022 0.94100 5');
    expect(linesOf(shared, 'un-egdi')).toContain('SWE 2022 0.94100 5');
    const apart = await read('egovkb', [sample('egovkb_2020_ties_get_different_ranks.csv')]);
    expect(linesOf(apart, 'un-egdi')).toContain('AND 2020 0.68810 80');
    expect(linesOf(apart, 'un-egdi')).toContain('MDA 2020 0.68810 79');
  });

  test('two different figures for a cell are a fault, with both', async () => {
    const imported = await read('egovkb', [file('2022,China,43,0.81190,0.1,0.1,0.1,0.1', '2022,China,43,0.81180,0.1,0.1,0.1,0.1')]);
    expect(imported.faults).toMatchObject([{ kind: 'twoFigures', args: { region: 'CHN', period: '2022', first: '0.81190', found: '0.81180', firstLine: 2 }, spot: { line: 3, column: 3 } }]);
  });

  test.each([
    { says: 'a word', row: '2022,China,43,n.a,0.1,0.1,0.1,0.1', faults: ['notANumber EGOV_DATA_toy.csv:2:4'] },
    { says: 'a decimal comma', row: '2022,China,43,"0,811",0.1,0.1,0.1,0.1', faults: ['ambiguousComma EGOV_DATA_toy.csv:2:4'] },
    { says: 'a line that was cut', row: '2022,China,43,0.8', faults: ['raggedRow EGOV_DATA_toy.csv:2:4'] },
    { says: 'a place that is none', row: '2022,China,43.5,0.8,0.1,0.1,0.1,0.1', faults: ['badRank EGOV_DATA_toy.csv:2:3'] },
    { says: 'a year that is none', row: '22,China,43,0.8,0.1,0.1,0.1,0.1', faults: ['notAPeriod EGOV_DATA_toy.csv:2:1'] },
  ])('$says is told with its place', async ({ row, faults }) => {
    expect(faultsOf(await read('egovkb', [file(row)]))).toEqual(faults);
  });
});

test('a name nobody knows stops everything, until it is left out knowingly', async () => {
  const toys = file('2022,China,43,0.81190,0.1,0.1,0.1,0.1', '2022,Toyland,44,0.81000,0.1,0.1,0.1,0.1');
  const stopped = await read('egovkb', [toys]);
  expect(stopped.questions).toMatchObject([{ kind: 'regions', args: { names: [{ name: 'Toyland', count: 1, spot: { line: 3, column: 1 } }] } }]);
  const knowing = await read('egovkb', [toys], { leaveOut: ['Toyland'] });
  expect(linesOf(knowing, 'un-egdi')).toEqual(['CHN 2022 0.81190 43']);
  expect(leftOf(knowing, 'byWish')).toEqual(['Toyland 6']);
});

test('the renamed copy of somebody else is no download of the UN', async () => {
  const imported = await read('egovkb', [text('copy.csv', 'Country,Rank,E_Index,E_Participation,Online_Service,Human_Capital,Tele_Infra,Region\nChina,43,0.8,0.8,0.8,0.8,0.8,Asia\n')]);
  expect(imported.faults).toMatchObject([{ kind: 'wrongKind', args: { wanted: 'egovkb', looksLike: null, missing: ['Survey Year', 'Country Name', 'E-Government Rank', 'E-Government Index'] } }]);
  expect(atlas.indicators.length).toBeGreaterThan(0);
});
