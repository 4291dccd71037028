import { bench, type Bench } from './bench.ts';
import { columnsAt, headerRow, plainHead, type Columns } from './columns.ts';
import { looksLike, NEEDED, refuseKind } from './looksLike.ts';
import type { Grid, GridRow, ImportFile, Importer } from './model.ts';
import { readGrids } from './readGrid.ts';
import { partId } from './slug.ts';
import { digitsAt, leaveRest, leaveRow, leaveRows, openTable, periodText } from './walk.ts';

/** Sheets of the waves that hold one row for each economy. */
export const GOVTECH_SHEETS = ['GTMI_Groups', 'CG_GTMI_Groups', 'GTMI'] as const;

/** The indices, with the names that earlier waves gave them. */
const INDICES = [
  { id: 'gtmi', title: 'GovTech Maturity Index', names: ['GTMI'] },
  { id: 'gtmi-cgsi', title: 'Core Government Systems Index', names: ['CGSI'] },
  { id: 'gtmi-psdi', title: 'Public Service Delivery Index', names: ['PSDI'] },
  { id: 'gtmi-dcei', title: 'Digital Citizen Engagement Index', names: ['DCEI', 'CEI'] },
  { id: 'gtmi-gtei', title: 'GovTech Enablers Index', names: ['GTEI'] },
] as const;

/** “WBG_GovTech Dataset_Oct2022.xlsx”: the one year in a file's name. */
const yearOfName = (name: string): string | null => {
  const found = [...new Set(name.replace(/^.*\//, '').match(/(?:19|20)\d\d(?!\d)/g) ?? [])];
  return found.length === 1 ? (found[0] ?? null) : null;
};

/** The table ends where its first blank column is: what stands to the right of it compares with another wave. */
function widthOf(columns: Columns, from: number): number {
  const cells = columns.header.cells;
  const seen = new Set<string>();
  for (let column = from; column < cells.length; column += 1) {
    const name = plainHead(cells[column] ?? '');
    if (name === '' || seen.has(name)) return column;
    seen.add(name);
  }
  return cells.length;
}

function readTable(work: Bench, grid: Grid, at: number): void {
  const all = columnsAt(grid, at);
  const first = Math.min(...NEEDED.govtech.map((names) => all.at(...names) ?? 0));
  const width = widthOf(all, first);
  openTable(work, all);
  const own = columnsAt({ ...grid, rows: grid.rows.map((row, index) => (index === at ? { ...row, cells: row.cells.slice(0, width) } : row)) }, at);
  const [code = 0, economy = 0, group = 0] = NEEDED.govtech.map((names) => own.at(...names) ?? 0);
  const yearAt = own.at('Year');
  const fromName = yearAt === null && work.wish.period === null ? yearOfName(grid.file) : null;
  const fixed = work.wish.period ?? fromName;
  if (yearAt === null && fixed === null) return work.ask({ kind: 'period', args: { file: grid.file, near: '' } });
  if (fromName !== null) work.tell({ kind: 'periodFromName', args: { period: fromName }, spot: null });
  const found = INDICES.flatMap((index) => {
    const column = own.at(...index.names);
    if (column !== null && plainHead(own.head(column)) !== plainHead(index.names[0])) work.tell({ kind: 'oldColumn', args: { found: own.head(column), column: index.names[0] }, spot: own.spot(own.header, column) });
    return column === null ? [] : [{ ...index, column }];
  });
  for (const row of own.body) {
    const isSummary = !/^[A-Za-z]{3}$/.test(own.text(row, code));
    if (isSummary) {
      leaveRow(work, all, row, 'summaryRow');
      continue;
    }
    for (const { column } of found) work.book.figure(own.spot(row, column));
    readRow(row);
  }

  function readRow(row: GridRow): void {
    const period = periodText(yearAt === null ? (fixed ?? '') : own.text(row, yearAt));
    const place = work.place(own.text(row, code).toUpperCase(), own.text(row, economy), own.spot(row, code));
    if (period.kind !== 'period') return work.fault({ kind: 'notAPeriod', args: { found: own.text(row, yearAt) }, file: grid.file, spot: own.spot(row, yearAt ?? 0) });
    if (place === null) return;
    if ('leave' in place) return leaveRow(work, all, row, place.leave, place.what);
    for (const column of [code, economy, ...(yearAt === null ? [] : [yearAt])]) if (own.text(row, column) !== '') work.book.use(own.spot(row, column), 'name');
    const groupText = own.text(row, group);
    const isGroup = /^[A-D]$/.test(groupText);
    let isGroupUsed = false;
    for (const { id, title, column } of found) {
      const spot = own.spot(row, column);
      const value = digitsAt(work, spot, own.text(row, column));
      if (value === null) continue;
      const table = work.table(id, { id, indicator: null, title, unit: '', expected: 'countries', dataset: 'world-bank-govtech' });
      const band = id === 'gtmi' && isGroup ? partId(groupText) : '';
      if (band !== '') table.band(band, groupText);
      isGroupUsed ||= band !== '';
      table.add({ cells: { region: place.region, period: period.period, value, status: 'measured', band }, spot });
    }
    if (isGroupUsed) work.book.use(own.spot(row, group), 'name');
    // Beyond the table: the block that compares waves.
    leaveRest(work, all, row);
  }
}

const isBookSheet = (grid: Grid): boolean => grid.kind === 'workbook';

function readFile(work: Bench, grids: readonly Grid[]): void {
  const isTable = (grid: Grid): boolean => headerRow(grid, NEEDED.govtech) !== -1;
  const wanted = grids.filter((grid) => isTable(grid) && (!isBookSheet(grid) || GOVTECH_SHEETS.some((name) => name === grid.sheet)));
  const chosen = wanted.length > 0 ? wanted : grids.filter(isTable);
  const [first] = grids;
  if (chosen.length === 0) return first && refuseKind(work, 'govtech', grids.find((grid) => looksLike(grid) !== null) ?? first);
  for (const grid of grids) {
    work.grids.push(grid);
    const at = headerRow(grid, NEEDED.govtech);
    if (chosen.includes(grid)) readTable(work, grid, at);
    else leaveRows(work, grid, grid.rows, 'sheetNotCarried', grid.sheet);
  }
}

/** The World Bank's GovTech dataset: a workbook for each wave, or a copy of its groups as CSV. It gives groups, no places. */
export const readGovtech: Importer = async (files, context, wish) => {
  const work = bench(context, wish);
  for (const file of files) {
    const { grids, faults, told } = await readGrids(file);
    work.take(faults, told);
    if (grids.length > 0) readFile(work, grids.filter(({ rows }) => rows.length > 0));
  }
  return work.finish({ title: '', titleEn: '', description: '', edition: '', licence: null, sources: [{ name: 'govtech', title: '', titleEn: '', publisher: '', path: '', published: '', locator: files.map(({ name }: ImportFile) => name).join(', '), confidence: '' }] });
};
