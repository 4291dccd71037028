import type { trendsZh } from './trends.zh.ts';

export const trendsEn: typeof trendsZh = {};
