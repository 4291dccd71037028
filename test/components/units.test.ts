import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import StripFigure from '../../src/components/units/StripFigure.svelte';
import UnitsExplorer from '../../src/components/units/UnitsExplorer.svelte';
import UnitsSheet from '../../src/components/units/UnitsSheet.svelte';
import type { Observation } from '../../src/model/observation.ts';
import { multiplesTakeaway } from '../../src/view/sentences/multiples.ts';
import { toyAbsence, toyObservation, toyProvinceIds, toyRegions, toyTable } from '../support/toys.ts';
import { en, zh } from '../support/toyViews.ts';

const YEARS = ['2001', '2002', '2003'];
const [A = '', B = ''] = toyProvinceIds;
/** All but the last region, which has no figure at all. */
const values = YEARS.flatMap((period) => toyProvinceIds.slice(0, -1).map((regionId, index): Observation => toyObservation(index + Number(period) - 2000, { regionId, period })));
const table = toyTable(values);
const places = toyTable(['2001', '2003'].flatMap((period) => toyProvinceIds.slice(0, 5).map((regionId, index) => toyAbsence('notPublished', { regionId, period, publishedRank: index + 1 }))), { publishes: 'ranks' });
const sources = { 'toy-book': '来源：玩具年鉴' };
const explorer = (given: { readonly say?: typeof zh; readonly of?: typeof table; readonly chosenFirst?: readonly string[] } = {}) =>
  render(UnitsExplorer, { props: { say: given.say ?? zh, table: given.of ?? table, regions: toyRegions, source: 'Toy Yearbook', chosenFirst: given.chosenFirst ?? [] } }).body;
const strip = () => render(StripFigure, { props: { say: zh, table, regions: toyRegions, sources } }).body;
const count = (html: string, pattern: RegExp): number => (html.match(pattern) ?? []).length;

test('the sheet is drawn at build: a plot a region, its name and its scale on each', () => {
  const html = explorer();
  expect(count(html, /<li class="unit/g)).toBe(31);
  expect(count(html, /各自刻度 \d/g)).toBe(30);
  for (const id of toyProvinceIds) expect(count(html, new RegExp(`<li class="unit[^>]*data-region="${id}"`, 'g'))).toBe(1);
});

test('a region without a figure is hatched and says why; no box stands empty', () => {
  const html = explorer();
  expect(html).toMatch(/<rect[^>]*fill="url\(#[^)]+-notGathered\)"/);
  expect(html).toMatch(/<pattern id="[^"]+-notGathered"/);
  expect(html).toContain('未收录');
});

test('name of the picture and heading of the figure are the same sentence', () => {
  const { text } = multiplesTakeaway({ table, regions: toyRegions, chosen: [] }, zh);
  const html = explorer();
  expect(html).toContain(`>${text}</h2>`);
  expect(html).toMatch(new RegExp(`role="application"[^>]*aria-label="${text}`));
});

test('the chosen are picked out in the drawing and in the chooser', () => {
  const html = explorer({ chosenFirst: [A, B] });
  expect(count(html, /<li class="unit is-chosen"/g)).toBe(2);
  expect(count(html, /name="remove-region"/g)).toBe(2);
  expect(html).toContain('aria-label="去掉玩具1"');
});

test('a legend names only what is there', () => {
  expect(explorer()).not.toContain('挑出的地区</li>');
  expect(explorer({ chosenFirst: [A] })).toMatch(/挑出的地区<\/li>/);
});

test('places only: no small plots, no choice of them', () => {
  const html = explorer({ of: places });
  expect(html).not.toContain('name="chart"');
  expect(html).not.toContain('name="scale"');
  expect(count(html, /<text class="coin-text"/g)).toBe(10);
  expect(html).toContain('5/31');
});

test('the strip has a circle a region in each of its two drawings, one of which is shown', () => {
  const html = strip();
  expect(count(html, /<text class="coin-text"/g)).toBe(60);
  expect(html).toContain('strip-wide');
  expect(html).toContain('strip-narrow');
  expect(count(html, /<option value="200\d"/g)).toBe(3);
});

test('no stops before there is a script to walk them', () => {
  expect(explorer() + strip()).not.toContain('data-stop');
});

test('no style attribute or element, which a strict policy would refuse', () => {
  expect(explorer({ chosenFirst: [A] }) + explorer({ of: places, chosenFirst: [A] }) + strip()).not.toMatch(/ style=|<style/);
});

test('every figure has its table', () => {
  expect(count(explorer(), /<details class="twin"/g)).toBe(1);
  expect(count(strip(), /<details class="twin"/g)).toBe(1);
});

test('a table with one period has a strip and nothing over time', () => {
  const html = render(UnitsSheet, { props: { say: zh, table: toyTable(values.filter(({ period }) => period === '2001')), regions: toyRegions, sources, source: '' } }).body;
  expect(html).toContain('data-figure="strip"');
  expect(html).not.toContain('data-figure="units"');
});

test('in English nothing is Chinese', () => {
  expect(explorer({ say: en, chosenFirst: [A] }) + explorer({ say: en, of: places })).not.toMatch(/[\u4e00-\u9fff]/);
});
