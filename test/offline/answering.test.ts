import { describe, expect, test } from 'vitest';
import { answering, type AskedFor } from '../../src/offline/answering.ts';

const SCOPE = 'https://toys.example/a/b/';
const asked = (path: string, changes: Partial<AskedFor> = {}): AskedFor => ({ method: 'GET', url: new URL(path, SCOPE).href, mode: 'navigate', destination: 'document', headers: new Headers(), ...changes });
const part = (path: string, changes: Partial<AskedFor> = {}): AskedFor => asked(path, { mode: 'no-cors', destination: 'script', ...changes });

describe('what the worker answers', () => {
  test.each([
    ['screen.html', 'screen.html'],
    ['en/screen.html?scene=toys&hold', 'en/screen.html'],
    ['', 'index.html'],
    ['en/', 'en/index.html'],
    ['indicator/toys.html#table', 'indicator/toys.html'],
    ['screen', 'screen.html'],
  ])('the page “%s”', (path, page) => {
    expect(answering(asked(path), SCOPE)).toEqual({ kind: 'page', path: page });
  });

  test.each(['assets/toys-1a2b.js', 'assets/toys.css', 'mark.svg'])('the part %s', (path) => {
    expect(answering(part(path), SCOPE)).toEqual({ kind: 'part', path });
  });

  test.each<[string, AskedFor]>([
    ['a page in a frame', asked('screen.html', { destination: 'iframe' })],
    ['a page for articles', asked('embed/map-toys.html')],
    ['the same in English', asked('en/embed/map-toys.html')],
    ['a frozen figure', asked('releases/2002-03-04-0a1b2c3d/map-toys.html')],
    ['the one file', asked('atlas.html')],
    ['a table', asked('data/toys.csv')],
    ['a table that a page fetches', part('data/toys.csv', { mode: 'cors', destination: '' })],
    ['the list itself', part('offline.json', { mode: 'cors', destination: '' })],
    ['the worker itself', part('sw.js')],
    ['a script for other people’s pages', part('embed/resize.js')],
    ['part of a file', part('assets/toys.js', { headers: new Headers({ range: 'bytes=0-1' }) })],
    ['what is sent, not asked for', asked('screen.html', { method: 'POST' })],
    ['only its headers', part('assets/toys.js', { method: 'HEAD' })],
    ['another site of the same host', asked('/a/c/screen.html')],
    ['another host', asked('https://other.example/a/b/screen.html')],
    ['an address that cannot be read', asked('%E0%A4%A.html')],
  ])('not %s', (_, request) => {
    expect(answering(request, SCOPE)).toEqual({ kind: 'pass' });
  });
});
