import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { main } from '../../src/prerender/data.ts';

let folder = '';
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'atlas-file-'));
});
afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

async function say(text: string, ...words: readonly string[]) {
  const file = path.join(folder, '能力.csv');
  fs.writeFileSync(file, text);
  const said: string[] = [];
  const code = await main([file, ...words], (line) => said.push(line));
  return { code, said: said.join('\n') };
}
const TABLE = '省级政府网上政务服务能力指数\n单位：分\n地区,2020年\n北京,88.1\n天津,—\n浙江,多\n';

test('a file is told of on the command line in the words of the page', async () => {
  const { code, said } = await say(TABLE);
  expect(said).toContain('能力.csv，第6行第2列：“多”不是数。\n  请改正这一格；没有数的，留空。');
  expect(said).toContain('表里的“—”是什么意思？（--answer "sign —=…"）');
  expect(said).toContain('egov-service-capability：1行；待答1个，要改1处，待核对0处');
  expect(code).toBe(1);
});

test('answered and mended, its table is written', async () => {
  const out = path.join(folder, 'out');
  const { code, said } = await say(TABLE.replace('多', '96.7'), '--answer', 'sign —=notPublished', '--out', out, '--lang', 'en');
  expect(said).toContain('3 rows; 0 to answer, 0 to correct, 0 to compare with the original');
  expect(code).toBe(0);
  expect(fs.readFileSync(path.join(out, 'egov-service-capability.csv'), 'utf8')).toBe('region,period,value,status\n110000,2020,88.1,\n120000,2020,,notPublished\n330000,2020,96.7,\n');
});

test('what can be read and may be wrong is told with its cell: a unit, a year to come', async () => {
  const { code, said } = await say('地区,2025年\n北京,520732000\n天津,18540\n河北,48800\n山西,26000\n', '--indicator', 'gdp', '--answer', 'unit=0');
  expect(said).toContain('能力.csv，第2行第2列：“110000 2025”是520732000，2024是');
  expect(said).toContain('大了1万倍左右，像是单位不一致。');
  expect(said).toContain('gdp：4行；待答0个，要改0处，待核对1处');
  expect(code).toBe(1);
  expect((await say('地区,2049年\n北京,52073\n', '--indicator', 'gdp', '--answer', 'unit=0')).said).toContain('“110000 2049”晚于读取日期');
});

test('an unknown indicator, or a name that is only like one, is no guess', async () => {
  expect((await say(TABLE, '--indicator', 'toys')).said).toContain('没有指标“toys”');
  const { code, said } = await say('地区,服务能力得分\n北京,1\n');
  expect(said).toContain('没有名称相同的指标');
  expect(code).toBe(1);
});
