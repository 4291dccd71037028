/** One state of the wall's files, whole: every file of it was fetched and is what its list says. */
export interface KeptBuild {
  /** Twelve signs of the SHA-256 of its list of files. */
  readonly build: string;
  /** The release of data that it shows: “2026-11-22-1a2b3c4d”. */
  readonly release: string;
  /** When the last of its files was there, milliseconds since 1970. */
  readonly at: number;
  readonly files: number;
  readonly bytes: number;
}

/**
 * Why a build was not taken. `network`: a file did not come, or not in time. `status`: it came as an error. `type`: it came
 * as something else. `length`, `hash`: it is not the file of the list (cut short, or of another build). `list`: the list
 * itself is none. `storage`: no room on this machine. `notAlive`: it was shown and drew no scene; it is never taken again.
 */
export type RefusalReason = 'network' | 'status' | 'type' | 'length' | 'hash' | 'list' | 'storage' | 'notAlive';

export interface Refusal {
  /** Empty where the list could not be read. */
  readonly build: string;
  readonly reason: RefusalReason;
  /** Of the file; empty where it is about the whole build. */
  readonly path: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** One after another, without success. */
  readonly times: number;
}

/** What is kept against a lost network, and whether there is one. */
export interface OfflineState {
  /** `worker`: files are kept on this machine. `memory`: the page goes on from memory, but cannot be opened again without network. `single`: it is the one file, which needs none. */
  readonly mode: 'starting' | 'worker' | 'memory' | 'single';
  /** Why nothing is kept: the address is not https (`insecure`), the browser has no worker, or refuses one. */
  readonly why: 'insecure' | 'unsupported' | 'refused' | null;
  readonly isOnline: boolean;
  /** Milliseconds since 1970; where the page was opened offline, the last contact that this machine remembers. Null: online, or not known. */
  readonly offlineSince: number | null;
  /** The build that this page was opened from; null: from the network. */
  readonly running: string | null;
  /** What opens without network. */
  readonly kept: KeptBuild | null;
  /** Whole and checked: `swapNow` goes over to it. */
  readonly waiting: KeptBuild | null;
  /** A newer build that is on the server, where it cannot be kept: only a reload by hand shows it. */
  readonly newer: { readonly build: string; readonly release: string } | null;
  readonly refused: readonly Refusal[];
  /** When the server last answered, milliseconds since 1970. */
  readonly lastContact: number | null;
  /** Of the last try that failed; null after a good one. */
  readonly lastError: string | null;
  /** The server's clock minus this machine's, milliseconds, as precise as the header's whole seconds; null: not told. */
  readonly skewMs: number | null;
}

export const OFFLINE_FIRST: OfflineState = {
  mode: 'starting',
  why: null,
  isOnline: true,
  offlineSince: null,
  running: null,
  kept: null,
  waiting: null,
  newer: null,
  refused: [],
  lastContact: null,
  lastError: null,
  skewMs: null,
};
