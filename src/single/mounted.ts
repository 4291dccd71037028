export * from 'svelte';
import { hydrate as svelteHydrate, mount as svelteMount, unmount as svelteUnmount } from 'svelte';

// In one document a page that is left must let go of what it mounted; on the site the browser does that.

const living = new Set<Record<string, unknown>>();

const kept = <Mounted extends Record<string, unknown>>(made: Mounted): Mounted => {
  living.add(made);
  return made;
};

export const hydrate: typeof svelteHydrate = (component, options) => kept(svelteHydrate(component, options));

export const mount: typeof svelteMount = (component, options) => kept(svelteMount(component, options));

export const unmount: typeof svelteUnmount = (component, options) => {
  living.delete(component);
  return svelteUnmount(component, options);
};

export function unmountAll(): void {
  for (const one of [...living]) void unmount(one);
}
