import { hydrate, type ComponentProps } from 'svelte';
import ProvinceExplorer from '../components/map/ProvinceExplorer.svelte';
import { withPathsOf } from '../geo/shapePaths.ts';
import type { Say } from '../i18n/say.ts';
import type { Lang } from '../model/text.ts';

type Facts = Omit<ComponentProps<typeof ProvinceExplorer>, 'say' | 'load'>;

const isFacts = (facts: unknown): facts is Facts => typeof facts === 'object' && facts !== null && 'shapes' in facts && 'table' in facts && 'catalogue' in facts;

async function speak(lang: Lang): Promise<Say> {
  if (lang === 'zh') return { lang, words: (await import('../i18n/figures.zh.ts')).figuresZh };
  return { lang, words: (await import('../i18n/figures.en.ts')).figuresEn };
}

export default async function waken(element: HTMLElement, facts: unknown): Promise<void> {
  if (!isFacts(facts)) throw new Error('the page holds no facts for this map');
  const say = await speak(document.documentElement.lang.startsWith('zh') ? 'zh' : 'en');
  hydrate(ProvinceExplorer, {
    target: element,
    props: {
      ...facts,
      say,
      shapes: withPathsOf(element, facts.shapes),
      // papaparse and the readers come only when a table that the page does not hold is wanted.
      load: async (entry) => (await import('./loadIndicator.ts')).loadIndicator(entry, facts.base, facts.regions, say),
    },
  });
}
