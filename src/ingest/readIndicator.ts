import { translated } from '../i18n/translated.ts';
import { EXPECTED, THEMES } from '../model/indicator.ts';
import { isPeriod } from './isOneOf.ts';
import { jsonReader, parseJson } from './jsonReader.ts';
import { exponentOf } from './scale.ts';
import type { Indicator, MethodBreak, Parts, Unit } from '../model/indicator.ts';
import type { Text } from '../model/text.ts';
import type { Issue } from './issue.ts';
import type { JsonReader } from './jsonReader.ts';

const FIELDS = [
  '$schema', 'id', 'name', 'short', 'definition', 'theme', 'expected', 'unit', 'better', 'publishes', 'additive', 'decimals', 'classes', 'limits', 'bands', 'series',
  'parts', 'methodBreaks', 'notes',
];

/** A descriptor of `data/indicators/`. Every text is there in both languages, every id once, the class edges ascend. */
export function readIndicator({ file, text }: { readonly file: string; readonly text: string }): {
  /** Null when it has an issue. */
  readonly indicator: Indicator | null;
  readonly issues: readonly Issue[];
} {
  const issues: Issue[] = [];
  const json = parseJson(text, file, issues);
  const reader = issues.length === 0 ? jsonReader(json, file, issues, FIELDS) : null;
  if (reader === null) return { indicator: null, issues };

  const id = readId(reader);
  const expectedId = /([^/]+)\.json$/.exec(file)?.[1];
  if (id !== null && expectedId !== undefined && id !== expectedId) reader.refuse('id', { code: 'idNotFileName', args: { expected: expectedId } });
  const name = reader.text('name');
  const short = reader.text('short');
  const definition = reader.text('definition');
  const theme = reader.word('theme', THEMES);
  const expected = reader.word('expected', EXPECTED);
  const unit = readUnit(reader);
  const better = reader.word('better', ['higher', 'lower', 'none']);
  const publishes = reader.word('publishes', ['values', 'ranks', 'bands']);
  const additive = reader.has('additive') ? reader.boolean('additive') : null;
  const decimals = reader.has('decimals') ? reader.number('decimals') : null;
  if (decimals !== null && !(Number.isInteger(decimals) && decimals >= 0)) reader.refuse('decimals', { code: 'notAnInteger', args: null });
  const classes = reader.has('classes') ? reader.numbers('classes') : null;
  if (classes !== null && (classes.length < 2 || classes.some((edge, index) => index > 0 && edge <= (classes[index - 1] ?? -Infinity)))) {
    reader.refuse('classes', { code: 'notAscending', args: null });
  }
  const limits = readLimits(reader);
  const bands = reader.has('bands') ? readNamed(reader, 'bands') : null;
  if (publishes === 'bands' && (bands === null || bands.length === 0)) reader.refuse('bands', { code: 'noBands', args: null });
  const series = reader.has('series') ? readNamed(reader, 'series') : null;
  const parts = reader.has('parts') ? readParts(reader, series?.map((one) => one.id) ?? []) : null;
  const methodBreaks = reader.has('methodBreaks') ? readBreaks(reader, series?.map((one) => one.id) ?? []) : null;
  const notes = reader.has('notes') ? readNotes(reader) : null;

  if (issues.length > 0 || id === null || name === null || short === null || definition === null || theme === null) return { indicator: null, issues };
  if (expected === null || unit === null || better === null || publishes === null) return { indicator: null, issues };
  return {
    indicator: {
      id, name, short, definition, theme, expected, unit, better, publishes,
      ...(additive !== null && { additive }),
      ...(decimals !== null && { decimals }),
      ...(classes !== null && { classes }),
      ...(limits !== null && { limits }),
      ...(bands !== null && { bands }),
      ...(series !== null && { series }),
      ...(parts !== null && { parts }),
      ...(methodBreaks !== null && { methodBreaks }),
      ...(notes !== null && { notes }),
    },
    issues,
  };
}

function readId(reader: JsonReader): string | null {
  const id = reader.string('id');
  return id === null || /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) ? id : reader.refuse('id', { code: 'badId', args: null });
}

/** The names may be empty: an index has no unit. */
function readUnit(reader: JsonReader): Unit | null {
  const unit = reader.object('unit', ['zh', 'en', 'multiplier', 'enMultiplier']);
  if (unit === null) return null;
  const [zh, en] = [unit.label('zh'), unit.label('en')];
  if (zh !== null && en !== null && (zh === '') !== (en === '')) {
    reader.refuse('unit', { code: 'missingLanguage', args: { language: zh === '' ? 'zh' : 'en' } });
  }
  const [multiplier, enMultiplier] = [unit.number('multiplier'), unit.number('enMultiplier')];
  if (multiplier !== null && exponentOf(multiplier) === null) unit.refuse('multiplier', { code: 'notAPowerOfTen', args: null });
  if (enMultiplier !== null && exponentOf(enMultiplier) === null) unit.refuse('enMultiplier', { code: 'notAPowerOfTen', args: null });
  return zh === null || en === null || multiplier === null || enMultiplier === null ? null : { zh, en: translated(en), multiplier, enMultiplier };
}

function readLimits(reader: JsonReader): NonNullable<Indicator['limits']> | null {
  const limits = reader.has('limits') ? reader.object('limits', ['min', 'max']) : null;
  if (limits === null) return null;
  const min = limits.has('min') ? limits.number('min') : null;
  const max = limits.has('max') ? limits.number('max') : null;
  if (min !== null && max !== null && min > max) reader.refuse('limits', { code: 'notAscending', args: null });
  return { ...(min !== null && { min }), ...(max !== null && { max }) };
}

/** A list of ids with names, each id once. */
function readNamed(reader: JsonReader, field: string): readonly { readonly id: string; readonly name: Text }[] {
  const ids = new Set<string>();
  return reader.objects(field, ['id', 'name']).flatMap((one) => {
    const id = one.string('id');
    const name = one.text('name');
    if (id !== null && ids.has(id)) one.refuse('id', { code: 'duplicateId', args: null });
    if (id !== null) ids.add(id);
    return id === null || name === null ? [] : [{ id, name }];
  });
}

function readParts(reader: JsonReader, known: readonly string[]): Parts | null {
  const parts = reader.object('parts', ['series', 'total']);
  const series = parts?.strings('series') ?? null;
  if (parts === null || series === null) return null;
  if (series.some((id) => !known.includes(id))) parts.refuse('series', { code: 'unknownWord', args: { known } });
  const total = parts.has('total') ? parts.string('total') : null;
  return { series, ...(total !== null && { total }) };
}

function readBreaks(reader: JsonReader, known: readonly string[]): readonly MethodBreak[] {
  return reader.objects('methodBreaks', ['period', 'reason', 'series']).flatMap((one) => {
    const period = one.string('period');
    if (period !== null && !isPeriod(period)) one.refuse('period', { code: 'badPeriod', args: null });
    const reason = one.text('reason');
    const series = one.has('series') ? one.strings('series') : null;
    if (series?.some((id) => !known.includes(id))) one.refuse('series', { code: 'unknownWord', args: { known } });
    return period === null || reason === null ? [] : [{ period, reason, ...(series !== null && { series }) }];
  });
}

const readNotes = (reader: JsonReader): readonly Text[] =>
  reader.objects('notes', ['zh', 'en']).flatMap((note) => {
    const [zh, en] = [note.string('zh'), note.string('en')];
    return zh === null || en === null ? [] : [{ zh, en: translated(en) }];
  });
