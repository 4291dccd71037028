import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeLabels, textWidth, wrapped, type LabelWish, type PlacedLabel } from '../../src/charts/placeLabels.ts';

type Box = readonly [left: number, top: number, right: number, bottom: number];
const frame: Box = [0, 0, 1200, 800];
const fontSize = 14;

/** Where a label's text comes to stand: lines of 1.36 em, as the placer reckons. */
function boxOf({ x, y, text }: LabelWish, { align, offset }: PlacedLabel): Box {
  const lines = text.split('\n');
  const width = Math.max(...lines.map((line) => textWidth(line, fontSize)));
  const left = x + offset[0] - { left: 0, center: width / 2, right: width }[align];
  const half = fontSize * 0.68 * lines.length;
  return [left, y + offset[1] - half, left + width, y + offset[1] + half];
}
const overlaps = (a: Box, b: Box) => a[0] < b[2] - 1e-9 && b[0] < a[2] - 1e-9 && a[1] < b[3] - 1e-9 && b[1] < a[3] - 1e-9;
const isInside = (box: Box) => box[0] >= frame[0] && box[1] >= frame[1] && box[2] <= frame[2] && box[3] <= frame[3];

const wish = fc.record({ x: fc.integer({ min: 60, max: 1140 }), y: fc.integer({ min: 60, max: 740 }), text: fc.constantFrom('7', '1,004', '＞2,700\n2001年，引述', 'Toys'), fontSize: fc.constant(fontSize) });
/** Points so far apart that every label has a place beside its own. */
const roomy = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 4 })), { selector: String, maxLength: 10 }).map((cells) => cells.map(([column, line]): LabelWish => ({ x: 150 + column * 300, y: 100 + line * 150, text: '＞2,700\nToys', fontSize })));
const places = (wishes: readonly LabelWish[]) => placeLabels(wishes, wishes.map(({ x, y }) => [x, y] as const), frame);

test('Han are an em wide, figures and Latin less', () => {
  expect(textWidth('玩具', 10)).toBe(20);
  expect(textWidth('12', 10)).toBeCloseTo(11.6);
  expect(textWidth('', 10)).toBe(0);
});

test('a label alone stands above its point', () => {
  const [place] = places([{ x: 600, y: 400, text: '7', fontSize }]);
  expect(place?.align).toBe('center');
  expect(place?.offset[0]).toBe(0);
  expect(place?.offset[1]).toBeLessThan(0);
});

test('at an edge it turns inwards', () => {
  expect(places([{ x: 1198, y: 5, text: '1,004', fontSize }])).toMatchObject([{ align: 'right' }]);
  expect(places([{ x: 2, y: 795, text: '1,004', fontSize }])).toMatchObject([{ align: 'left' }]);
});

test('the same wishes give the same places', () => {
  fc.assert(fc.property(fc.array(wish, { maxLength: 15 }), (wishes) => void expect(places(wishes)).toEqual(places(wishes.map((one) => ({ ...one }))))));
});

test('there is a place for every wish, in the order of the wishes', () => {
  fc.assert(fc.property(fc.array(wish, { maxLength: 15 }), (wishes) => void expect(places(wishes)).toHaveLength(wishes.length)));
});

test('where there is room, labels cover neither each other nor a point, and stay inside the frame', () => {
  fc.assert(
    fc.property(roomy, (wishes) => {
      const placed = places(wishes);
      const boxes = wishes.map((one, index) => boxOf(one, placed[index] ?? { align: 'center', offset: [0, 0] }));
      boxes.forEach((box, index) => {
        expect(isInside(box)).toBe(true);
        for (const other of boxes.slice(index + 1)) expect(overlaps(box, other)).toBe(false);
        for (const { x, y } of wishes) expect(overlaps(box, [x - 6, y - 6, x + 6, y + 6])).toBe(false);
      });
    }),
  );
});

test('two points side by side: the labels make room for each other', () => {
  const wishes = [0, 20].map((x): LabelWish => ({ x: 600 + x, y: 400, text: '1,004', fontSize }));
  const [one, other] = places(wishes).map((place, index) => boxOf(wishes[index] ?? { x: 0, y: 0, text: '', fontSize }, place ?? { align: 'center', offset: [0, 0] }));
  if (!one || !other) throw new Error('two were wished for');
  expect(overlaps(one, other)).toBe(false);
});

test('a remark that is optional is left out where it would cover anything, and stands where there is room', () => {
  const remark: LabelWish = { x: 600, y: 400, text: '2002—2008未收录', fontSize, isOptional: true };
  const crowd = Array.from({ length: 41 * 31 }, (_, index): readonly [number, number] => [400 + (index % 41) * 10, 250 + Math.floor(index / 41) * 10]);
  expect(placeLabels([remark], [], frame)).toMatchObject([{ align: 'center' }]);
  expect(placeLabels([remark], crowd, frame)).toEqual([null]);
  expect(placeLabels([{ ...remark, isOptional: false }], crowd, frame)).not.toEqual([null]);
});

test.each([
  { says: 'short enough', text: 'Toy works', widest: 200, lines: 1 },
  { says: 'English is parted at spaces', text: 'Institute of Wooden and Tin Toys of the Republic of Blocks', widest: 200, lines: 3 },
  { says: 'Chinese anywhere', text: '积木国玩具统计局木制与铁皮玩具研究所', widest: 140, lines: 2 },
])('$says', ({ text, widest, lines }) => {
  const parts = wrapped(text, fontSize, widest).split('\n');
  expect(parts).toHaveLength(lines);
  expect(parts.join(text.includes(' ') ? ' ' : '')).toBe(text);
  for (const part of parts) expect(textWidth(part, fontSize)).toBeLessThanOrEqual(widest);
});

test('one long word is never cut', () => {
  expect(wrapped('Toyadministrationsauthority', fontSize, 50)).toBe('Toyadministrationsauthority');
});

test('no line ends with an opening bracket', () => {
  for (const widest of [70, 84, 98, 112, 126, 140]) expect(wrapped('积木产业研究院（2002年版）', fontSize, widest)).not.toMatch(/（\n/);
});
