import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { compile } from 'svelte/compiler';
import { build, type Plugin } from 'vite';
import { tagOf } from '../i18n/languages.ts';
import { singleEn } from '../i18n/single.en.ts';
import { singleZh } from '../i18n/single.zh.ts';
import { LANGS } from '../model/text.ts';
import { PARTS } from '../single/pack.ts';
import { packed, type SingleParts } from './singleParts.ts';

/** Where the site offers it. */
export const SINGLE_FILE = 'atlas.html';

const WORDS = { zh: singleZh, en: singleEn };

const ENTRY = 'src/single/main.ts';
/** Unpacks the other. */
const BOOT = 'src/single/boot.ts';

/** What needs a server has another module in its place. */
const IN_PLACE_OF: Readonly<Record<string, string>> = {
  'src/state/place.ts': 'src/single/place.ts',
  'src/state/placeSearch.ts': 'src/single/place.ts',
  'src/islands/openDrawsWorker.ts': 'src/single/openDrawsWorker.ts',
  'src/islands/then.ts': 'src/single/then.ts',
  'src/picture/posterStyles.ts': 'src/single/posterStyles.ts',
  'src/components/share/EmbedPanel.svelte': 'src/single/EmbedPanel.svelte',
  'src/prerender/release.ts': 'src/single/release.ts',
};

/** Components that these import are drawn as text, as a build does; all others live in the document. */
const DRAWS = /\/src\/(?:prerender\/[^/]+|single\/drawPage)\.ts$/;
const DRAWN = '\0drawn:';
/** Not its own name: the compiler of living components would take it for one of them. */
const drawnId = (file: string): string => `${DRAWN}${file.replace(/\.svelte$/, '.js')}`;
const fileOfDrawn = (id: string): string => id.slice(DRAWN.length).replace(/\.js$/, '.svelte');

/** One bundle with both kinds of each component: the one that draws a page, and the one that wakes it. */
function bothKinds(root: string): Plugin {
  const inside = (file: string): string => path.relative(root, file).split(path.sep).join('/');
  const swapped = new Map(Object.entries(IN_PLACE_OF).map(([from, to]) => [path.join(root, from), path.join(root, to)]));
  return {
    name: 'both-kinds',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (importer === undefined) return null;
      const isDrawn = importer.startsWith(DRAWN);
      const from = isDrawn ? fileOfDrawn(importer) : importer;
      // What a page has mounted is known, so that it can be let go of.
      if (source === 'svelte' && !isDrawn && inside(from).startsWith('src/') && !inside(from).endsWith('single/mounted.ts')) return path.join(root, 'src/single/mounted.ts');
      if (source === 'svelte' && isDrawn) return path.join(root, 'node_modules/svelte/src/index-server.js');
      const found = await this.resolve(source, from, { skipSelf: true });
      if (!found) return null;
      const other = swapped.get(found.id);
      // Only what replaces a module may know the module.
      if (other !== undefined && from !== other) return other;
      return found.id.endsWith('.svelte') && (isDrawn || DRAWS.test(from)) ? drawnId(found.id) : found;
    },
    load(id) {
      if (!id.startsWith(DRAWN)) return null;
      const file = fileOfDrawn(id);
      const { js } = compile(fs.readFileSync(file, 'utf8'), { filename: file, rootDir: root, generate: 'server', runes: true, dev: false });
      return js.code;
    },
  };
}

/** One entry as a script without import or export, and the styles that it asks for; for browsers of the site's own target. */
async function bundle(root: string, entry: string): Promise<{ readonly script: string; readonly styles: string }> {
  const made = await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [bothKinds(root), svelte({ configFile: false, compilerOptions: { runes: true, dev: false } })],
    resolve: { alias: [{ find: /^fflate$/, replacement: path.join(root, 'src/download/zip.ts') }] },
    build: {
      write: false,
      target: 'es2020',
      modulePreload: false,
      rolldownOptions: { input: path.join(root, entry), output: { format: 'iife', codeSplitting: false } },
    },
  });
  const outputs = (Array.isArray(made) ? made : [made]).flatMap((one) => ('output' in one ? one.output : []));
  const scripts = outputs.flatMap((one) => (one.type === 'chunk' ? [one.code] : []));
  const styles = outputs.flatMap((one) => (one.type === 'asset' && one.fileName.endsWith('.css') ? [String(one.source)] : []));
  const others = outputs.flatMap((one) => (one.type === 'asset' && !one.fileName.endsWith('.css') ? [one.fileName] : []));
  const [script] = scripts;
  if (script === undefined || scripts.length > 1 || others.length > 0) throw new Error(`${SINGLE_FILE} must be one script: ${entry} gave ${scripts.length}, and beside them ${others.join(', ')}`);
  return { script, styles: styles.join('') };
}

/** A parser of HTML ends a script, or goes on for ever, at signs that mean nothing to the script: in its texts they are written another way. */
const inScript = (code: string): string => code.replace(/<(?=!--|\/?script)/gi, '\\x3C');

const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/**
 * The whole site as one file that is opened from a folder: it may ask for nothing, and its policy says so.
 *
 * @param root The folder of the repository.
 * @param parts What it carries.
 */
export async function singleFile(root: string, parts: SingleParts): Promise<string> {
  const { script, styles } = await bundle(root, ENTRY);
  const boot = inScript((await bundle(root, BOOT)).script);
  // The address behind “#” is no place of the document, so what is aimed at is told by an attribute.
  const rules = styles.replaceAll(':target', '[data-target]').trim();
  const policy = ["default-src 'none'", `script-src ${sha256(boot)} ${sha256(script)}`, "style-src 'unsafe-inline'", 'img-src data: blob:', "base-uri 'none'", "form-action 'none'"].join('; ');
  const mark = fs.readFileSync(path.join(root, 'public/mark.svg')).toString('base64');
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="robots" content="noindex">
<title>${escaped(`${singleZh.opening} ${singleEn.opening}`)}</title>
<link rel="icon" href="data:image/svg+xml;base64,${mark}">
<style>${rules}</style>
</head>
<body>
<main class="title">
${LANGS.map((lang) => `<div lang="${tagOf(lang)}"><p class="lead" data-opening>${escaped(WORDS[lang].opening)}</p><p class="lead" data-broken hidden>${escaped(WORDS[lang].broken)}</p><noscript><p>${escaped(WORDS[lang].noScript)}</p></noscript></div>`).join('\n')}
</main>
${[...PARTS.map((part) => [part, parts[part]] as const), ['code', packed(Buffer.from(script))] as const].map(([part, text]) => `<script type="text/plain" data-part="${part}">${text}</script>`).join('\n')}
<script>${boot}</script>
</body>
</html>
`;
}
