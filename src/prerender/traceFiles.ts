import { calendar } from '../feeds/calendar.ts';
import { CALENDAR_FILE } from '../feeds/expected.ts';
import { corrections, correctionsCsv, CORRECTIONS_FILE } from '../feeds/corrections.ts';
import { feedFiles } from '../feeds/feedFiles.ts';
import { touchedReleases } from '../feeds/touched.ts';
import type { TraceFacts } from '../feeds/trace.ts';
import type { Atlas } from '../model/atlas.ts';
import type { Release } from '../model/release.ts';
import { LANGS, type Lang } from '../model/text.ts';
import type { KeptRelease } from '../releases/figureRecord.ts';
import { movesOf } from '../releases/moves.ts';
import { sha256 } from '../releases/pack.ts';
import { writeRelease } from '../releases/releaseRecord.ts';
import { pageContext, routeOf } from './pageContext.ts';
import type { PublishedFile } from './plugin.ts';

interface TraceInput {
  readonly atlas: Atlas;
  readonly release: Release;
  /** Oldest first. */
  readonly releases: readonly KeptRelease[];
}

/** What pages tell of all releases, and the files that others follow them by: feeds, the calendar, the log of corrections. */
export function traceFiles({ atlas, release, releases }: TraceInput): { readonly trace: TraceFacts; readonly files: readonly PublishedFile[] } {
  const touched = touchedReleases(releases);
  const last = releases.at(-1)?.record;
  const trace: TraceFacts = { moves: movesOf(releases, atlas.indicators, atlas.regions), corrections: corrections(touched), head: last ? sha256(writeRelease(last)) : null };
  const contextOf = (path: string, lang: Lang) => pageContext(path, lang, { site: atlas.site, release });
  return {
    trace,
    files: [
      ...feedFiles({ atlas, release, touched, moves: trace.moves, contextOf }),
      ...LANGS.map((lang) => ({ path: routeOf(CALENDAR_FILE, lang), content: calendar(atlas, release, contextOf('changes.html', lang)) })),
      { path: CORRECTIONS_FILE, content: correctionsCsv(trace.corrections) },
    ],
  };
}
