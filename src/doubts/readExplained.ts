import { isPeriod } from '../ingest/isOneOf.ts';
import type { Issue } from '../ingest/issue.ts';
import { jsonReader, parseJson } from '../ingest/jsonReader.ts';
import { DOUBT_KINDS, type Explained } from '../model/doubt.ts';

/** A file of `data/explained/`. */
export function readExplained({ file, text }: { readonly file: string; readonly text: string }): { readonly explained: readonly Explained[]; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const json = parseJson(text, file, issues);
  const reader = issues.length > 0 ? null : jsonReader(json, file, issues, ['$schema', 'indicator', 'explained']);
  if (!reader) return { explained: [], issues };
  const indicator = reader.string('indicator');
  const expected = /([^/]+)\.json$/.exec(file)?.[1];
  if (indicator !== null && expected !== undefined && indicator !== expected) reader.refuse('indicator', { code: 'idNotFileName', args: { expected } });
  const explained = reader.objects('explained', ['doubt', 'series', 'region', 'period', 'reason']).flatMap((one): readonly Explained[] => {
    const kind = one.word('doubt', DOUBT_KINDS);
    const [region, period] = [one.string('region'), one.string('period')];
    if (period !== null && !isPeriod(period)) one.refuse('period', { code: 'badPeriod', args: null });
    const series = one.has('series') ? one.label('series') : '';
    const reason = one.text('reason');
    return indicator === null || kind === null || region === null || period === null || series === null || reason === null ? [] : [{ indicator, kind, cell: { series, region, period }, reason }];
  });
  return { explained, issues };
}
