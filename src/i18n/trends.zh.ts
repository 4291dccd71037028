/** Trends and stacked levels. */
export const trendsZh = {};
