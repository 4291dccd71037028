import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readBuildList } from '../../src/offline/buildList.ts';
import { chunksOf, listFileText, offlineList, partsOfPage, type BundledChunk } from '../../src/prerender/offline.ts';

const chunk = (fileName: string, imports: readonly string[] = [], dynamicImports: readonly string[] = [], more: Partial<BundledChunk> = {}): BundledChunk => ({ fileName: `assets/${fileName}`, facadeModuleId: null, isEntry: false, imports: imports.map((name) => `assets/${name}`), dynamicImports: dynamicImports.map((name) => `assets/${name}`), styles: [], ...more });

const CHUNKS = [
  chunk('main.js', ['shared.js'], ['wall.js', 'other.js'], { isEntry: true, styles: ['assets/main.css'] }),
  chunk('wall.js', ['shared.js', 'main.js'], ['words.js'], { facadeModuleId: '/toys/wall.ts', styles: ['assets/wall.css'] }),
  chunk('words.js', ['wall.js']),
  chunk('shared.js'),
  chunk('other.js', [], ['deep.js']),
  chunk('deep.js'),
];

describe('what the wall needs', () => {
  test('is all that its module asks for, now or later, and not what other pages ask for', () => {
    expect(chunksOf(CHUNKS, '/toys/wall.ts')).toEqual(['main.css', 'main.js', 'shared.js', 'wall.css', 'wall.js', 'words.js'].map((name) => `assets/${name}`));
  });

  test('cannot be told of a bundle without the wall', () => {
    expect(() => chunksOf(CHUNKS, '/toys/none.ts')).toThrow('/toys/none.ts');
  });

  test('is also what its page asks for itself, and no page that it links to', () => {
    const html = '<link rel="icon" href="../mark.svg"><link rel="stylesheet" href="../assets/main.css"><script type="module" src="../assets/main.js"></script><link rel="alternate" href="../toys.html"><a href="toys.html">t</a><script src="https://toys.example/x.js"></script><img src="data:,">';
    expect(partsOfPage(html, 'en/screen.html')).toEqual(['mark.svg', 'assets/main.css', 'assets/main.js']);
  });
});

describe('the list at the site’s root', () => {
  const site = (changes: Readonly<Record<string, string>> = {}): string => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'toys-'));
    onTestFinished(() => { fs.rmSync(folder, { recursive: true }); });
    const files = { 'screen.html': '<meta name="atlas-release" content="2002-03-04-0a1b2c3d"><script src="./assets/main.js"></script>', 'en/screen.html': 'toys', 'mark.svg': '<svg/>', 'assets/main.css': '', 'assets/main.js': 'm', 'assets/shared.js': 's', 'assets/wall.css': 'w', 'assets/wall.js': 'wall', 'assets/words.js': 'words', ...changes };
    // Written in another order each time.
    for (const [file, content] of Object.entries(files).sort(() => (Object.keys(changes).length > 0 ? -1 : 1))) {
      fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      fs.writeFileSync(path.join(folder, file), content);
    }
    return folder;
  };
  const listOf = (folder: string) => {
    const list = offlineList(folder, CHUNKS, '/toys/wall.ts');
    if (list === null) throw new Error('no list');
    return list;
  };

  test('holds every file once, in the order of their paths, and the page’s release', () => {
    const list = listOf(site());
    const paths = list.files.map((file) => file.path);
    expect(paths).toEqual([...new Set(paths)].sort());
    expect(paths).toContain('en/screen.html');
    expect(paths).toHaveLength(9);
    expect(list.release).toBe('2002-03-04-0a1b2c3d');
    expect(readBuildList(JSON.parse(listFileText(list)))).toEqual(list);
  });

  test('is the same text for the same files, and has another name when one of them changes', () => {
    const text = listFileText(listOf(site()));
    expect(listFileText(listOf(site()))).toBe(text);
    expect(listOf(site({ 'assets/words.js': 'other' })).build).not.toBe(listOf(site()).build);
  });

  test('there is none for a site without a wall', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'toys-'));
    onTestFinished(() => { fs.rmSync(folder, { recursive: true }); });
    expect(offlineList(folder, CHUNKS, '/toys/wall.ts')).toBeNull();
  });
});
