import fs from 'node:fs';
import { expect, test } from 'vitest';

const text = fs.readFileSync('CITATION.cff', 'utf8');
const valueOf = (key: string): string | undefined => new RegExp(`^${key}: "?([^"\\n]+)"?$`, 'm').exec(text)?.[1];

test('has what version 1.2.0 of its format asks for', () => {
  expect(['cff-version', 'message', 'title', 'authors'].filter((key) => !new RegExp(`^${key}:`, 'm').test(text))).toEqual([]);
  expect([valueOf('cff-version'), valueOf('type')]).toEqual(['1.2.0', 'software']);
});

test('names no person, no DOI and no address: none is known', () => {
  expect(text).toMatch(/^authors:\n {2}- name: "E-Gov Atlas contributors"\n(?! {2}-)/m);
  expect(text).not.toMatch(/given-names|family-names|orcid|doi|https?:/i);
});

test('tells the version and the licence of the package', () => {
  const written: unknown = JSON.parse(fs.readFileSync('package.json', 'utf8'));
  expect(written).toMatchObject({ version: valueOf('version'), license: valueOf('license') });
});
