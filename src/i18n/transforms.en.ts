import type { transformsZh } from './transforms.zh.ts';

export const transformsEn: typeof transformsZh = {};
