import { flushSync, hydrate, type ComponentProps } from 'svelte';
import TrendExplorer from '../components/figure/TrendExplorer.svelte';
import { speak } from './speak.ts';

/** The drawn pictures stand in the page and are read back from it. */
export type TrendFacts = Omit<ComponentProps<typeof TrendExplorer>, 'say' | 'wide' | 'narrow' | 'draw'>;

const isFacts = (facts: unknown): facts is TrendFacts => typeof facts === 'object' && facts !== null && 'table' in facts && 'claims' in facts && 'span' in facts;

/** Brings ECharts and the words, then the figure; if either can't be had, the drawn figure stays as it is. */
export default async function waken(island: HTMLElement, facts: unknown): Promise<void> {
  if (!isFacts(facts)) throw new Error('the page holds no facts for this trend');
  const [say, { drawLive }] = await Promise.all([speak(), import('../charts/drawLive.ts')]);
  const drawn = (width: 'wide' | 'narrow') => island.querySelector(`.drawn.${width} > svg`)?.outerHTML ?? '';
  hydrate(TrendExplorer, { target: island, props: { ...facts, say, wide: drawn('wide'), narrow: drawn('narrow'), draw: drawLive } });
  // Alive when it is said to be: the chart stands before the first key is answered.
  flushSync();
}
