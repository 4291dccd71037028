import { resolveRegion, type RegionIndex } from '../ingest/resolveRegion.ts';
import type { Fault, FoundTable, Measure, RawFigure, ReadingOptions, Repair, Shape, Sheet, SheetRow, Spot } from './model.ts';
import { plain, withoutFootnote } from './plain.ts';
import { readFigure } from './readFigure.ts';
import { readPeriod, readSerialDate } from './readPeriod.ts';

/** How far down the names of the columns are looked for. */
const MOST_TITLES = 40;
/** The part of a column's cells that must be of a kind for the column to be. */
const MOSTLY = 0.6;

const NOTE = /^(?:注|备注|说明|资料来源|数据来源|来源|数据库|指标解释|单位|source|notes?|unit)\s*[:：)）、]|^(?:注|\*|①|资料来源|数据来源|source:)/i;
const UNIT = /(?:单位|unit)\s*[:：]\s*([^\s,，;；()（）]+)/i;

const ROLES = {
  region: /^(?:地区|省份?|省市|省区市|省级|区域|行政区划?|国家|国家或地区|region|province|country|country name|economy|name|ref_area|geo|entity)$/i,
  period: /^(?:时间|时期|年份?|年度|日期|期间|统计时间|period|year|date|time|time_period|survey year)$/i,
  value: /^(?:数值|数据|值|数|value|obs_value|观测值)$/i,
  rank: /^(?:名次|排名|位次|排位|序位|rank|ranking|e-government rank)$/i,
  order: /^(?:序号|编号|no\.?|#)$/i,
  band: /^(?:档次|等级|档|级别|组别|类别|band|grp|group)$/i,
  note: /^(?:备注|说明|注|note|notes|remark|remarks)$/i,
  measure: /^(?:指标|指标名称|项目|indicator|indicator name|measure|variable)$/i,
  unit: /^(?:单位|计量单位|unit)$/i,
  code: /^(?:代码|地区代码|行政区划代码|code|country code|adcode|iso3?)$/i,
} as const;
type Role = keyof typeof ROLES;

/** “互联网普及率（%）” to its name and its unit. */
export function splitUnit(header: string): Measure {
  const text = withoutFootnote(plain(header)).text;
  const [, name = text, unit = ''] = /^(.*?)\s*[((]([^()()]*)[))]$/.exec(text) ?? [];
  const isUnit = unit !== '' && name !== '' && !/\d{4}/.test(unit) && /^(?:%|‰|.*(?:元|人|次|个|户|件|家|项|分|台|张|条|万|亿|吨|米|公里|天|小时|percent|million|billion|thousand|yuan|people|points?|per .+))$/i.test(unit);
  return isUnit ? { name, unit } : { name: text, unit: '' };
}

const textAt = (row: SheetRow | undefined, column: number): string => row?.cells[column]?.text ?? '';
const filled = (row: SheetRow): number => row.cells.filter(({ text, isMerged }) => text !== '' && isMerged !== true).length;
/** A cell of figures, or a sign in its place; a bare year is none. */
const isFigure = (text: string): boolean => {
  const { kind } = readFigure(text);
  return kind !== 'blank' && kind !== 'none' && readPeriod(text).kind !== 'period';
};
const isYear = (text: string): boolean => readPeriod(text).kind === 'period' || readPeriod(text).kind === 'partOfYear' || readPeriod(text).kind === 'shortYear';

const isRegion = (text: string, index: RegionIndex): boolean => text !== '' && resolveRegion(regionText(text), index).kind !== 'unknown';
/** A region's name without what stands around it: “1、北 京①” is 北京. */
export const regionText = (text: string): string => {
  const bare = withoutFootnote(plain(text)).text.replace(/^\(?\d{1,3}[).、．]\s*/, '');
  return /^[\u4e00-\u9fff\s]+$/.test(bare) ? bare.replace(/\s/g, '') : bare;
};

/** No cell of it is a figure; codes of regions may stand above columns. */
const isNames = (row: SheetRow, { ids }: RegionIndex): boolean => !row.cells.some(({ text }) => isFigure(text) && !isYear(text) && !ids.has(plain(text)));

/** The first row that names columns: at least two names, no figures, and figures or regions below. */
function headerAt(rows: readonly SheetRow[], index: RegionIndex): number {
  for (let at = 0; at < Math.min(rows.length - 1, MOST_TITLES); at += 1) {
    const row = rows[at];
    if (!row || filled(row) < 2 || !isNames(row, index)) continue;
    const below = rows.slice(at + 1, at + 6);
    const widest = Math.max(...below.map(filled), 0);
    const hasBody = below.some((one) => one.cells.some(({ text }) => isFigure(text)) || one.cells.some(({ text }) => isRegion(text, index)));
    if (hasBody && filled(row) * 2 >= widest) return at;
  }
  return -1;
}

interface Column {
  readonly at: number;
  /** Names of all header rows, the upper ones first. */
  readonly heads: readonly string[];
  readonly head: string;
  readonly role: Role | null;
  readonly regions: number;
  readonly periods: number;
  readonly figures: number;
  /** Figures, and what may be a year or a figure. */
  readonly numbers: number;
  readonly filled: number;
}

function columnsOf(header: readonly SheetRow[], body: readonly SheetRow[], index: RegionIndex): readonly Column[] {
  const width = Math.max(...[...header, ...body].map(({ cells }) => cells.length), 0);
  return Array.from({ length: width }, (_, at): Column => {
    const heads = header.map((row) => plain(textAt(row, at))).filter((text, nth, all) => text !== '' && all.indexOf(text) === nth);
    const head = heads.at(-1) ?? '';
    const cells = body.map((row) => textAt(row, at)).filter((text) => text !== '');
    const bare = splitUnit(head).name;
    const role = (Object.keys(ROLES) satisfies string[]).find((one): one is Role => isRole(one) && ROLES[one].test(bare)) ?? null;
    const share = (is: (text: string) => boolean): number => (cells.length === 0 ? 0 : cells.filter(is).length / cells.length);
    return { at, heads, head, role, regions: share((text) => isRegion(text, index)), periods: share((text) => readPeriod(text).kind === 'period' || (role === 'period' && readSerialDate(text).kind === 'period')), figures: share(isFigure), numbers: share((text) => isFigure(text) || readFigure(text).kind === 'number'), filled: cells.length };
  });
}

const isRole = (text: string): text is Role => Object.hasOwn(ROLES, text);

/** Where the figures of a body end: what follows is notes, or a line of one cell alone. */
function bodyEnd(rows: readonly SheetRow[], index: RegionIndex): number {
  let end = rows.length;
  while (end > 0) {
    const row = rows[end - 1];
    if (!row) break;
    const first = row.cells.find(({ text }) => text !== '')?.text ?? '';
    const isAlone = filled(row) === 1 && !isRegion(first, index) && !isYear(first);
    if (NOTE.test(plain(first)) || isAlone) end -= 1;
    else break;
  }
  const noted = rows.slice(0, end).findIndex((row) => NOTE.test(plain(row.cells.find(({ text }) => text !== '')?.text ?? '')) && !row.cells.some(({ text }, at) => at > 0 && isFigure(text)));
  return noted === -1 ? end : noted;
}

/** “2024年（亿元）” names a year; that all years are in one unit is said of the table. In several, nothing is taken away. */
function withoutUnits(header: readonly SheetRow[]): { readonly header: readonly SheetRow[]; readonly unit: string } {
  const split = (text: string): Measure | null => { const parts = splitUnit(text); return parts.unit !== '' && isYear(parts.name) ? parts : null; };
  const units = new Set(header.flatMap(({ cells }) => cells.flatMap(({ text }) => split(text)?.unit ?? [])));
  const [unit = ''] = units;
  if (units.size !== 1) return { header, unit: '' };
  return { header: header.map(({ line, cells }) => ({ line, cells: cells.map((cell) => { const parts = split(cell.text); return parts ? { ...cell, text: parts.name } : cell; }) })), unit };
}

interface Found {
  readonly table: FoundTable | null;
  readonly faults: readonly Fault[];
}

/** The table within a sheet: its titles, its names, its figures and its notes, and how it lies. */
export function findTable(sheet: Sheet, index: RegionIndex, options: ReadingOptions = {}): Found {
  const { rows } = sheet;
  const none = (kind: 'noTable' | 'noFigures'): Found => ({ table: null, faults: [{ kind, args: null, spot: null }] });
  const asked = options.headerLine === undefined ? -1 : rows.findIndex(({ line }) => line === options.headerLine);
  const first = asked === -1 ? headerAt(rows, index) : asked;
  const head = rows[first];
  if (!head) return none('noTable');
  // A second row of names below the first: years over measures.
  let last = first;
  for (let next = first + 1; next < Math.min(first + 3, rows.length - 1); next += 1) {
    const row = rows[next];
    const hasNames = row && filled(row) > 1 && isNames(row, index) && !row.cells.some(({ text }, at) => at < 3 && isRegion(text, index)) && !isYear(textAt(row, 0));
    if (!hasNames) break;
    last = next;
  }
  const { header, unit: headUnit } = withoutUnits(rows.slice(first, last + 1));
  const below = rows.slice(last + 1);
  const end = bodyEnd(below, index);
  const body = below.slice(0, end);
  if (body.length === 0) return none('noFigures');
  const all = columnsOf(header, body, index);
  const empty = all.filter(({ filled: count, heads }) => count === 0 && heads.length === 0);
  const columns = all.filter((column) => !empty.includes(column));

  const lineText = (row: SheetRow): string => row.cells.filter(({ text, isMerged }) => text !== '' && isMerged !== true).map(({ text }) => text).join(' ');
  const titles = rows.slice(0, first).map((row) => ({ line: row.line, text: lineText(row) }));
  const notes = below.slice(end).map((row) => ({ line: row.line, text: lineText(row) }));
  const unitLine = [...titles, ...notes].flatMap(({ text }) => UNIT.exec(plain(text))?.[1] ?? [])[0] ?? headUnit;

  const laid = lie(columns, body, header, index, titles.map(({ text }) => plain(text)));
  if (!laid || laid.figures.length === 0) return none('noFigures');
  const repairs: Repair[] = [
    ...(titles.length > 0 ? [{ kind: 'titleRows' as const, args: { rows: titles.length }, spot: null, count: 1 }] : []),
    ...(notes.length > 0 ? [{ kind: 'noteRows' as const, args: { rows: notes.length }, spot: null, count: 1 }] : []),
    ...(empty.length > 0 ? [{ kind: 'emptyColumns' as const, args: { columns: empty.length }, spot: null, count: 1 }] : []),
    ...laid.leftOut.map((name) => ({ kind: 'columnLeftOut' as const, args: { name }, spot: null, count: 1 })),
  ];
  return { table: { shape: laid.shape, titles, notes, header: { first: head.line, last: header.at(-1)?.line ?? head.line }, unitLine, measures: laid.measures, figures: laid.figures, repairs }, faults: [] };
}

interface Laid {
  readonly shape: Shape;
  readonly measures: readonly Measure[];
  readonly figures: readonly RawFigure[];
  readonly leftOut: readonly string[];
}

/** The title that names what a table is about, where its columns don't. */
const aboutOf = (titles: readonly string[]): string =>
  titles.map((text) => text.replace(UNIT, '').replace(/^(?:指标|表\s*[\d.-]*|数据库)\s*[:：]?\s*/, '').trim()).filter((text) => text !== '' && !/^(?:时间|单位|分省|年度数据|最近)/.test(text)).at(-1) ?? '';

/** A title “各省互联网普及率（2024年）” tells the period of the whole table, when it tells one alone. */
const titlePeriod = (titles: readonly string[]): string => {
  const found = [...new Set(titles.flatMap((text) => text.match(/(?:19|20)\d\d年(?:\d{1,2}月)?/g) ?? []))];
  return found.length === 1 ? (found[0] ?? '') : '';
};

function lie(columns: readonly Column[], body: readonly SheetRow[], header: readonly SheetRow[], index: RegionIndex, titles: readonly string[]): Laid | null {
  const named = (role: Role) => columns.find((column) => column.role === role);
  const rank = named('rank');
  const band = named('band');
  const note = named('note');
  const unit = named('unit');
  const order = named('order');
  const code = columns.find((column) => column.role === 'code' && column.regions >= MOSTLY);
  // A code is a number too: a column of figures is one of regions only when it is headed so.
  const regionColumn = columns.find((column) => column.role === 'region' && (column.figures < MOSTLY || column.regions >= MOSTLY)) ?? columns.find((column) => column.regions >= MOSTLY && column.figures < MOSTLY && column.role !== 'code') ?? code;
  const periodColumn = columns.find((column) => column.role === 'period') ?? columns.find((column) => column.periods >= MOSTLY && column !== regionColumn && column.figures < MOSTLY);
  const aside = [rank, band, note, unit, order, code, regionColumn, periodColumn];
  const others = columns.filter((column) => !aside.includes(column));
  const measureColumn = others.find((column) => column.role === 'measure') ?? (regionColumn ? undefined : others.find((column) => column.numbers < 1 - MOSTLY && column.filled > 0));
  const values = others.filter((column) => column !== measureColumn && (column.role === 'value' || column.numbers >= MOSTLY || isYear(column.head) || (column.filled === 0 && column.heads.length > 0)));
  const leftOut = [...others.filter((column) => column !== measureColumn && !values.includes(column)), ...(order ? [order] : []), ...(code && code !== regionColumn ? [code] : [])].map(({ head, at }) => head || `${at + 1}`);
  const periodsAcross = values.filter(({ heads }) => heads.some(isYear));
  const regionsAcross = values.filter(({ head }) => isRegion(head, index));
  const cell = (row: SheetRow, column: Column | undefined): string => (column ? textAt(row, column.at) : '');
  const spot = (row: SheetRow, column: Column | undefined): Spot => ({ line: row.line, column: column?.at ?? 0 });
  const headSpot = (column: Column): Spot => ({ line: header[0]?.line ?? 1, column: column.at });
  const about = aboutOf(titles);
  const fixedPeriod = titlePeriod(titles);
  const asides = (row: SheetRow) => ({ rank: cell(row, rank), band: cell(row, band), note: cell(row, note) });
  const noAsides = { rank: '', band: '', note: '' };

  if (values.length === 0 && rank && regionColumn) {
    // A list of places alone.
    return { shape: periodColumn ? 'long' : 'regionsByMeasures', measures: [splitUnit(about || rank.head)], leftOut, figures: body.map((row) => ({ measure: 0, region: cell(row, regionColumn), period: periodColumn ? cell(row, periodColumn) : fixedPeriod, text: '', ...asides(row), spot: spot(row, rank), regionSpot: spot(row, regionColumn), periodSpot: spot(row, periodColumn) })) };
  }
  if (regionColumn && periodsAcross.length > 0 && periodsAcross.length >= values.length / 2) {
    // Years over measures: the other row of names tells which.
    const nameOf = ({ heads }: Column) => heads.filter((text) => !isYear(text)).join(' ');
    const measures = [...new Set(periodsAcross.map(nameOf))];
    return {
      shape: 'regionsByPeriods',
      measures: measures.map((name) => splitUnit(name || about)),
      leftOut: [...leftOut, ...values.filter((column) => !periodsAcross.includes(column)).map(({ head }) => head)],
      figures: body.flatMap((row) => periodsAcross.map((column): RawFigure => ({ measure: measures.indexOf(nameOf(column)), region: cell(row, regionColumn), period: column.heads.find(isYear) ?? '', text: cell(row, column), ...(periodsAcross.length === 1 ? asides(row) : noAsides), note: periodsAcross.length === 1 ? cell(row, note) : '', spot: spot(row, column), regionSpot: spot(row, regionColumn), periodSpot: headSpot(column) }))),
    };
  }
  if (periodColumn && !regionColumn && regionsAcross.length > 0 && regionsAcross.length >= values.length * MOSTLY) {
    return {
      shape: 'periodsByRegions',
      measures: [splitUnit(about)],
      leftOut: [...leftOut, ...values.filter((column) => !regionsAcross.includes(column)).map(({ head }) => head)],
      figures: body.flatMap((row) => regionsAcross.map((column): RawFigure => ({ measure: 0, region: column.head, period: cell(row, periodColumn), text: cell(row, column), ...noAsides, spot: spot(row, column), regionSpot: headSpot(column), periodSpot: spot(row, periodColumn) }))),
    };
  }
  if (measureColumn && periodsAcross.length > 0) {
    const names = [...new Set(body.map((row) => cell(row, measureColumn)))];
    const unitOf = (name: string) => { const row = body.find((one) => cell(one, measureColumn) === name); return row ? cell(row, unit) : ''; };
    const measures = names.map((name) => { const split = splitUnit(name); return split.unit === '' ? { ...split, unit: plain(unitOf(name)) } : split; });
    return {
      shape: 'measuresByPeriods',
      measures,
      leftOut,
      figures: body.flatMap((row) => periodsAcross.map((column): RawFigure => ({ measure: names.indexOf(cell(row, measureColumn)), region: regionColumn ? cell(row, regionColumn) : '', period: column.heads.find(isYear) ?? '', text: cell(row, column), ...noAsides, note: cell(row, note), spot: spot(row, column), regionSpot: spot(row, regionColumn), periodSpot: headSpot(column) }))),
    };
  }
  if (values.length === 0) return null;
  if (measureColumn && periodColumn) {
    const names = [...new Set(body.map((row) => cell(row, measureColumn)))];
    const [value] = values;
    return {
      shape: 'long',
      measures: names.map((name) => { const split = splitUnit(name); const row = body.find((one) => cell(one, measureColumn) === name); return split.unit === '' && row ? { ...split, unit: plain(cell(row, unit)) } : split; }),
      leftOut: [...leftOut, ...values.slice(1).map(({ head }) => head)],
      figures: body.map((row): RawFigure => ({ measure: names.indexOf(cell(row, measureColumn)), region: cell(row, regionColumn), period: cell(row, periodColumn), text: cell(row, value), ...asides(row), spot: spot(row, value), regionSpot: spot(row, regionColumn), periodSpot: spot(row, periodColumn) })),
    };
  }
  const unitOfTable = unit ? plain(cell(body[0] ?? { line: 0, cells: [] }, unit)) : '';
  const measureOf = (column: Column): Measure => {
    const split = splitUnit(column.role === 'value' && about !== '' ? about : column.head);
    const own = splitUnit(column.head).unit;
    return { name: split.name, unit: split.unit || own || unitOfTable };
  };
  return {
    shape: periodColumn && regionColumn ? 'long' : regionColumn ? 'regionsByMeasures' : 'periodsByMeasures',
    measures: values.map(measureOf),
    leftOut,
    figures: body.flatMap((row) => values.map((column, measure): RawFigure => ({ measure, region: cell(row, regionColumn), period: periodColumn ? cell(row, periodColumn) : fixedPeriod, text: cell(row, column), ...(values.length === 1 ? asides(row) : { ...noAsides, rank: measure === 0 ? cell(row, rank) : '', note: cell(row, note) }), spot: spot(row, column), regionSpot: spot(row, regionColumn), periodSpot: spot(row, periodColumn) }))),
  };
}
