import type { takeawayZh } from '../i18n/takeaway.zh.ts';
import type { Sheet } from './sheet.ts';

/** The release that a page shows, by its own head; null while the site is developed. */
export const releaseHere = (): string | null => document.querySelector<HTMLMetaElement>('meta[name="atlas-release"]')?.content ?? null;

/** What a workbook says of itself, with the release that it was taken from: by it the file can be checked later. */
export const withRelease = (sheet: Sheet, release: string | null, { about }: Pick<typeof takeawayZh, 'about'>): Sheet => (release === null ? sheet : { ...sheet, about: [...sheet.about, [about.release, release]] });
