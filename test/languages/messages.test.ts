import fs from 'node:fs';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { siteMessages } from '../../src/languages/siteMessages.ts';
import { messagesOf, translateModule } from '../../src/languages/messages.ts';

const MODULE = `import type { toysZh } from './toys.zh.ts';
const counted = (n: number, one: string, many: string) => \`\${n} \${n === 1 ? one : many}\`;
export const toysEn: typeof toysZh = {
  'a key': 'Reset',
  cells: (k, n) => \`\${k} of \${n} cells have data\`,
  rows: (n, kind) => (kind === 'corps' ? \`\${counted(n, 'row', 'rows')} of the Corps\` : 'no \`row\` costs \${5}'),
  again: (n) => \`\${n} and \${n + 1} and \${n}\`,
};
`;

const inKorean = (said: Readonly<Record<string, string>>) => translateModule(MODULE, ({ text }) => said[text]);

describe('the messages of a module of words', () => {
  test('are what it shows, with names where it puts figures', () => {
    expect(messagesOf(MODULE)).toEqual([
      { text: 'Reset', placeholders: [] },
      { text: '{k} of {n} cells have data', placeholders: ['k', 'n'] },
      { text: 'row', placeholders: [] },
      { text: 'rows', placeholders: [] },
      { text: '{1} of the Corps', placeholders: ['1'] },
      { text: '{n} and {1} and {n}', placeholders: ['n', '1'] },
    ]);
  });

  test('without a translation the module stays as it is, to the letter', () => {
    expect(inKorean({})).toBe(MODULE);
  });

  test('a translation may turn the order round', () => {
    expect(inKorean({ '{k} of {n} cells have data': '{n}칸 중 {k}칸에 자료가 있음' })).toContain('cells: (k, n) => `${n}칸 중 ${k}칸에 자료가 있음`,');
  });

  test('what is compared, keys and imports are no messages', () => {
    const said = inKorean({ corps: 'X', 'a key': 'X', './toys.zh.ts': 'X', Reset: '지우기' });
    expect(said).toBe(MODULE.replace("'Reset'", '"지우기"'));
  });

  test('words within an expression are translated where the sentence around them is not, and where it is', () => {
    expect(inKorean({ row: '줄' })).toContain('`${counted(n, "줄", \'rows\')} of the Corps`');
    expect(inKorean({ row: '줄', '{1} of the Corps': '병단의 {1}' })).toContain('`병단의 ${counted(n, "줄", \'rows\')}`');
  });

  test('a translation is text and never code', () => {
    const hostile = '`+globalThis.alert(1)+` ${globalThis.alert(2)} \\ {k}{n}';
    const module = inKorean({ '{k} of {n} cells have data': hostile, Reset: "'+alert(3)+'" });
    const code = module.replace(/^import .*\n/, '').replace('export const toysEn: typeof toysZh =', 'const toysEn =').replace(/: number|: string/g, '');
    const made: unknown = new Function(`${code}; return [toysEn.cells('K', 'N'), toysEn['a key']];`)();
    expect(made).toEqual(['`+globalThis.alert(1)+` ${globalThis.alert(2)} \\ KN', "'+alert(3)+'"]);
  });
});

describe('the words of the site', () => {
  const all = siteMessages(process.cwd());

  test('are in a hundred modules or so, and none is empty', () => {
    expect(all.size).toBeGreaterThan(40);
    expect([...all.values()].flat().length).toBeGreaterThan(3000);
  });

  test('take a translation each, and every module is TypeScript still', () => {
    for (const [module] of all) {
      const source = fs.readFileSync(`src/i18n/${module}.en.ts`, 'utf8');
      const said = translateModule(source, ({ text }) => `‘"\`${text}\\`);
      const { diagnostics } = ts.transpileModule(said, { reportDiagnostics: true });
      expect(diagnostics?.map(({ messageText }) => messageText), module).toEqual([]);
      expect(messagesOf(said).length, module).toBeGreaterThan(0);
    }
  });
});
