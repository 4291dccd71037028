import { formatPeriod } from '../../i18n/format.ts';
import type { Say } from '../../i18n/say.ts';
import type { IndicatorTable } from '../../model/indicator.ts';
import type { Period } from '../../model/observation.ts';
import type { Region } from '../../model/region.ts';
import type { RankingRow, RankingTerms, RankingView } from '../rankingView.ts';
import { limitList, nameList } from './phrases.ts';
import { placesTakeaway } from './places.ts';
import { provincesTakeaway } from './provinces.ts';
import type { Takeaway } from './takeaway.ts';

export interface RankingFacts {
  readonly table: IndicatorTable;
  readonly period: Period;
  readonly compare: Period | null;
  readonly regions: readonly Region[];
  /** What the table shows of them. */
  readonly view: RankingView;
}

export interface RankingTakeaway extends Takeaway {
  /** The page's headline: who moved most, or who leads. */
  readonly headline: string;
}

/** More than these are no headline. */
const MOST_NAMED = 3;

function headlineOf({ period, view }: RankingFacts, isCompared: boolean, say: Say, { table: { headline } }: RankingTerms): string {
  const when = formatPeriod(period, say.lang);
  const names = (those: readonly RankingRow[]) => nameList(those.map(({ name }) => name), say);
  const leaders = view.rows.filter(({ keys, rank }) => keys.rank === 1 && rank === '1');
  const highest = view.rows[0]?.band ?? '';
  if (view.told === 'bands') return highest === '' ? headline.leadsNone(when) : headline.topBand(names(view.rows.filter(({ band }) => band === highest)), highest);
  if (say.words.standings === 'groups') return headline.leadsNone(when);
  const most = Math.max(0, ...view.rows.map(({ changeBy }) => changeBy ?? 0));
  // In the order of the sentence below it.
  const climbers = view.rows.filter(({ changeBy }) => most > 0 && changeBy === most).sort((one, other) => one.codeIndex - other.codeIndex);
  const [climber] = climbers;
  if (isCompared && climber && climbers.length === 1 && climber.keys.rank !== null) return headline.climbed(climber.name, String(climber.keys.rank + most), climber.rank);
  if (isCompared && climbers.length > 1 && climbers.length <= MOST_NAMED) return headline.climbedTied(names(climbers), most);
  if (leaders.length === 0) return headline.leadsNone(when);
  if (isCompared && view.rows.length > 0 && view.rows.every(({ changeBy }) => changeBy === 0)) return headline.stayed(names(leaders));
  return headline.leads(names(leaders), when, leaders.length > 1);
}

/** One period's ranking, and how its places moved since an earlier one where they may be compared. */
export function rankingTakeaway(facts: RankingFacts, say: Say, terms: RankingTerms): RankingTakeaway {
  const { table, period, compare, regions, view } = facts;
  const isCompared = compare !== null && view.refusal === null && view.told !== 'bands' && say.words.standings === 'places';
  const stood = provincesTakeaway({ table, period, regions, selected: null }, say);
  const moved = isCompared ? placesTakeaway({ table, from: compare, to: period, regions, chosen: [] }, say) : null;
  return {
    headline: headlineOf(facts, isCompared, say, terms),
    text: moved ? [stood.text, moved.text].join(say.lang === 'zh' ? '' : ' ') : stood.text,
    limits: limitList([...stood.limits, ...(moved?.limits ?? [])], say),
    workings: [...stood.workings, ...(moved?.workings ?? [])],
  };
}
