import type { claimsZh } from './claims.zh.ts';

export const claimsEn: typeof claimsZh = {};
