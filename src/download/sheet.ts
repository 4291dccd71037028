/** A cell as the page shows it, and what a spreadsheet gets. */
export interface SheetCell {
  /** As shown: “＞2,700”, “未公布”. */
  readonly text: string;
  /** A number in the unit of its column, a text, or null where there is none: never 0 in its place. */
  readonly value: string | number | null;
  /** What is not plain about it: “存疑”, “下限（“超过”）”. */
  readonly status?: string;
}

export interface SheetColumn {
  readonly key: string;
  /** With its unit where it has one. */
  readonly label: string;
  /** `text` keeps codes and periods as they are printed: “110000” stays six figures. */
  readonly kind: 'text' | 'number';
  /** Of a number, as shown; read only where the cell's own text doesn't say. */
  readonly decimals?: number;
}

/** A table as it is taken away: the same order, rounding and statuses as on the page. */
export interface Sheet {
  /** Of the workbook's first sheet and of the file, without its ending. */
  readonly name: string;
  readonly fileName: string;
  readonly columns: readonly SheetColumn[];
  /** As many cells as columns. */
  readonly rows: readonly (readonly SheetCell[])[];
  /** What the table is: title, unit, period, source, statuses, licence, address. */
  readonly about: readonly (readonly [term: string, text: string])[];
}
