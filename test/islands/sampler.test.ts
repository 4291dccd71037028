import { describe, expect, test } from 'vitest';
import { chunkedSampler, workerSampler, type DrawsWorker } from '../../src/islands/sampler.ts';
import type { DrawsAsked } from '../../src/islands/drawsWorker.ts';
import { drawPlaces, type DrawTask } from '../../src/query/draws.ts';

const task = (weight: number): DrawTask => ({ figures: Float64Array.from([1, 0, 0, 1]), weights: [weight, 50], scheme: 'near', count: 1000, seed: 3 });
const answer = (of: DrawTask) => [...drawPlaces(of)];
const numbers = (counts: Uint32Array | null) => (counts === null ? null : [...counts]);

/** A worker that answers when it is told to. */
class ToyWorker implements DrawsWorker {
  readonly asked: DrawsAsked[] = [];
  isOver = false;
  onmessage: DrawsWorker['onmessage'] = null;
  onerror: DrawsWorker['onerror'] = null;
  postMessage(asked: DrawsAsked): void {
    this.asked.push(asked);
  }
  terminate(): void {
    this.isOver = true;
  }
  /** Answers the last question. */
  reply(): void {
    const last = this.asked.at(-1);
    if (last) this.onmessage?.(new MessageEvent('message', { data: { id: last.id, counts: new Uint32Array(drawPlaces(last.task)) } }));
  }
  fail(): void {
    this.onerror?.(Object.assign(new Event('error', { cancelable: true }), { colno: 0, error: null, filename: '', lineno: 0, message: '' }));
  }
}

describe('in a worker', () => {
  test('one answer a question', async () => {
    const worker = new ToyWorker();
    const sample = workerSampler(() => worker);
    const first = sample(task(40));
    worker.reply();
    expect(numbers(await first)).toEqual(answer(task(40)));
    const second = sample(task(60));
    worker.reply();
    expect(numbers(await second)).toEqual(answer(task(60)));
  });

  test('while one is drawn only the newest of those that wait is asked; the others are nobody’s', async () => {
    const worker = new ToyWorker();
    const sample = workerSampler(() => worker);
    const all = [task(40), task(45), task(50)].map(sample);
    expect(worker.asked).toHaveLength(1);
    worker.reply();
    expect(worker.asked.map((one) => one.task.weights[0])).toEqual([40, 50]);
    worker.reply();
    expect((await Promise.all(all)).map(numbers)).toEqual([null, null, answer(task(50))]);
  });

  test('where no worker can be had, or it breaks, the same comes from the page’s idle time', async () => {
    const none = workerSampler(() => {
      throw new Error('no workers here');
    });
    expect(numbers(await none(task(40)))).toEqual(answer(task(40)));
    expect(numbers(await none(task(60)))).toEqual(answer(task(60)));

    const worker = new ToyWorker();
    const sample = workerSampler(() => worker);
    const [older, newer] = [sample(task(40)), sample(task(60))];
    worker.fail();
    expect(worker.isOver).toBe(true);
    expect([numbers(await older), numbers(await newer)]).toEqual([null, answer(task(60))]);
  });
});

describe('in pieces', () => {
  test('the page has its turn between them', async () => {
    let turns = 0;
    const sample = chunkedSampler(() => {
      turns += 1;
      return Promise.resolve();
    });
    expect(numbers(await sample(task(40)))).toEqual(answer(task(40)));
    expect(turns).toBe(3);
  });

  test('a later question ends an earlier one', async () => {
    const sample = chunkedSampler(() => Promise.resolve());
    const [older, newer] = [sample(task(40)), sample(task(60))];
    expect([numbers(await older), numbers(await newer)]).toEqual([null, answer(task(60))]);
  });
});
