/** Words of the index workshop; fetched with it. */
export const workshopEn = {
  nav: 'Index workshop',
};
