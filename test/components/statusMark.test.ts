import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import Marks from '../../src/components/figure/Marks.svelte';
import StatusMark from '../../src/components/figure/StatusMark.svelte';
import UnitsLegend from '../../src/components/units/UnitsLegend.svelte';
import { PRECISIONS, STATUSES, type Precision } from '../../src/model/observation.ts';
import type { MarkKind } from '../../src/view/trendView.ts';
import { statusMarks } from '../../src/view/statusMarks.ts';
import { zh } from '../support/toyViews.ts';

const kinds = [...STATUSES, 'claim' as const].flatMap((mark) => PRECISIONS.map((precision) => ({ mark, precision })));
const draw = (mark: MarkKind, precision: Precision, stop?: { readonly line: string; readonly say: string; readonly column?: number }) =>
  render(StatusMark, { props: { x: '50%', y: 10, r: 3, mark, precision, stop } }).body.replace(/<!--.*?-->/g, '');
/** What is drawn, without its name. */
const shape = (html: string): string => html.replace(/ class="[^"]*"/g, '');

test('every status and every way of printing has a shape of its own, without its colour', () => {
  const shapes = kinds.map(({ mark, precision }) => shape(draw(mark, precision)));
  // A solid and a hollow circle differ by their fill, which is a class.
  const fills = kinds.map(({ mark, precision }) => [...draw(mark, precision).matchAll(/mark-(solid|ring|quoted|line)/g)].map(([, fill]) => fill).join(' '));
  expect(new Set(shapes.map((one, index) => `${one} ${fills[index]}`)).size).toBe(kinds.length);
});

test.each([
  { mark: 'forecast', has: 'stroke-dasharray' },
  { mark: 'derived', has: '<rect class="mark-solid"' },
  { mark: 'provisional', has: '<path class="mark-solid"' },
  { mark: 'estimated', has: '<circle class="mark-ring"' },
  { mark: 'claim', has: 'mark-quoted' },
  { mark: 'measured', has: '<circle class="mark-solid"' },
] as const)('$mark: $has', ({ mark, has }) => {
  expect(draw(mark, 'exact')).toContain(has);
});

test.each(['lowerBound', 'upperBound', 'approximate'] as const)('a line beside the mark says “%s”', (precision) => {
  expect(draw('measured', precision)).toContain('mark-line');
  expect(draw('measured', 'exact')).not.toContain('mark-line');
});

test('the cursor stops once at each, whatever its shape, and finds the place on a shared axis', () => {
  for (const { mark, precision } of kinds) {
    const html = draw(mark, precision, { line: 'tin', say: '锡，3个', column: 20 });
    expect([...html.matchAll(/data-stop="tin"/g)]).toHaveLength(1);
    expect(html).toMatch(/<circle[^>]*data-say="锡，3个" data-column="20"/);
  }
});

test('both legends draw the marks of the picture, and only those', () => {
  const present = statusMarks([{ status: 'measured', precision: 'exact' }, { status: 'forecast', precision: 'exact' }, { status: 'measured', precision: 'lowerBound' }, { status: 'forecast', precision: 'exact' }], zh);
  expect(present.map(({ label }) => label)).toEqual(['公布值', zh.words.precision.lowerBound, '预测']);
  const trend = render(Marks, { props: { marks: present } }).body;
  const units = render(UnitsLegend, { props: { view: present.map((status) => ({ mark: 'status' as const, status, text: status.label })) } }).body;
  for (const html of [trend, units]) {
    expect(html.match(/<li>/g)).toHaveLength(3);
    expect(html).toContain('class="mark-forecast mark-exact"');
    expect(html).toContain('class="mark-measured mark-lowerBound"');
    expect(html).not.toContain('mark-estimated');
  }
});
