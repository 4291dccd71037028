import { sha256 } from '../../src/releases/pack.ts';
import { cellsOf, writeCells } from '../../src/releases/cells.ts';
import type { Atlas } from '../../src/model/atlas.ts';
import type { IndicatorTable } from '../../src/model/indicator.ts';
import { SITE_FIRST } from '../../src/model/site.ts';
import { verifyFiles } from '../../src/prerender/verifyFiles.ts';
import { writeRelease } from '../../src/releases/releaseRecord.ts';
import { openWorld, type VerifyWorld } from '../../src/verify/world.ts';
import { toyObservation, toyProvinceIds, toyRegions, toySources, toyTable, toyUnits } from '../support/toys.ts';
import { presentOf, ToySite, type ToyDay } from '../releases/toyReleases.ts';

// Two releases of toys, the second with a figure corrected, and what the page of verifying fetches of them.

const values = (second: number, at2002: boolean): IndicatorTable =>
  toyTable(
    ['2001', ...(at2002 ? ['2002'] : [])].flatMap((period, later) => toyProvinceIds.map((regionId, index) => toyObservation(index === 1 ? second + later : 40.5 + index * 1.25 + later * 7, { regionId, period, printedDecimals: 2 }))),
    { unit: toyUnits.percent },
  );
const secret: IndicatorTable = { ...toyTable(toyProvinceIds.map((regionId, index) => toyObservation(index, { regionId })), { id: 'secrets', name: { zh: '秘密数', en: 'Secrets' }, short: { zh: '秘密', en: 'Secrets' } }), dataset: 'secret/2001', file: 'secret/2001/secrets.csv' };

export const day1: ToyDay = { date: '2026-01-01', tables: [values(12.34, false)], others: [secret], takeaways: { zh: '玩具31居首。', en: 'P31 leads.' } };
export const day2: ToyDay = { date: '2026-02-01', tables: [values(21.34, true)], others: [secret], takeaways: { zh: '玩具31居首。', en: 'P31 leads.' }, reason: { zh: '出版者更正。', en: 'Corrected by the publisher.' } };

const dataset = (id: string, redistributable: boolean) => ({ id, title: { zh: '玩具年鉴', en: 'Toy Yearbook' }, description: { zh: '', en: '' }, edition: '2001', retrieved: '2026-02-01', licence: { name: 'x', title: { zh: '可用', en: 'Free' }, redistributable }, sources: toySources });

/** The csv of a table as it stands in data/. */
export const tidyCsv = ({ observations }: IndicatorTable): string => `region,period,value\n${observations.map(({ regionId, period, value }) => `${regionId},${period},${value}\n`).join('')}`;

export const site = new ToySite();
for (const day of [day1, day2]) if ('refusal' in site.release(day)) throw new Error('refused');
export const [first, second] = site.releases.map(({ record }) => record);
const tables = [...day2.tables, secret];
const atlas: Atlas = {
  site: SITE_FIRST, regions: toyRegions, aliases: [], indicators: tables.map(({ indicator }) => indicator), tables, earlier: [], explained: [], datasets: [dataset('toy/2001', true), dataset('secret/2001', false)], resources: [], claims: [], systems: [], synonyms: [], networks: [], connections: [], announcements: [], playlists: [], groups: [], languages: [],
  files: tables.map(({ file }) => ({ path: file, sha256: '', bytes: 0 })),
};
const now = day2.tables[0];
export const manifest = { files: [{ path: 'toy/2001/toys.csv', sha256: sha256(now ? tidyCsv(now) : ''), bytes: 0 }, { path: 'toy/2001/datapackage.json', sha256: sha256('{}'), bytes: 2 }] };

export const files = new Map<string, string>([
  ...verifyFiles({ atlas, release: site.releaseOf(day2), releases: site.releases, present: presentOf(tables), pack: (name) => site.packs.find((one) => one.name === name)?.bytes ?? null }).map(({ path, content }): [string, string] => [path, String(content)]),
  ['data/manifest.json', JSON.stringify(manifest)],
  ...site.releases.map(({ record }): [string, string] => [`data/releases/${record.id}.json`, writeRelease(record)]),
]);

/** What was asked for, in order. */
export const asked: string[] = [];

export async function toyWorld(): Promise<VerifyWorld> {
  const world = await openWorld((path) => {
    asked.push(path);
    return Promise.resolve(files.get(path) ?? null);
  }, sha256('the single file'));
  if (!world) throw new Error('no world');
  return world;
}

export const cellsText = (table: IndicatorTable): string => writeCells(cellsOf(table));
