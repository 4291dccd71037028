/** Matrices, and the cursor that goes through every picture. */
export const matrixZh = {};
