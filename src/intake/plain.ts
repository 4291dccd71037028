/** Marks that lead to a footnote: ①, ², *, †, [1]; at the end of a cell. */
const FOOTNOTE = /(?:[①-⑳⑴-⒇¹²³⁴-⁹†‡]|\*+|\[\d{1,2}\]|〔\d{1,2}〕)+$/u;

/** Full-width forms as the usual ones, every space as one space, none at the ends; quotation mark of a spreadsheet's text taken off. */
export const plain = (text: string): string =>
  text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u00A0\u3000\u200B\uFEFF]+/g, ' ')
    .replace(/\u2212/g, '-')
    .replace(/^'/, '')
    .trim();

/** A cell without the mark of its footnote. */
export function withoutFootnote(text: string): { readonly text: string; readonly mark: string } {
  const mark = FOOTNOTE.exec(text)?.[0] ?? '';
  return mark === '' || mark === text ? { text, mark: '' } : { text: text.slice(0, -mark.length).trim(), mark };
}

/** Digits of Chinese years, and nothing else. */
const HAN_DIGITS = '〇一二三四五六七八九';
export const westernDigits = (text: string): string => text.replace(/[〇○零一二三四五六七八九]/g, (digit) => (/[○零]/.test(digit) ? '0' : String(HAN_DIGITS.indexOf(digit))));

/** “12.345” with its point moved to the right, exactly: by 2, “1234.5”; by −3, “0.012345”. */
export function movePoint(number: string, places: number): string {
  if (places === 0) return number;
  const sign = number.startsWith('-') ? '-' : '';
  const [whole = '0', part = ''] = number.replace('-', '').split('.');
  const digits = whole + part;
  const point = whole.length + places;
  if (point >= digits.length) return `${sign}${(digits + '0'.repeat(point - digits.length)).replace(/^0+(?=\d)/, '')}`;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits;
  const at = point <= 0 ? 1 : point;
  return `${sign}${padded.slice(0, at).replace(/^0+(?=\d)/, '')}.${padded.slice(at)}`;
}
