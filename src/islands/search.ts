import { langOfDocument } from '../i18n/languages.ts';
import { loadIndex } from '../search/loadIndex.ts';
import { searchBox } from '../search/searchBox.ts';

/** Makes the search box in the header answer. Its index comes when the box is first used, and stays in memory. */
export default async function waken(element: HTMLElement): Promise<void> {
  const form = element.querySelector('form');
  const { index, home } = element.dataset;
  if (!form || index === undefined || home === undefined) throw new Error('the search box is not where it should be');
  const words = langOfDocument() === 'zh' ? (await import('../i18n/search.zh.ts')).searchZh : (await import('../i18n/search.en.ts')).searchEn;
  searchBox({ form, home, words, load: () => loadIndex(index) });
}
