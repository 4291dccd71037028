import { render } from 'svelte/server';
import UnitsSheet from '../components/units/UnitsSheet.svelte';
import type { Atlas } from '../model/atlas.ts';
import type { IndicatorTable } from '../model/indicator.ts';
import { NATION, type Region } from '../model/region.ts';
import { datasetOf, provincesOf, sourcesLine, sourceTexts } from '../pages/lookup.ts';
import { mappablePeriods } from '../query/select.ts';
import { freshnessView, type FreshnessView } from '../view/freshnessView.ts';
import { stripPeriods, unitsCharts } from '../view/unitsChoice.ts';
import type { DrawnIsland } from './islands.ts';
import type { PageContext } from './pageContext.ts';

/** What the script needs besides the drawing. Without a table it is that of the map on the same page. */
export interface UnitsFacts {
  readonly source: string;
  readonly freshness: FreshnessView;
  readonly table?: IndicatorTable;
  readonly regions?: readonly Region[];
  readonly sources?: Readonly<Record<string, string>>;
}

/** All regions of one indicator: the distribution of a period, and their course over time. Null: it has neither. */
export function unitsIsland(atlas: Atlas, table: IndicatorTable, page: PageContext): DrawnIsland<UnitsFacts> | null {
  if (stripPeriods(table).length === 0 && unitsCharts(table, page.say).length === 0) return null;
  const own = {
    table,
    // No more than is shown: where they lie and how they are spelled is the map's and the search's.
    regions: [...provincesOf(atlas), ...atlas.regions.filter(({ id }) => id === NATION)].map(({ id, level, name, short, abbr, abbrEn, group }): Region => ({ id, level, name, short, ...(abbr && { abbr }), ...(abbrEn && { abbrEn }), ...(group && { group }) })),
    sources: sourceTexts(atlas, table, page),
  };
  const said = {
    source: sourcesLine(atlas, table, [...new Set(table.observations.map(({ sourceId }) => sourceId))], page),
    freshness: freshnessView(table, datasetOf(atlas, table), page.say),
  };
  const { body } = render(UnitsSheet, { idPrefix: 'units', props: { ...own, ...said, say: page.say } });
  // As in indicatorPage.ts: a map is drawn wherever a period can be mapped, and its facts hold the same table.
  const hasMap = mappablePeriods(table).length > 0;
  return { html: body, facts: hasMap ? said : { ...said, ...own } };
}
