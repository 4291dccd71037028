import { SITE_FIRST, STANDINGS, type SiteSettings } from '../model/site.ts';
import { jsonReader, parseJson } from './jsonReader.ts';
import type { Issue } from './issue.ts';

const FIELDS = ['$schema', 'address', 'standings'] as const;

/** An absolute web address; without the slash at its end its last part would be lost from every link. */
function siteAddress(found: string): string | null {
  if (!/^https?:\/\//i.test(found) || !URL.canParse(found)) return null;
  const { origin, pathname, search, hash, username } = new URL(found);
  return search === '' && hash === '' && username === '' ? `${origin}${pathname.endsWith('/') ? pathname : `${pathname}/`}` : null;
}

/** data/site.json: the settings of this copy of the site; each field may be left out. */
export function readSite({ file, text }: { readonly file: string; readonly text: string }): { readonly site: SiteSettings; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const json = parseJson(text, file, issues);
  const reader = issues.length > 0 ? null : jsonReader(json, file, issues, FIELDS);
  if (!reader) return { site: SITE_FIRST, issues };
  const found = reader.has('address') ? reader.string('address') : null;
  const address = found === null ? null : (siteAddress(found) ?? reader.refuse('address', { code: 'badAddress', args: null }));
  const standings = reader.has('standings') ? reader.word('standings', STANDINGS) : null;
  return { site: { address, standings: standings ?? SITE_FIRST.standings }, issues };
}
