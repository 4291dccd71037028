import { mount } from 'svelte';
import FigureMaker from '../components/articles/FigureMaker.svelte';
import type { articlesZh } from '../i18n/articles.zh.ts';
import { langOfDocument } from '../i18n/languages.ts';
import type { Lang } from '../model/text.ts';
import { readRelease } from '../model/release.ts';
import { home } from '../state/place.ts';
import type { embeddingZh } from '../i18n/embedding.zh.ts';
import '../theme/shareWindow.css';

export interface MadeFigure {
  /** “map-internet-penetration” */
  readonly name: string;
  readonly kind: string;
  /** The page of the whole figure, from the root, in Chinese. */
  readonly page: string;
}

export interface FigureMakerFacts {
  /** Name of the figure that is shown until one is chosen. */
  readonly first: string;
  readonly themes: readonly { readonly name: string; readonly indicators: readonly { readonly name: string; readonly figures: readonly MadeFigure[] }[] }[];
  readonly words: typeof articlesZh.choose;
}

const isFacts = (facts: unknown): facts is FigureMakerFacts => typeof facts === 'object' && facts !== null && 'themes' in facts && 'words' in facts;

async function embeddingTerms(lang: Lang): Promise<typeof embeddingZh> {
  return lang === 'zh' ? (await import('../i18n/embedding.zh.ts')).embeddingZh : (await import('../i18n/embedding.en.ts')).embeddingEn;
}

/** Choosing a figure for an article, from its subject to its code. */
export default async function waken(element: HTMLElement, facts: unknown): Promise<void> {
  if (!isFacts(facts)) throw new Error('the page holds no list of figures');
  const lang: Lang = langOfDocument();
  const release = readRelease(document.querySelector<HTMLMetaElement>('meta[name="atlas-release"]')?.content ?? '');
  const terms = await embeddingTerms(lang);
  element.replaceChildren();
  mount(FigureMaker, { target: element, props: { ...facts, lang, terms, root: home(), release: release?.id ?? null } });
}
