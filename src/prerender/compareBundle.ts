import { createHash } from 'node:crypto';
import type { Atlas } from '../model/atlas.ts';
import { compareText } from './compareText.ts';

/** The file of the comparison, and what its page asks of it. */
export function compareBundle(atlas: Atlas, read: (file: string) => string): { readonly text: string; readonly sha256: string } {
  const text = compareText(atlas, read);
  return { text, sha256: createHash('sha256').update(text).digest('hex') };
}
