import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alive, buildOf, contacted, lost, needed, pruned, refused, rolledBack, SHELF_FIRST, started, swapped, taken, waitAfter, wishFor, type Shelf } from '../../src/offline/shelf.ts';
import { toyList } from './toyBuild.ts';

const build = (name: string) => ({ ...toyList(), build: name });
const A = build('a');
const B = build('b');
const NOW = 1_000_000;

const withA = taken(SHELF_FIRST, A, NOW);
const waitingB = taken(withA, B, NOW);
const trialB = started(swapped(waitingB), 'page 2', NOW);

describe('builds on the shelf', () => {
  test('the first is used at the next opening, and is what is gone back to', () => {
    expect(withA).toMatchObject({ active: 'a', good: 'a', waiting: null, starts: null });
  });

  test('a later one waits', () => {
    expect(waitingB).toMatchObject({ active: 'a', good: 'a', waiting: 'b' });
    expect(needed(waitingB, [])).toEqual(['a', 'b']);
  });

  test('gone over to, it is on trial, and the one before it is kept', () => {
    expect(trialB).toMatchObject({ active: 'b', good: 'a', waiting: null, starts: 1 });
    expect(buildOf(trialB, 'page 2')).toBe('b');
    expect(needed(trialB, [])).toEqual(['b', 'a']);
  });

  test('with the first scene it is good, and the one before it may go, unless a page of it is open', () => {
    const both = started(waitingB, 'page 1', NOW);
    const good = alive(started(swapped(both), 'page 2', NOW), 'page 2');
    expect(good).toMatchObject({ active: 'b', good: 'b', starts: null });
    expect(needed(good, ['page 2'])).toEqual(['b']);
    expect(needed(good, ['page 1', 'page 2'])).toEqual(['b', 'a']);
    expect(pruned(good, []).kept.map((one) => one.build)).toEqual(['b']);
  });

  test('a page of another build, or one from the network, is no sign of life', () => {
    expect(alive(trialB, 'page 1')).toBe(trialB);
    expect(alive(trialB, 'unknown')).toBe(trialB);
  });

  test('without one, the build before it answers again, and this one is never taken again', () => {
    const back = rolledBack(trialB, 'b', NOW);
    expect(back).toMatchObject({ active: 'a', good: 'a', waiting: null, starts: null });
    expect(back.refused).toMatchObject([{ build: 'b', reason: 'notAlive' }]);
    expect(wishFor(contacted(back, B, NOW), B, NOW + 1e12, true)).toBe('nothing');
    expect(wishFor(back, build('c'), NOW, false)).toBe('take');
  });

  test('a build that has drawn is not given back, nor the only one there is', () => {
    const good = alive(trialB, 'page 2');
    expect(rolledBack(good, 'b', NOW)).toBe(good);
    expect(rolledBack(withA, 'a', NOW)).toBe(withA);
  });

  test('the good one is never given back, also where the server itself went back to it', () => {
    const again = started(swapped(taken(trialB, A, NOW)), 'page 3', NOW);
    expect(again).toMatchObject({ active: 'a', good: 'a', starts: 1 });
    expect(rolledBack(again, 'a', NOW)).toBe(again);
  });

  test('started four times without a scene, it is given back too: a crash tells nobody', () => {
    const often = ['3', '4'].reduce((shelf, page) => started(shelf, page, NOW), trialB);
    expect(often.active).toBe('b');
    const back = started(often, '5', NOW);
    expect(back.active).toBe('a');
    expect(buildOf(back, '5')).toBe('a');
  });

  test('one that failed is tried again, after a while that doubles up to an hour, or at once when the network is back', () => {
    const once = refused(withA, 'b', 'network', 'x.js', NOW);
    expect(wishFor(once, B, NOW + 29_000, false)).toBe('later');
    expect(wishFor(once, B, NOW + 31_000, false)).toBe('take');
    expect(wishFor(once, B, NOW, true)).toBe('take');
    const twice = refused(once, 'b', 'hash', 'x.js', NOW);
    expect(twice.refused).toMatchObject([{ build: 'b', reason: 'hash', times: 2 }]);
    expect(wishFor(twice, B, NOW + 31_000, false)).toBe('later');
    expect([1, 2, 3, 20].map(waitAfter)).toEqual([30_000, 60_000, 120_000, 3_600_000]);
    expect(wishFor(twice, B, NOW - 1e9, false), 'the clock was set back').toBe('take');
    expect(taken(twice, B, NOW).refused).toEqual([]);
  });

  test('one that is withdrawn while it waits is not shown', () => {
    expect(contacted(waitingB, A, NOW).waiting).toBeNull();
    expect(swapped(contacted(waitingB, A, NOW)).active).toBe('a');
  });

  test('what the browser has cleared is not counted on', () => {
    expect(lost(trialB, 'b')).toMatchObject({ active: 'a', good: 'a', starts: null });
    expect(lost(withA, 'a')).toMatchObject({ active: null, good: null });
    expect(lost(waitingB, 'b')).toMatchObject({ active: 'a', waiting: null });
  });

  test('in older browsers, which have no name for a page that is being opened, the last opened counts', () => {
    const nameless = started(swapped(waitingB), '', NOW);
    expect(alive(nameless, 'whoever')).toMatchObject({ good: 'b', starts: null });
  });

  test('whatever happens, what answers is whole, and something good is there as soon as anything was', () => {
    const names = ['a', 'b', 'c', 'd'] as const;
    const steps: Readonly<Record<string, (shelf: Shelf, name: string) => Shelf>> = {
      offered: (shelf, name) => (wishFor(contacted(shelf, build(name), NOW), build(name), NOW, true) === 'take' ? taken(contacted(shelf, build(name), NOW), build(name), NOW) : contacted(shelf, build(name), NOW)),
      failed: (shelf, name) => refused(shelf, name, 'network', '', NOW),
      swapped: (shelf) => swapped(shelf),
      started: (shelf, name) => started(shelf, name, NOW),
      alive: (shelf, name) => alive(shelf, name),
      rolledBack: (shelf, name) => rolledBack(shelf, name, NOW),
      pruned: (shelf) => pruned(shelf, []),
    };
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...Object.keys(steps)), fc.constantFrom(...names)), { maxLength: 40 }), (course) => {
        let shelf = SHELF_FIRST;
        let hadAny = false;
        for (const [step, name] of course) {
          shelf = steps[step]?.(shelf, name) ?? shelf;
          const whole = shelf.kept.map((one) => one.build);
          for (const one of [shelf.active, shelf.good, shelf.waiting]) if (one !== null) expect(whole).toContain(one);
          hadAny ||= shelf.active !== null;
          if (hadAny) expect(shelf.good).not.toBeNull();
          if (shelf.active !== shelf.good) expect(shelf.starts).not.toBeNull();
          for (const { build: bad, reason } of shelf.refused) if (reason === 'notAlive') expect([shelf.active, shelf.waiting]).not.toContain(bad);
        }
      }),
    );
  });
});
