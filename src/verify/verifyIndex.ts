import type { IndicatorId, Unit } from '../model/indicator.ts';
import type { RegionId } from '../model/region.ts';
import type { Text } from '../model/text.ts';

/** Below the site's root; what the page of verifying knows of all releases. */
export const VERIFY_FILE = 'data/verify.json';
/** The cells of one table in one state, named by the first eight signs of their SHA-256: the same state, the same file. */
export const cellsFile = (indicator: IndicatorId, state: string): string => `data/releases/cells/${indicator}.${state}.txt`;

/** A table's words and unit: enough to know its figures again in a file. */
export interface VerifyIndicator {
  readonly id: IndicatorId;
  readonly name: Text;
  readonly short: Text;
  readonly unit: Unit;
  readonly decimals?: number;
  readonly series?: readonly { readonly id: string; readonly name: Text }[];
  readonly bands?: readonly { readonly id: string; readonly name: Text }[];
  /** Its publisher lets it be shown, not handed on: no file has its cells. */
  readonly isKept?: true;
}

export interface VerifyTable {
  readonly indicator: IndicatorId;
  /** State of its cells; empty: withdrawn. */
  readonly cells: string;
  /** Below data/. */
  readonly file: string;
  readonly sha256: string;
}

export interface VerifyRelease {
  readonly id: string;
  readonly date: string;
  readonly reason: Text | null;
  /** SHA-256 of its record. */
  readonly record: string;
  /** The store, where its file is known. */
  readonly pack: { readonly name: string; readonly sha256: string } | null;
  /** Those that are other than in the release before. */
  readonly tables: readonly VerifyTable[];
}

export interface VerifyIndex {
  /** The state that the site shows. */
  readonly release: string;
  /** Oldest first. */
  readonly releases: readonly VerifyRelease[];
  /** State of the cells of each table now. */
  readonly now: Readonly<Record<IndicatorId, string>>;
  readonly indicators: readonly VerifyIndicator[];
  /** By id; every customary name. */
  readonly regions: readonly { readonly id: RegionId; readonly zh: string; readonly en: string; readonly names: readonly string[] }[];
}

export const isVerifyIndex = (found: unknown): found is VerifyIndex =>
  typeof found === 'object' && found !== null && 'release' in found && 'releases' in found && Array.isArray(found.releases) && 'now' in found && 'indicators' in found && Array.isArray(found.indicators) && 'regions' in found && Array.isArray(found.regions);

/** The tables of a release, whether it or an earlier one made them what they are; an unknown release has none. */
export function tablesAt({ releases }: VerifyIndex, id: string): ReadonlyMap<IndicatorId, VerifyTable> {
  const at = releases.findIndex((one) => one.id === id);
  const tables = new Map<IndicatorId, VerifyTable>();
  for (const release of releases.slice(0, at + 1)) {
    for (const table of release.tables) {
      if (table.cells === '') tables.delete(table.indicator);
      else tables.set(table.indicator, table);
    }
  }
  return tables;
}
