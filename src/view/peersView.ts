import { formatFigure, formatList, formatNumber, formatPeriod, joinUnit, unitName } from '../i18n/format.ts';
import type { rankingsZh } from '../i18n/rankings.zh.ts';
import type { Say } from '../i18n/say.ts';
import type { IndicatorTable } from '../model/indicator.ts';
import { hasValue, type Measured, type Period } from '../model/observation.ts';
import type { Region, RegionId } from '../model/region.ts';
import { featureSpace, featureValue, LEAST_PEERS, MOST_PEERS, PEER_FEATURES, peersOf, PEERS_FIRST, type FeatureSpace, type PeerChoice, type PeerFeature, type PeerFeatures, type PeerKind } from '../query/peers.ts';
import { observationsAt } from '../query/select.ts';
import { readIds, readKey, type KeyRefusal } from '../state/query.ts';
import { countedRegions, figureText, mainSeries, namer } from './sentences/phrases.ts';
import { statusWords } from './provinceView.ts';
import { isPlain } from './statusMarks.ts';
import { peersTakeaway } from './sentences/peers.ts';
import { standing, type Place } from './sentences/standing.ts';
import type { Takeaway } from './sentences/takeaway.ts';
import type { TableView } from './tableView.ts';

export type RankingsTerms = typeof rankingsZh;

export interface PeersInput {
  readonly table: IndicatorTable;
  readonly period: Period;
  readonly region: RegionId;
  readonly regions: readonly Region[];
  readonly features: PeerFeatures;
  readonly neighbours: Readonly<Record<RegionId, readonly RegionId[]>>;
  readonly choice: PeerChoice;
}

export interface PeerRow {
  readonly id: RegionId;
  readonly name: string;
  readonly isSelf: boolean;
  /** Percent of the axis; null where a feature is absent. */
  readonly x: number | null;
  readonly distance: string;
  /** The features, as shown. */
  readonly features: readonly string[];
  readonly value: string;
  readonly isAbsent: boolean;
  /** Among the peers and among all; empty where there is none or a bound leaves it open. */
  readonly place: string;
  readonly national: string;
  /** What the cursor says there: all that stands in the row. */
  readonly say: string;
}

export interface PeersView {
  readonly heading: string;
  readonly coverage: string;
  readonly takeaway: Takeaway;
  readonly axis: { readonly label: string; readonly ticks: readonly { readonly x: number; readonly text: string }[] } | null;
  readonly featureNames: readonly string[];
  /** The region first, then its peers, nearest first. */
  readonly rows: readonly PeerRow[];
  readonly peerIds: readonly RegionId[];
  readonly notes: readonly string[];
  readonly table: TableView;
}

/** Everything worked out, for the view and its sentence alike. */
export interface PeersFound {
  readonly input: PeersInput;
  readonly space: FeatureSpace | null;
  readonly peerIds: readonly RegionId[];
  readonly tiedAtEdge: readonly RegionId[];
  /** The provinces that may be peers. */
  readonly units: readonly Region[];
  readonly figures: ReadonlyMap<RegionId, Measured>;
  /** The region's and its peers', where they have a figure. */
  readonly group: readonly Measured[];
  readonly placeAmong: (id: RegionId) => Place | null;
  readonly placeOfAll: (id: RegionId) => Place | null;
}

/** Provinces that features are published of: neither the Corps nor the three outside the surveys. */
export const peerUnits = (regions: readonly Region[]): readonly Region[] => regions.filter(({ level, group }) => level === 'province' && group !== 'hmt');

export function findPeers(input: PeersInput): PeersFound {
  const { table, period, region, regions, features, neighbours, choice } = input;
  const units = peerUnits(regions);
  const space = featureSpace(features, choice.features, units.map(({ id }) => id));
  const { ids, tiedAtEdge } = peersOf(region, choice, units, space, neighbours);
  // With a distance the nearest come first, whoever made the group.
  const far = (id: RegionId) => space?.between(region, id) ?? Infinity;
  const peerIds = choice.kind === 'nearest' ? ids : [...ids].sort((one, other) => (far(one) === far(other) ? (one < other ? -1 : 1) : far(one) - far(other)));
  const counted = new Set(countedRegions(table.indicator, regions).map(({ id }) => id));
  const all = observationsAt(table, period, mainSeries(table)).filter(hasValue).filter(({ regionId }) => counted.has(regionId));
  const members = new Set([region, ...peerIds]);
  const group = all.filter(({ regionId }) => members.has(regionId));
  return {
    input,
    space,
    peerIds,
    tiedAtEdge,
    units,
    figures: new Map(all.map((figure) => [figure.regionId, figure])),
    group,
    placeAmong: standing(group, table.indicator.better).placeOf,
    placeOfAll: standing(all, table.indicator.better).placeOf,
  };
}

/** A feature as shown, without its unit: 12,780 (万人), 127,800 (thousand people), 87,654 (yuan), 74.0 (%); null: absent. */
function featureFigure(feature: PeerFeature, figures: FeatureSpace['figures'][RegionId] | undefined, { lang }: Say): string | null {
  const value = featureValue(feature, figures);
  if (value === null) return null;
  if (feature === 'internet-penetration') return formatNumber(value, 1);
  return formatNumber(feature === 'population' && lang === 'en' ? value * 10 : value);
}

/** With it: 12,780万人, 74.0%. */
export function featureText(feature: PeerFeature, figures: FeatureSpace['figures'][RegionId] | undefined, say: Say, terms: RankingsTerms): string {
  const figure = featureFigure(feature, figures, say);
  return figure === null ? terms.peers.noFeature : joinUnit(figure, terms.peers.units[feature], say.lang);
}

const DISTANCE_DECIMALS = 2;
export const distanceOf = (x: number): string => formatNumber(x, DISTANCE_DECIMALS);

/** Three or four round marks from nought on. */
function ticksUpTo(most: number): readonly number[] {
  const step = [0.1, 0.2, 0.25, 0.5, 1, 2, 5].find((size) => most / size <= 4) ?? 10;
  return Array.from({ length: Math.floor(most / step + 1e-9) + 1 }, (_, index) => index * step);
}

/** “GDP per head”, “internet penetration”: inside a sentence only an abbreviation keeps its capitals. */
const inSentence = (text: string): string => text.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());

export function peersView(input: PeersInput, say: Say, terms: RankingsTerms): PeersView {
  const { table, period, region, regions, choice } = input;
  const { lang, words } = say;
  const own = terms.peers;
  const found = findPeers(input);
  const { space, peerIds } = found;
  const { indicator } = table;
  const name = namer(regions, say);
  const far = peerIds.flatMap((id) => space?.between(region, id) ?? []);
  const most = Math.max(...far, 0) * 1.06;
  const placeText = (place: Place | null) => (place ? own.place(place.rank, place.n) : '');
  const at = new Map(observationsAt(table, period, mainSeries(table)).map((one) => [one.regionId, one]));
  const featureNames = choice.features.map((feature) => own.features[feature]);
  const rows = [region, ...peerIds].map((id): PeerRow => {
    const figure = found.figures.get(id);
    const absent = at.get(id);
    const distance = space?.between(region, id) ?? null;
    const row = {
      id,
      name: name(id),
      isSelf: id === region,
      x: distance === null || most === 0 ? null : (distance / most) * 100,
      distance: id === region ? '' : distance === null ? own.noDistance : distanceOf(distance),
      features: choice.features.map((feature) => featureText(feature, space?.figures[id], say, terms)),
      value: figure ? figureText(figure, indicator, say) : words.absence[absent?.value === null ? absent.status : 'notGathered'],
      isAbsent: !figure,
      place: placeText(found.placeAmong(id)),
      national: placeText(found.placeOfAll(id)),
    };
    const told = (label: string, text: string) => (text === '' ? '' : `${label} ${text}`);
    const lines = [
      [row.name + (row.isSelf ? words.aside(own.self) : ''), told(own.distance, row.distance), told(indicator.short[lang], row.value), told(own.among, row.place), told(own.national, row.national)],
      row.features.map((text, index) => told(featureNames[index] ?? '', text)),
    ];
    return { ...row, say: lines.map((parts) => parts.filter(Boolean).join(words.comma)).join('\n') };
  });
  const when = space ? formatPeriod(space.period, lang) : '';
  const statusOf = (id: RegionId): string => {
    const figure = found.figures.get(id);
    return figure && (!isPlain(figure) || figure.confidence === 'C') ? statusWords(figure, say) : '';
  };
  const hasStatus = rows.some(({ id }) => statusOf(id) !== '');
  // Units stand in the heads, so that in a spreadsheet the cells are numbers.
  const headed = (label: string, at: string, unit: string) => own.withYear(label, [at, unit].filter(Boolean).join(words.comma));
  const columns: TableView['columns'] = [
    { key: 'region', label: words.region, head: true },
    { key: 'distance', label: own.distance, numeric: true },
    ...choice.features.map((feature) => ({ key: feature, label: headed(own.features[feature], when, own.units[feature]), numeric: true })),
    { key: 'value', label: headed(indicator.short[lang], formatPeriod(period, lang), unitName(indicator, lang)), numeric: true },
    ...(hasStatus ? [{ key: 'status', label: words.statusColumn }] : []),
    { key: 'place', label: own.placeColumn, numeric: true },
    { key: 'national', label: own.nationalColumn, numeric: true },
  ];
  return {
    heading: own.heading(name(region)),
    coverage: own.size(peerIds.length),
    takeaway: peersTakeaway(found, say, terms),
    axis: far.length === 0 ? null : { label: own.axis, ticks: ticksUpTo(most).map((x) => ({ x: most === 0 ? 0 : (x / most) * 100, text: String(Number(x.toFixed(2))) })) },
    featureNames,
    rows,
    peerIds,
    notes: [own.method(formatList(featureNames.map(inSentence), lang), when, space?.ids.length ?? 0), ...(choice.features.some((feature) => feature.endsWith('head')) ? [own.perHead] : [])].filter(() => space !== null),
    table: {
      columns,
      rows: rows.map((row) => {
        const figure = found.figures.get(row.id);
        const features = choice.features.map((feature) => featureFigure(feature, space?.figures[row.id], say) ?? own.noFeature);
        return { key: row.id, cells: [row.name, row.distance, ...features, figure ? formatFigure(figure, indicator, lang) : row.value, ...(hasStatus ? [statusOf(row.id)] : []), row.place, row.national].map((text) => ({ text })) };
      }),
    },
  };
}

const isKind = (text: string): PeerKind | undefined => (text === 'group' || text === 'neighbours' ? text : undefined);

/** “peers=group”, “peers=neighbours” or “peers=440000.330000”; “nearest=3”; “features=population.gdp-per-head”. */
export function readPeerChoice(query: URLSearchParams, region: RegionId, regions: readonly Region[]): { readonly choice: PeerChoice; readonly refusals: readonly KeyRefusal[] } {
  const refusals: KeyRefusal[] = [];
  const known = peerUnits(regions).map(({ id }) => id);
  const kind = isKind(query.get('peers') ?? '');
  // The region itself is none of its own peers, whoever's address it was.
  const own = kind === undefined ? readIds<readonly string[]>(query, 'peers', [], { known, most: MOST_PEERS }, refusals).filter((id) => id !== region) : [];
  const asked = query.get('peers');
  if (kind === undefined && asked !== null && own.length === 0 && refusals.length === 0) refusals.push({ key: 'peers', found: asked, used: null });
  const count = readKey(query, 'nearest', PEERS_FIRST, (found) => (/^\d$/.test(found) && Number(found) >= LEAST_PEERS && Number(found) <= MOST_PEERS ? Number(found) : undefined), refusals);
  const chosen = readIds(query, 'features', PEER_FEATURES, { known: PEER_FEATURES, most: PEER_FEATURES.length }, refusals);
  const features = PEER_FEATURES.filter((feature) => chosen.includes(feature));
  return { choice: { kind: kind ?? (own.length > 0 ? 'own' : 'nearest'), count, features, own }, refusals };
}
