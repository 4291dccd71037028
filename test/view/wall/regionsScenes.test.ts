import { describe, expect, test } from 'vitest';
import { mapScene } from '../../../src/view/wall/mapScene.ts';
import { rankingScene } from '../../../src/view/wall/rankingScene.ts';
import { regionScene } from '../../../src/view/wall/regionScene.ts';
import type { DrawnScene } from '../../../src/view/wall/sceneParts.ts';
import type { MapPicture, RankingPicture, RegionPicture, ScenePicture } from '../../../src/view/wall/sceneView.ts';
import { toyAbsence, toyObservation, toyUnits } from '../../support/toys.ts';
import { falling, inOrder, province, toyContext, toys } from './toyAtlas.ts';

function only<Kind extends ScenePicture['kind']>({ pictures }: DrawnScene, kind: Kind): Extract<ScenePicture, { kind: Kind }> {
  const found = pictures.find((one): one is Extract<ScenePicture, { kind: Kind }> => one.kind === kind);
  if (!found) throw new Error(`no picture of ${kind}`);
  return found;
}
const map = (scene: DrawnScene): MapPicture => only(scene, 'map');
const ranking = (scene: DrawnScene): RankingPicture => only(scene, 'ranking');
const region = (scene: DrawnScene): RegionPicture => only(scene, 'region');
const headlines = ({ beats }: DrawnScene) => beats.map(({ headline }) => headline);

const score = { unit: { zh: '分', en: 'points', multiplier: 1, enMultiplier: 1 } } as const;

describe('a map', () => {
  const table = toys('toys', [...inOrder(falling, '2001'), ...inOrder([...falling].reverse(), '2002')]);
  const scene = mapScene({ indicator: 'toys' }, toyContext({ tables: [table] }));

  test('has a beat a period: who has most then, and the median', () => {
    expect(scene.beats.map(({ when }) => when)).toEqual(['2001年', '2002年']);
    expect(headlines(scene)).toEqual(['玩具1最多，100个', '玩具31最多，100个']);
    expect(scene.beats[0]?.keys).toEqual([{ value: '85', unit: '个', label: '各地中位数', tone: null }]);
    expect(scene.beats[0]?.topline).toEqual(['玩具数', '个', '31个省份都有数据']);
  });

  test('keeps its classes in every frame, and lights those of the sentence', () => {
    const { frames, classCount } = map(scene);
    expect(frames.map(({ counts }) => counts.length)).toEqual([classCount, classCount]);
    expect(frames.map(({ told, lit }) => [told[0], lit])).toEqual([[province(1), 1], [province(31), 1]]);
    expect(frames[0]?.regions[province(1)]).toMatchObject({ classIndex: classCount - 1, absence: null, shortText: '100' });
    // Outside the survey: in words, and never 0.
    expect(frames[0]?.regions['810000']).toMatchObject({ classIndex: null, absence: 'notSurveyed', shortText: '未调查' });
  });

  test('names the source, the day it was read, and the same period on the site', () => {
    expect(scene).toMatchObject({ name: '玩具', source: '来源：玩具出版社', retrieved: '2002-03-04读取', due: null });
    expect(scene.beats.map(({ path }) => path)).toEqual(['indicator/toys.html?period=2001', 'indicator/toys.html']);
    expect(mapScene({ indicator: 'toys' }, toyContext({ tables: [table], lang: 'en' })).beats.map(({ path }) => path)).toEqual(['en/indicator/toys.html?period=2001', 'en/indicator/toys.html']);
  });

  test('tells ties, doubt and what is missing', () => {
    const missing = toys('toys', [...inOrder([9.5, 9.5, ...falling.slice(4)].map((value) => Math.min(value, 9.5)), '2001').slice(0, 2), ...inOrder(Array.from({ length: 30 }, () => 5), '2001', { confidence: 'C' }).slice(2), toyAbsence('notPublished', { regionId: province(31), period: '2001' })], { ...score, decimals: 1 });
    const { beats } = mapScene({ indicator: 'toys' }, toyContext({ tables: [missing] }));
    expect(beats[0]?.headline).toBe('玩具1、玩具2并列最高，9.5分');
    expect(beats[0]?.keys[0]?.label).toBe('有数据各地的中位数');
    expect(beats[0]?.limits.join()).toContain('1个省份没有数值：未公布（玩具31）');
    expect(beats[0]?.notes).toContain('存疑');
  });

  test('counts what is not simply measured, and says of a neutral count that it judges nobody', () => {
    const derived = toys('toys', [...inOrder(falling.slice(0, 2)), ...inOrder(falling, '2001', { status: 'derived' }).slice(2)], { better: 'none' });
    expect(mapScene({ indicator: 'toys' }, toyContext({ tables: [derived] })).beats[0]?.limits).toEqual(['29个省份的数值：推算', '玩具：多少本身不分好坏']);
  });

  test('says a change of method in the first beat after it', () => {
    const broken = toys('toys', table.observations, { methodBreaks: [{ period: '2002', reason: { zh: '换了尺子', en: 'another ruler' } }] });
    const { beats } = mapScene({ indicator: 'toys' }, toyContext({ tables: [broken] }));
    expect(beats.map(({ limits }) => limits[0])).toEqual([undefined, '2002年起方法有变，与以前不可比']);
  });

  test('of a rate of change counts who fell, and names the one that rose', () => {
    const change = toys('toys', inOrder([...falling.slice(1).map((value) => -value), 12]), { unit: toyUnits.percent, better: 'none', limits: { min: -100 } });
    expect(headlines(mapScene({ indicator: 'toys' }, toyContext({ tables: [change] })))).toEqual(['30个省份减少，只有玩具31增加']);
  });

  test('of classes tells the highest that is there', () => {
    const bands = [{ id: 'few', name: { zh: '少', en: 'Few' } }, { id: 'many', name: { zh: '多', en: 'Many' } }];
    const classes = toys('toys', falling.map((_, index) => toyAbsence('notPublished', { regionId: province(index + 1), band: index < 4 ? 'many' : 'few' })), { publishes: 'bands', bands });
    const scene = mapScene({ indicator: 'toys' }, toyContext({ tables: [classes] }));
    expect(headlines(scene)).toEqual(['4个省份在“多”一档']);
    expect(scene.beats[0]?.keys).toEqual([]);
    expect(map(scene).bandNames).toEqual(['少', '多']);
  });

  test('says what it is where a bound leaves the lead open', () => {
    const open = toys('toys', [...inOrder(falling.slice(0, 30)), toyObservation(99, { regionId: province(31), precision: 'lowerBound' })]);
    expect(headlines(mapScene({ indicator: 'toys' }, toyContext({ tables: [open] })))).toEqual(['玩具，逐省看']);
  });

  test('names nobody where no places are told', () => {
    const grouped = mapScene({ indicator: 'toys' }, toyContext({ tables: [table], standings: 'groups' }));
    expect(headlines(grouped)).toEqual(['玩具，逐省看', '玩具，逐省看']);
    expect(map(grouped).frames.map(({ told, lit }) => [told[0], lit])).toEqual([[province(1), 0], [province(1), 0]]);
    expect(JSON.stringify(grouped)).not.toMatch(/第\d/);
  });
});

describe('a ranking', () => {
  /** The last of three becomes the first; all others keep their order. */
  const later = [...falling.slice(0, 30).map((value) => value - 1), 120];
  const table = toys('toys', [...inOrder(falling, '2001'), ...inOrder(later, '2002')]);
  const scene = rankingScene({ indicator: 'toys' }, toyContext({ tables: [table] }));

  test('tells who is first, and who has climbed most since the frame before', () => {
    expect(headlines(scene)).toEqual(['玩具1最多', '玩具31最多；玩具31升30位，升得最多']);
    expect(scene.beats.map(({ path }) => path)).toEqual(['ranking.html?indicator=toys&period=2001&compare=none', 'ranking.html?indicator=toys&period=2002&compare=2001']);
  });

  test('draws all bars of all frames on one scale from zero', () => {
    const [first, second] = ranking(scene).frames;
    expect(second?.rows[0]).toMatchObject({ id: province(31), place: '1', text: '120', from: 0, to: 1, moved: 30, movedText: '升30位' });
    expect(first?.rows[0]).toMatchObject({ id: province(1), text: '100', from: 0, to: 0.8333, moved: null, movedText: '' });
    expect(second?.rows[1]).toMatchObject({ id: province(1), place: '2', moved: -1, movedText: '降1位' });
    expect(ranking(scene).cut).toEqual({ before: '前', after: '名，共31' });
  });

  test('moves nobody across a change of method', () => {
    const broken = toys('toys', table.observations, { methodBreaks: [{ period: '2002', reason: { zh: '换了尺子', en: 'another ruler' } }] });
    const cut = rankingScene({ indicator: 'toys' }, toyContext({ tables: [broken] }));
    expect(ranking(cut).frames.flatMap(({ rows }) => rows).every(({ moved, movedText }) => moved === null && movedText === '')).toBe(true);
    expect(headlines(cut)).toEqual(['玩具1最多', '玩具31最多']);
    expect(cut.beats[1]?.path).toBe('ranking.html?indicator=toys&period=2002&compare=none');
  });

  test('counts who reaches the top class that its descriptor gives', () => {
    const classed = toys('toys', inOrder(falling), { ...score, classes: [0, 90, 100] });
    expect(headlines(rankingScene({ indicator: 'toys' }, toyContext({ tables: [classed] })))).toEqual(['玩具1第1，11个省份在90分以上']);
    expect(headlines(rankingScene({ indicator: 'toys' }, toyContext({ tables: [classed], lang: 'en' })))).toEqual(['P1 comes first; 11 provinces at 90 points or more']);
  });

  test('shares a place among equals, keeps doubt and bounds, and lists who has no figure with the reason', () => {
    const mixed = toys('toys', [
      ...inOrder([100, 100, 98]),
      toyObservation(97, { regionId: province(4), confidence: 'C' }),
      toyObservation(1, { regionId: province(5), precision: 'upperBound' }),
      ...inOrder(falling).slice(10, 30),
      toyAbsence('suppressed', { regionId: province(31) }),
    ], score);
    const scene = rankingScene({ indicator: 'toys' }, toyContext({ tables: [mixed] }));
    const [frame] = ranking(scene).frames;
    expect(headlines(scene)).toEqual(['玩具1、玩具2并列第1']);
    expect(frame?.rows.slice(0, 4).map(({ place, isDoubtful }) => [place, isDoubtful])).toEqual([['1', false], ['1', false], ['3', false], ['4', true]]);
    expect(frame?.rows.find(({ id }) => id === province(5))).toMatchObject({ bound: 'upper' });
    expect(frame?.unranked.find(({ id }) => id === province(31))).toMatchObject({ id: province(31), name: '玩具31', text: '依规不公布' });
    expect(frame?.unranked.find(({ id }) => id === province(6))?.text).toBe('未收录');
  });
});

describe('a region', () => {
  const more = toys('toys', inOrder(falling), score);
  const less = toys('faults', inOrder(falling), { ...score, better: 'lower', short: { zh: '毛病', en: 'Faults' } });
  const neutral = toys('size', inOrder(falling), { better: 'none', short: { zh: '大小', en: 'Size' } });
  const context = toyContext({ tables: [more, less, neutral] });
  const scene = regionScene({ region: province(1), indicators: ['toys', 'faults', 'size'] }, context);

  test('tells in how many it is ahead of the median, each in its own direction', () => {
    expect(headlines(scene)).toEqual(['玩具1：2项里1项好于中位数']);
    expect(scene.beats[0]?.aside).toBe('好于：按各指标的方向，与各地中位数相比；另1项多少不分好坏');
    expect(headlines(regionScene({ region: province(31), indicators: ['toys'] }, context))).toEqual(['玩具31：没有好于中位数']);
    // The median itself is not ahead of it.
    expect(headlines(regionScene({ region: province(16), indicators: ['toys', 'faults'] }, context))).toEqual(['玩具16：2项里没有一项好于中位数']);
    expect(headlines(regionScene({ region: province(1), indicators: ['size'] }, context))).toEqual(['玩具1：1项数字']);
  });

  test('has a row an indicator: value, place of n, and all regions on a line', () => {
    expect(region(scene).rows.map(({ name, when, value, rank, own }) => [name, when, value, rank, own])).toEqual([
      ['玩具', '2001年', '100分', '第1位，共31', 1],
      ['毛病', '2001年', '100分', '第31位，共31', 1],
      ['大小', '2001年', '100个', '第1位，共31', 1],
    ]);
    expect(region(scene).rows[0]?.others).toHaveLength(30);
    expect(scene.beats[0]?.path).toBe(`region/${province(1)}.html`);
  });

  test('without a figure says why, and has no mark on the line', () => {
    const gone = toys('toys', inOrder(falling).slice(0, 30), score);
    const [row] = region(regionScene({ region: province(31), indicators: ['toys'] }, toyContext({ tables: [gone] }))).rows;
    expect(row).toMatchObject({ value: '未收录', rank: '', own: null });
  });

  test('has no places where none are told', () => {
    const grouped = regionScene({ region: province(1), indicators: ['toys'] }, toyContext({ tables: [more], standings: 'groups' }));
    expect(region(grouped).rows[0]?.rank).toBe('');
    expect(JSON.stringify(grouped)).not.toMatch(/第\d|\d位/);
  });
});
