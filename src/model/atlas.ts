import type { Announcement, Connection, Network } from './coverage.ts';
import type { Claim } from './claim.ts';
import type { Dataset } from './dataset.ts';
import type { Explained } from './doubt.ts';
import type { Indicator, IndicatorTable } from './indicator.ts';
import type { LanguageName } from './language.ts';
import type { Alias, Region, RegionSet } from './region.ts';
import type { Resource } from './resource.ts';
import type { Synonym } from './synonym.ts';
import type { GovSystem } from './system.ts';
import type { Playlist } from './playlist.ts';
import type { SiteSettings } from './site.ts';

/** A file below `data/` as it is published. */
export interface PublishedFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** All that is in `data/`, read and joined. */
export interface Atlas {
  readonly site: SiteSettings;
  readonly regions: readonly Region[];
  readonly aliases: readonly Alias[];
  /** In the order of their ids. */
  readonly groups: readonly RegionSet[];
  /** Beside Chinese and English, in the order of their tags. */
  readonly languages: readonly LanguageName[];
  readonly indicators: readonly Indicator[];
  /** One an indicator, of its latest edition. */
  readonly tables: readonly IndicatorTable[];
  /** Of earlier editions: published as files, drawn no more. */
  readonly earlier: readonly IndicatorTable[];
  readonly datasets: readonly Dataset[];
  readonly resources: readonly Resource[];
  /** Reasons for figures that the checks doubt. */
  readonly explained: readonly Explained[];
  readonly claims: readonly Claim[];
  readonly systems: readonly GovSystem[];
  readonly synonyms: readonly Synonym[];
  readonly networks: readonly Network[];
  readonly connections: readonly Connection[];
  readonly announcements: readonly Announcement[];
  /** In their order: the first is shown when none is asked for. */
  readonly playlists: readonly Playlist[];
  readonly files: readonly PublishedFile[];
}
