/** Transforms of a series: names, formulas, and why one is refused. */
export const transformsZh = {};
