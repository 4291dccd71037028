import { describe, expect, test } from 'vitest';
import { regionPage } from '../../src/pages/regionPage.ts';
import { hasPage, regionPath } from '../../src/pages/regionPath.ts';
import type { Atlas } from '../../src/model/atlas.ts';
import type { Region } from '../../src/model/region.ts';
import { LANGS, type Lang } from '../../src/model/text.ts';
import { readGeometry } from '../../src/prerender/geometry.ts';
import { pageContext } from '../../src/prerender/pageContext.ts';
import { readAtlas } from '../../src/prerender/readAtlas.ts';
import { textsIn } from '../support/toyViews.ts';

// The printed sheets of every region, from the published tables.
const { atlas } = readAtlas('data');
const geometry = readGeometry('data');
const places = atlas.regions.filter(hasPage);
const pageOf = (region: Region, lang: Lang, from: Atlas = atlas) => regionPage(from, region, geometry, pageContext(regionPath(region.id), lang));
const counted = (leftOut: string): number => Number(/\d+/.exec(leftOut)?.[0] ?? 0);
const LIST_LENGTHS = ['networks', 'classes', 'systems', 'claims'] as const;

describe.each(LANGS)('%s', (lang) => {
  const pages = places.map((region) => pageOf(region, lang));

  test('every source that a sheet names by its number is on the second sheet, and is the page’s own', () => {
    for (const { id, sheets, sources } of pages) {
      const { content } = sheets;
      const cited =
        content.kind === 'nation'
          ? [...content.world.sources, ...content.components.flatMap((one) => one.sources), ...content.columns.flat().flatMap(({ figures }) => figures.flatMap((one) => one.sources))]
          : [...content.rows.flatMap((row) => row.sources), ...content.trends.flatMap((trend) => trend.sources), ...(content.group?.sources ?? []), ...content.columns.flat().flatMap(({ items }) => items.flatMap((one) => one.sources))];
      expect(sheets.sources.leftOut, id).toBe('');
      expect([...new Set(cited)].sort((a, b) => a - b), id).toEqual(sheets.sources.list.map(({ number }) => number));
      for (const { number, publisher } of sheets.sources.list.filter((source) => source.number <= sources.length)) expect(sources[number - 1]?.publisher, id).toBe(publisher);
    }
  });

  test('what a list leaves out is counted, and every row is there', () => {
    for (const page of pages) {
      const { content } = page.sheets;
      if (content.kind === 'nation') {
        for (const theme of page.nation?.themes ?? []) {
          const drawn = content.columns.flat().filter(({ id }) => id === theme.theme);
          expect(drawn.flatMap(({ figures }) => figures).length + counted(drawn.map(({ leftOut }) => leftOut).join('')), theme.name).toBe(theme.figures.length);
          expect(drawn.map(({ isContinued }) => isContinued), theme.name).toEqual(drawn.map((_, index) => index > 0));
        }
        continue;
      }
      expect(content.rows.map(({ id }) => id), page.id).toEqual(page.rows.map(({ id }) => id));
      expect(content.rowsLeftOut, page.id).toBe('');
      const told = (id: string) => {
        const list = content.columns.flat().find((one) => one.id === id);
        return (list?.items.length ?? 0) + counted(list?.leftOut ?? '');
      };
      for (const id of LIST_LENGTHS) expect(told(id), `${page.id} ${id}`).toBe(page[id].length);
      expect(told('places'), page.id).toBe(new Set(page.places.map(({ id }) => id)).size);
      expect(told('records'), page.id).toBe(page.records.reduce((sum, { lines }) => sum + lines.length, 0));
    }
  });

  test('all six kinds of lists, or a sentence that there is nothing of the kind', () => {
    for (const { id, sheets, offLists, networksNote } of pages) {
      if (sheets.content.kind === 'nation') continue;
      const has = (list: string) => sheets.content.kind === 'region' && sheets.content.columns.flat().some((one) => one.id === list);
      const { nothing } = sheets.content;
      expect(has('networks') || nothing.includes(networksNote), id).toBe(true);
      expect(has('places') || offLists === '' || nothing.includes(offLists), id).toBe(true);
      expect(nothing.length, id).toBeGreaterThanOrEqual(['systems', 'claims'].filter((list) => !has(list)).length);
    }
  });

  test('every text is whole', () => {
    for (const { id, sheets } of pages) {
      for (const text of textsIn([sheets])) expect(text, id).not.toMatch(/undefined|\bNaN\b|\bnull\b|Infinity|\[object/);
    }
  });
});

test('where the publisher has set no address, none is invented; where one is set, it and its code are there at build', () => {
  const [china] = places;
  if (!china) throw new Error('no page of the country');
  expect(pageOf(china, 'zh').sheets.address).toBeNull();
  const set: Atlas = { ...atlas, site: { ...atlas.site, address: 'https://toys.example/atlas/' } };
  const { address } = pageOf(china, 'en', set).sheets;
  expect(address?.text).toBe('https://toys.example/atlas/en/region/100000.html');
  expect(address?.code.d).toMatch(/^M4 4h7v1/);
});
