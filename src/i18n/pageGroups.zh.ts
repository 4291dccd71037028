import { comparisonGroupsZh } from './comparisonGroups.zh.ts';
import { feedsGroupsZh } from './feeds.zh.ts';
import { groupCell, groupOfPlace } from './groupNames.ts';
import { pagesZh } from './pages.zh.ts';
import { rankingGroupsZh } from './rankingGroups.zh.ts';
import { thenGroupsZh } from './thenGroups.zh.ts';

const group = (rank: number, n: number): string => groupOfPlace(rank, n).zh;
const { about, home, indicator, regions } = pagesZh;
const { page } = regions;

/** The words of pages in a copy that tells no places. */
export const pageGroupsZh: typeof pagesZh = {
  ...pagesZh,
  rankings: rankingGroupsZh,
  comparison: comparisonGroupsZh,
  then: thenGroupsZh,
  feeds: feedsGroupsZh,
  home: { ...home, rankingTop: () => '按组列出' },
  indicator: { ...indicator, ranking: '按组列出', rankingOf: (period) => `${period}，按组列出`, partial: (n, of) => `公布的名单上有${n}个，共${of}个单位`, componentRank: '分项组别由本站划分。' },
  regions: {
    ...regions,
    page: {
      ...page,
      nationIntro: (figures, count) => `联合国调查中的数值，${figures}项全国数字的最新一期，${count}个省级单位和兵团各自的一页。`,
      headline: {
        ...page.headline,
        placed: (figure, rank, n) => `${figure}，${n}个中${group(rank, n)}`,
        tied: (figure, _others, rank, n) => `${figure}，${n}个中${group(rank, n)}`,
        unranked: (figure) => `${figure}，不分组`,
        notComparable: '各项年份不同，组别不可互相比较。',
        whyUnranked: '不分组的一项，多少本身不分好坏。',
        notSurveyed: (name, n) => `${name}未纳入本站收录的${n}项内地分省调查和统计，因此不在组中；没有不等于零`,
        nothing: (name, n) => `本站的${n}项分省指标没有${name}的数值；没有不等于零`,
      },
      placeOf: (rank, n) => groupCell(rank, n).zh,
      placeInGroup: (rank, n) => groupCell(rank, n).zh,
      classOf: () => '',
      rankNotes: { ...page.rankNotes, tied: '', open: '组别未定', unranked: '不分组' },
      groupTitle: (name, region, rank, n) => `${name}在${region}${n}个中${group(rank, n)}`,
      groupOpen: (name, region) => `${name}在${region}的组别未定`,
      columns: { ...page.columns, rank: '组别', group: '组内组别' },
      rankingOf: (name) => `看${name}的全部数值`,
      unrankedNote: '变化率一类、多少不分好坏的指标不分组。',
      countNote: '人口、产值、个数等，组别由多到少，多少本身不分好坏。',
      ownRanking: '看各项数值',
      worldPartsNote: '分项组别由本站按公布值划分。',
    },
    list: { ...regions.list, description: '34个省级单位和新疆生产建设兵团，各有一页：数值、组别、走势、接入、来源，以及没有的是什么。' },
  },
  about: {
    ...about,
    paragraphs: about.paragraphs.map(([head = '', text = '']): [string, string] => (head === '排名' ? ['分组', '本站的发布者不排名：有数值的按先后分四份，数值相同者同组，组内按区划代码列出，不分先后；只公布了名次的表改写为组别或名单，原表不提供下载。'] : [head, head === '分开的线' ? '两家机构的市场规模是两条线；方法改变处断开。' : text.replace('不进排名、均值', '不进分组、均值').replace('，也不排在最后', '')])),
  },
};
