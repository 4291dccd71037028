import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Scene } from '../../../src/model/playlist.ts';
import { LANGS, type Lang } from '../../../src/model/text.ts';
import { STORIES, storyView } from '../../../src/pages/stories.ts';
import { pageContext } from '../../../src/prerender/pageContext.ts';
import { readAtlas } from '../../../src/prerender/readAtlas.ts';
import { withoutPlaces } from '../../../src/prerender/withoutPlaces.ts';
import { lengthOf, LONGEST } from '../../../src/view/wall/headlines.ts';
import { playlistViews } from '../../../src/view/wall/playlistView.ts';
import type { PlaylistView, SceneView } from '../../../src/view/wall/sceneView.ts';
import { printedRows, tableRows } from '../../support/publishedTable.ts';

/**
 * Every number of the shipped scenes, worked out here again from the published files alone: the site's own readers,
 * queries and sentences are not asked.
 */
const { atlas, issues } = readAtlas('data');
const pages = { zh: pageContext('screen.html', 'zh'), en: pageContext('screen.html', 'en') };
const views: Readonly<Record<Lang, readonly PlaylistView[]>> = { zh: playlistViews(atlas, pages.zh), en: playlistViews(atlas, pages.en) };
const sceneOf = (playlist: string, scene: string): Scene => {
  const found = atlas.playlists.find(({ id }) => id === playlist)?.scenes.find(({ id }) => id === scene);
  if (!found) throw new Error(`data/playlists/${playlist}.json has no scene ${scene}`);
  return found;
};
const scenes = LANGS.flatMap((lang) => views[lang].flatMap((list) => list.scenes.map((view) => ({ lang, playlist: list.id, id: view.id, view, scene: sceneOf(list.id, view.id) }))));

interface Descriptor {
  readonly unit: { readonly multiplier: number; readonly enMultiplier: number };
  readonly better: string;
  readonly classes?: readonly number[];
  readonly expected: string;
}
const isDescriptor = (json: unknown): json is Descriptor => typeof json === 'object' && json !== null && 'unit' in json && 'better' in json;
function descriptor(id: string): Descriptor {
  const json: unknown = JSON.parse(fs.readFileSync(`data/indicators/${id}.json`, 'utf8'));
  if (!isDescriptor(json)) throw new Error(`data/indicators/${id}.json is no descriptor`);
  return json;
}
const csv = (file: string) => tableRows(fs.readFileSync(file, 'utf8')).filter((row) => Object.values(row).some((cell) => cell !== ''));

const PRINTED = /\d[\d,]*(?:\.\d+)?/g;
const numbersIn = (text: string): readonly string[] => text.match(PRINTED) ?? [];
const decimalsOf = (printed: string): number => printed.split('.')[1]?.length ?? 0;
const valueOf = (printed: string): number => Number(printed.replaceAll(',', ''));
const isOneOf = (printed: string, known: readonly number[]): boolean => known.some((one) => Math.abs(valueOf(printed) - Math.abs(one)) <= 0.5 * 10 ** -decimalsOf(printed) + 1e-9);

/** As the reader of this language counts: 10.04亿 is 1,004 million. */
const shown = (value: number, id: string, lang: Lang): number => (lang === 'zh' ? value : (value * descriptor(id).unit.multiplier) / descriptor(id).unit.enMultiplier);
const partsOf = (period: string): readonly number[] => period.split('-').map(Number);

const COUNTED: Readonly<Record<string, (region: string) => boolean>> = {
  provinces: (region) => /^\d{6}$/.test(region) && !['100000', '660000', '710000', '810000', '820000'].includes(region),
  provincesAndCorps: (region) => /^\d{6}$/.test(region) && !['100000', '710000', '810000', '820000'].includes(region),
};
/** What was printed of the counted regions in a period. */
function valuesAt(id: string, period: string): ReadonlyMap<string, number> {
  const isCounted = COUNTED[descriptor(id).expected] ?? (() => true);
  return new Map(printedRows(id).flatMap((row) => (row['period'] === period && isCounted(row['region'] ?? '') && row['value'] !== '' && row['value'] !== undefined ? [[row['region'] ?? '', Number(row['value'])] as const] : [])));
}
function median(values: readonly number[]): number {
  const ascending = [...values].sort((one, other) => one - other);
  return ((ascending[Math.floor((ascending.length - 1) / 2)] ?? NaN) + (ascending[Math.ceil((ascending.length - 1) / 2)] ?? NaN)) / 2;
}
/** 1 + the number of larger values. */
const placesAt = (id: string, period: string): ReadonlyMap<string, number> => {
  const values = valuesAt(id, period);
  return new Map([...values].map(([region, value]) => [region, 1 + [...values.values()].filter((other) => other > value).length]));
};

/** Numbers that the sentence and the key figures of a beat may hold. */
function known({ scene, lang }: { readonly scene: Scene; readonly lang: Lang }, at: number): readonly number[] {
  switch (scene.kind) {
    case 'map': {
      const period = scene.periods?.[at] ?? '';
      const values = [...valuesAt(scene.indicator, period).values()];
      const isChange = values.some((value) => value < 0);
      const bands = printedRows(scene.indicator).filter((row) => row['period'] === period && (row['band'] ?? '') !== '').map((row) => row['band'] ?? '');
      const ofBands = [...new Set(bands)].map((band) => bands.filter((one) => one === band).length);
      // The name of a band may hold its edges.
      const names = (atlas.indicators.find(({ id }) => id === scene.indicator)?.bands ?? []).flatMap(({ name }) => numbersIn(name[lang]).map(valueOf));
      return [...[Math.max(...values), median(values)].map((value) => shown(value, scene.indicator, lang)), ...(isChange ? [values.filter((value) => value < 0).length] : []), ...ofBands, ...names];
    }
    case 'ranking': {
      const [period, before] = [scene.periods?.[at] ?? '', scene.periods?.[at - 1]];
      const values = [...valuesAt(scene.indicator, period).values()];
      const edge = descriptor(scene.indicator).classes?.at(-2);
      const [now, then] = [placesAt(scene.indicator, period), before === undefined ? new Map<string, number>() : placesAt(scene.indicator, before)];
      const climbs = [...now].map(([region, place]) => (then.get(region) ?? place) - place);
      return [1, ...(edge === undefined || before !== undefined ? [] : [shown(edge, scene.indicator, lang), values.filter((value) => value >= edge).length]), ...(before === undefined ? [] : [Math.max(...climbs)])];
    }
    case 'trend':
      return scene.indicators.flatMap((id) => {
        const rows = printedRows(id).filter((row) => row['value'] !== '' && row['confidence'] !== 'C' && row['status'] !== 'forecast');
        const series = [...new Set(rows.map((row) => row['series'] ?? ''))];
        const own = series.flatMap((one) => {
          const line = rows.filter((row) => (row['series'] ?? '') === one).sort((a, b) => ((a['period'] ?? '') < (b['period'] ?? '') ? -1 : 1));
          const [last] = line.slice(-1);
          const earlier = line.filter((row) => row !== last && !['lowerBound', 'upperBound'].includes(row['precision'] ?? '') && !['lowerBound', 'upperBound'].includes(last?.['precision'] ?? ''));
          const end = Number(last?.['value']);
          return [shown(end, id, lang), ...earlier.flatMap((row) => [shown(end - Number(row['value']), id, lang), ...partsOf(row['period'] ?? '')])];
        });
        return [...own, series.length];
      });
    case 'coverage': {
      const rows = csv('data/coverage/connections.csv').filter((row) => row['region'] !== '660000' && row['connected_by'] !== '');
      const networks = csv('data/coverage/networks.csv').length;
      const regions = [...new Set(rows.map((row) => row['region']))];
      return [networks, regions.filter((region) => rows.filter((row) => row['region'] === region).length === networks).length];
    }
    case 'region': {
      const judged = scene.indicators.filter((id) => descriptor(id).better !== 'none').flatMap((id) => {
        const [period = ''] = [...new Set(printedRows(id).map((row) => row['period'] ?? ''))].filter((one) => valuesAt(id, one).size >= 20).sort().slice(-1);
        const values = valuesAt(id, period);
        const own = values.get(scene.region);
        const above = own === undefined ? 0 : own - median([...values.values()]);
        return own === undefined ? [] : [descriptor(id).better === 'lower' ? above < 0 : above > 0];
      });
      return [judged.length, judged.filter(Boolean).length, ...(judged.length === 0 ? [scene.indicators.length] : [])];
    }
    case 'story': {
      // The steps are held against the tables where the findings are tested.
      const story = STORIES.find(({ id }) => id === scene.story);
      const steps = story ? storyView(story, atlas, pages[lang]).steps : [];
      return steps.flatMap(({ sentence, workings, table, caveats }) => [sentence, ...caveats, ...workings.flatMap(({ result, filled }) => [result, filled]), ...table.rows.flatMap(({ cells }) => cells.map(({ text }) => text))]).flatMap(numbersIn).map(valueOf);
    }
    case 'claim': {
      const row = csv('data/claims/claims.csv').find((one) => one['id'] === scene.claim);
      const said = Number(row?.['value']);
      const factor = /^× (10,000|100 million)/.exec(row?.['unit_en'] ?? '')?.[1];
      const full = said * (factor === '10,000' ? 1e4 : factor === '100 million' ? 1e8 : 1);
      return lang === 'zh' ? [said] : [said, full, full / 1e6, full / 1e9];
    }
    case 'systems': {
      const rows = csv('data/systems/systems.csv');
      const years = rows.flatMap((row) => ((row['start_year'] ?? '') === '' ? [] : [Number(row['start_year'])]));
      const numbers = numbersIn(views.en.flatMap((list) => list.scenes).find(({ kind }) => kind === 'systems')?.beats[0]?.headline ?? '').map(valueOf);
      const [from = 0, to = 0] = numbers.slice(-2);
      return [rows.length, years.length, years.filter((year) => year >= from && year <= to).length, ...years];
    }
    case 'world': {
      const rows = printedRows(scene.indicator).filter((row) => row['value'] !== '' && /^[A-Z]{3}$/.test(row['region'] ?? ''));
      const editions = [...new Set(rows.map((row) => row['period'] ?? ''))].sort();
      return [editions[0] ?? '', editions.at(-1) ?? ''].flatMap((edition) => {
        const those = rows.filter((row) => row['period'] === edition);
        const own = those.find((row) => row['region'] === 'CHN');
        const better = those.filter((row) => Number(row['value']) > Number(own?.['value'])).length;
        const isPublished = rows.some((row) => (row['rank'] ?? '') !== '');
        return [Number(own?.['value']), isPublished ? Number(own?.['rank']) : better + 1, isPublished ? those.filter((row) => row['rank'] !== '').length : those.length];
      });
    }
  }
}

test('the shipped playlists are read without an issue', () => {
  expect(issues).toEqual([]);
  expect(atlas.playlists.map(({ id }) => id)).toEqual(['overview', 'provinces', 'integration', 'courts', 'world']);
  expect(new Set(atlas.playlists[0]?.scenes.map(({ kind }) => kind)).size).toBe(9);
});

test('both languages have the same scenes, beats and pictures', () => {
  const shape = (lists: readonly PlaylistView[]) => lists.map(({ id, scenes: own }) => [id, own.map((view) => [view.id, view.kind, view.seconds, view.beats.length, view.pictures.map(({ kind }) => kind), view.due?.date])]);
  expect(shape(views.en)).toEqual(shape(views.zh));
});

describe.each(scenes)('$lang $playlist $id', ({ lang, view, scene }) => {
  test('every number of its sentences and key figures is in the published tables', () => {
    view.beats.forEach((beat, at) => {
      const allowed = known({ scene, lang }, at);
      const unknown = [beat.headline, ...beat.keys.map(({ value }) => value)].flatMap(numbersIn).filter((printed) => !isOneOf(printed, allowed));
      expect(unknown, `${beat.headline} ${beat.keys.map(({ value }) => value).join(' ')}`).toEqual([]);
    });
  });

  test('its sentences fit a wall, end without a full stop, and say no key figure twice', () => {
    for (const { headline, keys, topline, aside, limits, notes } of view.beats) {
      expect(headline).not.toBe('');
      expect(lengthOf(headline, lang), headline).toBeLessThanOrEqual(LONGEST[lang]);
      expect([headline, aside, ...topline].filter((text) => /[。.]$/.test(text))).toEqual([]);
      // Lists of texts are keyed by them.
      for (const texts of [topline, limits, keys.map(({ label }) => label)]) expect(new Set(texts).size).toBe(texts.length);
      expect(keys.length).toBeLessThanOrEqual(2);
      expect(keys.filter(({ value }) => numbersIn(headline).includes(value))).toEqual([]);
      expect(notes.length).toBeGreaterThan(headline.length / 2);
    }
  });

  test('it has a source, a day of reading, time to be read, and a picture a beat or one for all', () => {
    expect(view.source).toMatch(lang === 'zh' ? /^来源：./ : /^Source: ./);
    expect(view.retrieved).toMatch(/\d{4}-\d\d-\d\d/);
    expect(view.seconds).toBeGreaterThanOrEqual(8);
    expect(view.seconds / view.beats.length).toBeGreaterThanOrEqual(5);
    const framed = view.pictures.flatMap((picture) => (picture.kind === 'map' || picture.kind === 'ranking' ? [picture.frames.length] : []));
    expect(framed.length > 0 ? framed : [view.pictures.length === 1 ? view.beats.length : view.pictures.length]).toEqual([view.beats.length]);
  });
});

/** Every text of a view, without the names of its fields. */
const textsIn = (view: unknown): readonly string[] => (typeof view === 'string' ? [view] : typeof view === 'object' && view !== null ? Object.values(view).flatMap(textsIn) : []);

const routes = new Set(fs.readFileSync('data/releases/addresses.txt', 'utf8').split('\n').map((line) => line.replace(/[?#].*$/, '')));

test('every figure leads to a page that the site has published, in its own language', () => {
  const paths = scenes.flatMap(({ lang, view }: { readonly lang: Lang; readonly view: SceneView }) => view.beats.map(({ path }) => ({ lang, path })));
  expect(paths.filter(({ lang, path }) => path.startsWith('en/') !== (lang === 'en'))).toEqual([]);
  expect(paths.filter(({ path }) => !routes.has(path.replace(/^en\//, '').replace(/[?#].*$/, '')))).toEqual([]);
});

test('English scenes hold no Chinese', () => {
  expect(JSON.stringify(views.en).match(/[\u3400-\u9fff、。，；：]+/g)).toBeNull();
});

test('where no places are told the scenes tell none', () => {
  const { atlas: grouped } = withoutPlaces({ ...atlas, site: { ...atlas.site, standings: 'groups' } }, (file) => fs.readFileSync(`data/${file}`, 'utf8'));
  for (const lang of LANGS) {
    const lists = playlistViews(grouped, pageContext('screen.html', lang, { site: grouped.site }));
    expect(lists.map(({ id }) => id)).toEqual(['overview', 'provinces', 'integration', 'courts']);
    const kinds = new Set(lists.flatMap((list) => list.scenes.map(({ kind }) => kind)));
    expect([kinds.has('ranking'), kinds.has('world')]).toEqual([false, false]);
    expect(textsIn(lists).join(' ').match(/第\d+位|第\d+名|并列|居首|名次|\brank\b|\bno\. \d|first place|\bleads?\b/gi)).toBeNull();
  }
});
