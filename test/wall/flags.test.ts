import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { screenEn } from '../../src/i18n/screen.en.ts';
import { screenZh } from '../../src/i18n/screen.zh.ts';
import { FLAG_NAMES, isNight, readFlags, themeAt, WALL_DEFAULTS, writeFlags, type WallContent, type WallFlags } from '../../src/wall/flags.ts';

const TOY: WallContent = { playlists: [{ id: 'first', scenes: [{ id: 'alpha' }, { id: 'beta' }] }, { id: 'second', scenes: [{ id: 'gamma' }] }] };
const flagsOf = (search: string): WallFlags => readFlags(search, TOY).flags;
const refusedOf = (search: string) => readFlags(search, TOY).refusals;

test('an address that says nothing is all defaults, and they say nothing', () => {
  expect(readFlags('', TOY)).toEqual({ flags: WALL_DEFAULTS, refusals: [] });
  expect(writeFlags(WALL_DEFAULTS)).toBe('');
});

test.each([
  ['playlist=second&scene=gamma', { playlist: 'second', scene: 'gamma' }],
  ['hold&still', { hold: true, still: true }],
  ['scenes=gamma, second/gamma,beta&scene=beta', { scenes: ['gamma', 'second/gamma', 'beta'], scene: 'beta' }],
  ['scenes=gamma&playlist=first&scene=alpha', { scenes: ['gamma'], playlist: 'first', scene: 'alpha' }],
  ['shift=off&controls=0&kiosk=1', { shift: false, controls: false, kiosk: true }],
  ['distance=10&diagonal=86.5&idle=90', { distance: 10, diagonal: 86.5, idle: 90 }],
  ['wall=6656x1792', { wall: { width: 6656, height: 1792 } }],
  ['tile=2/3,1/2', { tile: { column: 2, columns: 3, row: 1, rows: 2 } }],
  ['night=22-7&theme=auto', { night: { from: 22, until: 7 }, theme: 'auto' }],
  ['qr=https://atlas.example/a', { qr: 'https://atlas.example/a/' }],
  ['presenter=1&health=1&setup=1&beat=3', { presenter: '1', health: true, setup: true, beat: 3 }],
  ['now=2026-11-23T09:00Z', { now: Date.UTC(2026, 10, 23, 9) }],
  ['distance=&tile=&hold=', { hold: true }],
  ['utm_source=toy', {}],
] as const)('%s is read, and told of as nothing', (search, expected) => {
  expect(readFlags(search, TOY)).toEqual({ flags: { ...WALL_DEFAULTS, ...expected }, refusals: [] });
});

test.each([
  ['distance=0.5', 'distance', '0.5', '6'],
  ['distance=51', 'distance', '51', '6'],
  ['distance=６', 'distance', '６', '6'],
  ['distance=1e1', 'distance', '1e1', '6'],
  ['distance=-6', 'distance', '-6', '6'],
  ['diagonal=9', 'diagonal', '9', null],
  ['diagonal=Infinity', 'diagonal', 'Infinity', null],
  ['theme=pink', 'theme', 'pink', 'dark'],
  ['wall=0x0', 'wall', '0x0', null],
  ['wall=6656', 'wall', '6656', null],
  ['tile=3/2,1/1', 'tile', '3/2,1/1', null],
  ['tile=0/2,1/1', 'tile', '0/2,1/1', null],
  ['tile=1/99,1/1', 'tile', '1/99,1/1', null],
  ['night=24-7', 'night', '24-7', null],
  ['night=7-7', 'night', '7-7', null],
  ['playlist=constructor', 'playlist', 'constructor', null],
  ['playlist=second&scene=alpha', 'scene', 'alpha', null],
  ['scenes=gamma,delta', 'scenes', 'gamma,delta', null],
  ['scenes=first/gamma', 'scenes', 'first/gamma', null],
  ['scenes=,', 'scenes', ',', null],
  ['scenes=gamma&scene=alpha', 'scene', 'alpha', null],
  ['shift=maybe', 'shift', 'maybe', 'on'],
  ['qr=http://atlas.example/', 'qr', 'http://atlas.example/', null],
  ['qr=javascript:alert(1)', 'qr', 'javascript:alert(1)', null],
  ['qr=https://a:b@atlas.example/', 'qr', 'https://a:b@atlas.example/', null],
  ['qr=https://atlas.example/?x=1', 'qr', 'https://atlas.example/?x=1', null],
  ['presenter=<b>', 'presenter', '<b>', null],
] as const)('%s falls back, and is told', (search, name, found, used) => {
  expect(refusedOf(search)).toEqual([{ name, found, used }]);
  expect(flagsOf(search)[name]).toEqual(WALL_DEFAULTS[name]);
});

test('what is found is cut to what can be shown', () => {
  expect(refusedOf(`theme=${'x'.repeat(5000)}`)).toEqual([{ name: 'theme', found: `${'x'.repeat(40)}…`, used: 'dark' }]);
});

test('whatever stands in an address, every value is one that the list allows, and nothing throws', () => {
  const anyText = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('__proto__', 'NaN', '1e309', '%00', '../..', '<script>', '1/1,1/1;', '99999x99999', '٣'));
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...FLAG_NAMES), anyText), { maxLength: 30 }), fc.string(), (pairs, tail) => {
      const { flags, refusals } = readFlags(`${new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, value])).toString()}&${tail}`, TOY);
      expect(flags.distance >= 1 && flags.distance <= 50).toBe(true);
      expect(flags.diagonal === null || (flags.diagonal >= 10 && flags.diagonal <= 1000)).toBe(true);
      expect(flags.idle >= 10 && flags.idle <= 3600).toBe(true);
      expect(flags.wall === null || Math.min(flags.wall.width, flags.wall.height) >= 200).toBe(true);
      expect(flags.tile === null || (flags.tile.column <= flags.tile.columns && flags.tile.row <= flags.tile.rows && flags.tile.column >= 1 && flags.tile.row >= 1)).toBe(true);
      expect(flags.playlist === null || ['first', 'second'].includes(flags.playlist)).toBe(true);
      expect(flags.qr === null || new URL(flags.qr).protocol === 'https:').toBe(true);
      expect(flags.now === null || Number.isFinite(new Date(flags.now).getTime())).toBe(true);
      for (const { found } of refusals) expect(found.length).toBeLessThanOrEqual(41);
    }),
  );
});

describe('each address written is read back equal', () => {
  const anyFlags: fc.Arbitrary<WallFlags> = fc.record({
    playlist: fc.constantFrom('second'),
    scenes: fc.constantFrom(null, ['gamma', 'alpha']),
    scene: fc.constantFrom(null, 'gamma'),
    hold: fc.boolean(),
    beat: fc.option(fc.integer({ min: 1, max: 99 })),
    distance: fc.integer({ min: 2, max: 100 }).map((half) => half / 2),
    diagonal: fc.option(fc.integer({ min: 10, max: 1000 })),
    theme: fc.constantFrom('dark', 'light', 'auto'),
    wall: fc.option(fc.record({ width: fc.integer({ min: 200, max: 32_768 }), height: fc.integer({ min: 200, max: 32_768 }) })),
    tile: fc.option(fc.integer({ min: 2, max: 16 }).map((columns) => ({ column: columns - 1, columns, row: 1, rows: 2 }))),
    kiosk: fc.boolean(),
    idle: fc.integer({ min: 10, max: 3600 }),
    night: fc.option(fc.integer({ min: 0, max: 22 }).map((from) => ({ from, until: from + 1 }))),
    shift: fc.boolean(),
    controls: fc.boolean(),
    presenter: fc.option(fc.constantFrom('1', 'a-b_C9')),
    health: fc.boolean(),
    setup: fc.boolean(),
    qr: fc.option(fc.constantFrom('https://atlas.example/', 'https://atlas.example:8443/a/b/')),
    still: fc.boolean(),
    now: fc.option(fc.integer({ min: 0, max: 9e12 })),
  });
  test('whatever the flags, with what others put there', () => {
    fc.assert(
      fc.property(anyFlags, (flags) => {
        const search = writeFlags(flags, '?utm_source=toy&playlist=first');
        expect(readFlags(search, TOY)).toEqual({ flags, refusals: [] });
        expect(new URLSearchParams(search).get('utm_source')).toBe('toy');
      }),
    );
  });
  test('it can be read by a person', () => {
    expect(writeFlags({ ...WALL_DEFAULTS, distance: 10, wall: { width: 6656, height: 1792 }, tile: { column: 2, columns: 3, row: 1, rows: 2 }, night: { from: 22, until: 7 }, qr: 'https://atlas.example/', shift: false })).toBe(
      '?distance=10&wall=6656x1792&tile=2/3,1/2&night=22-7&shift=off&qr=https://atlas.example/',
    );
  });
});

test('every flag is described in both languages', () => {
  for (const words of [screenZh, screenEn]) for (const name of FLAG_NAMES) expect(words.flags[name], name).toMatch(/\S/);
  expect([...FLAG_NAMES].sort()).toEqual(Object.keys(WALL_DEFAULTS).sort());
});

test.each([
  { hour: 22, night: true, theme: 'dark' },
  { hour: 3, night: true, theme: 'dark' },
  { hour: 6, night: true, theme: 'dark' },
  { hour: 7, night: false, theme: 'light' },
  { hour: 17, night: false, theme: 'light' },
  { hour: 18, night: false, theme: 'dark' },
])('at $hour o’clock', ({ hour, night, theme }) => {
  expect(isNight({ from: 22, until: 7 }, hour)).toBe(night);
  expect(themeAt('auto', hour)).toBe(theme);
  expect([isNight(null, hour), themeAt('dark', hour), themeAt('light', hour)]).toEqual([false, 'dark', 'light']);
  expect(isNight({ from: 1, until: 4 }, hour)).toBe(hour === 3);
});
