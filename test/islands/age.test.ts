import { expect, test } from 'vitest';
import { ageOf, dayOf } from '../../src/islands/age.ts';
import { freshnessEn } from '../../src/i18n/freshness.en.ts';
import { freshnessZh } from '../../src/i18n/freshness.zh.ts';

test.each([
  { until: '2001-12-31', today: '2001-12-31', age: { years: 0, months: 0 } },
  { until: '2001-12-31', today: '2002-01-30', age: { years: 0, months: 0 } },
  { until: '2001-12-31', today: '2002-01-31', age: { years: 0, months: 1 } },
  { until: '2001-12-31', today: '2002-02-28', age: { years: 0, months: 2 } },
  { until: '2001-12-31', today: '2003-10-31', age: { years: 1, months: 10 } },
  { until: '2004-02-29', today: '2005-02-28', age: { years: 1, months: 0 } },
  { until: '2001-06-15', today: '2002-06-14', age: { years: 0, months: 11 } },
  { until: '2001-12-31', today: '2001-12-30', age: null },
  { until: '', today: '2001-12-30', age: null },
])('from $until to $today', ({ until, today, age }) => {
  expect(ageOf(until, today)).toEqual(age);
});

test('a day later is never younger, and a year later is a year older', () => {
  const day = (n: number) => new Date(Date.UTC(2001, 0, n)).toISOString().slice(0, 10);
  for (let start = 1; start < 400; start += 13) {
    let before = -1;
    for (let n = start; n < start + 800; n++) {
      const age = ageOf(day(start), day(n));
      const months = age === null ? -1 : age.years * 12 + age.months;
      expect(months).toBeGreaterThanOrEqual(before);
      expect(age === null || (age.months >= 0 && age.months < 12)).toBe(true);
      before = months;
    }
    const later = `${Number(day(start).slice(0, 4)) + 1}${day(start).slice(4)}`;
    expect(ageOf(day(start), later)).toEqual({ years: 1, months: 0 });
  }
});

test('it is said in words', () => {
  expect([freshnessZh.age(1, 10), freshnessZh.age(2, 0), freshnessZh.age(0, 3), freshnessZh.age(0, 0)]).toEqual(['距今1年10个月', '距今2年', '距今3个月', '距今不到1个月']);
  expect([freshnessEn.age(1, 10), freshnessEn.age(2, 0), freshnessEn.age(0, 1), freshnessEn.age(0, 0)]).toEqual(['1 year 10 months old', '2 years old', '1 month old', 'less than a month old']);
});

test('the day is the reader’s own', () => {
  expect(dayOf(new Date(2001, 0, 2, 23, 59))).toBe('2001-01-02');
});
