import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { addRows } from '../../src/check/addRows.ts';
import { readObservations } from '../../src/ingest/readObservations.ts';
import { regionIndex, type RegionIndex } from '../../src/ingest/resolveRegion.ts';
import { findTable } from '../../src/intake/findTable.ts';
import { openFile } from '../../src/intake/openFile.ts';
import { movePoint } from '../../src/intake/plain.ts';
import { understand } from '../../src/intake/understand.ts';
import type { Region } from '../../src/model/region.ts';
import { readAtlas } from '../../src/prerender/readAtlas.ts';
import { isExpected } from '../../src/query/expected.ts';
import { toyIndicator, toySources } from '../support/toys.ts';

let all: readonly Region[] = [];
let provinces: readonly Region[] = [];
let index: RegionIndex;
/** From a letter to its bytes in GBK, as the browser reads them back. */
const gbk = new Map<string, readonly number[]>();
beforeAll(() => {
  const { atlas } = readAtlas('data');
  all = atlas.regions;
  provinces = all.filter((region) => isExpected(region, 'provincesAndCorps'));
  index = regionIndex(atlas.regions, atlas.aliases);
  const decoder = new TextDecoder('gb18030');
  for (let high = 0x81; high <= 0xfe; high += 1) for (let low = 0x40; low <= 0xfe; low += 1) if (low !== 0x7f) gbk.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
});

const ENCODINGS: Readonly<Record<string, (text: string) => Uint8Array>> = {
  utf8: (text) => new TextEncoder().encode(text),
  mark: (text) => new TextEncoder().encode(`\uFEFF${text}`),
  gbk: (text) => Uint8Array.from([...text].flatMap((letter) => (letter.charCodeAt(0) < 0x80 ? [letter.charCodeAt(0)] : [...(gbk.get(letter) ?? [0x3f])]))),
  utf16: (text) => Uint8Array.from([...`\uFEFF${text}`].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8])),
  utf16bare: (text) => Uint8Array.from([...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8])),
};
const indicator = toyIndicator({ expected: 'provincesAndCorps', unit: { zh: '亿元', en: 'billion yuan', multiplier: 1e8, enMultiplier: 1e9 } });
const PERIODS = ['2022', '2023', '2024'];

interface Dressing {
  readonly encoding: string;
  readonly sign: string;
  readonly shape: 'long' | 'periodsAcross' | 'regionsAcross';
  readonly spelling: 'name' | 'short' | 'id' | 'en' | 'spaced' | 'marked';
  readonly unit: '亿元' | '万元' | 'title' | 'asked';
  readonly hasThousands: boolean;
  readonly isWide: boolean;
  readonly hasTitles: boolean;
  readonly hasNotes: boolean;
  readonly year: '年' | '' | '年度';
  readonly end: string;
}

const wide = (text: string): string => text.replace(/[\d.]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const thousands = (text: string): string => text.replace(/^(\d+)/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));

function spelled({ name, short, id }: Region, spelling: Dressing['spelling']): string {
  if (spelling === 'name') return name.zh;
  if (spelling === 'id') return id;
  if (spelling === 'en') return short.en;
  return spelling === 'spaced' ? [...short.zh].join('　') : spelling === 'marked' ? `${short.zh}①` : short.zh;
}

/** A table of figures as an office may have saved it; null: no figure, a dash stands there. */
function dressed(values: ReadonlyMap<string, string | null>, dressing: Dressing): Uint8Array {
  const { sign, shape, unit, hasTitles, hasNotes, end, year } = dressing;
  const quoted = (text: string) => (text.includes(sign) || text.includes('"') ? `"${text}"` : text);
  const figure = (region: Region, period: string): string => {
    const value = values.get(`${region.id} ${period}`);
    if (value === undefined) return '';
    if (value === null) return '—';
    const inUnit = unit === '万元' ? movePoint(value, 4) : value;
    const grouped = dressing.hasThousands ? thousands(inUnit) : inUnit;
    return dressing.isWide ? wide(grouped) : grouped;
  };
  const bracket = unit === 'title' || unit === 'asked' ? '' : `（${unit}）`;
  const name = (region: Region) => spelled(region, dressing.spelling);
  const body =
    shape === 'long'
      ? [['地区', '时期', `玩具${bracket}`], ...provinces.flatMap((region) => PERIODS.map((period) => [name(region), period + year, figure(region, period)]))]
      : shape === 'periodsAcross'
        ? [['地区', ...PERIODS.map((period) => (year === '' ? `${period}年` : period + year))], ...provinces.map((region) => [name(region), ...PERIODS.map((period) => figure(region, period))])]
        : [['年份', ...provinces.map(name)], ...PERIODS.map((period) => [period + year, ...provinces.map((region) => figure(region, period))])];
  const titles = [...(hasTitles || unit === 'title' || (shape !== 'long' && bracket !== '') ? [[shape === 'long' || bracket === '' ? '玩具' : `指标：玩具${bracket}`]] : []), ...(unit === 'title' ? [['单位：亿元']] : [])];
  const notes = hasNotes ? [['注：玩具由玩具局清点。'], ['数据来源：玩具局']] : [];
  return (ENCODINGS[dressing.encoding] ?? ((text: string) => new TextEncoder().encode(text)))([...titles, ...body, ...notes].map((row) => row.map(quoted).join(sign)).join(end) + end);
}

const dressings: fc.Arbitrary<Dressing> = fc.record({
  encoding: fc.constantFrom(...Object.keys(ENCODINGS)),
  sign: fc.constantFrom(',', '\t', ';'),
  shape: fc.constantFrom('long', 'periodsAcross', 'regionsAcross'),
  spelling: fc.constantFrom('name', 'short', 'id', 'en', 'spaced', 'marked'),
  unit: fc.constantFrom('亿元', '万元', 'title', 'asked'),
  hasThousands: fc.boolean(),
  isWide: fc.boolean(),
  hasTitles: fc.boolean(),
  hasNotes: fc.boolean(),
  year: fc.constantFrom('年', '', '年度'),
  end: fc.constantFrom('\n', '\r\n'),
});
/** A figure, a dash or nothing at all, for each region and period. */
const cells = fc.array(fc.option(fc.tuple(fc.integer({ min: 1, max: 9_999_999 }), fc.integer({ min: 0, max: 2 })), { freq: 12 }), { minLength: 96, maxLength: 96 });

test('whatever an office dresses a table in, the same figures come out, and nothing is lost or made up', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(dressings, cells, async (dressing, drawn) => {
      const keys = provinces.flatMap(({ id }) => PERIODS.map((period) => `${id} ${period}`));
      const values = new Map(keys.map((key, at) => [key, drawn[at] ? movePoint(String(drawn[at][0]), -drawn[at][1]) : null]));
      const opened = await openFile(dressed(values, dressing), '玩具.csv');
      expect(opened.faults).toEqual([]);
      const { table } = findTable(opened.sheet, index);
      if (!table) throw new Error('no table was found');
      const { rows, faults, questions } = understand({ found: table, measure: 0, indicator, regions: all, index, answers: { 'sign —': 'notPublished', ...(dressing.unit === 'asked' ? { unit: '0' } : {}) } });
      expect(faults).toEqual([]);
      expect(questions.map(({ id }) => id).filter((id) => id !== 'sign —' && !(id === 'unit' && dressing.unit === 'asked'))).toEqual([]);
      const csv = addRows(null, rows.map(({ region, period, value, status }) => ({ region, period, value, status, source: 'toy-book' })), 'add');
      const { observations, issues } = readObservations({ file: 'toys.csv', text: csv, resource: { defaults: {} }, indicator, regions: all, aliases: [], sources: toySources });
      expect(issues).toEqual([]);
      expect(new Map(observations.map((one) => [`${one.regionId} ${one.period}`, one.value]))).toEqual(new Map([...values].map(([key, value]) => [key, value === null ? null : Number(movePoint(value, 8))])));
    }),
    { numRuns: 300 },
  );
});
