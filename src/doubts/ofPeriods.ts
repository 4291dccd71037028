import type { IndicatorTable } from '../model/indicator.ts';
import type { Measured, Period } from '../model/observation.ts';
import { comparable, courses, median, printed, steps, type Step } from './courses.ts';
import { grouped } from './grouped.ts';
import { cellOf, type Doubt } from '../model/doubt.ts';

/** Regions that two periods must share for the one to be a copy of the other. */
const LEAST_SHARED = 5;
/** The part of them that is the same to the last digit; two real years share a few round figures. */
const MOSTLY_SAME = 0.7;
/** Digits that don't come twice by chance. */
const LEAST_DIGITS = 3;

const digitsOf = (text: string): number => text.replace(/[-.]/g, '').replace(/^0+/, '').length;

function periodsOf(table: IndicatorTable): ReadonlyMap<string, ReadonlyMap<Period, ReadonlyMap<string, Measured>>> {
  const found = new Map<string, Map<Period, Map<string, Measured>>>();
  for (const one of comparable(table)) {
    const series = found.get(one.seriesId) ?? new Map<Period, Map<string, Measured>>();
    const period = series.get(one.period) ?? new Map<string, Measured>();
    found.set(one.seriesId, series.set(one.period, period.set(one.regionId, one)));
  }
  return found;
}

/** A period that holds another's figures. */
export function copiedPeriods(table: IndicatorTable): readonly Doubt[] {
  const doubts: Doubt[] = [];
  for (const periods of periodsOf(table).values()) {
    const named = [...periods].sort(([one], [other]) => (one < other ? -1 : 1));
    named.forEach(([, figures], at) => {
      for (const [other, earlier] of named.slice(0, at)) {
        const shared = [...figures.values()].filter(({ regionId }) => earlier.has(regionId)).filter((one) => digitsOf(printed(one, table)) >= LEAST_DIGITS);
        const same = shared.filter((one) => earlier.get(one.regionId)?.value === one.value);
        const [first] = same;
        if (first && shared.length >= LEAST_SHARED && same.length >= shared.length * MOSTLY_SAME) {
          doubts.push({ kind: 'copiedPeriod', indicator: table.indicator.id, cell: cellOf(first), args: { other, same: same.length, of: shared.length } });
          return;
        }
      }
    });
  }
  return doubts;
}

/** What an exchange must explain, in usual deviations: neighbours in the table are mixed up easily, others seldom. */
const GAIN_OF_NEIGHBOURS = 10;
const GAIN_OF_OTHERS = 20;
/** Far apart in a long table some two always fit each other by chance. */
const MOST_ROWS = 40;
/** No table is steadier than that: a fiftieth. */
const LEAST_SPREAD = 0.02;

/** A figure, and what it would be had its region gone on as the others of the table did: a logarithm, from one or both sides. */
interface Place {
  readonly one: Measured;
  readonly log: number;
  readonly expected: number;
  readonly when: Period;
}

/** Figures by series and period, in the order of the table. */
function places(table: IndicatorTable): ReadonlyMap<string, readonly Place[]> {
  const all = courses(table);
  const pairOf = ({ from, to }: Step): string => `${to.seriesId} ${from.period} ${to.period}`;
  const middle = new Map([...grouped(all.flatMap(steps), pairOf)].map(([pair, those]) => [pair, median(those.map(({ log }) => log))]));
  const found = new Map<Measured, Place>();
  for (const course of all) {
    const taken = steps(course);
    for (const one of course) {
      const [before, after] = [taken.find(({ to }) => to === one), taken.find(({ from }) => from === one)];
      const log = Math.log(one.value);
      const sides = [...(before ? [Math.log(before.from.value) + (middle.get(pairOf(before)) ?? 0)] : []), ...(after ? [Math.log(after.to.value) - (middle.get(pairOf(after)) ?? 0)] : [])];
      if (sides.length > 0) found.set(one, { one, log, expected: sides.reduce((sum, side) => sum + side, 0) / sides.length, when: before?.from.period ?? after?.to.period ?? '' });
    }
  }
  return grouped(comparable(table).flatMap((one) => found.get(one) ?? []), ({ one }) => `${one.seriesId} ${one.period}`);
}

/** Two regions whose figures of a period would each fit the other's past and future. */
export function swappedRows(table: IndicatorTable): readonly Doubt[] {
  const pairs = [...places(table).values()].filter(({ length }) => length >= LEAST_SHARED).flatMap((group) => {
    const usual = Math.max(LEAST_SPREAD, median(group.map(({ log, expected }) => Math.abs(log - expected))));
    const cost = (log: number, { expected }: Place): number => Math.abs(log - expected) / usual;
    return group.flatMap((one, at) => (group.length > MOST_ROWS ? group.slice(at + 1, at + 2) : group.slice(at + 1)).map((other, further) => {
      const [as, exchanged] = [cost(one.log, one) + cost(other.log, other), cost(other.log, one) + cost(one.log, other)];
      return { one, other, gain: as - exchanged, isPlain: as - exchanged >= (further === 0 ? GAIN_OF_NEIGHBOURS : GAIN_OF_OTHERS) && exchanged <= as / 3 };
    }));
  });
  // An exchange shows in the periods beside it too: the plainest is told.
  const told = new Set<string>();
  return pairs.filter(({ isPlain }) => isPlain).sort((one, other) => other.gain - one.gain).flatMap(({ one: { one, when }, other: { one: other } }): readonly Doubt[] => {
    const regions = [one, other].map(({ seriesId, regionId }) => `${seriesId} ${regionId}`);
    if (regions.some((region) => told.has(region))) return [];
    for (const region of regions) told.add(region);
    return [{ kind: 'swappedRows', indicator: table.indicator.id, cell: cellOf(one), args: { other: other.regionId, when } }];
  });
}
