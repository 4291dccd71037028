import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNumber } from '../../src/ingest/readNumber.ts';

test.each([
  { text: '5', value: 5, printedDecimals: 0 },
  { text: '0', value: 0, printedDecimals: 0 },
  { text: '-0.0', value: 0, printedDecimals: 1 },
  { text: '6.70', value: 6.7, printedDecimals: 2 },
  { text: '-5.2', value: -5.2, printedDecimals: 1 },
  { text: '\u22125.2', value: -5.2, printedDecimals: 1 },
  { text: '１２．３', value: 12.3, printedDecimals: 1 },
  { text: '－５', value: -5, printedDecimals: 0 },
  { text: ' 7 ', value: 7, printedDecimals: 0 },
])('“$text” is $value', ({ text, value, printedDecimals }) => {
  expect(readNumber(text)).toEqual({ value, printedDecimals });
});

test.each([
  { text: '0,84', code: 'commaInNumber' },
  { text: '1,234', code: 'commaInNumber' },
  { text: '１,２３', code: 'commaInNumber' },
  { text: '１，２３', code: 'commaInNumber' },
  { text: '1.234,5', code: 'commaInNumber' },
  { text: '1e400', code: 'exponentInNumber' },
  { text: '1e3', code: 'exponentInNumber' },
  { text: '—', code: 'dashInNumber' },
  { text: '…', code: 'dashInNumber' },
  { text: '－', code: 'dashInNumber' },
  { text: 'N/A', code: 'dashInNumber' },
  { text: 'abc', code: 'notANumber' },
  { text: 'Infinity', code: 'notANumber' },
  { text: 'NaN', code: 'notANumber' },
  { text: '0x10', code: 'notANumber' },
  { text: '.5', code: 'notANumber' },
  { text: '5.', code: 'notANumber' },
  { text: '1 234', code: 'notANumber' },
  { text: '--5', code: 'notANumber' },
  { text: '9'.repeat(400), code: 'notANumber' },
])('“$text” is not read, and the reason is $code', ({ text, code }) => {
  expect(readNumber(text)).toEqual({ code });
});

test.each([
  { text: '85%', sign: '%' },
  { text: '８５％', sign: '%' },
  { text: '>270', sign: '>' },
  { text: '约270', sign: '约' },
  { text: '+3', sign: '+' },
])('“$text” carries the sign $sign', ({ text, sign }) => {
  expect(readNumber(text)).toEqual({ code: 'signInNumber', sign });
});

test('10.04亿 is exactly 1004000000, which a multiplication misses', () => {
  expect(readNumber('10.04', 1e8)).toEqual({ value: 1004000000, printedDecimals: 2 });
  expect(10.04 * 1e8).not.toBe(1004000000);
});

test('two decimals in 亿 or 万 are whole, and are exactly the printed digits', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 99 }), fc.constantFrom(4, 8), (whole, cents, exponent) => {
      const text = `${whole}.${String(cents).padStart(2, '0')}`;
      expect(readNumber(text, 10 ** exponent)).toEqual({ value: (whole * 100 + cents) * 10 ** (exponent - 2), printedDecimals: 2 });
    }),
  );
});

test('a number that is printed is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 6 }), (digits, decimals) => {
      const value = Number(`${digits}e-${decimals}`);
      expect(readNumber(value.toFixed(decimals))).toEqual({ value: value === 0 ? 0 : value, printedDecimals: decimals });
    }),
  );
});
