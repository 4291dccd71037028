import { thenZh } from './then.zh.ts';

/** The same in a copy that tells no places. */
export const thenGroupsZh: typeof thenZh = {
  ...thenZh,
  // No place reaches these words; should one, it is not told.
  place: () => '不分组',
  open: '组别未定',
  none: '不分组',
  broken: (period) => `${period}起方法有变，两个组别不能比较`,
  otherOrigin: '两个组别的来历不同，不能比较',
  rankWas: () => '在公布的名单中',
};
