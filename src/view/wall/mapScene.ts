import { formatNumber, formatPeriod } from '../../i18n/format.ts';
import type { Say } from '../../i18n/say.ts';
import type { Period } from '../../model/observation.ts';
import type { Region } from '../../model/region.ts';
import { provincesOf, tableOf } from '../../pages/lookup.ts';
import { breakBetween } from '../../query/breakBetween.ts';
import { mappablePeriods } from '../../query/select.ts';
import { changedSearch } from '../../state/query.ts';
import { provinceView, type ProvinceView } from '../provinceView.ts';
import { medianAt, onePeriod, type Median, type OnePeriod } from '../sentences/onePeriod.ts';
import { mainSeries } from '../sentences/phrases.ts';
import { withoutNoise } from '../workings.ts';
import { keyNumber, leadersOf, mapHeadline, regionLimits, shortLimits } from './headlines.ts';
import { sitePath, spokenTakeaway, tablesOrigin, type DrawnScene, type SceneContext } from './sceneParts.ts';
import type { Beat, MapFrame, MapPicture } from './sceneView.ts';

/** More periods than these are no walk but a film. */
export const MOST_BEATS = 6;

/** A crowd is no one place. */
const MOST_LIT = 4;

/** A map walks through periods: one beat a period, the colour classes the same in all of them. */
export function mapScene({ indicator: indicatorId, periods: asked }: { readonly indicator: string; readonly periods?: readonly Period[] }, context: SceneContext): DrawnScene {
  const { atlas, page } = context;
  const { lang, say } = page;
  const words = page.words.wall;
  const table = tableOf(atlas, indicatorId);
  const { indicator } = table;
  const regions = provincesOf(atlas);
  const mappable = mappablePeriods(table);
  const periods = asked ?? mappable.slice(-MOST_BEATS);
  const all = periods.map((period) => ({ period, view: provinceView({ table, period, regions, selected: null }, say), told: onePeriod(table, period, regions, say) }));
  // One legend for the whole walk: periods that a publisher cut into other classes are left out.
  const classes = all.map(({ view }) => view.map.legend.bandNames?.join());
  const views = all.filter((_, index) => classes[index] === classes.at(-1));
  const first = views[0];
  if (!first) throw new Error(`the indicator “${indicatorId}” has no period that a map can show`);

  const beats = views.map(({ period, view, told }, index): Beat => {
    const median = medianAt(told.figures, indicator, say);
    const before = views[index - 1]?.period;
    const broken = before === undefined ? undefined : breakBetween(indicator, before, period, mainSeries(table));
    const isWhole = told.k === told.n && told.n > 1;
    return {
      when: formatPeriod(period, lang),
      topline: [indicator.name[lang], view.map.legend.unitText, isWhole ? say.words.sentences.coveredAll(told.units) : view.coverage].filter(Boolean),
      headline: mapHeadline({ table, period: told, regions }, say, words),
      keys: median && told.told === 'values' ? [{ ...keyNumber(medianNumber(median, told, say), indicator, lang), label: isWhole ? words.median : words.medianOfThose, tone: null }] : [],
      aside: '',
      limits: shortLimits([...(broken ? [words.broken(formatPeriod(broken.period, lang))] : []), ...regionLimits({ table, period: told, regions }, say, words)], lang),
      notes: spokenTakeaway(view.takeaway, page),
      path: sitePath(context, `indicator/${indicatorId}.html`, changedSearch('', { period: period === mappable.at(-1) ? null : period })),
    };
  });
  const { map } = first.view;
  const picture: MapPicture = {
    kind: 'map',
    names: Object.fromEntries(Object.values(map.regions).map(({ id, name, abbr }) => [id, { name, abbr }])),
    unit: map.legend.unitText,
    classCount: map.classCount,
    ramp: map.ramp ?? 'sequence',
    edges: map.legend.edges,
    bandNames: map.legend.bandNames ?? [],
    frames: views.map(({ view, told }): MapFrame => frameOf(view, leadersOf({ table, period: told }, say), regions, say.words.standings === 'groups')),
    labels: { map: indicator.name[lang], schematic: map.labels.schematic, inset: map.labels.inset, legend: indicator.short[lang] },
  };
  return {
    name: indicator.short[lang],
    beats,
    pictures: [picture],
    ...tablesOrigin([{ table, sourceIds: views.flatMap(({ view }) => view.sourceIds) }], context),
  };
}

/** Without its unit; one of figures printed as “about” is about that too. */
function medianNumber({ amount, decimals }: Median, { figures }: OnePeriod, { words }: Say): string {
  const number = formatNumber(withoutNoise(amount.x), decimals);
  return figures.some(({ precision }) => precision === 'approximate') ? words.sentences.about(number) : number;
}

/** Who is worth a label: those of the sentence, then from both ends of the list inwards, then the highest classes, then who has no figure. */
function frameOf({ map, bars }: ProvinceView, leaders: readonly string[], regions: readonly Region[], isGrouped: boolean): MapFrame {
  const ranked = isGrouped ? [] : bars.rows.map(({ id }) => id);
  const ends = ranked.flatMap((_, index) => [ranked[ranked.length - 1 - index], ranked[index]]).slice(0, ranked.length);
  const classOf = (id: string): number => map.regions[id]?.classIndex ?? -1;
  const rest = regions.map(({ id }) => id).sort((one, other) => (isGrouped ? 0 : classOf(other) - classOf(one)));
  const lit = leaders.length <= MOST_LIT ? leaders : [];
  const told = [...new Set([...lit, ...ends.flatMap((id) => (id === undefined ? [] : [id])), ...rest])];
  return {
    regions: Object.fromEntries(
      Object.values(map.regions).map(({ id, classIndex, absence, doubtful, shortText, spoken }) => [id, { classIndex, absence, isDoubtful: doubtful, shortText, spoken }]),
    ),
    counts: map.legend.counts,
    absences: map.legend.absences.map(({ kind, label }) => ({ kind, label })),
    told,
    lit: lit.length,
  };
}
