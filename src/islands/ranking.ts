import { hydrate, type ComponentProps } from 'svelte';
import RankingExplorer, { type LoadedRanking, type RankingEntry } from '../components/ranking/RankingExplorer.svelte';
import { LoadError } from '../ingest/load.ts';
import type { Say } from '../i18n/say.ts';
import type { Region } from '../model/region.ts';
import { speak, tellsGroups } from './speak.ts';

type Facts = Omit<ComponentProps<typeof RankingExplorer>, 'say' | 'terms' | 'taken' | 'load'>;

const isFacts = (facts: unknown): facts is Facts => typeof facts === 'object' && facts !== null && 'table' in facts && 'catalogue' in facts && 'compareFirst' in facts;

/** The countries come with the first survey of countries, from the file that a reader can download. */
async function countries(base: string): Promise<readonly Region[]> {
  const address = `${base}data/regions/regions.csv`;
  const [{ readRegions }, response] = await Promise.all([import('../ingest/readRegions.ts'), fetch(address)]);
  if (!response.ok) throw new LoadError(response.status === 404 ? 'notFound' : 'serverError', address, { httpStatus: response.status });
  const { regions, issues } = readRegions({ file: 'regions/regions.csv', text: await response.text() });
  if (issues.length > 0) throw new LoadError('unreadable', address, { issues });
  return regions.filter(({ level }) => level === 'country');
}

async function words(lang: Say['lang']): Promise<Pick<ComponentProps<typeof RankingExplorer>, 'terms' | 'taken'>> {
  if (lang === 'zh') {
    const [terms, { takeawayZh }] = await Promise.all([tellsGroups() ? import('../i18n/rankingGroups.zh.ts').then((own) => own.rankingGroupsZh) : import('../i18n/rankings.zh.ts').then((own) => own.rankingsZh), import('../i18n/takeaway.zh.ts')]);
    return { terms, taken: takeawayZh };
  }
  const [terms, { takeawayEn }] = await Promise.all([tellsGroups() ? import('../i18n/rankingGroups.en.ts').then((own) => own.rankingGroupsEn) : import('../i18n/rankings.en.ts').then((own) => own.rankingsEn), import('../i18n/takeaway.en.ts')]);
  return { terms, taken: takeawayEn };
}

/** The ranking: its choices, its table, its reasons and its peers. */
export default async function waken(element: HTMLElement, facts: unknown): Promise<void> {
  if (!isFacts(facts)) throw new Error('the page holds no facts for this ranking');
  const say = await speak();
  const load = async (entry: RankingEntry): Promise<LoadedRanking> => {
    const [{ loadIndicator }, regions] = await Promise.all([import('./loadIndicator.ts'), entry.isWorld ? countries(facts.base) : facts.regions]);
    return { ...(await loadIndicator(entry, facts.base, regions, say)), regions };
  };
  hydrate(RankingExplorer, { target: element, props: { ...facts, ...(await words(say.lang)), say, load } });
}
