import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Atlas } from '../../src/model/atlas.ts';
import { dataPage } from '../../src/pages/dataPage.ts';
import { readGeometry } from '../../src/prerender/geometry.ts';
import { pageContext } from '../../src/prerender/pageContext.ts';
import { withoutPlaces } from '../../src/prerender/withoutPlaces.ts';
import { tableRows } from '../support/publishedTable.ts';
import { atlas, published, release } from './publishedData.ts';

const geometry = readGeometry(fileURLToPath(new URL('../../data', import.meta.url)));
const viewOf = (of: Atlas, lang: 'zh' | 'en' = 'en', isHere = false) => dataPage(of, geometry, pageContext('data.html', lang, { site: of.site, release, ...(isHere && { edition: { kind: 'here' } }) }));
const tablesOf = (of: Atlas, isHere = false) => viewOf(of, 'en', isHere).datasets.flatMap(({ tables }) => tables);

test('every table has a preview, and as many rows as its file', () => {
  const csvs = atlas.resources.filter(({ file }) => file.endsWith('.csv'));
  const tables = tablesOf(atlas);
  expect(tables).toHaveLength(csvs.length);
  for (const { file, name } of csvs) expect(tables.find(({ id }) => id === `table-${name}`)?.preview?.rows, file).toBe(tableRows(published(file)).length);
});

test('what the head says is counted', () => {
  const rows = atlas.resources.filter(({ file }) => file.endsWith('.csv')).reduce((sum, { file }) => sum + tableRows(published(file)).length, 0);
  expect(viewOf(atlas).lead).toBe(`${atlas.datasets.length} datasets, ${tablesOf(atlas).length} tables, ${new Intl.NumberFormat('en-US').format(rows)} rows. ${tablesOf(atlas).length - 5} tables can be taken away whole; the others are shown, with the reason.`);
});

test('a table that may not be handed on has no file; its dataset says why and whom to ask', () => {
  const kept = viewOf(atlas).datasets.filter(({ kept: why }) => why.length > 0);
  expect(kept.map(({ id }) => id)).toEqual(['pku-digital-finance-2024']);
  for (const { tables, package: own, kept: why, ask } of kept) {
    expect(tables.map(({ files }) => files)).toEqual(tables.map(() => null));
    expect(own).toBeNull();
    expect(why.join()).toContain('not offered here for bulk download');
    expect(ask).toEqual([{ name: 'Institute of Digital Finance, Peking University', url: 'https://idf.pku.edu.cn/' }]);
  }
});

test('no file is named that is not one of the dataset’s', () => {
  const { facts, datasets } = viewOf(atlas);
  for (const { id, tables } of datasets) for (const { files } of tables) if (files) expect(facts.files[id]).toContain(files.csv.replace('../', ''));
  expect(JSON.stringify(facts)).not.toContain('digital-finance-index.csv');
});

test('the single file names only what it carries', () => {
  expect(viewOf(atlas, 'en', true).machines).toEqual([]);
  expect(viewOf(atlas, 'en', true).facts.package).toBeNull();
  for (const { files } of tablesOf(atlas, true)) if (files) expect([files.sdmx, files.csvw]).toEqual([null, null]);
});

test('a copy that tells no places holds back tables of ranks alone, and previews none', () => {
  const { atlas: grouped } = withoutPlaces({ ...atlas, site: { ...atlas.site, standings: 'groups' } }, published);
  const held = tablesOf(grouped).filter(({ files, kept }) => files === null && kept.includes('ranks only'));
  expect(held.length).toBeGreaterThan(5);
  expect(tablesOf(grouped).flatMap(({ preview }) => preview?.view.columns.map(({ key }) => key) ?? [])).not.toContain('rank');
});

test('where the address is not known, and the day can’t be, words stand in a citation for the reader to fill', () => {
  const [gbt, apa] = viewOf(atlas).datasets.find(({ id }) => id === 'un-egov-survey-2024')?.citations ?? [];
  expect(gbt?.text).toBe(`E-Gov Atlas. UN E-Government Survey (2003–2024), 2024[DS/OL]. Original data: UN DESA. Release ${release.id}. (${release.date})[‹day of access›]. ‹address›.`);
  expect(apa?.text).toBe(`E-Gov Atlas. (${release.date.slice(0, 4)}). UN E-Government Survey (2003–2024), 2024 (Version ${release.id}) [Data set; original data: UN DESA]. Retrieved ‹day of access›, from ‹address›`);
});
