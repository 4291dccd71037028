import { describe, expect, test } from 'vitest';
import { actionOf, DIGITS_MS, isWayOut, KEYS, typed, type PressedKey } from '../../src/wall/keys.ts';

const pressed = (key: string, held: Partial<PressedKey> = {}): PressedKey => ({ key, ctrlKey: false, altKey: false, metaKey: false, ...held });
const nameOf = (key: string) => actionOf(pressed(key))?.name ?? null;

test.each([
  ['next', ['PageDown', 'ArrowRight', 'ArrowDown', 'MediaTrackNext', 'ChannelUp']],
  ['previous', ['PageUp', 'ArrowLeft', 'ArrowUp', 'MediaTrackPrevious', 'ChannelDown']],
  ['play', [' ', 'MediaPlayPause', 'MediaPlay', 'ColorF1Green']],
  ['blank', ['.', 'b', 'B', 'ColorF0Red']],
  ['first', ['Home']],
  ['last', ['End']],
  ['fullscreen', ['F5', 'f', 'F']],
  ['leave', ['Escape', 'GoBack', 'BrowserBack']],
  ['help', ['?', 'h', 'H', 'ColorF2Yellow']],
  ['setup', ['s', 'S', 'ColorF3Blue']],
  ['presenter', ['p', 'P']],
  ['language', ['l', 'L']],
  ['controls', ['Enter', 'Select']],
  ['digit', ['0', '1', '9']],
  [null, ['a', 'Tab', 'Shift', 'F12', 'Dead', 'Unidentified', 'constructor', '__proto__', '', '①']],
] as const)('%s', (name, keys) => {
  expect(keys.map(nameOf)).toEqual(keys.map(() => name));
});

test('with Ctrl, Alt or ⌘ a key is the browser’s', () => {
  for (const key of ['PageDown', 's', 'p', '1', 'Enter']) for (const held of ['ctrlKey', 'altKey', 'metaKey'] as const) expect(actionOf(pressed(key, { [held]: true }))).toBeNull();
});

test('no key does two things', () => {
  const all = Object.values(KEYS).flat();
  expect(new Set(all).size).toBe(all.length);
});

test('a kiosk holds back what leads out, and keeps what a visitor needs', () => {
  expect(['F5', 'F12', 'BrowserBack', 'BrowserHome', 'ContextMenu', 'Escape'].map((key) => isWayOut(pressed(key)))).toEqual([true, true, true, true, true, true]);
  expect(isWayOut(pressed('w', { ctrlKey: true }))).toBe(true);
  expect(['Tab', 'Enter', ' ', 'ArrowLeft', 'PageDown'].map((key) => isWayOut(pressed(key)))).toEqual([false, false, false, false, false]);
});

describe('digits', () => {
  const type = (digits: readonly (readonly [digit: number, at: number])[], count: number) => {
    let before: ReturnType<typeof typed> | null = null;
    for (const [digit, at] of digits) before = typed(before?.isWhole === true ? null : before, digit, at, count);
    return before;
  };
  test.each([
    { says: 'one of nine scenes needs no second digit', digits: [[3, 0]], count: 9, number: 3, isWhole: true },
    { says: 'of twelve, 1 may become 12', digits: [[1, 0]], count: 12, number: 1, isWhole: false },
    { says: 'and does, within a second', digits: [[1, 0], [2, 999]], count: 12, number: 12, isWhole: true },
    { says: 'later it begins anew', digits: [[1, 0], [2, DIGITS_MS]], count: 12, number: 2, isWhole: true },
    { says: 'a number beyond the last begins anew', digits: [[1, 0], [9, 10]], count: 12, number: 9, isWhole: true },
    { says: 'of twelve, 2 is whole', digits: [[2, 0]], count: 12, number: 2, isWhole: true },
    { says: 'nought alone is no scene', digits: [[0, 0]], count: 9, number: 0, isWhole: false },
  ] as const)('$says', ({ digits, count, number, isWhole }) => {
    expect(type(digits, count)).toMatchObject({ number, isWhole });
  });
});
