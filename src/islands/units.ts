import { hydrate, type ComponentProps } from 'svelte';
import UnitsSheet from '../components/units/UnitsSheet.svelte';
import type { UnitsFacts } from '../prerender/unitsIsland.ts';
import { speak } from './speak.ts';

type Shared = Pick<ComponentProps<typeof UnitsSheet>, 'table' | 'regions' | 'sources'>;

const isShared = (facts: unknown): facts is Shared => typeof facts === 'object' && facts !== null && 'table' in facts && 'regions' in facts && 'sources' in facts;
const isFacts = (facts: unknown): facts is UnitsFacts => typeof facts === 'object' && facts !== null && 'source' in facts;

/** The table stands once in the page: in the map's facts where there is a map. */
function factsOfMap(): unknown {
  const script = document.querySelector('[data-island="provinces"]')?.nextElementSibling;
  const facts: unknown = script instanceof HTMLScriptElement ? JSON.parse(script.textContent) : null;
  return facts;
}

export default async function waken(element: HTMLElement, facts: unknown): Promise<void> {
  const shared = isShared(facts) ? facts : factsOfMap();
  if (!isFacts(facts) || !isShared(shared)) throw new Error('the page holds no table for this sheet');
  const { table, regions, sources } = shared;
  const { source, freshness } = facts;
  hydrate(UnitsSheet, { target: element, props: { say: await speak(), table, regions, sources, source, freshness } });
}
