import fc from 'fast-check';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { citationOf } from '../../src/cite/citation.ts';
import { accountBlock } from '../../src/copying/accountBlock.ts';
import { codePng } from '../../src/copying/codePng.ts';
import { dataAddressOf } from '../../src/copying/dataAddress.ts';
import { copyEn } from '../../src/i18n/copy.en.ts';
import { copyZh } from '../../src/i18n/copy.zh.ts';
import { toyFactsEn, toyFactsZh } from '../support/toyFacts.ts';

const PICTURE = 'data:image/png;base64,toy';
const CODE = 'data:image/png;base64,code';
const zh = citationOf(toyFactsZh, '2001-12-03');
const blockOf = (citation: typeof zh, words: typeof copyZh = copyZh) => accountBlock({ citation, remarks: [toyFactsZh.coverage, ...toyFactsZh.limits], picture: PICTURE, code: CODE }, words);

/** Each opening tag with its attributes. */
const tagsOf = (html: string) => [...html.matchAll(/<([a-z0-9]+)((?:\s[a-z-]+="[^"]*")*)>/g)].map(([, name = '', attributes = '']) => ({ name, attributes: Object.fromEntries([...attributes.matchAll(/\s([a-z-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value])) }));

/** What the editor of public accounts keeps. */
const TAGS = ['section', 'p', 'span', 'img', 'strong'];
const PROPERTIES = ['margin', 'padding', 'border-top', 'border-bottom', 'text-align', 'font-size', 'line-height', 'color', 'display', 'width', 'height', 'word-break'];

test('only tags, attributes and styles that the editor keeps', () => {
  const { html = '' } = blockOf(zh);
  const tags = tagsOf(html);
  expect(tags.length).toBe((html.match(/<[a-z]/g) ?? []).length);
  expect(new Set(tags.map(({ name }) => name))).toEqual(new Set(TAGS));
  for (const { name, attributes } of tags) {
    expect(Object.keys(attributes).filter((key) => key !== 'style' && !(name === 'img' && ['src', 'alt'].includes(key)))).toEqual([]);
    const properties = (attributes['style'] ?? '').split(';').filter(Boolean).map((one) => one.split(':')[0]);
    expect(properties.filter((property) => !PROPERTIES.includes(property ?? ''))).toEqual([]);
  }
  expect(html).not.toMatch(/class=|<script|<svg|<iframe|position|url\(|var\(|flex|grid|href/);
});

test('headline, picture, remarks, source, day, release, code and address, in this order', () => {
  const { html = '', plain } = blockOf(zh);
  const told = ['玩具普及率，2001年，%', '<strong>2001年甲居首（64.5%），中位数12.3%；31个省份中29个有数据。</strong>', PICTURE, '31个省份中29个有数据</p>', '玩具，不是公布的数。', '来源：玩具部（据转载页）', '玩具数图 · 数据读取至2001-11-22 · 版本2001-11-22-1a2b3c4d · 2001-12-03引用', CODE, zh.address.replaceAll('&', '&amp;')];
  const places = told.map((text) => html.lastIndexOf(text));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
  expect(plain.split('\n')).toEqual(['玩具普及率，2001年，%', '2001年甲居首（64.5%），中位数12.3%；31个省份中29个有数据。', '31个省份中29个有数据', '玩具，不是公布的数。', '来源：玩具部（据转载页）', '玩具数图 · 数据读取至2001-11-22 · 版本2001-11-22-1a2b3c4d · 2001-12-03引用', zh.address]);
});

test('the picture says in words what it shows and who says so', () => {
  const { html = '' } = blockOf(citationOf(toyFactsEn, '2001-12-03'), copyEn);
  const [picture, code] = tagsOf(html).filter(({ name }) => name === 'img');
  expect(picture?.attributes['alt']).toBe('Alpha leads in 2001 (64.5%), median 12.3%; 29 of 31 provinces have data. Source: Toy Office (via a copy)');
  expect(code?.attributes['alt']).toContain('QR code: https://toys.example/');
});

test('whatever a text holds, it stays a text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'<>&"\'/=`; ', 'script', 'img', 'onerror', 'style', '甲'), maxLength: 40 }), (text) => {
      const citation = { ...zh, title: text, sentence: text, credit: text, maker: text };
      const { html = '' } = accountBlock({ citation, remarks: [text], picture: PICTURE, code: CODE }, copyZh);
      const names = (markup: string) => tagsOf(markup).map(({ name }) => name);
      expect(names(html)).toEqual(names(accountBlock({ citation: { ...zh, credit: text }, remarks: [text === '' ? '' : '甲'], picture: PICTURE, code: CODE }, copyZh).html ?? ''));
      expect((html.match(/</g) ?? []).length).toBe((html.match(/<\/?(?:section|p|span|img|strong)\b/g) ?? []).length);
    }),
  );
});

test.each(['https://toys.example/', zh.address, `https://toys.example/${'%E7%8E%A9'.repeat(60)}`])('the code of %s is read back, from a picture that another program opens', (address) => {
  const png = PNG.sync.read(Buffer.from(codePng(address)));
  expect(png.width).toBe(png.height);
  expect(jsQR(new Uint8ClampedArray(png.data), png.width, png.height)?.data).toBe(address);
  expect(dataAddressOf(codePng(address), 'image/png')).toMatch(/^data:image\/png;base64,iVBOR/);
});
