import type { trendsZh } from './trends.zh.ts';

export const trendsEn: typeof trendsZh = {
  coverage: (series, claims) => `${series} series${claims > 0 ? `, ${claims} ${claims === 1 ? 'claim' : 'claims'}` : ''}`,
  keys: 'Left and right arrow keys go through time, up and down or Page keys change the series, Enter pins, Escape lets go',
  pinned: 'Pinned; Escape lets go',
  gap: (from, to, absence) => `${from === to ? from : `${from}–${to}`} ${absence}`,
  gapMark: 'dots: no figure between, so no line',
  breakMark: 'method changed: the line stops here',
  breakWord: 'method changed',
  breakNote: (when, reason) => `${when}: ${reason}`,
  refusedFigures: (n, reason) => `Not worked out for ${n} ${n === 1 ? 'figure' : 'figures'}: ${reason}`,
  refusedSome: (n) => `${n} figures were not worked out; the data table says why of each.`,
  range: (from, to) => (from === to ? from : `${from}–${to}`),
  empty: (name) => `${name}: there is no figure to draw; the data table says why.`,
};
