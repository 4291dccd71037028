import { cellKey, readCell, readCellKey, type Cells } from '../releases/cells.ts';
import type { FoundTable, MatchedFigure, TableMatch } from './checkTable.ts';
import { numberIn, type KnownNames } from './known.ts';
import { isSameFigure } from './sameFigure.ts';

/** A table as it stands in data/: one figure a line, by the names of its columns. */
export const isTidy = ({ header }: FoundTable): boolean => header.includes('period') && ['value', 'rank', 'band'].some((name) => header.includes(name));

/** The figures of such a table by series, region and period; what a line leaves out is what all of its table share. */
export function matchTidy({ header, rows }: FoundTable, indicator: string, known: KnownNames, cells: Cells): TableMatch {
  const at = (name: string): number => header.indexOf(name);
  const own = known.indicator(indicator);
  if (!own) return { figures: [], others: 0, missing: 0 };
  const keys = [...cells.keys()].map(readCellKey);
  const figures: MatchedFigure[] = [];
  let others = 0;
  for (const row of rows) {
    const text = (name: string): string => String(row[at(name)] ?? '').trim();
    const period = text('period');
    const place = text('region') === '' ? null : known.regionOf(text('region'));
    const series = text('series');
    const [key, ...more] = keys.filter((one) => one.period === period && (place === null || one.region === place) && (series === '' || one.series === series));
    for (const name of ['value', 'rank'] as const) {
      const found = numberIn(at(name) < 0 ? null : (row[at(name)] ?? null));
      if (found === null) continue;
      if (more.length > 0) {
        others += 1;
        continue;
      }
      // A figure that the release doesn't have is told by what the line says of itself.
      const id = key ? cellKey({ seriesId: key.series, regionId: key.region, period }) : cellKey({ seriesId: series, regionId: place ?? text('region'), period });
      const cell = cells.get(id);
      if (cell === undefined) {
        figures.push({ indicator, key: id, found, isSame: false });
        continue;
      }
      figures.push({ indicator, key: id, found, isSame: name === 'rank' ? readCell(cell).rank === found : isSameFigure(found, cell, own, true) });
    }
  }
  const there = new Set(figures.map(({ key }) => key));
  const missing = [...cells].filter(([key, cell]) => (readCell(cell).value !== null || readCell(cell).rank !== null) && !there.has(key)).length;
  return { figures, others, missing };
}
