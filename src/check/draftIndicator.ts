import { readIndicator } from '../ingest/readIndicator.ts';
import { EXPECTED, type Indicator } from '../model/indicator.ts';
import type { Issue } from '../ingest/issue.ts';
import { isJsonObject, jsonText, type JsonObject } from './editionFiles.ts';

/** A descriptor that is being written: as far as it goes, so that the table can be read by it already. */
export function draftIndicator(json: JsonObject): { readonly indicator: Indicator; readonly isWhole: boolean; readonly issues: readonly Issue[] } {
  const id = typeof json['id'] === 'string' && json['id'] !== '' ? json['id'] : 'new';
  const { indicator, issues } = readIndicator({ file: `data/indicators/${id}.json`, text: jsonText(json) });
  if (indicator) return { indicator, isWhole: true, issues };
  const unit = isJsonObject(json['unit']) ? json['unit'] : {};
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const size = (value: unknown): number => (typeof value === 'number' && value > 0 ? value : 1);
  const blank = { zh: id, en: id };
  return {
    indicator: {
      id,
      name: blank,
      short: blank,
      definition: blank,
      theme: 'base',
      expected: EXPECTED.find((one) => one === json['expected']) ?? 'provinces',
      unit: { zh: text(unit['zh']), en: text(unit['en']), multiplier: size(unit['multiplier']), enMultiplier: size(unit['enMultiplier']) },
      better: 'none',
      publishes: 'values',
    },
    isWhole: false,
    issues,
  };
}

/** What is wrong with the fields of a form, by their places; the first of each. */
export function faultsByField(issues: readonly Issue[], say: (issue: Issue) => string): ReadonlyMap<string, string> {
  const faults = new Map<string, string>();
  for (const issue of issues) if (issue.field !== undefined && !faults.has(issue.field)) faults.set(issue.field, say(issue));
  return faults;
}

