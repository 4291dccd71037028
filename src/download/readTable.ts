import type { TableView } from '../view/tableView.ts';

const textOf = (cell: Element): string => (cell.textContent ?? '').replace(/\s+/g, ' ').trim();

/** A drawn `DataTable`, read back as the view it was drawn from: so a figure needs no second copy of its table. */
export function readTable(table: HTMLTableElement): TableView {
  const head = [...(table.tHead?.rows[0]?.cells ?? [])];
  return {
    columns: head.map((cell, index) => ({ key: String(index), label: textOf(cell), numeric: cell.classList.contains('num') })),
    rows: [...table.tBodies].flatMap(({ rows }) => [...rows]).map(({ cells }, index) => ({ key: String(index), cells: [...cells].map((cell) => ({ text: textOf(cell) })) })),
  };
}
