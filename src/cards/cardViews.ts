import { rampClass } from '../components/map/regionClass.ts';
import { formatList } from '../i18n/format.ts';
import type { TileGrid } from '../geo/shapes.ts';
import type { Atlas } from '../model/atlas.ts';
import type { IndicatorTable } from '../model/indicator.ts';
import { NATION } from '../model/region.ts';
import type { StoryView } from '../pages/stories.ts';
import type { ComparedRow } from '../pages/stories/story.ts';
import { datasetOf, provincesOf, tableOf } from '../pages/lookup.ts';
import { marketClaims } from '../pages/marketClaims.ts';
import type { PageContext } from '../prerender/pageContext.ts';
import { latestWorld } from '../prerender/worldIsland.ts';
import { mappablePeriods } from '../query/select.ts';
import type { CoverageView } from '../view/coverageView.ts';
import type { MapView } from '../view/mapView.ts';
import { publishersOf, publishersText } from '../view/publishers.ts';
import { DOUBT_MARK, provinceView, type ProvinceView } from '../view/provinceView.ts';
import { rankingPeriods, rankingView, type RankingView } from '../view/rankingView.ts';
import type { RegionPageView } from '../view/regionView.ts';
import { provincesTakeaway } from '../view/sentences/provinces.ts';
import { trendFigure } from '../view/trendFigure.ts';
import { trendView } from '../view/trendView.ts';
import { credit } from '../cite/credit.ts';
import type { CardPicture, CardRow, CardView } from './cardView.ts';

/** Of the publishers that a line of sources names. */
const NAMED = 2;

/** Reading date, release, address: what a picture needs to be traced by. */
function originText(retrieved: string, { say, words, release, address }: PageContext, root: string | null): string {
  const shown = (root ?? address ?? '').replace(/^https?:\/\//, '').replace(/\/$/, '');
  return [retrieved === '' ? '' : say.words.freshness.retrieved(retrieved), release === null ? '' : words.regions.print.release(release.hash), shown].filter(Boolean).join(' · ');
}

interface Facts {
  readonly atlas: Atlas;
  readonly page: PageContext;
}

type Words = Pick<CardView, 'headline' | 'heading' | 'picture'> & { readonly title?: string; readonly coverage?: string; readonly sources: readonly string[]; readonly retrieved: string };

const compose = ({ atlas, page }: Facts, { sources, retrieved, title = '', coverage = '', ...own }: Words): CardView => ({
  lang: page.lang,
  title,
  coverage,
  ...own,
  source: publishersText(sources, page.say),
  origin: originText(retrieved, page, atlas.site.address),
  site: page.words.siteName,
  siteOther: page.words.siteOther,
});

/** At most so many tiles are framed: a crowd is no one place. */
const FRAMED = 3;

/** The regions that lead by the ranking's own words; none where no places are told. */
function leaders({ bars }: ProvinceView, { say }: PageContext): readonly string[] {
  const [first] = bars.rows;
  if (!first || say.words.standings === 'groups') return [];
  const tied = bars.rows.filter(({ rank }) => rank === first.rank).map(({ id }) => id);
  return tied.length <= FRAMED ? tied : [];
}

function tilesOf(map: MapView, tiles: TileGrid, framed: readonly string[]): CardPicture {
  const { legend } = map;
  const roleOf = (index: number): string => rampClass(map, index);
  return {
    kind: 'tiles',
    columns: tiles.columns,
    rows: tiles.rows,
    tiles: tiles.tiles.flatMap(({ id, column, row }) => {
      const region = map.regions[id];
      if (!region) return [];
      const fill = region.classIndex !== null ? { role: roleOf(region.classIndex) } : region.absence !== null ? { absence: region.absence } : null;
      return [{ id, column, row, text: region.abbr, fill, mark: region.mark, isDoubtful: region.doubtful, isChosen: framed.includes(id) }];
    }),
    classes: legend.counts.map((count, index) => ({ role: roleOf(index), count: String(count), name: legend.bandNames?.[index] ?? '' })),
    edges: legend.edges,
    absences: legend.absences.map(({ kind, label }) => ({ kind, label })),
    // What a tile can't show by shape is not explained beside it; the dashed outline of a doubtful one is.
    marks: legend.marks.filter(({ mark }) => mark === DOUBT_MARK),
  };
}

/** The latest period on the tile map. */
export function mapCard(facts: Facts, table: IndicatorTable, tiles: TileGrid): CardView | null {
  const { atlas, page } = facts;
  const period = mappablePeriods(table).at(-1);
  if (period === undefined) return null;
  const view = provinceView({ table, period, regions: provincesOf(atlas), selected: null }, page.say);
  const dataset = datasetOf(atlas, table);
  return compose(facts, { headline: view.takeaway.text, heading: view.heading, coverage: view.coverage, picture: tilesOf(view.map, tiles, leaders(view, page)), sources: publishersOf(dataset, view.sourceIds, page.say), retrieved: dataset.retrieved });
}

const FIRST = 5;

/** The first five and the last, from zero; rows without values in words. */
function rankedRows({ bars }: ProvinceView): CardPicture {
  const { rows } = bars;
  const last = rows.at(-1);
  const shown = rows.length <= FIRST + 1 || !last ? rows : [...rows.slice(0, FIRST), last];
  const first = rows[0]?.rank;
  return {
    kind: 'rows',
    zero: bars.zero,
    marks: [],
    rows: shown.map((bar): CardRow => ({
      key: bar.id,
      place: bar.rank,
      name: bar.name,
      text: bar.text + bar.mark,
      bar: bar.from === null || bar.to === null ? null : { from: bar.from, to: bar.to, role: bar.rank === first ? 'selected' : 'series-1', isHollow: bar.isHollow, isOpen: bar.bound !== null, isClaim: false },
      isAfterGap: bar === last && rows.length > FIRST + 1,
    })),
  };
}

function listedRows(view: RankingView, { lang }: PageContext): CardPicture {
  if (view.standingGroups.length > 0) return { kind: 'groups', groups: view.standingGroups.map(({ count, regions }) => ({ name: count, count: '', regions })) };
  if (view.told === 'bands') {
    const names = [...new Set(view.rows.map(({ band }) => band))];
    return {
      kind: 'groups',
      groups: names.map((name) => {
        const those = view.rows.filter(({ band }) => band === name);
        return { name, count: String(those.length), regions: formatList(those.map((row) => row.name), lang) };
      }),
    };
  }
  const hasPlaces = view.rows.some(({ rank }) => rank !== '');
  return { kind: 'rows', zero: 0, marks: [], rows: view.rows.slice(0, FIRST + 2).map(({ id, name, rank, value }) => ({ key: id, place: hasPlaces ? rank : '', name, text: value, bar: null, isAfterGap: false })) };
}

/** The order of the regions in the latest period that has one; groups where places are not told. */
export function rankingCard(facts: Facts, table: IndicatorTable): CardView | null {
  const { atlas, page } = facts;
  const { say, words } = page;
  const regions = [...provincesOf(atlas), ...atlas.regions.filter(({ id }) => id === NATION)];
  const period = rankingPeriods(table, provincesOf(atlas)).at(-1);
  if (period === undefined) return null;
  const dataset = datasetOf(atlas, table);
  const ranking = rankingView({ table, period, compare: null, regions, group: null }, say, words.rankings);
  const isBarred = say.words.standings === 'places' && ranking.told === 'values' && mappablePeriods(table).includes(period);
  const view = isBarred ? provinceView({ table, period, regions: provincesOf(atlas), selected: null }, say) : null;
  return compose(facts, {
    headline: view ? view.takeaway.text : provincesTakeaway({ table, period, regions: provincesOf(atlas), selected: null }, say).text,
    heading: ranking.heading,
    coverage: ranking.coverage,
    picture: view ? rankedRows(view) : listedRows(ranking, page),
    sources: publishersOf(dataset, ranking.sourceIds, page.say),
    retrieved: dataset.retrieved,
  });
}

const MOST_LINES = 4;
const MOST_FIGURES = 6;

/** A national indicator over time; figures of one time each stand side by side. */
export function trendCard(facts: Facts, table: IndicatorTable): CardView {
  const { atlas, page } = facts;
  const { say } = page;
  const claims = table.indicator.id === 'egov-market-size' ? marketClaims(atlas) : [];
  const view = trendFigure({ table, claims, words: page.words, kind: null, base: null }, say);
  const dataset = datasetOf(atlas, table);
  const { picture } = view;
  const { lines } = picture;
  const isTimed = lines.some(({ points }) => points.length > 1) && lines.length <= MOST_LINES && picture.stops.length > 2;
  const ends = lines.flatMap((line) => {
    const last = line.points.at(-1);
    return last ? [{ line, last }] : [];
  });
  const [only] = ends;
  const isPercent = table.indicator.unit.zh === '%';
  const drawn: CardPicture = isTimed
    ? { kind: 'trend', trends: [{ name: '', role: 'series-1', view: picture, marks: picture.marks }] }
    : ends.length === 1 && only
      ? { kind: 'number', value: picture.unit === '%' ? only.last.text + picture.unit : only.last.text, unit: picture.unit === '%' ? '' : picture.unit, when: only.last.period, percent: isPercent && only.last.precision === 'exact' && only.last.mark === 'measured' && only.last.y >= 0 && only.last.y <= 100 ? only.last.y : null }
      : { kind: 'figures', figures: ends.slice(0, MOST_FIGURES).map(({ line, last }) => ({ key: line.id, value: picture.unit === '%' ? last.text + picture.unit : last.text, name: line.name, when: last.period })) };
  return compose(facts, {
    headline: view.takeaway.text,
    heading: view.heading,
    coverage: lines.length > 1 ? view.coverage : '',
    picture: ends.length === 0 ? { kind: 'none' } : drawn,
    sources: publishersOf(dataset, table.observations.map(({ sourceId }) => sourceId), page.say),
    retrieved: dataset.retrieved,
  });
}

/** One country among all of an international survey's latest edition. */
export function worldCard(facts: Facts, table: IndicatorTable): CardView {
  const { atlas, page } = facts;
  const view = latestWorld(atlas, table, page);
  const dataset = datasetOf(atlas, table);
  return compose(facts, { headline: view.takeaway.text, heading: view.heading, coverage: view.coverage, picture: { kind: 'strip', strip: view.strip }, sources: publishersOf(dataset, view.sourceIds, page.say), retrieved: dataset.retrieved });
}

/** What its page shows first. */
export function indicatorCard(facts: Facts, table: IndicatorTable, tiles: TileGrid): CardView {
  const { expected } = table.indicator;
  if (expected === 'countries') return worldCard(facts, table);
  if (expected === 'nation') return trendCard(facts, table);
  return mapCard(facts, table, tiles) ?? rankingCard(facts, table) ?? trendCard(facts, table);
}

/** A region by name, and where it lies. */
export const regionCard = (facts: Facts, { title, groupLine, headline, locator, sources, retrieved }: Pick<RegionPageView, 'title' | 'groupLine' | 'headline' | 'locator' | 'sources' | 'retrieved'>): CardView =>
  compose(facts, {
    title,
    headline: headline.text,
    heading: groupLine,
    picture: {
      kind: 'tiles',
      columns: locator.columns,
      rows: locator.rows,
      tiles: locator.tiles.map(({ id, column, row, abbr, isOwn }) => ({ id, column, row, text: abbr, fill: { role: isOwn ? 'selected' : 'band' }, mark: '', isDoubtful: false, isChosen: false })),
      classes: [],
      edges: [],
      absences: [],
      marks: [],
    },
    sources: sources.map(({ publisher }) => publisher),
    retrieved,
  });

/** The front page's finding: fewer websites, more users; two quantities over one axis of time. */
export function dashboardCard(facts: Facts, { title, sentence }: { readonly title: string; readonly sentence: string }): CardView {
  const { atlas, page } = facts;
  const { home } = page.words;
  const [websites, users] = [tableOf(atlas, 'government-websites'), tableOf(atlas, 'online-government-users')];
  const trends = [
    { table: websites, name: home.websitesTitle, role: 'series-1' },
    { table: users, name: home.usersTitle, role: 'series-2' },
  ].map(({ table, name, role }) => {
    const view = trendView(table, [], page.say);
    return { name, role, view, marks: view.marks };
  });
  const datasets = [websites, users].map((table) => ({ table, dataset: datasetOf(atlas, table) }));
  return compose(facts, {
    title,
    headline: sentence,
    heading: '',
    picture: { kind: 'trend', trends },
    sources: datasets.flatMap(({ table, dataset }) => publishersOf(dataset, table.observations.map(({ sourceId }) => sourceId), page.say)),
    retrieved: datasets.map(({ dataset }) => dataset.retrieved).sort().at(-1) ?? '',
  });
}

export const networksPicture = (view: CoverageView): CardPicture => ({
  kind: 'networks',
  networks: view.networks.map(({ id, name, groups, when }) => ({ id, name, tiles: groups.flatMap(({ tiles }) => tiles.map(({ kind }) => kind)), text: when })),
  legend: view.legend,
});

export function networksCard(facts: Facts, { view, heading }: { readonly view: CoverageView; readonly heading: string }): CardView {
  const dataset = facts.atlas.datasets.find(({ id }) => id === 'coverage');
  return compose(facts, { headline: view.title, heading, picture: networksPicture(view), sources: dataset ? publishersOf(dataset, view.sourceIds, facts.page.say) : [], retrieved: dataset?.retrieved ?? '' });
}

const ROLE = { measured: 'series-1', derived: 'series-2', claim: 'claim' } as const;
const MOST_ROWS = 5;

const comparedRows = (rows: readonly ComparedRow[]): CardPicture => ({
  kind: 'rows',
  zero: 0,
  marks: [],
  rows: rows.slice(0, MOST_ROWS).map(({ key, name, when, text, share, mark, isOpen }) => ({
    key,
    place: '',
    name: [name, when].filter(Boolean).join(' · '),
    text,
    bar: { from: 0, to: share, role: ROLE[mark], isHollow: false, isOpen, isClaim: mark === 'claim' },
    isAfterGap: false,
  })),
});

/** A finding: its title, its sentence, and the first of its pictures that a card can hold, with the source of that. */
export function storyCard(facts: Facts, { title, lead, steps }: Pick<StoryView, 'title' | 'lead' | 'steps'>): CardView {
  const found = steps.flatMap(({ picture, source }) =>
    picture.kind === 'compared' ? [{ picture: comparedRows(picture.rows), source }] : picture.kind === 'networks' ? [{ picture: networksPicture(picture.view), source }] : [],
  );
  const [first] = found;
  const { page } = facts;
  const composed = compose(facts, { title, headline: lead, heading: page.words.stories.kicker, picture: first?.picture ?? { kind: 'none' }, sources: [], retrieved: '' });
  // Who published the figures; the page of the story names their publications.
  const publishers = credit(first?.source ?? '', page.lang, NAMED);
  return { ...composed, source: publishers === '' ? '' : page.say.words.sourceColon + publishers };
}

/** For every page without a picture of its own. */
export const generalCard = (facts: Facts): CardView => compose(facts, { title: facts.page.words.siteName, headline: facts.page.words.home.description, heading: '', picture: { kind: 'none' }, sources: [], retrieved: '' });
