import { figuresEn } from '../i18n/figures.en.ts';
import { figuresZh } from '../i18n/figures.zh.ts';
import { formatPeriod } from '../i18n/format.ts';
import type { pagesZh } from '../i18n/pages.zh.ts';
import type { Lang } from '../model/text.ts';
import type { Announcement, Connection, Network } from '../model/coverage.ts';
import { CORPS, type Region, type RegionGroup } from '../model/region.ts';
import { coverageTakeaway } from './sentences/coverage.ts';
import type { Takeaway } from './sentences/takeaway.ts';
import type { TableView } from './tableView.ts';

/** `first`: connected when first published; `later`: named in a later publication; `unsaid`: the source does not say. */
export type ConnectionKind = 'first' | 'later' | 'unsaid';

export interface CoverageView {
  /** How many provinces are on every network, and on how many the Corps is. */
  readonly title: string;
  /** The title with what limits it. */
  readonly takeaway: Takeaway;
  readonly networks: readonly {
    readonly id: string;
    readonly name: string;
    readonly when: string;
    readonly groups: readonly { readonly name: string; readonly tiles: readonly { readonly id: string; readonly abbr: string; readonly kind: ConnectionKind; readonly spoken: string }[] }[];
    /** The last publication's counts; provinces and the Corps are never one number. */
    /** Null: the last publication does not say. */
    readonly departments: number | null;
    readonly departmentsText: string;
    readonly regions: string;
    readonly note: string;
  }[];
  /** Cells with a statement, and all cells: parts add up to n. */
  readonly k: number;
  readonly n: number;
  readonly units: number;
  readonly legend: readonly { readonly kind: ConnectionKind; readonly label: string }[];
  readonly table: TableView;
  readonly announcements: TableView;
  readonly sourceIds: readonly string[];
}

const GROUPS: readonly RegionGroup[] = ['east', 'central', 'west', 'northeast'];

interface CoverageInput {
  readonly networks: readonly Network[];
  readonly connections: readonly Connection[];
  readonly announcements: readonly Announcement[];
  /** The 31 provinces and the Corps. */
  readonly regions: readonly Region[];
}

export function coverageView({ networks, connections, announcements, regions }: CoverageInput, lang: Lang, words: typeof pagesZh): CoverageView {
  const cell = (networkId: string, regionId: string) => connections.find((one) => one.networkId === networkId && one.regionId === regionId);
  const firstDate = (networkId: string) => connections.filter((one) => one.networkId === networkId).flatMap(({ connectedBy }) => (connectedBy ? [connectedBy] : [])).sort()[0] ?? null;
  const kindOf = (networkId: string, regionId: string): ConnectionKind => {
    const by = cell(networkId, regionId)?.connectedBy ?? null;
    return by === null ? 'unsaid' : by === firstDate(networkId) ? 'first' : 'later';
  };
  const when = (networkId: string, regionId: string) => {
    const by = cell(networkId, regionId)?.connectedBy;
    return by ? words.coverage.connectedCell(formatPeriod(by, lang)) : words.coverage.unsaid;
  };
  /** “31＋1”: provinces and the Corps are never one number. */
  const regionsText = (provinces: number | null, corps: boolean) => (provinces === null ? words.coverage.unsaid : words.coverage.plusCorps(provinces, corps));
  const later = [...new Set(networks.flatMap(({ id }) => regions.filter((region) => kindOf(id, region.id) === 'later').map((region) => cell(id, region.id)?.connectedBy ?? '')))];
  const stated = networks.flatMap(({ id }) => regions.filter((region) => kindOf(id, region.id) !== 'unsaid')).length;

  const takeaway = coverageTakeaway({ networks, connections, announcements, regions }, { lang, words: lang === 'zh' ? figuresZh : figuresEn });

  return {
    title: takeaway.text,
    takeaway,
    networks: networks.map(({ id, name }) => {
      const own = announcements.filter((one) => one.networkId === id).sort((a, b) => (a.date < b.date ? -1 : 1));
      const last = own.at(-1);
      return {
        id,
        name: name[lang],
        when: words.coverage.publishedOn(formatPeriod(own[0]?.date ?? '', lang)),
        groups: GROUPS.map((group) => {
          const inGroup = regions.filter((region) => region.group === group);
          return {
            name: `${words.groups[group]} ${inGroup.length}`,
            tiles: inGroup.map((region) => ({
              id: region.id,
              abbr: lang === 'zh' ? (region.abbr ?? '') : (region.abbrEn ?? ''),
              kind: kindOf(id, region.id),
              spoken: `${region.short[lang]} ${when(id, region.id)}`,
            })),
          };
        }),
        departments: last?.departments ?? null,
        departmentsText: last === undefined || last.departments === null ? words.coverage.unsaid : String(last.departments),
        regions: regionsText(last?.provinces ?? null, last?.corps ?? false),
        note: kindOf(id, CORPS) === 'unsaid' ? words.coverage.corpsUnsaid : '',
      };
    }),
    k: stated,
    n: networks.length * regions.length,
    units: regions.length,
    legend: [
      { kind: 'first', label: words.coverage.firstBy },
      ...later.map((date) => ({ kind: 'later' as const, label: words.coverage.laterBy(formatPeriod(date, lang)) })),
      ...(stated < networks.length * regions.length ? [{ kind: 'unsaid' as const, label: words.coverage.unsaid }] : []),
    ],
    table: {
      columns: [{ key: 'region', label: words.coverage.unit, head: true, keep: true }, ...networks.map(({ id, name }) => ({ key: id, label: name[lang] }))],
      rows: regions.map((region) => ({ key: region.id, cells: [{ text: region.short[lang] }, ...networks.map(({ id }) => ({ text: cell(id, region.id)?.connectedBy ?? words.coverage.unsaid }))] })),
    },
    announcements: {
      columns: [
        { key: 'date', label: words.coverage.date, keep: true },
        { key: 'network', label: words.coverage.network, head: true },
        { key: 'departments', label: words.coverage.departments, numeric: true },
        { key: 'regions', label: words.coverage.regions, numeric: true },
      ],
      rows: [...announcements]
        .sort((a, b) => (a.date < b.date ? -1 : 1))
        .map((one) => ({
          key: `${one.networkId} ${one.date}`,
          cells: [
            { text: one.date },
            { text: networks.find(({ id }) => id === one.networkId)?.name[lang] ?? one.networkId },
            { text: one.departments === null ? words.coverage.unsaid : String(one.departments) },
            { text: regionsText(one.provinces, one.corps) },
          ],
        })),
    },
    sourceIds: [...new Set([...announcements, ...connections].map(({ sourceId }) => sourceId))],
  };
}
