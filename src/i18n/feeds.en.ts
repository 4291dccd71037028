import type { feedsZh } from './feeds.zh.ts';
import { ordinal } from './rankings.en.ts';

const figures = (n: number): string => `${n} figure${n === 1 ? '' : 's'}`;
const regions = (n: number): string => `${n} region${n === 1 ? '' : 's'}`;
const tables = (n: number): string => `${n} table${n === 1 ? '' : 's'}`;

export const feedsEn: typeof feedsZh = {
  site: 'Changes of the data',
  indicator: (name) => `${name}: changes of the data`,
  region: (name) => `${name}: changes of the data`,
  subtitle: 'Which published figures each release added, corrected or withdrew, and why.',
  subscribe: 'Subscribe',
  atom: 'Atom',
  json: 'JSON Feed',
  feedOf: (what, kind) => `Subscribe to ${what} (${kind})`,

  entryTitle: (date, what) => `Release of ${date}: ${what}`,
  nothing: 'no figure of any table changed',
  firstTitle: (n) => `${n} figures published for the first time`,
  counts: (added, changed, withdrawn) => [...(added > 0 ? [`${figures(added)} added`] : []), ...(changed > 0 ? [`${figures(changed)} corrected`] : []), ...(withdrawn > 0 ? [`${figures(withdrawn)} withdrawn`] : [])].join(', '),
  tableLine: (name, counts) => `${name}: ${counts}.`,
  reason: (text) => `Reason: ${text}`,
  cell: (which, was, is) => `${which}: ${was} → ${is}`,
  more: (n) => `${n} more are in the record.`,
  unlisted: (name, n) => `${name}: ${figures(n)} changed, not listed one by one.`,
  placesMoved: (name, n) => `${name}: the places of ${regions(n)} moved.`,
  placesNew: (name, was, is, n) => `${name}: the latest places are of ${is}, not ${was}; ${regions(n)} have a place or another one.`,
  place: (name, was, is) => `${name}: ${was} → ${is}`,
  classesMoved: (name, period, n) => `${name} (${period}): ${regions(n)} moved to another class of the map.`,
  class: (name, was, is) => `${name}: class ${was} → class ${is}`,
  takeaway: (was, is) => `Said before: “${was}” Says now: “${is}”`,

  movedTitle: 'What moved with them',
  movedPlaces: 'Places',
  movedClasses: 'Classes of the map',
  movedTakeaways: 'Takeaways',
  movedCaption: 'Places and classes are worked out from the figures of both releases, by the method of today',
  columns: { table: 'Table', what: 'Which', was: 'Was', is: 'Is' },
  rank: (rank, isTied) => `${isTied ? 'tied ' : ''}${ordinal(rank)}`,
  chainTitle: 'A change to this log shows',
  chain: 'Each record holds the SHA-256 of the file of the record before; that of the last one stands in data/releases/chain.txt. With any of them altered, dropped or put elsewhere the site is not built, and the file is named. Note this value, and you can check it yourself later:',
  verify: 'Verify a file or a hash',

  corrections: {
    title: 'Corrections',
    none: 'No published figure has been corrected or withdrawn so far.',
    lead: (n) => `${figures(n)} of those published ${n === 1 ? 'has' : 'have'} been corrected or withdrawn. All are here, the latest first.`,
    shown: (n) => `The latest ${n} are listed here; the CSV has all.`,
    file: 'Corrections (CSV)',
    caption: 'Every figure that was corrected or withdrawn',
    columns: { date: 'Release', table: 'Table', cell: 'Which', was: 'Was', is: 'Is', reason: 'Reason' },
    unlisted: (n) => `${figures(n)}, not kept one by one`,
  },

  calendar: {
    title: 'When new data are expected',
    lead: 'Worked out from the past intervals of each table, and how long after its end the latest period came out; no publisher has promised any of it. To the month or the year, never to the day.',
    file: 'Calendar (ICS)',
    caption: 'The earliest first',
    columns: { due: 'Expected', dataset: 'Dataset', tables: 'Tables', every: 'Interval', evidence: 'Evidence' },
    overdue: 'overdue',
    overdueAt: (date) => ` “Overdue” is by the day on which the data were read, ${date}.`,
    tables,
    none: 'There is evidence for no table’s interval, so nothing is worked out.',
    unknown: (n) => `${tables(n)} more ${n === 1 ? 'comes' : 'come'} at no fixed interval, or there is no evidence to go by.`,
    spacing: 'its periods are evenly spaced',
    summary: (dataset, n) => `Expected: ${dataset} (${tables(n)})`,
    summaryOverdue: (dataset, n) => `Expected earlier: ${dataset} (${tables(n)})`,
    description: (every, names) => `Worked out from past intervals (${every}); no promise of the publisher. Tables: ${names}.`,
    name: 'E-Gov Atlas: expected data',
  },
};

/** For a copy that tells no places. */
export const feedsGroupsEn: typeof feedsZh = {
  ...feedsEn,
  placesMoved: (name, n) => `${name}: ${regions(n)} moved to another group.`,
  placesNew: (name, was, is, n) => `${name}: the latest groups are of ${is}, not ${was}; ${regions(n)} have a group or another one.`,
  movedPlaces: 'Groups',
  movedCaption: 'Groups and classes are worked out from the figures of both releases, by the method of today',
};
