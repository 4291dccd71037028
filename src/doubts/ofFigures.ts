import type { IndicatorTable } from '../model/indicator.ts';
import { hasValue, type Measured } from '../model/observation.ts';
import { CORPS, NATION, type Region } from '../model/region.ts';
import { isExpected } from '../query/expected.ts';
import { rank } from '../query/rank.ts';
import { comparable, printed } from './courses.ts';
import { grouped } from './grouped.ts';
import { cellOf, type Doubt } from '../model/doubt.ts';

/** Rates of growth and changes go over a hundred and below nothing. */
const IS_CHANGE = /增长|增速|同比|环比|增幅|降幅|growth|change/i;

/** Shares of more than a hundred, or less than nothing, where the descriptor sets no limits of its own. */
export function overWhole(table: IndicatorTable): readonly Doubt[] {
  const { indicator } = table;
  if (indicator.unit.zh !== '%' || indicator.limits !== undefined || IS_CHANGE.test(indicator.name.zh + indicator.definition.zh)) return [];
  return comparable(table).filter(({ value }) => value > 100 || value < 0).map((one) => ({ kind: 'overWhole', indicator: indicator.id, cell: cellOf(one), args: { value: printed(one, table) } }));
}

/** A figure below nothing where all others of the table are above it. */
export function signSlips(table: IndicatorTable): readonly Doubt[] {
  const all = table.observations.filter(hasValue);
  const below = all.filter(({ value }) => value < 0);
  if (below.length === 0 || below.length * 10 > all.length) return [];
  return below.map((one) => ({ kind: 'signSlip', indicator: table.indicator.id, cell: cellOf(one), args: { value: printed(one, table) } }));
}

/** A figure stands apart when its distance to the nearest is a factor of 20, and three times as wide as any other gap. */
const LEAST_APART = Math.log(20);
const TIMES_OTHER_GAPS = 3;
const LEAST_GROUP = 6;

/** Among the regions of one period: what no earlier period can be asked about. */
export function standingApart(table: IndicatorTable): readonly Doubt[] {
  const groups = grouped(comparable(table).filter(({ value, regionId }) => value > 0 && regionId !== NATION), (one) => `${one.seriesId} ${one.period}`);
  return [...groups.values()].filter((group) => group.length >= LEAST_GROUP).flatMap((group): readonly Doubt[] => {
    const sorted = [...group].sort((one, other) => one.value - other.value);
    const gaps = sorted.slice(1).map((one, at) => Math.log(one.value / (sorted[at]?.value ?? one.value)));
    const widest = Math.max(...gaps);
    const at = gaps.indexOf(widest);
    const others = Math.max(...gaps.filter((_, index) => index !== at));
    const [one, nearest] = at === 0 ? [sorted[0], sorted[1]] : at === gaps.length - 1 ? [sorted.at(-1), sorted.at(-2)] : [];
    if (!one || !nearest || widest < LEAST_APART || widest < others * TIMES_OTHER_GAPS) return [];
    return [{ kind: 'standsApart', indicator: table.indicator.id, cell: cellOf(one), args: { value: printed(one, table), nearest: printed(nearest, table), times: Math.round(Math.exp(widest)) } }];
  });
}

/** A period after the day on which the figures were read, told as measured. */
export function notYet(table: IndicatorTable, retrieved: string): readonly Doubt[] {
  return table.observations
    .filter(hasValue)
    .filter(({ period, status }) => status !== 'forecast' && period > retrieved.slice(0, period.length))
    .map((one) => ({ kind: 'notYet', indicator: table.indicator.id, cell: cellOf(one), args: { retrieved } }));
}

/** The place that a publisher gave, against the order of the figures beside it: told where a figure is out of order by more than its rounding. */
export function contradictedRanks(table: IndicatorTable): readonly Doubt[] {
  const { indicator } = table;
  if (indicator.better === 'none') return [];
  const groups = grouped(comparable(table).filter(({ publishedRank }) => publishedRank !== undefined), (one) => `${one.seriesId} ${one.period}`);
  return [...groups.values()].flatMap((group) => {
    const places = new Map(rank(group, indicator.better).ranked.map((row) => [row.observation, row.rank]));
    const half = (one: Measured) => (indicator.unit.multiplier * 10 ** -one.printedDecimals) / 2;
    const isAfter = (one: Measured, other: Measured): boolean => (indicator.better === 'higher' ? other.value - one.value : one.value - other.value) > half(one) + half(other);
    // Of two that contradict each other the one that contradicts more is out of its place.
    const wrongs = new Map(group.map((one) => [one, group.filter((other) => ((one.publishedRank ?? 0) < (other.publishedRank ?? 0) && isAfter(one, other)) || ((one.publishedRank ?? 0) > (other.publishedRank ?? 0) && isAfter(other, one))).length]));
    const most = Math.max(0, ...wrongs.values());
    return most === 0 ? [] : group.filter((one) => wrongs.get(one) === most).map((one): Doubt => ({ kind: 'rankContradicts', indicator: indicator.id, cell: cellOf(one), args: { rank: one.publishedRank ?? 0, computed: places.get(one) ?? 0 } }));
  });
}

/** How far parts may come from the whole by rounding: half a last digit each. */
const rounding = (all: readonly Measured[], multiplier: number): number => all.reduce((sum, one) => sum + (multiplier * 10 ** -one.printedDecimals) / 2, 0);
/** Sums of regions differ from the nation's figure by how they are counted; by more than a fifth, something is wrong. */
const MOST_OF_NATION = 0.2;

/** Series that a descriptor calls the parts of a whole, and regions of a nation, against what was published of the whole. */
export function partsThatDiffer(table: IndicatorTable, tables: readonly IndicatorTable[], regions: readonly Region[]): readonly Doubt[] {
  const { indicator } = table;
  const doubts: Doubt[] = [];
  const all = comparable(table);
  const { parts } = indicator;
  const total = parts?.total === undefined ? undefined : tables.find((one) => one.indicator.id === parts.total);
  if (parts && total) {
    for (const whole of comparable(total)) {
      const own = parts.series.flatMap((series) => all.filter((one) => one.seriesId === series && one.regionId === whole.regionId && one.period === whole.period));
      if (own.length !== parts.series.length || whole.seriesId !== '') continue;
      const sum = own.reduce((before, one) => before + one.value, 0);
      const [first] = own;
      if (first && Math.abs(sum - whole.value) > rounding([...own, whole], indicator.unit.multiplier)) {
        doubts.push({ kind: 'partsDontAddUp', indicator: indicator.id, cell: cellOf(first), args: { sum: String(sum / indicator.unit.multiplier), whole: printed(whole, total) } });
      }
    }
  }
  if (indicator.additive === true) {
    const counted = regions.filter((region) => isExpected(region, 'provinces') || region.id === CORPS);
    const needed = regions.filter((region) => isExpected(region, 'provinces'));
    for (const whole of all.filter(({ regionId }) => regionId === NATION)) {
      const own = all.filter((one) => one.period === whole.period && one.seriesId === whole.seriesId && counted.some(({ id }) => id === one.regionId));
      if (!needed.every(({ id }) => own.some(({ regionId }) => regionId === id))) continue;
      const sum = own.reduce((before, one) => before + one.value, 0);
      if (Math.abs(sum / whole.value - 1) > MOST_OF_NATION) doubts.push({ kind: 'partsDontAddUp', indicator: indicator.id, cell: cellOf(whole), args: { sum: String(sum / indicator.unit.multiplier), whole: printed(whole, table) } });
    }
  }
  return doubts;
}

