import { address, search, withSearch } from '../state/place.ts';

/** A slow network; then what is shown is taken, and its address says no more than that. */
const WAKES_WITHIN_MS = 10_000;

const islandOf = (figure: HTMLElement): HTMLElement | null => figure.closest<HTMLElement>('[data-island]') ?? figure.querySelector<HTMLElement>('[data-island]');

/** Choices of the address that a figure does not show: its script isn't awake yet, or could not be had. */
export function choicesNotShown(figure: HTMLElement, search: string): readonly string[] {
  const island = islandOf(figure);
  if (!island || island.dataset['state'] === 'live') return [];
  const asked = new URLSearchParams(search);
  return (island.dataset['address'] ?? '').split(' ').filter((key) => asked.has(key));
}

/** Where the figure stands as it is shown: one that shows 2016 must not be cited by the address of 2015. */
export function shownAddress(figure: HTMLElement): string {
  const query = new URLSearchParams(search());
  const left = choicesNotShown(figure, search());
  for (const key of left) query.delete(key);
  return withSearch(address(), left.length === 0 ? search() : query.toString());
}

/** @returns When the figure shows what the address asks for, or can't. */
export function whenAsChosen(figure: HTMLElement): Promise<void> {
  const island = islandOf(figure);
  const isWaiting = (): boolean => island?.dataset['state'] !== 'failed' && choicesNotShown(figure, search()).length > 0;
  if (!island || !isWaiting()) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      watch.disconnect();
      resolve();
    };
    const watch = new MutationObserver(() => {
      if (!isWaiting()) done();
    });
    const timer = setTimeout(done, WAKES_WITHIN_MS);
    watch.observe(island, { attributes: true, attributeFilter: ['data-state'] });
  });
}
