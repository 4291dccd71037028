import type { Page } from 'playwright-core';

/** A line of text as it stands on the screen. */
export interface MeasuredLine {
  readonly text: string;
  /** Class names of the elements around it, innermost first. */
  readonly within: string;
  /** Height of a capital or digit of its type, CSS pixels, as the browser draws it. */
  readonly capital: number;
}

export interface WallMeasure {
  /** Of the note, CSS pixels. */
  readonly em: number;
  readonly detail: string;
  readonly lines: readonly MeasuredLine[];
  /** Text that is cut by an edge, or lies outside the screen. */
  readonly cut: readonly string[];
  /** Two texts that lie on one another. */
  readonly touching: readonly string[];
  /** Something that is not a text lies over one: the code, a chip. */
  readonly isEmpty: boolean;
}

/**
 * Everything that can be read on the stage, measured from what the browser drew: boxes of its ink, not of its lines.
 * Text for screen readers alone is passed over.
 */
export const measureWall = (page: Page): Promise<WallMeasure> =>
  page.evaluate(() => {
    const stage = document.querySelector<HTMLElement>('.wall-stage');
    if (!stage) return { em: 0, detail: 'none', lines: [], cut: ['no stage'], touching: [], isEmpty: true };
    const context = document.createElement('canvas').getContext('2d');
    if (!context) throw new Error('no canvas');
    const stageBox = stage.getBoundingClientRect();
    const EDGE = 1.5;
    interface Piece {
      readonly text: string;
      readonly left: number;
      readonly right: number;
      readonly top: number;
      readonly bottom: number;
      readonly within: string;
      readonly capital: number;
      readonly isCut: boolean;
    }
    const pieces: Piece[] = [];
    const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const words = (node.textContent ?? '').replace(/\s+/g, ' ').trim();
      const element = node.parentElement;
      if (words === '' || !element || element.closest('[hidden],.visually-hidden,title,desc,script,style')) continue;
      const style = getComputedStyle(element);
      if (style.visibility !== 'visible' || Number(style.opacity) === 0 || style.display === 'none') continue;
      const size = parseFloat(style.fontSize);
      context.font = `${style.fontStyle} ${style.fontWeight} ${size}px ${style.fontFamily}`;
      const capital = context.measureText(/[A-Z]/.test(words) && !/\d/.test(words) ? 'H' : '8').actualBoundingBoxAscent;
      const ink = context.measureText(words);
      const range = document.createRange();
      range.selectNodeContents(node);
      let clips: DOMRect[] = [];
      for (let one: Element | null = element; one && one !== stage.parentElement; one = one.parentElement) {
        const { overflow, overflowX, overflowY } = getComputedStyle(one);
        if (/hidden|clip|auto|scroll/.test(overflow + overflowX + overflowY) && !(one instanceof SVGElement && one.tagName !== 'svg')) clips = [...clips, one.getBoundingClientRect()];
      }
      for (const rect of range.getClientRects()) {
        if (rect.width < 1 || rect.height < 1) continue;
        // The line box is taller than the letters: what matters is the ink about its baseline.
        const middle = (rect.top + rect.bottom) / 2;
        const tall = Math.min(rect.height, ink.actualBoundingBoxAscent + ink.actualBoundingBoxDescent);
        const box = { left: rect.left, right: rect.right, top: middle - tall / 2, bottom: middle + tall / 2 };
        const isOut = (room: DOMRect) => box.left < room.left - EDGE || box.right > room.right + EDGE || box.top < room.top - EDGE || box.bottom > room.bottom + EDGE;
        pieces.push({ text: words, ...box, capital, within: [element.getAttribute('class') ?? '', element.parentElement?.getAttribute('class') ?? ''].join(' < '), isCut: isOut(stageBox) || clips.some(isOut) });
      }
    }
    const touching: string[] = [];
    pieces.forEach((one, index) => {
      for (const other of pieces.slice(index + 1)) {
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        if (across > 2 && down > Math.max(2, 0.12 * Math.min(one.bottom - one.top, other.bottom - other.top))) touching.push(`“${one.text}” / “${other.text}”`);
      }
    });
    return {
      em: parseFloat(getComputedStyle(stage).fontSize),
      detail: stage.dataset['detail'] ?? '',
      lines: pieces.map(({ text, within, capital }) => ({ text, within, capital })),
      cut: pieces.filter(({ isCut }) => isCut).map(({ text, within }) => `“${text}” (${within})`),
      touching,
      isEmpty: pieces.length === 0,
    };
  });

/** The screens that halls have: from a notebook to a wall of LEDs, on its side and on its end. */
export const WALL_VIEWPORTS = [
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
  { width: 1366, height: 768 },
  { width: 1080, height: 1920 },
  { width: 2160, height: 3840 },
  { width: 3840, height: 1080 },
  { width: 1024, height: 768 },
  { width: 7680, height: 4320 },
] as const;
