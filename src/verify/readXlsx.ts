/** A sheet as rows of cells: a number, a text, or nothing. */
export type SheetRows = readonly (readonly (string | number | null)[])[];

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
export const unescaped = (text: string): string =>
  text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });

/** “_x000D_” is how a workbook writes a sign that XML has no place for. */
const written = (text: string): string => unescaped(text).replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const textsIn = (xml: string): string => [...xml.matchAll(/<(?:\w+:)?t\b[^>]*>([^<]*)<\/(?:\w+:)?t>/g)].map(([, text = '']) => written(text)).join('');

/** “BC” → 54 */
const columnOf = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
const MOST_COLUMNS = 400;
const MOST_ROWS = 20_000;

function rowsOf(xml: string, shared: readonly string[]): SheetRows {
  const rows: (string | number | null)[][] = [];
  for (const [, row = ''] of xml.matchAll(/<(?:\w+:)?row\b[^>]*?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?row>)/g)) {
    if (rows.length >= MOST_ROWS) break;
    const cells: (string | number | null)[] = [];
    for (const [, attributes = '', inner = ''] of row.matchAll(/<(?:\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g)) {
      const letters = /\br="([A-Z]+)\d+"/.exec(attributes)?.[1];
      const at = letters === undefined ? cells.length : columnOf(letters);
      if (at >= MOST_COLUMNS) continue;
      while (cells.length < at) cells.push(null);
      const type = /\bt="(\w+)"/.exec(attributes)?.[1];
      const value = /<(?:\w+:)?v\b[^>]*>([^<]*)<\/(?:\w+:)?v>/.exec(inner)?.[1];
      if (type === 's') cells[at] = shared[Number(value)] ?? null;
      else if (type === 'inlineStr') cells[at] = textsIn(inner);
      else if (type === 'str') cells[at] = written(value ?? '');
      else cells[at] = value === undefined || value === '' ? null : Number(value);
    }
    rows.push(cells);
  }
  return rows;
}

/** The sheets of a workbook in their order, by the files of its ZIP; null: it is none. */
export function readXlsx(files: ReadonlyMap<string, Uint8Array>): readonly SheetRows[] | null {
  const text = (name: string): string => new TextDecoder().decode(files.get(name));
  if (!files.has('xl/workbook.xml')) return null;
  const shared = [...text('xl/sharedStrings.xml').matchAll(/<(?:\w+:)?si\b[^>]*?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?si>)/g)].map(([, inner = '']) => textsIn(inner));
  const names = [...files.keys()].filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name)).sort((one, other) => Number(one.replace(/\D/g, '')) - Number(other.replace(/\D/g, '')));
  return names.map((name) => rowsOf(text(name), shared));
}
