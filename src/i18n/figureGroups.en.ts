import { figuresEn } from './figures.en.ts';
import type { figuresZh } from './figures.zh.ts';
import { groupCell, groupOfPlace } from './groupNames.ts';

const group = (rank: number, n: number): string => groupOfPlace(rank, n).en;
const { sentences } = figuresEn;

/** The words of figures in a copy that tells no places. */
export const figureGroupsEn: typeof figuresZh = {
  ...figuresEn,
  standings: 'groups',
  rank: 'Group',
  rankOf: group,
  rankCell: (rank, n) => groupCell(rank, n).en,
  rankShort: group,
  rankOpen: 'group open',
  fullRanking: 'All values and notes',
  ourRanks: 'Groups are formed here from the published values, ties share a group; within one, by code',
  doubtNote: (names) => `Dashed outline: the value of ${names} is doubtful`,
  compare: {
    ...figuresEn.compare,
    rankOf: (rank, n) => `${group(rank, n)} from rise to fall`,
    barTitle: 'Changes, by group',
    barTop: (count) => `Changes, by group, ${count} of them`,
    barsUnranked: 'Without a value, in no group',
    barRanks: 'Groups are formed here from the difference of the two published values, ties share a group; within one, by code',
  },
  sentences: {
    ...sentences,
    lead: { best: (when) => when, lowest: (when) => when, highest: (when) => when, most: (when) => when },
    leadOpen: (when) => when,
    lowestOpen: (when) => when,
    mostOpen: (when) => when,
    chosenPlace: group,
    placeOpen: (name) => `Some figures are known as bounds only, so the group of ${name} cannot be settled.`,
    differentCoverage: (from, n, to, m) => `${n} have a value ${from} and ${m} ${to}; the groups are out of different totals.`,
    largestRise: () => '',
    largestFall: () => '',
    computedPlaces: 'Groups are formed here from the published values, ties share a group; they are not the publisher’s ranks.',
    spread: (when, low, _lowName, high) => `Figures ${when} run from ${low} to ${high}`,
    worldPlace: group,
    worldBefore: (when, rank, n) => `${group(rank, n)} ${when}`,
    peer: (name, rank, n) => `${name} ${group(rank, n)}`,
    peers: (parts) => `peers by group: ${parts}`,
    editionsDiffer: 'Editions differ in questionnaire, indicators and number of countries; a difference in group is not a difference in service.',
  },
  world: { ...figuresEn.world, paths: 'Group by edition', ranked: 'Countries with a value' },
};
