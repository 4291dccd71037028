import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { calendar, folded } from '../../src/feeds/calendar.ts';
import { expectedReleases } from '../../src/feeds/expected.ts';
import type { Atlas } from '../../src/model/atlas.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { SITE_FIRST } from '../../src/model/site.ts';
import { calendarView } from '../../src/pages/calendarView.ts';
import { pageContext } from '../../src/prerender/pageContext.ts';
import { toyObservation, toyRegions, toySources, toyTable } from '../support/toys.ts';

// When new toys are expected: by the month after a book's own lag, by the year, and not at all.

const yearly = toyTable(['2001', '2002', '2003'].map((period) => toyObservation(1, { period })), { name: { zh: '玩具，积木；娃娃\\', en: 'Toys, blocks; dolls\\' } });
const dolls = { ...toyTable([toyObservation(1, { period: '2003' })], { id: 'dolls' }), file: 'toy/2001/dolls.csv' };
const [book] = toySources;
const dataset: Dataset = {
  id: 'toy/2001', title: { zh: '玩具年鉴，第一版；很长很长很长很长很长很长很长很长很长很长', en: 'Toy Yearbook, first; a very, very, very, very, very, very long title of it' }, description: { zh: '', en: '' }, edition: '2001', retrieved: '2004-08-01',
  licence: { name: 'x', title: { zh: '可用', en: 'Free' }, redistributable: true }, sources: book ? [{ ...book, published: '2004-03' }] : [], updates: { toys: { every: 'P1Y', note: { zh: '出版者说每年三月。', en: 'Each March, says the publisher.' } } },
};
const tables = [yearly, dolls];
const atlas: Atlas = { site: SITE_FIRST, regions: toyRegions, aliases: [], indicators: tables.map(({ indicator }) => indicator), tables, earlier: [], explained: [], datasets: [dataset], resources: [], claims: [], systems: [], synonyms: [], networks: [], connections: [], announcements: [], playlists: [], groups: [], languages: [], files: [] };
const release = (date: string) => ({ id: `${date}-1a2b3c4d`, date, hash: '1a2b3c4d' });
const page = pageContext('changes.html', 'zh');

test('an event lasts the whole month that is expected, is tentative, and says that nobody promised it', () => {
  const read = new ICAL.Component(ICAL.parse(calendar(atlas, release('2004-08-01'), page)));
  const events = read.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  expect(events.map((one) => [one.startDate.toString(), one.endDate.toString(), one.startDate.isDate, one.component.getFirstPropertyValue('status'), one.component.getFirstPropertyValue('transp')])).toEqual([['2005-03-01', '2005-04-01', true, 'TENTATIVE', 'TRANSPARENT']]);
  expect(events[0]?.summary).toBe(`预计：${dataset.title.zh}（1张表）`);
  expect(events[0]?.description).toBe('由过去的间隔（每年）推算，不是发布者的承诺。数据表：玩具。');
  expect(read.getFirstPropertyValue('version')).toBe('2.0');
});

test('the same data give the same file, with the day of the data as its stamp; later it is told as overdue under the same name', () => {
  const [one, again, later] = [release('2004-08-01'), release('2004-08-01'), release('2005-04-01')].map((own) => calendar(atlas, own, page));
  expect(one).toBe(again);
  expect(one).toContain('\r\nDTSTAMP:20040801T000000Z\r\n');
  const uid = (text = '') => /UID:(.+)\r/.exec(text)?.[1];
  expect(uid(one)).toBe(uid(later));
  expect(later).toContain('SUMMARY:预计已过');
  expect(expectedReleases(atlas, '2005-03-31').map(({ isOverdue }) => isOverdue)).toEqual([false]);
});

test('no line is longer than 75 octets, and no character is cut in two', () => {
  for (const lang of ['zh', 'en'] as const) {
    const text = calendar(atlas, release('2004-08-01'), pageContext('changes.html', lang));
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n ', '')).not.toContain('\uFFFD');
  }
  expect(folded('政'.repeat(60)).replaceAll('\r\n ', '')).toBe('政'.repeat(60));
});

test('the page says when, how often and on what evidence, and how many tables nothing is known of', () => {
  const view = calendarView(atlas, '2005-04-01', page);
  expect(view.table?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([['2005年3月（已过预计时间）', dataset.title.zh, '玩具', '每年', '出版者说每年三月']]);
  expect([view.lead, view.unknown]).toEqual(['按各表过去的间隔，加上最近一期发布距期末的时间推算，发布者没有作过这样的承诺；只推到月或年，不推到日。“已过预计时间”以数据的读取日期2005-04-01计。', '另有1张表没有固定周期，或没有依据推算。']);
  const none = calendarView({ ...atlas, datasets: [{ ...dataset, updates: {} }] }, '2005-04-01', page);
  expect([none.table, none.lead]).toEqual([null, page.words.feeds.calendar.none]);
});
