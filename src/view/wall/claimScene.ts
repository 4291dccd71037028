import { formatPeriod, formatValue } from '../../i18n/format.ts';
import { scale } from '../../ingest/scale.ts';
import type { Claim } from '../../model/claim.ts';
import type { IndicatorTable } from '../../model/indicator.ts';
import { NATION } from '../../model/region.ts';
import { claimsPage } from '../../pages/claims.ts';
import { datasetOf, tableOf } from '../../pages/lookup.ts';
import type { PageContext } from '../../prerender/pageContext.ts';
import { nearest } from '../../query/nearest.ts';
import type { ClaimView } from '../claimView.ts';
import { datasetNamed } from './coverageScene.ts';
import { firstFitting, shortLimits } from './headlines.ts';
import { dueOf, originOf, rounded, sitePath, type DrawnScene, type SceneContext, type Used } from './sceneParts.ts';
import type { ClaimPicture, ComparedPicture } from './sceneView.ts';

/** Beside the claim itself. */
const MOST_BESIDE = 4;

/** The views of a page's claims are made once a language. */
const known = new WeakMap<PageContext, readonly ClaimView[]>();

function viewOf(claim: Claim, { atlas, page }: SceneContext): ClaimView {
  const views = known.get(page) ?? claimsPage(atlas, page).themes.flatMap(({ claims }) => claims);
  known.set(page, views);
  const view = views.find(({ id }) => id === claim.id);
  if (!view) throw new Error(`the page of claims does not tell “${claim.id}”`);
  return view;
}

const isNumber = (text: string): boolean => /^\d+(?:\.\d+)?$/.test(text);

/** Figures of the same time, else of the nearest, each with its own: only in the very unit in which the claim was said. */
function besideOf(claim: Claim, { atlas, page }: SceneContext): { readonly picture: ComparedPicture; readonly used: readonly Used[] } | null {
  const { lang, say } = page;
  const tables = claim.indicators.map((id) => tableOf(atlas, id)).filter(({ indicator }) => indicator.expected === 'nation' && indicator.unit.zh === claim.unit.zh);
  const [main] = tables;
  if (!main || !isNumber(claim.value)) return null;
  const said = scale(claim.value, main.indicator.unit.multiplier);
  const found = tables.flatMap((table) => nearest(table, claim.period, NATION).map((figure) => ({ table, figure }))).slice(0, MOST_BESIDE);
  if (found.length === 0) return null;
  const largest = Math.max(said, ...found.map(({ figure }) => figure.value));
  const nameOf = ({ indicator }: IndicatorTable, seriesId: string): string => indicator.series?.find(({ id }) => id === seriesId)?.name[lang] ?? indicator.short[lang];
  const figure = { value: said, precision: claim.precision, printedDecimals: (claim.value.split('.')[1] ?? '').length };
  const label = { measured: say.words.status.measured, derived: say.words.status.derived, claim: say.words.claimMark };
  const rows: ComparedPicture['rows'] = [
    { id: claim.id, name: page.words.stories.asClaimed(claim.label[lang]), when: formatPeriod(claim.period, lang), text: formatValue(figure, main.indicator, lang), share: rounded(said / largest), mark: 'claim', isOpen: claim.precision === 'lowerBound' },
    ...found.map(({ table, figure: one }) => ({
      id: `${table.indicator.id} ${one.seriesId} ${one.period}`,
      name: nameOf(table, one.seriesId),
      when: formatPeriod(one.period, lang),
      text: formatValue(one, table.indicator, lang),
      share: rounded(one.value / largest),
      mark: one.status === 'derived' ? ('derived' as const) : ('measured' as const),
      isOpen: one.precision === 'lowerBound',
    })),
  ];
  const present = (['measured', 'derived', 'claim'] as const).filter((mark) => rows.some((row) => row.mark === mark));
  return {
    picture: { kind: 'compared', unit: '', rows, marks: present.map((mark) => ({ mark, label: label[mark] })) },
    used: tables.map((table) => ({ table, sourceIds: found.filter((one) => one.table === table).map(({ figure: one }) => one.sourceId) })),
  };
}

/** A number that someone quoted, whether others say the same, and what was measured beside it. */
export function claimScene({ claim: claimId }: { readonly claim: string }, context: SceneContext): DrawnScene {
  const { atlas, page } = context;
  const { lang, say } = page;
  const words = page.words.wall;
  const claim = atlas.claims.find(({ id }) => id === claimId);
  if (!claim) throw new Error(`there is no claim “${claimId}”`);
  const view = viewOf(claim, context);
  const beside = besideOf(claim, context);
  const dataset = datasetNamed(atlas, 'claims');
  const picture: ClaimPicture = { kind: 'claim', said: view.value, of: [view.label, view.of].join(' · '), who: view.who, verdict: view.verdict, why: view.meaning, beside: beside?.picture ?? null };
  const report = `forum-report-${claim.forum}`;
  const headline = firstFitting([words.saidOf(view.label, view.value), words.saidBare(view.value)].map((said) => words.claim[claim.verdict](said)), lang);
  const own = dataset.sources.filter(({ id }) => id.startsWith(report)).map(({ id }) => id);
  return {
    name: words.claimName(claim.label[lang]),
    beats: [
      {
        when: '',
        // A sentence too short for what it is about leaves that to the line above it.
        topline: [...(headline.includes(view.label) ? [] : [view.label]), words.said, formatPeriod(claim.period, lang)],
        headline,
        keys: [],
        aside: '',
        limits: shortLimits([words.notStatistics], lang),
        notes: [view.said, view.who, `${view.verdict}${lang === 'zh' ? '：' : ': '}${view.meaning}`, view.note, words.notStatistics].filter(Boolean).join(say.words.stop) + say.words.end,
        path: sitePath(context, 'claims.html', `#${claim.id}`),
      },
    ],
    pictures: [picture],
    ...originOf([{ dataset, sourceIds: [...own, ...claim.verdictSources] }, ...(beside?.used ?? []).map(({ table, sourceIds }) => ({ dataset: datasetOf(atlas, table), sourceIds }))], page),
    due: dueOf((beside?.used ?? []).map(({ table }) => table), context),
  };
}
