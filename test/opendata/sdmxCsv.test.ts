import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scale } from '../../src/ingest/scale.ts';
import type { IndicatorTable } from '../../src/model/indicator.ts';
import { ABSENCES, PRECISIONS, STATUSES } from '../../src/model/observation.ts';
import { baseUnit, OBS_STATUS, SDMX_COLUMNS, sdmxCsv } from '../../src/opendata/sdmxCsv.ts';
import { tableRows } from '../support/publishedTable.ts';
import { toyAbsence, toyObservation, toyTable, toyUnits } from '../support/toys.ts';

/** Reads it back as another system would: by the columns alone. */
const readBack = (text: string) =>
  tableRows(text).map((row) => {
    const cell = (name: (typeof SDMX_COLUMNS)[number]): string => row[name] ?? '';
    const facts = {
      regionId: cell('REF_AREA'),
      period: cell('TIME_PERIOD'),
      seriesId: cell('SERIES') === '_Z' ? '' : cell('SERIES'),
      sourceId: cell('SOURCE'),
      confidence: cell('CONFIDENCE'),
      ...(cell('RANK') !== '' && { publishedRank: Number(cell('RANK')) }),
      ...(cell('BAND') !== '' && { band: cell('BAND') }),
      ...(cell('COMMENT_OBS') !== '' && { note: cell('COMMENT_OBS') }),
      status: cell('STATUS'),
    };
    return cell('OBS_VALUE') === '' ? { ...facts, value: null } : { ...facts, value: scale(cell('OBS_VALUE'), 10 ** Number(cell('UNIT_MULT'))), precision: cell('PRECISION'), printedDecimals: Number(cell('DECIMALS')) };
  });

const cellsOf = (table: IndicatorTable) => tableRows(sdmxCsv(table))[0] ?? {};

test('a figure says its structure, its key, its value as printed and its unit with the power of ten', () => {
  const table = toyTable([toyObservation(1_004_000_000, { regionId: '100000', period: '2018-10', printedDecimals: 2, precision: 'lowerBound' })], { unit: toyUnits.hundredMillion });
  expect(cellsOf(table)).toEqual({
    STRUCTURE: 'dataflow', STRUCTURE_ID: 'EGOV_ATLAS:TOYS(1.0.0)', ACTION: 'I',
    FREQ: 'M', REF_AREA: '100000', INDICATOR: 'toys', SERIES: '_Z', TIME_PERIOD: '2018-10',
    OBS_VALUE: '10.04', OBS_STATUS: 'A', STATUS: 'measured', PRECISION: 'lowerBound', UNIT_MEASURE: '个', UNIT_MULT: '8', DECIMALS: '2', CONF_STATUS: 'F',
    RANK: '', BAND: '', SOURCE: 'toy-book', CONFIDENCE: 'A', COMMENT_OBS: '',
  });
});

test('its columns are in the order of the standard', () => {
  expect(sdmxCsv(toyTable([])).trim().split(',')).toEqual([...SDMX_COLUMNS]);
});

test.each([
  ['notPublished', 'O'], ['notGathered', 'L'], ['notApplicable', 'M'], ['notSurveyed', 'O'], ['suppressed', 'Q'],
] as const)('no figure is empty, never 0, and says why: %s is %s', (status, code) => {
  const cells = cellsOf(toyTable([toyAbsence(status)]));
  expect(cells['OBS_VALUE']).toBe('');
  expect(cells['OBS_STATUS']).toBe(code);
  expect(cells['STATUS']).toBe(status);
});

test('each status has a code of CL_OBS_STATUS', () => {
  expect(Object.keys(OBS_STATUS).sort()).toEqual([...STATUSES, ...ABSENCES].sort());
  for (const code of Object.values(OBS_STATUS)) expect('ABDEFGHIJKLMNOPQSUVW').toContain(code);
});

test('zero is a figure', () => {
  expect(cellsOf(toyTable([toyObservation(0, { printedDecimals: 1 })]))['OBS_VALUE']).toBe('0.0');
});

test.each([
  [{ zh: '万亿元', en: 'trillion yuan', multiplier: 1e12, enMultiplier: 1e12 }, '元'],
  [{ zh: '十亿美元', en: 'billion US dollars', multiplier: 1e9, enMultiplier: 1e9 }, '美元'],
  [{ zh: '万人次', en: 'thousand', multiplier: 1e4, enMultiplier: 1e3 }, '人次'],
  [{ zh: '%', en: '%', multiplier: 1, enMultiplier: 1 }, '%'],
  [{ zh: '', en: '', multiplier: 1, enMultiplier: 1 }, '_Z'],
] as const)('the unit without its power of ten: %o is %s', (unit, base) => {
  expect(baseUnit(unit)).toBe(base);
});

test('a multiplier that is no power of ten is refused in words', () => {
  expect(() => sdmxCsv(toyTable([], { unit: { zh: '打', en: 'dozen', multiplier: 12, enMultiplier: 12 } }))).toThrow('the multiplier of toys is no power of ten');
});

test('whatever is written is read back as the same observations', () => {
  const text = fc.string({ minLength: 1, maxLength: 20 }).filter((one) => one.trim() === one && !one.includes('\r'));
  const facts = fc.record({ regionId: fc.constantFrom('110000', 'SGP'), period: fc.constantFrom('2001', '2001-02', '2001-02-03'), seriesId: fc.constantFrom('', 'a', 'b'), sourceId: text, confidence: fc.constantFrom('A' as const, 'B' as const, 'C' as const), note: text, publishedRank: fc.integer({ min: 1, max: 193 }), band: text });
  const figure = fc.record({ digits: fc.integer({ min: -999_999, max: 999_999 }), printedDecimals: fc.integer({ min: 0, max: 4 }), precision: fc.constantFrom(...PRECISIONS), status: fc.constantFrom(...STATUSES) });
  const one = fc.tuple(facts, fc.oneof(figure, fc.constantFrom(...ABSENCES)), fc.constantFrom(0, 4, 8, 12));
  fc.assert(fc.property(one, ([fact, told, power]) => {
    const observation = typeof told === 'string'
      ? { ...fact, value: null, status: told }
      : { ...fact, value: scale((told.digits / 10 ** told.printedDecimals).toFixed(told.printedDecimals), 10 ** power), status: told.status, precision: told.precision, printedDecimals: told.printedDecimals };
    const table = toyTable([observation], { unit: { zh: '个', en: 'toys', multiplier: 10 ** power, enMultiplier: 1 } });
    expect(readBack(sdmxCsv(table))).toEqual([observation]);
  }), { numRuns: 300 });
});
