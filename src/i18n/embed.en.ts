import type { embedZh } from './embed.zh.ts';

export const embedEn: typeof embedZh = {
  full: 'Full chart',
  fullOf: (name) => `Open the full chart at E-Gov Atlas: ${name}`,
  release: (date, hash) => `Data release ${date} · ${hash}`,
  licence: (text) => `Licence: ${text}`,
  period: 'Period',
  place: 'Rank',
  group: 'Group',
  ownTitle: 'Headline by the quoter',
  note: 'Quoter’s note: ',
  pictureHelp: 'Arrow keys go from one figure to the next; Shift+T opens the table.',
  cellsHelp: 'Arrow keys go from one figure to the next.',
  needsFull: 'Only the full page can draw this choice; here the picture is as first drawn.',
  refused: (key, found, used) => `“${key}=${found}” in the address can’t be read; ${used} is used.`,
  refusedIgnored: (key, found) => `“${key}=${found}” in the address can’t be read and is left out.`,
  needsFullPage: 'The full figure can’t be opened here; see the full page.',
  waking: 'Opening the full chart …',
  noFigure: 'The address names no page and figure of this site, so there is nothing to show.',
  noScript: 'This embed needs a script to open the chosen figure.',
  anyTitle: 'Any figure of the site',
};
