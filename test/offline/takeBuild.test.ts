import { describe, expect, test } from 'vitest';
import type { BuildList } from '../../src/offline/buildList.ts';
import { takeBuild, type Taking } from '../../src/offline/takeBuild.ts';
import { sha256, TOY_FILES, toyList } from './toyBuild.ts';

const MIME: Readonly<Record<string, string>> = { html: 'text/html; charset=utf-8', js: 'text/javascript', svg: 'image/svg+xml' };
const sent = (path: string, content: string, init: ResponseInit = {}): Response => new Response(content, { ...init, headers: { 'content-type': MIME[path.split('.').pop() ?? ''] ?? '', 'content-encoding': 'identity', ...init.headers } });

interface ToyHost {
  readonly taking: Taking;
  readonly stored: Map<string, Response>;
  readonly asked: string[];
}

/** A host that serves the toy files, with some of its answers changed. */
function toyHost(changed: Readonly<Record<string, () => Promise<Response> | Response>> = {}, kept: Readonly<Record<string, string>> = {}): ToyHost {
  const stored = new Map<string, Response>();
  const asked: string[] = [];
  return {
    stored,
    asked,
    taking: {
      async fetch(path) {
        asked.push(path);
        const answer = changed[path];
        return answer ? answer() : sent(path, TOY_FILES[path] ?? '');
      },
      async kept({ path }) {
        const content = kept[path];
        return content === undefined ? null : sent(path, content);
      },
      async store(path, response) {
        stored.set(path, response);
      },
      sha256: async (bytes) => sha256(ArrayBuffer.isView(bytes) ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : new Uint8Array(bytes)),
    },
  };
}

const JS = 'assets/toys.js';

describe('a build that is fetched', () => {
  test('is stored whole, as the list says, and opened without its packing', async () => {
    const { taking, stored } = toyHost();
    await takeBuild(toyList(), taking);
    expect([...stored.keys()].sort()).toEqual(Object.keys(TOY_FILES).sort());
    const page = stored.get('screen.html');
    expect(await page?.text()).toBe(TOY_FILES['screen.html']);
    expect(page?.headers.get('content-type')).toBe(MIME['html']);
    expect(page?.headers.has('content-encoding')).toBe(false);
  });

  test.each<[string, () => Promise<Response> | Response, object]>([
    ['cut short', () => sent(JS, 'toys('), { reason: 'length', path: JS }],
    ['another file of the same length', () => sent(JS, 'boys()'), { reason: 'hash', path: JS }],
    ['a page in place of a script', () => sent('x.html', 'toys()'), { reason: 'type', path: JS }],
    ['an error of the host', () => sent(JS, 'toys()', { status: 503 }), { reason: 'status', path: JS }],
    ['part of the file', () => sent(JS, 'toys()', { status: 206 }), { reason: 'status', path: JS }],
    ['no answer', () => Promise.reject(new TypeError('network')), { reason: 'network', path: JS }],
    ['a broken line', () => new Response(new ReadableStream({ pull: (line) => { line.error(new TypeError('cut')); } }), { headers: { 'content-type': 'text/javascript' } }), { reason: 'network', path: JS }],
  ])('is refused: %s', async (_, answer, refusal) => {
    const { taking, stored } = toyHost({ [JS]: answer });
    await expect(takeBuild(toyList(), taking)).rejects.toMatchObject(refusal);
    expect(stored.has(JS)).toBe(false);
  });

  test.each<[string, (list: BuildList) => BuildList]>([
    ['its name belongs to another list', (list) => ({ ...list, build: '0123456789ab' })],
    ['a hash was changed and the name was not', (list) => ({ ...list, files: list.files.map((file) => ({ ...file, sha256: sha256('boys()') })) })],
    ['a file was left out and the name was not changed', (list) => ({ ...list, files: list.files.slice(1) })],
  ])('is refused before anything is fetched: %s', async (_, change) => {
    const { taking, asked } = toyHost();
    await expect(takeBuild(change(toyList()), taking)).rejects.toMatchObject({ reason: 'list' });
    expect(asked).toEqual([]);
  });

  test('is refused when the disk is full', async () => {
    const { taking } = toyHost();
    const full: Taking = { ...taking, store: () => Promise.reject(new DOMException('full', 'QuotaExceededError')) };
    await expect(takeBuild(toyList(), full)).rejects.toMatchObject({ reason: 'storage' });
  });

  test('takes what is here already, and fetches again what was spoilt', async () => {
    const { taking, asked, stored } = toyHost({}, { ...TOY_FILES, [JS]: 'boys()' });
    await takeBuild(toyList(), taking);
    expect(asked).toEqual([JS]);
    expect(await stored.get(JS)?.text()).toBe('toys()');
  });
});
