import { changedSince } from './checkFigures.ts';
import type { KnownFile } from './finding.ts';
import { tablesAt } from './verifyIndex.ts';
import type { VerifyWorld } from './world.ts';

/** Signs of a hash in the name of a frozen page. */
const NAME_SIGNS = 8;

/**
 * Which published file a SHA-256 is of.
 *
 * @param sha256 Whole, or its beginning.
 */
export async function knownFiles(sha256: string, world: VerifyWorld): Promise<readonly KnownFile[]> {
  const { index } = world;
  const is = (other: string): boolean => other !== '' && other.startsWith(sha256);
  const found: KnownFile[] = [];
  const plain = { since: [], isNow: true } as const;
  if (world.single !== null && is(world.single)) found.push({ ...plain, kind: 'single', path: 'atlas.html', releases: [index.release] });
  for (const { id, record, pack } of index.releases) {
    if (is(record)) found.push({ ...plain, kind: 'record', path: `data/releases/${id}.json`, releases: [id] });
    if (pack && is(pack.sha256)) found.push({ ...plain, kind: 'store', path: `data/releases/${pack.name}`, releases: [id] });
  }
  const manifest = [...(await world.manifest())].filter(([own]) => is(own)).map(([, path]) => path);
  const tables = new Map<string, { readonly indicator: string; readonly path: string; readonly releases: string[] }>();
  for (const { id } of index.releases) {
    for (const { indicator, file, sha256: own } of tablesAt(index, id).values()) {
      if (!is(own)) continue;
      const path = `data/${file}`;
      const one = tables.get(`${path} ${own}`) ?? { indicator, path, releases: [] };
      one.releases.push(id);
      tables.set(`${path} ${own}`, one);
    }
  }
  for (const { indicator, path, releases } of tables.values()) {
    const isNow = manifest.includes(path);
    found.push({ kind: 'table', path, releases, isNow, since: isNow ? [] : await changedSince(world, indicator, releases[releases.length - 1] ?? '', null) });
  }
  for (const path of manifest) if (!found.some((one) => one.path === path)) found.push({ ...plain, kind: 'file', path, releases: [index.release] });
  // Records name thousands of frozen pages, and are asked last.
  if (found.length === 0 && sha256.length >= NAME_SIGNS) {
    const sign = sha256.slice(0, NAME_SIGNS);
    for (const { id } of index.releases) {
      for (const { file } of await world.frozen(id)) {
        if (!file.endsWith(`.${sign}.html`)) continue;
        const path = `embed/frozen/${file}`;
        const before = found.findIndex((one) => one.path === path);
        if (before < 0) found.push({ ...plain, kind: 'frozen', path, releases: [id] });
        else found[before] = { ...plain, kind: 'frozen', path, releases: [...(found[before]?.releases ?? []), id] };
      }
    }
  }
  return found;
}
