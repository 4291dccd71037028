import type { Attachment } from 'svelte/attachments';

interface Choosing {
  readonly isTouched: boolean;
  readonly chosen: string | null;
  readonly onchoose: (id: string | null) => void;
  /** The stop that an arrow key leads to; null: the key means nothing here. */
  readonly next?: (key: string, from: string) => string | null;
}

const regionAt = (target: EventTarget | null): string | null => (target instanceof Element ? (target.closest('[data-region]')?.getAttribute('data-region') ?? null) : null);

/** Hears which region of a picture is touched, or chosen with the keyboard; choosing it again clears it. */
export const choosing =
  (state: () => Choosing): Attachment<Element> =>
  (picture) => {
    const choose = (id: string): void => {
      const { chosen, onchoose } = state();
      onchoose(id === chosen ? null : id);
    };
    const onclick = ({ target }: Event): void => {
      const id = regionAt(target);
      if (state().isTouched && id !== null) choose(id);
    };
    const onkeydown = (event: Event): void => {
      if (!(event instanceof KeyboardEvent) || !state().isTouched || event.ctrlKey || event.metaKey || event.altKey) return;
      const from = regionAt(event.target);
      if (from === null) return;
      const next = event.key === 'Enter' ? from : (state().next?.(event.key, from) ?? null);
      if (next === null) return;
      // On a region the key means the region, not another scene.
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Enter') choose(from);
      else picture.querySelector<HTMLElement | SVGElement>(`[role="option"][data-region="${next}"]`)?.focus();
    };
    picture.addEventListener('click', onclick);
    picture.addEventListener('keydown', onkeydown);
    return () => {
      picture.removeEventListener('click', onclick);
      picture.removeEventListener('keydown', onkeydown);
    };
  };
