import { tagOf } from '../i18n/languages.ts';
import type { pictureZh } from '../i18n/picture.zh.ts';
import { fetchLetters } from '../letters/fetchLetters.ts';
import { FACES, type Face, type Letters } from '../letters/letters.ts';
import type { Lang } from '../model/text.ts';
import type { FigureFacts } from '../share/figureFacts.ts';
import { isSingleFile } from '../state/place.ts';
import { capture } from './capture.ts';
import { faceOf } from './face.ts';
import type { Mark } from './mark.ts';
import { paint } from './paint.ts';
import { withFacts } from './png.ts';
import { PRESET, type PresetName } from './presets.ts';
import { laySheet, readableAddress } from './sheet.ts';
import { svgFile, type PictureFacts } from './svg.ts';

export type PictureTheme = 'light' | 'dark';

export interface PictureWish {
  readonly preset: PresetName;
  /** Light when not said. */
  readonly theme?: PictureTheme;
  /** A code of the address beside the source; without one when not said. */
  readonly hasCode?: boolean;
}

/** A figure as one sheet, with all that makes it citable in it. */
export interface FigurePicture {
  /** Of the sheet in its own units, which the SVG has too. */
  readonly width: number;
  readonly height: number;
  /** Of the PNG. */
  readonly pixels: { readonly width: number; readonly height: number };
  /** A whole SVG file: text as outlines where the letters are to be had. */
  readonly svg: string;
  /** Characters that had no outline and stand as text; null: no letters were to be had, all is text. */
  readonly lacking: readonly string[] | null;
  /** Height in sheet units of the smallest letters of the picture itself. */
  readonly smallestText: number;
  /** Where each thing stands on the sheet. */
  readonly marks: readonly Mark[];
  /** The sheet painted; `scale` pixels to a unit, of the preset when not said. No image is loaded: a strict policy allows it. */
  canvas(scale?: number): HTMLCanvasElement;
  png(): Promise<Blob>;
}

async function pictureTerms(lang: Lang): Promise<typeof pictureZh> {
  return lang === 'zh' ? (await import('../i18n/picture.zh.ts')).pictureZh : (await import('../i18n/picture.en.ts')).pictureEn;
}

/** A chart that waits for its first use is drawn at one size; alive it can be drawn at any. */
const ALIVE_WITHIN_MS = 10_000;

/** @returns When the trend of a figure is alive, or can't be: then its drawn picture is taken. */
function whenAlive(figure: HTMLElement): Promise<void> {
  const island = figure.closest<HTMLElement>('[data-island]');
  if (!island || !figure.querySelector('.trend') || figure.querySelector('.trend.is-live')) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(done, ALIVE_WITHIN_MS);
    const watch = new MutationObserver(() => {
      if (figure.querySelector('.trend.is-live') || island.dataset['state'] === 'failed') done();
    });
    function done(): void {
      clearTimeout(timer);
      watch.disconnect();
      resolve();
    }
    watch.observe(island, { attributes: true, subtree: true, attributeFilter: ['class', 'data-state'] });
    island.dispatchEvent(new Event('pointerenter'));
  });
}

/** The characters of the marks, by the face that they are set in. */
export function charactersOf(marks: readonly Mark[]): Readonly<Record<Face, string>> {
  const sets: Readonly<Record<Face, Set<string>>> = { text: new Set(), strong: new Set(), display: new Set() };
  for (const mark of marks) if (mark.kind === 'text') for (const { char } of mark.chars) sets[faceOf(mark)].add(char);
  return { text: [...sets.text].join(''), strong: [...sets.strong].join(''), display: [...sets.display].join('') };
}

async function lettersFor(marks: readonly Mark[], root: string): Promise<Letters | null> {
  const needed = charactersOf(marks);
  // They are longer than all else together, so the single file has none.
  if (isSingleFile || FACES.every((face) => needed[face] === '')) return null;
  try {
    return await fetchLetters(root, needed);
  } catch (error) {
    console.warn(error); // the panel says that words stay text
    return null;
  }
}

function factsOf(facts: FigureFacts, terms: typeof pictureZh): PictureFacts {
  const release = facts.release?.id ?? '';
  const about = [facts.takeaway, facts.heading, facts.coverage, ...facts.sources, facts.release ? `${terms.readUntil(facts.release.date)} · ${terms.release(release)}` : '', readableAddress(facts.address)];
  return {
    title: facts.takeaway === '' ? facts.heading : facts.takeaway,
    description: about.filter((text) => text !== '').join('\n'),
    source: facts.sources.join('\n'),
    date: facts.release?.date ?? '',
    rights: facts.licence === '' ? terms.rightsOf(facts.site) : `${terms.rightsOf(facts.site)} · ${facts.licence}`,
    identifier: facts.address,
    release,
    publisher: facts.site,
    language: tagOf(facts.lang),
  };
}

const blobOf = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('the browser made no PNG of the picture'));
    }, 'image/png');
  });

/**
 * @param figure The `.figure` element as the page shows it, with what is chosen now.
 * @param facts What it says of itself: title, unit, period, source, date, release and address are in every picture.
 */
export async function figurePicture(figure: HTMLElement, facts: FigureFacts, wish: PictureWish | PresetName): Promise<FigurePicture> {
  const { preset: name, theme = 'light', hasCode = false } = typeof wish === 'string' ? { preset: wish } : wish;
  const preset = PRESET[name];
  const [terms] = await Promise.all([pictureTerms(facts.lang), whenAlive(figure)]);
  const laid = await laySheet(figure, facts, { preset, theme, hasCode, terms });
  const { width, height, smallestText } = laid;
  let marks: readonly Mark[];
  try {
    const { left, top } = laid.sheet.getBoundingClientRect();
    marks = capture(laid.sheet, { left, top, scaled: { element: laid.picture, scale: laid.scale } });
  } finally {
    laid.close();
  }
  const letters = await lettersFor(marks, facts.root);
  const about = factsOf(facts, terms);
  const file = svgFile({ width, height, marks, facts: about }, letters);
  const canvas = (scale = preset.scale): HTMLCanvasElement => paint(marks, width, height, scale);
  return {
    width,
    height,
    pixels: { width: Math.round(width * preset.scale), height: Math.round(height * preset.scale) },
    svg: file.text,
    lacking: letters ? file.lacking : null,
    smallestText,
    marks,
    canvas,
    async png() {
      const bytes = new Uint8Array(await (await blobOf(canvas())).arrayBuffer());
      const texts = [
        ['Title', about.title],
        ['Source', about.source],
        ['Description', about.description],
        ['Copyright', about.rights],
        ['Software', facts.site],
        // The day of the data, not of the press of a button: the same picture is the same file.
        ['Creation Time', about.date],
        ['URL', about.identifier],
        ['Release', about.release],
      ] as const;
      return new Blob([withFacts(bytes, { dotsPerInch: preset.dotsPerInch, texts })], { type: 'image/png' });
    },
  };
}
