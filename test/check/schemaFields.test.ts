import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { schemaFields } from '../../src/check/schemaFields.ts';

const indicator: unknown = JSON.parse(fs.readFileSync('data/schema/indicator.schema.json', 'utf8'));
const dataset: unknown = JSON.parse(fs.readFileSync('data/schema/datapackage.schema.json', 'utf8'));
const named = (name: string, lang: 'zh' | 'en' = 'zh') => schemaFields(indicator, lang).find((field) => field.name === name);

describe('a form out of a schema', () => {
  test('required fields are those that the schema requires, in its order', () => {
    expect(schemaFields(indicator, 'zh').filter(({ isRequired }) => isRequired).map(({ name }) => name)).toEqual(['id', 'name', 'short', 'definition', 'theme', 'expected', 'unit', 'better', 'publishes']);
  });

  test('labels and help are in the language asked for', () => {
    expect(named('theme')).toMatchObject({ label: '主题', help: '首页上归入哪一组。' });
    expect(named('theme', 'en')).toMatchObject({ label: 'Theme', help: 'The group on the front page.' });
  });

  test('a reference is followed: a text has both languages', () => {
    const name = named('name');
    expect(name?.label).toBe('名称');
    expect(name?.of).toMatchObject({ kind: 'group', fields: [{ name: 'zh', label: '中文', isRequired: true }, { name: 'en', label: '英文', isRequired: true }] });
  });

  test('a choice offers what the schema lists, “none” among it', () => {
    expect(named('better')?.of).toEqual({ kind: 'choice', options: ['higher', 'lower', 'none'] });
    const every = schemaFields(dataset, 'zh').find(({ name }) => name === 'updates')?.of;
    expect(every).toMatchObject({ kind: 'group', fields: [{ name: 'every', of: { kind: 'choice', options: ['P3M', 'P6M', 'P1Y', 'P2Y', null] } }, { name: 'note' }] });
  });

  test('numbers, yes or no, lists of groups', () => {
    expect(named('decimals')?.of).toEqual({ kind: 'number', isInteger: true, min: 0, max: 6 });
    expect(named('additive')?.of).toEqual({ kind: 'yesNo' });
    expect(named('bands')?.of).toMatchObject({ kind: 'list', least: 1, item: { of: { kind: 'group', fields: [{ name: 'id' }, { name: 'name' }] } } });
  });

  test('what a program fills in is not asked for', () => {
    expect(named('$schema')).toBeUndefined();
    expect(schemaFields(dataset, 'zh', ['resources']).map(({ name }) => name)).not.toContain('resources');
  });

  test('every field has a label in both languages', () => {
    for (const schema of [indicator, dataset]) for (const lang of ['zh', 'en'] as const) for (const { label } of schemaFields(schema, lang)) expect(label).not.toBe('');
  });

  test('what is no schema asks for nothing', () => {
    expect(schemaFields(null, 'zh')).toEqual([]);
  });
});
