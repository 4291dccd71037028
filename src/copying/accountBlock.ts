import type { Citation } from '../cite/citation.ts';
import type { Copied } from '../download/clipboard.ts';
import type { copyZh } from '../i18n/copy.zh.ts';

export interface AccountBlock {
  readonly citation: Citation;
  /** “k of n” and what limits the sentence. */
  readonly remarks: readonly string[];
  /** `data:image/png…` of the figure, 900 pixels wide. */
  readonly picture: string;
  /** `data:image/png…` of the code of the address; null: no telephone could open it. */
  readonly code: string | null;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

/**
 * The editor of public accounts keeps few styles, and no class, id, position, script, frame, SVG or link to elsewhere. It
 * knows no custom property either: these are --text-strong, --text, --text-muted, --rule-strong and --rule-weak in light.
 */
const STYLE = {
  block: 'margin:24px 0;padding:12px 0;border-top:3px solid #12242d;border-bottom:1px solid #d3dcdf;text-align:left;',
  name: 'margin:0 0 4px;font-size:14px;line-height:1.6;color:#54666f;',
  told: 'margin:0 0 12px;font-size:18px;line-height:1.6;color:#12242d;',
  picture: 'margin:0 0 12px;',
  image: 'display:block;width:100%;height:auto;',
  note: 'margin:0 0 4px;font-size:13px;line-height:1.6;color:#54666f;',
  code: 'margin:12px 0 4px;text-align:center;',
  codeImage: 'display:inline-block;width:160px;height:160px;',
  scan: 'margin:0 0 4px;font-size:13px;line-height:1.6;color:#2c3f48;text-align:center;',
  address: 'margin:0;font-size:12px;line-height:1.6;color:#54666f;text-align:center;word-break:break-all;',
} as const;

const paragraph = (style: string, inner: string): string => `<p style="${style}">${inner}</p>`;
const image = (style: string, source: string, alternative: string): string => `<img src="${escaped(source)}" alt="${escaped(alternative)}" style="${style}">`;

/** A figure as a public account's article takes it: pasted as it is, without anything that the editor would drop. */
export function accountBlock({ citation, remarks, picture, code }: AccountBlock, words: typeof copyZh): Copied {
  const { title, sentence, credit, maker, address } = citation;
  const dated = words.dated(citation);
  const source = credit === '' ? '' : words.source(credit);
  const notes = [...remarks, source, `${maker} · ${dated}`].filter(Boolean);
  const html = [
    paragraph(STYLE.name, `<span>${escaped(title)}</span>`),
    paragraph(STYLE.told, `<strong>${escaped(sentence)}</strong>`),
    paragraph(STYLE.picture, image(STYLE.image, picture, [sentence, source].filter(Boolean).join(' '))),
    ...notes.map((note) => paragraph(STYLE.note, escaped(note))),
    ...(code === null ? [] : [paragraph(STYLE.code, image(STYLE.codeImage, code, words.codeOf(address))), paragraph(STYLE.scan, escaped(words.scan))]),
    paragraph(STYLE.address, escaped(address)),
  ];
  return { html: `<section style="${STYLE.block}">${html.join('')}</section>`, plain: [title, sentence, ...notes, address].join('\n') };
}
