import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEnvelope, type Message } from '../../src/wall/channel.ts';

const STATE: Message = { kind: 'state', playlist: 'toy', scene: 1, beat: 0, now: 1000, began: 500, endsAt: null, isPaused: true, isBlank: false, isOnClock: false };
const sent = (message: unknown, wall = 'w1') => ({ mark: 'atlas-wall', wall, serial: 'a-1', message });

test.each([[STATE], [{ ...STATE, endsAt: 2000 }], [{ kind: 'hello' }], [{ kind: 'bye' }], [{ kind: 'do', action: 'next' }], [{ kind: 'show', scene: 3 }]])('%j is heard by the wall it is meant for, and by no other', (message) => {
  expect(readEnvelope(sent(message), 'w1')).toEqual(message);
  expect(readEnvelope(sent(message), 'w2')).toBeNull();
  expect(readEnvelope({ ...sent(message), mark: 'other' }, 'w1')).toBeNull();
});

test.each([[null], ['next'], [{ kind: 'do', action: 'fullscreen' }], [{ kind: 'show', scene: 'constructor' }], [{ kind: 'show', scene: 1.5 }], [{ ...STATE, now: '1000' }], [{ ...STATE, scene: Infinity }], [{ ...STATE, isBlank: 0 }], [{ kind: 'other' }]])('%j is let be', (message) => {
  expect(readEnvelope(sent(message), 'w1')).toBeNull();
});

test('whatever arrives, nothing throws', () => {
  fc.assert(
    fc.property(fc.anything(), (found) => {
      expect(readEnvelope(found, 'w1')).toBeNull();
    }),
  );
});
