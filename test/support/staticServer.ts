import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import zlib from 'node:zlib';

export interface StaticServerWish {
  /** Folder that is served. */
  readonly root: string;
  /** Looked into for what the first folder does not hold: the drafts, which are in no release. */
  readonly also?: string;
  /** “/” or “/a/b/”: where it hangs; anything outside is not there. */
  readonly subPath?: string;
  /** Answers a folder with its index.html; off, because not every host does. */
  readonly hasDirectoryIndex?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  /** Brotli for those who accept it; on. */
  readonly compresses?: boolean;
  /** How long browsers may keep a file; nothing without asking again, when not said. */
  readonly cacheControl?: string;
}

/** What a failing address does: answer with a status, or break off without a word. */
export type Failure = number | 'breakOff';

export interface StaticServer {
  /** “http://127.0.0.1:41234/a/b/” */
  readonly address: string;
  /** Every request so far, path and query, in order. */
  readonly requests: readonly { readonly path: string; readonly status: number }[];
  /** From now on these addresses fail; `undefined` heals. */
  fail(rule: ((path: string) => Failure | undefined) | undefined): void;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
};

/** Bodies for those who take Brotli: all pages of a test file ask for the same scripts, styles and data again. */
const squeezed = new Map<string, Buffer>();
function brotli(file: string, plain: Buffer): Buffer {
  const { mtimeMs } = fs.statSync(file);
  const key = `${file} ${plain.length} ${mtimeMs}`;
  const known = squeezed.get(key);
  if (known !== undefined) return known;
  const body = zlib.brotliCompressSync(plain, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 5 } });
  squeezed.set(key, body);
  return body;
}

/** As plain a host as there is: files only, no rewrites, on a free port of this machine alone. */
export async function staticServer(wish: StaticServerWish): Promise<StaticServer> {
  const { subPath = '/', hasDirectoryIndex = false, headers = {}, compresses = true, cacheControl = 'no-cache' } = wish;
  const folders = [wish.root, ...(wish.also === undefined ? [] : [wish.also])].map((folder) => path.resolve(folder));
  const requests: { path: string; status: number }[] = [];
  let failure: ((path: string) => Failure | undefined) | undefined;

  /** The file for an address, or undefined: outside the sub-path, outside the folder, a folder, or not there. */
  function fileFor(pathname: string): string | undefined {
    if (!pathname.startsWith(subPath)) return undefined;
    let relative: string;
    try {
      relative = decodeURIComponent(pathname.slice(subPath.length));
    } catch {
      return undefined; // not an encoded address, so there is no such file
    }
    const isFolder = pathname.endsWith('/');
    if (isFolder && !hasDirectoryIndex) return undefined;
    for (const folder of folders) {
      const wanted = path.join(folder, relative);
      if (wanted !== folder && !wanted.startsWith(folder + path.sep)) continue;
      const file = isFolder ? path.join(wanted, 'index.html') : wanted;
      if (fs.statSync(file, { throwIfNoEntry: false })?.isFile() === true) return file;
    }
    return undefined;
  }

  const server = http.createServer((request, response) => {
    const asked = request.url ?? '/';
    const answer = (status: number, body: Buffer, more: Readonly<Record<string, string>>) => {
      requests.push({ path: asked, status });
      response.writeHead(status, { ...headers, ...more, 'content-length': String(body.length) });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    const failing = failure?.(asked);
    if (failing === 'breakOff') {
      requests.push({ path: asked, status: 0 });
      request.socket.destroy();
      return;
    }
    const file = failing === undefined ? fileFor(new URL(asked, 'http://localhost').pathname) : undefined;
    if (file === undefined) {
      answer(failing ?? 404, Buffer.from('not found'), { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
      return;
    }
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
    const plain = fs.readFileSync(file);
    const more: Record<string, string> = { 'content-type': type, 'cache-control': cacheControl };
    const isText = /^text|json|xml|svg/.test(type);
    if (compresses && isText && /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''))) {
      answer(200, brotli(file, plain), { ...more, 'content-encoding': 'br', vary: 'accept-encoding' });
    } else {
      answer(200, plain, more);
    }
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The test server has no port.');
  return {
    address: `http://127.0.0.1:${bound.port}${subPath}`,
    requests,
    fail(rule) {
      failure = rule;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
