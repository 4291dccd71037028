import { takeawayEn } from '../../src/i18n/takeaway.en.ts';
import { takeawayZh } from '../../src/i18n/takeaway.zh.ts';
import type { Sheet, SheetCell } from '../../src/download/sheet.ts';

export const wordsZh = takeawayZh;
export const wordsEn = takeawayEn;

export const textual = (text: string): SheetCell => ({ text, value: text });
export const number = (value: number, text = String(value).replace('-', '−'), status?: string): SheetCell => ({ text, value, ...(status === undefined ? {} : { status }) });
export const absent = (text: string): SheetCell => ({ text, value: null });

export const LONGEST = 'x'.repeat(32_768);

/** Every kind of cell that has ever spoilt a file. Toys: nobody published these. */
export const awkwardSheet: Sheet = {
  name: '玩具：排名/2001',
  fileName: 'ranking-toys_2001_zh',
  columns: [
    { key: 'rank', label: '名次', kind: 'number' },
    { key: 'code', label: '代码', kind: 'text' },
    { key: 'name', label: '地区', kind: 'text' },
    { key: 'value', label: '玩具（万个）', kind: 'number', decimals: 1 },
    { key: 'change', label: '增减', kind: 'number' },
    { key: 'period', label: '时期', kind: 'text' },
  ],
  rows: [
    [number(1), textual('110000'), textual('甲'), number(13_946, '13,946.0'), number(7, '＋7'), textual('2018-10')],
    [number(2), textual('007'), textual('=1+1'), number(64, '64.0'), number(-5.2, '−5.2'), textual('2001')],
    [number(2), textual('120000'), textual('+86 10 6666'), number(64, '64.0', '存疑'), number(0, '0'), textual('1/2')],
    [absent('—'), textual('130000'), textual('-5.2'), absent('未公布'), absent(''), textual('')],
    [number(4), textual('140000'), textual('@toy'), number(2700, '＞2,700', '下限（“超过”）'), number(-12, '−12'), textual('3-4')],
    [number(5), textual('150000'), textual('他说“好”，"quoted", a\nb\tc\r\nd'), number(0.1 + 0.2, '0.3'), number(1e-7, '0.0000001'), textual('')],
    [number(6), textual('210000'), textual('🧸🪀 constructor'), number(0), number(1e21, '1e21'), textual('constructor')],
    [number(7), textual('220000'), textual(LONGEST), number(3.25, '3.3'), number(-0), textual('__proto__')],
    [number(8), textual('230000'), textual('＝SUM(A1)'), absent('不适用'), number(Number.NaN, '不可算'), textual('_x0041_')],
    [number(9), textual('310000'), textual('\t=1+1'), number(1), number(1), textual('  两边有空格  ')],
    [number(10), textual('320000'), textual('\r=2+2'), number(1), number(1), textual('\0=1\u0007\ud800坏字')],
    [number(11), textual('330000'), textual('<b>&amp;</b>'), number(1), number(1), textual("'已有撇号")],
  ],
  about: [
    ['标题', '玩具排名，2001年'],
    ['来源', '=HYPERLINK("https://example.org")'],
    ['网址', 'https://example.org/ranking.html?period=2001&order=value'],
  ],
};

/** As large as the largest that the site has: 193 members, 60 columns. */
export const largeSheet: Sheet = {
  name: 'Toys of 193 members',
  fileName: 'toys_2001_en',
  columns: Array.from({ length: 60 }, (_, column) => ({ key: `c${column}`, label: `Toys ${1941 + column}`, kind: column === 0 ? ('text' as const) : ('number' as const), decimals: 2 })),
  rows: Array.from({ length: 193 }, (_, row) => Array.from({ length: 60 }, (__, column) => (column === 0 ? textual(`Toyland ${row + 1}`) : (row + column) % 17 === 0 ? absent('not published') : number((row * 60 + column) / 100 - 50)))),
  about: [['Title', 'Toys']],
};
