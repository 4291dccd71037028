import fc from 'fast-check';
import { expect } from 'vitest';
import type { Say } from '../../../src/i18n/say.ts';
import type { Indicator, IndicatorTable, Unit } from '../../../src/model/indicator.ts';
import { ABSENCES, type Absence, type Measured, type Observation, type Precision, type Status } from '../../../src/model/observation.ts';
import type { Region } from '../../../src/model/region.ts';
import type { Takeaway } from '../../../src/view/sentences/takeaway.ts';
import { evaluate, isPrintedAs, numberIn } from '../../support/arithmetic.ts';
import { toyAbsence, toyObservation, toyProvinceIds, toyRegions, toyTable } from '../../support/toys.ts';
import { en, zh } from '../../support/toyViews.ts';

/** Toys for sentences: names without digits, so that a name and a number beside it can be told apart. */

const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const nameAt = (index: number) => ({ zh: `${STEMS.charAt(index % 10)}${BRANCHES.charAt(index % 12)}`, en: `T${String.fromCharCode(97 + Math.floor(index / 26))}${String.fromCharCode(97 + (index % 26))}` });

/** The 31, the three outside the surveys and the Corps. */
export const regions: readonly Region[] = toyRegions
  .filter(({ level }) => level === 'province' || level === 'corps')
  .map((region, index) => ({ ...region, short: nameAt(index), name: nameAt(index) }));
export const provinces: readonly Region[] = regions.filter(({ id }) => toyProvinceIds.includes(id));
export const corps = regions.find(({ level }) => level === 'corps');
export const idAt = (index: number): string => {
  const id = provinces[index]?.id;
  if (id === undefined) throw new Error(`there is no toy province ${index}`);
  return id;
};
export const nameOf = (id: string, say: Say): string => regions.find((region) => region.id === id)?.short[say.lang] ?? id;

/** By name, so that a counterexample stays short. */
export const anyLanguage = fc.constantFrom('zh' as const, 'en' as const);
export const sayIn = (lang: 'zh' | 'en'): Say => (lang === 'zh' ? zh : en);

export const units: readonly Unit[] = [
  { zh: '个', en: 'toys', multiplier: 1, enMultiplier: 1 },
  { zh: '%', en: '%', multiplier: 1, enMultiplier: 1 },
  { zh: '分', en: 'points', multiplier: 1, enMultiplier: 1 },
  { zh: '', en: '', multiplier: 1, enMultiplier: 1 },
  { zh: '亿个', en: 'million toys', multiplier: 1e8, enMultiplier: 1e6 },
  { zh: '亿元', en: 'billion yuan', multiplier: 1e8, enMultiplier: 1e9 },
  { zh: '万个', en: 'thousand toys', multiplier: 1e4, enMultiplier: 1e3 },
];
export const anyUnit = fc.constantFrom(...units);
export const anyDirection = fc.constantFrom('higher' as const, 'lower' as const, 'none' as const);
/** Whether more of it is “more”, or “higher”. */
export const isAmount = (unit: Unit): boolean => !['%', '分', ''].includes(unit.zh);

/** A cell of a toy table: the number as printed, or why there is none. */
export type Cell =
  | { readonly kind: 'figure'; readonly raw: number; readonly decimals: number; readonly precision: Precision; readonly status: Status; readonly confidence: 'A' | 'C' }
  | { readonly kind: 'absent'; readonly why: Absence }
  | { readonly kind: 'noRow' };

const range = fc.constantFrom({ min: 0, max: 4 }, { min: -30, max: 30 }, { min: 0, max: 2000 }, { min: 0, max: 9_000_000 });

/** @param wild Whether bounds, approximations, statuses and doubt occur. */
const anyCell = ({ min, max }: { min: number; max: number }, wild: boolean): fc.Arbitrary<Cell> =>
  fc.oneof(
    {
      weight: 12,
      arbitrary: fc.record({
        kind: fc.constant('figure' as const),
        raw: fc.integer({ min, max }),
        decimals: fc.integer({ min: 0, max: 2 }),
        precision: wild ? fc.oneof({ weight: 10, arbitrary: fc.constant<Precision>('exact') }, { weight: 1, arbitrary: fc.constantFrom<Precision>('lowerBound', 'upperBound', 'approximate') }) : fc.constant<Precision>('exact'),
        status: wild ? fc.oneof({ weight: 10, arbitrary: fc.constant<Status>('measured') }, { weight: 1, arbitrary: fc.constantFrom<Status>('provisional', 'estimated', 'forecast', 'derived') }) : fc.constant<Status>('measured'),
        confidence: wild ? fc.oneof({ weight: 10, arbitrary: fc.constant<'A' | 'C'>('A') }, { weight: 1, arbitrary: fc.constant<'A' | 'C'>('C') }) : fc.constant<'A' | 'C'>('A'),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('absent' as const), why: fc.constantFrom(...ABSENCES) }) },
    { weight: 1, arbitrary: fc.constant<Cell>({ kind: 'noRow' }) },
  );

/** One cell a province; few of them, all of them, none with a figure. */
export const anyCells = (length = 31): fc.Arbitrary<readonly Cell[]> =>
  fc.tuple(range, fc.boolean()).chain(([limits, wild]) => fc.array(anyCell(limits, wild), { minLength: 0, maxLength: length }).map((cells) => [...cells, ...Array.from({ length: length - cells.length }, (): Cell => ({ kind: 'noRow' }))]));

/** The number as printed, in the published unit. */
export const printedValue = ({ raw, decimals }: Extract<Cell, { kind: 'figure' }>): number => raw / 10 ** decimals;

export function observed(cell: Cell, regionId: string, period: string, unit: Unit, seriesId = ''): readonly Observation[] {
  if (cell.kind === 'noRow') return [];
  if (cell.kind === 'absent') return [toyAbsence(cell.why, { regionId, period, seriesId })];
  const { precision, status, confidence, decimals } = cell;
  return [toyObservation((cell.raw * unit.multiplier) / 10 ** decimals, { regionId, period, seriesId, precision, status, confidence, printedDecimals: decimals })];
}

export const tableOf = (rows: readonly (readonly [period: string, cells: readonly Cell[]])[], unit: Unit, changes: Partial<Indicator> = {}): IndicatorTable =>
  toyTable(
    rows.flatMap(([period, cells]) => cells.flatMap((cell, index) => observed(cell, idAt(index), period, unit))),
    { unit, ...changes },
  );

/** A value in the base unit as the reader counts. */
export const inReaders = (value: number, unit: Unit, { lang }: Say): number => value / (lang === 'zh' ? unit.multiplier : unit.enMultiplier);

const HAN = /[\u3400-\u9fff]/;

/** True of every takeaway, whatever it is about. */
export function expectSound({ text, limits, workings }: Takeaway, { lang }: Say, context = ''): void {
  for (const told of [text, ...limits]) {
    expect(told.trim(), context).toBe(told);
    expect(told, context).not.toMatch(/undefined|NaN|null|Infinity|\[object| {2}|（）|\(\)|，，|；；|。。|\.\.|：。|: \.$/);
    expect(told.length, context).toBeGreaterThan(3);
    expect(told, context).toMatch(lang === 'zh' ? /。$/ : /\.$/);
    if (lang === 'en') expect(told, context).not.toMatch(HAN);
    if (lang === 'en') expect(told, context).not.toMatch(/[，；。：（）＋]/);
  }
  expect(new Set(limits).size, `${context} ${limits.join(' ')}`).toBe(limits.length);
  for (const { what, formula, filled, result } of workings) {
    for (const told of [what, formula, filled, result]) expect(told, context).not.toMatch(/^$|undefined|NaN|null|Infinity/);
    if (lang === 'en') expect(what + formula + filled + result, context).not.toMatch(HAN);
    const printed = result.replace('＋', '').replace('+', '');
    if (!isPrintedAs(printed, evaluate(filled))) throw new Error(`${context}: ${what}: ${filled} is ${evaluate(filled)}, and ${result} is printed`);
  }
}

/** “甲、乙、丙等10个”, “A, B, C and 7 others”. */
export function parseNames(text: string, { lang }: Say): { readonly names: readonly string[]; readonly total: number } {
  const many = lang === 'zh' ? /^(.+)等(\d+)个$/.exec(text) : /^(.+) and (\d+) others$/.exec(text);
  const names = (many?.[1] ?? text).split(lang === 'zh' ? '、' : /, | and /);
  return { names, total: many ? (lang === 'zh' ? Number(many[2]) : names.length + Number(many[2])) : names.length };
}

/** The names told are of these regions, and all of them are told or counted. */
export function expectNames(text: string, ids: readonly string[], say: Say): void {
  const { names, total } = parseNames(text, say);
  expect(total, text).toBe(ids.length);
  const expected = ids.map((id) => nameOf(id, say));
  for (const name of names) expect(expected, text).toContain(name);
  expect(new Set(names).size, text).toBe(names.length);
}

/** A figure in the sentence is this one: its digits, and “over”, “under” or “about” where it was printed so. */
export function expectFigure(text: string, figures: readonly Measured[], unit: Unit, say: Say, decimals?: number): void {
  const [first] = figures;
  if (!first) throw new Error(`no figure can be “${text}”`);
  const marks = say.lang === 'zh' ? { lowerBound: '超过', upperBound: '不到', approximate: '约', exact: '' } : { lowerBound: 'over ', upperBound: 'under ', approximate: 'c. ', exact: '' };
  const precision = figures.some((figure) => figure.precision !== first.precision) ? 'approximate' : first.precision;
  expect(text.startsWith(marks[precision]), `${text} (${precision})`).toBe(true);
  if (!isPrintedAs(text.slice(marks[precision].length), inReaders(first.value, unit, say))) throw new Error(`“${text}” is told, and the figure is ${inReaders(first.value, unit, say)}`);
  if (decimals !== undefined) expect(numberIn(text).decimals).toBe(decimals);
  expect(text).toContain(unit[say.lang]);
}

export const middle = (values: readonly number[]): number => {
  const ascending = [...values].sort((one, other) => one - other);
  const half = Math.floor(ascending.length / 2);
  const upper = ascending[half] ?? NaN;
  return ascending.length % 2 === 1 ? upper : ((ascending[half - 1] ?? NaN) + upper) / 2;
};

const FAR = 1e30;
/** What the true values may be: as printed, each bound alone far away, all upper bounds down, all lower bounds up. */
export function worlds(figures: readonly Measured[]): readonly (readonly number[])[] {
  const printed = figures.map(({ value }) => value);
  const farther = ({ value, precision }: Measured) => (precision === 'lowerBound' ? FAR : precision === 'upperBound' ? -FAR : value);
  return [
    printed,
    ...figures.map((_, moved) => figures.map((figure, index) => (index === moved ? farther(figure) : figure.value))),
    figures.map((figure) => (figure.precision === 'upperBound' ? -FAR : figure.value)),
    figures.map((figure) => (figure.precision === 'lowerBound' ? FAR : figure.value)),
  ];
}

/** In how many ways something may be true in these worlds; one is certain. */
export const ways = <Told>(figures: readonly Measured[], told: (values: readonly number[]) => Told): readonly Told[] => {
  const seen = new Map(worlds(figures).map((world) => [JSON.stringify(told(world)), told(world)]));
  return [...seen.values()];
};

const MARKS = {
  zh: { lowerBound: /^(.+)的数值是下限/, upperBound: /^(.+)的数值是上限/, approximate: /^(.+)的数值是约数/, doubtful: /^(.+)的数值存疑/, status: /^(.+)的数值标为“(.+)”/ },
  en: { lowerBound: /^The figures? for (.+) (?:is a|are) lower bounds?/, upperBound: /^The figures? for (.+) (?:is an|are) upper bounds?/, approximate: /^The figures? for (.+) (?:is|are) approximate/, doubtful: /^The figures? for (.+) (?:is|are) doubtful/, status: /^The figures? for (.+) (?:is|are) marked “(.+)”/ },
};

/** Each mark that a figure carries is among the limits with those it belongs to, and no other. */
export function expectMarks(limits: readonly string[], figures: readonly Measured[], say: Say): void {
  const shapes = MARKS[say.lang];
  const expectTold = (shape: RegExp, those: readonly Measured[], word?: string) => {
    const told = limits.map((limit) => shape.exec(limit)).find((found) => found && (word === undefined || found[2] === word));
    if (those.length === 0) expect(told ?? null, limits.join(' ')).toBeNull();
    else expectNames(told?.[1] ?? '', those.map(({ regionId }) => regionId), say);
  };
  for (const precision of ['lowerBound', 'upperBound', 'approximate'] as const) expectTold(shapes[precision], figures.filter((one) => one.precision === precision));
  for (const status of ['provisional', 'estimated', 'forecast', 'derived'] as const) expectTold(shapes.status, figures.filter((one) => one.status === status), say.words.status[status]);
  expectTold(shapes.doubtful, figures.filter(({ confidence }) => confidence === 'C'));
}
