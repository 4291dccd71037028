import type { KeptBuild, Refusal } from './state.ts';

/** What a page asks of the worker. `check`: look for a newer build; `isNow`: also one that failed a moment ago. */
export type Asked = { readonly kind: 'tell' } | { readonly kind: 'check'; readonly isNow: boolean } | { readonly kind: 'swap' } | { readonly kind: 'alive' };

/** What the worker knows, for one page. */
export interface Report {
  /** The build that the page was opened from; null: from the network. */
  readonly running: string | null;
  readonly kept: KeptBuild | null;
  readonly waiting: KeptBuild | null;
  readonly refused: readonly Refusal[];
  readonly lastContact: number | null;
}

/** What became of a look for a newer build. */
export type Contact =
  | { readonly isReached: true; readonly skewMs: number | null }
  /** @param detail In the browser's words, or the status. */
  | { readonly isReached: false; readonly detail: string };

/** The worker's answer; told unasked, without a contact, when something has changed. */
export interface Told {
  readonly report: Report;
  readonly contact: Contact | null;
}

/** Only pages of the site can send one. */
export const isAsked = (data: unknown): data is Asked => typeof data === 'object' && data !== null && 'kind' in data;

export const isTold = (data: unknown): data is Told => typeof data === 'object' && data !== null && 'report' in data && typeof data.report === 'object' && data.report !== null && 'contact' in data;

/** The server's clock minus this machine's. @param asked, answered When it was asked and when the answer came. */
export function skewOf(date: string | null, asked: number, answered: number): number | null {
  const server = Date.parse(date ?? '');
  // The header has whole seconds, cut off: half of one is the best guess.
  return Number.isNaN(server) ? null : server + 500 - (asked + answered) / 2;
}
