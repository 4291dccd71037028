import { formatPeriod, formatValue, unitName } from '../i18n/format.ts';
import type { Atlas } from '../model/atlas.ts';
import type { Measured } from '../model/observation.ts';
import type { PageContext } from '../prerender/pageContext.ts';
import { doorsView, type DoorsView } from '../view/homeView.ts';
import type { TableView } from '../view/tableView.ts';
import { seriesOf, sourcesLine, tableOf } from './lookup.ts';
import { sourceLines } from '../view/sourceView.ts';

/** The headline finding with its words: websites merged, users grown. */
export interface Doors extends DoorsView {
  readonly sentence: string;
  readonly websiteUnit: string;
  readonly userUnit: string;
  readonly gapWord: string;
  readonly source: string;
  readonly links: readonly { readonly label: string; readonly href: string }[];
  readonly table: TableView;
}

export function doors(atlas: Atlas, page: PageContext): Doors {
  const websites = tableOf(atlas, 'government-websites');
  const users = tableOf(atlas, 'online-government-users');
  const [sites, people] = [seriesOf(websites), seriesOf(users)];
  const { lang, words, say } = page;
  const view = doorsView(websites, sites, users, people, say);
  const named = (table: typeof websites, values: readonly Measured[]) => sourcesLine(atlas, table, [values[0], values.at(-1)].flatMap((one) => (one ? [one.sourceId] : [])), page);
  return {
    ...view,
    sentence: words.home.story(view.story.websites, view.story.users),
    websiteUnit: unitName(websites.indicator, lang),
    userUnit: unitName(users.indicator, lang),
    gapWord: view.missingUsers ? say.words.gap(view.missingUsers.from, view.missingUsers.to) : '',
    source: sourceLines([named(websites, sites), named(users, people)], say),
    links: [websites, users].map(({ indicator }) => ({ label: indicator.short[lang], href: page.href(`indicator/${indicator.id}.html`) })),
    table: {
      columns: [
        { key: 'name', label: words.series, head: true },
        { key: 'when', label: words.when },
        { key: 'value', label: say.words.value, numeric: true },
        { key: 'confidence', label: say.words.confidence },
      ],
      rows: [...sites.map((one) => ({ table: websites, one })), ...people.map((one) => ({ table: users, one }))].map(({ table, one }) => ({
        key: `${table.indicator.id} ${one.period}`,
        cells: [{ text: table.indicator.short[lang] }, { text: formatPeriod(one.period, lang) }, { text: formatValue(one, table.indicator, lang) }, { text: one.confidence }],
      })),
    },
  };
}
