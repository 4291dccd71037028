import { comparisonGroupsEn } from './comparisonGroups.en.ts';
import { feedsGroupsEn } from './feeds.en.ts';
import { groupCell, groupOfPlace } from './groupNames.ts';
import { pagesEn } from './pages.en.ts';
import type { pagesZh } from './pages.zh.ts';
import { rankingGroupsEn } from './rankingGroups.en.ts';
import { thenGroupsEn } from './thenGroups.en.ts';

const group = (rank: number, n: number): string => groupOfPlace(rank, n).en;
const { about, home, indicator, regions } = pagesEn;
const { page } = regions;

/** The words of pages in a copy that tells no places. */
export const pageGroupsEn: typeof pagesZh = {
  ...pagesEn,
  rankings: rankingGroupsEn,
  comparison: comparisonGroupsEn,
  then: thenGroupsEn,
  feeds: feedsGroupsEn,
  home: { ...home, rankingTop: () => 'By group' },
  indicator: { ...indicator, ranking: 'By group', rankingOf: (period) => `By group, ${period}`, partial: (n, of) => `${n} of ${of} are on the published list`, componentRank: 'Groups of the components are formed here.' },
  regions: {
    ...regions,
    page: {
      ...page,
      nationIntro: (figures, count) => `Its figures in the survey of the United Nations, the latest of ${figures} national figures, and a page for each of ${count} province-level units and the Corps.`,
      headline: {
        ...page.headline,
        placed: (figure, rank, n) => `${figure}, ${group(rank, n)} of ${n}`,
        tied: (figure, _others, rank, n) => `${figure}, ${group(rank, n)} of ${n}`,
        unranked: (figure) => `${figure}, in no group`,
        notComparable: 'The years differ, so the groups cannot be compared with each other.',
        whyUnranked: 'Of what is in no group, neither more nor less is better.',
        notSurveyed: (name, n) => `${name} is outside the ${n} surveys and statistics of mainland provinces held here, so it is in no group; absent is not zero`,
        nothing: (name, n) => `None of the ${n} indicators by province held here has a value for ${name}; absent is not zero`,
      },
      placeOf: (rank, n) => groupCell(rank, n).en,
      placeInGroup: (rank, n) => groupCell(rank, n).en,
      classOf: () => '',
      rankNotes: { ...page.rankNotes, tied: '', open: 'group open', unranked: 'in no group' },
      groupTitle: (name, region, rank, n) => `${name}: ${group(rank, n)} of ${n} in the ${region}`,
      groupOpen: (name, region) => `The group of ${name} in the ${region} is open`,
      columns: { ...page.columns, rank: 'Group', group: 'Among its own' },
      rankingOf: (name) => `All values of ${name}`,
      unrankedNote: 'Rates of change of which neither more nor less is better are in no group.',
      countNote: 'Population, output, counts: groups count from the largest; neither more nor less is better.',
      ownRanking: 'All values by indicator',
      worldPartsNote: 'Groups of the components are formed here from the published values.',
    },
    list: { ...regions.list, description: '34 province-level units and the Xinjiang Corps, a page each: values, groups, trends, coverage, sources, and what is not there.' },
  },
  about: {
    ...about,
    paragraphs: about.paragraphs.map(([head = '', text = '']): [string, string] =>
      head === 'Ranking'
        ? ['Groups', 'Whoever publishes this copy does not rank: those with a value make four parts, equal values share one, and within a part the order is by code and means nothing. Tables that hold ranks alone are told as groups or lists and are not handed on.']
        : [head, text.replace('; published and computed places stand in separate columns', '').replace('enters no ranking', 'enters no group').replace(', never 0 and never last', ', never 0')],
    ),
  },
};
