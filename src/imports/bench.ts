import type { ObservationCells } from '../check/addRows.ts';
import type { Expected, IndicatorId } from '../model/indicator.ts';
import type { RegionId } from '../model/region.ts';
import { ledger, type Ledger } from './ledger.ts';
import type { CellSpot, Fault, Grid, ImportContext, Imported, ImportedRow, ImportedTable, ImportWish, PackageFacts, Question, Reason, Telling, TellingKind, Tellings, Zero } from './model.ts';
import { placeOfCode, placeOfName, type Place } from './places.ts';

/** A telling of one place; how often it comes up is counted. */
export type TellingNow = { [One in TellingKind]: { readonly kind: One; readonly args: Tellings[One]; readonly spot: CellSpot | null } }[TellingKind];

export interface TableFacts {
  readonly id: string;
  readonly indicator: IndicatorId | null;
  readonly title: string;
  readonly unit: string;
  readonly expected: Expected;
  readonly dataset: string;
  readonly remarks?: readonly string[];
  readonly power?: number;
}

/** A figure on its way into a table. */
export interface Arriving {
  readonly cells: ObservationCells;
  readonly spot: CellSpot;
  readonly rankSpot?: CellSpot;
  /** The figure itself is no figure: why, and whose; the row has a status in its place. */
  readonly instead?: { readonly reason: Reason; readonly found: string };
}

export interface TableMaker {
  add(arriving: Arriving): void;
  series(id: string, name: string): void;
  band(id: string, name: string): void;
}

/** What a reader of one kind works with: it reads, and this remembers. */
export interface Bench {
  readonly context: ImportContext;
  readonly wish: ImportWish;
  readonly book: Ledger;
  readonly grids: Grid[];
  /** Codes that the files themselves say are no countries. */
  readonly aggregates: Set<string>;
  fault(fault: Fault): void;
  take(faults: readonly Fault[], told: readonly Telling[]): void;
  tell(telling: TellingNow): void;
  ask(question: Question): void;
  /** Zeros that nobody can tell from a gap; null while nobody has said, and then it is asked. */
  zero(table: string, spot: CellSpot): Zero | null;
  hasFaults(): boolean;
  /** A region by its code, with its name as a check, or by its name alone; otherwise why its figures are left out; null: it is asked. */
  place(code: string, name: string, spot: CellSpot): { readonly region: RegionId } | { readonly leave: Reason; readonly what: string } | null;
  table(key: string, facts: TableFacts): TableMaker;
  finish(facts: PackageFacts): Imported;
}

const textOf = ({ value, status, rank, band }: ObservationCells): string => [value, status, rank, band].join('\t');
/** What is shown of a figure beside another one. */
const shownOf = ({ value, rank, status }: ObservationCells): string => value || rank || status || '';

export function bench(context: ImportContext, wish: ImportWish): Bench {
  const book = ledger();
  const grids: Grid[] = [];
  const faults: Fault[] = [];
  const told = new Map<string, Telling>();
  const questions: Question[] = [];
  const unknown = new Map<string, { name: string; spot: CellSpot; count: number }>();
  const zeros = new Map<string, { spots: CellSpot[]; count: number }>();
  const known = new Map<string, Place>();
  const aggregates = new Set<string>();
  const tables = new Map<string, { facts: TableFacts; rows: ImportedRow[]; seen: Map<string, ImportedRow>; series: Map<string, string>; bands: Map<string, string> }>();

  const placeOf = (code: string, name: string): Place => {
    const key = `${code}\t${name}`;
    const found = known.get(key) ?? (code === '' ? placeOfName(name, context.index, context.regions) : placeOfCode(code, name, context.index));
    known.set(key, found);
    return found;
  };

  const self: Bench = {
    context,
    wish,
    book,
    grids,
    aggregates,
    fault: (fault) => { faults.push(fault); },
    take: (more, telling) => {
      faults.push(...more);
      for (const one of telling) remember(one);
    },
    tell: (telling) => { remember({ ...telling, count: 1 }); },
    ask: (question) => { if (!questions.some((one) => JSON.stringify(one) === JSON.stringify(question))) questions.push(question); },
    zero: (table, spot) => {
      const said = wish.zero[table] ?? wish.zero[''];
      if (said !== undefined) return said;
      const entry = zeros.get(table) ?? { spots: [], count: 0 };
      entry.count += 1;
      if (entry.spots.length < 3) entry.spots.push(spot);
      zeros.set(table, entry);
      return null;
    },
    hasFaults: () => faults.length > 0,
    place: (code, name, spot) => {
      const shown = code || name;
      if (wish.leaveOut.includes(shown) || wish.leaveOut.includes(name)) return { leave: 'byWish', what: shown };
      const place = placeOf(code, name);
      if (place.kind === 'aggregate' || place.kind === 'notInAtlas') return { leave: place.kind, what: name === '' || name === code ? code : `${code} ${name}`.trim() };
      if (place.kind === 'unknown') {
        if (aggregates.has(code)) return { leave: 'aggregate', what: `${code} ${name}`.trim() };
        const label = code !== '' && name !== '' && code !== name ? `${code} ${name}` : shown;
        const entry = unknown.get(shown) ?? { name: label, spot, count: 0 };
        entry.count += 1;
        unknown.set(shown, entry);
        return null;
      }
      if (place.kind === 'contradiction') {
        if (!faults.some((one) => one.kind === 'codeAndName' && one.args.code === code)) self.fault({ kind: 'codeAndName', args: { code, name, meant: place.meant }, file: spot.file, spot });
        return null;
      }
      if (place.as !== 'itself') self.tell({ kind: place.as, args: { found: shown, region: place.region }, spot });
      return { region: place.region };
    },
    table: (key, facts) => {
      const table = tables.get(key) ?? { facts, rows: [], seen: new Map<string, ImportedRow>(), series: new Map<string, string>(), bands: new Map<string, string>() };
      tables.set(key, table);
      return {
        series: (id, name) => { if (!table.series.has(id)) table.series.set(id, name); },
        band: (id, name) => { if (!table.bands.has(id)) table.bands.set(id, name); },
        add: ({ cells, spot, rankSpot, instead }) => {
          const cell = [cells.series, cells.region, cells.period].join('\t');
          const before = table.seen.get(cell);
          if (before) {
            if (textOf(before.cells) === textOf(cells)) {
              book.leave('duplicateRow', spot, cells.value || instead?.found || '', String(before.spot.line));
              if (rankSpot) book.leave('duplicateRow', rankSpot, cells.rank ?? '', String(before.spot.line));
            } else self.fault({ kind: 'twoFigures', args: { region: cells.region ?? '', period: cells.period ?? '', first: shownOf(before.cells), found: shownOf(cells), firstLine: before.spot.line }, file: spot.file, spot });
            return;
          }
          if (instead) book.leave(instead.reason, spot, instead.found, facts.id);
          else book.use(spot, 'row');
          if (rankSpot) book.use(rankSpot, 'rank');
          const row: ImportedRow = { cells, spot, rankSpot: rankSpot ?? null };
          table.seen.set(cell, row);
          table.rows.push(row);
        },
      };
    },
    finish: (facts) => {
      if (unknown.size > 0) questions.unshift({ kind: 'regions', args: { names: [...unknown.values()] } });
      for (const [table, { spots, count }] of zeros) questions.push({ kind: 'zero', args: { table, spots, count } });
      const ids = new Map<string, number>();
      const unique = (id: string): string => {
        const n = (ids.get(id) ?? 0) + 1;
        ids.set(id, n);
        return n === 1 ? id : `${id}-${n}`;
      };
      const made = [...tables.values()].filter(({ rows }) => rows.length > 0).map(({ facts: own, rows, series, bands }): ImportedTable => ({ remarks: [], power: 0, ...own, id: unique(own.id), rows, series: pairs(series), bands: pairs(bands) }));
      if (made.length === 0 && faults.length + questions.length === 0) for (const file of new Set(grids.map((grid) => grid.file))) self.fault({ kind: 'noTable', args: null, file, spot: null });
      const isWhole = faults.length + questions.length === 0;
      return { tables: made, account: book.close(grids, made, [...told.values()], isWhole), faults, questions, facts };
    },
  };
  return self;

  function remember(telling: Telling): void {
    const key = `${telling.kind} ${JSON.stringify(telling.args)}`;
    const before = told.get(key);
    told.set(key, before ? { ...before, count: before.count + telling.count } : telling);
  }
}

const pairs = (map: ReadonlyMap<string, string>) => [...map].map(([id, name]) => ({ id, name }));
