import type { matrixZh } from './matrix.zh.ts';

export const matrixEn: typeof matrixZh = {};
