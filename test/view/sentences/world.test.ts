import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Region } from '../../../src/model/region.ts';
import { worldTakeaway } from '../../../src/view/sentences/world.ts';
import { isPrintedAs } from '../../support/arithmetic.ts';
import { toyAbsence, toyObservation, toyTable } from '../../support/toys.ts';
import { en, zh } from '../../support/toyViews.ts';
import { anyLanguage, expectSound, middle, sayIn } from './facts.ts';

// Thousands of selections, on machines that others use as well.
vi.setConfig({ testTimeout: 60_000 });

const COUNTRIES = ['AAA', 'BBB', 'CCC', 'DDD', 'EEE', 'FFF', 'GGG'];
const countries: readonly Region[] = COUNTRIES.map((id, index) => ({ id, level: 'country', name: { zh: `${'甲乙丙丁戊己庚'.charAt(index)}国`, en: `${id}land` }, short: { zh: `${'甲乙丙丁戊己庚'.charAt(index)}国`, en: `${id}land` } }));
const nameOf = (id: string, lang: 'zh' | 'en') => countries.find((one) => one.id === id)?.short[lang] ?? id;
const unitless = { unit: { zh: '', en: '', multiplier: 1, enMultiplier: 1 }, decimals: 4, expected: 'countries' as const, better: 'higher' as const };

const SHAPES = {
  zh: { own: /^(?<name>.国)2003年玩具为(?<value>[\d.]+)(?:，(?<tied>并列)?第(?<rank>\d+)位，共(?<n>\d+))?(?:，(?:(?<way>高于|低于)中位数(?<by>[\d.]+)|(?<at>与中位数持平)))?$/, before: /^(\d+)年第(\d+)位，共(\d+)$/, absent: /^.国2003年没有玩具的数值（.+）$/ },
  en: { own: /^(?<name>\w+land)’s Toys in 2003 is (?<value>[\d.]+)(?:, rank (?<rank>\d+) of (?<n>\d+)(?<tied> \(tied\))?)?(?:, (?:(?<by>[\d.]+) (?<way>above|below) the median|(?<at>at the median)))?$/, before: /^rank (?<rank>\d+) of (?<n>\d+) in (\d+)$/, absent: /^\w+land has no Toys in 2003 \(.+\)$/ },
} as const;

test('whatever the editions, places, totals and distance are those of the data, published or computed but never mixed', () => {
  const anyValues = fc.array(fc.option(fc.integer({ min: 1, max: 12 }), { freq: 5 }), { minLength: 7, maxLength: 7 });
  fc.assert(
    fc.property(fc.array(anyValues, { minLength: 3, maxLength: 3 }), anyLanguage, fc.boolean(), (editions, lang, isPublished) => {
      const say = sayIn(lang);
      const better = (values: readonly (number | null)[], own: number) => 1 + values.filter((value) => value !== null && value > own).length;
      const table = toyTable(
        editions.flatMap((values, edition) =>
          values.map((value, index) => {
            const at = { regionId: COUNTRIES[index] ?? '', period: String(2001 + edition) };
            // A published place differs from the one that would be computed: the two are told apart.
            return value === null ? toyAbsence('notPublished', at) : toyObservation(value / 16, { ...at, printedDecimals: 5, ...(isPublished ? { publishedRank: better(values, value) + 100 } : {}) });
          }),
        ),
        unitless,
      );
      const takeaway = worldTakeaway({ table, period: '2003', countries, country: 'AAA', peers: ['BBB', 'CCC'] }, say);
      expectSound(takeaway, say);
      const [latest = []] = editions.slice(-1);
      const known = latest.filter((value) => value !== null);
      const own = latest[0] ?? null;
      const [first = '', ...clauses] = takeaway.text.slice(0, -1).split(say.words.stop);
      const offset = isPublished ? 100 : 0;
      if (own === null) {
        expect(first).toMatch(SHAPES[lang].absent);
      } else {
        const told = SHAPES[lang].own.exec(first)?.groups;
        expect(told, first).toBeDefined();
        expect(isPrintedAs(told?.['value'] ?? '', own / 16)).toBe(true);
        expect([told?.['rank'], told?.['n']].map(Number)).toEqual([better(latest, own) + offset, known.length]);
        expect(told?.['tied'] !== undefined).toBe(known.filter((value) => value === own).length > 1);
        if (known.length > 1) {
          const distance = (own - middle(known)) / 16;
          if (distance === 0) expect(told?.['at']).toBeDefined();
          else {
            expect(told?.['way']).toBe(distance > 0 ? (lang === 'zh' ? '高于' : 'above') : lang === 'zh' ? '低于' : 'below');
            expect(isPrintedAs(told?.['by'] ?? '', Math.abs(distance)), first).toBe(true);
          }
        }
      }
      // The first edition that has a place, with its own total.
      const firstEdition = editions.slice(0, 2).findIndex((values) => (values[0] ?? null) !== null);
      const before = clauses.map((clause) => SHAPES[lang].before.exec(clause)).find((found) => found);
      if (firstEdition === -1) expect(before ?? null).toBeNull();
      else {
        const values = editions[firstEdition] ?? [];
        const [year, rank, n] = lang === 'zh' ? [before?.[1], before?.[2], before?.[3]] : [before?.[3], before?.[1], before?.[2]];
        expect([year, rank, n].map(Number)).toEqual([2001 + firstEdition, better(values, values[0] ?? 0) + offset, values.filter((value) => value !== null).length]);
        expect(takeaway.limits).toContain(say.words.sentences.editionsDiffer);
      }
      ['BBB', 'CCC'].forEach((id, index) => {
        const value = latest[index + 1] ?? null;
        const part = value === null ? say.words.sentences.peerAbsent(nameOf(id, lang), say.words.absence.notPublished) : say.words.sentences.peer(nameOf(id, lang), better(latest, value) + offset, latest.length);
        expect(clauses.join()).toContain(part);
      });
      expect(takeaway.limits.includes(say.words.sentences.publishedPlaces)).toBe(isPublished && own !== null);
    }),
    { numRuns: 1500 },
  );
});

describe('as it reads', () => {
  const country = (regionId: string, period: string, value: number, publishedRank: number) => toyObservation(value, { regionId, period, printedDecimals: 5, publishedRank });
  const table = toyTable([country('AAA', '2001', 0.3, 2), country('BBB', '2001', 0.9, 1), country('AAA', '2003', 0.81234, 2), country('BBB', '2003', 0.9, 1), country('CCC', '2003', 0.1, 3)], unitless);

  test('its place and value, the distance to the median, the first edition, the peers', () => {
    expect(worldTakeaway({ table, period: '2003', countries, country: 'BBB', peers: ['AAA'] }, zh)).toMatchObject({
      text: '乙国2003年玩具为0.9000，第1位，共3，高于中位数0.0877；2001年第1位，共2；对照的国家：甲国第2位；7个会员国中3个有数据。',
      limits: ['各版的问卷、指标和参评国家数不同，名次之差不等于服务之差。', '2001年2个有名次，2003年3个；两个名次的总数不同。', '名次为发布方公布的名次。', '4个会员国没有数值：未收录。'],
    });
    expect(worldTakeaway({ table, period: '2003', countries, country: 'BBB', peers: [] }, en).text).toBe('BBBland’s Toys in 2003 is 0.9000, rank 1 of 3, 0.0877 above the median; rank 1 of 2 in 2001; 3 of 7 member states have data.');
  });
});
