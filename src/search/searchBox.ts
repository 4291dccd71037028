import type { searchZh } from '../i18n/search.zh.ts';
import { find, prepare, type Findings, type Piece, type Prepared } from './find.ts';
import type { IndexAnswer } from './loadIndex.ts';

interface SearchBoxInput {
  readonly form: HTMLFormElement;
  /** From this page to the home of its language: “../en/”. */
  readonly home: string;
  readonly words: typeof searchZh;
  readonly load: () => Promise<IndexAnswer>;
}

function part<Kind extends Element>(form: HTMLElement, selector: string, kind: new () => Kind): Kind {
  const found = form.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`the search box has no ${selector}`);
  return found;
}

/** Only ever text: what was typed and what a file says is never read as markup. */
function element(name: string, attributes: Readonly<Record<string, string>>, children: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

const drawn = (pieces: readonly Piece[]): readonly Node[] => pieces.map(({ text, isMarked }) => (isMarked ? element('mark', {}, [text]) : document.createTextNode(text)));

/**
 * The combobox of the ARIA practices with a list box as its popup: the input keeps the focus, Down and Up move through
 * the list, Home and End go to its ends once it has been entered, Enter follows the chosen one or else the first,
 * Escape closes, and once closed empties. While an input method composes, nothing is searched and no key is taken.
 */
export function searchBox({ form, home, words, load }: SearchBoxInput): void {
  const input = part(form, 'input', HTMLInputElement);
  const panel = part(form, '.search-panel', HTMLElement);
  const list = part(form, '[role="listbox"]', HTMLElement);
  const count = part(form, '.search-count', HTMLElement);
  const message = part(form, '.search-message', HTMLElement);
  const sentence = part(message, 'span', HTMLElement);
  const retry = part(message, 'button', HTMLButtonElement);
  const status = part(form, '[role="status"]', HTMLElement);

  let prepared: Prepared | null = null;
  let state: 'unasked' | 'loading' | 'ready' | 'failed' | 'refused' = 'unasked';
  let options: readonly HTMLAnchorElement[] = [];
  let active = -1;
  let isComposing = false;

  const isOpen = () => !panel.hidden;

  function choose(next: number): void {
    options[active]?.setAttribute('aria-selected', 'false');
    active = next;
    const option = options[active];
    if (!option) {
      input.removeAttribute('aria-activedescendant');
      return;
    }
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', option.id);
  }

  function show(isShown: boolean): void {
    panel.hidden = !isShown;
    input.setAttribute('aria-expanded', String(isShown && options.length > 0));
    if (!isShown) choose(-1);
  }

  function say(text: string): void {
    if (status.textContent !== text) status.textContent = text;
  }

  function showFindings({ groups }: Findings): void {
    const made: HTMLAnchorElement[] = [];
    const drawnGroups = groups.map(({ kind, found }) => {
      const headId = `search-${kind}`;
      const rows = found.map(({ entry, name, also }) => {
        const option = document.createElement('a');
        option.href = home + entry.href;
        option.id = `search-option-${made.length}`;
        option.tabIndex = -1;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        const aside = also.length > 0 ? element('span', { class: 'search-also' }, drawn(also)) : null;
        const hint = entry.hint === '' ? null : element('span', { class: 'search-hint' }, [entry.hint]);
        option.append(element('span', { class: 'search-name' }, drawn(name)), ...[aside, hint].flatMap((one) => (one ? [' ', one] : [])));
        made.push(option);
        return option;
      });
      return element('div', { role: 'group', 'aria-labelledby': headId }, [element('div', { role: 'presentation', class: 'search-kind', id: headId }, [words.groups[kind]]), ...rows]);
    });
    list.replaceChildren(...drawnGroups);
    options = made;
  }

  function tellState(): void {
    const isTrouble = state === 'failed' || state === 'refused';
    message.hidden = !(isTrouble || state === 'loading');
    retry.hidden = !isTrouble;
    sentence.textContent = state === 'failed' ? words.failed : state === 'refused' ? words.refused : words.loading;
    if (isTrouble) say(sentence.textContent);
  }

  function search(): void {
    const typed = input.value.trim();
    if (typed === '') {
      list.replaceChildren();
      options = [];
      say('');
      show(false);
      return;
    }
    tellState();
    choose(-1);
    if (!prepared) {
      list.replaceChildren();
      options = [];
      count.textContent = '';
      show(true);
      return;
    }
    const findings = find(prepared, typed);
    showFindings(findings);
    list.hidden = options.length === 0;
    count.textContent = findings.shown > 0 ? words.count(findings.shown, findings.more) : words.none(typed.length > 40 ? `${typed.slice(0, 40)}…` : typed);
    say(findings.shown > 0 ? words.count(findings.shown, findings.more) : words.noneShort);
    show(true);
  }

  async function ask(): Promise<void> {
    if (state === 'loading' || state === 'ready') return;
    state = 'loading';
    tellState();
    const answer = await load();
    if (answer.kind === 'entries') {
      prepared = prepare(answer.entries);
      state = 'ready';
    } else state = answer.kind;
    tellState();
    if (!isComposing && (form.contains(document.activeElement) || isOpen())) search();
  }

  function press(event: KeyboardEvent): void {
    // Enter and the arrows belong to the input method while it composes; 229 is how older ones say so.
    if (isComposing || event.isComposing || event.keyCode === 229) return;
    const last = options.length - 1;
    const go = (next: number) => {
      event.preventDefault();
      choose(next);
    };
    switch (event.key) {
      case 'ArrowDown':
        if (!isOpen() && input.value.trim() !== '') search();
        if (options.length > 0) go(active === last ? 0 : active + 1);
        break;
      case 'ArrowUp':
        if (isOpen() && options.length > 0) go(active <= 0 ? last : active - 1);
        break;
      case 'Home':
        if (active >= 0) go(0);
        break;
      case 'End':
        if (active >= 0) go(last);
        break;
      case 'Enter':
        event.preventDefault();
        if (isOpen()) (options[active] ?? options[0])?.click();
        break;
      case 'Escape':
        event.preventDefault();
        if (isOpen()) show(false);
        else {
          input.value = '';
          search();
        }
        break;
      case 'Tab':
        show(false);
        break;
    }
  }

  input.addEventListener('focus', () => void ask());
  input.addEventListener('compositionstart', () => {
    isComposing = true;
  });
  input.addEventListener('compositionend', () => {
    isComposing = false;
    search();
  });
  input.addEventListener('input', () => {
    void ask();
    if (!isComposing) search();
  });
  input.addEventListener('keydown', press);
  input.addEventListener('click', () => {
    if (!isOpen() && !isComposing) search();
  });
  // Pressing on the list must not take the focus from the input, or the list would close before the click.
  panel.addEventListener('pointerdown', (event) => event.preventDefault());
  panel.addEventListener('mousedown', (event) => event.preventDefault());
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && form.contains(relatedTarget))) show(false);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  retry.addEventListener('click', () => {
    void ask();
    input.focus();
  });

  // What was typed before this box was alive is not lost.
  if (document.activeElement === input || input.value !== '') {
    void ask();
    search();
  }
}
