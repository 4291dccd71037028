import type { CheckContext } from '../check/checkContext.ts';
import type { Atlas } from '../model/atlas.ts';
import { mayHandOn } from '../pages/lookup.ts';
import type { Geometry } from './geometry.ts';

/**
 * data/check.json: what `check.html` holds a table against. Nothing here may need Node: `atlas.html` makes it anew.
 *
 * @param schemaOf The text of a file of `data/schema/`, by its kind.
 */
export function checkText(atlas: Atlas, { shapes, tiles }: Pick<Geometry, 'shapes' | 'tiles'>, schemaOf: (kind: string) => string): string {
  const hashes = new Map(atlas.files.map(({ path, sha256 }) => [path, sha256]));
  const [indicator, datapackage]: readonly unknown[] = ['indicator', 'datapackage'].map((kind): unknown => JSON.parse(schemaOf(kind)));
  const context: CheckContext = {
    regions: atlas.regions,
    aliases: atlas.aliases,
    indicators: atlas.indicators,
    synonyms: atlas.synonyms,
    entries: atlas.tables.map((table) => ({ id: table.indicator.id, dataset: table.dataset, file: table.file, sha256: hashes.get(table.file) ?? '', redistributable: mayHandOn(atlas, table) })),
    explained: atlas.explained,
    shapes,
    tiles,
    schemas: { indicator, datapackage },
  };
  return `${JSON.stringify(context)}\n`;
}
