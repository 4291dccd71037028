import type { Attachment } from 'svelte/attachments';

/** A cell that gets the focus is scrolled out from under the frozen row and column, as wide as these are now. */
export const frozen: Attachment<HTMLElement> = (box) => {
  const measure = () => {
    const head = box.querySelector<HTMLElement>('thead');
    const corner = box.querySelector<HTMLElement>('thead .matrix-corner');
    box.style.scrollPaddingTop = `${(head?.offsetHeight ?? 0) + 4}px`;
    box.style.scrollPaddingLeft = `${(corner?.offsetWidth ?? 0) + 4}px`;
  };
  const table = box.querySelector('table');
  const sized = new ResizeObserver(measure);
  if (table) sized.observe(table);
  return () => sized.disconnect();
};

/**
 * One stop of the grid is in the order of the tab key: the one that had the focus last, or the first cell.
 *
 * @param redrawn Read again after each change of the rows.
 */
export const roving = (redrawn: () => unknown): Attachment<HTMLTableElement> => (table) => {
  redrawn();
  const stops = () => [...table.querySelectorAll<HTMLElement>('[data-stop]')];
  const visit = (stop: HTMLElement | undefined) => {
    for (const one of stops()) if (one.tabIndex === 0) one.tabIndex = -1;
    if (stop) stop.tabIndex = 0;
  };
  const here = stops().find((one) => one.tabIndex === 0);
  visit(here ?? stops().find((one) => one.matches('tbody td')));
  // The box was the way in before there were stops.
  const box = table.parentElement;
  if (box !== null && document.activeElement === box) stops().find((one) => one.tabIndex === 0)?.focus();
  const onfocusin = ({ target }: FocusEvent) => {
    const stop = target instanceof Element ? target.closest<HTMLElement>('[data-stop]') : null;
    if (stop) visit(stop);
  };
  table.addEventListener('focusin', onfocusin);
  return () => table.removeEventListener('focusin', onfocusin);
};
