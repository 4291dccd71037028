import type { worldZh } from './world.zh.ts';

/** As the World Bank names them. */
const incomeGroups: Readonly<Record<string, string>> = { 'High income': 'High income', 'Upper middle income': 'Upper middle income', 'Lower middle income': 'Lower middle income', 'Low income': 'Low income' };

export const worldEn: typeof worldZh = {
  incomeGroups,
  allCountries: 'All countries',
  group: 'Group',
  edition: 'Edition',
  paths: 'Place in each edition',
  strip: (period) => `${period}: every stroke is a country`,
  stripGroup: (period, group, n) => `${period}: every stroke is a country; ${n} in “${group}” are dark`,
  median: 'Median',
  countries: (n) => `${n} countries`,
  ranked: 'Countries ranked',
  editions: (n, years) => `${n} editions: ${years}; they are unevenly spaced, and the axis shows true years.`,
  peers: 'Seen beside it',
  addPeer: 'Add a country',
  removePeer: (name) => `Remove ${name}`,
  fullPeers: (most) => `At most ${most} countries beside it; remove one before adding another.`,
  help: 'Left and right arrow keys move along a country, up and down change the country',
  stripHelp: 'Left and right arrow keys go through the countries',
};
