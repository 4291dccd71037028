import { expect, test } from 'vitest';
import { latestEditions } from '../../src/prerender/latestEditions.ts';
import { toyTable } from '../support/toys.ts';

const edition = (dataset: string, id = 'toys') => ({ ...toyTable([], { id }), dataset, file: `${dataset}/${id}.csv` });
const shown = (file: string) => `data/${file}`;

test('of two editions the later is shown, the earlier stays a file', () => {
  const [old, fresh] = [edition('toy/2024'), edition('toy/2026')];
  expect(latestEditions([fresh, old], shown)).toEqual({ latest: [fresh], earlier: [old], issues: [] });
  expect(latestEditions([old, fresh], shown)).toEqual({ latest: [fresh], earlier: [old], issues: [] });
});

test('a month is later than its year alone', () => {
  expect(latestEditions([edition('toy/2024-05'), edition('toy/2024')], shown).latest).toEqual([edition('toy/2024-05')]);
});

test('tables that have no later edition are shown as they are', () => {
  const [cars, old, fresh] = [edition('toy/2024', 'cars'), edition('toy/2024'), edition('toy/2026')];
  expect(latestEditions([cars, old, fresh], shown)).toEqual({ latest: [cars, fresh], earlier: [old], issues: [] });
});

test('an indicator in two datasets is told of, and neither edition is taken for the later', () => {
  const { issues } = latestEditions([edition('toy/2024'), edition('game/2026')], shown);
  expect(issues).toEqual([{ file: 'data/game/2026/toys.csv', found: 'toys', code: 'indicatorInTwoDatasets', args: { other: 'data/toy/2024/toys.csv' } }]);
});
