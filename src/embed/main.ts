import { attachCursor } from '../cursor/cursor.ts';
import { tellLive } from '../releases/tellLive.ts';
import { unpackFrame, type EmbedFacts } from './facts.ts';
import { MOST_HIGHLIGHTS, readFlags, type FlagRefusal, type Flags } from './flags.ts';
import { saidOf, showFrame } from './frames.ts';
import { naturalHeight, tellHeight } from './height.ts';

// The script of every page for an article: reads the address, chooses among what was drawn and worded at build, and
// answers to pointer and keys. It fetches nothing, keeps nothing, and puts words of an address into the page as text.

const root = document.documentElement;
const { body } = document;
const script = document.currentScript;
const figure = document.querySelector<HTMLElement>('.embed-figure');
const head = document.querySelector('.embed-head');
const line = document.querySelector('h1');

const isFacts = (json: unknown): json is EmbedFacts => typeof json === 'object' && json !== null && 'kind' in json && 'words' in json;

function readFacts(): EmbedFacts {
  const json: unknown = JSON.parse(document.querySelector('#facts')?.textContent ?? '');
  if (!isFacts(json)) throw new Error('this page has no facts of its figure');
  return json;
}

const paragraph = (className: string, text: string): HTMLElement => {
  const made = document.createElement('p');
  made.className = className;
  made.textContent = text;
  return made;
};

const known = readFacts();
const { words } = known;
const frames = known.frames?.map(unpackFrame) ?? null;
const { search } = location;
const query = new URLSearchParams(search);
const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

function told({ key, found, used }: FlagRefusal): string {
  const sentence = used === null || used === '' ? words.refusedIgnored : words.refused;
  // In one go, so that what was found is never read as a place for something else; and “$&” is no pattern.
  return sentence.replace(/\{(key|found|used)\}/g, (_, name: string) => (name === 'key' ? key : name === 'found' ? found : (used ?? '')));
}

const refusals: FlagRefusal[] = [];
const { flags, refusals: wrong } = readFlags(search, { ids: known.ids, periods: [...(frames ?? []).map(({ period }) => period), ...known.places.map(({ period }) => period), ...[...document.querySelectorAll<HTMLElement>('[data-period]')].map((cell) => cell.dataset['period'] ?? '')] });
refusals.push(...wrong);

/** One of these, or nothing; what is not is told. */
function choice(key: string, values: readonly string[]): string | null {
  const found = query.get(key);
  if (found === null || found === '') return null;
  if (values.includes(found)) return found;
  refusals.push({ key, found: shown(found), used: null });
  return null;
}

/** Ids joined by dots; what is unknown or one too many is told. */
function several(key: string): readonly string[] {
  const asked = [...new Set((query.get(key) ?? '').split('.', 200).filter(Boolean))];
  const taken = asked.filter((id) => known.ids.includes(id)).slice(0, MOST_HIGHLIGHTS);
  const left = asked.filter((id) => !taken.includes(id));
  if (left.length > 0) refusals.push({ key, found: shown(left.join('.')), used: null });
  return taken;
}

/** The same figure in the other language, where the page says it is; a frozen page is of one language for ever. */
function otherLanguage({ lang }: Flags): string | null {
  if (lang === null || lang === known.lang) return null;
  const link = body.dataset['frozen'] === undefined ? document.querySelector<HTMLLinkElement>('link[rel="alternate"][hreflang]') : null;
  if (link) return link.href + search;
  refusals.push({ key: 'lang', found: lang, used: known.lang });
  return null;
}

function dress({ theme, transparent, plain, static: isStill, hide }: Flags): void {
  if (theme !== 'auto') {
    root.dataset['theme'] = theme;
    document.querySelector('meta[name="color-scheme"]')?.setAttribute('content', theme);
  }
  root.classList.toggle('is-transparent', transparent);
  body.classList.toggle('is-plain', plain);
  body.classList.toggle('is-static', isStill);
  for (const part of hide) body.classList.add(`hide-${part}`);
}

/** Picks regions or series out; none: all stand equal. */
function light(ids: readonly string[]): void {
  if (!figure) return;
  figure.classList.toggle('has-lit', ids.length > 0);
  for (const one of [...figure.querySelectorAll<HTMLElement | SVGElement>('[data-id]')]) {
    const isLit = ids.includes(one.dataset['id'] ?? '');
    one.classList.toggle('is-lit', isLit);
    // The edge of a region would lie half under its neighbours.
    if (isLit && one instanceof SVGElement && one.parentElement?.closest('.areas,.as-tiles')) one.parentElement.append(one);
  }
  document.querySelector('.is-tall .is-lit')?.scrollIntoView({ block: 'nearest' });
}

const SVG = 'http://www.w3.org/2000/svg';

/** The quoter's own words: text, marked as theirs. */
function quote({ title, note, at }: Flags): void {
  if (title !== '' && line) line.before(paragraph('own-title', title), paragraph('own-mark', words.ownTitle));
  if (note === '') return;
  const place = known.places.find(({ period }) => period === at);
  const plot = document.querySelector('.plot');
  const ofRegion = at !== '' && known.ids.includes(at) ? `${known.names[at] ?? at}${words.comma}` : '';
  const ofPeriod = frames?.find(({ period }) => period === at)?.when ?? place?.when ?? '';
  head?.append(paragraph('own-note', words.note + (ofRegion || (ofPeriod && ofPeriod + words.comma)) + note));
  if (!place || !plot) return;
  const mark = document.createElementNS(SVG, 'line');
  mark.setAttribute('class', 'at-note');
  mark.setAttribute('x1', `${place.x}%`);
  mark.setAttribute('x2', `${place.x}%`);
  mark.setAttribute('y2', '100%');
  plot.append(mark);
}

function chooseFrame(period: string): void {
  const frame = frames?.find((one) => one.period === period);
  if (frame) showFrame(frame, known);
  light(lit);
}

/** What is said of each chosen region stands below the sentence, as on the whole page beside the map. */
function sayChosen(ids: readonly string[], period: string): void {
  for (const old of document.querySelectorAll('.embed-chosen')) old.remove();
  const rows = frames?.find((one) => one.period === period)?.rows ?? [];
  head?.append(...ids.flatMap((id) => rows.filter(([own]) => own === id)).map((row) => paragraph('embed-chosen', saidOf(row, known).replace('\n', words.comma))));
}

let lit: readonly string[] = flags.highlight;

function start(): void {
  dress(flags);
  const periods = (frames ?? []).map(({ period }) => period);
  const period = frames ? (choice('period', periods) ?? periods.at(-1) ?? '') : '';
  const region = frames || known.kind === 'matrix' ? choice('region', known.ids) : null;
  const view = known.kind === 'map' ? choice('view', ['map', 'tiles']) : null;
  const listed = frames ? several('regions') : [];
  lit = [...new Set([...flags.highlight, ...(region === null ? [] : [region]), ...listed])];
  if (view !== null) body.dataset['view'] = view;
  chooseFrame(period);
  // In a ranking each stands in its row; on a map a colour is no number.
  const said = known.kind === 'map' ? lit : [];
  sayChosen(said, period);
  quote(flags);
  if (!flags.static) bringToLife(period, said);
  tellLive({ lang: known.lang, region: region ?? (lit.length === 1 ? (lit[0] ?? null) : null), isOfChosenPeriod: period !== (periods.at(-1) ?? '') });

  const wanted = known.fullKeys.filter((key) => query.get(key));
  const full = script instanceof HTMLScriptElement ? script.dataset['full'] : undefined;
  const notes = refusals.map(told);
  if (wanted.length > 0 && !flags.static && full !== undefined && body.dataset['frozen'] === undefined) {
    const loaded = document.createElement('script');
    loaded.src = full;
    loaded.defer = true;
    loaded.addEventListener('error', () => head?.append(paragraph('embed-told', words.needsFull)));
    body.append(loaded);
  } else if (wanted.length > 0) notes.push(words.needsFull);
  for (const note of notes) head?.append(paragraph('embed-told', note));
}

function bringToLife(period: string, said: readonly string[]): void {
  // A cell says its row, its column and its figure.
  for (const row of document.querySelectorAll<HTMLTableRowElement>('.matrix tbody tr')) {
    for (const cell of row.cells) {
      const column = row.closest('table')?.tHead?.rows[0]?.cells[cell.cellIndex];
      if (cell.cellIndex === 0 || !column) continue;
      cell.dataset['stop'] = 'cell';
      cell.dataset['say'] = `${row.cells[0]?.textContent ?? ''}${words.comma}${column.getAttribute('aria-label') ?? column.textContent}\n${cell.dataset['said'] ?? cell.textContent}`;
    }
  }
  for (const area of document.querySelectorAll<HTMLElement>('.cursor-area')) attachCursor(area);
  const select = document.querySelector<HTMLSelectElement>('.embed-period select');
  if (select) {
    select.closest<HTMLElement>('label')?.removeAttribute('hidden');
    select.value = period;
    select.addEventListener('change', () => {
      chooseFrame(select.value);
      sayChosen(said, select.value);
    });
  }
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'T' || !event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
    const table = document.querySelector<HTMLDetailsElement>('details.embed-table');
    if (!table) return;
    event.preventDefault();
    table.open = !table.open;
    table.querySelector('summary')?.focus();
  });
}

const other = otherLanguage(flags);
if (other === null) {
  start();
  // A figure that was taken from its page stands in place of the drawn one.
  tellHeight(() => (figure?.isConnected ? naturalHeight(figure) : Math.ceil(document.body.getBoundingClientRect().height)));
} else location.replace(other);
