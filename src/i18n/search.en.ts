import type { searchZh } from './search.zh.ts';

export const searchEn: typeof searchZh = {};
