import { isJsonObject } from './editionFiles.ts';
import type { ProvinceShapes, TileGrid } from '../geo/shapes.ts';
import type { Indicator, IndicatorId } from '../model/indicator.ts';
import type { Explained } from '../model/doubt.ts';
import type { Alias, Region } from '../model/region.ts';
import type { Synonym } from '../model/synonym.ts';

/** Where an indicator's table stands now. */
export interface StandingEntry {
  readonly id: IndicatorId;
  /** Folder below `data/`: “un-egov-survey/2024”. */
  readonly dataset: string;
  /** Below `data/`. */
  readonly file: string;
  readonly sha256: string;
  /** False: its figures are not handed on, so a new table can't be compared with them here. */
  readonly redistributable: boolean;
}

/** All that a table which arrives is held against. */
export interface CheckContext {
  readonly regions: readonly Region[];
  readonly aliases: readonly Alias[];
  readonly indicators: readonly Indicator[];
  readonly synonyms: readonly Synonym[];
  readonly entries: readonly StandingEntry[];
  /** Reasons that stand for doubtful figures. */
  readonly explained: readonly Explained[];
  readonly shapes: ProvinceShapes;
  readonly tiles: TileGrid;
  /** By kind, as in `data/schema/`. */
  readonly schemas: { readonly indicator: unknown; readonly datapackage: unknown };
}

/** Below `data/`. */
export const CHECK_FILE = 'check.json';

/** The text of our own file; that it is ours its hash has said. */
export function readCheckContext(text: string): CheckContext | null {
  const json: unknown = JSON.parse(text);
  return isContext(json) ? json : null;
}
const isContext = (json: unknown): json is CheckContext => typeof json === 'object' && json !== null && 'regions' in json && 'indicators' in json && 'entries' in json && 'explained' in json && 'shapes' in json && 'schemas' in json && isJsonObject(json.schemas);
