import type { Citation } from './citation.ts';
import type { CiteWords } from './citeWords.ts';

/**
 * BibTeX counts braces without regard to a backslash before them, so `\{` alone would end the field; each sign that TeX
 * reads as a command is named in words. All else is UTF-8, which biber and today's BibTeX styles keep.
 */
const NAMED: Readonly<Record<string, string>> = {
  '\\': '{\\textbackslash}',
  '{': '{\\textbraceleft}',
  '}': '{\\textbraceright}',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
  '<': '{\\textless}',
  '>': '{\\textgreater}',
  '|': '{\\textbar}',
  '`': '{\\textasciigrave}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
};

/** Two hyphens would be drawn as a dash, two apostrophes or commas as quotes. */
const LIGATURE = /([-',])(?=\1)/g;

export const latex = (text: string): string => text.replace(/[\\{}~^<>|`&%$#_]/g, (sign) => NAMED[sign] ?? sign).replace(LIGATURE, '$1{}');

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

/** `@misc` is known to every style; the second braces keep a name whole and a title's capitals. */
export function bibtex(citation: Citation, words: CiteWords): string {
  const { maker, title, credit, release, issued, accessed, address, key, lang } = citation;
  const month = issued === null ? undefined : MONTHS[Number(issued.slice(5, 7)) - 1];
  const note = words.note({ credit, release, issued, accessed });
  const fields: readonly (readonly [name: string, value: string])[] = [
    ['author', `{{${latex(maker)}}}`],
    ['title', `{{${latex(title)}}}`],
    ['year', `{${issued?.slice(0, 4) ?? latex(words.noDate)}}`],
    ...(month === undefined ? [] : [['month', month] as const]),
    ...(release === null ? [] : [['version', `{${release}}`] as const]),
    ['note', `{${latex(note)}}`],
    // Read sign by sign by `\url`: nothing in it is escaped.
    ['url', `{${address}}`],
    ['urldate', `{${accessed}}`],
    ['langid', lang === 'zh' ? '{chinese}' : '{english}'],
  ];
  return `@misc{${key},\n${fields.map(([name, value]) => `  ${name} = ${value},`).join('\n')}\n}\n`;
}
