import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import TransformControl from '../../src/components/control/TransformControl.svelte';
import { figuresZh } from '../../src/i18n/figures.zh.ts';
import type { Say } from '../../src/i18n/say.ts';
import type { TransformKind } from '../../src/query/transform.ts';
import { transformBases, transformOptions } from '../../src/view/transformView.ts';
import { toyObservation, toyTable } from '../support/toys.ts';

const say: Say = { lang: 'zh', words: figuresZh };
const table = toyTable([toyObservation(10), toyObservation(12, { period: '2002' })]);
const draw = (value: TransformKind | null, base: string | null = null, refusal: string | null = null): string =>
  render(TransformControl, {
    props: { say, options: transformOptions(table, say), value, bases: transformBases(table, say), base, refusal, onchoose: () => undefined, onbase: () => undefined },
  }).body.replaceAll(/<!--.*?-->/g, '');

test('all seven ways are listed, and those that can’t be had say so', () => {
  const html = draw(null);
  expect(html.match(/<option/g)).toHaveLength(7);
  expect(html).toContain('占比（不可算）');
  expect(html).not.toContain('name="base"');
  expect(html).not.toContain('class="formula');
});

test('an index has a base to choose and its formula below', () => {
  const html = draw('index', '2002');
  expect(html).toMatch(/<option value="2002" selected[^>]*>2002年/);
  expect(html).toContain('<p class="formula muted">指数 = 数值 ÷ 2002年的数值 × 100</p>');
  expect(draw('yearOnYear')).not.toContain('name="base"');
});

test('what is refused says why, in place of a formula', () => {
  const html = draw('toNation');
  expect(html).toContain('<p class="message" role="status">没有公布同期的全国数，不能相比。</p>');
  expect(html).not.toContain('class="formula');
  expect(draw('index', null, '别的缘由。')).toContain('别的缘由。');
});
