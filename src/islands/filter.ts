import { search as placeSearch } from '../state/place.ts';
import { onQuery, readKey, writeQuery, type KeyRefusal } from '../state/query.ts';
import { speak } from './speak.ts';

const KEYS = ['theme', 'forum', 'verdict', 'kind'] as const;
/** More than anyone searches for. */
const LONGEST = 80;

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** Hides the items of a list that are not chosen. The address is the choice; what it says that can't be read is told. */
export default function waken(element: HTMLElement): void {
  const list = document.getElementById(element.dataset['list'] ?? '');
  const search = element.querySelector<HTMLInputElement>('input[name="q"]');
  const count = element.querySelector<HTMLElement>('[data-count]');
  const reset = element.querySelector<HTMLButtonElement>('button[name="reset"]');
  const told = element.querySelector<HTMLElement>('[data-refused]');
  if (!list || !search || !count || !reset || !told) throw new Error('the list or a control of this filter is not there');
  const selects = KEYS.flatMap((key) => {
    const select = element.querySelector<HTMLSelectElement>(`select[name="${key}"]`);
    return select ? [{ key, select }] : [];
  });
  const items = [...list.querySelectorAll<HTMLElement>('[data-item]')].map((item) => ({ item, text: plain(item.textContent) }));
  const groups = [...list.querySelectorAll<HTMLElement>('[data-group]')];
  const all = count.textContent;

  function show(): void {
    const query = new URLSearchParams(placeSearch());
    const refusals: KeyRefusal[] = [];
    const wanted = selects.map(({ key, select }) => {
      const value = readKey(query, key, '', (found) => ([...select.options].some((option) => option.value === found) ? found : undefined), refusals);
      select.value = value;
      return { key, value };
    });
    const text = readKey(query, 'q', '', (found) => (found.length <= LONGEST ? found : undefined), refusals);
    // What is being typed is not written over.
    if (plain(search?.value ?? '') !== plain(text) && search) search.value = text;
    const parts = plain(text).split(' ');
    let shown = 0;
    for (const { item, text: own } of items) {
      const isWanted = wanted.every(({ key, value }) => value === '' || item.dataset[key] === value) && parts.every((part) => own.includes(part));
      item.hidden = !isWanted;
      if (isWanted) shown += 1;
    }
    for (const group of groups) group.hidden = group.querySelector('[data-item]:not([hidden])') === null;
    const isWhole = shown === items.length;
    if (count) count.textContent = isWhole ? all : (count.dataset['count'] ?? '').replace('{k}', String(shown));
    if (reset) reset.hidden = wanted.every(({ value }) => value === '') && text === '';
    void tell(refusals);
  }

  /** The sentence comes whole or not at all, and never for a choice that has been left again. */
  async function tell(refusals: readonly KeyRefusal[]): Promise<void> {
    const asked = placeSearch();
    const { words } = refusals.length > 0 ? await speak() : { words: null };
    if (!told || asked !== placeSearch()) return;
    told.textContent = words ? refusals.map(({ key, found }) => words.refusedIgnored(key, found)).join(' ') : '';
    told.hidden = words === null;
  }

  for (const { key, select } of selects) select.addEventListener('change', () => writeQuery({ [key]: select.value === '' ? null : select.value }));
  search.addEventListener('input', () => writeQuery({ q: plain(search.value) === '' ? null : search.value.slice(0, LONGEST) }, 'replace'));
  reset.addEventListener('click', () => writeQuery({ theme: null, forum: null, verdict: null, kind: null, q: null }));
  onQuery(show);
  show();
}
