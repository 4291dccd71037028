import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { build, type Plugin } from 'vite';

/**
 * What pages for articles and their hosts load: one file each, without import or export, because a sandboxed frame
 * without an origin of its own is refused modules. So is a service worker, in older browsers.
 */
export interface ClassicEntry {
  /** TypeScript or CSS, from the root of the repository. */
  readonly entry: string;
  /** Where it stands on the site, if its name may change: “assets/embed” becomes “assets/embed-1a2b3c4d.js”. */
  readonly path: string;
  /** Its content is in its name; else the name stands for ever. */
  readonly isHashed: boolean;
}

export const CLASSIC_ENTRIES: readonly ClassicEntry[] = [
  { entry: 'src/theme/embed.css', path: 'assets/embed.css', isHashed: true },
  { entry: 'src/theme/embedMore.css', path: 'assets/embed-more.css', isHashed: true },
  { entry: 'src/embed/main.ts', path: 'assets/embed.js', isHashed: true },
  { entry: 'src/embed/fullScript.ts', path: 'assets/embed-full.js', isHashed: true },
  { entry: 'src/embed/anyFigure.ts', path: 'assets/embed-any.js', isHashed: true },
  { entry: 'src/releases/listen.ts', path: 'assets/listen.js', isHashed: true },
  { entry: 'src/embed/hosts/resize.ts', path: 'embed/resize.js', isHashed: false },
  { entry: 'src/embed/hosts/figure.ts', path: 'embed/figure.js', isHashed: false },
  { entry: 'src/offline/worker.ts', path: 'sw.js', isHashed: false },
];

export interface ClassicFile {
  /** As the list has it: templates name it so. */
  readonly path: string;
  /** Where it stands on the site. */
  readonly file: string;
  readonly content: string;
}

const HASH_LENGTH = 8;

const named = (file: string, content: string): string => {
  const { dir, name, ext } = path.posix.parse(file);
  return `${dir}/${name}-${createHash('sha256').update(content).digest('hex').slice(0, HASH_LENGTH)}${ext}`;
};

/** One entry, bundled for browsers of the site's own target. */
async function bundle(root: string, entry: string, isMinified: boolean, plugins: readonly Plugin[]): Promise<string> {
  const isStyle = entry.endsWith('.css');
  const made = await build({
    root,
    configFile: false,
    plugins: [...plugins],
    logLevel: 'error',
    // Nothing of public/ belongs to a script.
    publicDir: false,
    build: {
      write: false,
      target: 'es2020',
      minify: isMinified,
      modulePreload: false,
      rolldownOptions: { input: path.join(root, entry), ...(isStyle ? {} : { output: { format: 'iife', codeSplitting: false } }) },
    },
  });
  const outputs = (Array.isArray(made) ? made : [made]).flatMap((one) => ('output' in one ? one.output : []));
  for (const one of outputs) {
    if (!isStyle && one.type === 'chunk') return one.code;
    if (isStyle && one.type === 'asset' && one.fileName.endsWith('.css')) return String(one.source);
  }
  throw new Error(`${entry} gave no file`);
}

/**
 * Every entry that is there, one after another.
 *
 * @param plugins What else the build of this site has: the words of a third language.
 */
export async function classicFiles(root: string, plugins: readonly Plugin[] = []): Promise<readonly ClassicFile[]> {
  const files: ClassicFile[] = [];
  for (const one of CLASSIC_ENTRIES) if (fs.existsSync(path.join(root, one.entry))) files.push(await classicFile(root, one, true, plugins));
  return files;
}

export async function classicFile(root: string, { entry, path: place, isHashed }: ClassicEntry, isMinified: boolean, plugins: readonly Plugin[] = []): Promise<ClassicFile> {
  // Whoever takes a script to a host of their own finds the licence in it.
  const [notice = ''] = /^\/\*!.*\*\/\n/.exec(fs.readFileSync(path.join(root, entry), 'utf8')) ?? [];
  const bundled = await bundle(root, entry, isMinified, plugins);
  const content = bundled.startsWith(notice) ? bundled : notice + bundled;
  return { path: place, file: isHashed && isMinified ? named(place, content) : place, content };
}

/** Templates name files as the list does; the build gives them the names that they have. */
export const withClassicNames = (template: string, files: readonly ClassicFile[]): string =>
  files.reduce((text, { path: place, file }) => text.replaceAll(`"./${place}"`, () => `"./${file}"`), template);
