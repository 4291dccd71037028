/** How old a series is and when its next edition is expected. */
export const freshnessZh = {};
