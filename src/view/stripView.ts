import { linear } from '../charts/scale.ts';
import { formatFigure, formatPeriod, formatValue, inUnit, unitName } from '../i18n/format.ts';
import type { Say } from '../i18n/say.ts';
import type { IndicatorTable } from '../model/indicator.ts';
import { hasValue, type Measured, type Period, type Precision, type Status } from '../model/observation.ts';
import type { Region, RegionId } from '../model/region.ts';
import { observationsAt } from '../query/select.ts';
import { summary } from '../query/summary.ts';
import { coverage } from '../query/coverage.ts';
import { coverageText, DOUBT_MARK } from './provinceView.ts';
import { medianAt, onePeriod } from './sentences/onePeriod.ts';
import { shownFor } from './sentences/phrases.ts';
import { standing } from './sentences/standing.ts';
import type { TableView } from './tableView.ts';
import { edgeText, isBound, qualities, unitsOf, type UnitsView } from './unitsView.ts';
import { amountOf, quartileWorking } from './workings.ts';

export interface StripDot {
  readonly id: RegionId;
  /** Percent of the width. */
  readonly x: number;
  readonly abbr: string;
  readonly isChosen: boolean;
  /** A bound, a forecast, an estimate or a doubtful figure. */
  readonly isHollow: boolean;
  /** How the figure came to be and was printed, as a sign beside the circle; empty for one simply measured. */
  readonly sign: string;
  readonly say: string;
  /** How many circles lie below it: on a wide sheet, and on a narrow one. */
  readonly level: { readonly wide: number; readonly narrow: number };
}

/** Words beside the axis, each on a row of its own, so that none cover another at any width. */
export interface StripLabel {
  readonly key: string;
  readonly x: number;
  readonly text: string;
  /** 0 is nearest to the axis. */
  readonly row: number;
  readonly anchor: 'start' | 'end';
}

export interface StripView {
  readonly heading: string;
  readonly coverage: string;
  /** From the lowest up. */
  readonly dots: readonly StripDot[];
  readonly levels: { readonly wide: number; readonly narrow: number };
  readonly axis: readonly { readonly x: number; readonly text: string; readonly anchor: 'start' | 'middle' | 'end' }[];
  readonly unit: string;
  /** Left and right edge of the middle half, and the median; null: no value. */
  readonly box: { readonly q1: number; readonly median: number; readonly q3: number } | null;
  readonly marks: readonly StripLabel[];
  readonly labels: readonly StripLabel[];
  readonly legend: UnitsView['legend'];
  readonly notes: readonly string[];
  readonly table: TableView;
  readonly sourceIds: readonly string[];
}

export interface StripInput {
  readonly table: IndicatorTable;
  readonly period: Period;
  readonly regions: readonly Region[];
  /** Picked out, the one selected on the map too. */
  readonly chosen: readonly RegionId[];
}

/** Diameter of a circle with its letters, and its distance from the next. */
export const STRIP_STEP_PX = 25;
/** The least width at which each drawing is shown (units.css). */
export const STRIP_WIDTHS_PX = { wide: 600, narrow: 264 } as const;

/** Of fewer, a quartile is no more than the figures themselves; as in the sentence (sentences/strip.ts). */
const MIN_FOR_QUARTILES = 8;

/** Circles that would touch are stacked: each on the lowest level where there is room. */
export function stack(xs: readonly number[], widthPx: number): readonly number[] {
  const apart = (STRIP_STEP_PX / widthPx) * 100;
  const taken: number[][] = [];
  return xs.map((x) => {
    let level = taken.findIndex((those) => those.every((other) => Math.abs(other - x) >= apart));
    if (level === -1) level = taken.push([]) - 1;
    taken[level]?.push(x);
    return level;
  });
}

/** Round steps that hold both ends; from zero when the lowest is not far from it. */
function axisTicks(low: number, high: number): readonly number[] {
  const start = low > 0 && low < (high - low) * 0.25 ? 0 : low;
  const rough = (high - start) / 5;
  if (!(rough > 0)) return [low];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? 10 * power;
  const [from, to] = [Math.floor(start / step + 1e-9), Math.ceil(high / step - 1e-9)];
  return Array.from({ length: to - from + 1 }, (_, index) => Number(((from + index) * step).toPrecision(12)));
}

/**
 * Words on the left half begin at their place, those on the right half end there. The rows are such that a line from
 * the axis to its words crosses no others on its side.
 */
function inRows(wishes: readonly { readonly key: string; readonly x: number; readonly text: string }[]): readonly StripLabel[] {
  const withAnchor = wishes.map((wish) => ({ ...wish, anchor: wish.x < 50 ? ('start' as const) : ('end' as const) }));
  const reach = (wish: (typeof withAnchor)[number]) => (wish.anchor === 'start' ? wish.x : 100 - wish.x);
  return withAnchor.sort((one, other) => reach(other) - reach(one)).map((wish, row) => ({ ...wish, row }));
}

/** Shape first, colour second. The signs that map, bars and matrix have. */
const STATUS_SIGNS: Readonly<Record<Status, string>> = { measured: '', provisional: '◐', estimated: '○', forecast: '◌', derived: '■' };
const PRECISION_SIGNS: Readonly<Record<Precision, string>> = { exact: '', lowerBound: '»', upperBound: '«', approximate: '≈' };
const signOf = (one: Measured): string => STATUS_SIGNS[one.status] + PRECISION_SIGNS[one.precision] + (one.confidence === 'C' ? DOUBT_MARK : '');

/** Every region on one axis in one period, with the median and the middle half. */
export function stripView({ table, period, regions, chosen }: StripInput, say: Say): StripView {
  const { indicator } = table;
  const { lang, words } = say;
  const units = unitsOf(table, regions);
  const byId = new Map(units.map((region) => [region.id, region]));
  const at = observationsAt(table, period).filter(({ regionId }) => byId.has(regionId));
  const measured = at.filter(hasValue);
  const isUnsure = (one: Measured) => one.confidence === 'C' || isBound(one) || one.status !== 'measured';
  const stands = standing(measured, indicator.better);
  const placeOf = (id: RegionId) => {
    const place = stands.placeOf(id);
    return place ? words.rankOf(place.rank, place.n) : '';
  };
  const shown = (value: number) => inUnit(value, indicator, lang);
  const ascending = [...measured].sort((one, other) => one.value - other.value || (one.regionId < other.regionId ? -1 : 1));
  const values = ascending.map(({ value }) => shown(value));
  const ticks = axisTicks(values[0] ?? 0, values.at(-1) ?? 1);
  const [low, high] = [Math.min(ticks[0] ?? 0, values[0] ?? 0), Math.max(ticks.at(-1) ?? 1, values.at(-1) ?? 1)];
  const scale = linear([low, high], [2, 98]);
  const toX = (value: number) => Math.round(scale(value) * 10) / 10;
  const xs = values.map(toX);
  const levels = { wide: stack(xs, STRIP_WIDTHS_PX.wide), narrow: stack(xs, STRIP_WIDTHS_PX.narrow) };
  const nameOf = (id: RegionId) => byId.get(id)?.short[lang] ?? id;
  const unit = unitName(indicator, lang);
  // The marks are the numbers of the sentence: of the same regions, worked out and rounded by the same code.
  const { figures } = onePeriod(table, period, regions, say);
  const spread = figures.some(isBound) || figures.length < MIN_FOR_QUARTILES ? null : summary(figures.map(({ value }) => value));
  const amounts = figures.map((one) => amountOf(one, indicator, lang)).sort((one, other) => one.x - other.x);
  const quartile = (fraction: 0.25 | 0.75) => quartileWorking(amounts, fraction, { decimals: shownFor(figures, indicator, lang), unit }, say).result;
  const marked = spread && [
    { key: 'q1', x: toX(shown(spread.q1)), text: `${words.units.q1} ${quartile(0.25)}` },
    { key: 'median', x: toX(shown(spread.median)), text: `${words.units.median} ${medianAt(figures, indicator, say)?.text ?? ''}` },
    { key: 'q3', x: toX(shown(spread.q3)), text: `${words.units.q3} ${quartile(0.75)}` },
  ];
  const signed = new Map(ascending.filter((one) => signOf(one) !== '').map((one) => [signOf(one), qualities(one, say)]));
  const covered = coverage(at, indicator, regions);

  const dots = ascending.map((one, index): StripDot => {
    const region = byId.get(one.regionId);
    return {
      id: one.regionId,
      x: xs[index] ?? 0,
      abbr: (lang === 'zh' ? region?.abbr : region?.abbrEn) ?? nameOf(one.regionId).slice(0, 2),
      isChosen: chosen.includes(one.regionId),
      isHollow: isUnsure(one),
      sign: signOf(one),
      level: { wide: levels.wide[index] ?? 0, narrow: levels.narrow[index] ?? 0 },
      say: [nameOf(one.regionId), formatValue(one, indicator, lang), qualities(one, say), placeOf(one.regionId), formatPeriod(period, lang)].filter(Boolean).join(words.comma),
    };
  });
  const absent = units.filter(({ id }) => !measured.some(({ regionId }) => regionId === id));

  return {
    heading: [indicator.name[lang], formatPeriod(period, lang), unit].filter(Boolean).join(' · '),
    coverage: coverageText(covered.k, covered.n, indicator, say),
    dots,
    levels: { wide: Math.max(0, ...levels.wide) + 1, narrow: Math.max(0, ...levels.narrow) + 1 },
    axis: ticks.map((tick) => ({ x: toX(tick), text: edgeText(tick), anchor: toX(tick) < 6 ? ('start' as const) : toX(tick) > 94 ? ('end' as const) : ('middle' as const) })),
    unit,
    box: spread && { q1: toX(shown(spread.q1)), median: toX(shown(spread.median)), q3: toX(shown(spread.q3)) },
    marks: marked ? inRows(marked) : [],
    legend: [...(spread ? [{ mark: 'middle' as const, text: words.units.middleHalf }] : []), ...[...signed].map(([sign, text]) => ({ mark: 'hollow' as const, sign, text }))],
    labels: inRows(dots.filter(({ isChosen }) => isChosen).map(({ id, x }) => {
      const one = measured.find(({ regionId }) => regionId === id);
      return { key: id, x, text: [`${nameOf(id)} ${one ? formatFigure(one, indicator, lang) : ''}`, placeOf(id)].filter(Boolean).join(words.comma) };
    })),
    notes: [words.units.stripDots + words.end],
    table: {
      columns: [
        { key: 'region', label: words.region, head: true },
        { key: 'value', label: unit === '' ? words.value : words.value + words.aside(unit), numeric: true },
        { key: 'status', label: words.statusColumn },
      ],
      rows: [
        ...(words.standings === 'groups' ? measured : ascending).map((one) => ({ key: one.regionId, cells: [{ text: nameOf(one.regionId) }, { text: formatFigure(one, indicator, lang) }, { text: qualities(one, say) || words.status.measured }] })),
        ...absent.map(({ id }) => {
          const one = at.find(({ regionId }) => regionId === id);
          const why = words.absence[one && !hasValue(one) ? one.status : 'notGathered'];
          return { key: id, cells: [{ text: nameOf(id) }, { text: why }, { text: why }] };
        }),
      ],
    },
    sourceIds: [...new Set(at.map(({ sourceId }) => sourceId))],
  };
}
