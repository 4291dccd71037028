import { describeIssue } from '../ingest/issue.ts';
import { parseCsv } from '../ingest/parseCsv.ts';
import { neighbours } from './neighbours.ts';
import type { Tile, TileGrid } from './shapes.ts';

/** A blank is not 0. */
const whole = (cell: string | undefined): number => (cell !== undefined && /^\d+$/.test(cell) ? Number(cell) : NaN);

const FILE = 'tilegrid.csv';

/**
 * Reads `data/regions/tilegrid.csv`: one line a region, its row counted from the north and its column from the west,
 * both from 0. Throws in words at the first thing that is wrong: without the grid there is no page.
 */
export function tileGrid(csv: string): TileGrid {
  const { header, rows, issues } = parseCsv(csv, FILE);
  const place = (name: string): number => {
    const index = header.indexOf(name);
    if (index < 0) throw new Error(`${FILE} has no column “${name}”.`);
    return index;
  };
  const [id, row, column] = [header.includes('region') ? place('region') : place('adcode'), place('row'), place('col')];
  const [issue] = issues;
  if (issue) throw new Error(describeIssue(issue, 'zh'));
  const tiles = rows.map(({ line, cells }): Tile => {
    const tile = { id: cells[id] ?? '', row: whole(cells[row]), column: whole(cells[column]) };
    if (tile.id === '' || !Number.isInteger(tile.row) || !Number.isInteger(tile.column)) {
      throw new Error(`${FILE}, line ${line}: “${cells.join(',')}” is not a region with a row and a column.`);
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
