import { startDraws, type PlaceCounts, type DrawTask, type Sample } from '../query/draws.ts';
import type { DrawsAnswered, DrawsAsked } from './drawsWorker.ts';

/** Draws between two looks at the page: a few milliseconds. */
const CHUNK = 400;

const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => { resolve(); }, { timeout: 100 });
    else setTimeout(resolve, 0);
  });

/** Without a worker: a little at a time, whenever the page has nothing else to do. */
export function chunkedSampler(pause: () => Promise<void> = idle): Sample {
  let latest = 0;
  return async (task) => {
    latest += 1;
    const mine = latest;
    const drawing = startDraws(task);
    for (;;) {
      await pause();
      if (mine !== latest) return null;
      if (!drawing.draw(CHUNK)) return drawing.counts;
    }
  };
}

/** What a worker must have for us; the browser's own has more. */
export interface DrawsWorker {
  postMessage: (asked: DrawsAsked) => void;
  onmessage: ((event: MessageEvent<DrawsAnswered>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate: () => void;
}

interface Waiting {
  readonly id: number;
  readonly task: DrawTask;
  readonly settle: (counts: PlaceCounts | Promise<PlaceCounts | null> | null) => void;
}

/**
 * Draws in a worker, so that the page answers meanwhile: one task at a time, and of those that wait only the newest.
 * Where no worker can be had (a browser without module workers, a page opened from a folder) it draws in chunks.
 *
 * @param open Makes the worker; it may throw.
 */
export function workerSampler(open: () => DrawsWorker): Sample {
  let worker: DrawsWorker | null = null;
  let isBroken = false;
  let id = 0;
  let busy: Waiting | null = null;
  let next: Waiting | null = null;
  const chunked = chunkedSampler();

  function fallBack(): void {
    isBroken = true;
    worker?.terminate();
    worker = null;
    const newest = next ?? busy;
    if (next && busy) busy.settle(null);
    [busy, next] = [null, null];
    if (newest) newest.settle(chunked(newest.task));
  }

  function send(waiting: Waiting): void {
    busy = waiting;
    try {
      if (worker === null) {
        worker = open();
        worker.onmessage = ({ data }) => {
          if (busy === null || data.id !== busy.id) return;
          // An answer that somebody has asked past is nobody's.
          busy.settle(next === null ? data.counts : null);
          const following = next;
          [busy, next] = [null, null];
          if (following) send(following);
        };
        worker.onerror = (event) => {
          event.preventDefault();
          fallBack();
        };
      }
      worker.postMessage({ id: waiting.id, task: waiting.task });
    } catch {
      // Not an error to tell: the same numbers come from the chunks.
      fallBack();
    }
  }

  return (task) => {
    if (isBroken) return chunked(task);
    id += 1;
    return new Promise((settle) => {
      const waiting: Waiting = { id, task, settle };
      next?.settle(null);
      next = null;
      if (busy === null) send(waiting);
      else next = waiting;
    });
  };
}
