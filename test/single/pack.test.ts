import { expect, test } from 'vitest';
import { packed } from '../../src/prerender/singleParts.ts';
import { readFiles, unpack, writeFiles } from '../../src/single/pack.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const toys = [['data/toy/toys.csv', bytes('region,value\n110000,1\n')], ['data/empty.csv', bytes('')], ['data/玩具.json', Uint8Array.from([0, 10, 255, 13])]] as const;

test('files come back byte for byte, an empty one and one with line ends among them', () => {
  expect([...readFiles(writeFiles(toys))].map(([path, content]) => [path, [...content]])).toEqual(toys.map(([path, content]) => [path, [...content]]));
});

test('a part comes back through base64, whatever its bytes', () => {
  const whole = Uint8Array.from({ length: 100_000 }, (_, index) => (index * index) % 251);
  expect([...unpack(packed(whole))]).toEqual([...whole]);
});

test('the same files are the same text', () => {
  expect(packed(writeFiles(toys))).toBe(packed(writeFiles(toys)));
});

test.each([
  ['broken off', (text: string) => text.slice(0, text.length - 40)],
  ['changed in one sign', (text: string) => (text.startsWith('0') ? '1' : '0') + text.slice(1)],
  ['no base64', (text: string) => `${text.slice(0, 20)}<!--${text.slice(24)}`],
])('a part that is %s is told, not shown in part', (_, harm) => {
  expect(() => unpack(harm(packed(bytes('region,value\n'.repeat(400) + String(Math.PI)))))).toThrow();
});

test('a list of files that is none is told', () => {
  expect(() => readFiles(bytes('{"a":1}\nx'))).toThrow('can’t be read');
});
