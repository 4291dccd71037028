import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { movePoint } from '../../src/intake/plain.ts';
import { readFigure } from '../../src/intake/readFigure.ts';
import { readPeriod, readSerialDate } from '../../src/intake/readPeriod.ts';
import { placesBetween } from '../../src/intake/unitOf.ts';

describe('figures as offices write them', () => {
  test.each([
    { cell: '12.30', says: { digits: '12.30', precision: 'exact' } },
    { cell: ' １２．３０ ', says: { digits: '12.30', wasFullWidth: true } },
    { cell: '1,234,567.8', says: { digits: '1234567.8', hasThousands: true } },
    { cell: '1 234', says: { digits: '1234', hasThousands: true } },
    { cell: '−5.2', says: { digits: '-5.2' } },
    { cell: '85.6%', says: { digits: '85.6', isPercent: true } },
    { cell: '８５．６％', says: { digits: '85.6', isPercent: true } },
    { cell: '2.7万', says: { digits: '2.7', power: 4, bigUnit: '万' } },
    { cell: '3.5亿元', says: { digits: '3.5', power: 8, bigUnit: '亿' } },
    { cell: '1.02万亿元', says: { digits: '1.02', power: 12, bigUnit: '万亿' } },
    { cell: '超过2700', says: { digits: '2700', precision: 'lowerBound', precisionWord: '超过' } },
    { cell: '>90', says: { digits: '90', precision: 'lowerBound' } },
    { cell: '100余', says: { digits: '100', precision: 'lowerBound' } },
    { cell: '不到50', says: { digits: '50', precision: 'upperBound' } },
    { cell: '约1.2亿', says: { digits: '1.2', power: 8, precision: 'approximate', bigUnit: '亿' } },
    { cell: '300左右', says: { digits: '300', precision: 'approximate' } },
    { cell: '12.3①', says: { digits: '12.3', mark: '①' } },
    { cell: '12.3*', says: { digits: '12.3', mark: '*' } },
    { cell: "'0012", says: { digits: '0012' } },
    { cell: '0', says: { digits: '0' } },
  ])('“$cell”', ({ cell, says }) => {
    expect(readFigure(cell)).toMatchObject({ kind: 'number', ...says });
  });

  test.each([
    { cell: '', kind: 'blank' },
    { cell: '　', kind: 'blank' },
    { cell: '不适用', kind: 'absence' },
    { cell: '未公布', kind: 'absence' },
    { cell: '—', kind: 'sign' },
    { cell: '－', kind: 'sign' },
    { cell: '…', kind: 'sign' },
    { cell: '/', kind: 'sign' },
    { cell: 'N/A', kind: 'sign' },
    { cell: '..', kind: 'sign' },
    { cell: '1,5', kind: 'comma' },
    { cell: '12,34', kind: 'comma' },
    { cell: '(12.5)', kind: 'brackets' },
    { cell: '1.23E+05', kind: 'exponent' },
    { cell: '#REF!', kind: 'formulaError' },
    { cell: '#N/A', kind: 'formulaError' },
    { cell: '很多', kind: 'none' },
    { cell: '1.2.3', kind: 'none' },
    { cell: '=1+1', kind: 'none' },
    { cell: '<script>', kind: 'none' },
  ])('“$cell” is no number that could be taken: $kind', ({ cell, kind }) => {
    expect(readFigure(cell).kind).toBe(kind);
  });

  test('no sign and no word ever becomes 0', () => {
    fc.assert(fc.property(fc.string(), (cell) => {
      const read = readFigure(cell);
      return read.kind !== 'number' || /\d/.test(cell.normalize('NFKC'));
    }));
  });
});

describe('moving the decimal point', () => {
  test.each([['2.7', 4, '27000'], ['12.345', 2, '1234.5'], ['12.345', -3, '0.012345'], ['0.05', 1, '0.5'], ['-5', -2, '-0.05'], ['100', -2, '1.00'], ['0', 4, '0'], ['7', 0, '7']] as const)('%s by %i is %s', (number, places, moved) => {
    expect(movePoint(number, places)).toBe(moved);
  });

  test('there and back again is the same number', () => {
    fc.assert(fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 4 }), fc.integer({ min: -8, max: 8 }), (whole, decimals, places) => {
      const number = movePoint(String(whole), -decimals);
      return Number(movePoint(movePoint(number, places), -places)) === Number(number);
    }));
  });
});

describe('periods as offices write them', () => {
  test.each([['2024', '2024'], ['2024年', '2024'], ['２０２４年', '2024'], ['2024年度', '2024'], ['2024年末', '2024'], ['二〇二四年', '2024'], ['2024年8月', '2024-08'], ['2024-08', '2024-08'], ['2024/8', '2024-08'], ['2024.08', '2024-08'], ['202408', '2024-08'], ['2024年12月31日', '2024-12-31'], ['2024-12-31', '2024-12-31'], ['2024/1/5', '2024-01-05'], ['截至2024年12月底', '2024-12'], ['2024年①', '2024'], ['2024.0', '2024']])('%s is %s', (cell, period) => {
    expect(readPeriod(cell)).toEqual({ kind: 'period', period, isSerial: false });
  });

  test.each([['24年', 'shortYear'], ['2024年上半年', 'partOfYear'], ['2024年第三季度', 'partOfYear'], ['2024Q3', 'partOfYear'], ['2024年1-6月', 'partOfYear'], ['1234', 'none'], ['2024-13', 'none'], ['北京', 'none'], ['', 'none'], ['最近20年', 'none']])('%s: %s', (cell, kind) => {
    expect(readPeriod(cell).kind).toBe(kind);
  });

  test('a spreadsheet’s count of days is a date, a year or a small number is not', () => {
    expect(readSerialDate('45657')).toEqual({ kind: 'period', period: '2024-12-31', isSerial: true });
    expect(readSerialDate('2024').kind).toBe('none');
    expect(readSerialDate('99999').kind).toBe('none');
  });
});

describe('units', () => {
  const billion = { zh: '十亿美元', en: 'billion US dollars', multiplier: 1e9, enMultiplier: 1e9 };
  test.each([
    ['十亿美元', 0], ['亿美元', -1], ['千亿美元', 2], ['美元', -9], ['元', null],
  ] as const)('figures in %s move %s places to be in 十亿美元', (found, places) => {
    expect(placesBetween(found, billion)).toBe(places);
  });
});
