import { importsEn } from '../i18n/imports.en.ts';
import { importsZh } from '../i18n/imports.zh.ts';
import { bench, type Bench, type TableMaker } from './bench.ts';
import { columnsAt, headerRow, type Columns } from './columns.ts';
import { figureText, isZero, rankText } from './figureText.ts';
import type { CellSpot, GridRow, Importer } from './model.ts';
import { readGrids } from './readGrid.ts';
import { refuseKind } from './looksLike.ts';
import { digitsAt, isRagged, leaveRest, leaveRow, openTable, periodText } from './walk.ts';

/** Names of the columns as the downloads have them; the order differs, so none is known by its place. */
export const EGOVKB_COLUMNS = {
  year: ['Survey Year'],
  country: ['Country Name'],
  rank: ['E-Government Rank', 'EGDI Rank'],
  egdi: ['E-Government Index', 'E-Government Development Index', 'EGDI'],
  epi: ['E-Participation Index', 'EPI'],
  osi: ['Online Service Index', 'Online Services Index', 'OSI'],
  hci: ['Human Capital Index', 'HCI'],
  tii: ['Telecommunication Infrastructure Index', 'Telecommunications Infrastructure Index', 'TII'],
} as const;
const INDICES = ['egdi', 'epi', 'osi', 'hci', 'tii'] as const;
type Index = (typeof INDICES)[number];

const TITLES: Readonly<Record<Index, string>> = { egdi: EGOVKB_COLUMNS.egdi[0], epi: EGOVKB_COLUMNS.epi[0], osi: EGOVKB_COLUMNS.osi[0], hci: EGOVKB_COLUMNS.hci[0], tii: EGOVKB_COLUMNS.tii[0] };

/** The last edition whose unranked countries are stored with an index of 0. */
const LAST_UNRANKED = 2012;
/** The last edition whose human capital and telecommunication figures of 0 stand for “no data”. */
const LAST_ZERO_GAPS = 2010;

interface Line {
  readonly columns: Columns;
  readonly row: GridRow;
  readonly region: string;
  readonly year: string;
  readonly rank: string | null;
  readonly cells: Readonly<Record<Index, string>>;
}

type Note = keyof typeof importsZh.notes;
const noteText = (note: Note): string => `${importsZh.notes[note]} / ${importsEn.notes[note]}`;

const isZeroCell = (text: string): boolean => { const read = figureText(text); return read.kind === 'number' && isZero(read.digits); };
const isPositive = (text: string): boolean => { const read = figureText(text); return read.kind === 'number' && !isZero(read.digits); };

/** What a whole edition says that a single row can't: how many are ranked, and how often an index is 0. */
function editionsOf(lines: readonly Line[]): ReadonlyMap<string, { readonly lastRank: number; readonly zeros: Readonly<Record<Index, number>> }> {
  const years = [...new Set(lines.map(({ year }) => year))];
  return new Map(years.map((year) => {
    const own = lines.filter((line) => line.year === year);
    const ranked = own.flatMap(({ rank, cells }) => (rank !== null && isPositive(cells.egdi) ? [Number(rank)] : []));
    const zerosIn = (index: Index) => new Set(own.filter(({ cells }) => isZeroCell(cells[index])).map(({ region }) => region)).size;
    return [year, { lastRank: Math.max(0, ...ranked), zeros: { egdi: zerosIn('egdi'), epi: zerosIn('epi'), osi: zerosIn('osi'), hci: zerosIn('hci'), tii: zerosIn('tii') } }];
  }));
}

/**
 * What a 0 is. The download stores every gap as 0, so: a country without a place whose indices are all 0 was not assessed;
 * an index of 0 behind the last place was not published; until 2010 human capital and telecommunication of 0 are gaps,
 * from 2012 a single 0 is the least of the scale. Online service and participation may be 0. Null: nobody can tell.
 */
function zeroOf(index: Index, { year, rank, cells }: Line, lastRank: number, zeros: Readonly<Record<Index, number>>): 'value' | Note | null {
  const edition = Number(year);
  if (rank === null && INDICES.every((one) => isZeroCell(cells[one]))) return 'notAssessed';
  if (index === 'epi' || index === 'osi') return 'value';
  if (index === 'egdi') {
    const isBehind = rank === null || Number(rank) > lastRank;
    const hasParts = (['osi', 'hci', 'tii'] as const).some((part) => isPositive(cells[part]));
    return isBehind && (edition <= LAST_UNRANKED || hasParts) ? 'unranked' : null;
  }
  if (edition <= LAST_ZERO_GAPS) return 'zeroGap';
  return zeros[index] === 1 ? 'value' : null;
}

function readLines(work: Bench, columns: Columns): readonly Line[] {
  const at = Object.fromEntries(Object.entries(EGOVKB_COLUMNS).map(([key, names]) => [key, columns.at(...names)]));
  const wanted = Object.keys(EGOVKB_COLUMNS).filter((key) => at[key] === null && !(key === 'year' && work.wish.period !== null));
  for (const key of wanted) if (isColumn(key)) work.fault({ kind: 'missingColumn', args: { column: EGOVKB_COLUMNS[key][0], found: columns.header.cells }, file: columns.grid.file, spot: null });
  const column = (key: keyof typeof EGOVKB_COLUMNS): number => at[key] ?? -1;
  if (wanted.length > 0) return [];
  openTable(work, columns);
  return columns.body.flatMap((row): readonly Line[] => {
    const figures = [column('rank'), ...INDICES.map(column)];
    for (const one of figures) work.book.figure(columns.spot(row, one));
    if (isRagged(work, columns, row, figures)) return [];
    const [nameSpot, yearSpot] = [columns.spot(row, column('country')), columns.spot(row, column('year'))];
    const year = periodText(at['year'] === null ? (work.wish.period ?? '') : columns.text(row, column('year')));
    const place = work.place('', columns.text(row, column('country')), nameSpot);
    if (place !== null && 'leave' in place) {
      leaveRow(work, columns, row, place.leave, place.what);
      return [];
    }
    if (year.kind !== 'period') work.fault({ kind: 'notAPeriod', args: { found: columns.text(row, column('year')) }, file: yearSpot.file, spot: yearSpot });
    if (place === null || year.kind !== 'period') return [];
    const rankCell = columns.text(row, column('rank'));
    const rank = rankText(rankCell);
    const rankSpot = columns.spot(row, column('rank'));
    if (rankCell !== '' && rank === null) {
      work.fault({ kind: 'badRank', args: { found: rankCell }, file: rankSpot.file, spot: rankSpot });
      return [];
    }
    if (rank !== null && rank !== rankCell) work.tell({ kind: 'rankForm', args: { found: rankCell, rank }, spot: rankSpot });
    work.book.use(nameSpot, 'name');
    if (at['year'] !== null) work.book.use(yearSpot, 'name');
    leaveRest(work, columns, row);
    const cell = (index: Index): string => columns.text(row, column(index));
    return [{ columns, row, region: place.region, year: year.period, rank, cells: { egdi: cell('egdi'), epi: cell('epi'), osi: cell('osi'), hci: cell('hci'), tii: cell('tii') } }];
  });
}

const isColumn = (key: string): key is keyof typeof EGOVKB_COLUMNS => Object.hasOwn(EGOVKB_COLUMNS, key);

function addLine(work: Bench, line: Line, edition: { readonly lastRank: number; readonly zeros: Readonly<Record<Index, number>> }, tables: Readonly<Record<Index, TableMaker>>): void {
  const { columns, row, region, year, rank } = line;
  const rankSpot: CellSpot = columns.spot(row, columns.at(...EGOVKB_COLUMNS.rank) ?? 0);
  const source = `egovkb-${year}`;
  let isRankUsed = false;
  for (const index of INDICES) {
    const spot = columns.spot(row, columns.at(...EGOVKB_COLUMNS[index]) ?? 0);
    const text = line.cells[index];
    const hasFigure = figureText(text).kind === 'number';
    const digits = digitsAt(work, spot, text);
    if (digits === null || !hasFigure) continue;
    const isRank = index === 'egdi' && rank !== null;
    const zero = !isZero(digits) ? 'value' : (zeroOf(index, line, edition.lastRank, edition.zeros) ?? work.zero(`un-${index}`, spot));
    if (zero === null) continue;
    if (zero === 'value') {
      tables[index].add({ cells: { region, period: year, value: digits, status: 'measured', source, ...(isRank && { rank }) }, spot, ...(isRank && { rankSpot }) });
      isRankUsed ||= isRank;
    } else {
      const note: Note = zero === 'missing' ? (index === 'egdi' ? 'unranked' : 'zeroGap') : zero;
      tables[index].add({ cells: { region, period: year, value: '', status: note === 'notAssessed' ? 'notSurveyed' : 'notPublished', source, note: noteText(note) }, spot, instead: { reason: 'zeroAsMissing', found: text } });
    }
  }
  // The place behind the last one is shared by all who have none.
  if (!isRankUsed) work.book.leave(isZeroCell(line.cells.egdi) && rank !== null ? 'zeroAsMissing' : 'blank', rankSpot, columns.text(row, rankSpot.column), rank === null ? '' : 'un-egdi');
}

/** Yearly downloads of the UN E-Government Knowledgebase, one or many editions at once. */
export const readEgovkb: Importer = async (files, context, wish) => {
  const work = bench(context, wish);
  const lines: Line[] = [];
  for (const file of files) {
    const { grids, faults, told } = await readGrids(file);
    work.take(faults, told);
    for (const grid of grids) {
      const at = headerRow(grid, [EGOVKB_COLUMNS.country, EGOVKB_COLUMNS.egdi]);
      if (at === -1) refuseKind(work, 'egovkb', grid);
      else {
        work.grids.push(grid);
        lines.push(...readLines(work, columnsAt(grid, at)));
      }
    }
  }
  const editions = editionsOf(lines);
  const table = (index: Index): TableMaker => work.table(index, { id: `un-${index}`, indicator: `un-${index}`, title: TITLES[index], unit: '', expected: 'countries', dataset: 'un-egov-survey' });
  const tables = { egdi: table('egdi'), epi: table('epi'), osi: table('osi'), hci: table('hci'), tii: table('tii') };
  for (const line of lines) {
    const edition = editions.get(line.year);
    if (edition) addLine(work, line, edition, tables);
  }
  const years = [...editions.keys()].sort();
  const fileOf = (year: string): string => [...new Set(lines.filter((line) => line.year === year).map(({ columns }) => columns.grid.file))].join(', ');
  return work.finish({ title: '', titleEn: '', description: '', edition: years.at(-1) ?? '', licence: null, sources: years.map((year) => ({ name: `egovkb-${year}`, title: '', titleEn: '', publisher: '', path: '', published: '', locator: fileOf(year), confidence: '' })) });
};
