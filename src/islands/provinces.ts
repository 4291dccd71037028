import { hydrate, type ComponentProps } from 'svelte';
import ProvinceExplorer from '../components/map/ProvinceExplorer.svelte';
import { withPathsOf } from '../geo/shapePaths.ts';
import { speak } from './speak.ts';

type Facts = Omit<ComponentProps<typeof ProvinceExplorer>, 'say' | 'load'>;

const isFacts = (facts: unknown): facts is Facts => typeof facts === 'object' && facts !== null && 'shapes' in facts && 'table' in facts && 'catalogue' in facts;

export default async function waken(element: HTMLElement, facts: unknown): Promise<void> {
  if (!isFacts(facts)) throw new Error('the page holds no facts for this map');
  const say = await speak();
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
