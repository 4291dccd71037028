import type { Source } from '../../src/model/dataset.ts';
import type { Indicator, IndicatorTable } from '../../src/model/indicator.ts';
import type { Absence, Measured, Observation } from '../../src/model/observation.ts';
import type { Alias, Region } from '../../src/model/region.ts';

/** Toys: nobody mistakes one of these for a published figure. */

export const toyIndicator = (changes: Partial<Indicator> = {}): Indicator => ({
  id: 'toys',
  name: { zh: '玩具数', en: 'Toys' },
  short: { zh: '玩具', en: 'Toys' },
  definition: { zh: '玩具的数量。', en: 'How many toys there are.' },
  theme: 'base',
  expected: 'provinces',
  unit: { zh: '个', en: 'toys', multiplier: 1, enMultiplier: 1 },
  better: 'higher',
  publishes: 'values',
  ...changes,
});

export const toyUnits = {
  /** 亿 */
  hundredMillion: { zh: '亿个', en: 'million toys', multiplier: 1e8, enMultiplier: 1e6 },
  percent: { zh: '%', en: '%', multiplier: 1, enMultiplier: 1 },
};

export const toyObservation = (value: number, changes: Partial<Measured> = {}): Measured => ({
  regionId: '110000',
  period: '2001',
  seriesId: '',
  sourceId: 'toy-book',
  confidence: 'A',
  status: 'measured',
  precision: 'exact',
  printedDecimals: 0,
  ...changes,
  value,
});

export const toyAbsence = (status: Absence, changes: Partial<Omit<Observation, 'value' | 'status' | 'precision' | 'printedDecimals'>> = {}): Observation => ({
  regionId: '110000',
  period: '2001',
  seriesId: '',
  sourceId: 'toy-book',
  confidence: 'A',
  ...changes,
  value: null,
  status,
});

export const toyTable = (observations: readonly Observation[], changes: Partial<Indicator> = {}): IndicatorTable => ({
  indicator: toyIndicator(changes),
  dataset: 'toy/2001',
  file: 'toy/2001/toys.csv',
  observations,
});

export const toySources: readonly Source[] = [
  { id: 'toy-book', title: { zh: '玩具年鉴', en: 'Toy Yearbook' }, publisher: '玩具出版社', confidence: 'A' },
  { id: 'toy-news', title: { zh: '玩具报', en: 'Toy News' }, publisher: '玩具报社', confidence: 'B' },
];

const region = (id: string, level: Region['level'], zh: string, en: string, changes: Partial<Region> = {}): Region => ({
  id,
  level,
  name: { zh, en },
  short: { zh, en },
  ...changes,
});

/** A nation, 31 provinces (“province 1” has id 110000), the three outside the surveys, the Corps, two countries. */
export const toyRegions: readonly Region[] = [
  region('100000', 'nation', '玩具国', 'Toyland'),
  ...Array.from({ length: 31 }, (_, index) =>
    region(`${11 + index}0000`, 'province', `玩具${index + 1}省`, `Province ${index + 1}`, { short: { zh: `玩具${index + 1}`, en: `P${index + 1}` }, group: 'east' }),
  ),
  ...['710000', '810000', '820000'].map((id) => region(id, 'province', `玩具${id}`, `Area ${id}`, { group: 'hmt' })),
  region('660000', 'corps', '玩具兵团', 'Toy Corps'),
  region('TOY', 'country', '积木国', 'Republic of Blocks', { iso2: 'TY' }),
  region('DOL', 'country', '娃娃国', 'Dollland'),
];

/** The ids of the 31. */
export const toyProvinceIds: readonly string[] = toyRegions.filter(({ level, group }) => level === 'province' && group !== 'hmt').map(({ id }) => id);

export const toyAliases: readonly Alias[] = [
  { alias: '积木', regionId: 'TOY' },
  { alias: '玩家', regionId: 'TOY' },
  { alias: '玩家', regionId: 'DOL' },
];
