export const GALLERY_THEMES = ['light', 'dark', 'wall', 'elder', 'print'] as const;
export type GalleryTheme = (typeof GALLERY_THEMES)[number];

/** How an element wears a theme. */
export const GALLERY_MANNERS: Readonly<Record<GalleryTheme, Readonly<Record<string, string>>>> = {
  light: { 'data-theme': 'light' },
  dark: { 'data-theme': 'dark' },
  wall: { 'data-theme': 'dark', 'data-surface': 'wall' },
  elder: { 'data-theme': 'light', 'data-manner': 'elder' },
  print: { 'data-theme': 'light', 'data-surface': 'print' },
};

export const GALLERY_KINDS = ['map', 'bars', 'difference', 'pair', 'trend', 'multiples', 'bump', 'strip', 'matrix', 'levels', 'world'] as const;
export type GalleryKind = (typeof GALLERY_KINDS)[number];

/** A page a kind and theme: “gallery/map-dark.html”. */
export const galleryPath = (kind: GalleryKind, theme: GalleryTheme): string => `gallery/${kind}-${theme}.html`;
