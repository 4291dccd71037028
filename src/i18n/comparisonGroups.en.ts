import { comparisonEn } from './comparison.en.ts';
import type { comparisonZh } from './comparison.zh.ts';
import { groupOfPlace } from './groupNames.ts';

/** The words of the comparison in a copy that tells no places. */
export const comparisonGroupsEn: typeof comparisonZh = {
  ...comparisonEn,
  description: 'Two to six regions in every indicator that can be compared: their courses, latest values and groups, and how far apart they are by published features.',
  place: (rank, n) => groupOfPlace(rank, n).en,
  unranked: 'in no group',
  placeOf: (name) => `${name}: group`,
};
