import { hydrate, type ComponentProps } from 'svelte';
import ComparisonExplorer from '../components/comparison/ComparisonExplorer.svelte';
import { LoadError, loadText } from '../ingest/load.ts';
import { readBundle } from '../ingest/readBundle.ts';
import { published } from '../state/place.ts';
import { speak } from './speak.ts';
import { comparisonTerms, rankingTerms, takeawayTerms } from './terms.ts';

type Own = ComponentProps<typeof ComparisonExplorer>;
type Facts = Omit<Own, 'say' | 'terms' | 'peerTerms' | 'taken' | 'tables'> & { readonly base: string; readonly file: string; readonly sha256: string };

const isFacts = (facts: unknown): facts is Facts => typeof facts === 'object' && facts !== null && 'regions' in facts && 'peers' in facts && 'sha256' in facts;

/** Regions side by side: the tables of all of them come in one file with the first choice. */
export default async function waken(element: HTMLElement, facts: unknown): Promise<void> {
  if (!isFacts(facts)) throw new Error('the page holds no facts for this comparison');
  const { base, file, sha256, ...own } = facts;
  const say = await speak();
  const [text, terms, peerTerms, taken] = await Promise.all([loadText({ base: `${base}data/`, file, sha256, fetcher: published }), comparisonTerms(say.lang), rankingTerms(say.lang), takeawayTerms(say.lang)]);
  const { tables, issues } = readBundle({ file, text, regions: own.regions });
  if (issues.length > 0) throw new LoadError('unreadable', file, { issues });
  hydrate(ComparisonExplorer, { target: element, props: { ...own, terms, peerTerms, taken, tables, say } });
}
