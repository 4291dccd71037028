import { mount } from 'svelte';
import { CHECK_FILE, readCheckContext } from '../check/checkContext.ts';
import CheckBench from '../components/check/CheckBench.svelte';
import type { checkZh } from '../i18n/check.zh.ts';
import type { intakeZh } from '../i18n/intake.zh.ts';
import type { Lang } from '../model/text.ts';
import { loadText } from '../ingest/load.ts';
import { published } from '../state/place.ts';
import type { SeriesTableWords } from '../view/seriesTable.ts';
import type { TrendView } from '../view/trendView.ts';
import { speak } from './speak.ts';

export interface CheckFacts {
  readonly base: string;
  readonly tableWords: SeriesTableWords;
}

const isFacts = (facts: unknown): facts is CheckFacts => typeof facts === 'object' && facts !== null && 'base' in facts && 'tableWords' in facts;

const SIZES = { wide: { width: 1120, height: 440 }, narrow: { width: 680, height: 420 } };

async function drawTrend(): Promise<(view: TrendView) => { readonly wide: string; readonly narrow: string }> {
  const [{ drawStatic }, { trendOption }] = await Promise.all([import('../charts/drawStatic.ts'), import('../charts/trendOption.ts')]);
  const drawn = (view: TrendView, size: (typeof SIZES)['wide']): string => drawStatic(trendOption(view, size), size);
  return (view) => ({ wide: drawn(view, SIZES.wide), narrow: drawn(view, SIZES.narrow) });
}

async function words(lang: Lang): Promise<{ readonly terms: typeof checkZh; readonly intake: typeof intakeZh }> {
  if (lang === 'zh') {
    const [{ checkZh: terms }, { intakeZh: intake }] = await Promise.all([import('../i18n/check.zh.ts'), import('../i18n/intake.zh.ts')]);
    return { terms, intake };
  }
  const [{ checkEn: terms }, { intakeEn: intake }] = await Promise.all([import('../i18n/check.en.ts'), import('../i18n/intake.en.ts')]);
  return { terms, intake };
}

/** The bench on which a table that arrived is read and checked. What it is held against is fetched once. */
export default async function waken(element: HTMLElement, facts: unknown): Promise<void> {
  if (!isFacts(facts)) throw new Error('the page holds no facts for the check');
  const say = await speak();
  const [text, spoken] = await Promise.all([loadText({ base: `${facts.base}data/`, file: CHECK_FILE, fetcher: published }), words(say.lang)]);
  const context = readCheckContext(text);
  if (!context) throw new Error(`${CHECK_FILE} is not what this page was made for`);
  element.replaceChildren();
  mount(CheckBench, { target: element, props: { say, ...spoken, context, base: facts.base, tableWords: facts.tableWords, drawTrend } });
  // A table may be brought where there is no network any more.
  const fetchAhead = (): void => { Promise.all([import('@e965/xlsx'), drawTrend()]).catch(console.warn); };
  if (typeof requestIdleCallback === 'function') requestIdleCallback(fetchAhead);
  else setTimeout(fetchAhead, 1000);
}
