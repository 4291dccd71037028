import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TRANSFORMS } from '../../src/query/transform.ts';
import { choiceKeys, formatChoice, parseChoice, type ChoiceRange, type ProvinceChoice } from '../../src/state/address.ts';
import { changedSearch, readIds, type KeyRefusal } from '../../src/state/query.ts';

const defaults: ProvinceChoice = { indicator: 'toys', period: '2002', compare: null, compared: 'difference', transform: null, base: null, view: 'map', region: null };
const range: ChoiceRange = { indicators: ['toys', 'dolls'], periods: ['2000', '2001', '2001-06', '2002'], regions: ['110000', '660000'] };
const parse = (search: string, within = range) => parseChoice(search, defaults, within);

test('no address is the defaults, and nothing is told', () => {
  expect(parse('')).toEqual({ choice: defaults, refusals: [] });
  expect(parse('?')).toEqual({ choice: defaults, refusals: [] });
});

test('the defaults need no address', () => {
  expect(formatChoice(defaults, defaults)).toBe('');
});

test.each([
  { says: 'a region', change: { region: '110000' }, address: '?region=110000' },
  { says: 'a period', change: { period: '2001-06' }, address: '?period=2001-06' },
  { says: 'tiles', change: { view: 'tiles' }, address: '?view=tiles' },
  { says: 'another indicator with the period, even that of the first', change: { indicator: 'dolls' }, address: '?indicator=dolls&period=2002' },
  { says: 'another indicator whose period is not known yet', change: { indicator: 'dolls', period: '' }, address: '?indicator=dolls' },
  { says: 'a second period', change: { compare: '2000' }, address: '?compare=2000' },
  { says: 'both side by side', change: { compare: '2000', compared: 'sideBySide' }, address: '?compare=2000&compared=sideBySide' },
  { says: 'a transform and where it starts from', change: { transform: 'index', base: '2001' }, address: '?transform=index&base=2001' },
  { says: 'everything, in a fixed order', change: { region: '110000', base: '2002', transform: 'index', compared: 'sideBySide', compare: '2001', view: 'tiles', period: '2000', indicator: 'dolls' }, address: '?indicator=dolls&period=2000&compare=2001&compared=sideBySide&transform=index&base=2002&view=tiles&region=110000' },
  { says: 'a few, in a fixed order', change: { region: '660000', view: 'tiles', period: '2000', indicator: 'dolls' }, address: '?indicator=dolls&period=2000&view=tiles&region=660000' },
] as const)('only what differs is written: $says', ({ change, address }) => {
  const choice = { ...defaults, ...change };
  expect(formatChoice(choice, defaults)).toBe(address);
  expect(parse(address)).toEqual({ choice, refusals: [] });
});

test('the order in which an address was written does not matter', () => {
  const { choice } = parse('?region=660000&view=tiles&period=2000&indicator=dolls');
  expect(formatChoice(choice, defaults)).toBe('?indicator=dolls&period=2000&view=tiles&region=660000');
});

// How two periods are compared, or where a transform starts, means something only with a second period or a transform.
const someChoice: fc.Arbitrary<ProvinceChoice> = fc
  .record({
    indicator: fc.constantFrom(...range.indicators),
    period: fc.constantFrom(...(range.periods ?? [])),
    compare: fc.option(fc.constantFrom(...(range.periods ?? []))),
    compared: fc.constantFrom('difference' as const, 'sideBySide' as const),
    transform: fc.option(fc.constantFrom(...TRANSFORMS)),
    base: fc.option(fc.constantFrom(...(range.periods ?? []))),
    view: fc.constantFrom('map' as const, 'tiles' as const),
    region: fc.option(fc.constantFrom(...range.regions)),
  })
  .map((choice) => ({ ...choice, compare: choice.compare === choice.period ? null : choice.compare }))
  .map((choice) => ({ ...choice, ...(choice.compare === null ? { compared: 'difference' as const } : {}), ...(choice.transform === null ? { base: null } : {}) }));

test('what is written is read back equal', () => {
  fc.assert(
    fc.property(someChoice, (choice) => {
      expect(parse(formatChoice(choice, defaults))).toEqual({ choice, refusals: [] });
      expect(parse(formatChoice(choice, defaults), { ...range, periods: null })).toEqual({ choice, refusals: [] });
    }),
  );
});

test('two choices that differ have two addresses', () => {
  fc.assert(
    fc.property(someChoice, someChoice, (one, other) => {
      fc.pre(JSON.stringify(one) !== JSON.stringify(other));
      expect(formatChoice(one, defaults)).not.toBe(formatChoice(other, defaults));
    }),
  );
});

test.each([
  { says: 'an indicator that is not here', search: '?indicator=trains', refusal: { key: 'indicator', found: 'trains', used: 'toys' } },
  { says: 'a period that has no figures', search: '?period=1999', refusal: { key: 'period', found: '1999', used: '2002' } },
  { says: 'a second period that has no figures', search: '?compare=1999', refusal: { key: 'compare', found: '1999', used: null } },
  { says: 'a second period that is the first again', search: '?compare=2002', refusal: { key: 'compare', found: '2002', used: null } },
  { says: 'a third way of comparing', search: '?compared=overlay', refusal: { key: 'compared', found: 'overlay', used: 'difference' } },
  { says: 'a transform that is none', search: '?transform=log', refusal: { key: 'transform', found: 'log', used: null } },
  { says: 'a base that is no period', search: '?base=always', refusal: { key: 'base', found: 'always', used: null } },
  { says: 'a third way of drawing', search: '?view=globe', refusal: { key: 'view', found: 'globe', used: 'map' } },
  { says: 'a region that is not one', search: '?region=999999', refusal: { key: 'region', found: '999999', used: null } },
  { says: 'an empty value', search: '?region=', refusal: { key: 'region', found: '', used: null } },
  { says: 'markup, as text', search: '?region=%3Cscript%3E', refusal: { key: 'region', found: '<script>', used: null } },
  { says: 'the name of a built-in', search: '?indicator=__proto__', refusal: { key: 'indicator', found: '__proto__', used: 'toys' } },
  { says: 'a value that would be right in another case', search: '?view=MAP', refusal: { key: 'view', found: 'MAP', used: 'map' } },
] as const)('$says falls back and is told', ({ search, refusal }) => {
  expect(parse(search)).toEqual({ choice: defaults, refusals: [refusal] });
});

test('all that cannot be read is told at once', () => {
  expect(parse('?indicator=a&period=b&compare=c&compared=d&transform=e&base=f&view=g&region=h').refusals.map(({ key }) => key)).toEqual(['indicator', 'period', 'compare', 'compared', 'transform', 'base', 'view', 'region']);
});

test('an over-long value is cut to what can be shown', () => {
  const found = (length: number) => parse(`?region=${'9'.repeat(length)}`).refusals[0]?.found;
  expect(found(40)).toBe('9'.repeat(40));
  for (const length of [41, 100_000]) expect(found(length)).toBe(`${'9'.repeat(40)}…`);
});

test('of a key given twice the first counts', () => {
  expect(parse('?period=2000&period=2001').choice.period).toBe('2000');
});

test('before its table is here, an indicator keeps any well-formed period, and no other', () => {
  const open = { ...range, periods: null };
  expect(parse('?indicator=dolls&period=1987-06', open)).toMatchObject({ choice: { indicator: 'dolls', period: '1987-06' }, refusals: [] });
  expect(parse('?indicator=dolls&period=yesterday', open)).toMatchObject({ choice: { indicator: 'dolls', period: '' }, refusals: [{ key: 'period', found: 'yesterday' }] });
});

test('the period of the first indicator is not made that of another', () => {
  expect(parse('?indicator=dolls').choice.period).toBe('');
});

test('other people’s keys are let be', () => {
  expect(parse('?utm_source=toy&fbclid=1&region=110000')).toEqual({ choice: { ...defaults, region: '110000' }, refusals: [] });
});

test('no text whatever makes it throw, and the choice stays in range', () => {
  const key = fc.constantFrom('indicator', 'period', 'compare', 'compared', 'transform', 'base', 'view', 'region', 'other');
  const given = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.tuple(key, fc.string({ unit: 'binary' })), { maxLength: 6 }).map((entries) => `?${entries.map(([name, value]) => `${name}=${value}`).join('&')}`));
  fc.assert(
    fc.property(given, (search) => {
      const { choice, refusals } = parse(search);
      expect(range.indicators).toContain(choice.indicator);
      expect([...(range.periods ?? []), '']).toContain(choice.period);
      expect([...(range.periods ?? []), null]).toContain(choice.compare);
      expect(choice.compare).not.toBe(choice.period);
      expect(['map', 'tiles']).toContain(choice.view);
      expect([...range.regions, null]).toContain(choice.region);
      for (const { found } of refusals) expect(found.length).toBeLessThanOrEqual(41);
    }),
  );
});

test('the map writes its own keys and no other', () => {
  expect(Object.keys(choiceKeys(defaults, defaults)).sort()).toEqual(['base', 'compare', 'compared', 'indicator', 'period', 'region', 'transform', 'view']);
  expect(changedSearch('?chart=bump&utm_source=toy&region=110000', choiceKeys({ ...defaults, compare: '2000' }, defaults))).toBe('?chart=bump&compare=2000&utm_source=toy');
});

const listed = (search: string, most = 3) => {
  const refusals: KeyRefusal[] = [];
  return { ids: readIds(new URLSearchParams(search), 'regions', null, { known: ['a', 'b', 'c', 'd'], most }, refusals), told: refusals.map(({ found }) => found) };
};

test('of a list the known are used in order, each once; what is unknown or too many is told', () => {
  expect(listed('')).toEqual({ ids: null, told: [] });
  expect(listed('regions=c.a.c')).toEqual({ ids: ['c', 'a'], told: [] });
  expect(listed('regions=a.x.b.<b>')).toEqual({ ids: ['a', 'b'], told: ['x.<b>'] });
  expect(listed('regions=a.b.c.d')).toEqual({ ids: ['a', 'b', 'c'], told: ['d'] });
  expect(listed('regions=x.y')).toEqual({ ids: null, told: ['x.y'] });
  expect(listed('regions=')).toEqual({ ids: null, told: [''] });
});
