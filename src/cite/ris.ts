import { tagOf } from '../i18n/languages.ts';
import type { Citation } from './citation.ts';
import type { CiteWords } from './citeWords.ts';

const slashed = (iso: string): string => `${iso.replaceAll('-', '/')}/`;

/** For EndNote, NoteExpress and others: a line a field, lines end in CRLF. */
export function ris(citation: Citation, words: CiteWords): string {
  const { maker, title, sentence, credit, release, issued, accessed, address, key, lang } = citation;
  const lines: readonly (readonly [tag: string, value: string])[] = [
    ['TY', 'DATA'],
    ['ID', key],
    // Without a comma after it a group's name would be read as a person's.
    ['AU', `${maker},`],
    ['TI', title],
    ...(issued === null ? [] : [['PY', issued.slice(0, 4)] as const, ['DA', slashed(issued)] as const]),
    ...(release === null ? [] : [['ET', release] as const]),
    ['AB', sentence],
    ['N1', words.note({ credit, release, issued, accessed })],
    ['LA', tagOf(lang)],
    ['UR', address],
    ['Y2', slashed(accessed)],
    ['ER', ''],
  ];
  return lines.map(([tag, value]) => `${tag}  - ${value}\r\n`).join('');
}
