import type { sentencesZh } from './sentences.zh.ts';

export const sentencesEn: typeof sentencesZh = {};
