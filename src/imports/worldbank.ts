import { bench, type Bench } from './bench.ts';
import { columnsAt, headerRow } from './columns.ts';
import { NEEDED, refuseKind } from './looksLike.ts';
import type { CellSpot, Grid, GridRow, ImportFile, Importer } from './model.ts';
import { readGrids } from './readGrid.ts';
import { sameName } from './sameName.ts';
import { slug } from './slug.ts';
import { digitsAt, isRagged, leaveRest, leaveRow, openTable } from './walk.ts';

/** “2024”, or “2024 [YR2024]” as DataBank writes it. */
export const yearHead = (head: string): string | null => /^((?:19|20)\d\d)(?: \[YR\1\])?$/.exec(head)?.[1] ?? null;

const isMetadata = ({ name }: ImportFile): boolean => /(?:^|\/)Metadata_[^/]*\.csv$/i.test(name);

/** “XX indicator (% of population)”: what stands in the last brackets of a name is its unit, with the World Bank. */
const unitOf = (name: string): string => /\(([^()]+)\)\s*$/.exec(name)?.[1] ?? '';

/** The two tables that lie beside the figures: who is a country, and what the figures are. They are read, and not carried. */
function readMetadata(work: Bench, grid: Grid): ReadonlyMap<string, readonly string[]> {
  const columns = columnsAt(grid, 0);
  const [code, region] = [columns.at('Country Code'), columns.at('Region')];
  if (code !== null && region !== null) for (const row of columns.body) if (columns.text(row, region) === '' && columns.text(row, code) !== '') work.aggregates.add(columns.text(row, code));
  const indicator = columns.at('INDICATOR_CODE');
  const about = [columns.at('SOURCE_NOTE'), columns.at('SOURCE_ORGANIZATION')];
  const [first] = grid.rows;
  if (first) work.book.leave('fileNotCarried', { file: grid.file, sheet: '', kind: 'text', line: first.line, column: 0, head: '' }, '', grid.file);
  return new Map(indicator === null ? [] : columns.body.map((row) => [columns.text(row, indicator), about.flatMap((column) => columns.text(row, column) || [])]));
}

/** “Data Source”, “Last Updated Date”. */
const saidAbove = (grid: Grid, at: number): ReadonlyMap<string, string> => new Map(grid.rows.slice(0, at).map(({ cells }) => [cells[0] ?? '', cells[1] ?? '']));

function readRow(work: Bench, columns: ReturnType<typeof columnsAt>, row: GridRow, years: readonly (readonly [number, string])[], remarks: ReadonlyMap<string, readonly string[]>): void {
  const [name, code, measure, id] = NEEDED.worldbank.map((names) => columns.at(...names) ?? 0);
  if (name === undefined || code === undefined || measure === undefined || id === undefined) return;
  const filled = row.cells.filter((text) => text !== '').length;
  if (columns.text(row, code) === '' && columns.text(row, id) === '' && filled <= 2) return leaveRow(work, columns, row, 'note');
  for (const [column] of years) work.book.figure(columns.spot(row, column));
  if (isRagged(work, columns, row, years.map(([column]) => column))) return;
  const place = work.place(columns.text(row, code), columns.text(row, name), columns.spot(row, code));
  if (place === null) return;
  if ('leave' in place) return leaveRow(work, columns, row, place.leave, place.what);
  for (const column of [name, code, measure, id]) if (columns.text(row, column) !== '') work.book.use(columns.spot(row, column), 'name');
  const title = columns.text(row, measure);
  const key = columns.text(row, id);
  const indicator = sameName(title, work.context);
  const table = work.table(key, { id: indicator ?? slug(key, 'wb'), indicator, title, unit: unitOf(title), expected: 'countries', dataset: 'world-bank', remarks: remarks.get(key) ?? [] });
  for (const [column, period] of years) {
    const spot: CellSpot = columns.spot(row, column);
    const value = digitsAt(work, spot, columns.text(row, column));
    if (value !== null) table.add({ cells: { region: place.region, period, value, status: 'measured' }, spot });
  }
  leaveRest(work, columns, row);
}

/** Downloads of the World Bank's API and of DataBank: one row for each country and indicator, a column for each year. */
export const readWorldbank: Importer = async (files, context, wish) => {
  const work = bench(context, wish);
  const remarks = new Map<string, readonly string[]>();
  let [title, updated] = ['', ''];
  for (const file of files.filter(isMetadata)) for (const grid of (await readGrids(file)).grids) for (const [code, about] of readMetadata(work, grid)) remarks.set(code, about);
  for (const file of files.filter((one) => !isMetadata(one))) {
    const { grids, faults, told } = await readGrids(file);
    work.take(faults, told);
    for (const grid of grids) {
      const at = headerRow(grid, NEEDED.worldbank);
      if (at === -1) {
        refuseKind(work, 'worldbank', grid);
        continue;
      }
      work.grids.push(grid);
      const columns = columnsAt(grid, at);
      const said = saidAbove(grid, at);
      title = said.get('Data Source') ?? title;
      updated = said.get('Last Updated Date') ?? updated;
      openTable(work, columns);
      const years = columns.header.cells.flatMap((head, column) => { const year = yearHead(head); return year === null ? [] : [[column, year] as const]; });
      if (years.length === 0) work.fault({ kind: 'missingColumn', args: { column: '2024', found: columns.header.cells }, file: grid.file, spot: null });
      else for (const row of columns.body) readRow(work, columns, row, years, remarks);
    }
  }
  const day = /^\d{4}-\d{2}-\d{2}$/.test(updated) ? updated : '';
  return work.finish({ title: '', titleEn: title, description: '', edition: day, licence: null, sources: [{ name: 'world-bank', title: '', titleEn: title, publisher: '', path: '', published: day, locator: files.filter((one) => !isMetadata(one)).map(({ name }) => name).join(', '), confidence: '' }] });
};
