import { mount } from 'svelte';
import TakeAway from '../components/control/TakeAway.svelte';
import { fileName } from '../download/fileName.ts';
import { readTable } from '../download/readTable.ts';
import { sheetOfTable } from '../download/sheetOfTable.ts';
import { langOfDocument } from '../i18n/languages.ts';
import { search } from '../state/place.ts';
import { aboutTable, pageName, textOf } from './aboutTable.ts';
import { speak } from './speak.ts';
import { takeawayTerms } from './terms.ts';

/** A table drawn by an island that is still waking is not to be added to: its script expects what was drawn. */
function whenLive(twin: Element): Promise<void> {
  const island = twin.closest<HTMLElement>('[data-island]');
  const isLive = (): boolean => !island || island.dataset['state'] === 'live';
  if (!island || isLive()) return Promise.resolve();
  return new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      if (!isLive()) return;
      watch.disconnect();
      resolve();
    });
    watch.observe(island, { attributes: true, attributeFilter: ['data-state'] });
  });
}

/** Tables that their publisher lets nobody hand on are read here, not taken away. */
const isKept = (): boolean => document.querySelector('[data-not-taken]') !== null;

/** Below an opened table twin: buttons that give what it shows at that moment. */
export default async function waken(twin: HTMLDetailsElement): Promise<void> {
  const isDone = (): boolean => twin.querySelector('.take-away') !== null;
  if (isKept() || isDone() || !twin.querySelector('table.data')) return;
  const [say, terms] = await Promise.all([
    speak(),
    takeawayTerms(langOfDocument()),
    whenLive(twin),
  ]);
  if (isDone()) return;
  mount(TakeAway, {
    target: twin,
    props: {
      say,
      terms,
      sheet: () => {
        const table = twin.querySelector<HTMLTableElement>('table.data');
        const name = textOf(twin.querySelector('caption'));
        const id = twin.closest<HTMLElement>('.figure')?.dataset['figure'] ?? twin.id;
        const period = new URLSearchParams(search()).get('period') ?? '';
        return sheetOfTable(table ? readTable(table) : { columns: [], rows: [] }, { name, fileName: fileName(`${id}-${pageName()}`, period, say.lang), about: aboutTable(twin, name, terms) }, say);
      },
    },
  });
}
