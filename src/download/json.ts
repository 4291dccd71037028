import { tagOf } from '../i18n/languages.ts';
import type { FigureFacts } from '../share/figureFacts.ts';
import { gridOf, type GridWords } from './grid.ts';
import type { Sheet } from './sheet.ts';

/** In the published files; relative to the site's root. */
export const TABLE_SCHEMA = 'data/schema/table.schema.json';

/** Two columns may be headed alike; a key is there once. */
function distinct(labels: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return labels.map((label) => {
    const name = label === '' ? '#' : label;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

/** A column of the table as JSON and the Data Package have it. */
export interface TableField {
  readonly name: string;
  readonly type: 'number' | 'string';
}

export function tableFields(sheet: Sheet, words: GridWords): readonly TableField[] {
  const { columns } = gridOf(sheet, words);
  const names = distinct(columns.map(({ label }) => label));
  return columns.map(({ kind }, index) => ({ name: names[index] ?? '#', type: kind === 'number' ? 'number' : 'string' }));
}

/** The table for programs: a figure is a number, an absence is null and its reason stands in the column of statuses beside it. */
export function tableJson(sheet: Sheet, facts: FigureFacts, words: GridWords): string {
  const { rows } = gridOf(sheet, words);
  const fields = tableFields(sheet, words);
  const whole = {
    $schema: facts.root + TABLE_SCHEMA,
    title: facts.takeaway === '' ? facts.heading : facts.takeaway,
    name: facts.heading,
    coverage: facts.coverage === '' ? null : facts.coverage,
    sources: facts.sources,
    licence: facts.licence === '' ? null : facts.licence,
    limits: facts.limits,
    dataReadUntil: facts.release?.date ?? null,
    release: facts.release?.id ?? null,
    address: facts.address,
    site: facts.site,
    language: tagOf(facts.lang),
    fields,
    rows: rows.map((row) => Object.fromEntries(row.map((cell, index) => [fields[index]?.name ?? '#', cell === null ? null : cell.kind === 'number' ? cell.value : cell.text]))),
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}
