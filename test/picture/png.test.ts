import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { crc32, withFacts } from '../../src/picture/png.ts';
import { chunksOf, textsOf } from './pngChunks.ts';

const toy = PNG.sync.write(new PNG({ width: 3, height: 2 }));

test('the checksum is the one of the specification', () => {
  expect(crc32(new TextEncoder().encode('IEND'))).toBe(0xae426082);
});

test('a PNG says its size on paper and where it comes from, before its first pixel, and is still a PNG', () => {
  const bytes = withFacts(toy, { dotsPerInch: 300, texts: [['Title', '玩具国居首'], ['Source', ''], ['URL', 'https://example.org/toys.html']] });
  const chunks = chunksOf(bytes);
  expect(chunks.map(({ name }) => name).slice(0, 4)).toEqual(['IHDR', 'pHYs', 'iTXt', 'iTXt']);
  const size = chunks.find(({ name }) => name === 'pHYs')?.content;
  // 300 dots an inch are 11,811 a metre.
  expect(size && [size.readUInt32BE(0), size.readUInt32BE(4), size[8]]).toEqual([11811, 11811, 1]);
  expect(textsOf(bytes)).toEqual({ Title: '玩具国居首', URL: 'https://example.org/toys.html' });
  const read = PNG.sync.read(Buffer.from(bytes), { checkCRC: true });
  expect([read.width, read.height]).toEqual([3, 2]);
});

test('said twice, it is said once', () => {
  const once = withFacts(toy, { dotsPerInch: 96, texts: [] });
  expect(chunksOf(withFacts(once, { dotsPerInch: 300, texts: [] })).filter(({ name }) => name === 'pHYs')).toHaveLength(1);
});
