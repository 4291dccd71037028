/** All regions over time: small multiples, places, distribution. */
export const unitsZh = {};
