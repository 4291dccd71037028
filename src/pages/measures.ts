import { formatFigure, formatPeriod, formatValue } from '../i18n/format.ts';
import type { Atlas } from '../model/atlas.ts';
import type { Measured } from '../model/observation.ts';
import type { PageContext } from '../prerender/pageContext.ts';
import { seriesOf, sourcesLine, tableOf } from './lookup.ts';

interface Measure {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly source: string;
}

/** What the sharing platform did besides connecting: interfaces, volume, and the hundred pain points. */
export interface MeasuresView {
  readonly bounds: readonly (Measure & { readonly rows: readonly { readonly when: string; readonly text: string }[] })[];
  /** `resolved` of a hundred, a lower bound: the rest may have been resolved or not. */
  readonly pain: Measure & { readonly resolved: number };
  readonly interfaces: { readonly first: string; readonly last: string };
}

export function measures(atlas: Atlas, page: PageContext): MeasuresView {
  const { lang, words } = page;
  const read = (id: string, name: string) => {
    const table = tableOf(atlas, id);
    const figures = seriesOf(table);
    const [first, last] = [figures[0], figures.at(-1)];
    if (!first || !last) throw new Error(`${id} has no figure to show`);
    const text = (figure: Measured) => formatValue(figure, table.indicator, lang);
    return { id, name, first, last, text, table, figures, title: text(last), source: sourcesLine(atlas, table, figures.map(({ sourceId }) => sourceId), page) };
  };
  const interfaces = read('sharing-platform-interfaces', words.coverage.interfaces);
  const exchange = read('sharing-platform-exchange-volume', words.coverage.exchange);
  const pain = read('pain-points-resolved', words.coverage.pain);
  return {
    bounds: [interfaces, exchange].map(({ id, name, title, source, figures, table }) => ({
      id,
      name,
      title,
      source,
      rows: figures.map((figure) => ({ when: formatPeriod(figure.period, lang), text: formatFigure(figure, table.indicator, lang) })),
    })),
    pain: { id: pain.id, name: pain.name, title: words.coverage.painTitle(pain.title), source: pain.source, resolved: pain.last.value },
    interfaces: { first: interfaces.text(interfaces.first), last: interfaces.text(interfaces.last) },
  };
}
