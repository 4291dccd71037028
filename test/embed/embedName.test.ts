import { expect, test } from 'vitest';
import { EMBED_KINDS, embedName, embedPath, readEmbedName } from '../../src/embed/embedName.ts';

test.each(EMBED_KINDS)('the name of a %s says its kind and of what it is, and is read back', (kind) => {
  const name = embedName(kind, 'toy-share');
  expect(name).toBe(`${kind}-toy-share`);
  expect(readEmbedName(name)).toEqual({ kind, id: 'toy-share' });
});

test('a figure stands in embed/ under its name', () => {
  expect(embedPath('map-toy-share')).toBe('embed/map-toy-share.html');
});

test.each(['', 'map', 'map-', 'pie-toy-share', 'Map-toy-share', ' map-toy', 'constructor-toy', '__proto__-toy'])('“%s” names no figure', (name) => {
  expect(readEmbedName(name)).toBe(null);
});

test('no kind begins as another does, so a name has one kind', () => {
  const doubled = EMBED_KINDS.filter((kind) => EMBED_KINDS.some((other) => other !== kind && kind.startsWith(`${other}-`)));
  expect(doubled).toEqual([]);
});
