import { expect, test } from 'vitest';
import { readSite } from '../../src/ingest/readSite.ts';
import { SITE_FIRST } from '../../src/model/site.ts';

const read = (settings: unknown) => readSite({ file: 'data/site.json', text: JSON.stringify(settings) });

test('every setting may be left out', () => {
  expect(read({})).toEqual({ site: SITE_FIRST, issues: [] });
  expect(SITE_FIRST).toEqual({ address: null, standings: 'places' });
});

test('an address ends with a slash, whether it was written or not', () => {
  expect(read({ address: 'https://toys.example' }).site.address).toBe('https://toys.example/');
  expect(read({ address: 'http://toys.example/atlas' }).site.address).toBe('http://toys.example/atlas/');
  expect(read({ address: 'https://玩具.example/' }).site.address).toBe('https://xn--h6q964f.example/');
});

test.each(['toys.example', '//toys.example/', 'ftp://toys.example/', 'javascript:alert(1)', 'https://', 'https://toys.example/?a=1', 'https://toys.example/#a', 'https://me@toys.example/'])('“%s” is no address of a site', (address) => {
  const { site, issues } = read({ address });
  expect(site.address).toBeNull();
  expect(issues).toEqual([{ file: 'data/site.json', field: 'address', found: address, code: 'badAddress', args: null }]);
});

test('places or groups; anything else is told, and places stay', () => {
  expect(read({ standings: 'groups' }).site.standings).toBe('groups');
  const { site, issues } = read({ standings: 'none', colour: 'red' });
  expect(site.standings).toBe('places');
  expect(issues.map(({ code, field }) => [code, field])).toEqual([
    ['unknownField', 'colour'],
    ['unknownWord', 'standings'],
  ]);
});

test('what is no JSON is told', () => {
  const { site, issues } = readSite({ file: 'data/site.json', text: '{' });
  expect(site).toEqual(SITE_FIRST);
  expect(issues.map(({ code }) => code)).toEqual(['badJson']);
});
