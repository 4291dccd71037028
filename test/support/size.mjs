// What each type of page costs: brotli-11 bytes of the files it names. kB is 1000 bytes. `npm run size` prints the table.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';

const bytes = new Map();
export function brotliBytes(file) {
  const known = bytes.get(file);
  if (known !== undefined) return known;
  const options = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 } };
  const count = zlib.brotliCompressSync(fs.readFileSync(file), options).length;
  bytes.set(file, count);
  return count;
}

export const kB = (count) => (count / 1000).toFixed(1);

/** ECharts marks the element it draws in with this name, and a property's name survives minifying. */
export const isChartLibrary = (file) => fs.readFileSync(file, 'utf8').includes('_echarts_instance_');

const matches = (text, pattern) => [...text.matchAll(pattern)].map((match) => match[1]);
const isOurs = (address) => !/^(?:[a-z]+:|\/\/|#)/i.test(address);
const besides = (file, addresses) => addresses.filter(isOurs).map((address) => path.resolve(path.dirname(file), address.split(/[?#]/)[0]));

/** `import … from "x"`, `import "x"`, `export … from "x"`, as a bundler writes them. */
const importedAtOnce = (file) => besides(file, matches(fs.readFileSync(file, 'utf8'), /(?:^|[;}\s])(?:import|export)(?:[\w$\s{},*]*?from)?\s*["'`](\.[^"'`]+)["'`]/g));
const importedLater = (file) => besides(file, matches(fs.readFileSync(file, 'utf8'), /\bimport\(\s*["'`](\.[^"'`]+)["'`]/g));

/** A file and all that it imports at once. */
function graph(files, seen = new Set()) {
  for (const file of files) {
    if (seen.has(file)) continue;
    seen.add(file);
    graph(importedAtOnce(file), seen);
  }
  return seen;
}

const sum = (files) => [...files].reduce((total, file) => total + brotliBytes(file), 0);

export function sizeOf(dist, page) {
  const file = path.join(dist, page);
  const html = fs.readFileSync(file, 'utf8');
  const tags = matches(html, /<(link\s[^>]*)>/g);
  const named = (rel) => besides(file, tags.filter((tag) => new RegExp(`\\brel="?(?:[^"]*\\s)?${rel}\\b`).test(tag)).flatMap((tag) => matches(tag, /\bhref="([^"]+)"/g)));
  const scripts = graph([...besides(file, matches(html, /<script\b[^>]*\ssrc="([^"]+)"/g)), ...named('modulepreload')]);
  const styles = new Set(named('stylesheet'));
  const pictures = new Set(besides(file, matches(html, /<img\b[^>]*\ssrc="([^"]+)"/g)));

  const later = new Set();
  const queue = [...scripts];
  for (let script = queue.pop(); script !== undefined; script = queue.pop()) {
    for (const found of graph(importedLater(script))) {
      if (scripts.has(found) || later.has(found)) continue;
      later.add(found);
      queue.push(found);
    }
  }
  return {
    page,
    html: brotliBytes(file),
    css: sum(styles),
    js: sum(scripts),
    requests: 1 + styles.size + scripts.size + pictures.size,
    later: new Map([...later].map((script) => [path.relative(dist, script), brotliBytes(script)])),
  };
}

const TYPES = [
  ['dashboard', 'index.html'],
  ['indicator: map', 'indicator/internet-penetration.html'],
  ['indicator: trend', 'indicator/egov-market-size.html'],
  ['indicator: world', 'indicator/un-egdi.html'],
  ['systems', 'systems.html'],
  ['sources', 'sources.html'],
  ['about', 'about.html'],
  ['for articles', 'embed.html'],
  ['the wall', 'screen.html'],
];

export const pageTypes = (dist) => TYPES.flatMap(([type, page]) => [page, `en/${page}`].map((file) => ({ type, page: file }))).filter(({ page }) => fs.existsSync(path.join(dist, page)));

/** Kinds of figure that stand alone in articles, as their files are named. */
const EMBEDS = ['map', 'ranking', 'trend', 'matrix', 'levels', 'multiples', 'bump', 'strip', 'world', 'networks', 'number'];

/** The largest page for articles of each kind, in both languages; by brotli 5, because 11 of all would take a minute. */
export function embedTypes(dist) {
  const quick = (file) => zlib.brotliCompressSync(fs.readFileSync(file), { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
  return EMBEDS.flatMap((kind) => ['embed', 'en/embed'].flatMap((folder) => {
    const pages = fs.readdirSync(path.join(dist, folder)).filter((file) => file.startsWith(`${kind}-`) && file.endsWith('.html')).map((file) => `${folder}/${file}`);
    const [largest] = pages.map((page) => ({ page, bytes: quick(path.join(dist, page)) })).sort((one, other) => other.bytes - one.bytes);
    return largest ? [{ type: `embed: ${kind}, largest of ${pages.length}`, page: largest.page }] : [];
  }));
}

function printTable(dist) {
  const pages = pageTypes(dist);
  const missing = TYPES.length * 2 - pages.length;
  const rows = [...pages, ...embedTypes(dist)].map(({ type, page }) => {
    const size = sizeOf(dist, page);
    const chart = [...size.later].filter(([file]) => isChartLibrary(path.join(dist, file)));
    const others = [...size.later].filter(([file]) => !chart.some(([name]) => name === file));
    const total = (files) => files.reduce((all, [, count]) => all + count, 0);
    return [type, page, kB(size.html), kB(size.css), kB(size.js), String(size.requests), kB(total(others)), kB(total(chart))];
  });
  const head = ['type', 'page', 'HTML', 'CSS', 'JS first', 'requests', 'JS islands', 'JS charts'];
  const widths = head.map((title, column) => Math.max(...[head, ...rows].map((row) => [...row[column]].length), title.length));
  console.log('kB (1000 bytes) after brotli 11; “JS islands” and “JS charts” are loaded when a part is seen or used\n');
  for (const row of [head, ...rows]) console.log(row.map((cell, column) => (column < 2 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  '));
  if (missing > 0) throw new Error(`${missing} page types have no page in dist/.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const dist = path.resolve('dist');
  if (!fs.existsSync(path.join(dist, 'index.html'))) {
    console.error('There is no dist/index.html to measure: run "npm run build" first.');
    process.exit(1);
  }
  printTable(dist);
}
