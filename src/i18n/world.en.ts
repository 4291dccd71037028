import type { worldZh } from './world.zh.ts';

export const worldEn: typeof worldZh = {};
