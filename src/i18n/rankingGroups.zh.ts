import { groupCell, groupOfPlace } from './groupNames.ts';
import { rankingsZh } from './rankings.zh.ts';

const group = (rank: number, n: number): string => groupOfPlace(rank, n).zh;
const { table, peers } = rankingsZh;

/** The words of the rankings in a copy that tells no places. */
export const rankingGroupsZh: typeof rankingsZh = {
  ...rankingsZh,
  nav: '分组',
  rooms: '分组与对比',
  table: {
    ...table,
    crumb: '分组',
    description: '各地区在一项指标上的组别、与另一期相比的升降、与中位数和全国的距离。',
    sorts: { ...table.sorts, rank: '按组别' },
    heads: { ...table.heads, rank: '组别', change: '组别变化', place: '组内组别' },
    tableName: (name, when) => `${name}分组，${when}`,
    unranked: '不分组的',
    changes: { ...table.changes, up: (by) => `升${by}组`, down: (by) => `降${by}组`, same: '同组' },
    outside: (when, rank, n) => `${when}${group(rank, n)}`,
    placeIn: (rank, n) => groupCell(rank, n).zh,
    refused: (from, to, reason) => `${from}与${to}的组别不能相比：${reason}`,
    reasonBands: '只公布了档次，没有数值。',
    reasonForecast: '其中有预测，预测不入组别变化。',
    computed: '组别由本站按公布值划分：有数值的按先后分四份，数值相同者同组，不足八个的分两份，不足四个的不分；组内按区划代码列出，不分先后。',
    groupPlace: '组内组别：全国为四大地区，各国为所在洲；选了收入组时为该收入组。',
    headline: { ...table.headline, leadsNone: (when) => `${when}分组` },
    card: {
      ...table.card,
      place: group,
      open: '有数值只知上下限，组别未定',
      inGroup: (name, n, rank) => `${name}${n}个中${group(rank, n)}`,
      before: (when, rank, word, n) => `${when}${group(rank, n)}，${word}`,
      isNew: (when) => `${when}没有数值，本期新列入`,
      absent: (kind) => `没有数值：${kind}；不入分组，也不是0。`,
    },
    links: '其他指标的说明与全部数值',
    linksNote: '没有脚本也能看：每个指标的页里有全部数值。',
  },
  peers: {
    ...peers,
    unpicked: '选一个省份，看谁与它相近，它在其中属于哪一组。',
    placeColumn: '同伴中的组别',
    nationalColumn: '全部中的组别',
    place: (rank, n) => groupCell(rank, n).zh,
    places: (when, indicator, among, all) => `${when}${indicator}，组内${among.n}个中${group(among.rank, among.n)}，全国${all.n}个中${group(all.rank, all.n)}`,
    placeOfAll: (when, indicator, all) => `${when}${indicator}，全国${all.n}个中${group(all.rank, all.n)}`,
    noValue: (when, name, indicator) => `${name}${when}没有${indicator}的数值，不入分组`,
    open: (when, indicator) => `${when}${indicator}的组别未定`,
    openWhy: '有数值只知上下限，组别未定。',
    without: (names, when, indicator) => `${names}${when}没有${indicator}的数值，不入分组。`,
    mostFirst: '这个指标的多少本身不分好坏，组别由多到少。',
  },
};
