import { isJsonObject, type Json, type JsonObject } from '../check/editionFiles.ts';
import { bench, type Bench } from './bench.ts';
import { readCoded } from './coded.ts';
import { columnsAt, headerRow } from './columns.ts';
import { looksLike, NEEDED, refuseKind } from './looksLike.ts';
import type { Grid, ImportFile, Importer } from './model.ts';
import { readGrids, readJson } from './readGrid.ts';
import { slug } from './slug.ts';
import { yearHead } from './worldbank.ts';

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value.trim() : value === null || value === undefined ? '' : JSON.stringify(value));

/** The API's answer as a table of records: every field a column, so that none is forgotten. */
function recordsGrid(work: Bench, file: ImportFile): Grid | null {
  const read = readJson(file);
  if ('fault' in read) {
    work.fault(read.fault);
    return null;
  }
  const { json } = read;
  const list: readonly unknown[] | null = Array.isArray(json) ? json : isJsonObject(json) && Array.isArray(json['value']) ? json['value'] : null;
  const records = (list ?? []).filter((one): one is JsonObject => isJsonObject(one));
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
  if (list === null || records.length !== list.length || !['REF_AREA', 'INDICATOR', 'TIME_PERIOD', 'OBS_VALUE'].every((name) => names.includes(name))) {
    work.fault({ kind: 'wrongKind', args: { wanted: 'data360', looksLike: isJsonObject(json) && Array.isArray(json['resources']) ? 'datapackage' : null, missing: ['value', 'REF_AREA', 'INDICATOR', 'TIME_PERIOD', 'OBS_VALUE'].filter((name) => !names.includes(name)) }, file: file.name, spot: null });
    return null;
  }
  return { file: file.name, sheet: '', kind: 'records', rows: [{ line: 0, cells: names }, ...records.map((record, at) => ({ line: at + 1, cells: names.map((name) => textOf(record[name])) }))] };
}

/** Files of World Bank Data360: a column for each year, one row for each figure, or an answer of its API. */
export const readData360: Importer = async (files, context, wish) => {
  const work = bench(context, wish);
  let database = '';
  for (const file of files) {
    const isJson = /^\s*[{[]/.test(new TextDecoder().decode(file.bytes.subarray(0, 200)).replace(/^\uFEFF/, ''));
    const records = isJson ? recordsGrid(work, file) : null;
    const { grids, faults, told } = isJson ? { grids: records ? [records] : [], faults: [], told: [] } : await readGrids(file);
    work.take(faults, told);
    for (const grid of grids) {
      const at = headerRow(grid, NEEDED.data360);
      const like = looksLike(grid);
      if (at === -1 || (!isJson && like !== 'data360')) {
        refuseKind(work, 'data360', grid);
        continue;
      }
      const columns = columnsAt(grid, at);
      const years = columns.at('OBS_VALUE') !== null ? [] : columns.header.cells.flatMap((head, column) => { const year = yearHead(head); return year === null ? [] : [[column, year] as const]; });
      if (years.length === 0 && (columns.at('OBS_VALUE') === null || columns.at('TIME_PERIOD') === null)) {
        work.fault({ kind: 'missingColumn', args: { column: columns.at('OBS_VALUE') === null ? 'OBS_VALUE' : 'TIME_PERIOD', found: columns.header.cells }, file: grid.file, spot: null });
        continue;
      }
      work.grids.push(grid);
      const [first] = columns.body;
      const id = columns.at('DATABASE_ID');
      database = (first && columns.text(first, id)) || database;
      readCoded(work, { kind: 'data360', columns, years }, database === '' ? 'world-bank-data360' : slug(database, 'data360'));
    }
  }
  return work.finish({ title: '', titleEn: database, description: '', edition: '', licence: null, sources: [{ name: 'data360', title: '', titleEn: database, publisher: '', path: '', published: '', locator: files.map(({ name }) => name).join(', '), confidence: '' }] });
};
