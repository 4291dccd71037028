import { expect, test } from 'vitest';
import { figuresZh } from '../../src/i18n/figures.zh.ts';
import type { Region } from '../../src/model/region.ts';
import { groupsOf, worldView, type WorldInput } from '../../src/view/worldView.ts';
import { column, en, row, zh } from '../support/toyViews.ts';
import { toyAbsence, toyObservation, toyTable } from '../support/toys.ts';

const words = { zh, en };
const country = (id: string, continent: string, incomeGroup = 'High income'): Region => ({ id, level: 'country', name: { zh: `${id}国`, en: id }, short: { zh: `${id}国`, en: id }, unRegion: { zh: `${continent}洲`, en: continent }, incomeGroup });
const countries = [country('TOY', 'Toyia'), country('DOL', 'Dollia'), country('TRN', 'Toyia', 'Low income'), country('BEA', 'Toyia')];
const figure = (regionId: string, period: string, value: number, publishedRank?: number) => toyObservation(value, { regionId, period, printedDecimals: 4, ...(publishedRank === undefined ? {} : { publishedRank }) });
const described = { unit: { zh: '', en: '', multiplier: 1, enMultiplier: 1 }, decimals: 4, expected: 'countries' as const, classes: [0, 0.5, 1], bands: [{ id: 'low', name: { zh: '低', en: 'Low' } }, { id: 'high', name: { zh: '高', en: 'High' } }] };
const observations = [
  figure('TOY', '2001', 0.3, 65),
  figure('DOL', '2001', 0.9, 1),
  figure('DOL', '2002', 0.8, 2),
  figure('TOY', '2003', 0.8, 35),
  figure('DOL', '2003', 0.9, 1),
  figure('TRN', '2003', 0.1, 99),
  toyAbsence('notPublished', { regionId: 'BEA', period: '2003' }),
];
const see = (changes: Partial<WorldInput> = {}, lang: 'zh' | 'en' = 'zh') => worldView({ table: toyTable(observations, described), period: '2003', country: 'TOY', peers: [], countries, group: null, ...changes }, words[lang]);

test('a country’s path has a point for each published place, and an edition without one is not bridged', () => {
  const [toy, doll] = see({ peers: ['DOL'] }).paths;
  expect(toy?.points.map(({ say }) => say)).toEqual(['2001年，TOY国，第65位，共2，0.3000', '2003年，TOY国，第35位，共3，0.8000']);
  expect(toy?.lines).toEqual([]);
  expect(doll?.lines).toHaveLength(1);
});

test('a better place is higher up', () => {
  const [before, after] = see().paths[0]?.points ?? [];
  expect(after?.y).toBeLessThan(before?.y ?? 0);
});

test('a break in method is not bridged', () => {
  const methodBreaks = [{ period: '2002', reason: { zh: '换了玩具。', en: 'Other toys.' } }];
  const view = see({ country: 'DOL', table: toyTable(observations, { ...described, methodBreaks }) });
  expect(view.paths[0]?.lines.map((d) => d.split('L').length)).toEqual([2]);
  expect(view.breaks.map(({ reason }) => reason)).toEqual(['换了玩具。']);
});

test('without published places they are computed, and the figure says which', () => {
  const ours = toyTable(observations.map(({ publishedRank: _, ...one }) => one), described);
  expect(see({ table: ours }).paths[0]?.points.at(-1)?.say).toContain('第2位，共3');
  expect(see({ table: ours }).takeaway.limits.join('')).toContain(figuresZh.sentences.computedPlaces);
  expect(see().takeaway.limits.join('')).toContain(figuresZh.sentences.publishedPlaces);
});

test('a stroke is a country with a figure; one without is no stroke, and a group leaves the others faint', () => {
  expect(see().strip.ticks.map(({ id, isFaint }) => [id, isFaint])).toEqual([['TOY', false], ['DOL', false], ['TRN', false]]);
  expect(see({ group: 'Toyia' }).strip.ticks.filter(({ isFaint }) => isFaint).map(({ id }) => id)).toEqual(['DOL']);
});

test('the median and the classes count the chosen group', () => {
  expect(see().strip.median.text).toBe('中位数 0.8000');
  expect(see({ group: 'Low income' }, 'en').strip.median.text).toBe('Median 0.1000');
  expect(see().strip.zones.map(({ text, count }) => `${text} ${count}`)).toEqual(['低 1国', '高 2国']);
});

test('names above the strokes stand on lines of their own', () => {
  const rows = see({ peers: ['DOL', 'TRN'] }).strip.marked.map((mark) => mark.row);
  expect(new Set(rows).size).toBe(rows.length);
});

test('the table gives places, values and n of every edition, for the country and its peers', () => {
  const { table } = see({ peers: ['DOL'] });
  expect(column(table, 'n')).toEqual(['2', '1', '3']);
  expect(row(table, '2002')).toMatchObject({ 'TOY place': '', 'TOY value': '未收录', 'DOL place': '2', 'DOL value': '0.8000' });
});

test('at most four peers, and the country is not its own', () => {
  expect(see({ peers: ['TOY', 'DOL', 'DOL', 'TRN', 'BEA', 'DOL'] }).paths).toHaveLength(5);
  expect(see({ peers: ['TOY'] }).paths).toHaveLength(1);
});

test('groups are the continents and the income groups that occur, highest income first', () => {
  expect(groupsOf(countries)).toEqual(['Dollia', 'Toyia', 'High income', 'Low income']);
});

test('an edition without any value is a mistake of ours, told at build', () => {
  expect(() => see({ period: '1999' })).toThrow('1999');
});
