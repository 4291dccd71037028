import { groupCell, groupOfPlace } from './groupNames.ts';
import { rankingsEn } from './rankings.en.ts';
import type { rankingsZh } from './rankings.zh.ts';

const group = (rank: number, n: number): string => groupOfPlace(rank, n).en;
const { table, peers } = rankingsEn;

/** The words of the rankings in a copy that tells no places. */
export const rankingGroupsEn: typeof rankingsZh = {
  ...rankingsEn,
  nav: 'Groups',
  rooms: 'Groups and comparison',
  table: {
    ...table,
    crumb: 'Groups',
    description: 'In which group each region stands on an indicator, how that changed since another period, and how far it is from the median and the national figure.',
    sorts: { ...table.sorts, rank: 'By group' },
    heads: { ...table.heads, rank: 'Group', change: 'Change of group', place: 'Among its own' },
    tableName: (name, when) => `${name}, groups of ${when}`,
    unranked: 'In no group',
    changes: { ...table.changes, up: (by) => `up ${by}`, down: (by) => `down ${by}`, same: 'same group' },
    outside: (when, rank, n) => `${group(rank, n)} in ${when}`,
    placeIn: (rank, n) => groupCell(rank, n).en,
    refused: (from, to, reason) => `Groups of ${from} and ${to} cannot be compared: ${reason}`,
    reasonBands: 'only bands were published, no values.',
    reasonForecast: 'one of them is a forecast, and forecasts enter no change of group.',
    computed: 'Groups are formed here from the published values: those with a value make four parts, equal values share one; fewer than eight make two, fewer than four none. Within a group the order is by code and means nothing.',
    groupPlace: 'Among its own: the four statistical regions for provinces, the continent for countries, or the income group when one is chosen.',
    headline: { ...table.headline, leadsNone: (when) => `Groups of ${when}` },
    card: {
      ...table.card,
      place: group,
      open: 'some values are bounds, so its group is open',
      inGroup: (name, n, rank) => `${group(rank, n)} of ${n} in ${name}`,
      before: (when, rank, word, n) => `${group(rank, n)} in ${when}, ${word}`,
      isNew: (when) => `no value in ${when}, new in this period`,
      absent: (kind) => `no figure: ${kind}; in no group, and not 0.`,
    },
    links: 'Definitions and all values of the other indicators',
    linksNote: 'Readable without a script: the page of each indicator holds its whole table.',
  },
  peers: {
    ...peers,
    unpicked: 'Choose a province to see which are like it and in which group among them it stands.',
    placeColumn: 'Group among peers',
    nationalColumn: 'Group of all',
    place: (rank, n) => groupCell(rank, n).en,
    places: (when, indicator, among, all) => `${indicator} in ${when}: ${group(among.rank, among.n)} of ${among.n} in its group, ${group(all.rank, all.n)} of ${all.n} nationally`,
    placeOfAll: (when, indicator, all) => `${indicator} in ${when}: ${group(all.rank, all.n)} of ${all.n} nationally`,
    noValue: (when, name, indicator) => `${name} has no figure for ${indicator} in ${when} and is in no group`,
    open: (when, indicator) => `its group in ${indicator} in ${when} is open`,
    openWhy: 'Some values are bounds, so the group is open.',
    without: (names, when, indicator) => `No figure of ${when} for ${indicator}, so in no group: ${names}.`,
    mostFirst: 'In this indicator neither more nor less is better; groups count from the largest.',
  },
};
