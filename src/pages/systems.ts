import { halfOf } from '../i18n/format.ts';
import type { Atlas } from '../model/atlas.ts';
import type { Dataset } from '../model/dataset.ts';
import { CHINA, NATION } from '../model/region.ts';
import type { GovSystem } from '../model/system.ts';
import type { PageContext } from '../prerender/pageContext.ts';
import { latestOfEach } from '../query/nearest.ts';
import type { IndicatorLines } from '../view/claimView.ts';
import { figureLine } from '../view/figureLines.ts';
import type { FilterView } from '../view/filterView.ts';
import { sourceName } from '../view/sourceView.ts';
import type { SystemView } from '../view/systemView.ts';
import type { TableView } from '../view/tableView.ts';
import { densestSpan, timelineView, type TimelineView } from '../view/timelineView.ts';
import { FORUMS } from './claims.ts';
import { datasetOf, tableOf } from './lookup.ts';

export interface SystemsPageView {
  readonly count: number;
  readonly sentence: string;
  readonly timeline: { readonly view: TimelineView; readonly title: string; readonly table: TableView; readonly source: string; readonly coverage: string };
  readonly filter: FilterView;
  readonly kinds: readonly { readonly id: string; readonly name: string; readonly systems: readonly SystemView[] }[];
}

/** The claims that say on which day each forum was. */
export const FORUM_DAYS = { fuzhou: 'summit-subforum-date', wuzhen: 'wic-forum-date' } as const;
/** Of an indicator with many lines; its page has them all. */
const MOST_LINES = 3;
/** Most of the systems began in this share's span of years. */
export const MOST_SYSTEMS = 0.75;

function measuredOf(system: GovSystem, atlas: Atlas, page: PageContext): readonly IndicatorLines[] {
  const { words, lang, say } = page;
  return system.indicators.map((id) => {
    const table = tableOf(atlas, id);
    const { expected } = table.indicator;
    // Of a table by place: the system's own place, or the whole.
    const own = system.regionId !== undefined && system.regionId !== NATION ? latestOfEach(table, system.regionId) : [];
    const found = expected === 'nation' ? latestOfEach(table) : expected === 'countries' ? latestOfEach(table, CHINA) : own.length > 0 ? own : latestOfEach(table, NATION);
    const dataset = datasetOf(atlas, table);
    return {
      id,
      name: table.indicator.name[lang],
      href: page.href(`indicator/${id}.html`),
      when: found.length > 0 ? words.catalogue.latest : words.catalogue.noRegion,
      lines: found.slice(0, MOST_LINES).map((one) => figureLine(one, table, dataset, say)),
      more: found.length > MOST_LINES ? words.catalogue.moreLines(found.length - MOST_LINES) : '',
    };
  });
}

function startSources({ startSource }: GovSystem, { sources }: Dataset, { lang }: PageContext): SystemView['startSources'] {
  const ids = (startSource ?? '').split('|');
  return sources.filter(({ id }) => ids.includes(id)).map((source) => ({ text: sourceName(source, lang), ...(source.url !== undefined && { url: source.url }) }));
}

/** The systems, programmes and institutions behind the figures: when each began, what is measured of it, what was said. */
export function systemsPage(atlas: Atlas, page: PageContext): SystemsPageView {
  const { lang, words } = page;
  const say = words.catalogue;
  const { systems } = atlas;
  const dataset = atlas.datasets.find(({ id }) => id === 'systems');
  if (!dataset) throw new Error('the page of systems needs data/systems/datapackage.json');
  const kinds = [...new Set(systems.map(({ kind }) => kind))].map((id) => ({ id, name: words.systems.kinds[id] ?? id }));
  const kindName = (kind: string) => words.systems.kinds[kind] ?? kind;
  const ownerOf = ({ owner }: GovSystem) => halfOf(owner, lang);
  const known = systems.filter(({ startYear }) => startYear !== undefined).sort((a, b) => ((a.startYear ?? '') < (b.startYear ?? '') ? -1 : 1));
  const span = densestSpan(known.map(({ startYear }) => Number(startYear?.slice(0, 4))), MOST_SYSTEMS);
  const usedSources = [...new Set(known.flatMap((system) => startSources(system, dataset, page).map(({ text }) => text)))];
  return {
    count: systems.length,
    sentence: say.sentence(systems.length, known.length, known[0]?.startYear ?? '', systems.length - known.length),
    timeline: {
      view: timelineView({
        items: systems.map((system) => ({
          id: system.id,
          kind: system.kind,
          name: system.name[lang],
          year: system.startYear ?? null,
          say: say.say(system.name[lang], kindName(system.kind), system.startYear ?? '', ownerOf(system)),
          href: `#${system.id}`,
        })),
        kinds,
        moments: FORUMS.flatMap((forum) => {
          const day = atlas.claims.find(({ id }) => id === FORUM_DAYS[forum]);
          return day ? [{ id: forum, name: say.forums[forum], when: day.value }] : [];
        }),
        until: dataset.retrieved,
      }),
      title: span ? say.span(span.count, known.length, String(span.from), String(span.to)) : say.unknown,
      coverage: words.catalogue.unknownOf(systems.length - known.length),
      table: {
        columns: [
          { key: 'year', label: say.year, numeric: true, tight: true },
          { key: 'system', label: say.system, head: true },
          { key: 'kind', label: say.kind },
          { key: 'source', label: words.source },
        ],
        rows: known.map((system) => ({
          key: system.id,
          cells: [{ text: system.startYear ?? '' }, { text: system.name[lang], href: `#${system.id}` }, { text: kindName(system.kind) }, { text: startSources(system, dataset, page).map(({ text }) => text).join(page.say.words.stop) }],
        })),
      },
      source: say.source(usedSources.slice(0, 3).join(page.say.words.stop) + (usedSources.length > 3 ? page.say.words.andMoreSources(usedSources.length) : '')),
    },
    filter: {
      list: 'systems-list',
      label: say.filter.label,
      all: say.filter.all,
      fields: [
        { key: 'kind', label: say.filter.kind, options: kinds.map(({ id, name }) => ({ value: id, text: name })) },
        { key: 'forum', label: say.filter.forum, options: FORUMS.map((forum) => ({ value: forum, text: say.filter.forums[forum] })) },
      ],
      text: say.filter.q,
      count: say.filter.count(systems.length),
      some: say.filter.some(systems.length),
      reset: say.filter.reset,
      failure: say.filter.failure,
    },
    kinds: kinds.map(({ id, name }) => ({
      id,
      name,
      systems: systems
        .filter(({ kind }) => kind === id)
        .map((system) => ({
          id: system.id,
          kind: id,
          forum: system.forum ?? '',
          name: system.name[lang],
          owner: ownerOf(system),
          started: system.startYear === undefined ? say.unknown : say.started(system.startYear),
          startSources: startSources(system, dataset, page),
          forumName: system.forum ? words.forum[system.forum] : '',
          description: system.description[lang],
          note: halfOf(system.note ?? '', lang),
          measured: measuredOf(system, atlas, page),
          claims: atlas.claims
            .filter(({ indicators }) => indicators.some((indicator) => system.indicators.includes(indicator)))
            .map((claim) => ({ id: claim.id, name: claim.label[lang], href: `${page.href('claims.html')}#${claim.id}` })),
        })),
    })),
  };
}
