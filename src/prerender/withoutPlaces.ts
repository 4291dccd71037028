import { createHash } from 'node:crypto';
import Papa from 'papaparse';
import { HELD_NOTE, LISTED, QUARTERS } from '../i18n/groupNames.ts';
import type { Atlas } from '../model/atlas.ts';
import type { Band, Indicator, IndicatorTable } from '../model/indicator.ts';
import type { Observation } from '../model/observation.ts';
import { expectedCount } from '../query/expected.ts';
import { standingGroup } from '../query/quarter.ts';
import { MAPPABLE_REGIONS } from '../query/select.ts';

const listed: Band = { id: 'listed', name: LISTED };
const quarterId = (index: number): string => `quarter-${index + 1}`;
/** Lowest first, as everywhere; a list of the first only says no more than who is on it. */
const BANDS: readonly Band[] = [listed, ...QUARTERS.map((name, index) => ({ id: quarterId(index), name })).reverse()];

/** A remark on a table of ranks that tells one. */
const TELLS_PLACE = /名次|排名|第\s*\d|前[一二三四五六七八九十\d]+[名位]|并列第|末位|\b\d+(st|nd|rd|th)\b|\branks?\b|\branking|\bplaces?\b/i;

const held = (note: string): string => (TELLS_PLACE.test(note) ? `${HELD_NOTE.zh} / ${HELD_NOTE.en}` : note);

function withoutRank({ publishedRank: _, note, ...rest }: Observation): Observation {
  return note === undefined ? rest : { ...rest, note: held(note) };
}

/** Once, however many of the remarks tell places. */
function heldNotes({ notes = [], ...rest }: Indicator): Indicator {
  const kept = notes.filter(({ zh, en }) => !TELLS_PLACE.test(zh) && !TELLS_PLACE.test(en));
  return { ...rest, notes: kept.length < notes.length ? [...kept, HELD_NOTE] : kept };
}

/** Ranks that were published without figures become quarters where most regions have one, and membership where only the first do. */
function asBands(table: IndicatorTable): IndicatorTable {
  const { indicator, observations } = table;
  const n = expectedCount(indicator.expected);
  const placed = (one: Observation): number => observations.filter(({ period, seriesId, publishedRank }) => period === one.period && seriesId === one.seriesId && publishedRank !== undefined).length;
  const bandOf = (one: Observation): string | undefined => {
    if (one.publishedRank === undefined) return undefined;
    const group = placed(one) >= MAPPABLE_REGIONS ? standingGroup(one.publishedRank, n) : null;
    return group?.of === 4 ? quarterId(group.index) : listed.id;
  };
  const told = observations.map((one): Observation => {
    const band = bandOf(one);
    return band === undefined ? withoutRank(one) : { ...withoutRank(one), band };
  });
  return { ...table, indicator: { ...heldNotes(indicator), publishes: 'bands', bands: BANDS.filter(({ id }) => told.some(({ band }) => band === id)) }, observations: told };
}

/** The table as text without its column “rank”, in the manner in which data/ is written. */
function withoutRankColumn(text: string): string | null {
  const { data, meta } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  const fields = meta.fields ?? [];
  return fields.includes('rank') ? `${Papa.unparse({ fields: fields.filter((field) => field !== 'rank'), data }, { newline: '\n' })}\n` : null;
}

/**
 * The atlas of a publisher who must not rank: no published rank is left in it. Tables that hold ranks alone are told as
 * groups and stand in no file; from other files the column “rank” is taken out, so their hashes change.
 *
 * @param read The text of a file below `data/`.
 * @returns Also the files that differ from those in `data/`, by path.
 */
export function withoutPlaces(atlas: Atlas, read: (file: string) => string): { readonly atlas: Atlas; readonly rewritten: ReadonlyMap<string, string> } {
  const rewritten = new Map<string, string>();
  const heldBack = new Set<string>();
  const treated = (table: IndicatorTable): IndicatorTable => {
    if (!table.observations.some(({ publishedRank }) => publishedRank !== undefined) && table.indicator.publishes !== 'ranks') return table;
    if (table.indicator.publishes === 'ranks') {
      heldBack.add(table.file);
      return asBands(table);
    }
    const text = withoutRankColumn(read(table.file));
    if (text !== null) rewritten.set(table.file, text);
    return { ...table, indicator: heldNotes(table.indicator), observations: table.observations.map(withoutRank) };
  };
  const [tables, earlier] = [atlas.tables.map(treated), atlas.earlier.map(treated)];
  const files = atlas.files
    .filter(({ path }) => !heldBack.has(path))
    .map((file) => {
      const text = rewritten.get(file.path);
      return text === undefined ? file : { path: file.path, sha256: createHash('sha256').update(text).digest('hex'), bytes: Buffer.byteLength(text) };
    });
  return { atlas: { ...atlas, tables, earlier, indicators: tables.map(({ indicator }) => indicator), files }, rewritten };
}
