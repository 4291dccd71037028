import { formatNumber, formatPeriod, halfOf } from '../i18n/format.ts';
import type { Atlas } from '../model/atlas.ts';
import type { Claim, Verdict } from '../model/claim.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Text } from '../model/text.ts';
import type { PageContext } from '../prerender/pageContext.ts';
import { nearest } from '../query/nearest.ts';
import { daysBetween } from '../query/periodSpan.ts';
import { VERDICT_GROUPS, type ClaimView, type VerdictGroup, type VerdictPart } from '../view/claimView.ts';
import { figureLine } from '../view/figureLines.ts';
import type { FilterView } from '../view/filterView.ts';
import { sourceName } from '../view/sourceView.ts';
import type { TableView } from '../view/tableView.ts';
import { datasetOf, tableOf } from './lookup.ts';

const GROUP_OF: Readonly<Record<Verdict, VerdictGroup>> = {
  confirmed: 'confirmed',
  consistent: 'consistent',
  confirmedWithNuance: 'differs',
  contested: 'differs',
  contradicted: 'differs',
  notFound: 'notElsewhere',
  sameSpeechElsewhere: 'notElsewhere',
  plausible: 'notElsewhere',
  notChecked: 'notCompared',
  counted: 'notCompared',
};

export const groupOf = ({ verdict }: Pick<Claim, 'verdict'>): VerdictGroup => GROUP_OF[verdict];

export const FORUMS = ['fuzhou', 'wuzhen'] as const;

export interface ClaimsPageView {
  readonly count: number;
  readonly sentence: string;
  readonly byForum: string;
  /** As many bricks as claims, group by group. */
  readonly bar: readonly VerdictPart[];
  readonly table: TableView;
  readonly source: string;
  /** One line a claim, group by group; its address undoes a filter, so that no link leads to what is hidden. */
  readonly index: readonly { readonly group: VerdictGroup; readonly name: string; readonly count: string; readonly claims: readonly { readonly id: string; readonly label: string; readonly value: string; readonly href: string }[] }[];
  readonly filter: FilterView;
  readonly themes: readonly { readonly id: string; readonly name: string; readonly claims: readonly ClaimView[] }[];
}

/** “× 100 million yuan”: units too large to be counted one by one are told so. */
const COUNTED_BY = /^× (10,000|100 million) (.+)$/;
const LARGE: readonly (readonly [number, string])[] = [[1e9, ' billion'], [1e6, ' million']];

/** A number that was said, in the reader's counting, with the digits that were said. */
export function claimQuantity({ value, unit }: Pick<Claim, 'value' | 'unit'>, lang: keyof Text): { readonly number: string; readonly unit: string } {
  const decimals = (value.split('.')[1] ?? '').length;
  const [, factor, counted] = (lang === 'en' && COUNTED_BY.exec(unit.en)) || [];
  if (factor === undefined || counted === undefined) return { number: formatNumber(Number(value), decimals), unit: unit[lang] };
  const scale = factor === '10,000' ? 1e4 : 1e8;
  const full = Math.round(Number(value) * 10 ** decimals) * (scale / 10 ** decimals);
  const [size, name] = LARGE.find(([least]) => full >= least) ?? [1, ''];
  // As many decimals as are needed to say it whole.
  const shown = String(full / size);
  return { number: formatNumber(full / size, (shown.split('.')[1] ?? '').length) + name, unit: counted };
}

export function claimValue(claim: Pick<Claim, 'value' | 'unit' | 'precision'>, { lang, words }: PageContext): string {
  const say = words.claims;
  // A date is not counted.
  if (claim.unit.en === 'date') return say.precision[claim.precision](formatPeriod(claim.value, lang));
  const { number, unit } = claimQuantity(claim, lang);
  return say.precision[claim.precision](say.quantity(number, unit));
}

function claimView(claim: Claim, atlas: Atlas, dataset: Dataset, page: PageContext): ClaimView {
  const { lang, say, words } = page;
  const group = groupOf(claim);
  return {
    id: claim.id,
    forum: claim.forum,
    group,
    theme: claim.theme,
    label: claim.label[lang],
    value: claimValue(claim, page),
    of: words.claims.of(formatPeriod(claim.period, lang)),
    said: claim.paraphrase[lang],
    who: words.indicator.claimLine(halfOf(claim.speaker, lang), words.forum[claim.forum]),
    groupName: words.claims.groups[group],
    verdict: words.verdict[claim.verdict],
    meaning: words.claims.meaning[claim.verdict],
    note: claim.verdictNote?.[lang] ?? '',
    sources: claim.verdictSources.flatMap((id) => dataset.sources.filter((source) => source.id === id)),
    figures: claim.indicators.map((id) => {
      const table = tableOf(atlas, id);
      const found = nearest(table, claim.period);
      const isSame = found.some(({ period }) => daysBetween(period, claim.period) === 0);
      return {
        id,
        name: table.indicator.name[lang],
        href: page.href(`indicator/${id}.html`),
        when: isSame ? words.claims.sameTime : words.claims.nearTime,
        lines: found.map((one) => figureLine(one, table, datasetOf(atlas, table), say)),
        more: '',
      };
    }),
    systems: atlas.systems.filter(({ indicators }) => indicators.some((id) => claim.indicators.includes(id))).map(({ id, name }) => ({ id, name: name[lang], href: `${page.href('systems.html')}#${id}` })),
  };
}

/** Everything said at the two forums, and how each stands against what others published. */
export function claimsPage(atlas: Atlas, page: PageContext): ClaimsPageView {
  const { lang, words } = page;
  const { claims: say } = words;
  const { claims } = atlas;
  const dataset = atlas.datasets.find(({ id }) => id === 'claims');
  if (!dataset) throw new Error('the page of claims needs data/claims/datapackage.json');
  const countOf = (group: VerdictGroup, forum?: Claim['forum']) => claims.filter((claim) => groupOf(claim) === group && (forum === undefined || claim.forum === forum)).length;
  const present = VERDICT_GROUPS.filter((group) => countOf(group) > 0);
  const themes = [...new Set(claims.map(({ theme }) => theme))];
  const themeName = (theme: string) => say.themes[theme] ?? theme;
  const reports = dataset.sources.filter(({ id }) => id.startsWith('forum-report-')).map((source) => sourceName(source, lang));
  const list = (texts: readonly string[]) => (lang === 'zh' ? texts.join('，') : texts.join(', '));
  const views = new Map(claims.map((claim) => [claim.id, claimView(claim, atlas, dataset, page)]));
  const viewsOf = (those: readonly Claim[]) => those.flatMap(({ id }) => views.get(id) ?? []);
  return {
    count: claims.length,
    sentence: say.sentence(claims.length, list(present.map((group) => say.part(countOf(group), say.groups[group])))),
    byForum: say.byForum(claims.filter(({ forum }) => forum === 'fuzhou').length, claims.filter(({ forum }) => forum === 'wuzhen').length),
    bar: present.map((group) => ({ group, name: say.groups[group], count: countOf(group), href: `${page.href('claims.html')}?verdict=${group}` })),
    table: {
      columns: [{ key: 'group', label: say.barColumns.group, head: true }, ...[...FORUMS, 'all' as const].map((key) => ({ key, label: say.barColumns[key], numeric: true }))],
      rows: present.map((group) => ({ key: group, cells: [say.groups[group], countOf(group, 'fuzhou'), countOf(group, 'wuzhen'), countOf(group)].map((cell) => ({ text: String(cell) })) })),
    },
    source: say.source(reports.join(lang === 'zh' ? '；' : '; ')),
    index: present.map((group) => ({
      group,
      name: say.groups[group],
      count: say.countOf(countOf(group)),
      claims: viewsOf(claims.filter((claim) => groupOf(claim) === group)).map(({ id, label, value }) => ({ id, label, value, href: `${page.href('claims.html')}#${id}` })),
    })),
    filter: {
      list: 'claims-list',
      label: say.filter.label,
      all: say.filter.all,
      fields: [
        { key: 'theme', label: say.filter.theme, options: themes.map((theme) => ({ value: theme, text: themeName(theme) })) },
        { key: 'forum', label: say.filter.forum, options: FORUMS.map((forum) => ({ value: forum, text: say.filter.forums[forum] })) },
        { key: 'verdict', label: say.filter.verdict, options: present.map((group) => ({ value: group, text: say.groups[group] })) },
      ],
      text: say.filter.q,
      count: say.filter.count(claims.length),
      some: say.filter.some(claims.length),
      reset: say.filter.reset,
      failure: say.filter.failure,
    },
    themes: themes.map((theme) => ({
      id: theme,
      name: themeName(theme),
      claims: viewsOf(claims.filter((claim) => claim.theme === theme)),
    })),
  };
}
