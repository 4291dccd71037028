import { joinUnit } from '../../i18n/format.ts';
import { datasetOf, provincesOf, tableOf } from '../../pages/lookup.ts';
import { regionPath } from '../../pages/regionPath.ts';
import { freshnessView } from '../freshnessView.ts';
import { regionRow, type RegionRow } from '../region/regionRow.ts';
import { regionTakeaway } from '../sentences/region.ts';
import { firstFitting, shortLimits } from './headlines.ts';
import { rounded, sitePath, spokenTakeaway, tablesOrigin, type DrawnScene, type SceneContext } from './sceneParts.ts';
import type { RegionPicture } from './sceneView.ts';

/** One region: where it stands in a few indicators, each with its own year. */
export function regionScene({ region: regionId, indicators }: { readonly region: string; readonly indicators: readonly string[] }, context: SceneContext): DrawnScene {
  const { atlas, page } = context;
  const { lang, say } = page;
  const words = page.words.wall;
  const terms = page.words.regions;
  const regions = provincesOf(atlas);
  const region = regions.find(({ id }) => id === regionId);
  if (!region) throw new Error(`no region “${regionId}” has a page`);
  const tables = indicators.map((id) => tableOf(atlas, id));
  const rows = tables.flatMap((table) => regionRow({ table, region, regions }, freshnessView(table, datasetOf(atlas, table), say).latest, say, terms) ?? []);
  if (rows.length === 0) throw new Error(`none of the indicators ${indicators.join(', ')} has a period with most regions`);
  const name = region.short[lang];
  const judged = rows.filter(({ facts }) => facts.standing !== null);
  const better = judged.filter(({ facts }) => facts.standing === 'better').length;
  const said = judged.length === 0 ? words.regionShown(rows.length) : better === judged.length ? words.regionAll(better) : better === 0 ? words.regionNone(judged.length) : words.regionBetter(better, judged.length);
  const neutral = rows.filter(({ facts }) => facts.table.indicator.better === 'none').length;
  const takeaway = regionTakeaway(region, rows, tables.length, regions, say, terms);

  const isGrouped = say.words.standings === 'groups';
  const valueOf = ({ value, unit, facts, rankKind }: RegionRow): string => (facts.own ? joinUnit(value, unit, lang) : rankKind === 'published' ? say.words.absence.notGathered : value);
  const rankOf = ({ facts: { rank, n, isTied, isRanked, published } }: RegionRow): string => {
    if (isGrouped) return '';
    if (published) return say.words.publishedRank(published.rank);
    return rank === null || !isRanked ? '' : say.words.rankOf(rank, n) + (isTied ? say.words.aside(terms.page.rankNotes.tied) : '');
  };
  const picture: RegionPicture = {
    kind: 'region',
    region: region.id,
    name,
    said,
    rows: rows.map((row) => ({
      id: row.id,
      name: row.facts.table.indicator.short[lang],
      when: row.period,
      value: valueOf(row) + (row.facts.own?.confidence === 'C' ? say.words.aside(say.words.doubtful) : ''),
      rank: rankOf(row),
      others: row.strip.marks.map(({ x }) => rounded(x)),
      own: row.strip.own === null ? null : rounded(row.strip.own),
      spoken: row.spoken,
    })),
  };
  return {
    name,
    beats: [
      {
        when: '',
        topline: [name, words.regionTop(rows.length)],
        headline: firstFitting([words.ofRegion(name, said), words.ofRegion(name, words.regionShown(rows.length))], lang),
        keys: [],
        aside: judged.length === 0 ? '' : [words.medianOfUnits, ...(neutral > 0 ? [words.notJudged(neutral)] : [])].join(say.words.stop),
        limits: shortLimits(takeaway.limits, lang),
        notes: spokenTakeaway(takeaway, page),
        path: sitePath(context, regionPath(region.id)),
      },
    ],
    pictures: [picture],
    ...tablesOrigin(rows.map(({ facts: { table }, sourceIds, at }) => ({ table, sourceIds: sourceIds.length > 0 ? sourceIds : table.observations.filter(({ period }) => period === at).map(({ sourceId }) => sourceId) })), context),
  };
}
