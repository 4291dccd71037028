import type { EmbedFrame, EmbedRow } from '../view/embed/embedView.ts';
import type { EmbedFacts } from './facts.ts';

const SVG = 'http://www.w3.org/2000/svg';

const put = (root: ParentNode, selector: string, text: string): void => {
  const element = root.querySelector(selector);
  if (element) element.textContent = text;
};

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

/** What the cursor says of a region. */
export const saidOf = ([id, place, value, , , said]: EmbedRow, { names, words }: EmbedFacts): string => `${names[id] ?? id}\n${said || [value, place].filter(Boolean).join(words.comma)}`;

/** The regions of a map or a tile grid: colour or hatch, figure, words. */
function paintMap(picture: Element, frame: EmbedFrame, facts: EmbedFacts): void {
  const rows = new Map(frame.rows.map((row) => [row[0], row]));
  for (const one of picture.querySelectorAll<SVGElement>('[data-id],[data-ink]')) {
    const row = rows.get(one.dataset['id'] ?? one.dataset['ink'] ?? '');
    if (!row) continue;
    const [, , value, tone] = row;
    one.dataset['tone'] = tone;
    if (tone.startsWith('absent-')) one.setAttribute('fill', `url(#h-${tone.slice(7)})`);
    else one.removeAttribute('fill');
    if (one.dataset['stop']) one.dataset['say'] = saidOf(row, facts);
    const text = one.querySelector('.value');
    if (text) {
      text.textContent = value;
      text.setAttribute('class', `value${value.length > 7 ? ' tiny' : value.length > 5 ? ' small' : ''}`);
    }
  }
}

function rankingRow([id, place, value, tone, bar]: EmbedRow, { names }: EmbedFacts): HTMLElement {
  const row = document.createElement('li');
  row.dataset['id'] = id;
  row.className = tone;
  row.append(element('i', place), element('span', names[id] ?? id));
  if (bar >= 0) {
    const svg = document.createElementNS(SVG, 'svg');
    const rect = document.createElementNS(SVG, 'rect');
    svg.setAttribute('aria-hidden', 'true');
    rect.setAttribute('width', `${bar}%`);
    rect.setAttribute('height', '100%');
    svg.append(rect);
    row.append(svg);
  } else row.append(document.createElement('em'));
  row.append(element('b', value));
  return row;
}

function tableRow([id, place, value, , , said]: EmbedRow, hasPlaces: boolean, { names, words }: EmbedFacts): HTMLElement {
  const row = document.createElement('tr');
  const head = element('th', names[id] ?? id);
  head.setAttribute('scope', 'row');
  const cells = [element('td', value || (said.split(words.comma)[0] ?? ''))];
  if (hasPlaces) cells.unshift(element('td', place));
  for (const cell of cells) cell.className = 'num';
  row.append(...(hasPlaces ? cells.slice(0, 1) : []), head, ...cells.slice(-1));
  return row;
}

function classItem(tone: string, name: string): HTMLElement {
  const item = document.createElement('li');
  const swatch = document.createElement('i');
  swatch.dataset['tone'] = tone;
  item.append(swatch, name);
  return item;
}

/** Puts a period into the page: every sentence of it was worded at build. */
export function showFrame(frame: EmbedFrame, facts: EmbedFacts): void {
  put(document, '.embed-heading', frame.heading);
  put(document, 'h1', frame.takeaway);
  put(document, '.embed-limits', frame.limits.join(facts.lang === 'zh' ? '' : ' '));
  put(document, '.embed-coverage', frame.coverage);
  put(document, '.embed-source', frame.source);
  const picture = document.querySelector('.embed-picture');
  if (picture && facts.kind === 'map') paintMap(picture, frame, facts);
  if (frame.classes) document.querySelector('[data-classes]')?.replaceChildren(...frame.classes.map(([tone, name]) => classItem(tone, name)));
  document.querySelector('.rows')?.replaceChildren(...frame.rows.map((row) => rankingRow(row, facts)));
  const hasPlaces = (document.querySelectorAll('.embed-table th[scope=col]').length) > 2;
  document.querySelector('.embed-table tbody')?.replaceChildren(...frame.rows.map((row) => tableRow(row, hasPlaces, facts)));
  for (const one of document.querySelectorAll<HTMLElement>('[data-kind]')) one.hidden = !frame.rows.some(([, , , tone]) => tone === `absent-${one.dataset['kind'] ?? ''}`);
  for (const one of document.querySelectorAll<HTMLElement>('[data-mark]')) one.hidden = !frame.rows.some(([, , value]) => value.includes(one.dataset['mark'] ?? ''));
}
