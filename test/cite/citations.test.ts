import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import { Cite } from '@citation-js/core';
import Ajv from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apa, apaInText, apaText } from '../../src/cite/apa.ts';
import { bibtex } from '../../src/cite/bibtex.ts';
import { citationOf, isoDay } from '../../src/cite/citation.ts';
import { cslItem, cslJson } from '../../src/cite/cslJson.ts';
import { gbt7714 } from '../../src/cite/gbt7714.ts';
import { markedUp } from '../../src/cite/markedUp.ts';
import { ris } from '../../src/cite/ris.ts';
import { citeEn } from '../../src/i18n/cite.en.ts';
import { citeZh } from '../../src/i18n/cite.zh.ts';
import type { FigureFacts } from '../../src/share/figureFacts.ts';
import { toyFactsEn, toyFactsZh } from '../support/toyFacts.ts';

const ACCESSED = '2001-12-03';
const zh = citationOf(toyFactsZh, ACCESSED);
const en = citationOf(toyFactsEn, ACCESSED);
const wordsOf = ({ lang }: Pick<FigureFacts, 'lang'>) => (lang === 'zh' ? citeZh.said : citeEn.said);
const ZH_ADDRESS = 'https://toys.example/atlas/indicator/toys.html?period=2001&region=110000&release=2001-11-22-1a2b3c4d#provinces';
const EN_ADDRESS = 'https://toys.example/atlas/en/indicator/toys.html?period=2001&region=110000&release=2001-11-22-1a2b3c4d#provinces';

describe('each citation, whole', () => {
  test('GB/T 7714—2015', () => {
    expect(gbt7714(zh, citeZh.said)).toBe(`玩具数图. 玩具普及率，2001年，%[DS/OL]. 玩具部（据转载页）, 数据来源. 2001-11-22-1a2b3c4d版. (2001-11-22)[2001-12-03]. ${ZH_ADDRESS}.`);
    expect(gbt7714(en, citeEn.said)).toBe(`Toy Atlas. Toys per child, 2001, %[DS/OL]. Original data: Toy Office (via a copy). Release 2001-11-22-1a2b3c4d. (2001-11-22)[2001-12-03]. ${EN_ADDRESS}.`);
  });

  test('APA 7, in the list and in the text', () => {
    expect(apaText(apa(en))).toBe(`Toy Atlas. (2001). Toys per child, 2001, % (Version 2001-11-22-1a2b3c4d) [Data set; original data: Toy Office (via a copy)]. Retrieved December 3, 2001, from ${EN_ADDRESS}`);
    expect(apaInText(en)).toBe('(Toy Atlas, 2001; original data: Toy Office [via a copy])');
    expect(apaText(apa(zh))).toBe(`玩具数图. (2001). 玩具普及率，2001年，% (Version 2001-11-22-1a2b3c4d) [Data set; original data: 玩具部（据转载页）]. Retrieved December 3, 2001, from ${ZH_ADDRESS}`);
    expect(markedUp({ before: 'A & B. ', title: '<b>', after: '.' })).toBe('<p>A &amp; B. <i>&lt;b&gt;</i>.</p>');
  });

  test('a sentence, the address last', () => {
    expect(citeZh.said.sentence({ ...zh, told: zh.sentence })).toBe(`2001年甲居首（64.5%），中位数12.3%；31个省份中29个有数据。（来源：玩具部（据转载页）；玩具数图制图，数据读取至2001-11-22，版本2001-11-22-1a2b3c4d，2001-12-03引用）${ZH_ADDRESS}`);
    expect(citeEn.said.sentence({ ...en, told: en.sentence })).toBe(`Alpha leads in 2001 (64.5%), median 12.3%; 29 of 31 provinces have data. (Source: Toy Office (via a copy); figure by Toy Atlas, data as read until 2001-11-22, release 2001-11-22-1a2b3c4d, accessed 2001-12-03) ${EN_ADDRESS}`);
  });

  test('BibTeX', () => {
    expect(bibtex(en, citeEn.said)).toBe(`@misc{egov-atlas-map-toys-2001-110000-en-1a2b3c4d,
  author = {{Toy Atlas}},
  title = {{Toys per child, 2001, \\%}},
  year = {2001},
  month = nov,
  version = {2001-11-22-1a2b3c4d},
  note = {Original data: Toy Office (via a copy); data as read until 2001-11-22; release 2001-11-22-1a2b3c4d; accessed 2001-12-03},
  url = {${EN_ADDRESS}},
  urldate = {2001-12-03},
  langid = {english},
}
`);
  });

  test('RIS', () => {
    expect(ris(zh, citeZh.said).split('\r\n')).toEqual([
      'TY  - DATA',
      'ID  - egov-atlas-map-toys-2001-110000-zh-1a2b3c4d',
      'AU  - 玩具数图,',
      'TI  - 玩具普及率，2001年，%',
      'PY  - 2001',
      'DA  - 2001/11/22/',
      'ET  - 2001-11-22-1a2b3c4d',
      'AB  - 2001年甲居首（64.5%），中位数12.3%；31个省份中29个有数据。',
      'N1  - 数据来源：玩具部（据转载页）；数据读取至2001-11-22；版本2001-11-22-1a2b3c4d；引用日期2001-12-03',
      'LA  - zh-CN',
      `UR  - ${ZH_ADDRESS}`,
      'Y2  - 2001/12/03/',
      'ER  - ',
      '',
    ]);
  });
});

describe('what is missing is left out or said', () => {
  const bare = citationOf({ ...toyFactsZh, release: null, sources: [], takeaway: '排名' }, ACCESSED);
  test('no release', () => {
    expect(gbt7714(bare, citeZh.said)).toBe('玩具数图. 玩具普及率，2001年，%[DS/OL]. (日期不详)[2001-12-03]. https://toys.example/atlas/indicator/toys.html?period=2001&region=110000#provinces.');
    expect(apaText(apa(bare))).toMatch(/^玩具数图\. \(n\.d\.\)\. 玩具普及率，2001年，% \[Data set\]\. Retrieved/);
    expect(bibtex(bare, citeZh.said)).toContain('year = {日期不详}');
    expect(bibtex(bare, citeZh.said)).not.toMatch(/month|version/);
    expect(cslItem(bare, citeZh.said)).not.toHaveProperty('issued');
  });
  test('a headline that says nothing alone stands behind the name', () => {
    expect(bare.sentence).toBe('玩具普及率，2001年，%：排名。');
    expect(citationOf({ ...toyFactsEn, takeaway: 'First 15' }, ACCESSED).sentence).toBe('Toys per child, 2001, %: First 15.');
    expect(citationOf({ ...toyFactsEn, takeaway: '' }, ACCESSED).sentence).toBe('Toys per child, 2001, %.');
  });
});

describe('the address', () => {
  test('an older release in it gives way to the one that is shown', () => {
    const { address } = citationOf({ ...toyFactsZh, address: 'https://toys.example/ranking.html?region=110000&release=1999-01-01-00000000' }, ACCESSED);
    expect(address).toBe('https://toys.example/ranking.html?region=110000&release=2001-11-22-1a2b3c4d#provinces');
  });
  test('signs that would end it are written as codes, and it leads to the same place', () => {
    const { address } = citationOf({ ...toyFactsZh, address: 'https://toys.example/a{b}|c\\d/x.html?q=%22{}|^`<' }, ACCESSED);
    expect(address).not.toMatch(/[{}|\\^`<>"\s]/);
    expect(new URL(address).searchParams.get('q')).toBe('"{}|^`<');
  });
  test('another choice is another entry, the same choice the same', () => {
    const other = citationOf({ ...toyFactsZh, address: 'https://toys.example/atlas/indicator/toys.html?period=2002' }, ACCESSED);
    expect(other.key).toBe('egov-atlas-map-toys-2002-zh-1a2b3c4d');
    expect(citationOf(toyFactsZh, '2003-01-01').key).toBe(zh.key);
  });
});

test('a day is the reader’s own', () => {
  expect(isoDay(new Date(2001, 0, 2, 23, 59))).toBe('2001-01-02');
});

interface Read {
  readonly title?: string;
  readonly URL?: string;
  readonly type?: string;
  readonly author?: readonly { readonly family?: string; readonly literal?: string }[];
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly accessed?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly version?: string;
  readonly note?: string;
}
const isRead = (value: unknown): value is Read => typeof value === 'object' && value !== null;
/** By a reader that is not ours. */
function readBy(data: unknown): Read {
  const [first] = new Cite(data).data;
  return isRead(first) ? first : {};
}
const formatted = (data: unknown): string => new Cite(data).format('bibliography', { format: 'text', template: 'apa', lang: 'en-US' }).trim();

describe('read by citation.js', () => {
  test.each([zh, en])('BibTeX gives back maker, title, date, release, address: $lang', (citation) => {
    const found = readBy(bibtex(citation, wordsOf(citation)));
    expect(found).toMatchObject({ title: citation.title, URL: citation.address, version: citation.release, issued: { 'date-parts': [[2001, 11]] }, accessed: { 'date-parts': [[2001, 12, 3]] } });
    expect(found.author).toEqual([{ family: citation.maker }]);
    expect(found.note).toBe(wordsOf(citation).note(citation));
  });

  test.each([zh, en])('CSL-JSON in its APA agrees with ours in maker, year, title, release and address: $lang', (citation) => {
    const theirs = formatted(JSON.parse(cslJson(citation, wordsOf(citation))));
    const { before, title } = apa(citation);
    expect(theirs.startsWith(before + title)).toBe(true);
    expect(theirs).toMatch(new RegExp(`\\(Versions? ${citation.release ?? ''}\\) \\[Data ?set\\]`));
    expect(theirs.endsWith(citation.address)).toBe(true);
  });

  test('BibTeX in its APA too', () => {
    expect(formatted(bibtex(en, citeEn.said))).toBe(`Toy Atlas. (2001, November). Toys per child, 2001, % (Versions 2001-11-22-1a2b3c4d). ${EN_ADDRESS}`);
  });

  const HOSTILE = fc.string({
    unit: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...'\\{}&%$#_~^<>|`"\'@,=-–—“”（），。·!? ;:'.split('')) }, { weight: 2, arbitrary: fc.constantFrom(...'abcXYZ019玩具数图éñ€−＞') }, { weight: 1, arbitrary: fc.constantFrom('--', '``', "''", ',,', '<<', '\\textbf{', '\n', '\t', '\u2028', '😀', '\\url{x}', '@misc{') }),
    minLength: 1,
    maxLength: 40,
  });

  test('any title, maker and publisher comes back as it was, from an entry with every brace closed', () => {
    fc.assert(
      fc.property(HOSTILE, HOSTILE, HOSTILE, (heading, site, publisher) => {
        const citation = citationOf({ ...toyFactsEn, heading: `x${heading}x`, site: `y${site}y`, sources: [`Source: z${publisher}z`] }, ACCESSED);
        const text = bibtex(citation, citeEn.said);
        let depth = 0;
        // BibTeX counts without regard to backslashes.
        for (const sign of text) {
          depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
        const found = readBy(text);
        expect(found.title).toBe(citation.title);
        expect(found.author).toEqual([{ family: citation.maker }]);
        expect(found.note).toBe(citeEn.said.note(citation));
        expect(found.URL).toBe(citation.address);
        expect(JSON.parse(cslJson(citation, citeEn.said))).toMatchObject([{ title: citation.title, author: [{ literal: citation.maker }] }]);
        expect(ris(citation, citeEn.said).trimEnd().split('\r\n').every((line) => /^[A-Z][A-Z0-9] {2}- /.test(`${line} `))).toBe(true);
      }),
    );
  });

  test('any choice in the address comes back as the same place', () => {
    fc.assert(
      fc.property(HOSTILE, HOSTILE, (value, folder) => {
        const page = new URL(`https://toys.example/${encodeURIComponent(folder)}/x.html`);
        page.search = `?q=${value}`;
        const { address } = citationOf({ ...toyFactsEn, address: page.href }, ACCESSED);
        expect(address).toMatch(/^[\x21-\x7e]+$/);
        expect(new URL(address).searchParams.get('q')).toBe(page.searchParams.get('q'));
        expect(readBy(bibtex({ ...en, address }, citeEn.said)).URL).toBe(address);
      }),
    );
  });
});

/** What CSL-JSON 1.0.2 lets a dataset have, of what is in use here: its own schema refuses any other name. */
const SCHEMA = {
  type: 'array',
  items: {
    type: 'object',
    required: ['type', 'id'],
    additionalProperties: false,
    properties: {
      type: { enum: ['dataset'] },
      id: { type: 'string' },
      author: { type: 'array', items: { type: 'object', additionalProperties: false, properties: { literal: { type: 'string' } } } },
      issued: { $ref: '#/definitions/date' },
      accessed: { $ref: '#/definitions/date' },
      ...Object.fromEntries(['title', 'version', 'abstract', 'note', 'URL', 'language'].map((name) => [name, { type: 'string' }])),
    },
  },
  definitions: { date: { type: 'object', additionalProperties: false, properties: { 'date-parts': { type: 'array', minItems: 1, maxItems: 2, items: { type: 'array', minItems: 1, maxItems: 3, items: { type: 'integer' } } } } } },
};

test.each([zh, en, citationOf({ ...toyFactsEn, release: null }, ACCESSED)])('CSL-JSON is as its schema has it: $lang, $release', (citation) => {
  const validate = new Ajv().compile(SCHEMA);
  expect([validate(JSON.parse(cslJson(citation, wordsOf(citation)))), validate.errors]).toEqual([true, null]);
});

test('no Chinese in what an English figure is cited by', () => {
  const all = [gbt7714(en, citeEn.said), apaText(apa(en)), apaInText(en), bibtex(en, citeEn.said), cslJson(en, citeEn.said), ris(en, citeEn.said), citeEn.said.sentence({ ...en, told: en.sentence })];
  expect(all.filter((text) => /[\u3000-\u9fff\uff00-\uffef]/.test(text))).toEqual([]);
});
