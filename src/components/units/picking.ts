import type { Attachment } from 'svelte/attachments';

/**
 * A click anywhere on a region's drawing, or Enter at its place, picks it out or drops it. One listener on the area
 * hears all, so that drawings are free of handlers.
 */
export const picking = (onpick: (id: string) => void): Attachment<HTMLElement> => (area) => {
  const hear = ({ target }: Event) => {
    const id = target instanceof Element ? target.closest<HTMLElement | SVGElement>('[data-region]')?.dataset['region'] : undefined;
    if (id !== undefined) onpick(id);
  };
  area.addEventListener('click', hear);
  return () => area.removeEventListener('click', hear);
};
