import fs from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode } from '../../src/ingest/decode.ts';

const fixture = (name: string) => new Uint8Array(fs.readFileSync(new URL(`../fixtures/${name}`, import.meta.url)));

test('plain UTF-8 is read as it is', () => {
  expect(decode(fixture('good.csv'))).toMatchObject({ encoding: 'utf-8' });
});

test('a byte order mark is known and dropped', () => {
  const { text, encoding } = decode(fixture('good-bom.csv'));
  expect(encoding).toBe('utf-8-bom');
  expect(text).toBe(decode(fixture('good.csv')).text);
});

test('what is not UTF-8 is read as GB18030', () => {
  const { text, encoding } = decode(fixture('good-gb18030.csv'));
  expect(encoding).toBe('gb18030');
  expect(text).toContain('玩具1省,2001,5,measured,2,积木也算');
  expect(text).toContain('镕㑇');
});

test.each([
  { says: 'UTF-16, little end first', bytes: [0xff, 0xfe, 0xa9, 0x73, 0x31, 0x00], encoding: 'utf-16le' },
  { says: 'UTF-16, big end first', bytes: [0xfe, 0xff, 0x73, 0xa9, 0x00, 0x31], encoding: 'utf-16be' },
])('$says', ({ bytes, encoding }) => {
  expect(decode(new Uint8Array(bytes))).toEqual({ text: '玩1', encoding });
});

test('every text comes back from its UTF-8 bytes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }).filter((text) => !text.startsWith('\uFEFF')), (text) => {
      expect(decode(new TextEncoder().encode(text)).text).toBe(text);
    }),
  );
});
