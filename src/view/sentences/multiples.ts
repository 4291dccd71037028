import { formatPeriod } from '../../i18n/format.ts';
import type { Say } from '../../i18n/say.ts';
import type { IndicatorTable } from '../../model/indicator.ts';
import { hasValue } from '../../model/observation.ts';
import type { Region } from '../../model/region.ts';
import { change } from '../../query/change.ts';
import { observationsOf } from '../../query/select.ts';
import { moveClause, movesText, moveWorking, type Move } from './difference.ts';
import { breakReason, countedRegions, limitList, mainSeries, markLimits, namer, sentence, unitsText } from './phrases.ts';
import type { Takeaway } from './takeaway.ts';

export interface MultiplesFacts {
  readonly table: IndicatorTable;
  readonly regions: readonly Region[];
  readonly chosen: readonly string[];
}

/** The widest comparable pair that ends with the latest figure that has one; doubtful figures are no ends. */
function widestMove(table: IndicatorTable, region: Region, seriesId: string): Move | null {
  const figures = observationsOf(table, region.id, seriesId).filter(hasValue).filter(({ confidence }) => confidence !== 'C');
  for (const later of [...figures].reverse()) {
    for (const earlier of figures) {
      if (earlier.period >= later.period) break;
      const moved = change(earlier, later, table.indicator);
      if (moved.kind === 'change') return { region, earlier, later, change: moved };
    }
  }
  return null;
}

/** All units over time: of those with two figures that may be compared, how many rose and how many fell; the chosen ones. */
export function multiplesTakeaway({ table, regions, chosen }: MultiplesFacts, say: Say): Takeaway {
  const { indicator } = table;
  const { lang, words } = say;
  const { sentences } = words;
  const counted = countedRegions(indicator, regions);
  const seriesId = mainSeries(table);
  const name = namer(regions, say);
  const units = unitsText(counted.length, indicator.expected, say);
  const moves = counted.flatMap((region) => widestMove(table, region, seriesId) ?? []);
  const without = counted.filter(({ id }) => !moves.some(({ region }) => region.id === id)).length;
  const doubtful = table.observations.filter((one) => one.confidence === 'C' && hasValue(one)).length;
  const breaks = (indicator.methodBreaks ?? []).filter(({ series }) => !series || series.includes(seriesId)).map((broken) => sentences.methodBreak(...breakReason(broken, say)));
  const [first] = moves;
  if (!first) return { text: sentence([sentences.noPairs(units)], say), limits: limitList(breaks, say), workings: [] };
  const isShared = moves.every(({ earlier, later }) => earlier.period === first.earlier.period && later.period === first.later.period);
  const [from, to] = [formatPeriod(first.earlier.period, lang), formatPeriod(first.later.period, lang)];
  const only = counted.length === 1;
  const picked = moves.filter(({ region }) => chosen.includes(region.id));
  const span = (move: Move): string => (isShared ? '' : words.aside(`${formatPeriod(move.earlier.period, lang)}—${formatPeriod(move.later.period, lang)}`));
  return {
    text: sentence(
      [
        only ? sentences.oneMoved(from, to, moveClause(first, name(first.region.id), indicator, say)) : movesText(moves, { from: isShared ? from : null, to, units, n: counted.length }, indicator, say),
        ...(only ? [] : picked.map((move) => moveClause(move, name(move.region.id) + span(move), indicator, say))),
        ...chosen.filter((id) => counted.some((region) => region.id === id) && !moves.some(({ region }) => region.id === id)).map((id) => sentences.chosenNoPair(name(id))),
      ],
      say,
    ),
    limits: limitList(
      [
        ...(without > 0 && !only ? [sentences.withoutPair(without)] : []),
        ...breaks,
        ...(doubtful > 0 ? [sentences.doubtfulAside(doubtful)] : []),
        ...markLimits(moves.flatMap(({ earlier, later }) => [earlier, later]), ({ regionId, period }) => `${name(regionId)}${words.aside(formatPeriod(period, lang))}`, say),
      ],
      say,
    ),
    workings: (only ? [first] : picked).map((move) => moveWorking(move, name(move.region.id), indicator, say)),
  };
}
