import Papa from 'papaparse';
import { exponentOf } from '../ingest/scale.ts';
import type { IndicatorTable, Unit } from '../model/indicator.ts';
import type { Absence, Observation, Period, Status } from '../model/observation.ts';

/** Who maintains the structure. */
const AGENCY = 'EGOV_ATLAS';

/** In the order in which the standard has them: identification, dimensions, measure, attributes. */
export const SDMX_COLUMNS = [
  'STRUCTURE', 'STRUCTURE_ID', 'ACTION',
  'FREQ', 'REF_AREA', 'INDICATOR', 'SERIES', 'TIME_PERIOD',
  'OBS_VALUE',
  'OBS_STATUS', 'STATUS', 'PRECISION', 'UNIT_MEASURE', 'UNIT_MULT', 'DECIMALS', 'CONF_STATUS', 'RANK', 'BAND', 'SOURCE', 'CONFIDENCE', 'COMMENT_OBS',
] as const;

/**
 * The code list CL_OBS_STATUS of SDMX: A normal, P provisional, E estimated, F forecast; L exists but was not gathered,
 * M cannot exist, Q suppressed, O missing for another reason. It has fewer words than we do, so `STATUS` keeps ours.
 */
export const OBS_STATUS: Readonly<Record<Status | Absence, string>> = {
  measured: 'A', provisional: 'P', estimated: 'E', forecast: 'F', derived: 'E',
  notPublished: 'O', notGathered: 'L', notApplicable: 'M', notSurveyed: 'O', suppressed: 'Q',
};

/** CL_FREQ, by how precise the time is. */
const frequency = (period: Period): string => (period.length === 4 ? 'A' : period.length === 7 ? 'M' : 'D');

/** The standard's words for “not applicable”, where a table has one series, or no unit. */
export const NOT_APPLICABLE = '_Z';

/** “亿元” is 元 and the multiplier beside it: the base unit, as its Chinese name has it. */
export const baseUnit = ({ zh, multiplier }: Unit): string => (multiplier === 1 ? zh : zh.replace(/^(?:万亿|十亿|亿|万)/, '')) || NOT_APPLICABLE;

/** In the published unit and decimals: the point is moved in the text, as `ingest/scale.ts` moved it. */
function printed(value: number, decimals: number, { multiplier }: Unit): string {
  const exponent = exponentOf(multiplier);
  const number = exponent === null ? value / multiplier : Number(`${value}e${-exponent}`);
  return number.toFixed(decimals);
}

/**
 * A table as SDMX-CSV 2.0, which other statistical systems read: https://github.com/sdmx-twg/sdmx-csv. OBS_VALUE is in
 * UNIT_MEASURE × 10^UNIT_MULT with the decimals that were printed; where there is none it is empty and OBS_STATUS says why.
 */
export function sdmxCsv({ indicator, observations }: IndicatorTable): string {
  const { unit } = indicator;
  const structure = `${AGENCY}:${indicator.id.toUpperCase().replace(/[^A-Z0-9]/g, '_')}(1.0.0)`;
  const exponent = exponentOf(unit.multiplier);
  if (exponent === null) throw new Error(`the multiplier of ${indicator.id} is no power of ten, which UNIT_MULT has to be`);
  const rows = observations.map((one: Observation) => [
    'dataflow', structure, 'I',
    frequency(one.period), one.regionId, indicator.id, one.seriesId || NOT_APPLICABLE, one.period,
    one.value === null ? '' : printed(one.value, one.printedDecimals, unit),
    OBS_STATUS[one.status], one.status, one.value === null ? '' : one.precision, baseUnit(unit), String(exponent), one.value === null ? '' : String(one.printedDecimals),
    // Free: what is not to be handed on is not written.
    'F', one.publishedRank === undefined ? '' : String(one.publishedRank), one.band ?? '', one.sourceId, one.confidence, one.note ?? '',
  ]);
  return `${Papa.unparse([[...SDMX_COLUMNS], ...rows], { newline: '\n' })}\n`;
}
