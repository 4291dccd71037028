import { describe, expect, test } from 'vitest';
import { tableOf } from '../../src/pages/lookup.ts';
import { regionPage, type RegionPageView } from '../../src/pages/regionPage.ts';
import { hasPage, regionPath } from '../../src/pages/regionPath.ts';
import { regionsPage } from '../../src/pages/regionsPage.ts';
import type { Region } from '../../src/model/region.ts';
import { LANGS, type Lang } from '../../src/model/text.ts';
import { readGeometry } from '../../src/prerender/geometry.ts';
import { pageContext } from '../../src/prerender/pageContext.ts';
import { readAtlas } from '../../src/prerender/readAtlas.ts';
import { headlineRows } from '../../src/view/sentences/region.ts';
import { printedRows, printedValues } from '../support/publishedTable.ts';
import { textsIn } from '../support/toyViews.ts';

// Every region's page, from the published tables.
const { atlas } = readAtlas('data');
const geometry = readGeometry('data');
const places = atlas.regions.filter(hasPage);
const pageOf = (region: Region, lang: Lang): RegionPageView => regionPage(atlas, region, geometry, pageContext(regionPath(region.id), lang));
const views = new Map<Lang, ReadonlyMap<string, RegionPageView>>(LANGS.map((lang) => [lang, new Map(places.map((region) => [region.id, pageOf(region, lang)]))]));
const viewOf = (id: string, lang: Lang = 'zh'): RegionPageView => {
  const view = views.get(lang)?.get(id);
  if (!view) throw new Error(`no page ${id}`);
  return view;
};
const OUTSIDE = ['710000', '810000', '820000'];
const inside = places.filter(({ level, group }) => level === 'province' && group !== 'hmt');

/** “−28.8%”, “1,234” as numbers; what stands in a sentence. */
const numbersIn = (text: string): readonly number[] => [...text.matchAll(/[−-]?\d[\d,]*(?:\.\d+)?/g)].map(([found]) => Number(found.replace('−', '-').replaceAll(',', '')));
/** Read from the files by another reader, and ranked by hand. */
function byHand(indicatorId: string, period: string, id: string) {
  const printed = printedValues(indicatorId).get(period) ?? new Map<string, string>();
  const own = Number(printed.get(id));
  const others = [...printed].filter(([region]) => region !== '100000').map(([, value]) => Number(value));
  const { better } = tableOf(atlas, indicatorId).indicator;
  return { own, n: others.length, rank: 1 + others.filter((value) => (better === 'lower' ? value < own : value > own)).length, tied: others.filter((value) => value === own).length > 1 };
}

test('there are 36 pages: China, the 34 and the Corps', () => {
  expect(places).toHaveLength(36);
});

describe.each(LANGS)('%s', (lang) => {
  test('every page says something whole, in its own language', () => {
    for (const { id } of places) {
      const { rows, themes, filled, ...rest } = viewOf(id, lang);
      const texts = textsIn([rest, rows.map(({ facts: _, ...row }) => row), themes.map(({ name }) => name), filled.length]);
      for (const text of texts) expect(text, id).not.toMatch(/undefined|\bNaN\b|\bnull\b|Infinity|\[object/);
      expect(rest.headline.text, id).toMatch(lang === 'zh' ? /。$/ : /\.$/);
      if (lang === 'en') for (const text of [rest.headline.text, ...rest.headline.limits, ...rest.rowNotes, rest.tableTitle, rest.groupLine, rest.codeLine, rest.networksNote, rest.offLists, rest.lead]) expect(text, id).not.toMatch(/[\u3400-\u9fff，。；：（）]/);
    }
  });

  test('every number of a headline is in the published files, and every place has its n', () => {
    for (const { id } of inside) {
      const { headline, filled } = viewOf(id, lang);
      const told = headlineRows(filled);
      expect(told, id).toHaveLength(3);
      const expected = told.flatMap((row) => {
        const { own, rank, n, tied } = byHand(row.id, row.at, id);
        const isRanked = tableOf(atlas, row.id).indicator.better !== 'none';
        if (isRanked) expect(row, `${id} ${row.id}`).toMatchObject({ rank: `${rank} / ${n}`, rankKind: tied ? 'tied' : 'none' });
        return [...(lang === 'zh' || row.at.length === 4 ? numbersIn(row.at.replace('-', ' ')) : [Number(row.at.slice(0, 4))]), own, ...(isRanked ? [rank, n] : [])];
      });
      expect([...numbersIn(headline.text)].sort((a, b) => a - b), `${id} ${headline.text}`).toEqual([...expected].sort((a, b) => a - b));
    }
  });
});

test('every value and place of the table is the printed one', () => {
  let checked = 0;
  for (const { id } of places) {
    for (const row of viewOf(id).rows) {
      const { indicator } = tableOf(atlas, row.id);
      if (row.facts.own === null) continue;
      const { own, rank, n } = byHand(row.id, row.at, id);
      const shown = Number(row.value.replaceAll(',', '').replace('−', '-'));
      expect(Math.abs(shown - own), `${id} ${row.id}`).toBeLessThanOrEqual(0.5 * 10 ** -(indicator.decimals ?? 9) + 1e-9);
      if (row.kind === 'values' && row.rank !== '') expect(row.rank, `${id} ${row.id}`).toBe(`${rank} / ${n}`);
      checked += 1;
    }
  }
  expect(checked).toBeGreaterThan(600);
});

test('nothing absent has a place, a stroke or a figure, but for a place that its publisher gave', () => {
  for (const { id } of places) {
    for (const row of viewOf(id).rows.filter(({ facts, kind }) => facts.own === null && kind === 'values')) {
      expect(row.strip.own, `${id} ${row.id}`).toBeNull();
      expect(row.value, `${id} ${row.id}`).not.toMatch(/\d/);
      if (row.rank !== '') expect(row.rankKind).toBe('published');
    }
  }
});

test('a figure is summed up by where it stands to the median, counted by hand', () => {
  const { filled, tableTitle } = viewOf('440000');
  const judged = filled.filter(({ id, kind }) => kind === 'values' && tableOf(atlas, id).indicator.better !== 'none');
  const above = judged.filter((row) => {
    const values = [...(printedValues(row.id).get(row.at) ?? [])].filter(([region]) => region !== '100000').map(([, value]) => Number(value)).sort((a, b) => a - b);
    const middle = values.length / 2;
    const median = values.length % 2 === 1 ? values[Math.floor(middle)] : ((values[middle - 1] ?? NaN) + (values[middle] ?? NaN)) / 2;
    return Number(printedValues(row.id).get(row.at)?.get('440000')) > (median ?? NaN);
  });
  expect(tableTitle).toContain(`${judged.length}项里，${above.length}项优于中位数`);
});

describe('outside the surveys', () => {
  test.each(OUTSIDE)('%s has no place anywhere, and is said to be outside', (id) => {
    const view = viewOf(id);
    expect(view.filled).toEqual([]);
    expect(view.headline.text).toContain('未纳入');
    expect(view.rows.every(({ rank, value }) => rank === '' && value === '未纳入调查')).toBe(true);
    expect(view.networks).toEqual([]);
    expect(view.networksNote).toContain('不含');
    expect(view.absent).toMatchObject([{ kind: 'notSurveyed' }]);
    expect([view.classes, view.places, view.group, view.trends]).toEqual([[], [], null, []]);
  });
});

describe('the Corps', () => {
  const view = viewOf('660000');

  test('is told as the 32nd unit: its published place, its websites, and no place among the 31', () => {
    expect(view.headline.text).toContain('公布名次第28，共32，数值未收录');
    expect(view.headline.limits).toContain('兵团作为第32个单位填报，不是省份。');
    expect(view.filled.map(({ id }) => id)).toEqual(['egov-service-capability', 'government-websites-by-province', 'government-websites-change']);
    expect(view.rows.filter(({ absence }) => absence === 'notApplicable').length).toBeGreaterThan(10);
  });

  test('of a network that does not say, it says so', () => {
    expect(view.networks.map(({ isKnown, when }) => (isKnown ? when : '未说明'))).toEqual(['未说明', '2018年4月', '2019年5月31日']);
  });

  test('lies within Xinjiang', () => {
    expect(view.neighbours.map(({ name }) => name)).toEqual(['新疆']);
  });
});

describe('the country', () => {
  const { nation, headline, lead } = viewOf('100000');

  test('has its place in the UN survey, as published, with its n', () => {
    const own = printedRows('un-egdi').find(({ region, period }) => region === 'CHN' && period === '2024');
    expect(headline.text).toContain(`第${own?.['rank'] ?? ''}位，共193`);
    expect(nation?.components.map(({ place }) => place)).toEqual(['11 / 193', '55 / 193', '57 / 193', '12 / 193（并列）']);
  });

  test('leads to every national indicator and to every region', () => {
    const shown = nation?.themes.flatMap(({ figures }) => figures.map(({ id }) => id)) ?? [];
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown.length).toBeGreaterThan(100);
    expect(lead).toContain(String(shown.length));
    expect(nation?.groups.flatMap(({ regions }) => regions)).toHaveLength(35);
  });
});

describe('every page of a region', () => {
  const own = places.filter(({ level }) => level !== 'nation');

  test('marks its own tile and no other', () => {
    for (const { id } of own) expect(viewOf(id).locator.tiles.filter(({ isOwn }) => isOwn).map((tile) => tile.id)).toEqual([id]);
    expect(viewOf('100000').locator.tiles.filter(({ isOwn }) => isOwn)).toEqual([]);
  });

  test('is set beside one to three others, itself first; without a figure beside none', () => {
    for (const id of OUTSIDE) expect(viewOf(id).compareHref).toBe('');
    for (const { id } of own.filter((region) => !OUTSIDE.includes(region.id))) {
      const ids = (/compare\.html\?regions=([\d.]+)$/.exec(viewOf(id).compareHref)?.[1] ?? '').split('.');
      expect(ids[0]).toBe(id);
      expect(ids.length).toBeGreaterThanOrEqual(2);
      expect(ids.length).toBeLessThanOrEqual(4);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('numbers a publisher once, and every number is in its list', () => {
    for (const { id } of own) {
      const view = viewOf(id);
      expect(view.sources.map(({ number }) => number)).toEqual(view.sources.map((_, index) => index + 1));
      expect(new Set(view.sources.map(({ publisher }) => publisher)).size).toBe(view.sources.length);
      const used = [...view.filled, ...view.classes, ...view.places, ...view.networks, ...view.records, ...view.trends].flatMap(({ sources }) => sources);
      for (const number of used) expect(number).toBeLessThanOrEqual(view.sources.length);
      for (const row of view.filled) expect(row.sources, `${id} ${row.id}`).not.toEqual([]);
    }
  });

  test('shows each published place on a partial list once, and no list of all', () => {
    for (const { id } of own) {
      for (const place of viewOf(id).places) {
        const printed = printedRows(place.id).find(({ region, period }) => region === id && period === place.at);
        expect(place.place, `${id} ${place.key}`).toContain(String(printed?.['rank']));
        expect(place.of).toMatch(/共3[12]/);
      }
    }
  });

  test('leads to the ranking of what may be handed on, with the region picked out; else to the indicator', () => {
    for (const row of viewOf('440000').filled) {
      const { licence } = atlas.datasets.find(({ id }) => id === row.dataset) ?? { licence: null };
      expect(row.rankingHref, row.id).toBe(licence?.redistributable === true ? `../ranking.html?indicator=${row.id}&region=440000` : `../indicator/${row.id}.html`);
    }
  });

  test('a trend of a broken series is told from after the break', () => {
    const penetration = viewOf('440000').trends.find(({ id }) => id === 'internet-penetration');
    expect(penetration?.title).toBe('互联网普及率：2011年60.4%，2016年74.0%');
    expect(penetration?.own.breakX).not.toBeNull();
  });

  test('names what is located there, and what was said of it', () => {
    expect(viewOf('520000').systems.map(({ id }) => id)).toContain('yunshang-guizhou');
    expect(viewOf('330000').claims.map(({ id }) => id)).toContain('hz-court-cases');
    expect(viewOf('540000').claims).toEqual([]);
  });
});

test('the list has every region once, in its group, the Corps noted as no province', () => {
  const { groups, locator } = regionsPage(atlas, geometry, pageContext('regions.html', 'zh'));
  expect(groups.map(({ name, count }) => `${name}${count}`)).toEqual(['东部10个', '中部6个', '西部12个，另有兵团', '东北3个', '港澳台3个']);
  expect(groups.flatMap(({ regions }) => regions.map(({ id }) => id)).sort()).toEqual(places.map(({ id }) => id).filter((id) => id !== '100000').sort());
  expect(groups.flatMap(({ regions }) => regions).filter(({ note }) => note !== '').map(({ name }) => name)).toEqual(['兵团']);
  expect(locator.tiles).toHaveLength(35);
});
