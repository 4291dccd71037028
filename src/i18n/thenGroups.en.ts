import { thenEn } from './then.en.ts';
import type { thenZh } from './then.zh.ts';

/** The same in a copy that tells no places. */
export const thenGroupsEn: typeof thenZh = {
  ...thenEn,
  place: () => 'no group',
  open: 'group left open',
  none: 'no group',
  broken: (period) => `The method changed in ${period}, so the two groups cannot be compared`,
  otherOrigin: 'The two groups differ in origin and cannot be compared',
  rankWas: () => 'on the published list',
};
