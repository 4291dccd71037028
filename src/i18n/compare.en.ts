import type { compareZh } from './compare.zh.ts';

export const compareEn: typeof compareZh = {};
