import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rank } from '../../src/query/rank.ts';
import { rankChanges, type RankParts } from '../../src/query/rankChange.ts';
import { toyAbsence, toyIndicator, toyObservation } from '../support/toys.ts';

type Values = Readonly<Record<string, number | null>>;

const at = (period: string, values: Values) =>
  Object.entries(values).map(([regionId, value]) => (value === null ? toyAbsence('notPublished', { regionId, period }) : toyObservation(value, { regionId, period })));
const changes = (earlier: Values, later: Values, indicator = toyIndicator()) => rankChanges(at('2001', earlier), at('2002', later), indicator);
const none: RankParts = { own: 0, others: 0, entries: 0, exits: 0, ties: 0 };

test('its own figure lifts it past two: all of the rise is its own', () => {
  const change = changes({ a: 9, b: 7, c: 5 }, { a: 9, b: 7, c: 10 }).get('c');
  expect(change).toMatchObject({ kind: 'moved', change: 2, parts: { ...none, own: 2 }, overtook: ['a', 'b'], overtakenBy: [] });
});

test('its own figure stands and others pass it: all of the fall is theirs', () => {
  const change = changes({ a: 9, b: 7, c: 5 }, { a: 9, b: 10, c: 11 }).get('a');
  expect(change).toMatchObject({ kind: 'moved', change: -2, parts: { ...none, others: -2 }, overtakenBy: ['c', 'b'] });
});

test('who rises while all rise keeps its place: its own gain and the others’ cancel', () => {
  const change = changes({ a: 9, b: 7 }, { a: 12, b: 10 }).get('b');
  expect(change).toMatchObject({ kind: 'same', change: 0, parts: { ...none, own: 1, others: -1 }, overtook: [], overtakenBy: [] });
});

test('one that comes in above it costs a place, one above it that leaves gives one', () => {
  expect(changes({ a: 5, b: 3 }, { a: 5, b: 3, new: 4 }).get('b')).toMatchObject({ change: -1, parts: { ...none, entries: -1 } });
  expect(changes({ a: 5, b: 3 }, { a: null, b: 3 }).get('b')).toMatchObject({ change: 1, parts: { ...none, exits: 1 } });
});

test('a shared place that is shared no more counts to the ties', () => {
  expect(changes({ a: 5, b: 5 }, { a: 6, b: 5 }).get('b')).toMatchObject({ change: -1, parts: { ...none, ties: -1 } });
  expect(changes({ a: 6, b: 5 }, { a: 6, b: 6 }).get('b')).toMatchObject({ change: 1, parts: { ...none, ties: 1 }, overtook: [] });
});

test('new and gone have one place, and no change', () => {
  const all = changes({ a: 5, gone: 3 }, { a: 5, new: 7 });
  expect(all.get('new')).toMatchObject({ kind: 'new', later: { rank: 1, n: 2 } });
  expect(all.get('gone')).toMatchObject({ kind: 'gone', earlier: { rank: 2, n: 2 } });
});

test('a break in method between the periods refuses all alike', () => {
  const methodBreak = { period: '2002', reason: { zh: '换了尺子', en: 'another ruler' } };
  const all = changes({ a: 5, b: 4 }, { a: 4, b: 5 }, toyIndicator({ methodBreaks: [methodBreak] }));
  expect([...all.values()]).toEqual(Array.from({ length: 2 }, () => ({ kind: 'refused', reason: 'methodBreak', methodBreak })));
});

test('a forecast is no place to move to; a bound may leave a place open', () => {
  const earlier = at('2001', { a: 5, b: 4 });
  expect(rankChanges(earlier, [toyObservation(6, { regionId: 'a', period: '2002', status: 'forecast' })], toyIndicator()).get('a')).toMatchObject({ kind: 'refused', reason: 'forecast' });
  const bound = [toyObservation(5, { regionId: 'a', period: '2002' }), toyObservation(4, { regionId: 'b', period: '2002', precision: 'lowerBound' })];
  expect(rankChanges(earlier, bound, toyIndicator()).get('a')).toMatchObject({ kind: 'open' });
});

const ids = Array.from({ length: 12 }, (_, index) => `r${index}`);
const values = fc.tuple(...ids.map(() => fc.option(fc.integer({ min: -4, max: 4 })))).map((list): Values => Object.fromEntries(list.map((value, index) => [ids[index] ?? '', value])));
const better = fc.constantFrom('higher' as const, 'lower' as const, 'none' as const);
const placeOf = (table: Values, id: string, direction: 'higher' | 'lower' | 'none') => rank(at('2001', table), direction).ranked.find(({ observation }) => observation.regionId === id)?.rank ?? NaN;
const only = (table: Values, keep: (id: string) => boolean): Values => Object.fromEntries(Object.entries(table).filter(([id]) => keep(id)));

test('the parts add up to the change, and each is what ranking the half-changed table again gives', () => {
  fc.assert(
    fc.property(values, values, better, (earlier, later, direction) => {
      for (const [id, change] of changes(earlier, later, toyIndicator({ better: direction }))) {
        if (change.kind !== 'moved' && change.kind !== 'same') continue;
        const { parts } = change;
        expect(parts.own + parts.others + parts.entries + parts.exits + parts.ties).toBe(change.change);
        expect(change.change).toBe(change.earlier.rank - change.later.rank);

        const isCommon = (one: string) => earlier[one] !== null && later[one] !== null;
        const [own0, own1] = [earlier[id] ?? NaN, later[id] ?? NaN];
        const isApart = (one: string) => one === id || (isCommon(one) && earlier[one] !== own0 && later[one] !== own1);
        const [apart0, apart1] = [only(earlier, isApart), only(later, isApart)];
        const half = { ...apart0, [id]: own1 };
        expect(parts.own).toBe(placeOf(apart0, id, direction) - placeOf(half, id, direction));
        expect(parts.others).toBe(placeOf(half, id, direction) - placeOf(apart1, id, direction));
        expect(parts.exits).toBe(placeOf(earlier, id, direction) - placeOf(only(earlier, isCommon), id, direction));
        expect(parts.entries).toBe(placeOf(only(later, isCommon), id, direction) - placeOf(later, id, direction));
      }
    }),
    { numRuns: 1000 },
  );
});

test('who overtook was overtaken by nobody it overtook, and the two lists mirror each other', () => {
  fc.assert(
    fc.property(values, values, better, (earlier, later, direction) => {
      const all = changes(earlier, later, toyIndicator({ better: direction }));
      for (const [id, change] of all) {
        if (change.kind !== 'moved' && change.kind !== 'same') continue;
        expect([...change.overtook, ...change.overtakenBy]).not.toContain(id);
        for (const other of change.overtook) expect(all.get(other)).toMatchObject({ overtakenBy: expect.arrayContaining([id]) });
      }
    }),
  );
});
