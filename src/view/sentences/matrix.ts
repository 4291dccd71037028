import { formatList, formatPeriod } from '../../i18n/format.ts';
import type { Say } from '../../i18n/say.ts';
import type { IndicatorTable } from '../../model/indicator.ts';
import type { Period } from '../../model/observation.ts';
import type { Region } from '../../model/region.ts';
import { coveredWorking } from '../workings.ts';
import { ABSENCES } from '../../model/observation.ts';
import { onePeriod } from './onePeriod.ts';
import { breakReason, limitList, mainSeries, markLimits, namer, sentence } from './phrases.ts';
import type { Takeaway } from './takeaway.ts';

export interface MatrixFacts {
  readonly table: IndicatorTable;
  readonly periods: readonly Period[];
  readonly regions: readonly Region[];
}

/** Up to so many complete periods are listed; more are told as a run, or counted. */
const MOST_PERIODS = 4;

/** Regions by periods: how many cells hold a figure, of how many; the periods that are complete. */
export function matrixTakeaway({ table, periods, regions }: MatrixFacts, say: Say): Takeaway {
  const { indicator } = table;
  const { words, lang } = say;
  const { sentences } = words;
  const columns = [...new Set(periods)].sort().map((period) => ({ period, at: onePeriod(table, period, regions, say) }));
  const [first] = columns;
  if (!first || first.at.n === 0) return { text: sentence([sentences.noPeriods], say), limits: [], workings: [] };
  const n = columns.reduce((sum, { at }) => sum + at.n, 0);
  const k = columns.reduce((sum, { at }) => sum + at.k, 0);
  const complete = columns.filter(({ at }) => at.k === at.n).map(({ period }) => period);
  const most = Math.max(...columns.map(({ at }) => at.k));
  const fullest = columns.filter(({ at }) => at.k === most);
  const [start, end] = [complete[0], complete.at(-1)];
  const completeText =
    k === n
      ? ''
      : complete.length === 0 || start === undefined || end === undefined
        ? [sentences.noneComplete, k > 0 && fullest.length === 1 && fullest[0] && columns.length > 1 ? sentences.fullest(formatPeriod(fullest[0].period, lang), most) : ''].filter(Boolean).join(words.comma)
        : complete.length <= MOST_PERIODS
          ? sentences.complete(formatList(complete.map((period) => formatPeriod(period, lang)), lang), complete.length)
          : columns.filter(({ period }) => period >= start && period <= end).length === complete.length
            ? sentences.completeRun(formatPeriod(start, lang), formatPeriod(end, lang), complete.length)
            : sentences.completeCount(complete.length);
  const absent = ABSENCES.map((kind) => ({ kind: words.absence[kind], count: columns.reduce((sum, { at }) => sum + (at.absent.find((one) => one.kind === kind)?.regions.length ?? 0), 0) })).filter(({ count }) => count > 0);
  const shown = new Set(columns.map(({ period }) => period));
  const name = namer(regions, say);
  const [earliest, latest] = [columns[0]?.period ?? '', columns.at(-1)?.period ?? ''];
  const seriesId = mainSeries(table);
  const breaks = (indicator.methodBreaks ?? []).filter(({ period, series }) => earliest < period && period <= latest && (!series || series.includes(seriesId)));
  return {
    text: sentence([k === n ? sentences.cellsAll(first.at.units, columns.length, n) : sentences.cells(first.at.units, columns.length, k, n), completeText], say),
    limits: limitList(
      [
        ...(absent.length > 0 ? [sentences.absentCells(n - k, absent.length === 1 ? absent.map(({ kind }) => sentences.kindOnly(kind, '')).join('') : absent.map(({ kind, count }) => sentences.kindCount(kind, count, '')).join(words.comma))] : []),
        ...breaks.map((broken) => sentences.methodBreak(...breakReason(broken, say))),
        ...markLimits(columns.flatMap(({ at }) => at.figures).filter(({ period }) => shown.has(period)), (figure) => `${name(figure.regionId)}${words.aside(formatPeriod(figure.period, lang))}`, say),
      ],
      say,
    ),
    workings: k === n ? [] : [coveredWorking(n, absent, say)],
  };
}
