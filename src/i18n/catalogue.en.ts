import type { catalogueZh } from './catalogue.zh.ts';

export const catalogueEn: typeof catalogueZh = {};
