import fs from 'node:fs';
import path from 'node:path';
import type { Imported, ImportContext, ImportFile, ImportWish, Kind, Reason } from '../../src/imports/model.ts';
import { READERS } from '../../src/imports/readers.ts';
import { regionIndex } from '../../src/ingest/resolveRegion.ts';
import { readAtlas } from '../../src/prerender/readAtlas.ts';

export const { atlas } = readAtlas('data');
export const context: ImportContext = { regions: atlas.regions, index: regionIndex(atlas.regions, atlas.aliases), indicators: atlas.indicators, synonyms: atlas.synonyms };

export const sample = (name: string): ImportFile => ({ name, bytes: new Uint8Array(fs.readFileSync(path.join('test/fixtures/imports', name))) });
export const text = (name: string, content: string): ImportFile => ({ name, bytes: new TextEncoder().encode(content) });

const none: ImportWish = { zero: {}, leaveOut: [], period: null, region: null, measure: null };
export const read = (kind: Kind, files: readonly ImportFile[], wish: Partial<ImportWish> = {}): Promise<Imported> => READERS[kind](files, context, { ...none, ...wish });

/** “CHN 2022 0.81190 43”: what a row says, in a line. */
export const linesOf = ({ tables }: Imported, id: string): readonly string[] =>
  (tables.find((table) => table.id === id)?.rows ?? []).map(({ cells: { series = '', region = '', period = '', value = '', status = '', rank = '' } }) => [series, region, period, value || status, rank].filter((part) => part !== '').join(' '));
export const idsOf = ({ tables }: Imported): readonly string[] => tables.map(({ id }) => id);
/** “WLD World 1”: whose cells of figures are left out for a reason, and how many. */
export const leftOf = ({ account }: Imported, reason: Reason): readonly string[] => {
  const counts = new Map<string, number>();
  for (const one of account.left) if (one.reason === reason) counts.set(one.what, (counts.get(one.what) ?? 0) + (one.isFigure ? 1 : 0));
  return [...counts].map(([what, n]) => `${what} ${n}`.trim());
};
/** “notANumber toys.csv:3:5”. */
export const faultsOf = ({ faults }: Imported): readonly string[] => faults.map(({ kind, file, spot }) => (spot ? `${kind} ${file}:${spot.line}:${spot.column + 1}` : `${kind} ${file}`));
