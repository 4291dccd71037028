/**
 * Moves labels on one edge apart so that none touch, and no farther than needed: each keeps its order, and a crowd is
 * spread about its own middle.
 *
 * @param wishes Where each label would stand, in pixels, in any order.
 * @param gap Least distance of two neighbours: from the foot of one to the head of the next.
 * @param range The ends of the edge; given up only when the labels need more room than there is.
 * @param heights Of the labels, where they are not alike; absent: labels without height.
 * @returns Where the head of each stands, in the order of the wishes.
 */
export function spread(wishes: readonly number[], gap: number, [from, to]: readonly [number, number], heights: readonly number[] = []): number[] {
  const order = wishes.map((wish, index) => ({ wish, index })).sort((one, other) => one.wish - other.wish || one.index - other.index);
  /** Neighbours that touch are one block; a block stands where its labels are least away from their wishes. */
  const blocks: { sum: number; start: number; reach: number; members: number[] }[] = [];
  const reachOf = (index: number) => (heights[index] ?? 0) + gap;
  const inRange = (sum: number, count: number, reach: number) => Math.max(from, Math.min(sum / count, to - reach + gap));
  for (const { wish, index } of order) {
    blocks.push({ sum: wish, start: inRange(wish, 1, reachOf(index)), reach: reachOf(index), members: [index] });
    for (;;) {
      const [before, last] = [blocks.at(-2), blocks.at(-1)];
      if (!before || !last || before.start + before.reach <= last.start) break;
      // The second block's wishes, as seen from the first one's start.
      before.sum += last.sum - last.members.length * before.reach;
      before.reach += last.reach;
      before.members.push(...last.members);
      before.start = inRange(before.sum, before.members.length, before.reach);
      blocks.pop();
    }
  }
  const placed: number[] = wishes.map(() => 0);
  for (const { start, members } of blocks) {
    let at = start;
    for (const index of members) {
      placed[index] = at;
      at += reachOf(index);
    }
  }
  return placed;
}
