import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classBreaks, classMethod, classOf, symmetricBreaks, symmetricClassOf } from '../../src/query/classBreaks.ts';
import { toyAbsence, toyIndicator, toyObservation, toyUnits } from '../support/toys.ts';

const given = (values: readonly number[]) => values.map((value) => toyObservation(value));

test('the descriptor gives the edges, in the published unit', () => {
  const indicator = toyIndicator({ classes: [0, 0.1, 10.04], unit: toyUnits.hundredMillion });
  expect(classBreaks(indicator, [])).toEqual([0, 10000000, 1004000000]);
});

test('the outermost edges move out for a value beyond them', () => {
  expect(classBreaks(toyIndicator({ classes: [0, 5, 10] }), given([-2, 12]))).toEqual([-2, 5, 12]);
});

test('else they are quantiles over all periods', () => {
  expect(classBreaks(toyIndicator(), given([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))).toEqual([0, 2, 4, 6, 8, 10]);
});

test('quantiles that coincide make fewer classes', () => {
  expect(classBreaks(toyIndicator(), given([1, 1, 1, 1, 1, 1, 2, 3]))).toEqual([1, 1.6, 3].map((edge) => expect.closeTo(edge, 9)));
});

test('no value gives no classes, one value gives one', () => {
  expect(classBreaks(toyIndicator(), [toyAbsence('notPublished')])).toEqual([]);
  expect(classOf(5, [])).toBeNull();
  expect(classOf(5, classBreaks(toyIndicator(), given([5, 5])))).toBe(0);
});

test.each([
  { value: 0, of: 0 },
  { value: 4.9, of: 0 },
  { value: 5, of: 1 },
  { value: 10, of: 2 },
  { value: 20, of: 2 },
  { value: -1, of: 0 },
  { value: 21, of: 2 },
])('$value is in class $of of 0, 5, 10, 20', ({ value, of }) => {
  expect(classOf(value, [0, 5, 10, 20])).toBe(of);
});

const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 60 });

test('every value has a class, and its edges hold it', () => {
  const indicators = [toyIndicator(), toyIndicator({ classes: [-5, 0, 5, 500] })];
  fc.assert(
    fc.property(values, fc.constantFrom(...indicators), (list, indicator) => {
      const breaks = classBreaks(indicator, given(list));
      for (const value of list) {
        const index = classOf(value, breaks);
        if (index === null) throw new Error(`${value} has no class`);
        expect(value).toBeGreaterThanOrEqual(breaks[index] ?? Infinity);
        expect(value).toBeLessThanOrEqual(breaks[index + 1] ?? -Infinity);
      }
      expect([...breaks].sort((one, other) => one - other)).toEqual(breaks);
    }),
  );
});

test('a larger value is never in a lower class', () => {
  fc.assert(
    fc.property(values, (list) => {
      const breaks = classBreaks(toyIndicator(), given(list));
      const classes = [...list].sort((one, other) => one - other).map((value) => classOf(value, breaks) ?? -1);
      expect([...classes].sort((one, other) => one - other)).toEqual(classes);
    }),
  );
});

test('it is said whether the edges were given', () => {
  expect(classMethod(toyIndicator({ classes: [0, 5, 10] }))).toBe('given');
  expect(classMethod(toyIndicator())).toBe('quantiles');
});

test('edges of change are eight, symmetric about zero, and round', () => {
  expect(symmetricBreaks([-70, -50, -30, -10, 0, 10, 30, 50, 70], toyIndicator(), 0)).toEqual([-70, -50, -30, -10, 10, 30, 50, 70]);
  expect(symmetricBreaks([1e7, 2e7, 1004e6], toyIndicator({ unit: toyUnits.hundredMillion }), 2).at(-1)).toBe(1.1e9);
});

test('where all rose much, the middle class stays small and empty', () => {
  const breaks = symmetricBreaks([7.5, 9, 12.7, 14.2, 15.1, 16.2, 20.2], toyIndicator(), 1);
  expect(breaks[4]).toBe(3);
  expect(symmetricClassOf(7.5, breaks)).toBe(4);
});

test('nothing changed: everything is in the middle class, and the edges are not finer than the figures', () => {
  expect(symmetricBreaks([0, 0], toyIndicator(), 1)).toEqual([-0.4, -0.3, -0.2, -0.1, 0.1, 0.2, 0.3, 0.4]);
  expect(symmetricClassOf(0, symmetricBreaks([], toyIndicator(), 0))).toBe(3);
});

test('whatever changed, the edges ascend, mirror each other and hold every change; a rise and a fall of one size are as strong', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -200_000, max: 200_000 }), { maxLength: 40 }), fc.integer({ min: 0, max: 2 }), (tenths, finest) => {
      const changes = tenths.map((value) => Number((value / 10 ** finest).toFixed(finest)));
      const breaks = symmetricBreaks(changes, toyIndicator(), finest);
      expect(breaks).toHaveLength(8);
      expect(new Set(breaks).size).toBe(8);
      expect([...breaks].sort((one, other) => one - other)).toEqual(breaks);
      expect(breaks.map((edge) => -edge).reverse()).toEqual(breaks);
      for (const value of changes) {
        expect(Math.abs(value)).toBeLessThanOrEqual(breaks.at(-1) ?? 0);
        expect(symmetricClassOf(value, breaks) + symmetricClassOf(-value, breaks)).toBe(6);
        expect(Math.sign(symmetricClassOf(value, breaks) - 3) * value).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});
