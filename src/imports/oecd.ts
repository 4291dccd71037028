import { bench } from './bench.ts';
import { readCoded } from './coded.ts';
import { columnsAt, headerRow } from './columns.ts';
import { looksLike, NEEDED, refuseKind, withSdmxHeads } from './looksLike.ts';
import type { Importer, SourceFacts } from './model.ts';
import { readGrids } from './readGrid.ts';
import { slug } from './slug.ts';

/** SDMX-CSV: of the OECD with labels beside the codes, without, or with both in a cell; and what this site writes itself. */
export const readOecd: Importer = async (files, context, wish) => {
  const work = bench(context, wish);
  const sources = new Map<string, SourceFacts>();
  let edition = '';
  let title = '';
  for (const file of files) {
    const { grids, faults, told } = await readGrids(file);
    work.take(faults, told);
    for (const raw of grids) {
      const grid = withSdmxHeads(raw);
      const at = headerRow(grid, NEEDED.oecd);
      if (at === -1 || looksLike(raw) !== 'oecd') {
        refuseKind(work, 'oecd', raw);
        continue;
      }
      work.grids.push(grid);
      const columns = columnsAt(grid, at);
      const [first] = columns.body;
      const cell = (name: string): string => (first ? columns.text(first, columns.at(name)) : '');
      const structure = cell('STRUCTURE_ID') || cell('DATAFLOW');
      title = cell('STRUCTURE_NAME') || title;
      const editions = new Set(columns.body.map((row) => columns.text(row, columns.at('EDITION'))));
      edition = editions.size === 1 ? ([...editions][0] ?? '') : edition;
      const isOurs = structure.startsWith('EGOV_ATLAS:');
      const own = isOurs ? [...new Set(columns.body.map((row) => columns.text(row, columns.at('SOURCE'))))].filter((name) => name !== '') : [slug(structure.replace(/^[^:]*:/, '').replace(/\(.*$/, ''), 'oecd')];
      for (const name of own) sources.set(name, { name, title: '', titleEn: isOurs ? '' : title, publisher: '', path: '', published: '', locator: isOurs ? '' : [structure, grid.file].filter((text) => text !== '').join(', '), confidence: '' });
      const dataset = slug(structure.replace(/^[^:]*:/, '').replace(/^.*@/, '').replace(/\(.*$/, ''), 'oecd');
      readCoded(work, { kind: 'oecd', columns, years: [] }, dataset);
    }
  }
  return work.finish({ title: '', titleEn: title, description: '', edition: /^\d{4}$/.test(edition) ? edition : '', licence: null, sources: [...sources.values()] });
};
