import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedSearch } from '../../src/state/query.ts';
import { chosenKeys, MOST_INDICATORS, readWeight, readWorkshopChoice, withIndicator, type Choosable, type ChosenIndicator } from '../../src/view/workshopChoice.ts';

const CATALOGUE: readonly Choosable[] = [
  { id: 'blocks', periods: ['2001', '2002'] },
  { id: 'dolls', periods: ['2002'] },
  { id: 'kites', periods: ['2000', '2001', '2002'] },
  { id: 'tops', periods: ['2001'] },
];
const FIRST = ['kites', 'dolls'];
const read = (search: string, catalogue = CATALOGUE) => readWorkshopChoice(new URLSearchParams(search), catalogue, FIRST, ['110000', '120000']);
const chosen = (search: string) => read(search).choice.chosen.map(({ id, weight, period }) => `${id} ${weight} ${period}`);
const refused = (search: string) => read(search).refusals.map(({ key, found, used }) => `${key}=${found}→${used ?? 'left out'}`);

describe('an address', () => {
  test('that says nothing is the page’s own indicators, of equal weight, each at its newest', () => {
    expect(chosen('')).toEqual(['dolls 50 2002', 'kites 50 2002']);
    expect(read('')).toMatchObject({ choice: { normalisation: 'minmax', missing: 'leave', draws: 'near', region: null }, refusals: [] });
  });

  test('weights and periods stand in the order in which it names the indicators', () => {
    expect(chosen('indicators=tops.kites.blocks&weights=1.2.3&period=2001.2000.2002')).toEqual(['blocks 3 2002', 'kites 2 2000', 'tops 1 2001']);
    expect(refused('indicators=tops.kites.blocks&weights=1.2.3&period=2001.2000.2002')).toEqual([]);
  });

  test('without indicators they stand in the page’s order', () => {
    expect(chosen('weights=7.9')).toEqual(['dolls 9 2002', 'kites 7 2002']);
  });

  test('everything else by its name', () => {
    expect(read('normalisation=zscore&missing=others&draws=any&region=120000').choice).toMatchObject({ normalisation: 'zscore', missing: 'others', draws: 'any', region: '120000' });
  });

  test.each([
    ['indicators=tops.nonsense.kites', ['kites 50 2002', 'tops 50 2001'], ['indicators=nonsense→left out']],
    ['indicators=tops.nonsense.kites&weights=1.2.3', ['kites 3 2002', 'tops 1 2001'], ['indicators=nonsense→left out']],
    ['indicators=tops.tops.kites&weights=1.2.3', ['kites 3 2002', 'tops 1 2001'], ['indicators=tops→left out']],
    ['indicators=tops', ['dolls 50 2002', 'kites 50 2002'], ['indicators=tops→left out']],
    ['indicators=', ['dolls 50 2002', 'kites 50 2002'], ['indicators=→left out']],
    ['weights=1', ['dolls 50 2002', 'kites 50 2002'], ['weights=1→left out']],
    ['weights=0.5', ['dolls 50 2002', 'kites 50 2002'], ['weights=0.5→left out']],
    ['weights=-1.2', ['dolls 50 2002', 'kites 50 2002'], ['weights=-1.2→left out']],
    ['weights=1e1.2', ['dolls 50 2002', 'kites 50 2002'], ['weights=1e1.2→left out']],
    ['weights=101.2', ['dolls 50 2002', 'kites 50 2002'], ['weights=101.2→left out']],
    ['weights=NaN.Infinity', ['dolls 50 2002', 'kites 50 2002'], ['weights=NaN.Infinity→left out']],
    ['period=2001', ['dolls 50 2002', 'kites 50 2002'], ['period=2001→left out']],
    ['period=2001.1999', ['dolls 50 2002', 'kites 50 2001'], ['period=1999→left out']],
    ['period=1999.1999', ['dolls 50 2002', 'kites 50 2002'], ['period=1999→left out']],
    ['normalisation=magic', ['dolls 50 2002', 'kites 50 2002'], ['normalisation=magic→minmax']],
    ['missing=zero', ['dolls 50 2002', 'kites 50 2002'], ['missing=zero→leave']],
    ['draws=none', ['dolls 50 2002', 'kites 50 2002'], ['draws=none→near']],
    ['region=999999', ['dolls 50 2002', 'kites 50 2002'], ['region=999999→left out']],
  ])('%s is told and falls back', (search, ids, told) => {
    expect(chosen(search)).toEqual(ids);
    expect(refused(search)).toEqual(told);
  });

  test('of more than ten the first ten are kept, and the rest told', () => {
    const many: readonly Choosable[] = Array.from({ length: 13 }, (_, at) => ({ id: `toy-${at}`, periods: ['2001'] }));
    const { choice, refusals } = read(`indicators=${many.map(({ id }) => id).join('.')}`, many);
    expect(choice.chosen).toHaveLength(MOST_INDICATORS);
    expect(refusals.map(({ found }) => found)).toEqual(['toy-10.toy-11.toy-12']);
  });
});

test.each([['1', 1], ['100', 100], ['0', undefined], ['101', undefined], ['1.5', undefined], ['', undefined], ['²', undefined], ['007', 7]])('“%s” as a weight is %s', (text, weight) => {
  expect(readWeight(text)).toBe(weight);
});

test('one more weighs what the others do on average', () => {
  const before: readonly ChosenIndicator[] = [{ id: 'dolls', weight: 10, period: '2002' }, { id: 'kites', weight: 25, period: '2002' }];
  expect(withIndicator(before, { id: 'tops', periods: ['2000', '2001'] }).at(-1)).toEqual({ id: 'tops', weight: 18, period: '2001' });
});

test('what is written is read back equal, and what is plain is not written', () => {
  const one = (entry: Choosable) => fc.record({ id: fc.constant(entry.id), weight: fc.integer({ min: 1, max: 100 }), period: fc.constantFrom(...entry.periods) });
  const choice = fc.subarray([...CATALOGUE], { minLength: 2 }).chain((entries) => fc.tuple(...entries.map(one)));
  fc.assert(
    fc.property(choice, (given) => {
      const search = changedSearch('?normalisation=rank', chosenKeys(given, CATALOGUE, FIRST));
      expect(read(search)).toMatchObject({ choice: { chosen: given, normalisation: 'rank' }, refusals: [] });
    }),
  );
  const plain: readonly ChosenIndicator[] = [{ id: 'dolls', weight: 50, period: '2002' }, { id: 'kites', weight: 50, period: '2002' }];
  expect(chosenKeys(plain, CATALOGUE, FIRST)).toEqual({ indicators: null, weights: null, period: null });
  expect(changedSearch('', chosenKeys([{ id: 'tops', weight: 3, period: '2001' }, { id: 'blocks', weight: 2, period: '2001' }], CATALOGUE, FIRST))).toBe('?indicators=blocks.tops&weights=2.3&period=2001.2001');
});
