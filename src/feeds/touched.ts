import type { IndicatorId } from '../model/indicator.ts';
import type { RegionId } from '../model/region.ts';
import type { Text } from '../model/text.ts';
import { compareCells, readCellKey, type Cells, type ChangedCell } from '../releases/cells.ts';
import type { KeptRelease } from '../releases/figureRecord.ts';
import type { ReleaseRecord } from '../releases/releaseRecord.ts';

export interface Counts {
  readonly added: number;
  readonly changed: number;
  readonly withdrawn: number;
}

/** What became of one table in one release. */
export interface TouchedTable extends Counts {
  readonly indicator: IndicatorId;
  readonly name: Text;
  /** Every changed and withdrawn figure, also where the record only counts them. */
  readonly cells: readonly ChangedCell[];
  readonly byRegion: ReadonlyMap<RegionId, Counts>;
}

/** One release and the tables that it touched. */
export interface TouchedRelease {
  readonly record: ReleaseRecord;
  /** The release before; null: it is the first. */
  readonly before: ReleaseRecord | null;
  readonly tables: readonly TouchedTable[];
}

const NONE: Counts = { added: 0, changed: 0, withdrawn: 0 };

/** By region, of the cells of one. */
function countByRegion(before: Cells, after: Cells, cells: readonly ChangedCell[]): ReadonlyMap<RegionId, Counts> {
  const split = (all: Cells) => {
    const byRegion = new Map<RegionId, Map<string, string>>();
    for (const [key, text] of all) {
      const { region } = readCellKey(key);
      const own = byRegion.get(region) ?? new Map<string, string>();
      byRegion.set(region, own.set(key, text));
    }
    return byRegion;
  };
  const [then, now] = [split(before), split(after)];
  const counts = new Map<RegionId, Counts>();
  for (const region of new Set([...then.keys(), ...now.keys()])) {
    const { added } = compareCells(then.get(region) ?? new Map(), now.get(region) ?? new Map());
    const own = cells.filter((cell) => cell.region === region);
    const withdrawn = own.filter(({ is }) => is === null).length;
    const one = { ...NONE, added, changed: own.length - withdrawn, withdrawn };
    if (one.added + one.changed + one.withdrawn > 0) counts.set(region, one);
  }
  return counts;
}

/** What each release changed, oldest first, from the figures that it and the one before keep. */
export function touchedReleases(releases: readonly KeptRelease[]): readonly TouchedRelease[] {
  return releases.map(({ record, cellsOf }, index): TouchedRelease => {
    const former = releases[index - 1];
    const tables = record.tables.flatMap(({ indicator, name, cells: state, file }): readonly TouchedTable[] => {
      if (former?.record.tables.find((table) => table.indicator === indicator)?.cells === state) return [];
      const before = former?.cellsOf(indicator) ?? new Map<string, string>();
      const after = (file === '' ? null : cellsOf(indicator)) ?? new Map<string, string>();
      const { added, changed, withdrawn } = compareCells(before, after);
      const cells = [...changed, ...withdrawn];
      return added + cells.length === 0 ? [] : [{ indicator, name, added, changed: changed.length, withdrawn: withdrawn.length, cells, byRegion: countByRegion(before, after, cells) }];
    });
    return { record, before: former?.record ?? null, tables };
  });
}
