import { codePath } from '../charts/codePath.ts';
import { formatPeriod } from '../i18n/format.ts';
import type { Atlas } from '../model/atlas.ts';
import type { Region } from '../model/region.ts';
import { routeOf, type PageContext } from '../prerender/pageContext.ts';
import { releaseOf } from '../prerender/release.ts';
import { hasValue } from '../model/observation.ts';
import { observationsAt, periods } from '../query/select.ts';
import { tableOf } from './lookup.ts';
import type { LinkedRow, RegionSource } from '../view/regionView.ts';
import { linesOf } from '../view/region/paper.ts';
import { moreTrendRows, regionTrend } from '../view/region/regionTrends.ts';
import { rowChange } from '../view/region/rowChange.ts';
import { MOST_TRENDS } from '../view/region/regionSheets.ts';
import { sheetsView, type SheetsInput, type SheetsView } from '../view/region/sheetsView.ts';
import { mainSeries } from '../view/sentences/phrases.ts';

interface RegionSheetsInput {
  readonly atlas: Atlas;
  readonly region: Region;
  readonly regions: readonly Region[];
  readonly page: PageContext;
  readonly view: SheetsInput['view'];
  /** Rows with a figure in the order in which the datasets name their indicators. */
  readonly asPublished: readonly LinkedRow[];
  /** The page's own numbers; what only the sheets draw on is numbered after it. */
  readonly numbers: (datasetId: string, ids: readonly string[]) => readonly number[];
  readonly sources: () => readonly RegionSource[];
}

/** The first column of the table, in em; two lines of Latin are as high as one of Han. */
const NAME_EM = 13;
const NAME_LINES = { zh: 1, en: 2 } as const;

/** What is printed of a region's page. */
export function regionSheets({ atlas, region, regions, page, view, asPublished, numbers, sources }: RegionSheetsInput): SheetsView {
  const { lang, say, words } = page;
  const terms = words.regions;
  const rows = view.rows.map((row) => {
    const { table } = row.facts;
    // The page leaves out a row without a figure; a sheet shows where the others stand, so it names who counted them.
    const others = row.facts.own === null && row.sources.length === 0 ? [...new Set(observationsAt(table, row.at, mainSeries(table)).filter((one) => hasValue(one) || one.publishedRank !== undefined).map(({ sourceId }) => sourceId))] : [];
    const isLong = linesOf(row.name, NAME_EM) > NAME_LINES[lang];
    return { id: row.id, change: rowChange(row, region.id, say), shortName: isLong ? table.indicator.short[lang] : row.name, sources: others.length > 0 ? numbers(row.dataset, others) : row.sources };
  });
  const trends = moreTrendRows(asPublished, region, MOST_TRENDS).flatMap((row) => {
    const trend = regionTrend(row, region, regions, say, terms);
    return trend ? [{ ...trend, href: row.href, sources: row.sources }] : [];
  });
  // Of a region that is in no line, the sheet names every survey that leaves it out.
  const [mostAbsent] = [...view.absent].sort((one, other) => other.items.length - one.items.length);
  const absent = (trends.length > 0 ? [] : (mostAbsent?.items ?? [])).flatMap(({ id, name }) => {
    const table = tableOf(atlas, id);
    const at = periods(table, mainSeries(table)).at(-1);
    if (at === undefined) return [];
    const told = observationsAt(table, at, mainSeries(table)).map(({ sourceId }) => sourceId);
    return [{ id, name, theme: words.themes[table.indicator.theme], when: formatPeriod(at, lang), sources: numbers(table.dataset, [...new Set(told)]) }];
  });
  const address = atlas.site.address === null ? null : atlas.site.address + routeOf(page.path, lang);
  return sheetsView(
    {
      view,
      rows,
      absent,
      shortNames: new Map(atlas.indicators.map(({ id, short }) => [id, short[lang]])),
      trends,
      sources: sources(),
      date: view.retrieved === '' ? terms.print.unread : terms.print.read(formatPeriod(view.retrieved, lang)),
      release: releaseOf(atlas).hash,
      address: address === null ? null : { text: address, code: codePath(address) },
    },
    say,
    terms,
  );
}
