import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.json': 'application/json; charset=utf-8', '.csv': 'text/csv; charset=utf-8' };

/** The network of a hall: a server that can be cut off, slow, and careless with what it sends. Everything may be changed while it runs. */
export interface HallServer {
  /** “http://127.0.0.1:41234/a/b/” */
  readonly address: string;
  /** The folder that is served. */
  root: string;
  /** Nothing answers, as when the cable is out. */
  isCut: boolean;
  /** Before each answer. */
  delayMs: number;
  /** Of these files only the first half is sent, as if it were all. */
  halves: RegExp | null;
  /** Of these the line breaks in the middle. */
  breaks: RegExp | null;
  /** Paths below the site's root, in the order in which they were asked for. */
  readonly asked: string[];
  close(): Promise<void>;
}

const SUB_PATH = '/a/b/';

export async function hallServer(root: string): Promise<HallServer> {
  const asked: string[] = [];
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = decodeURIComponent(pathname.slice(SUB_PATH.length));
    if (hall.isCut) {
      request.socket.destroy();
      return;
    }
    asked.push(name);
    setTimeout(() => {
      const file = path.join(hall.root, name);
      if (hall.isCut || response.destroyed) {
        request.socket.destroy();
        return;
      }
      if (!pathname.startsWith(SUB_PATH) || fs.statSync(file, { throwIfNoEntry: false })?.isFile() !== true) {
        response.writeHead(404, { 'content-type': 'text/plain' });
        response.end('not found');
        return;
      }
      const whole = fs.readFileSync(file);
      const half = whole.subarray(0, whole.length / 2);
      const body = hall.halves?.test(name) === true ? half : whole;
      response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream', 'content-length': body.length, 'cache-control': 'no-cache', 'content-security-policy': "default-src 'self'", date: new Date().toUTCString() });
      if (hall.breaks?.test(name) === true) response.write(half, () => { request.socket.destroy(); });
      else response.end(body);
    }, hall.delayMs);
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = addressOf(server);
  const hall: HallServer = {
    address: `http://127.0.0.1:${port}${SUB_PATH}`,
    root,
    isCut: false,
    delayMs: 0,
    halves: null,
    breaks: null,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => { resolve(); });
        server.closeAllConnections();
      }),
  };
  return hall;
}

function addressOf(server: http.Server): AddressInfo {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The test server has no port.');
  return address;
}
