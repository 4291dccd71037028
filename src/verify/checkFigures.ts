import type { IndicatorId } from '../model/indicator.ts';
import type { Text } from '../model/text.ts';
import type { Cells } from '../releases/cells.ts';
import { matchTable, type FoundTable, type TableMatch } from './checkTable.ts';
import type { FileHints } from './hints.ts';
import { knownNames } from './known.ts';
import { isTidy, matchTidy } from './tidyTable.ts';
import { tablesAt } from './verifyIndex.ts';
import type { VerifyWorld } from './world.ts';

/** A figure of a file that is not what its release says; null: the release has none there. */
export interface WrongFigure {
  readonly indicator: IndicatorId;
  readonly key: string;
  readonly found: number;
  readonly then: string | null;
  readonly now: string | null;
}

/** A figure that was changed after the file's release, by which release and why. */
export interface ChangedSince {
  readonly indicator: IndicatorId;
  readonly key: string;
  readonly then: string;
  readonly now: string | null;
  /** Null: not released yet. */
  readonly by: { readonly date: string; readonly reason: Text | null } | null;
}

export interface FigureCheck {
  /** Against which release. */
  readonly release: string;
  /** The file says so itself; else it is the one that fits best, the latest of equals. */
  readonly isStated: boolean;
  /** The release that a file names and the site doesn't know. */
  readonly unknownRelease: string | null;
  readonly same: number;
  readonly others: number;
  readonly missing: number;
  readonly wrong: readonly WrongFigure[];
  readonly since: readonly ChangedSince[];
  /** Tables that may be shown, not handed on: their figures can't be compared. */
  readonly kept: readonly IndicatorId[];
}

const MOST_TABLES = 40;

/** The tables that a found one may be of, the likeliest first. */
function candidatesOf({ header, rows }: FoundTable, hints: FileHints, world: VerifyWorld): readonly IndicatorId[] {
  const known = knownNames(world.index);
  const inHeader = header.flatMap((label) => known.indicatorsIn(label));
  const inRows = rows.flatMap((row) => row.flatMap((cell) => (typeof cell === 'string' && cell.length < 80 ? (known.indicatorOf(cell) ?? []) : [])));
  return [...new Set([...hints.indicators, ...inHeader, ...inRows])].slice(0, MOST_TABLES);
}

/** When a figure became what it is, after a release. */
export async function changedSince(world: VerifyWorld, indicator: IndicatorId, release: string, keys: readonly string[] | null): Promise<readonly ChangedSince[]> {
  const { index } = world;
  const at = index.releases.findIndex(({ id }) => id === release);
  const first = at < 0 ? undefined : tablesAt(index, release).get(indicator)?.cells;
  if (first === undefined) return [];
  const then = await world.cells(indicator, first);
  if (!then) return [];
  const states: { readonly cells: Cells; readonly by: ChangedSince['by'] }[] = [];
  for (const later of index.releases.slice(at + 1)) {
    const own = later.tables.find((table) => table.indicator === indicator);
    if (own) states.push({ cells: own.cells === '' ? new Map() : ((await world.cells(indicator, own.cells)) ?? new Map()), by: { date: later.date, reason: later.reason } });
  }
  const nowState = index.now[indicator];
  const last = tablesAt(index, index.releases[index.releases.length - 1]?.id ?? '').get(indicator)?.cells;
  if (nowState !== last) states.push({ cells: (nowState === undefined ? null : await world.cells(indicator, nowState)) ?? new Map(), by: null });
  const now = states[states.length - 1]?.cells ?? then;
  return [...(keys ?? then.keys())].flatMap((key): readonly ChangedSince[] => {
    const was = then.get(key);
    const is = now.get(key) ?? null;
    if (was === undefined || was === is) return [];
    // The last step that changed it.
    const step = states.map(({ cells, by }, index_) => ({ by, isStep: (cells.get(key) ?? null) !== ((states[index_ - 1]?.cells ?? then).get(key) ?? null) })).reverse().find(({ isStep }) => isStep);
    return [{ indicator, key, then: was, now: is, by: step?.by ?? null }];
  });
}

/**
 * The figures of a file against those of its release, and of today. Every number that is told as wrong was first found to be
 * in a column of published figures; a column of anything else is counted, not judged.
 *
 * @returns Null: it has no figure that this site knows.
 */
export async function checkFigures(table: FoundTable, hints: FileHints, world: VerifyWorld): Promise<FigureCheck | null> {
  const { index } = world;
  const known = knownNames(index);
  const found = candidatesOf(table, hints, world);
  const tidy = isTidy(table);
  const ids = found.length > 0 || !tidy ? found : index.indicators.map(({ id }) => id);
  const kept = ids.filter((id) => known.indicator(id)?.isKept === true && found.length > 0);
  const isKnown = hints.release !== null && (hints.release === index.release || index.releases.some(({ id }) => id === hints.release));
  // A data file says nothing of releases, a copied table neither: then all are tried, the latest first.
  const tried = isKnown && hints.release !== null ? [hints.release] : [index.release, ...index.releases.map(({ id }) => id).reverse().filter((id) => id !== index.release)];
  const stateOf = (release: string, id: IndicatorId): string => (release === index.release ? (index.now[id] ?? '') : (tablesAt(index, release).get(id)?.cells ?? ''));
  let best: { readonly match: TableMatch; readonly release: string; readonly cells: ReadonlyMap<IndicatorId, Cells> } | null = null;
  for (const release of tried) {
    const cells = new Map((await Promise.all(ids.map(async (id) => [id, await world.cells(id, stateOf(release, id))] as const))).flatMap(([id, one]) => (one ? [[id, one] as const] : [])));
    const matches = tidy ? [...cells].map(([id, one]) => matchTidy(table, id, known, one)) : [matchTable(table, { ...hints, indicators: ids }, known, cells)];
    const score = ({ figures }: TableMatch): number => figures.reduce((sum, { isSame }) => sum + (isSame ? 1 : -0.5), 0);
    const [match] = [...matches].sort((one, other) => score(other) - score(one));
    // Of a table that says itself which it is, wrong figures alone tell enough.
    const isTold = match !== undefined && match.figures.length > 0 && (match.figures.some(({ isSame }) => isSame) || (!tidy && found.length > 0));
    if (match && isTold && (best === null || score(match) > score(best.match))) best = { match, release, cells };
  }
  const unknownRelease = hints.release !== null && !isKnown ? hints.release : null;
  if (!best) return kept.length > 0 ? { release: hints.release ?? index.release, isStated: isKnown, unknownRelease, same: 0, others: 0, missing: 0, wrong: [], since: [], kept } : null;
  const { match, release, cells } = best;
  const nowOf = async (id: IndicatorId) => world.cells(id, index.now[id] ?? '');
  const wrong: WrongFigure[] = [];
  for (const { indicator, key, found: number, isSame } of match.figures) {
    if (!isSame) wrong.push({ indicator, key, found: number, then: cells.get(indicator)?.get(key) ?? null, now: (await nowOf(indicator))?.get(key) ?? null });
  }
  const since: ChangedSince[] = [];
  for (const id of new Set(match.figures.map(({ indicator }) => indicator))) since.push(...(await changedSince(world, id, release, [...new Set(match.figures.filter(({ indicator }) => indicator === id).map(({ key }) => key))])));
  return { release, isStated: isKnown, unknownRelease, same: match.figures.length - wrong.length, others: match.others, missing: match.missing, wrong, since, kept };
}
