import { aboutTable, textOf } from '../islands/aboutTable.ts';
import { speak } from '../islands/speak.ts';
import { takeawayTerms } from '../islands/terms.ts';
import type { FigureFacts } from '../share/figureFacts.ts';
import { offeredSheet } from './offeredSheet.ts';
import { readTable } from './readTable.ts';
import type { Sheet } from './sheet.ts';
import { sheetOfTable } from './sheetOfTable.ts';
import { fileOf, path } from '../state/place.ts';

/** Figures that share an island share its table. */
function tableOf(figure: HTMLElement): HTMLTableElement | null {
  const island = figure.closest<HTMLElement>('[data-island]');
  return (
    figure.querySelector<HTMLTableElement>('.twin:not(.workings) table.data') ??
    figure.querySelector<HTMLTableElement>('table') ??
    island?.querySelector<HTMLTableElement>('.twin:not(.workings) table.data') ??
    null
  );
}

export const hasTable = (figure: HTMLElement): boolean => offeredSheet(figure) !== undefined || tableOf(figure) !== null;

const OFFERED_WITHIN_MS = 10_000;

/** An island that nobody has used yet is woken: alive it gives more than its drawn table says. */
async function offeredBy(figure: HTMLElement): Promise<(() => Sheet) | undefined> {
  const island = figure.querySelector<HTMLElement>('[data-island]') ?? figure.closest<HTMLElement>('[data-island]');
  const offersOne = island !== null && ['ranking', 'matrix', 'workshop', 'compare'].includes(island.dataset['island'] ?? '');
  if (offeredSheet(figure) || !offersOne) return offeredSheet(figure);
  island.dispatchEvent(new Event('pointerenter'));
  const end = performance.now() + OFFERED_WITHIN_MS;
  while (!offeredSheet(figure) && island.dataset['state'] !== 'failed' && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
  return offeredSheet(figure);
}

/** The table of a figure as it stands, in its order and with its decimals; null: it has none. */
export async function figureSheet(figure: HTMLElement, facts: FigureFacts, fileName: string): Promise<{ readonly sheet: Sheet; readonly words: Awaited<ReturnType<typeof takeawayTerms>> } | null> {
  const [say, words, offered] = await Promise.all([speak(), takeawayTerms(facts.lang), offeredBy(figure)]);
  if (offered) return { sheet: { ...offered(), fileName }, words };
  const table = tableOf(figure);
  if (!table) return null;
  const name = textOf(table.caption) || facts.heading;
  return { sheet: sheetOfTable(readTable(table), { name, fileName, about: aboutTable(figure.querySelector('.twin') ?? table, name, words) }, say), words };
}

export interface SeriesFile {
  readonly name: string;
  readonly href: string;
  /** Its `datapackage.json`. */
  readonly descriptor: string;
}

/** Files of `data/` that a figure is drawn from, where its page offers them. */
export function seriesFiles(figure: HTMLElement): readonly SeriesFile[] {
  const own = [...figure.querySelectorAll<HTMLAnchorElement>('.actions a[href$=".csv"]')];
  // An indicator's page has one series, and offers it once.
  const links = own.length > 0 || !/\/indicator\/[\w-]+\.html$/.test(path()) ? own : [...document.querySelectorAll<HTMLAnchorElement>('.actions a[href$=".csv"]')];
  const addresses = [...new Set(links.map(fileOf))].filter((href) => /[/#]data\/.+\.csv$/.test(href));
  return addresses.map((href) => ({ href, name: href.split('/').at(-1) ?? href, descriptor: href.replace(/[^/]*$/, 'datapackage.json') }));
}
