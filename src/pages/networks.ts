import type { Atlas } from '../model/atlas.ts';
import type { PageContext } from '../prerender/pageContext.ts';
import { coverageView, type CoverageView } from '../view/coverageView.ts';
import { sourceLine } from '../view/sourceView.ts';
import { reportingUnits } from './lookup.ts';

/** The sources of coverage/, claims/ and systems/ stand in datasets of those names. */
function sourcesOf(atlas: Atlas, dataset: string, ids: readonly string[], { lang, say }: PageContext): string {
  const found = atlas.datasets.find(({ id }) => id === dataset);
  if (!found) throw new Error(`data/${dataset}/datapackage.json was not read`);
  return sourceLine(found, ids, lang, { colon: say.words.sourceColon, stop: say.words.stop, andMore: say.words.andMoreSources, confidence: say.words.confidenceOf });
}

export function coverageOf(atlas: Atlas, page: PageContext): { view: CoverageView; text: string; source: string } {
  const view = coverageView({ networks: atlas.networks, connections: atlas.connections, announcements: atlas.announcements, regions: reportingUnits(atlas) }, page.lang, page.words);
  return { view, text: page.words.coverage.coverageText(view.k, view.n, view.units), source: sourcesOf(atlas, 'coverage', view.sourceIds, page) };
}
