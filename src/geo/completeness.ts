import { geoContains } from 'd3-geo';
import { PROVINCE_IDS } from './anchors.ts';
import { isDash, isIslet, provinceOutlines, type ProvinceTopology, type SeaFeatures } from './outlines.ts';
import { PROTECTED_ISLANDS } from './provinceShapes.ts';
import type { ProvinceShapes } from './shapes.ts';

/** Places that a public map of China must show inside the province named. */
const PLACES: readonly { readonly name: string; readonly id: string; readonly at: readonly [longitude: number, latitude: number] }[] = [
  { name: '藏南', id: '540000', at: [93.8, 27.6] },
  { name: '阿克赛钦', id: '650000', at: [79.4, 35.2] },
  { name: '札达', id: '540000', at: [79.3, 31.3] },
  { name: '帕米尔', id: '650000', at: [73.8, 39.3] },
  { name: '黑瞎子岛', id: '230000', at: [134.55, 48.33] },
  { name: '台湾岛', id: '710000', at: [121, 23.8] },
  { name: '海南岛', id: '460000', at: [109.8, 19.2] },
  { name: '香港', id: '810000', at: [114.15, 22.37] },
  { name: '澳门', id: '820000', at: [113.55, 22.155] },
  { name: '北三县', id: '130000', at: [117.05, 39.9] },
  { name: '北京', id: '110000', at: [116.4, 39.9] },
  { name: '天津', id: '120000', at: [117.2, 39.1] },
  { name: '上海', id: '310000', at: [121.47, 31.2] },
];

const DASHES = 10;
const ISLETS = ['钓鱼岛', '赤尾屿', '东沙群岛', '西沙群岛', '中沙群岛', '黄岩岛', '南沙群岛', '曾母暗沙'];
const INSET_NAMES = ['东沙群岛', '西沙群岛', '中沙群岛', '黄岩岛', '南沙群岛', '曾母暗沙'];

/** The Pamirs in the west, the reefs off Sanya in the south, the confluence at Fuyuan in the east, Mohe in the north. */
const EXTREMES = { west: 73.55, south: 18.2, east: 135.05, north: 53.53 };

const isNear = (a: readonly number[], b: readonly [number, number]): boolean =>
  a[0] !== undefined && a[1] !== undefined && Math.hypot(a[0] - b[0], a[1] - b[1]) < 0.35;

/** What the geometry lacks of a whole map of China, in words; nothing when it is whole. The build refuses any. */
export function completeness(topology: ProvinceTopology, sea: SeaFeatures): string[] {
  const problems: string[] = [];
  const outlines = provinceOutlines(topology).features;
  const rings = new Map<string, number[][][]>();
  for (const { id, geometry } of outlines) {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
    rings.set(String(id), polygons.flat());
  }

  for (const id of PROVINCE_IDS) if ((rings.get(id)?.length ?? 0) === 0) problems.push(`Province ${id} has no outline.`);
  for (const id of rings.keys()) if (!PROVINCE_IDS.includes(id)) problems.push(`Outline “${id}” is no province.`);
  for (const { name, id, at } of PLACES) {
    const outline = outlines.find((province) => String(province.id) === id);
    if (!outline || !geoContains(outline, [at[0], at[1]])) problems.push(`${name} is not inside province ${id}.`);
  }
  for (const { name, id, at } of PROTECTED_ISLANDS) {
    if (!rings.get(id)?.some((ring) => ring.some((point) => isNear(point, at)))) problems.push(`The island ${name} is not in province ${id}.`);
  }

  const points = [...rings.values()].flat(2);
  const [longitudes, latitudes] = [points.map(([longitude = NaN]) => longitude), points.map(([, latitude = NaN]) => latitude)];
  const reaches = { west: Math.min(...longitudes), south: Math.min(...latitudes), east: Math.max(...longitudes), north: Math.max(...latitudes) };
  for (const side of ['west', 'south'] as const) if (!(reaches[side] <= EXTREMES[side])) problems.push(`The ${side} end is at ${reaches[side]}°, not ${EXTREMES[side]}°.`);
  for (const side of ['east', 'north'] as const) if (!(reaches[side] >= EXTREMES[side])) problems.push(`The ${side} end is at ${reaches[side]}°, not ${EXTREMES[side]}°.`);

  const numbers = new Set(sea.features.filter(isDash).map((dash) => dash.properties.n));
  for (let n = 1; n <= DASHES; n += 1) if (!numbers.has(n)) problems.push(`Dash ${n} of ${DASHES} is missing.`);
  const names = new Set(sea.features.filter(isIslet).map((islet) => islet.properties.name));
  for (const name of ISLETS) if (!names.has(name)) problems.push(`The islet ${name} is missing.`);
  return problems;
}

const lines = (d: string): number => d.match(/m/gi)?.length ?? 0;

/** The same for the finished drawing: projecting, clipping and leaving out small rings must lose nothing that counts. */
export function drawnCompleteness(shapes: ProvinceShapes): string[] {
  const problems: string[] = [];
  for (const id of PROVINCE_IDS) {
    if (!shapes.provinces.some((province) => province.id === id && province.d !== '')) problems.push(`Province ${id} is not drawn.`);
  }
  if (lines(shapes.inset.dashes) !== DASHES) problems.push(`The inset shows ${lines(shapes.inset.dashes)} of ${DASHES} dashes.`);
  if (lines(shapes.islets) < 2) problems.push('The main map does not mark 钓鱼岛 and 赤尾屿.');
  for (const id of ['440000', '450000', '460000', '710000']) {
    if (!shapes.inset.land.some((land) => land.id === id)) problems.push(`The inset lacks province ${id}.`);
  }
  for (const name of INSET_NAMES) if (!shapes.inset.labels.some((label) => label.text === name)) problems.push(`The inset does not name ${name}.`);
  const overlapped = shapes.provinces.find(({ id }) => id === '710000')?.label;
  if (!overlapped || overlapped[0] >= shapes.inset.x) problems.push('The inset is not clear of Taiwan.');
  return problems;
}
