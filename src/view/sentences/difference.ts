import { formatList, formatPeriod, inUnit, shownDecimals } from '../../i18n/format.ts';
import type { Say } from '../../i18n/say.ts';
import type { Indicator, IndicatorTable } from '../../model/indicator.ts';
import { hasValue, type Measured, type Observation, type Period } from '../../model/observation.ts';
import type { Region } from '../../model/region.ts';
import { breakBetween } from '../../query/breakBetween.ts';
import { change, type Change } from '../../query/change.ts';
import { observationsAt } from '../../query/select.ts';
import { amountOf, differenceWorking, signedAmount, withoutNoise, type Working } from '../workings.ts';
import { countedRegions, differenceDecimals, isCount, limitList, mainSeries, markLimits, nameList, namer, refusalReason, sentence, unitsText, valueText } from './phrases.ts';
import type { Takeaway } from './takeaway.ts';

export interface DifferenceFacts {
  readonly table: IndicatorTable;
  readonly from: Period;
  readonly to: Period;
  readonly regions: readonly Region[];
  readonly selected: string | null;
}

/** One region's way between two figures of its own. */
export interface Move {
  readonly region: Region;
  readonly earlier: Measured;
  readonly later: Measured;
  readonly change: Extract<Change, { kind: 'change' }>;
}

/** A change in the reader's unit, with its decimals. */
export function moveAmount({ change: moved, earlier, later }: Pick<Move, 'change' | 'earlier' | 'later'>, indicator: Indicator, { lang }: Say): { readonly x: number; readonly decimals: number } {
  const x = withoutNoise(inUnit(moved.value, indicator, lang));
  const finest = Math.max(amountOf(earlier, indicator, lang).decimals, amountOf(later, indicator, lang).decimals);
  return { x, decimals: differenceDecimals(x, shownDecimals(indicator, moved.printedDecimals, lang), finest) };
}

/** “＋3.8个百分点”; “约” where a figure was printed so. */
export function moveText(move: Pick<Move, 'change' | 'earlier' | 'later'>, indicator: Indicator, say: Say): string {
  const { x, decimals } = moveAmount(move, indicator, say);
  const text = signedAmount(x, decimals, indicator, say);
  return move.change.precision === 'approximate' ? say.words.sentences.about(text) : text;
}

export const moveWorking = (move: Pick<Move, 'change' | 'earlier' | 'later'>, name: string | undefined, indicator: Indicator, say: Say): Working =>
  differenceWorking(
    {
      earlier: amountOf(move.earlier, indicator, say.lang),
      later: amountOf(move.later, indicator, say.lang),
      from: formatPeriod(move.earlier.period, say.lang),
      to: formatPeriod(move.later.period, say.lang),
      indicator,
      decimals: moveAmount(move, indicator, say).decimals,
      ...(name === undefined ? {} : { name }),
    },
    say,
  );

interface MovesAmong {
  /** Null: each region has a pair of periods of its own. */
  readonly from: string | null;
  readonly to: string;
  readonly units: string;
  readonly n: number;
}

/** “31个省份里24个上升，5个下降，2个持平”: kinds that occur. */
export function movesText(moves: readonly Pick<Move, 'change'>[], { from, to, units, n }: MovesAmong, indicator: Indicator, { lang, words }: Say): string {
  const { sentences } = words;
  const counts = isCount(indicator);
  const [up, down] = [moves.filter(({ change: { value } }) => value > 0).length, moves.filter(({ change: { value } }) => value < 0).length];
  const same = moves.length - up - down;
  if (from !== null && moves.length === n) {
    if (up === n) return sentences.allRose(from, to, units, counts);
    if (down === n) return sentences.allFell(from, to, units, counts);
    if (same === n) return sentences.allStayed(from, to, units);
  }
  const who = moves.length === n ? units : sentences.comparedUnits(units, moves.length);
  const kinds = [up > 0 ? sentences.rose(up, counts) : '', down > 0 ? sentences.fell(down, counts) : '', same > 0 ? sentences.stayed(same) : ''].filter(Boolean);
  const parts = formatList(kinds, lang);
  return from === null ? sentences.movedOwn(who, parts) : sentences.moved(from, to, who, parts);
}

/** One region's way in a clause. */
export function moveClause(move: Move, name: string, indicator: Indicator, say: Say): string {
  const { sentences } = say.words;
  const [from, to] = [valueText(move.earlier, indicator, say), valueText(move.later, indicator, say)];
  const { value } = move.change;
  if (value === 0) return sentences.chosenStayed(name, to);
  const by = moveText(move, indicator, say);
  return value > 0 ? sentences.chosenRose(name, by, from, to, isCount(indicator)) : sentences.chosenFell(name, by, from, to, isCount(indicator));
}

/** Reasons why some could not be compared, each with how many. */
export function refusedLimits(refused: readonly Extract<Change, { kind: 'refused' }>[], say: Say): readonly string[] {
  const counts = new Map<string, number>();
  for (const one of refused) {
    const reason = refusalReason(one, say);
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].map(([reason, n]) => say.words.sentences.notComparable(n, reason));
}

/** What moved between two periods: how many regions rose, fell, stayed or can't be compared; the largest rise and fall. */
export function differenceTakeaway({ table, regions, selected, ...given }: DifferenceFacts, say: Say): Takeaway {
  const { indicator } = table;
  const { words, lang } = say;
  const { sentences } = words;
  const [from, to] = given.from <= given.to ? [given.from, given.to] : [given.to, given.from];
  const [fromText, toText] = [formatPeriod(from, lang), formatPeriod(to, lang)];
  if (from === to) return { text: sentence([sentences.samePeriod(toText)], say), limits: [], workings: [] };
  const seriesId = mainSeries(table);
  const broken = breakBetween(indicator, from, to, seriesId);
  if (broken) return { text: sentence([sentences.cannotCompare(fromText, toText, refusalReason({ reason: 'methodBreak', methodBreak: broken }, say))], say), limits: [], workings: [] };

  const name = namer(regions, say);
  const counted = countedRegions(indicator, regions);
  const units = unitsText(counted.length, indicator.expected, say);
  const rowsAt = (period: Period) => new Map(observationsAt(table, period, seriesId).map((row): [string, Observation] => [row.regionId, row]));
  const [before, after] = [rowsAt(from), rowsAt(to)];
  const moves: Move[] = [];
  const refused: Extract<Change, { kind: 'refused' }>[] = [];
  for (const region of counted) {
    const [earlier, later] = [before.get(region.id), after.get(region.id)];
    const moved = change(earlier, later, indicator);
    if (moved.kind === 'refused') refused.push(moved);
    else if (earlier && later && hasValue(earlier) && hasValue(later)) moves.push({ region, earlier, later, change: moved });
  }
  const region = regions.find(({ id }) => id === selected);
  const own = moves.find((move) => move.region.id === selected);
  const ownRefusal = region && !own ? change(before.get(region.id), after.get(region.id), indicator) : null;
  const chosenLimit = region && ownRefusal?.kind === 'refused' ? [sentences.chosenRefused(name(region.id), refusalReason(ownRefusal, say))] : [];
  if (moves.length === 0) {
    return { text: sentence([sentences.noPairs(units)], say), limits: limitList([...refusedLimits(refused, say), ...chosenLimit], say), workings: [] };
  }

  const extreme = (sign: 1 | -1): readonly Move[] => {
    const most = Math.max(...moves.map(({ change: { value } }) => sign * value));
    return most > 0 ? moves.filter(({ change: { value } }) => sign * value === most) : [];
  };
  const [risers, fallers] = [extreme(1), extreme(-1)];
  const largest = (those: readonly Move[], tell: typeof sentences.largestRise): string => {
    const [first] = those;
    const marked = those.find(({ change: { precision } }) => precision === 'approximate') ?? first;
    return first && marked && moves.length > 1 ? tell(nameList(those.map((move) => name(move.region.id)), say), those.length > 1, moveText(marked, indicator, say), isCount(indicator)) : '';
  };
  const only = counted.length === 1 ? moves[0] : undefined;
  const told = [...new Set([risers[0], fallers[0], own])].filter((move) => move !== undefined);
  return {
    text: sentence(
      [
        only ? sentences.oneMoved(fromText, toText, moveClause(only, name(only.region.id), indicator, say)) : movesText(moves, { from: fromText, to: toText, units, n: counted.length }, indicator, say),
        largest(risers, sentences.largestRise),
        largest(fallers, sentences.largestFall),
        own && region && !only ? moveClause(own, name(region.id), indicator, say) : '',
      ],
      say,
    ),
    limits: limitList([...refusedLimits(refused, say), ...chosenLimit, ...markLimits(moves.flatMap(({ earlier, later }) => [earlier, later]), (figure) => name(figure.regionId), say)], say),
    workings: told.map((move) => moveWorking(move, name(move.region.id), indicator, say)),
  };
}
