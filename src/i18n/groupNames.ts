import { standingGroup, type StandingGroup } from '../query/quarter.ts';
import type { Text } from '../model/text.ts';

/** Quarters and halves of a ranking, the leading one first: what stands in the place of a place. */
export const QUARTERS: readonly Text[] = [
  { zh: '居前四分之一', en: 'top quarter' },
  { zh: '中上四分之一', en: 'upper middle quarter' },
  { zh: '中下四分之一', en: 'lower middle quarter' },
  { zh: '居后四分之一', en: 'bottom quarter' },
];
const HALVES: readonly Text[] = [
  { zh: '居前一半', en: 'upper half' },
  { zh: '居后一半', en: 'lower half' },
];
const CELLS: Readonly<Record<4 | 2, readonly Text[]>> = {
  4: [
    { zh: '前¼', en: 'Top ¼' },
    { zh: '中上¼', en: 'Upper mid ¼' },
    { zh: '中下¼', en: 'Lower mid ¼' },
    { zh: '后¼', en: 'Bottom ¼' },
  ],
  2: [
    { zh: '前½', en: 'Upper ½' },
    { zh: '后½', en: 'Lower ½' },
  ],
};

/** On a list of which only the first were published. */
export const LISTED: Text = { zh: '在公布的名单中', en: 'On the published list' };

const NONE: Text = { zh: '个数太少，不分组', en: 'too few to group' };

/** In the place of a publisher's remark that tells ranks. */
export const HELD_NOTE: Text = { zh: '原有说明提到名次，本站不写；见来源。', en: 'A remark of the publisher tells ranks, which this copy does not; see the source.' };

export const groupName = ({ of, index }: StandingGroup): Text => (of === 4 ? QUARTERS : HALVES)[index] ?? NONE;

/** “居前四分之一”; of too few to be grouped, that. */
export function groupOfPlace(rank: number, n: number): Text {
  const group = standingGroup(rank, n);
  return group ? groupName(group) : NONE;
}

const NO_CELL: Text = { zh: '—', en: '–' };

/** The same in a cell. */
export function groupCell(rank: number, n: number): Text {
  const group = standingGroup(rank, n);
  return (group && CELLS[group.of][group.index]) ?? NO_CELL;
}
