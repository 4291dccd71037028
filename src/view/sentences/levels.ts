import { formatPeriod } from '../../i18n/format.ts';
import type { Say } from '../../i18n/say.ts';
import type { IndicatorTable } from '../../model/indicator.ts';
import { hasValue, type Measured, type Observation } from '../../model/observation.ts';
import { change, type Change } from '../../query/change.ts';
import { observationsAt } from '../../query/select.ts';
import { amountOf, partsGapWorking, shareWorking, subtract, sumOf, sumWorking, type Amount, type Working } from '../workings.ts';
import { movesText, type Move } from './difference.ts';
import { amountText, breakReason, differenceDecimals, distanceText, limitList, markLimits, nameList, sentence, shownFor, when, valueText } from './phrases.ts';
import type { Takeaway } from './takeaway.ts';

export interface LevelsFacts {
  readonly table: IndicatorTable;
  /** Series ids of the parts, in their order. */
  readonly parts: readonly string[];
  /** Series id of the published total; null when none is. */
  readonly total: string | null;
}

/** A part of a sum: a figure as printed, neither bound nor forecast nor doubtful. */
const canBeAdded = (one: Observation | undefined): one is Measured =>
  one !== undefined && hasValue(one) && one.precision !== 'lowerBound' && one.precision !== 'upperBound' && one.status !== 'forecast' && one.confidence !== 'C';

/** Parts of a whole over time (levels of government): the latest total, the largest part, what became of each; parts that don't add up are told. */
export function levelsTakeaway({ table, parts, total }: LevelsFacts, say: Say): Takeaway {
  const { indicator } = table;
  const { words, lang } = say;
  const { sentences } = words;
  const nameOf = (id: string) => indicator.series?.find((one) => one.id === id)?.name[lang] ?? id;
  const inParts = table.observations.filter((one) => parts.includes(one.seriesId) && hasValue(one));
  const periods = [...new Set(inParts.map(({ period }) => period))].sort();
  const at = (period: string) => parts.map((id) => ({ id, figure: observationsAt(table, period, id)[0] }));
  const countAt = (period: string) => at(period).filter(({ figure }) => canBeAdded(figure)).length;
  const most = Math.max(0, ...periods.map(countAt));
  const period = periods.filter((one) => countAt(one) === most).at(-1);
  if (period === undefined) return { text: sentence([sentences.noParts], say), limits: [], workings: [] };
  const rows = at(period);
  const added = rows.flatMap(({ id, figure }) => (canBeAdded(figure) ? [{ id, figure }] : []));
  const missing = rows.filter(({ figure }) => !canBeAdded(figure)).map(({ id }) => nameOf(id));
  const figures = added.map(({ figure }) => figure);
  const amounts = figures.map((figure) => amountOf(figure, indicator, lang));
  const published = total === null ? undefined : observationsAt(table, period, total).filter(hasValue)[0];
  const decimals = shownFor(figures, indicator, lang);
  const unit = indicator.unit[lang];
  const isWhole = missing.length === 0 && amounts.length > 0;
  const sum = sumOf(amounts);
  const workings: Working[] = [];
  const limits: string[] = [];
  const clauses: string[] = [];
  const isAbout = figures.some(({ precision }) => precision === 'approximate');
  const about = (text: string) => (isAbout ? sentences.about(text) : text);

  if (published) clauses.push(sentences.levelsTotal(when(period, say), valueText(published, indicator, say)));
  if (isWhole) {
    const sumText = about(amountText(sum.x, decimals, indicator, lang));
    if (!published) {
      clauses.push(sentences.levels(when(period, say), parts.length, sumText));
      limits.push(sentences.noTotal);
    }
    workings.push(sumWorking(amounts, { decimals, unit }, say));
    const whole: Amount = sum;
    const largestValue = Math.max(...amounts.map(({ x }) => x));
    const largest = added.filter((_, index) => amounts[index]?.x === largestValue);
    const [first] = largest;
    // A share needs parts that are all on one side of zero.
    if (first && whole.x > 0 && amounts.every(({ x }) => x >= 0) && added.length > 1) {
      const names = largest.map(({ id }) => nameOf(id));
      const share = shareWorking(names, amountOf(first.figure, indicator, lang), whole, say);
      clauses.push(sentences.largestPart(nameList(names, say), largest.length > 1, valueText(first.figure, indicator, say), about(share.result)));
      workings.push(share);
    }
    if (published && canBeAdded(published)) {
      const publishedAmount = amountOf(published, indicator, lang);
      const gap = subtract(sum, publishedAmount);
      if (gap.x === 0) limits.push(sentences.partsEqual);
      else {
        const by = distanceText(gap.x, differenceDecimals(gap.x, decimals, gap.decimals), indicator, say);
        limits.push(gap.x > 0 ? sentences.partsOver(about(by)) : sentences.partsUnder(about(by)));
        workings.push(partsGapWorking(amounts, publishedAmount, indicator, say));
      }
    }
  } else {
    if (!published) {
      clauses.push(sentences.colon(formatPeriod(period, lang), added.length > 0 ? added.slice(0, 3).map(({ id, figure }) => sentences.partValue(nameOf(id), valueText(figure, indicator, say))).join(words.comma) + (added.length > 3 ? words.comma + sentences.otherParts(added.length - 3) : '') : sentences.noneAdded));
    }
    limits.push(sentences.partsMissing(missing.length, nameList(missing, say)));
  }

  // Since the first period from which the most parts can be compared.
  const movesFrom = (from: string) =>
    added.flatMap(({ id, figure: later }): (Pick<Move, 'change' | 'earlier' | 'later'> & { readonly id: string })[] => {
      const earlier = observationsAt(table, from, id)[0];
      const moved: Change = change(earlier, later, indicator);
      return moved.kind === 'change' && canBeAdded(earlier) ? [{ id, earlier, later, change: moved }] : [];
    });
  const earlierPeriods = periods.filter((one) => one < period).map((from) => ({ from, moves: movesFrom(from) }));
  const mostMoves = Math.max(0, ...earlierPeriods.map(({ moves }) => moves.length));
  const base = mostMoves > 0 ? earlierPeriods.find(({ moves }) => moves.length === mostMoves) : undefined;
  if (base) clauses.push(movesText(base.moves, { from: formatPeriod(base.from, lang), to: formatPeriod(period, lang), units: sentences.partsCount(parts.length), n: parts.length }, indicator, say));
  const after = periods.filter((one) => one > period);
  const lastAfter = after.at(-1);
  if (lastAfter !== undefined) limits.push(sentences.laterIncomplete(formatPeriod(lastAfter, lang), after.length));
  for (const broken of indicator.methodBreaks ?? []) limits.push(sentences.methodBreak(...breakReason(broken, say)));
  return {
    text: sentence(clauses, say),
    limits: limitList([...limits, ...markLimits([...figures, ...(published ? [published] : [])], ({ seriesId }) => nameOf(seriesId), say)], say),
    workings,
  };
}
