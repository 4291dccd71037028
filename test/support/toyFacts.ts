import type { FigureFacts } from '../../src/share/figureFacts.ts';

/** What a figure of toys says of itself. */
export const toyFactsZh: FigureFacts = {
  id: 'provinces',
  name: 'map-toys',
  lang: 'zh',
  site: '玩具数图',
  heading: '玩具普及率 · 2001年 · %',
  takeaway: '2001年甲居首（64.5%），中位数12.3%；31个省份中29个有数据。',
  coverage: '31个省份中29个有数据',
  limits: ['玩具，不是公布的数。'],
  sources: ['来源：玩具部；据转载页《玩具年鉴》 2002；可信度B。', '最新：2001年'],
  publisher: '玩具部；据转载页《玩具年鉴》 2002；可信度B。',
  licence: '玩具许可',
  address: 'https://toys.example/atlas/indicator/toys.html?period=2001&region=110000',
  root: 'https://toys.example/atlas/',
  embed: { name: 'map-toys', search: '?period=2001' },
  release: { id: '2001-11-22-1a2b3c4d', date: '2001-11-22', hash: '1a2b3c4d' },
  isKept: false,
};

export const toyFactsEn: FigureFacts = {
  ...toyFactsZh,
  lang: 'en',
  site: 'Toy Atlas',
  heading: 'Toys per child · 2001 · %',
  takeaway: 'Alpha leads in 2001 (64.5%), median 12.3%; 29 of 31 provinces have data.',
  coverage: '29 of 31 provinces have data',
  limits: ['Toys, not a published figure.'],
  sources: ['Source: Toy Office; via a copy, “Toy yearbook”, 2002; confidence B.', 'Latest: 2001'],
  publisher: 'Toy Office; via a copy, “Toy yearbook”, 2002; confidence B.',
  licence: 'Toy licence',
  address: 'https://toys.example/atlas/en/indicator/toys.html?period=2001&region=110000',
};
