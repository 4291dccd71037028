import type { Text } from '../model/text.ts';
import { fieldsOf, keyOf, PERIOD_PATTERN, type Field } from './fields.ts';
import type { Json } from './json.ts';
import { datasetAnchor } from './openPaths.ts';
import type { OpenTable } from './openTables.ts';

const both = ({ zh, en }: Text): Json => [
  { '@value': zh, '@language': 'zh' },
  { '@value': en, '@language': 'en' },
];

/** Types of time that the standard knows, by the length of what is printed. */
const TIMES: readonly (readonly [length: number, datatype: string])[] = [[4, 'gYear'], [7, 'gYearMonth'], [10, 'date']];

/** A time of one precision has its own type; years beside months are text of a certain form. */
function periodType({ table }: OpenTable): Json {
  const lengths = new Set(table?.observations.map(({ period }) => period.length));
  const [only] = TIMES.filter(([length]) => lengths.size === 1 && lengths.has(length));
  return only ? only[1] : { base: 'string', format: PERIOD_PATTERN };
}

/** Signs that mean something in a regular expression. */
const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

function datatype(field: Field, open: OpenTable): Json {
  const { name, type, categories, minimum, maximum } = field;
  if (open.table && name === 'period') return periodType(open);
  if (categories.length > 0) return { base: 'string', format: categories.map(({ value }) => literal(value)).join('|') };
  const bounds = { ...(minimum !== null && { minimum }), ...(maximum !== null && { maximum }) };
  const base = type === 'number' ? 'decimal' : type === 'integer' ? 'integer' : type;
  return Object.keys(bounds).length > 0 ? { base, ...bounds } : base;
}

function columnJson(field: Field, open: OpenTable): Json {
  const { name, title, description, required, fallback } = field;
  return {
    name,
    titles: name,
    'rdfs:label': both(title),
    'dc:description': both(description),
    datatype: datatype(field, open),
    ...(required && { required }),
    ...(fallback !== null && { default: fallback }),
  };
}

/** What holds for every row and stands in no column of the file. */
const virtualColumns = ({ resource: { defaults }, columns }: OpenTable): readonly Json[] =>
  Object.entries(defaults)
    .filter(([name]) => !columns.includes(name))
    .map(([name, value]) => ({ name, virtual: true, datatype: 'string', default: value }));

/**
 * CSV on the Web: https://www.w3.org/TR/tabular-metadata/. It stands beside its table, so the table's address is its name
 * alone. `null` is the empty cell, which is the standard's own default.
 */
export function csvw(open: OpenTable): Json {
  const { title, description, dataset, resource, table, sources } = open;
  const fields = fieldsOf(open);
  const key = keyOf(open, fields);
  const root = '../'.repeat(resource.file.split('/').length);
  const unit = table?.indicator.unit;
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'zh' }],
    url: resource.file.split('/').at(-1) ?? resource.file,
    'dc:title': both(title),
    'dc:description': both(description),
    'dc:license': { '@id': dataset.licence.url ?? `${root}data.html#${datasetAnchor(dataset.id)}` },
    'dc:rights': both(dataset.licence.title),
    ...(sources.length > 0 && { 'dc:source': sources.map(({ url, title: name }) => (url === undefined ? { '@value': name.zh, '@language': 'zh' } : { '@id': url })) }),
    'dc:date': { '@value': dataset.retrieved, '@type': 'xsd:date' },
    ...(unit && unit.zh !== '' && { 'schema:unitText': both(unit) }),
    dialect: { encoding: 'utf-8', lineTerminators: ['\n'], header: true },
    tableSchema: {
      columns: [...fields.map((field) => columnJson(field, open)), ...virtualColumns(open)],
      ...(key.length > 0 && { primaryKey: key.length === 1 ? (key[0] ?? '') : key }),
    },
  };
}
