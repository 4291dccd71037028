import { decode } from '../ingest/decode.ts';
import { isJsonObject, type JsonObject } from '../check/editionFiles.ts';
import { bench, type Bench } from './bench.ts';
import { columnsAt, headerRow, plainHead } from './columns.ts';
import { figureText } from './figureText.ts';
import { NEEDED, refuseKind } from './looksLike.ts';
import type { Grid, ImportFile, Importer, SourceFacts } from './model.ts';
import { placeOfName } from './places.ts';
import { readGrids } from './readGrid.ts';
import { sameName } from './sameName.ts';
import { slug } from './slug.ts';
import { digitsAt, isRagged, leaveRest, leaveRow, openTable, periodText } from './walk.ts';

const isMetadata = ({ name }: ImportFile): boolean => /\.json$/i.test(name);
const textIn = (json: JsonObject | undefined, ...keys: readonly string[]): string => {
  for (const key of keys) {
    const value = json?.[key];
    if (typeof value === 'string' && value !== '') return value;
  }
  return '';
};
const objectIn = (json: JsonObject | undefined, key: string): JsonObject | undefined => {
  const value = json?.[key];
  return isJsonObject(value) ? value : undefined;
};

/** What the file of metadata says of a column: by its long name or its short one. */
function aboutColumn(metadata: readonly JsonObject[], head: string): JsonObject | undefined {
  for (const one of metadata) {
    const columns = objectIn(one, 'columns') ?? {};
    for (const [name, about] of Object.entries(columns)) if (isJsonObject(about) && [name, textIn(about, 'shortName'), textIn(about, 'titleShort')].some((known) => known !== '' && plainHead(known) === plainHead(head))) return about;
  }
  return undefined;
}

function readMetadata(work: Bench, file: ImportFile): JsonObject | null {
  try {
    const json: unknown = JSON.parse(decode(file.bytes).text);
    if (isJsonObject(json)) return json;
    work.fault({ kind: 'notJson', args: { detail: typeof json }, file: file.name, spot: null });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    work.fault({ kind: 'notJson', args: { detail: error.message }, file: file.name, spot: null });
  }
  return null;
}

function readTable(work: Bench, grid: Grid, at: number, metadata: readonly JsonObject[]): readonly SourceFacts[] {
  const columns = columnsAt(grid, at);
  openTable(work, columns);
  const [entity = 0, code = 0, time = 0] = NEEDED.owid.map((names) => columns.at(...names) ?? 0);
  const others = columns.header.cells.map((head, column) => ({ head, column })).filter(({ head, column }) => head !== '' && ![entity, code, time].includes(column));
  // A column of words alone (continents, remarks) holds no figures.
  const figures = others.filter(({ column }) => columns.body.every((row) => figureText(columns.text(row, column)).kind === 'blank') || columns.body.some((row) => figureText(columns.text(row, column)).kind === 'number'));
  const about = new Map(figures.map(({ head, column }) => [column, aboutColumn(metadata, head)]));
  const makers = figures.map(({ head, column }) => {
    const said = about.get(column);
    const title = textIn(said, 'titleLong', 'titleShort') || head;
    const indicator = sameName(textIn(said, 'titleShort') || head, work.context);
    return { column, maker: work.table(`${grid.file}\t${head}`, { id: indicator ?? slug(textIn(said, 'shortName') || head, 'owid'), indicator, title, unit: textIn(said, 'unit', 'shortUnit'), expected: 'countries', dataset: 'our-world-in-data', remarks: [textIn(said, 'descriptionShort'), textIn(said, 'citationLong')].filter((text) => text !== '') }) };
  });
  for (const row of columns.body) {
    for (const { column } of makers) work.book.figure(columns.spot(row, column));
    if (isRagged(work, columns, row, makers.map(({ column }) => column))) continue;
    const spot = columns.spot(row, time);
    const [codeText, name] = [columns.text(row, code), columns.text(row, entity)];
    // Without a code stand continents, groups by income and former states; a name that is a country's is one all the same.
    const isNobody = codeText === '' && !work.wish.leaveOut.includes(name) && placeOfName(name, work.context.index, work.context.regions).kind === 'unknown';
    const place = isNobody ? ({ leave: 'aggregate', what: name } as const) : work.place(codeText, name, columns.spot(row, codeText === '' ? entity : code));
    const period = periodText(columns.text(row, time));
    if (period.kind === 'none') work.fault({ kind: 'notAPeriod', args: { found: columns.text(row, time) }, file: grid.file, spot });
    if (place === null || period.kind === 'none') continue;
    if ('leave' in place) leaveRow(work, columns, row, place.leave, place.what);
    else if (period.kind === 'other') leaveRow(work, columns, row, 'periodNotCarried', columns.text(row, time));
    else {
      for (const column of [entity, code, time]) if (columns.text(row, column) !== '') work.book.use(columns.spot(row, column), 'name');
      for (const { column, maker } of makers) {
        const value = digitsAt(work, columns.spot(row, column), columns.text(row, column));
        if (value !== null) maker.add({ cells: { region: place.region, period: period.period, value, status: 'measured' }, spot: columns.spot(row, column) });
      }
      leaveRest(work, columns, row);
    }
  }
  return figures.map(({ head, column }) => ({ name: slug(head, 'owid'), title: '', titleEn: textIn(about.get(column), 'titleLong', 'titleShort'), publisher: textIn(about.get(column), 'citationShort'), path: '', published: /^\d{4}(?:-\d{2}){0,2}$/.exec(textIn(about.get(column), 'lastUpdated'))?.[0] ?? '', locator: grid.file, confidence: '' }));
}

/** CSV files of Our World in Data, long names or short ones, with the metadata beside them. */
export const readOwid: Importer = async (files, context, wish) => {
  const work = bench(context, wish);
  const metadata = files.filter(isMetadata).flatMap((file): readonly JsonObject[] => { const json = readMetadata(work, file); return json ? [json] : []; });
  const sources: SourceFacts[] = [];
  for (const file of files.filter((one) => !isMetadata(one))) {
    if (!/\.(?:csv|tsv|txt)$/i.test(file.name)) {
      work.book.leave('fileNotCarried', { file: file.name, sheet: '', kind: 'text', line: 1, column: 0, head: '' }, '', file.name);
      continue;
    }
    const { grids, faults, told } = await readGrids(file);
    work.take(faults, told);
    for (const grid of grids) {
      const at = headerRow(grid, NEEDED.owid);
      if (at === -1) refuseKind(work, 'owid', grid);
      else {
        work.grids.push(grid);
        sources.push(...readTable(work, grid, at, metadata));
      }
    }
  }
  const chart = objectIn(metadata[0], 'chart');
  return work.finish({ title: '', titleEn: textIn(chart, 'title'), description: textIn(chart, 'subtitle'), edition: '', licence: null, sources: sources.filter(({ name }, at) => sources.findIndex((one) => one.name === name) === at) });
};
