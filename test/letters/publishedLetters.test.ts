import fs from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fontLetters } from '../../src/letters/fontLetters.ts';
import { fetchLetters } from '../../src/letters/fetchLetters.ts';
import { measure } from '../../src/letters/letters.ts';
import { charactersOf, letterFiles } from '../../src/prerender/letters.ts';

afterEach(() => vi.unstubAllGlobals());

/** A site of these files; tells what was asked of it. */
function serve(root: string, files: readonly { readonly path: string; readonly content: Uint8Array | string }[]): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (address: string) => {
    const path = address.slice(root.length);
    asked.push(path);
    const found = files.find((file) => file.path === path);
    return Promise.resolve(found ? new Response(String(found.content)) : new Response('', { status: 404 }));
  });
  return asked;
}

describe('outlines for the browser', () => {
  test('characters are counted by texts, scripts left out and data in a page kept', () => {
    const counts = charactersOf(['甲甲乙<script>丙</script>', '甲<script type="application/json">{"丁":1}</script>']);
    expect(['甲', '乙', '丙', '丁'].map((char) => counts.get(char))).toEqual([2, 1, undefined, 1]);
  });

  test('only the files are fetched that a text needs, each once', async () => {
    const many = [...new Set(fs.readFileSync('src/i18n/pages.zh.ts', 'utf8').match(/[\u4e00-\u9fff]/g) ?? [])].join('');
    expect(many.length).toBeGreaterThan(300);
    const { files, lacking } = await letterFiles(fontLetters(), charactersOf([many, '政务数图']));
    expect(lacking).toEqual([]);
    const root = 'https://atlas.example/';
    const asked = serve(root, files);
    const letters = await fetchLetters(root, { text: '政务数图 2024' });
    expect(measure(letters, '政务数图', 'text', 10)).toBe(40);
    expect(letters.glyph('政', 'strong')).toBeUndefined();
    const slices = asked.filter((path) => !path.endsWith('index.json'));
    expect(slices.every((path) => path.startsWith('data/letters/text-'))).toBe(true);
    expect(slices.length).toBeLessThan(3);
    await fetchLetters(root, { text: '政务数图' });
    expect(asked).toHaveLength(slices.length + 1);
    // Names change with what is in the files: a browser may keep them for ever.
    expect(slices.every((path) => /-[\da-f]{8}\.json$/.test(path))).toBe(true);
  });

  test('a character in no file is not known, and its caller keeps it as text', async () => {
    const { files } = await letterFiles(fontLetters(), charactersOf(['政']));
    serve('https://other.example/', files);
    const letters = await fetchLetters('https://other.example/', { text: '政☃' });
    expect(letters.glyph('☃', 'text')).toBeUndefined();
  });

  test('what could not be fetched is told, and asked for again', async () => {
    const root = 'https://third.example/';
    serve(root, []);
    await expect(fetchLetters(root, { text: '政' })).rejects.toThrow('404');
    const { files } = await letterFiles(fontLetters(), charactersOf(['政']));
    serve(root, files);
    await expect(fetchLetters(root, { text: '政' })).resolves.toBeDefined();
  });
});
