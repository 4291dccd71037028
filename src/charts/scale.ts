/** Round steps for an axis that begins at zero: at most `count` of them, in 1, 2 or 5 times a power of ten. */
export function ticksFromZero(max: number, count = 4): number[] {
  if (!(max > 0)) return [0];
  const rough = max / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? 10 * power;
  const ticks: number[] = [];
  // Multiplying an index keeps 0.1 + 0.2 out of the labels.
  for (let index = 0; index * step < max + step * (1 - 1e-9); index += 1) ticks.push(Number((index * step).toPrecision(12)));
  return ticks;
}

/**
 * Round steps that cover both ends, zero always among them: below it too where a figure is negative.
 *
 * @param finest No step is smaller: an axis of whole things has no halves.
 */
export function ticksCovering([min, max]: readonly [number, number], count = 4, finest = 0): number[] {
  const [low, high] = [Math.min(0, min), Math.max(0, max)];
  const whole = ticksFromZero(Math.max(high - low, finest * count), count);
  const step = whole[1] ?? 1;
  if (low === 0 && high === 0) return [0, step];
  const [first, last] = [Math.ceil(-low / step - 1e-9), Math.ceil(high / step - 1e-9)];
  return Array.from({ length: first + last + 1 }, (_, index) => Number(((index - first) * step).toPrecision(12)));
}

/** A straight line from a domain to a range. A domain of no width lands in the middle of the range. */
export function linear([d0, d1]: readonly [number, number], [r0, r1]: readonly [number, number]): (value: number) => number {
  if (d0 === d1) return () => (r0 + r1) / 2;
  return (value) => r0 + ((value - d0) / (d1 - d0)) * (r1 - r0);
}

/** Whole years for an axis: those given, thinned from the end so that none stand closer than `gap`. */
export function thinYears(years: readonly number[], gap: number): number[] {
  const kept: number[] = [];
  for (const year of [...new Set(years)].sort((a, b) => b - a)) {
    const last = kept[kept.length - 1];
    if (last === undefined || last - year >= gap) kept.push(year);
  }
  return kept.reverse();
}
