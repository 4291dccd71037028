import { codePath } from '../charts/codePath.ts';
import { credit } from '../cite/credit.ts';
import { formatNumber } from '../i18n/format.ts';
import type { pictureZh } from '../i18n/picture.zh.ts';
import { wrapMeasured } from '../letters/wrap.ts';
import type { Lang } from '../model/text.ts';
import type { FigureFacts } from '../share/figureFacts.ts';
import { cloneFigure, columnsOf, settleClone } from './figureClone.ts';
import { openFrame, type Frame } from './frame.ts';
import type { Preset } from './presets.ts';

export interface SheetWish {
  readonly preset: Preset;
  readonly theme: 'light' | 'dark';
  readonly hasCode: boolean;
  readonly terms: typeof pictureZh;
}

/** A figure laid out on a sheet, in a document of its own. */
export interface LaidSheet {
  readonly sheet: HTMLElement;
  readonly width: number;
  readonly height: number;
  /** The figure's own picture on it. */
  readonly picture: HTMLElement;
  readonly scale: number;
  /** The smallest letters of the picture, in units of the sheet. */
  readonly smallestText: number;
  close(): void;
}

const MARK = 'M0 0h10v10H0zM11 0h10v10H11zM22 0h10v10H22zM0 11h10v10H0zM22 11h10v10H22zM0 22h10v10H0zM11 22h10v10H11zM22 22h10v10H22z';

/** Below this a phone's reader has to guess; see presets.ts. */
const READABLE = 12.5;
/** Words over words are worse than small ones. */
const CLASHING = 0.6;
/** A picture is not blown up. */
const LARGEST_SCALE = 1.4;
const WIDTHS = [0.38, 0.46, 0.55, 0.65, 0.75, 0.86, 1, 1.15, 1.35, 1.6, 1.9, 2.3] as const;
const GAP = 10;

interface Parts {
  readonly sheet: HTMLElement;
  readonly words: HTMLElement;
  readonly room: HTMLElement;
  readonly picture: HTMLElement;
  readonly end: HTMLElement;
  readonly notes: HTMLElement;
}

function part(document: Document, name: string, text = '', tag = 'div'): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  element.textContent = text;
  return element;
}

function svgOf(document: Document, name: string, size: number, paths: readonly (readonly [name: string, d: string])[]): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', name);
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  for (const [kind, d] of paths) {
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('class', kind);
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}

/** An address as people read it: characters of Chinese rather than their codes. */
export function readableAddress(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address; // a code that is none stays as it is
  }
}

/** A takeaway of several sentences has its first as headline where room is scarce; the others stand below as notes do. */
function headlineOf({ takeaway, heading, lang }: FigureFacts, { width, height }: Preset): readonly [string, ...string[]] {
  const text = takeaway === '' ? heading : takeaway;
  const isLong = text.length > (lang === 'zh' ? 60 : 140);
  if (height === null || (width >= 700 && !isLong)) return [text];
  const [first, ...others] = text.match(lang === 'zh' ? /[^。]+。?/g : /.+?(?:[.!?](?=\s[A-Z])|$)/g) ?? [text];
  const rest = others.map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');
  return [first ?? text, ...(rest.length > 0 ? [rest.join(lang === 'zh' ? '' : ' ')] : [])];
}

/** A phone's picture of a given height: what is said of sources in full would leave the picture no room. */
const isScarce = ({ width, height }: Preset): boolean => width < 700 && height !== null;

/** Who published the figures; what they called their publications stands in the file's description. */
function shortSource(source: string, lang: Lang): string {
  const publishers = credit(source, lang);
  const [label = ''] = /^[^：:]{1,8}[：:]\s*/u.exec(source) ?? [];
  return publishers === '' ? source : `${label}${publishers}${lang === 'zh' ? '。' : '.'}`;
}

/** All that a picture says besides itself: whoever finds it years later can go back to where it came from. */
function compose(document: Document, facts: FigureFacts, headline: string, { preset, hasCode, terms }: SheetWish): Parts {
  const make = (name: string, text = '', tag = 'div') => part(document, name, text, tag);
  const sheet = make('poster');
  sheet.style.setProperty('--poster-pad', preset.width >= 700 ? '24px 30px' : '14px 16px');
  sheet.style.width = `${preset.width}px`;
  sheet.classList.toggle('is-small', preset.width < 700);
  sheet.classList.toggle('is-fixed', preset.height !== null);
  sheet.classList.toggle('is-low', preset.width < 700 && preset.height !== null && preset.height <= preset.width);

  const words = make('poster-words');
  const line = make('poster-line');
  line.append(make('', facts.heading, 'span'), ...(facts.coverage === '' ? [] : [make('', facts.coverage, 'span')]));
  words.append(line, make('poster-title', headline));

  const room = make('poster-room');
  const picture = make('poster-picture');
  room.append(picture);

  const end = make('poster-end');
  const notes = make('poster-notes');
  const foot = make('poster-foot');
  const sources = make('poster-sources');
  for (const source of facts.sources.slice(0, 1)) sources.append(make('', isScarce(preset) ? shortSource(source, facts.lang) : source, 'p'));
  const told = facts.release ? [terms.readUntil(facts.release.date), terms.release(facts.release.id)] : [terms.unreleased];
  const brand = make('poster-brand', '', 'p');
  const state = make('', '', 'span');
  state.append(...told.map((text) => make('', text, 'span')));
  brand.append(svgOf(document, 'poster-mark', 32, [['t', MARK], ['s', 'M11 11h10v10H11z']]), make('', facts.site, 'b'), state);
  sources.append(brand, make('poster-address', readableAddress(facts.address), 'p'));
  foot.append(sources);
  if (hasCode) {
    const { size, d } = codePath(facts.address);
    foot.append(svgOf(document, 'poster-code', size, [['', d]]));
  }
  end.append(notes, foot);
  sheet.append(words, room, end);
  return { sheet, words, room, picture, end, notes };
}

/** Of what is shown; a letter that nobody could read makes a picture too small. */
function smallestText(root: Element, view: Window & typeof globalThis): number {
  const walker = root.ownerDocument.createTreeWalker(root, view.NodeFilter.SHOW_TEXT);
  let least = Infinity;
  const seen = new Set<Element>();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || seen.has(parent) || (node.nodeValue ?? '').trim() === '') continue;
    seen.add(parent);
    const style = view.getComputedStyle(parent);
    if (style.visibility !== 'visible' || style.clipPath.startsWith('inset(50%') || parent.getClientRects().length === 0) continue;
    const ctm = parent instanceof view.SVGGraphicsElement ? parent.getScreenCTM() : null;
    least = Math.min(least, Number.parseFloat(style.fontSize) * (ctm ? Math.sqrt(Math.abs(ctm.a * ctm.d - ctm.b * ctm.c)) : 1));
  }
  return least;
}

/** Deeper than this in both directions, words that meet can't be read; less is the room above and below letters. */
const TOUCH = 4;

/** A chart that is drawn for any size finds no place for all its words in the smallest. */
function clashesIn(root: Element): number {
  const boxes = [...root.querySelectorAll('svg text')].map((text) => text.getBoundingClientRect());
  let count = 0;
  boxes.forEach((one, index) => {
    for (const other of boxes.slice(index + 1)) {
      const [across, down] = [Math.min(one.right, other.right) - Math.max(one.left, other.left), Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)];
      if (across > TOUCH && down > TOUCH) count += 1;
    }
  });
  return count;
}

/** The picture laid out at one width. */
interface Trial {
  readonly laid: number;
  /** Of a long table. */
  readonly columns: number;
  /** Height to width that a chart was given. */
  readonly ratio: number;
  /** More than asked for where something doesn't shrink. */
  readonly width: number;
  readonly height: number;
  readonly text: number;
  /** Pairs of a chart's words that lie over each other. */
  readonly clashes: number;
}

interface Plan {
  readonly trial: Trial;
  readonly scale: number;
  readonly isBeside: boolean;
  readonly titlePx: number;
  readonly notes: readonly string[];
  readonly room: { readonly width: number; readonly height: number };
  readonly score: number;
}

const sizeOf = (element: Element) => {
  const { width, height } = element.getBoundingClientRect();
  return { width, height };
};

/**
 * Lays a figure out for a format: words above the picture or beside it, the picture at the width at which most of the
 * room is filled with letters that can be read. Notes give way before letters do; source, date and address never.
 */
export async function laySheet(figure: HTMLElement, facts: FigureFacts, wish: SheetWish): Promise<LaidSheet> {
  const frame: Frame = await openFrame(wish.theme);
  try {
    return lay(frame, figure, facts, wish);
  } catch (error) {
    frame.close();
    throw error;
  }
}

function lay(frame: Frame, figure: HTMLElement, facts: FigureFacts, wish: SheetWish): LaidSheet {
  const { document, element } = frame;
  const view = document.defaultView;
  if (!view) throw new Error('the frame has no window');
  const { preset, terms } = wish;
  const [headline, ...more] = headlineOf(facts, preset);
  const parts = compose(document, facts, headline, wish);
  const { sheet, words, room, picture, end, notes } = parts;
  const { way, figure: copy, redraw } = cloneFigure(figure, document);
  picture.append(way);
  document.body.append(sheet);
  settleClone(copy, figure.ownerDocument);

  const padX = preset.width >= 700 ? 30 : 16;
  const padY = preset.width >= 700 ? 24 : 14;
  const inner = { width: preset.width - 2 * padX, height: preset.height === null ? null : preset.height - 2 * padY };

  const divide = columnsOf(copy);
  const divisions = divide ? [1, 2, 3] : [1];
  const trials = new Map<string, Trial>();
  /** @param ratio Height to width, of a chart that takes any. */
  function tryAt(laid: number, ratio: number, columns: number): Trial {
    const key = `${Math.round(laid)} ${columns} ${redraw ? ratio : ''}`;
    const known = trials.get(key);
    if (known) return known;
    const width = Math.round(laid);
    // Rules of the page that ask for the window's width get the picture's.
    element.style.width = `${width}px`;
    picture.style.width = `${width}px`;
    picture.style.transform = '';
    divide?.(columns);
    if (redraw) redraw({ width, height: Math.max(180, Math.round(width * ratio)) });
    // Columns that need more than they have would lie over each other.
    const isTight = columns > 1 && [...picture.querySelectorAll('.poster-columns>div')].some((column) => column.scrollWidth > column.clientWidth + 1);
    const found = { laid: width, columns, ratio, width: Math.max(width, picture.scrollWidth), height: Math.max(1, picture.offsetHeight), text: isTight ? 0 : smallestText(picture, view ?? window), clashes: redraw ? clashesIn(picture) : 0 };
    trials.set(key, found);
    return found;
  }

  // How old a series is comes last and is left out first.
  const said = [...more, ...facts.limits, ...facts.sources.slice(1)];
  const fewer = (count: number): readonly string[] => (count >= said.length ? said : [...said.slice(0, count), terms.moreNotes(formatNumber(said.length - count))]);
  const setNotes = (texts: readonly string[]): void => {
    notes.replaceChildren(...texts.map((text) => part(document, '', text, 'p')));
  };
  const title = words.querySelector<HTMLElement>('.poster-title');
  const pen = document.createElement('canvas').getContext('2d');
  const setWay = (isBeside: boolean, titlePx: number, column: number): void => {
    sheet.classList.toggle('is-beside', isBeside);
    sheet.style.setProperty('--poster-column', `${column}px`);
    sheet.style.setProperty('--poster-title', `${titlePx}px`);
    if (!title) return;
    // The Song face is for 24 pixels and more.
    title.classList.toggle('is-text', titlePx < 24);
    if (!pen) return;
    const { fontWeight, fontSize, fontFamily } = view.getComputedStyle(title);
    pen.font = `${fontWeight} ${fontSize} ${fontFamily}`;
    const { lines } = wrapMeasured((text) => pen.measureText(text).width, headline, { width: isBeside ? column : inner.width, maxLines: 20 });
    title.replaceChildren(...lines.flatMap((line, index) => [...(index === 0 ? [] : [' ']), part(document, 'poster-headline', line, 'span')]));
  };

  function score(trial: Trial, scale: number, sheetHeight: number): number {
    const area = (trial.width * trial.height * scale * scale) / (preset.width * sheetHeight);
    return Math.sqrt(area) * Math.min(1, (trial.text * scale) / READABLE) ** 2 * CLASHING ** trial.clashes;
  }

  const sizes = preset.width >= 700 ? [28, 25, 22, 19] : [22, 20, 18, 16];
  const counts = [...new Set([said.length, Math.min(said.length, 2), Math.min(said.length, 1), 0])];
  let best: Plan | null = null;

  if (inner.height === null) {
    for (const [share, columns] of WIDTHS.flatMap((one) => divisions.map((count) => [one, count] as const))) {
      const trial = tryAt(inner.width * share, inner.width > 600 ? 0.5 : 0.78, columns);
      const scale = Math.min(1.15, inner.width / trial.width);
      const height = trial.height * scale;
      const fills = (trial.width * scale) / inner.width;
      // At its own width first; higher than three widths is a scroll, not a picture.
      const own = fills * Math.min(1, (trial.text * scale) / READABLE) ** 2 * CLASHING ** trial.clashes * Math.min(1, (3 * inner.width) / height) - Math.abs(Math.log(share)) * 0.05 - (columns - 1) * 0.02;
      if (!best || own > best.score) best = { trial, scale, isBeside: false, titlePx: sizes[0] ?? 20, notes: said, room: { width: inner.width, height }, score: own };
    }
  } else {
    const ways = preset.width / (preset.height ?? 1) > 1.4 ? [false, true] : [false];
    for (const isBeside of ways) {
      const column = Math.round(inner.width * 0.34);
      for (const [index, titlePx] of sizes.entries()) {
        for (const count of counts) {
          setWay(isBeside, titlePx, column);
          setNotes(fewer(count));
          const [above, below] = [sizeOf(words).height, sizeOf(end).height];
          const own = isBeside ? { width: inner.width - column - 24, height: inner.height - 10 } : { width: inner.width, height: inner.height - above - below - 2 * GAP };
          if (own.height < 60 || (isBeside && above + below + GAP > inner.height)) continue;
          for (const share of WIDTHS) {
           for (const columns of divisions) {
            const trial = tryAt(own.width * share, Math.round((Math.max(0.25, (own.height - 40) / own.width)) * 20) / 20, columns);
            const scale = Math.min(LARGEST_SCALE, own.width / trial.width, own.height / trial.height);
            // A larger headline and all that limits it, when the picture loses little by them.
            const worth = score(trial, scale, preset.height ?? 1) * (1 - 0.04 * index) * (1 + 0.12 * (said.length === 0 ? 1 : count / said.length));
            if (!best || worth > best.score) best = { trial, scale, isBeside, titlePx, notes: fewer(count), room: own, score: worth };
           }
          }
        }
      }
    }
  }
  if (!best) throw new Error(`no layout of ${facts.id} fits ${preset.name}`);

  const { trial, scale, isBeside, titlePx, room: own } = best;
  setWay(isBeside, titlePx, Math.round(inner.width * 0.34));
  setNotes(best.notes);
  trials.clear();
  const laid = tryAt(trial.laid, trial.ratio, trial.columns);
  picture.style.transform = scale === 1 ? '' : `scale(${scale})`;
  // What the picture leaves free is shared out around it.
  const shift = Math.max(0, (own.width - laid.width * scale) / 2);
  picture.style.marginLeft = `${shift}px`;
  room.style.width = `${own.width}px`;
  room.style.height = `${inner.height === null ? laid.height * scale : own.height}px`;
  if (inner.height !== null) picture.style.marginTop = `${Math.max(0, (own.height - laid.height * scale) / 2)}px`;
  if (preset.height !== null) sheet.style.height = `${preset.height}px`;
  const height = preset.height ?? Math.ceil(sizeOf(sheet).height);
  sheet.style.height = `${height}px`;
  return { sheet, width: preset.width, height, picture, scale, smallestText: laid.text * scale, close: () => frame.close() };
}
