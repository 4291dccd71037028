import type { Sheet } from '../download/sheet.ts';
import type { takeawayZh } from '../i18n/takeaway.zh.ts';
import { address, path } from '../state/place.ts';

/** As a reader sees it. */
export const textOf = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const textsOf = (parent: Element | null, selector: string): readonly string[] => [...(parent?.querySelectorAll(selector) ?? [])].map(textOf).filter(Boolean);

/** Without what only this reader's day makes true (“距今2年”, “已过预计时间”), shown or kept room for. */
function lasting(line: Element): string {
  const [text, told] = [textOf(line), textOf(line.querySelector('.told'))];
  return told !== '' && text.endsWith(told) ? text.slice(0, -told.length).trim() : text;
}

/** Lines of source and freshness as they may be kept. */
export const sourceTexts = (figure: Element | null): readonly string[] => [...(figure?.querySelectorAll('.source-lines > *') ?? [])].map(lasting).filter(Boolean);

/** “indicator/gdp.html” is about “gdp”. */
export const pageName = (): string => path().split('/').at(-1)?.replace(/\.html$/, '') ?? '';

/** Of one dataset its own; of a figure from several, where each one's stands. */
function permission(figure: Element | null, { about, licencesAt }: typeof takeawayZh): Sheet['about'] {
  const dataset = figure?.querySelector<HTMLElement>('[data-licence]');
  if (dataset) return [[about.licence, dataset.dataset['licence'] ?? ''], [about.readOn, dataset.dataset['read'] ?? '']];
  const sources = document.querySelector<HTMLAnchorElement>('a[href$="sources.html"]');
  return sources ? [[about.licence, licencesAt(sources.href)]] : [];
}

/** What stands around a table says what it is. */
export function aboutTable(table: Element, name: string, terms: typeof takeawayZh): Sheet['about'] {
  const figure = table.closest('.figure');
  const given: Sheet['about'] = [
    [terms.about.title, textOf(figure?.querySelector('figcaption h2') ?? document.querySelector('h1'))],
    [terms.about.indicator, name],
    [terms.about.source, sourceTexts(figure).join('\n')],
    ...permission(figure, terms),
    [terms.about.note, textsOf(figure, '.notes li').join('\n')],
    [terms.about.address, address()],
  ];
  return given.filter(([, text]) => text !== '');
}
