/** Words of the index workshop; fetched with it. */
export const workshopZh = {
  nav: '指数工坊',
};
