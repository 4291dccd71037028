import Ajv2020 from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_FLAGS, FLAGS, FLAG_THEMES, FLAG_TEXTS, flagNames, flagsSchema, formatFlags, HIDEABLE, MOST_CHARACTERS, MOST_HIGHLIGHTS, readFlags, type Flags } from '../../src/embed/flags.ts';

const RANGE = { ids: ['red', 'blue', 'green'], periods: ['2019', '2020'] };
const flagsOf = (search: string): Flags => readFlags(search, RANGE).flags;
const refusedBy = (search: string) => readFlags(search, RANGE).refusals;

describe('what is read of an address', () => {
  test('nothing said is the defaults, and nothing is refused', () => {
    expect(readFlags('', RANGE)).toEqual({ flags: DEFAULT_FLAGS, refusals: [] });
  });

  test('every flag at once', () => {
    const { flags, refusals } = readFlags('?lang=en&theme=dark&transparent&plain=1&static=true&hide=title.table&highlight=red.blue&note=Mark&at=2020&title=Mine', RANGE);
    expect(flags).toEqual({ lang: 'en', theme: 'dark', transparent: true, plain: true, static: true, hide: ['title', 'table'], highlight: ['red', 'blue'], note: 'Mark', at: '2020', title: 'Mine' });
    expect(refusals).toEqual([]);
  });

  test.each(['0', 'false'])('“=%s” switches off', (off) => {
    expect(flagsOf(`?plain=${off}&static=${off}&transparent=${off}`)).toEqual(DEFAULT_FLAGS);
  });

  test('source and date are in no list of what can be hidden', () => {
    expect(HIDEABLE).toEqual(['title', 'takeaway', 'legend', 'table', 'links']);
    for (const part of ['source', 'date', 'release', 'limits']) {
      expect(flagsOf(`?hide=${part}.table`).hide).toEqual(['table']);
      expect(refusedBy(`?hide=${part}.table`)).toEqual([{ key: 'hide', found: part, used: null }]);
    }
  });

  test.each([
    { says: 'a language that is none', search: '?lang=fr', refusal: { key: 'lang', found: 'fr', used: null } },
    { says: 'a theme that is none', search: '?theme=neon', refusal: { key: 'theme', found: 'neon', used: 'auto' } },
    { says: 'a region that is not there', search: '?highlight=atlantis', refusal: { key: 'highlight', found: 'atlantis', used: null } },
    { says: 'a built-in name', search: '?highlight=__proto__', refusal: { key: 'highlight', found: '__proto__', used: null } },
    { says: 'a period without figures', search: '?at=1066', refusal: { key: 'at', found: '1066', used: null } },
    { says: 'markup as a place', search: '?at=%3Cb%3E', refusal: { key: 'at', found: '<b>', used: null } },
    { says: 'a note of nothing to be seen', search: '?note=%00%E2%80%8B', refusal: { key: 'note', found: '\0\u200b', used: null } },
  ])('$says is left out and told', ({ search, refusal }) => {
    expect(flagsOf(search)).toEqual(DEFAULT_FLAGS);
    expect(refusedBy(search)).toEqual([refusal]);
  });

  test(`more than ${MOST_HIGHLIGHTS} picked out: the first stay, the rest is told`, () => {
    const ids = Array.from({ length: 7 }, (_, index) => `r${index}`);
    const { flags, refusals } = readFlags(`?highlight=${ids.join('.')}`, { ids, periods: [] });
    expect(flags.highlight).toEqual(ids.slice(0, MOST_HIGHLIGHTS));
    expect(refusals).toEqual([{ key: 'highlight', found: 'r5.r6', used: null }]);
  });

  test('a note is one line without unseen characters, cut at what a reader counts as characters, and the cut is told', () => {
    expect(flagsOf(`?note=${encodeURIComponent(' a\n\tb\u202ec ')}`).note).toBe('a b c');
    const { flags, refusals } = readFlags(`?note=${encodeURIComponent('🌱'.repeat(200))}`, RANGE);
    expect([...flags.note]).toHaveLength(MOST_CHARACTERS);
    expect(flags.note.endsWith('🌱…')).toBe(true);
    expect(refusals).toHaveLength(1);
  });

  test('of a key that stands twice the first counts', () => {
    expect(flagsOf('?theme=dark&theme=light').theme).toBe('dark');
  });

  test('other people’s keys are let be', () => {
    expect(readFlags('?utm_source=toys&__proto__=x&constructor=y', RANGE)).toEqual({ flags: DEFAULT_FLAGS, refusals: [] });
  });
});

const text = fc.array(fc.constantFrom(...'玩具红Aa9&<>"\'#%+=?/🌱'), { minLength: 1, maxLength: 40 }).map((signs) => signs.join(''));
const anyFlags: fc.Arbitrary<Flags> = fc.record({
  lang: fc.constantFrom('zh' as const, 'en' as const, null),
  theme: fc.constantFrom(...FLAG_THEMES),
  transparent: fc.boolean(),
  plain: fc.boolean(),
  static: fc.boolean(),
  hide: fc.subarray([...HIDEABLE]),
  highlight: fc.subarray([...RANGE.ids]),
  note: fc.oneof(fc.constant(''), text),
  at: fc.constantFrom('', 'red', '2020'),
  title: fc.oneof(fc.constant(''), text),
});

test('what is written is read back', () => {
  fc.assert(fc.property(anyFlags, (flags) => {
    expect(readFlags(`?${formatFlags(flags)}`, RANGE)).toEqual({ flags, refusals: [] });
  }));
});

test('the published schema is of exactly the flags that are read, with words in both languages', () => {
  const schema: unknown = JSON.parse(flagsSchema());
  expect(Object.keys(FLAGS).sort()).toEqual(Object.keys(DEFAULT_FLAGS).sort());
  expect(flagNames()).toEqual(Object.keys(FLAGS));
  expect(schema).toMatchObject({ properties: Object.fromEntries(flagNames().map((name) => [name, { 'x-description-zh': FLAG_TEXTS[name].zh }])) });
  const ajv = new Ajv2020({ strictSchema: false });
  const isValid = typeof schema === 'object' && schema !== null ? ajv.compile(schema) : () => false;
  fc.assert(fc.property(anyFlags, (flags) => {
    expect(isValid(Object.fromEntries(new URLSearchParams(formatFlags(flags))))).toBe(true);
  }));
  for (const wrong of [{ lang: 'fr' }, { theme: 'neon' }, { hide: 'source' }, { highlight: '<b>' }, { note: 'a'.repeat(MOST_CHARACTERS + 1) }, { at: 'a b' }]) expect([wrong, isValid(wrong)]).toEqual([wrong, false]);
});

test('ten thousand addresses of anything at all: no word outside the lists gets in, and no unseen sign', () => {
  const hostile = fc.oneof(
    fc.constantFrom('<img src=x onerror=alert(1)>', 'javascript:alert(1)', '"><script>', '__proto__', 'constructor', '%E0%A4%A', '%', '\ud800', '\u202e', '\0', 'a'.repeat(5000), 'red', '2020', 'title.table', 'source.date'),
    fc.string({ unit: 'binary' }),
  );
  const key = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...flagNames()) }, { weight: 1, arbitrary: hostile });
  const query = fc.array(fc.tuple(key, hostile, fc.boolean()), { maxLength: 8 }).map((all) => `?${all.map(([name, value, isEscaped]) => `${name}=${isEscaped ? new URLSearchParams([['', value]]).toString().slice(1) : value}`).join('&')}`);
  const ids = [...RANGE.ids, ...RANGE.periods, ''];
  fc.assert(fc.property(query, (search) => {
    const { flags, refusals } = readFlags(search, RANGE);
    expect([null, 'zh', 'en']).toContain(flags.lang);
    expect(FLAG_THEMES).toContain(flags.theme);
    expect(flags.hide.filter((part) => !HIDEABLE.includes(part))).toEqual([]);
    expect(flags.highlight.filter((id) => !RANGE.ids.includes(id))).toEqual([]);
    expect(ids).toContain(flags.at);
    for (const words of [flags.note, flags.title]) {
      expect([...words].length).toBeLessThanOrEqual(MOST_CHARACTERS);
      expect(words).not.toMatch(/[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u);
    }
    expect(refusals.every(({ found }) => found.length <= 41)).toBe(true);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  }), { numRuns: 10_000 });
});
