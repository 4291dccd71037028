import type { IndicatorTable } from '../model/indicator.ts';
import type { Measured } from '../model/observation.ts';
import { courses, median, printed, spread, steps, type Step } from './courses.ts';
import { grouped } from './grouped.ts';
import { cellOf, type Doubt, type DoubtOf } from '../model/doubt.ts';

/** A step that lies this near to a power of ten may be one: a factor of 1.35 either way, since figures also grow. */
const NEAR_POWER = 0.3;
/** Of a thousand and more there is no mistaking it: a factor of 2 either way. */
const NEAR_THOUSANDS = 0.7;
/** Steps of the table that a step can be compared with; fewer say nothing of what is usual. */
const LEAST_STEPS = 5;
/** So many usual deviations from the middle are no growth: in a normal distribution none of 10^20 steps is. */
const MOST_DEVIATIONS = 14;
/** And a jump is a factor of at least 3: even tables find small steps far from usual ones. */
const LEAST_JUMP = Math.log(3);
/** Of an index, whose steps are differences: of the span of all its figures. */
const LEAST_INDEX_JUMP = 0.5;
/** No table is steadier than that: a twentieth. */
const LEAST_SPREAD = 0.05;
/** Regions of one period that slipped together are told once. */
const TOGETHER = 5;

/**
 * Units that slipped by powers of ten, and changes unlike any other in the table. A step is judged by the steps of the same
 * pair of periods, or, where those are few, by all steps of the table.
 */
export function doubtsOfSteps(table: IndicatorTable): readonly Doubt[] {
  const own = courses(table);
  const all = own.flatMap(steps);
  if (all.length < LEAST_STEPS) return [];
  const byPair = grouped(all, ({ from, to }) => `${from.period} ${to.period}`);
  // An index has no unit: near zero its ratios say nothing.
  const isIndex = table.indicator.unit.zh === '';
  const values = own.flat().map(({ value }) => value);
  const span = Math.max(...values) - Math.min(...values);
  const allLogs = all.map(({ log }) => log);
  const ofAll = { middle: median(allLogs), width: Math.max(LEAST_SPREAD, spread(allLogs)) };
  const usualOf = new Map([...byPair].map(([pair, those]) => {
    const logs = those.map(({ log }) => log);
    return [pair, logs.length >= LEAST_STEPS ? { middle: median(logs), width: Math.max(ofAll.width, spread(logs)) } : ofAll];
  }));

  /** What is wrong with a step; null: it is like others. */
  const wrongOf = (step: Step, isSure: boolean): { readonly power: number } | { readonly usual: string } | null => {
    const { middle, width } = usualOf.get(`${step.from.period} ${step.to.period}`) ?? ofAll;
    const away = step.log - middle;
    const isFar = Math.abs(away) > MOST_DEVIATIONS * width;
    const power = Math.round(step.log / Math.LN10);
    const off = Math.min(...[step.log, away].map((log) => Math.abs(log - power * Math.LN10)));
    // A factor of ten may be growth in a young table; of a thousand, hardly in any.
    if (Math.abs(power) >= 3 ? off < NEAR_THOUSANDS : power !== 0 && off < NEAR_POWER && isSure && isFar) return { power };
    const isJump = isIndex ? Math.abs(step.to.value - step.from.value) > LEAST_INDEX_JUMP * span : Math.abs(away) > LEAST_JUMP;
    return isFar && isJump ? { usual: Math.exp(middle).toFixed(2) } : null;
  };

  const doubts: Doubt[] = [];
  for (const course of own) {
    const taken = steps(course);
    const told = new Set<Measured>();
    taken.forEach((step, index) => {
      // Back again with the next step: the figure between is the one.
      const next = taken[index + 1];
      const isSpike = next !== undefined && next.from === step.to && Math.abs(step.log + next.log) < Math.abs(step.log) / 3;
      if (told.has(step.from)) return;
      const wrong = wrongOf(step, isSpike || next === undefined);
      if (!wrong) return;
      // The first, when all that follow agree with each other.
      const isOfFirst = index === 0 && next !== undefined && wrongOf(next, true) === null;
      const [one, other] = isOfFirst ? [step.from, step.to] : [step.to, step.from];
      told.add(one);
      const args = { value: printed(one, table), before: printed(other, table), when: other.period };
      if ('power' in wrong) doubts.push({ kind: 'unitSlip', indicator: table.indicator.id, cell: cellOf(one), args: { ...args, power: isOfFirst ? -wrong.power : wrong.power, regions: 1 } });
      else doubts.push({ kind: 'impossibleJump', indicator: table.indicator.id, cell: cellOf(one), args: { ...args, usual: wrong.usual } });
    });
  }
  return together(doubts);
}

/** Regions that slipped alike in one period, as one doubt; what else jumps to that period or from it follows from that. */
function together(doubts: readonly Doubt[]): readonly Doubt[] {
  const isSlip = (doubt: Doubt): doubt is DoubtOf<'unitSlip'> => doubt.kind === 'unitSlip';
  const alike = (doubt: DoubtOf<'unitSlip'>): string => [doubt.cell.series, doubt.cell.period, doubt.args.when, doubt.args.power].join(' ');
  const whole: DoubtOf<'unitSlip'>[] = [];
  const slipped = new Set<string>();
  const follows = ({ cell, args }: Doubt): boolean => [cell.period, 'when' in args ? args.when : cell.period].some((period) => slipped.has(`${cell.series} ${period}`));
  for (const group of [...grouped(doubts.filter(isSlip), alike).values()].sort((one, other) => other.length - one.length)) {
    const [first] = group;
    if (!first || group.length < TOGETHER || follows(first)) continue;
    slipped.add(`${first.cell.series} ${first.cell.period}`);
    whole.push({ ...first, args: { ...first.args, regions: group.length } });
  }
  return [...whole, ...doubts.filter((doubt) => !follows(doubt))];
}
