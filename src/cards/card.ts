import type { Letters } from '../letters/letters.ts';
import type { CardPicture, CardView } from './cardView.ts';
import { drawFigures, drawNetworks, drawNumber, drawStrip } from './drawFacts.ts';
import { drawGroups, drawRows } from './drawRows.ts';
import { drawLegend, drawTiles, legendHeight } from './drawTiles.ts';
import { drawTrends } from './drawTrend.ts';
import type { Palette } from './palette.ts';
import { HEIGHT, sheet, WIDTH, type Box, type Sheet } from './sheet.ts';

const MARGIN = 60;
const [LEFT, RIGHT] = [MARGIN, WIDTH - MARGIN];
/** Of the figure's rule, of what stands between it and the foot, and of the foot's hairline. */
const [RULE, FOOT] = [40, 552];
/** Pictures that are tall stand at the right of their words, wide ones below them. */
const TALL: readonly CardPicture['kind'][] = ['tiles', 'rows', 'groups'];
const COLUMN = 590;

/** The nine squares, the middle one the seal. */
function drawMark(on: Sheet, left: number, top: number, size: number): void {
  const unit = size / 32;
  for (const row of [0, 1, 2]) {
    for (const column of [0, 1, 2]) on.box(left + column * 11 * unit, top + row * 11 * unit, 10 * unit, 10 * unit, row === 1 && column === 1 ? 'selected' : 'text-strong');
  }
}

function drawFoot(on: Sheet, { site, siteOther, source, origin }: CardView): void {
  on.box(LEFT, FOOT, RIGHT - LEFT, 1.5, 'rule-weak');
  drawMark(on, LEFT, FOOT + 19, 40);
  const name = on.text(site, { face: 'strong', size: 30, x: LEFT + 56, y: FOOT + 49, role: 'text-strong' });
  const other = on.text(siteOther, { face: 'text', size: 20, x: name.right + 14, y: FOOT + 49, role: 'text-muted' });
  const width = RIGHT - other.right - 40;
  if (on.measure(source, 'text', 18) <= width) {
    if (source !== '') on.line(source, { face: 'text', sizes: [20, 18], width, x: RIGHT, y: FOOT + 34, role: 'text-muted', anchor: 'end' });
  } else {
    // Long names of publishers take two lines beside the site's own.
    on.block(source, { face: 'text', sizes: [16, 15, 14], x: other.right + 40, top: FOOT + 6, width, height: 42, maxLines: 2, leading: 1.2, role: 'text-muted' });
    on.line(origin, { face: 'text', sizes: [16], width, x: other.right + 40, y: FOOT + 63, role: 'text-muted' });
    return;
  }
  on.line(origin, { face: 'text', sizes: [18, 16], width, x: RIGHT, y: FOOT + 59, role: 'text-muted', anchor: 'end' });
}

/** A page's own name: in a column, or above a picture that needs the height. */
const NAME = { column: [84, 76, 68, 60, 54, 48, 42], wide: [58, 52, 46, 42, 38, 34, 30] } as const;
const BELOW = { none: [46, 42, 38, 34], column: [38, 36, 34, 32, 30, 28, 26, 24, 22], wide: [28, 26, 24, 22, 21, 20] } as const;
const SENTENCE = [64, 58, 52, 48, 44, 40, 37, 34, 31, 28, 26];

/** Rule, what is shown, the name of a page that has one, the sentence. Returns where the words end. */
function drawWords(on: Sheet, { heading, coverage, title, headline, picture }: CardView, { left, right, top, bottom }: Box, sizes: readonly number[]): number {
  const isWide = right - left > COLUMN;
  let y = top;
  if (heading !== '') {
    const covered = isWide && coverage !== '' ? on.text(coverage, { face: 'text', size: 22, x: right, y: y + 22, role: 'text-muted', anchor: 'end' }).left - 30 : right;
    const head = on.block(heading, { face: 'strong', sizes: [25, 23, 21, 19], x: left, top: y, width: covered - left, height: 48, maxLines: 2, leading: 1.25, role: 'text-muted' });
    y = Math.max(y + 44, head.bottom + 14);
  }
  if (title !== '') y = on.block(title, { face: 'display', sizes: NAME[isWide ? 'wide' : 'column'], x: left, top: y, width: right - left, height: isWide ? 70 : 200, maxLines: isWide ? 1 : 2, leading: 1.2, role: 'text-strong' }).bottom + (isWide ? 12 : 18);
  return on.block(headline, { face: title === '' ? 'display' : 'text', sizes: title === '' ? sizes : BELOW[picture.kind === 'none' ? 'none' : isWide ? 'wide' : 'column'], x: left, top: y, width: right - left, height: bottom - y, maxLines: 7, leading: title === '' ? 1.28 : 1.42, role: title === '' ? 'text-strong' : 'text' }).bottom;
}

function drawPicture(on: Sheet, picture: CardPicture, area: Box): void {
  switch (picture.kind) {
    case 'tiles':
      return drawTiles(on, picture, area);
    case 'rows':
      return drawRows(on, picture, area);
    case 'groups':
      return drawGroups(on, picture, area);
    case 'trend':
      return drawTrends(on, picture, area);
    case 'figures':
      return drawFigures(on, picture, area);
    case 'number':
      return drawNumber(on, picture, area);
    case 'strip':
      return drawStrip(on, picture, area);
    case 'networks':
      return drawNetworks(on, picture, area);
    case 'none':
      return drawMark(on, area.right - 250, area.top + (area.bottom - area.top - 250) / 2, 250);
  }
}

/** Everything on a card, laid out: what tests look at. */
export function layOut(view: CardView, letters: Letters, palette: Palette): Sheet {
  const on = sheet(letters, palette, view.lang === 'zh' ? '…' : '...');
  on.box(LEFT, RULE, RIGHT - LEFT, 6, 'rule-strong');
  const { picture } = view;
  const [top, bottom] = [RULE + 26, FOOT - 20];
  if (TALL.includes(picture.kind) || picture.kind === 'none') {
    const legend = picture.kind === 'tiles' ? legendHeight(picture) : 0;
    const words = { left: LEFT, right: LEFT + COLUMN, top, bottom: bottom - legend - (legend > 0 ? 22 : 0) };
    drawWords(on, view, words, SENTENCE);
    if (picture.kind === 'tiles' && legend > 0) drawLegend(on, picture, { ...words, top: bottom - legend + 4, bottom });
    drawPicture(on, picture, { left: LEFT + COLUMN + (picture.kind === 'tiles' ? 20 : 50), right: RIGHT - (picture.kind === 'none' ? 40 : 3), top: top + 3, bottom: bottom - 3 });
  } else {
    const room = picture.kind === 'trend' ? (picture.trends.length > 1 ? 310 : 290) : 250;
    const end = drawWords(on, view, { left: LEFT, right: RIGHT, top, bottom: bottom - room }, SENTENCE.slice(1));
    drawPicture(on, picture, { left: LEFT, right: RIGHT, top: end + 20, bottom });
  }
  drawFoot(on, view);
  return on;
}

/** A social card as SVG of paths alone: nothing in it needs a font. */
export const card = (view: CardView, letters: Letters, palette: Palette): string => layOut(view, letters, palette).svg();

export { HEIGHT, WIDTH };

/** All characters that a card may set, each in a face of its own: what letters must be made ready for. */
export function textsOf(view: CardView): readonly string[] {
  const found: string[] = ['…', '0123456789,.−-'];
  const walk = (value: unknown): void => {
    if (typeof value === 'string') found.push(value);
    else if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  walk(view);
  return found;
}
