import { sha256 } from '../download/sha256.ts';
import { decode } from '../ingest/decode.ts';
import { parseCsv } from '../ingest/parseCsv.ts';
import { readSeal } from '../picture/seal.ts';
import { checkFigures } from './checkFigures.ts';
import type { FoundTable } from './checkTable.ts';
import { fileKind } from './fileKind.ts';
import { MOST_FILE_BYTES, type Finding } from './finding.ts';
import { addressHints, joined, nameHints, NO_HINTS, releaseIn, type FileHints } from './hints.ts';
import { knownNames } from './known.ts';
import { knownFiles } from './knownFile.ts';
import { readPdf } from './readPdf.ts';
import { readPng } from './readPng.ts';
import { readXlsx, unescaped, type SheetRows } from './readXlsx.ts';
import { readZip } from './readZip.ts';
import { printedTable } from './printedTable.ts';
import type { VerifyWorld } from './world.ts';

/** What a file tells once it is read as what it is. */
type Inside = Partial<Pick<Finding, 'kind' | 'title' | 'check' | 'seal' | 'damaged' | 'fault' | 'inside' | 'hints'>>;

/** A longer text about a table is no name of one. */
const LONGEST_NAME = 120;

/** A short hash behind whatever word prints it, as the foot of sheets has it: “2026-11-22 · 1a2b3c4d”. */
function shortHashIn(text: string, world: VerifyWorld): string | null {
  const all = [world.index.release, ...world.index.releases.map(({ id }) => id)];
  return all.find((id) => text.includes(id.slice(-8))) ?? null;
}

const tableOf = (rows: SheetRows): FoundTable => ({ header: (rows[0] ?? []).map((cell) => String(cell ?? '')), rows: rows.slice(1) });

async function insideTable(table: FoundTable, hints: FileHints, world: VerifyWorld): Promise<Inside> {
  if (table.header.length === 0 || table.rows.length === 0) return { fault: 'noTable' };
  const check = await checkFigures(table, hints, world);
  // Of classes or words alone nothing can be compared, but the file says where it is from.
  return { hints, check, ...(check === null && hints.release === null && hints.address === null && { fault: 'notOurs' as const }) };
}

function insideJson(text: string, own: FileHints, { index }: VerifyWorld): { readonly hints: FileHints; readonly title: string; readonly table: FoundTable } | null {
  const json: unknown = JSON.parse(text);
  if (typeof json !== 'object' || json === null) return null;
  const say = (name: string): string => {
    const found: unknown = Reflect.get(json, name);
    return typeof found === 'string' ? found : '';
  };
  const rows: unknown = Reflect.get(json, 'rows');
  if (!Array.isArray(rows)) return null;
  const objects = rows.flatMap((row: unknown) => (typeof row === 'object' && row !== null ? [new Map(Object.entries(row))] : []));
  const header = [...new Set(objects.flatMap((row) => [...row.keys()]))];
  const cell = (found: unknown): string | number | null => (typeof found === 'number' || typeof found === 'string' ? found : null);
  const hints = joined({ ...NO_HINTS, release: releaseIn(say('release')) }, addressHints(say('address'), index.indicators.map(({ id }) => id)), own, { ...NO_HINTS, indicators: knownNames(index).indicatorsIn(say('name')) });
  return { hints, title: say('title'), table: { header, rows: objects.map((row) => header.map((name) => cell(row.get(name)))) } };
}

/** Reads a file as what it is, without believing its name and without running anything in it. */
async function insideOf(bytes: Uint8Array, own: FileHints, world: VerifyWorld, isInArchive: boolean): Promise<Inside> {
  const ids = world.index.indicators.map(({ id }) => id);
  switch (fileKind(bytes)) {
    case 'empty':
      return { fault: 'empty' };
    case 'png': {
      const png = readPng(bytes);
      if ('fault' in png) return { fault: 'truncated' };
      const say = (keyword: string): string => png.texts.get(keyword) ?? '';
      const hints = joined({ ...NO_HINTS, release: releaseIn(say('Release')) }, addressHints(say('URL'), ids), own);
      return { hints, title: say('Title'), damaged: png.damaged, ...(png.texts.size === 0 && { fault: 'notOurs' as const }) };
    }
    case 'svg': {
      const { text } = decode(bytes);
      const say = (name: string): string => unescaped(new RegExp(`<dc:${name}>([^<]*)</dc:${name}>`).exec(text)?.[1] ?? '');
      const hints = joined({ ...NO_HINTS, release: releaseIn(say('relation')) }, addressHints(say('identifier'), ids), own);
      const seal = readSeal(text);
      return { hints, title: say('title'), seal, ...(say('identifier') === '' && seal.kind === 'none' && { fault: 'notOurs' as const }) };
    }
    case 'pdf': {
      const { title, text, links } = readPdf(bytes);
      const hints = joined({ ...NO_HINTS, release: releaseIn(text) ?? shortHashIn(text, world) }, ...links.filter((link) => /\.html/.test(link) && /release=/.test(link)).map((link) => addressHints(link, ids)), own);
      const table = printedTable(text, world.index);
      const check = table ? await checkFigures(table.table, { ...hints, region: table.region }, world) : null;
      return { hints, title, check, ...(hints.release === null && check === null && { fault: 'notOurs' as const }) };
    }
    case 'html': {
      const { text } = decode(bytes);
      const release = /<body\b[^>]*\sdata-frozen="([^"]*)"/.exec(text)?.[1] ?? /<meta name="atlas-release" content="([^"]*)"/.exec(text)?.[1] ?? '';
      const title = unescaped(/<title>([^<]*)<\/title>/.exec(text)?.[1] ?? '');
      return { hints: joined({ ...NO_HINTS, release: releaseIn(release) }, own), title, ...(releaseIn(release) === null && { fault: 'notOurs' as const }) };
    }
    case 'json':
      try {
        const found = insideJson(decode(bytes).text, own, world);
        return found ? { title: found.title, ...(await insideTable(found.table, found.hints, world)) } : { fault: 'notOurs' };
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        return { fault: 'badJson' };
      }
    case 'table': {
      const { header, rows } = parseCsv(decode(bytes).text, '');
      return insideTable({ header, rows: rows.map(({ cells }) => cells) }, own, world);
    }
    case 'zip': {
      const zip = readZip(bytes);
      if ('fault' in zip) return { fault: zip.fault === 'tooLarge' ? 'bomb' : 'broken' };
      const sheets = readXlsx(zip.files);
      if (sheets) {
        const [first = [], ...others] = sheets;
        const about = others.flat(2).filter((cell): cell is string => typeof cell === 'string');
        const address = about.find((text) => /^(?:https?|file):\S+\.html/.test(text)) ?? '';
        const hints = joined({ ...NO_HINTS, release: about.map(releaseIn).find((one) => one !== null) ?? null }, addressHints(address, ids), own, { ...NO_HINTS, indicators: about.filter((text) => text.length < LONGEST_NAME).flatMap(knownNames(world.index).indicatorsIn) });
        return { kind: 'xlsx', ...(await insideTable(tableOf(first), hints, world)) };
      }
      if (isInArchive) return { fault: 'notOurs' };
      const inside: Finding[] = [];
      for (const [name, content] of zip.files) if (/\.(?:csv|json|xlsx|svg|png|pdf)$/i.test(name) && !/(?:^|\/)datapackage\.json$/.test(name)) inside.push(await verifyFile(name.split('/').pop() ?? name, content, world, true));
      return { inside, ...(inside.length === 0 && { fault: 'notOurs' as const }) };
    }
    default:
      return { fault: 'notOurs' };
  }
}

/** All that can be told of a file: by its hash, else by what it says of itself, and its figures by those of the release. */
export async function verifyFile(name: string, bytes: Uint8Array, world: VerifyWorld, isInArchive = false): Promise<Finding> {
  const own = nameHints(name, world.index.indicators.map(({ id }) => id));
  const hash = bytes.length > MOST_FILE_BYTES ? '' : sha256(bytes);
  const plain: Finding = { name, bytes: bytes.length, sha256: hash, kind: fileKind(bytes), known: null, hints: own, title: '', check: null, seal: null, damaged: null, fault: null, inside: [] };
  if (bytes.length > MOST_FILE_BYTES) return { ...plain, fault: 'tooLarge' };
  const [known] = bytes.length === 0 ? [] : await knownFiles(hash, world);
  if (known) return { ...plain, known };
  return { ...plain, ...(await insideOf(bytes, own, world, isInArchive)) };
}
