import { formatPeriod, unitName } from '../../i18n/format.ts';
import { hasValue, type Observation, type Period } from '../../model/observation.ts';
import { provincesOf, mayHandOn, tableOf } from '../../pages/lookup.ts';
import { breakBetween } from '../../query/breakBetween.ts';
import { classBreaks, classOf } from '../../query/classBreaks.ts';
import { mappablePeriods, observationsAt, rankedPeriods } from '../../query/select.ts';
import { changedSearch } from '../../state/query.ts';
import { isDoubtful } from '../provinceView.ts';
import { rankingView, type RankingRow as TableRow } from '../rankingView.ts';
import { onePeriod } from '../sentences/onePeriod.ts';
import { mainSeries } from '../sentences/phrases.ts';
import { provincesTakeaway } from '../sentences/provinces.ts';
import { rankingHeadline, regionLimits, shortLimits, type WallWords } from './headlines.ts';
import { MOST_BEATS } from './mapScene.ts';
import { rounded, sitePath, spokenTakeaway, tablesOrigin, type DrawnScene, type SceneContext } from './sceneParts.ts';
import type { Beat, RankingPicture, RankingRow } from './sceneView.ts';

/** Bars that change places from period to period, all on one scale from zero; a change of place only where two periods may be compared. */
export function rankingScene({ indicator: indicatorId, periods: asked }: { readonly indicator: string; readonly periods?: readonly Period[] }, context: SceneContext): DrawnScene {
  const { atlas, page } = context;
  const { lang, say } = page;
  const words = page.words.wall;
  const table = tableOf(atlas, indicatorId);
  const { indicator } = table;
  const regions = provincesOf(atlas);
  const ids = new Set(regions.map(({ id }) => id));
  const series = mainSeries(table);
  const periods = asked ?? rankedPeriods(table).slice(-MOST_BEATS);
  const mapped = new Set(mappablePeriods(table));
  const breaks = classBreaks(indicator, table.observations.filter((one) => ids.has(one.regionId) && mapped.has(one.period)));

  const frames = periods.map((period, index) => {
    const before = periods[index - 1] ?? null;
    const view = rankingView({ table, period, compare: before !== null && before < period ? before : null, regions, group: null }, say, page.words.rankings);
    const rowOf = new Map(observationsAt(table, period, series).map((one) => [one.regionId, one]));
    return { period, before, view, rowOf, told: onePeriod(table, period, regions, say), isCompared: before !== null && before < period && view.refusal === null };
  });
  const last = frames.at(-1);
  if (!last) throw new Error(`the indicator “${indicatorId}” has no period that can be ranked`);
  const amounts = frames.flatMap(({ view }) => view.rows.flatMap(({ amount }) => (amount ? [amount.x] : [])));
  const low = Math.min(0, ...amounts);
  const span = Math.max(0, ...amounts) - low;
  const place = (x: number): number | null => (span === 0 ? null : rounded((x - low) / span));

  const toRow = (row: TableRow, one: Observation | undefined, isCompared: boolean): RankingRow => {
    const measured = one && hasValue(one) ? one : null;
    return {
      id: row.id,
      name: row.name,
      place: row.rank,
      text: row.value + row.mark,
      from: row.amount ? place(0) : null,
      to: row.amount ? place(row.amount.x) : null,
      classIndex: measured ? classOf(measured.value, breaks) : null,
      isDoubtful: measured !== null && isDoubtful(measured),
      bound: measured?.precision === 'lowerBound' ? 'lower' : measured?.precision === 'upperBound' ? 'upper' : null,
      moved: isCompared ? row.changeBy : null,
      movedText: isCompared ? movedText(row, words) : '',
      spoken: [row.name, ...row.card].join(say.words.comma),
    };
  };
  const beats = frames.map(({ period, before, view, told, isCompared }): Beat => {
    const takeaway = provincesTakeaway({ table, period, regions, selected: null }, say);
    const broken = before === null ? undefined : breakBetween(indicator, before, period, series);
    return {
      when: formatPeriod(period, lang),
      topline: [indicator.name[lang], unitName(indicator, lang), told.k === told.n ? say.words.sentences.coveredAll(told.units) : view.coverage].filter(Boolean),
      headline: rankingHeadline({ table, period: told, regions }, view.rows, isCompared, say, words),
      keys: [],
      aside: '',
      limits: shortLimits([...(broken ? [words.broken(formatPeriod(broken.period, lang))] : []), ...regionLimits({ table, period: told, regions }, say, words)], lang),
      notes: spokenTakeaway(takeaway, page),
      path: mayHandOn(atlas, table)
        ? sitePath(context, 'ranking.html', changedSearch('', { indicator: indicatorId, period, compare: isCompared ? before : 'none' }))
        : sitePath(context, `indicator/${indicatorId}.html`, changedSearch('', { period })),
    };
  });
  const counts = new Set(frames.map(({ view }) => view.rows.length));
  const picture: RankingPicture = {
    kind: 'ranking',
    unit: unitName(indicator, lang),
    classCount: Math.max(1, breaks.length - 1),
    frames: frames.map(({ view, rowOf, isCompared }) => ({
      rows: view.rows.map((row) => toRow(row, rowOf.get(row.id), isCompared)),
      unranked: view.unranked.map(({ id, name, absence, absenceText }) => ({ id, name, absence, text: absenceText })),
    })),
    cut: { before: words.cutBefore, after: counts.size === 1 ? words.cutAfter(last.view.rows.length) : words.cutAfterOpen },
    label: last.view.heading,
  };
  return { name: indicator.short[lang], beats, pictures: [picture], ...tablesOrigin([{ table, sourceIds: frames.flatMap(({ view }) => view.sourceIds) }], context) };
}

function movedText({ change, changeBy }: Pick<TableRow, 'change' | 'changeBy'>, { moved }: WallWords): string {
  if (changeBy !== null) return changeBy > 0 ? moved.up(changeBy) : changeBy < 0 ? moved.down(-changeBy) : moved.same;
  return change?.tone === 'new' ? moved.new : '';
}
