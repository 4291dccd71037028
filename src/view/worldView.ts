import { linear } from '../charts/scale.ts';
import { spread } from '../charts/spread.ts';
import { formatFigure, formatNumber, formatPeriod, inUnit, periodToYears } from '../i18n/format.ts';
import type { Say } from '../i18n/say.ts';
import type { IndicatorTable } from '../model/indicator.ts';
import { hasValue, type Measured, type Observation, type Period } from '../model/observation.ts';
import type { Region } from '../model/region.ts';
import { breakBetween } from '../query/breakBetween.ts';
import { rank } from '../query/rank.ts';
import { summary } from '../query/summary.ts';
import type { TableView } from './tableView.ts';
import { worldTakeaway } from './sentences/world.ts';
import type { Takeaway } from './sentences/takeaway.ts';

/** More lines than these are not told apart. */
export const MOST_PEERS = 4;

/** A point of a country's path. */
interface PathPoint {
  /** Percent of the plot. */
  readonly x: number;
  readonly y: number;
  readonly say: string;
}

export interface WorldPath {
  readonly id: string;
  readonly name: string;
  /** 0: the country that the figure is about; 1 … 4: its peers. */
  readonly tone: number;
  readonly points: readonly PathPoint[];
  /** One path a stretch without a break in method. */
  readonly lines: readonly string[];
  /** Where its name stands at the right edge, in pixels; labels never touch. */
  readonly label: { readonly y: number; readonly text: string; /** “CHN 35”, where the name would not fit. */ readonly short: string };
}

export interface WorldStripView {
  /** Percent of the width, one a country; faint when outside the chosen group. */
  readonly ticks: readonly { readonly id: string; readonly x: number; readonly isFaint: boolean; readonly say: string }[];
  readonly median: { readonly x: number; readonly text: string };
  readonly marked: readonly { readonly id: string; readonly x: number; readonly text: string; readonly tone: number; readonly row: number; readonly anchor: 'start' | 'end' }[];
  /** The publisher's classes: edges, names, and how many countries are in each. */
  readonly zones: readonly { readonly from: number; readonly to: number; readonly text: string; readonly count: string }[];
  readonly axis: readonly { readonly x: number; readonly text: string }[];
  readonly n: number;
}

/** An international survey: one country's path and its peers', and all countries of an edition on one strip. */
export interface WorldView {
  readonly heading: string;
  readonly period: Period;
  readonly takeaway: Takeaway;
  readonly coverage: string;
  readonly stripTitle: string;
  readonly paths: readonly WorldPath[];
  readonly height: number;
  readonly placeTicks: readonly { readonly y: number; readonly text: string }[];
  readonly years: readonly { readonly x: number; readonly text: string }[];
  readonly breaks: readonly { readonly x: number; readonly reason: string }[];
  readonly strip: WorldStripView;
  readonly table: TableView;
  readonly notes: readonly string[];
  readonly sourceIds: readonly string[];
}

export interface WorldInput {
  readonly table: IndicatorTable;
  readonly period: Period;
  readonly country: string;
  /** At most four others. */
  readonly peers: readonly string[];
  readonly countries: readonly Region[];
  /** A continent (“Asia”) or an income group, in English as in the regions; null: all. */
  readonly group: string | null;
}

const HEIGHT = 260;
const LABEL_GAP = 20;
const STEP = 20;

const round = (value: number) => Math.round(value * 100) / 100;

/** Highest first. */
const INCOME_GROUPS: readonly string[] = ['High income', 'Upper middle income', 'Lower middle income', 'Low income'];

/** The groups of countries that a reader may choose: continents, then income groups, as they occur. */
export const groupsOf = (countries: readonly Region[]): readonly string[] => [
  ...[...new Set(countries.flatMap(({ unRegion }) => (unRegion ? [unRegion.en] : [])))].sort(),
  ...INCOME_GROUPS.filter((group) => countries.some(({ incomeGroup }) => incomeGroup === group)),
];

/** “亚洲”, “高收入国家” */
export const groupName = (group: string, countries: readonly Region[], { lang, words }: Say): string =>
  countries.find(({ unRegion }) => unRegion?.en === group)?.unRegion?.[lang] ?? words.world.incomeGroups[group] ?? group;

const isIn = (region: Region | undefined, group: string | null): boolean => group === null || region?.unRegion?.en === group || region?.incomeGroup === group;

export const editionsOf = (table: IndicatorTable): readonly Period[] => [...new Set(table.observations.filter(hasValue).map(({ period }) => period))].sort();

/** Throws when the edition has no figure at all: a page of ours then asks for one that does not exist. */
export function worldView({ table, period, country, peers, countries, group }: WorldInput, say: Say): WorldView {
  const { indicator, observations } = table;
  const { lang, words } = say;
  const regionOf = new Map(countries.map((region) => [region.id, region]));
  const nameOf = (id: string) => regionOf.get(id)?.short[lang] ?? id;
  const editions = editionsOf(table);
  const isPublished = observations.some(({ publishedRank }) => publishedRank !== undefined);

  /** Places of an edition: the publisher's, or ours among all that have a value. */
  const placesAt = new Map(
    editions.map((edition) => {
      const at = observations.filter((one) => one.period === edition);
      const { ranked, n } = rank(at, indicator.better);
      const ours = ranked.map((row): readonly [string, number] => [row.observation.regionId, row.rank]);
      const theirs = at.flatMap((one): (readonly [string, number])[] => (one.publishedRank === undefined ? [] : [[one.regionId, one.publishedRank]]));
      return [edition, { n, places: new Map(isPublished ? theirs : ours) }];
    }),
  );
  const chosen = [country, ...peers.filter((id) => id !== country).slice(0, MOST_PEERS)];
  const figure = (id: string, edition: Period): Observation | undefined => observations.find((one) => one.regionId === id && one.period === edition);

  const deepest = Math.max(1, ...chosen.flatMap((id) => editions.map((edition) => placesAt.get(edition)?.places.get(id) ?? 0)));
  const bottom = Math.ceil((deepest + 4) / STEP) * STEP;
  const xs = editions.map(periodToYears);
  const [firstYear, lastYear] = [Math.min(...xs), Math.max(...xs)];
  const toX = linear([firstYear - 0.6, lastYear + 0.6], [0, 100]);
  const toY = linear([bottom, 1], [100, 0]);

  const drawn = chosen.map((id, tone) => {
    const own = editions.flatMap((edition) => {
      const place = placesAt.get(edition)?.places.get(id);
      const one = figure(id, edition);
      if (place === undefined || !one) return [];
      return [{ edition, place, x: round(toX(periodToYears(edition))), y: round(toY(place)), say: [formatPeriod(edition, lang), nameOf(id), words.rankOf(place, placesAt.get(edition)?.n ?? 0), hasValue(one) ? formatFigure(one, indicator, lang) : ''].filter(Boolean).join(words.comma) }];
    });
    const runs: (typeof own)[] = [];
    own.forEach((point, index) => {
      const before = own[index - 1];
      const run = runs.at(-1);
      // An edition without a place in between, or another method: not joined.
      const skips = before !== undefined && editions.indexOf(point.edition) - editions.indexOf(before.edition) > 1;
      if (!before || !run || skips || breakBetween(indicator, before.edition, point.edition)) runs.push([point]);
      else run.push(point);
    });
    return { id, tone, own, lines: runs.filter((run) => run.length > 1).map((run) => run.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('')) };
  });
  const ends = drawn.map(({ own }) => own.at(-1));
  const labelY = spread(ends.map((end) => ((end?.y ?? 0) / 100) * HEIGHT), LABEL_GAP, [0, HEIGHT]);

  const latest = observations.filter((one): one is Measured => one.period === period && hasValue(one));
  const inGroup = latest.filter(({ regionId }) => isIn(regionOf.get(regionId), group));
  const spreadOf = summary(inGroup.map((one) => inUnit(one.value, indicator, lang)));
  const all = latest.map((one) => inUnit(one.value, indicator, lang));
  if (!spreadOf || all.length === 0) throw new Error(`${indicator.id} has no value for ${period}${group === null ? '' : ` in ${group}`}`);
  const edges = indicator.classes ?? [];
  const domain: readonly [number, number] = edges.length > 1 ? [edges[0] ?? 0, edges.at(-1) ?? 1] : [Math.min(...all), Math.max(...all)];
  const toStrip = linear(domain, [0, 100]);
  const place = (id: string) => placesAt.get(period)?.places.get(id);
  const best = [...inGroup].sort((one, other) => (indicator.better === 'lower' ? one.value - other.value : other.value - one.value))[0];
  const isGrouped = words.standings === 'groups';
  const names = [...chosen, ...(best && !isGrouped && !chosen.includes(best.regionId) ? [best.regionId] : [])];
  const marked = names
    .flatMap((id) => {
      const one = latest.find(({ regionId }) => regionId === id);
      if (!one) return [];
      const x = round(toStrip(inUnit(one.value, indicator, lang)));
      return [{ id, x, text: `${nameOf(id)} ${formatFigure(one, indicator, lang)}`, tone: chosen.indexOf(id), anchor: x > 50 ? ('end' as const) : ('start' as const) }];
    })
    // Each on a line of its own, so that at any width none covers another; outer strokes first, so that none crosses a name on its side.
    .sort((one, other) => Number(one.anchor === 'start') - Number(other.anchor === 'start') || (one.anchor === 'end' ? other.x - one.x : one.x - other.x))
    .map((mark, row) => ({ ...mark, row }));

  const medianText = formatNumber(spreadOf.median, indicator.decimals ?? Math.max(...latest.map(({ printedDecimals }) => printedDecimals)));
  const { n } = placesAt.get(period) ?? { n: 0 };
  return {
    heading: [indicator.name[lang], formatPeriod(period, lang)].join(' · '),
    period,
    takeaway: worldTakeaway({ table, period, countries, country, peers: chosen.slice(1) }, say),
    coverage: words.coverageCountries(latest.length, Math.max(n, countries.length)),
    stripTitle: group === null ? words.world.strip(formatPeriod(period, lang)) : words.world.stripGroup(formatPeriod(period, lang), groupName(group, countries, say), inGroup.length),
    paths: (isGrouped ? [] : drawn).map(({ id, tone, own, lines }, index) => ({
      id,
      name: nameOf(id),
      tone,
      points: own.map(({ x, y, say: said }) => ({ x, y, say: said })),
      lines,
      label: { y: round(labelY[index] ?? 0), short: `${id} ${own.at(-1)?.place ?? ''}`, text: own.length === 0 ? `${nameOf(id)} ${words.absence.notPublished}` : `${nameOf(id)} ${words.rankShort(own.at(-1)?.place ?? 0, placesAt.get(own.at(-1)?.edition ?? '')?.n ?? 0)}` },
    })),
    height: HEIGHT,
    placeTicks: [1, ...Array.from({ length: bottom / STEP }, (_, index) => (index + 1) * STEP)].map((tick) => ({ y: round(toY(tick)), text: String(tick) })),
    years: editions.map((edition) => ({ x: round(toX(periodToYears(edition))), text: edition.slice(0, 4) })),
    breaks: (indicator.methodBreaks ?? []).map((one) => ({ x: round(toX(periodToYears(one.period) - 0.5)), reason: one.reason[lang] })),
    strip: {
      ticks: latest.map((one) => ({
        id: one.regionId,
        x: round(toStrip(inUnit(one.value, indicator, lang))),
        isFaint: !isIn(regionOf.get(one.regionId), group),
        say: [nameOf(one.regionId), formatFigure(one, indicator, lang), place(one.regionId) === undefined ? '' : words.rankOf(place(one.regionId) ?? 0, n)].filter(Boolean).join(words.comma),
      })),
      median: { x: round(toStrip(spreadOf.median)), text: `${words.world.median} ${medianText}` },
      marked,
      zones: (indicator.bands ?? []).flatMap((band, index) => {
        const [from, to] = [edges[index], edges[index + 1]];
        if (from === undefined || to === undefined) return [];
        const isLast = index === edges.length - 2;
        const inZone = inGroup.filter((one) => inUnit(one.value, indicator, lang) >= from && (isLast || inUnit(one.value, indicator, lang) < to)).length;
        return [{ from: round(toStrip(from)), to: round(toStrip(to)), text: band.name[lang], count: words.world.countries(inZone) }];
      }),
      axis: edges.map((edge) => ({ x: round(toStrip(edge)), text: String(edge) })),
      n: latest.length,
    },
    table: {
      columns: [
        { key: 'period', label: words.period, head: true },
        { key: 'n', label: words.world.ranked, numeric: true },
        ...chosen.flatMap((id) => [
          { key: `${id} place`, label: `${nameOf(id)} ${words.rank}`, numeric: true },
          { key: `${id} value`, label: `${nameOf(id)} ${words.value}`, numeric: true },
        ]),
      ],
      rows: editions.map((edition) => ({
        key: edition,
        cells: [
          { text: formatPeriod(edition, lang) },
          { text: String(placesAt.get(edition)?.n ?? 0) },
          ...chosen.flatMap((id) => {
            const one = figure(id, edition);
            const at = placesAt.get(edition)?.places.get(id);
            return [{ text: at === undefined ? '' : words.rankCell(at, placesAt.get(edition)?.n ?? 0) }, { text: one === undefined ? words.absence.notGathered : hasValue(one) ? formatFigure(one, indicator, lang) : words.absence[one.status] }];
          }),
        ],
      })),
    },
    notes: [words.world.editions(editions.length, editions.map((edition) => edition.slice(0, 4)).join(words.comma))],
    sourceIds: [...new Set(observations.filter(({ regionId }) => chosen.includes(regionId)).map(({ sourceId }) => sourceId))],
  };
}
