/** How standings are told: places (“3 of 31”), or quarter groups where a publisher must not rank. */
export const STANDINGS = ['places', 'groups'] as const;
export type Standings = (typeof STANDINGS)[number];

/** What a publisher sets for a copy of the site, in `data/site.json`; nothing has to be. */
export interface SiteSettings {
  /** Where the site stands, with a slash at the end: “https://atlas.example/”. Null: told by the browser alone. */
  readonly address: string | null;
  readonly standings: Standings;
}

export const SITE_FIRST: SiteSettings = { address: null, standings: 'places' };
