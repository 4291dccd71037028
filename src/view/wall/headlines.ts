import { formatNumber, formatPeriod, inUnit, shownDecimals, unitName } from '../../i18n/format.ts';
import type { Say } from '../../i18n/say.ts';
import type { wallZh } from '../../i18n/wall.zh.ts';
import { scale } from '../../ingest/scale.ts';
import type { Indicator, IndicatorTable } from '../../model/indicator.ts';
import { PRECISIONS, STATUSES, type Measured } from '../../model/observation.ts';
import { CORPS, type Region } from '../../model/region.ts';
import type { Lang } from '../../model/text.ts';
import type { PageContext } from '../../prerender/pageContext.ts';
import { change } from '../../query/change.ts';
import { growth } from '../../query/growth.ts';
import type { CoverageView } from '../coverageView.ts';
import type { RankingRow } from '../rankingView.ts';
import { moveAmount } from '../sentences/difference.ts';
import { standingOf, type OnePeriod } from '../sentences/onePeriod.ts';
import { amountText, distanceText, figureText, isCount, nameList, namer, unitsText } from '../sentences/phrases.ts';
import { absentLimit } from '../sentences/provinces.ts';
import { hasBounds } from '../sentences/standing.ts';
import { percentDecimals, withoutNoise } from '../workings.ts';

export type WallWords = typeof wallZh;

/** The longest sentence that a wall holds at six metres. In Chinese a Han sign is 1, a letter or a digit a half; in English every letter is 1. */
export const LONGEST: Readonly<Record<Lang, number>> = { zh: 30, en: 80 };

const HALF_WIDE = /[\u0020-\u024f\u2010-\u2027\u2030-\u205e]/u;

/** How long a line is, as `LONGEST` counts. */
export const lengthOf = (text: string, lang: Lang): number => (lang === 'en' ? [...text].length : [...text].reduce((sum, sign) => sum + (HALF_WIDE.test(sign) ? 0.5 : 1), 0));

/** The first that fits; where none does, the shortest. The last should be one that always does. */
export function firstFitting(candidates: readonly string[], lang: Lang): string {
  const told = candidates.filter(Boolean);
  return told.find((text) => lengthOf(text, lang) <= LONGEST[lang]) ?? [...told].sort((one, other) => lengthOf(one, lang) - lengthOf(other, lang))[0] ?? '';
}

/** Without its full stop: a line of the wall ends where it ends. */
export const withoutEnd = (text: string): string => text.replace(/[。.]+$/u, '');

/** A limit is set smaller than the headline; one that is longer still stands in the notes alone. */
const LONGEST_LIMIT: Readonly<Record<Lang, number>> = { zh: 36, en: 96 };
const MOST_LIMITS = 2;

export const shortLimits = (limits: readonly string[], lang: Lang): readonly string[] =>
  [...new Set(limits.filter(Boolean).map(withoutEnd))].filter((limit) => lengthOf(limit, lang) <= LONGEST_LIMIT[lang]).slice(0, MOST_LIMITS);

/** More than these are counted, not named. */
const MOST_ODD = 2;

interface RegionsTold {
  readonly table: IndicatorTable;
  readonly period: OnePeriod;
  readonly regions: readonly Region[];
}

/** What a map or a ranking may not hide: doubt, status and bounds of its figures, who has none, and counts that judge nobody. */
export function regionLimits({ table: { indicator }, period, regions }: RegionsTold, say: Say, words: WallWords): readonly string[] {
  const name = namer(regions, say);
  const marked = (those: readonly Measured[], status: string): string => (those.length === 0 ? '' : words.marked(unitsText(those.length, indicator.expected, say), status));
  const doubtful = period.figures.filter(({ confidence }) => confidence === 'C');
  return [
    doubtful.length === 0 ? '' : firstFitting([say.words.sentences.doubtful(nameList(doubtful.map(({ regionId }) => name(regionId)), say), doubtful.length), marked(doubtful, say.words.doubtful)], say.lang),
    ...STATUSES.filter((one) => one !== 'measured').map((status) => marked(period.figures.filter((one) => one.status === status), say.words.status[status])),
    ...PRECISIONS.filter((one) => one !== 'exact').map((precision) => marked(period.figures.filter((one) => one.precision === precision), say.words.precision[precision])),
    ...absentLimit(period, indicator.expected, say),
    indicator.better === 'none' ? words.noDirection(indicator.short[say.lang]) : '',
  ];
}

/** Which superlative its direction and its unit allow. */
const superlative = (indicator: Indicator): keyof WallWords['lead'] => (indicator.better === 'lower' ? 'lowest' : isCount(indicator) ? 'most' : 'highest');

/** Those of whom the sentence speaks: who leads for certain, and nobody where places are not told. */
export function leadersOf({ table, period }: Omit<RegionsTold, 'regions'>, { words }: Say): readonly string[] {
  if (words.standings === 'groups' || period.told !== 'values') return [];
  const { contenders, isLeadCertain } = standingOf(period, table.indicator);
  return isLeadCertain && contenders.length < period.figures.length ? contenders.map(({ regionId }) => regionId) : [];
}

/** A percentage that may fall to −100 is a rate of change: the lowest share is 0. */
const isChangeRate = ({ unit, limits }: Indicator): boolean => unit.zh === '%' && limits?.min !== undefined && limits.min < 0;

/** How many fell and how many rose; a few that rose alone are named. Nothing where somebody stayed, or a bound leaves it open. */
function changeHeadline({ table: { indicator }, period, regions }: RegionsTold, say: Say, words: WallWords): string {
  const [down, up] = [period.figures.filter(({ value }) => value < 0), period.figures.filter(({ value }) => value > 0)];
  if (hasBounds(period.figures) || down.length + up.length < period.figures.length) return '';
  const name = namer(regions, say);
  const units = (count: number): string => unitsText(count, indicator.expected, say);
  if (up.length === 0) return words.allFewer(units(down.length));
  return up.length <= MOST_ODD ? words.onlyMore(units(down.length), nameList(up.map(({ regionId }) => name(regionId)), say)) : words.fewerMore(units(down.length), units(up.length));
}

/** One period of a map: who leads, with the value; or what the picture is. */
export function mapHeadline({ table, period, regions }: RegionsTold, say: Say, words: WallWords): string {
  const { indicator } = table;
  const { lang } = say;
  const whatItIs = words.byProvince(indicator.short[lang]);
  if (period.told === 'bands') {
    const top = [...(indicator.bands ?? [])].reverse().map(({ id, name }) => ({ name, count: period.at.filter(({ band }) => band === id).length })).find(({ count }) => count > 0);
    return firstFitting([top ? words.inTopBand(unitsText(top.count, indicator.expected, say), top.name[lang]) : '', whatItIs], lang);
  }
  if (isChangeRate(indicator)) return firstFitting([changeHeadline({ table, period, regions }, say, words), whatItIs], lang);
  const ids = leadersOf({ table, period }, say);
  const [first] = period.figures.filter(({ regionId }) => ids.includes(regionId));
  if (!first) return whatItIs;
  const leaders = period.figures.filter(({ regionId }) => ids.includes(regionId));
  // Tied, one may be doubtful and another not: the limits name who is.
  const shared: Measured = leaders.every(({ confidence, status, precision }) => confidence === first.confidence && status === first.status && precision === first.precision) ? first : { ...first, confidence: 'A', status: 'measured' };
  const name = namer(regions, say);
  return firstFitting([words.lead[superlative(indicator)](nameList(ids.map(name), say), ids.length > 1, figureText(shared, indicator, say)), whatItIs], lang);
}

/** How many have the lower edge of the top class or more, where the descriptor gives the classes; empty where a bound leaves it open. */
function overTopEdge({ table: { indicator }, period }: Omit<RegionsTold, 'regions'>, lead: string, say: Say, words: WallWords): string {
  const edge = indicator.classes?.at(-2);
  if (edge === undefined || indicator.better === 'lower' || period.told !== 'values' || hasBounds(period.figures)) return '';
  const least = scale(String(edge), indicator.unit.multiplier);
  const count = period.figures.filter(({ value }) => value >= least).length;
  const shown = inUnit(least, indicator, say.lang);
  const decimals = [0, 1, 2, 3, 4].find((digits) => Math.abs(Number(shown.toFixed(digits)) - shown) < 1e-9) ?? shownDecimals(indicator, 4, say.lang);
  return count === 0 || count === period.figures.length ? '' : words.overEdge(lead, unitsText(count, indicator.expected, say), amountText(shown, decimals, indicator, say.lang));
}

/** More names than this in one breath say nothing. */
const MOST_CLIMBERS = 2;

/** One frame of a ranking: who is first, and who has climbed most since the frame before; places only where these are told. */
export function rankingHeadline({ table, period, regions }: RegionsTold, rows: readonly Pick<RankingRow, 'id' | 'changeBy'>[], isCompared: boolean, say: Say, words: WallWords): string {
  const { indicator } = table;
  const { lang } = say;
  const whatItIs = words.byProvince(indicator.short[lang]);
  const ids = leadersOf({ table, period }, say);
  if (ids.length === 0) return whatItIs;
  const name = namer(regions, say);
  const lead = words.first[superlative(indicator)](nameList(ids.map(name), say), ids.length > 1);
  if (!isCompared) return firstFitting([overTopEdge({ table, period }, lead, say, words), lead, whatItIs], lang);
  const moves = rows.flatMap(({ id, changeBy }) => (changeBy === null ? [] : [{ id, by: changeBy }]));
  const by = Math.max(0, ...moves.map((move) => move.by));
  const climbers = moves.filter((move) => move.by === by);
  const climbed = by === 0 ? (moves.length > 0 && moves.every((move) => move.by === 0) ? words.keptPlaces(lead) : '') : climbers.length <= MOST_CLIMBERS ? words.climbed(lead, nameList(climbers.map(({ id }) => name(id)), say), by) : '';
  return firstFitting([climbed, lead, whatItIs], lang);
}

/** The way of one line since the first figure that its latest may be set against; null: there is none. */
export interface LineMove {
  readonly from: string;
  /** “6.10亿人”, without a sign. */
  readonly by: string;
  readonly direction: 'up' | 'down' | 'same';
  /** “155%”; empty where growth says more than the figures. */
  readonly percent: string;
}

/** @param figures Of one line, earliest first: charted, none foretold. */
export function lineMove(figures: readonly Measured[], indicator: Indicator, say: Say): LineMove | null {
  const { lang, words } = say;
  const latest = figures.at(-1);
  if (!latest) return null;
  for (const earlier of figures) {
    if (earlier.period >= latest.period) break;
    const moved = change(earlier, latest, indicator);
    if (moved.kind === 'refused' || moved.isDoubtful) continue;
    const { x, decimals } = moveAmount({ earlier, later: latest, change: moved }, indicator, say);
    const about = (text: string): string => (moved.precision === 'approximate' ? words.sentences.about(text) : text);
    const rate = isCount(indicator) && x !== 0 ? growth({ earlier, later: latest, indicator }) : null;
    const share = rate?.kind === 'growth' && !rate.isDoubtful ? withoutNoise(Math.abs(rate.fraction) * 100) : null;
    return {
      from: formatPeriod(earlier.period, lang),
      by: about(distanceText(x, decimals, indicator, say)),
      direction: x === 0 ? 'same' : x > 0 ? 'up' : 'down',
      percent: share === null ? '' : about(`${formatNumber(share, percentDecimals(share))}%`),
    };
  }
  return null;
}

interface LineTold {
  readonly indicator: Indicator;
  readonly name: string;
  readonly move: LineMove | null;
  /** How many figures it has. */
  readonly count: number;
}

/** One line: by how much it moved, or what the picture is. */
export function lineHeadline({ indicator, name, move, count }: LineTold, { lang }: Say, words: WallWords): string {
  if (!move) return count > 1 ? words.overTime(name) : words.onlyOnce(name);
  const told = move.direction === 'same' ? words.stayed(name, move.from) : (move.direction === 'up' ? words.grew : words.shrank)(name, move.from, move.by, isCount(indicator));
  return firstFitting([told, way({ indicator, name, move }, words)], lang);
}

const way = ({ indicator, name, move }: Pick<LineTold, 'indicator' | 'name' | 'move'>, words: WallWords): string =>
  move === null || move.direction === 'same' ? words.wentNowhere(name) : (move.direction === 'up' ? words.wentUp : words.wentDown)(name, isCount(indicator));

/** Two lines: which way each went; where one can't be told, what the picture is. */
export function twoLinesHeadline(one: LineTold, other: LineTold, { lang }: Say, words: WallWords): string {
  const names = words.bothWays(one.name, other.name);
  return one.move && other.move ? firstFitting([words.bothWays(way(one, words), way(other, words)), names], lang) : names;
}

/** “比2015年7月少84%”: beside the number, where a share may be told. */
export const sinceText = (name: string, move: LineMove | null, words: WallWords): string => (move === null || move.percent === '' || move.direction === 'same' ? '' : words.since(name, move.from, move.percent, move.direction === 'up'));

/** On how many networks each province is said to be; the Corps stands apart. */
export function provincesOnAll({ networks }: Pick<CoverageView, 'networks'>): { readonly onAll: number; readonly provinces: number } {
  const tiles = networks.map(({ groups }) => groups.flatMap((group) => group.tiles).filter(({ id }) => id !== CORPS));
  const ids = (tiles[0] ?? []).map(({ id }) => id);
  return { onAll: ids.filter((id) => tiles.every((own) => own.some((tile) => tile.id === id && tile.kind !== 'unsaid'))).length, provinces: ids.length };
}

export function coverageHeadline(view: Pick<CoverageView, 'networks'>, { words }: Pick<PageContext, 'words'>): string {
  const { onAll, provinces } = provincesOnAll(view);
  const say = words.wall;
  return onAll === 0 ? say.coverageName : onAll === provinces ? say.onAll(view.networks.length) : say.someOnAll(view.networks.length);
}

/** Its unit behind the number; a percent sign stands with it. */
export function keyNumber(text: string, indicator: Indicator, lang: Lang): { readonly value: string; readonly unit: string } {
  const unit = unitName(indicator, lang);
  return unit === '%' ? { value: `${text}%`, unit: '' } : { value: text, unit };
}
