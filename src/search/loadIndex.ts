import { isSearchIndex, type SearchEntry } from './searchEntry.ts';
import { published } from '../state/place.ts';

/** `failed`: it did not come; `refused`: what came is not an index that this page can read. */
export type IndexAnswer = { readonly kind: 'entries'; readonly entries: readonly SearchEntry[] } | { readonly kind: 'failed' | 'refused' };

export async function loadIndex(address: string): Promise<IndexAnswer> {
  let text: string;
  try {
    const response = await published(address);
    if (!response.ok) return { kind: 'failed' };
    text = await response.text();
  } catch (error) {
    // No answer, or one that broke off.
    if (error instanceof TypeError || error instanceof DOMException) return { kind: 'failed' };
    throw error;
  }
  try {
    const json: unknown = JSON.parse(text);
    return isSearchIndex(json) ? { kind: 'entries', entries: json.entries } : { kind: 'refused' };
  } catch (error) {
    if (error instanceof SyntaxError) return { kind: 'refused' };
    throw error;
  }
}
