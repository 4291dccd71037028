import type { levelsZh } from './levels.zh.ts';

export const levelsEn: typeof levelsZh = {
  partOfSum: (share) => `${share}% of the sum of parts`,
  partsDiffer: (when, sum, whole, difference) => `${when}: the parts add up to ${sum}, the published total is ${whole}, a difference of ${difference}.`,
  partsIncomplete: (periods) => `No figures by part for ${periods}: in the table only, not drawn.`,
  sum: 'Sum of parts',
  whole: 'Published total',
  oneScale: 'One scale for all bars, from zero; one bar a period.',
  help: 'Arrow keys move between periods and parts',
};
