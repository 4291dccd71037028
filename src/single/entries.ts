/** Each step of the browser's history has a number of its own, so that Back finds the place on the page that was left. */
export interface EntryState {
  readonly entry: number;
  /** How far down, in CSS pixels, when the file was left as a whole. */
  readonly top?: number;
}

const isState = (found: unknown): found is EntryState => typeof found === 'object' && found !== null && 'entry' in found && typeof found.entry === 'number';

/** The step that is open; 0 before the first. */
let open = 0;

/** For a new step; from now on it is the open one. */
export function entryState(): EntryState {
  open = Math.max(open + 1, Date.now());
  return { entry: open };
}

/** The step that the browser has gone to, and which one was open before. A link makes a step without a number: it gets one now. */
export function openEntry(): EntryState & { readonly left: number } {
  const left = open;
  const found: unknown = history.state;
  if (isState(found)) {
    open = found.entry;
    return { ...found, left };
  }
  const made = entryState();
  history.replaceState(made, '');
  return { ...made, left };
}

/** Kept with the step, for whoever comes back to the file. */
export const keepTop = (top: number): void => { history.replaceState({ entry: open, top }, ''); };
