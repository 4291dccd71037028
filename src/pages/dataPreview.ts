import { formatFigure, formatPeriod, unitName } from '../i18n/format.ts';
import type { Atlas } from '../model/atlas.ts';
import type { IndicatorTable } from '../model/indicator.ts';
import { hasValue } from '../model/observation.ts';
import type { Resource } from '../model/resource.ts';
import type { Geometry } from '../prerender/geometry.ts';
import type { PageContext } from '../prerender/pageContext.ts';
import { namer } from '../view/sentences/phrases.ts';
import type { TableView } from '../view/tableView.ts';

/** The first rows of a table, and how many there are. */
export interface DataPreview {
  readonly view: TableView;
  readonly shown: number;
  readonly rows: number;
}

/** A look at what is in it; the whole table is a file. */
const SHOWN = 4;

/** Figures as this site reads them: region, line and status in words, what is absent with its reason. */
export function figuresPreview(atlas: Atlas, table: IndicatorTable, { lang, say, words }: PageContext): DataPreview {
  const { indicator, observations } = table;
  const terms = words.opendata.table;
  const nameOf = namer(atlas.regions, say);
  const first = observations.slice(0, SHOWN);
  const seriesName = (id: string): string => indicator.series?.find((one) => one.id === id)?.name[lang] ?? '';
  const [hasSeries, hasRank, hasBand] = [(indicator.series ?? []).length > 0, observations.some(({ publishedRank }) => publishedRank !== undefined), observations.some(({ band }) => band !== undefined)];
  const hasValues = observations.some(hasValue);
  const unit = unitName(indicator, lang);
  const columns: TableView['columns'] = [
    { key: 'region', label: terms.region, head: true },
    ...(hasSeries ? [{ key: 'series', label: terms.series }] : []),
    { key: 'period', label: terms.period },
    ...(hasValues ? [{ key: 'value', label: unit === '' ? terms.value : terms.valueIn(unit), numeric: true }] : []),
    ...(hasRank ? [{ key: 'rank', label: say.words.publishedRankColumn, numeric: true }] : []),
    ...(hasBand ? [{ key: 'band', label: say.words.bandColumn }] : []),
    { key: 'status', label: terms.status },
  ];
  return {
    shown: first.length,
    rows: observations.length,
    view: {
      columns,
      rows: first.map((one, index) => ({
        key: String(index),
        cells: [
          { text: nameOf(one.regionId) },
          ...(hasSeries ? [{ text: seriesName(one.seriesId) }] : []),
          { text: formatPeriod(one.period, lang) },
          ...(hasValues ? [{ text: hasValue(one) ? formatFigure(one, indicator, lang) : '' }] : []),
          ...(hasRank ? [{ text: one.publishedRank === undefined ? '' : String(one.publishedRank) }] : []),
          ...(hasBand ? [{ text: indicator.bands?.find(({ id }) => id === one.band)?.name[lang] ?? '' }] : []),
          // A place or a class that stands without a value is there all the same.
          { text: hasValue(one) ? say.words.status[one.status] : one.publishedRank === undefined && one.band === undefined ? say.words.absence[one.status] : say.words.status.measured },
        ],
      })),
    },
  };
}

/** A table that holds no figures, by what was read of it; null: nothing was. */
export function recordsPreview(atlas: Atlas, { tiles }: Geometry, { profile }: Resource, { lang, say, words }: PageContext): DataPreview | null {
  const columns = words.opendata.others;
  const nameOf = namer(atlas.regions, say);
  const preview = (heads: readonly (keyof typeof columns)[], all: readonly (readonly string[])[]): DataPreview => ({
    shown: Math.min(SHOWN, all.length),
    rows: all.length,
    view: {
      columns: heads.map((key, index) => ({ key, label: columns[key][0], ...(index === 0 && { head: true }) })),
      rows: all.slice(0, SHOWN).map((cells, index) => ({ key: String(index), cells: cells.map((text) => ({ text })) })),
    },
  });
  const day = (period: string | null | undefined): string => (period === null || period === undefined ? '' : formatPeriod(period, lang));
  const networkOf = (id: string): string => atlas.networks.find((one) => one.id === id)?.name[lang] ?? id;
  switch (profile) {
    case 'regions': return preview(['id', 'name_zh', 'name_en'], atlas.regions.map(({ id, name }) => [id, name.zh, name.en]));
    case 'aliases': return preview(['alias', 'region'], atlas.aliases.map(({ alias, regionId }) => [alias, nameOf(regionId)]));
    case 'claims': return preview([lang === 'zh' ? 'label_zh' : 'label_en', 'value', 'period'], atlas.claims.map(({ label, value, period }) => [label[lang], value, day(period)]));
    case 'networks': return preview(['id', 'name_zh', 'name_en'], atlas.networks.map(({ id, name }) => [id, name.zh, name.en]));
    case 'connections': return preview(['network', 'region', 'connected_by'], atlas.connections.map(({ networkId, regionId, connectedBy }) => [networkOf(networkId), nameOf(regionId), day(connectedBy)]));
    case 'announcements': return preview(['network', 'date', 'departments', 'provinces'], atlas.announcements.map(({ networkId, date, departments, provinces }) => [networkOf(networkId), day(date), departments === null ? '' : String(departments), provinces === null ? '' : String(provinces)]));
    case 'systems': return preview([lang === 'zh' ? 'name_zh' : 'name_en', 'kind', 'start_year'], atlas.systems.map(({ name, kind, startYear }) => [name[lang], words.systems.kinds[kind] ?? kind, day(startYear)]));
    case 'synonyms': return preview(['term', 'indicator'], atlas.synonyms.map(({ term, indicatorId }) => [term, indicatorId]));
    case 'tilegrid': return preview(['adcode', 'row', 'col'], tiles.tiles.map(({ id, row, column }) => [id, String(row), String(column)]));
    default: return null;
  }
}
