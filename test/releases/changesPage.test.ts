import { expect, test } from 'vitest';
import { corrections } from '../../src/feeds/corrections.ts';
import { touchedReleases } from '../../src/feeds/touched.ts';
import type { Atlas } from '../../src/model/atlas.ts';
import type { IndicatorTable } from '../../src/model/indicator.ts';
import { SITE_FIRST } from '../../src/model/site.ts';
import { changesPage, type ReleaseView } from '../../src/pages/changesPage.ts';
import { pageContext } from '../../src/prerender/pageContext.ts';
import { movesOf } from '../../src/releases/moves.ts';
import { unreleased } from '../../src/prerender/records.ts';
import type { TableView } from '../../src/view/tableView.ts';
import { toyObservation, toyProvinceIds, toyRegions, toyTable } from '../support/toys.ts';
import { presentOf, ToySite, type ToyDay } from './toyReleases.ts';

// What each release changed, as the page tells it.

const values = (...of: readonly number[]): IndicatorTable => toyTable(of.map((value, index) => toyObservation(value, { regionId: toyProvinceIds[index] ?? '' })));
const day = (date: string, table: IndicatorTable, reason: ToyDay['reason'] = null): ToyDay => ({ date, tables: [table], takeaways: { zh: '玩具。', en: 'Toys.' }, reason });

const first = day('2026-01-01', values(40, 30));
const corrected = day('2026-02-01', values(40, 45), { zh: '出版者更正。', en: 'Corrected by the publisher.' });
const many = Array.from({ length: 31 }, (_, index) => index);

function told(released: readonly ToyDay[], now: ToyDay, lang: 'zh' | 'en' = 'zh'): readonly ReleaseView[] {
  const site = new ToySite();
  for (const one of released) if ('refusal' in site.release(one)) throw new Error('refused');
  const atlas: Atlas = { site: SITE_FIRST, regions: toyRegions, aliases: [], indicators: now.tables.map(({ indicator }) => indicator), tables: now.tables, earlier: [], groups: [], languages: [], explained: [], datasets: [], resources: [], claims: [], systems: [], synonyms: [], networks: [], connections: [], announcements: [], playlists: [], files: [] };
  const since = unreleased(site.releases.at(-1), presentOf(now.tables));
  return changesPage({ atlas, release: site.releaseOf(now), records: site.releases.map(({ record }) => record), since }, pageContext('changes.html', lang)).releases;
}

const rows = (view: TableView | null | undefined) => view?.rows.map(({ cells }) => cells.map(({ text }) => text));

test('without a release nothing is listed', () => {
  expect(told([], first)).toEqual([]);
});

test('the first release is what later ones are set against', () => {
  expect(told([first], first)).toMatchObject([{ title: '2026-01-01版', note: '第一版', changes: null, changed: [], reason: null, without: '此后各版与它相比。这一版的1张表都是最初的样子。', facts: [['校验值', expect.any(String)], ['数据表', '1'], ['定格的图', '1']] }]);
});

test('the latest stands first, with its reason, how many figures of which table, and each of them before and after', () => {
  const [latest, before] = told([first, corrected], corrected);
  expect([latest?.title, latest?.note, latest?.reason, before?.title]).toEqual(['2026-02-01版', '与2026-01-01版相比', '出版者更正。', '2026-01-01版']);
  expect(rows(latest?.changes)).toEqual([['玩具数', '', '1', '']]);
  expect(latest?.changed.map(({ label, table }) => [label, rows(table)])).toEqual([['改动的1个数', [['玩具2，2001年', '30个', '45个']]]]);
  expect(latest?.record).toBe(`./data/releases/${latest?.id}.json`);
});

test('what is not released yet stands above them all, under the name that it would have', () => {
  const [ahead, last] = told([first], corrected, 'en');
  expect([ahead?.title, ahead?.record, last?.title]).toEqual(['Changes not yet released', null, 'Release of 2026-01-01']);
  expect(ahead?.id).toMatch(/^2026-02-01-/);
  expect(ahead?.changed.map(({ label, table }) => [label, rows(table)])).toEqual([['The figure that changed', [['P2, 2001', '30 toys', '45 toys']]]]);
});

test('a withdrawn figure says so; a table that is no more too', () => {
  const reason = { zh: '撤下。', en: 'Withdrawn.' };
  const [one] = told([first, day('2026-02-01', values(40), reason)], day('2026-02-01', values(40)));
  expect(rows(one?.changed[0]?.table)).toEqual([['玩具2，2001年', '30个', '撤下']]);
  const dolls = { ...values(7), indicator: { ...values().indicator, id: 'dolls', name: { zh: '娃娃', en: 'Dolls' } }, file: 'toy/2001/dolls.csv' };
  const [gone] = told([first, day('2026-02-01', dolls, reason)], day('2026-02-01', dolls));
  expect(rows(gone?.changes)).toEqual([['娃娃（新表）', '1', '', ''], ['玩具数（整表撤下）', '', '', '2']]);
});

test('where more changed than can be read they are counted', () => {
  const table = (by: number) => toyTable(many.flatMap((index) => ['2001', '2002'].map((period) => toyObservation(index + by, { period, regionId: toyProvinceIds[index] ?? '' }))));
  const [latest] = told([day('2026-01-01', table(0)), day('2026-02-01', table(1), corrected.reason)], day('2026-02-01', table(1)));
  expect(latest?.changed).toMatchObject([{ table: null, unlisted: '共62个数有改动，不逐一列出；见本版记录所列的校验值。' }]);
});

test('in English no Chinese is said', () => {
  expect(JSON.stringify(told([first, corrected], corrected, 'en'))).not.toMatch(/[\u3400-\u9fff]/);
});

test('what moved with the figures stands with its release, and every correction in the log', () => {
  const site = new ToySite();
  const all = Array.from({ length: 25 }, (_, index) => 40 + index);
  const before = day('2026-01-01', values(...all));
  const after = { ...day('2026-02-01', values(99, ...all.slice(1)), { zh: '出版者更正。', en: 'Corrected by the publisher.' }), takeaways: { zh: '玩具1居首。', en: 'P1 leads.' } };
  for (const one of [before, after]) if ('refusal' in site.release(one)) throw new Error('refused');
  const indicators = after.tables.map(({ indicator }) => indicator);
  const trace = { moves: movesOf(site.releases, indicators, toyRegions), corrections: corrections(touchedReleases(site.releases)), head: 'ab12' };
  const atlas: Atlas = { site: SITE_FIRST, regions: toyRegions, aliases: [], indicators, tables: after.tables, earlier: [], explained: [], datasets: [], resources: [], claims: [], systems: [], synonyms: [], networks: [], connections: [], announcements: [], playlists: [], groups: [], languages: [], files: [] };
  const view = changesPage({ atlas, release: site.releaseOf(after), records: site.releases.map(({ record }) => record), since: new Map(), trace }, pageContext('changes.html', 'zh'));
  const [latest, first] = view.releases;
  expect(latest?.moved.map(({ name, table }) => [name, table.rows.length])).toEqual([['名次', 25], ['地图色级', 5], ['结论', 1]]);
  expect(rows(latest?.moved[0]?.table)?.[0]).toEqual(['玩具', '玩具1', '第25，共25（2001年）', '第1，共25（2001年）']);
  expect(rows(latest?.moved[2]?.table)).toEqual([['玩具', '', '玩具。', '玩具1居首。']]);
  expect(first?.moved).toEqual([]);
  expect(latest?.changes?.rows[0]?.id).toBe(`${latest?.id}.toys`);
  expect([view.corrections.lead, rows(view.corrections.table), view.head]).toEqual(['已发表的数里有1个更正或撤下过，全部列在这里，新的在前。', [['2026-02-01', '玩具', '玩具1，2001年', '40个', '99个', '出版者更正。']], 'ab12']);
});

test('with nothing corrected the log says so', () => {
  const site = new ToySite();
  if ('refusal' in site.release(first)) throw new Error('refused');
  const atlas: Atlas = { site: SITE_FIRST, regions: toyRegions, aliases: [], indicators: [], tables: [], earlier: [], explained: [], datasets: [], resources: [], claims: [], systems: [], synonyms: [], networks: [], connections: [], announcements: [], playlists: [], groups: [], languages: [], files: [] };
  expect(changesPage({ atlas, release: site.releaseOf(first), records: [], since: new Map() }, pageContext('changes.html', 'en')).corrections).toMatchObject({ lead: 'No published figure has been corrected or withdrawn so far.', table: null, file: '../corrections.csv' });
});
