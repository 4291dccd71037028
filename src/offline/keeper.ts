import { isSingleFile } from '../state/place.ts';
import { browserHost, type KeeperHost, type WorkerLine } from './host.ts';
import type { Contact } from './messages.ts';
import { hear, nextCheckMs, OUTLOOK_FIRST, type Heard, type Outlook } from './outlook.ts';
import { OFFLINE_FIRST, type OfflineState } from './state.ts';

export interface Keeper {
  /** What `onState` was told last. */
  readonly state: OfflineState;
  /**
   * Goes over to the build that waits, by a reload: for the end of a scene.
   * @returns False when none waits, or the worker does not answer: the page goes on.
   */
  swapNow(): Promise<boolean>;
  /** A scene has been drawn: the build is good, and the one before it may go. Called once or at every scene. */
  tellAlive(): void;
  /** Asks for a newer build now. */
  check(): Promise<void>;
  stop(): void;
}

export interface KeeperOptions {
  /** Told at once, and whenever something has changed. */
  readonly onState: (state: OfflineState) => void;
  readonly host?: KeeperHost;
}

/** `renew` asks the browser for a newer worker once in so many looks: an hour. */
const RENEW_EVERY = 12;

/** Keeps the wall's files on this machine, and looks for newer ones. One for each page. */
export function keepOffline({ onState, host = browserHost }: KeeperOptions): Keeper {
  if (isSingleFile) {
    const state: OfflineState = { ...OFFLINE_FIRST, mode: 'single' };
    onState(state);
    return { state, swapNow: () => Promise.resolve(false), tellAlive: () => undefined, check: () => Promise.resolve(), stop: () => undefined };
  }

  let outlook: Outlook = OUTLOOK_FIRST;
  let line: WorkerLine | null = null;
  let isAlive = false;
  let isToldAlive = false;
  let isStopped = false;
  let looks = 0;
  /** How often the machine has said that it has no network. */
  let cuts = 0;
  let callOff = (): void => undefined;
  const stops: (() => void)[] = [];

  function know(heard: Heard): void {
    const before = outlook.state;
    outlook = hear(outlook, heard);
    if (!isStopped && outlook.state !== before) onState(outlook.state);
  }

  /** An answer that was on its way when the line was cut says nothing of the time after. */
  function reach(contact: Contact, cutsBefore: number): void {
    if (!contact.isReached || cuts === cutsBefore) know({ kind: 'contact', contact, at: host.now() });
  }

  /** @returns Whether the worker has answered. */
  async function tellWorker(asked: Parameters<WorkerLine['ask']>[0]): Promise<boolean> {
    const cutsBefore = cuts;
    const told = await line?.ask(asked);
    if (!told) return false;
    know({ kind: 'report', report: told.report });
    if (told.contact) reach(told.contact, cutsBefore);
    return true;
  }

  async function tellAliveNow(): Promise<void> {
    if (!isAlive || isToldAlive || !line) return;
    isToldAlive = true;
    isToldAlive = await tellWorker({ kind: 'alive' });
  }

  async function look(isNow: boolean): Promise<void> {
    looks += 1;
    if (line) {
      if (looks % RENEW_EVERY === 0) line.renew();
      await tellWorker({ kind: 'check', isNow });
      return;
    }
    const cutsBefore = cuts;
    const { contact, list } = await host.look();
    reach(contact, cutsBefore);
    if (list) know({ kind: 'offered', build: list.build, release: list.release });
  }

  let looking: Promise<void> | null = null;
  /** Something has changed since the look that is under way began: it is no answer to that. */
  let isAskedAgain = false;
  function check(isNow: boolean): Promise<void> {
    callOff();
    if (looking !== null && isNow) isAskedAgain = true;
    looking ??= look(isNow).finally(() => {
      looking = null;
      if (isStopped) return;
      callOff();
      const isAgain = isAskedAgain;
      isAskedAgain = false;
      callOff = host.after(isAgain ? 0 : nextCheckMs(outlook), () => void check(isAgain));
    });
    return looking;
  }

  async function start(): Promise<void> {
    const opened = await host.openLine();
    if (isStopped) return;
    if (opened === null || typeof opened === 'string') know({ kind: 'memory', why: opened });
    else {
      line = opened;
      stops.push(opened.onTold(({ report }) => { know({ kind: 'report', report }); }));
      await tellWorker({ kind: 'tell' });
      await tellAliveNow();
    }
    // What the machine says counts from now on: the worker has told of the last contact.
    stops.push(
      host.onNetwork((isThere) => {
        if (!isThere) {
          cuts += 1;
          know({ kind: 'cut', at: host.now() });
        }
        void check(true);
      }),
    );
    await check(false);
  }

  onState(outlook.state);
  void start();

  return {
    get state() {
      return outlook.state;
    },
    async swapNow() {
      if (outlook.state.waiting === null || !(await tellWorker({ kind: 'swap' }))) return false;
      const { kept, running } = outlook.state;
      // It may have been withdrawn, or lost, meanwhile.
      if (kept === null || kept.build === running) return false;
      host.reload();
      return true;
    },
    tellAlive() {
      isAlive = true;
      void tellAliveNow();
    },
    check: () => check(true),
    stop() {
      isStopped = true;
      callOff();
      for (const stop of stops.splice(0)) stop();
    },
  };
}
