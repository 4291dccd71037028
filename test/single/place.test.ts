import fs from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { NO_TRACE } from '../../src/feeds/trace.ts';
import type { SiteFacts } from '../../src/prerender/sitePages.ts';
import { readAtlas } from '../../src/prerender/readAtlas.ts';
import { readGeometry } from '../../src/prerender/geometry.ts';
import { releaseOf } from '../../src/prerender/release.ts';
import { readReleases } from '../../src/prerender/frozen.ts';
import { compareBundle } from '../../src/prerender/compareBundle.ts';
import { manifestText } from '../../src/prerender/published.ts';
import { carry } from '../../src/single/carried.ts';
import * as single from '../../src/single/place.ts';
import * as site from '../../src/state/place.ts';

/** What the site's code may ask of either. */
const sameKind: typeof site = single;

let facts: SiteFacts;
let address = '';
const steps: string[] = [];

beforeAll(() => {
  const { atlas } = readAtlas('data');
  facts = { atlas, geometry: readGeometry('data'), release: releaseOf(atlas), compareSha256: '', records: readReleases('data', 'places').releases.map(({ record }) => record), since: [], trace: NO_TRACE };
});

const carried = (siteAddress: string | null): void => {
  const files = new Map(facts.atlas.files.map(({ path }) => [`data/${path}`, new Uint8Array(fs.readFileSync(`data/${path}`))]));
  carry({ ...facts, atlas: { ...facts.atlas, site: { ...facts.atlas.site, address: siteAddress } } }, () => files);
};

beforeEach(() => {
  address = 'file:///media/stick/atlas.html#en/indicator/toys.html?period=2001';
  steps.splice(0);
  vi.stubGlobal('location', {
    get hash() {
      return new URL(address).hash;
    },
    get pathname() {
      return new URL(address).pathname;
    },
  });
  const go = (how: string) => (_: unknown, __: string, to: string) => {
    address = new URL(to, address).href;
    steps.push(`${how} ${to}`);
  };
  vi.stubGlobal('history', { state: { entry: 1 }, pushState: go('push'), replaceState: go('replace') });
  carried(null);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('has every name that the site’s own place has', () => {
  expect(Object.keys(sameKind).filter((name) => name in site).sort()).toEqual(Object.keys(site).sort());
  expect([site.isSingleFile, single.isSingleFile]).toEqual([false, true]);
});

describe('on a stick', () => {
  test('page and choice are read behind “#”', () => {
    expect(single.path()).toBe('/en/indicator/toys.html');
    expect(single.search()).toBe('?period=2001');
  });

  test('an address names the file and no folder of its reader', () => {
    expect(single.address()).toBe('atlas.html#en/indicator/toys.html?period=2001');
    expect(single.root()).toBeNull();
  });

  test('an address with another choice, and a place on its page', () => {
    expect(single.withSearch(single.address(), '?region=110000', 'trend')).toBe('atlas.html#en/indicator/toys.html?region=110000#trend');
    expect(single.withSearch(single.address(), 'a=1')).toBe('atlas.html#en/indicator/toys.html?a=1');
    expect(single.withSearch(single.address(), '')).toBe('atlas.html#en/indicator/toys.html');
    expect(single.searchOf('atlas.html#claims.html?q=toys#one')).toBe('?q=toys');
  });

  test('a choice is a step of the browser, or takes the place of one', () => {
    single.pushSearch('?period=2002');
    single.replaceSearch('');
    expect(steps).toEqual(['push #en/indicator/toys.html?period=2002', 'replace #en/indicator/toys.html']);
    expect(single.search()).toBe('');
    expect(single.linkTo('?period=2003')).toBe('#en/indicator/toys.html?period=2003');
  });

  test('who hears of Back hears until the page is left', () => {
    const heard: string[] = [];
    const stop = single.onPlace(() => heard.push('one'));
    single.onPlace(() => heard.push('two'));
    single.tellPlace();
    stop();
    single.tellPlace();
    single.forgetHearers();
    single.tellPlace();
    expect(heard).toEqual(['one', 'two', 'two']);
  });
});

test('where the site’s address is known, what is handed on leads to the site, and files still come from the file', async () => {
  carried('https://atlas.example/');
  expect(single.address()).toBe('https://atlas.example/en/indicator/toys.html?period=2001');
  expect(single.root()).toBe('https://atlas.example/');
  expect(single.searchOf(single.address())).toBe('?period=2001');
  expect((await single.published('https://atlas.example/data/regions/regions.csv')).status).toBe(200);
});

describe('published files', () => {
  const text = async (file: string) => (await single.published(file)).text();

  test.each(['#data/regions/regions.csv', '../data/regions/regions.csv', './data/regions/regions.csv', 'atlas.html#data/regions/regions.csv'])('%s is the file as it is in data/', async (file) => {
    expect(await text(file)).toBe(fs.readFileSync('data/regions/regions.csv', 'utf8'));
  });

  test('what the build makes of others is made of them here, the same byte for byte', async () => {
    expect(await text('#data/manifest.json')).toBe(manifestText(facts.atlas));
    expect(await text('#data/compare.json')).toBe(compareBundle(facts.atlas, (file) => fs.readFileSync(`data/${file}`, 'utf8')).text);
    expect(facts.records.length).toBeGreaterThan(0);
    for (const { id } of facts.records) expect(await text(`#data/releases/${id}.json`)).toBe(fs.readFileSync(`data/releases/${id}.json`, 'utf8'));
  });

  test.each(['#data/nothing.csv', '#', '#constructor', '#data/../package.json', 'https://elsewhere.example/data.csv'])('%s is not there, and nobody is asked', async (file) => {
    expect((await single.published(file)).status).toBe(404);
  });
});
