import zlib from 'node:zlib';
import { expect, test } from 'vitest';
import type { Atlas } from '../../src/model/atlas.ts';
import { LANGS } from '../../src/model/text.ts';
import { hasPage, regionPath } from '../../src/pages/regionPath.ts';
import { catalogLd, rankingLd, regionLd, tableLd } from '../../src/opendata/datasetLd.ts';
import type { Json } from '../../src/opendata/json.ts';
import { ldScript, withLd } from '../../src/opendata/withLd.ts';
import { pageContext } from '../../src/prerender/pageContext.ts';
import { atlas, release } from './publishedData.ts';

const ADDRESS = 'https://toy.example/atlas/';
const addressed: Atlas = { ...atlas, site: { ...atlas.site, address: ADDRESS } };
const page = (path: string, lang: 'zh' | 'en', of: Atlas = atlas) => pageContext(path, lang, { site: of.site, release });
const tableOf = (id: string) => {
  const table = atlas.tables.find(({ indicator }) => indicator.id === id);
  if (!table) throw new Error(`no table of ${id}`);
  return table;
};
const ofTable = (id: string, of: Atlas = atlas) => tableLd(of, tableOf(id), page(`indicator/${id}.html`, 'en', of));

test('a table says its name, release, licence, extent, unit, publisher and sources', () => {
  expect(ofTable('internet-penetration')).toMatchObject({
    '@context': 'https://schema.org', '@type': 'Dataset', inLanguage: 'en', name: 'Internet penetration',
    publisher: { '@type': 'Organization', name: 'E-Gov Atlas' }, dateModified: release.date, version: release.id,
    license: { '@type': 'CreativeWork', name: 'Quote with attribution to the China Internet Network Information Center (CNNIC)' },
    temporalCoverage: '2010/2016', spatialCoverage: { '@type': 'Place', name: 'China' },
    variableMeasured: { '@type': 'PropertyValue', propertyID: 'internet-penetration', name: 'Internet penetration', unitText: '%' },
  });
  expect(JSON.stringify(ofTable('internet-penetration'))).toContain('"isBasedOn":[{"@type":"CreativeWork"');
});

test('files are named where the site knows its address, and only there: a search engine takes no relative one', () => {
  expect(JSON.stringify(ofTable('un-egdi'))).not.toMatch(/contentUrl|"url":"(?!https?:)/);
  expect(ofTable('un-egdi', addressed)).toMatchObject({ url: `${ADDRESS}en/indicator/un-egdi.html`, distribution: [{ contentUrl: `${ADDRESS}data/un-egov-survey/2024/un-egdi.csv` }, { contentUrl: `${ADDRESS}sdmx/un-egdi.csv` }] });
});

test('what may not be handed on says so and names no file', () => {
  const told = ofTable('digital-finance-index', addressed);
  expect(told).toMatchObject({ conditionsOfAccess: 'Shown and cited, not offered for bulk download' });
  expect(told).not.toHaveProperty('distribution');
});

test('a text can’t end the script, and is read back', () => {
  const value: Json = { name: '</script><script>alert(1)</script>', also: '<!--' };
  const written = ldScript(value);
  expect(written.match(/<\/?script/g)).toHaveLength(2);
  expect(JSON.parse(written.replace(/^<[^>]*>|<[^>]*>$/g, ''))).toEqual(value);
});

test('the single file has none: nobody finds it', () => {
  const here = pageContext('data.html', 'zh', { edition: { kind: 'here' } });
  expect(withLd({ head: '<title></title>' }, {}, here)).toEqual({ head: '<title></title>' });
});

const all = LANGS.flatMap((lang): readonly (readonly [name: string, value: Json])[] => [
  ...atlas.tables.map((table) => { const path = `indicator/${table.indicator.id}.html`; return [`${lang} ${path}`, tableLd(atlas, table, page(path, lang))] as const; }),
  ...atlas.regions.filter(hasPage).map((region) => [`${lang} ${regionPath(region.id)}`, regionLd(atlas, region, page(regionPath(region.id), lang))] as const),
  [`${lang} ranking.html`, rankingLd(atlas, page('ranking.html', lang))],
]);

test('each has what a search engine asks for, a description of 50 to 5,000 characters, and costs at most 1.5 kB', () => {
  expect(all.length).toBeGreaterThan(480);
  for (const [name, value] of all) {
    const told: { readonly name?: unknown; readonly description?: unknown; readonly license?: unknown; readonly variableMeasured?: unknown } = JSON.parse(JSON.stringify(value));
    expect(String(told.description).length, name).toBeGreaterThanOrEqual(50);
    expect(String(told.description).length, name).toBeLessThanOrEqual(5000);
    for (const part of [told.name, told.license, told.variableMeasured]) expect(part, name).toBeTruthy();
    expect(zlib.brotliCompressSync(ldScript(value)).length, name).toBeLessThanOrEqual(1500);
  }
});

test('the page of data lists every dataset with its licence', () => {
  const told = JSON.stringify(catalogLd(atlas, atlas.datasets, page('data.html', 'en')));
  for (const { title, licence } of atlas.datasets) for (const text of [title.en, licence.url ?? licence.title.en]) expect(told).toContain(JSON.stringify(text));
});
