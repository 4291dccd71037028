import fc from 'fast-check';
import type { Beat, RankingPicture, RegionPicture, WorldPicture } from '../../../src/view/wall/sceneView.ts';

export const beat = (words: Partial<Beat> = {}): Beat => ({
  when: '2001年',
  topline: [],
  headline: '甲地最高，11.1%',
  keys: [{ value: '7.7%', unit: '', label: '各地中位数', tone: null }],
  aside: '',
  limits: ['一个地方的数值存疑'],
  notes: '',
  path: '',
  ...words,
});

export const englishBeat = beat({ when: 'Dec 2001', headline: 'Toyland and Neverland share first place; 3 units at 9 points', limits: ['The figures for Toyland are doubtful'] });

/** From a notebook's narrow window to a wall of LEDs, in CSS pixels, with the smallest letters of 3 to 10 m. */
export const rooms = fc
  .record({ width: fc.integer({ min: 500, max: 7600 }), ratio: fc.double({ min: 0.6, max: 4, noNaN: true }), share: fc.double({ min: 1 / 54, max: 1 / 14, noNaN: true }) })
  .map(({ width, ratio, share }) => {
    const height = Math.round(width / ratio);
    return { room: { width, height }, em: Math.round(share * Math.min(width, height)) };
  })
  .filter(({ em }) => em > 8);

export const TOY_NAMES = ['甲地', '乙地', '丙丁地', '戊'];

export function toyRanking(count: number, name: (index: number) => string = (index) => TOY_NAMES[index % 4] ?? ''): RankingPicture {
  const rows = Array.from({ length: count }, (_, index) => ({
    id: `t${index}`,
    name: name(index),
    place: String(index + 1),
    text: (99.9 - index).toFixed(1),
    from: 0,
    to: 1 - index / (count + 1),
    classIndex: 0,
    isDoubtful: index === 1,
    bound: null,
    moved: index % 3 === 0 ? 2 : 0,
    movedText: index % 3 === 0 ? '升2位' : '持平',
    spoken: '',
  }));
  return { kind: 'ranking', unit: '分', classCount: 1, frames: [{ rows, unranked: [{ id: 'u', name: '己地', text: '未收录', absence: 'notGathered' }] }], cut: { before: '前', after: '名' }, label: '' };
}

export const toyRegion = (count: number): RegionPicture['rows'] =>
  Array.from({ length: count }, (_, index) => ({ id: `r${index}`, name: '玩具数量', when: '2001年', value: `${11 + index}.1个`, rank: '第2位，共7', others: [0, 0.4, 1], own: 0.4, spoken: '' }));

export function toyWorld(places: readonly number[], broken: readonly number[] = []): WorldPicture {
  return {
    kind: 'world',
    editions: places.map((place, index) => ({ when: `${2001 + 2 * index}年`, x: 2001 + 2 * index, place, placeText: `第${place}位`, text: '0.1', isBreakBefore: broken.includes(index) })),
    n: 193,
    nText: '共193国',
    ticks: [1, 50, 100, 150].map((place) => ({ place, text: String(place) })),
    strip: Array.from({ length: 40 }, (_, index) => index / 39),
    own: 0.8,
    ownText: '玩具国 0.8000',
    stripName: '2013年，193国',
  };
}
