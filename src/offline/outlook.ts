import type { Contact, Report } from './messages.ts';
import { OFFLINE_FIRST, type OfflineState } from './state.ts';

/** What a page hears of the network and of the worker. */
export type Heard =
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'contact'; readonly contact: Contact; readonly at: number }
  /** The machine says that it has no network. */
  | { readonly kind: 'cut'; readonly at: number }
  /** Nothing can be kept. */
  | { readonly kind: 'memory'; readonly why: OfflineState['why'] }
  /** Where nothing can be kept: what the server offers. */
  | { readonly kind: 'offered'; readonly build: string; readonly release: string };

/** What a page knows, beyond what it says: one failed look is no lost network. */
export interface Outlook {
  readonly state: OfflineState;
  /** Looks that failed, one after another. */
  readonly failures: number;
  /** The server has answered since the page was opened. */
  readonly hasReached: boolean;
  /** The build that the server offered first, where nothing is kept: probably the one that runs. */
  readonly first: string | null;
}

export const OUTLOOK_FIRST: Outlook = { state: OFFLINE_FIRST, failures: 0, hasReached: false, first: null };

/** A look may be lost by chance; the second one follows at once. */
const FAILURES_MEAN_OFFLINE = 2;

export const CHECK_MS = 300_000;
/** While there is no network, so that it is noticed when it is back. */
export const CHECK_OFFLINE_MS = 30_000;
export const CHECK_AGAIN_MS = 5_000;

/** How long until the next look. */
export const nextCheckMs = ({ state, failures }: Outlook): number => (!state.isOnline ? CHECK_OFFLINE_MS : failures > 0 ? CHECK_AGAIN_MS : CHECK_MS);

/** Opened without network, the last contact is older than the page. */
function offline(state: OfflineState, hasReached: boolean, at: number): OfflineState {
  if (!state.isOnline) return state;
  return { ...state, isOnline: false, offlineSince: hasReached ? at : (state.lastContact ?? at) };
}

function reported(state: OfflineState, { running, kept, waiting, refused, lastContact }: Report): OfflineState {
  // Another page of this machine has gone over already, or back: this one follows.
  const next = waiting ?? (running !== null && kept !== null && kept.build !== running ? kept : null);
  return { ...state, mode: 'worker', why: null, running, kept, waiting: next, refused, lastContact: lastContact ?? state.lastContact };
}

/** What a page knows after it has heard something more. */
export function hear(outlook: Outlook, heard: Heard): Outlook {
  const { state, failures, hasReached, first } = outlook;
  switch (heard.kind) {
    case 'report':
      return { ...outlook, state: reported(state, heard.report) };
    case 'memory':
      return { ...outlook, state: { ...state, mode: 'memory', why: heard.why } };
    case 'cut':
      return { ...outlook, failures: failures + 1, state: offline(state, hasReached, heard.at) };
    case 'offered':
      return { ...outlook, first: first ?? heard.build, state: { ...state, newer: first === null || first === heard.build ? null : { build: heard.build, release: heard.release } } };
    case 'contact': {
      const { contact, at } = heard;
      if (contact.isReached) return { ...outlook, failures: 0, hasReached: true, state: { ...state, isOnline: true, offlineSince: null, lastContact: at, lastError: null, skewMs: contact.skewMs } };
      const next = { ...state, lastError: contact.detail };
      return { ...outlook, failures: failures + 1, state: failures + 1 >= FAILURES_MEAN_OFFLINE ? offline(next, hasReached, at) : next };
    }
  }
}
