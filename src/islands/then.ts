import { ANY_FIGURE } from '../embed/embedName.ts';
import { langOfDocument } from '../i18n/languages.ts';
import type { Lang } from '../model/text.ts';
import { thenLine } from '../releases/record.ts';
import { loadRecord, showLine } from '../releases/tellThen.ts';
import { home, search } from '../state/place.ts';
import { onQuery } from '../state/query.ts';

/** A line at the head of the page, for what is told of no one figure. */
function headLine(): HTMLElement {
  const place = document.createElement('p');
  place.className = 'then';
  place.setAttribute('role', 'note');
  document.querySelector('main')?.prepend(place);
  return place;
}

/**
 * An address that names another release than the page's own: under each figure, what it said then where it says
 * something else now. A release that nobody knows is told once, at the head of the page.
 */
export default async function tellOnPage(): Promise<void> {
  const lang: Lang = langOfDocument();
  const root = home();
  const asked = () => new URLSearchParams(search());
  const release = () => asked().get('release') ?? '';
  const any = await loadRecord(root, ANY_FIGURE);
  if (!any) return;
  if (!Object.hasOwn(any[lang].then, release())) {
    showLine(headLine(), thenLine(any, { lang, release: release(), region: null }), root);
    return;
  }
  // Asked anew each time: an island may have drawn its figure again.
  const figures = () => [...document.querySelectorAll<HTMLElement>('.figure[data-embed]')];
  if (figures().length === 0) {
    const text = any[lang].pages?.[release()];
    if (text !== undefined) showLine(headLine(), { text, more: any[lang].more }, root);
    return;
  }
  const tell = async (figure: HTMLElement): Promise<void> => {
    const place = figure.querySelector<HTMLElement>('[data-then]');
    if (!place) return;
    const keys = (figure.dataset['embedKeys'] ?? '').split(' ');
    const before = search();
    const query = asked();
    const own = (key: string) => (keys.includes(key) ? query.get(key) : null);
    // What is drawn is not yet what is asked for.
    if (own('indicator') !== null && figure.closest<HTMLElement>('[data-island]')?.dataset['state'] !== 'live') return;
    const name = figure.dataset['embed'] ?? '';
    const record = await loadRecord(root, name);
    // It came too late: the figure is another by now.
    if (figure.dataset['embed'] !== name || search() !== before) return;
    showLine(place, record && release() !== '' ? thenLine(record, { lang, release: release(), region: own('region'), isOfChosenPeriod: own('period') !== null || own('compare') !== null }) : null, root);
  };
  const tellAll = () => Promise.all(figures().map(tell));
  onQuery(() => void tellAll());
  // Another indicator is another figure.
  new MutationObserver(() => void tellAll()).observe(document.body, { subtree: true, attributeFilter: ['data-embed', 'data-state'] });
  await tellAll();
}
