import { formatPeriod, formatSigned } from '../../i18n/format.ts';
import type { Say } from '../../i18n/say.ts';
import type { IndicatorTable } from '../../model/indicator.ts';
import type { Absence, Measured, Period } from '../../model/observation.ts';
import type { Region, RegionId } from '../../model/region.ts';
import type { RankedRow } from '../../query/rank.ts';
import { rankChanges, type RankChange, type RankParts } from '../../query/rankChange.ts';
import { absenceWithoutRow } from '../provinceView.ts';
import type { RankingTerms } from '../rankingView.ts';
import { rankWorking, type Working } from '../workings.ts';
import { onePeriod, type OnePeriod } from './onePeriod.ts';
import { limitList, markLimits, nameList, namer, refusalReason, sentence, when } from './phrases.ts';
import type { Takeaway } from './takeaway.ts';

export interface ChangesInput {
  readonly table: IndicatorTable;
  readonly from: Period;
  readonly to: Period;
  readonly regions: readonly Region[];
}

/** A place that moved, or stayed. */
export type Moved = Extract<RankChange, { kind: 'moved' | 'same' }>;

/** All changes of place between two periods, for the sentence and the picture alike. */
export interface ChangesFound extends ChangesInput {
  readonly changes: ReadonlyMap<RegionId, RankChange>;
  readonly before: OnePeriod;
  readonly after: OnePeriod;
  readonly figureBefore: ReadonlyMap<RegionId, Measured>;
  readonly figureAfter: ReadonlyMap<RegionId, Measured>;
  /** Those with a certain place in both. */
  readonly moved: readonly { readonly id: RegionId; readonly change: Moved }[];
}

export const isMoved = (change: RankChange | undefined): change is Moved => change?.kind === 'moved' || change?.kind === 'same';

const figuresOf = ({ figures }: OnePeriod): ReadonlyMap<RegionId, Measured> => new Map(figures.map((one) => [one.regionId, one]));

export function findChanges(input: ChangesInput, say: Say): ChangesFound {
  const { table, from, to, regions } = input;
  const [before, after] = [onePeriod(table, from, regions, say), onePeriod(table, to, regions, say)];
  const changes = rankChanges(before.at, after.at, table.indicator);
  return { ...input, changes, before, after, figureBefore: figuresOf(before), figureAfter: figuresOf(after), moved: [...changes].flatMap(([id, change]) => (isMoved(change) ? [{ id, change }] : [])) };
}

/** Of what a change is made; `together`: a bound leaves open how much of it is its own. */
export type StepKey = keyof RankParts | 'together';

export interface Step {
  readonly key: StepKey;
  /** Places gained (positive) or lost. */
  readonly by: number;
}

/** What became of another region that counts to a change, and to which part. */
export type RivalKind = 'overtook' | 'overtakenBy' | 'entries' | 'exits' | 'ties';

export interface Rival {
  readonly id: RegionId;
  readonly kind: RivalKind;
}

const isBound = ({ precision }: Measured): boolean => precision === 'lowerBound' || precision === 'upperBound';
const low = ({ value, precision }: Measured): number => (precision === 'upperBound' ? -Infinity : value);
const high = ({ value, precision }: Measured): number => (precision === 'lowerBound' ? Infinity : value);
/** Whether a bound lets either of the two be the larger one. */
const isUnsettled = (one: Measured, other: Measured): boolean => (isBound(one) || isBound(other)) && low(one) <= high(other) && low(other) <= high(one);

/** The others of both periods that share its place in neither: among them its own change is told from theirs. */
function apart({ figureBefore, figureAfter, table }: ChangesFound, id: RegionId) {
  const sign = table.indicator.better === 'lower' ? -1 : 1;
  const [own0, own1] = [figureBefore.get(id), figureAfter.get(id)];
  if (!own0 || !own1) return { before: 0, between: 0, after: 0, isOpen: false };
  const others = [...figureAfter].flatMap(([other, now]) => {
    const was = figureBefore.get(other);
    return other === id || !was || was.value === own0.value || now.value === own1.value ? [] : [{ was, now }];
  });
  const ahead = (own: Measured, figure: (one: (typeof others)[number]) => Measured) => others.filter((one) => sign * figure(one).value > sign * own.value).length;
  return { before: ahead(own0, ({ was }) => was), between: ahead(own1, ({ was }) => was), after: ahead(own1, ({ now }) => now), isOpen: others.some(({ was }) => isUnsettled(was, own1)) };
}

/** From the earlier place to the later one: its own change, the others’, and the rest where it is not nought. */
export function stepsOf(found: ChangesFound, id: RegionId, { parts }: Moved): readonly Step[] {
  const { own, others, entries, exits, ties } = parts;
  const first: readonly Step[] = apart(found, id).isOpen ? [{ key: 'together', by: own + others }] : [{ key: 'own', by: own }, { key: 'others', by: others }];
  const rest: readonly Step[] = [{ key: 'entries', by: entries }, { key: 'exits', by: exits }, { key: 'ties', by: ties }];
  return [...first, ...rest.filter(({ by }) => by !== 0)];
}

/** Whoever moved it by a place: those it passed, that passed it, came in or left above it, or shared its place. */
export function rivalsOf({ figureBefore, figureAfter, table }: ChangesFound, id: RegionId, { overtook, overtakenBy }: Moved): readonly Rival[] {
  const sign = table.indicator.better === 'lower' ? -1 : 1;
  const [own0, own1] = [figureBefore.get(id), figureAfter.get(id)];
  if (!own0 || !own1) return [];
  const isAhead = (other: Measured | undefined, own: Measured) => other !== undefined && sign * other.value > sign * own.value;
  const of = (kind: RivalKind, ids: readonly RegionId[]) => ids.map((other): Rival => ({ id: other, kind }));
  const tied = [...figureAfter.keys()].filter((other) => {
    const [was, now] = [figureBefore.get(other), figureAfter.get(other)];
    return other !== id && was && now && (was.value === own0.value || now.value === own1.value) && isAhead(was, own0) !== isAhead(now, own1);
  });
  return [
    ...of('overtook', overtook),
    ...of('overtakenBy', overtakenBy),
    ...of('entries', [...figureAfter.keys()].filter((other) => !figureBefore.has(other) && isAhead(figureAfter.get(other), own1))),
    ...of('exits', [...figureBefore.keys()].filter((other) => !figureAfter.has(other) && isAhead(figureBefore.get(other), own0))),
    ...of('ties', tied),
  ];
}

const isDoubtful = ({ earlier, later }: Moved): boolean => earlier.observation.confidence === 'C' || later.observation.confidence === 'C';

/** What is doubtful is told when asked for, and is no headline while others moved as well. */
function candidates({ moved }: ChangesFound): { readonly those: ChangesFound['moved']; readonly hasAside: boolean } {
  const went = moved.filter(({ change }) => change.change !== 0);
  const sure = went.filter(({ change }) => !isDoubtful(change));
  return sure.length > 0 ? { those: sure, hasAside: sure.length < went.length } : { those: went, hasAside: false };
}

/** Who is drawn when nobody is chosen: the largest change, a rise before a fall as large, then the better place. */
export function mostMoved(found: ChangesFound): RegionId | null {
  const order = [...candidates(found).those].sort(
    (one, other) => Math.abs(other.change.change) - Math.abs(one.change.change) || other.change.change - one.change.change || one.change.later.rank - other.change.later.rank || (one.id < other.id ? -1 : 1),
  );
  return order[0]?.id ?? null;
}

/** “自己的数值变化使它升12位，其他地区的变化使它降5位” */
const partsText = (steps: readonly Step[], { words }: Say, { why }: RankingTerms): string => steps.map(({ key, by }) => why.parts[key](why.by(by), Math.abs(by))).join(words.comma);

const shortParts = (steps: readonly Step[], { why }: RankingTerms): string => steps.map(({ key, by }) => why.brief[key](why.byShort(by))).join(why.shortComma);

/** Why a region has no place. */
function absenceOf({ table, regions }: ChangesFound, { at }: OnePeriod, id: RegionId): Absence {
  const row = at.find(({ regionId }) => regionId === id);
  const region = regions.find((one) => one.id === id);
  return row && row.value === null ? row.status : region ? absenceWithoutRow(region, table.indicator) : 'notApplicable';
}

function movedClauses(found: ChangesFound, id: RegionId, change: Moved, say: Say, terms: RankingTerms): readonly string[] {
  const { why } = terms;
  const { earlier, later } = change;
  const name = namer(found.regions, say);
  const [from, to] = [formatPeriod(found.from, say.lang), formatPeriod(found.to, say.lang)];
  const steps = stepsOf(found, id, change);
  const rivals = rivalsOf(found, id, change);
  const parts = partsText(steps, say, terms);
  const names = (ids: readonly RegionId[]) => nameList(ids.map(name), say);
  const passed = [
    change.overtook.length > 0 ? why.overtook(names(change.overtook), change.overtook.length) : '',
    change.overtakenBy.length > 0 ? why.overtakenBy(names(change.overtakenBy), change.overtakenBy.length) : '',
  ];
  if (change.change !== 0) {
    return [why.made(why.moved(from, to, name(id), earlier, later, change.change), parts), ...passed];
  }
  const stayed = earlier.n === later.n ? why.stayed(from, to, name(id), why.place(later.rank, later.n, earlier.isTied && later.isTied)) : why.stayedOf(from, to, name(id), later.rank, earlier.n, later.n);
  if (steps.some(({ by }) => by !== 0)) return [why.cancelled(stayed, parts), ...passed];
  return rivals.length === 0 ? [why.still(stayed)] : [why.made(stayed, parts), ...passed];
}

/** What became of one region's place, as clauses. */
function clausesOf(found: ChangesFound, id: RegionId, say: Say, terms: RankingTerms): readonly string[] {
  const { why } = terms;
  const { words } = say;
  const name = namer(found.regions, say)(id);
  const [from, to] = [formatPeriod(found.from, say.lang), formatPeriod(found.to, say.lang)];
  const place = ({ rank, n, isTied, isOpen }: RankedRow) => (isOpen ? words.rankOpen : why.place(rank, n, isTied));
  const change = found.changes.get(id);
  switch (change?.kind) {
    case 'moved':
    case 'same':
      return movedClauses(found, id, change, say, terms);
    case 'new':
      return [why.isNew(name, from, to, place(change.later), words.absence[absenceOf(found, found.before, id)])];
    case 'gone':
      return [why.gone(name, from, to, place(change.earlier), words.absence[absenceOf(found, found.after, id)])];
    case 'open':
      return [why.open(name, from, to)];
    case 'refused':
      return [why.refused(name, from, to, refusalReason(change, say))];
    case undefined: {
      const kinds = [...new Set([absenceOf(found, found.before, id), absenceOf(found, found.after, id)])].map((kind) => words.absence[kind]);
      return [why.neither(name, from, to, kinds.join(why.shortComma))];
    }
  }
}

/** Of all regions: who rose and who fell the most. */
function mostClauses(found: ChangesFound, say: Say, terms: RankingTerms): readonly string[] {
  const { why } = terms;
  const name = namer(found.regions, say);
  const [from, to] = [formatPeriod(found.from, say.lang), formatPeriod(found.to, say.lang)];
  const { those } = candidates(found);
  if (found.moved.length === 0) return [why.nobody(from, to)];
  if (those.length === 0) return [why.nobodyMoved(from, to, found.moved.length)];
  const extreme = (sign: 1 | -1) => {
    const most = Math.max(...those.map(({ change }) => sign * change.change));
    const order = (id: RegionId) => found.regions.findIndex((region) => region.id === id);
    return most > 0 ? those.filter(({ change }) => sign * change.change === most).sort((one, other) => order(one.id) - order(other.id)) : [];
  };
  const clause = (all: ChangesFound['moved'], isRise: boolean): string => {
    const [first] = all;
    if (!first) return '';
    const by = Math.abs(first.change.change);
    if (all.length > 1) return (isRise ? why.climbedTied : why.droppedTied)(nameList(all.map(({ id }) => name(id)), say), by);
    const parts = shortParts(stepsOf(found, first.id, first.change), terms);
    return (isRise ? why.climbed : why.dropped)(name(first.id), why.fromTo(first.change.earlier, first.change.later), by, parts);
  };
  const [first = '', ...rest] = [clause(extreme(1), true), clause(extreme(-1), false)].filter(Boolean);
  return [why.between(from, to, first), ...rest];
}

/** The places, its own change and the others’ counted off, and the parts that add up to the change. */
function workingsOf(found: ChangesFound, id: RegionId, change: Moved, say: Say, { why }: RankingTerms): readonly Working[] {
  const { lang, words } = say;
  const { earlier, later, parts } = change;
  const name = namer(found.regions, say)(id);
  const { before, between, after, isOpen } = apart(found, id);
  const [from, to] = [formatPeriod(found.from, lang), formatPeriod(found.to, lang)];
  const term = (by: number) => (by < 0 ? `(−${-by})` : String(by));
  const signed = (by: number) => formatSigned(by, 0, lang);
  const places = ([[from, earlier, found.before], [to, later, found.after]] as const).flatMap(([period, { rank, observation }, { figures }]) =>
    rankWorking(words.sentences.colon(name, period), { ahead: rank - 1, tied: figures.filter((one) => one.regionId !== id && one.value === observation.value).length }, found.table.indicator.better, say),
  );
  const rest = [parts.entries, parts.exits, parts.ties];
  return [
    ...places,
    { what: why.working.change(name, from, to), formula: why.working.changeFormula, filled: `${earlier.rank} − ${later.rank}`, result: signed(change.change) },
    ...(isOpen
      ? []
      : [
          { what: why.working.own(name), formula: why.working.ownFormula, filled: `${before} − ${between}`, result: signed(parts.own) },
          { what: why.working.others(name), formula: why.working.othersFormula, filled: `${between} − ${after}`, result: signed(parts.others) },
        ]),
    {
      what: why.working.sum(name),
      formula: isOpen ? why.working.sumTogether : why.working.sumFormula,
      filled: [...(isOpen ? [parts.own + parts.others] : [parts.own, parts.others]), ...rest].map(term).join(' + '),
      result: signed(change.change),
    },
  ];
}

/** Why a region's place changed between two periods; of nobody chosen, who moved the most. */
export function rankChangeTakeaway(found: ChangesFound, region: RegionId | null, say: Say, terms: RankingTerms): Takeaway {
  const { why } = terms;
  const { sentences } = say.words;
  const { indicator } = found.table;
  const name = namer(found.regions, say);
  const told = region ?? mostMoved(found);
  const change = told === null ? undefined : found.changes.get(told);
  const split = told !== null && isMoved(change) ? stepsOf(found, told, change) : [];
  const [n, m] = [found.before.figures.length, found.after.figures.length];
  const limits = [
    split.length > 0 ? why.order : '',
    split.some(({ key }) => key === 'ties') ? why.tiesNote : '',
    split.some(({ key }) => key === 'together') ? why.sharesOpen : '',
    region === null && candidates(found).hasAside ? why.doubtful : '',
    sentences.computedPlaces,
    n === m ? '' : sentences.differentCoverage(when(found.from, say), n, when(found.to, say), m),
    indicator.expected === 'countries' ? sentences.editionsDiffer : '',
    indicator.better === 'none' ? terms.peers.mostFirst : '',
  ];
  const marks = markLimits([...found.before.figures, ...found.after.figures], ({ regionId, period }) => name(regionId) + say.words.aside(formatPeriod(period, say.lang)), say);
  return {
    text: sentence(region === null ? mostClauses(found, say, terms) : clausesOf(found, region, say, terms), say),
    limits: limitList([...limits, ...marks], say),
    workings: told !== null && isMoved(change) ? workingsOf(found, told, change, say, terms) : [],
  };
}
