import { editionFiles, isJsonObject, jsonText, type Json, type JsonObject, type StandingEdition } from '../check/editionFiles.ts';
import { isPeriod } from '../ingest/isOneOf.ts';
import { parseJson } from '../ingest/jsonReader.ts';
import { parseCsv } from '../ingest/parseCsv.ts';
import { writeTable } from '../ingest/writeTable.ts';
import { EXPECTED, type Expected } from '../model/indicator.ts';
import type { Region } from '../model/region.ts';
import { NATION } from '../model/region.ts';
import { languageFile, type Sayable } from '../languages/languageFile.ts';
import { isExpected } from '../query/expected.ts';

/** What can be new with no more than files. */
export const NEW_KINDS = ['indicator', 'edition', 'claim', 'system', 'playlist', 'group', 'language'] as const;
export type NewKind = (typeof NEW_KINDS)[number];

/** Why nothing is written; the command tells each in its own words. */
export type Refused = { readonly kind: 'exists'; readonly file: string } | { readonly kind: 'noIndicator'; readonly id: string } | { readonly kind: 'noPeriod'; readonly found: string } | { readonly kind: 'badName'; readonly found: string };

export interface Standing {
  readonly regions: readonly Region[];
  /** The table that an indicator has now; null: there is no such indicator. */
  readonly editionOf: (indicator: string) => (StandingEdition & { readonly expected: Expected }) | null;
  /** A file below `data/`; null: it isn't there. */
  readonly read: (file: string) => string | null;
  /** What a language can say; asked for a language alone, because it reads every module of words. */
  readonly sayable: () => Sayable;
}

export type NewFiles = { readonly files: ReadonlyMap<string, string> } | { readonly refused: Refused };

const textIn = (json: JsonObject, key: string): string => {
  const value = json[key];
  return typeof value === 'string' ? value : '';
};
const objectIn = (json: JsonObject, key: string): JsonObject => {
  const value = json[key];
  return isJsonObject(value) ? value : {};
};
const listIn = (json: JsonObject, key: string): readonly Json[] => {
  const value = json[key];
  return Array.isArray(value) ? value : [];
};

/** A row for each region that the indicator expects, with nothing gathered yet: never a 0. */
function emptyRows(expected: Expected, periods: readonly string[], source: string, regions: readonly Region[]) {
  const ids = expected === 'nation' ? [NATION] : regions.filter((region) => isExpected(region, expected)).map(({ id }) => id);
  return periods.flatMap((period) => ids.map((region) => ({ region, period, value: '', status: 'notGathered', source })));
}

const refuse = (refused: Refused): NewFiles => ({ refused });

/** Folders and files of `data/` are named so, and no name leads out of it. */
const NAMED = /^[a-z0-9][\w-]*(?:\/[a-z0-9][\w-]*)*\.\w+$/;

/** Nothing is written over, and nothing outside. */
function checked(files: ReadonlyMap<string, string>, standing: Standing): NewFiles {
  const [odd, taken] = [[...files.keys()].find((file) => !NAMED.test(file)), [...files.keys()].find((file) => standing.read(file) !== null)];
  if (odd !== undefined) return refuse({ kind: 'badName', found: odd });
  return taken === undefined ? { files } : refuse({ kind: 'exists', file: taken });
}

function newIndicator(answers: JsonObject, standing: Standing): NewFiles {
  const indicator = objectIn(answers, 'indicator');
  const id = textIn(indicator, 'id');
  const packageJson = objectIn(answers, 'package');
  const folder = textIn(answers, 'folder');
  const periods = listIn(answers, 'periods').map(String);
  const wrong = periods.find((period) => !isPeriod(period));
  if (wrong !== undefined) return refuse({ kind: 'noPeriod', found: wrong });
  const [source] = listIn(packageJson, 'sources').filter(isJsonObject);
  const expected = EXPECTED.find((one) => one === indicator['expected']) ?? 'nation';
  const files = editionFiles({ standing: null, indicatorId: id, indicator, folder, packageJson, rows: emptyRows(expected, periods, source ? textIn(source, 'name') : '', standing.regions), way: 'add' });
  return checked(files, standing);
}

function newEdition(answers: JsonObject, standing: Standing): NewFiles {
  const id = textIn(answers, 'indicator');
  const before = standing.editionOf(id);
  if (!before) return refuse({ kind: 'noIndicator', id });
  const periods = listIn(answers, 'periods').map(String);
  const wrong = periods.find((period) => !isPeriod(period));
  if (wrong !== undefined) return refuse({ kind: 'noPeriod', found: wrong });
  const source = objectIn(answers, 'source');
  const packageJson = { ...before.packageJson, version: textIn(answers, 'version'), retrieved: textIn(answers, 'retrieved'), sources: [...listIn(before.packageJson, 'sources'), source] };
  const files = editionFiles({ standing: before, indicatorId: id, indicator: null, folder: before.dataset.replace(/\/[^/]*$/, ''), packageJson, rows: emptyRows(before.expected, periods, textIn(source, 'name'), standing.regions), way: 'add' });
  return checked(files, standing);
}

/** A row more in a table that is there, its columns in their order. */
function newRow(file: string, answers: JsonObject, standing: Standing): NewFiles {
  const { header, rows } = parseCsv(standing.read(file) ?? '', file);
  const row = header.map((column) => textIn(answers, column));
  return { files: new Map([[file, writeTable(header, [...rows.map(({ cells }) => cells), row])]]) };
}

function newJson(folder: string, answers: JsonObject, standing: Standing): NewFiles {
  const text = jsonText({ $schema: `../schema/${folder === 'groups' ? 'group' : 'playlist'}.schema.json`, ...answers });
  return checked(new Map([[`${folder}/${textIn(answers, 'id')}.json`, text]]), standing);
}

/** A file that is there is kept, with the texts that are new since. */
function newLanguage(answers: JsonObject, standing: Standing): NewFiles {
  const [tag, name] = [textIn(answers, 'tag'), textIn(answers, 'name')];
  const file = `languages/${tag}.json`;
  if (!NAMED.test(file)) return refuse({ kind: 'badName', found: file });
  const text = standing.read(file);
  const before = text === null ? null : parseJson(text, file, []);
  // One that can't be read is not written over.
  if (text !== null && !isJsonObject(before)) return refuse({ kind: 'exists', file });
  return { files: new Map([[file, jsonText(languageFile({ tag, name }, standing.sayable(), isJsonObject(before) ? before : null))]]) };
}

/**
 * The files of something new, by path below `data/`. Nothing that is there is lost, a list gets a row more.
 *
 * @param answers As `npm run new` asks them: see `formsOf`.
 */
export function newFiles(kind: NewKind, answers: JsonObject, standing: Standing): NewFiles {
  if (kind === 'indicator') return newIndicator(answers, standing);
  if (kind === 'edition') return newEdition(answers, standing);
  if (kind === 'claim') return newRow('claims/claims.csv', answers, standing);
  if (kind === 'system') return newRow('systems/systems.csv', answers, standing);
  if (kind === 'language') return newLanguage(answers, standing);
  return newJson(kind === 'group' ? 'groups' : 'playlists', answers, standing);
}
