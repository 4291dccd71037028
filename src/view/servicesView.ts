import { formatList, formatPeriod, halfOf } from '../i18n/format.ts';
import type { Say } from '../i18n/say.ts';
import type { Connection, Network } from '../model/coverage.ts';
import type { IndicatorTable } from '../model/indicator.ts';
import type { Observation, Period } from '../model/observation.ts';
import { CORPS, type Region } from '../model/region.ts';
import { isExpected } from '../query/expected.ts';
import { observationsAt, periods } from '../query/select.ts';
import { absenceText, findWords, groupName, legendOf, shortPeriod, type MatrixCell, type MatrixColumn, type MatrixRow, type MatrixSheet } from './matrixView.ts';
import type { Takeaway } from './sentences/takeaway.ts';

/** What a list or check says of a unit in words of its own; the bands' own names where these are missing. */
export type ServiceWords = 'pilot' | 'issued' | 'check' | 'bands';

export interface Service {
  readonly table: IndicatorTable;
  readonly group: 'pilot' | 'check';
  readonly words: ServiceWords;
}

export interface ServicesInput {
  readonly networks: readonly Network[];
  readonly connections: readonly Connection[];
  /** Indicators whose lowest band means “not on the list”, in the order of their columns. */
  readonly services: readonly Service[];
  /** The 31 provinces and the Corps. */
  readonly regions: readonly Region[];
  /** The page of an indicator. */
  readonly href: (indicatorId: string) => string;
}

/** How far a unit is: on the list or connected at first, later or in part, not; null: nobody says; undefined: not asked. */
type Standing = 2 | 1 | 0 | null | undefined;

const LESSER = 0;
const FULL = 1;
const toneOf = (standing: Standing): { tone?: number } => (standing === 2 ? { tone: FULL } : standing === 1 ? { tone: LESSER } : {});

interface Column extends MatrixColumn {
  readonly standing: (region: Region) => Standing;
  readonly cell: (region: Region) => MatrixCell;
}

function networkColumn({ id, name }: Network, { connections }: ServicesInput, { lang, words: { matrix } }: Say): Column {
  const words = matrix.services;
  const own = connections.filter(({ networkId }) => networkId === id);
  const dateOf = (region: Region) => own.find(({ regionId }) => regionId === region.id)?.connectedBy ?? null;
  const first = own.flatMap(({ connectedBy }) => connectedBy ?? []).sort()[0];
  const standing = (region: Region): Standing => {
    const date = dateOf(region);
    return date === null ? null : date === first ? 2 : 1;
  };
  return {
    key: id,
    label: name[lang],
    group: words.groups.network,
    standing,
    cell: (region) => {
      const [date, at] = [dateOf(region), standing(region)];
      if (date === null) return { text: words.unsaid, absence: 'notPublished', said: words.unsaidSaid };
      const when = formatPeriod(date, lang);
      return { text: words.connected, ...toneOf(at), ...(at ? { order: at } : {}), said: at === 1 ? words.laterSaid(when) : words.connectedSaid(when) };
    },
  };
}

function serviceColumn({ table, group, words: kind }: Service, period: Period, { href }: ServicesInput, say: Say): Column {
  const { lang, words } = say;
  const { indicator } = table;
  const own = words.matrix.services;
  const bands = indicator.bands ?? [];
  const at = new Map(observationsAt(table, period).map((one) => [one.regionId, one]));
  const bandIndex = (one: Observation | undefined) => bands.findIndex(({ id }) => id === one?.band);
  const standing = (region: Region): Standing => {
    if (!isExpected(region, indicator.expected)) return undefined;
    const band = bandIndex(at.get(region.id));
    return band === -1 ? null : band === 0 ? 0 : band === bands.length - 1 ? 2 : 1;
  };
  const texts = { pilot: [own.notPilot, own.pilot], issued: [own.notIssued, own.issued], check: [own.notNamed, own.met], bands: bands.map(({ name }) => name[lang]) }[kind];
  return {
    key: `${indicator.id} ${period}`,
    label: `${indicator.short[lang]} ${shortPeriod(period, lang)}`,
    said: [indicator.name[lang], formatPeriod(period, lang)].join(words.comma),
    group: own.groups[group],
    href: href(indicator.id),
    standing,
    cell: (region) => {
      const [one, how] = [at.get(region.id), standing(region)];
      if (how === undefined) return { text: absenceText('notApplicable', say), absence: 'notApplicable', said: words.absence.notApplicable };
      if (how === null) {
        const why = one?.value === null ? one.status : 'notGathered';
        return { text: absenceText(why, say), absence: why, said: words.absence[why] };
      }
      const text = texts[bandIndex(one)] ?? '';
      const noted = halfOf(one?.note ?? '', lang);
      return { text, ...toneOf(how), order: how, ...(noted ? { said: text + words.comma + noted } : {}) };
    },
  };
}

const columnsOf = (input: ServicesInput, say: Say): readonly Column[] => [
  ...input.networks.map((network) => networkColumn(network, input, say)),
  ...input.services.flatMap((service) => periods(service.table).map((period) => serviceColumn(service, period, input, say))),
];

const counted = ({ standing }: Column, regions: readonly Region[]) => {
  const all = regions.map(standing);
  return { k: all.filter((one) => one === 1 || one === 2).length, n: all.filter((one) => one !== undefined).length, unknown: all.filter((one) => one === null).length };
};

/** Units in rows; networks, pilots and checks in columns; each cell says in words what is known. */
export function servicesView(input: ServicesInput, say: Say): MatrixSheet {
  const { regions } = input;
  const { matrix, comma } = say.words;
  const words = matrix.services;
  const columns = columnsOf(input, say);
  const rows = regions.map(
    (region): MatrixRow => ({ key: region.id, name: region.short[say.lang], group: groupName(region, say), find: findWords(region), cells: columns.map(({ cell }) => cell(region)) }),
  );
  const totals = columns.map((column): MatrixCell => {
    const { k, n, unknown } = counted(column, regions);
    return { text: words.total(k, n), said: [words.totalSaid(k, n), unknown > 0 ? words.unknownSaid(unknown) : ''].filter(Boolean).join(comma) };
  });
  const cells = rows.flatMap((row) => row.cells);
  const marks = legendOf(cells, say);
  return {
    corner: words.corner,
    caption: words.name,
    columns: columns.map(({ key, label, said, group, href }) => ({ key, label, ...(said === undefined ? {} : { said }), ...(group === undefined ? {} : { group }), ...(href === undefined ? {} : { href }) })),
    rows,
    foot: [{ key: 'total', name: words.totals, group: '', find: '', cells: totals }],
    classCount: 2,
    legend: {
      ...marks,
      // A network of which nobody says whether it reaches a unit shares the dots of what is not published.
      absences: marks.absences.map(({ kind, label }) => ({ kind, label: kind === 'notPublished' ? words.unsaid : label })),
      classes: [...(cells.some(({ tone }) => tone === FULL) ? [{ tone: FULL, label: words.connectedLegend }] : []), ...(cells.some(({ tone }) => tone === LESSER) ? [{ tone: LESSER, label: words.lesserLegend }] : [])],
      method: [words.noLegend, say.lang === 'zh' ? '。' : '. ', words.method].join(''),
    },
    holds: 'lists',
  };
}

/** How many provinces are on every network, how the Corps stands, and which list is the widest. */
export function servicesTakeaway(input: ServicesInput, say: Say): Takeaway {
  const { networks, regions } = input;
  const words = say.words.matrix.services;
  const columns = columnsOf(input, say);
  const onNetworks = columns.slice(0, networks.length);
  const isOn = (column: Column, region: Region) => (column.standing(region) ?? 0) > 0;
  const provinces = regions.filter(({ id }) => id !== CORPS);
  const corps = regions.find(({ id }) => id === CORPS);
  const corpsOn = corps ? onNetworks.filter((column) => isOn(column, corps)).length : 0;
  const lists = columns.slice(networks.length).map((column) => ({ column, ...counted(column, regions) }));
  const share = ({ k, n }: { k: number; n: number }) => (n === 0 ? 0 : k / n);
  const most = Math.max(0, ...lists.map(share));
  const widest = lists.filter((one) => share(one) === most);
  const [one] = widest;
  return {
    text: [
      words.take(provinces.filter((region) => onNetworks.every((column) => isOn(column, region))).length, provinces.length, networks.length, corps ? words.corps(corpsOn, networks.length, onNetworks.filter((column) => column.standing(corps) === null).length) : ''),
      // Lists of one share may have other numbers: then none of them is told for all.
      one && most > 0 && widest.every(({ k }) => k === one.k) ? words.widest(formatList(widest.map(({ column }) => column.label), say.lang), one.k, one.n) : '',
      say.words.end,
    ].join(''),
    limits: [words.exclusion, words.corpsNote],
    workings: [],
  };
}
