/** What a wall tells its presenter's window. Both have the same page, so ids and numbers are enough. */
export interface WallState {
  readonly kind: 'state';
  readonly playlist: string;
  /** Index of the scene that stands. */
  readonly scene: number;
  readonly beat: number;
  /** UTC ms of the wall's clock. */
  readonly now: number;
  /** When the scene began by that clock, and how long it stands. */
  readonly began: number;
  /** When it ends; null: it stands until somebody lets it go on. */
  readonly endsAt: number | null;
  readonly isPaused: boolean;
  readonly isBlank: boolean;
  readonly isOnClock: boolean;
}

/** What a presenter's window asks of its wall. */
export type Wish = { readonly kind: 'hello' } | { readonly kind: 'do'; readonly action: 'next' | 'previous' | 'play' | 'blank' | 'clock' } | { readonly kind: 'show'; readonly scene: number };

export type Message = WallState | Wish | { readonly kind: 'bye' };

const MARK = 'atlas-wall';

interface Envelope {
  readonly mark: typeof MARK;
  readonly wall: string;
  /** Different for each message. */
  readonly serial: string;
  readonly message: Message;
}

const serialOf = (found: unknown): string | null => (typeof found === 'object' && found !== null && 'serial' in found && typeof found.serial === 'string' ? found.serial : null);

const isOneOf = (found: unknown, values: readonly string[]): boolean => typeof found === 'string' && values.includes(found);

function isMessage(found: unknown): found is Message {
  if (typeof found !== 'object' || found === null) return false;
  const value = (key: string): unknown => Reflect.get(found, key);
  switch (value('kind')) {
    case 'hello':
    case 'bye':
      return true;
    case 'do':
      return isOneOf(value('action'), ['next', 'previous', 'play', 'blank', 'clock']);
    case 'show':
      return Number.isInteger(value('scene'));
    case 'state':
      return (
        typeof value('playlist') === 'string' &&
        ['scene', 'beat', 'now', 'began'].every((key) => Number.isFinite(value(key))) &&
        (value('endsAt') === null || Number.isFinite(value('endsAt'))) &&
        ['isPaused', 'isBlank', 'isOnClock'].every((key) => typeof value(key) === 'boolean')
      );
    default:
      return false;
  }
}

/** @returns The message, where it is one of ours and of this wall; anything else that arrives is let be. */
export function readEnvelope(found: unknown, wall: string): Message | null {
  if (typeof found !== 'object' || found === null || !('mark' in found) || !('wall' in found) || !('message' in found)) return null;
  return found.mark === MARK && found.wall === wall && isMessage(found.message) ? found.message : null;
}

export interface Channel {
  tell(message: Message): void;
  close(): void;
}

/** How many messages are remembered, so that what arrives in two ways is heard once. */
const REMEMBERED = 32;

/**
 * Between a wall and its presenter's window. Pages of one site hear each other by name; pages opened from a folder may
 * share no such channel, so the two windows also speak to each other directly, each to the one it knows.
 *
 * @param wall The name of the wall.
 * @param other The other window where it is known.
 */
export function openChannel(wall: string, other: () => Window | null, hear: (message: Message) => void): Channel {
  const broadcast = typeof BroadcastChannel === 'function' ? new BroadcastChannel(`${MARK}-${wall}`) : null;
  // A page from a folder has no origin of its own: who may hear is then decided by the window alone.
  const isNowhere = self.origin === 'null';
  const own = crypto.getRandomValues(new Uint32Array(1)).join('');
  let sent = 0;
  let heard: readonly string[] = [];
  const receive = (found: unknown): void => {
    const message = readEnvelope(found, wall);
    const serial = serialOf(found);
    if (!message || serial === null || heard.includes(serial)) return;
    heard = [...heard, serial].slice(-REMEMBERED);
    hear(message);
  };
  const onbroadcast = ({ data }: MessageEvent<unknown>): void => { receive(data); };
  const onwindow = ({ data, source, origin }: MessageEvent<unknown>): void => {
    const isOwnSite = isNowhere ? origin === 'null' || origin === 'file://' : origin === self.origin;
    if (source !== null && source === other() && isOwnSite) receive(data);
  };
  broadcast?.addEventListener('message', onbroadcast);
  addEventListener('message', onwindow);
  return {
    tell(message) {
      sent += 1;
      const envelope: Envelope = { mark: MARK, wall, serial: `${own}-${sent}`, message };
      broadcast?.postMessage(envelope);
      other()?.postMessage(envelope, isNowhere ? '*' : self.origin);
    },
    close() {
      broadcast?.removeEventListener('message', onbroadcast);
      broadcast?.close();
      removeEventListener('message', onwindow);
    },
  };
}

const isWindow = (found: unknown): found is Window => typeof found === 'object' && found !== null && 'postMessage' in found;

/** Who opened this window, while it is there. */
export function openerWindow(): Window | null {
  const found: unknown = window.opener;
  return isWindow(found) && !found.closed ? found : null;
}
