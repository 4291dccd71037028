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
