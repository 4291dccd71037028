import type { Lang } from '../model/text.ts';
import { tellThen } from './tellThen.ts';

/**
 * A live page for an article whose address names another release than its own: a line at the head of its foot, whose room
 * is kept from the start. A frozen page is of one release for ever, and has its own line.
 */
export function tellLive({ lang, region, isOfChosenPeriod }: { readonly lang: Lang; readonly region: string | null; readonly isOfChosenPeriod: boolean }): void {
  const release = new URLSearchParams(location.search).get('release');
  const own = document.querySelector<HTMLMetaElement>('meta[name="atlas-release"]')?.content;
  const foot = document.querySelector('.embed-foot');
  if (release === null || release === own || !foot || document.body.dataset['frozen'] !== undefined) return;
  const place = document.createElement('p');
  place.className = 'embed-then-now';
  foot.prepend(place);
  const file = location.pathname.split('/').pop() ?? '';
  void tellThen(place, { name: file.replace(/\.html$/, ''), lang, release, region, isOfChosenPeriod, target: '_blank' });
}
