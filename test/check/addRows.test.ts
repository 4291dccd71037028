import path from 'node:path';
import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addRows } from '../../src/check/addRows.ts';
import { readAtlas } from '../../src/prerender/readAtlas.ts';

const toys = { csv: 'region,period,value,note\n110000,2001,5,\n120000,2001,,未公布\n', defaults: { status: 'notPublished', source: 'toy-book' } };

describe('new rows in a table', () => {
  test('they stand behind those that were there, which stay to the letter', () => {
    expect(addRows({ csv: 'region,period,value\n110000,2001,5.0\n', defaults: { source: 'toy-book' } }, [{ region: '110000', period: '2002', value: '6.10', source: 'toy-book' }], 'add')).toBe('region,period,value\n110000,2001,5.0\n110000,2002,6.10\n');
  });

  test('a row with the same region and period is replaced in its place', () => {
    expect(addRows({ csv: 'region,period,value\n110000,2001,5\n120000,2001,7\n', defaults: { source: 'toy-book' } }, [{ region: '110000', period: '2001', value: '6', source: 'toy-book' }], 'add')).toBe('region,period,value\n110000,2001,6\n120000,2001,7\n');
  });

  test('a blank would be read as the table’s default, so what differs from it is written', () => {
    expect(addRows(toys, [{ region: '130000', period: '2001', value: '9', source: 'toy-news' }], 'add')).toBe('region,period,value,status,source,note\n110000,2001,5,,,\n120000,2001,,,,未公布\n130000,2001,9,measured,toy-news,\n');
  });

  test('replacing leaves nothing of what was there', () => {
    expect(addRows(toys, [{ region: '130000', period: '2001', value: '9', status: 'notPublished', source: 'toy-book' }], 'replace')).toBe('region,period,value\n130000,2001,9\n');
  });

  test('a new table has the columns that it needs', () => {
    expect(addRows(null, [{ region: '110000', period: '2001', value: '5', source: 'toy-book' }, { region: '120000', period: '2001', value: '', status: 'notSurveyed', source: 'toy-book' }], 'add')).toBe('region,period,value,status,source\n110000,2001,5,,toy-book\n120000,2001,,notSurveyed,toy-book\n');
  });

  test('a series is part of what a row is', () => {
    expect(addRows({ csv: 'series,period,value\na,2001,1\n', defaults: { region: '100000', source: 'toy-book' } }, [{ series: 'b', region: '100000', period: '2001', value: '2', source: 'toy-book' }], 'add')).toBe('series,period,value\na,2001,1\nb,2001,2\n');
  });

  test('every published table with no row added is the same file', () => {
    const { atlas } = readAtlas('data');
    const differing = atlas.tables.filter(({ file }) => {
      const csv = fs.readFileSync(path.join('data', file), 'utf8');
      const defaults = atlas.resources.find((resource) => resource.file === file)?.defaults ?? {};
      return addRows({ csv, defaults }, [], 'add') !== csv;
    });
    expect(atlas.tables.length).toBeGreaterThan(200);
    expect(differing.map(({ file }) => file)).toEqual([]);
  });
});
