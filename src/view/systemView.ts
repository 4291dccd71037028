import type { IndicatorLines, NamedLink } from './claimView.ts';

/** An entry of the catalogue: what it is, since when, and what is measured of it. */
export interface SystemView {
  readonly id: string;
  readonly kind: string;
  readonly forum: string;
  readonly name: string;
  readonly owner: string;
  /** “1988年起”, or that none was found. */
  readonly started: string;
  readonly startSources: readonly { readonly text: string; readonly url?: string }[];
  readonly forumName: string;
  readonly description: string;
  readonly note: string;
  readonly measured: readonly IndicatorLines[];
  readonly claims: readonly NamedLink[];
}
