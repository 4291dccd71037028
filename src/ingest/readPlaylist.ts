import type { Claim } from '../model/claim.ts';
import type { Expected, IndicatorTable } from '../model/indicator.ts';
import { SCENE_KINDS, type Playlist, type Scene, type SceneKind } from '../model/playlist.ts';
import { CORPS, type Region } from '../model/region.ts';
import { STORY_IDS } from '../model/story.ts';
import { mappablePeriods, periods, rankedPeriods } from '../query/select.ts';
import { isOneOf } from './isOneOf.ts';
import { jsonReader, parseJson, type JsonReader } from './jsonReader.ts';
import type { Issue, IssueArgs, IssueCode } from './issue.ts';

const FIELDS = ['$schema', 'id', 'order', 'name', 'seconds', 'scenes'];
const OF_EVERY_SCENE = ['id', 'kind', 'seconds', 'headline'];
const OWN_FIELDS: Readonly<Record<SceneKind, readonly string[]>> = {
  map: ['indicator', 'periods'],
  ranking: ['indicator', 'periods'],
  trend: ['indicators'],
  coverage: [],
  region: ['region', 'indicators'],
  story: ['story'],
  claim: ['claim'],
  systems: [],
  world: ['indicator'],
};
const ALL_FIELDS = [...new Set([...OF_EVERY_SCENE, ...Object.values(OWN_FIELDS).flat()])];

/** Nothing is read in less, and nobody waits longer. */
const SECONDS = { min: 8, max: 120 } as const;
/** Two series stand one above the other; four rows fill a wall; more periods than eight are no walk but a film. */
const MOST = { trend: 2, region: 4, periods: 8 } as const;

const EXPECTED_OF = {
  map: ['provinces', 'provincesAndCorps'],
  ranking: ['provinces', 'provincesAndCorps'],
  region: ['provinces', 'provincesAndCorps'],
  trend: ['nation'],
  world: ['countries'],
} as const satisfies Partial<Readonly<Record<SceneKind, readonly Expected[]>>>;

export interface PlaylistInput {
  readonly file: string;
  readonly text: string;
  readonly tables: readonly IndicatorTable[];
  readonly regions: readonly Region[];
  readonly claims: readonly Claim[];
}

type Refusal = { [Code in IssueCode]: { readonly code: Code; readonly args: IssueArgs[Code] } }[IssueCode];

/** A member of a list is told by its place in it, and with what it says. */
interface ListEntry {
  readonly reader: JsonReader;
  readonly path: string;
  refuse(field: string, found: string, refusal: Refusal): null;
}

/** A playlist of `data/playlists/`: all that it names is there and can be drawn as the scene wants it. */
export function readPlaylist({ file, text, tables, regions, claims }: PlaylistInput): {
  /** Null when it has an issue. */
  readonly playlist: Playlist | null;
  readonly issues: readonly Issue[];
} {
  const issues: Issue[] = [];
  const json = parseJson(text, file, issues);
  const reader = issues.length === 0 ? jsonReader(json, file, issues, FIELDS) : null;
  if (reader === null) return { playlist: null, issues };

  const id = idOf(reader);
  const expectedId = /([^/]+)\.json$/.exec(file)?.[1];
  if (id !== null && expectedId !== undefined && id !== expectedId) reader.refuse('id', { code: 'idNotFileName', args: { expected: expectedId } });
  const order = reader.number('order');
  if (order !== null && !(Number.isInteger(order) && order >= 0)) reader.refuse('order', { code: 'notAnInteger', args: null });
  const name = reader.text('name');
  const seconds = secondsOf(reader);
  const readers = reader.objects('scenes', ALL_FIELDS);
  if (readers.length === 0 && reader.strings('scenes')?.length === 0) reader.refuse('scenes', { code: 'emptyList', args: null });
  const entries = readers.map((one, index): ListEntry => {
    const path = `scenes[${index}]`;
    return {
      reader: one,
      path,
      refuse: (field, found, refusal) => {
        issues.push({ file, field: `${path}.${field}`, found, ...refusal });
        return null;
      },
    };
  });
  const used = new Set<string>();
  const scenes = entries.flatMap((entry) => {
    const sceneId = idOf(entry.reader);
    if (sceneId !== null && used.has(sceneId)) entry.reader.refuse('id', { code: 'duplicateId', args: null });
    if (sceneId !== null) used.add(sceneId);
    const scene = readScene(entry, { tables, regions, claims });
    return scene && sceneId !== null ? [{ ...scene, id: sceneId }] : [];
  });

  if (issues.length > 0 || id === null || order === null || name === null || seconds === null) return { playlist: null, issues };
  return { playlist: { id, order, name, seconds, scenes }, issues };
}

function idOf(reader: JsonReader): string | null {
  const id = reader.string('id');
  return id === null || /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) ? id : reader.refuse('id', { code: 'badId', args: null });
}

function secondsOf(reader: JsonReader): number | null {
  const seconds = reader.number('seconds');
  return seconds === null || (seconds >= SECONDS.min && seconds <= SECONDS.max) ? seconds : reader.refuse('seconds', { code: 'outsideRange', args: SECONDS });
}

type Known = Pick<PlaylistInput, 'tables' | 'regions' | 'claims'>;

/** Its id is the caller's to give. */
function readScene(entry: ListEntry, known: Known): Scene | null {
  const { reader } = entry;
  const kind = reader.word('kind', SCENE_KINDS);
  if (kind === null) return null;
  const fields = [...OF_EVERY_SCENE, ...OWN_FIELDS[kind]];
  for (const field of ALL_FIELDS) if (reader.has(field) && !fields.includes(field)) entry.refuse(field, field, { code: 'unknownField', args: { known: fields } });
  const seconds = reader.has('seconds') ? secondsOf(reader) : null;
  const headline = reader.has('headline') ? reader.text('headline') : null;
  // Han numerals are words; digits of either width are a number that no table answers for.
  if (headline && /[\d０-９]/.test(headline.zh + headline.en)) entry.refuse('headline', `${headline.zh} / ${headline.en}`, { code: 'digitInWords', args: null });
  const base = { id: '', ...(seconds !== null && { seconds }), ...(headline !== null && { headline }) };

  switch (kind) {
    case 'map':
    case 'ranking': {
      const table = tableOf(entry, 'indicator', reader.string('indicator'), kind, known);
      const asked = reader.has('periods') ? reader.strings('periods') : null;
      const drawable = table === null ? [] : kind === 'map' ? mappablePeriods(table) : rankedPeriods(table);
      if (table !== null && drawable.length === 0) entry.refuse('indicator', table.indicator.id, { code: 'unknownPeriod', args: { indicator: table.indicator.id, known: periods(table) } });
      if (asked !== null && table !== null) listOf(entry, 'periods', asked, MOST.periods, (found, field) => {
        if (!drawable.includes(found)) entry.refuse(field, found, { code: 'unknownPeriod', args: { indicator: table.indicator.id, known: drawable } });
      });
      return table === null ? null : { ...base, kind, indicator: table.indicator.id, ...(asked !== null && { periods: asked }) };
    }
    case 'trend':
    case 'region': {
      const asked = reader.strings('indicators') ?? [];
      listOf(entry, 'indicators', asked, MOST[kind], (found, field) => {
        tableOf(entry, field, found, kind, known);
      });
      if (kind === 'trend') return { ...base, kind, indicators: asked };
      const region = reader.string('region');
      const isThere = known.regions.some(({ id, level }) => id === region && (level === 'province' || id === CORPS));
      if (region !== null && !isThere) entry.refuse('region', region, { code: 'unknownRegion', args: null });
      return region === null ? null : { ...base, kind, region, indicators: asked };
    }
    case 'story': {
      const story = reader.string('story');
      if (story === null) return null;
      if (!isOneOf(STORY_IDS, story)) entry.refuse('story', story, { code: 'unknownStory', args: { known: STORY_IDS } });
      return { ...base, kind, story };
    }
    case 'claim': {
      const claim = reader.string('claim');
      if (claim === null) return null;
      if (!known.claims.some(({ id }) => id === claim)) entry.refuse('claim', claim, { code: 'unknownClaim', args: null });
      return { ...base, kind, claim };
    }
    case 'world': {
      const table = tableOf(entry, 'indicator', reader.string('indicator'), kind, known);
      return table === null ? null : { ...base, kind, indicator: table.indicator.id };
    }
    case 'coverage':
    case 'systems':
      return { ...base, kind };
  }
}

/** A list of the playlist's own: not empty, not too long, nothing twice, and each entry as its kind wants it. */
function listOf(entry: ListEntry, field: string, found: readonly string[], most: number, check: (found: string, field: string) => void): void {
  const { reader } = entry;
  if (found.length === 0 && reader.has(field)) reader.refuse(field, { code: 'emptyList', args: null });
  if (found.length > most) reader.refuse(field, { code: 'tooMany', args: { most } });
  found.forEach((one, index) => {
    const at = `${field}[${index}]`;
    if (found.indexOf(one) < index) entry.refuse(at, one, { code: 'duplicateId', args: null });
    else check(one, at);
  });
}

function tableOf(entry: ListEntry, field: string, indicatorId: string | null, kind: keyof typeof EXPECTED_OF, { tables }: Known): IndicatorTable | null {
  if (indicatorId === null) return null;
  const table = tables.find(({ indicator }) => indicator.id === indicatorId);
  if (!table) return entry.refuse(field, indicatorId, { code: 'unknownIndicator', args: null });
  const expected: readonly Expected[] = EXPECTED_OF[kind];
  return expected.includes(table.indicator.expected) ? table : entry.refuse(field, indicatorId, { code: 'otherIndicator', args: { expected } });
}

/** The lowest order first; of the same order by their ids. */
export const inPlaylistOrder = (playlists: readonly Playlist[]): readonly Playlist[] =>
  [...playlists].sort((one, other) => one.order - other.order || (one.id < other.id ? -1 : 1));
