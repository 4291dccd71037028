import { formatFigure, formatPeriod, inUnit, unitName } from '../../i18n/format.ts';
import type { regionsZh } from '../../i18n/regions.zh.ts';
import type { Say } from '../../i18n/say.ts';
import { hasValue } from '../../model/observation.ts';
import type { Region } from '../../model/region.ts';
import { rank } from '../../query/rank.ts';
import { observationsAt } from '../../query/select.ts';
import { countedRegions, markLimits, mainSeries, namer } from '../sentences/phrases.ts';
import { absenceWithoutRow } from '../provinceView.ts';
import { inToldOrder } from '../toldOrder.ts';
import type { GroupBar, RegionGroupFigure } from '../regionView.ts';
import type { RegionRow } from './regionRow.ts';

/** The bars of a region's own group in one indicator, in order of rank; null where the group has fewer than two figures. */
export function regionGroup(row: RegionRow, region: Region, regions: readonly Region[], groupName: string, say: Say, terms: typeof regionsZh): Omit<RegionGroupFigure, 'href' | 'sources' | 'bars'> & { readonly bars: readonly Omit<GroupBar, 'href'>[] } | null {
  const { table } = row.facts;
  const { indicator } = table;
  const { lang, words } = say;
  const members = countedRegions(indicator, regions).filter(({ group }) => group === region.group);
  const ids = new Set(members.map(({ id }) => id));
  const at = observationsAt(table, row.at, mainSeries(table)).filter(({ regionId }) => ids.has(regionId));
  const ranking = rank(at, indicator.better);
  const { n } = ranking;
  const ranked = inToldOrder(ranking, say);
  const own = ranked.find(({ observation }) => observation.regionId === region.id);
  if (n < 2 || !own) return null;
  const nameOf = namer(regions, say);
  const lengths = ranked.map(({ observation }) => inUnit(observation.value, indicator, lang));
  // A length is read from zero; below zero there is no bar to compare.
  const longest = lengths.every((length) => length >= 0) ? Math.max(...lengths) : 0;
  return {
    heading: [groupName, indicator.short[lang], formatPeriod(row.at, lang), unitName(indicator, lang)].filter(Boolean).join(' · '),
    title: own.isOpen ? terms.page.groupOpen(region.short[lang], groupName) : terms.page.groupTitle(region.short[lang], groupName, own.rank, n, own.isTied),
    bars: [
      ...ranked.map(({ observation, rank: place, isTied, isOpen }, index) => ({
        id: observation.regionId,
        name: nameOf(observation.regionId),
        rank: isOpen ? '' : terms.page.placeInGroup(place, n, isTied),
        text: formatFigure(observation, indicator, lang) + (observation.confidence === 'C' ? (lang === 'zh' ? '？' : '?') : ''),
        width: longest > 0 ? Math.round(((lengths[index] ?? 0) / longest) * 1000) / 1000 : null,
        isOwn: observation.regionId === region.id,
        isHollow: observation.confidence === 'C' || observation.status !== 'measured' || observation.precision !== 'exact',
      })),
      ...members.filter(({ id }) => !ranked.some(({ observation }) => observation.regionId === id)).map((member) => {
        const one = at.find(({ regionId }) => regionId === member.id);
        return { id: member.id, name: member.short[lang], rank: '', text: words.absence[one && !hasValue(one) ? one.status : absenceWithoutRow(member, indicator)], width: null, isOwn: false, isHollow: false };
      }),
    ],
    limits: markLimits(ranked.map(({ observation }) => observation), ({ regionId }) => nameOf(regionId), say),
  };
}
