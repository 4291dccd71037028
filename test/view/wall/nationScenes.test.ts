import { describe, expect, test } from 'vitest';
import type { Atlas } from '../../../src/model/atlas.ts';
import type { Claim } from '../../../src/model/claim.ts';
import type { GovSystem } from '../../../src/model/system.ts';
import { claimScene } from '../../../src/view/wall/claimScene.ts';
import { coverageScene } from '../../../src/view/wall/coverageScene.ts';
import { playlistViews, sceneView } from '../../../src/view/wall/playlistView.ts';
import { systemsScene } from '../../../src/view/wall/systemsScene.ts';
import { trendScene } from '../../../src/view/wall/trendScene.ts';
import { worldScene } from '../../../src/view/wall/worldScene.ts';
import type { Region } from '../../../src/model/region.ts';
import { toyObservation, toyRegions } from '../../support/toys.ts';
import { falling, inOrder, national, toyClaim, toyContext, toys } from './toyAtlas.ts';

describe('a trend', () => {
  const headline = (...tables: readonly ReturnType<typeof national>[]) => trendScene({ indicators: tables.map(({ indicator }) => indicator.id) }, toyContext({ tables })).beats[0]?.headline;

  test('tells by how much its line moved since the first figure that may be compared', () => {
    const scene = trendScene({ indicators: ['dolls'] }, toyContext({ tables: [national('dolls', [['2001', 80], ['2003', 100], ['2005', 120]])] }));
    expect(scene.beats[0]).toMatchObject({
      when: '',
      topline: ['玩具数', '个', '2001年—2005年'],
      headline: '玩具比2001年增加40个',
      keys: [{ value: '120', unit: '个', label: '玩具 · 2005年', tone: 1 }],
      aside: '比2001年多50.0%',
      path: 'indicator/dolls.html',
    });
  });

  test('is up, down, or unchanged', () => {
    expect(headline(national('dolls', [['2001', 100], ['2002', 60]]))).toBe('玩具比2001年减少40个');
    expect(headline(national('dolls', [['2001', 60], ['2002', 60]]))).toBe('玩具与2001年持平');
  });

  test('says no change from a bound, a forecast, a doubtful figure or another method', () => {
    expect(headline(national('dolls', [['2001', 80, { precision: 'lowerBound' }], ['2002', 100]]))).toBe('玩具，逐次公布');
    expect(headline(national('dolls', [['2001', 80], ['2002', 100, { precision: 'lowerBound' }]]))).toBe('玩具，逐次公布');
    expect(headline(national('dolls', [['2001', 80, { confidence: 'C' }], ['2002', 100]]))).toBe('玩具，只公布过一次');
    expect(headline(national('dolls', [['2001', 80], ['2002', 100]], { methodBreaks: [{ period: '2002', reason: { zh: '换了数法', en: 'counted otherwise' } }] }))).toBe('玩具，逐次公布');
    expect(headline(national('dolls', [['2001', 80], ['2002', 90], ['2003', 200, { status: 'forecast' }]]))).toBe('玩具比2001年增加10个');
  });

  test('starts after a change of method, and says so', () => {
    const scene = trendScene({ indicators: ['dolls'] }, toyContext({ tables: [national('dolls', [['2001', 10], ['2003', 80], ['2005', 100]], { methodBreaks: [{ period: '2002', reason: { zh: '换了数法', en: 'counted otherwise' } }] })] }));
    expect(scene.beats[0]?.headline).toBe('玩具比2003年增加20个');
    expect(scene.beats[0]?.limits[0]).toBe('玩具：2002年方法有变');
    expect(scene.pictures[0]).toMatchObject({ blocks: [{ breakWord: '方法有变' }] });
  });

  test('of a percentage moves in points, without a rate', () => {
    const [beat] = trendScene({ indicators: ['share'] }, toyContext({ tables: [national('share', [['2001', 40], ['2002', 50]], { unit: { zh: '%', en: '%', multiplier: 1, enMultiplier: 1 } })] })).beats;
    expect(beat).toMatchObject({ headline: '玩具比2001年上升10个百分点', aside: '', keys: [{ value: '50%', unit: '' }] });
  });

  test('keeps the sign of a bound in its number', () => {
    const [beat] = trendScene({ indicators: ['dolls'] }, toyContext({ tables: [national('dolls', [['2001', 7, { precision: 'lowerBound' }]])] })).beats;
    expect(beat?.keys).toEqual([{ value: '＞7', unit: '个', label: '玩具 · 2001年', tone: 1 }]);
  });

  test('of two series says which way each went, with a number each in its own colour', () => {
    const doors = national('doors', [['2001', 100], ['2002', 60]], { short: { zh: '门', en: 'Doors' }, better: 'none' });
    const guests = national('guests', [['2001', 5], ['2003', 9]], { short: { zh: '客人', en: 'Guests' } });
    const scene = trendScene({ indicators: ['doors', 'guests'] }, toyContext({ tables: [doors, guests] }));
    expect(scene.beats[0]).toMatchObject({ headline: '门减少，客人增加', aside: '门比2001年少40.0%；客人比2001年多80.0%', limits: ['门：多少本身不分好坏'] });
    expect(scene.beats[0]?.keys.map(({ value, tone }) => [value, tone])).toEqual([['60', 1], ['9', 2]]);
    expect(scene.pictures[0]).toMatchObject({ kind: 'trend', blocks: [{ id: 'doors', tone: 1 }, { id: 'guests', tone: 2 }] });
  });

  const series = [{ id: 'red', name: { zh: '红', en: 'Red' } }, { id: 'blue', name: { zh: '蓝', en: 'Blue' } }];
  test('of several lines tells the newest one, and an older one is no key figure beside it', () => {
    const table = national('dolls', [['2001', 10, { seriesId: 'red' }], ['2005', 15, { seriesId: 'red' }], ['2002', 90, { seriesId: 'blue' }]], { series });
    const [beat] = trendScene({ indicators: ['dolls'] }, toyContext({ tables: [table] })).beats;
    expect(beat?.headline).toBe('红比2001年增加5个');
    expect(beat?.keys.map(({ label }) => label)).toEqual(['红 · 2005年']);
  });

  test('of several lines as new as each other keeps them apart', () => {
    const table = national('dolls', [['2001', 10, { seriesId: 'red' }], ['2002', 15, { seriesId: 'red' }], ['2002', 90, { seriesId: 'blue' }]], { series });
    const [beat] = trendScene({ indicators: ['dolls'] }, toyContext({ tables: [table] })).beats;
    expect(beat?.headline).toBe('玩具，2条线各自成线');
    expect(beat?.keys.map(({ label, tone }) => [label, tone])).toEqual([['红 · 2002年', 1], ['蓝 · 2002年', 2]]);
  });
});

describe('a claim', () => {
  const table = national('dolls', [['2001', 5], ['2003', 8]]);
  const scene = (claim: Partial<Claim>, lang: 'zh' | 'en' = 'zh') => claimScene({ claim: 'many-toys' }, toyContext({ tables: [table], claims: [toyClaim({ indicators: ['dolls'], ...claim })], lang }));

  test('is told as it was said, by whom, and how it stands', () => {
    const { beats, pictures, name } = scene({});
    expect(name).toBe('说法：玩具数');
    expect(beats[0]).toMatchObject({ headline: '玩具数“超过7个”，没有第二个来源', keys: [], limits: ['引述，不是统计，不入增速'], path: 'claims.html#many-toys' });
    expect(pictures[0]).toMatchObject({ kind: 'claim', said: '超过7个', verdict: '说得通', who: '玩家，数字中国建设峰会分论坛（福州，2018年4月）' });
    expect(scene({}, 'en').beats[0]).toMatchObject({ headline: 'Toys, “more than 7 toys”: no second source', path: 'en/claims.html#many-toys' });
  });

  test('what it is about is told once: in the sentence, or above a sentence that is too short for it', () => {
    expect(scene({}).beats[0]?.topline).toEqual(['论坛上的说法', '2001年']);
    const long = '玩具里一共有多少种可以放在桌上、地上和口袋里的东西';
    expect(scene({ label: { zh: long, en: long } }).beats[0]).toMatchObject({ topline: [long, '论坛上的说法', '2001年'], headline: '“超过7个”，没有第二个来源' });
  });

  test('stands beside the figures of its time, hollow and open, and shares no bar with them', () => {
    const { pictures } = scene({});
    expect(pictures[0]).toMatchObject({
      beside: {
        rows: [
          { name: '玩具数（引述）', when: '2001年', text: '＞7个', share: 1, mark: 'claim', isOpen: true },
          { name: '玩具', when: '2001年', text: '5个', share: 0.7143, mark: 'measured', isOpen: false },
        ],
      },
    });
  });

  test('stands alone where nothing is counted in its unit', () => {
    expect(scene({ unit: { zh: '位', en: 'players' } }).pictures[0]).toMatchObject({ beside: null });
    expect(scene({ indicators: [] }).pictures[0]).toMatchObject({ beside: null });
  });

  test('too long with its name is told without it', () => {
    expect(scene({ label: { zh: '这个名字特别特别特别特别特别特别特别特别长的玩具的总数', en: 'Toys' } }).beats[0]?.headline).toBe('“超过7个”，没有第二个来源');
  });
});

describe('the systems', () => {
  const system = (id: string, kind: string, startYear?: string): GovSystem => ({ id, name: { zh: `${id}（全名）`, en: id }, kind, owner: '玩家 / a player', description: { zh: '', en: '' }, indicators: [], ...(startYear !== undefined && { startYear }) });
  const context = toyContext({});
  const atlas: Atlas = { ...context.atlas, systems: [system('b', 'platform', '2003'), system('a', 'system', '2001'), system('d', 'forum', '2003'), system('c', 'concept')] };
  const scene = systemsScene({ ...context, atlas });

  test('stand at the years in which they began; those without are counted, not placed', () => {
    expect(scene.beats[0]).toMatchObject({ headline: '有起始年份的3个里，3个始于2001—2003年', keys: [{ value: '4', unit: '个' }] });
    expect(scene.pictures[0]).toMatchObject({
      kind: 'systems', from: 2001, to: 2004, lanes: ['平台', '系统', '论坛'], undated: '另有1个起始年份未见',
      items: [{ id: 'a', name: 'a', year: 2001, lane: 1, isForum: false }, { id: 'b', year: 2003, lane: 0 }, { id: 'd', lane: 2, isForum: true }],
    });
  });
});

describe('the networks', () => {
  const context = toyContext({});
  const units = toyRegions.filter(({ level, group }) => (level === 'province' && group !== 'hmt') || level === 'corps').map((region): Region => ({ ...region, group: region.group ?? 'west' }));
  const scene = (missing: readonly string[]) =>
    coverageScene({
      ...context,
      atlas: {
        ...context.atlas,
        regions: units,
        networks: [{ id: 'tin-can', name: { zh: '罐头网', en: 'Tin can' } }],
        connections: units.map(({ id }) => ({ networkId: 'tin-can', regionId: id, connectedBy: missing.includes(id) ? null : '2001', sourceId: 'toy-book' })),
        announcements: [{ networkId: 'tin-can', date: '2001-02-03', departments: null, provinces: 31, corps: true, sourceId: 'toy-book' }],
      },
    });

  test('tell how many provinces are on all of them, the Corps apart', () => {
    expect(scene(['660000']).beats[0]).toMatchObject({ headline: '各省份都已接入全部1张网络', keys: [{ value: '31', unit: '个', label: '全部接入的省份' }], aside: '兵团接入0张，1张未说明', path: 'coverage.html' });
    expect(scene(['110000', '120000']).beats[0]).toMatchObject({ headline: '部分省份已接入全部1张网络', keys: [{ value: '29' }], aside: '兵团接入1张' });
  });

  test('say in words what was not stated', () => {
    expect(scene([]).pictures[0]).toMatchObject({ networks: [{ departments: '部门数未说明', regions: '31＋1个地区' }] });
  });
});

describe('the world', () => {
  const china: Region = { id: 'CHN', level: 'country', name: { zh: '中国', en: 'China' }, short: { zh: '中国', en: 'China' } };
  const row = (regionId: string, period: string, value: number) => toyObservation(value, { regionId, period });
  const table = toys('kites', [row('CHN', '2001', 3), row('TOY', '2001', 9), row('DOL', '2001', 5), row('CHN', '2003', 7), row('TOY', '2003', 9), row('DOL', '2003', 5)], { expected: 'countries', classes: [0, 5, 10] });
  const context = (changes: Partial<typeof table.indicator> = {}) => {
    const own = toyContext({ tables: [{ ...table, indicator: { ...table.indicator, ...changes } }] });
    return { ...own, atlas: { ...own.atlas, regions: [...toyRegions, china] } };
  };

  test('tells the first place and the last, each of how many', () => {
    const scene = worldScene({ indicator: 'kites' }, context());
    expect(scene.beats[0]).toMatchObject({ when: '2001年—2003年', headline: '中国由第3位（共3）到第2位（共3）', keys: [{ value: '7', unit: '个', label: '玩具 · 2003年' }] });
    expect(scene.beats[0]?.limits).toEqual(['各版问卷与国家数不同，名次之差不等于服务之差', '名次由本站计算']);
    expect(scene.pictures[0]).toMatchObject({ n: 3, nText: '共3国', editions: [{ x: 2001, place: 3, isBreakBefore: false }, { x: 2003, place: 2 }], strip: [0.7, 0.9, 0.5], own: 0.7 });
  });

  test('tells only the last place across a change of method', () => {
    const scene = worldScene({ indicator: 'kites' }, context({ methodBreaks: [{ period: '2002', reason: { zh: '换了问卷', en: 'another questionnaire' } }] }));
    expect(scene.beats[0]?.headline).toBe('中国第2位（共3）');
    expect(scene.pictures[0]).toMatchObject({ editions: [{ isBreakBefore: false }, { isBreakBefore: true }] });
  });
});

describe('a playlist', () => {
  const table = toys('toys', inOrder(falling));
  const map = { id: 'map', kind: 'map', indicator: 'toys' } as const;
  const ranking = { id: 'race', kind: 'ranking', indicator: 'toys' } as const;

  test('gives its scenes their names, their times and, where it has them, its own words', () => {
    const { atlas, page } = toyContext({ tables: [table], scenes: [map, { ...ranking, seconds: 40, headline: { zh: '玩具排排坐', en: 'Toys in a row' } }] });
    const [list] = playlistViews(atlas, page);
    expect(list).toMatchObject({ id: 'toys', name: '玩具', scenes: [{ id: 'map', kind: 'map', seconds: 20 }, { id: 'race', seconds: 40, beats: [{ headline: '玩具排排坐' }] }] });
  });

  test('leaves out what is nothing but places where none are told, and a list of nothing else', () => {
    const list = (id: string, scenes: readonly (typeof map | typeof ranking)[]) => ({ id, order: 1, name: { zh: id, en: id }, seconds: 20, scenes });
    const { atlas, page } = toyContext({ tables: [table], standings: 'groups', playlists: [list('both', [map, ranking]), list('places', [ranking])] });
    expect(playlistViews(atlas, page).map(({ id, scenes }) => [id, scenes.map((scene) => scene.id)])).toEqual([['both', ['map']]]);
  });

  test('a scene that cannot be drawn stops the build, by name', () => {
    const context = toyContext({ tables: [table] });
    expect(() => sceneView({ id: 'lost', kind: 'story', story: 'lost-toys' }, { seconds: 20 }, context)).toThrow('lost-toys');
  });
});
