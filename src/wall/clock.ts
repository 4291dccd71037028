/** What the clock needs to know of a scene. */
export interface TimedScene {
  /** All its beats together. */
  readonly seconds: number;
  readonly beats: { readonly length: number };
}

/** What stands at one instant. Times are UTC in milliseconds. */
export interface Moment {
  /** Index among the scenes. */
  readonly scene: number;
  readonly beat: number;
  /** Since the scene began, ms. */
  readonly elapsed: number;
  /** The scene's whole time, ms. */
  readonly duration: number;
  /** When the scene ends; infinite where it stands until somebody lets it go on. */
  readonly endsAt: number;
  /** When something changes next: the beat, or the scene. */
  readonly changesAt: number;
  /** How many times all scenes have stood since 1970-01-01 00:00 UTC. */
  readonly rotation: number;
}

/** Whole milliseconds, so that every machine adds up to the same. */
const durationMs = ({ seconds }: TimedScene): number => Math.max(1000, Math.round(seconds * 1000));

const beatsOf = ({ beats }: TimedScene): number => Math.max(1, beats.length);

/** Beats share a scene's time in whole milliseconds. */
const beatStart = (scene: TimedScene, beat: number): number => Math.ceil((beat * durationMs(scene)) / beatsOf(scene));

/** All scenes once, ms. */
export const rotationMs = (scenes: readonly TimedScene[]): number => scenes.reduce((sum, scene) => sum + durationMs(scene), 0);

/** When a scene begins within a rotation, ms. */
const startsAt = (scenes: readonly TimedScene[], index: number): number => rotationMs(scenes.slice(0, index));

/**
 * What stands on every wall that shows these scenes: a function of the time alone, so ten machines agree without a
 * server. Rotations are counted from the Unix epoch; a clock before it works too.
 */
export function sceneAt(utcMs: number, scenes: readonly TimedScene[]): Moment {
  const whole = rotationMs(scenes);
  const rotation = Math.floor(utcMs / whole);
  let elapsed = utcMs - rotation * whole;
  for (const [index, scene] of scenes.entries()) {
    const duration = durationMs(scene);
    if (elapsed < duration) {
      const guess = Math.floor((elapsed * beatsOf(scene)) / duration);
      const beat = elapsed < beatStart(scene, guess) ? guess - 1 : guess;
      const begun = utcMs - elapsed;
      return { scene: index, beat, elapsed, duration, endsAt: begun + duration, changesAt: begun + beatStart(scene, beat + 1), rotation };
    }
    elapsed -= duration;
  }
  throw new RangeError('there is no scene');
}

/** A machine that somebody has taken off the clock: its own clock runs beside the other, or stands. */
export interface Departure {
  /** Added to UTC, ms: what the clock says there is what this machine shows. */
  readonly shift: number;
  /** UTC of the last touch. */
  readonly touched: number;
  /** UTC at which it was stopped; null: it runs. */
  readonly stopped: number | null;
}

export interface Course {
  readonly moment: Moment;
  /** Null: on the clock. */
  readonly departure: Departure | null;
  /** When it goes back to the clock; null: it is there, or it stands until somebody lets it go on. */
  readonly returnsAt: number | null;
}

/** Shows one beat of a scene from its beginning, and goes on from there. */
export function departTo(scenes: readonly TimedScene[], index: number, utcMs: number, beat = 0): Departure {
  const scene = scenes[index];
  return { shift: startsAt(scenes, index) + (scene ? beatStart(scene, beat) : 0) - utcMs, touched: utcMs, stopped: null };
}

/** Stops where it is. */
export const stop = (departure: Departure | null, utcMs: number): Departure => ({ shift: departure?.shift ?? 0, touched: utcMs, stopped: departure?.stopped ?? utcMs });

/** Goes on from where it was stopped. */
export const goOn = ({ shift, stopped }: Departure, utcMs: number): Departure => ({ shift: shift - (stopped === null ? 0 : utcMs - stopped), touched: utcMs, stopped: null });

/**
 * What this machine shows. A departure ends by itself: at the first change of scene of the clock once nobody has touched
 * anything for a while, so that the others' scene is not entered in its middle.
 *
 * @param quietMs How long nobody may have touched it.
 */
export function courseAt(utcMs: number, scenes: readonly TimedScene[], departure: Departure | null, quietMs: number): Course {
  if (departure === null) return { moment: sceneAt(utcMs, scenes), departure: null, returnsAt: null };
  const { shift, touched, stopped } = departure;
  if (stopped !== null) return { moment: { ...sceneAt(stopped + shift, scenes), endsAt: Infinity, changesAt: Infinity }, departure, returnsAt: null };
  // A clock that was set back must not keep the machine away for years.
  if (utcMs < touched) return courseAt(utcMs, scenes, null, quietMs);
  const quiet = sceneAt(touched + quietMs, scenes);
  const returnsAt = quiet.elapsed === 0 ? touched + quietMs : quiet.endsAt;
  if (utcMs >= returnsAt) return courseAt(utcMs, scenes, null, quietMs);
  const own = sceneAt(utcMs + shift, scenes);
  return { moment: { ...own, endsAt: Math.min(own.endsAt - shift, returnsAt), changesAt: Math.min(own.changesAt - shift, returnsAt) }, departure, returnsAt };
}
