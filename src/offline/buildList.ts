/** The list of the wall's files, at the site's root. */
export const LIST_FILE = 'offline.json';

export interface ListedFile {
  /** From the site's root: “en/screen.html”. */
  readonly path: string;
  readonly bytes: number;
  /** Of its content, in hexadecimal. */
  readonly sha256: string;
}

/** Everything that the wall needs, in one state. */
export interface BuildList {
  /** Made of all the rest, so that one name is always one list. */
  readonly build: string;
  /** Release of the data. */
  readonly release: string;
  /** A page of this build that has drawn nothing by then is broken, milliseconds. */
  readonly aliveWithinMs: number;
  /** Documents for pages that were never seen, with “{root}” for the site's root. */
  readonly notKept: { readonly zh: string; readonly en: string };
  /** In the order of their paths. */
  readonly files: readonly ListedFile[];
}

/** The text whose SHA-256, cut to `BUILD_LENGTH`, names the build. */
export const listText = ({ release, aliveWithinMs, notKept, files }: Omit<BuildList, 'build'>): string => JSON.stringify([release, aliveWithinMs, notKept.zh, notKept.en, files.map(({ path, bytes, sha256 }) => [path, bytes, sha256])]);

export const BUILD_LENGTH = 12;

/** What each kind of file has to be sent as: a script sent as text would be refused when it is run. */
const TYPES: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript application/javascript', css: 'text/css', svg: 'image/svg+xml' };

const typesOf = (path: string): readonly string[] => TYPES[path.replace(/.*\./, '')]?.split(' ') ?? [];

/** @param type As the header gives it. */
export const isSentRight = (path: string, type: string | null): boolean => typesOf(path).includes((type ?? '').replace(/;.*/, '').trim().toLowerCase());

/** Below the site's root, without a way out of it. */
const PATH = /^(?:[\w@-][\w@.-]*\/)*[\w@-][\w@.-]*\.\w+$/;
const BYTES_MAX = 32_000_000;

const isObject = (json: unknown): json is Readonly<Record<string, unknown>> => typeof json === 'object' && json !== null;

function readFile(json: unknown): ListedFile | null {
  if (!isObject(json)) return null;
  const { path, bytes, sha256 } = json;
  if (typeof path !== 'string' || !PATH.test(path) || typesOf(path).length === 0) return null;
  // A length or a hash that is none fits no file.
  return typeof bytes === 'number' && typeof sha256 === 'string' ? { path, bytes, sha256 } : null;
}

/** @returns Null for what is no list; whether its name is right is for `isNamedRight` to say. */
export function readBuildList(json: unknown): BuildList | null {
  if (!isObject(json) || !Array.isArray(json['files'])) return null;
  const { build, release, aliveWithinMs, notKept } = json;
  if (typeof build !== 'string' || typeof release !== 'string' || typeof aliveWithinMs !== 'number' || !(aliveWithinMs > 0)) return null;
  if (!isObject(notKept) || typeof notKept['zh'] !== 'string' || typeof notKept['en'] !== 'string') return null;
  const files: ListedFile[] = [];
  for (const one of json['files']) {
    const file = readFile(one);
    if (file === null || files.some(({ path }) => path === file.path)) return null;
    files.push(file);
  }
  if (!files.some(({ path }) => path.endsWith('.html')) || files.reduce((sum, { bytes }) => sum + bytes, 0) > BYTES_MAX) return null;
  return { build, release, aliveWithinMs, notKept: { zh: notKept['zh'], en: notKept['en'] }, files };
}
