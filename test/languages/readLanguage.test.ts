import { describe, expect, test } from 'vitest';
import { languageCoverage } from '../../src/languages/coverage.ts';
import { dataTexts } from '../../src/languages/dataTexts.ts';
import { languageFile } from '../../src/languages/languageFile.ts';
import { readLanguage } from '../../src/languages/readLanguage.ts';

const korean = (more: object = {}) => ({ tag: 'ko', name: '한국어', words: { matrix: { Reset: '지우기', Legend: '' } }, data: { Toys: '장난감' }, ...more });
const read = (json: unknown, file = 'data/languages/ko.json') => readLanguage({ file, text: typeof json === 'string' ? json : JSON.stringify(json) });

describe('a file of a language', () => {
  test('gives its translations; an empty one is none', () => {
    const { language, issues } = read(korean());
    expect(issues).toEqual([]);
    expect(language).toEqual({ tag: 'ko', name: '한국어', words: new Map([['matrix', new Map([['Reset', '지우기']])]]), data: new Map([['Toys', '장난감']]) });
  });

  test.each([
    ['no JSON', '{', 'badJson', undefined],
    ['a tag that is none', korean({ tag: 'Korean' }), 'badLanguageTag', 'tag'],
    ['a path as a tag', korean({ tag: '../ko' }), 'badLanguageTag', 'tag'],
    ['a language that the site has', korean({ tag: 'en' }), 'duplicateId', 'tag'],
    ['a tag that is not its file’s', korean({ tag: 'ja' }), 'idNotFileName', 'tag'],
    ['no name', korean({ name: '' }), 'missingField', 'name'],
    ['a field too many', korean({ rtl: true }), 'unknownField', 'rtl'],
    ['a translation that is no text', korean({ data: { Toys: 3 } }), 'wrongType', 'data.Toys'],
    ['a figure left out', korean({ words: { matrix: { '{k} of {n}': '{k}' } } }), 'otherPlaceholders', 'words.matrix.{k} of {n}'],
    ['a figure that is none', korean({ words: { matrix: { Reset: '{n}' } } }), 'otherPlaceholders', 'words.matrix.Reset'],
  ])('%s is told, where it stands', (_, json, code, field) => {
    const { language, issues } = read(json);
    expect(language).toBe(null);
    expect(issues.map((issue) => [issue.code, issue.field])).toEqual([[code, field]]);
  });

  test('keys of the language itself are nothing but texts', () => {
    const { language } = read('{"tag":"ko","name":"한국어","data":{"__proto__":"x","constructor":"y"}}');
    expect(language?.data.get('constructor')).toBe('y');
    expect(Reflect.get({}, 'x')).toBe(undefined);
  });
});

describe('what is to be translated', () => {
  const sayable = { words: new Map([['matrix', ['Reset', 'Legend']]]), data: ['Toys', 'Games'] };

  test('is written out with nothing in it', () => {
    expect(languageFile({ tag: 'ko', name: '한국어' }, sayable, null)).toEqual({ $schema: '../schema/language.schema.json', tag: 'ko', name: '한국어', words: { matrix: { Reset: '', Legend: '' } }, data: { Toys: '', Games: '' } });
  });

  test('written again it keeps every translation, also of a text that is no more', () => {
    const standing = { words: { matrix: { Reset: '지우기', Gone: '없어짐', Empty: '' }, old: { Bye: '안녕' } }, data: { Toys: '장난감' } };
    expect(languageFile({ tag: 'ko', name: '한국어' }, sayable, standing)).toMatchObject({ words: { matrix: { Reset: '지우기', Legend: '', Gone: '없어짐' }, old: { Bye: '안녕' } }, data: { Toys: '장난감', Games: '' } });
  });

  test('how much is done, and what is of no use any more', () => {
    const { language } = read(korean({ data: { Toys: '장난감', Gone: '없어짐' } }));
    expect(language && languageCoverage(language, sayable)).toEqual({ words: { said: 1, of: 2 }, data: { said: 1, of: 2 }, unused: ['data: Gone'] });
  });

  test('of the data: English beside Chinese, in JSON, in columns and in remarks of both', () => {
    const files = new Map([
      ['indicators/toys.json', JSON.stringify({ id: 'toys', name: { zh: '玩具', en: 'Toys' }, title: '玩具书', titleEn: 'Toy book', unit: { zh: '', en: '', multiplier: 1 } })],
      ['toys/1/toys.csv', 'region,name_zh,name_en,note,unit_en\n1,甲,A house,三个 / three toys,lost\n2,乙,A house,甲一 / one；乙二 / two,lost\n'],
      ['schema/x.json', '{"zh":"一","en":"Not shown"}'],
    ]);
    expect(dataTexts(files)).toEqual(['Toys', 'Toy book', 'A house', 'three toys', 'one', 'two']);
  });
});
