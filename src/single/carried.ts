import { CHECK_FILE } from '../check/checkContext.ts';
import { checkText } from '../prerender/checkText.ts';
import { COMPARE_FILE, compareText } from '../prerender/compareText.ts';
import { manifestText } from '../prerender/published.ts';
import type { SiteFacts } from '../prerender/sitePages.ts';
import { cellsOf, writeCells } from '../releases/cells.ts';
import { writeRelease } from '../releases/releaseRecord.ts';
import { readFiles, unpack, type Part } from './pack.ts';

/** What the file carries: the facts that its pages are drawn from, and the files that a reader can take. */
export interface Carried {
  readonly facts: SiteFacts;
  /** By the path that they have on the site; null: there is none. */
  file(path: string): Uint8Array | null;
}

/** The cells of a table in one state. */
const CELLS = /^data\/releases\/cells\/([\w-]+)\.[\da-f]{8}\.txt$/;

let carried: Carried | null = null;

/** Facts and files are read apart: a page needs the first, a download the second. */
export function carry(facts: SiteFacts, files: () => ReadonlyMap<string, Uint8Array>): void {
  let known: ReadonlyMap<string, Uint8Array> | null = null;
  const stored = (): ReadonlyMap<string, Uint8Array> => {
    known ??= files();
    return known;
  };
  const text = (path: string): string => new TextDecoder().decode(stored().get(`data/${path}`));
  const { atlas, records } = facts;
  /** Made as the build makes them, so they needn't be carried. */
  const made = new Map<string, () => string>([
    [`data/${COMPARE_FILE}`, () => compareText(atlas, text)],
    ['data/manifest.json', () => manifestText(atlas)],
    [`data/${CHECK_FILE}`, () => checkText(atlas, facts.geometry, (kind) => text(`schema/${kind}.schema.json`))],
    ...records.map((record): [string, () => string] => [`data/releases/${record.id}.json`, () => writeRelease(record)]),
  ]);
  carried = {
    facts,
    file(path) {
      const table = CELLS.exec(path)?.[1];
      const own = table === undefined ? undefined : atlas.tables.find(({ indicator }) => indicator.id === table);
      // Of another state the hash in the name is another, and whoever asked sees that.
      if (own) return new TextEncoder().encode(writeCells(cellsOf(own)));
      const make = made.get(path);
      return make ? new TextEncoder().encode(make()) : (stored().get(path) ?? null);
    },
  };
}

export function theCarried(): Carried {
  if (!carried) throw new Error('nothing has been unpacked');
  return carried;
}

const isFacts = (found: unknown): found is SiteFacts => typeof found === 'object' && found !== null && 'atlas' in found && 'geometry' in found && 'release' in found;

/** Unpacks what stands in the document, before the first page takes its place. Files are inflated when one of them is asked for. */
export function carryFrom(holder: ParentNode): void {
  const text = (part: Part): string => {
    const script = holder.querySelector(`script[data-part="${part}"]`);
    if (!script) throw new Error(`the part “${part}” isn’t there`);
    return script.textContent;
  };
  const files = text('files');
  const found: unknown = JSON.parse(new TextDecoder().decode(unpack(text('facts'))));
  if (!isFacts(found)) throw new Error('the facts can’t be read');
  // A table has the very descriptor that the list has.
  const byId = new Map(found.atlas.indicators.map((indicator) => [indicator.id, indicator]));
  const tables = found.atlas.tables.map((table) => ({ ...table, indicator: byId.get(table.indicator.id) ?? table.indicator }));
  carry({ ...found, atlas: { ...found.atlas, tables } }, () => readFiles(unpack(files)));
}
