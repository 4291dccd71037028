import { mount } from 'svelte';
import VerifyDesk from '../components/verify/VerifyDesk.svelte';
import { langOfDocument } from '../i18n/languages.ts';
import type { Lang } from '../model/text.ts';
import type { ThenTerms } from '../releases/thenNow.ts';
import { isSingleFile, published, search } from '../state/place.ts';
import type { VerifyTerms } from '../verify/verifyView.ts';
import { openWorld } from '../verify/world.ts';
import { speak, tellsGroups } from './speak.ts';
import '../theme/verify.css';

export interface VerifyFacts {
  /** From the page to the site's root. */
  readonly base: string;
  /** Before the address of a page in this language. */
  readonly pages: string;
  /** SHA-256 of `atlas.html`; null: not known here. */
  readonly single: string | null;
}

const isFacts = (facts: unknown): facts is VerifyFacts => typeof facts === 'object' && facts !== null && 'base' in facts && 'pages' in facts && 'single' in facts;

async function termsOf(lang: Lang): Promise<VerifyTerms> {
  return lang === 'zh' ? (await import('../i18n/verify.zh.ts')).verifyZh : (await import('../i18n/verify.en.ts')).verifyEn;
}

async function thenOf(lang: Lang): Promise<ThenTerms> {
  if (lang === 'zh') return tellsGroups() ? (await import('../i18n/thenGroups.zh.ts')).thenGroupsZh : (await import('../i18n/then.zh.ts')).thenZh;
  return tellsGroups() ? (await import('../i18n/thenGroups.en.ts')).thenGroupsEn : (await import('../i18n/then.en.ts')).thenEn;
}

/** A field for hashes and a place for files. What is put there is read here and sent nowhere. */
export default async function waken(element: HTMLElement, facts: unknown): Promise<void> {
  if (!isFacts(facts)) throw new Error('the page does not say where its files are');
  const { base, pages, single } = facts;
  const lang: Lang = langOfDocument();
  const [terms, then, say] = await Promise.all([termsOf(lang), thenOf(lang), speak()]);
  const text = async (path: string): Promise<string | null> => {
    try {
      const response = await published(base + path);
      return response.ok ? await response.text() : null;
    } catch {
      return null; // no network: told in words by the desk
    }
  };
  let world: ReturnType<typeof openWorld> | null = null;
  const open = async () => {
    world ??= openWorld(text, single);
    const found = await world;
    // What could not be had is asked for again.
    if (found === null) world = null;
    return found;
  };
  element.replaceChildren();
  mount(VerifyDesk, { target: element, props: { speech: { terms, then, say, href: (path) => pages + path }, open, asked: new URLSearchParams(search()).get('q') ?? '', note: isSingleFile ? terms.single : '' } });
}
