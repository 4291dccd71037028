import { isPeriod } from './isOneOf.ts';
import { jsonReader, parseJson } from './jsonReader.ts';
import { INTERVALS } from '../model/dataset.ts';
import type { Dataset, Source, Updates } from '../model/dataset.ts';
import type { Confidence } from '../model/observation.ts';
import type { Resource } from '../model/resource.ts';
import type { Issue } from './issue.ts';
import type { JsonReader } from './jsonReader.ts';

const CONFIDENCES: readonly Confidence[] = ['A', 'B', 'C'];
const DEFAULT_COLUMNS = ['series', 'region', 'period', 'status', 'precision', 'source', 'confidence', 'note'];

export interface DatasetReading {
  /** Null when it has an issue. */
  readonly dataset: Dataset | null;
  /** Those that could be read, also when the dataset has an issue elsewhere, so that one issue is not told as many. */
  readonly sources: readonly Source[];
  readonly resources: readonly Resource[];
  readonly issues: readonly Issue[];
}

/**
 * A datapackage.json to a dataset and its tables. Fields of the Data Package standard that are not used here may be there.
 *
 * @param id The folder below `data/`: “un-egov-survey/2024”.
 */
export function readDataset({ file, text, id }: { readonly file: string; readonly text: string; readonly id: string }): DatasetReading {
  const issues: Issue[] = [];
  const json = parseJson(text, file, issues);
  const reader = issues.length === 0 ? jsonReader(json, file, issues) : null;
  if (reader === null) return { dataset: null, sources: [], resources: [], issues };

  const title = reader.textPair('title');
  const description = reader.textPair('description');
  const edition = reader.string('version');
  const retrieved = readDate(reader, 'retrieved');
  const redistributable = reader.boolean('redistributable');
  const licence = reader.objects('licenses').map((one) => {
    const name = one.string('name');
    const licenceTitle = one.textPair('title');
    const url = one.has('path') ? one.string('path') : null;
    return name === null || licenceTitle === null || redistributable === null ? null : { name, title: licenceTitle, ...(url !== null && { url }), redistributable };
  })[0];
  if (licence === undefined && reader.has('licenses')) reader.refuse('licenses', { code: 'missingField', args: null });
  const sources = reader.objects('sources').flatMap((one) => readSource(one) ?? []);
  sources.forEach((source, index) => {
    if (sources.findIndex((other) => other.id === source.id) !== index) {
      issues.push({ file, field: 'sources', found: source.id, code: 'duplicateId', args: null });
    }
  });
  const ofAll = readUpdates(reader);
  const updates: Record<string, Updates> = {};
  const resources = reader.objects('resources').flatMap((one) => {
    const resource = readResource(one, id);
    const ofOne = readUpdates(one) ?? ofAll;
    if (resource?.indicatorId && ofOne) updates[resource.indicatorId] = ofOne;
    return resource ?? [];
  });

  const isWhole = issues.length === 0 && title && description && edition !== null && retrieved !== null && licence;
  return { dataset: isWhole ? { id, title, description, edition, retrieved, licence, sources, ...(Object.keys(updates).length > 0 && { updates }) } : null, sources, resources, issues };
}

function readDate(reader: JsonReader, field: string): string | null {
  const date = reader.string(field);
  return date === null || isPeriod(date) ? date : reader.refuse(field, { code: 'badDate', args: null });
}

/** How often a table comes out: of one table, or of all in the dataset that say nothing themselves. */
function readUpdates(reader: JsonReader): Updates | null {
  if (!reader.has('updates')) return null;
  const updates = reader.object('updates', ['every', 'note']);
  if (updates === null) return null;
  const every = updates.isNull('every') ? null : updates.word('every', INTERVALS);
  const note = updates.has('note') ? updates.text('note') : null;
  return every === null && !updates.isNull('every') ? null : { every, ...(note !== null && { note }) };
}

function readSource(reader: JsonReader): Source | null {
  const id = reader.string('name');
  const title = reader.textPair('title');
  const publisher = reader.string('publisher');
  const confidence = reader.word('confidence', CONFIDENCES);
  const published = reader.has('published') ? readDate(reader, 'published') : null;
  const [url, locator, note] = ['path', 'locator', 'note'].map((field) => (reader.has(field) ? reader.string(field) : null));
  if (id === null || title === null || publisher === null || confidence === null) return null;
  return {
    id,
    title,
    publisher,
    ...(published !== null && { published }),
    ...(typeof url === 'string' && { url }),
    ...(typeof locator === 'string' && { locator }),
    confidence,
    ...(typeof note === 'string' && { note }),
  };
}

function readResource(reader: JsonReader, id: string): Resource | null {
  const name = reader.string('name');
  const path = reader.string('path');
  const profile = reader.has('profile') ? reader.string('profile') : null;
  const indicatorId = profile === 'observations' ? reader.string('indicator') : null;
  const defaults = reader.has('defaults') ? (reader.object('defaults', DEFAULT_COLUMNS)?.cells() ?? {}) : {};
  return name === null || path === null ? null : { name, file: `${id}/${path}`, profile, indicatorId, defaults };
}
