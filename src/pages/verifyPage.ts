import type { VerifyFacts } from '../islands/verify.ts';
import type { PageContext } from '../prerender/pageContext.ts';

export interface VerifyPageView {
  /** What can be told and what not. */
  readonly can: readonly (readonly [head: string, text: string])[];
  readonly facts: VerifyFacts;
}

/** The page on which a reader learns what a file or a hash of ours is; all of it happens in the browser. */
export function verifyPage({ words, base, href, edition }: PageContext): VerifyPageView {
  const terms = words.verify;
  return {
    can: terms.can.map(([head = '', text = '']) => [head, text] as const),
    facts: { base, pages: href(''), single: edition?.kind === 'offered' ? edition.sha256 : null },
  };
}
