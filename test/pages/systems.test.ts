import { describe, expect, test } from 'vitest';
import { pageContext } from '../../src/prerender/pageContext.ts';
import { readAtlas } from '../../src/prerender/readAtlas.ts';
import { systemsPage } from '../../src/pages/systems.ts';
import { textsIn } from '../support/toyViews.ts';

const { atlas } = readAtlas('data');
const views = { zh: systemsPage(atlas, pageContext('systems.html', 'zh')), en: systemsPage(atlas, pageContext('systems.html', 'en')) };

describe.each(['zh', 'en'] as const)('the catalogue in %s', (lang) => {
  const view = views[lang];
  const entries = view.kinds.flatMap(({ systems }) => systems);

  test('has each of the 51 once', () => {
    expect(atlas.systems).toHaveLength(51);
    expect(entries.map(({ id }) => id).sort()).toEqual(atlas.systems.map(({ id }) => id).sort());
  });

  test('its sentence counts those with a year and those without, and they add up', () => {
    const [all = 0, known = 0, first = 0, unknown = 0] = [...view.sentence.matchAll(/\d+/g)].map(Number);
    const years = atlas.systems.flatMap(({ startYear }) => (startYear === undefined ? [] : [Number(startYear)]));
    expect([all, known, first, unknown]).toEqual([51, years.length, Math.min(...years), 51 - years.length]);
  });

  test('the timeline’s sentence is recounted from the years', () => {
    const years = atlas.systems.flatMap(({ startYear }) => (startYear === undefined ? [] : [Number(startYear)]));
    const numbers = [...view.timeline.title.matchAll(/\d+/g)].map(Number);
    expect(numbers).toHaveLength(4);
    const [known = 0, count = 0, from = 0, to = 0] = numbers;
    expect(known).toBe(years.length);
    expect(years.filter((year) => year >= from && year <= to)).toHaveLength(count);
  });

  test('leaves nothing unfilled', () => {
    for (const text of textsIn(view)) expect(text).not.toMatch(/undefined|\bNaN\b|\bnull\b|Infinity|\[object/);
  });

  test('a year has its source; an unknown year says so', () => {
    for (const { id, started, startSources } of entries) {
      const { startYear } = atlas.systems.find((system) => system.id === id) ?? {};
      if (startYear === undefined) expect(started, id).toBe(pageContext('systems.html', lang).words.catalogue.unknown);
      else expect([started.includes(startYear), startSources.length > 0], id).toEqual([true, true]);
    }
  });

  test('each measured indicator has its latest figure, or says where the values are', () => {
    for (const { id, measured } of entries) {
      for (const { lines, when } of measured) {
        if (lines.length === 0) expect(when, id).toBe(pageContext('systems.html', lang).words.catalogue.noRegion);
        for (const { value, status, source } of lines) expect(value !== '' && status !== '' && source !== '', id).toBe(true);
      }
    }
  });
});

test('China’s figure stands for a table of countries', () => {
  const survey = views.zh.kinds.flatMap(({ systems }) => systems).find(({ id }) => id === 'un-survey');
  expect(survey?.measured.map(({ id, lines }) => [id, lines[0]?.value, lines[0]?.when])).toContainEqual(['un-egdi', '0.8718', '2024年']);
});

test('what was said of the same figures is linked', () => {
  const court = views.en.kinds.flatMap(({ systems }) => systems).find(({ id }) => id === 'hz-internet-court');
  expect(court?.claims.map(({ href }) => href)).toContain('../en/claims.html#hz-court-cases');
});
