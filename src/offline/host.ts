import { home } from '../state/place.ts';
import { LIST_FILE, readBuildList, type BuildList } from './buildList.ts';
import { isTold, skewOf, type Asked, type Contact, type Told } from './messages.ts';
import type { OfflineState } from './state.ts';

/** A way to speak with the worker. */
export interface WorkerLine {
  /** @returns Null when it does not answer. */
  ask(asked: Asked): Promise<Told | null>;
  /** Hears what it tells unasked. @returns What stops the hearing. */
  onTold(hear: (told: Told) => void): () => void;
  /** Has the browser look for a newer worker. */
  renew(): void;
}

/** What the keeper needs of the browser; tests put a toy in its place. */
export interface KeeperHost {
  now(): number;
  after(waitMs: number, then: () => void): () => void;
  /** The line to the worker, or why there is none. */
  openLine(): Promise<WorkerLine | OfflineState['why']>;
  /** Where there is no worker: what the server offers. */
  look(): Promise<{ readonly contact: Contact; readonly list: BuildList | null }>;
  /** The machine's own word on its network. @returns What stops the hearing. */
  onNetwork(hear: (isThere: boolean) => void): () => void;
  reload(): void;
}

/** Fetching a build over a hall's network takes its time; all else is done at once. */
const CHECKED_WITHIN_MS = 280_000;
const ANSWER_WITHIN_MS = 10_000;
const READY_WITHIN_MS = 30_000;

function ask(worker: ServiceWorker, asked: Asked): Promise<Told | null> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const timer = setTimeout(() => { end(null); }, asked.kind === 'check' ? CHECKED_WITHIN_MS : ANSWER_WITHIN_MS);
    function end(told: Told | null): void {
      clearTimeout(timer);
      port1.close();
      resolve(told);
    }
    port1.onmessage = ({ data }: MessageEvent<unknown>) => { end(isTold(data) ? data : null); };
    worker.postMessage(asked, [port2]);
  });
}

/** Only where it is granted without a question: nobody stands before a wall to answer one. */
async function askForRoom(): Promise<void> {
  if (!('userAgentData' in navigator)) return;
  await navigator.storage.persist();
}

async function openLine(): Promise<WorkerLine | OfflineState['why']> {
  // A development server hands out modules that no list knows.
  if (import.meta.env.DEV) return 'unsupported';
  if (!isSecureContext) return 'insecure';
  if (!('serviceWorker' in navigator)) return 'unsupported';
  const { serviceWorker } = navigator;
  try {
    await serviceWorker.register(`${home()}sw.js`, { scope: home(), updateViaCache: 'none' });
  } catch {
    // Without network the browser may refuse to register again what it has; and what it has is good.
    if (!(await serviceWorker.getRegistration(home()).catch(() => undefined))) return 'refused';
  }
  // One that fails while it is installed leaves the page waiting for ever.
  const registration = await Promise.race([serviceWorker.ready, new Promise<null>((resolve) => { setTimeout(() => { resolve(null); }, READY_WITHIN_MS); })]);
  if (registration === null) return 'refused';
  askForRoom().catch(() => undefined);
  return {
    ask: (asked) => (registration.active ? ask(registration.active, asked) : Promise.resolve(null)),
    onTold(hear) {
      const listen = ({ data }: MessageEvent<unknown>): void => { if (isTold(data)) hear(data); };
      serviceWorker.addEventListener('message', listen);
      return () => { serviceWorker.removeEventListener('message', listen); };
    },
    renew: () => { registration.update().catch(() => undefined); },
  };
}

async function look(): Promise<{ contact: Contact; list: BuildList | null }> {
  const asked = Date.now();
  try {
    const response = await fetch(`${home()}${LIST_FILE}`, { cache: 'no-store' });
    if (!response.ok) return { contact: { isReached: false, detail: `${LIST_FILE}: ${response.status}` }, list: null };
    const skewMs = skewOf(response.headers.get('date'), asked, Date.now());
    const list = readBuildList(await response.json());
    return list ? { contact: { isReached: true, skewMs }, list } : { contact: { isReached: false, detail: `${LIST_FILE}: ?` }, list };
  } catch (error) {
    return { contact: { isReached: false, detail: String(error) }, list: null };
  }
}

export const browserHost: KeeperHost = {
  now: () => Date.now(),
  after(waitMs, then) {
    const timer = setTimeout(then, waitMs);
    return () => { clearTimeout(timer); };
  },
  openLine,
  look,
  onNetwork(hear) {
    const onOnline = (): void => { hear(true); };
    const onOffline = (): void => { hear(false); };
    addEventListener('online', onOnline);
    addEventListener('offline', onOffline);
    if (!navigator.onLine) hear(false);
    return () => {
      removeEventListener('online', onOnline);
      removeEventListener('offline', onOffline);
    };
  },
  reload: () => { location.reload(); },
};
