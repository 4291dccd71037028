import { ticksFromZero } from '../charts/scale.ts';
import { formatFigure, formatNumber, formatPeriod, formatValue, inUnit, periodToYears } from '../i18n/format.ts';
import type { IndicatorTable } from '../model/indicator.ts';
import type { Measured } from '../model/observation.ts';
import type { Lang } from '../model/text.ts';
import { plainTrendView, type PlainTrendView } from './plainTrendView.ts';

/** Two series over one axis of time, one above the other: never two scales on one plot. */
export interface DoorsView {
  readonly websites: PlainTrendView;
  readonly users: PlainTrendView;
  readonly years: readonly { readonly x: number; readonly text: string }[];
  readonly story: {
    readonly websites: { readonly from: string; readonly fromWhen: string; readonly to: string; readonly toWhen: string; readonly down: string };
    readonly users: { readonly from: string; readonly fromWhen: string; readonly to: string; readonly toWhen: string };
  };
}

const GAP_YEARS = 2.6;

/** A fall in per cent of the earlier value; both are published, exact and of one definition, or the sentence is not written. */
function fall(first: Measured, last: Measured): string {
  if (first.precision !== 'exact' || last.precision !== 'exact' || first.value <= 0) throw new Error('the front page tells a fall that the figures do not allow');
  return `${formatNumber((1 - last.value / first.value) * 100)}%`;
}

export function doorsView(websites: IndicatorTable, websiteValues: readonly Measured[], users: IndicatorTable, userValues: readonly Measured[], lang: Lang): DoorsView {
  const [firstSite, lastSite, firstUser, lastUser] = [websiteValues[0], websiteValues.at(-1), userValues[0], userValues.at(-1)];
  if (!firstSite || !lastSite || !firstUser || !lastUser) throw new Error('the front page needs the government websites and the users of online services');
  const xs = [...websiteValues, ...userValues].map(({ period }) => periodToYears(period));
  const from = Math.floor(Math.min(...xs)) - 0.2;
  const to = Math.max(...xs) + 0.7;
  const domain: readonly [number, number] = [from, to];
  const trend = (table: IndicatorTable, values: readonly Measured[]) => {
    const points = values.map((value) => ({
      x: periodToYears(value.period),
      y: inUnit(value.value, table.indicator, lang),
      text: formatFigure(value, table.indicator, lang),
      when: formatPeriod(value.period, lang),
    }));
    const ticks = ticksFromZero(Math.max(...points.map(({ y }) => y)));
    const breakAt = table.indicator.methodBreaks?.[0]?.period;
    return plainTrendView({ points, domain, range: [0, ticks.at(-1) ?? 1], gapYears: GAP_YEARS, ...(breakAt ? { breakAt: periodToYears(breakAt) } : {}) });
  };
  const even: number[] = [];
  for (let year = Math.ceil(from / 2) * 2; year < to; year += 2) even.push(year);
  const span = to - from;
  return {
    websites: trend(websites, websiteValues),
    users: trend(users, userValues),
    years: even.map((year) => ({ x: Math.round(((year - from) / span) * 10000) / 100, text: String(year) })),
    story: {
      websites: {
        from: formatValue(firstSite, websites.indicator, lang),
        fromWhen: formatPeriod(firstSite.period.slice(0, 7), lang),
        to: formatValue(lastSite, websites.indicator, lang),
        toWhen: formatPeriod(lastSite.period, lang),
        down: fall(firstSite, lastSite),
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
