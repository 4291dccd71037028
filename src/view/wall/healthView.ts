import type { healthZh } from '../../i18n/health.zh.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { OfflineState } from '../../offline/state.ts';
import type { HealthFacts } from '../../wall/health.ts';
import { momentText } from './badgesView.ts';

type Words = typeof healthZh;

export interface HealthRow {
  readonly id: string;
  readonly term: string;
  readonly text: string;
}

export interface HealthView {
  readonly title: string;
  /** “一切正常”, “2处要看一看”. */
  readonly verdict: string;
  /** What a technician should look at, a sentence each. */
  readonly concerns: readonly string[];
  readonly sections: readonly { readonly id: string; readonly title: string; readonly rows: readonly HealthRow[] }[];
  /** Lists that may be long, the latest first; empty ones are left out. */
  readonly lists: readonly { readonly id: string; readonly title: string; readonly lines: readonly string[] }[];
  /** All of it as text, for a message to whoever looks after the wall. */
  readonly plain: string;
  readonly close: string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
}

const SECOND_MS = 1000;
const MB = 1_000_000;
/** Scenes stand for seconds: machines that differ by more show it. */
const SKEW_MS = 2000;

function duration(ms: number, words: Words): string {
  const seconds = Math.max(0, Math.floor(ms / SECOND_MS));
  return words.duration(Math.floor(seconds / 86_400), Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60);
}

const megabytes = (bytes: number): string => formatNumber(bytes / MB, 1);

/** “2026-11-23 14:05:09 UTC+8” */
function clockText(now: number): string {
  const offset = -new Date(now).getTimezoneOffset();
  const local = new Date(now + offset * 60 * SECOND_MS).toISOString();
  const minutes = Math.abs(offset) % 60;
  return `${local.slice(0, 10)} ${local.slice(11, 19)} UTC${offset < 0 ? '−' : '+'}${Math.floor(Math.abs(offset) / 60)}${minutes > 0 ? `:${String(minutes).padStart(2, '0')}` : ''}`;
}

function keptText({ mode, why, kept }: OfflineState, moment: (at: number) => string, words: Words): string {
  if (kept) return words.keptOf(kept.build, kept.files, megabytes(kept.bytes), moment(kept.at));
  if (mode === 'worker') return words.notKept.pending;
  return mode === 'memory' ? (why === null ? words.unknown : words.notKept[why]) : words.notKept[mode];
}

function skewText(skewMs: number | null, words: Words): string {
  if (skewMs === null) return words.unknown;
  // The header has whole seconds: less than one is none.
  return Math.abs(skewMs) < SECOND_MS ? words.noSkew : words.skew(formatNumber(Math.abs(skewMs) / SECOND_MS, 1), skewMs < 0);
}

function concernsOf({ scene, offline, skips, errors, wakeLock }: HealthFacts, words: Words): readonly string[] {
  const { concerns } = words;
  const isBroken = offline.refused.some(({ reason }) => reason === 'notAlive');
  return [
    ...(scene === null ? [concerns.noScene] : []),
    ...(!offline.isOnline && offline.mode !== 'single' ? [concerns.offline] : []),
    ...(offline.mode === 'memory' || (offline.mode === 'worker' && offline.kept === null) ? [concerns.nothingKept] : []),
    ...(isBroken ? [concerns.rolledBack] : []),
    ...(offline.refused.some(({ reason }) => reason !== 'notAlive') ? [concerns.refused] : []),
    ...(offline.newer ? [concerns.newer] : []),
    ...(skips.length > 0 ? [concerns.skips(new Set(skips.map((skip) => skip.scene)).size)] : []),
    ...(errors.length > 0 ? [concerns.errors(errors.length)] : []),
    ...(offline.skewMs !== null && Math.abs(offline.skewMs) > SKEW_MS ? [concerns.skew] : []),
    ...(wakeLock === 'refused' || wakeLock === 'unsupported' ? [concerns.wakeLock] : []),
  ];
}

/** The panel of a technician in front of the screen, finished in one language. */
export function healthView(facts: HealthFacts, words: Words): HealthView {
  const { now, offline, screen, release } = facts;
  const { terms } = words;
  const moment = (at: number): string => momentText(at, now, words);
  const row = (id: keyof Words['terms'], text: string): HealthRow => ({ id, term: terms[id], text });
  const sections = [
    {
      id: 'run',
      title: words.sections.run,
      rows: [
        row('uptime', duration(now - facts.startedAt, words)),
        row('started', moment(facts.startedAt)),
        row('rotations', formatNumber(facts.rotations)),
        row('shown', formatNumber(facts.shown)),
        row('playlist', words.playlistOf(facts.playlist.name, facts.playlist.id, facts.playlist.scenes)),
        row('scene', facts.scene ? words.sceneOf(facts.scene.name, facts.scene.id) : words.noScene),
        row('heap', facts.heap ? words.heap(megabytes(facts.heap.used), formatNumber(facts.heap.limit / MB)) : words.unknown),
        row('nodes', formatNumber(facts.nodes)),
      ],
    },
    {
      id: 'data',
      title: words.sections.data,
      rows: [
        row('release', release?.id ?? words.unknown),
        row('date', release?.date ?? words.unknown),
        ...(offline.mode === 'single' ? [] : [row('running', offline.running === null ? words.fromNetwork : words.build(offline.running)), row('network', offline.isOnline ? words.online : offline.offlineSince === null ? words.offlineUnknown : words.offline(moment(offline.offlineSince)))]),
        row('kept', keptText(offline, moment, words)),
        ...(offline.waiting ? [row('waiting', words.waitingOf(offline.waiting.build, moment(offline.waiting.at)))] : []),
        ...(offline.newer ? [row('waiting', words.newer(offline.newer.build))] : []),
        ...(offline.mode === 'single' ? [] : [row('contact', offline.lastContact === null ? words.unknown : moment(offline.lastContact))]),
        ...(offline.lastError === null ? [] : [row('lastError', offline.lastError)]),
      ],
    },
    {
      id: 'machine',
      title: words.sections.machine,
      rows: [
        row('viewport', words.viewport(formatNumber(screen.width), formatNumber(screen.height), formatNumber(screen.pixelRatio, Number.isInteger(screen.pixelRatio) ? 0 : 2))),
        row('viewing', words.viewing(formatNumber(screen.distance, Number.isInteger(screen.distance) ? 0 : 1), screen.diagonal === null ? null : formatNumber(screen.diagonal, Number.isInteger(screen.diagonal) ? 0 : 1), formatNumber(screen.mmPerPx, 3))),
        row('layout', screen.layout === '' ? words.oneScreen : screen.layout),
        row('clock', clockText(now)),
        row('skew', skewText(offline.skewMs, words)),
        row('wakeLock', words.wakeLock[facts.wakeLock]),
        row('theme', words.themes[facts.theme]),
      ],
    },
  ];
  const latestFirst = (lines: readonly string[]): readonly string[] => [...lines].reverse();
  const lists = [
    { id: 'skips', title: words.sections.skips, lines: latestFirst(facts.skips.map(({ scene, reason, at, times }) => words.skipLine(scene, reason, moment(at), times))) },
    { id: 'errors', title: words.sections.errors, lines: latestFirst(facts.errors.map(({ text, where, at, times }) => words.errorLine(text, where, moment(at), times))) },
    { id: 'refused', title: words.sections.refused, lines: latestFirst(offline.refused.map(({ build, reason, path, at, times }) => words.refusal(build, words.reasons[reason], path, moment(at), times))) },
  ].filter(({ lines }) => lines.length > 0);
  const concerns = concernsOf(facts, words);
  const verdict = concerns.length === 0 ? words.allWell : words.look(concerns.length);
  const told = [
    [words.title, verdict, ...concerns],
    ...sections.map(({ title, rows }) => [title, ...rows.map(({ term, text }) => term + words.colon + text)]),
    ...lists.map(({ title, lines }) => [title, ...lines]),
  ];
  return { title: words.title, verdict, concerns, sections, lists, plain: told.map((lines) => lines.join('\n')).join('\n\n'), close: words.close, copy: words.copy, copied: words.copied, notCopied: words.notCopied };
}
