import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { applySchemas } from './applySchemas.ts';
import { doubtIssue, explains, lineOf } from '../doubts/doubtIssues.ts';
import { findDoubts } from '../doubts/findDoubts.ts';
import { readExplained } from '../doubts/readExplained.ts';
import { cellText } from '../model/doubt.ts';
import { latestEditions } from './latestEditions.ts';
import { decode } from '../ingest/decode.ts';
import { readAliases } from '../ingest/readAliases.ts';
import { readClaims } from '../ingest/readClaims.ts';
import { readCoverage } from '../ingest/readCoverage.ts';
import { readDataset, type DatasetReading } from '../ingest/readDataset.ts';
import { readGroup } from '../ingest/readGroup.ts';
import { readIndicator } from '../ingest/readIndicator.ts';
import { readObservations } from '../ingest/readObservations.ts';
import { inPlaylistOrder, readPlaylist } from '../ingest/readPlaylist.ts';
import { readRegions } from '../ingest/readRegions.ts';
import { readSynonyms } from '../ingest/readSynonyms.ts';
import { readSite } from '../ingest/readSite.ts';
import { readSystems } from '../ingest/readSystems.ts';
import type { Issue } from '../ingest/issue.ts';
import { readLanguage } from '../languages/readLanguage.ts';
import type { Atlas, PublishedFile } from '../model/atlas.ts';
import type { Indicator, IndicatorTable } from '../model/indicator.ts';
import type { Resource } from '../model/resource.ts';
import { SITE_FIRST } from '../model/site.ts';
import type { Source } from '../model/dataset.ts';

const PACKAGE = 'datapackage.json';
const SITE = 'site.json';

/** A table, the dataset's sources beside it, and its name in messages. */
interface Described {
  readonly resource: Resource;
  readonly sources: readonly Source[];
  readonly file: string;
  readonly text: string;
}

/**
 * Everything in `data/`, read, checked and joined. All issues are told at once; what has an issue is left out of the atlas,
 * so a caller that goes on in spite of issues shows less, never something wrong.
 *
 * @param dataDir The folder `data/`. Messages name its files “data/…”.
 */
export function readAtlas(dataDir: string): { readonly atlas: Atlas; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const contents = readFolder(dataDir);
  const shown = (file: string): string => `data/${file}`;
  const texts = new Map<string, string>();
  for (const [file, bytes] of contents) {
    if (!/\.(csv|json)$/.test(file)) continue;
    const { text, encoding } = decode(bytes);
    if (encoding !== 'utf-8') issues.push({ file: shown(file), code: 'notUtf8', args: { encoding } });
    texts.set(file, text);
  }
  issues.push(...applySchemas(texts, shown));

  // Descriptors first: indicators, then datasets with their resources.
  const indicators: Indicator[] = [];
  const datasetReadings: (DatasetReading & { readonly file: string })[] = [];
  for (const [file, text] of texts) {
    if (/^indicators\/[^/]+\.json$/.test(file)) {
      const reading = readIndicator({ file: shown(file), text });
      issues.push(...reading.issues);
      if (reading.indicator) indicators.push(reading.indicator);
    } else if (path.posix.basename(file) === PACKAGE) {
      const reading = readDataset({ file: shown(file), text, id: path.posix.dirname(file) });
      issues.push(...reading.issues);
      datasetReadings.push({ file, ...reading });
    }
  }
  const described: Described[] = [];
  const resources: Resource[] = [];
  for (const reading of datasetReadings) {
    for (const resource of reading.resources) {
      resources.push(resource);
      const text = texts.get(resource.file);
      if (text !== undefined) described.push({ resource, sources: reading.sources, file: shown(resource.file), text });
      else if (!contents.has(resource.file)) {
        issues.push({ file: shown(reading.file), field: 'resources', found: resource.file, code: 'missingFile', args: null });
      }
    }
  }
  for (const file of texts.keys()) {
    if (file.endsWith('.csv') && !resources.some((resource) => resource.file === file)) {
      issues.push({ file: shown(file), code: 'fileWithoutResource', args: null });
    }
  }
  const ofProfile = (profile: string): readonly Described[] => described.filter(({ resource }) => resource.profile === profile);
  const keep = <Reading extends { readonly issues: readonly Issue[] }>(reading: Reading): Reading => {
    issues.push(...reading.issues);
    return reading;
  };

  const regions = ofProfile('regions').flatMap(({ file, text }) => keep(readRegions({ file, text })).regions);
  const aliases = ofProfile('aliases').flatMap(({ file, text }) => keep(readAliases({ file, text, regions })).aliases);
  const groups = [...texts].flatMap(([file, text]) => (/^groups\/[^/]+\.json$/.test(file) ? (keep(readGroup({ file: shown(file), text, regions })).group ?? []) : []));
  const indicatorIds = indicators.map(({ id }) => id);
  const read: IndicatorTable[] = [];
  for (const { resource, sources, file, text } of ofProfile('observations')) {
    const indicator = indicators.find(({ id }) => id === resource.indicatorId);
    const dataset = path.posix.dirname(resource.file);
    if (indicator === undefined) {
      // A descriptor that is there but has issues has told of them already.
      if (!texts.has(`indicators/${resource.indicatorId}.json`)) {
        issues.push({ file: shown(`${dataset}/${PACKAGE}`), field: 'resources', found: resource.indicatorId ?? '', code: 'unknownIndicator', args: null });
      }
      continue;
    }
    const { observations } = keep(readObservations({ file, text, resource, indicator, regions, aliases, sources }));
    read.push({ indicator, dataset, file: resource.file, observations });
  }
  const { latest: tables, earlier } = keep(latestEditions(read, shown));
  const explained = [...texts].flatMap(([file, text]) => (/^explained\/[^/]+\.json$/.test(file) ? keep(readExplained({ file: shown(file), text })).explained : []));
  // What can't be read is told already; figures left out of a table would raise doubts of their own.
  if (issues.length === 0) {
    const doubts = tables.flatMap((table) => findDoubts({ table, tables, regions, retrieved: datasetReadings.find(({ dataset }) => dataset?.id === table.dataset)?.dataset?.retrieved ?? '' }));
    for (const doubt of doubts.filter((one) => !explained.some((reason) => explains(reason, one)))) {
      const table = tables.find(({ indicator }) => indicator.id === doubt.indicator);
      const resource = resources.find(({ file }) => file === table?.file);
      issues.push(doubtIssue(doubt, shown(table?.file ?? ''), lineOf(texts.get(table?.file ?? '') ?? '', resource?.defaults ?? {}, doubt.cell)));
    }
    for (const one of explained.filter((reason) => !doubts.some((doubt) => explains(reason, doubt)))) {
      issues.push({ file: shown(`explained/${one.indicator}.json`), found: cellText(one.cell).trim(), code: 'nothingToExplain', args: null });
    }
  }
  for (const { id } of indicators) {
    if (!resources.some(({ indicatorId }) => indicatorId === id)) {
      issues.push({ file: shown(`indicators/${id}.json`), found: id, code: 'indicatorWithoutTable', args: null });
    }
  }
  const claims = ofProfile('claims').flatMap(({ file, text, sources }) => keep(readClaims({ file, text, sources, indicatorIds })).claims);
  const systems = ofProfile('systems').flatMap(({ file, text, sources }) => keep(readSystems({ file, text, regions, sources, indicatorIds })).systems);
  const synonyms = ofProfile('synonyms').flatMap(({ file, text }) => keep(readSynonyms({ file, text, indicatorIds })).synonyms);
  const [networks, connections, announcements] = [ofProfile('networks')[0], ofProfile('connections')[0], ofProfile('announcements')[0]];
  const coverage =
    networks && connections && announcements
      ? keep(readCoverage({ networks, connections, announcements, regions, sources: networks.sources }))
      : { networks: [], connections: [], announcements: [] };

  const playlists = [...texts].flatMap(([file, text]) =>
    /^playlists\/[^/]+\.json$/.test(file) ? (keep(readPlaylist({ file: shown(file), text, tables, regions, claims })).playlist ?? []) : [],
  );

  const siteText = texts.get(SITE);
  const { site } = siteText === undefined ? { site: SITE_FIRST } : keep(readSite({ file: shown(SITE), text: siteText }));

  const languages = [...texts].flatMap(([file, text]) => {
    if (!/^languages\/[^/]+\.json$/.test(file)) return [];
    const { language } = keep(readLanguage({ file: shown(file), text }));
    if (language && site.standings === 'groups') issues.push({ file: shown(file), field: 'tag', found: language.tag, code: 'languageWithGroups', args: null });
    return language ? [{ tag: language.tag, name: language.name }] : [];
  });

  const atlas: Atlas = {
    site,
    regions,
    aliases,
    groups,
    languages,
    indicators,
    tables,
    earlier,
    explained,
    datasets: datasetReadings.flatMap(({ dataset }) => dataset ?? []),
    resources,
    claims,
    systems,
    synonyms,
    networks: coverage.networks,
    connections: coverage.connections,
    announcements: coverage.announcements,
    playlists: inPlaylistOrder(playlists),
    files: [...contents].map(([file, bytes]) => publishedFile(file, bytes)),
  };
  return { atlas, issues };
}

const publishedFile = (file: string, bytes: Uint8Array): PublishedFile => ({
  path: file,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  bytes: bytes.length,
});

/** Every file below a folder by its path with “/”, in the order of the paths; hidden files are passed over. */
function readFolder(folder: string): ReadonlyMap<string, Uint8Array> {
  const files = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !file.split('/').some((part) => part.startsWith('.')))
    // What earlier releases held is no part of this one.
    .filter((file) => !file.startsWith('releases/'))
    .filter((file) => fs.statSync(path.join(folder, file)).isFile())
    .sort((one, other) => (one < other ? -1 : 1));
  return new Map(files.map((file) => [file, fs.readFileSync(path.join(folder, file))]));
}
