import { cellOf, cellText } from '../../src/model/doubt.ts';
import type { IndicatorTable } from '../../src/model/indicator.ts';
import { hasValue, type Measured, type Observation } from '../../src/model/observation.ts';
import { NATION } from '../../src/model/region.ts';

/** A table with one mistake in it, of the kinds that people make, and the cells that are now wrong. */
export interface Mistaken {
  readonly table: IndicatorTable;
  readonly wrong: ReadonlySet<string>;
}

type Random = () => number;

const pick = <T>(all: readonly T[], random: Random): T | null => all[Math.floor(random() * all.length)] ?? null;
const key = (one: Observation): string => cellText(cellOf(one));
const figures = (table: IndicatorTable): readonly Measured[] => table.observations.filter(hasValue).filter(({ value }) => value !== 0);

function rewrite(table: IndicatorTable, change: (one: Measured) => Observation): Mistaken {
  const wrong = new Set<string>();
  const observations = table.observations.map((one) => {
    if (!hasValue(one)) return one;
    const after = change(one);
    if (after !== one) for (const cell of [one, after]) wrong.add(key(cell));
    return after;
  });
  return { table: { ...table, observations }, wrong };
}

/** Also its decimals are of the other unit: 0.6512 in ten thousands is 0.00006512. */
const times = (one: Measured, factor: number): Measured => ({ ...one, value: one.value * factor, printedDecimals: Math.max(0, one.printedDecimals - Math.round(Math.log10(factor))) });

const slip = (power: number) => (table: IndicatorTable, random: Random): Mistaken | null => {
  const found = pick(figures(table), random);
  return found && rewrite(table, (one) => (one === found ? times(one, 10 ** power) : one));
};

/** All of one period of a series pasted in another unit. */
const periodSlip = (power: number) => (table: IndicatorTable, random: Random): Mistaken | null => {
  const found = pick(figures(table), random);
  if (!found) return null;
  return rewrite(table, (one) => (one.period === found.period && one.seriesId === found.seriesId ? times(one, 10 ** power) : one));
};

/** Two rows of a period, one below the other, whose figures differ by at least a half: others no one could see. */
function swap(table: IndicatorTable, random: Random): Mistaken | null {
  const all = figures(table);
  const pairs = all.flatMap((one, at) => {
    const next = all.slice(at + 1).find((other) => other.period === one.period && other.seriesId === one.seriesId);
    return next && next.regionId !== one.regionId && ![one.regionId, next.regionId].includes(NATION) && Math.max(next.value / one.value, one.value / next.value) >= 1.5 ? [[one, next] as const] : [];
  });
  const found = pick(pairs, random);
  if (!found) return null;
  const [first, second] = found;
  return rewrite(table, (one) => (one === first ? { ...one, value: second.value } : one === second ? { ...one, value: first.value } : one));
}

/** The figures of a period typed once more under another. */
function copyPeriod(table: IndicatorTable, random: Random): Mistaken | null {
  const found = pick(figures(table), random);
  if (!found) return null;
  const others = [...new Set(figures(table).map(({ period }) => period))].filter((period) => period !== found.period);
  const from = pick(others, random);
  if (from === null) return null;
  const was = new Map(figures(table).filter(({ period }) => period === from).map((one) => [`${one.seriesId} ${one.regionId}`, one]));
  const made = rewrite(table, (one) => {
    const other = one.period === found.period ? was.get(`${one.seriesId} ${one.regionId}`) : undefined;
    return other && other.value !== one.value ? { ...one, value: other.value, printedDecimals: other.printedDecimals } : one;
  });
  return made.wrong.size >= 8 ? made : null;
}

/** A decimal point forgotten in a share whose descriptor sets no limits. */
function overWhole(table: IndicatorTable, random: Random): Mistaken | null {
  if (table.indicator.unit.zh !== '%') return null;
  const found = pick(figures(table).filter(({ value }) => value > 10), random);
  const { limits: _, ...indicator } = table.indicator;
  return found && rewrite({ ...table, indicator }, (one) => (one === found ? times(one, 10) : one));
}

function sign(table: IndicatorTable, random: Random): Mistaken | null {
  const found = pick(figures(table).filter(({ value }) => value > 0), random);
  return found && rewrite(table, (one) => (one === found ? { ...one, value: -one.value } : one));
}

/** A digit typed twice: 6,500 becomes 66,500. */
function doubledDigit(table: IndicatorTable, random: Random): Mistaken | null {
  const { multiplier } = table.indicator.unit;
  const found = pick(figures(table).filter(({ value }) => value / multiplier >= 10), random);
  if (!found) return null;
  const text = (found.value / multiplier).toFixed(found.printedDecimals);
  return rewrite(table, (one) => (one === found ? { ...one, value: Number(text.slice(0, 1) + text) * multiplier } : one));
}

/** The published places of two whose figures differ, exchanged. */
function ranks(table: IndicatorTable, random: Random): Mistaken | null {
  const ranked = figures(table).filter(({ publishedRank }) => publishedRank !== undefined);
  const first = pick(ranked, random);
  const second = first && pick(ranked.filter((one) => one.period === first.period && one.seriesId === first.seriesId && one.value !== first.value), random);
  if (!first?.publishedRank || !second?.publishedRank) return null;
  const [a, b] = [first.publishedRank, second.publishedRank];
  return rewrite(table, (one) => (one === first ? { ...one, publishedRank: b } : one === second ? { ...one, publishedRank: a } : one));
}

/** A part, or a region of a nation, halved or doubled: what remains of a sum that once was right. */
function parts(table: IndicatorTable, random: Random): Mistaken | null {
  const named = new Set(table.indicator.parts?.total === undefined ? [] : table.indicator.parts.series);
  const found = pick(figures(table).filter(({ seriesId }) => named.has(seriesId)), random);
  return found && rewrite(table, (one) => (one === found || (one.period === found.period && one.regionId === found.regionId && named.has(one.seriesId)) ? (one === found ? times(one, 2) : { ...one }) : one));
}

/** A year that is yet to come. */
function future(table: IndicatorTable, random: Random): Mistaken | null {
  const found = pick(figures(table).filter(({ status }) => status !== 'forecast'), random);
  return found && rewrite(table, (one) => (one === found ? { ...one, period: `2${String(Number(one.period.slice(1, 4)) + 100).padStart(3, '0')}${one.period.slice(4)}` } : one));
}

/** What people get wrong, by name. Null where a table has no room for that mistake. */
export const MISTAKES: Readonly<Record<string, (table: IndicatorTable, random: Random) => Mistaken | null>> = {
  'one figure × 10⁴': slip(4),
  'one figure ÷ 10⁴': slip(-4),
  'one figure × 10⁸': slip(8),
  'one figure × 1000': slip(3),
  'one figure × 100': slip(2),
  'a period × 10⁴': periodSlip(4),
  'a period ÷ 10⁴': periodSlip(-4),
  'two rows exchanged': swap,
  'a period copied': copyPeriod,
  'a share without its decimal point': overWhole,
  'a minus sign': sign,
  'a digit twice': doubledDigit,
  'published places exchanged': ranks,
  'a part doubled': parts,
  'a year to come': future,
};

/** Has a figure neighbours at all, in time or among regions? Of one that stands alone nobody can tell. */
export function hasNeighbours(table: IndicatorTable): boolean {
  const groups = new Map<string, number>();
  for (const one of figures(table)) for (const group of [`t ${one.seriesId} ${one.regionId}`, `r ${one.seriesId} ${one.period}`]) groups.set(group, (groups.get(group) ?? 0) + 1);
  return Math.max(0, ...groups.values()) >= 6;
}
