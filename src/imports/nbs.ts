import { findTable, regionText, splitUnit } from '../intake/findTable.ts';
import type { FoundTable, Measure, RawFigure } from '../intake/model.ts';
import { plain } from '../intake/plain.ts';
import { readFigure } from '../intake/readFigure.ts';
import { readPeriod } from '../intake/readPeriod.ts';
import { resolveRegion } from '../ingest/resolveRegion.ts';
import { NATION, type RegionId } from '../model/region.ts';
import { bench, type Bench } from './bench.ts';
import { columnsAt, type Columns } from './columns.ts';
import { looksLike, refuseKind } from './looksLike.ts';
import type { CellSpot, Grid, Importer } from './model.ts';
import { readGrids } from './readGrid.ts';
import { sameName } from './sameName.ts';
import { openTable } from './walk.ts';

/** What may stand in the brackets behind a name besides the units that every table knows. */
const MORE_UNITS = /^(?:[十百千万亿]*(?:亩|岁|册|辆|艘|架|只|头|所|座|处|名|公顷|平方公里|平方千米|立方米|千瓦时|千瓦|册\/人|元\/人|米|里|吨公里|人公里|枚|度|℃|GB|TB))$/;

/** “示例指标(亿元)” to its name and its unit; brackets that hold no unit stay in the name. */
function measureOf(raw: string, found: Measure): Measure {
  if (found.unit !== '') return found;
  const split = splitUnit(raw);
  const [, name = '', unit = ''] = /^(.*?)\s*\(([^()]*)\)$/.exec(plain(raw)) ?? [];
  return split.unit !== '' ? split : MORE_UNITS.test(unit) ? { name, unit } : { name: found.name, unit: '' };
}

/** The region of a table without a column for it: the nation, unless its titles tell a province, or that it is of one. */
function regionOfTitles(work: Bench, grid: Grid, titles: readonly string[]): RegionId | null {
  const named = titles.flatMap((text) => /^地区\s*[:：]\s*(.+)$/.exec(text)?.[1] ?? [])[0];
  if (named !== undefined) {
    const resolved = resolveRegion(regionText(named), work.context.index);
    if (resolved.kind === 'found') return resolved.regionId;
  }
  if (work.wish.region !== null) return work.wish.region;
  if (titles.some((text) => /^数据库\s*[:：]\s*(?:年度|月度|季度)数据/.test(text))) return NATION;
  work.ask({ kind: 'region', args: { file: grid.file } });
  return null;
}

/** Regions of these tables are provinces: “中国” would be the nation, not the country beside others. */
function regionOf(work: Bench, figure: RawFigure, spot: CellSpot): { readonly region: RegionId } | { readonly leave: 'byWish' | 'aggregate'; readonly what: string } | null {
  const text = regionText(figure.region);
  const { index, regions } = work.context;
  if (work.wish.leaveOut.includes(figure.region)) return { leave: 'byWish', what: figure.region };
  const resolved = resolveRegion(text, index);
  const candidates = resolved.kind === 'found' ? [resolved.regionId] : resolved.kind === 'ambiguous' ? resolved.candidates : [];
  const own = candidates.filter((id) => regions.some((region) => region.id === id && region.level !== 'country'));
  const [only] = own;
  if (only !== undefined && own.length === 1) return { region: only };
  if (/^(?:东部|中部|西部|东北|华北|华东|华中|华南|西南|西北)(?:地区)?$/.test(text)) return { leave: 'aggregate', what: text };
  return work.place('', figure.region, spot) === null ? null : { leave: 'aggregate', what: text };
}

function addFigure(work: Bench, columns: Columns, figure: RawFigure, measure: Measure, whole: RegionId | null): void {
  const { grid } = columns;
  const spot: CellSpot = { file: grid.file, sheet: grid.sheet, kind: grid.kind, ...figure.spot, head: columns.head(figure.spot.column) };
  const read = readFigure(figure.text);
  if (read.kind === 'blank') return work.book.leave('blank', spot, '', measure.name);
  if (read.kind === 'absence' || read.kind === 'sign') return work.book.leave('absenceSign', spot, figure.text, figure.text);
  if (read.kind !== 'number') return work.fault({ kind: read.kind === 'comma' ? 'ambiguousComma' : 'notANumber', args: { found: figure.text }, file: grid.file, spot });
  if (read.precision !== 'exact' || read.bigUnit !== '' || read.isPercent) return work.fault({ kind: 'notANumber', args: { found: figure.text }, file: grid.file, spot });
  const period = readPeriod(figure.period);
  if (period.kind === 'partOfYear') return work.book.leave('periodNotCarried', spot, figure.text, figure.period);
  if (period.kind !== 'period') return work.fault({ kind: 'notAPeriod', args: { found: figure.period }, file: grid.file, spot });
  const regionSpot: CellSpot = { ...spot, ...figure.regionSpot, head: columns.head(figure.regionSpot.column) };
  const place = figure.region === '' ? (whole === null ? null : { region: whole }) : regionOf(work, figure, regionSpot);
  if (place === null) return;
  if ('leave' in place) return work.book.leave(place.leave, spot, figure.text, place.what);
  if (read.mark !== '') work.tell({ kind: 'footnoteMark', args: { mark: read.mark }, spot });
  if (read.hasThousands || read.wasFullWidth) work.tell({ kind: 'numberForm', args: { found: figure.text, value: read.digits }, spot });
  const indicator = sameName(measure.name, work.context);
  const isProvinces = columns.body.some(() => figure.region !== '');
  work.table(`${measure.name}\t${measure.unit}`, { id: indicator ?? 'nbs', indicator, title: measure.name, unit: measure.unit, expected: isProvinces ? 'provinces' : place.region === NATION ? 'nation' : 'provinces', dataset: 'nbs' }).add({ cells: { region: place.region, period: period.period, value: read.digits, status: 'measured' }, spot });
}

/** One sheet: its table as the room for unknown files finds it, each cell of it written down. */
function readSheet(work: Bench, grid: Grid): void {
  // The other room cuts spaces and marks itself, but keeps what a name looks like.
  const sheet = { name: grid.sheet, rows: grid.rows.map(({ line, cells }) => ({ line, cells: cells.map((text) => ({ text })) })) };
  const { table } = findTable(sheet, work.context.index);
  if (!table) return work.fault({ kind: 'noTable', args: null, file: grid.file, spot: null });
  const columns = columnsAt(grid, grid.rows.findIndex(({ line }) => line === table.header.last));
  openTable(work, columns);
  const spotOf = (line: number, column: number): CellSpot => ({ file: grid.file, sheet: grid.sheet, kind: grid.kind, line, column, head: columns.head(column) });
  for (const figure of table.figures) {
    work.book.figure(spotOf(figure.spot.line, figure.spot.column));
  }
  const titles = grid.rows.filter(({ line }) => line < table.header.first).map(({ cells }) => cells.filter((text) => text !== '').join(' '));
  const needsRegion = table.figures.some(({ region }) => region === '');
  const whole = needsRegion ? regionOfTitles(work, grid, titles) : null;
  const about = titles.flatMap((text) => /^指标\s*[:：]\s*(.+)$/.exec(text)?.[1] ?? [])[0] ?? work.wish.measure ?? '';
  const raws = rawNames(table, grid, about);
  // Saved again without its titles, a table of one indicator no longer names it.
  const isNameless = table.shape !== 'measuresByPeriods' && about === '' && table.measures.some(({ name }) => name === '');
  if (isNameless) return work.ask({ kind: 'measure', args: { file: grid.file } });
  for (const figure of table.figures) {
    const measure = table.measures[figure.measure];
    if (measure) addFigure(work, columns, figure, measureOf(raws.get(figure.measure) ?? about, measure.name === '' ? splitUnit(about) : measure), whole);
  }
  const notes = new Set(table.notes.map(({ line }) => line));
  for (const row of grid.rows) {
    if (row.line <= table.header.last) continue;
    row.cells.forEach((text, column) => {
      const spot = spotOf(row.line, column);
      if (text === '' || work.book.isUsed(spot) || work.book.isFigure(spot)) return;
      if (notes.has(row.line)) work.book.leave('note', { ...spot, head: '' }, text);
      else if (table.figures.some(({ spot: own, regionSpot, periodSpot }) => own.line === row.line && (column === 0 || regionSpot.column === column || periodSpot.column === column))) work.book.use(spot, 'name');
      else work.book.leave('columnNotCarried', spot, text, columns.head(column) || String(column + 1));
    });
  }
}

/** Names of measures as they are printed, unit and all. */
function rawNames(table: FoundTable, grid: Grid, about: string): ReadonlyMap<number, string> {
  const rows = new Map(grid.rows.map((row) => [row.line, row.cells]));
  return new Map(table.figures.map(({ measure, spot }) => [measure, table.shape === 'measuresByPeriods' ? (rows.get(spot.line)?.[0] ?? '') : about]));
}

/** Exports of data.stats.gov.cn: by province or of the nation, of either encoding, as text or as workbook. */
export const readNbs: Importer = async (files, context, wish) => {
  const work = bench(context, wish);
  const publishers = new Set<string>();
  for (const file of files) {
    const { grids, faults, told } = await readGrids(file);
    work.take(faults, told);
    for (const grid of grids) {
      if (grid.rows.length === 0) continue;
      if (looksLike(grid) !== 'nbs') refuseKind(work, 'nbs', grid);
      else {
        work.grids.push(grid);
        readSheet(work, grid);
        for (const { cells } of grid.rows) {
          const named = /^(?:数据来源|资料来源)\s*[:：]\s*(.+)$/.exec(cells[0] ?? '')?.[1];
          if (named !== undefined) publishers.add(named);
        }
      }
    }
  }
  return work.finish({ title: '', titleEn: '', description: '', edition: '', licence: null, sources: [{ name: 'nbs', title: '', titleEn: '', publisher: [...publishers].join('、'), path: '', published: '', locator: files.map(({ name }) => name).join(', '), confidence: '' }] });
};
