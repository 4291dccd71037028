import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { courseAt, departTo, goOn, rotationMs, sceneAt, stop, type TimedScene } from '../../src/wall/clock.ts';

const scene = (seconds: number, beats = 1): TimedScene => ({ seconds, beats: { length: beats } });
/** 10 s, 20 s in three beats, 5 s: a rotation of 35 s. */
const TOYS = [scene(10), scene(20, 3), scene(5)];
const ROTATION = 35_000;

const anyScenes = fc.array(fc.record({ seconds: fc.double({ min: 1, max: 120, noNaN: true }), beats: fc.record({ length: fc.integer({ min: 0, max: 9 }) }) }), { minLength: 1, maxLength: 12 });
const anyInstant = fc.integer({ min: -4e12, max: 8e12 });

describe('what stands is a function of the time', () => {
  test.each([
    { says: 'the first scene begins with a rotation', at: 0, scene: 0, beat: 0, elapsed: 0, endsAt: 10_000 },
    { says: 'its last millisecond', at: 9_999, scene: 0, beat: 0, elapsed: 9_999, endsAt: 10_000 },
    { says: 'then the second', at: 10_000, scene: 1, beat: 0, elapsed: 0, endsAt: 30_000 },
    { says: 'beats share its time in whole milliseconds', at: 16_666, scene: 1, beat: 0, elapsed: 6_666, endsAt: 30_000 },
    { says: 'the next of them', at: 16_667, scene: 1, beat: 1, elapsed: 6_667, endsAt: 30_000 },
    { says: 'the last of them', at: 23_334, scene: 1, beat: 2, elapsed: 13_334, endsAt: 30_000 },
    { says: 'the third scene', at: 34_999, scene: 2, beat: 0, elapsed: 4_999, endsAt: 35_000 },
    { says: 'before 1970 as well', at: -1, scene: 2, beat: 0, elapsed: 4_999, endsAt: 0 },
  ])('$says', ({ at, scene, beat, elapsed, endsAt }) => {
    expect(sceneAt(at, TOYS)).toMatchObject({ scene, beat, elapsed, endsAt, rotation: Math.floor(at / ROTATION) });
    expect(sceneAt(at + 1000 * ROTATION, TOYS)).toMatchObject({ scene, beat, elapsed, endsAt: endsAt + 1000 * ROTATION });
  });

  test('something stands at every instant, and goes on to change', () => {
    fc.assert(
      fc.property(anyScenes, anyInstant, (scenes, at) => {
        const moment = sceneAt(at, scenes);
        expect(moment.scene).toBeLessThan(scenes.length);
        expect(moment.beat).toBeGreaterThanOrEqual(0);
        expect(moment.beat).toBeLessThan(Math.max(1, scenes[moment.scene]?.beats.length ?? 0));
        expect(moment.changesAt).toBeGreaterThan(at);
        expect(moment.changesAt).toBeLessThanOrEqual(moment.endsAt);
        // Until then nothing does; then something has.
        const just = sceneAt(moment.changesAt - 1, scenes);
        expect([just.scene, just.beat, just.rotation]).toEqual([moment.scene, moment.beat, moment.rotation]);
        const next = sceneAt(moment.changesAt, scenes);
        expect([next.scene, next.beat, next.rotation]).not.toEqual([moment.scene, moment.beat, moment.rotation]);
      }),
    );
  });

  test('ten machines that look at different times walk through the same scenes', () => {
    // Each sleeps as long as it likes, and wakes at instants of its own: what it then shows is what the first one wrote down.
    const written = new Map<number, string>();
    for (let at = 0; at < 4 * ROTATION; at += 1) {
      const { scene: index, beat } = sceneAt(1e12 + at, TOYS);
      written.set(at, `${index}.${beat}`);
    }
    for (let machine = 1; machine <= 10; machine += 1) {
      for (let at = machine * 7; at < 4 * ROTATION; at += 977 * machine) {
        const { scene: index, beat } = sceneAt(1e12 + at, TOYS);
        expect(`${index}.${beat}`).toBe(written.get(at));
      }
    }
  });

  test('all of a scene’s time is its own, and a rotation is their sum', () => {
    fc.assert(
      fc.property(anyScenes, anyInstant, (scenes, from) => {
        const shares = scenes.map(() => 0);
        let at = sceneAt(from, scenes).endsAt;
        const end = at + rotationMs(scenes);
        while (at < end) {
          const { scene: index, endsAt } = sceneAt(at, scenes);
          shares[index] = (shares[index] ?? 0) + endsAt - at;
          at = endsAt;
        }
        expect(at).toBe(end);
        expect(shares).toEqual(scenes.map(({ seconds }) => Math.max(1000, Math.round(seconds * 1000))));
      }),
      { numRuns: 50 },
    );
  });
});

describe('a step by hand leaves the clock', () => {
  const QUIET = 60_000;
  const at = 100 * ROTATION + 2_000; // the first scene stands
  const away = departTo(TOYS, 2, at);
  const shownAt = (ms: number) => courseAt(at + ms, TOYS, away, QUIET);

  test('the chosen scene stands for its time, and the others follow it', () => {
    expect(shownAt(0).moment).toMatchObject({ scene: 2, elapsed: 0, endsAt: at + 5_000 });
    expect(shownAt(4_999).moment.scene).toBe(2);
    expect(shownAt(5_000).moment).toMatchObject({ scene: 0, elapsed: 0, endsAt: at + 15_000 });
    expect(shownAt(15_000).moment).toMatchObject({ scene: 1, beat: 0, elapsed: 0 });
  });

  test('it returns at a change of scene of the clock, once nobody has touched it for a minute', () => {
    // A minute later the clock is 62 s into its own time: 27 s into the second rotation, in the second scene, which ends at 65 s.
    expect(shownAt(0).returnsAt).toBe(at + 63_000);
    expect(shownAt(62_999).departure).toBe(away);
    expect(shownAt(63_000)).toMatchObject({ departure: null, returnsAt: null, moment: { scene: 2, elapsed: 0 } });
    expect(shownAt(3_600_000).departure).toBeNull();
  });

  test('what stands just before is told to end then', () => {
    expect(shownAt(62_000).moment.endsAt).toBeLessThanOrEqual(at + 63_000);
  });

  test('a beat can be chosen too', () => {
    expect(courseAt(at, TOYS, departTo(TOYS, 1, at, 2), QUIET).moment).toMatchObject({ scene: 1, beat: 2 });
  });

  test('stopped, it stands for as long as nobody lets it go on; then it goes on from there', () => {
    const stopped = stop(away, at + 3_000);
    const standing = courseAt(at + 9 * 3_600_000, TOYS, stopped, QUIET);
    expect(standing).toMatchObject({ departure: stopped, returnsAt: null, moment: { scene: 2, elapsed: 3_000, endsAt: Infinity, changesAt: Infinity } });
    const on = goOn(stopped, at + 9 * 3_600_000);
    expect(courseAt(at + 9 * 3_600_000, TOYS, on, QUIET).moment).toMatchObject({ scene: 2, elapsed: 3_000, endsAt: at + 9 * 3_600_000 + 2_000 });
  });

  test('stopped on the clock, it stands where the clock was; stopped twice, it stands where it was stopped first', () => {
    const stopped = stop(null, at);
    expect(courseAt(at + 1e7, TOYS, stopped, QUIET).moment).toMatchObject({ scene: 0, elapsed: 2_000 });
    expect(courseAt(at + 1e7, TOYS, stop(stopped, at + 5_000), QUIET).moment.elapsed).toBe(2_000);
  });

  test('a machine that slept for a day, or whose clock was set back, is on the clock', () => {
    expect(shownAt(86_400_000)).toMatchObject({ departure: null, moment: sceneAt(at + 86_400_000, TOYS) });
    expect(shownAt(-86_400_000)).toMatchObject({ departure: null, moment: sceneAt(at - 86_400_000, TOYS) });
  });

  test('every departure ends, and never in the middle of a scene', () => {
    fc.assert(
      fc.property(anyScenes, anyInstant, fc.nat(11), fc.integer({ min: 10, max: 3600 }), (scenes, from, chosen, quiet) => {
        const departure = departTo(scenes, chosen % scenes.length, from);
        const { returnsAt, moment } = courseAt(from, scenes, departure, quiet * 1000);
        expect(moment).toMatchObject({ scene: chosen % scenes.length, elapsed: 0 });
        expect(returnsAt).not.toBeNull();
        if (returnsAt === null) return;
        expect(returnsAt).toBeGreaterThanOrEqual(from + quiet * 1000);
        expect(courseAt(returnsAt, scenes, departure, quiet * 1000)).toMatchObject({ departure: null, moment: { elapsed: 0 } });
      }),
    );
  });
});
