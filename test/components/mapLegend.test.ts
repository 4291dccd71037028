import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import MapLegend from '../../src/components/map/MapLegend.svelte';
import { mapRegion, mapView } from './mapView.ts';

const view = mapView([mapRegion('110000'), mapRegion('120000')]);
const draw = (given = view): string => render(MapLegend, { props: { view: given } }).body;

test('one brick a region, and every edge once', () => {
  const html = draw();
  expect(html.match(/<i[ >]/g)).toHaveLength(2);
  for (const edge of ['0', '1', '2', '3', '4', '5']) expect(html.match(new RegExp(`<span>${edge}</span>`, 'g'))).toHaveLength(1);
});

test('the selected region’s brick is the only one marked', () => {
  expect(draw({ ...view, selected: '110000' }).match(/<i class="selected"/g)).toHaveLength(1);
  expect(draw()).not.toContain('<i class="selected"');
});

test('bands are named in place of edges', () => {
  const html = draw({ ...view, classCount: 2, legend: { ...view.legend, counts: [1, 1], bandNames: ['中', '高'] } });
  expect(html).toContain('高');
  expect(html).not.toContain('legend-edges');
  expect(html).toContain('seq-2');
  expect(html).toContain('seq-4');
});

test('only the kinds of absence that are present are explained', () => {
  const html = draw({ ...view, legend: { ...view.legend, absences: [{ kind: 'notPublished', label: '未公布', regions: '甲' }] } });
  expect(html).toContain('absent-notPublished');
  expect(html).toContain('未公布');
  expect(html).not.toContain('absent-notSurveyed');
});

test('how the classes were made stands below them', () => {
  expect(draw()).toMatch(/<p class="legend-method">分级：玩具5级<\/p>/);
  expect(draw({ ...view, legend: { ...view.legend, method: '' } })).not.toContain('legend-method');
});

test('marks are explained only when they are there', () => {
  expect(draw()).not.toContain('legend-marks');
  expect(draw({ ...view, legend: { ...view.legend, marks: [{ mark: '■', label: '推算' }] } })).toMatch(/■<\/b>推算/);
});

test('absences of one kind for two reasons are two lines, each with the texture of the kind', () => {
  const html = draw({ ...view, legend: { ...view.legend, absences: [{ kind: 'notPublished', label: '2000年未公布', regions: '甲' }, { kind: 'notPublished', label: '2001年未公布', regions: '乙' }] } });
  expect(html.match(/class="swatch absent-notPublished"/g)).toHaveLength(2);
  const ids = [...html.matchAll(/<pattern id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('two periods share one scale: a stack for each, named', () => {
  const earlier = mapView([mapRegion('110000', { classIndex: 0 }), mapRegion('120000')], { selected: '110000' });
  const later = { ...view, selected: '110000', legend: { ...view.legend, earlier: { counts: [1, 0, 1, 0, 0], name: '2000年', ownName: '2001年' } } };
  const html = render(MapLegend, { props: { view: later, earlier } }).body;
  expect(html.match(/class="legend-stack /g)).toHaveLength(10);
  expect(html.match(/legend-colour/g)).toHaveLength(5);
  expect(html).toContain('2000年');
  expect(html).toContain('2001年');
  expect(html.match(/<i class="selected"/g)).toHaveLength(2);
});
