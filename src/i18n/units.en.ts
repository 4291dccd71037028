import type { unitsZh } from './units.zh.ts';

export const unitsEn: typeof unitsZh = {};
