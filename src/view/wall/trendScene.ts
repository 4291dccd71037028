import { formatPeriod, unitName } from '../../i18n/format.ts';
import type { IndicatorTable } from '../../model/indicator.ts';
import { marketClaims } from '../../pages/marketClaims.ts';
import { tableOf } from '../../pages/lookup.ts';
import { charted, linesOf, trendTakeaway } from '../sentences/trend.ts';
import { trendView, type TrendView } from '../trendView.ts';
import { keyNumber, lineHeadline, lineMove, shortLimits, sinceText, twoLinesHeadline, type LineMove } from './headlines.ts';
import { formatFigure } from '../../i18n/format.ts';
import { sitePath, spokenTakeaway, tablesOrigin, type DrawnScene, type SceneContext } from './sceneParts.ts';
import type { KeyFigure, TrendBlock, TrendPicture } from './sceneView.ts';

/** Colours of series; a further line has none of its own. */
const TONES = 4;
/** As many numbers as a wall shows at once. */
const MOST_KEYS = 2;

/** What one table gives to a trend: its picture, its latest figures, the way of its line where it has one. */
export interface TrendPart {
  readonly table: IndicatorTable;
  readonly block: TrendBlock;
  readonly keys: readonly KeyFigure[];
  readonly move: LineMove | null;
  /** The line that `move` is of; null: none is newer than all others. */
  readonly moving: string | null;
  readonly lines: number;
  readonly count: number;
  /** Changes of method first: they forbid more than anything else. */
  readonly breaks: readonly string[];
  readonly limits: readonly string[];
  readonly notes: string;
  /** “2015年7月—2022年12月” */
  readonly when: string;
}

/** @param tone Of its first line: 1 … 4. */
export function trendPart(table: IndicatorTable, tone: number, { atlas, page }: SceneContext): TrendPart {
  const { lang, say } = page;
  const { indicator } = table;
  const claims = marketClaims(atlas).filter(({ indicators }) => indicators.includes(indicator.id));
  const view = trendView(table, claims, say);
  const lines = linesOf(table, say);
  const settled = lines.map((line) => ({ ...line, figures: line.figures.some(({ status }) => status !== 'forecast') ? line.figures.filter(({ status }) => status !== 'forecast') : line.figures }));
  const isOne = settled.length === 1;
  const toneOf = (seriesName: string): number | null => {
    const at = tone + (view.lines.find(({ name }) => name === seriesName)?.tone ?? 0);
    return at <= TONES ? at : null;
  };
  const newest = settled
    .flatMap((line) => {
      const figure = line.figures.at(-1);
      return figure ? [{ line, figure }] : [];
    })
    .sort((one, other) => (one.figure.period < other.figure.period ? 1 : one.figure.period > other.figure.period ? -1 : 0));
  // What another line said long ago is no key figure beside them.
  const latest = newest.filter(({ figure }) => figure.period === newest[0]?.figure.period);
  const [moving] = latest.length === 1 ? latest : [];
  const keys = latest.slice(0, MOST_KEYS).map(({ line, figure }): KeyFigure => {
    const status = figure.status === 'measured' ? '' : say.words.status[figure.status];
    const name = isOne ? indicator.short[lang] : line.name;
    return { ...keyNumber(formatFigure(figure, indicator, lang), indicator, lang), label: [name, formatPeriod(figure.period, lang), status].filter(Boolean).join(' · '), tone: isOne ? tone : toneOf(line.name) };
  });
  const takeaway = trendTakeaway({ table, claims }, say);
  const [from, to] = [view.stops[0], view.stops.at(-1)];
  return {
    table,
    block: { id: indicator.id, name: indicator.short[lang], tone, unit: unitName(indicator, lang), view: slim(view), breakWord: view.breaks[0]?.word ?? view.lines.flatMap(({ segments }) => segments.flatMap(({ gap }) => gap ?? []))[0] ?? '' },
    keys,
    move: moving ? lineMove(moving.line.figures, indicator, say) : null,
    moving: moving ? (isOne ? indicator.short[lang] : moving.line.name) : null,
    lines: settled.length,
    count: charted(table).length,
    breaks: view.breaks.map(({ when, word }) => page.words.wall.breakAt(indicator.short[lang], when, word)),
    limits: [...(indicator.better === 'none' && isOne ? [page.words.wall.noDirection(indicator.short[lang])] : []), ...takeaway.limits],
    notes: spokenTakeaway(takeaway, page),
    when: from && to ? say.words.trends.range(from.title, to.title) : '',
  };
}

/** Without the words of the pointer's readout: nobody points at a wall, and the page behind the code has them. */
const slim = (view: TrendView): TrendView => ({ ...view, stops: view.stops.map(({ x, title }) => ({ x, title, rows: [] })) });

export const trendPicture = (parts: readonly TrendPart[]): TrendPicture => ({
  kind: 'trend',
  blocks: parts.map(({ block }) => block),
  marks: [...new Map(parts.flatMap(({ block }) => block.view.marks).filter(({ mark, precision }) => mark !== 'measured' || precision !== 'exact').map(({ mark, label }) => [label, { mark, label }])).values()],
});

/** Sources of the charted figures: of the latest, of the first, then backwards in time. */
function newestFirst(table: IndicatorTable): readonly string[] {
  const ids = [...charted(table)].sort((one, other) => (one.period < other.period ? 1 : one.period > other.period ? -1 : 0)).map(({ sourceId }) => sourceId);
  return [...ids.slice(0, 1), ...ids.slice(-1), ...ids];
}

/** One or two national series, one above the other; each keeps its own scale. */
export function trendScene({ indicators }: { readonly indicators: readonly string[] }, context: SceneContext): DrawnScene {
  const { page } = context;
  const { lang, say } = page;
  const words = page.words.wall;
  let tone = 1;
  const parts = indicators.map((id) => {
    const part = trendPart(tableOf(context.atlas, id), tone, context);
    tone += Math.max(1, part.block.view.lines.length);
    return part;
  });
  const [one, other] = parts;
  if (!one) throw new Error('a trend without an indicator shows nothing');
  const nameOf = ({ table }: TrendPart): string => table.indicator.short[lang];
  const told = (part: TrendPart) => ({ indicator: part.table.indicator, name: part.moving ?? nameOf(part), move: part.move, count: part.count });
  const headline = other ? twoLinesHeadline(told(one), told(other), say, words) : one.lines > 1 && one.move === null ? words.seriesApart(nameOf(one), one.lines) : lineHeadline(told(one), say, words);
  const keys = other ? parts.flatMap((part) => part.keys.slice(0, 1)) : one.keys;
  return {
    name: parts.map(nameOf).join(' · '),
    beats: [
      {
        when: '',
        topline: [parts.map(({ table }) => table.indicator.name[lang]).join(lang === 'zh' ? '与' : ' and '), ...(other ? [] : [one.block.unit, one.when])].filter(Boolean),
        headline,
        keys: keys.slice(0, MOST_KEYS),
        aside: parts.map((part) => sinceText(other ? nameOf(part) : '', part.move, words)).filter(Boolean).join(say.words.stop),
        limits: shortLimits([...parts.flatMap(({ breaks }) => breaks), ...parts.flatMap(({ limits }) => limits)], lang),
        notes: parts.map(({ notes }) => notes).join(lang === 'zh' ? '' : ' '),
        path: sitePath(context, `indicator/${one.table.indicator.id}.html`),
      },
    ],
    pictures: [trendPicture(parts)],
    ...tablesOrigin(parts.map(({ table }) => ({ table, sourceIds: newestFirst(table) })), context),
  };
}
