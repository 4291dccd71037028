import { DOUBT_MARK } from '../view/provinceView.ts';
import type { CardPicture } from './cardView.ts';
import type { Box, Sheet } from './sheet.ts';

type Tiles = Extract<CardPicture, { kind: 'tiles' }>;

const GAP = 6;

/** Provinces as equal squares: letters large enough to be read in a chat. */
export function drawTiles(sheet: Sheet, { columns, rows, tiles }: Tiles, { left, top, right, bottom }: Box): void {
  const pitch = Math.min((right - left + GAP) / columns, (bottom - top + GAP) / rows);
  const side = pitch - GAP;
  const start = right - columns * pitch + GAP;
  const middle = top + (bottom - top - rows * pitch + GAP) / 2;
  for (const tile of tiles) {
    const [x, y] = [start + tile.column * pitch, middle + tile.row * pitch];
    const role = tile.fill && 'role' in tile.fill ? tile.fill.role : null;
    if (role !== null) sheet.box(x, y, side, side, role);
    else if (tile.fill && 'absence' in tile.fill) {
      sheet.hatch(x, y, side, side, tile.fill.absence);
      // Letters on a texture need ground below them.
      sheet.box(x + side * 0.2, y + side * 0.24, side * 0.6, side * 0.52, 'ground');
    } else sheet.stroke(`M${x + 1} ${y + 1}h${side - 2}v${side - 2}h${2 - side}z`, { role: 'axis', width: 1.5 });
    const ink = role === null ? 'text-strong' : role === 'selected' ? 'on-fill' : role === 'band' ? 'text-muted' : role.startsWith('seq-') ? `${role}-ink` : 'text-strong';
    if (tile.isDoubtful) sheet.stroke(`M${x + 4} ${y + 4}h${side - 8}v${side - 8}h${8 - side}z`, { role: ink, width: 1.5, dash: '4 3' });
    const size = /[A-Za-z]/.test(tile.text) ? side * 0.42 : side * 0.52;
    sheet.text(tile.text, { face: 'strong', size, x: x + side / 2, y: y + side / 2 + size * 0.37, role: ink, anchor: 'middle' });
    if (tile.isChosen) sheet.stroke(`M${x - 3} ${y - 3}h${side + 6}v${side + 6}h${-side - 6}z`, { role: 'selected', width: 5 });
  }
}

const SWATCH = 24;
const NOTE = 21;
const LINE = 32;

/** Height that the legend takes. */
export function legendHeight(picture: Tiles): number {
  const named = picture.edges.length === 0 ? picture.classes.filter(({ count }) => count !== '0').length : 0;
  const scale = picture.classes.length === 0 ? 0 : named > 0 ? named * LINE : 64;
  return scale + Math.ceil(notesOf(picture).length / 2) * LINE;
}

const notesOf = ({ absences, marks }: Tiles): readonly ({ readonly kind: Tiles['absences'][number]['kind']; readonly label: string } | { readonly mark: string; readonly label: string })[] => [...absences, ...marks];

/** Classes with their edges or names, then what textures and signs mean; only what is in the picture. */
export function drawLegend(sheet: Sheet, picture: Tiles, { left, top, right }: Box): void {
  let y = top;
  const { classes, edges } = picture;
  if (edges.length > 0) {
    const width = Math.min(104, (right - left - 30) / classes.length);
    classes.forEach(({ role }, index) => sheet.box(left + index * width, y, width - 3, SWATCH, role));
    let free = -Infinity;
    edges.forEach((edge, index) => {
      const own = sheet.measure(edge, 'text', NOTE);
      const x = Math.max(left, left + index * width - 1.5 - own / 2);
      // An edge that would touch the one before it is left to the picture's page.
      if (x < free) return;
      free = sheet.text(edge, { face: 'text', size: NOTE, x, y: y + SWATCH + 24, role: 'text-muted' }).right + 10;
    });
    y += 64;
  } else {
    for (const { role, name, count } of [...classes].reverse()) {
      if (count === '0') continue;
      sheet.box(left, y, SWATCH, SWATCH, role);
      const end = sheet.text(count, { face: 'strong', size: NOTE + 2, x: left + SWATCH + 50, y: y + 20, role: 'text-strong', anchor: 'end' });
      sheet.line(name, { face: 'text', sizes: [NOTE + 1, NOTE - 3], width: right - end.right - 14, x: end.right + 14, y: y + 20, role: 'text' });
      y += LINE;
    }
  }
  const half = (right - left) / 2;
  notesOf(picture).forEach((note, index) => {
    const x = left + (index % 2) * half;
    const row = y + Math.floor(index / 2) * LINE;
    if ('kind' in note) sheet.hatch(x + 1, row + 1, SWATCH - 2, SWATCH - 2, note.kind);
    // A tile has the outline and not the sign.
    else if (note.mark === DOUBT_MARK) sheet.stroke(`M${x + 2} ${row + 2}h${SWATCH - 4}v${SWATCH - 4}h${4 - SWATCH}z`, { role: 'text-strong', width: 1.5, dash: '4 3' });
    else sheet.text(note.mark, { face: 'strong', size: NOTE, x: x + SWATCH / 2, y: row + 20, role: 'text', anchor: 'middle' });
    const indent = 'kind' in note || note.mark === DOUBT_MARK ? SWATCH : Math.max(SWATCH, sheet.measure(note.mark, 'strong', NOTE));
    sheet.line(note.label, { face: 'text', sizes: [NOTE, NOTE - 3], width: half - indent - 20, x: x + indent + 10, y: row + 20, role: 'text-muted' });
  });
}
