import { drawPage } from './drawPage.ts';
import { isOfPage, readPlace, writePlace, type SinglePlace } from './address.ts';

/** What stands in the head for as long as the file is open: its policy, its styles, its mark. */
const LASTING = 'meta[charset],meta[name="viewport"],meta[http-equiv],style,link[rel="icon"]';

function fragmentOf(html: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
}

const language = { zh: 'zh-CN', en: 'en' } as const;

/** A sentence in place of everything: what went wrong, in the language of the address. */
export function showMessage(lang: 'zh' | 'en', title: string, text: string): void {
  const [main, head, line] = [document.createElement('main'), document.createElement('h1'), document.createElement('p')];
  head.textContent = title;
  line.textContent = text;
  main.className = 'title';
  main.append(head, line);
  document.documentElement.lang = language[lang];
  document.title = title;
  document.body.replaceChildren(main);
}

/** Puts a page in place of the one before: nothing of that one is left in the document. */
export function showPage({ route }: SinglePlace): void {
  const { lang, head, body } = drawPage(route);
  const root = document.documentElement;
  for (const { name } of [...root.attributes]) root.removeAttribute(name);
  root.lang = language[lang];
  for (const one of [...document.head.childNodes]) if (!(one instanceof Element && one.matches(LASTING))) one.remove();
  for (const one of [...document.body.attributes]) document.body.removeAttribute(one.name);
  document.head.append(fragmentOf(head));
  document.body.replaceChildren(fragmentOf(body));
}

/** As a browser does with the part behind “#”: the place is shown, and the keyboard goes on from there. */
export function showAnchor(anchor: string): void {
  for (const one of document.querySelectorAll('[data-target]')) one.removeAttribute('data-target');
  const target = anchor === '' ? null : document.getElementById(anchor);
  if (!target) return;
  target.setAttribute('data-target', '');
  if (target.closest('details:not([open])')) for (let one = target.closest('details'); one; one = one.parentElement?.closest('details') ?? null) one.open = true;
  target.scrollIntoView();
  if (target.tabIndex < 0 && !target.hasAttribute('tabindex')) {
    target.tabIndex = -1;
    target.addEventListener('blur', () => { target.removeAttribute('tabindex'); }, { once: true });
  }
  target.focus({ preventScroll: true });
}

/** A place on the open page gets its whole address, so that it can be opened beside, copied and kept. */
export function completeLink(link: Element): void {
  const href = link.getAttribute('href') ?? '';
  if (!href.startsWith('#') || href.includes('/') || isOfPage(readPlace(href))) return;
  link.setAttribute('href', writePlace({ ...readPlace(location.hash), anchor: readPlace(href).route }));
}

