import type { IndicatorId } from '../model/indicator.ts';
import { readCells, type Cells } from '../releases/cells.ts';
import { sha256 } from '../download/sha256.ts';
import { cellsFile, isVerifyIndex, VERIFY_FILE, type VerifyIndex } from './verifyIndex.ts';

/** A frozen page of a release. */
export interface FrozenFigure {
  readonly name: string;
  readonly lang: 'zh' | 'en';
  readonly file: string;
  readonly takeaway: string;
}

/** What the site knows, each part fetched when it is first asked for and checked by its hash where its name has one. */
export interface VerifyWorld {
  readonly index: VerifyIndex;
  /** Published files now, by SHA-256: those of the list, and the list itself. */
  manifest(): Promise<ReadonlyMap<string, string>>;
  /** Null: it may not be handed on, or can't be had. */
  cells(indicator: IndicatorId, state: string): Promise<Cells | null>;
  frozen(release: string): Promise<readonly FrozenFigure[]>;
  /** SHA-256 of `atlas.html`; null: not known here. */
  readonly single: string | null;
}

/** @param text Gives a file of the site by its path from the root; null: it can't be had. */
export async function openWorld(text: (path: string) => Promise<string | null>, single: string | null): Promise<VerifyWorld | null> {
  const own = await text(VERIFY_FILE);
  const index: unknown = own === null ? null : JSON.parse(own);
  if (!isVerifyIndex(index)) return null;
  const kept = new Set(index.indicators.filter(({ isKept }) => isKept === true).map(({ id }) => id));
  const cells = new Map<string, Promise<Cells | null>>();
  let manifest: Promise<ReadonlyMap<string, string>> | null = null;
  return {
    index,
    single,
    manifest() {
      manifest ??= text('data/manifest.json').then((found) => {
        const json: unknown = found === null ? null : JSON.parse(found);
        const files: unknown = typeof json === 'object' && json !== null && 'files' in json ? json.files : [];
        return new Map([...(found === null ? [] : [[sha256(found), 'data/manifest.json'] as const]), [sha256(own ?? ''), VERIFY_FILE] as const, ...(Array.isArray(files) ? files : []).flatMap((file: unknown): readonly (readonly [string, string])[] =>
          typeof file === 'object' && file !== null && 'sha256' in file && typeof file.sha256 === 'string' && 'path' in file && typeof file.path === 'string' ? [[file.sha256, `data/${file.path}`]] : [])]);
      });
      return manifest;
    },
    cells(indicator, state) {
      if (kept.has(indicator) || state === '') return Promise.resolve(null);
      const path = cellsFile(indicator, state);
      const known = cells.get(path) ?? text(path).then((found) => (found !== null && sha256(found).startsWith(state) ? readCells(found) : null));
      cells.set(path, known);
      return known;
    },
    async frozen(release) {
      const found = await text(`data/releases/${release}.json`);
      const json: unknown = found === null ? null : JSON.parse(found);
      const figures: unknown = typeof json === 'object' && json !== null && 'figures' in json ? json.figures : [];
      return (Array.isArray(figures) ? figures : []).flatMap((one: unknown): readonly FrozenFigure[] =>
        typeof one === 'object' && one !== null && 'name' in one && typeof one.name === 'string' && 'file' in one && typeof one.file === 'string' && 'lang' in one && 'takeaway' in one && typeof one.takeaway === 'string'
          ? [{ name: one.name, file: one.file, lang: one.lang === 'en' ? 'en' : 'zh', takeaway: one.takeaway }]
          : []);
    },
  };
}
