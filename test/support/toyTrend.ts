import type { Observation } from '../../src/model/observation.ts';
import { trendView, type TrendView } from '../../src/view/trendView.ts';
import { toyObservation, toyTable } from './toys.ts';
import { toyClaim, zh } from './toyViews.ts';

const series = [
  { id: 'red', name: { zh: '红厂', en: 'Red works' } },
  { id: 'blue', name: { zh: '蓝厂', en: 'Blue works' } },
];

const red: readonly Observation[] = [
  toyObservation(20, { period: '2001' }),
  toyObservation(30, { period: '2002', status: 'estimated' }),
  toyObservation(45, { period: '2007', precision: 'lowerBound' }),
  toyObservation(60, { period: '2009', status: 'forecast' }),
].map((one) => ({ ...one, seriesId: 'red' }));
const blue: readonly Observation[] = [toyObservation(80, { period: '2004', precision: 'approximate' }), toyObservation(70, { period: '2005', status: 'derived' })].map((one) => ({ ...one, seriesId: 'blue' }));

/** Two rivals and one claim: a solid way, a bridge, a forecast, a bound, a mark of each kind. */
export const toyTrend: TrendView = trendView(toyTable([...red, ...blue], { series }), [toyClaim('55', { period: '2003', precision: 'lowerBound' })], zh);

/** A line through these, in years from 2001. */
export const trendOf = (values: readonly number[], printedDecimals = 0): TrendView =>
  trendView(toyTable(values.map((value, index) => toyObservation(value, { period: String(2001 + index), printedDecimals }))), [], zh);
