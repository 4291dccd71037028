import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packFrame, unpackFrame } from '../../src/embed/facts.ts';
import type { EmbedFrame, EmbedRow } from '../../src/view/embed/embedView.ts';

const FRAME: EmbedFrame = {
  period: '2020',
  when: '2020年',
  heading: '玩具占比 · 2020年',
  coverage: '3个地区中2个有数据',
  takeaway: '红城居首。',
  limits: ['蓝城未公布。'],
  rows: [
    ['red', '1', '40.0', 'seq-4', 100, '40.0%'],
    ['blue', '', '', 'absent-notPublished', -1, '未公布'],
  ],
  source: '来源：玩具年报',
};

test('a frame that was packed is what it was', () => {
  expect(unpackFrame(packFrame(FRAME))).toEqual(FRAME);
});

test('a column of one and the same travels as one', () => {
  const rows: readonly EmbedRow[] = [['red', '', '1', 'seq-1', 0, ''], ['blue', '', '2', 'seq-1', 0, '']];
  const packed = packFrame({ ...FRAME, rows });
  expect(packed.columns).toEqual(['red|blue', '', '1|2', 'seq-1', '0', '']);
  expect(unpackFrame(packed).rows).toEqual(rows);
});

test('a text with the sign between columns is refused at build, not told wrong in an article', () => {
  expect(() => packFrame({ ...FRAME, rows: [['red', '1', '4|0', '', 0, '']] })).toThrow('|');
});

test('whatever the texts are, nothing is lost on the way', () => {
  const text = fc.string({ unit: 'grapheme' }).map((one) => one.replaceAll('|', '/'));
  const row = fc.tuple(text, text, text, text, fc.integer({ min: -1, max: 100 }), text);
  // Rows are of different regions; a frame without regions is not built.
  const rows = fc.uniqueArray(row, { selector: ([id]) => id, minLength: 1, maxLength: 12 }).filter((all) => all.length > 1 || all.every(([id]) => id !== ''));
  fc.assert(fc.property(rows, (all) => {
    expect(unpackFrame(packFrame({ ...FRAME, rows: all }))).toEqual({ ...FRAME, rows: all });
  }));
});
