import type { storiesZh } from './stories.zh.ts';

export const storiesEn: typeof storiesZh = {};
