import { expect, test } from 'vitest';
import { scenesNamed } from '../../src/wall/ownList.ts';

const TOY = [
  { id: 'first', scenes: [{ id: 'alpha', of: 1 }, { id: 'both', of: 1 }] },
  { id: 'second', scenes: [{ id: 'both', of: 2 }, { id: 'gamma', of: 2 }] },
];
const named = (...asked: readonly string[]) => scenesNamed(TOY, asked).map(({ id, of }) => `${id} of ${of}`);

test.each([
  { says: 'scenes of any playlist, in the order asked for', asked: ['gamma', 'alpha'], shown: ['gamma of 2', 'alpha of 1'] },
  { says: 'a name alone is the first of that name', asked: ['both'], shown: ['both of 1'] },
  { says: 'with its playlist it is that of the playlist', asked: ['second/both'], shown: ['both of 2'] },
  { says: 'two of one name are told apart', asked: ['both', 'second/both'], shown: ['both of 1', 'second/both of 2'] },
  { says: 'one that is named twice comes once', asked: ['alpha', 'first/alpha', 'alpha'], shown: ['alpha of 1'] },
  { says: 'what is none is passed over', asked: ['delta', 'first/gamma', '/', ''], shown: [] },
])('$says', ({ asked, shown }) => {
  expect(named(...asked)).toEqual(shown);
});
