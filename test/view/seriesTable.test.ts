import { expect, test } from 'vitest';
import { pagesEn } from '../../src/i18n/pages.en.ts';
import { pagesZh } from '../../src/i18n/pages.zh.ts';
import { seriesTable } from '../../src/view/seriesTable.ts';
import { toyAbsence, toyObservation, toyTable } from '../support/toys.ts';
import { column, en, row, toyClaim, zh } from '../support/toyViews.ts';

const series = [
  { id: 'red', name: { zh: '红厂', en: 'Red works' } },
  { id: 'blue', name: { zh: '蓝厂', en: 'Blue works' } },
];
const table = toyTable(
  [
    toyObservation(6, { seriesId: 'blue', period: '2002', status: 'forecast', precision: 'lowerBound' }),
    toyObservation(2, { seriesId: 'red', period: '2002', confidence: 'C', note: '木制 / wooden' }),
    toyObservation(1, { seriesId: 'red' }),
    toyAbsence('notGathered', { seriesId: 'blue' }),
  ],
  { series },
);

test('every observation is there, doubtful and absent ones too, series by series and in order of time', () => {
  const view = seriesTable(table, [], zh, pagesZh);
  expect(column(view, 'series')).toEqual(['红厂', '红厂', '蓝厂', '蓝厂']);
  expect(column(view, 'period')).toEqual(['2001年', '2002年', '2001年', '2002年']);
  expect(column(view, 'value')).toEqual(['1', '2', '未收录', '＞6']);
  expect(column(view, 'status')).toEqual(['公布值', '公布值，存疑', '未收录', '预测，下限（“超过”）']);
  expect(column(view, 'confidence')).toEqual(['A', 'C', 'A', 'A']);
  expect(column(view, 'note')).toEqual(['', '木制', '', '']);
});

test('a claim stands below, under its speaker’s name, in no series and with no grade', () => {
  const view = seriesTable(table, [toyClaim('27', { precision: 'lowerBound' })], en, pagesEn);
  expect(view.rows.at(-1)?.key).toBe('claim toy-claim');
  expect(row(view, 'claim toy-claim')).toEqual({ series: 'the toymaker', period: '2002', value: '>27', status: `lower bound (“over”), ${en.words.claimMark}`, confidence: '', note: 'plausible' });
});

test('an indicator of one series has no column for it, and none for notes that nobody wrote', () => {
  const view = seriesTable(toyTable([toyObservation(1)]), [], zh, pagesZh);
  expect(view.columns.map(({ key }) => key)).toEqual(['period', 'value', 'status', 'confidence']);
  expect(view.columns.find(({ key }) => key === 'value')?.label).toBe('数值（个）');
});

test('rows have keys of their own', () => {
  const keys = seriesTable(table, [toyClaim('27')], zh, pagesZh).rows.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});

test('nothing gives an empty table', () => {
  expect(seriesTable(toyTable([]), [], zh, pagesZh).rows).toEqual([]);
});
