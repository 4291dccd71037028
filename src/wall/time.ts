/** The wall's only clock: tests put another in its place. */
export interface WallTime {
  /** UTC, ms. */
  now(): number;
  /** @returns What calls it off. */
  after(waitMs: number, then: () => void): () => void;
}

/** A clock that is set right, or a machine that slept, is followed after this at the latest. */
export const LONGEST_WAIT_MS = 10_000;

/** @param at What the clock says now; null: what the machine says. */
export function wallTime(at: number | null = null): WallTime {
  const ahead = at === null ? 0 : at - Date.now();
  return {
    now: () => Date.now() + ahead,
    after(waitMs, then) {
      const timer = setTimeout(then, Math.max(0, Math.min(waitMs, LONGEST_WAIT_MS)));
      return () => { clearTimeout(timer); };
    },
  };
}
