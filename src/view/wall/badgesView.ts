import type { healthZh } from '../../i18n/health.zh.ts';
import { dayOf, isOverdue } from '../../islands/age.ts';
import type { OfflineState } from '../../offline/state.ts';
import type { SceneView } from './sceneView.ts';

export interface BadgeView {
  readonly kind: 'offline' | 'overdue';
  readonly text: string;
  /** Where a line is short. */
  readonly short: string;
}

type Words = typeof healthZh;

const two = (n: number): string => String(n).padStart(2, '0');

const timeText = (moment: Date): string => `${two(moment.getHours())}:${two(moment.getMinutes())}`;
const isSameDay = (one: Date, other: Date): boolean => dayOf(one) === dayOf(other);
const dayText = (moment: Date, words: Words): string => words.day(moment.getMonth() + 1, moment.getDate());

/** “14:05” of today, “11月20日 14:05” of another day, by this machine's own time of day. */
export function momentText(at: number, now: number, words: Words): string {
  const moment = new Date(at);
  return isSameDay(moment, new Date(now)) ? timeText(moment) : words.dayAndTime(dayText(moment, words), timeText(moment));
}

/** “14:05” of today, “11月20日” of another day. */
function shortMomentText(at: number, now: number, words: Words): string {
  const moment = new Date(at);
  return isSameDay(moment, new Date(now)) ? timeText(moment) : dayText(moment, words);
}

export interface BadgeFacts {
  readonly offline: Pick<OfflineState, 'isOnline' | 'offlineSince' | 'mode'>;
  readonly due: SceneView['due'];
  /** The day on which the figures were read, ISO; empty: not known. */
  readonly read: string;
  /** This machine's clock, milliseconds since 1970. */
  readonly now: number;
}

/** What is said beside the source when the network, or a publisher, keeps the wall waiting. */
export function badgesView({ offline, due, read, now }: BadgeFacts, words: Words): readonly BadgeView[] {
  const badges: BadgeView[] = [];
  const { isOnline, offlineSince: since, mode } = offline;
  // The one file needs no network, so its loss says nothing.
  if (!isOnline && mode !== 'single') {
    badges.push(since === null ? { kind: 'offline', text: words.badges.offline, short: words.badges.offline } : { kind: 'offline', text: words.badges.offlineSince(momentText(since, now, words)), short: words.badges.offlineShort(shortMomentText(since, now, words)) });
  }
  if (due && isOverdue(due.date, read, dayOf(new Date(now)))) badges.push({ kind: 'overdue', text: words.badges.overdue(due.text), short: words.badges.overdueShort(due.text) });
  return badges;
}
