import type { freshnessZh } from './freshness.zh.ts';

export const freshnessEn: typeof freshnessZh = {};
