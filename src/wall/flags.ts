import { sceneNamed, scenesNamed } from './ownList.ts';

/**
 * How a wall may be asked for, in its address: the one list from which its flags are read, written, described and
 * offered in the set-up. What can't be read falls back and is told there and in the health; nothing throws, and nothing
 * of an address becomes markup, style or a script.
 */
export const WALL_THEMES = ['dark', 'light', 'auto'] as const;
export type WallTheme = (typeof WALL_THEMES)[number];

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** One of the machines that show one picture together; columns and rows from 1. */
export interface Tile {
  readonly column: number;
  readonly columns: number;
  readonly row: number;
  readonly rows: number;
}

/** Hours of the machine's own day; over midnight when `until` is the smaller. */
export interface Night {
  readonly from: number;
  readonly until: number;
}

export interface WallFlags {
  /** Null: the first playlist. */
  readonly playlist: string | null;
  /** Scenes of any playlist in an order of the address's own: “doors”, “world/index”; null: those of the playlist. */
  readonly scenes: readonly string[] | null;
  /** Null: as the clock says. */
  readonly scene: string | null;
  readonly hold: boolean;
  /** From 1; null: the beats go on, or the last one where nothing may move. */
  readonly beat: number | null;
  /** Metres. */
  readonly distance: number;
  /** Inches; null: not told. */
  readonly diagonal: number | null;
  readonly theme: WallTheme;
  /** Null: nothing is stretched behind this machine. */
  readonly wall: Size | null;
  /** Null: one machine. */
  readonly tile: Tile | null;
  readonly kiosk: boolean;
  /** Seconds. */
  readonly idle: number;
  readonly night: Night | null;
  readonly shift: boolean;
  readonly controls: boolean;
  /** The name of the wall that this window presents; null: it is a wall. */
  readonly presenter: string | null;
  readonly health: boolean;
  readonly setup: boolean;
  /** With a slash at its end; null: the site's own. */
  readonly qr: string | null;
  readonly still: boolean;
  /** UTC ms; null: the machine's clock. */
  readonly now: number | null;
}

export type FlagName = keyof WallFlags;

export const WALL_DEFAULTS: WallFlags = {
  playlist: null,
  scenes: null,
  scene: null,
  hold: false,
  beat: null,
  distance: 6,
  diagonal: null,
  theme: 'dark',
  wall: null,
  tile: null,
  kiosk: false,
  idle: 60,
  night: null,
  shift: true,
  controls: true,
  presenter: null,
  health: false,
  setup: false,
  qr: null,
  still: false,
  now: null,
};

/** In the order in which an address holds them. */
export const FLAG_NAMES = ['playlist', 'scenes', 'scene', 'hold', 'beat', 'distance', 'diagonal', 'theme', 'wall', 'tile', 'kiosk', 'idle', 'night', 'shift', 'controls', 'qr', 'still', 'now', 'presenter', 'health', 'setup'] as const satisfies readonly FlagName[];

/** Lowest and highest value; what lies outside is not used. */
export const RANGES = {
  distance: { low: 1, high: 50 },
  diagonal: { low: 10, high: 1000 },
  idle: { low: 10, high: 3600 },
  beat: { low: 1, high: 99 },
  scenes: { low: 1, high: 60 },
  /** Pixels of a side. */
  wall: { low: 200, high: 32_768 },
  /** Columns, and rows. */
  tile: { low: 1, high: 16 },
  hour: { low: 0, high: 23 },
} as const;

/** A value of an address that could not be used; `used` stands in its place, null when nothing does. */
export interface WallRefusal {
  readonly name: FlagName;
  readonly found: string;
  readonly used: string | null;
}

const SHOWN = 40;

type Reader<Value> = (found: string) => Value | undefined;

const within = ({ low, high }: { readonly low: number; readonly high: number }, value: number): number | undefined => (value >= low && value <= high ? value : undefined);

const number = (range: { readonly low: number; readonly high: number }): Reader<number> => (found) => (/^\d{1,5}(?:\.\d{1,3})?$/.test(found) ? within(range, Number(found)) : undefined);
const whole = (range: { readonly low: number; readonly high: number }): Reader<number> => (found) => (/^\d{1,5}$/.test(found) ? within(range, Number(found)) : undefined);

/** `?hold` alone is yes. */
const yesNo: Reader<boolean> = (found) => (['', '1', 'on', 'yes', 'true'].includes(found) ? true : ['0', 'off', 'no', 'false'].includes(found) ? false : undefined);

const oneOf = <Value extends string>(values: readonly Value[]): Reader<Value> => (found) => values.find((value) => value === found);

function readSize(found: string): Size | undefined {
  const [, width = '', height = ''] = /^(\d{1,5})[x×](\d{1,5})$/.exec(found) ?? [];
  const [w, h] = [whole(RANGES.wall)(width), whole(RANGES.wall)(height)];
  return w === undefined || h === undefined ? undefined : { width: w, height: h };
}

function readTile(found: string): Tile | undefined {
  const parts = /^(\d{1,2})\/(\d{1,2}),(\d{1,2})\/(\d{1,2})$/.exec(found)?.slice(1).map((part) => whole(RANGES.tile)(part)) ?? [];
  const [column, columns, row, rows] = parts;
  return column === undefined || columns === undefined || row === undefined || rows === undefined || column > columns || row > rows ? undefined : { column, columns, row, rows };
}

function readNight(found: string): Night | undefined {
  const [, from = '', until = ''] = /^(\d{1,2})-(\d{1,2})$/.exec(found) ?? [];
  const [begin, end] = [whole(RANGES.hour)(from), whole(RANGES.hour)(until)];
  return begin === undefined || end === undefined || begin === end ? undefined : { from: begin, until: end };
}

/** Without name, password, query or place; https alone, since a phone in a hall must reach what it is shown. */
function readRoot(found: string): string | undefined {
  if (found.length > 200 || !/^https:\/\/[^\s"'<>\\]+$/.test(found)) return undefined;
  try {
    const { protocol, username, password, search, hash, href } = new URL(found);
    if (protocol !== 'https:' || username !== '' || password !== '' || search !== '' || hash !== '') return undefined;
    return href.endsWith('/') ? href : `${href}/`;
  } catch {
    return undefined;
  }
}

/** Scenes by name, with commas between; the whole is not used when one of them is none. */
function readScenes(found: string, playlists: WallContent['playlists']): readonly string[] | undefined {
  const asked = found.split(',').map((one) => one.trim()).filter((one) => one !== '');
  return asked.length <= RANGES.scenes.high && asked.length >= RANGES.scenes.low && asked.every((one) => sceneNamed(playlists, one) !== undefined) ? asked : undefined;
}

/** “2026-11-23T09:00Z”, or milliseconds since 1970. */
function readInstant(found: string): number | undefined {
  if (/^\d{1,14}$/.test(found)) return Number(found);
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?Z$/.test(found) ? Date.parse(found) : NaN;
  return Number.isNaN(at) ? undefined : at;
}

const readWindow: Reader<string> = (found) => (/^[\w-]{1,40}$/.test(found) ? found : undefined);

/** What there is to be asked for. */
export interface WallContent {
  readonly playlists: readonly { readonly id: string; readonly scenes: readonly { readonly id: string }[] }[];
}

/** @param search The part of the address from “?” on. */
export function readFlags(search: string, { playlists }: WallContent): { readonly flags: WallFlags; readonly refusals: readonly WallRefusal[] } {
  const query = new URLSearchParams(search);
  const refusals: WallRefusal[] = [];
  function read<Value>(name: FlagName, fallback: Value, reader: Reader<Value>): Value {
    const found = query.get(name);
    if (found === null) return fallback;
    // An empty field of a form says nothing.
    if (found === '' && typeof fallback !== 'boolean') return fallback;
    const value = reader(found.trim());
    if (value !== undefined) return value;
    refusals.push({ name, found: found.length > SHOWN ? `${found.slice(0, SHOWN)}…` : found, used: fallback === null ? null : typeof fallback === 'boolean' ? (fallback ? 'on' : 'off') : String(fallback) });
    return fallback;
  }
  const first = WALL_DEFAULTS;
  const playlist = read<string | null>('playlist', null, oneOf(playlists.map(({ id }) => id)));
  const own = read<readonly string[] | null>('scenes', null, (found) => readScenes(found, playlists));
  const listed = own !== null && playlist === null ? scenesNamed(playlists, own) : ((playlists.find(({ id }) => id === playlist) ?? playlists[0])?.scenes ?? []);
  const flags: WallFlags = {
    playlist,
    scenes: own,
    scene: read<string | null>('scene', null, oneOf(listed.map(({ id }) => id))),
    hold: read('hold', first.hold, yesNo),
    beat: read<number | null>('beat', null, whole(RANGES.beat)),
    distance: read('distance', first.distance, number(RANGES.distance)),
    diagonal: read<number | null>('diagonal', null, number(RANGES.diagonal)),
    theme: read<WallTheme>('theme', first.theme, oneOf(WALL_THEMES)),
    wall: read<Size | null>('wall', null, readSize),
    tile: read<Tile | null>('tile', null, readTile),
    kiosk: read('kiosk', first.kiosk, yesNo),
    idle: read('idle', first.idle, whole(RANGES.idle)),
    night: read<Night | null>('night', null, readNight),
    shift: read('shift', first.shift, yesNo),
    controls: read('controls', first.controls, yesNo),
    presenter: read<string | null>('presenter', null, readWindow),
    health: read('health', first.health, yesNo),
    setup: read('setup', first.setup, yesNo),
    qr: read<string | null>('qr', null, readRoot),
    still: read('still', first.still, yesNo),
    now: read<number | null>('now', null, readInstant),
  };
  return { flags, refusals };
}

/** How a value stands in an address; null: it is the default, and says nothing. */
function written(name: FlagName, flags: WallFlags): string | null {
  const value = flags[name];
  if (value === WALL_DEFAULTS[name] || value === null) return null;
  if (typeof value === 'boolean') return value ? '1' : 'off';
  if (typeof value !== 'object') return String(value);
  if ('columns' in value) return value.columns * value.rows === 1 ? null : `${value.column}/${value.columns},${value.row}/${value.rows}`;
  if ('from' in value) return `${value.from}-${value.until}`;
  return 'width' in value ? `${value.width}x${value.height}` : value.join(',');
}

/** The address with these flags: what differs from the defaults, in their order, then what others put there. */
export function writeFlags(flags: WallFlags, search = ''): string {
  const after = FLAG_NAMES.flatMap((name) => {
    const value = written(name, flags);
    return value === null ? [] : [`${name}=${encodeURIComponent(value).replaceAll('%2F', '/').replaceAll('%2C', ',').replaceAll('%3A', ':')}`];
  });
  const isOurs = (key: string): boolean => FLAG_NAMES.some((name) => name === key);
  for (const [key, value] of new URLSearchParams(search)) if (!isOurs(key)) after.push(new URLSearchParams([[key, value]]).toString());
  return after.length === 0 ? '' : `?${after.join('&')}`;
}

/** @param hour Of the machine's own day, 0 … 23. */
export const isNight = (night: Night | null, hour: number): boolean => night !== null && (night.from < night.until ? hour >= night.from && hour < night.until : hour >= night.from || hour < night.until);

/** Light from 7 to 18 o'clock where the day decides. */
export const themeAt = (theme: WallTheme, hour: number): 'dark' | 'light' => (theme === 'auto' ? (hour >= 7 && hour < 18 ? 'light' : 'dark') : theme);
