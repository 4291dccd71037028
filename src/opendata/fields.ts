import { figuresEn } from '../i18n/figures.en.ts';
import { figuresZh } from '../i18n/figures.zh.ts';
import { opendataEn } from '../i18n/opendata.en.ts';
import { opendataZh } from '../i18n/opendata.zh.ts';
import { ABSENCES, PRECISIONS, STATUSES } from '../model/observation.ts';
import type { Text } from '../model/text.ts';
import type { OpenTable } from './openTables.ts';

/** A word that a column may hold, with its name where it has one. */
export interface Category {
  readonly value: string;
  readonly label: Text | null;
}

/** One column of a published table, as every description tells it. */
export interface Field {
  readonly name: string;
  readonly type: 'string' | 'number' | 'integer' | 'boolean';
  readonly title: Text;
  readonly description: Text;
  /** Each row has it: nothing stands in for a blank. */
  readonly required: boolean;
  /** What a blank means; null: nothing was said. */
  readonly fallback: string | null;
  /** The only words that it may hold, in their order; empty: any. */
  readonly categories: readonly Category[];
  readonly pattern: string | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  /** Its cells are ids of the table of regions. */
  readonly isRegion: boolean;
}

export const PERIOD_PATTERN = '\\d{4}(-\\d{2}(-\\d{2})?)?';

const NUMBERS = ['departments', 'provinces', 'label_lon', 'label_lat'];
const INTEGERS = ['rank', 'row', 'col', 'optional', 'callout'];
const BOOLEANS = ['corps'];
/** The columns by which a row of figures is known. */
const KEYS = ['series', 'region', 'period'];

const typeOf = (name: string, isFigures: boolean): Field['type'] =>
  INTEGERS.includes(name) ? 'integer' : NUMBERS.includes(name) || (isFigures && name === 'value') ? 'number' : BOOLEANS.includes(name) ? 'boolean' : 'string';

const has = <Key extends string>(words: Readonly<Record<Key, unknown>>, key: string): key is Key => Object.prototype.hasOwnProperty.call(words, key);

/** A column without words is a defect of the build, as any text without its second language is. */
function wordsOf(name: string, { table, resource }: OpenTable): Pick<Field, 'title' | 'description'> {
  const [zh, en] = table && has(opendataZh.columns, name) ? [opendataZh.columns[name], opendataEn.columns[name]] : !table && has(opendataZh.others, name) ? [opendataZh.others[name], opendataEn.others[name]] : [];
  if (!zh || !en) throw new Error(`data/${resource.file} has a column “${name}”, which src/i18n/opendata.*.ts has no words for`);
  return { title: { zh: zh[0], en: en[0] }, description: { zh: zh[1], en: en[1] } };
}

const plain = (values: readonly string[]): readonly Category[] => values.map((value) => ({ value, label: null }));

function categoriesOf(name: string, { table, sources }: OpenTable): readonly Category[] {
  if (!table) return [];
  const { series = [], bands = [] } = table.indicator;
  const named = (all: readonly { readonly id: string; readonly name: Text }[]): readonly Category[] => all.map(({ id, name: label }) => ({ value: id, label }));
  switch (name) {
    case 'series': return named(series);
    case 'band': return named(bands);
    case 'status': return [...STATUSES.map((value) => ({ value, label: { zh: figuresZh.status[value], en: figuresEn.status[value] } })), ...ABSENCES.map((value) => ({ value, label: { zh: figuresZh.absence[value], en: figuresEn.absence[value] } }))];
    // On figures what is exact needs no word.
    case 'precision': return PRECISIONS.map((value) => ({ value, label: value === 'exact' ? null : { zh: figuresZh.precision[value], en: figuresEn.precision[value] } }));
    case 'source': return plain(sources.map(({ id }) => id));
    case 'confidence': return plain(['A', 'B', 'C']);
    default: return [];
  }
}

/** The columns of a table, in their order. */
export function fieldsOf(open: OpenTable): readonly Field[] {
  const { table, resource, columns } = open;
  return columns.map((name): Field => {
    const fallback = resource.defaults[name] ?? null;
    const limits = table && name === 'value' ? table.indicator.limits : undefined;
    return {
      name,
      type: typeOf(name, table !== null),
      ...wordsOf(name, open),
      required: table !== null && fallback === null && (KEYS.includes(name) || name === 'source'),
      fallback,
      categories: categoriesOf(name, open),
      pattern: table && name === 'period' ? PERIOD_PATTERN : null,
      minimum: name === 'rank' ? 1 : (limits?.min ?? null),
      maximum: limits?.max ?? null,
      isRegion: name === 'region' || (name === 'parent' && resource.profile === 'regions'),
    };
  });
}

/** By which a row is known; empty where a blank of one of them has a meaning, since a key may not be blank. */
export function keyOf(open: OpenTable, fields: readonly Field[]): readonly string[] {
  const own = fields.filter(({ name }) => (open.table ? KEYS.includes(name) : name === 'id'));
  return own.every(({ fallback }) => fallback === null) ? own.map(({ name }) => name) : [];
}
