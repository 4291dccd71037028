import { formatFigure, formatNumber, formatPeriod, formatValue, halfOf, type Figure } from '../../i18n/format.ts';
import type { Atlas } from '../../model/atlas.ts';
import { VERDICTS, type Claim } from '../../model/claim.ts';
import type { Indicator, IndicatorTable } from '../../model/indicator.ts';
import { hasValue, type Measured, type Period } from '../../model/observation.ts';
import { NATION } from '../../model/region.ts';
import type { PageContext } from '../../prerender/pageContext.ts';
import { change } from '../../query/change.ts';
import { growth } from '../../query/growth.ts';
import { observationAt } from '../../query/select.ts';
import type { TableView } from '../../view/tableView.ts';
import { amountOf, differenceWorking, growthWorking, percentDecimals, withoutNoise, type Working } from '../../view/workings.ts';
import { claimValue } from '../claims.ts';
import { sourcesLine, tableOf } from '../lookup.ts';
import { sourceLines } from '../../view/sourceView.ts';

/** A figure with the table it stands in. */
export interface Told {
  readonly table: IndicatorTable;
  readonly figure: Measured;
}

/** A number that a story works out, and how. */
export interface WorkedOut extends Figure {
  readonly text: string;
  readonly working: Working;
}

/**
 * What a story is told with. Every answer is a published figure or comes from `query/`; what the tables do not bear out
 * is thrown, so that a sentence which stops being true stops the build instead of being published.
 */
export interface Teller {
  readonly page: PageContext;
  readonly atlas: Atlas;
  /** Refuses a sentence that does not hold. */
  support(holds: boolean, says: string): void;
  at(indicatorId: string, period: Period, seriesId?: string): Told;
  /** In a sentence: “超过1,000个”. */
  value(told: Told): string;
  /** In a picture or a table: “＞1,000个”. */
  mark(told: Told): string;
  when(told: Told): string;
  month(told: Told): string;
  claim(id: string): Claim;
  /** “15,000件”, “超过2,700亿元”: as said, in the reader's counting. */
  said(claim: Claim): string;
  /** The number of an exact count. */
  count(claim: Claim): number;
  /** “6项已证实，1项有争议”: how these stand, in the order of the verdicts. */
  verdicts(claims: readonly Claim[]): string;
  /** later − earlier, for two exact figures that may be compared. */
  difference(earlier: Told, later: Told): WorkedOut;
  /** How much more or less, as a percentage without a sign. */
  growthOf(earlier: Told, later: Told): { readonly fraction: number; readonly text: string; readonly working: Working };
  /** Part of whole, both of them differences or figures of one unit. */
  share(part: Figure, whole: Figure, indicator: Indicator): { readonly fraction: number; readonly text: string; readonly working: Working };
  sources(told: readonly Told[]): string;
  /** Who quoted it, and where. */
  quoted(claims: readonly Claim[]): string;
  /** The figures of a step as they are read, claims below them. */
  twin(told: readonly Told[], claims?: readonly Claim[]): TableView;
  indicatorLinks(ids: readonly string[]): readonly Link[];
  claimLink(id: string): Link;
}

export interface Link {
  readonly label: string;
  readonly href: string;
}

export function teller(atlas: Atlas, page: PageContext, story: string): Teller {
  const { lang, say, words } = page;
  const refuse = (says: string): never => {
    throw new Error(`the story “${story}” cannot be told any more: ${says}`);
  };
  const percent = (fraction: number) => {
    const x = withoutNoise(Math.abs(fraction) * 100);
    return `${formatNumber(x, percentDecimals(x))}%`;
  };
  const mark = ({ figure, table }: Told) => formatValue(figure, table.indicator, lang);
  const value = ({ figure, table }: Told) => words.claims.precision[figure.precision](formatValue({ ...figure, precision: 'exact' }, table.indicator, lang));
  const when = ({ figure }: Told) => formatPeriod(figure.period, lang);
  const between = (earlier: Told, later: Told) => ({
    earlier: amountOf(earlier.figure, earlier.table.indicator, lang),
    later: amountOf(later.figure, later.table.indicator, lang),
    from: when(earlier),
    to: when(later),
  });
  const speaker = (claim: Claim) => words.indicator.claimLine(halfOf(claim.speaker, lang), words.forum[claim.forum]);

  return {
    page,
    atlas,
    support: (holds, says) => {
      if (!holds) refuse(`it no longer holds that ${says}`);
    },
    at(indicatorId, period, seriesId = '') {
      const table = tableOf(atlas, indicatorId);
      const found = observationAt(table, NATION, period, seriesId);
      if (!found || !hasValue(found)) return refuse(`${table.file} has no figure for ${[period, seriesId].filter(Boolean).join(', ')}`);
      if (found.confidence === 'C') return refuse(`${table.file} has a doubtful figure for ${period}`);
      return { table, figure: found };
    },
    value,
    mark,
    when,
    month: ({ figure }) => formatPeriod(figure.period.slice(0, 7), lang),
    claim: (id) => atlas.claims.find((claim) => claim.id === id) ?? refuse(`data/claims/claims.csv has no claim ${id}`),
    said: (claim) => claimValue(claim, page),
    count: (claim) => (claim.precision === 'exact' && /^\d+$/.test(claim.value) ? Number(claim.value) : refuse(`the claim ${claim.id} is no exact count`)),
    verdicts(claims) {
      const parts = VERDICTS.map((verdict) => ({ verdict, n: claims.filter((claim) => claim.verdict === verdict).length })).filter(({ n }) => n > 0);
      return parts.map(({ verdict, n }) => words.stories.verdictPart(words.verdict[verdict], n)).join(say.words.stop);
    },
    difference(earlier, later) {
      const { indicator } = later.table;
      const found = change(earlier.figure, later.figure, indicator);
      if (found.kind === 'refused') return refuse(`the change of ${indicator.id} from ${earlier.figure.period} to ${later.figure.period} is refused: ${found.reason}`);
      if (found.precision !== 'exact' || found.isDoubtful) return refuse(`the change of ${indicator.id} is approximate or doubtful`);
      const { value: by, printedDecimals } = found;
      const figure: Figure = { value: by, precision: 'exact', printedDecimals };
      return {
        ...figure,
        text: found.isPoints ? formatNumber(by, printedDecimals) : formatValue({ ...figure, value: Math.abs(by) }, indicator, lang),
        working: differenceWorking({ ...between(earlier, later), indicator, decimals: amountOf(figure, indicator, lang).decimals, name: indicator.short[lang] }, say),
      };
    },
    growthOf(earlier, later) {
      const { indicator } = later.table;
      const found = growth({ earlier: earlier.figure, later: later.figure, indicator });
      if (found.kind === 'refused') return refuse(`the growth of ${indicator.id} from ${earlier.figure.period} to ${later.figure.period} is refused: ${found.reason}`);
      if (found.isApproximate || found.isDoubtful) return refuse(`the growth of ${indicator.id} is approximate or doubtful`);
      return { fraction: found.fraction, text: percent(found.fraction), working: growthWorking(between(earlier, later), found.fraction, say) };
    },
    share(part, whole, indicator) {
      if (whole.value === 0) refuse('a share of nothing is none');
      const fraction = part.value / whole.value;
      const text = percent(fraction);
      const plain = (figure: Figure) => formatFigure({ ...figure, value: Math.abs(figure.value) }, indicator, lang);
      return { fraction, text, working: { what: words.stories.working.share, formula: words.stories.working.shareFormula, filled: `${plain(part)} ÷ ${plain(whole)} × 100`, result: text } };
    },
    sources(told) {
      const datasets = new Map<string, Told[]>();
      for (const one of told) datasets.set(one.table.dataset, [...(datasets.get(one.table.dataset) ?? []), one]);
      return sourceLines([...datasets.values()].flatMap(([first, ...rest]) => (first ? [sourcesLine(atlas, first.table, [...new Set([first, ...rest].map(({ figure }) => figure.sourceId))], page)] : [])), say);
    },
    quoted: (claims) => words.stories.quoted([...new Set(claims.map(speaker))].join(say.words.stop)),
    twin: (told, claims = []) => ({
      columns: [
        { key: 'name', label: words.series, head: true },
        { key: 'when', label: words.when },
        { key: 'value', label: say.words.value, numeric: true },
        { key: 'status', label: say.words.statusColumn },
        { key: 'confidence', label: say.words.confidence },
      ],
      rows: [
        ...told.map((one) => ({
          key: `${one.table.indicator.id} ${one.figure.seriesId} ${one.figure.period}`,
          cells: [
            { text: one.table.indicator.series?.find(({ id }) => id === one.figure.seriesId)?.name[lang] ?? one.table.indicator.short[lang] },
            { text: when(one) },
            { text: mark(one) },
            { text: [say.words.status[one.figure.status], say.words.precision[one.figure.precision]].filter(Boolean).join(say.words.comma) },
            { text: one.figure.confidence },
          ],
        })),
        ...claims.map((claim) => ({
          key: `claim ${claim.id}`,
          cells: [{ text: claim.label[lang], href: `${page.href('claims.html')}#${claim.id}` }, { text: formatPeriod(claim.period, lang) }, { text: claimValue(claim, page) }, { text: say.words.claimMark }, { text: '' }],
        })),
      ],
    }),
    indicatorLinks: (ids) => ids.map((id) => ({ label: tableOf(atlas, id).indicator.short[lang], href: page.href(`indicator/${id}.html`) })),
    claimLink: (id) => ({ label: words.stories.claimsPage, href: `${page.href('claims.html')}#${id}` }),
  };
}
