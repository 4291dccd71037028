import type { Atlas } from '../../../src/model/atlas.ts';
import type { Claim } from '../../../src/model/claim.ts';
import type { Indicator, IndicatorTable } from '../../../src/model/indicator.ts';
import type { Observation } from '../../../src/model/observation.ts';
import type { Playlist, Scene } from '../../../src/model/playlist.ts';
import type { Standings } from '../../../src/model/site.ts';
import type { Lang } from '../../../src/model/text.ts';
import { pageContext } from '../../../src/prerender/pageContext.ts';
import type { SceneContext } from '../../../src/view/wall/sceneParts.ts';
import { toyObservation, toyProvinceIds, toyRegions, toySources, toyTable } from '../../support/toys.ts';

/** A province by its number: 1 … 31. */
export const province = (number: number): string => toyProvinceIds[number - 1] ?? '';

/** The provinces from the first on have these values in a period. */
export const inOrder = (values: readonly number[], period = '2001', changes: Parameters<typeof toyObservation>[1] = {}): readonly Observation[] =>
  values.map((value, index) => toyObservation(value, { ...changes, regionId: province(index + 1), period }));

/** 31 falling values: the first province has most. */
export const falling = Array.from({ length: 31 }, (_, index) => 100 - index);

export const toys = (id: string, observations: readonly Observation[], changes: Partial<Indicator> = {}): IndicatorTable => toyTable(observations, { id, ...changes });

/** A line of the nation. */
export const national = (id: string, values: readonly (readonly [period: string, value: number, changes?: Parameters<typeof toyObservation>[1]])[], changes: Partial<Indicator> = {}): IndicatorTable =>
  toys(id, values.map(([period, value, own = {}]) => toyObservation(value, { regionId: '100000', period, ...own })), { expected: 'nation', ...changes });

export const toyClaim = (changes: Partial<Claim> = {}): Claim => ({
  id: 'many-toys', theme: 'base', label: { zh: '玩具数', en: 'Toys' }, value: '7', precision: 'lowerBound', unit: { zh: '个', en: 'toys' }, period: '2001', speaker: '玩家 / a player', forum: 'fuzhou',
  paraphrase: { zh: '玩具超过七个', en: 'More than seven toys' }, verdict: 'plausible', verdictSources: [], indicators: [], ...changes,
});

interface Wish {
  readonly tables?: readonly IndicatorTable[];
  readonly claims?: readonly Claim[];
  readonly scenes?: readonly Scene[];
  readonly playlists?: readonly Playlist[];
  readonly standings?: Standings;
  readonly lang?: Lang;
}

export function toyContext({ tables = [], claims = [], scenes = [], playlists, standings = 'places', lang = 'zh' }: Wish): SceneContext {
  const site = { address: null, standings };
  const dataset = (id: string) => ({ id, title: { zh: '玩具', en: 'Toys' }, description: { zh: '玩具', en: 'Toys' }, edition: '2001', retrieved: '2002-03-04', licence: { name: 'toy', title: { zh: '玩具', en: 'Toy' }, redistributable: true }, sources: toySources });
  const atlas: Atlas = {
    site,
    regions: toyRegions,
    aliases: [],
    indicators: tables.map(({ indicator }) => indicator),
    tables,
    datasets: [dataset('toy/2001'), dataset('claims'), dataset('coverage'), dataset('systems')],
    resources: [],
    claims,
    systems: [],
    earlier: [],
    groups: [], languages: [],
    explained: [],
    synonyms: [],
    networks: [],
    connections: [],
    announcements: [],
    playlists: playlists ?? [{ id: 'toys', order: 1, name: { zh: '玩具', en: 'Toys' }, seconds: 20, scenes }],
    files: tables.map(({ file }) => ({ path: file, sha256: '', bytes: 0 })),
  };
  return { atlas, page: pageContext('screen.html', lang, { site }) };
}
