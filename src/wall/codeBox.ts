/** Cells of a code for an address of this site, with its quiet zone: 84 signs at correction M. Longer ones grow beyond. */
const CELLS = 45;
/** Pixels of the screen a cell: fewer are not told apart by a phone across a hall. */
export const CELL_PX = 4;
/** Of the code where there is room, in notes. */
const SIDE_EM = 5;
/** The line under the code, with what stands between. */
const LABEL_EM = 1.5;

/** Side of the code alone, in notes. */
export const codeSideEm = (em: number, pixelRatio: number): number => Math.max(SIDE_EM, (CELL_PX * CELLS) / pixelRatio / em);

/** What a scene leaves free for the code and its line: as wide as high, in notes. */
export const codeBoxEm = (em: number, pixelRatio = devicePixelRatio): number => Math.ceil(10 * (codeSideEm(em, pixelRatio) + LABEL_EM)) / 10;

/**
 * Side of one cell in CSS pixels: a whole number of the screen's pixels, so that all cells are drawn alike.
 *
 * @param cells On each side, with the quiet zone.
 */
export const cellPx = (cells: number, em: number, pixelRatio: number): number => Math.max(CELL_PX, Math.floor((codeSideEm(em, pixelRatio) * em * pixelRatio) / cells)) / pixelRatio;
