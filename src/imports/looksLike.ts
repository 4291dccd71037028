import type { Bench } from './bench.ts';
import { headerRow, nearestHeader, plainHead } from './columns.ts';
import { KINDS, type Grid, type Kind } from './model.ts';

/** Columns by which a kind of file is known, each under any of its names. */
export const NEEDED = {
  egovkb: [['Survey Year'], ['Country Name'], ['E-Government Rank', 'EGDI Rank'], ['E-Government Index', 'E-Government Development Index', 'EGDI']],
  data360: [['REF_AREA'], ['INDICATOR']],
  worldbank: [['Country Name'], ['Country Code'], ['Indicator Name', 'Series Name'], ['Indicator Code', 'Series Code']],
  oecd: [['REF_AREA'], ['TIME_PERIOD'], ['OBS_VALUE']],
  govtech: [['Code', 'Country Code', 'country_code'], ['Economy', 'Country', 'Country Name', 'country_name'], ['Grp', 'Group', 'GTMI Group'], ['GTMI']],
  owid: [['Entity'], ['Code'], ['Year', 'Day']],
} as const satisfies Partial<Record<Kind, readonly (readonly string[])[]>>;

const isYearHead = (text: string): boolean => /^(?:19|20)\d\d(?: \[YR\d{4}\])?$/.test(text);
const isChineseYear = (text: string): boolean => /^(?:19|20)\d\d年(?:\d{1,2}月)?$/.test(text.trim());

/** What SDMX-CSV writes behind a code where labels and codes share a cell: “REF_AREA: Reference area”. */
export const sdmxHead = (text: string): string => /^([A-Z][A-Z0-9_]*): /.exec(text)?.[1] ?? text;
export const withSdmxHeads = (grid: Grid): Grid => ({ ...grid, rows: grid.rows.map((row, at) => (at === 0 ? { line: row.line, cells: row.cells.map(sdmxHead) } : row)) });

function isNbs({ rows }: Grid): boolean {
  const first = (at: number): string => rows[at]?.cells.find((text) => text !== '') ?? '';
  if (/^数据库[：:]/.test(first(0))) return true;
  return rows.slice(0, 12).some(({ cells }) => /^(?:地区|指标|时间)$/.test(cells[0] ?? '') && (cells.some(isChineseYear) || rows.some((row) => isChineseYear(row.cells[0] ?? ''))));
}

/** The kind whose marks a sheet bears; null: none that is known. */
export function looksLike(grid: Grid): Kind | null {
  const has = (needed: readonly (readonly string[])[]): boolean => headerRow(grid, needed) !== -1;
  const heads = (grid.rows[0]?.cells ?? []).map(plainHead);
  if (isNbs(grid)) return 'nbs';
  if (has(NEEDED.egovkb)) return 'egovkb';
  if (has(NEEDED.worldbank)) return 'worldbank';
  if (has(NEEDED.govtech)) return 'govtech';
  const at = headerRow(grid, NEEDED.data360);
  if (at !== -1 && (heads.includes('databaseid') || grid.rows[at]?.cells.some(isYearHead) === true)) return 'data360';
  if (headerRow(withSdmxHeads(grid), NEEDED.oecd) !== -1) return 'oecd';
  return has(NEEDED.owid) ? 'owid' : null;
}

/** A sheet without the marks of the kind that was named: told with the kind whose marks it has. */
export function refuseKind(work: Bench, wanted: Kind, grid: Grid): void {
  const other = looksLike(grid);
  const needed = NEEDED_OF[wanted] ?? [];
  const { missing } = nearestHeader(grid, needed);
  work.fault({ kind: 'wrongKind', args: { wanted, looksLike: other === wanted ? null : other, missing }, file: grid.file, spot: null });
}
const NEEDED_OF: Partial<Record<Kind, readonly (readonly string[])[]>> = NEEDED;

export const isKind = (text: string): text is Kind => KINDS.some((one) => one === text);
