import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { LoadError, loadTable } from '../../src/ingest/load.ts';
import type { LoadInput } from '../../src/ingest/load.ts';
import { toyAliases, toyIndicator, toyRegions, toySources } from '../support/toys.ts';

const text = 'region,period,value\n110000,2001,5\n';
const sha256 = createHash('sha256').update(text).digest('hex');

type Answer = { readonly status: number; readonly body?: string } | 'noNetwork';

/** Answers one after the other, and remembers what was asked and how long was waited. */
function world(...answers: readonly Answer[]) {
  const asked: string[] = [];
  const waitedMs: number[] = [];
  const fetcher: NonNullable<LoadInput['fetcher']> = async (address) => {
    const answer = answers[asked.length] ?? 'noNetwork';
    asked.push(address);
    if (answer === 'noNetwork') throw new TypeError('fetch failed');
    return new Response(answer.body ?? text, { status: answer.status });
  };
  const wait = async (delayMs: number) => void waitedMs.push(delayMs);
  return { asked, waitedMs, fetcher, wait };
}

const load = ({ fetcher, wait }: Pick<ReturnType<typeof world>, 'fetcher' | 'wait'>, changes: Partial<LoadInput> = {}) =>
  loadTable({
    base: '../data/',
    file: 'toy/2001/toys.csv',
    resource: { defaults: { source: 'toy-book' } },
    indicator: toyIndicator(),
    regions: toyRegions,
    aliases: toyAliases,
    sources: toySources,
    fetcher,
    wait,
    ...changes,
  });

const failureOf = async (loading: Promise<unknown>): Promise<LoadError> => {
  const outcome = await loading.catch((error: unknown) => error);
  if (outcome instanceof LoadError) return outcome;
  throw new Error('it did not fail as expected');
};

test('a table is read from its address', async () => {
  const there = world({ status: 200 });
  await expect(load(there, { sha256 })).resolves.toMatchObject([{ regionId: '110000', value: 5 }]);
  expect(there.asked).toEqual(['../data/toy/2001/toys.csv']);
});

test('two more tries, each after a longer pause', async () => {
  const there = world('noNetwork', { status: 503 }, { status: 200 });
  await expect(load(there)).resolves.toHaveLength(1);
  expect(there.waitedMs).toEqual([400, 1600]);
});

test.each<{ says: string; answers: readonly Answer[]; failure: string; tries: number; httpStatus: number | null }>([
  { says: 'no network', answers: ['noNetwork', 'noNetwork', 'noNetwork'], failure: 'noAnswer', tries: 3, httpStatus: null },
  { says: 'a server that fails', answers: [{ status: 500 }, { status: 502 }, { status: 503 }], failure: 'serverError', tries: 3, httpStatus: 503 },
  { says: 'a file that is not there, at once', answers: [{ status: 404 }], failure: 'notFound', tries: 1, httpStatus: 404 },
  { says: 'another file than the one published', answers: [{ status: 200, body: `${text}120000,2001,7\n` }], failure: 'changed', tries: 1, httpStatus: null },
])('$says is told as such, never as an empty list', async ({ answers, failure, tries, httpStatus }) => {
  const there = world(...answers);
  const error = await failureOf(load(there, { sha256 }));
  expect(error).toMatchObject({ failure, file: 'toy/2001/toys.csv', httpStatus });
  expect(there.asked).toHaveLength(tries);
});

test('a page of a hotel in place of the table is unreadable, with its issues', async () => {
  const error = await failureOf(load(world({ status: 200, body: '<html>\n<p>Welcome, guest</p>\n' })));
  expect(error.failure).toBe('unreadable');
  expect(error.issues.length).toBeGreaterThan(0);
});

test('a reader who goes on is not told of a failure', async () => {
  const controller = new AbortController();
  controller.abort();
  const there = world({ status: 200 });
  await expect(load(there, { signal: controller.signal })).rejects.toMatchObject({ name: 'AbortError' });
  expect(there.asked).toEqual([]);
});
