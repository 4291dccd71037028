import Papa from 'papaparse';

/** A table as text, in the manner of `data/`: commas, LF, quotation marks only where they are needed, names in the first line. */
export const writeTable = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  `${Papa.unparse({ fields: [...columns], data: rows.map((row) => [...row]) }, { newline: '\n' })}\n`;
