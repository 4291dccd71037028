import { expect, test } from 'vitest';
import { worldView } from '../../src/view/worldView.ts';
import { toyAbsence, toyObservation, toyTable } from '../support/toys.ts';

const unitless = { unit: { zh: '', en: '', multiplier: 1, enMultiplier: 1 }, decimals: 4, expected: 'countries' as const };
const country = (regionId: string, period: string, value: number, publishedRank?: number) => toyObservation(value, { regionId, period, printedDecimals: 4, ...(publishedRank === undefined ? {} : { publishedRank }) });
const table = toyTable(
  [country('TOY', '2001', 0.3, 65), country('DOL', '2001', 0.9, 1), country('TOY', '2003', 0.8, 35), country('DOL', '2003', 0.9, 1), country('TRN', '2003', 0.1, 99), toyAbsence('notPublished', { regionId: 'BEA', period: '2003' })],
  unitless,
);
const see = (lang: 'zh' | 'en' = 'zh', given = table) => worldView(given, 'TOY', (id) => `<${id}>`, lang);

test('one country’s path through the published places', () => {
  expect(see()).toMatchObject({ year: '2003', editions: 2, firstRank: 65, lastRank: 35 });
  expect(see().rows).toEqual([{ period: '2001', value: '0.3000', rank: '65', n: '2' }, { period: '2003', value: '0.8000', rank: '35', n: '3' }]);
});

test('n counts the countries with a value in that edition; who has none is no tick', () => {
  expect(see().strip).toMatchObject({ n: 3, ticks: [80, 90, 10] });
});

test('the strip names the country, the first and the median', () => {
  expect(see().strip).toMatchObject({ chosen: { x: 80, text: '<TOY> 0.8000' }, top: { x: 90, text: '<DOL> 0.9000' }, median: { x: 80, text: '0.8000' } });
});

test('a better place is higher up', () => {
  const [before, after] = see().ranks.dots;
  expect(after?.y).toBeLessThan(before?.y ?? 0);
});

test('a place is told with its n', () => {
  expect(see().ranks.labels.map(({ text, when }) => `${text}，${when}`)).toEqual(['第65位，2001 / 2', '第35位，2003 / 3']);
});

test('an edition that has no value for the country is a mistake of ours, told at build', () => {
  expect(() => see('zh', toyTable([country('DOL', '2003', 0.9, 1)], unitless))).toThrow('TOY');
});
