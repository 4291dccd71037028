/**
 * Moves labels on one edge apart so that none touch, and no farther than needed: each keeps its order, and a crowd is
 * spread about its own middle.
 *
 * @param wishes Where each label would stand, in pixels, in any order.
 * @param gap Least distance of two neighbours.
 * @param range The ends of the edge; given up only when the labels need more room than there is.
 * @returns Where each stands, in the order of the wishes.
 */
export function spread(wishes: readonly number[], gap: number, [from, to]: readonly [number, number]): number[] {
  const order = wishes.map((wish, index) => ({ wish, index })).sort((one, other) => one.wish - other.wish || one.index - other.index);
  /** Neighbours that touch are one block; a block stands where its labels are least away from their wishes. */
  const blocks: { sum: number; start: number; members: number[] }[] = [];
  const inRange = (sum: number, count: number) => Math.max(from, Math.min(sum / count, to - (count - 1) * gap));
  for (const { wish, index } of order) {
    blocks.push({ sum: wish, start: inRange(wish, 1), members: [index] });
    for (;;) {
      const [before, last] = [blocks.at(-2), blocks.at(-1)];
      if (!before || !last || before.start + before.members.length * gap <= last.start) break;
      // The second block's wishes, as seen from the first one's start.
      before.sum += last.sum - last.members.length * before.members.length * gap;
      before.members.push(...last.members);
      before.start = inRange(before.sum, before.members.length);
      blocks.pop();
    }
  }
  const placed: number[] = wishes.map(() => 0);
  for (const { start, members } of blocks) members.forEach((index, place) => (placed[index] = start + place * gap));
  return placed;
}
