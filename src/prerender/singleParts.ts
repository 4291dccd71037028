import { deflateRawSync } from 'node:zlib';
import type { PublishedFile } from './plugin.ts';
import type { SiteFacts } from './sitePages.ts';
import { sumOf, writeFiles, type Part } from '../single/pack.ts';

/** Each part as `single/pack.ts` unpacks it. */
export type SingleParts = Readonly<Record<Part, string>>;

/** Frozen pages and forwarding addresses are of no use without a site; and what can be made anew from the facts is. */
const isCarried = (path: string): boolean => /^(?:data|search)\/|^corrections\.csv$|^(?:en\/)?(?:calendar\.ics|feed\.(?:xml|json))$/.test(path) && !/^data\/(?:compare\.json|check\.json|manifest\.json|releases\/.*|.*-metadata\.json)$/.test(path);

/** Deflated, in base64, since an HTML file is text; before it the sum of what was deflated. */
export const packed = (bytes: Uint8Array): string => sumOf(bytes) + deflateRawSync(bytes, { level: 9, memLevel: 9 }).toString('base64');

/**
 * What `atlas.html` carries: the same facts, the same files, the same bytes.
 *
 * @param published Every file that a reader can take from the site.
 */
export function singleParts(facts: SiteFacts, published: readonly PublishedFile[]): SingleParts {
  const files = published
    .filter(({ path }) => isCarried(path))
    // Like beside like: tables of one publisher repeat each other.
    .sort((one, other) => (one.path < other.path ? -1 : 1))
    .map(({ path, content }) => [path, typeof content === 'string' ? Buffer.from(content) : content] as const);
  return { facts: packed(Buffer.from(JSON.stringify(facts))), files: packed(writeFiles(files)) };
}
