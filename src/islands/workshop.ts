import { hydrate, type ComponentProps } from 'svelte';
import WorkshopExplorer from '../components/workshop/WorkshopExplorer.svelte';
import type { Say } from '../i18n/say.ts';
import { openDrawsWorker } from './openDrawsWorker.ts';
import { workerSampler } from './sampler.ts';
import { speak } from './speak.ts';
import { takeawayTerms } from './terms.ts';

type Facts = Omit<ComponentProps<typeof WorkshopExplorer>, 'say' | 'terms' | 'taken' | 'load' | 'sample'>;

const isFacts = (facts: unknown): facts is Facts => typeof facts === 'object' && facts !== null && 'tables' in facts && 'catalogue' in facts && 'spreads' in facts;

async function words(lang: Say['lang']): Promise<Pick<ComponentProps<typeof WorkshopExplorer>, 'terms' | 'taken'>> {
  if (lang === 'zh') {
    const [{ workshopZh }, taken] = await Promise.all([import('../i18n/workshop.zh.ts'), takeawayTerms(lang)]);
    return { terms: workshopZh, taken };
  }
  const [{ workshopEn }, taken] = await Promise.all([import('../i18n/workshop.en.ts'), takeawayTerms(lang)]);
  return { terms: workshopEn, taken };
}

/** The index workshop: its weights, its ranking, and how steady that is. */
export default async function waken(element: HTMLElement, facts: unknown): Promise<void> {
  if (!isFacts(facts)) throw new Error('the page holds no facts for this workshop');
  const say = await speak();
  const load: ComponentProps<typeof WorkshopExplorer>['load'] = async (entry) => {
    const { loadIndicator } = await import('./loadIndicator.ts');
    return loadIndicator(entry, facts.base, facts.regions, say);
  };
  hydrate(WorkshopExplorer, { target: element, props: { ...facts, ...(await words(say.lang)), say, load, sample: workerSampler(openDrawsWorker) } });
}
