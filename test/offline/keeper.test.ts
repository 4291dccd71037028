import { describe, expect, test } from 'vitest';
import type { KeeperHost, WorkerLine } from '../../src/offline/host.ts';
import { keepOffline } from '../../src/offline/keeper.ts';
import type { Asked, Contact, Report, Told } from '../../src/offline/messages.ts';
import type { OfflineState } from '../../src/offline/state.ts';
import { toyList } from './toyBuild.ts';

const BUILD = (build: string) => ({ build, release: '2002-03-04-0a1b2c3d', at: 1, files: 3, bytes: 24 });
const REPORT: Report = { running: null, kept: null, waiting: null, refused: [], lastContact: null };
const REACHED: Contact = { isReached: true, skewMs: 400 };
const CUT: Contact = { isReached: false, detail: 'no network' };

/** A browser and a worker that do what the test says, on a clock of its own. */
function toyHost(line: 'worker' | OfflineState['why'] = 'worker') {
  const toy = {
    clock: 1000,
    asked: [] as string[],
    waits: [] as number[],
    reloads: 0,
    report: REPORT,
    contact: REACHED,
    isDead: false,
    held: Promise.resolve(),
    timer: (): void => undefined,
    tell: (_told: Told): void => undefined,
    network: (_isThere: boolean): void => undefined,
  };
  const worker: WorkerLine = {
    async ask(asked: Asked) {
      toy.asked.push(asked.kind === 'check' && asked.isNow ? 'check now' : asked.kind);
      if (toy.isDead) return null;
      const { contact } = toy;
      await toy.held;
      if (asked.kind === 'swap' && toy.report.waiting) toy.report = { ...toy.report, kept: toy.report.waiting, waiting: null };
      return { report: toy.report, contact: asked.kind === 'check' ? contact : null };
    },
    onTold(hear) {
      toy.tell = hear;
      return () => undefined;
    },
    renew: () => { toy.asked.push('renew'); },
  };
  const host: KeeperHost = {
    now: () => toy.clock,
    after(waitMs, then) {
      toy.waits.push(waitMs);
      toy.timer = then;
      return () => { if (toy.timer === then) toy.timer = () => undefined; };
    },
    openLine: async () => (line === 'worker' ? worker : line),
    look: async () => ({ contact: toy.contact, list: toy.contact.isReached ? toyList() : null }),
    onNetwork(hear) {
      toy.network = hear;
      return () => undefined;
    },
    reload: () => { toy.reloads += 1; },
  };
  return { toy, host };
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 40; turn += 1) await Promise.resolve();
};

async function opened(line: 'worker' | OfflineState['why'] = 'worker', before: (toy: ReturnType<typeof toyHost>['toy']) => void = () => undefined) {
  const { toy, host } = toyHost(line);
  before(toy);
  const states: OfflineState[] = [];
  const keeper = keepOffline({ onState: (state) => { states.push(state); }, host });
  await settle();
  return { toy, keeper, states };
}

describe('a page that keeps itself', () => {
  test('asks the worker what it has, then for a newer build, and again every five minutes', async () => {
    const { toy, keeper } = await opened();
    expect(toy.asked).toEqual(['tell', 'check']);
    expect(toy.waits).toEqual([300_000]);
    expect(keeper.state).toMatchObject({ mode: 'worker', isOnline: true, lastContact: 1000, skewMs: 400 });
    toy.timer();
    await settle();
    expect(toy.asked).toEqual(['tell', 'check', 'check']);
  });

  test('one failed look is no lost network: the second says so, from then on', async () => {
    const { toy, keeper } = await opened();
    toy.contact = CUT;
    toy.clock = 2000;
    toy.timer();
    await settle();
    expect(keeper.state).toMatchObject({ isOnline: true, lastError: 'no network' });
    expect(toy.waits.at(-1)).toBe(5000);
    toy.clock = 7000;
    toy.timer();
    await settle();
    expect(keeper.state).toMatchObject({ isOnline: false, offlineSince: 7000 });
    expect(toy.waits.at(-1)).toBe(30_000);
    toy.clock = 9000;
    toy.timer();
    await settle();
    expect(keeper.state.offlineSince, 'it stays when it began').toBe(7000);
    toy.contact = REACHED;
    toy.timer();
    await settle();
    expect(keeper.state).toMatchObject({ isOnline: true, offlineSince: null, lastError: null });
  });

  test('opened without network, it is offline since the last contact that the machine remembers', async () => {
    const { toy, keeper } = await opened('worker', (one) => { one.contact = CUT; one.report = { ...REPORT, running: 'a', kept: BUILD('a'), lastContact: 77 }; });
    toy.timer();
    await settle();
    expect(keeper.state).toMatchObject({ isOnline: false, offlineSince: 77, kept: { build: 'a' } });
  });

  test('what the machine says of its network is heard at once', async () => {
    const { toy, keeper } = await opened();
    toy.contact = CUT;
    toy.clock = 4000;
    toy.network(false);
    expect(keeper.state).toMatchObject({ isOnline: false, offlineSince: 4000 });
    await settle();
    toy.contact = REACHED;
    toy.network(true);
    await settle();
    expect(toy.asked.at(-1)).toBe('check now');
    expect(keeper.state.isOnline).toBe(true);
  });

  test('an answer that was on its way when the line was cut says nothing of the time after; it is asked again', async () => {
    const { toy, keeper } = await opened();
    let answer = (): void => undefined;
    toy.held = new Promise((resolve) => { answer = resolve; });
    toy.timer();
    await settle();
    toy.network(false);
    toy.held = Promise.resolve();
    answer();
    await settle();
    expect(keeper.state.isOnline, 'the old answer is no news').toBe(false);
    expect(toy.waits.at(-1)).toBe(0);
    toy.timer();
    await settle();
    expect(keeper.state.isOnline, 'the new one is').toBe(true);
  });

  test('goes over to a build that waits, when it is told to, and not before', async () => {
    const { toy, keeper } = await opened('worker', (one) => { one.report = { ...REPORT, running: 'a', kept: BUILD('a') }; });
    expect(await keeper.swapNow()).toBe(false);
    toy.tell({ report: { ...REPORT, running: 'a', kept: BUILD('a'), waiting: BUILD('b') }, contact: null });
    expect(keeper.state.waiting?.build).toBe('b');
    expect(toy.reloads).toBe(0);
    toy.report = { ...toy.report, waiting: BUILD('b') };
    expect(await keeper.swapNow()).toBe(true);
    expect(toy.reloads).toBe(1);
  });

  test('does not reload for a build that was withdrawn meanwhile, nor when the worker is silent', async () => {
    const { toy, keeper } = await opened('worker', (one) => { one.report = { ...REPORT, running: 'a', kept: BUILD('a'), waiting: BUILD('b') }; });
    toy.isDead = true;
    expect(await keeper.swapNow()).toBe(false);
    toy.isDead = false;
    toy.report = { ...toy.report, waiting: null };
    expect(await keeper.swapNow()).toBe(false);
    expect(toy.reloads).toBe(0);
  });

  test('follows another page of the machine that has gone over', async () => {
    const { keeper, toy } = await opened('worker', (one) => { one.report = { ...REPORT, running: 'a', kept: BUILD('b') }; });
    expect(keeper.state.waiting?.build).toBe('b');
    expect(await keeper.swapNow()).toBe(true);
    expect(toy.reloads).toBe(1);
  });

  test('tells once that a scene was drawn, also when it was before the worker was there', async () => {
    const { toy, host } = toyHost();
    const keeper = keepOffline({ onState: () => undefined, host });
    keeper.tellAlive();
    keeper.tellAlive();
    await settle();
    keeper.tellAlive();
    await settle();
    expect(toy.asked.filter((kind) => kind === 'alive')).toEqual(['alive']);
  });

  test('tells it again when the worker did not hear', async () => {
    const { toy, keeper } = await opened();
    toy.isDead = true;
    keeper.tellAlive();
    await settle();
    toy.isDead = false;
    keeper.tellAlive();
    await settle();
    expect(toy.asked.filter((kind) => kind === 'alive')).toHaveLength(2);
  });

  test('has the browser look for a newer worker once an hour', async () => {
    const { toy } = await opened();
    for (let look = 0; look < 12; look += 1) {
      toy.timer();
      await settle();
    }
    expect(toy.asked.filter((kind) => kind === 'renew')).toHaveLength(1);
  });

  test('after it is stopped nothing is asked and nothing told', async () => {
    const { toy, keeper, states } = await opened();
    const before = { asked: toy.asked.length, states: states.length };
    keeper.stop();
    toy.timer();
    toy.tell({ report: { ...REPORT, kept: BUILD('a') }, contact: null });
    await settle();
    expect({ asked: toy.asked.length, states: states.length }).toEqual(before);
  });
});

describe('where there is no worker', () => {
  test.each(['insecure', 'unsupported', 'refused'] as const)('it goes on from memory and says why: %s', async (why) => {
    const { keeper } = await opened(why);
    expect(keeper.state).toMatchObject({ mode: 'memory', why, kept: null, isOnline: true });
    expect(await keeper.swapNow()).toBe(false);
  });

  test('a newer build on the server is told, and nothing is reloaded', async () => {
    const { toy, host } = toyHost('insecure');
    let release = 'one';
    const keeper = keepOffline({ onState: () => undefined, host: { ...host, look: async () => ({ contact: REACHED, list: toyList(undefined, release) }) } });
    await settle();
    expect(keeper.state.newer).toBeNull();
    release = 'another';
    toy.timer();
    await settle();
    expect(keeper.state.newer).toMatchObject({ release: 'another' });
    expect(toy.reloads).toBe(0);
  });
});
