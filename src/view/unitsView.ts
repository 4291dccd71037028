import { linear, ticksCovering } from '../charts/scale.ts';
import { formatFigure, formatList, formatNumber, formatPeriod, formatValue, inUnit, periodToYears, unitName } from '../i18n/format.ts';
import type { Say } from '../i18n/say.ts';
import type { Indicator, IndicatorTable } from '../model/indicator.ts';
import { hasValue, type Absence, type Measured, type Observation, type Period, type Precision, type Status } from '../model/observation.ts';
import { NATION, REGION_GROUPS, type Region, type RegionId } from '../model/region.ts';
import { breakBetween } from '../query/breakBetween.ts';
import { hasFigure } from '../query/coverage.ts';
import { expectedCount, isExpected } from '../query/expected.ts';
import { periods } from '../query/select.ts';
import { coverageText } from './provinceView.ts';
import { isPlain, statusMarks, type StatusKind } from './statusMarks.ts';
import type { TableView } from './tableView.ts';

export type UnitsScale = 'own' | 'shared';
export type UnitsSort = 'value' | 'code' | 'group';

/** A percentage, a score or an index means the same everywhere; a count is as large as its region. */
export const isRate = ({ unit }: Indicator): boolean => ['%', '‰', '分', ''].includes(unit.zh);

/** Those a table is expected to cover, and any other region that it has a figure of. The nation is none of them. */
export function unitsOf({ indicator, observations }: IndicatorTable, regions: readonly Region[]): readonly Region[] {
  const present = new Set(observations.filter((one) => hasFigure(one, indicator.publishes) || one.publishedRank !== undefined).map(({ regionId }) => regionId));
  return regions.filter((region) => region.level !== 'nation' && (isExpected(region, indicator.expected) || present.has(region.id)));
}

export const isBound = ({ precision }: Measured): boolean => precision === 'lowerBound' || precision === 'upperBound';

/** Not a figure that the publisher stands by as counted: it is drawn hollow, and no line leads to it. */
const isHollow = (one: Measured): boolean => isBound(one) || one.status === 'estimated' || one.status === 'forecast' || one.status === 'provisional';

/** What is to be said of a figure besides its value; empty for one simply measured. */
export function qualities(one: Observation, { words }: Say): string {
  if (!hasValue(one)) return '';
  return [one.status === 'measured' ? '' : words.status[one.status], words.precision[one.precision], one.confidence === 'C' ? words.doubtful : ''].filter(Boolean).join(words.comma);
}

/** A cell of the table: the figure with what is to be said of it, or why there is none. */
export function cellText(one: Observation | undefined, indicator: Indicator, say: Say): string {
  if (!one) return say.words.absence.notGathered;
  if (!hasValue(one)) return say.words.absence[one.status];
  const more = qualities(one, say);
  const figure = formatFigure(one, indicator, say.lang);
  if (more === '') return figure;
  // Words that have brackets of their own stand in no others.
  return isBound(one) ? [figure, more].join(say.words.comma) : figure + say.words.aside(more);
}

/** A round edge of an axis, with the decimals that it needs. */
export const edgeText = (edge: number): string => formatNumber(edge, (String(edge).split('.')[1] ?? '').length);

/** “2010—2024年”, “2010–2024”. */
export function spanText(from: Period, to: Period, { lang, words }: Say): string {
  const first = lang === 'zh' && /^\d{4}$/.test(from) && /^\d{4}$/.test(to) && from !== to ? from : formatPeriod(from, lang);
  return words.units.span(first, formatPeriod(to, lang));
}

export interface UnitStop {
  /** Tenths of a percent of the plot, from its left and upper edge. */
  readonly x: number;
  readonly y: number;
  readonly say: string;
}

/** One region's small plot. Lengths are tenths of a percent, so that one drawing fits every width. */
export interface UnitPlotView {
  readonly id: RegionId;
  readonly name: string;
  readonly isChosen: boolean;
  /** Why the plot is empty; null: it has a figure. */
  readonly absence: Absence | null;
  readonly absenceText: string;
  /** Whose scale it is, and its upper edge (its lower edge too where that is not zero). */
  readonly scaleText: string;
  /** In the reader's unit. */
  readonly range: readonly [number, number];
  /** Path data; empty when there is nothing of the kind. */
  readonly line: string;
  readonly bridges: string;
  readonly nation: string;
  /** Where zero is, when it is not the lower edge. */
  readonly zeroY: number | null;
  /** The ends, what stands alone, and what is not simply measured; the line says the rest. */
  readonly dots: readonly { readonly x: number; readonly y: number; readonly mark: Status; readonly precision: Precision }[];
  /** Between which periods a method changed. */
  readonly breaks: readonly number[];
  readonly first: { readonly text: string; readonly when: string } | null;
  readonly last: { readonly text: string; readonly when: string } | null;
  readonly stops: readonly UnitStop[];
}

export interface UnitsGroup {
  readonly key: string;
  /** Empty where the order has no groups. */
  readonly title: string;
  readonly plots: readonly UnitPlotView[];
}

export type UnitsMark = 'chosen' | 'nation' | 'gap' | 'status' | 'hollow' | 'break' | 'middle' | Absence;

export interface UnitsView {
  readonly heading: string;
  /** How many of those expected have a figure in any period. */
  readonly coverage: string;
  readonly groups: readonly UnitsGroup[];
  /** Only what is in the picture. */
  readonly legend: readonly { readonly mark: UnitsMark; /** Of a single figure. */ readonly status?: StatusKind; /** What stands beside the mark. */ readonly sign?: string; readonly text: string }[];
  readonly notes: readonly string[];
  readonly table: TableView;
}

export interface UnitsInput {
  readonly table: IndicatorTable;
  /** The provinces, the Corps, and the nation. */
  readonly regions: readonly Region[];
  readonly chosen: readonly RegionId[];
  readonly scale: UnitsScale;
  readonly sort: UnitsSort;
}

type Placed = UnitStop & { readonly one: Measured };

const SIZE = 1000;
/** A minus sign parts two numbers as well as a space does. */
const put = (x: number, y: number) => (y < 0 ? `${x}${y}` : `${x} ${y}`);

/** Relative steps in whole tenths: a third of the bytes of absolute places. */
export function relativePath(points: readonly { readonly x: number; readonly y: number }[]): string {
  return points.map(({ x, y }, index) => {
    const before = points[index - 1];
    if (!before) return `M${put(x, y)}`;
    const [dx, dy] = [x - before.x, y - before.y];
    return dy === 0 ? `h${dx}` : `l${put(dx, dy)}`;
  }).join('');
}

/** Parts that belong together, and the steps between them that are bridged by dots, or not at all. */
function partsOf(points: readonly Placed[], table: IndicatorTable, all: readonly Period[]) {
  const runs: Placed[][] = [];
  const bridges: (readonly [Placed, Placed])[] = [];
  const breaks: number[] = [];
  points.forEach((point, index) => {
    const before = points[index - 1];
    const run = runs.at(-1);
    if (!before || !run) {
      runs.push([point]);
      return;
    }
    const broken = breakBetween(table.indicator, before.one.period, point.one.period) !== undefined;
    const isNext = all.indexOf(point.one.period) === all.indexOf(before.one.period) + 1 && !isLongGap(before.one.period, point.one.period, all);
    if (broken) breaks.push(Math.round((before.x + point.x) / 2));
    if (!broken && isNext && !isHollow(point.one) && !isHollow(before.one)) {
      run.push(point);
      return;
    }
    if (!broken && !isBound(point.one) && !isBound(before.one)) bridges.push([before, point]);
    runs.push([point]);
  });
  return { runs, bridges, breaks };
}

/** Twice as long as is usual in this table: a period in between was published by nobody, or not gathered. */
function isLongGap(earlier: Period, later: Period, all: readonly Period[]): boolean {
  const years = all.map(periodToYears);
  const steps = years.slice(1).map((year, index) => year - (years[index] ?? year)).sort((one, other) => one - other);
  const usual = steps[Math.floor((steps.length - 1) / 2)] ?? 1;
  return periodToYears(later) - periodToYears(earlier) > usual * 1.6;
}

/**
 * All regions over time on one sheet: one small plot each, the time shared, the scale shared or each one's own from zero.
 *
 * Doubtful values (confidence C) are named in the notes and not drawn. The nation's line is drawn only where its value
 * is of the same kind as a region's: a total of all would dwarf them.
 */
export function unitsView({ table, regions, chosen, scale, sort }: UnitsInput, say: Say): UnitsView {
  const { indicator } = table;
  const { lang, words } = say;
  const units = unitsOf(table, regions);
  const ids = new Set(units.map(({ id }) => id));
  const rows = new Map<RegionId, Observation[]>();
  for (const one of table.observations) rows.set(one.regionId, [...(rows.get(one.regionId) ?? []), one]);
  const drawn = (id: RegionId): readonly Measured[] =>
    (rows.get(id) ?? []).filter(hasValue).filter(({ confidence }) => confidence !== 'C').sort((one, other) => (one.period < other.period ? -1 : 1));
  const hasNation = isRate(indicator) && drawn(NATION).length > 1;

  const figures = [...units.map(({ id }) => id), ...(hasNation ? [NATION] : [])].flatMap(drawn);
  const all = [...new Set(figures.map(({ period }) => period))].sort();
  const [from, to] = [all[0] ?? '', all.at(-1) ?? ''];
  const toX = linear([periodToYears(from), periodToYears(to)], [0, SIZE]);
  const rangeOf = (those: readonly Measured[]): readonly [number, number] => {
    const values = those.map(({ value }) => inUnit(value, indicator, lang));
    const ticks = ticksCovering([Math.min(0, ...values), Math.max(0, ...values)]);
    return [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  };
  const shared = rangeOf(figures);
  const nationSaid = regions.find(({ id }) => id === NATION)?.short[lang] ?? words.units.nation;

  const place = (those: readonly Measured[], name: string, range: readonly [number, number]): readonly Placed[] => {
    const toY = linear(range, [SIZE, 0]);
    return those.map((one) => ({
      one,
      x: Math.round(toX(periodToYears(one.period))),
      y: Math.round(toY(inUnit(one.value, indicator, lang))),
      say: [name, formatPeriod(one.period, lang), formatValue(one, indicator, lang), qualities(one, say)].filter(Boolean).join(words.comma),
    }));
  };

  const plotOf = (region: Region): UnitPlotView => {
    const those = drawn(region.id);
    const name = region.short[lang];
    const range = scale === 'shared' ? shared : rangeOf([...those, ...(hasNation ? drawn(NATION) : [])]);
    const points = place(those, name, range);
    const { runs, bridges, breaks } = partsOf(points, table, all);
    const ends = new Set([points[0], points.at(-1)]);
    const alone = new Set(runs.filter((run) => run.length === 1).flat());
    const end = (point: Placed | undefined) => point && { text: cellText(point.one, indicator, say), when: formatPeriod(point.one.period, lang) };
    const [bottom, top] = range;
    const missing = (rows.get(region.id) ?? []).find((one) => !hasValue(one));
    const absence = those.length > 0 ? null : missing && !hasValue(missing) ? missing.status : 'notGathered';
    return {
      id: region.id,
      name,
      isChosen: chosen.includes(region.id),
      absence,
      absenceText: absence === null ? '' : words.absence[absence],
      scaleText: bottom === 0 ? words.units.scaleTo[scale](edgeText(top)) : words.units.scaleFromTo[scale](edgeText(bottom), edgeText(top)),
      range,
      line: runs.filter((run) => run.length > 1).map(relativePath).join(''),
      bridges: bridges.map(relativePath).join(''),
      nation: hasNation && those.length > 0 ? partsOf(place(drawn(NATION), nationSaid, range), table, all).runs.filter((run) => run.length > 1).map(relativePath).join('') : '',
      zeroY: bottom === 0 ? null : Math.round(linear(range, [SIZE, 0])(0)),
      dots: points.filter((point) => ends.has(point) || alone.has(point) || !isPlain(point.one)).map(({ x, y, one }) => ({ x, y, mark: one.status, precision: one.precision })),
      breaks,
      first: end(points[0]) ?? null,
      last: points.length > 1 ? (end(points.at(-1)) ?? null) : null,
      stops: points.map(({ x, y, say: text }) => ({ x, y, say: text })),
    };
  };

  const groups = order(units, sort, (id) => drawn(id).find(({ period }) => period === to)?.value ?? null, indicator, to, say).map(({ key, title, members }) => ({ key, title, plots: members.map(plotOf) }));
  const plots = groups.flatMap((group) => group.plots);
  const marks = statusMarks(figures.filter(({ regionId }) => ids.has(regionId)), say);
  const absences = [...new Set(plots.flatMap(({ absence }) => (absence === null ? [] : [absence])))];
  const doubtful = units.filter(({ id }) => (rows.get(id) ?? []).some((one) => hasValue(one) && one.confidence === 'C')).map((region) => region.short[lang]);

  return {
    heading: [indicator.name[lang], from === '' ? '' : spanText(from, to, say), unitName(indicator, lang)].filter(Boolean).join(' · '),
    coverage: coverageText(units.filter((region) => isExpected(region, indicator.expected) && drawn(region.id).length > 0).length, expectedCount(indicator.expected), indicator, say),
    groups,
    legend: [
      ...(plots.some(({ isChosen }) => isChosen) ? [{ mark: 'chosen' as const, text: words.units.chosen }] : []),
      ...(plots.some(({ nation }) => nation !== '') ? [{ mark: 'nation' as const, text: nationSaid }] : []),
      ...(plots.some(({ bridges }) => bridges !== '') ? [{ mark: 'gap' as const, text: words.units.gap }] : []),
      ...marks.map((status) => ({ mark: 'status' as const, status, text: status.label })),
      ...(plots.some(({ breaks }) => breaks.length > 0) ? [{ mark: 'break' as const, text: words.units.breakMark }] : []),
      ...absences.map((absence) => ({ mark: absence, text: words.absence[absence] })),
    ],
    notes: [
      ...(doubtful.length > 0 ? [words.units.doubtNote(formatList(doubtful, lang))] : []),
    ],
    table: twin(table, [...groups.flatMap(({ plots: those }) => those.map(({ id }) => id)), ...(rows.has(NATION) ? [NATION] : [])], regions, say),
  };
}

/** The sheet's order. By value, those without one in the last period stand apart: they are not the last. */
function order(units: readonly Region[], sort: UnitsSort, valueOf: (id: RegionId) => number | null, { better }: Indicator, to: Period, { lang, words }: Say): readonly { readonly key: string; readonly title: string; readonly members: readonly Region[] }[] {
  const byCode = [...units].sort((one, other) => (one.id < other.id ? -1 : 1));
  if (sort === 'code') return [{ key: 'all', title: '', members: byCode }];
  if (sort === 'value') {
    const sign = better === 'lower' ? 1 : -1;
    const valued = byCode.flatMap((region) => {
      const value = valueOf(region.id);
      return value === null ? [] : [{ region, value }];
    });
    const without = byCode.filter(({ id }) => valueOf(id) === null);
    const ranked = valued.sort((one, other) => sign * (one.value - other.value)).map(({ region }) => region);
    return [{ key: 'valued', title: '', members: ranked }, { key: 'without', title: words.units.noLatest(formatPeriod(to, lang)), members: without }].filter(({ members }) => members.length > 0);
  }
  const groups = REGION_GROUPS.map((group) => ({ key: group, title: words.units.groups[group], members: byCode.filter((region) => region.group === group) }));
  return [...groups, { key: 'other', title: words.units.otherUnits, members: byCode.filter(({ group }) => group === undefined) }].filter(({ members }) => members.length > 0);
}

/** Regions × periods in the order shown, doubtful values too, said to be so. */
function twin(table: IndicatorTable, ids: readonly RegionId[], regions: readonly Region[], say: Say): TableView {
  const { lang, words } = say;
  const columns = periods(table);
  const cells = new Map(table.observations.map((one) => [`${one.regionId} ${one.period}`, one]));
  const unit = unitName(table.indicator, lang);
  return {
    columns: [{ key: 'region', label: unit === '' ? words.region : words.region + words.aside(unit), head: true, keep: true }, ...columns.map((period) => ({ key: period, label: formatPeriod(period, lang), numeric: true }))],
    rows: ids.map((id) => ({
      key: id,
      cells: [{ text: regions.find((region) => region.id === id)?.short[lang] ?? id }, ...columns.map((period) => ({ text: cellText(cells.get(`${id} ${period}`), table.indicator, say) }))],
    })),
  };
}
