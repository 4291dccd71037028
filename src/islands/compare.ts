import { hydrate, type ComponentProps } from 'svelte';
import ComparisonExplorer from '../components/comparison/ComparisonExplorer.svelte';
import { LoadError, loadText } from '../ingest/load.ts';
import { readBundle } from '../ingest/readBundle.ts';
import type { Say } from '../i18n/say.ts';
import { speak, tellsGroups } from './speak.ts';

type Own = ComponentProps<typeof ComparisonExplorer>;
type Facts = Omit<Own, 'say' | 'terms' | 'peerTerms' | 'taken' | 'tables'> & { readonly base: string; readonly file: string; readonly sha256: string };

const isFacts = (facts: unknown): facts is Facts => typeof facts === 'object' && facts !== null && 'regions' in facts && 'peers' in facts && 'sha256' in facts;

async function words(lang: Say['lang']): Promise<Pick<Own, 'terms' | 'peerTerms' | 'taken'>> {
  if (lang === 'zh') {
    const [terms, peerTerms, { takeawayZh }] = await Promise.all([
      import('../i18n/comparison.zh.ts').then((own) => own.comparisonZh),
      tellsGroups() ? import('../i18n/rankingGroups.zh.ts').then((own) => own.rankingGroupsZh) : import('../i18n/rankings.zh.ts').then((own) => own.rankingsZh),
      import('../i18n/takeaway.zh.ts'),
    ]);
    return { terms: tellsGroups() ? (await import('../i18n/comparisonGroups.zh.ts')).comparisonGroupsZh : terms, peerTerms, taken: takeawayZh };
  }
  const [terms, peerTerms, { takeawayEn }] = await Promise.all([
    import('../i18n/comparison.en.ts').then((own) => own.comparisonEn),
    tellsGroups() ? import('../i18n/rankingGroups.en.ts').then((own) => own.rankingGroupsEn) : import('../i18n/rankings.en.ts').then((own) => own.rankingsEn),
    import('../i18n/takeaway.en.ts'),
  ]);
  return { terms: tellsGroups() ? (await import('../i18n/comparisonGroups.en.ts')).comparisonGroupsEn : terms, peerTerms, taken: takeawayEn };
}

/** Regions side by side: the tables of all of them come in one file with the first choice. */
export default async function waken(element: HTMLElement, facts: unknown): Promise<void> {
  if (!isFacts(facts)) throw new Error('the page holds no facts for this comparison');
  const { base, file, sha256, ...own } = facts;
  const say = await speak();
  const [text, terms] = await Promise.all([loadText({ base: `${base}data/`, file, sha256 }), words(say.lang)]);
  const { tables, issues } = readBundle({ file, text, regions: own.regions });
  if (issues.length > 0) throw new LoadError('unreadable', file, { issues });
  hydrate(ComparisonExplorer, { target: element, props: { ...own, ...terms, tables, say } });
}
