import { formatFigure, formatPeriod, inUnit, periodToYears } from '../../i18n/format.ts';
import { hasValue, type Period } from '../../model/observation.ts';
import { tableOf } from '../../pages/lookup.ts';
import { breakBetween } from '../../query/breakBetween.ts';
import { rank } from '../../query/rank.ts';
import { observationAt } from '../../query/select.ts';
import { worldTakeaway } from '../sentences/world.ts';
import { CHINA } from '../../model/region.ts';
import { editionsOf } from '../worldView.ts';
import { firstFitting, keyNumber, shortLimits } from './headlines.ts';
import { rounded, sitePath, spokenTakeaway, tablesOrigin, type DrawnScene, type SceneContext } from './sceneParts.ts';
import type { WorldPicture } from './sceneView.ts';

const TICK = 50;

/** China among all countries of an international survey: its place in each edition, and all countries of the latest. */
export function worldScene({ indicator: indicatorId }: { readonly indicator: string }, context: SceneContext): DrawnScene {
  const { atlas, page } = context;
  const { lang, say } = page;
  const words = page.words.wall;
  const table = tableOf(atlas, indicatorId);
  const { indicator } = table;
  const countries = atlas.regions.filter(({ level }) => level === 'country');
  const counted = new Set(countries.map(({ id }) => id));
  const at = (period: Period) => table.observations.filter((one) => one.period === period && counted.has(one.regionId));
  const isPublished = table.observations.some(({ publishedRank, regionId }) => publishedRank !== undefined && counted.has(regionId));

  /** The publisher's places where there are any, so that two ways of counting are never mixed. */
  const placeIn = (period: Period): { readonly place: number; readonly n: number } | null => {
    const rows = at(period);
    if (isPublished) {
      const place = rows.find(({ regionId }) => regionId === CHINA)?.publishedRank;
      return place === undefined ? null : { place, n: rows.filter(({ publishedRank }) => publishedRank !== undefined).length };
    }
    const { ranked, n } = rank(rows, indicator.better);
    const own = ranked.find(({ observation }) => observation.regionId === CHINA);
    return own && !own.isOpen ? { place: own.rank, n } : null;
  };
  const placed = editionsOf(table).flatMap((period) => {
    const place = placeIn(period);
    const figure = observationAt(table, CHINA, period);
    return place && figure && hasValue(figure) ? [{ period, ...place, figure }] : [];
  });
  const [first, last] = [placed[0], placed.at(-1)];
  if (!first || !last) throw new Error(`${indicatorId} has no place of ${CHINA}`);
  const name = countries.find(({ id }) => id === CHINA)?.short[lang] ?? CHINA;
  const values = at(last.period).filter(hasValue).map(({ value }) => inUnit(value, indicator, lang));
  const edges = indicator.classes ?? [];
  const [low, high] = edges.length > 1 ? [edges[0] ?? 0, edges.at(-1) ?? 1] : [Math.min(...values), Math.max(...values)];
  const along = (value: number): number => rounded(high === low ? 0.5 : (value - low) / (high - low));
  const lowest = Math.max(...placed.map(({ n }) => n));
  const ownText = formatFigure(last.figure, indicator, lang);
  const when = formatPeriod(last.period, lang);
  const broken = breakBetween(indicator, first.period, last.period);

  const picture: WorldPicture = {
    kind: 'world',
    editions: placed.map(({ period, place, figure }, index) => {
      const before = placed[index - 1];
      return { when: formatPeriod(period, lang), x: rounded(periodToYears(period)), place, placeText: words.placeShort(place), text: formatFigure(figure, indicator, lang), isBreakBefore: before !== undefined && breakBetween(indicator, before.period, period) !== undefined };
    }),
    n: lowest,
    nText: words.worldOf(last.n),
    ticks: [1, ...Array.from({ length: Math.floor(lowest / TICK) }, (_, index) => (index + 1) * TICK)].map((place) => ({ place, text: String(place) })),
    strip: values.map(along),
    own: along(inUnit(last.figure.value, indicator, lang)),
    ownText: `${name} ${ownText}`,
    stripName: words.worldStrip(when, values.length),
  };
  const takeaway = worldTakeaway({ table, period: last.period, countries, country: CHINA, peers: [] }, say);
  const now = words.worldPlace(last.place, last.n);
  return {
    name: indicator.short[lang],
    beats: [
      {
        when: say.words.trends.range(formatPeriod(first.period, lang), when),
        topline: [indicator.name[lang]],
        headline: firstFitting([first === last || broken ? '' : words.worldMoved(name, words.worldPlace(first.place, first.n), now), words.worldNow(name, now)], lang),
        keys: [{ ...keyNumber(ownText, indicator, lang), label: words.keyOf(indicator.short[lang], when), tone: null }],
        aside: '',
        limits: shortLimits([words.editionsDiffer, ...(isPublished ? [] : [words.ourPlaces]), ...(broken ? [words.worldBreak(formatPeriod(broken.period, lang))] : [])], lang),
        notes: spokenTakeaway(takeaway, page),
        path: sitePath(context, `indicator/${indicatorId}.html`),
      },
    ],
    pictures: [picture],
    ...tablesOrigin([{ table, sourceIds: [first, last].map(({ figure }) => figure.sourceId) }], context),
  };
}
