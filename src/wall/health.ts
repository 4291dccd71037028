import type { OfflineState } from '../offline/state.ts';

/** What went wrong, once or several times running. */
export interface LoggedError {
  /** Of the last time, milliseconds since 1970. */
  readonly at: number;
  /** As the browser says it, in its own language. */
  readonly text: string;
  /** File and line, a scene, “promise”; may be empty. */
  readonly where: string;
  readonly times: number;
}

/** A scene that could not be drawn. */
export interface LoggedSkip {
  readonly scene: string;
  readonly reason: string;
  readonly at: number;
  readonly times: number;
}

/** How many different errors, and skipped scenes, are remembered: the latest. */
export const LOG_LENGTH = 20;

/** A text without end would fill the panel. */
const TEXT_LENGTH = 300;

const messageOf = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, TEXT_LENGTH);

/** Browsers say so as an error when an element that is watched changes size twice in a frame; the next frame puts it right. */
const NO_ERROR = /^ResizeObserver loop/;

/** Puts the latest last; the same again is counted, not repeated. */
function logged<One extends { readonly times: number }>(log: readonly One[], one: One, isSame: (other: One) => boolean): readonly One[] {
  const before = log.find(isSame);
  return [...log.filter((other) => !isSame(other)), { ...one, times: (before?.times ?? 0) + 1 }].slice(-LOG_LENGTH);
}

/** What has happened since the page was opened. Of fixed size: it runs for days. */
export class HealthLog {
  readonly startedAt: number;
  readonly #now: () => number;
  #rotations = 0;
  #shown = 0;
  #skips: readonly LoggedSkip[] = [];
  #errors: readonly LoggedError[] = [];

  constructor(now: () => number = Date.now) {
    this.#now = now;
    this.startedAt = now();
  }

  /** The playlist has begun anew. */
  rotated(): void {
    this.#rotations += 1;
  }

  /** A scene has been drawn. */
  showed(): void {
    this.#shown += 1;
  }

  skipped(scene: string, error: unknown): void {
    const reason = messageOf(error);
    this.#skips = logged(this.#skips, { scene, reason, at: this.#now(), times: 1 }, (one) => one.scene === scene && one.reason === reason);
  }

  failed(error: unknown, where = ''): void {
    const text = messageOf(error);
    this.#errors = logged(this.#errors, { text, where, at: this.#now(), times: 1 }, (one) => one.text === text && one.where === where);
  }

  /** Hears everything that nobody caught. @returns What stops the hearing. */
  listen(target: Pick<Window, 'addEventListener' | 'removeEventListener'>): () => void {
    const onError = (event: ErrorEvent): void => {
      if (NO_ERROR.test(event.message)) return;
      const file = event.filename.split('/').pop() ?? '';
      this.failed(event.error ?? event.message, file === '' ? '' : `${file}:${event.lineno}:${event.colno}`);
    };
    const onRejection = ({ reason }: PromiseRejectionEvent): void => { this.failed(reason, 'promise'); };
    target.addEventListener('error', onError);
    target.addEventListener('unhandledrejection', onRejection);
    return () => {
      target.removeEventListener('error', onError);
      target.removeEventListener('unhandledrejection', onRejection);
    };
  }

  get facts(): HealthCounts {
    return { startedAt: this.startedAt, rotations: this.#rotations, shown: this.#shown, skips: this.#skips, errors: this.#errors };
  }
}

export interface HealthCounts {
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** How often the playlist began anew. */
  readonly rotations: number;
  readonly shown: number;
  /** The latest last. */
  readonly skips: readonly LoggedSkip[];
  readonly errors: readonly LoggedError[];
}

/** Everything that a technician in front of the screen needs to know. */
export interface HealthFacts extends HealthCounts {
  /** This machine's clock, milliseconds since 1970. */
  readonly now: number;
  /** Bytes; null: the browser does not say. */
  readonly heap: { readonly used: number; readonly limit: number } | null;
  /** Elements of the document. */
  readonly nodes: number;
  /** “2026-11-22-1a2b3c4d”, and the day on which its figures were read; null outside a build. */
  readonly release: { readonly id: string; readonly date: string } | null;
  readonly offline: OfflineState;
  readonly screen: {
    /** The window, CSS pixels. */
    readonly width: number;
    readonly height: number;
    readonly pixelRatio: number;
    /** Metres. */
    readonly distance: number;
    /** Inches; null: not told. */
    readonly diagonal: number | null;
    /** Millimetres of screen a CSS pixel. */
    readonly mmPerPx: number;
    /** “wall=6656x1792 tile=2/3,1/2”, as the address has it; empty when it has none. */
    readonly layout: string;
  };
  /** `off`: not asked for. */
  readonly wakeLock: 'held' | 'released' | 'refused' | 'unsupported' | 'off';
  readonly theme: 'dark' | 'light';
  readonly playlist: { readonly id: string; readonly name: string; readonly scenes: number };
  /** The one that stands; null: none could be drawn. */
  readonly scene: { readonly id: string; readonly name: string } | null;
}

const isMemory = (memory: unknown): memory is { readonly usedJSHeapSize: number; readonly jsHeapSizeLimit: number } =>
  typeof memory === 'object' && memory !== null && 'usedJSHeapSize' in memory && typeof memory.usedJSHeapSize === 'number' && 'jsHeapSizeLimit' in memory && typeof memory.jsHeapSizeLimit === 'number';

/** Memory of the page's scripts; only Chromium says. */
export function heapOf(performance: object): HealthFacts['heap'] {
  const memory: unknown = Reflect.get(performance, 'memory');
  return isMemory(memory) ? { used: memory.usedJSHeapSize, limit: memory.jsHeapSizeLimit } : null;
}

export const nodesOf = (document: Document): number => document.getElementsByTagName('*').length;
