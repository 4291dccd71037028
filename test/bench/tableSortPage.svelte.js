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
const byRank = () => sections(rows, { sort: 'rank', isRising: true }, tell);
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

export function run(columnCount) {
  const main = document.querySelector('main');
  main.replaceChildren();
  const own = document.createElement('div');
  main.append(own);
  let listed = $state.raw(byRank());
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
        return listed;
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

  const ours = (given) =>
    timed(() => {
      listed = given();
      flushSync();
    });
  const byHand = (given) =>
    timed(() => {
      body.replaceChildren(...given().map(({ id }) => drawn[id]));
    });
  /** Each is alone in the page while it is timed. */
  const shown = (element, act) => {
    main.replaceChildren(element);
    void document.body.offsetHeight;
    return act();
  };

  const orders = [
    { name: 'sort by value', there: (given) => orderRows(given, 'value', false), back: (given) => orderRows(given, 'rank', true) },
    { name: 'turn the order round', there: (given) => orderRows(given, 'rank', false), back: (given) => orderRows(given, 'rank', true) },
    { name: 'filter to 1 in 10', there: (given) => filterRows(given, { group: null, filter: 'Toyland 1' }).filter((_, index) => index % 5 === 0), back: (given) => given },
    { name: 'filter, one letter less', there: (given) => filterRows(given, { group: null, filter: 'Toyland 1' }), back: (given) => given },
  ];
  const asSections = (those) => [{ name: null, rows: those }];
  const results = orders.flatMap(({ name, there, back }) => {
    const times = { ours: [], plain: [], oursBack: [], plainBack: [] };
    for (let index = 0; index < RUNS; index += 1) {
      shown(own, () => {
        times.ours.push(ours(() => asSections(there(rows))));
        times.oursBack.push(ours(() => asSections(back(rows))));
      });
      shown(plain, () => {
        times.plain.push(byHand(() => there(rows)));
        times.plainBack.push(byHand(() => back(rows)));
      });
    }
    return [
      { name, ours: median(times.ours), plain: median(times.plain) },
      { name: `${name}: and back`, ours: median(times.oursBack), plain: median(times.plainBack) },
    ];
  });
  return { rows: body.rows.length, columns: body.rows[0].cells.length, cells: body.querySelectorAll('td,th').length, runs: RUNS, results };
}
