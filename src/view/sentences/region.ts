import { formatPeriod } from '../../i18n/format.ts';
import type { regionsZh } from '../../i18n/regions.zh.ts';
import type { Say } from '../../i18n/say.ts';
import { THEMES } from '../../model/indicator.ts';
import { CORPS, type Region } from '../../model/region.ts';
import type { RegionRow } from '../region/regionRow.ts';
import { rankWorking } from '../workings.ts';
import { figureText, isCount, limitList, markLimits, nameList, namer, sentence, unitsText, when } from './phrases.ts';
import { onePeriod } from './onePeriod.ts';
import { absentLimit } from './provinces.ts';
import type { Takeaway } from './takeaway.ts';

/** How many indicators the headline tells. */
const TOLD = 3;

/**
 * The indicators of the headline: of each theme, in the order of the site, the one that says most of a region: where
 * one direction is better, then rates before counts, which tell a region's size, then the newest. Themes whose
 * indicators have a direction or are rates come first.
 */
export function headlineRows<Row extends RegionRow>(rows: readonly Row[]): readonly Row[] {
  const weight = ({ facts: { table } }: RegionRow): number => (table.indicator.better !== 'none' ? 0 : isCount(table.indicator) ? 2 : 1);
  const told = rows.filter(({ facts, kind, rankKind }) => kind === 'values' && (rankKind === 'published' || (facts.own !== null && rankKind !== 'open')));
  const best = THEMES.flatMap((theme): readonly Row[] => {
    const [first] = told.filter((row) => row.theme === theme).sort((a, b) => weight(a) - weight(b) || (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
    return first ? [first] : [];
  });
  const chosen = [...best.filter((row) => weight(row) < 2), ...best.filter((row) => weight(row) === 2)].slice(0, TOLD);
  return THEMES.flatMap((theme) => chosen.filter((row) => row.theme === theme));
}

/** Where one region stands in three indicators, each with its own year, place and n; or that no survey covers it. */
export function regionTakeaway(region: Region, rows: readonly RegionRow[], surveys: number, regions: readonly Region[], say: Say, terms: typeof regionsZh): Takeaway {
  const { lang } = say;
  const own = region.short[lang];
  const said = terms.page.headline;
  const told = headlineRows(rows);
  if (told.length === 0) return { text: sentence([region.group === 'hmt' ? said.notSurveyed(own, surveys) : said.nothing(own, surveys)], say), limits: [], workings: [] };
  const name = namer(regions, say);
  const clauses = told.map(({ facts, at }) => {
    const { table, own: figure, rank, n, tiedWith, isRanked, published } = facts;
    const title = table.indicator.short[lang];
    if (!figure) return published ? said.published(when(at, say), title, published.rank, published.n) : '';
    const value = said.figure(when(at, say), title, figureText(figure, table.indicator, say));
    if (!isRanked) return said.unranked(value);
    if (rank === null || n < 2) return value;
    return tiedWith.length > 0 ? said.tied(value, nameList(tiedWith.map(name), say), rank, n) : said.placed(value, rank, n);
  });
  const periods = told.map(({ at, facts }) => ({ facts, period: onePeriod(facts.table, at, regions, say) }));
  const years = new Set(told.map(({ at }) => at));
  const units = [...new Set(told.map(({ facts }) => unitsText(facts.expectedCount, facts.table.indicator.expected, say)))];
  return {
    text: sentence([said.of(own, clauses.filter(Boolean).join(say.words.stop))], say),
    limits: limitList(
      [
        ...(told.length > 1 && years.size > 1 ? [said.notComparable] : []),
        ...(told.some(({ facts }) => !facts.isRanked) ? [said.whyUnranked] : []),
        ...(units.length > 1 ? [said.differentUnits(units.join(lang === 'zh' ? '、' : ', '))] : []),
        ...(region.id === CORPS ? [said.corps] : []),
        ...periods.filter(({ facts }) => facts.own !== null).flatMap(({ period, facts: { table } }) => absentLimit(period, table.indicator.expected, say).map((limit) => said.ofIndicator(table.indicator.short[lang], limit))),
        ...told.flatMap(({ facts }) => (facts.own ? markLimits([facts.own], () => facts.table.indicator.short[lang], say) : [])),
      ],
      say,
    ),
    workings: told.flatMap(({ facts, at }) =>
      facts.rank === null || !facts.isRanked || facts.n < 2
        ? []
        : rankWorking(`${own} · ${facts.table.indicator.short[lang]} · ${formatPeriod(at, lang)}`, { ahead: facts.rank - 1, tied: facts.tiedWith.length }, facts.table.indicator.better, say),
    ),
  };
}
