import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { zipSync } from 'fflate';
import { csv } from '../../src/download/csv.ts';
import { tableJson } from '../../src/download/json.ts';
import type { Sheet } from '../../src/download/sheet.ts';
import { withRelease } from '../../src/download/withRelease.ts';
import { xlsx } from '../../src/download/xlsx.ts';
import { takeawayEn } from '../../src/i18n/takeaway.en.ts';
import { takeawayZh } from '../../src/i18n/takeaway.zh.ts';
import { thenZh } from '../../src/i18n/then.zh.ts';
import { verifyZh } from '../../src/i18n/verify.zh.ts';
import { withFacts } from '../../src/picture/png.ts';
import { svgFile } from '../../src/picture/svg.ts';
import { WORDS } from '../../src/prerender/pageContext.ts';
import { sha256 } from '../../src/releases/pack.ts';
import { writeRelease } from '../../src/releases/releaseRecord.ts';
import type { FigureFacts } from '../../src/share/figureFacts.ts';
import { answer } from '../../src/verify/answer.ts';
import { verifyFile } from '../../src/verify/verifyFile.ts';
import { answerView, findingView, type ResultView, type VerifySpeech } from '../../src/verify/verifyView.ts';
import { toyRegions } from '../support/toys.ts';
import { asked, day1, day2, first, second, site, tidyCsv, toyWorld } from './toyWorld.ts';

const speech: VerifySpeech = { terms: verifyZh, then: thenZh, say: { lang: 'zh', words: WORDS.places.zh.say }, href: (path) => `./${path}` };
const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

async function told(name: string, content: Uint8Array | string): Promise<ResultView> {
  const world = await toyWorld();
  return findingView(await verifyFile(name, typeof content === 'string' ? bytes(content) : content, world), world.index, speech);
}
async function answered(text: string): Promise<ResultView | null> {
  const world = await toyWorld();
  return answerView(await answer(text, world), world.index, speech);
}
const rows = ({ tables }: ResultView, at = 0): readonly (readonly string[])[] => tables[at]?.table.rows.map(({ cells }) => cells.map(({ text }) => text)) ?? [];

/** A map's table as the page hands it out: name, value in two decimals, a computed column. */
const tableAt = (day: typeof day1, period: string): Sheet => {
  const observations = day.tables[0]?.observations.filter((one) => one.period === period && one.value !== null) ?? [];
  return {
    name: '玩具', fileName: 'map-toys', about: [['网址', `https://atlas.example/indicator/toys.html?period=${period}`]],
    columns: [{ key: 'region', label: '地区', kind: 'text' }, { key: 'value', label: '玩具数（%）', kind: 'number' }, { key: 'rank', label: '名次', kind: 'number' }],
    rows: observations.map(({ regionId, value }, index) => {
      const name = toyRegions.find(({ id }) => id === regionId)?.short.zh ?? '';
      return [{ text: name, value: name }, { text: (value ?? 0).toFixed(2), value }, { text: String(index + 1), value: index + 1 }];
    }),
  };
};
const facts = (release: { readonly id: string; readonly date: string; readonly hash: string } | undefined, period: string): FigureFacts => ({
  id: 'provinces', name: 'map-toys', lang: 'zh', site: '玩具图', heading: `玩具数 · ${period}年 · %`, takeaway: '玩具31居首。', coverage: '', limits: [], sources: ['来源：玩具局。'], publisher: '玩具局', licence: '', address: `https://atlas.example/indicator/toys.html?period=${period}`, root: 'https://atlas.example/', embed: null, release: release ?? null, isKept: false,
});
const json = (day: typeof day1, release: typeof first, period: string): string => tableJson(tableAt(day, period), facts(release, period), takeawayZh);
const workbook = async (day: typeof day1, release: typeof first, period: string): Promise<Uint8Array> => new Uint8Array(await (await xlsx(withRelease(tableAt(day, period), release?.id ?? null, takeawayZh), takeawayZh)).arrayBuffer());

describe('a file as it was published is known by its SHA-256', () => {
  test('the table of today, another data file, a record, a store, the single file', async () => {
    const table = day2.tables[0];
    expect(await told('whatever.csv', table ? tidyCsv(table) : '')).toMatchObject({ tone: 'good', verdict: verifyZh.published });
    expect((await told('x.json', '{}')).sentences[0]).toBe('数据文件：data/toy/2001/datapackage.json。');
    expect((await told('r.json', first ? writeRelease(first) : '')).sentences).toEqual([`版次记录：data/releases/${first?.id}.json。`, '属于2026-01-01版。']);
    expect((await told('r.pack', site.packs[0]?.bytes ?? '')).sentences[0]).toBe(`版次存档：data/releases/${first?.pack}。`);
    expect((await told('a.html', 'the single file')).sentences[0]).toBe('全站一个文件：atlas.html。');
  });

  test('a frozen page, of every release that shares it', async () => {
    const page = first ? site.frozenText(first, 'en') : '';
    expect((await told('map.html', page)).sentences).toEqual([`定格的图：embed/frozen/${first?.figures.find(({ lang }) => lang === 'en')?.file}。`, '属于2026-01-01版。']);
    expect(await told('map.html', page.replace('P31', 'P30'))).toMatchObject({ tone: 'open', verdict: verifyZh.identified });
  });
});

// Each way of taking a table, whole and with one number altered.
const altered = (text: string): string => text.replace('43.00', '43.01').replace(/\b43\b(?!\.)/, '43.01');
const NAMED = 'map-toys_2001_zh';
describe.each([
  { says: 'CSV', make: (day: typeof day1) => bytes(csv(tableAt(day, '2001'), takeawayZh, { isForExcel: false })), name: `${NAMED}.csv`, isStated: false },
  { says: 'CSV for Excel', make: (day: typeof day1) => bytes(csv(tableAt(day, '2001'), takeawayZh, { isForExcel: true })), name: `${NAMED}.csv`, isStated: false },
  { says: 'CSV renamed', make: (day: typeof day1) => bytes(csv(tableAt(day, '2001'), takeawayEn, { isForExcel: false })), name: 'Book1.csv', isStated: false },
  { says: 'JSON', make: (day: typeof day1) => bytes(json(day, day === day1 ? first : second, '2001')), name: 'x.json', isStated: true },
])('$says', ({ make, name, isStated }) => {
  test('as it was taken it agrees with its release', async () => {
    const view = await told(name, make(day2));
    expect([view.tone, view.verdict, view.tables]).toEqual(['good', verifyZh.agrees, []]);
    expect(view.sentences.slice(-(isStated ? 3 : 4))).toEqual(['31个数都与2026-02-01版相同。', ...(isStated ? [] : ['文件没有写明版次；与各版比较，最合的是2026-02-01版。']), '另有31个数是算出来的（差值、指数等）或对不上表，没有核对。', '以后没有改过：现在仍是这些数。']);
  });

  test('taken before a correction it tells the correction', async () => {
    const view = await told(name, make(day1));
    expect([view.tone, view.verdict]).toEqual(['good', verifyZh.agrees]);
    expect(rows(view)).toEqual([['玩具，玩具2，2001年', '12.34%', '21.34%', '2026-02-01更正：出版者更正。']]);
  });

  test('with one number altered it tells which, what the release says and what stands today', async () => {
    const view = await told(name, bytes(altered(new TextDecoder('utf-8', { ignoreBOM: true }).decode(make(day1)))));
    expect([view.tone, view.verdict]).toEqual(['bad', verifyZh.altered]);
    expect(rows(view)).toEqual([['玩具，玩具3，2001年', '43.01', '43.00%', '43.00%']]);
  });
});

describe('a workbook', () => {
  test('agrees with its release, which it names', async () => {
    const view = await told('book.xlsx', await workbook(day2, second, '2002'));
    expect([view.tone, view.verdict, view.facts.find(({ label }) => label === '版次')?.text]).toEqual(['good', verifyZh.agrees, `2026-02-01 · ${second?.hash}`]);
  });

  test('with one number altered it tells the cell', async () => {
    const { unzipSync } = await import('fflate');
    const files = unzipSync(await workbook(day1, first, '2001'));
    const sheet = 'xl/worksheets/sheet1.xml';
    files[sheet] = bytes(new TextDecoder().decode(files[sheet]).replace('<v>43</v>', '<v>34</v>'));
    expect(rows(await told('book.xlsx', zipSync(files)))).toEqual([['玩具，玩具3，2001年', '34', '43.00%', '43.00%']]);
  });
});

test('a data file with a figure changed, one added and one taken out', async () => {
  const text = day2.tables[0] ? tidyCsv(day2.tables[0]) : '';
  const [head = '', one = '', two = '', , ...others] = text.split('\n');
  const view = await told('toys.csv', [head, one, two.replace(/,[^,]*$/, ',99'), ...others.slice(0, -1), '110000,1999,5', ''].join('\n'));
  expect(view.verdict).toBe(verifyZh.altered);
  expect(rows(view)).toEqual([['玩具，玩具2，2001年', '99', '21.34%', '21.34%'], ['玩具，玩具1，1999年', '5', '没有这个数', '没有这个数']]);
  expect(view.sentences).toContain('那一版有1个数不在文件里。');
});

test('an archive tells of each file in it', async () => {
  const view = await told('map-toys.zip', zipSync({ 'map-toys/map-toys_2001.csv': bytes(csv(tableAt(day2, '2001'), takeawayZh, { isForExcel: false })), 'map-toys/map-toys.json': bytes(altered(json(day2, second, '2001'))), 'map-toys/README.txt': bytes('…') }));
  expect([view.tone, view.verdict, view.inside.map(({ name, tone }) => [name, tone])]).toEqual(['bad', verifyZh.altered, [['map-toys_2001.csv', 'good'], ['map-toys.json', 'bad']]]);
});

const drawing = svgFile({
  width: 100, height: 50,
  marks: ['玩具2', '12.34'].map((word, at) => ({ kind: 'text', chars: [...word].map((char, index) => ({ char, x: 10 + index * 8, advance: 8 })), y: 20 + at * 20, size: 13, family: 'Toy', weight: 400, fill: { colour: '#000000', opacity: 1 }, halo: null, matrix: null, clips: [] })),
  facts: { title: '玩具31居首。', description: '', source: '玩具局', date: '2026-01-01', rights: '', identifier: 'https://atlas.example/indicator/toys.html?period=2001', release: first?.id ?? '', publisher: '玩具图', language: 'zh-CN' },
}, null).text;

describe('an SVG picture', () => {
  test('as it was made: its release, its address, its seal', async () => {
    const view = await told('map.svg', drawing);
    expect([view.tone, view.verdict, view.facts.find(({ label }) => label === '网址')?.href]).toEqual(['good', verifyZh.sealWhole, './indicator/toys.html']);
  });
  test('with a number changed: which, and after which word', async () => {
    const view = await told('map.svg', drawing.replace('>12.34<', '>92.34<'));
    expect([view.tone, view.sentences.at(-1)]).toEqual(['bad', '“玩具2”后面的“92.34”不是原来的字。']);
  });
  test('with a shape changed, no word; with its seal taken out it is only identified', async () => {
    expect((await told('map.svg', drawing.replace('width="100"', 'width="200"'))).sentences).toContain(verifyZh.sealShape);
    expect(await told('map.svg', drawing.replace(/<seal[^>]*>/, ''))).toMatchObject({ tone: 'open', verdict: verifyZh.identified });
  });
});

const PIXEL = Uint8Array.from(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'));
describe('a PNG picture', () => {
  const ours = withFacts(PIXEL, { dotsPerInch: 96, texts: [['Title', '玩具31居首。'], ['URL', 'https://atlas.example/indicator/toys.html'], ['Release', first?.id ?? '']] });
  test('tells its release and that its pixels can’t be compared', async () => {
    const view = await told('map.png', ours);
    expect([view.tone, view.verdict, view.sentences]).toEqual(['open', verifyZh.identified, ['它说：“玩具31居首。”', verifyZh.pixels]]);
  });
  test('made anew by another program it says nothing, and the eight signs are asked for', async () => {
    expect(await told('wechat.png', PIXEL)).toMatchObject({ verdict: verifyZh.nothing, sentences: [verifyZh.reencoded] });
  });
  test('cut off, or with a byte changed', async () => {
    expect(await told('map.png', ours.subarray(0, 60))).toMatchObject({ verdict: verifyZh.unreadable, sentences: [verifyZh.faults.truncated] });
    const changed = Uint8Array.from(ours);
    changed[changed.length - 20] = (changed[changed.length - 20] ?? 0) ^ 1;
    expect(await told('map.png', changed)).toMatchObject({ tone: 'bad', verdict: verifyZh.sealBroken });
  });
  test('a release that is none of ours', async () => {
    expect(await told('map.png', withFacts(PIXEL, { dotsPerInch: 96, texts: [['Release', '2025-01-01-00000000']] }))).toMatchObject({ tone: 'open', verdict: verifyZh.unknownRelease });
  });
});

test('data that may not be handed on are not in any file, and their copy can’t be compared', async () => {
  asked.length = 0;
  const view = await told('secrets.json', json(day1, first, '2001').replaceAll('indicator/toys', 'indicator/secrets').replaceAll('玩具数', '秘密数'));
  expect([view.tone, view.sentences.at(-1)]).toEqual(['open', '按发布方条款，秘密的数只展示，不提供逐个比较。']);
  expect(asked.filter((path) => path.includes('secret'))).toEqual([]);
});

describe('hostile files', () => {
  /** A header that claims little, and content that unpacks without end. */
  const bomb = (): Uint8Array => {
    const packed = deflateRawSync(new Uint8Array(60_000_000));
    const name = bytes('a.csv');
    const local = Buffer.alloc(30 + name.length);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(10, 22);
    local.writeUInt16LE(name.length, 26);
    local.set(name, 30);
    const entry = Buffer.alloc(46 + name.length);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(10, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.set(name, 46);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(1, 8);
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(entry.length, 12);
    end.writeUInt32LE(local.length + packed.length, 16);
    return new Uint8Array(Buffer.concat([local, packed, entry, end]));
  };
  test.each([
    { says: 'ten megabytes of zeros', name: 'a.csv', content: () => new Uint8Array(10_000_000), verdict: verifyZh.nothing },
    { says: 'more than anything of ours', name: 'a.csv', content: () => new Uint8Array(32_000_001), verdict: verifyZh.unreadable },
    { says: 'nothing at all', name: 'a.csv', content: () => new Uint8Array(0), verdict: verifyZh.unreadable },
    { says: 'an archive that never ends', name: 'a.zip', content: bomb, verdict: verifyZh.unreadable },
    { says: 'half an archive', name: 'a.xlsx', content: () => zipSync({ a: new Uint8Array(99) }).subarray(0, 60), verdict: verifyZh.unreadable },
    { says: 'a web page called a table', name: 'a.csv', content: () => bytes('<!doctype html><script>globalThis.atlasHacked = 1</script>, x'), verdict: verifyZh.nothing },
    { says: 'a JSON without an end', name: 'a.json', content: () => bytes('{"rows": ['), verdict: verifyZh.unreadable },
    { says: 'a JSON of another make', name: 'a.json', content: () => bytes('{"rows": [{"__proto__": 1}, 5, null], "release": {"a": 1}}'), verdict: verifyZh.nothing },
    { says: 'an SVG of another make', name: 'a.svg', content: () => bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'), verdict: verifyZh.nothing },
    { says: 'a table of other things', name: 'a.csv', content: () => bytes('a,b\n1,2\n3,4\n'), verdict: verifyZh.nothing },
    { says: 'half a PDF', name: 'a.pdf', content: () => bytes('%PDF-1.4\n1 0 obj\n<</Length 99/Filter /FlateDecode>>stream\nxx'), verdict: verifyZh.nothing },
  ])('$says is told in one sentence', async ({ name, content, verdict }) => {
    const view = await told(name, content());
    expect([view.tone, view.verdict]).toEqual(['open', verdict]);
    expect(view.sentences.length).toBeGreaterThan(0);
    expect(Reflect.get(globalThis, 'atlasHacked')).toBeUndefined();
  });
});

test('whichever figure of a CSV is altered, and by however little, it is told; altered or not, no other is', async () => {
  const sheet = tableAt(day2, '2002');
  const lines = csv(sheet, takeawayZh, { isForExcel: false }).split('\r\n');
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 5000 }), fc.boolean(), async (row, hundredths, isLess) => {
      const [name = '', value = '', place = ''] = (lines[row] ?? '').split(',');
      const found = ((Number(value) * 100 + (isLess ? -hundredths : hundredths)) / 100).toFixed(2);
      const view = await told(`${NAMED.replace('2001', '2002')}.csv`, lines.map((line, at) => (at === row ? [name, found, place].join(',') : line)).join('\r\n'));
      expect(rows(view).map(([which, file]) => [which, Number(file?.replace('−', '-'))])).toEqual([[`玩具，${name}，2002年`, Number(found)]]);
    }),
    { numRuns: 60 },
  );
});

describe('what is typed', () => {
  test.each([
    { says: 'a short hash', text: () => ` ${second?.hash.toUpperCase()} `, verdict: '2026-02-01版', sentences: ['网站现在就是这一版。', '这一版有1张表与上一版不同。'] },
    { says: 'an id', text: () => first?.id ?? '', verdict: '2026-01-01版', sentences: ['网站现在是2026-02-01版。', '第一版，2张表。'] },
    { says: 'full-width signs', text: () => [...(second?.hash ?? '')].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join(''), verdict: '2026-02-01版', sentences: null },
    { says: 'the SHA-256 of a file', text: () => sha256('{}'), verdict: verifyZh.published, sentences: ['数据文件：data/toy/2001/datapackage.json。', '属于2026-02-01版。', '现在的网站用的仍是它。'] },
    { says: 'the SHA-256 of a record', text: () => `SHA-256: ${sha256(first ? writeRelease(first) : '')}`, verdict: verifyZh.published, sentences: null },
    { says: 'an address with a release', text: () => `https://atlas.example/indicator/toys.html?release=${first?.id}`, verdict: '2026-01-01版', sentences: ['网站现在是2026-02-01版。'] },
    { says: 'an address without one', text: () => 'https://atlas.example/indicator/toys.html', verdict: verifyZh.address, sentences: [verifyZh.addressPlain] },
    { says: 'an address with a release that is none', text: () => 'https://atlas.example/index.html?release=2020-01-01-00000000', verdict: verifyZh.unknownRelease, sentences: null },
    { says: 'a hash with a sign misread', text: () => `${second?.hash.slice(0, 7)}${second?.hash.endsWith('0') ? '1' : '0'}`, verdict: null, sentences: [verifyZh.unknownHash, `也许是：2026-02-01 · ${second?.hash}`] },
    { says: 'something else', text: () => '<img src=x onerror=alert(1)>', verdict: '没有“<img src=x onerror=alert(1)>”', sentences: [verifyZh.unknownText] },
  ])('$says', async ({ text, verdict, sentences }) => {
    const view = await answered(text());
    if (verdict !== null) expect(view?.verdict).toBe(verdict);
    if (sentences !== null) expect(view?.sentences).toEqual(sentences);
  });
  test('of two releases of one day each is told with its hash', async () => {
    const world = await toyWorld();
    const [one, two] = world.index.releases;
    if (!one || !two) throw new Error('no releases');
    const id = `2026-02-01-${one.id.slice(-8)}`;
    const view = answerView(await answer(id, { ...world, index: { ...world.index, releases: [{ ...one, id }, two] } }), { ...world.index, releases: [{ ...one, id }, two] }, speech);
    expect([view?.verdict, view?.sentences[0]]).toEqual([`2026-02-01 · ${one.id.slice(-8)}版`, `网站现在是2026-02-01 · ${second?.hash}版。`]);
  });
  test('nothing', async () => {
    expect(await answered('  ')).toBeNull();
  });
});
