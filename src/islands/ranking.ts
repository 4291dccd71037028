import { hydrate, type ComponentProps } from 'svelte';
import RankingExplorer, { type LoadedRanking, type RankingEntry } from '../components/ranking/RankingExplorer.svelte';
import { LoadError } from '../ingest/load.ts';
import type { Region } from '../model/region.ts';
import { speak } from './speak.ts';
import { rankingTerms, takeawayTerms } from './terms.ts';
import { published } from '../state/place.ts';

type Facts = Omit<ComponentProps<typeof RankingExplorer>, 'say' | 'terms' | 'taken' | 'load'>;

const isFacts = (facts: unknown): facts is Facts => typeof facts === 'object' && facts !== null && 'table' in facts && 'catalogue' in facts && 'compareFirst' in facts;

/** The countries come with the first survey of countries, from the file that a reader can download. */
async function countries(base: string): Promise<readonly Region[]> {
  const address = `${base}data/regions/regions.csv`;
  const [{ readRegions }, response] = await Promise.all([import('../ingest/readRegions.ts'), published(address)]);
  if (!response.ok) throw new LoadError(response.status === 404 ? 'notFound' : 'serverError', address, { httpStatus: response.status });
  const { regions, issues } = readRegions({ file: 'regions/regions.csv', text: await response.text() });
  if (issues.length > 0) throw new LoadError('unreadable', address, { issues });
  return regions.filter(({ level }) => level === 'country');
}

/** The ranking: its choices, its table, its reasons and its peers. */
export default async function waken(element: HTMLElement, facts: unknown): Promise<void> {
  if (!isFacts(facts)) throw new Error('the page holds no facts for this ranking');
  const say = await speak();
  const load = async (entry: RankingEntry): Promise<LoadedRanking> => {
    const [{ loadIndicator }, regions] = await Promise.all([import('./loadIndicator.ts'), entry.isWorld ? countries(facts.base) : facts.regions]);
    return { ...(await loadIndicator(entry, facts.base, regions, say)), regions };
  };
  const [terms, taken] = await Promise.all([rankingTerms(say.lang), takeawayTerms(say.lang)]);
  hydrate(RankingExplorer, { target: element, props: { ...facts, terms, taken, say, load } });
}
