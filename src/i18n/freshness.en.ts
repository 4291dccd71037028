import type { freshnessZh } from './freshness.zh.ts';

const count = (n: number, one: string) => (n > 0 ? [`${n} ${one}${n === 1 ? '' : 's'}`] : []);

export const freshnessEn: typeof freshnessZh = {
  latest: (period) => `Latest: ${period}`,
  next: (when, every) => `next expected: ${when} (${every})`,
  noInterval: 'no fixed interval known',
  noDate: (every) => `comes out ${every}; no date of publication is known to expect the next from`,
  retrieved: (date) => `read on ${date}`,
  every: { P3M: 'every quarter', P6M: 'every half year', P1Y: 'every year', P2Y: 'every second year' },
  everyHead: 'Interval',
  everyCount: (every, tables) => `${every} (${tables})`,
  irregular: 'irregular',
  unknown: 'interval not known',
  age: (years, months) => `${[...count(years, 'year'), ...count(months, 'month')].join(' ') || 'less than a month'} old`,
  overdue: 'past the expected date',
};
