import { formatList, formatNumber, formatPeriod, joinUnit } from '../../i18n/format.ts';
import type { Say } from '../../i18n/say.ts';
import type { RegionId } from '../../model/region.ts';
import { featureValue, printedParts, type FeatureSpace, type PeerFeature } from '../../query/peers.ts';
import { distanceOf, featureText, type PeersFound, type RankingsTerms } from '../peersView.ts';
import { rankWorking, type Working } from '../workings.ts';
import { limitList, namer, sentence } from './phrases.ts';
import type { Takeaway } from './takeaway.ts';

/** More digits than are shown, so that the reader's own arithmetic ends at the same figure. */
const WORKING_DECIMALS: Readonly<Record<PeerFeature, number>> = { population: 1, 'gdp-per-head': 2, 'budget-per-head': 2, 'internet-penetration': 3 };

/** The feature as a number of the working: in 万人, yuan or %. */
function printed(feature: PeerFeature, x: number): string {
  return formatNumber(x, feature === 'population' ? (Number.isInteger(x) ? 0 : 1) : feature === 'internet-penetration' ? 1 : 2);
}
/** In words' own unit: English counts residents in thousands. */
const shownScale = (feature: PeerFeature, lang: Say['lang']): number => (feature === 'population' && lang === 'en' ? 10 : 1);

/** “√Σ(…)²” with both regions' figures; in words of the language, to be recomputed by hand. */
export function distanceWorking(one: RegionId, other: RegionId, space: FeatureSpace, names: (id: RegionId) => string, { lang }: Say, terms: RankingsTerms): Working | null {
  const [left, right, distance] = [space.valuesOf(one), space.valuesOf(other), space.between(one, other)];
  if (!left || !right || distance === null) return null;
  const parts = space.features.flatMap((feature, index) => {
    const deviation = space.deviations[index] ?? 0;
    const scale = shownScale(feature, lang);
    return deviation === 0 ? [] : [`((${printed(feature, (left[index] ?? 0) * scale)} − ${printed(feature, (right[index] ?? 0) * scale)}) ÷ ${formatNumber(deviation * scale, WORKING_DECIMALS[feature])}) ^ 2`];
  });
  return { what: terms.peers.working.distance(names(one), names(other)), formula: terms.peers.working.distanceFormula, filled: `(${parts.join(' + ')}) ^ (1 ÷ 2)`, result: distanceOf(distance) };
}

/** The mean and the population standard deviation of each feature, of all regions that have all features. */
export function deviationWorkings(space: FeatureSpace, { lang }: Say, terms: RankingsTerms): readonly Working[] {
  const own = terms.peers;
  return space.features.flatMap((feature, index) => {
    const scale = shownScale(feature, lang);
    const values = space.ids.map((id) => printed(feature, (space.valuesOf(id)?.[index] ?? 0) * scale));
    const decimals = WORKING_DECIMALS[feature];
    const mean = formatNumber((space.means[index] ?? 0) * scale, decimals);
    const name = own.features[feature];
    const unit = own.units[feature];
    return [
      { what: own.working.mean(name), formula: own.working.meanFormula(values.length), filled: `(${values.join(' + ')}) ÷ ${values.length}`, result: joinUnit(mean, unit, lang) },
      { what: own.working.deviation(name), formula: own.working.deviationFormula(values.length), filled: `((${values.map((value) => `(${value} − ${mean}) ^ 2`).join(' + ')}) ÷ ${values.length}) ^ (1 ÷ 2)`, result: joinUnit(formatNumber((space.deviations[index] ?? 0) * scale, decimals), unit, lang) },
    ];
  });
}

/** How this region's figures per head come from what was published. */
export function perHeadWorkings(id: RegionId, space: FeatureSpace, name: string, say: Say, terms: RankingsTerms): readonly Working[] {
  return space.features.flatMap((feature) => {
    const [amount, residents] = printedParts(feature, space.figures[id]) ?? [];
    const value = featureValue(feature, space.figures[id]);
    if (amount === undefined || residents === undefined || value === null) return [];
    const filled = terms.peers.working.perHeadFilled(inWords(amount, -1, say), inWords(residents, 1, say));
    return [{ what: terms.peers.working.perHead(name, terms.peers.features[feature]), formula: terms.peers.working.perHeadFormula, filled, result: featureText(feature, space.figures[id], say, terms) }];
  });
}

/** Digits as published, in 亿元 or 万人; English counts in billions (÷ 10) and thousands (× 10), which only moves their point. */
function inWords(digits: string, places: 1 | -1, { lang }: Say): string {
  const decimals = digits.split('.')[1]?.length ?? 0;
  return lang === 'zh' ? formatNumber(Number(digits), decimals) : formatNumber(Number(`${digits}e${places}`), Math.max(0, decimals - places));
}

/** Who the peers are, and where the region stands among them and among all. */
export function peersTakeaway(found: PeersFound, say: Say, terms: RankingsTerms): Takeaway {
  const { input, space, peerIds, tiedAtEdge, figures, group } = found;
  const { table, period, region, regions, choice } = input;
  const { lang } = say;
  const own = terms.peers;
  const { indicator } = table;
  const name = namer(regions, say);
  const list = (ids: readonly RegionId[]) => formatList(ids.map(name), lang);
  const when = formatPeriod(period, lang);
  const [among, all] = [found.placeAmong(region), found.placeOfAll(region)];
  const isBeside = peerIds.length > 0;
  const who = isBeside ? own.who[choice.kind](name(region), list(peerIds), peerIds.length, space ? formatPeriod(space.period, lang) : '') : own.nobody[choice.kind](name(region));
  const places = !figures.has(region)
    ? own.noValue(when, name(region), indicator.short[lang])
    : among && all && isBeside
      ? own.places(when, indicator.short[lang], { rank: among.rank, n: among.n, isTied: among.tied > 0 }, { rank: all.rank, n: all.n, isTied: all.tied > 0 })
      : all
        ? own.placeOfAll(when, indicator.short[lang], { rank: all.rank, n: all.n, isTied: all.tied > 0 })
        : own.open(when, indicator.short[lang]);
  const without = peerIds.filter((id) => !figures.has(id));
  const lacking = space ? space.incomparable : [];
  const limits = [
    without.length > 0 ? own.without(list(without), when, indicator.short[lang]) : '',
    lacking.length > 0 ? own.incomparable(list(lacking), lacking.length) : '',
    choice.kind === 'nearest' && tiedAtEdge.length > 0 ? own.tied(list(tiedAtEdge), name(peerIds.at(-1) ?? '')) : '',
    figures.has(region) && isBeside && (!among || !all) ? own.openWhy : '',
    group.some(({ confidence }) => confidence === 'C') ? own.doubtful(list(group.filter(({ confidence }) => confidence === 'C').map(({ regionId }) => regionId))) : '',
    indicator.better === 'none' ? own.mostFirst : '',
  ];
  const placeWorkings = (place: typeof all, what: string): readonly Working[] => (place ? rankWorking(name(region), place, indicator.better, say).map((one) => ({ ...one, what })) : []);
  const workings: readonly Working[] = [
    ...(isBeside ? placeWorkings(among, own.working.among(name(region), among?.n ?? 0)) : []),
    ...placeWorkings(all, own.working.ofAll(name(region), all?.n ?? 0)),
    ...(space && isBeside ? [...peerIds.flatMap((id) => distanceWorking(region, id, space, name, say, terms) ?? []), ...perHeadWorkings(region, space, name(region), say, terms), ...deviationWorkings(space, say, terms)] : []),
  ];
  return { text: sentence([who, places], say), limits: limitList(limits, say), workings };
}
