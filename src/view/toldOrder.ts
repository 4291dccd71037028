import type { Say } from '../i18n/say.ts';
import { byStandingGroup } from '../query/quarter.ts';
import type { RankedRow, Ranking } from '../query/rank.ts';

/** From the first place on; by group and code where places are not told. */
export const inToldOrder = ({ ranked }: Ranking, { words }: Say): readonly RankedRow[] => (words.standings === 'groups' ? byStandingGroup(ranked) : ranked);
