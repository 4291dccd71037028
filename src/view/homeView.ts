import { ticksFromZero } from '../charts/scale.ts';
import { formatFigure, formatNumber, formatPeriod, formatValue, inUnit, periodToYears } from '../i18n/format.ts';
import type { Say } from '../i18n/say.ts';
import type { Indicator, IndicatorTable } from '../model/indicator.ts';
import type { Measured } from '../model/observation.ts';
import { growth } from '../query/growth.ts';
import { plainTrendView, type PlainTrendView } from './plainTrendView.ts';
import { isPlain, markLabel, statusMarks } from './statusMarks.ts';
import type { TrendMark } from './trendView.ts';

/** Two series over one axis of time, one above the other: never two scales on one plot. */
export interface DoorsView {
  readonly websites: PlainTrendView;
  readonly users: PlainTrendView;
  /** What each shape means, where a figure is not simply measured. */
  readonly marks: readonly TrendMark[];
  readonly years: readonly { readonly x: number; readonly text: string }[];
  readonly missingUsers: { readonly from: string; readonly to: string } | null;
  readonly story: {
    readonly websites: { readonly from: string; readonly fromWhen: string; readonly to: string; readonly toWhen: string; readonly down: string };
    readonly users: { readonly from: string; readonly fromWhen: string; readonly to: string; readonly toWhen: string };
  };
}

const GAP_YEARS = 2.6;

/** A fall in per cent of the earlier value; where the figures allow no growth rate, the front page can't tell one. */
function fall(earlier: Measured, later: Measured, indicator: Indicator): string {
  const change = growth({ earlier, later, indicator });
  const refusal = change.kind === 'refused' ? change.reason : change.isApproximate ? 'approximate' : change.isDoubtful ? 'doubtful' : null;
  if (change.kind === 'refused' || refusal !== null) throw new Error(`the front page tells how ${indicator.id} fell, and its figures refuse that: ${refusal}`);
  return `${formatNumber(-change.fraction * 100)}%`;
}

/** The years inside the widest gap between two figures: “2021”, “2022”. Null: no gap is wide enough to name. */
export function missingYears(values: readonly Measured[]): { readonly from: string; readonly to: string } | null {
  const pairs = values.slice(1).map((later, index) => ({ earlier: values[index], later }));
  const [widest] = pairs
    .flatMap(({ earlier, later }) => (earlier ? [{ from: Number(earlier.period.slice(0, 4)) + 1, to: Number(later.period.slice(0, 4)) - 1, span: periodToYears(later.period) - periodToYears(earlier.period) }] : []))
    .filter(({ span }) => span > GAP_YEARS)
    .sort((one, other) => other.span - one.span);
  return widest ? { from: String(widest.from), to: String(widest.to) } : null;
}

/** Every second year of an axis of time, placed in percent. */
export function evenYears([from, to]: readonly [number, number]): DoorsView['years'] {
  const years: number[] = [];
  for (let year = Math.ceil(from / 2) * 2; year < to; year += 2) years.push(year);
  return years.map((year) => ({ x: Math.round(((year - from) / (to - from)) * 10000) / 100, text: String(year) }));
}

/** The axis of time that holds all these figures, with room for the last label. */
export function timeDomain(values: readonly Measured[]): readonly [number, number] {
  const xs = values.map(({ period }) => periodToYears(period));
  return [Math.floor(Math.min(...xs)) - 0.2, Math.max(...xs) + 0.7];
}

/** One series from zero on: its line stops where the method changed, and dots bridge what was not published. */
export function seriesPlot(table: IndicatorTable, values: readonly Measured[], domain: readonly [number, number], say: Say): PlainTrendView {
  const { lang, words } = say;
  const points = values.map((value) => ({
    x: periodToYears(value.period),
    y: inUnit(value.value, table.indicator, lang),
    text: formatFigure(value, table.indicator, lang),
    when: formatPeriod(value.period, lang),
    mark: value.status,
    precision: value.precision,
    say: [table.indicator.short[lang], formatPeriod(value.period, lang), formatValue(value, table.indicator, lang), ...(isPlain(value) ? [] : [markLabel(value, say)])].join(words.comma),
  }));
  const ticks = ticksFromZero(Math.max(...points.map(({ y }) => y)));
  const breakAt = table.indicator.methodBreaks?.[0]?.period;
  return plainTrendView({ points, domain, range: [0, ticks.at(-1) ?? 1], gapYears: GAP_YEARS, ...(breakAt ? { breakAt: periodToYears(breakAt) } : {}) });
}

export function doorsView(websites: IndicatorTable, websiteValues: readonly Measured[], users: IndicatorTable, userValues: readonly Measured[], say: Say): DoorsView {
  const { lang } = say;
  const [firstSite, lastSite, firstUser, lastUser] = [websiteValues[0], websiteValues.at(-1), userValues[0], userValues.at(-1)];
  if (!firstSite || !lastSite || !firstUser || !lastUser) throw new Error('the front page needs the government websites and the users of online services');
  const domain = timeDomain([...websiteValues, ...userValues]);
  return {
    websites: seriesPlot(websites, websiteValues, domain, say),
    users: seriesPlot(users, userValues, domain, say),
    years: evenYears(domain),
    marks: statusMarks([...websiteValues, ...userValues], say),
    missingUsers: missingYears(userValues),
    story: {
      websites: {
        from: formatValue(firstSite, websites.indicator, lang),
        fromWhen: formatPeriod(firstSite.period.slice(0, 7), lang),
        to: formatValue(lastSite, websites.indicator, lang),
        toWhen: formatPeriod(lastSite.period, lang),
        down: fall(firstSite, lastSite, websites.indicator),
      },
      users: {
        from: formatValue(firstUser, users.indicator, lang),
        fromWhen: formatPeriod(firstUser.period, lang),
        to: formatValue(lastUser, users.indicator, lang),
        toWhen: formatPeriod(lastUser.period, lang),
      },
    },
  };
}
