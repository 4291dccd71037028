import { figuresEn } from '../../src/i18n/figures.en.ts';
import { figuresZh } from '../../src/i18n/figures.zh.ts';
import type { Say } from '../../src/i18n/say.ts';
import type { Claim } from '../../src/model/claim.ts';
import type { TableView } from '../../src/view/tableView.ts';

export const zh: Say = { lang: 'zh', words: figuresZh };
export const en: Say = { lang: 'en', words: figuresEn };

export const toyClaim = (value: string, changes: Partial<Claim> = {}): Claim => ({
  id: 'toy-claim',
  theme: 'base',
  label: { zh: '玩具数', en: 'Toys' },
  precision: 'exact',
  unit: { zh: '个', en: 'toys' },
  period: '2002',
  speaker: '玩具匠 / the toymaker',
  forum: 'fuzhou',
  paraphrase: { zh: '有很多玩具', en: 'There are many toys' },
  verdict: 'plausible',
  verdictSources: [],
  indicators: ['toys'],
  ...changes,
  value,
});

/** A column of a table, by its key. */
export function column(table: TableView, key: string): readonly string[] {
  const index = table.columns.findIndex((one) => one.key === key);
  if (index === -1) throw new Error(`the table has no column “${key}”, only ${table.columns.map((one) => one.key).join(', ')}`);
  return table.rows.map(({ cells }) => cells[index]?.text ?? '');
}

/** A row of a table as texts by column key. */
export function row(table: TableView, key: string): Readonly<Record<string, string>> {
  const found = table.rows.find((one) => one.key === key);
  if (!found) throw new Error(`the table has no row “${key}”`);
  return Object.fromEntries(table.columns.map((one, index) => [one.key, found.cells[index]?.text ?? '']));
}

/** Every text anywhere below, in order. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
