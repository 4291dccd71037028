import { formatList, halfOf } from '../../i18n/format.ts';
import type { Claim } from '../../model/claim.ts';
import type { Say } from '../../i18n/say.ts';
import type { IndicatorTable } from '../../model/indicator.ts';
import type { Measured } from '../../model/observation.ts';
import { comparable } from '../../query/comparable.ts';
import { growth } from '../../query/growth.ts';
import { figureText, limitList, refusalReason, sentence, when, whole, valueText } from './phrases.ts';
import type { Takeaway } from './takeaway.ts';
import { claimValueText, linesOf } from './trend.ts';

export interface MarketFacts {
  readonly table: IndicatorTable;
  /** The first of them is the one that is told. */
  readonly claims: readonly Claim[];
}

interface Neighbours {
  readonly name: string;
  readonly before: Measured;
  readonly after: Measured;
}

const yearOf = (period: string): string => period.slice(0, 4);

/** The closest pair of published figures of one series around a year; forecasts are not published facts. */
function neighboursOf({ table }: MarketFacts, year: string, say: Say): Neighbours | null {
  const pairs = linesOf(table, say).flatMap(({ name, figures }) => {
    const settled = figures.filter(({ status }) => status !== 'forecast');
    const before = settled.filter(({ period }) => yearOf(period) < year).at(-1);
    const after = settled.find(({ period }) => yearOf(period) > year);
    return before && after ? [{ name, before, after, span: Number(yearOf(after.period)) - Number(yearOf(before.period)) }] : [];
  });
  const [closest] = pairs.sort((one, other) => one.span - other.span);
  return closest ?? null;
}

/** A quoted market size beside the series: whether any of them has that year, and what the closest one has around it. */
export function marketTakeaway(facts: MarketFacts, say: Say): Takeaway {
  const { table, claims } = facts;
  const { indicator } = table;
  const { words, lang } = say;
  const { sentences } = words;
  const [claim] = claims;
  const value = claim ? claimValueText(claim, indicator, say) : null;
  if (!claim || value === null) return { text: sentence([sentences.noClaim], say), limits: [], workings: [] };
  const year = yearOf(claim.period);
  const same = linesOf(table, say).flatMap(({ name, figures }) => figures.filter(({ period }) => yearOf(period) === year).map((figure) => sentences.ofSeries(name, figureText(figure, indicator, say))));
  const around = neighboursOf(facts, year, say);
  const text = (figure: Measured) => figureText(figure, indicator, say);
  return {
    text: sentence(
      [
        same.length === 0 ? sentences.onlyClaimed(when(claim.period, say), value) : sentences.claimBeside(when(claim.period, say), value, formatList(same, lang)),
        around ? sentences.neighbours(around.name, when(around.before.period, say), text(around.before), when(around.after.period, say), text(around.after)) : '',
      ],
      say,
    ),
    limits: limitList([sentences.claim(halfOf(claim.speaker, lang), when(claim.period, say), value), sentences.keptApart], say),
    workings: [],
  };
}

/**
 * What is not worked out from these figures, and why: growth from the claim, a sum or mean of rivals, one line through
 * all. Each is asked of the queries; what they would allow is not in the list.
 */
export function marketRefusals({ table, claims }: MarketFacts, say: Say): readonly (readonly [what: string, reason: string])[] {
  const { indicator } = table;
  const { words } = say;
  const { sentences } = words;
  const lines = linesOf(table, say);
  const settled = lines.flatMap(({ name, figures }) => figures.filter(({ status }) => status !== 'forecast').map((figure) => ({ name, figure }))).sort((one, other) => (one.figure.period < other.figure.period ? -1 : 1));
  const told = ({ name, figure }: (typeof settled)[number]) => sentences.ofSeriesAt(name, when(figure.period, say), valueText(figure, indicator, say));
  const refusals: (readonly [string, string])[] = [];
  const refuse = (what: string, figures: string, reason: string) => refusals.push([what, whole(sentences.refusedOf(figures, reason), words.end)]);

  const [claim] = claims;
  const before = claim && settled.filter(({ figure }) => yearOf(figure.period) < yearOf(claim.period)).at(-1);
  if (claim && before) {
    const rate = growth({ earlier: before.figure, later: claim, indicator });
    if (rate.kind === 'refused') refuse(sentences.refusedGrowth, [told(before), sentences.quotedAt(when(claim.period, say), claimValueText(claim, indicator, say) ?? claim.value)].join(words.comma), refusalReason(rate, say));
  }
  const rival = settled.flatMap((one) => settled.filter((other) => yearOf(other.figure.period) === yearOf(one.figure.period) && other.figure.seriesId !== one.figure.seriesId).map((other) => [one, other] as const)).at(0);
  if (rival) {
    const compared = comparable(rival[0].figure, rival[1].figure, indicator);
    if ('refusal' in compared) refuse(sentences.refusedTotal, rival.map(told).join(words.comma), refusalReason(compared.refusal, say));
  }
  const joined = settled.flatMap((later, index) => {
    const earlier = settled[index - 1];
    return earlier && earlier.figure.seriesId !== later.figure.seriesId && earlier.figure.period < later.figure.period ? [[earlier, later] as const] : [];
  }).at(0) ?? firstAcross(settled);
  if (joined) {
    const rate = growth({ earlier: joined[0].figure, later: joined[1].figure, indicator });
    if (rate.kind === 'refused') refuse(sentences.refusedLine, joined.map(told).join(words.comma), refusalReason(rate, say));
  }
  return refusals;
}

/** Two figures of different series, one before the other: what a single line would have to join. */
function firstAcross<Row extends { readonly figure: Measured }>(settled: readonly Row[]): readonly [Row, Row] | undefined {
  for (const earlier of settled) {
    const later = settled.find(({ figure }) => figure.seriesId !== earlier.figure.seriesId && figure.period > earlier.figure.period);
    if (later) return [earlier, later];
  }
  return undefined;
}
