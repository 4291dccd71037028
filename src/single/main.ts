import '../styles.ts';
import { singleEn } from '../i18n/single.en.ts';
import { singleZh } from '../i18n/single.zh.ts';
import { save } from '../download/save.ts';
import { wakePage } from '../wakePage.ts';
import { langOf, readPlace } from './address.ts';
import { carryFrom, theCarried } from './carried.ts';
import { keepTop, openEntry } from './entries.ts';
import { keepHearers, leavePage } from './life.ts';
import { tellPlace } from './place.ts';
import { completeLink, showAnchor, showMessage, showPage } from './show.ts';

const WORDS = { zh: singleZh, en: singleEn };

/** The page that is shown, and the place on it. */
let shown = { route: '', anchor: '' };
/** How far down each step was left. */
const tops = new Map<number, number>();

/** Shows what the address says: another page, another choice on the same one, or another place on it. */
function arrive(isFirst = false): void {
  const place = readPlace(location.hash);
  const { entry, left, top } = openEntry();
  // Going to a place is told twice by the browser, in two ways.
  if (entry === left && !isFirst) return;
  const isOther = isFirst || place.route !== shown.route;
  const isElsewhere = isOther || place.anchor !== shown.anchor;
  tops.set(left, scrollY);
  shown = { route: place.route, anchor: place.anchor };
  if (isOther) {
    leavePage();
    try {
      showPage(place);
      wakePage();
    } catch (error) {
      console.error(error);
      const { title, text } = WORDS[langOf(place.route)].failed;
      showMessage(langOf(place.route), title, text);
    }
  } else tellPlace();
  const before = tops.get(entry) ?? top;
  if (!isElsewhere) return;
  if (before !== undefined) scrollTo(0, before);
  else if (place.anchor !== '') showAnchor(place.anchor);
  else scrollTo(0, 0);
}

/** A published file, given to the browser. @returns Whether there is such a file. */
function take(route: string): boolean {
  const bytes = theCarried().file(route);
  if (!bytes) return false;
  const type = route.endsWith('.csv') ? 'text/csv' : route.endsWith('.json') ? 'application/json' : 'text/plain';
  const name = route.split('/').pop() ?? route;
  // Said only where it fails: the browser shows a file that it has taken.
  if (save(new Blob([new Uint8Array(bytes)], { type }), name) !== 'saved') alert(WORDS[langOf(shown.route)].notSaved);
  return true;
}

const linkOf = ({ target }: Event): Element | null => (target instanceof Element ? target.closest('a[href]') : null);

function onclick(event: MouseEvent): void {
  const link = linkOf(event);
  const href = link?.getAttribute('href') ?? '';
  if (!link || !href.startsWith('#') || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const place = readPlace(href);
  if (take(place.route)) {
    event.preventDefault();
    return;
  }
  // The same place once more is no step, but it is gone to.
  if (href === location.hash) {
    event.preventDefault();
    showAnchor(place.anchor);
  }
}

/** A browser may do with a link what it likes as soon as it is pointed at: by then it says where it leads. */
function onpointed(event: Event): void {
  const link = linkOf(event);
  if (link) completeLink(link);
}

function start(): void {
  const lang = langOf(readPlace(location.hash).route);
  try {
    carryFrom(document);
  } catch (error) {
    console.error(error);
    showMessage(lang, WORDS[lang].name, WORDS[lang].broken);
    return;
  }
  history.scrollRestoration = 'manual';
  for (const type of ['popstate', 'hashchange']) addEventListener(type, () => { arrive(); });
  addEventListener('pagehide', () => { keepTop(scrollY); });
  document.addEventListener('click', onpointed, true);
  document.addEventListener('click', onclick);
  for (const type of ['pointerdown', 'focusin', 'contextmenu', 'dragstart']) document.addEventListener(type, onpointed, true);
  // There is nobody to send a form to.
  document.addEventListener('submit', (event) => { event.preventDefault(); });
  keepHearers();
  arrive(true);
}

start();
