import { formatPeriod } from '../../i18n/format.ts';
import type { regionsZh } from '../../i18n/regions.zh.ts';
import type { Say } from '../../i18n/say.ts';
import type { IndicatorTable } from '../../model/indicator.ts';
import { ABSENCES, hasValue, type Absence, type Observation, type Period } from '../../model/observation.ts';
import type { Region, RegionId } from '../../model/region.ts';
import { partial } from '../../query/partial.ts';
import { MAPPABLE_REGIONS, observationsAt, periods } from '../../query/select.ts';
import { absenceWithoutRow } from '../provinceView.ts';
import { countedRegions, mainSeries } from '../sentences/phrases.ts';
import { rowPeriod } from './regionRow.ts';

type RegionWords = typeof regionsZh;

/** A class that a publisher gave a region: pilot or not, passed or not, the leading group. */
export interface RegionClass {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly at: Period;
  readonly when: string;
  readonly text: string;
  /** Of a question with two answers; null: of more classes, the text alone tells. */
  readonly isYes: boolean | null;
  /** “3级中的第2级”: how many classes there are; empty for yes and no. */
  readonly of: string;
  readonly sourceIds: readonly string[];
  readonly dataset: string;
}

/** A place on a list of which only a part was published. */
export interface RegionPlace {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly at: Period;
  readonly when: string;
  /** “第4”, “第4（并列）” */
  readonly place: string;
  /** “前10，共31” */
  readonly of: string;
  readonly sourceIds: readonly string[];
  readonly dataset: string;
}

/** What has no figure here, and of which kind that is. */
export interface RegionAbsence {
  readonly kind: Absence;
  readonly name: string;
  readonly why: string;
  readonly items: readonly { readonly id: string; readonly name: string; /** Which periods; empty: the whole of it. */ readonly when: string }[];
}

const countedIds = (table: IndicatorTable, regions: readonly Region[]): ReadonlySet<RegionId> => new Set(countedRegions(table.indicator, regions).map(({ id }) => id));

const atPeriod = (table: IndicatorTable, period: Period, regions: readonly Region[]): readonly Observation[] => {
  const ids = countedIds(table, regions);
  return observationsAt(table, period, mainSeries(table)).filter(({ regionId }) => ids.has(regionId));
};

/** Every period in which most regions were put into classes and no value was given for most. */
export function regionClasses(tables: readonly IndicatorTable[], region: Region, regions: readonly Region[], { lang, words }: Say, terms: RegionWords): readonly RegionClass[] {
  return tables.flatMap((table) => {
    const { indicator } = table;
    const bands = indicator.bands ?? [];
    return periods(table, mainSeries(table)).flatMap((period): readonly RegionClass[] => {
      const at = atPeriod(table, period, regions);
      if (indicator.publishes !== 'bands' || at.filter(({ band }) => band !== undefined).length < MAPPABLE_REGIONS) return [];
      const own = at.find(({ regionId }) => regionId === region.id);
      const index = bands.findIndex(({ id }) => id === own?.band);
      const band = bands[index];
      if (!own || !band) return [];
      const isQuestion = bands.length === 2 && bands[0]?.id === 'no' && bands[1]?.id === 'yes';
      const used = bands.filter(({ id }) => at.some((one) => one.band === id));
      return [{
        key: `${indicator.id} ${period}`,
        id: indicator.id,
        name: indicator.name[lang],
        at: period,
        when: formatPeriod(period, lang),
        text: band.name[lang],
        isYes: isQuestion ? band.id === 'yes' : null,
        of: isQuestion ? '' : words.aside(terms.page.classOf(used.length - used.indexOf(band), used.length)),
        sourceIds: [own.sourceId],
        dataset: table.dataset,
      }];
    });
  }).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** The region's places in periods of which only some places were published, newest last within an indicator. */
export function regionPlaces(tables: readonly IndicatorTable[], region: Region, regions: readonly Region[], { lang, words }: Say, terms: RegionWords): readonly RegionPlace[] {
  return tables.flatMap((table) => {
    const { indicator } = table;
    return periods(table, mainSeries(table)).flatMap((period): readonly RegionPlace[] => {
      const at = atPeriod(table, period, regions);
      const placed = at.filter(({ publishedRank }) => publishedRank !== undefined);
      const own = placed.find(({ regionId }) => regionId === region.id);
      const hasMost = at.filter(hasValue).length >= MAPPABLE_REGIONS || placed.length >= MAPPABLE_REGIONS;
      if (!own || hasMost) return [];
      // A value beside a place makes the list no longer: it is still a part of one.
      const list = partial(placed.map((one): Observation => ({ ...one, value: null, status: 'notGathered' })), countedIds(table, regions).size);
      if (!list) return [];
      const isTied = placed.some((one) => one !== own && one.publishedRank === own.publishedRank);
      return [{
        key: `${indicator.id} ${period}`,
        id: indicator.id,
        name: indicator.name[lang],
        at: period,
        when: formatPeriod(period, lang),
        place: terms.page.place(own.publishedRank ?? 0) + (isTied ? words.aside(terms.page.rankNotes.tied) : ''),
        of: list.kind === 'first' ? terms.page.firstOf(list.k, list.n) : terms.page.someOf(list.k, list.n),
        sourceIds: [own.sourceId],
        dataset: table.dataset,
      }];
    });
  });
}

/** Lists of first places on which the region does not stand in any period: it is somewhere below, which is no absence. */
export function offLists(tables: readonly IndicatorTable[], region: Region, regions: readonly Region[]): readonly IndicatorTable[] {
  return tables.filter((table) => {
    if (!countedIds(table, regions).has(region.id) || rowPeriod(table, regions) !== null || table.indicator.publishes !== 'ranks') return false;
    return !table.observations.some(({ regionId, publishedRank, value, band }) => regionId === region.id && (publishedRank !== undefined || value !== null || band !== undefined));
  });
}

/** What is absent, by kind: whole indicators, and single periods of those that are there. */
export function regionAbsences(tables: readonly IndicatorTable[], region: Region, regions: readonly Region[], { lang, words }: Say, terms: RegionWords): readonly RegionAbsence[] {
  const found = tables.flatMap((table) => {
    const { indicator } = table;
    const own = table.observations.filter(({ regionId }) => regionId === region.id);
    const has = own.some(({ value, publishedRank, band }) => value !== null || publishedRank !== undefined || band !== undefined);
    const isList = rowPeriod(table, regions) === null && indicator.publishes === 'ranks';
    if (!has) {
      // A list of the first ten says nothing against those it surveyed and did not name.
      if (isList && countedIds(table, regions).has(region.id)) return [];
      const kind = own[0]?.value === null ? own[0].status : absenceWithoutRow(region, indicator);
      return [{ kind, id: indicator.id, name: indicator.name[lang], when: '' }];
    }
    // Of an indicator of values a place or a class does not stand in for the value.
    const missing = own.filter((one) => one.value === null && (indicator.publishes === 'values' || (one.band === undefined && one.publishedRank === undefined)));
    return ABSENCES.flatMap((kind) => {
      const when = missing.filter(({ status }) => status === kind).map(({ period }) => formatPeriod(period, lang));
      return when.length > 0 ? [{ kind, id: indicator.id, name: indicator.name[lang], when: when.join(lang === 'zh' ? '、' : ', ') }] : [];
    });
  });
  return ABSENCES.map((kind) => ({
    kind,
    name: words.absence[kind],
    why: terms.page.absentWhy[kind](found.filter((one) => one.kind === kind).length, region.short[lang]),
    items: found.filter((one) => one.kind === kind).map(({ id, name, when }) => ({ id, name, when })),
  })).filter(({ items }) => items.length > 0);
}
