import type { PictureSize } from '../charts/trendOption.ts';
import { redrawOf } from './redraw.ts';

/** What stands around a picture on a page: the sheet says it anew, or it is there to be pressed. */
const AROUND =
  'figcaption,.controls,.control,.notes,.twins,.twin,.source,.actions,.take-away,.cursor-layer,.cursor-tip,[role=status],[aria-live],.message,input,select,textarea,script,template,[hidden],.visually-hidden,.map-door,.map-hint,dialog,iframe';

/** Divides a long table or list into columns; 1 puts it back. */
export type Columns = (count: number) => void;

export interface FigureClone {
  /** To be put into the sheet. */
  readonly way: HTMLElement;
  readonly figure: HTMLElement;
  /** Draws a live chart at the size that the sheet has for it; null: the figure is laid out by its own styles. */
  readonly redraw: ((size: PictureSize) => void) | null;
}

const REFERS = /(?:url\(["']?#|^#)([^"')\s]+)/g;

/** Ids of textures, clips and shapes that a figure uses. */
function idsUsed(element: Element): readonly string[] {
  const used = new Set<string>();
  for (const one of element.querySelectorAll('*')) {
    for (const name of ['fill', 'stroke', 'clip-path', 'href', 'xlink:href', 'mask']) {
      for (const [, id = ''] of one.getAttribute(name)?.matchAll(REFERS) ?? []) if (one.namespaceURI === 'http://www.w3.org/2000/svg') used.add(id);
    }
  }
  return [...used];
}

/** `<use>` has a tree of its own that no script can walk: a copy in its place is styled alike. */
function spellOut(uses: Iterable<SVGUseElement>, document: Document): void {
  for (const use of uses) {
    const id = (use.getAttribute('href') ?? use.getAttribute('xlink:href') ?? '').replace(/^#/, '');
    const target = document.getElementById(id);
    const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
    for (const { name, value } of use.attributes) if (!/^(?:xlink:)?href$|^[xy]$|^width$|^height$/.test(name)) group.setAttribute(name, value);
    const [x, y] = ['x', 'y'].map((name) => Number(use.getAttribute(name) ?? '0') || 0);
    if (x !== 0 || y !== 0) group.setAttribute('transform', `${use.getAttribute('transform') ?? ''} translate(${x} ${y})`.trim());
    const copy = target?.cloneNode(true);
    if (copy instanceof (document.defaultView ?? window).Element) {
      copy.removeAttribute('id');
      group.append(copy);
    }
    use.replaceWith(group);
  }
}

/** Words that only a style sheet says become words of the document. */
function speakPseudo(root: Element, view: Window): void {
  for (const element of [...root.querySelectorAll<HTMLElement>('*')]) {
    for (const side of ['::before', '::after'] as const) {
      const style = view.getComputedStyle(element, side);
      const [, text] = /^"(.*)"$/.exec(style.content) ?? [];
      if (text === undefined || text === '' || style.display === 'none') continue;
      const word = root.ownerDocument.createElement('span');
      word.textContent = text.replace(/\\(.)/g, '$1');
      Object.assign(word.style, { display: style.display, color: style.color, fontSize: style.fontSize, fontWeight: style.fontWeight, lineHeight: style.lineHeight });
      element.dataset['spoken'] = '';
      if (side === '::before') element.prepend(word);
      else element.append(word);
    }
  }
}

/**
 * A copy of a figure's picture and legend, as it stands on the page, in the way of its ancestors, whose styles reach it.
 * @param document Of the frame, with all styles.
 */
export function cloneFigure(figure: HTMLElement, document: Document): FigureClone {
  const copy = document.importNode(figure, true);
  for (const around of copy.querySelectorAll(AROUND)) if (!around.querySelector('svg.map-sheet')) around.remove();
  // Only a table's own buttons hold words of the picture.
  for (const button of copy.querySelectorAll('button')) if (!button.closest('table')) button.remove();

  let way: HTMLElement = copy;
  for (let ancestor = figure.parentElement; ancestor && ancestor !== figure.ownerDocument.body; ancestor = ancestor.parentElement) {
    const step = document.importNode(ancestor, false);
    step.removeAttribute('style');
    step.classList.add('poster-way');
    step.append(way);
    way = step;
  }

  const box = figure.querySelector<HTMLElement>('.trend');
  const boxCopy = copy.querySelector<HTMLElement>('.trend');
  const redraw = box ? redrawOf(box) : undefined;
  boxCopy?.querySelector('.live')?.remove();
  boxCopy?.classList.remove('is-live');
  let draw: FigureClone['redraw'] = null;
  if (boxCopy && redraw) {
    for (const drawn of boxCopy.querySelectorAll('.drawn')) drawn.remove();
    const own = document.createElement('div');
    own.className = 'drawn is-taken';
    boxCopy.prepend(own);
    draw = (size) => {
      own.innerHTML = redraw(size);
    };
  }
  return { way, figure: copy, redraw: draw };
}

/** What a copy needs of its page, once it stands in the frame. */
export function settleClone(copy: HTMLElement, original: Document): void {
  const document = copy.ownerDocument;
  const view = document.defaultView;
  if (!view) return;
  const defined = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  defined.setAttribute('class', 'poster-defs');
  for (const id of idsUsed(copy)) {
    const found = document.getElementById(id) ? null : original.getElementById(id);
    if (found) defined.append(document.importNode(found, true));
  }
  document.body.append(defined);
  spellOut([...copy.querySelectorAll('use')], document);
  speakPseudo(copy, view);
}

/** Fewer rows need no second column. */
const LONG = 14;

/** @returns Null for a figure without a long table or list. */
export function columnsOf(copy: HTMLElement): Columns | null {
  const table = [...copy.querySelectorAll('table')].find(({ rows }) => rows.length > LONG);
  const list = table ? undefined : [...copy.querySelectorAll<HTMLElement>('ol,ul')].find(({ children }) => children.length > LONG && [...children].every(({ localName }) => localName === 'li'));
  const whole = table ?? list;
  if (!whole) return null;
  const box = copy.ownerDocument.createElement('div');
  box.className = 'poster-columns';
  whole.replaceWith(box);
  box.append(whole);

  function partOf(from: number, to: number): Node {
    if (!table) {
      const own = copy.ownerDocument.importNode(whole ?? box, false);
      if (list) own.append(...[...list.children].slice(from, to).map((item) => item.cloneNode(true)));
      return own;
    }
    const own = table.cloneNode(false);
    const bodies = new Map<Element, Node>();
    if (table.tHead) own.appendChild(table.tHead.cloneNode(true));
    const rows = [...table.rows].filter((row) => row.parentElement !== table.tHead).slice(from, to);
    for (const row of rows) {
      const section = row.parentElement ?? table;
      const copied = bodies.get(section) ?? section.cloneNode(false);
      if (!bodies.has(section)) own.appendChild(copied);
      bodies.set(section, copied);
      copied.appendChild(row.cloneNode(true));
    }
    return own;
  }

  return (count) => {
    box.style.setProperty('--columns', String(count));
    box.classList.toggle('is-divided', count > 1);
    if (count === 1) {
      box.replaceChildren(whole);
      return;
    }
    const total = table ? [...table.rows].filter((row) => row.parentElement !== table.tHead).length : (list?.children.length ?? 0);
    const each = Math.ceil(total / count);
    box.replaceChildren(
      ...Array.from({ length: count }, (_, index) => {
        const column = copy.ownerDocument.createElement('div');
        column.append(partOf(index * each, (index + 1) * each));
        return column;
      }),
    );
  };
}
