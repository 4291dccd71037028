import { render } from 'svelte/server';
import WorkshopExplorer from '../components/workshop/WorkshopExplorer.svelte';
import type { WorkshopEntry } from '../components/workshop/IndicatorChooser.svelte';
import type { Atlas } from '../model/atlas.ts';
import { THEMES, type IndicatorTable } from '../model/indicator.ts';
import { hasValue, type Period } from '../model/observation.ts';
import { NATION, type Region } from '../model/region.ts';
import { mayHandOn, provincesOf, sourcesLine, tableOf } from '../pages/lookup.ts';
import { hasPage, regionPath } from '../pages/regionPath.ts';
import { isExpected } from '../query/expected.ts';
import { drawPlaces, drawTask, spreadsOf } from '../query/draws.ts';
import { MAPPABLE_REGIONS, observationsAt, periods } from '../query/select.ts';
import { mainSeries } from '../view/sentences/phrases.ts';
import { readWorkshopChoice } from '../view/workshopChoice.ts';
import { makeComposite } from '../view/workshopView.ts';
import type { DrawnIsland } from './islands.ts';
import type { PageContext } from './pageContext.ts';

/** Drawn at build: published figures of all 31 provinces, one of users and three of what a region builds, can and does. */
const FIRST = ['internet-penetration', 'dei-foundation', 'dei-capability', 'dei-application'] as const;

/** Why an indicator of provinces can't be put into an index; in the order in which it is told. */
export const LEFT_REASONS = ['direction', 'ranks', 'bands', 'few', 'licence'] as const;
export type LeftReason = (typeof LEFT_REASONS)[number];

const ofProvinces = (atlas: Atlas): readonly IndicatorTable[] => {
  const those = atlas.tables.filter(({ indicator }) => indicator.expected === 'provinces' || indicator.expected === 'provincesAndCorps');
  return THEMES.flatMap((theme) => those.filter(({ indicator }) => indicator.theme === theme));
};

/** Periods in which at least 20 provinces have a figure that an index may use, earliest first. */
function usablePeriods(table: IndicatorTable, regions: readonly Region[]): readonly Period[] {
  const counted = new Set(regions.filter((region) => isExpected(region, 'provinces')).map(({ id }) => id));
  const series = mainSeries(table);
  return periods(table, series).filter((period) => observationsAt(table, period, series).filter((one) => counted.has(one.regionId) && hasValue(one) && one.confidence !== 'C' && one.status !== 'forecast' && one.precision !== 'lowerBound' && one.precision !== 'upperBound').length >= MAPPABLE_REGIONS);
}

/** Null: it can be chosen. */
function leftReason(atlas: Atlas, table: IndicatorTable): LeftReason | null {
  const { publishes, better } = table.indicator;
  const isFew = usablePeriods(table, atlas.regions).length === 0;
  if (publishes === 'bands' && isFew) return 'bands';
  if (publishes === 'ranks' && isFew) return 'ranks';
  if (better === 'none') return 'direction';
  if (isFew) return 'few';
  return mayHandOn(atlas, table) ? null : 'licence';
}

/** What can't be chosen, by why. */
export const leftOut = (atlas: Atlas): readonly { readonly reason: LeftReason; readonly tables: readonly IndicatorTable[] }[] =>
  LEFT_REASONS.map((reason) => ({ reason, tables: ofProvinces(atlas).filter((table) => leftReason(atlas, table) === reason) })).filter(({ tables }) => tables.length > 0);

function entriesOf(atlas: Atlas, page: PageContext): readonly WorkshopEntry[] {
  return ofProvinces(atlas).flatMap((table): readonly WorkshopEntry[] => {
    const { indicator } = table;
    const [first, ...others] = usablePeriods(table, atlas.regions);
    if (leftReason(atlas, table) !== null || indicator.better === 'none' || first === undefined) return [];
    return [
      {
        id: indicator.id,
        name: indicator.short[page.lang],
        topic: page.words.themes[indicator.theme],
        unit: indicator.unit[page.lang],
        better: indicator.better,
        isSized: indicator.additive === true,
        periods: [first, ...others],
        file: `data/${table.file}`,
        dataset: table.dataset,
        sha256: atlas.files.find(({ path }) => path === table.file)?.sha256 ?? '',
        redistributable: true,
      },
    ];
  });
}

/** The provinces, the Corps and the nation, with no more than is shown of them. */
const regionsOf = (atlas: Atlas): readonly Region[] =>
  [...provincesOf(atlas), ...atlas.regions.filter(({ id }) => id === NATION)].map(({ id, level, name, short, group }): Region => ({ id, level, name, short, ...(group && { group }) }));

export function workshopIsland(atlas: Atlas, page: PageContext): DrawnIsland {
  const catalogue = entriesOf(atlas, page);
  const regions = regionsOf(atlas);
  const units = regions.filter(({ level }) => level !== 'nation');
  const { choice } = readWorkshopChoice(new URLSearchParams(), catalogue, FIRST, []);
  if (choice.chosen.length !== FIRST.length) throw new Error(`the workshop begins with ${FIRST.join(', ')}, and not all of them can be chosen`);
  // Only what is drawn: another period of the same indicator comes with its table.
  const held = choice.chosen.map(({ id, period }) => {
    const table = tableOf(atlas, id);
    return { id, table: { ...table, observations: observationsAt(table, period, mainSeries(table)) } };
  });
  const tables = Object.fromEntries(held.map(({ id, table }) => [id, table]));
  const made = makeComposite({ choice, tables, regions: units });
  const task = drawTask(made.composite, choice.chosen.map(({ id }) => id), choice.chosen.map(({ weight }) => weight), choice.draws);
  const spreads = spreadsOf(drawPlaces(task));
  const facts = {
    base: page.base,
    pages: page.href(''),
    regions,
    regionPages: Object.fromEntries(units.flatMap((unit) => atlas.regions.filter((region) => region.id === unit.id && hasPage(region))).map(({ id }) => [id, regionPath(id)])),
    catalogue,
    first: FIRST,
    tables,
    sources: Object.fromEntries(held.map(({ id, table }) => [id, Object.fromEntries([...new Set(table.observations.map(({ sourceId }) => sourceId))].map((source) => [source, sourcesLine(atlas, table, [source], page)]))])),
    spreads: Object.fromEntries(task.regionIds.flatMap((id, at) => {
      const one = spreads[at];
      return one ? [[id, one] as const] : [];
    })),
  };
  const none = () => Promise.reject(new Error('nothing is loaded or drawn anew at build'));
  const { body } = render(WorkshopExplorer, { idPrefix: 'workshop', props: { ...facts, say: page.say, terms: page.words.workshop, taken: page.words.takeaway, load: none, sample: none } });
  return { html: body, facts };
}
