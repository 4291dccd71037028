import { expect, test } from 'vitest';
import { takeawayEn } from '../../src/i18n/takeaway.en.ts';
import { takeawayZh } from '../../src/i18n/takeaway.zh.ts';

test.each([takeawayZh, takeawayEn])('the name of the second sheet is one that Excel takes', ({ sourcesSheet }) => {
  expect(sourcesSheet.length).toBeLessThanOrEqual(31);
  expect(sourcesSheet).not.toMatch(/[[\]/\\:*?]/);
});

test('every way of taking a table away has a name of its own', () => {
  for (const { excelCsv, csv, xlsx, copy } of [takeawayZh, takeawayEn]) expect(new Set([excelCsv, csv, xlsx, copy]).size).toBe(4);
});
