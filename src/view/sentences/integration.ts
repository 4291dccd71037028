import { formatPeriod } from '../../i18n/format.ts';
import type { Say } from '../../i18n/say.ts';
import type { IndicatorTable } from '../../model/indicator.ts';
import type { Measured, Period } from '../../model/observation.ts';
import { change } from '../../query/change.ts';
import { growth } from '../../query/growth.ts';
import { amountOf, growthWorking, type Working } from '../workings.ts';
import { moveWorking } from './difference.ts';
import { limitList, markLimits, refusalReason, sentence, valueText } from './phrases.ts';
import type { Takeaway } from './takeaway.ts';
import { charted } from './trend.ts';

export interface IntegrationFacts {
  /** Departments connected to the sharing platform, publication by publication. */
  readonly departments: IndicatorTable;
  /** Shared service interfaces of the same platform. */
  readonly interfaces: IndicatorTable;
}

const low = ({ value, precision }: Measured): number => (precision === 'upperBound' ? -Infinity : value);
const high = ({ value, precision }: Measured): number => (precision === 'lowerBound' ? Infinity : value);
const inOrder = (table: IndicatorTable): readonly Measured[] => [...charted(table)].filter(({ status }) => status !== 'forecast').sort((one, other) => (one.period < other.period ? -1 : 1));

/** What became of departments and interfaces over the time that both were published for. */
export function integrationTakeaway({ departments, interfaces }: IntegrationFacts, say: Say): Takeaway {
  const { words, lang } = say;
  const { sentences } = words;
  const all = inOrder(interfaces);
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last || first === last) return { text: sentence([sentences.noneCharted(interfaces.indicator.name[lang])], say), limits: [], workings: [] };
  const at = (period: Period) => inOrder(departments).find((one) => one.period === period);
  const [before, after] = [at(first.period), at(last.period)];
  const [from, to] = [formatPeriod(first.period, lang), formatPeriod(last.period, lang)];
  const text = (figure: Measured, { indicator }: IndicatorTable) => valueText(figure, indicator, say);
  const limits: string[] = [];
  const workings: Working[] = [];

  const ofDepartments = change(before, after, departments.indicator);
  let departmentsText = '';
  if (before && after && ofDepartments.kind === 'change') {
    const [was, is] = [text(before, departments), text(after, departments)];
    departmentsText = ofDepartments.value === 0 ? sentences.departmentsStayed(from, to, is) : sentences.departmentsMoved(from, to, was, is);
    workings.push(moveWorking({ earlier: before, later: after, change: ofDepartments }, departments.indicator.short[lang], departments.indicator, say));
  }
  // “Over 1,000” is more than 508 whatever it is exactly; by how much is not told.
  const [was, is] = [text(first, interfaces), text(last, interfaces)];
  const moved = low(last) > high(first) ? sentences.interfacesRose(was, is) : high(last) < low(first) ? sentences.interfacesFell(was, is) : low(last) === high(last) && low(first) === high(first) ? sentences.interfacesStayed(is) : sentences.interfacesOpen(was, is);
  const rate = growth({ earlier: first, later: last, indicator: interfaces.indicator });
  if (rate.kind === 'refused') limits.push(sentences.noGrowth(sentences.interfaces, refusalReason(rate, say)));
  else workings.push(growthWorking({ earlier: amountOf(first, interfaces.indicator, lang), later: amountOf(last, interfaces.indicator, lang), from, to }, rate.fraction, say));
  return {
    text: sentence([[departmentsText === '' ? sentences.fromTo(from, to) : departmentsText, moved].join(words.comma)], say),
    limits: limitList([...limits, ...markLimits([first, last], ({ period }) => formatPeriod(period, lang), say)], say),
    workings,
  };
}
