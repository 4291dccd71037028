import { explains } from '../doubts/doubtIssues.ts';
import { cellText, type Doubt, type Explained } from '../model/doubt.ts';
import type { IndicatorId } from '../model/indicator.ts';
import type { Text } from '../model/text.ts';
import { jsonText } from './editionFiles.ts';

/** What a reason written on the page is kept by. */
export const doubtKey = ({ kind, cell }: Pick<Doubt, 'kind' | 'cell'>): string => `${kind} ${cellText(cell)}`;

/** A reason is whole in both languages. */
export const isReason = (reason: Text | undefined): reason is Text => reason !== undefined && reason.zh.trim() !== '' && reason.en.trim() !== '';

/**
 * `explained/<id>.json`: the reasons that stand and are still needed, and those that were written for the doubts.
 *
 * @returns Null when the file needn't change, or would hold no reason.
 */
export function explainedFile(indicator: IndicatorId, doubts: readonly Doubt[], standing: readonly Explained[], written: Readonly<Record<string, Text>>): readonly [path: string, text: string] | null {
  const own = standing.filter((one) => one.indicator === indicator);
  const kept = own.filter((one) => doubts.some((doubt) => explains(one, doubt)));
  const added = doubts.filter((doubt) => !own.some((one) => explains(one, doubt))).flatMap((doubt): readonly Explained[] => {
    const reason = written[doubtKey(doubt)];
    return isReason(reason) ? [{ indicator, kind: doubt.kind, cell: doubt.cell, reason: { zh: reason.zh.trim(), en: reason.en.trim() } }] : [];
  });
  if (kept.length + added.length === 0 || (added.length === 0 && kept.length === own.length)) return null;
  const explained = [...kept, ...added].map(({ kind, cell: { series, region, period }, reason }) => ({ doubt: kind, ...(series !== '' && { series }), region, period, reason: { zh: reason.zh, en: reason.en } }));
  return [`explained/${indicator}.json`, jsonText({ $schema: '../schema/explained.schema.json', indicator, explained })];
}
