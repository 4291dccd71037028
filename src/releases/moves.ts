import type { Indicator, IndicatorId } from '../model/indicator.ts';
import { hasValue, type Period } from '../model/observation.ts';
import type { Region, RegionId } from '../model/region.ts';
import type { Text } from '../model/text.ts';
import { classBreaks, classOf } from '../query/classBreaks.ts';
import { mappablePeriods } from '../query/select.ts';
import { mainSeries } from '../view/sentences/phrases.ts';
import type { KeptRelease } from './figureRecord.ts';
import { tableFromCells } from './tableFromCells.ts';

/** A region's place, as `ReleasedPlaces` writes it; null: it had none. */
export interface MovedPlace {
  readonly region: RegionId;
  readonly was: string | null;
  readonly is: string | null;
}

/** Places of a table that moved; of another period or another number of places they are all told as moved. */
export interface MovedPlaces {
  readonly indicator: IndicatorId;
  readonly was: { readonly period: Period; readonly n: number };
  readonly is: { readonly period: Period; readonly n: number };
  readonly regions: readonly MovedPlace[];
}

/** Colour classes that moved, 1 the lowest; by the method of today for both releases. */
export interface MovedClasses {
  readonly indicator: IndicatorId;
  /** The latest that both have. */
  readonly period: Period;
  readonly regions: readonly { readonly region: RegionId; readonly was: number; readonly is: number }[];
}

export interface MovedTakeaway {
  /** “map-toys” */
  readonly figure: string;
  readonly tables: readonly IndicatorId[];
  readonly was: Text;
  readonly is: Text;
}

/** What a release moved besides figures; worked out from what two releases keep, so that no record needs to hold it. */
export interface ReleaseMoves {
  /** Its id. */
  readonly release: string;
  readonly places: readonly MovedPlaces[];
  readonly classes: readonly MovedClasses[];
  readonly takeaways: readonly MovedTakeaway[];
}

function movedPlaces(before: KeptRelease, after: KeptRelease): readonly MovedPlaces[] {
  return after.record.tables.flatMap(({ indicator, cells, places: is }) => {
    const former = before.record.tables.find((table) => table.indicator === indicator);
    const was = former?.places;
    if (!was || !is || former.cells === cells) return [];
    const isOther = was.period !== is.period || was.n !== is.n || was.told !== is.told;
    const ids = [...new Set([...Object.keys(was.of), ...Object.keys(is.of)])].sort();
    const regions = ids.map((region) => ({ region, was: was.of[region] ?? null, is: is.of[region] ?? null })).filter((one) => isOther || one.was !== one.is);
    return regions.length === 0 ? [] : [{ indicator, was: { period: was.period, n: was.n }, is: { period: is.period, n: is.n }, regions }];
  });
}

/** Classes of the map's main series by region, for each period. */
function classesOf(indicator: Indicator, kept: KeptRelease, ids: ReadonlySet<RegionId>): ReadonlyMap<Period, ReadonlyMap<RegionId, number>> {
  const table = { ...tableFromCells(indicator, kept.cellsOf(indicator.id) ?? new Map()), dataset: '', file: '' };
  const periods = new Set(mappablePeriods(table));
  const coloured = table.observations.filter((one) => ids.has(one.regionId) && periods.has(one.period));
  const breaks = classBreaks(indicator, coloured);
  const byPeriod = new Map<Period, Map<RegionId, number>>();
  for (const one of coloured) {
    if (one.seriesId !== mainSeries(table) || !hasValue(one)) continue;
    const found = classOf(one.value, breaks);
    if (found === null) continue;
    const own = byPeriod.get(one.period) ?? new Map<RegionId, number>();
    byPeriod.set(one.period, own.set(one.regionId, found + 1));
  }
  return byPeriod;
}

function movedClasses(before: KeptRelease, after: KeptRelease, indicators: readonly Indicator[], regions: readonly Region[]): readonly MovedClasses[] {
  const ids = new Set(regions.filter(({ level }) => level === 'province' || level === 'corps').map(({ id }) => id));
  return after.record.tables.flatMap(({ indicator: id, cells, file }) => {
    const indicator = indicators.find((one) => one.id === id);
    const former = before.record.tables.find((table) => table.indicator === id);
    if (!indicator || !former || file === '' || former.cells === cells || !indicator.expected.startsWith('provinces') || indicator.publishes !== 'values') return [];
    const [was, is] = [classesOf(indicator, before, ids), classesOf(indicator, after, ids)];
    const period = [...is.keys()].filter((one) => was.has(one)).sort().at(-1);
    if (period === undefined) return [];
    const moved = [...(is.get(period) ?? [])].flatMap(([region, now]) => {
      const then = was.get(period)?.get(region);
      return then === undefined || then === now ? [] : [{ region, was: then, is: now }];
    });
    return moved.length === 0 ? [] : [{ indicator: id, period, regions: moved.sort((one, other) => (one.region < other.region ? -1 : 1)) }];
  });
}

function movedTakeaways(before: KeptRelease, after: KeptRelease): readonly MovedTakeaway[] {
  const saidIn = ({ record }: KeptRelease, name: string, lang: 'zh' | 'en') => record.figures.find((figure) => figure.name === name && figure.lang === lang)?.takeaway;
  const names = [...new Set(after.record.figures.map(({ name }) => name))];
  return names.flatMap((figure) => {
    const [wasZh, wasEn, isZh, isEn] = [saidIn(before, figure, 'zh'), saidIn(before, figure, 'en'), saidIn(after, figure, 'zh'), saidIn(after, figure, 'en')];
    if (wasZh === undefined || wasEn === undefined || isZh === undefined || isEn === undefined || (wasZh === isZh && wasEn === isEn)) return [];
    const tables = after.record.figures.find(({ name }) => name === figure)?.tables ?? [];
    // Other words for the same figures are nothing that the release moved.
    const isMoved = tables.length === 0 || tables.some((id) => before.record.tables.find((one) => one.indicator === id)?.cells !== after.record.tables.find((one) => one.indicator === id)?.cells);
    return isMoved ? [{ figure, tables, was: { zh: wasZh, en: wasEn }, is: { zh: isZh, en: isEn } }] : [];
  });
}

/** Of every release but the first, oldest first. */
export function movesOf(releases: readonly KeptRelease[], indicators: readonly Indicator[], regions: readonly Region[]): readonly ReleaseMoves[] {
  return releases.slice(1).flatMap((after, index) => {
    const before = releases[index];
    if (!before) return [];
    return [{ release: after.record.id, places: movedPlaces(before, after), classes: movedClasses(before, after, indicators, regions), takeaways: movedTakeaways(before, after) }];
  });
}
