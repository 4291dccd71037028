/** Words of the comparison of regions; fetched with it. */
export const comparisonEn = {
  nav: 'Compare regions',
};
