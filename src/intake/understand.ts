import { isPeriod } from '../ingest/isOneOf.ts';
import { resolveRegion, type RegionIndex } from '../ingest/resolveRegion.ts';
import type { Indicator } from '../model/indicator.ts';
import { ABSENCES, type Absence, type Period } from '../model/observation.ts';
import { NATION, type Region, type RegionId } from '../model/region.ts';
import { isExpected } from '../query/expected.ts';
import { regionText } from './findTable.ts';
import { alike } from './likeness.ts';
import type { Answers, Fault, FoundTable, IntakeRow, Option, Question, RawFigure, Repair, RepairKind, Spot, Understood } from './model.ts';
import { movePoint, plain } from './plain.ts';
import { readFigure, type ReadFigure } from './readFigure.ts';
import { readPeriod, readSerialDate } from './readPeriod.ts';
import { placesBetween, unitOptions } from './unitOf.ts';

export const LEAVE_OUT = 'leaveOut';
const leaveOut: Option = { id: LEAVE_OUT, name: LEAVE_OUT };

/** Sums and parts of the country that are no region of the site. */
const AGGREGATE = /^(?:(?:东部|中部|西部|东北|沿海|内地|华北|华东|华中|华南|西南|西北|全国?)?(?:地区)?(?:合计|总计|小计|平均|均值|平均值|中位数|总和)|(?:东部|中部|西部|东北|沿海|内地|华北|华东|华中|华南|西南|西北)(?:地区)?|total|average|mean|median|world|sum)$/i;
/** What may be meant by a spelling that nobody knows. */
const MOST_NEAR = 5;

export interface Understanding {
  readonly found: FoundTable;
  /** Which of the table's measures. */
  readonly measure: number;
  readonly indicator: Indicator;
  readonly regions: readonly Region[];
  readonly index: RegionIndex;
  readonly answers: Answers;
}

type Ask = (question: Question) => string | null;

/** Counts what is told many times, and remembers where it was first. */
function teller() {
  const repairs = new Map<string, Repair>();
  return {
    tell: (repair: Repair): void => {
      const key = `${repair.kind} ${JSON.stringify(repair.args)}`;
      const known = repairs.get(key);
      repairs.set(key, known ? { ...known, count: known.count + repair.count } : repair);
    },
    all: (): readonly Repair[] => [...repairs.values()],
  };
}

/** Questions, each once with all the places where it comes up. */
function asker(answers: Answers) {
  const questions = new Map<string, Question>();
  const ask: Ask = (question) => {
    const known = questions.get(question.id);
    questions.set(question.id, known ? { ...known, spots: [...known.spots, ...question.spots] } : question);
    const answer = answers[question.id];
    if (answer === undefined) return null;
    return question.options.length === 0 || question.options.some(({ id }) => id === answer) ? answer : null;
  };
  return { ask, all: (): readonly Question[] => [...questions.values()] };
}

interface Tools {
  readonly input: Understanding;
  readonly ask: Ask;
  readonly tell: (repair: Repair) => void;
  readonly fault: (fault: Fault) => void;
  readonly once: (kind: Extract<RepairKind, 'fullWidth' | 'thousands' | 'percentSign' | 'blankCells'>, spot: Spot) => void;
}

function regionOf(figure: RawFigure, { input, ask, tell }: Tools): RegionId | null {
  const { indicator, regions, index } = input;
  const text = regionText(figure.region);
  const spots = [figure.regionSpot];
  if (text === '') {
    if (indicator.expected === 'nation') return NATION;
    const options = regions.filter((region) => isExpected(region, indicator.expected) || region.id === NATION).map(({ id }): Option => ({ id, name: id }));
    return ask({ id: 'regionOfTable', kind: 'regionOfTable', args: null, spots, options });
  }
  const answer = (question: Question): RegionId | null => {
    const said = ask(question);
    return said === LEAVE_OUT ? null : said;
  };
  const resolved = resolveRegion(text, index);
  if (resolved.kind === 'found') {
    const region = regions.find(({ id }) => id === resolved.regionId);
    const customary = region ? [region.id, region.iso3, region.name.zh, region.name.en, region.short.zh, region.short.en] : [];
    if (region && !customary.includes(figure.region)) tell({ kind: 'regionSpelling', args: { found: figure.region, region: region.id }, spot: figure.regionSpot, count: 1 });
    return resolved.regionId;
  }
  if (resolved.kind === 'ambiguous') {
    // In a table of provinces a province is meant, where only one of them is one.
    const fitting = resolved.candidates.filter((id) => regions.some((region) => region.id === id && isExpected(region, indicator.expected)));
    const [only] = fitting;
    if (only !== undefined && fitting.length === 1) {
      tell({ kind: 'regionSpelling', args: { found: figure.region, region: only }, spot: figure.regionSpot, count: 1 });
      return only;
    }
    return answer({ id: `region ${text}`, kind: 'whichRegion', args: { found: figure.region }, spots, options: [...resolved.candidates.map((id): Option => ({ id, name: id })), leaveOut] });
  }
  if (AGGREGATE.test(text) && !/^(?:合计|总计|total)$/i.test(text)) {
    tell({ kind: 'aggregateRow', args: { name: figure.region }, spot: figure.regionSpot, count: 1 });
    return null;
  }
  const near = AGGREGATE.test(text) ? [NATION] : nearRegions(text, input);
  return answer({ id: `region ${text}`, kind: 'region', args: { found: figure.region }, spots, options: [...near.map((id): Option => ({ id, name: id })), leaveOut] });
}

/** Regions of the table's kind whose spelling is nearest; offered, never taken. A city is not offered as the province of its name. */
function nearRegions(text: string, { regions, indicator }: Understanding): readonly RegionId[] {
  if (/^[\u4e00-\u9fff]+市$/.test(text) && regions.some(({ short }) => `${short.zh}市` === text)) return [];
  const wanted = text.toLowerCase();
  return regions
    .filter((region) => isExpected(region, indicator.expected) || region.id === NATION)
    .map((region) => ({ id: region.id, likeness: Math.max(...[region.name.zh, region.name.en, region.short.zh, region.short.en].map((name) => alike(name.toLowerCase(), wanted))) + ([...region.short.zh].some((letter) => wanted.includes(letter)) ? 0.1 : 0) }))
    .filter(({ likeness }) => likeness >= 0.1)
    .sort((one, other) => other.likeness - one.likeness)
    .slice(0, MOST_NEAR)
    .map(({ id }) => id);
}

function periodOf(figure: RawFigure, { ask, tell, fault }: Tools): Period | null {
  const spot = figure.periodSpot;
  if (plain(figure.period) === '') {
    const said = ask({ id: 'period', kind: 'period', args: null, spots: [spot], options: [] });
    return said !== null && isPeriod(said) ? said : null;
  }
  const read = readPeriod(figure.period);
  const serial = read.kind === 'none' ? readSerialDate(figure.period) : read;
  if (serial.kind === 'period') {
    if (serial.isSerial) tell({ kind: 'serialDate', args: { found: figure.period, period: serial.period }, spot, count: 1 });
    else if (serial.period !== figure.period && !new RegExp(`^${serial.period}年度?$`).test(plain(figure.period))) tell({ kind: 'periodForm', args: { found: figure.period, period: serial.period }, spot, count: 1 });
    return serial.period;
  }
  if (serial.kind === 'shortYear') return ask({ id: `year ${plain(figure.period)}`, kind: 'shortYear', args: { found: figure.period }, spots: [spot], options: serial.options.map((id) => ({ id, name: id })) });
  fault({ kind: serial.kind === 'partOfYear' ? 'partOfYear' : 'notAPeriod', args: { found: figure.period }, spot });
  return null;
}

type Figured = Pick<IntakeRow, 'value' | 'status' | 'precision'> | null;

const absenceOf = (text: string): Absence | null => ABSENCES.find((one) => one === text) ?? null;

function figureOf(figure: RawFigure, read: ReadFigure, places: number, { input, ask, tell, fault, once }: Tools): Figured {
  const { spot } = figure;
  const absent = (status: Absence): Figured => ({ value: '', status, precision: 'exact' });
  switch (read.kind) {
    case 'blank':
      // A place or a class alone is a figure of its own; otherwise nothing was gathered, and a row would say no more.
      if (plain(figure.rank) !== '' || plain(figure.band) !== '') return absent('notGathered');
      once('blankCells', spot);
      return null;
    case 'absence':
      tell({ kind: 'absenceWord', args: { word: read.word, absence: read.absence }, spot, count: 1 });
      return absent(read.absence);
    case 'sign': {
      const said = ask({ id: `sign ${read.sign}`, kind: 'sign', args: { sign: read.sign }, spots: [spot], options: [...ABSENCES.map((id): Option => ({ id, name: id })), leaveOut] });
      const status = said === null ? null : absenceOf(said);
      return status === null ? null : absent(status);
    }
    case 'comma': {
      const said = ask({ id: 'comma', kind: 'comma', args: { found: read.found }, spots: [spot], options: [{ id: 'decimal', name: read.found.replace(',', '.') }, { id: 'thousands', name: read.found.replace(',', '') }, leaveOut] });
      return said === null || said === LEAVE_OUT ? null : { value: movePoint(read.found.replace(',', said === 'decimal' ? '.' : '').replace('+', ''), places), status: 'measured', precision: 'exact' };
    }
    case 'brackets': {
      const bare = read.found.replace(/[(),\s]/g, '');
      const said = ask({ id: 'brackets', kind: 'brackets', args: { found: read.found }, spots: [spot], options: [{ id: 'negative', name: `-${bare}` }, { id: 'plain', name: bare }, leaveOut] });
      return said === null || said === LEAVE_OUT ? null : { value: movePoint((said === 'negative' ? '-' : '') + bare, places), status: 'measured', precision: 'exact' };
    }
    case 'exponent':
    case 'formulaError':
      fault({ kind: read.kind, args: { found: read.found }, spot });
      return null;
    case 'none':
      fault({ kind: 'notANumber', args: { found: read.found }, spot });
      return null;
    case 'number': {
      if (read.wasFullWidth) once('fullWidth', spot);
      if (read.hasThousands) once('thousands', spot);
      if (read.isPercent) once('percentSign', spot);
      if (read.mark !== '') tell({ kind: 'footnoteMark', args: { mark: read.mark }, spot, count: 1 });
      if (read.precision !== 'exact') tell({ kind: 'precisionWord', args: { word: read.precisionWord, precision: read.precision }, spot, count: 1 });
      if (read.bigUnit !== '') tell({ kind: 'bigUnit', args: { unit: read.bigUnit }, spot, count: 1 });
      // “2.7万” is in single units, whatever the column says.
      const moved = read.bigUnit === '' ? places : read.power - Math.round(Math.log10(input.indicator.unit.multiplier));
      return { value: movePoint(read.digits, moved), status: 'measured', precision: read.precision };
    }
  }
}

/** By how many places the figures move to be in the indicator's unit; null while nobody has said. */
function placesOf(reads: readonly ReadFigure[], { input, ask, tell }: Tools): number | null {
  const { indicator, found, measure } = input;
  const { unit } = indicator;
  const told = found.measures[measure]?.unit || found.unitLine;
  const numbers = reads.flatMap((one) => (one.kind === 'number' ? [one] : []));
  const isAllSaid = numbers.length > 0 && numbers.every(({ isPercent, bigUnit }) => bigUnit !== '' || (isPercent && unit.zh === '%'));
  if (unit.zh === '%' && told !== '' && placesBetween(told, unit) === 0 && numbers.every(({ isPercent }) => !isPercent) && isFractions(numbers.map(({ digits }) => digits))) return fractionPlaces(ask);
  const between = told === '' ? null : placesBetween(told, unit);
  if (between !== null) {
    if (between !== 0) tell({ kind: 'scaled', args: { from: told, to: unit.zh }, spot: null, count: numbers.length });
    return between;
  }
  if (isAllSaid) return 0;
  if (unit.zh === '' && told === '') return 0;
  if (unit.zh === '%' && told === '' && isFractions(numbers.map(({ digits }) => digits))) return fractionPlaces(ask);
  const said = ask({ id: 'unit', kind: 'unit', args: { found: told, expected: unit.zh }, spots: [], options: unitOptions(unit).map(({ places, name }): Option => ({ id: String(places), name })) });
  return said === null ? null : Number(said);
}

const isFractions = (numbers: readonly string[]): boolean => numbers.length > 1 && numbers.every((digits) => Math.abs(Number(digits)) <= 1) && numbers.some((digits) => digits.includes('.') && Number(digits) > 0);

function fractionPlaces(ask: Ask): number | null {
  const said = ask({ id: 'fraction', kind: 'fraction', args: null, spots: [], options: [{ id: '2', name: '×100' }, { id: '0', name: '×1' }] });
  return said === null ? null : Number(said);
}

/** “第3”, “3.0” and “3” are the third place. */
const rankText = (text: string): string => plain(text).replace(/^第|名$|位$/g, '').replace(/\.0+$/, '');

/**
 * A table's figures of one measure as rows for `data/`. What was read as what it means is told, what only a person can
 * say is asked once for the table, and what must be put right is named with its cell. Nothing is guessed, and no sign
 * and no blank becomes 0.
 */
export function understand(input: Understanding): Understood {
  const { found, measure, indicator, answers } = input;
  const { tell, all: repairs } = teller();
  const { ask, all: questions } = asker(answers);
  const faults: Fault[] = [];
  const tools: Tools = { input, ask, tell, fault: (fault) => { if (!faults.some((one) => one.kind === fault.kind && one.spot?.line === fault.spot?.line && one.spot?.column === fault.spot?.column)) faults.push(fault); }, once: (kind, spot) => { tell({ kind, args: null, spot, count: 1 }); } };
  for (const repair of found.repairs) tell(repair);

  const own = found.figures.filter((figure) => figure.measure === measure);
  const reads = own.map(({ text }) => readFigure(text));
  const series = indicator.series ?? [];
  const seriesId = series.length === 0 ? '' : ask({ id: 'series', kind: 'series', args: null, spots: [], options: series.map(({ id }): Option => ({ id, name: id })) });
  const places = placesOf(reads, tools);
  const rows: IntakeRow[] = [];
  const kept = new Map<string, { readonly row: IntakeRow; readonly text: string }>();
  own.forEach((figure, at) => {
    const region = regionOf(figure, tools);
    const period = region === null ? null : periodOf(figure, tools);
    const read = reads[at] ?? { kind: 'blank' as const };
    if (region === null || period === null) return;
    const figured = figureOf(figure, read, places ?? 0, tools);
    if (figured === null || places === null || seriesId === null) return;
    const rank = rankText(figure.rank);
    const isRank = /^[1-9]\d*$/.test(rank);
    if (rank !== '' && !isRank) {
      if (!/^[-—–…./]+$/.test(rank)) tools.fault({ kind: 'badRank', args: { found: figure.rank }, spot: figure.spot });
    }
    const band = (indicator.bands ?? []).find(({ id, name }) => [id, name.zh, name.en].includes(plain(figure.band)))?.id ?? '';
    const row: IntakeRow = { series: seriesId, region, period, ...figured, rank: isRank ? rank : '', band, note: plain(figure.note), spot: figure.spot };
    const key = `${seriesId} ${region} ${period}`;
    const before = kept.get(key);
    const text = [row.value, row.status, row.rank].join(' ');
    if (!before) {
      kept.set(key, { row, text });
      rows.push(row);
    } else if (before.text === text) tell({ kind: 'sameRowTwice', args: { firstLine: before.row.spot.line }, spot: figure.spot, count: 1 });
    else faults.push({ kind: 'twoFigures', args: { region, period, firstLine: before.row.spot.line, first: before.row.value || before.row.rank, found: row.value || row.rank }, spot: figure.spot });
  });
  if (own.length > 0 && rows.length === 0 && faults.length === 0 && questions().every(({ id }) => answers[id] !== undefined)) faults.push({ kind: 'noFigures', args: null, spot: null });
  return { rows, repairs: repairs(), questions: questions(), faults };
}
