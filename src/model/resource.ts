import type { IndicatorId } from './indicator.ts';

/** One published table, as its datapackage.json describes it. */
export interface Resource {
  readonly name: string;
  /** Below `data/`: “cnnic/2026-11/toys.csv”. */
  readonly file: string;
  /** What kind of table it is: “observations”, “regions” …; null: not a table that is read here. */
  readonly profile: string | null;
  readonly indicatorId: IndicatorId | null;
  /** What a blank cell or a missing column of this table means. */
  readonly defaults: Readonly<Record<string, string>>;
}
