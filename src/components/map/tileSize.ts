/** Distance from one tile to the next, in units of the drawing. */
export const TILE = 100;
