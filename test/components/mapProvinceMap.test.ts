import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import ProvinceMap from '../../src/components/map/ProvinceMap.svelte';
import { PROVINCE_IDS } from '../../src/geo/anchors.ts';
import { provinceShapes } from '../../src/geo/provinceShapes.ts';
import { tileGrid } from '../../src/geo/tileGrid.ts';
import { CORPS } from '../../src/model/region.ts';
import type { MapView } from '../../src/view/mapView.ts';
import { sea, tileCsv, topology } from '../geo/support.ts';
import { mapRegion, mapView } from './mapView.ts';

const shapes = provinceShapes(topology(), sea());
const tiles = tileGrid(tileCsv());
const all = [...PROVINCE_IDS, CORPS];
const whole = mapView([
  ...all.filter((id) => id !== '710000' && id !== '340000').map((id) => mapRegion(id)),
  mapRegion('710000', { classIndex: null, absence: 'notSurveyed', valueText: '未纳入调查', rankText: '', spoken: '台湾，未纳入调查' }),
  mapRegion('340000', { doubtful: true, mark: '？' }),
]);

const draw = (view: MapView, mode: 'map' | 'tiles'): string => render(ProvinceMap, { props: { shapes, tiles, view, mode } }).body;
const options = (html: string): string[] => html.match(/<(?:g|a)[^>]*role="option"[^>]*>/g) ?? [];

test.each(['map', 'tiles'] as const)('%s: every region is a stop that speaks for itself, and one is in the tab order', (mode) => {
  const stops = options(draw(whole, mode));
  expect(stops).toHaveLength(35);
  for (const id of all) expect(stops.filter((stop) => stop.includes(`data-region="${id}"`))).toHaveLength(1);
  expect(stops.filter((stop) => stop.includes('tabindex="0"'))).toHaveLength(1);
  expect(stops.find((stop) => stop.includes('"710000"'))).toContain('aria-label="台湾，未纳入调查"');
});

test.each(['map', 'tiles'] as const)('%s: no style attribute or element, which a strict policy would refuse', (mode) => {
  expect(draw(whole, mode)).not.toMatch(/ style=|<style/);
});

test.each(['map', 'tiles'] as const)('%s: an absent figure is hatched and never takes a colour class', (mode) => {
  const html = draw(whole, mode);
  const areas = html.match(/<(?:path|rect)[^>]*absent-notSurveyed[^>]*>/g) ?? [];
  expect(areas.length).toBeGreaterThan(0);
  for (const area of areas) {
    expect(area).toMatch(/fill="url\(#[^)]+-notSurveyed\)"/);
    expect(area).not.toMatch(/seq-\d/);
  }
});

test.each(['map', 'tiles'] as const)('%s: the selected region says so, and is where the tab key lands', (mode) => {
  const stop = options(draw({ ...whole, selected: '440000' }, mode)).find((text) => text.includes('data-region="440000"'));
  expect(stop).toContain('aria-selected="true"');
  expect(stop).toContain('tabindex="0"');
});

test('a doubtful value carries its mark', () => {
  const bare = (html: string) => html.replace(/<!--.*?-->/g, '');
  expect(bare(draw(whole, 'map'))).toContain('34<tspan class="map-sign">？</tspan>');
  expect(draw(whole, 'map')).toContain('trace-doubtful');
  expect(bare(draw(whole, 'tiles'))).toContain('34<tspan class="map-sign">？</tspan>');
});

test('a region outside the survey’s list is land, not a stop; without the Corps there is no chip for it', () => {
  const html = draw(mapView(PROVINCE_IDS.filter((id) => id !== '710000').map((id) => mapRegion(id))), 'map');
  expect(options(html)).toHaveLength(33);
  expect(html).toMatch(/class="area land"[^>]*data-path="710000"/);
  expect(html).not.toContain('data-region="660000"');
});

test('the map is called schematic until it has an approval number, and the inset is named', () => {
  expect(draw(whole, 'map')).toContain('示意图');
  const approved = draw({ ...whole, labels: { ...whole.labels, approval: '审图号：甲' } }, 'map');
  expect(approved).toContain('审图号：甲');
  expect(approved).not.toContain('示意图');
  for (const name of ['东沙群岛', '西沙群岛', '中沙群岛', '南沙群岛', '黄岩岛', '曾母暗沙', '南海诸岛']) expect(approved).toContain(name);
});

test('a region with an address is a link without a script', () => {
  const view = mapView(all.map((id) => mapRegion(id, { href: `region/${id}.html` })));
  const stop = options(draw(view, 'map')).find((text) => text.includes('"440000"'));
  expect(stop).toMatch(/^<a /);
  expect(stop).toContain('href="region/440000.html"');
});

test('a tile of change has its direction beside its name, and the size below', () => {
  const view = mapView(all.map((id) => mapRegion(id, id === '440000' ? { direction: '▼降', shortText: '▼降3.8', tileText: '3.8' } : {})), { ramp: 'diverging', classCount: 7 });
  expect(draw(view, 'tiles').replace(/<!--.*?-->/g, '')).toMatch(/44<tspan class="tile-direction" dx="5">▼降<\/tspan>/);
  expect(draw(view, 'tiles')).toMatch(/class="tile-value[^"]*"[^>]*>3.8</);
  expect(draw(view, 'map')).toContain('div-3');
  expect(draw(view, 'map')).toContain('div-3-ink');
});

test('the readout shows the words that are spoken', () => {
  const html = draw({ ...whole, selected: '440000' }, 'map');
  const readout = /<div class="map-readout"[^>]*>(.*?)<\/div>/.exec(html)?.[1] ?? '';
  expect(readout.replace(/<!--.*?-->|<[^>]+>/g, ' ').trim().split(/\s+/).join('，')).toBe(whole.regions['440000']?.spoken);
});
