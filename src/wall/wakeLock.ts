/** Whether the screen is kept from sleeping. */
export type WakeLockState = 'held' | 'released' | 'refused' | 'unsupported';

/**
 * Asks that the screen stay on, and again whenever the page is seen after it was hidden. A wall works without; who looks
 * at its health is told.
 *
 * @returns What lets go of it.
 */
export function keepAwake(tell: (state: WakeLockState) => void): () => void {
  if (!('wakeLock' in navigator)) {
    tell('unsupported');
    return () => undefined;
  }
  let lock: WakeLockSentinel | null = null;
  let isWanted = true;
  let isAsking = false;
  async function ask(): Promise<void> {
    if (!isWanted || isAsking || lock !== null || document.visibilityState !== 'visible') return;
    isAsking = true;
    try {
      const given = await navigator.wakeLock.request('screen');
      if (!isWanted) {
        void given.release();
        return;
      }
      lock = given;
      given.addEventListener('release', () => {
        lock = null;
        if (isWanted) tell('released');
      }, { once: true });
      tell('held');
    } catch {
      // A battery that runs low, or a policy: told in words, and asked for again when the page is seen anew.
      tell('refused');
    } finally {
      isAsking = false;
    }
  }
  const onsight = (): void => void ask();
  document.addEventListener('visibilitychange', onsight);
  void ask();
  return () => {
    isWanted = false;
    document.removeEventListener('visibilitychange', onsight);
    void lock?.release().catch(() => undefined);
  };
}
