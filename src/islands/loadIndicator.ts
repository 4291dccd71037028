import type { CatalogueEntry, LoadedTable } from '../components/map/ProvinceExplorer.svelte';
import { LoadError, loadTable } from '../ingest/load.ts';
import { readDataset } from '../ingest/readDataset.ts';
import { readIndicator } from '../ingest/readIndicator.ts';
import type { Say } from '../i18n/say.ts';
import type { Region } from '../model/region.ts';
import { published } from '../state/place.ts';
import { freshnessView } from '../view/freshnessView.ts';
import { sourceLine } from '../view/sourceView.ts';

async function text(address: string): Promise<string> {
  let response: Response;
  try {
    response = await published(address);
  } catch (cause) {
    throw new LoadError('noAnswer', address, { cause });
  }
  if (!response.ok) throw new LoadError(response.status === 404 ? 'notFound' : 'serverError', address, { httpStatus: response.status });
  return response.text();
}

/**
 * An indicator that the page does not hold, from the files that a reader can download: its descriptor, its dataset and
 * its table, read by the code that read them at build. Rejects with a `LoadError`.
 */
export async function loadIndicator(entry: CatalogueEntry, base: string, regions: readonly Region[], { lang, words }: Say): Promise<LoadedTable> {
  const data = `${base}data/`;
  const packageFile = `${entry.dataset}/datapackage.json`;
  const indicatorFile = `indicators/${entry.id}.json`;
  const [indicatorText, packageText] = await Promise.all([text(data + indicatorFile), text(data + packageFile)]);
  const { indicator, issues: indicatorIssues } = readIndicator({ file: indicatorFile, text: indicatorText });
  const { dataset, resources, issues: datasetIssues } = readDataset({ file: packageFile, text: packageText, id: entry.dataset });
  const resource = resources.find(({ indicatorId }) => indicatorId === entry.id);
  if (!indicator || !dataset || !resource) throw new LoadError('unreadable', indicatorFile, { issues: [...indicatorIssues, ...datasetIssues] });
  const observations = await loadTable({ base: data, file: resource.file, sha256: entry.sha256, resource, indicator, regions, aliases: [], sources: dataset.sources, fetcher: published });
  const speak = { colon: words.sourceColon, stop: words.stop, andMore: words.andMoreSources, confidence: words.confidenceOf };
  const table = { indicator, dataset: entry.dataset, file: resource.file, observations };
  return {
    table,
    freshness: freshnessView(table, dataset, { lang, words }),
    sources: Object.fromEntries([...new Set(observations.map(({ sourceId }) => sourceId))].map((id) => [id, sourceLine(dataset, [id], lang, speak)])),
  };
}
