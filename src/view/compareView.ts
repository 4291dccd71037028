import { formatFigure, formatNumber, formatPeriod, formatSigned, formatValue, inUnit, joinUnit, shownDecimals, unitName } from '../i18n/format.ts';
import type { Say } from '../i18n/say.ts';
import type { Indicator, IndicatorTable } from '../model/indicator.ts';
import { hasValue, type Absence, type Measured, type Observation, type Period } from '../model/observation.ts';
import type { Region } from '../model/region.ts';
import { breakBetween } from '../query/breakBetween.ts';
import { change, type Change } from '../query/change.ts';
import { symmetricBreaks, symmetricClassOf } from '../query/classBreaks.ts';
import { expectedCount, isExpected } from '../query/expected.ts';
import { rank } from '../query/rank.ts';
import { observationsAt } from '../query/select.ts';
import type { MapRegionView, MarkView } from './mapView.ts';
import { inToldOrder } from './toldOrder.ts';
import { absenceViews, absenceWithoutRow, barsView, coverageText, DOUBT_MARK, isDoubtful, markOf, markViews, provinceView, statusWords, type ProvinceView } from './provinceView.ts';
import { differenceTakeaway } from './sentences/difference.ts';
import { pairTakeaway } from './sentences/pair.ts';
import type { TableView } from './tableView.ts';

export interface CompareInput {
  readonly table: IndicatorTable;
  /** The earlier of the two mappable periods. */
  readonly from: Period;
  readonly to: Period;
  /** The one that the reader is at: it stays on the map when there is no difference. */
  readonly shown: Period;
  readonly regions: readonly Region[];
  readonly selected: string | null;
  readonly isTransformed?: boolean;
}

/** A difference that can't be had says why; the published map stays. */
export type Difference = { readonly kind: 'view'; readonly view: ProvinceView } | { readonly kind: 'refused'; readonly message: string };

const SHAPES = { rise: '▲', fall: '▼', same: '―' } as const;
type Direction = keyof typeof SHAPES;
const directionOf = (value: number): Direction => (value > 0 ? 'rise' : value < 0 ? 'fall' : 'same');

type Changed = Extract<Change, { kind: 'change' }>;

/** The unit of a change: points for percentages. */
const changeUnit = (indicator: Indicator, { lang, words }: Say): string => (indicator.unit.zh === '%' ? words.compare.points : unitName(indicator, lang));

/** Decimals that both figures support, and more only where a change would else be told as none. */
function decimalsOf({ value, printedDecimals }: Changed, finest: number, indicator: Indicator, { lang }: Say): number {
  const most = shownDecimals(indicator, finest, lang);
  let decimals = shownDecimals(indicator, printedDecimals, lang);
  while (value !== 0 && decimals < most && !/[1-9]/.test(formatNumber(inUnit(value, indicator, lang), decimals))) decimals += 1;
  return decimals;
}

/** Why a region has no difference, and which texture that is: a bound is a figure, but none to subtract. */
function absenceOf(refused: Extract<Change, { kind: 'refused' }>, region: Region, earlier: Observation | undefined, later: Observation | undefined, { table, from, to }: CompareInput, { words, lang }: Say): { kind: Absence; label: string } {
  const { compare } = words;
  const kindOf = (one: Observation | undefined): Absence => (one === undefined ? absenceWithoutRow(region, table.indicator) : one.value === null ? one.status : 'notApplicable');
  switch (refused.reason) {
    case 'earlierMissing': {
      const kind = kindOf(earlier);
      const isBoth = later === undefined || later.value === null;
      const when = formatPeriod(from, lang);
      if (!isBoth) return { kind, label: compare.absentThen(when, words.absence[kind]) };
      return kindOf(later) === kind ? { kind, label: words.absence[kind] } : { kind, label: [compare.absentThen(when, words.absence[kind]), compare.absentThen(formatPeriod(to, lang), words.absence[kindOf(later)])].join(words.comma) };
    }
    case 'laterMissing': {
      const kind = kindOf(later);
      return { kind, label: compare.absentThen(formatPeriod(to, lang), words.absence[kind]) };
    }
    case 'bound':
      return { kind: 'notApplicable', label: compare.bound };
    case 'forecast':
      return { kind: 'notApplicable', label: compare.forecast };
    case 'methodBreak':
      return { kind: 'notApplicable', label: compare.methodBreak };
    case 'differentSeries':
    case 'differentRegion':
      return { kind: 'notApplicable', label: compare.notComparable };
  }
}

/** What moved between two periods, region by region, on a scale that is symmetric about zero. */
export function differenceView(input: CompareInput, say: Say): Difference {
  const { table, from, to, shown, regions, selected } = input;
  const { indicator } = table;
  const { lang, words } = say;
  const { compare } = words;
  const shownWhen = formatPeriod(shown, lang);
  const [earlierWhen, laterWhen] = [formatPeriod(from, lang), formatPeriod(to, lang)];
  const by = (period: Period) => new Map(observationsAt(table, period).map((one) => [one.regionId, one]));
  const [earlierBy, laterBy] = [by(from), by(to)];
  const pairs = regions.map((region) => {
    const [earlier, later] = [earlierBy.get(region.id), laterBy.get(region.id)];
    return { region, earlier, later, answer: change(earlier, later, indicator) };
  });
  const answers = pairs.flatMap((pair) => {
    const { earlier, later, answer, region } = pair;
    return answer.kind === 'change' && earlier && later && hasValue(earlier) && hasValue(later) ? [{ region, earlier, later, answer }] : [];
  });
  if (answers.length === 0) {
    const broken = breakBetween(indicator, from, to);
    if (broken) return { kind: 'refused', message: compare.refusedBreak(earlierWhen, laterWhen, formatPeriod(broken.period, lang), broken.reason[lang], shownWhen) };
    const figures = pairs.flatMap(({ earlier, later }) => [earlier, later]);
    const isBanded = figures.some((one) => one?.band !== undefined) && !figures.some((one) => one !== undefined && hasValue(one));
    return { kind: 'refused', message: (isBanded ? compare.refusedBands : compare.refusedPairs)(earlierWhen, laterWhen, shownWhen) };
  }

  const unit = changeUnit(indicator, say);
  const finestOf = ({ earlier, later }: { readonly earlier: Measured; readonly later: Measured }) => Math.max(earlier.printedDecimals, later.printedDecimals);
  const breaks = symmetricBreaks(answers.map(({ answer }) => answer.value), indicator, indicator.decimals ?? Math.max(...answers.map(finestOf)));
  const classCount = breaks.length - 1;
  // From the largest rise to the largest fall, whichever is better: the order is that of the picture.
  const ranking = rank(answers.map(({ later, answer }) => ({ ...later, value: answer.value })), 'higher');
  const rankOf = new Map(ranking.ranked.map((row) => [row.observation.regionId, row]));
  const drawn = answers.flatMap(({ earlier, later }) => [earlier, later]);
  const allDerived = drawn.every(({ status }) => status === 'derived');
  const laterDirection = (direction: Direction): string => SHAPES[direction] + compare.tile[direction];

  const tell = (one: (typeof answers)[number]) => {
    const { earlier, later, answer } = one;
    const decimals = decimalsOf(answer, finestOf(one), indicator, say);
    const direction = directionOf(answer.value);
    const size = (answer.precision === 'approximate' ? compare.about : '') + formatNumber(Math.abs(inUnit(answer.value, indicator, lang)), decimals);
    const signed = (answer.precision === 'approximate' ? compare.about : '') + formatSigned(inUnit(answer.value, indicator, lang), decimals, lang);
    const word = compare[direction];
    const isSame = direction === 'same';
    const mark = [...new Set([...markOf(earlier, allDerived), ...markOf(later, allDerived)])].join('');
    const statuses = [earlier, later].flatMap((figure) => (figure.status === 'measured' && figure.precision === 'exact' && !isDoubtful(figure) ? [] : [`${formatPeriod(figure.period, lang)}${compare.gap}${statusWords(figure, say)}`]));
    return {
      direction,
      size,
      signed,
      mark,
      statusText: statuses.join(words.comma),
      valueText: `${SHAPES[direction]}${compare.gap}${isSame ? word : compare.changed(word, joinUnit(size, unit, lang))}`,
      shortText: isSame ? laterDirection(direction) : laterDirection(direction) + (lang === 'zh' ? size : ` ${signed}`),
      fromTo: compare.fromTo(earlierWhen, formatValue(earlier, indicator, lang), laterWhen, formatValue(later, indicator, lang)),
    };
  };
  const toldOf = new Map(answers.map((one) => [one.region.id, { ...tell(one), one }]));

  const regionView = ({ region, earlier, later, answer }: (typeof pairs)[number]): MapRegionView => {
    const name = region.short[lang];
    const own = {
      id: region.id,
      name,
      abbr: lang === 'zh' ? (region.abbr ?? region.short.zh.slice(0, 1)) : (region.abbrEn ?? region.short.en.slice(0, 2)),
    };
    const told = toldOf.get(region.id);
    if (!told || answer.kind === 'refused') {
      const { kind, label } = answer.kind === 'refused' ? absenceOf(answer, region, earlier, later, input, say) : { kind: 'notApplicable' as const, label: compare.notComparable };
      const asideText = compare.span(earlierWhen, laterWhen);
      return { ...own, valueText: label, shortText: words.absenceShort[kind], rankText: '', classIndex: null, absence: kind, doubtful: false, mark: '', asideText, spoken: [name, label, asideText].join(words.comma) };
    }
    const place = rankOf.get(region.id);
    const rankText = place ? compare.rankOf(place.rank, place.n) : '';
    const asideText = [told.fromTo, told.statusText, rankText].filter(Boolean).join(words.comma);
    return {
      ...own,
      valueText: told.valueText,
      shortText: told.shortText,
      tileText: told.size,
      rankText,
      classIndex: symmetricClassOf(answer.value, breaks),
      absence: null,
      doubtful: answer.isDoubtful,
      // Every change is worked out here: on the map only doubt is marked.
      mark: [...told.mark].filter((mark) => mark === DOUBT_MARK).join(''),
      direction: laterDirection(told.direction),
      asideText,
      spoken: [name, told.valueText, asideText].join(words.comma),
    };
  };
  const regionViews = pairs.map(regionView);
  const viewOf = new Map(regionViews.map((view) => [view.id, view]));
  const counts = Array.from({ length: classCount }, (_, index) => regionViews.filter((view) => view.classIndex === index).length);
  const directed = (direction: Direction) => answers.filter(({ answer }) => directionOf(answer.value) === direction).length;
  const directions = (['rise', 'same', 'fall'] as const).flatMap((direction): readonly MarkView[] => (directed(direction) === 0 ? [] : [{ mark: SHAPES[direction], label: compare.counted[direction](directed(direction)) }]));

  const ranked = inToldOrder(ranking, say).flatMap((row) => {
    const told = toldOf.get(row.observation.regionId);
    return told ? [{ ...row, told, id: row.observation.regionId }] : [];
  });
  const edgeDecimals = edgeDecimalsOf(breaks, indicator, say);
  const order = [...ranked.map(({ id }) => id), ...regionViews.filter(({ id }) => !toldOf.has(id)).map(({ id }) => id)].filter((id) => earlierBy.has(id) || laterBy.has(id));
  const figureText = (one: Observation | undefined, region: Region | undefined) =>
    one && hasValue(one) ? formatFigure(one, indicator, lang) : one ? words.absence[one.value === null ? one.status : 'notGathered'] : region ? words.absence[absenceWithoutRow(region, indicator)] : '';
  const regionOf = new Map(regions.map((region) => [region.id, region]));
  const ownUnit = unitName(indicator, lang);
  const tableView: TableView = {
    columns: [
      { key: 'rank', label: words.rank, numeric: true },
      { key: 'region', label: words.region, head: true },
      { key: 'earlier', label: compare.withUnit(earlierWhen, ownUnit), numeric: true },
      { key: 'later', label: compare.withUnit(laterWhen, ownUnit), numeric: true },
      { key: 'change', label: compare.withUnit(compare.difference, unit), numeric: true },
      { key: 'status', label: words.statusColumn },
    ],
    rows: order.map((id) => {
      const [told, view, place] = [toldOf.get(id), viewOf.get(id), rankOf.get(id)];
      return {
        key: id,
        cells: [
          { text: place ? words.rankCell(place.rank, place.n) : '' },
          { text: view?.name ?? id },
          { text: figureText(earlierBy.get(id), regionOf.get(id)) },
          { text: figureText(laterBy.get(id), regionOf.get(id)) },
          { text: told ? told.signed : '' },
          { text: told ? [SHAPES[told.direction] + compare.gap + compare[told.direction], told.statusText].filter(Boolean).join(words.comma) : (view?.valueText ?? '') },
        ],
      };
    }),
  };

  const mapName = compare.mapName(indicator.name[lang], earlierWhen, laterWhen);
  return {
    kind: 'view',
    view: {
      name: indicator.name[lang],
      heading: [indicator.name[lang], compare.span(earlierWhen, laterWhen), compare.change(unit)].join(' · '),
      coverage: coverageText(answers.filter(({ region }) => isExpected(region, indicator.expected)).length, expectedCount(indicator.expected), indicator, say),
      takeaway: differenceTakeaway({ table, from, to, regions, selected }, say),
      map: {
        regions: Object.fromEntries(regionViews.map((view) => [view.id, view])),
        selected,
        when: compare.span(earlierWhen, laterWhen),
        classCount,
        ramp: 'diverging',
        legend: {
          edges: breaks.map((edge) => formatSigned(inUnit(edge, indicator, lang), edgeDecimals, lang)),
          counts,
          absences: absenceViews(regionViews.flatMap((view) => (view.absence === null ? [] : [{ kind: view.absence, label: view.valueText, name: view.name }])), say),
          marks: [...directions, ...markViews(drawn, say)],
          unitText: compare.change(unit),
          method: compare.classesChange(classCount),
        },
        labels: { map: mapName, help: words.mapHelp, schematic: words.schematic, inset: words.inset, isles: words.isles },
      },
      bars: barsView(
        ranked.map(({ id, rank: place, told, observation }) => ({
          id,
          name: viewOf.get(id)?.name ?? id,
          rank: String(place),
          text: told.shortText,
          mark: told.mark,
          value: observation.value,
          classIndex: symmetricClassOf(observation.value, breaks),
          isHollow: told.one.answer.isDoubtful,
          bound: null,
          spoken: viewOf.get(id)?.spoken ?? '',
        })),
        { label: compare.barLabel(mapName), classCount, ramp: 'diverging' },
      ),
      groups: [],
      table: tableView,
      notes: [compare.derivedNote, ...(indicator.notes ?? []).map((note) => note[lang])],
      sourceIds: [...new Set(drawn.map(({ sourceId }) => sourceId))],
    },
  };
}

/** Only the decimals that the edges need. */
function edgeDecimalsOf(breaks: readonly number[], indicator: Indicator, { lang }: Say): number {
  const edges = breaks.map((edge) => inUnit(edge, indicator, lang));
  let decimals = 0;
  while (decimals < 6 && edges.some((edge) => Math.abs(Number(edge.toFixed(decimals)) - edge) > 1e-9 * Math.max(1, Math.abs(edge)))) decimals += 1;
  return decimals;
}

/** Two periods on one scale: the classes of an indicator are the same in all its periods. */
export function pairView(input: CompareInput, say: Say): ProvinceView {
  const { table, from, to, regions, selected, isTransformed = false } = input;
  const { indicator } = table;
  const { lang, words } = say;
  const { compare } = words;
  const [earlier, later] = [from, to].map((period) => provinceView({ table, period, regions, selected, isTransformed }, say));
  if (!earlier || !later) throw new Error('two periods are compared');
  const [earlierWhen, laterWhen] = [formatPeriod(from, lang), formatPeriod(to, lang)];
  const unit = unitName(indicator, lang);
  const by = (period: Period) => new Map(observationsAt(table, period).map((one) => [one.regionId, one]));
  const [earlierBy, laterBy] = [by(from), by(to)];

  const bars = barsView(
    later.bars.rows.flatMap((row) => {
      const [before, now] = [earlierBy.get(row.id), laterBy.get(row.id)];
      if (!now || !hasValue(now)) return [];
      return [{ ...row, value: now.value, earlierValue: before && hasValue(before) ? before.value : undefined, spoken: [row.spoken, earlier.map.regions[row.id]?.valueText, earlierWhen].filter(Boolean).join(words.comma) }];
    }),
    { label: later.bars.label, classCount: later.bars.classCount },
  );

  // Every region of either table, in the later one's order, with the other's cells beside it.
  const cellsOf = (view: ProvinceView, id: string) => {
    const row = view.table.rows.find(({ key }) => key === id);
    return view.table.columns.map((_, index) => row?.cells[index] ?? { text: '' });
  };
  const kept = (view: ProvinceView) => view.table.columns.flatMap(({ key }, index) => (key === 'rank' || key === 'value' || key === 'band' || key === 'status' ? [index] : []));
  const ids = [...new Set([...later.table.rows, ...earlier.table.rows].map(({ key }) => key))];
  const half = (view: ProvinceView, period: Period, when: string) => kept(view).flatMap((index) => {
    const column = view.table.columns[index];
    return column ? [{ ...column, key: `${period} ${column.key}`, label: `${when}${compare.gap}${column.key === 'value' ? compare.withUnit(words.value, unit) : column.label}` }] : [];
  });
  const tableView: TableView = {
    columns: [{ key: 'region', label: words.region, head: true }, ...half(earlier, from, earlierWhen), ...half(later, to, laterWhen)],
    rows: ids.map((id) => ({
      key: id,
      cells: [{ text: later.map.regions[id]?.name ?? id }, ...[earlier, later].flatMap((view) => kept(view).map((index) => cellsOf(view, id)[index] ?? { text: '' }))],
    })),
  };

  const same = (texts: readonly string[]) => [...new Set(texts)];
  const byLabel = new Map([...earlier.map.legend.marks, ...later.map.legend.marks].map((mark) => [mark.label, mark]));
  const absences = [
    { view: earlier, when: earlierWhen },
    { view: later, when: laterWhen },
  ].flatMap(({ view, when }) => view.map.legend.absences.map((one) => ({ ...one, when })));
  const joined = absences.filter(({ kind, regions: names, when }) => when === earlierWhen || !absences.some((other) => other.when === earlierWhen && other.kind === kind && other.regions === names));
  return {
    ...later,
    heading: [indicator.name[lang], compare.both(earlierWhen, laterWhen), unit].filter(Boolean).join(' · '),
    coverage: [compare.coverageOf(earlierWhen, earlier.coverage), compare.coverageOf(laterWhen, later.coverage)].join(words.stop),
    takeaway: pairTakeaway({ table, from, to, regions, selected }, say),
    earlierMap: earlier.map,
    map: {
      ...later.map,
      legend: {
        ...later.map.legend,
        earlier: { counts: earlier.map.legend.counts, name: earlierWhen, ownName: laterWhen },
        marks: [...byLabel.values()],
        absences: joined.map(({ kind, label, regions: names, when }) => {
          const inBoth = absences.filter((other) => other.kind === kind && other.regions === names).length === 2;
          return { kind, label: inBoth ? label : compare.absentThen(when, label), regions: names };
        }),
      },
    },
    bars,
    table: tableView,
    notes: same([...later.notes, ...earlier.notes]),
    sourceIds: same([...earlier.sourceIds, ...later.sourceIds]),
  };
}
