import { formatList, formatPeriod, formatValue, halfOf } from '../i18n/format.ts';
import type { Atlas } from '../model/atlas.ts';
import { THEMES, type IndicatorTable } from '../model/indicator.ts';
import { CHINA, CORPS, NATION, REGION_GROUPS, type Region, type RegionId } from '../model/region.ts';
import type { Geometry } from '../prerender/geometry.ts';
import type { PageContext } from '../prerender/pageContext.ts';
import { rankable } from '../prerender/rankingIsland.ts';
import { latestWorld } from '../prerender/worldIsland.ts';
import { isExpected } from '../query/expected.ts';
import { latestOfEach } from '../query/nearest.ts';
import { observationAt } from '../query/select.ts';
import { rank } from '../query/rank.ts';
import { figureLine } from '../view/figureLines.ts';
import { freshnessView } from '../view/freshnessView.ts';
import type { NamedLink } from '../view/claimView.ts';
import type { LinkedRow, NationPart, RegionGroupLinks, RegionLocator, RegionPageView, RegionSource } from '../view/regionView.ts';
import { regionAbsences, regionClasses, regionPlaces, offLists } from '../view/region/regionLists.ts';
import { regionGroup } from '../view/region/regionGroup.ts';
import { regionRow } from '../view/region/regionRow.ts';
import { regionTrend, trendRows } from '../view/region/regionTrends.ts';
import { headlineRows, regionTakeaway } from '../view/sentences/region.ts';
import type { SheetsInput } from '../view/region/sheetsView.ts';
import { claimValue } from './claims.ts';
import { datasetOf, provincesOf, sourcesLine, tableOf } from './lookup.ts';
import { regionPath } from './regionPath.ts';
import { regionSheets } from './regionSheets.ts';

export type { RegionPageView } from '../view/regionView.ts';

const isProvincial = ({ indicator: { expected } }: IndicatorTable): boolean => expected === 'provinces' || expected === 'provincesAndCorps';
/** What is measured of one place and of no other: its table is of the nation's kind and knows its region. */
const isLocalTo = (table: IndicatorTable, id: RegionId): boolean => id !== NATION && table.indicator.expected === 'nation' && table.observations.some(({ regionId }) => regionId === id);
/** The survey that gives the country a place, and its parts. */
const WORLD_INDEX = 'un-egdi';
const WORLD_PARTS = ['un-osi', 'un-tii', 'un-hci', 'un-epi'] as const;

/** Numbers a page's sources in the order in which it first draws on them, one number a publisher. */
function sourceBook(atlas: Atlas, { lang }: PageContext) {
  const publishers = new Map<string, { readonly number: number; readonly titles: Map<string, RegionSource['titles'][number]>; readonly grades: Set<string> }>();
  return {
    numbers: (datasetId: string, ids: readonly string[]): readonly number[] => {
      const dataset = atlas.datasets.find(({ id }) => id === datasetId);
      const found = ids.flatMap((id) => dataset?.sources.filter((source) => source.id === id) ?? []);
      const numbers = found.map((source) => {
        // “发布方；转载方”: one number for the publisher, whoever handed it on.
        const [publisher = '', ...via] = halfOf(source.publisher, lang).split(lang === 'zh' ? '；' : '; ');
        const known = publishers.get(publisher) ?? { number: publishers.size + 1, titles: new Map<string, RegionSource['titles'][number]>(), grades: new Set<string>() };
        publishers.set(publisher, known);
        known.titles.set(source.title[lang], { text: source.title[lang], url: source.url ?? null, published: source.published ?? '', via: via.join(lang === 'zh' ? '；' : '; ') });
        known.grades.add(source.confidence);
        return known.number;
      });
      return [...new Set(numbers)].sort((a, b) => a - b);
    },
    list: (): readonly RegionSource[] =>
      [...publishers].map(([publisher, { number, titles, grades }]) => {
        const sorted = [...grades].sort();
        return { number, publisher, titles: [...titles.values()], confidence: sorted.includes('C') ? 'C' : sorted.includes('B') ? 'B' : sorted.includes('A') ? 'A' : '', grades: sorted.join('/') };
      }),
  };
}

export type SourceBook = ReturnType<typeof sourceBook>;

export function regionLink(region: Region, page: PageContext): NamedLink {
  return { id: region.id, name: region.short[page.lang], href: page.href(regionPath(region.id)) };
}

/** All tiles of the country, one of them the page's own; null: none is. */
export function locator(atlas: Atlas, { tiles: grid }: Geometry, own: RegionId | null, page: PageContext): RegionLocator {
  const { lang } = page;
  const terms = page.words.regions.page;
  const byId = new Map(atlas.regions.map((region) => [region.id, region]));
  const region = own === null ? undefined : byId.get(own);
  return {
    columns: grid.columns,
    rows: grid.rows,
    tiles: grid.tiles.flatMap((tile) => {
      const one = byId.get(tile.id);
      return one ? [{ ...tile, abbr: (lang === 'zh' ? one.abbr : one.abbrEn) ?? one.short[lang], name: one.short[lang], href: page.href(regionPath(one.id)), isOwn: one.id === own }] : [];
    }),
    label: region && region.level !== 'nation' ? terms.locator(region.short[lang]) : terms.locatorAll,
  };
}

/** The four groups and the three units outside most surveys, each with its regions. */
export function groupLinks(atlas: Atlas, page: PageContext): readonly RegionGroupLinks[] {
  const { lang, words } = page;
  return REGION_GROUPS.map((group) => {
    const members = provincesOf(atlas).filter((region) => region.group === group);
    return {
      id: group,
      name: words.groups[group],
      count: words.regions.list.count(members.filter(({ id }) => id !== CORPS).length, members.some(({ id }) => id === CORPS)),
      regions: members.map((region) => ({
        ...regionLink(region, page),
        abbr: (lang === 'zh' ? region.abbr : region.abbrEn) ?? '',
        fullName: region.name[lang],
        note: region.id === CORPS ? words.regions.list.corps : '',
      })),
    };
  });
}

function nationPart(atlas: Atlas, page: PageContext, book: SourceBook): NationPart {
  const { lang, say, words } = page;
  const index = tableOf(atlas, WORLD_INDEX);
  const view = latestWorld(atlas, index, page);
  const worldSources = book.numbers(index.dataset, view.sourceIds);
  const countries = new Set(atlas.regions.filter((region) => isExpected(region, 'countries')).map(({ id }) => id));
  const components = WORLD_PARTS.flatMap((id) => {
    const table = tableOf(atlas, id);
    const own = observationAt(table, CHINA, view.period);
    if (!own || own.value === null) return [];
    const { ranked, n } = rank(table.observations.filter(({ period, regionId }) => period === view.period && countries.has(regionId)), table.indicator.better);
    const mine = ranked.find(({ observation }) => observation.regionId === CHINA);
    return [{ id, name: table.indicator.name[lang], href: page.href(`indicator/${id}.html`), text: formatValue(own, table.indicator, lang), place: mine && !mine.isOpen ? words.regions.page.placeOf(mine.rank, n) + (mine.isTied ? say.words.aside(words.regions.page.rankNotes.tied) : '') : say.words.rankOpen, sources: book.numbers(table.dataset, [own.sourceId]) }];
  });
  const tables = atlas.tables.filter(({ indicator, observations }) => indicator.expected === 'nation' && observations.some(({ regionId, value }) => regionId === NATION && value !== null));
  return {
    world: { view, source: sourcesLine(atlas, index, view.sourceIds, page), href: page.href(`indicator/${WORLD_INDEX}.html`), sources: worldSources },
    components,
    themes: THEMES.flatMap((theme) => {
      const figures = tables.filter(({ indicator }) => indicator.theme === theme).flatMap((table) => {
        const [newest] = latestOfEach(table, NATION);
        if (!newest) return [];
        const line = figureLine(newest, table, datasetOf(atlas, table), say);
        const status = newest.status === 'measured' ? '' : say.words.status[newest.status];
        return [{ id: table.indicator.id, name: [table.indicator.name[lang], line.series].filter(Boolean).join(' · '), href: page.href(`indicator/${table.indicator.id}.html`), value: line.value, when: line.when, status, sources: book.numbers(table.dataset, [newest.sourceId]) }];
      });
      return figures.length > 0 ? [{ theme, name: words.themes[theme], figures }] : [];
    }),
    groups: groupLinks(atlas, page),
  };
}

/** All that the site holds of one region: China, one of the 34, or the Corps. */
export function regionPage(atlas: Atlas, region: Region, geometry: Geometry, page: PageContext): RegionPageView {
  const { lang, say, words } = page;
  const { regions: terms } = words;
  const text = terms.page;
  const regions = provincesOf(atlas);
  const book = sourceBook(atlas, page);
  const isNation = region.id === NATION;
  const tables = isNation ? [] : THEMES.flatMap((theme) => atlas.tables.filter((table) => isProvincial(table) && table.indicator.theme === theme));
  const pageOf = (id: string) => page.href(`indicator/${id}.html`);

  // What may not be handed on is ranked on its own page alone.
  const offered = new Set(isNation ? [] : rankable(atlas).map(({ indicator }) => indicator.id));
  const rankingOf = (id: string) => (offered.has(id) ? `${page.href('ranking.html')}?indicator=${id}&region=${region.id}` : pageOf(id));

  const rows = tables.flatMap((table): readonly LinkedRow[] => {
    const row = regionRow({ table, region, regions }, freshnessView(table, datasetOf(atlas, table), say).latest, say, terms);
    return row ? [{ ...row, href: pageOf(row.id), rankingHref: rankingOf(row.id), sources: row.value === '' ? [] : book.numbers(row.dataset, row.sourceIds) }] : [];
  });
  const filled = rows.filter(({ facts, rank: place, absence }) => facts.own !== null || place !== '' || absence === null);
  const nation = isNation ? nationPart(atlas, page, book) : null;
  const headline = nation ? nation.world.view.takeaway : regionTakeaway(region, filled, tables.length, regions, say, terms);
  const [main] = headlineRows(filled).filter(({ facts }) => facts.isRanked);
  const groupName = region.group ? words.groups[region.group] : '';
  const members = regions.filter(({ group }) => group !== undefined && group === region.group);
  const figure = main ? regionGroup(main, region, regions, groupName, say, terms) : null;
  // In the order in which the datasets name their indicators: the whole before its parts.
  const asPublished = atlas.tables.flatMap(({ indicator }) => filled.filter(({ id }) => id === indicator.id));
  const trends = trendRows(asPublished, region).flatMap((row) => {
    const trend = regionTrend(row, region, regions, say, terms);
    return trend ? [{ ...trend, href: row.href, sources: row.sources }] : [];
  });

  const coverage = atlas.datasets.find(({ id }) => id === 'coverage');
  const networks = atlas.networks.flatMap((network) => {
    const one = atlas.connections.find(({ networkId, regionId }) => networkId === network.id && regionId === region.id);
    if (!one) return [];
    return [{ id: network.id, name: network.name[lang], when: one.connectedBy === null ? words.coverage.unsaid : formatPeriod(one.connectedBy, lang), isKnown: one.connectedBy !== null, note: halfOf(one.note ?? '', lang), sources: coverage ? book.numbers(coverage.id, [one.sourceId]) : [] }];
  });
  const classes = regionClasses(tables, region, regions, say, terms).map((one) => ({ ...one, href: pageOf(one.id), sources: book.numbers(one.dataset, one.sourceIds) }));
  const places = regionPlaces(tables, region, regions, say, terms).map((one) => ({ ...one, href: pageOf(one.id), sources: book.numbers(one.dataset, one.sourceIds) }));
  const off = offLists(tables, region, regions);
  const records = atlas.tables.filter((table) => isLocalTo(table, region.id)).map((table) => {
    const found = latestOfEach(table, region.id);
    return { id: table.indicator.id, name: table.indicator.name[lang], href: pageOf(table.indicator.id), lines: found.map((one) => figureLine(one, table, datasetOf(atlas, table), say)), sources: book.numbers(table.dataset, found.map(({ sourceId }) => sourceId)) };
  }).filter(({ lines }) => lines.length > 0);

  const systems = isNation ? [] : atlas.systems.filter(({ regionId }) => regionId === region.id);
  // A claim names no region: it is about this one when it touches what is measured of this place alone.
  const local = new Set([...records.map(({ id }) => id), ...systems.flatMap(({ indicators }) => indicators)]);
  const claims = isNation ? [] : atlas.claims.filter(({ indicators }) => indicators.some((id) => local.has(id)));

  const byId = new Map(atlas.regions.map((one) => [one.id, one]));
  const parent = region.id === CORPS && region.parent !== undefined ? byId.get(region.parent) : undefined;
  const neighbourIds = parent ? [parent.id] : (geometry.landNeighbours[region.id] ?? []);
  const neighbours = neighbourIds.flatMap((id) => {
    const one = byId.get(id);
    return one ? [regionLink(one, page)] : [];
  });
  // Side by side: the region and the first of those around it.
  const beside = (neighbours.length > 0 ? neighbours : members.filter(({ id }) => id !== region.id)).slice(0, 3).map(({ id }) => id);
  const compared = filled.some(({ id, kind }) => offered.has(id) && kind === 'values');
  const other = lang === 'zh' ? 'en' : 'zh';
  const [abbr, abbrEn] = [region.abbr ?? '', region.abbrEn ?? ''];
  const shortName = lang === 'zh' ? abbr : abbrEn;
  const used = atlas.datasets.filter(({ id }) => rows.some(({ dataset }) => dataset === id) || (isNation && atlas.tables.some((table) => table.dataset === id)));
  const codes = new Set(filled.map(({ rankKind }) => rankKind));
  const judged = filled.filter(({ facts }) => facts.standing !== null);
  const view: SheetsInput['view'] = {
    id: region.id,
    title: region.name[lang],
    short: region.short[lang],
    otherName: region.name[other],
    codeLine: [text.code(region.id), ...(shortName ? [text.abbr(shortName)] : [])].join(text.dot),
    groupLine: isNation ? text.nationLine : region.id === CORPS ? text.corpsLine : region.group === 'hmt' ? text.hmtLine : text.groupLine(groupName, members.filter(({ id }) => id !== CORPS).length),
    description: headline.text,
    headline,
    lead: nation ? text.nationIntro(nation.themes.reduce((sum, { figures }) => sum + figures.length, 0), regions.length - 1) : headline.text,
    locator: locator(atlas, geometry, region.id, page),
    rows,
    themes: THEMES.flatMap((theme) => {
      const those = filled.filter((row) => row.theme === theme);
      return those.length > 0 ? [{ theme, name: words.themes[theme], rows: those }] : [];
    }),
    filled,
    rowNotes: [
      text.stripNote(region.short[lang]),
      ...(codes.has('unranked') ? [text.unrankedNote] : []),
      ...(filled.some(({ facts, rankKind }) => facts.table.indicator.better === 'none' && rankKind !== 'unranked') ? [text.countNote] : []),
      ...(filled.some(({ kind }) => kind === 'places') ? [text.placesNote] : []),
      ...(codes.has('published') ? [text.publishedNote] : []),
    ],
    tableTitle: text.tableTitle(region.short[lang], filled.length, rows.length, judged.length, judged.filter(({ facts }) => facts.standing === 'better').length),
    trends,
    group: figure && main ? { ...figure, bars: figure.bars.map((bar) => ({ ...bar, href: page.href(regionPath(bar.id)) })), href: main.href, sources: main.sources } : null,
    networks,
    networksNote: networks.length > 0 ? words.coverage.dateNote : isNation ? '' : text.noNetworks(region.short[lang]),
    classes,
    places,
    offLists: off.length === 0 ? '' : text.offLists(off.length, formatList(off.map(({ indicator }) => indicator.short[lang]), lang)),
    records,
    absent: isNation ? [] : regionAbsences(tables, region, regions, say, terms),
    systems: systems.map((system) => ({ id: system.id, name: system.name[lang], href: `${page.href('systems.html')}#${system.id}`, kind: words.systems.kinds[system.kind] ?? system.kind, description: system.description[lang] })),
    claims: claims.map((claim) => ({ id: claim.id, name: claim.label[lang], href: `${page.href('claims.html')}#${claim.id}`, value: claimValue(claim, page), who: words.indicator.claimLine(halfOf(claim.speaker, lang), words.forum[claim.forum]), verdict: words.verdict[claim.verdict] })),
    neighbours,
    neighboursNote: isNation ? '' : parent ? text.withinNote(parent.short[lang]) : neighbours.length === 0 ? text.noNeighbours(region.short[lang]) : '',
    groupMembers: members.filter(({ id }) => id !== region.id).map((one) => regionLink(one, page)),
    groupName,
    sources: book.list(),
    retrieved: used.map(({ retrieved }) => retrieved).sort().at(-1) ?? '',
    // Of a region without a figure there is nothing to compare.
    compareHref: compared ? `${page.href('compare.html')}?regions=${[region.id, ...beside].join('.')}` : '',
    nation,
  };
  return { ...view, sheets: regionSheets({ atlas, region, regions, page, view, asPublished, numbers: book.numbers, sources: book.list }) };
}
