import { describe, expect, test } from 'vitest';
import { heapOf, HealthLog, LOG_LENGTH } from '../../src/wall/health.ts';

function toyLog() {
  let clock = 1000;
  const log = new HealthLog(() => clock);
  return { log, at: (ms: number) => { clock = ms; } };
}

describe('what has happened on the wall', () => {
  test('is counted from its opening', () => {
    const { log } = toyLog();
    log.rotated();
    log.showed();
    log.showed();
    expect(log.facts).toEqual({ startedAt: 1000, rotations: 1, shown: 2, skips: [], errors: [] });
  });

  test('the same again is counted, with the time of the last; another stands beside it', () => {
    const { log, at } = toyLog();
    log.failed(new RangeError('toys'), 'toys.js:1:2');
    at(2000);
    log.failed(new RangeError('toys'), 'toys.js:1:2');
    log.failed('toys', 'promise');
    log.skipped('map', new TypeError('no shape'));
    at(3000);
    log.skipped('map', new TypeError('no shape'));
    expect(log.facts.errors).toEqual([
      { text: 'RangeError: toys', where: 'toys.js:1:2', at: 2000, times: 2 },
      { text: 'toys', where: 'promise', at: 2000, times: 1 },
    ]);
    expect(log.facts.skips).toEqual([{ scene: 'map', reason: 'TypeError: no shape', at: 3000, times: 2 }]);
  });

  test('of many only the latest are kept, and of a long text the beginning', () => {
    const { log } = toyLog();
    for (let error = 0; error < 500; error += 1) log.failed(`toy ${error}`);
    expect(log.facts.errors).toHaveLength(LOG_LENGTH);
    expect(log.facts.errors.at(-1)?.text).toBe('toy 499');
    log.failed('t'.repeat(10_000));
    expect(log.facts.errors.at(-1)?.text).toHaveLength(300);
  });

  test('errors that nobody caught are heard until nobody listens', () => {
    const { log } = toyLog();
    const hears = new Map<string, unknown>();
    const stop = log.listen({
      addEventListener: (type: string, hear: unknown) => { hears.set(type, hear); },
      removeEventListener: (type: string) => { hears.delete(type); },
    });
    const tell = (type: string, event: object): void => {
      const hear = hears.get(type);
      if (typeof hear === 'function') hear(event);
    };
    tell('error', { error: new Error('toys'), message: '', filename: 'https://toys.example/assets/toys.js', lineno: 3, colno: 4 });
    tell('error', { error: undefined, message: 'ResizeObserver loop completed with undelivered notifications.', filename: '', lineno: 0, colno: 0 });
    tell('unhandledrejection', { reason: new TypeError('no toys') });
    expect(log.facts.errors).toMatchObject([{ text: 'Error: toys', where: 'toys.js:3:4' }, { text: 'TypeError: no toys', where: 'promise' }]);
    stop();
    expect(hears.size).toBe(0);
  });

  test('memory is told where the browser tells it', () => {
    expect(heapOf({ memory: { usedJSHeapSize: 5, jsHeapSizeLimit: 9 } })).toEqual({ used: 5, limit: 9 });
    expect(heapOf({})).toBeNull();
    expect(heapOf({ memory: { usedJSHeapSize: '5' } })).toBeNull();
  });
});
