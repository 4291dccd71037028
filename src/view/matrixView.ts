import { formatFigure, formatNumber, formatPeriod, formatValue, halfOf, inUnit, shownDecimals, unitName } from '../i18n/format.ts';
import type { Say } from '../i18n/say.ts';
import type { IndicatorTable } from '../model/indicator.ts';
import { ABSENCES, hasValue, STATUSES, type Absence, type Measured, type Observation, type Period, type Status } from '../model/observation.ts';
import { NATION, type Region } from '../model/region.ts';
import { classBreaks, classMethod, classOf } from '../query/classBreaks.ts';
import { expectedCount, isExpected } from '../query/expected.ts';
import { mappablePeriods, periods } from '../query/select.ts';
import type { Lang } from '../model/text.ts';
import { mainSeries } from './sentences/phrases.ts';

/** One cell: a figure, words, or the reason why there is none. Keys that say nothing are left out: sheets travel in pages. */
export interface MatrixCell {
  readonly text: string;
  /** The colour class, 0 for the lowest; none: no colour. */
  readonly tone?: number;
  readonly absence?: Absence;
  /** A shape behind the figure: how it came to be. */
  readonly mark?: string;
  readonly doubtful?: true;
  /** What the rows are ordered by; none: the row stands behind those that have one. */
  readonly order?: number;
  /** What is said of it, where that is more than its text. */
  readonly said?: string;
}

export interface MatrixColumn {
  readonly key: string;
  readonly label: string;
  /** In full, where the label is shortened. */
  readonly said?: string;
  /** Columns of one group stand side by side under its name. */
  readonly group?: string;
  /** Where a cell of this column leads to; the row's region is added. */
  readonly href?: string;
  /** From here on figures can't be compared with those to the left: the reason. */
  readonly methodBreak?: string;
}

export interface MatrixRow {
  readonly key: string;
  readonly name: string;
  /** Name of the group of four regions. */
  readonly group: string;
  /** What a filter finds it by besides its name. */
  readonly find: string;
  readonly cells: readonly MatrixCell[];
}

export interface MatrixLegend {
  readonly classes: readonly { readonly tone: number; readonly label: string }[];
  readonly method: string;
  readonly absences: readonly { readonly kind: Absence; readonly label: string }[];
  readonly marks: readonly { readonly mark: string; readonly label: string }[];
  readonly doubtful: boolean;
}

/** A whole matrix in the reader's language; what is shown of it and in what order is `arrangeMatrix`. */
export interface MatrixSheet {
  /** Over the names of the rows. */
  readonly corner: string;
  readonly caption: string;
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly MatrixRow[];
  /** Below the rows whatever their order: the nation, or how many of how many. */
  readonly foot: readonly MatrixRow[];
  readonly classCount: number;
  readonly legend: MatrixLegend;
  /** Figures stand right and are ordered by size; a publisher's classes and lists are words, and stand left. */
  readonly holds: 'figures' | 'classes' | 'lists';
}

/** Shape first, colour second. */
const MARKS: Readonly<Record<Status, string>> = { measured: '', provisional: '◐', estimated: '○', forecast: '◌', derived: '■' };

export const doubtMark = (lang: Lang): string => (lang === 'zh' ? '？' : '?');

/** “2016”, “2018.10”: a heading over a narrow column. */
export const shortPeriod = (period: Period, lang: Lang): string => (lang === 'zh' ? period.split('-').map((part, index) => (index === 0 ? part : String(Number(part)))).join('.') : formatPeriod(period, lang));

/** Names, abbreviations, pinyin and code of a region. */
export const findWords = (region: Region): string => [region.name.zh, region.name.en, region.abbr, region.abbrEn, region.pinyin, region.id].filter(Boolean).join(' ').toLowerCase();

export const groupName = (region: Region, { words }: Say): string => (region.group ? words.units.groups[region.group] : '');

/** Why a region without a row has no figure: nobody expects one, or it was not gathered. */
export const absenceWithoutRow = (region: Region, table: IndicatorTable): Absence =>
  region.id === NATION || isExpected(region, table.indicator.expected) ? 'notGathered' : region.group === 'hmt' ? 'notSurveyed' : 'notApplicable';

/** In a cell: the short word, where the language has one. */
export const absenceText = (kind: Absence, { words }: Say): string => words.absenceShort[kind] || words.absence[kind];

interface MatrixInput {
  readonly table: IndicatorTable;
  /** The 34 province-level regions, the Corps, and the nation where the table has it. */
  readonly regions: readonly Region[];
}

/** Regions in rows, periods in columns, coloured by the classes that the map has. */
export function matrixView({ table, regions }: MatrixInput, say: Say): MatrixSheet {
  const { indicator } = table;
  const { lang, words } = say;
  const { matrix } = words;
  const series = mainSeries(table);
  const columns = periods(table, series);
  const observations = table.observations.filter(({ seriesId }) => seriesId === series);
  const at = new Map(observations.map((one) => [`${one.regionId} ${one.period}`, one]));
  const isRow = (region: Region) => region.id !== NATION && (isExpected(region, indicator.expected) || observations.some(({ regionId }) => regionId === region.id));
  const inRows = [...regions].filter(isRow).sort((a, b) => (a.id < b.id ? -1 : 1));
  const ids = new Set(inRows.map(({ id }) => id));
  const nation = regions.find(({ id }) => id === NATION && observations.some((one) => one.regionId === id && hasValue(one)));

  const mapped = new Set(mappablePeriods(table));
  const byBands = indicator.publishes === 'bands';
  const bands = indicator.bands ?? [];
  const coloured = observations.filter((one) => ids.has(one.regionId) && mapped.has(one.period));
  const breaks = byBands ? [] : classBreaks(indicator, coloured);

  const toneOf = (one: Observation): number | undefined => {
    if (byBands) {
      const band = bands.findIndex(({ id }) => id === one.band);
      return band === -1 ? undefined : band;
    }
    return one.value === null ? undefined : (classOf(one.value, breaks) ?? undefined);
  };

  const figureSaid = (one: Measured) => [formatValue(one, indicator, lang), one.status === 'measured' ? '' : words.status[one.status], words.precision[one.precision], one.confidence === 'C' ? words.doubtful : ''];

  const cellOf = (region: Region, period: Period, withTone: boolean): MatrixCell => {
    const one = at.get(`${region.id} ${period}`);
    if (!one) {
      const why = absenceWithoutRow(region, table);
      return { text: absenceText(why, say), absence: why, said: words.absence[why] };
    }
    const band = bands.find(({ id }) => id === one.band)?.name[lang];
    const place = one.publishedRank === undefined ? undefined : words.publishedRank(one.publishedRank);
    const tone = withTone ? toneOf(one) : undefined;
    const noted = halfOf(one.note ?? '', lang);
    const said = (parts: readonly (string | undefined)[]) => [...parts, noted].filter(Boolean).join(words.comma);
    if (hasValue(one)) {
      return {
        text: formatFigure(one, indicator, lang),
        ...(tone === undefined ? {} : { tone }),
        ...(MARKS[one.status] ? { mark: MARKS[one.status] } : {}),
        ...(one.confidence === 'C' ? { doubtful: true } : {}),
        order: one.value,
        said: said([...figureSaid(one), band, place]),
      };
    }
    // Place 1 is the best: it comes where the largest figure would.
    const order = one.publishedRank === undefined ? (band === undefined ? undefined : bands.findIndex(({ id }) => id === one.band)) : -one.publishedRank;
    if (order !== undefined) {
      return {
        text: one.publishedRank === undefined ? (band ?? '') : words.rankShort(one.publishedRank, expectedCount(indicator.expected)),
        ...(tone === undefined ? {} : { tone }),
        ...(one.confidence === 'C' ? { doubtful: true } : {}),
        order,
        said: said([band, place, one.confidence === 'C' ? words.doubtful : '']),
      };
    }
    return { text: absenceText(one.status, say), absence: one.status, said: said([words.absence[one.status]]) };
  };

  const rowOf = (region: Region, withTone: boolean): MatrixRow => ({
    key: region.id,
    name: region.short[lang],
    group: groupName(region, say),
    find: findWords(region),
    cells: columns.map((period) => cellOf(region, period, withTone)),
  });

  const breakAt = (period: Period, before: Period | undefined) => indicator.methodBreaks?.find((one) => (one.series === undefined || one.series.includes(series)) && one.period <= period && (before === undefined || one.period > before));
  const rows = inRows.map((region) => rowOf(region, true));
  const foot = nation ? [rowOf(nation, false)] : [];
  const cells = [...rows, ...foot].flatMap((row) => row.cells);
  const printed = Math.max(0, ...coloured.filter(hasValue).map(({ printedDecimals }) => printedDecimals));
  return {
    corner: words.region,
    caption: [indicator.name[lang], unitName(indicator, lang)].filter(Boolean).join(' · '),
    columns: columns.map((period, index) => {
      const broken = index === 0 ? undefined : breakAt(period, columns[index - 1]);
      const label = shortPeriod(period, lang);
      return { key: period, label, ...(label === formatPeriod(period, lang) ? {} : { said: formatPeriod(period, lang) }), ...(broken ? { methodBreak: broken.reason[lang] } : {}) };
    }),
    rows,
    foot,
    classCount: byBands ? bands.length : Math.max(0, breaks.length - 1),
    legend: {
      ...legendOf(cells, say),
      classes: byBands ? bands.flatMap((band, tone) => (cells.some((cell) => cell.tone === tone) ? [{ tone, label: band.name[lang] }] : [])) : classLabels(breaks, table, printed, say),
      method: byBands ? matrix.byBands : breaks.length < 3 ? '' : matrix.method[classMethod(indicator)](breaks.length - 1),
    },
    holds: byBands ? 'classes' : 'figures',
  };
}

/** Marks and absences that occur in the cells, and no others. */
export function legendOf(cells: readonly MatrixCell[], { words }: Say): Pick<MatrixLegend, 'absences' | 'marks' | 'doubtful'> {
  return {
    absences: ABSENCES.flatMap((kind) => (cells.some(({ absence }) => absence === kind) ? [{ kind, label: words.absence[kind] }] : [])),
    marks: STATUSES.flatMap((status) => (MARKS[status] !== '' && cells.some(({ mark }) => mark === MARKS[status]) ? [{ mark: MARKS[status], label: words.status[status] }] : [])),
    doubtful: cells.some(({ doubtful }) => doubtful),
  };
}

function classLabels(breaks: readonly number[], { indicator }: IndicatorTable, printed: number, { lang, words }: Say): MatrixLegend['classes'] {
  const edges = breaks.map((edge) => inUnit(edge, indicator, lang));
  const most = shownDecimals(indicator, printed, lang);
  let decimals = 0;
  while (decimals < most && edges.some((edge) => Math.abs(Number(edge.toFixed(decimals)) - edge) > 1e-9)) decimals += 1;
  return edges.slice(0, -1).map((edge, tone) => ({ tone, label: words.matrix.edges(formatNumber(edge, decimals), formatNumber(edges[tone + 1] ?? edge, decimals)) }));
}

/** All that is said of a cell: the pointer, the keyboard and a screen reader get the same. */
export const cellSaid = (row: MatrixRow, column: MatrixColumn, cell: MatrixCell, { words }: Say): string => [row.name, column.said ?? column.label, cell.said ?? cell.text].join(words.comma);
