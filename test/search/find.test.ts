import { expect, test } from 'vitest';
import { find, prepare, type Piece } from '../../src/search/find.ts';
import { isSearchIndex, type Key, type SearchEntry, type SearchKind } from '../../src/search/searchEntry.ts';

const toy = (kind: SearchKind, keys: readonly [Key, ...Key[]], about: readonly string[] = []): SearchEntry => ({ kind, href: 'toys.html', keys, about, hint: '' });
const names = (text: string, entries: readonly SearchEntry[]) => find(prepare(entries), text).groups.flatMap(({ found }) => found.map(({ entry }) => entry.keys[0][0]));
const shown = (pieces: readonly Piece[]) => pieces.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('');

test('the whole name, another whole spelling, a start, a word, the inside, the subject: in this order', () => {
  const entries = [
    toy('region', [['Nothing of it']], ['toys']),
    toy('region', [['Atoystore']]),
    toy('region', [['Tin toys']]),
    toy('region', [['Toys of tin']]),
    toy('region', [['Playthings'], ['toys']]),
    toy('claim', [['Toys']]),
  ];
  expect(names('toys', entries)).toEqual(['Toys', 'Playthings', 'Toys of tin', 'Tin toys', 'Atoystore', 'Nothing of it']);
});

test('equals stand in the order of their kinds, then of the index', () => {
  const entries = [toy('claim', [['Toy d']]), toy('indicator', [['Toy c']]), toy('indicator', [['Toy b']]), toy('region', [['Toy a']])];
  expect(names('toy', entries)).toEqual(['Toy a', 'Toy c', 'Toy b', 'Toy d']);
});

test('eight are shown, the rest is counted, and together they are all', () => {
  const entries = Array.from({ length: 11 }, (_, index) => toy('indicator', [[`Toy ${index}`]]));
  const { shown: k, more, groups } = find(prepare(entries), 'toy');
  expect([k, more, groups.length, groups[0]?.found.length]).toEqual([8, 3, 1, 8]);
});

test('what was met is marked in the name, or in the spelling beside it', () => {
  const entries = [toy('region', [['玩具省', 'wan ju sheng'], ['Toyland'], ['玩']])];
  const [{ found: [one] = [] } = {}] = find(prepare(entries), 'wj').groups;
  expect([shown(one?.name ?? []), one?.also]).toEqual(['[玩具]省', []]);
  const [{ found: [other] = [] } = {}] = find(prepare(entries), 'toyl').groups;
  expect([shown(other?.name ?? []), shown(other?.also ?? [])]).toEqual(['玩具省', '[Toyl]and']);
});

test('several words may stand apart, and all of them must be there', () => {
  const entries = [toy('indicator', [['Toys of tin']]), toy('indicator', [['Toys of wood']])];
  expect(names('tin toys', entries)).toEqual(['Toys of tin']);
  expect(names('tin wood', entries)).toEqual([]);
});

test.each(['', '   ', '！？。', '<>'])('“%s” finds nothing', (text) => {
  expect(find(prepare([toy('region', [['Toy']])]), text)).toEqual({ groups: [], shown: 0, more: 0 });
});

test('an index is read only if every entry is one, and leads to a place of this site', () => {
  const good = toy('page', [['Toys']]);
  expect(isSearchIndex({ version: 1, entries: [good, { ...good, href: 'toy/a-b.html?region=440000#map' }] })).toBe(true);
  for (const href of ['https://elsewhere.example/', '//elsewhere.example/a.html', 'javascript:alert(1)', '/a.html', '../a.html', 'data/toys.csv', '']) {
    expect(isSearchIndex({ version: 1, entries: [good, { ...good, href }] })).toBe(false);
  }
  for (const bad of [null, [], 'x', { version: 2, entries: [] }, { version: 1 }, { version: 1, entries: [{ ...good, kind: 'doll' }] }, { version: 1, entries: [{ ...good, keys: [] }] }, { version: 1, entries: [{ ...good, keys: [['']] }] }]) {
    expect(isSearchIndex(bad)).toBe(false);
  }
});
