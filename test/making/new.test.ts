import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseCsv } from '../../src/ingest/parseCsv.ts';
import type { Asker } from '../../src/making/askForm.ts';
import { main } from '../../src/prerender/new.ts';
import { readAtlas } from '../../src/prerender/readAtlas.ts';

let folder = '';
let data = '';
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'atlas-new-'));
  data = path.join(folder, 'data');
  fs.cpSync('data', data, { recursive: true, filter: (file) => !file.startsWith(path.join('data', 'releases')) });
});
afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

async function run(words: readonly string[], asked?: Asker): Promise<{ readonly code: number; readonly said: string }> {
  const said: string[] = [];
  const code = await main([...words, '--dir', data], (line) => said.push(line), asked);
  return { code, said: said.join('\n') };
}

function answersFile(answers: unknown): string {
  const file = path.join(folder, 'answers.json');
  fs.writeFileSync(file, typeof answers === 'string' ? answers : JSON.stringify(answers));
  return file;
}

const source = { name: 'toy-book', title: '玩具年鉴', titleEn: 'Toy Yearbook', publisher: '玩具出版社', confidence: 'B' };
const text = (zh: string, en: string) => ({ zh, en });
const toys = {
  indicator: { id: 'toys', name: text('玩具数', 'Toys'), short: text('玩具', 'Toys'), definition: text('玩具的数量。', 'How many toys there are.'), theme: 'base', expected: 'provincesAndCorps', unit: { zh: '个', en: 'toys', multiplier: 1, enMultiplier: 1 }, better: 'higher', publishes: 'values' },
  folder: 'toys',
  package: { title: '玩具', titleEn: 'Toys', description: '玩具的数量。', descriptionEn: 'Toys.', version: '2031', retrieved: '2031-02-03', licenses: [{ name: 'attribution-required', title: '引用须注明出处', titleEn: 'Attribution' }], redistributable: true, sources: [source] },
  periods: ['2029', '2030'],
};

describe('something new by files alone', () => {
  test('an indicator: descriptor, package and a table with a row for each region, nothing of it 0', async () => {
    const { code, said } = await run(['indicator', '--answers', answersFile(toys)]);
    expect(said).toContain('data/toys/2031/toys.csv');
    expect(said).toContain('核对没有发现问题');
    expect(code).toBe(0);
    const table = readAtlas(data).atlas.tables.find(({ indicator }) => indicator.id === 'toys');
    expect(table?.observations).toHaveLength(64);
    expect(fs.readFileSync(path.join(data, 'toys/2031/toys.csv'), 'utf8')).toMatch(/^region,period,value,status,source\n110000,2029,,notGathered,toy-book\n/);
    expect(new Set(table?.observations.map(({ status, value }) => `${status} ${value}`))).toEqual(new Set(['notGathered null']));
  });

  test('an edition of it takes over, and the earlier stays', async () => {
    expect((await run(['edition', '--answers', answersFile({ indicator: 'toys', version: '2032', retrieved: '2032-02-03', source: { ...source, name: 'toy-news' }, periods: ['2031'] })])).code).toBe(0);
    const { atlas } = readAtlas(data);
    expect(atlas.tables.find(({ indicator }) => indicator.id === 'toys')).toMatchObject({ dataset: 'toys/2032' });
    expect(atlas.tables.find(({ indicator }) => indicator.id === 'toys')?.observations).toHaveLength(96);
    expect(atlas.earlier.map(({ file }) => file)).toEqual(['toys/2031/toys.csv']);
  });

  test('a claim, a system, a playlist, a group of regions', async () => {
    const claim = { id: 'toy-claim', theme: 'market', label_zh: '玩具市场', label_en: 'Toy market', value: '5', precision: 'exact', period: '2031', speaker: '玩具商 / Toymaker', forum: 'fuzhou', paraphrase_zh: '玩具市场有5个。', paraphrase_en: 'There are 5 toys.', verdict: 'notChecked' };
    const system = { id: 'toy-system', name_zh: '玩具系统', name_en: 'Toy system', kind: 'system', owner: '玩具局 / Toy Office', desc_zh: '数玩具。', desc_en: 'It counts toys.', indicators: 'toys' };
    const playlist = { id: 'toy-list', order: 90, name: text('玩具', 'Toys'), seconds: 20, scenes: [{ id: 'said', kind: 'claim', claim: 'toy-claim' }] };
    const group = { id: 'toy-coast', name: text('玩具沿海', 'Toy coast'), members: ['110000', '120000'], source: text('玩具规划', 'Toy plan') };
    for (const [kind, answers] of [['claim', claim], ['system', system], ['playlist', playlist], ['group', group]] as const) {
      const { code, said } = await run([kind, '--answers', answersFile(answers), '--lang', 'en']);
      expect(said).toContain('The checks found no issue.');
      expect(code).toBe(0);
    }
    const { atlas } = readAtlas(data);
    expect(atlas.claims.at(-1)).toMatchObject({ id: 'toy-claim', label: text('玩具市场', 'Toy market') });
    expect(atlas.systems.at(-1)).toMatchObject({ id: 'toy-system', indicators: ['toys'] });
    expect(atlas.playlists.map(({ id }) => id)).toContain('toy-list');
    expect(atlas.groups.map(({ id }) => id)).toContain('toy-coast');
  });

  test('a row more leaves the others of the list as they are', () => {
    for (const file of ['claims/claims.csv', 'systems/systems.csv']) expect(fs.readFileSync(path.join(data, file), 'utf8').startsWith(fs.readFileSync(path.join('data', file), 'utf8'))).toBe(true);
  });
});

describe('what is refused', () => {
  test.each([
    { says: 'an unknown kind', words: ['toy'], told: '没有“toy”这一种' },
    { says: 'an unknown option', words: ['indicator', '--force'], told: '不认识的选项--force' },
    { says: 'answers that are no JSON', words: ['indicator'], answers: '{', told: '读不成答案' },
    { says: 'a folder outside', words: ['indicator'], answers: { ...toys, folder: '../toys' }, told: '不能作文件名' },
    { says: 'no name at all', words: ['group'], answers: {}, told: '不能作文件名' },
    { says: 'what is there already', words: ['group'], answers: { id: 'yangtze-delta' }, told: 'data/groups/yangtze-delta.json已经有了' },
    { says: 'an edition of nothing', words: ['edition'], answers: { indicator: 'dolls', periods: ['2031'] }, told: '没有指标“dolls”' },
    { says: 'a period that is none', words: ['indicator'], answers: { ...toys, periods: ['明年'] }, told: '“明年”不是时期' },
  ])('$says', async ({ words, answers, told }) => {
    const before = fs.readdirSync(data, { recursive: true }).length;
    const { code, said } = await run(answers === undefined ? words : [...words, '--answers', answersFile(answers)]);
    expect(said).toContain(told);
    expect(code).toBe(1);
    expect(fs.readdirSync(data, { recursive: true })).toHaveLength(before);
  });

  test('what the schema would not take is written and told of, field by field', async () => {
    const { code, said } = await run(['group', '--answers', answersFile({ id: 'toy-odd', name: { zh: '怪' }, members: ['110000', '999999'], source: text('玩具规划', 'Toy plan') })]);
    expect(code).toBe(1);
    expect(said).toMatch(/“name”字段/);
    expect(said).toMatch(/“members\[1\]”字段/);
    fs.rmSync(path.join(data, 'groups/toy-odd.json'));
  });
});

describe('asked line by line', () => {
  const answering = (answers: readonly string[]): { readonly asker: Asker; readonly told: string[]; readonly left: string[] } => {
    const left = [...answers];
    const told: string[] = [];
    return { told, left, asker: { ask: async (question) => { told.push(question); return left.shift() ?? ''; }, tell: (line) => { told.push(line); } } };
  };

  test('a group of regions: an odd answer is asked for again, with the reason', async () => {
    const { asker, told, left } = answering(['group', '玩具', 'toy-west', '玩具西部', 'Toy west', '650000', '540000', '否', '玩具规划', 'Toy plan']);
    const { code } = await run([], asker);
    expect(told.join('\n')).toContain('“玩具”不合要求');
    expect(left).toEqual([]);
    expect(code).toBe(0);
    expect(readAtlas(data).atlas.groups.find(({ id }) => id === 'toy-west')).toMatchObject({ members: ['650000', '540000'], name: text('玩具西部', 'Toy west') });
  });
});

describe('the schemas of rows', () => {
  test.each(['claim', 'system'] as const)('every %s that is published fits its schema', (kind) => {
    const validate = new Ajv({ strict: false }).compile(JSON.parse(fs.readFileSync(`data/schema/${kind}.schema.json`, 'utf8')));
    const { header, rows } = parseCsv(fs.readFileSync(`data/${kind}s/${kind}s.csv`, 'utf8'), '');
    const odd = rows.filter(({ cells }) => !validate(Object.fromEntries(header.flatMap((column, at) => (cells[at] === '' ? [] : [[column, cells[at]]])))));
    expect(rows.length).toBeGreaterThan(40);
    expect(odd.map(({ cells }) => cells[0])).toEqual([]);
  });
});
