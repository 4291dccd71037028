import { describe, expect, test } from 'vitest';
import { isSentRight, listText, readBuildList } from '../../src/offline/buildList.ts';
import { sha256, toyList } from './toyBuild.ts';

const list = toyList();
const read = (changes: object): unknown => readBuildList({ ...list, ...changes });
const [first] = list.files;

describe('the list of the wall’s files', () => {
  test('is read as it was written', () => {
    expect(readBuildList(JSON.parse(JSON.stringify(list)))).toEqual(list);
  });

  test('is named by all that it says', () => {
    expect(list.build).toBe(sha256(listText(list)).slice(0, 12));
    expect(toyList(undefined, 'another release').build).not.toBe(list.build);
  });

  test.each([
    ['a text', 'toys'],
    ['nothing', null],
    ['a page', '<!doctype html>'],
    ['no files', { ...list, files: undefined }],
  ])('is none: %s', (_, json) => {
    expect(readBuildList(json)).toBeNull();
  });

  test.each([
    ['a file outside the site', { files: [{ ...first, path: '../toys.js' }] }],
    ['a file of another host', { files: [{ ...first, path: 'https://toys.example/toys.js' }] }],
    ['a file from the root of the host', { files: [{ ...first, path: '/toys.js' }] }],
    ['a hidden file', { files: [{ ...first, path: '.htaccess' }] }],
    ['a kind of file that is not sent to a page', { files: [...list.files, { path: 'toys.exe', bytes: 1, sha256: '' }] }],
    ['a file twice', { files: [...list.files, first] }],
    ['no page', { files: list.files.filter(({ path }) => !path.endsWith('.html')) }],
    ['more than a wall can weigh', { files: list.files.map((file) => ({ ...file, bytes: 20_000_000 })) }],
    ['no length', { files: [...list.files, { path: 'toys.js', sha256: '' }] }],
    ['no time to live in', { aliveWithinMs: 0 }],
    ['no page for what is not kept', { notKept: { zh: '' } }],
  ])('is refused with %s', (_, changes) => {
    expect(read(changes)).toBeNull();
  });

  test('knows as what its files have to be sent', () => {
    expect(isSentRight('a/toys.js', 'text/javascript; charset=utf-8')).toBe(true);
    expect(isSentRight('a/toys.js', 'application/javascript')).toBe(true);
    expect(isSentRight('a/toys.js', 'text/html')).toBe(false);
    expect(isSentRight('screen.html', 'TEXT/HTML;charset=utf-8')).toBe(true);
    expect(isSentRight('screen.html', null)).toBe(false);
  });
});
