import { isPeriod } from '../ingest/isOneOf.ts';
import type { Period } from '../model/observation.ts';
import { plain, westernDigits, withoutFootnote } from './plain.ts';

export type ReadPeriod =
  | { readonly kind: 'period'; readonly period: Period; readonly isSerial: boolean }
  /** “24年”. */
  | { readonly kind: 'shortYear'; readonly options: readonly Period[] }
  /** “2024年上半年”: the site has years, months and days. */
  | { readonly kind: 'partOfYear' }
  | { readonly kind: 'none' };

const two = (number: string): string => number.padStart(2, '0');
const NONE: ReadPeriod = { kind: 'none' };

/** Days between Excel's day 0 and 1 January 1970. */
const EXCEL_EPOCH_DAYS = 25569;
const DAY_MS = 86_400_000;

/** A year, month or day in the customary forms: 2024年, 2024年度, 2024-08, 2024/8/31, 二〇二四年, 截至2024年12月底. */
export function readPeriod(cell: string): ReadPeriod {
  const text = withoutFootnote(plain(cell)).text;
  const bare = (/年/.test(text) ? westernDigits(text) : text.replace(/^(\d{4})\.0+$/, '$1')).replace(/^(?:截至|截止|至|于|到)/, '').replace(/[()]/g, '').replace(/\s/g, '');
  const of = (year: string, month = '', day = ''): ReadPeriod => {
    const period = [year, month && two(month), day && two(day)].filter((part) => part !== '').join('-');
    return isPeriod(period) ? { kind: 'period', period, isSerial: false } : NONE;
  };
  if (/(?:上|下)半年|季度?|Q[1-4]|H[12]|\d{4}年?\d{1,2}[-—~至]\d{1,2}月/i.test(bare)) return /\d{4}|年/.test(bare) ? { kind: 'partOfYear' } : NONE;
  const [, year, month, day] = /^(\d{4})年(?:度|末|底|终)?(?:(\d{1,2})月(?:(\d{1,2})日|末|底|份)?)?(?:止|末|底)?$/.exec(bare) ?? /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(bare) ?? /^(20\d\d|19\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])?$/.exec(bare) ?? [];
  if (year !== undefined) return Number(year) >= 1900 && Number(year) <= 2100 ? of(year, month, day) : NONE;
  const [, short] = /^['’]?(\d{2})年(?:度|末|底)?$/.exec(bare) ?? [];
  if (short !== undefined) return { kind: 'shortYear', options: [`20${short}`, `19${short}`] };
  return NONE;
}

/** A day that a spreadsheet counts from 1900, in a column that holds dates; days before 1954 and after 2064 are numbers. */
export function readSerialDate(cell: string): ReadPeriod {
  const text = plain(cell);
  const serial = /^\d{5}(?:\.0+)?$/.test(text) ? Number(text) : NaN;
  if (!(serial >= 20_000 && serial <= 60_000)) return NONE;
  return { kind: 'period', period: new Date((serial - EXCEL_EPOCH_DAYS) * DAY_MS).toISOString().slice(0, 10), isSerial: true };
}
