import { halfOf } from '../i18n/format.ts';
import { parseCsv } from '../ingest/parseCsv.ts';

/** The English texts of a JSON file: beside “zh”, or in a field “…En”. */
function jsonTexts(json: unknown): readonly string[] {
  if (Array.isArray(json)) return json.flatMap(jsonTexts);
  if (typeof json !== 'object' || json === null) return typeof json === 'string' && json.includes(' / ') ? halves(json) : [];
  return Object.entries(json).flatMap(([key, value]) => {
    const isEnglish = typeof value === 'string' && ((key === 'en' && 'zh' in json) || (key.endsWith('En') && key.slice(0, -2) in json));
    return isEnglish && typeof value === 'string' ? [value] : jsonTexts(value);
  });
}

/** Of “中文 / English” its English half; of anything else nothing. */
function halves(text: string): readonly string[] {
  // Several remarks in one cell are each in both languages.
  const parts = text.split(' / ').length > 2 && text.includes('；') ? text.split('；') : [text];
  return parts.map((part) => ({ part, half: halfOf(part, 'en') })).flatMap(({ part, half }) => (half === part ? [] : [half]));
}

function csvTexts(text: string): readonly string[] {
  const { header, rows } = parseCsv(text, '');
  const inBoth = header.filter((column) => column.endsWith('_en') && header.includes(column.replace(/_en$/, '_zh')));
  return rows.flatMap(({ cells }) => header.flatMap((column, index) => (inBoth.includes(column) ? [cells[index] ?? ''] : halves(cells[index] ?? ''))));
}

/**
 * Texts of `data/` that a reader of the second language meets, each once, in the order of the files.
 *
 * @param files Text by path below `data/`.
 */
export function dataTexts(files: ReadonlyMap<string, string>): readonly string[] {
  const texts = [...files].flatMap(([file, text]) => {
    if (/^(?:schema|releases|languages)\//.test(file)) return [];
    return file.endsWith('.json') ? jsonTexts(JSON.parse(text)) : file.endsWith('.csv') ? csvTexts(text) : [];
  });
  return [...new Set(texts.filter((text) => /\p{L}/u.test(text)))];
}
