/** The United Nations survey: countries, peers, groups. */
export const worldZh = {};
