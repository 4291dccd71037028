import { movePoint } from '../intake/plain.ts';
import { placesBetween } from '../intake/unitOf.ts';
import { exponentOf } from '../ingest/scale.ts';
import { baseUnit, NOT_APPLICABLE } from '../opendata/sdmxCsv.ts';
import type { Indicator } from '../model/indicator.ts';
import type { ImportedRow, ImportedTable, Kind } from './model.ts';

export type Fit = { readonly table: ImportedTable; readonly moved: { readonly from: string; readonly to: string } | null } | { readonly mismatch: { readonly found: string; readonly expected: string } };

const move = (row: ImportedRow, places: number): ImportedRow => ({ ...row, cells: { ...row.cells, value: row.cells.value ? movePoint(row.cells.value, places) : '' } });

/** By how many places the figures move to be in the indicator's unit; null: its unit is another one. */
function placesOf({ unit, power }: ImportedTable, { unit: own }: Indicator, kind: Kind): number | null {
  // The unit's own name says it, whatever its first letters look like.
  if (unit !== '' && unit === own.zh) return power;
  // These kinds have the site's own figures, or name an indicator themselves.
  if (kind === 'egovkb' || kind === 'datapackage') return unit === '' ? 0 : placesBetween(unit, own);
  if (kind === 'oecd' || kind === 'data360') {
    const exponent = exponentOf(own.multiplier) ?? 0;
    const isSame = unit === '' || unit === own.en || unit === baseUnit(own) || (baseUnit(own) === NOT_APPLICABLE && /^(?:IX|index|score|_Z)$/i.test(unit));
    return isSame ? power - exponent : null;
  }
  if (unit === '') return own.zh === '' ? 0 : null;
  return placesBetween(unit, own);
}

/** A table in the unit of the indicator that it belongs to: the point is moved in the printed text. */
export function fitTable(table: ImportedTable, indicator: Indicator, kind: Kind): Fit {
  const places = placesOf(table, indicator, kind);
  const from = table.power === 0 ? table.unit : `${table.unit} × 10^${table.power}`;
  if (places === null) return { mismatch: { found: from, expected: indicator.unit.zh } };
  return { table: places === 0 ? table : { ...table, rows: table.rows.map((row) => move(row, places)) }, moved: places === 0 ? null : { from, to: indicator.unit.zh } };
}
