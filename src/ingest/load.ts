import { decode } from './decode.ts';
import { readObservations } from './readObservations.ts';
import type { Observation } from '../model/observation.ts';
import type { Issue } from './issue.ts';
import type { ObservationsInput } from './readObservations.ts';

/** Why a table could not be loaded; each is a sentence of its own to the reader. */
export type LoadFailure =
  /** No answer at all: no network, or refused. */
  | 'noAnswer'
  /** The file is not there. */
  | 'notFound'
  /** The server answered with an error. */
  | 'serverError'
  /** The file is not the one that this page was made from. */
  | 'changed'
  /** The file came and could not be read. */
  | 'unreadable';

/** A table that could not be loaded. Never an empty list in its place. */
export class LoadError extends Error {
  readonly failure: LoadFailure;
  readonly file: string;
  readonly httpStatus: number | null;
  readonly issues: readonly Issue[];

  constructor(failure: LoadFailure, file: string, told: { readonly httpStatus?: number; readonly issues?: readonly Issue[]; readonly cause?: unknown } = {}) {
    super(`${file}: ${failure}`, told.cause === undefined ? {} : { cause: told.cause });
    this.name = 'LoadError';
    this.failure = failure;
    this.file = file;
    this.httpStatus = told.httpStatus ?? null;
    this.issues = told.issues ?? [];
  }
}

export interface LoadInput extends Omit<ObservationsInput, 'file' | 'text'> {
  /** The address of the published data folder, relative to the page: “../data/”. */
  readonly base: string;
  /** Below it: “cnnic/2026-11/toys.csv”. */
  readonly file: string;
  /** Of the file as published; absent: not checked. */
  readonly sha256?: string;
  readonly signal?: AbortSignal;
  /** The world, for tests. */
  readonly fetcher?: (address: string, init: RequestInit) => Promise<Response>;
  readonly wait?: (delayMs: number) => Promise<void>;
}

export type LoadTextInput = Pick<LoadInput, 'base' | 'file' | 'sha256' | 'signal' | 'fetcher' | 'wait'>;

/** Two more tries, each after a longer pause. */
const RETRY_DELAYS_MS: readonly number[] = [400, 1600];

const pause = (delayMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, delayMs));

/** A table as published, read by the same code as at build. Rejects with a `LoadError`, or with the reason of `signal`. */
export async function loadTable({ base, file, sha256, signal, fetcher = fetch, wait = pause, ...input }: LoadInput): Promise<readonly Observation[]> {
  const text = await loadText({ base, file, ...(sha256 !== undefined && { sha256 }), ...(signal && { signal }), fetcher, wait });
  const { observations, issues } = readObservations({ file, text, ...input });
  if (issues.length > 0) throw new LoadError('unreadable', file, { issues });
  return observations;
}

/** A published file as text, checked against its hash where one is given. Rejects as `loadTable` does. */
export async function loadText({ base, file, sha256, signal, fetcher = fetch, wait = pause }: LoadTextInput): Promise<string> {
  const bytes = await loadBytes(`${base}${file}`, file, signal, fetcher, wait);
  if (sha256 !== undefined && (await isChanged(bytes, sha256))) throw new LoadError('changed', file);
  return decode(bytes).text;
}

async function loadBytes(
  address: string,
  file: string,
  signal: AbortSignal | undefined,
  fetcher: NonNullable<LoadInput['fetcher']>,
  wait: NonNullable<LoadInput['wait']>,
): Promise<Uint8Array<ArrayBuffer>> {
  for (let tries = 0; ; tries += 1) {
    signal?.throwIfAborted();
    const answer = await attempt(address, file, signal, fetcher);
    if (!(answer instanceof LoadError)) return answer;
    const delayMs = RETRY_DELAYS_MS[tries];
    if (answer.failure === 'notFound' || delayMs === undefined) throw answer;
    await wait(delayMs);
  }
}

/** One try: the bytes, or what went wrong. */
async function attempt(
  address: string,
  file: string,
  signal: AbortSignal | undefined,
  fetcher: NonNullable<LoadInput['fetcher']>,
): Promise<Uint8Array<ArrayBuffer> | LoadError> {
  try {
    const response = await fetcher(address, signal ? { signal } : {});
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
    const isGone = response.status >= 400 && response.status < 500 && response.status !== 408 && response.status !== 429;
    return new LoadError(isGone ? 'notFound' : 'serverError', file, { httpStatus: response.status });
  } catch (cause) {
    // The reader went on to something else: not a failure of the network.
    if (signal?.aborted) throw cause;
    return new LoadError('noAnswer', file, { cause });
  }
}

/** Over plain http a browser has no `crypto.subtle`; then the file is taken as it came. */
async function isChanged(bytes: Uint8Array<ArrayBuffer>, sha256: string): Promise<boolean> {
  if (typeof crypto === 'undefined' || crypto.subtle === undefined) return false;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') !== sha256.toLowerCase();
}
