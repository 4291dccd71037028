import { expect, test } from 'vitest';
import { completeness, drawnCompleteness } from '../../src/geo/completeness.ts';
import type { ProvinceTopology } from '../../src/geo/outlines.ts';
import { isDash, isIslet } from '../../src/geo/outlines.ts';
import { provinceShapes } from '../../src/geo/provinceShapes.ts';
import { sea, topology } from './support.ts';

const without = (id: string): ProvinceTopology => {
  const spoiled = topology();
  const { provinces } = spoiled.objects;
  if (provinces.type === 'GeometryCollection') provinces.geometries = provinces.geometries.filter((geometry) => geometry.id !== id);
  return spoiled;
};

test('the published geometry is whole', () => {
  expect(completeness(topology(), sea())).toEqual([]);
});

test('Taiwan taken away is noticed, with its islands', () => {
  const problems = completeness(without('710000'), sea());
  expect(problems).toContain('Province 710000 has no outline.');
  expect(problems).toContain('台湾岛 is not inside province 710000.');
  expect(problems).toContain('The island 钓鱼岛 is not in province 710000.');
});

test.each([
  { says: '藏南 and the western sector', id: '540000', problem: '藏南 is not inside province 540000.' },
  { says: '阿克赛钦', id: '650000', problem: '阿克赛钦 is not inside province 650000.' },
  { says: 'the east end', id: '230000', problem: 'The east end is at' },
])('$says taken away is noticed', ({ id, problem }) => {
  expect(completeness(without(id), sea()).join('\n')).toContain(problem);
});

test.each([1, 4, 10])('dash %i taken away is noticed', (n) => {
  const features = sea().features.filter((feature) => !(isDash(feature) && feature.properties.n === n));
  expect(completeness(topology(), { features })).toEqual([`Dash ${n} of 10 is missing.`]);
});

test.each(['钓鱼岛', '黄岩岛', '曾母暗沙'])('the islet %s taken away is noticed', (name) => {
  const features = sea().features.filter((feature) => !(isIslet(feature) && feature.properties.name === name));
  expect(completeness(topology(), { features })).toEqual([`The islet ${name} is missing.`]);
});

test('the drawing is whole as well', () => {
  expect(drawnCompleteness(provinceShapes(topology(), sea()))).toEqual([]);
});

test('a drawing that lost a dash or a province is noticed', () => {
  const shapes = provinceShapes(topology(), sea());
  const fewer = { ...shapes.inset, dashes: shapes.inset.dashes.replace(/m[^m]*$/, '') };
  expect(drawnCompleteness({ ...shapes, inset: fewer })).toEqual(['The inset shows 9 of 10 dashes.']);
  expect(drawnCompleteness({ ...shapes, provinces: shapes.provinces.filter(({ id }) => id !== '820000') })).toEqual(['Province 820000 is not drawn.']);
});
