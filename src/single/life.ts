import { forgetHearers } from './place.ts';
import { unmountAll } from './mounted.ts';

// Pages follow each other in one document. What one of them hears or has mounted must end with it, as if the browser had
// thrown the document away.

const undo: (() => void)[] = [];

/** From now on, what is heard by the window or the document is kept, to be let go of when the page is left. */
export function keepHearers(): void {
  for (const target of [window, document]) {
    const add = target.addEventListener.bind(target);
    const remove = target.removeEventListener.bind(target);
    const addKept = (type: string, hear: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void => {
      add(type, hear, options);
      undo.push(() => { remove(type, hear, options); });
    };
    Object.defineProperty(target, 'addEventListener', { value: addKept, configurable: true });
  }
}

export function leavePage(): void {
  unmountAll();
  for (const one of undo.splice(0)) one();
  forgetHearers();
}
