import type { IndicatorId } from '../model/indicator.ts';
import type { Period } from '../model/observation.ts';
import type { RegionId } from '../model/region.ts';
import type { Release } from '../model/release.ts';
import type { Standings } from '../model/site.ts';
import type { Lang, Text } from '../model/text.ts';
import type { ChangedCell } from './cells.ts';

/** Who stood where in a table's latest period, as a release told it. */
export interface ReleasedPlaces {
  readonly period: Period;
  /** Places computed from values, or given by the publisher. */
  readonly told: 'values' | 'ranks';
  readonly n: number;
  /** By region: “5”, “5=” with others, “?” left open by a bound; in a copy that tells no places the group, “1/4”. */
  readonly of: Readonly<Record<RegionId, string>>;
}

export interface ReleasedTable {
  readonly indicator: IndicatorId;
  readonly name: Text;
  /** Below data/. */
  readonly file: string;
  readonly sha256: string;
  /** Which state of its cells it is: the first eight signs of the SHA-256 of `cells/<indicator>.txt` in the packs. */
  readonly cells: string;
  /** Against the release before. */
  readonly added: number;
  readonly changed: number;
  readonly withdrawn: number;
  /** The changed and withdrawn cells, where they are few. */
  readonly list?: readonly ChangedCell[];
  readonly places?: ReleasedPlaces;
}

/** One figure in one language, frozen. */
export interface ReleasedFigure {
  readonly name: string;
  readonly lang: Lang;
  /** Below embed/frozen/: “map-toys.zh.1a2b3c4d.html”. */
  readonly file: string;
  /** First eight signs of the SHA-256 of the page without its release and without the names of its assets: the same in two releases, the same file. */
  readonly content: string;
  readonly takeaway: string;
  /** What it is drawn from; where one of them changes there are newer figures. */
  readonly tables: readonly IndicatorId[];
}

/** data/releases/<id>.json */
export interface ReleaseRecord extends Release {
  readonly $schema: string;
  /** Null: the first. */
  readonly previous: string | null;
  /** SHA-256 of the file of the record before: who rewrites one has to rewrite all that follow. Absent: the first. */
  readonly previousSha256?: string;
  readonly standings: Standings;
  /** Why figures that had been published were changed or withdrawn; null: none was. */
  readonly reason: Text | null;
  /** The store with the files that are new in this release; null: there are none. */
  readonly pack: string | null;
  readonly tables: readonly ReleasedTable[];
  readonly figures: readonly ReleasedFigure[];
}

/** One table or figure a line, so that two releases can be set side by side. */
export function writeRelease({ tables, figures, ...head }: ReleaseRecord): string {
  const lines = (rows: readonly unknown[]): string => (rows.length === 0 ? '[]' : `[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n ]`);
  const fields = Object.entries(head).map(([key, value]) => ` ${JSON.stringify(key)}: ${JSON.stringify(value)},`);
  return `{\n${fields.join('\n')}\n "tables": ${lines(tables)},\n "figures": ${lines(figures)}\n}\n`;
}
