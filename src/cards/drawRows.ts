import type { CardPicture } from './cardView.ts';
import type { Box, Sheet } from './sheet.ts';

/** Names and values with their bars below, from one zero; an open bar ends in ». */
export function drawRows(sheet: Sheet, { rows, zero, marks }: Extract<CardPicture, { kind: 'rows' }>, { left, top, right, bottom }: Box): void {
  const hasPlaces = rows.some(({ place }) => place !== '');
  const hasBars = rows.some(({ bar }) => bar !== null);
  const below = marks.length > 0 ? 34 : 0;
  const gaps = rows.filter(({ isAfterGap }) => isAfterGap).length;
  const pitch = Math.min(hasBars ? 78 : 64, (bottom - top - below - gaps * 22) / Math.max(1, rows.length));
  const size = Math.min(30, pitch * 0.44);
  const indent = hasPlaces ? Math.max(...rows.map(({ place }) => sheet.measure(place, 'strong', size))) + 18 : 0;
  const start = left + indent;
  const width = right - start;
  let y = top;
  for (const row of rows) {
    if (row.isAfterGap) {
      for (const step of [0, 1, 2]) sheet.box(start + step * 14, y + 4, 5, 5, 'axis');
      y += 22;
    }
    const base = y + size;
    if (row.place !== '') sheet.text(row.place, { face: 'strong', size, x: start - 18, y: base, role: 'text-muted', anchor: 'end' });
    const value = sheet.line(row.text, { face: 'strong', sizes: [size, size * 0.8, size * 0.66], width: width * 0.6, x: right, y: base, role: 'text-strong', anchor: 'end' });
    const room = value.left - start - 18;
    // A name of two lines stands higher, above the bar that its value ends on.
    if (sheet.measure(row.name, 'text', size * 0.72) <= room) sheet.line(row.name, { face: 'text', sizes: [size, size * 0.85, size * 0.72], width: room, x: start, y: base, role: 'text' });
    else sheet.block(row.name, { face: 'text', sizes: [size * 0.64, size * 0.56], x: start, top: y - size * 0.22, width: room, height: size * 1.5, maxLines: 2, leading: 1.15, role: 'text' });
    const [barTop, height] = [y + size * 1.3, Math.max(8, pitch * 0.24)];
    if (row.bar) {
      const { from, to, role, isHollow, isOpen, isClaim } = row.bar;
      const [one, other] = [start + Math.min(from, to) * width, start + Math.max(from, to) * width];
      if (isClaim) drawClaim(sheet, one, other, barTop + height / 2, isOpen);
      else if (isHollow) sheet.stroke(`M${one + 1} ${barTop + 1}h${Math.max(1, other - one - 2)}v${height - 2}h${-Math.max(1, other - one - 2)}z`, { role: 'text-strong', width: 2, dash: '6 4' });
      else sheet.box(one, barTop, Math.max(other - one - (isOpen ? 22 : 0), 1), height, role);
      if (isOpen && !isClaim) for (const step of [0, 9]) sheet.stroke(`M${other - 19 + step} ${barTop + 1}l${height / 2.2} ${height / 2 - 1}l${-height / 2.2} ${height / 2 - 1}`, { role, width: 3 });
      if (zero > 0) sheet.box(start + zero * width - 1, barTop - 3, 2, height + 6, 'axis');
    } else if (!hasBars) sheet.box(left, y + pitch - 8, right - left, 1.5, 'rule-weak');
    y += pitch;
  }
  let x = left;
  for (const { mark, label } of marks) {
    const text = `${mark} ${label}`;
    if (x + sheet.measure(text, 'text', 20) > right) break;
    x = sheet.text(text, { face: 'text', size: 20, x, y: bottom - 4, role: 'text-muted' }).right + 26;
  }
}

/** It measures nothing, so it is no bar. */
function drawClaim(sheet: Sheet, from: number, to: number, y: number, isOpen: boolean): void {
  const x = to - 10;
  sheet.box(from, y - 1, x - from, 2, 'claim');
  const diamond = `M${x} ${y - 10}l10 10l-10 10l-10-10z`;
  sheet.area(diamond, 'ground');
  sheet.stroke(diamond, { role: 'claim', width: 2.5 });
  if (isOpen) sheet.stroke(`M${x - 7} ${y - 13}l7-7l7 7`, { role: 'claim', width: 2.5 });
}

/** Who is in which part, where places are not told. */
export function drawGroups(sheet: Sheet, { groups }: Extract<CardPicture, { kind: 'groups' }>, { left, top, right, bottom }: Box): void {
  const pitch = Math.min(180, (bottom - top) / Math.max(1, groups.length));
  groups.forEach(({ name, count, regions }, index) => {
    const y = top + index * pitch;
    sheet.box(left, y, right - left, 1.5, 'rule-weak');
    const end = sheet.text(count, { face: 'strong', size: 26, x: right, y: y + 32, role: 'text-muted', anchor: 'end' });
    sheet.line(name, { face: 'strong', sizes: [26, 22, 18], width: end.left - left - 16, x: left, y: y + 32, role: 'text-strong' });
    sheet.block(regions, { face: 'text', sizes: [28, 25, 22, 20, 18, 16, 14], x: left, top: y + 42, width: right - left, height: pitch - 46, maxLines: 5, leading: 1.28, role: 'text' });
  });
}
