/** Findings, each told with its figures. */
export const storiesZh = {};
