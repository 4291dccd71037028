import { comparisonZh } from './comparison.zh.ts';
import { groupOfPlace } from './groupNames.ts';

/** The words of the comparison in a copy that tells no places. */
export const comparisonGroupsZh: typeof comparisonZh = {
  ...comparisonZh,
  description: '两到六个地区的全部可比指标：走势、最近一期的数值与组别、按公布特征算出的距离。',
  place: (rank, n) => groupOfPlace(rank, n).zh,
  unranked: '不分组',
  placeOf: (name) => `${name}：组别`,
};
