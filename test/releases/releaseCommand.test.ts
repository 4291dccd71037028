import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Site } from '../../src/prerender/plugin.ts';
import { readReleases } from '../../src/prerender/frozen.ts';
import { readAtlas } from '../../src/prerender/readAtlas.ts';
import { frozenFiles, presentTables, recordFiles, unreleased } from '../../src/prerender/records.ts';
import { manifestText } from '../../src/prerender/published.ts';
import { releaseOf } from '../../src/prerender/release.ts';
import { withoutPlaces } from '../../src/prerender/withoutPlaces.ts';
import { main } from '../../src/prerender/releaseCommand.ts';
import { toyPage } from './toyReleases.ts';

// The command in a folder of toys: data/, a site “built” of it, and what stands in data/releases afterwards.

let root = '';
const at = (...parts: readonly string[]) => path.join(root, ...parts);
const write = (file: string, content: string) => {
  fs.mkdirSync(path.dirname(at(file)), { recursive: true });
  fs.writeFileSync(at(file), content);
};
const setToys = (rows: readonly string[]) => write('data/toy/2001/toys.csv', ['region,period,value', ...rows, ''].join('\n'));

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'atlas-release-'));
  fs.cpSync('test/fixtures/atlas', at('data'), { recursive: true });
  fs.copyFileSync('data/schema/release.schema.json', at('data/schema/release.schema.json'));
  setToys(['110000,2001,5']);
});
afterEach(() => {
  fs.rmSync(root, { recursive: true });
});

const ROUTES = ['index.html', 'en/index.html', 'embed/map-toys.html', 'en/embed/map-toys.html'];

/** The site as the build would leave it. */
function build(style = 'body{color:black}'): Site {
  const { atlas } = readAtlas(at('data'));
  const release = releaseOf(atlas);
  const toys = fs.readFileSync(at('data/toy/2001/toys.csv'), 'utf8');
  write('dist/data/manifest.json', manifestText(atlas));
  write('dist/assets/embed-AbCd1234.css', style);
  write('dist/assets/embed-EfGh5678.js', 'draw()');
  write('dist/assets/listen-IjKl9012.js', 'listen()');
  const figures = (['zh', 'en'] as const).map((lang) => ({ name: 'map-toys', lang, takeaway: lang === 'zh' ? '玩具。' : 'Toys.', tables: ['toys'], route: lang === 'en' ? 'en/embed/map-toys.html' : 'embed/map-toys.html' }));
  for (const { route, lang, takeaway } of figures) write(`dist/${route}`, toyPage(lang, release.id, takeaway, toys));
  return { routes: ROUTES, drafts: [], figures: () => figures, files: () => [], late: () => Promise.resolve([]), lateFile: () => Promise.resolve(null), singleParts: () => ({ facts: '', files: '' }), render: () => ({ lang: 'zh-CN', head: '', body: '' }) };
}

async function run(site: Site | null, ...argv: readonly string[]): Promise<{ code: number; lines: readonly string[] }> {
  const lines: string[] = [];
  const code = await main(['--root', root, '--lang', 'en', ...argv], (line) => lines.push(line), () => Promise.resolve({ openSite: () => site }));
  return { code, lines };
}

const REASON = ['--reason', '出版者更正', '--reason-en', 'Corrected by the publisher'];
const kept = () => readReleases(at('data'), 'places');

test('three releases, one after the other: the first, a correction with its reason, a new period', async () => {
  const first = await run(build());
  expect(first).toMatchObject({ code: 0 });
  expect(first.lines[0]).toMatch(/^2001-02-03-[\da-f]{8}: 1 tables, 1 figures added, 0 changed, 0 withdrawn$/);
  expect(first.lines[1]).toBe('2 pages frozen, 0 of them as before and in the same file');
  const firstPages = frozenFiles(kept(), () => '{}').filter((file) => file.path.endsWith('.html'));
  expect(firstPages).toHaveLength(2);

  setToys(['110000,2001,6']);
  const refused = await run(build());
  expect(refused).toEqual({
    code: 1,
    lines: [
      'No release: 1 published figure was changed or withdrawn, and no reason is given:',
      '  toys · 110000 · 2001: 5 measured → 6 measured',
      'Give it: npm run release -- --reason "中文" --reason-en "English"; changes.html sets the figures beside those of the last release.',
    ],
  });
  expect(kept().releases).toHaveLength(1);
  expect(await run(build('body{color:red}'), ...REASON)).toMatchObject({ code: 0 });

  setToys(['110000,2001,6', '110000,2000,9']);
  expect(await run(build('body{color:blue}'))).toMatchObject({ code: 0 });

  const { releases, issues } = kept();
  expect(issues).toEqual([]);
  expect(releases.map(({ record }) => [record.reason?.zh, record.tables.map(({ added, changed, withdrawn }) => [added, changed, withdrawn])])).toEqual([
    [undefined, [[1, 0, 0]]],
    ['出版者更正', [[0, 1, 0]]],
    [undefined, [[1, 0, 0]]],
  ]);
  // Byte for byte, and so is what they are drawn with.
  const now = new Map(frozenFiles(kept(), () => '{}').map((file) => [file.path, Buffer.from(file.content)]));
  for (const { path: file, content } of firstPages) expect(now.get(file)?.equals(Buffer.from(content))).toBe(true);
  expect([...now].filter(([file]) => file.endsWith('.css')).map(([, content]) => content.toString('utf8')).sort()).toEqual(['body{color:black}', 'body{color:blue}', 'body{color:red}']);
});

test('the same data twice give the same files', async () => {
  const read = () => fs.readdirSync(at('data/releases')).sort().map((file) => [file, fs.readFileSync(at('data/releases', file)).toString('base64')]);
  await run(build());
  const before = read();
  fs.rmSync(at('data/releases'), { recursive: true });
  await run(build());
  expect(read()).toEqual(before);
});

test('a release is no part of the data: it does not change the hash that names it', async () => {
  const before = releaseOf(readAtlas(at('data')).atlas).id;
  await run(build());
  const { atlas, issues } = readAtlas(at('data'));
  expect([releaseOf(atlas).id, issues]).toEqual([before, []]);
  expect(atlas.files.filter((file) => file.path.startsWith('releases/'))).toEqual([]);
});

test('no release where nothing has changed, where data have issues, where the site is another, where the reason is in one language', async () => {
  const site = build();
  await run(site);
  expect((await run(site)).lines).toEqual([expect.stringMatching(/^No release: 2001-02-03-[\da-f]{8} has been published, and the data have not changed since\.$/)]);
  setToys(['110000,2001,5', '110000,2000,1']);
  expect(await run(site)).toEqual({ code: 1, lines: ['No release: dist/ was not built of the data as they are. Run npm run build first.'] });
  expect((await run(build(), '--reason', '更正')).lines).toEqual(['No release: a reason is given in both languages: --reason "中文" --reason-en "English".']);
  expect((await run(build(), '--reason', '更正', '--reason-en', '更正')).code).toBe(1);
  setToys(['110000,2001,many']);
  const told = await run(site);
  expect(told.code).toBe(1);
  expect(told.lines[0]).toBe('No release: data/ has 1 issues.');
});

test('the list of addresses grows with each release, and loses none', async () => {
  const site = build();
  await run(site);
  const list = () => fs.readFileSync(at('data/releases/addresses.txt'), 'utf8').trim().split('\n');
  const before = list();
  expect(before).toEqual([...before].sort());
  expect(before).toEqual(expect.arrayContaining([...ROUTES, 'index.html?indicator=internet-penetration&period=2012&region=440000', ...kept().releases.flatMap(({ record }) => record.figures.map(({ file }) => `embed/frozen/${file}`))]));
  setToys(['110000,2001,5', '110000,2000,9']);
  await run({ ...build(), routes: ['index.html', 'new.html'] });
  expect(list()).toEqual(expect.arrayContaining([...before, 'new.html']));
});

test('when writing fails nothing is left half-written, and the release can be made afterwards', async () => {
  await run(build());
  const read = () => fs.readdirSync(at('data/releases')).sort().map((file) => [file, fs.readFileSync(at('data/releases', file)).toString('base64')]);
  const before = read();
  setToys(['110000,2001,5', '110000,2000,9']);
  const site = build();
  const { id } = releaseOf(readAtlas(at('data')).atlas);
  // The record is written last: a folder stands in its way.
  fs.mkdirSync(at('data/releases', `${id}.json.part`));
  await expect(run(site)).rejects.toThrow();
  fs.rmSync(at('data/releases', `${id}.json.part`), { recursive: true, force: true });
  expect(read()).toEqual(before);
  expect(await run(site)).toMatchObject({ code: 0 });
  expect(kept()).toMatchObject({ issues: [], releases: [{}, {}] });
});

test('an option that nobody knows makes no release', async () => {
  expect(await run(build(), '--dry-run')).toEqual({ code: 1, lines: ['No release: unknown option --dry-run; there are --reason, --reason-en, --lang and --root.'] });
});

test('a copy that tells groups has releases and a list of its own, beside those of places', async () => {
  await run(build());
  write('data/site.json', '{"standings":"groups"}');
  fs.copyFileSync('data/schema/site.schema.json', at('data/schema/site.schema.json'));
  const { atlas } = readAtlas(at('data'));
  const site = { ...build(), routes: ['index.html'] };
  write('dist/data/manifest.json', manifestText(withoutPlaces(atlas, (file) => fs.readFileSync(at('data', file), 'utf8')).atlas));
  expect(await run(site)).toMatchObject({ code: 0 });
  expect(fs.readFileSync(at('data/releases/addresses.groups.txt'), 'utf8')).not.toContain('en/index.html\n');
  expect(fs.readFileSync(at('data/releases/addresses.txt'), 'utf8')).toContain('en/index.html\n');
  expect([readReleases(at('data'), 'groups').releases.length, kept().releases.length]).toEqual([1, 1]);
});

test('between two releases the site knows what has changed since, and every figure has its record', async () => {
  await run(build());
  setToys(['110000,2001,6', '110000,2000,9']);
  const figures = build().figures();
  const { atlas } = readAtlas(at('data'));
  const { releases } = kept();
  const present = presentTables(atlas);
  expect([...unreleased(releases.at(-1), present)]).toMatchObject([['toys', { added: 1, changed: [{ region: '110000', period: '2001' }], withdrawn: [] }]]);
  const files = recordFiles({ atlas, release: releaseOf(atlas), releases, present, names: ['map-toys'], figures });
  expect(files.map((file) => file.path)).toEqual(['embed/record/any.js', 'embed/record/map-toys.js']);
  const heard: unknown[] = [];
  for (const { content } of files) new Function('atlasRecord', String(content))((record: unknown) => heard.push(record));
  const id = releases[0]?.record.id ?? '';
  expect(heard[1]).toMatchObject({ name: 'map-toys', zh: { frozen: null, then: { [id]: { state: 0, at: releaseOf(atlas).id } }, states: [{ said: '', corrected: '1个数有更正。', regions: {} }] } });
  expect(heard[0]).toMatchObject({ name: 'any', zh: { then: { [id]: null }, pages: { [id]: '网址写的是2001-02-03版，这里是现在的数字。' } } });
});
