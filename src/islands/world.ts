import { hydrate, type ComponentProps } from 'svelte';
import type { CatalogueEntry } from '../components/map/ProvinceExplorer.svelte';
import WorldExplorer from '../components/world/WorldExplorer.svelte';
import { speak } from './speak.ts';

export type WorldFacts = Omit<ComponentProps<typeof WorldExplorer>, 'say' | 'load'> & { readonly entry: CatalogueEntry; readonly base: string };

const isFacts = (facts: unknown): facts is WorldFacts => typeof facts === 'object' && facts !== null && 'view' in facts && 'countries' in facts && 'entry' in facts;

export default async function waken(element: HTMLElement, facts: unknown): Promise<void> {
  if (!isFacts(facts)) throw new Error('the page holds no facts for this survey');
  const { entry, base, ...props } = facts;
  const say = await speak();
  hydrate(WorldExplorer, {
    target: element,
    props: { ...props, say, load: async () => (await (await import('./loadIndicator.ts')).loadIndicator(entry, base, props.countries, say)).table },
  });
}
