import { formatFigure, formatList, formatNumber, formatPeriod, unitName } from '../i18n/format.ts';
import type { Say } from '../i18n/say.ts';
import type { workshopZh } from '../i18n/workshop.zh.ts';
import type { Indicator, IndicatorId, IndicatorTable } from '../model/indicator.ts';
import type { Absence, Observation } from '../model/observation.ts';
import type { Region, RegionId } from '../model/region.ts';
import { composite, type Composite, type Lack, type Normalisation, type Standing } from '../query/composite.ts';
import type { Spread } from '../query/draws.ts';
import { isExpected } from '../query/expected.ts';
import { observationsAt } from '../query/select.ts';
import { absenceWithoutRow } from './provinceView.ts';
import { mainSeries, unitsText } from './sentences/phrases.ts';
import type { TableView } from './tableView.ts';
import type { WorkshopChoice } from './workshopChoice.ts';
import { withoutNoise } from './workings.ts';

export type WorkshopTerms = typeof workshopZh;

export interface WorkshopInput {
  readonly choice: WorkshopChoice;
  /** Of every chosen indicator. */
  readonly tables: Readonly<Record<IndicatorId, IndicatorTable>>;
  /** The provinces and the Corps. */
  readonly regions: readonly Region[];
  /** Null while weights are being drawn. */
  readonly spreads: ReadonlyMap<RegionId, Spread> | null;
}

/** What was chosen of an indicator, with what it is worth. */
export interface ChosenTable {
  readonly table: IndicatorTable;
  readonly indicator: Indicator;
  /** One period, one series. */
  readonly observations: readonly Observation[];
  readonly weight: number;
  readonly share: number;
  readonly period: string;
}

/** A composite with the words' other half: what it was made of. */
export interface Made {
  readonly choice: WorkshopChoice;
  readonly chosen: readonly ChosenTable[];
  /** Those whom every chosen indicator is to cover. */
  readonly counted: readonly Region[];
  readonly composite: Composite;
}

/** Puts the chosen indicators together. */
export function makeComposite({ choice, tables, regions }: Omit<WorkshopInput, 'spreads'>): Made {
  const picked = choice.chosen.flatMap((one) => {
    const table = tables[one.id];
    return table ? [{ ...one, table, indicator: table.indicator, observations: observationsAt(table, one.period, mainSeries(table)) }] : [];
  });
  const counted = regions.filter((region) => picked.every(({ indicator }) => isExpected(region, indicator.expected)));
  const made = composite({ ingredients: picked, regionIds: counted.map(({ id }) => id), normalisation: choice.normalisation, missing: choice.missing });
  return { choice, chosen: picked.map(({ table, indicator, observations, weight, period }, at) => ({ table, indicator, observations, weight, period, share: made.shares[at] ?? 0 })), counted, composite: made };
}

/** Scales of 0 to 100 need one decimal, deviations two. */
export const scoreDecimals = (how: Normalisation): number => (how === 'zscore' ? 2 : 1);

export const scoreText = (x: number, how: Normalisation): string => formatNumber(withoutNoise(x), scoreDecimals(how));

/** “25%”, “33.3%”. */
export function shareText(share: number): string {
  const percent = withoutNoise(share * 100);
  return `${formatNumber(percent, Math.abs(percent - Math.round(percent)) < 1e-9 ? 0 : 1)}%`;
}

/** How often it was among the first k; of 10,000 draws the share is printed in full: “83.12%”, “100%”. */
export const drawsText = ({ within }: Spread, k: number): string => `${formatNumber(((within[Math.min(k, within.length) - 1] ?? 0) / (within.at(-1) ?? 1)) * 100, 2).replace(/\.?0+$/, '')}%`;

export interface WorkshopPart {
  /** Index of the indicator. */
  readonly at: number;
  /** In percent of the picture's width. */
  readonly x: number;
  readonly width: number;
}

/** Places in percent of the picture's width. */
export interface WorkshopSpread {
  readonly low: number;
  readonly high: number;
  readonly min: number;
  readonly max: number;
}

export interface WorkshopRow {
  readonly id: RegionId;
  readonly name: string;
  readonly rank: string;
  readonly tied: string;
  readonly score: string;
  /** “4项中的3项”; empty where it has all. */
  readonly partial: string;
  readonly parts: readonly WorkshopPart[];
  /** The score and all its parts in words. */
  readonly partsText: string;
  /** Empty while weights are being drawn. */
  readonly range: string;
  readonly all: string;
  /** The place with the chosen weights, in percent of the picture's width. */
  readonly at: number;
  /** Null while weights are being drawn. */
  readonly spread: WorkshopSpread | null;
  readonly first: string;
  readonly firstTen: string;
  /** The stop of the cursor. */
  readonly say: string;
}

export interface WorkshopView {
  readonly heading: string;
  readonly coverage: string;
  readonly rankSub: string;
  readonly scoreSub: string;
  /** In rank order. */
  readonly rows: readonly WorkshopRow[];
  readonly unranked: readonly { readonly id: RegionId; readonly name: string; readonly absence: Absence | null; readonly text: string }[];
  readonly legend: readonly { readonly at: number; readonly name: string; readonly share: string }[];
  /** Where 0 lies in the picture of parts, in percent. */
  readonly zero: number;
  /** Places along the axis of ranges. */
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
  readonly table: TableView;
  /** Null while weights are being drawn. */
  readonly spreadTable: TableView | null;
  readonly notes: readonly string[];
  readonly sources: readonly { readonly indicatorId: IndicatorId; readonly name: string; readonly when: string; readonly sourceIds: readonly string[] }[];
}

/** Which kind of nothing it is; null where there is a figure that is not firm enough. */
export function lackAbsence({ kind, observation }: Lack, region: Region, indicator: Indicator): Absence | null {
  if (kind !== 'absent') return null;
  return observation && observation.value === null ? observation.status : absenceWithoutRow(region, indicator);
}

export function lackWord(lack: Lack, region: Region, indicator: Indicator, { words }: Say, terms: WorkshopTerms): string {
  const absence = lackAbsence(lack, region, indicator);
  if (absence !== null) return words.absence[absence];
  switch (lack.kind) {
    case 'bound':
      return words.precision[lack.observation && lack.observation.value !== null && lack.observation.precision === 'upperBound' ? 'upperBound' : 'lowerBound'];
    case 'forecast':
      return words.status.forecast;
    case 'doubtful':
    case 'absent':
      return terms.heldBack;
  }
}

/** Stacks parts outwards from zero, those below it to the left. */
function stacked({ parts }: Standing, low: number, high: number): readonly WorkshopPart[] {
  const scale = (x: number) => (x / (high - low)) * 100;
  const zero = scale(0 - low);
  let [left, right] = [zero, zero];
  return parts.flatMap((part, at): readonly WorkshopPart[] => {
    if (part === null || part.part === 0) return [];
    const width = scale(Math.abs(part.part));
    if (part.part > 0) {
      right += width;
      return [{ at, x: right - width, width }];
    }
    left -= width;
    return [{ at, x: left, width }];
  });
}

/** Dots keep off the edges of their picture. */
const EDGE = 3;
const along = (place: number, n: number): number => (n < 2 ? 50 : EDGE + ((place - 1) / (n - 1)) * (100 - 2 * EDGE));

function ticksOf(n: number): readonly number[] {
  const step = n > 20 ? 10 : n > 10 ? 5 : 2;
  const between = Array.from({ length: Math.floor(n / step) }, (_, index) => (index + 1) * step).filter((place) => place > 1 && n - place > step / 3);
  return [...new Set([1, ...between, n])];
}

/** “31个省份” */
export const countedText = ({ counted }: Made, say: Say): string => unitsText(counted.length, counted.some(({ level }) => level === 'corps') ? 'provincesAndCorps' : 'provinces', say);

/** Everything that is told of one choice. */
export function workshopView(made: Made, { regions, spreads }: Pick<WorkshopInput, 'regions' | 'spreads'>, say: Say, terms: WorkshopTerms): WorkshopView {
  const { choice, chosen, counted, composite: result } = made;
  const { lang, words } = say;
  const how = choice.normalisation;
  const nameOf = new Map(regions.map((region) => [region.id, region.short[lang]]));
  const regionOf = new Map(regions.map((region) => [region.id, region]));
  const name = (id: RegionId) => nameOf.get(id) ?? id;
  const n = result.ranked.length;
  const score = (x: number) => scoreText(x, how);

  const sums = result.ranked.map(({ parts }) => ({ below: parts.reduce((total, part) => total + Math.min(0, part?.part ?? 0), 0), above: parts.reduce((total, part) => total + Math.max(0, part?.part ?? 0), 0) }));
  const low = how === 'zscore' ? Math.min(0, ...sums.map(({ below }) => below)) : 0;
  const high = how === 'zscore' ? Math.max(low + 1e-6, ...sums.map(({ above }) => above)) : 100;

  const toRow = (row: Standing): WorkshopRow => {
    const spread = spreads?.get(row.regionId);
    const first = spread ? drawsText(spread, 1) : '';
    const range = spread ? terms.range(spread.low, spread.high, n) : '';
    const all = spread ? terms.range(spread.min, spread.max, n) : '';
    const rank = words.rankCell(row.rank, row.n);
    const have = row.parts.filter((part) => part !== null).length;
    return {
      id: row.regionId,
      name: name(row.regionId),
      rank,
      tied: row.isTied ? terms.tied : '',
      score: score(row.score),
      partial: row.isPartial ? terms.partial(have, row.parts.length) : '',
      parts: stacked(row, low, high),
      partsText: terms.scored(name(row.regionId), score(row.score), formatList(row.parts.flatMap((part, at) => (part === null ? [] : [`${chosen[at]?.indicator.short[lang] ?? ''} ${score(part.part)}`])), lang)),
      range,
      all,
      at: along(row.rank, n),
      spread: spread ? { low: along(spread.low, n), high: along(spread.high, n), min: along(spread.min, n), max: along(spread.max, n) } : null,
      first,
      firstTen: spread ? drawsText(spread, 10) : '',
      say: spread ? terms.steadiness.say(name(row.regionId), terms.place(row.rank, row.n, row.isTied), terms.places(spread.low, spread.high, n), terms.places(spread.min, spread.max, n), first) : '',
    };
  };

  const rows = result.ranked.map(toRow);

  const countedIds = new Set(counted.map(({ id }) => id));
  const lacksOf = (region: Region) => result.lacks.filter(({ regionId }) => regionId === region.id);
  const unranked = regions
    .filter(({ id }) => !result.ranked.some(({ regionId }) => regionId === id))
    .map((region) => {
      const outside = chosen.find(({ indicator }) => !isExpected(region, indicator.expected));
      if (!countedIds.has(region.id) && outside) {
        const absence = absenceWithoutRow(region, outside.indicator);
        return { id: region.id, name: region.short[lang], absence, text: words.absence[absence] };
      }
      const parts = lacksOf(region).flatMap((lack) => {
        const indicator = chosen[lack.at]?.indicator;
        return indicator ? [{ absence: lackAbsence(lack, region, indicator), text: terms.lackOf(indicator.short[lang], lackWord(lack, region, indicator, say, terms)) }] : [];
      });
      return { id: region.id, name: region.short[lang], absence: parts[0]?.absence ?? null, text: terms.lacks(formatList(parts.map(({ text }) => text), lang)) };
    })
    .sort((one, other) => Number(countedIds.has(other.id)) - Number(countedIds.has(one.id)) || (one.id < other.id ? -1 : 1));

  const tableRow = (row: Standing, { rank, tied, partial }: WorkshopRow) => ({
    key: row.regionId,
    cells: [
      { text: rank + (tied === '' ? '' : words.aside(tied)) },
      { text: name(row.regionId) + (partial === '' ? '' : words.aside(partial)) },
      { text: score(row.score) },
      ...row.parts.flatMap((part, at) => {
        const indicator = chosen[at]?.indicator;
        const lack = result.lacks.find((one) => one.regionId === row.regionId && one.at === at);
        const region = regionOf.get(row.regionId);
        if (part === null || !indicator) return [{ text: lack && region && indicator ? lackWord(lack, region, indicator, say, terms) : '' }, { text: '' }];
        return [{ text: formatFigure(part.observation, indicator, lang) }, { text: score(part.part) }];
      }),
    ],
  });
  const withUnit = (indicator: Indicator, label: string): string => (unitName(indicator, lang) === '' ? label : label + words.aside(unitName(indicator, lang)));
  return {
    heading: [terms.figure(chosen.length), terms.normalisations[how], terms.notOfficial].join(' · '),
    coverage: terms.coverage(n, countedText(made, say)),
    rankSub: terms.of(n),
    scoreSub: terms.scale[how],
    rows,
    unranked,
    legend: chosen.map(({ indicator, share }, at) => ({ at, name: indicator.short[lang], share: shareText(share) })),
    zero: ((0 - low) / (high - low)) * 100,
    ticks: ticksOf(n).map((place) => ({ x: along(place, n), text: String(place) })),
    table: {
      columns: [
        { key: 'rank', label: words.rank, numeric: true },
        { key: 'region', label: words.region, head: true },
        { key: 'score', label: terms.heads.score, numeric: true },
        ...chosen.flatMap(({ indicator, period, weight, share }) => [
          { key: `value-${indicator.id}`, label: withUnit(indicator, terms.table.value(indicator.short[lang], formatPeriod(period, lang))), numeric: true },
          { key: `part-${indicator.id}`, label: terms.table.part(indicator.short[lang], weight, shareText(share)), numeric: true },
        ]),
      ],
      rows: result.ranked.flatMap((row, index) => {
        const shown = rows[index];
        return shown ? [tableRow(row, shown)] : [];
      }),
    },
    spreadTable:
      spreads === null
        ? null
        : {
            columns: [
              { key: 'region', label: terms.steadiness.columns.region, head: true },
              { key: 'rank', label: terms.steadiness.columns.rank, numeric: true },
              { key: 'range', label: terms.steadiness.columns.range, numeric: true },
              { key: 'all', label: terms.steadiness.columns.all, numeric: true },
              { key: 'first', label: terms.steadiness.columns.first, numeric: true },
              { key: 'firstTen', label: terms.steadiness.columns.firstTen, numeric: true },
            ],
            rows: rows.map((row) => ({ key: row.id, cells: [row.name, row.rank, row.range, row.all, row.first, row.firstTen].map((text) => ({ text })) })),
          },
    notes: [terms.notes[how], terms.notes.handbook, terms.notes.ties, terms.notes.range],
    sources: chosen.map(({ indicator, period, observations }) => ({ indicatorId: indicator.id, name: indicator.short[lang], when: formatPeriod(period, lang), sourceIds: [...new Set(observations.filter(({ regionId }) => countedIds.has(regionId)).map(({ sourceId }) => sourceId))] })),
  };
}
