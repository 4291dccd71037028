import type { searchZh } from './search.zh.ts';

export const searchEn: typeof searchZh = {
  label: 'Search regions, indicators, systems',
  placeholder: 'Guangdong, gd, 44',
  link: 'Search',
  shortcut: 'Ctrl K',
  groups: { region: 'Regions', indicator: 'Indicators', story: 'Findings', page: 'Pages', system: 'Systems', country: 'Countries', claim: 'Said at the forums' },
  count: (shown, more) => `${shown} found${more > 0 ? `, ${more} more` : ''}`,
  none: (typed) => `Nothing found for “${typed}”. Try a place, pinyin, initials, a division code or the name of an indicator.`,
  noneShort: 'Nothing found',
  loading: 'Loading the index…',
  failed: 'The index could not be loaded, so nothing can be searched yet; what you typed is kept.',
  refused: 'The index cannot be read and was not used; what you typed is kept.',
  retry: 'Try again',
  scriptFailed: 'Search could not be loaded; all indicators are on the page “Indicators”.',
};
