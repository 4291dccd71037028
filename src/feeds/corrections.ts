import Papa from 'papaparse';
import { FORMULA_START } from '../download/plainText.ts';
import type { IndicatorId } from '../model/indicator.ts';
import type { Text } from '../model/text.ts';
import { readCell, type ChangedCell } from '../releases/cells.ts';
import type { TouchedRelease } from './touched.ts';

export const CORRECTIONS_FILE = 'corrections.csv';

/** One figure that was corrected or withdrawn, in the release that did it. */
export interface Correction extends ChangedCell {
  readonly release: string;
  readonly date: string;
  readonly reason: Text | null;
  readonly indicator: IndicatorId;
  readonly name: Text;
}

/** All of them, the latest release first. */
export const corrections = (touched: readonly TouchedRelease[]): readonly Correction[] =>
  [...touched].reverse().flatMap(({ record: { id, date, reason }, tables }) => tables.flatMap(({ indicator, name, cells }) => cells.map((cell) => ({ ...cell, release: id, date, reason, indicator, name }))));

const COLUMNS = ['release', 'date', 'indicator', 'name_zh', 'name_en', 'series', 'region', 'period', 'kind', 'was_value', 'was_status', 'was_rank', 'was_band', 'is_value', 'is_status', 'is_rank', 'is_band', 'reason_zh', 'reason_en'] as const;

/** Values in the base unit, without groups; a figure that was withdrawn has nothing behind it. Without corrections the head alone. */
export function correctionsCsv(all: readonly Correction[]): string {
  const facts = (text: string | null): readonly (string | number | null)[] => {
    if (text === null) return ['', '', '', ''];
    const { value, status, rank, band } = readCell(text);
    return [value, status, rank, band];
  };
  const rows = all.map(({ release, date, indicator, name, series, region, period, was, is, reason }) => [
    release, date, indicator, name.zh, name.en, series, region, period, is === null ? 'withdrawn' : 'corrected', ...facts(was), ...facts(is), reason?.zh ?? '', reason?.en ?? '',
  ]);
  return `${Papa.unparse([[...COLUMNS], ...rows], { newline: '\n', escapeFormulae: FORMULA_START })}\n`;
}
