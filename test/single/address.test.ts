import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOfPage, langOf, readPlace, writePlace } from '../../src/single/address.ts';

describe('what stands behind “#”', () => {
  test.each([
    ['', { route: 'index.html', search: '', anchor: '' }],
    ['#', { route: 'index.html', search: '', anchor: '' }],
    ['#en/', { route: 'en/index.html', search: '', anchor: '' }],
    ['#indicator/toys.html?period=2001', { route: 'indicator/toys.html', search: '?period=2001', anchor: '' }],
    ['#claims.html#toys', { route: 'claims.html', search: '', anchor: 'toys' }],
    ['#en/ranking.html?q=a%20b&order=up#trend', { route: 'en/ranking.html', search: '?q=a%20b&order=up', anchor: 'trend' }],
    ['#claims.html?#toys', { route: 'claims.html', search: '', anchor: 'toys' }],
    ['#./about.html', { route: 'about.html', search: '', anchor: '' }],
    ['#../../about.html', { route: 'about.html', search: '', anchor: '' }],
    ['#/about.html', { route: 'about.html', search: '', anchor: '' }],
    ['#%E7%8E%A9.html#%E5%85%B7', { route: '玩.html', search: '', anchor: '具' }],
    ['#50%.html#100%', { route: '50%.html', search: '', anchor: '100%' }],
    ['#content', { route: 'content', search: '', anchor: '' }],
  ])('%s', (hash, place) => {
    expect(readPlace(hash)).toEqual(place);
  });

  test('a page is told from a place on the open page', () => {
    expect(isOfPage(readPlace('#claims.html#toys'))).toBe(true);
    expect(isOfPage(readPlace('#content'))).toBe(false);
  });

  test('English pages stand below en/', () => {
    expect(langOf('en/about.html')).toBe('en');
    expect(langOf('enough.html')).toBe('zh');
  });

  test('no text whatever makes it throw, and what was read is read again the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const place = readPlace(text);
        if (/[%?#]/.test(place.route + place.anchor)) return;
        expect(readPlace(writePlace(place))).toEqual(place);
      }),
    );
  });
});
