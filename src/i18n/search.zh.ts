/** The search box. */
export const searchZh = {};
