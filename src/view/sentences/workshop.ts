import { formatNumber, formatPeriod, joinUnit } from '../../i18n/format.ts';
import type { Say } from '../../i18n/say.ts';
import type { Absence, Measured } from '../../model/observation.ts';
import type { Region, RegionId } from '../../model/region.ts';
import { hasValue } from '../../model/observation.ts';
import type { LackKind, Part, Scale, Standing } from '../../query/composite.ts';
import { DRAW_COUNT, DRAW_SEED, type Spread } from '../../query/draws.ts';
import { WEIGHT_FIRST } from '../workshopChoice.ts';
import { countedText, drawsText, lackAbsence, scoreDecimals, scoreText, type ChosenTable, type Made, type WorkshopTerms } from '../workshopView.ts';
import { amountOf, withoutNoise, type Amount, type Working } from '../workings.ts';
import { limitList, markLimits, nameList, namer, sentence } from './phrases.ts';
import type { Takeaway } from './takeaway.ts';

export interface WorkshopTakeaway extends Takeaway {
  readonly headline: string;
}

const DRAWS = formatNumber(DRAW_COUNT);

/** Digits that a working may need to end where the figure does. */
const MOST_DECIMALS = 12;

const rounded = (x: number, decimals: number): number => Number(x.toFixed(decimals));
const isSameAs = (one: number, other: number, decimals: number): boolean => withoutNoise(one).toFixed(decimals) === withoutNoise(other).toFixed(decimals);

/** The fewest decimals from `least` on with which the arithmetic still ends at the same printed figure. */
function decimalsUntil(least: number, isEnough: (decimals: number) => boolean): number {
  for (let decimals = least; decimals < MOST_DECIMALS; decimals += 1) if (isEnough(decimals)) return decimals;
  return MOST_DECIMALS;
}

/** In parentheses after a sign where it is negative. */
const term = (text: string): string => (text.startsWith('−') ? `(${text})` : text);

interface Normalising {
  readonly part: Part;
  readonly scale: Scale;
  readonly chosen: ChosenTable;
  /** Of its result. */
  readonly decimals: number;
}

/** A figure in the reader's unit, with all published decimals. */
function amountAt({ indicator, observations }: ChosenTable, value: number, lang: Say['lang']): Amount {
  const found = observations.find((one): one is Measured => hasValue(one) && one.value === value);
  return found ? amountOf(found, indicator, lang) : { x: value / (lang === 'zh' ? indicator.unit.multiplier : indicator.unit.enMultiplier), decimals: 4 };
}

const shown = ({ x, decimals }: Amount): string => formatNumber(x, decimals);

/** How one figure is brought to scale; for z-scores with the mean and the deviation that it needs. */
function normalisingWorkings({ part, scale, chosen, decimals }: Normalising, used: readonly Measured[], what: string, made: Made, { lang }: Say, terms: WorkshopTerms): readonly Working[] {
  const { indicator } = chosen;
  const own = terms.working;
  const isLess = indicator.better === 'lower';
  const result = formatNumber(withoutNoise(part.normalised), decimals);
  const value = amountOf(part.observation, indicator, lang);
  if (scale.isFlat) return [{ what, formula: own.flat, filled: made.choice.normalisation === 'zscore' ? '0' : '50', result }];
  switch (made.choice.normalisation) {
    case 'minmax': {
      const [least, greatest] = [shown(amountAt(chosen, scale.min, lang)), shown(amountAt(chosen, scale.max, lang))];
      const above = isLess ? `${greatest} − ${term(shown(value))}` : `${shown(value)} − ${term(least)}`;
      return [{ what, formula: isLess ? own.minmaxLess : own.minmax, filled: `(${above}) ÷ (${greatest} − ${term(least)}) × 100`, result }];
    }
    case 'rank':
      return [{ what, formula: own.rank, filled: `(${scale.n} − ${formatNumber(part.place, Number.isInteger(part.place) ? 0 : 1)}) ÷ (${scale.n} − 1) × 100`, result }];
    case 'zscore': {
      const amounts = used.map((one) => amountOf(one, indicator, lang));
      const mean = amounts.reduce((total, { x }) => total + x, 0) / amounts.length;
      const deviation = Math.sqrt(amounts.reduce((total, { x }) => total + (x - mean) ** 2, 0) / amounts.length);
      const sign = isLess ? -1 : 1;
      const digits = decimalsUntil(value.decimals + 3, (one) => isSameAs((sign * (value.x - rounded(mean, one))) / rounded(deviation, one), part.normalised, decimals));
      const [meanText, deviationText] = [formatNumber(mean, digits), formatNumber(deviation, digits)];
      const unit = indicator.unit[lang];
      const values = amounts.map(shown);
      const short = indicator.short[lang];
      return [
        { what: own.mean(short), formula: own.meanFormula(values.length), filled: `(${values.map(term).join(' + ')}) ÷ ${values.length}`, result: joinUnit(meanText, unit, lang) },
        { what: own.deviation(short), formula: own.deviationFormula(values.length), filled: `((${values.map((one) => `(${one} − ${term(meanText)}) ^ 2`).join(' + ')}) ÷ ${values.length}) ^ (1 ÷ 2)`, result: joinUnit(deviationText, unit, lang) },
        { what, formula: isLess ? own.zscoreLess : own.zscore, filled: isLess ? `(${meanText} − ${term(shown(value))}) ÷ ${deviationText}` : `(${shown(value)} − ${term(meanText)}) ÷ ${deviationText}`, result },
      ];
    }
  }
}

/** One region's score from published figures: each normalised, each part, and their sum. */
export function scoreWorkings(standing: Standing, made: Made, name: string, say: Say, terms: WorkshopTerms): readonly Working[] {
  const { chosen, composite, choice } = made;
  const own = terms.working;
  const least = scoreDecimals(choice.normalisation);
  const present = standing.parts.flatMap((part, at) => {
    const [one, scale] = [chosen[at], composite.scales[at]];
    return part && one && scale ? [{ part, at, chosen: one, scale }] : [];
  });
  const weights = present.reduce((total, one) => total + one.chosen.weight, 0);
  const partDecimals = decimalsUntil(2, (decimals) => isSameAs(present.reduce((total, { part }) => total + rounded(part.part, decimals), 0), standing.score, least));
  const excluded = new Set(composite.lacks.map(({ regionId, at }) => `${at} ${regionId}`));
  const counted = new Set(made.counted.map(({ id }) => id));
  const workings = present.flatMap(({ part, at, chosen: one, scale }): readonly Working[] => {
    const short = one.indicator.short[say.lang];
    const decimals = decimalsUntil(2, (digits) => isSameAs((rounded(part.normalised, digits) * one.weight) / weights, part.part, partDecimals));
    const used = one.observations.filter(hasValue).filter(({ regionId }) => counted.has(regionId) && !excluded.has(`${at} ${regionId}`));
    return [
      ...normalisingWorkings({ part, scale, chosen: one, decimals }, used, own.normalised(name, short), made, say, terms),
      { what: own.part(name, short), formula: own.partFormula, filled: `${formatNumber(withoutNoise(part.normalised), decimals)} × ${one.weight} ÷ ${weights}`, result: formatNumber(withoutNoise(part.part), partDecimals) },
    ];
  });
  const parts = present.map(({ part }) => formatNumber(withoutNoise(part.part), partDecimals));
  return [...workings, { what: own.score(name), formula: own.scoreFormula, filled: parts.map((text, at) => (at === 0 ? text : term(text))).join(' + '), result: scoreText(standing.score, choice.normalisation) }];
}

/** How a lead in all draws is told, of one who leads or of all who do. */
function leadClause(leaders: readonly RegionId[], spreads: ReadonlyMap<RegionId, Spread>, name: (id: string) => string, say: Say, terms: WorkshopTerms): string {
  const told = leaders.flatMap((id) => {
    const spread = spreads.get(id);
    return spread ? [{ name: name(id), share: drawsText(spread, 1) }] : [];
  });
  const [first] = told;
  if (!first) return '';
  if (told.length > 1) return terms.sentence.ties(DRAWS, told.map((one) => terms.sentence.tieOf(one.name, one.share)).join(say.words.comma));
  return first.share === '100%' ? terms.sentence.always(DRAWS, first.name) : terms.sentence.first(DRAWS, first.name, first.share);
}

const width = ({ low, high }: Spread): number => high - low;

function widestClause(ids: readonly RegionId[], spreads: ReadonlyMap<RegionId, Spread>, name: (id: string) => string, say: Say, terms: WorkshopTerms): string {
  const known = ids.flatMap((id) => {
    const spread = spreads.get(id);
    return spread ? [{ id, spread }] : [];
  });
  const most = Math.max(0, ...known.map(({ spread }) => width(spread)));
  const widest = known.filter(({ spread }) => width(spread) === most);
  const [first] = widest;
  if (!first) return '';
  if (most === 0) return terms.sentence.steady;
  return terms.sentence.widest(nameList(widest.map(({ id }) => name(id)), say), first.spread.low, first.spread.high, ids.length, widest.length > 1);
}

/** What limits an index of the reader's own: the figures left out and the regions without a place, all by name. */
function limitsOf(made: Made, regions: readonly Region[], say: Say, terms: WorkshopTerms): readonly string[] {
  const { chosen, composite, counted, choice } = made;
  const { lang, words } = say;
  const own = terms.limits;
  const name = namer(regions, say);
  const all = (ids: readonly RegionId[]) => nameList(ids.map(name), say);
  const short = ({ indicator }: ChosenTable) => indicator.short[lang];
  const regionOf = new Map(regions.map((region) => [region.id, region]));
  const lacking = chosen.flatMap((one, at) => {
    const lacks = composite.lacks.filter((lack) => lack.at === at);
    const of = (kind: LackKind) => lacks.filter((lack) => lack.kind === kind).map(({ regionId }) => regionId);
    const told = (kind: LackKind, tell: (indicator: string, names: string) => string) => (of(kind).length === 0 ? [] : [tell(short(one), all(of(kind)))]);
    const absences = new Map<Absence, RegionId[]>();
    for (const lack of lacks) {
      const region = regionOf.get(lack.regionId);
      const absence = region ? lackAbsence(lack, region, one.indicator) : null;
      if (absence !== null) absences.set(absence, [...(absences.get(absence) ?? []), lack.regionId]);
    }
    return [...told('doubtful', own.doubtful), ...told('bound', own.bound), ...told('forecast', own.forecast), ...[...absences].map(([absence, ids]) => own.absent(short(one), all(ids), words.absence[absence]))];
  });
  const none = composite.unranked.filter((id) => composite.lacks.filter(({ regionId }) => regionId === id).length === chosen.length);
  const some = composite.unranked.filter((id) => !none.includes(id));
  const partial = composite.ranked.filter(({ isPartial }) => isPartial).map(({ regionId }) => regionId).sort();
  const periods = [...new Set(chosen.map(({ period }) => period))];
  const sized = chosen.filter(({ indicator }) => indicator.additive === true);
  const datasets = [...new Set(chosen.map(({ table }) => table.dataset))].map((id) => chosen.filter(({ table }) => table.dataset === id)).filter((those) => those.length > 1);
  const countedIds = new Set(counted.map(({ id }) => id));
  const used = chosen.flatMap((one, at) => {
    const figures = one.observations.filter(hasValue).filter(({ regionId }) => countedIds.has(regionId) && !composite.lacks.some((lack) => lack.at === at && lack.regionId === regionId));
    return markLimits(figures, ({ regionId }) => terms.limits.periodOf(name(regionId), short(one)), say);
  });
  return limitList(
    [
      own.notOfficial,
      periods.length > 1 ? own.periods(chosen.map((one) => own.periodOf(short(one), formatPeriod(one.period, lang))).join(words.comma)) : '',
      ...lacking,
      some.length > 0 ? own.left(all(some)) : '',
      none.length > 0 && choice.missing === 'others' ? own.nothing(all(none)) : none.length > 0 ? own.left(all(none)) : '',
      partial.length > 0 ? own.others(all(partial)) : '',
      sized.length > 0 ? own.size(nameList(sized.map(short), say)) : '',
      ...datasets.map((those) => own.sameSource(nameList(those.map(short), say))),
      ...used,
      own.draws[choice.draws](DRAWS, String(DRAW_SEED)),
    ],
    say,
  );
}

/** Who leads with these weights, how steady that is, and one region's score worked out. */
export function workshopTakeaway(made: Made, { regions, spreads }: { readonly regions: readonly Region[]; readonly spreads: ReadonlyMap<RegionId, Spread> | null }, say: Say, terms: WorkshopTerms): WorkshopTakeaway {
  const { composite, choice, chosen, counted } = made;
  const name = namer(regions, say);
  const ids = composite.ranked.map(({ regionId }) => regionId);
  const leaders = composite.ranked.filter(({ rank }) => rank === 1);
  const [leader] = leaders;
  const limits = limitsOf(made, regions, say, terms);
  if (!leader || composite.ranked.length < 2) return { headline: terms.headline.none, text: terms.tooFew, limits, workings: [] };
  const isEqual = chosen.every(({ weight }) => weight === (chosen[0]?.weight ?? WEIGHT_FIRST));
  const weights = isEqual ? terms.sentence.equal : terms.sentence.weighted;
  const names = nameList(leaders.map(({ regionId }) => name(regionId)), say);
  const worked = composite.ranked.find(({ regionId }) => regionId === choice.region) ?? leader;
  const spread = spreads?.get(worked.regionId);
  const own = terms.working;
  const clauses = [
    terms.sentence.leads(weights, names, scoreText(leader.score, choice.normalisation), leaders.length > 1),
    spreads ? leadClause(leaders.map(({ regionId }) => regionId), spreads, name, say, terms) : '',
    spreads ? widestClause(ids, spreads, name, say, terms) : '',
    terms.sentence.ranked(ids.length, counted.length, countedText(made, say)),
  ];
  return {
    headline: terms.headline.leads(isEqual ? terms.headline.equal : terms.headline.weighted, chosen.length, names, leaders.length > 1),
    text: sentence(clauses, say),
    limits,
    workings: [
      ...scoreWorkings(worked, made, name(worked.regionId), say, terms),
      ...(spread ? [{ what: own.firstShare(name(worked.regionId)), formula: own.firstShareFormula, filled: `${formatNumber(spread.within[0] ?? 0)} ÷ ${formatNumber(spread.within.at(-1) ?? 0)} × 100`, result: drawsText(spread, 1) }] : []),
    ],
  };
}

/** How many keep one place through all draws. */
export function steadinessText(made: Made, spreads: ReadonlyMap<RegionId, Spread>, terms: WorkshopTerms): string {
  const all = [...spreads.values()];
  const fixed = all.filter(({ min, max }) => min === max).length;
  return (made.choice.draws === 'any' ? terms.steadiness.textAny : terms.steadiness.text)(fixed, all.length);
}
