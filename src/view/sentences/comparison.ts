import { formatList, formatPeriod } from '../../i18n/format.ts';
import type { Say } from '../../i18n/say.ts';
import type { Region, RegionId } from '../../model/region.ts';
import type { FeatureSpace } from '../../query/peers.ts';
import type { ComparisonTerms, ComparisonView } from '../comparisonView.ts';
import { distanceOf, type RankingsTerms } from '../peersView.ts';
import type { Working } from '../workings.ts';
import { distanceWorking } from './peers.ts';
import { limitList, namer, sentence } from './phrases.ts';
import type { Takeaway } from './takeaway.ts';

export interface ComparisonFacts {
  readonly view: ComparisonView;
  /** Null: no year has all the features. */
  readonly space: FeatureSpace | null;
  readonly regions: readonly Region[];
  /** How many indicators of provinces are not among the rows. */
  readonly left: number;
}

interface Pair {
  readonly one: RegionId;
  readonly other: RegionId;
  readonly distance: number;
}

/** Every pair that has a distance, nearest first. */
export function pairsOf(ids: readonly RegionId[], space: FeatureSpace | null): readonly Pair[] {
  if (!space) return [];
  return ids
    .flatMap((one, index) =>
      ids.slice(index + 1).flatMap((other): readonly Pair[] => {
        const distance = space.between(one, other);
        return distance === null ? [] : [{ one, other, distance }];
      }),
    )
    .sort((a, b) => a.distance - b.distance);
}

/** In how many indicators which of them is ahead, and which two are the most alike. */
export function comparisonTakeaway({ view, space, regions, left }: ComparisonFacts, say: Say, terms: ComparisonTerms, peerTerms: RankingsTerms): Takeaway {
  const { lang, words } = say;
  const name = namer(regions, say);
  const ids = view.names.map(({ id }) => id);
  const names = formatList(view.names.map((one) => one.name), lang);
  const whole = view.rows.filter(({ isWhole }) => isWhole);
  const judged = whole.flatMap(({ ahead }) => (ahead === null ? [] : [ahead]));
  const leads = ids.map((id) => ({ id, n: judged.filter((ahead) => ahead.length === 1 && ahead[0] === id).length })).filter(({ n }) => n > 0);
  const ties = judged.filter((ahead) => ahead.length > 1).length;
  const order = [...leads].sort((one, other) => other.n - one.n || ids.indexOf(one.id) - ids.indexOf(other.id));
  const isTold = words.standings === 'places';
  const said = terms.sentence;
  const counts = [...order.map(({ id, n }) => said.leads(name(id), n)), ...(ties > 0 ? [said.ties(ties)] : [])];
  const pairs = pairsOf(ids, space);
  const [nearest] = pairs;
  const alike = nearest ? pairs.filter((pair) => pair !== nearest && distanceOf(pair.distance) === distanceOf(nearest.distance)) : [];
  const when = space ? formatPeriod(space.period, lang) : '';
  const lacking = space ? ids.filter((id) => space.valuesOf(id) === null) : ids;
  const unsettled = view.rows.filter(({ isUnsettled }) => isUnsettled).map((row) => row.name);
  const absent = view.names.map((one, index) => ({ ...one, n: view.rows.filter(({ cells }) => cells[index]?.absence !== null).length })).filter(({ n }) => n > 0);
  const workings: readonly (Working | null)[] = space ? pairs.slice(0, 3).map(({ one, other }) => distanceWorking(one, other, space, name, say, peerTerms)) : [];
  return {
    text: sentence(
      [
        !isTold ? said.both(whole.length, view.rows.length + view.empty.length) : judged.length === 0 ? said.noneJudged(names) : [said.judged(judged.length, names, ids.length), ...counts].join(words.comma),
        nearest ? (ids.length === 2 ? said.apart(when, distanceOf(nearest.distance)) : said.nearest(when, name(nearest.one), name(nearest.other), distanceOf(nearest.distance))) : '',
      ],
      say,
    ),
    limits: limitList(
      [
        new Set(view.rows.map(({ period }) => period)).size > 1 ? terms.limits.years : '',
        alike.length > 0 && ids.length > 2 ? terms.limits.tied(alike.map(({ one, other }) => terms.pair(name(one), name(other))).join(words.comma)) : '',
        isTold && unsettled.length > 0 ? terms.limits.doubtful(formatList(unsettled, lang)) : '',
        ...absent.map((one) => terms.limits.absent(one.name, one.n)),
        view.empty.length > 0 ? terms.limits.empty(view.empty.length, formatList(view.empty, lang)) : '',
        lacking.length > 0 ? terms.limits.incomparable(formatList(lacking.map(name), lang)) : '',
        left > 0 ? terms.limits.left(left) : '',
      ],
      say,
    ),
    workings: workings.flatMap((one) => one ?? []),
  };
}
