import { describe, expect, test } from 'vitest';
import { healthEn } from '../../../src/i18n/health.en.ts';
import { healthZh } from '../../../src/i18n/health.zh.ts';
import { OFFLINE_FIRST, type OfflineState } from '../../../src/offline/state.ts';
import { badgesView } from '../../../src/view/wall/badgesView.ts';
import { healthView } from '../../../src/view/wall/healthView.ts';
import type { HealthFacts } from '../../../src/wall/health.ts';

/** Local times, so that the test reads the same wherever it runs. */
const at = (day: number, hour: number, minute: number, second = 0): number => new Date(2002, 2, day, hour, minute, second).getTime();
const NOW = at(4, 15, 30);

const KEPT = { build: '0a1b2c3d4e5f', release: '2002-03-04-0a1b2c3d', at: at(4, 9, 5), files: 12, bytes: 1_234_567 };
const WELL: OfflineState = { ...OFFLINE_FIRST, mode: 'worker', running: KEPT.build, kept: KEPT, lastContact: at(4, 15, 28), skewMs: 300 };

const facts = (changes: Partial<HealthFacts> = {}, offline: Partial<OfflineState> = {}): HealthFacts => ({
  now: NOW,
  startedAt: at(1, 12, 0),
  rotations: 1234,
  shown: 9872,
  skips: [],
  errors: [],
  heap: { used: 23_400_000, limit: 2_147_000_000 },
  nodes: 812,
  release: { id: '2002-03-04-0a1b2c3d', date: '2002-03-04' },
  offline: { ...WELL, ...offline },
  screen: { width: 3840, height: 2160, pixelRatio: 1, distance: 6, diagonal: null, mmPerPx: 0.4958, layout: '' },
  wakeLock: 'held',
  theme: 'dark',
  playlist: { id: 'toys', name: '玩具', scenes: 8 },
  scene: { id: 'toy-map', name: '玩具地图' },
  ...changes,
});

const rows = (one: HealthFacts, words = healthZh): Readonly<Record<string, string>> => Object.fromEntries(healthView(one, words).sections.flatMap((section) => section.rows.map(({ id, text }) => [id, text])));

describe('the panel of a technician', () => {
  test('says that all is well, and everything that one would ask', () => {
    const view = healthView(facts(), healthZh);
    expect([view.verdict, view.concerns, view.lists]).toEqual(['一切正常', [], []]);
    expect(rows(facts())).toMatchObject({
      uptime: '3天3小时30分',
      started: '3月1日 12:00',
      rotations: '1,234',
      heap: '23.4\u00a0MB，上限2,147\u00a0MB',
      nodes: '812',
      release: '2002-03-04-0a1b2c3d',
      running: '版本 0a1b2c3d4e5f',
      network: '连着',
      kept: '版本 0a1b2c3d4e5f，12个文件，1.2\u00a0MB，09:05存好',
      contact: '15:28',
      viewing: '6米，对角线未填，按86英寸估算，每像素0.496毫米',
      layout: '单台，不拉伸',
      skew: '不到1秒',
    });
    expect(rows(facts())['clock']).toMatch(/^2002-03-04 15:30:00 UTC[+−]\d+(?::\d\d)?$/);
  });

  test('an absent value is told in words', () => {
    const bare = rows(facts({ heap: null, release: null, scene: null }, { kept: null, running: null, lastContact: null, skewMs: null }));
    expect(bare).toMatchObject({ heap: '不清楚', release: '不清楚', scene: '没有一幕能显示', running: '从网络打开', kept: '还没有存好，断网后不能重新打开', contact: '不清楚', skew: '不清楚' });
  });

  test.each([
    ['insecure', '不是 https'],
    ['unsupported', '没有这项功能'],
    ['refused', '不让存'],
  ] as const)('why nothing is kept: %s', (why, says) => {
    const view = facts({}, { mode: 'memory', why, kept: null });
    expect(rows(view)['kept']).toContain(says);
    expect(healthView(view, healthZh).concerns).toContain(healthZh.concerns.nothingKept);
  });

  test('the one file has no network to lose', () => {
    const single = facts({}, { mode: 'single', kept: null, isOnline: false });
    expect(rows(single)).not.toHaveProperty('network');
    expect(rows(single)['kept']).toContain('单个文件');
    expect(healthView(single, healthZh).concerns).toEqual([]);
  });

  test('what needs a look is counted and said, the latest of each list first', () => {
    const view = healthView(
      facts(
        {
          skips: [{ scene: 'toy-map', reason: 'TypeError: no shape', at: at(4, 10, 1), times: 3 }],
          errors: [{ text: 'old', where: '', at: at(3, 8, 0), times: 1 }, { text: 'new', where: 'toys.js:1:2', at: at(4, 15, 0), times: 2 }],
          wakeLock: 'refused',
        },
        { isOnline: false, offlineSince: at(4, 14, 5), skewMs: -7300, refused: [{ build: 'ffff', reason: 'notAlive', path: '', at: at(4, 11, 0), times: 1 }, { build: 'eeee', reason: 'hash', path: 'assets/toys.js', at: at(4, 15, 2), times: 4 }] },
      ),
      healthZh,
    );
    expect(view.verdict).toBe('7处要看一看');
    expect(view.lists.map(({ lines }) => lines)).toEqual([
      ['10:01 toy-map：TypeError: no shape ×3'],
      ['15:00 new（toys.js:1:2） ×2', '3月3日 08:00 old'],
      ['版本 eeee：内容与清单不符（assets/toys.js），15:02，已试4次', '版本 ffff：换上后没有显示画面，已退回上一版，不再采用，11:00'],
    ]);
    expect(view.plain).toContain('与服务器的时差：本机快7.3秒');
    expect(view.plain).toContain('网络：断开，自14:05');
  });

  test('all of it is said in English too, without a Han character', () => {
    const view = healthView(facts({ playlist: { id: 'toys', name: 'Toys', scenes: 1 }, scene: { id: 'toy-map', name: 'Toy map' } }, { isOnline: false, offlineSince: at(3, 14, 5), waiting: KEPT }), healthEn);
    expect(view.plain).not.toMatch(/[\u3400-\u9fff，。：（）]/);
    expect(view.plain).toContain('Network: lost, since 3 Mar, 14:05');
    expect(view.plain).toContain('Playlist: Toys (toys), 1 scene');
  });
});

describe('badges beside the source', () => {
  const due = { date: '2002-03-01', text: '2002年2月' };
  const read = '2001-12-01';

  test('none while the network is there and no figure is overdue', () => {
    expect(badgesView({ offline: WELL, due: null, read, now: NOW }, healthZh)).toEqual([]);
    expect(badgesView({ offline: WELL, due: { ...due, date: '2002-04-01' }, read, now: NOW }, healthZh)).toEqual([]);
  });

  test('since when there is no network: today’s time, or the day as well', () => {
    const said = (since: number | null) => badgesView({ offline: { ...WELL, isOnline: false, offlineSince: since }, due: null, read, now: NOW }, healthZh);
    expect(said(at(4, 14, 5))).toEqual([{ kind: 'offline', text: '离线 · 自 14:05', short: '离线 14:05' }]);
    expect(said(at(2, 9, 0))).toEqual([{ kind: 'offline', text: '离线 · 自 3月2日 09:00', short: '离线 3月2日' }]);
    expect(said(null)).toEqual([{ kind: 'offline', text: '离线', short: '离线' }]);
  });

  test('when newer figures were to be expected, from the day after on', () => {
    expect(badgesView({ offline: WELL, due, read, now: NOW }, healthZh)).toEqual([{ kind: 'overdue', text: '数据应于 2002年2月 更新，未见新版', short: '应于 2002年2月 更新' }]);
    expect(badgesView({ offline: WELL, due: { date: '2002-03-04', text: '' }, read, now: NOW }, healthZh)).toHaveLength(1);
    expect(badgesView({ offline: WELL, due: { date: '2002-03-05', text: '' }, read, now: NOW }, healthZh)).toHaveLength(0);
  });

  test('a clock before the day of reading is wrong, and tells nothing', () => {
    expect(badgesView({ offline: WELL, due, read: '2002-03-05', now: NOW }, healthZh)).toEqual([]);
  });

  test('the one file says nothing of a network', () => {
    expect(badgesView({ offline: { ...OFFLINE_FIRST, mode: 'single', isOnline: false }, due: null, read, now: NOW }, healthEn)).toEqual([]);
  });
});
