import { mount, type ComponentProps } from 'svelte';
import Presenter from '../components/wall/Presenter.svelte';
import Wall from '../components/wall/Wall.svelte';
import type { ScreenFacts } from '../pages/screenPage.ts';
import { search } from '../state/place.ts';
import { readFlags } from '../wall/flags.ts';
import { withOwnList } from '../wall/ownList.ts';
import { wallTime } from '../wall/time.ts';
import './wallStyles.ts';

const isFacts = (facts: unknown): facts is ScreenFacts => typeof facts === 'object' && facts !== null && 'playlists' in facts && Array.isArray(facts.playlists) && facts.playlists.length > 0 && 'shapes' in facts;

async function wordsOf(lang: ScreenFacts['lang']): Promise<Pick<ComponentProps<typeof Wall>, 'words' | 'healthWords'>> {
  if (lang === 'zh') {
    const [{ screenZh }, { healthZh }] = await Promise.all([import('../i18n/screen.zh.ts'), import('../i18n/health.zh.ts')]);
    return { words: screenZh, healthWords: healthZh };
  }
  const [{ screenEn }, { healthEn }] = await Promise.all([import('../i18n/screen.en.ts'), import('../i18n/health.en.ts')]);
  return { words: screenEn, healthWords: healthEn };
}

/** The wall, or its presenter's window, takes the place of the plain list. */
export default async function waken(element: HTMLElement, facts: unknown): Promise<void> {
  if (!isFacts(facts)) throw new Error('the page holds no scenes');
  const { words, healthWords } = await wordsOf(facts.lang);
  const { flags } = readFlags(search(), facts);
  if (flags.presenter === null) mount(Wall, { target: element, props: { facts, words, healthWords, time: wallTime(flags.now) } });
  else mount(Presenter, { target: element, props: { facts: { ...facts, playlists: withOwnList(facts.playlists, flags.scenes, words.ownList) }, words, time: wallTime(), wall: flags.presenter } });
  for (const plain of document.querySelectorAll<HTMLElement>('[data-screen-plain]')) plain.hidden = true;
}
