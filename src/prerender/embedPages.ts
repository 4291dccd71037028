import { embedName, type EmbedKind } from '../embed/embedName.ts';
import type { Atlas } from '../model/atlas.ts';
import type { IndicatorTable } from '../model/indicator.ts';
import { hasValue } from '../model/observation.ts';
import { marketClaims } from '../pages/marketClaims.ts';
import { mappablePeriods } from '../query/select.ts';
import { stripPeriods, unitsCharts } from '../view/unitsChoice.ts';
import { MOST_LINES } from '../view/multiplesView.ts';
import { rankable } from './rankingIsland.ts';
import { WORDS } from './pageContext.ts';

/** One figure that has pages of its own for an article. */
export interface EmbedFigure {
  /** “map-internet-penetration” */
  readonly name: string;
  readonly kind: EmbedKind;
  /** Null: it is of no single indicator. */
  readonly indicator: string | null;
  /** The page on which the whole figure stands, as a route in Chinese. */
  readonly page: string;
  /** What chooses the figure on that page; empty where the page shows no other. */
  readonly search: string;
  /** Its id there; null: it has a page and no figure on it. */
  readonly figure: string | null;
}

/** Fewer than this is no trend. */
export const MIN_TREND_PERIODS = 3;

const DRAWN_ON_COVERAGE: EmbedFigure = { name: embedName('networks', 'coverage'), kind: 'networks', indicator: null, page: 'coverage.html', search: '', figure: 'coverage-networks' };

/** What is drawn: a doubtful figure (confidence C) is told in its table alone. */
const chartedOf = (observations: IndicatorTable['observations']) => observations.filter(hasValue).filter(({ confidence }) => confidence !== 'C');

/** How a series over time is drawn on its indicator's page; null: it has too few periods, or is of regions. */
export function seriesKind(atlas: Atlas, { indicator, observations }: IndicatorTable): 'trend' | 'multiples' | null {
  if (indicator.expected.startsWith('provinces') || indicator.expected === 'countries') return null;
  const charted = chartedOf(observations);
  const quoted = indicator.id === 'egov-market-size' ? marketClaims(atlas) : [];
  if (new Set([...charted, ...quoted].map(({ period }) => period)).size < MIN_TREND_PERIODS) return null;
  return new Set(charted.map(({ seriesId }) => seriesId)).size > MOST_LINES ? 'multiples' : 'trend';
}

/** Every figure that has pages for articles: those of an indicator together, in the order of the indicators. */
export function embedFigures(atlas: Atlas): readonly EmbedFigure[] {
  const ranked = new Set(rankable(atlas).map(({ indicator }) => indicator.id));
  // Which charts there are does not depend on the language, only on how standings are told.
  const say = { lang: 'zh' as const, words: WORDS[atlas.site.standings].zh.say };
  const own = atlas.tables.flatMap((table): EmbedFigure[] => {
    const { id, expected, parts } = table.indicator;
    const onPage = (kind: EmbedKind, figure: string | null, search = ''): EmbedFigure => ({ name: embedName(kind, id), kind, indicator: id, page: `indicator/${id}.html`, search, figure });
    const hasMap = expected.startsWith('provinces') && mappablePeriods(table).length > 0;
    const series = seriesKind(atlas, table);
    const charts = unitsCharts(table, say);
    const drawn = [
      ...(hasMap ? [onPage('map', 'capability-map')] : []),
      ...(ranked.has(id) ? [{ name: embedName('ranking', id), kind: 'ranking' as const, indicator: id, page: 'ranking.html', search: `indicator=${id}`, figure: 'ranking' }] : []),
      ...(series === null ? [] : [onPage(series, 'trend')]),
      ...(parts ? [onPage('levels', 'levels')] : []),
      ...(stripPeriods(table).length > 0 ? [onPage('strip', 'strip')] : []),
      ...charts.map((chart) => onPage(chart, 'units', chart === charts[0] ? '' : `chart=${chart}`)),
      ...(hasMap ? [onPage('matrix', 'matrix')] : []),
      ...(expected === 'countries' ? [onPage('world', 'world')] : []),
    ];
    const hasFigure = expected === 'nation' && chartedOf(table.observations).length > 0;
    return drawn.length > 0 ? drawn : [onPage('number', hasFigure ? 'figure' : null)];
  });
  return [...own, DRAWN_ON_COVERAGE];
}
