import type { FigureFacts } from '../share/figureFacts.ts';
import { searchOf, withSearch } from '../state/place.ts';
import { changedSearch } from '../state/query.ts';

/** Signs that browsers leave in an address as they are, and that end it or change it in LaTeX, HTML and plain text. */
const UNSAFE = /[{}|\\^`<>"'[\]]/g;

/** Where the figure stands, with the choice of this moment and the release that it was read in: years later the page says what has changed. */
export function citedAddress({ address, release, id }: Pick<FigureFacts, 'address' | 'release' | 'id'>): string {
  const search = searchOf(address);
  return withSearch(address, release ? changedSearch(search, { release: release.id }) : search, id).replace(UNSAFE, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
