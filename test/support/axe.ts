import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

interface AxeWish {
  /** A selector; without it the whole page. */
  readonly within?: string;
  /** Only the rules of colours, as for a second theme; or all but those. */
  readonly colours?: 'only' | 'leftOut';
  /** Axe's own advice beside WCAG; sensible for a part of a page. */
  readonly hasAdvice?: boolean;
}

/**
 * What axe finds wrong, in words that name the places. In its older manner, in which it doesn't describe what is right:
 * half the time on a page of two thousand elements. What stands in a frame is a page of its own and is asked there.
 */
export async function axeFinds(page: Page, { within, colours, hasAdvice = false }: AxeWish = {}): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'], iframes: false });
  if (within !== undefined) axe.include(within);
  // A row beyond the twelfth of a table has the colours of one before it; all rows are asked in the light.
  if (colours === 'only') axe.withRules(COLOUR_RULES).exclude('tbody > tr:nth-child(n+13)');
  else axe.withTags(hasAdvice ? [...WCAG, 'best-practice'] : WCAG);
  if (colours === 'leftOut') axe.disableRules(COLOUR_RULES);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes.slice(0, 4).map((node) => `${node.target.join(' ')} ${node.failureSummary?.split('\n').at(1)?.trim() ?? ''}`).join(' | ')}`);
}
