// The page of the bench: the ranking's own table, and a copy of what it drew, whose rows are moved by hand.
import { flushSync, mount } from 'svelte';
import RankingTable from '../../src/components/ranking/RankingTable.svelte';
import { figuresEn } from '../../src/i18n/figures.en.ts';
import { rankingsEn } from '../../src/i18n/rankings.en.ts';
import { filterRows, orderRows, sections } from '../../src/view/rankingOrder.ts';

const ROWS = 193;
const RUNS = 9;

/** The same on every machine. */
function numbers(seed) {
  let state = seed;
  return () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
}
const next = numbers(20180423);

/** Toys of 193 lands. */
const rows = Array.from({ length: ROWS }, (_, index) => {
  const value = Math.round(next() * 1000) / 10;
  return {
    id: `land-${index}`,
    name: `Toyland ${index + 1}`,
    rank: String(index + 1),
    tied: '',
    value: value.toFixed(1),
    mark: '',
    status: '',
    amount: value,
    absence: null,
    absenceText: '',
    change: { shape: index % 2 === 0 ? '▲' : '▼', text: `${index % 9}`, tone: index % 2 === 0 ? 'rise' : 'fall' },
    changeBy: index % 9,
    median: (value - 50).toFixed(1),
    nation: (value - 40).toFixed(1),
    spark: { line: 'M0 20L20 10L40 14L84 2', x: 84, y: 2 },
    place: `${(index % 40) + 1}`,
    published: `${index + 1}`,
    band: `Band ${index % 4}`,
    groupName: `Part ${index % 5}`,
    groups: [`part-${index % 5}`],
    keys: { rank: index, value, change: next(), code: index, name: index, group: index % 5, band: index % 4 },
    codeIndex: index,
    search: [`toyland${index + 1}`],
    card: [],
  };
});

const known = ['rank', 'region', 'value', 'change', 'median', 'nation', 'spark', 'place', 'published'];
/** Those of the ranking, and as many more as are wanted. */
const columnsOf = (count) => Array.from({ length: count }, (_, index) => ({ key: known[index] ?? `more-${index}`, label: `Column ${index + 1}`, sub: '', isNumeric: true, sort: null, isShownFirst: true }));

const tell = (name) => name;
const all = new Set(rows.map(({ id }) => id));
const shownBy = (sort, isRising, listed) => ({ sections: sections(rows, { sort, isRising }, tell, listed), listed });
const middle = (times) => [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)];
const median = (times) => ({ script: middle(times.map(({ script }) => script)), total: middle(times.map(({ total }) => total)) });

function timed(change) {
  const from = performance.now();
  change();
  const changed = performance.now();
  // Reading a length makes the browser lay the table out now and not in the next frame.
  void document.body.offsetHeight;
  return { script: changed - from, total: performance.now() - from };
}

const everybody = () => all;
/** What a reader typed is looked up as it is in the page. */
const typed = (filter) => () => new Set(filterRows(rows, { group: null, filter }).map(({ id }) => id));
const CHANGES = [
  { name: 'sort by value', there: { sort: 'value', isRising: false } },
  { name: 'turn the order round', there: { isRising: false } },
  { name: 'filter to 11 rows', there: { listed: typed('Toyland 10') } },
  { name: 'filter to more than half', there: { listed: typed('Toyland 1') } },
  { name: 'sort what is filtered', there: { sort: 'value', isRising: false, listed: typed('Toyland 1') } },
];

export function run(columnCount) {
  const main = document.querySelector('main');
  main.replaceChildren();
  const own = document.createElement('div');
  main.append(own);
  let shown = $state.raw(shownBy('rank', true, all));
  mount(RankingTable, {
    target: own,
    props: {
      view: { told: 'values' },
      say: { lang: 'en', words: figuresEn },
      terms: rankingsEn,
      label: 'Toys',
      columns: columnsOf(columnCount),
      areChosen: true,
      get sections() {
        return shown.sections;
      },
      get listed() {
        return shown.listed;
      },
      unranked: [],
      sort: 'rank',
      isRising: true,
      region: null,
      href: () => null,
      onsort: () => undefined,
      onmark: () => undefined,
    },
  });
  flushSync();
  const plain = document.createElement('div');
  plain.append(...[...own.childNodes].map((node) => node.cloneNode(true)));
  const body = plain.querySelector('tbody');
  const drawn = Object.fromEntries([...body.rows].map((row) => [row.dataset.region, row]));

  const ours = ({ sort = 'rank', isRising = true, listed = everybody }) =>
    timed(() => {
      shown = shownBy(sort, isRising, listed());
      flushSync();
    });
  /** Rows in a new order, or without some, as a page without any library does it. */
  const byHand = ({ sort = 'rank', isRising = true, listed = everybody }) =>
    timed(() => {
      const those = listed();
      body.replaceChildren(...orderRows(rows, sort, isRising).flatMap(({ id }) => (those.has(id) ? [drawn[id]] : [])));
    });
  /** Each is alone in the page while it is timed. */
  const alone = (element, act) => {
    main.replaceChildren(element);
    void document.body.offsetHeight;
    return act();
  };

  const results = CHANGES.flatMap(({ name, there }) => {
    const times = { ours: [], plain: [], oursBack: [], plainBack: [] };
    for (let index = 0; index < RUNS; index += 1) {
      alone(own, () => {
        times.ours.push(ours(there));
        times.oursBack.push(ours({}));
      });
      alone(plain, () => {
        times.plain.push(byHand(there));
        times.plainBack.push(byHand({}));
      });
    }
    return [
      { name, ours: median(times.ours), plain: median(times.plain) },
      { name: `${name}: and back`, ours: median(times.oursBack), plain: median(times.plainBack) },
    ];
  });
  return { rows: body.rows.length, columns: body.rows[0].cells.length, cells: body.querySelectorAll('td,th').length, runs: RUNS, results };
}
