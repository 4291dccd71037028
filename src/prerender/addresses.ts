import fs from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { tagOf } from '../i18n/languages.ts';
import type { Issue } from '../ingest/issue.ts';
import type { Standings } from '../model/site.ts';
import { LANGS, type Lang } from '../model/text.ts';
import type { ThenTerms } from '../releases/thenNow.ts';
import { RELEASES } from './frozen.ts';
import { routeOf } from './pageContext.ts';
import type { PublishedFile } from './plugin.ts';

/**
 * data/releases/addresses.txt: every address that was ever handed out, one a line, in order; lines are only added. A copy
 * that tells groups has other pages, and a list of its own.
 */
export const addressList = (standings: Standings): string => (standings === 'places' ? 'addresses.txt' : `addresses.${standings}.txt`);
/** data/releases/moved.csv: where what stood at an old address now stands. */
export const MOVES = 'moved.csv';

/** The page of an address, without what is chosen on it. */
export const routeIn = (address: string): string => address.split(/[?#]/)[0] ?? address;

const linesOf = (text: string): readonly string[] => text.split(/\r?\n/).filter((line) => line !== '');

const readIfThere = (file: string): string => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '');

export const readAddresses = (dataDir: string, standings: Standings): readonly string[] => linesOf(readIfThere(path.join(dataDir, RELEASES, addressList(standings))));

export interface Move {
  readonly old: string;
  /** From the site's root, with whatever it chooses. */
  readonly now: string;
}

export const readMoves = (dataDir: string): readonly Move[] => {
  const { data } = Papa.parse<Record<string, string>>(readIfThere(path.join(dataDir, RELEASES, MOVES)), { header: true, skipEmptyLines: true });
  return data.map(({ old = '', new: now = '' }) => ({ old, now }));
};

/** The list with more addresses: sorted, each once, none ever left out. */
export const withAddresses = (list: readonly string[], more: readonly string[]): string => `${[...new Set([...list, ...more])].sort().join('\n')}\n`;

/** One of each kind of choice that an address can hold, on pages in Chinese; opened by the tests in both languages. */
const CHOICES: readonly string[] = [
  'index.html?indicator=internet-penetration&period=2012&region=440000',
  'index.html?indicator=broadband-subscribers&period=2013&compare=2011&view=tiles',
  'index.html?indicator=broadband-subscribers&period=2013&transform=perHead',
  'indicator/internet-penetration.html?period=2012&region=330000',
  'indicator/internet-penetration.html?period=2016&transform=toNation',
  'indicator/internet-penetration.html?chart=bump&regions=440000.330000',
  'indicator/broadband-subscribers.html?transform=index&base=2011',
  'indicator/un-egdi.html?period=2018&regions=SGP.KOR',
  'ranking.html?indicator=internet-penetration&period=2016&compare=2011&region=440000',
  'ranking.html?region=330000&sort=name&columns=rank.region.value',
  'ranking.html?group=east&region=440000&peers=neighbours',
  'workshop.html?indicators=internet-penetration.dei-foundation&weights=1.2&region=440000',
  'compare.html?regions=110000.310000.440000',
  'coverage.html?region=440000',
];

/** Of what kinds of choice are the addresses kept: those that this site has a page for, in both languages. */
export const chosenAddresses = (routes: readonly string[]): readonly string[] => LANGS.flatMap((lang) => CHOICES.map((address) => routeOf(address, lang))).filter((address) => routes.includes(routeIn(address)));

/** Not for handing out: what a host shows for an address that is not there. */
const isHandedOut = (route: string): boolean => route.endsWith('.html') && !/(?:^|\/)404\.html$/.test(route);

/** All that a release adds to the list. */
export const addressesOf = (routes: readonly string[], files: readonly string[]): readonly string[] => [...routes, ...files.filter((file) => /^(?:en\/)?embed\//.test(file)), ...chosenAddresses(routes)].filter((address) => isHandedOut(routeIn(address)));

/** A move may lead to a page that has moved itself, as long as it arrives. */
function arrives(now: string, moves: ReadonlyMap<string, string>, present: ReadonlySet<string>): boolean {
  const been = new Set<string>();
  for (let at = routeIn(now); !present.has(at); at = routeIn(moves.get(at) ?? '')) {
    if (at === '' || been.has(at)) return false;
    been.add(at);
  }
  return true;
}

/** A copy that tells groups lacks pages that others have: what moved to one of them has not moved here. */
export const arrivingMoves = (moves: readonly Move[], present: ReadonlySet<string>): readonly Move[] => {
  const olds = new Map(moves.map(({ old, now }) => [old, now]));
  return moves.filter(({ now }) => arrives(now, olds, present));
};

/** Every address of the list is there or has moved to one that is. */
export function addressIssues(list: readonly string[], moves: readonly Move[], present: ReadonlySet<string>, standings: Standings = 'places'): readonly Issue[] {
  const [lists, moved] = [`data/${RELEASES}/${addressList(standings)}`, `data/${RELEASES}/${MOVES}`];
  const issues: Issue[] = [];
  const olds = new Map(moves.map(({ old, now }) => [old, now]));
  list.forEach((address, index) => {
    const before = list[index - 1];
    if (before !== undefined && before >= address) issues.push({ file: lists, line: index + 1, found: address, code: 'notInOrder', args: null });
    if (!present.has(routeIn(address)) && !olds.has(routeIn(address))) issues.push({ file: lists, line: index + 1, found: address, code: 'addressGone', args: null });
  });
  const listed = new Set(list.map(routeIn));
  moves.forEach(({ old, now }, index) => {
    const place = { file: moved, line: index + 2 };
    const isTwice = moves.findIndex((one) => one.old === old) < index;
    if (isTwice || present.has(old) || !/^[\w./-]+\.html$/.test(old) || old.includes('..')) issues.push({ ...place, column: 'old', found: old, code: 'badMove', args: null });
    if ((listed.has(old) && !arrives(now, olds, present)) || !/^[\w./?&=%#-]+$/.test(now)) issues.push({ ...place, column: 'new', found: now, code: 'addressGone', args: null });
  });
  return issues;
}

/** Stable name: pages of other days ask for it. */
export const MOVED_SCRIPT: PublishedFile = {
  path: 'moved.js',
  // Own choices of the new address stay; those of the old one are added.
  content: `/* E-Gov Atlas, MIT: takes a reader and their choice to the new address. */
(function () {
  var link = document.querySelector('a[data-moved]');
  var to = new URL(link.href);
  new URLSearchParams(location.search).forEach(function (value, key) { if (!to.searchParams.has(key)) to.searchParams.append(key, value); });
  if (location.hash) to.hash = location.hash;
  link.href = to.href;
  location.replace(to.href);
})();
`,
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A page that leads on: by a script, which takes the choice along; without one by the browser; and in any case by a link. */
export function forwardingPage({ old, now }: Move, lang: Lang, terms: ThenTerms['moved'], address: string | null): PublishedFile {
  const base = '../'.repeat(old.split('/').length - 1) || './';
  const to = escaped(base + now);
  return {
    path: old,
    content: `<!doctype html>
<html lang="${tagOf(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(terms.title)}</title>
<link rel="canonical" href="${address === null ? to : escaped(address + now)}">
<noscript><meta http-equiv="refresh" content="0; url=${to}"></noscript>
</head>
<body>
<p>${escaped(terms.text)}<a data-moved href="${to}">${escaped(now)}</a></p>
<script src="${base}${MOVED_SCRIPT.path}"></script>
</body>
</html>
`,
  };
}
