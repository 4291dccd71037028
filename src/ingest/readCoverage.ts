import { duplicates, readTable } from './readTable.ts';
import { regionIndex } from './resolveRegion.ts';
import { rowReader } from './rowReader.ts';
import type { Announcement, Connection, Network } from '../model/coverage.ts';
import type { Source } from '../model/dataset.ts';
import type { Region } from '../model/region.ts';
import type { Issue } from './issue.ts';

interface TextFile {
  readonly file: string;
  readonly text: string;
}

export interface CoverageInput {
  readonly networks: TextFile;
  readonly connections: TextFile;
  readonly announcements: TextFile;
  readonly regions: readonly Region[];
  readonly sources: readonly Source[];
}

/** The three tables of `data/coverage`: the networks, what is connected to them, and what was announced of them. */
export function readCoverage({ networks, connections, announcements, regions, sources }: CoverageInput): {
  readonly networks: readonly Network[];
  readonly connections: readonly Connection[];
  readonly announcements: readonly Announcement[];
  readonly issues: readonly Issue[];
} {
  const issues: Issue[] = [];
  const sourceIds = sources.map(({ id }) => id);
  const index = regionIndex(regions, []);

  const rowsOf = ({ file, text }: TextFile, required: readonly string[], optional: readonly string[]) => {
    const table = readTable(text, file, { required, optional });
    issues.push(...table.issues);
    return table.rows.map((row) => ({ line: row.line, reader: rowReader(row, file, issues) }));
  };

  const readNetworks: Network[] = [];
  const firstLineOfNetwork = duplicates();
  for (const { line, reader } of rowsOf(networks, ['id', 'name_zh', 'name_en'], ['note'])) {
    const id = reader.required('id');
    if (id !== null && firstLineOfNetwork(id, line) !== null) reader.refuse('id', { code: 'duplicateId', args: null });
    const name = reader.text('name');
    if (reader.isWhole() && id !== null && name !== null) readNetworks.push({ id, name });
  }
  const known = readNetworks.map(({ id }) => id);

  const readConnections: Connection[] = [];
  const firstLineOfConnection = duplicates();
  for (const { line, reader } of rowsOf(connections, ['network', 'region', 'connected_by', 'source'], ['note'])) {
    const networkId = reader.required('network');
    if (networkId !== null && !known.includes(networkId)) reader.refuse('network', { code: 'unknownNetwork', args: { known } });
    const regionId = reader.region('region', index);
    const connectedBy = reader.date('connected_by');
    const sourceId = reader.required('source');
    if (sourceId !== null && !sourceIds.includes(sourceId)) reader.refuse('source', { code: 'unknownSource', args: { known: sourceIds } });
    const firstLine = firstLineOfConnection(`${networkId} ${regionId}`, line);
    if (firstLine !== null) reader.refuse('region', { code: 'duplicateKey', args: { firstLine } });
    const note = reader.optional('note');
    if (!reader.isWhole() || networkId === null || regionId === null || sourceId === null) continue;
    readConnections.push({ networkId, regionId, connectedBy, sourceId, ...(note !== null && { note }) });
  }

  const readAnnouncements: Announcement[] = [];
  const columns = ['network', 'date', 'departments', 'provinces', 'corps', 'source'];
  for (const { reader } of rowsOf(announcements, columns, ['note'])) {
    const networkId = reader.required('network');
    if (networkId !== null && !known.includes(networkId)) reader.refuse('network', { code: 'unknownNetwork', args: { known } });
    const date = reader.required('date') === null ? null : reader.date('date');
    const departments = reader.integer('departments');
    const provinces = reader.integer('provinces');
    const corps = reader.optional('corps') === null ? 'false' : reader.word('corps', ['true', 'false', '1', '0']);
    const sourceId = reader.required('source');
    if (sourceId !== null && !sourceIds.includes(sourceId)) reader.refuse('source', { code: 'unknownSource', args: { known: sourceIds } });
    const note = reader.optional('note');
    if (!reader.isWhole() || networkId === null || date === null || sourceId === null) continue;
    readAnnouncements.push({
      networkId, date, departments, provinces,
      corps: corps === 'true' || corps === '1',
      sourceId,
      ...(note !== null && { note }),
    });
  }
  return { networks: readNetworks, connections: readConnections, announcements: readAnnouncements, issues };
}
