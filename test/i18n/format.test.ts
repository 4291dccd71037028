import fc from 'fast-check';
import { expect, test } from 'vitest';
import { figuresEn } from '../../src/i18n/figures.en.ts';
import { figuresZh } from '../../src/i18n/figures.zh.ts';
import { formatFigure, formatList, formatNumber, formatPeriod, formatSigned, formatValue, halfOf, inUnit, joinUnit, periodToYears, shownDecimals } from '../../src/i18n/format.ts';
import { toyIndicator, toyObservation, toyUnits } from '../support/toys.ts';

const people = toyIndicator({ unit: { zh: '亿人', en: 'million people', multiplier: 1e8, enMultiplier: 1e6 } });
const yuan = toyIndicator({ unit: { zh: '亿元', en: 'billion yuan', multiplier: 1e8, enMultiplier: 1e9 } });
const percent = toyIndicator({ unit: toyUnits.percent });
const unitless = toyIndicator({ unit: { zh: '', en: '', multiplier: 1, enMultiplier: 1 }, decimals: 4 });

test.each([
  { says: '亿 is told in millions, with no decimal more than was printed', indicator: people, figure: toyObservation(1.004e9, { printedDecimals: 2 }), zh: '10.04亿人', en: '1,004 million people' },
  { says: 'a millesimal printed in 亿 keeps its place', indicator: people, figure: toyObservation(6.7e7, { printedDecimals: 3 }), zh: '0.670亿人', en: '67.0 million people' },
  { says: 'a lower bound in billions', indicator: yuan, figure: toyObservation(2.7e11, { precision: 'lowerBound' }), zh: '＞2,700亿元', en: '>270 billion yuan' },
  { says: 'a larger unit keeps the decimals that it needs', indicator: yuan, figure: toyObservation(1.845e11), zh: '1,845亿元', en: '184.5 billion yuan' },
  { says: 'an upper bound', indicator: toyIndicator(), figure: toyObservation(10, { precision: 'upperBound' }), zh: '＜10个', en: '<10 toys' },
  { says: 'about', indicator: toyIndicator(), figure: toyObservation(10, { precision: 'approximate' }), zh: '约10个', en: 'c. 10 toys' },
  { says: 'a percentage has no space before its sign', indicator: percent, figure: toyObservation(47.5, { printedDecimals: 1 }), zh: '47.5%', en: '47.5%' },
  { says: 'a final zero that was printed stays', indicator: percent, figure: toyObservation(50, { printedDecimals: 1 }), zh: '50.0%', en: '50.0%' },
  { says: 'the descriptor’s decimals before the printed ones', indicator: unitless, figure: toyObservation(0.5, { printedDecimals: 1 }), zh: '0.5000', en: '0.5000' },
  { says: 'below zero', indicator: percent, figure: toyObservation(-5.2, { printedDecimals: 1 }), zh: '−5.2%', en: '−5.2%' },
  { says: 'zero is a figure', indicator: toyIndicator(), figure: toyObservation(0), zh: '0个', en: '0 toys' },
])('$says: $zh, $en', ({ indicator, figure, zh, en }) => {
  expect(formatValue(figure, indicator, 'zh')).toBe(zh);
  expect(formatValue(figure, indicator, 'en')).toBe(en);
});

test('the minus sign is a real one, never a hyphen', () => {
  expect(formatNumber(-5.2, 1)).toBe('\u22125.2');
  fc.assert(fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.integer({ min: 0, max: 4 }), (value, decimals) => !formatNumber(value, decimals).includes('-')));
});

test('what is rounded to zero has no sign', () => {
  expect(formatNumber(-0)).toBe('0');
  expect(formatNumber(-0.04, 1)).toBe('0.0');
});

test('thousands are grouped, decimals are those asked for', () => {
  expect(formatNumber(13946)).toBe('13,946');
  expect(formatNumber(1234567.5, 2)).toBe('1,234,567.50');
});

test.each([
  { value: 7, decimals: 0, zh: '＋7', en: '+7' },
  { value: -13.3, decimals: 1, zh: '−13.3', en: '−13.3' },
  { value: 0, decimals: 0, zh: '0', en: '0' },
  { value: -0.01, decimals: 1, zh: '0.0', en: '0.0' },
])('a change of $value says its sign: $zh, $en', ({ value, decimals, zh, en }) => {
  expect(formatSigned(value, decimals, 'zh')).toBe(zh);
  expect(formatSigned(value, decimals, 'en')).toBe(en);
});

test('both languages name the same figure', () => {
  const unit = fc.constantFrom(people, yuan, percent);
  fc.assert(
    fc.property(unit, fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 0, max: 3 }), (indicator, digits, printedDecimals) => {
      const figure = toyObservation((digits / 10 ** printedDecimals) * indicator.unit.multiplier, { printedDecimals });
      const read = (lang: 'zh' | 'en') => Number(formatFigure(figure, indicator, lang).replaceAll(',', '')) * (lang === 'zh' ? indicator.unit.multiplier : indicator.unit.enMultiplier);
      const lastPlace = (lang: 'zh' | 'en') => (lang === 'zh' ? indicator.unit.multiplier : indicator.unit.enMultiplier) * 10 ** -shownDecimals(indicator, printedDecimals, lang);
      for (const lang of ['zh', 'en'] as const) expect(Math.abs(read(lang) - figure.value)).toBeLessThan(0.01 * lastPlace(lang) + figure.value * 1e-12);
    }),
  );
});

test('an axis measures in the unit of the reader’s language', () => {
  expect(inUnit(2.7e11, yuan, 'zh')).toBe(2700);
  expect(inUnit(2.7e11, yuan, 'en')).toBe(270);
});

test('a rank has its n', () => {
  expect(figuresZh.rankOf(3, 31)).toBe('第3位，共31');
  expect(figuresEn.rankOf(3, 31)).toBe('rank 3 of 31');
});

test.each([
  { period: '2018', zh: '2018年', en: '2018' },
  { period: '2018-10', zh: '2018年10月', en: 'Oct 2018' },
  { period: '2015-07-07', zh: '2015年7月7日', en: '7 Jul 2015' },
])('$period is as precise as published: $zh, $en', ({ period, zh, en }) => {
  expect(formatPeriod(period, 'zh')).toBe(zh);
  expect(formatPeriod(period, 'en')).toBe(en);
});

test('a bare year is its own tick, and months and days of a year keep their order', () => {
  expect(periodToYears('2018')).toBe(2018);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = fc.record({ year: fc.integer({ min: 1949, max: 2100 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 31 }) });
  fc.assert(
    fc.property(day, day, (one, other) => {
      const [a, b] = [one, other].map(({ year, month, day: of }) => `${year}-${two(month)}-${two(of)}`);
      if (a === undefined || b === undefined) throw new Error('two were made');
      expect(Math.sign(periodToYears(a) - periodToYears(b))).toBe(a < b ? -1 : a > b ? 1 : 0);
      expect(Math.floor(periodToYears(a))).toBe(one.year);
      expect(Math.floor(periodToYears(a.slice(0, 7)))).toBe(one.year);
    }),
  );
});

test.each([
  { names: [], zh: '', en: '' },
  { names: ['甲'], zh: '甲', en: '甲' },
  { names: ['甲', '乙'], zh: '甲、乙', en: '甲 and 乙' },
  { names: ['甲', '乙', '丙'], zh: '甲、乙、丙', en: '甲, 乙 and 丙' },
])('a list of $names.length: “$zh”, “$en”', ({ names, zh, en }) => {
  expect(formatList(names, 'zh')).toBe(zh);
  expect(formatList(names, 'en')).toBe(en);
});

test('a unit stands behind its figure the way the language does', () => {
  expect(joinUnit('3', '个', 'zh')).toBe('3个');
  expect(joinUnit('3', 'toys', 'en')).toBe('3 toys');
  expect(joinUnit('3', '', 'en')).toBe('3');
});

test.each([
  { says: 'a remark in both languages is parted', text: '玩具匠 / the toymaker', zh: '玩具匠', en: 'the toymaker' },
  { says: 'two remarks are parted one by one', text: '木制 / wooden；含轮子 / with wheels', zh: '木制；含轮子', en: 'wooden; with wheels' },
  { says: 'a slash inside one language parts nothing', text: 'toys / dolls', zh: 'toys / dolls', en: 'toys / dolls' },
  { says: 'Chinese on both sides is one remark', text: '玩具 / 娃娃', zh: '玩具 / 娃娃', en: '玩具 / 娃娃' },
  { says: 'one language alone is given whole', text: '玩具匠', zh: '玩具匠', en: '玩具匠' },
  { says: 'nothing is nothing', text: '', zh: '', en: '' },
])('$says', ({ text, zh, en }) => {
  expect(halfOf(text, 'zh')).toBe(zh);
  expect(halfOf(text, 'en')).toBe(en);
});
