import { createHash } from 'node:crypto';
import type { BuildList } from '../../src/offline/buildList.ts';
import { buildList } from '../../src/prerender/offline.ts';

export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** Three toy files. */
export const TOY_FILES: Readonly<Record<string, string>> = { 'screen.html': '<p>toys</p>', 'assets/toys.js': 'toys()', 'mark.svg': '<svg/>' };

export const listed = (files: Readonly<Record<string, string>>) => Object.entries(files).map(([path, content]) => ({ path, bytes: Buffer.byteLength(content), sha256: sha256(content) }));

export const toyList = (files = TOY_FILES, release = '2002-03-04-0a1b2c3d'): BuildList => buildList(release, listed(files), 1000);
