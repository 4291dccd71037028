import type { Alias, Region, RegionId } from '../model/region.ts';

export type ResolvedRegion =
  | { readonly kind: 'found'; readonly regionId: RegionId }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly RegionId[] };

export interface RegionIndex {
  readonly ids: ReadonlySet<RegionId>;
  /** Every spelling, written one way, to the regions that it may mean. */
  readonly spellings: ReadonlyMap<string, ReadonlySet<RegionId>>;
}

/** One way of writing: no case, no accents, no spaces or punctuation, no full-width letters. */
const written = (text: string): string =>
  text.normalize('NFKD').replace(/\p{Mn}/gu, '').toLowerCase().replace(/[\s\p{P}]/gu, '');

/** An index of ids, codes, names and short names, and of the customary spellings in aliases.csv. */
export function regionIndex(regions: readonly Region[], aliases: readonly Alias[]): RegionIndex {
  const spellings = new Map<string, Set<RegionId>>();
  const add = (spelling: string | undefined, regionId: RegionId): void => {
    const key = written(spelling ?? '');
    if (key === '') return;
    const ids = spellings.get(key) ?? new Set();
    ids.add(regionId);
    spellings.set(key, ids);
  };
  for (const { id, name, short, iso3 } of regions) for (const spelling of [id, iso3, name.zh, name.en, short.zh, short.en]) add(spelling, id);
  for (const { alias, regionId } of aliases) add(alias, regionId);
  return { ids: new Set(regions.map(({ id }) => id)), spellings };
}

/** The region that a spelling means. An id means itself; a spelling that may mean two is never guessed. */
export function resolveRegion(spelling: string, index: RegionIndex): ResolvedRegion {
  if (index.ids.has(spelling)) return { kind: 'found', regionId: spelling };
  const [regionId, ...others] = index.spellings.get(written(spelling)) ?? [];
  if (regionId === undefined) return { kind: 'unknown' };
  return others.length === 0 ? { kind: 'found', regionId } : { kind: 'ambiguous', candidates: [regionId, ...others].sort() };
}
