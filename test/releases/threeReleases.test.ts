import { expect, test } from 'vitest';
import type { IndicatorTable } from '../../src/model/indicator.ts';
import type { ReleaseRecord } from '../../src/releases/releaseRecord.ts';
import { unpackFiles } from '../../src/releases/pack.ts';
import { toyAbsence, toyObservation, toyProvinceIds, toyTable } from '../support/toys.ts';
import { ToySite, type ToyDay } from './toyReleases.ts';

// Three releases of toys: the first; a published figure corrected, with a reason; a new period.

const [a = '', b = '', c = '', d = ''] = toyProvinceIds;

const table = (of2001: readonly number[], of2002: readonly (number | null)[] = [], changes: Parameters<typeof toyTable>[1] = {}): IndicatorTable =>
  toyTable(
    [
      ...of2001.map((value, index) => toyObservation(value, { regionId: toyProvinceIds[index] ?? '' })),
      ...of2002.map((value, index) => (value === null ? toyAbsence('notPublished', { period: '2002', regionId: toyProvinceIds[index] ?? '' }) : toyObservation(value, { period: '2002', regionId: toyProvinceIds[index] ?? '' }))),
    ],
    changes,
  );

const first: ToyDay = { date: '2026-01-01', tables: [table([40, 30, 20, 10])], takeaways: { zh: '2001年玩具1居首。', en: 'P1 leads in 2001.' } };
/** The second had more than was said. */
const corrected: ToyDay = { ...first, date: '2026-02-01', tables: [table([40, 45, 20, 10])], takeaways: { zh: '2001年玩具2居首。', en: 'P2 leads in 2001.' }, reason: { zh: '出版者更正。', en: 'Corrected by the publisher.' } };
const extended: ToyDay = { date: '2026-03-01', tables: [table([40, 45, 20, 10], [1, 4, 4, null])], takeaways: { zh: '2002年玩具2、玩具3并列居首。', en: 'P2 and P3 lead in 2002.' } };

function made(outcome: ReturnType<ToySite['release']>): ReleaseRecord {
  if ('refusal' in outcome) throw new Error(`refused: ${outcome.refusal.kind}`);
  return outcome.record;
}

function threeReleases() {
  const site = new ToySite();
  return { site, records: [made(site.release(first)), made(site.release(corrected)), made(site.release(extended))] as const };
}

test('each release follows the one before, and counts what became of the cells', () => {
  const { records } = threeReleases();
  expect(records.map(({ previous }) => previous)).toEqual([null, records[0].id, records[1].id]);
  expect(records.map(({ tables: [one] }) => [one?.added, one?.changed, one?.withdrawn])).toEqual([[4, 0, 0], [0, 1, 0], [3, 0, 0]]);
  expect(records[1].tables[0]?.list).toEqual([{ series: '', region: b, period: '2001', was: '30\tmeasured\texact\t0\t\t', is: '45\tmeasured\texact\t0\t\t' }]);
  expect(records.map(({ reason }) => reason?.en)).toEqual([undefined, 'Corrected by the publisher.', undefined]);
  expect(records.map(({ tables: [one] }) => one?.places)).toEqual([
    { period: '2001', told: 'values', n: 4, of: { [a]: '1', [b]: '2', [c]: '3', [d]: '4' } },
    { period: '2001', told: 'values', n: 4, of: { [a]: '2', [b]: '1', [c]: '3', [d]: '4' } },
    { period: '2002', told: 'values', n: 3, of: { [a]: '3', [b]: '1=', [c]: '1=' } },
  ]);
});

test('the same data are the same bytes: records, packs and their names', () => {
  const [one, other] = [threeReleases(), threeReleases()];
  expect(one.records).toEqual(other.records);
  expect(one.site.packs.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('base64')])).toEqual(other.site.packs.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('base64')]));
});

test('nothing has changed: no release', () => {
  const site = new ToySite();
  const { id } = made(site.release(first));
  expect(site.release(first)).toEqual({ refusal: { kind: 'nothingChanged', id } });
});

test.each([
  { says: 'a changed figure', tables: [table([40, 45, 20, 10])], cells: [{ region: b, period: '2001', is: '45\tmeasured\texact\t0\t\t' }] },
  { says: 'a withdrawn figure', tables: [table([40, 30, 20])], cells: [{ region: d, period: '2001', is: null }] },
  { says: 'a whole table withdrawn', tables: [], cells: toyProvinceIds.slice(0, 4).map((region) => ({ region, period: '2001', is: null })) },
])('$says takes a reason', ({ tables, cells }) => {
  const site = new ToySite();
  made(site.release(first));
  const outcome = site.release({ ...first, date: '2026-02-01', tables });
  expect('refusal' in outcome && outcome.refusal.kind === 'noReason' ? outcome.refusal.cells.map(({ cell: { region, period, is } }) => ({ region, period, is })) : outcome).toEqual(cells);
  expect(site.release({ ...first, date: '2026-02-01', tables, reason: { zh: '更正。', en: 'Corrected.' } })).toHaveProperty('record');
});

test('an added figure takes none, and a reason for nothing is not kept', () => {
  const site = new ToySite();
  made(site.release(first));
  expect(made(site.release({ ...first, date: '2026-02-01', tables: [table([40, 30, 20, 10, 5])], reason: { zh: '无。', en: 'None.' } })).reason).toBeNull();
});

test('a figure frozen first is the same, byte for byte, after two more releases and with another style and script', () => {
  const site = new ToySite();
  const record = made(site.release(first));
  const before = site.frozenText(record, 'zh');
  made(site.release({ ...corrected, style: 'body{color:red}', script: 'drawOtherwise()' }));
  made(site.release({ ...extended, style: 'body{color:blue}', script: 'drawAgain()' }));
  expect(before).toContain('定格于2026-01-01');
  expect(site.frozenText(record, 'zh')).toBe(before);
  for (const [, asset = ''] of before.matchAll(/"(assets\/[^"]+)"/g)) expect(Buffer.from(site.kept.get(`frozen/${asset}`) ?? []).toString('utf8'), asset).toMatch(/^(body\{color:black\}|draw\(\)|listen\(\))$/);
  expect([...before.matchAll(/"assets\/[^"]+"/g)]).toHaveLength(3);
});

test('a figure that shows the same shares the file of the release before, whatever it would be drawn with by then', () => {
  const site = new ToySite();
  const before = made(site.release(first));
  // Another table, which the figure doesn't show.
  const dolls = { ...table([7]), indicator: { ...table([]).indicator, id: 'dolls' }, file: 'toy/2001/dolls.csv' };
  const outcome = site.release({ ...first, date: '2026-02-01', style: 'body{color:red}', others: [dolls] });
  expect('shared' in outcome && outcome.shared).toBe(2);
  const after = made(outcome);
  expect(after.figures).toEqual(before.figures);
  expect(after.tables.map(({ indicator, added }) => [indicator, added])).toEqual([['dolls', 1], ['toys', 0]]);
  expect([...unpackFiles(site.packs[1]?.bytes ?? new Uint8Array(), after.pack?.split('.')[1] ?? '').files.keys()]).toEqual([`cells/dolls.${after.tables[0]?.cells}.txt`]);
});

test('a store keeps only what is new', () => {
  const { site, records } = threeReleases();
  const names = site.packs.map(({ name, bytes }) => [...unpackFiles(bytes, name.split('.')[1] ?? '').files.keys()].map((path) => path.replace(/\.[\da-f]{8}\./, '.*.')));
  expect(names).toEqual([
    ['cells/toys.*.txt', 'frozen/assets/embed.*.css', 'frozen/assets/embed.*.js', 'frozen/assets/then.*.js', 'frozen/map-toys.en.*.html', 'frozen/map-toys.zh.*.html'],
    ['cells/toys.*.txt', 'frozen/map-toys.en.*.html', 'frozen/map-toys.zh.*.html'],
    ['cells/toys.*.txt', 'frozen/map-toys.en.*.html', 'frozen/map-toys.zh.*.html'],
  ]);
  expect(records[2].pack).toBe(site.packs[2]?.name);
});

test('an address of the first release tells the region’s place then and now, ties and those that left', () => {
  const { site, records } = threeReleases();
  const [{ id }] = records;
  const text = (region: string | null, lang: 'zh' | 'en' = 'zh') => site.lineOn(extended, { release: id, region, lang })?.text;
  expect(text(a)).toBe('当时（2026-01-01版）：玩具1第1，共4（2001年）；现在：第3，共3（2002年）。');
  expect(text(b)).toBe('当时（2026-01-01版）：玩具2第2，共4（2001年）；现在：并列第1，共3（2002年）。');
  expect(text(d)).toBe('当时（2026-01-01版）：玩具4第4，共4（2001年）；现在：没有名次（2002年）。');
  expect(text(a, 'en')).toBe('Then (release of 2026-01-01): P1 1st of 4 (2001); now: 3rd of 3 (2002).');
  expect(text(b, 'en')).toBe('Then (release of 2026-01-01): P2 2nd of 4 (2001); now: tied 1st of 3 (2002).');
  expect(text(d, 'en')).toBe('Then (release of 2026-01-01): P4 4th of 4 (2001); now: no place (2002).');
});

test('without a region it tells the sentence that the figure had', () => {
  const { site, records } = threeReleases();
  expect(site.lineOn(extended, { release: records[0].id, region: null })).toEqual({ text: '当时（2026-01-01版）：“2001年玩具1居首。”', more: { text: '看有哪些变化', path: `changes.html#${records[2].id}` } });
  expect(site.lineOn(extended, { release: records[1].id, region: null, lang: 'en' })).toEqual({ text: 'Then (release of 2026-02-01): “P2 leads in 2001.”', more: { text: 'What changed', path: `en/changes.html#${records[2].id}` } });
});

test('of a period that the reader chose it tells corrections only', () => {
  const { site, records } = threeReleases();
  expect(site.lineOn(extended, { release: records[0].id, region: a, isOfChosenPeriod: true })?.text).toBe('2026-01-01版以后：1个数有更正。');
  expect(site.lineOn(extended, { release: records[0].id, region: a, isOfChosenPeriod: true, lang: 'en' })?.text).toBe('Since the release of 2026-01-01: 1 figure corrected.');
  expect(site.lineOn(extended, { release: records[1].id, region: a, isOfChosenPeriod: true })).toBeNull();
});

test('an address of today’s release tells nothing, released or not', () => {
  const { site, records } = threeReleases();
  expect(site.lineOn(extended, { release: records[2].id, region: a })).toBeNull();
  const ahead: ToyDay = { ...extended, date: '2026-04-01', tables: [table([40, 45, 20, 10], [1, 4, 4, 9])] };
  expect(site.lineOn(ahead, { release: site.releaseOf(ahead).id, region: a })).toBeNull();
  expect(site.lineOn(ahead, { release: records[2].id, region: d })?.text).toBe('当时（2026-03-01版）：玩具4没有名次（2002年）；现在：第1，共4（2002年）。');
});

test('the same place in a new period is told as such', () => {
  const site = new ToySite();
  const { id } = made(site.release(first));
  const next: ToyDay = { ...extended, tables: [table([40, 30, 20, 10], [8, 6, 4, 2])] };
  expect(site.lineOn(next, { release: id, region: c })?.text).toBe('当时（2026-01-01版）：玩具3第3，共4（2001年），现在仍是（2002年）。');
  expect(site.lineOn(next, { release: id, region: c, lang: 'en' })?.text).toBe('Then (release of 2026-01-01): P3 3rd of 4 (2001), and still so (2002).');
});

test('across a break in method both places are told, and that they can’t be compared', () => {
  const site = new ToySite();
  const { id } = made(site.release(first));
  const broken: ToyDay = { ...extended, tables: [table([40, 30, 20, 10], [8, 6, 4, 2], { methodBreaks: [{ period: '2002', reason: { zh: '数法有变', en: 'counted otherwise' } }] })] };
  expect(site.lineOn(broken, { release: id, region: c })?.text).toBe('当时（2026-01-01版）：玩具3第3，共4（2001年）；现在：第3，共4（2002年）。2002年起方法有变，两个名次不能比较。');
  expect(site.lineOn(broken, { release: id, region: c, lang: 'en' })?.text).toBe('Then (release of 2026-01-01): P3 3rd of 4 (2001); now: 3rd of 4 (2002). The method changed in 2002, so the two places cannot be compared.');
});

test('places that the publisher gave are not set against computed ones', () => {
  const site = new ToySite();
  const ranked = (period: string) => toyProvinceIds.slice(0, 4).map((regionId, index) => toyAbsence('notPublished', { regionId, period, publishedRank: index + 1 }));
  const { id, tables } = made(site.release({ ...first, tables: [toyTable(ranked('2001'))] }));
  expect(tables[0]?.places).toMatchObject({ told: 'ranks', n: 31 });
  const day: ToyDay = { ...extended, tables: [toyTable([...ranked('2001'), ...[8, 6, 4].map((value, index) => toyObservation(value, { period: '2002', regionId: toyProvinceIds[index] ?? '' }))])] };
  expect(site.lineOn(day, { release: id, region: a })?.text).toBe('当时（2026-01-01版）：玩具1第1，共31（2001年）；现在：第1，共3（2002年）。一个是公布的名次，一个由本站计算，不能比较。');
});

test('in a copy that tells groups no place stands in a record, a sentence or what a reader fetches', () => {
  const site = new ToySite();
  const values = (period: string, from: number) => toyProvinceIds.map((regionId, index) => toyObservation((index + from) % 31, { regionId, period }));
  const day: ToyDay = { ...first, standings: 'groups', tables: [toyTable(values('2001', 0))] };
  const record = made(site.release(day));
  const next: ToyDay = { ...day, date: '2026-02-01', tables: [toyTable([...values('2001', 0), ...values('2002', 9)])], takeaways: { zh: '2002年。', en: 'In 2002.' } };
  expect(Object.values(record.tables[0]?.places?.of ?? {}).every((place) => /^[1-4]\/4$/.test(place))).toBe(true);
  expect(site.lineOn(next, { release: record.id, region: a })?.text).toBe('当时（2026-01-01版）：玩具1居后四分之一（2001年）；现在：中下四分之一（2002年）。');
  const fetched = JSON.stringify([record, site.recordOn(next)]);
  expect(fetched).not.toMatch(/第\d|\d(?:st|nd|rd|th) of|名次/);
});

test.each(['2020-01-01-00000000', 'yesterday', '', '<img src=x onerror=alert(1)>', '__proto__', 'constructor'])('a release that nobody knows is told in one sentence: “%s”', (release) => {
  const { site } = threeReleases();
  expect(site.lineOn(extended, { release, region: a })).toEqual({ text: `网址里的版次“${release}”不在本站的版次之列；图是现在的数字。`, more: null });
  expect(site.lineOn(extended, { release, region: a, lang: 'en' })?.text).toBe(`The release “${release}” in the address is none of this site's; the figure is as of now.`);
  // A frozen figure knows its own release; whatever stands in its address is not its business.
  expect(site.lineOn(extended, { release, region: a, isFrozen: true })).toBeNull();
});

test('a long one is cut', () => {
  const { site } = threeReleases();
  expect(site.lineOn(extended, { release: 'x'.repeat(5000), region: null })?.text.length).toBeLessThan(90);
});

test('a frozen figure says that there is newer, and the region’s place where it has one', () => {
  const { site, records } = threeReleases();
  expect(site.lineOn(first, { release: records[0].id, region: a, isFrozen: true })).toBeNull();
  expect(site.lineOn(extended, { release: records[1].id, region: null, isFrozen: true })).toEqual({ text: '已有更新的数字', more: { text: '看有哪些变化', path: `changes.html#${records[2].id}` } });
  expect(site.lineOn(extended, { release: records[1].id, region: a, isFrozen: true })?.rest).toBe('玩具1第2，共4（2001年）；现在：第3，共3（2002年）。');
});

test('of a frozen figure with a number that was corrected it says so, before who stands where', () => {
  const { site, records } = threeReleases();
  for (const region of [null, a]) expect(site.lineOn(extended, { release: records[0].id, region, isFrozen: true })?.rest).toBe('1个数有更正。');
});

test('the link leads to the release that changed the figure last, not to one that changed others', () => {
  const site = new ToySite();
  const ids = [first, corrected, { ...corrected, date: '2026-03-01', reason: null, others: [table([7], [], { id: 'dolls' })] }].map((day) => made(site.release(day)).id);
  const path = (day: ToyDay, release = ids[0] ?? '') => site.lineOn(day, { release, region: null })?.more?.path;
  const now: ToyDay = { ...corrected, date: '2026-04-01', others: [table([8], [], { id: 'dolls' })] };
  expect(path(now)).toBe(`changes.html#${ids[1]}`);
  // Not yet released: told above them all.
  const ahead: ToyDay = { ...now, tables: extended.tables, takeaways: extended.takeaways };
  expect(path(ahead)).toBe(`changes.html#${site.releaseOf(ahead).id}`);
  expect(path(ahead, ids[2])).toBe(`changes.html#${site.releaseOf(ahead).id}`);
});

test('a frozen figure that is drawn no more, because its table is gone, says that it is updated no more', () => {
  const site = new ToySite();
  const { id } = made(site.release(first));
  const reason = { zh: '指标撤下。', en: 'The indicator was withdrawn.' };
  const dolls = toyTable([toyObservation(1)], { id: 'dolls' });
  const gone: ToyDay = { date: '2026-02-01', tables: [], others: [{ ...dolls, file: 'toy/2001/dolls.csv' }], takeaways: { zh: '', en: '' }, reason };
  site.figures = (day) => (day === gone ? [] : ToySite.prototype.figures.call(site, day));
  const later = made(site.release(gone)).id;
  expect(site.lineOn(gone, { release: id, region: a, isFrozen: true })).toEqual({ text: '此图不再更新', more: { text: '看有哪些变化', path: `changes.html#${later}` }, rest: '4个数已撤下。' });
  expect(site.lineOn(gone, { release: id, region: a, isFrozen: true, lang: 'en' })).toMatchObject({ text: 'This figure is updated no more', rest: '4 figures withdrawn.' });
});

test('a frozen file is handed out while it is what is shown', () => {
  const { site, records } = threeReleases();
  expect(site.recordOn(extended).zh.frozen).toBe(records[2].figures.find(({ lang }) => lang === 'zh')?.file);
  const ahead: ToyDay = { ...extended, date: '2026-04-01', tables: [table([40, 45, 20, 10], [1, 4, 4, 9])] };
  expect(site.recordOn(ahead).zh.frozen).toBeNull();
});

test('data as an earlier release had them take another name, and the command says of which tables', () => {
  const site = new ToySite();
  const { id } = made(site.release(first));
  made(site.release({ ...corrected, date: first.date }));
  expect(site.release({ ...first, reason: { zh: '改回。', en: 'Taken back.' } })).toEqual({ refusal: { kind: 'asBefore', id, tables: ['toy/2001/toys.csv'] } });
});

test('a figure of no table is newer where its sentence is another', () => {
  const site = new ToySite();
  const figures = site.figures.bind(site);
  site.figures = (day) => figures(day).map((figure) => ({ ...figure, tables: [] }));
  const { id } = made(site.release(first));
  expect(site.lineOn({ ...first, others: [table([7], [], { id: 'dolls' })] }, { release: id, region: null, isFrozen: true })).toBeNull();
  expect(site.lineOn(extended, { release: id, region: null })?.text).toBe('当时（2026-01-01版）：“2001年玩具1居首。”');
});

test('other words for the same figures are nothing newer', () => {
  const site = new ToySite();
  const { id } = made(site.release(first));
  const reworded: ToyDay = { ...first, takeaways: { zh: '2001年以玩具1为首。', en: 'In 2001 P1 is first.' }, others: [table([7], [], { id: 'dolls' })] };
  expect(site.lineOn(reworded, { release: id, region: null })).toBeNull();
  expect(site.lineOn(reworded, { release: id, region: null, isFrozen: true })).toBeNull();
});
