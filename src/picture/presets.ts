/** Formats in which a picture is taken; each is laid out for itself. */
export const PRESETS = ['wide', 'square', 'tall', 'account', 'screen4k', 'a5', 'a4'] as const;
export type PresetName = (typeof PRESETS)[number];

export interface Preset {
  readonly name: PresetName;
  /** CSS pixels in which the sheet is laid out: the smallest letters have 13 of them. */
  readonly width: number;
  /** Null: as high as the picture needs. */
  readonly height: number | null;
  /** Pixels of the PNG to one of these; not whole where a width is given in millimetres. */
  readonly scale: number;
  /** Pixels of the PNG to an inch, as its header says. */
  readonly dotsPerInch: number;
}

/** Millimetres on paper as CSS pixels, 96 to an inch. */
const ofPaper = (millimetres: number): number => (millimetres / 25.4) * 96;
const PRINT_DPI = 300;
const print = (name: PresetName, millimetres: number): Preset => ({ name, width: Math.round(ofPaper(millimetres)), height: null, scale: Math.round((millimetres / 25.4) * PRINT_DPI) / Math.round(ofPaper(millimetres)), dotsPerInch: PRINT_DPI });

/**
 * A phone shows a square, an upright or an account's picture about 375 CSS pixels wide: laid out in 432, letters of 13
 * are read there as 11.3. A wide one is read on a phone lying on its side, 812 wide: 960 gives 11.
 */
export const PRESET: Readonly<Record<PresetName, Preset>> = {
  wide: { name: 'wide', width: 960, height: 540, scale: 2, dotsPerInch: 192 },
  square: { name: 'square', width: 432, height: 432, scale: 2.5, dotsPerInch: 240 },
  tall: { name: 'tall', width: 432, height: 540, scale: 2.5, dotsPerInch: 240 },
  account: { name: 'account', width: 432, height: null, scale: 900 / 432, dotsPerInch: 200 },
  // On a screen six metres away letters of 13 have the 52 pixels that its readers need.
  screen4k: { name: 'screen4k', width: 960, height: 540, scale: 4, dotsPerInch: 384 },
  a5: print('a5', 148),
  a4: print('a4', 210),
};
