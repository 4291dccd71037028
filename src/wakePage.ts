import { carry, search } from './state/placeSearch.ts';

/** Brings a drawn element to life; `facts` is what the page holds beside it. */
export type Waken = (element: HTMLElement, facts: unknown) => void | Promise<void>;

const islands: Readonly<Record<string, () => Promise<{ readonly default: Waken }>>> = {
  provinces: () => import('./islands/provinces.ts'),
  trend: () => import('./islands/trend.ts'),
  search: () => import('./islands/search.ts'),
  cursor: () => import('./islands/cursor.ts'),
  filter: () => import('./islands/filter.ts'),
  matrix: () => import('./islands/matrix.ts'),
  world: () => import('./islands/world.ts'),
  units: () => import('./islands/units.ts'),
  ranking: () => import('./islands/ranking.ts'),
  compare: () => import('./islands/compare.ts'),
  workshop: () => import('./islands/workshop.ts'),
  articles: () => import('./islands/articles.ts'),
  tables: () => import('./islands/tables.ts'),
  check: () => import('./islands/check.ts'),
  screen: () => import('./islands/screen.ts'),
  verify: () => import('./islands/verify.ts'),
};

/** The facts stand in a script behind the element; an island without facts has all it needs in its own drawing. */
function factsOf(element: HTMLElement): unknown {
  const script = element.nextElementSibling;
  const facts: unknown = script instanceof HTMLScriptElement ? JSON.parse(script.textContent) : null;
  return facts;
}

/** A failed import leaves the drawn picture and its table; the next use tries again. */
async function wake(element: HTMLElement): Promise<void> {
  const island = islands[element.dataset['island'] ?? ''];
  if (!island || element.dataset['state'] === 'waking' || element.dataset['state'] === 'live') return;
  element.dataset['state'] = 'waking';
  try {
    const { default: waken } = await island();
    await waken(element, factsOf(element));
    element.dataset['state'] = 'live';
    tellFailure(element, false);
  } catch (error) {
    element.dataset['state'] = 'failed';
    tellFailure(element, true);
    console.warn(error);
  }
}

/** The sentence that a script could not be had, and a button that tries again. */
function tellFailure(element: HTMLElement, isFailed: boolean): void {
  const sentence = element.parentElement?.querySelector<HTMLElement>(':scope > [data-failure]');
  if (!sentence) return;
  sentence.hidden = !isFailed;
  sentence.querySelector('button')?.addEventListener('click', () => void wake(element), { once: true });
}

/** What a reader did to a drawn element before it was alive; done again once it is, so no click is lost. */
interface Deed {
  readonly target: HTMLElement | SVGElement;
  readonly type: string;
  readonly value: string | null;
}

const hasValue = (target: EventTarget): target is HTMLInputElement | HTMLSelectElement => target instanceof HTMLInputElement || target instanceof HTMLSelectElement;

function redo({ target, type, value }: Deed): void {
  if (!target.isConnected) return;
  if (value !== null && hasValue(target)) target.value = value;
  target.dispatchEvent(type === 'click' ? new MouseEvent('click', { bubbles: true, cancelable: true }) : new Event(type, { bubbles: true }));
}

/** What a page that has been drawn does when it is used. Once for each page. */
export function wakePage(): void {
  const asked = new URLSearchParams(search());
  for (const element of document.querySelectorAll<HTMLElement>('[data-island]')) {
    let deed: Deed | null = null;
    const isLive = () => element.dataset['state'] === 'live';
    const start = async () => {
      await wake(element);
      if (!isLive() || !deed) return;
      const last = deed;
      deed = null;
      redo(last);
    };
    for (const use of ['pointerenter', 'focusin', 'touchstart']) element.addEventListener(use, () => void start(), { passive: true });
    for (const type of ['click', 'input', 'change']) {
      element.addEventListener(type, ({ target }) => {
        if (isLive() || !(target instanceof HTMLElement || target instanceof SVGElement)) return;
        // The browser opens a table and follows a link by itself, and the page opens a window; done again, the table would close.
        if (!target.closest('summary, a, [name=share]')) deed = { target, type, value: hasValue(target) ? target.value : null };
        void start();
      });
    }
    // An address that says more than it was drawn for is the first use.
    if ('atOnce' in element.dataset || element.dataset['address']?.split(' ').some((key) => asked.has(key))) void start();
  }

  // How old a series is depends on the reader's own day.
  if (document.querySelector('[data-read]')) setTimeout(() => void import('./islands/age.ts').then(({ tellAges }) => { tellAges(); }, console.warn), 300);

  // The other language shows the same choice.
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-language-link]')) {
    for (const use of ['pointerdown', 'focus', 'mouseenter', 'click']) link.addEventListener(use, () => { carry(link); }, { passive: true });
  }

  // A table that a reader opens can be taken away; nothing for it is fetched before.
  document.addEventListener('toggle', ({ target }) => {
    if (target instanceof HTMLDetailsElement && target.open && target.matches('.twin:not(.workings)')) import('./islands/twin.ts').then(({ default: waken }) => waken(target)).catch(console.warn);
  }, true);

  // Embedding, downloading, copying, citing: their window comes with the first of them.
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('button[name="share"]') : null;
    if (button) import('./islands/share.ts').then(({ default: open }) => open(button)).catch(console.warn);
  });

  // An address that was published with another release: what it said then.
  if (asked.has('release') && asked.get('release') !== document.querySelector<HTMLMetaElement>('meta[name="atlas-release"]')?.content) import('./islands/then.ts').then(({ default: tell }) => tell()).catch(console.warn);

  // The table of the figure where the keyboard is: one key opens it and closes it again.
  document.addEventListener('keydown', (event) => {
    const { target, key } = event;
    if (key !== 'T' || !event.shiftKey || event.ctrlKey || event.altKey || event.metaKey || !(target instanceof Element) || hasValue(target)) return;
    const twin = target.closest('.figure')?.querySelector<HTMLDetailsElement>('details.twin:not(.workings)');
    if (!twin) return;
    event.preventDefault();
    twin.open = !twin.open;
    twin.querySelector('summary')?.focus();
  });

  // The search box needs a script, so a script shows it in place of the link; Ctrl+K or ⌘K goes there from anywhere.
  for (const element of document.querySelectorAll<HTMLElement>('[data-with-script],[data-without-script]')) element.hidden = 'withoutScript' in element.dataset;
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'k' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    document.querySelector<HTMLElement>('[data-with-script] input')?.focus();
  });

  // A region's printed sheets get the address of the page and its code: before printing there is no time left to fetch a script.
  const sheets = document.querySelector<HTMLElement>('.sheets');
  if (sheets) {
    const draw = async (): Promise<void> => {
      try {
        (await import('./islands/sheets.ts')).default(sheets);
      } catch (error) {
        console.warn(error);
      }
    };
    const whenIdle = () => ('requestIdleCallback' in window ? requestIdleCallback(() => void draw()) : setTimeout(() => void draw(), 500));
    if (document.readyState === 'complete') whenIdle();
    else addEventListener('load', whenIdle, { once: true });
    document.querySelector('[data-print]')?.addEventListener('click', () => void draw().then(() => print()));
  }
}
