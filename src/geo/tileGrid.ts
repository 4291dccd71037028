import { neighbours } from './neighbours.ts';
import type { Tile, TileGrid } from './shapes.ts';

/** A blank is not 0. */
const whole = (cell: string | undefined): number => (cell !== undefined && /^\d+$/.test(cell) ? Number(cell) : NaN);

/**
 * Reads `data/regions/tilegrid.csv`: one line a region, its row counted from the north and its column from the west,
 * both from 0. The file holds codes and numbers only, so no cell is quoted.
 */
export function tileGrid(csv: string): TileGrid {
  const [head = '', ...lines] = csv.trim().split(/\r?\n/);
  const columns = head.split(',');
  const place = (name: string): number => {
    const index = columns.indexOf(name);
    if (index < 0) throw new Error(`tilegrid.csv has no column “${name}”.`);
    return index;
  };
  const [id, row, column] = [columns.includes('region') ? place('region') : place('adcode'), place('row'), place('col')];
  const tiles = lines.map((line, index): Tile => {
    const cells = line.split(',');
    const tile = { id: cells[id] ?? '', row: whole(cells[row]), column: whole(cells[column]) };
    if (tile.id === '' || Number.isNaN(tile.row) || Number.isNaN(tile.column)) {
      throw new Error(`tilegrid.csv, line ${index + 2}: “${line}” is not a region with a row and a column.`);
    }
    return tile;
  });
  return {
    columns: 1 + Math.max(...tiles.map((tile) => tile.column)),
    rows: 1 + Math.max(...tiles.map((tile) => tile.row)),
    tiles,
    neighbours: neighbours(Object.fromEntries(tiles.map((tile) => [tile.id, [tile.column, tile.row]]))),
  };
}
