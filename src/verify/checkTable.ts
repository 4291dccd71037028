import type { IndicatorId } from '../model/indicator.ts';
import type { Period } from '../model/observation.ts';
import type { RegionId } from '../model/region.ts';
import { cellKey, readCell, readCellKey, type Cells } from '../releases/cells.ts';
import type { FileHints } from './hints.ts';
import { numberIn, periodOf, periodsIn, type KnownNames } from './known.ts';
import { isSameFigure } from './sameFigure.ts';

/** A table as a file has it: texts and numbers. */
export interface FoundTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** A number of a file that was found to be a published figure, right or wrong. */
export interface MatchedFigure {
  readonly indicator: IndicatorId;
  /** As `cellKey`. */
  readonly key: string;
  readonly found: number;
  readonly isSame: boolean;
}

export interface TableMatch {
  readonly figures: readonly MatchedFigure[];
  /** Numbers of columns that are no published figures: places, differences, indices; or too much was changed. */
  readonly others: number;
  /** Figures of a whole published table that the file lacks; 0 where it is a part of one. */
  readonly missing: number;
}

interface Part {
  readonly indicator: IndicatorId | null;
  readonly region: RegionId | null;
  readonly period: Period | null;
  readonly series: string | null;
}

/** A column is what a file says it is when this many of its numbers are what was published. */
const ENOUGH = 0.6;
/** Where its head says so itself. */
const ENOUGH_SAID = 0.5;

/** How tables head their column of values, in both languages (`figures.zh.ts`, `figures.en.ts`). */
export const VALUE_HEADS = ['数值', 'Value'] as const;

const textAt = (row: FoundTable['rows'][number], at: number): string => String(row[at] ?? '').trim();

/** Most of a column's cells mean something. */
function isMostly(rows: FoundTable['rows'], at: number, means: (text: string) => unknown): boolean {
  const texts = rows.map((row) => textAt(row, at)).filter((text) => text !== '');
  return texts.length > 0 && texts.filter((text) => means(text) !== null).length >= texts.length * ENOUGH;
}

/** Which table and figure each number may be: by what stands in its row and over its column, else by trying all that there are. */
export function matchTable({ header, rows }: FoundTable, hints: FileHints, known: KnownNames, cellsOf: ReadonlyMap<IndicatorId, Cells>, isRaw = false): TableMatch {
  const columns = header.map((_, at) => at);
  const regionAt = columns.find((at) => isMostly(rows, at, known.regionOf));
  const periodAt = columns.find((at) => isMostly(rows, at, periodOf));
  const indicatorAt = columns.find((at) => at !== regionAt && isMostly(rows, at, known.indicatorOf));
  const candidates = hints.indicators.filter((id) => cellsOf.has(id));
  const seriesOf = (text: string, ids: readonly IndicatorId[]): string | null => {
    const low = text.trim().toLowerCase();
    const all = ids.flatMap((id) => known.indicator(id)?.series ?? []).sort((one, other) => other.name.zh.length - one.name.zh.length);
    return (all.find(({ id, name }) => [id, name.zh, name.en].some((one) => one.toLowerCase() === low)) ?? all.find(({ name }) => low.includes(name.zh.toLowerCase()) || low.includes(name.en.toLowerCase())))?.id ?? null;
  };
  const seriesAt = columns.find((at) => at !== regionAt && at !== periodAt && at !== indicatorAt && isMostly(rows, at, (text) => seriesOf(text, candidates)));
  const parts = rows.map((row): Part => {
    const indicator = indicatorAt === undefined ? null : known.indicatorOf(textAt(row, indicatorAt));
    return {
      indicator,
      region: regionAt === undefined ? null : known.regionOf(textAt(row, regionAt)),
      period: periodAt === undefined ? null : periodOf(textAt(row, periodAt)),
      series: seriesAt === undefined ? null : seriesOf(textAt(row, seriesAt), indicator === null ? candidates : [indicator]),
    };
  });
  const told = new Set([regionAt, periodAt, indicatorAt, seriesAt]);
  const figures: MatchedFigure[] = [];
  let others = 0;
  for (const at of columns.filter((one) => !told.has(one))) {
    const numbers = rows.flatMap((row, index) => {
      const found = numberIn(row[at] ?? null);
      const part = parts[index];
      return found === null || !part ? [] : [{ found, part }];
    });
    if (numbers.length === 0) continue;
    const best = bestOf(header[at] ?? '', numbers);
    if (best) figures.push(...best);
    else others += numbers.length;
  }
  return { figures, others, missing: 0 };

  function isValueLabel(label: string, id: IndicatorId): boolean {
    const { zh = '', en = '' } = known.indicator(id)?.unit ?? {};
    return VALUE_HEADS.some((head) => [head, `${head}（${zh}）`, `${head} (${en})`].includes(label));
  }

  function bestOf(label: string, numbers: readonly { readonly found: number; readonly part: Part }[]): readonly MatchedFigure[] | null {
    const inLabel = known.indicatorsIn(label).filter((id) => cellsOf.has(id));
    const [labelPeriod, ...morePeriods] = periodsIn(label);
    const labelRegion = known.regionOf(label);
    // What every row says itself is not tried.
    const saidBy = (name: keyof Part): boolean => numbers.every(({ part }) => part[name] !== null);
    const indicators: readonly (IndicatorId | null)[] = saidBy('indicator') ? [null] : [...new Set([...inLabel, ...candidates])];
    let best: { readonly figures: readonly MatchedFigure[]; readonly score: number } | null = null;
    for (const indicator of indicators) {
      const cellKeys = indicator === null ? [...new Set(numbers.flatMap(({ part }) => (part.indicator === null ? [] : [part.indicator])))].flatMap((id) => [...(cellsOf.get(id)?.keys() ?? [])]) : [...(cellsOf.get(indicator)?.keys() ?? [])];
      const keys = cellKeys.map(readCellKey);
      const tried = <Value extends string>(name: keyof Part, said: Value | null, values: readonly Value[]): readonly (Value | null)[] => (saidBy(name) ? [null] : said !== null ? [said] : [...new Set(values)]);
      const periods = tried('period', morePeriods.length === 0 ? (labelPeriod ?? null) : null, [...hints.periods, ...keys.map(({ period }) => period).sort().reverse()]);
      const regions = tried('region', labelRegion ?? hints.region, keys.map(({ region }) => region));
      const series = tried('series', indicator === null ? null : seriesOf(label, [indicator]), keys.map((key) => key.series));
      // A table of which neither row nor column says where and when could be anything.
      if (periods.length * regions.length * series.length > 4000) continue;
      for (const period of periods) {
        for (const region of regions) {
          for (const one of series) {
            const all = numbers.flatMap(({ found, part }): readonly (MatchedFigure & { readonly isPlace: boolean })[] => {
              const id = part.indicator ?? indicator;
              const own = id === null ? undefined : known.indicator(id);
              if (id === null || !own) return [];
              const key = cellKey({ seriesId: part.series ?? one ?? '', regionId: part.region ?? region ?? '', period: part.period ?? period ?? '' });
              const cell = cellsOf.get(id)?.get(key);
              if (cell === undefined) return [];
              const { value, rank } = readCell(cell);
              // Where nothing but places was published, the places are the figures.
              if (value === null) return rank === null ? [] : [{ indicator: id, key, found, isSame: rank === found, isPlace: true }];
              return [{ indicator: id, key, found, isSame: isSameFigure(found, cell, own, isRaw), isPlace: false }];
            });
            // One column holds places or values, never some of each.
            const isOfValues = all.some(({ isPlace }) => !isPlace);
            const matched = all.filter(({ isPlace }) => isPlace !== isOfValues);
            const same = matched.filter(({ isSame }) => isSame).length;
            const isOnlyOne = periods.length === 1 && regions.length === 1 && series.length === 1;
            const isSaid = isOnlyOne && (indicator === null || inLabel.includes(indicator) || (hints.indicators[0] === indicator && (saidBy('period') || labelPeriod !== undefined)));
            // “数值（万件）” in a table of one period: nothing else can be meant, be it right or wrong.
            const isValue = isSaid && indicator !== null && isValueLabel(label, indicator);
            const isEnough = (same > 0 || isValue) && same >= matched.length * (isValue ? 0 : isSaid ? ENOUGH_SAID : ENOUGH) && matched.length > 0 && matched.length >= numbers.length * ENOUGH && (same > 1 || isSaid);
            const score = same - (matched.length - same);
            // The first of equals: what the file says of itself, then the latest.
            if (isEnough && (best === null || score > best.score)) best = { figures: matched.map(({ indicator: id, key, found, isSame }) => ({ indicator: id, key, found, isSame })), score };
          }
        }
      }
    }
    return best?.figures ?? null;
  }
}
