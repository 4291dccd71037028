import type { Sheet } from '../intake/model.ts';
import { spotKey } from '../intake/tell.ts';

/** Cells corrected on the page, by `spotKey`. */
export type Edits = Readonly<Record<string, string>>;

/** The sheet with the cells that its reader has corrected; the file itself is never touched. */
export function applyEdits(sheet: Sheet, edits: Edits): Sheet {
  if (Object.keys(edits).length === 0) return sheet;
  return { ...sheet, rows: sheet.rows.map(({ line, cells }) => ({ line, cells: cells.map((cell, column) => { const text = edits[spotKey({ line, column })]; return text === undefined ? cell : { text: text.trim() }; }) })) };
}
