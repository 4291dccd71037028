import { figuresZh } from './figures.zh.ts';
import { groupCell, groupOfPlace } from './groupNames.ts';

const group = (rank: number, n: number): string => groupOfPlace(rank, n).zh;
const { sentences } = figuresZh;

/** The words of figures in a copy that tells no places: groups in their stead, and nobody is named as first or last. */
export const figureGroupsZh: typeof figuresZh = {
  ...figuresZh,
  standings: 'groups',
  rank: '组别',
  rankOf: group,
  rankCell: (rank, n) => groupCell(rank, n).zh,
  rankShort: group,
  rankOpen: '组别未定',
  fullRanking: '全部数值与说明',
  ourRanks: '组别由本站按公布值划分，并列者同组；组内按区划代码',
  doubtNote: (names) => `虚线框：${names}的数值存疑`,
  compare: {
    ...figuresZh.compare,
    rankOf: (rank, n) => `由升到降${group(rank, n)}`,
    barTitle: '变化，按组',
    barTop: (count) => `变化，按组，列出${count}个`,
    barsUnranked: '没有数值、不分组的',
    barRanks: '组别由本站按两期公布值之差划分，并列者同组；组内按区划代码',
  },
  sentences: {
    ...sentences,
    lead: { best: (when) => when, lowest: (when) => when, highest: (when) => when, most: (when) => when },
    leadOpen: (when) => when,
    lowestOpen: (when) => when,
    mostOpen: (when) => when,
    chosenPlace: group,
    placeOpen: (name) => `有只知上下限的数值，${name}的组别无从断定。`,
    differentCoverage: (from, n, to, m) => `${from}${n}个有数值，${to}${m}个；两个分组的总数不同。`,
    largestRise: () => '',
    largestFall: () => '',
    computedPlaces: '组别由本站按公布值划分，并列者同组；不是发布方的名次。',
    spread: (when, low, _lowName, high) => `${when}从${low}到${high}`,
    worldPlace: group,
    worldBefore: (when, rank, n) => `${when}${group(rank, n)}`,
    peer: (name, rank, n) => `${name}${group(rank, n)}`,
    editionsDiffer: '各版的问卷、指标和参评国家数不同，组别不同不等于服务不同。',
  },
  world: { ...figuresZh.world, paths: '历版组别' },
};
