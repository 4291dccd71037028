import { langOfDocument } from '../i18n/languages.ts';
import { pageName, sourceTexts, textOf } from '../islands/aboutTable.ts';
import { shownAddress } from './asChosen.ts';
import { readRelease, type Release } from '../model/release.ts';
import { home, searchOf } from '../state/place.ts';
import type { Lang } from '../model/text.ts';

/** What a figure says of itself on the page, at the moment at which somebody embeds, takes, copies or cites it. */
export interface FigureFacts {
  /** “provinces”: stable on its page. */
  readonly id: string;
  /** For file names: “map-internet-penetration”. */
  readonly name: string;
  readonly lang: Lang;
  readonly site: string;
  /** Name, unit, period: “互联网普及率 · 2024年 · %”. */
  readonly heading: string;
  /** The one sentence. */
  readonly takeaway: string;
  /** “k of n”. */
  readonly coverage: string;
  readonly limits: readonly string[];
  /** Lines of source and freshness, without the age that depends on the reader's day. */
  readonly sources: readonly string[];
  /** As in `sources`, the first line only and without its colon's word: a name for a citation. */
  readonly publisher: string;
  readonly licence: string;
  /** Absolute, with the choice of this moment. */
  readonly address: string;
  /** Address of the site's root, with a slash at its end. */
  readonly root: string;
  /** Its page for an article: name and the choice that goes with it (“?period=2015”); null: it has none. */
  readonly embed: { readonly name: string; readonly search: string } | null;
  /** Null while the site is developed. */
  readonly release: Release | null;
  /** A publisher's table that nobody may hand on: it is shown and cited, not taken away. */
  readonly isKept: boolean;
}

const textsOf = (parent: Element, selector: string): readonly string[] => [...parent.querySelectorAll(selector)].map(textOf).filter(Boolean);

/** “图3” stands before the name of a figure on its page and means nothing elsewhere. */
const withoutNumber = (head: Element | null): string => {
  const number = textOf(head?.querySelector('b') ?? null);
  return textOf(head).slice(number.length).trim();
};

/** The choice of an address that goes with one figure of the page. */
export function carried(search: string, keys: readonly string[]): string {
  const all = new URLSearchParams(search);
  const own = new URLSearchParams();
  for (const key of keys) {
    const value = all.get(key);
    if (value !== null) own.set(key, value);
  }
  const text = own.toString();
  return text === '' ? '' : `?${text}`;
}

/** @param figure The `.figure` element as the page shows it. */
export function figureFacts(figure: HTMLElement): FigureFacts {
  const id = figure.dataset['figure'] ?? figure.id;
  const name = figure.dataset['embed'];
  const lang: Lang = langOfDocument();
  const release = document.querySelector<HTMLMetaElement>('meta[name="atlas-release"]')?.content ?? '';
  const sources = sourceTexts(figure);
  const address = shownAddress(figure);
  return {
    id,
    name: name ?? `${id}-${pageName()}`,
    lang,
    site: textOf(document.querySelector('a.brand strong')),
    heading: withoutNumber(figure.querySelector('.figure-head > span')),
    takeaway: textOf(figure.querySelector('figcaption h2')),
    coverage: textOf(figure.querySelector('.figure-head > span:nth-child(2)')),
    limits: textsOf(figure, '.notes .limit'),
    sources,
    publisher: (sources[0] ?? '').replace(/^[^：:]{1,8}[：:]\s*/, ''),
    licence: figure.querySelector<HTMLElement>('[data-licence]')?.dataset['licence'] ?? '',
    address,
    root: home(),
    embed: name === undefined ? null : { name, search: carried(searchOf(address), (figure.dataset['embedKeys'] ?? '').split(' ')) },
    release: readRelease(release),
    isKept: document.querySelector('[data-not-taken]') !== null,
  };
}
