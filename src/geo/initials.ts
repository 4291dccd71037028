/** First letter of each region's pinyin: a letter key jumps from one to the next. */
const REGIONS_BY_INITIAL: Readonly<Record<string, readonly string[]>> = {
  a: ['340000', '820000'],
  b: ['110000', '660000'],
  c: ['500000'],
  f: ['350000'],
  g: ['440000', '450000', '520000', '620000'],
  h: ['130000', '230000', '410000', '420000', '430000', '460000'],
  j: ['220000', '320000', '360000'],
  l: ['210000'],
  n: ['150000', '640000'],
  q: ['630000'],
  s: ['140000', '310000', '370000', '510000', '610000'],
  t: ['120000', '710000'],
  x: ['540000', '650000', '810000'],
  y: ['530000'],
  z: ['330000'],
};

/** Whether a typed letter means the region: by pinyin, or by the first letter of the name shown. */
export const startsWithLetter = (letter: string, regionId: string, name: string): boolean =>
  (REGIONS_BY_INITIAL[letter] ?? []).includes(regionId) || name.toLowerCase().startsWith(letter);
