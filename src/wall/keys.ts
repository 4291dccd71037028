/** Everything that can be done to the wall by hand. */
export const ACTION_NAMES = ['next', 'previous', 'first', 'last', 'play', 'blank', 'fullscreen', 'leave', 'help', 'setup', 'scenes', 'presenter', 'language', 'health', 'controls', 'digit'] as const;
export type ActionName = (typeof ACTION_NAMES)[number];

export type Action = { readonly name: Exclude<ActionName, 'digit'> } | { readonly name: 'digit'; readonly digit: number };

/** What a key event tells of itself. */
export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/**
 * Keys of keyboards, of clickers (Page Up and Down, F5, Escape, full stop), and of TV remotes (names of UI Events).
 * Shift makes no difference, and letters count in either case: Caps Lock is on in some hall.
 */
export const KEYS: Readonly<Record<Exclude<ActionName, 'digit' | 'controls'>, readonly string[]>> = {
  next: ['PageDown', 'ArrowRight', 'ArrowDown', 'n', 'MediaTrackNext', 'MediaFastForward', 'ChannelUp', 'BrowserForward'],
  previous: ['PageUp', 'ArrowLeft', 'ArrowUp', 'MediaTrackPrevious', 'MediaRewind', 'ChannelDown'],
  first: ['Home'],
  last: ['End'],
  play: [' ', 'MediaPlayPause', 'MediaPlay', 'MediaPause', 'MediaStop', 'ColorF1Green'],
  blank: ['.', 'b', 'ColorF0Red'],
  fullscreen: ['F5', 'f'],
  leave: ['Escape', 'GoBack', 'BrowserBack'],
  help: ['?', 'h', 'Help', 'Info', 'ColorF2Yellow'],
  setup: ['s', 'Settings', 'ColorF3Blue'],
  scenes: ['g', 'Guide', 'ContextMenu'],
  presenter: ['p'],
  language: ['l'],
  health: ['i'],
};

const ACTION_OF: ReadonlyMap<string, ActionName> = new Map(ACTION_NAMES.flatMap((name) => (name === 'digit' || name === 'controls' ? [] : KEYS[name].map((key): [string, ActionName] => [key, name]))));

/** @returns Null for a key that does nothing here: the browser and the system keep their own. */
export function actionOf({ key, ctrlKey, altKey, metaKey }: PressedKey): Action | null {
  if (ctrlKey || altKey || metaKey) return null;
  if (/^[0-9]$/.test(key)) return { name: 'digit', digit: Number(key) };
  // The OK key of a remote.
  if (key === 'Enter' || key === 'Select') return { name: 'controls' };
  const name = ACTION_OF.get(/^[A-Z]$/.test(key) ? key.toLowerCase() : key);
  return name === undefined || name === 'digit' ? null : { name };
}

export interface TypedDigits {
  readonly number: number;
  /** UTC ms of the last digit. */
  readonly at: number;
}

/** Two digits belong together when the second follows within this. */
export const DIGITS_MS = 1000;

/**
 * Digits as they come in, as the number of a scene from 1 on. A second digit makes a larger number only where there are
 * so many scenes; else it begins anew.
 *
 * @returns The number so far, and whether no further digit can belong to it.
 */
export function typed(before: TypedDigits | null, digit: number, at: number, sceneCount: number): TypedDigits & { readonly isWhole: boolean } {
  const continued = before !== null && at - before.at < DIGITS_MS && before.number * 10 + digit <= sceneCount ? before.number * 10 + digit : null;
  const number = continued ?? digit;
  return { number, at, isWhole: continued !== null || number * 10 > sceneCount };
}

/** Keys by which a visitor's keyboard would leave the page, or change how it is shown: those that a page can hold back. */
const WAYS_OUT = ['F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'F11', 'F12', 'BrowserBack', 'BrowserForward', 'BrowserHome', 'BrowserRefresh', 'BrowserSearch', 'BrowserFavorites', 'GoBack', 'GoHome', 'ContextMenu', 'Backspace', 'Escape'];

/** @returns Whether a kiosk holds the key back. Tab and what a focused button needs stay. */
export const isWayOut = ({ key, ctrlKey, altKey, metaKey }: PressedKey): boolean => ctrlKey || altKey || metaKey || WAYS_OUT.includes(key);

/** What a visitor's keyboard may do at a kiosk: nothing that a technician does. */
export const KIOSK_ACTIONS: readonly ActionName[] = ['next', 'previous', 'first', 'last', 'scenes', 'leave', 'digit'];
