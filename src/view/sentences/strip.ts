import { formatValue } from '../../i18n/format.ts';
import type { Say } from '../../i18n/say.ts';
import type { IndicatorTable } from '../../model/indicator.ts';
import type { Measured, Period } from '../../model/observation.ts';
import type { Region } from '../../model/region.ts';
import { amountOf, quartileWorking } from '../workings.ts';
import { chosenClause, coverageClause, coverageWorkings, leadClause, medianAt, onePeriod, standingOf } from './onePeriod.ts';
import { limitList, markLimits, nameList, namer, sentence, shownFor, when } from './phrases.ts';
import { absentLimit, provincesTakeaway } from './provinces.ts';
import { hasBounds } from './standing.ts';
import type { Takeaway } from './takeaway.ts';

export interface StripFacts {
  readonly table: IndicatorTable;
  readonly period: Period;
  readonly regions: readonly Region[];
  readonly chosen: readonly string[];
}

/** Of fewer, “the middle half” is no more than the figures themselves. */
const MIN_FOR_QUARTILES = 8;

/** The distribution of one period: lowest, median, highest, the middle half; where the chosen regions stand. */
export function stripTakeaway({ table, period: at, regions, chosen }: StripFacts, say: Say): Takeaway {
  const { indicator } = table;
  const { words, lang } = say;
  const { sentences } = words;
  const period = onePeriod(table, at, regions, say);
  const { figures } = period;
  if (period.told !== 'values' || figures.length === 0) return provincesTakeaway({ table, period: at, regions, selected: chosen[0] ?? null }, say);
  const name = namer(regions, say);
  const stands = standingOf(period, indicator);
  const median = medianAt(figures, indicator, say);
  const ordered = [...figures].sort((one, other) => one.value - other.value);
  const [lowest, highest] = [ordered[0], ordered.at(-1)];
  const bounded = hasBounds(figures);
  const ends = (value: number | undefined): readonly Measured[] => figures.filter((figure) => figure.value === value);
  const namesOf = (those: readonly Measured[]) => nameList(those.map(({ regionId }) => name(regionId)), say);
  const endText = (those: readonly Measured[]): string => {
    const shown = those.find(({ precision }) => precision === 'approximate') ?? those[0];
    return shown ? formatValue(shown, indicator, lang) : '';
  };
  const spread =
    figures.length === 1 || lowest === undefined || highest === undefined || lowest.value === highest.value
      ? leadClause(figures, { indicator, period: at, name, units: period.units, stands }, say)
      : bounded
        ? sentences.spreadOpen(when(at, say))
        : sentences.spread(when(at, say), endText(ends(lowest.value)), namesOf(ends(lowest.value)), endText(ends(highest.value)), namesOf(ends(highest.value)));
  const ascending = ordered.map((figure) => amountOf(figure, indicator, lang));
  const shown = { decimals: shownFor(figures, indicator, lang), unit: indicator.unit[lang] };
  const quartiles = bounded || figures.length < MIN_FOR_QUARTILES || lowest?.value === highest?.value ? [] : ([0.25, 0.75] as const).map((fraction) => quartileWorking(ascending, fraction, shown, say));
  const [low, high] = quartiles;
  const picked = chosen.flatMap((id) => {
    const region = regions.find((one) => one.id === id);
    return region ? [chosenClause(region, { period, name: name(id), median, stands }, indicator, say)] : [];
  });
  return {
    text: sentence([[spread, median ? sentences.median(median.text) : '', low && high ? sentences.middleHalf(low.result, high.result) : ''].filter(Boolean).join(words.comma), coverageClause(period, say), ...picked.map(({ text }) => text)], say),
    limits: limitList(
      [
        ...absentLimit(period, indicator.expected, say),
        ...markLimits(figures, ({ regionId }) => name(regionId), say),
        ...(median === null && bounded && figures.length > 1 ? [sentences.medianOpen] : []),
        ...picked.flatMap(({ limits }) => limits),
      ],
      say,
    ),
    workings: [...(median ? [median.working] : []), ...quartiles, ...picked.flatMap(({ workings }) => workings), ...coverageWorkings(period, say)],
  };
}
