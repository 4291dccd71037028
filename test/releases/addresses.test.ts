import { expect, test } from 'vitest';
import { describeIssue } from '../../src/ingest/issue.ts';
import { thenEn } from '../../src/i18n/then.en.ts';
import { addressesOf, addressIssues, arrivingMoves, forwardingPage, withAddresses, type Move } from '../../src/prerender/addresses.ts';

const present = new Set(['index.html', 'indicator/toys.html', 'en/index.html', 'embed/frozen/map-toys.zh.1a2b3c4d.html']);
const told = (list: readonly string[], moves: readonly Move[] = []) => addressIssues(list, moves, present).map((issue) => describeIssue(issue, 'en').split('\n')[0]);

test('addresses that are there, with and without choices, are no issue', () => {
  expect(told(['en/index.html', 'index.html', 'index.html?period=2001&region=110000', 'indicator/toys.html#map'])).toEqual([]);
});

test('one that is gone is named with its line, until it is said where it has moved', () => {
  const list = ['index.html', 'indicator/dolls.html', 'indicator/dolls.html?period=2001'];
  expect(told(list)).toEqual([
    'data/releases/addresses.txt, line 2: there is no page “indicator/dolls.html”, though it has been published, or another has moved to it.',
    'data/releases/addresses.txt, line 3: there is no page “indicator/dolls.html?period=2001”, though it has been published, or another has moved to it.',
  ]);
  expect(told(list, [{ old: 'indicator/dolls.html', now: 'indicator/toys.html?period=2001' }])).toEqual([]);
});

test('a list that was touched by hand', () => {
  expect(told(['index.html', 'en/index.html'])).toEqual(['data/releases/addresses.txt, line 2: “en/index.html” is out of order, or stands twice.']);
  expect(told(['index.html', 'index.html'])).toHaveLength(1);
});

test.each([
  { says: 'from a page that is there', move: { old: 'index.html', now: 'indicator/toys.html' } },
  { says: 'to a page that is not', move: { old: 'old.html', now: 'gone.html' } },
  { says: 'out of the site', move: { old: 'old.html', now: 'https://elsewhere.example/' } },
  { says: 'from outside', move: { old: '../old.html', now: 'index.html' } },
  { says: 'from what is no page', move: { old: 'data/toys.csv', now: 'index.html' } },
])('no move $says', ({ move }) => {
  expect(told(['index.html', 'old.html'], [move])).toHaveLength(move.old === 'old.html' ? 1 : 2);
});

test('what has moved twice arrives; what moves in a ring does not, nor what is said to move to two places', () => {
  const moves = [{ old: 'a.html', now: 'b.html?period=2001' }, { old: 'b.html', now: 'index.html' }];
  expect(told(['a.html', 'b.html'], moves)).toEqual([]);
  expect(told(['a.html', 'b.html'], [...moves.slice(0, 1), { old: 'b.html', now: 'a.html' }])).toHaveLength(2);
  expect(told([], [{ old: 'a.html', now: 'index.html' }, { old: 'a.html', now: 'en/index.html' }])).toEqual(['data/releases/moved.csv, line 3, column “old”: “a.html” can\'t have moved: it is still there, stands twice, or is no page\'s address.']);
});

test('in a copy without a page, a move to it is none, where its old address was never handed out', () => {
  const moves = [{ old: 'old.html', now: 'ranking.html' }, { old: 'older.html', now: 'index.html' }];
  expect(told(['index.html'], moves)).toEqual([]);
  expect(arrivingMoves(moves, present)).toEqual(moves.slice(1));
  expect(told(['index.html', 'old.html'], moves)).toEqual(['data/releases/moved.csv, line 2, column “new”: there is no page “ranking.html”, though it has been published, or another has moved to it.']);
});

test('the list grows, is sorted, and loses nothing', () => {
  const list = withAddresses(['b.html', 'gone.html'], ['a.html', 'b.html']);
  expect(list).toBe('a.html\nb.html\ngone.html\n');
  expect(withAddresses(list.trim().split('\n'), [])).toBe(list);
});

test('a release adds pages, pages for articles and choices of each kind; no file that is no page, and no page of errors', () => {
  const added = addressesOf(['index.html', 'en/index.html', '404.html', 'en/404.html', 'ranking.html'], ['embed/map-toys.html', 'en/embed/map-toys.html', 'embed/frozen/map-toys.zh.1a2b3c4d.html', 'embed/frozen/assets/embed.1a2b3c4d.css', 'embed/record/map-toys.js', 'data/toys.csv', 'cards/map-toys.zh.png']);
  expect(added.filter((address) => !address.includes('?'))).toEqual(['index.html', 'en/index.html', 'ranking.html', 'embed/map-toys.html', 'en/embed/map-toys.html', 'embed/frozen/map-toys.zh.1a2b3c4d.html']);
  const choices = added.filter((address) => address.includes('?'));
  expect(choices.length).toBeGreaterThan(6);
  expect(new Set(choices.map((address) => address.split('?')[0]))).toEqual(new Set(['index.html', 'en/index.html', 'ranking.html']));
});

test('a forwarding page has a link, a refresh for browsers without scripts, and no script of its own', () => {
  const { path, content } = forwardingPage({ old: 'en/indicator/dolls.html', now: 'en/indicator/toys.html?period=2001&region=110000' }, 'en', thenEn.moved, 'https://atlas.example/');
  expect(path).toBe('en/indicator/dolls.html');
  expect(content).toContain('<a data-moved href="../../en/indicator/toys.html?period=2001&amp;region=110000">');
  expect(content).toContain('<link rel="canonical" href="https://atlas.example/en/indicator/toys.html?period=2001&amp;region=110000">');
  expect(content).toContain('<noscript><meta http-equiv="refresh" content="0; url=../../en/indicator/toys.html?period=2001&amp;region=110000"></noscript>');
  expect([...String(content).matchAll(/<script[^>]*>([^<]*)/g)].map(([tag, text]) => [tag.includes(' src="../../moved.js"'), text])).toEqual([[true, '']]);
});
