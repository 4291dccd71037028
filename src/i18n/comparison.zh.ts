/** Words of the comparison of regions; fetched with it. */
export const comparisonZh = {
  nav: '地区对比',
};
