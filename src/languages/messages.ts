import ts from 'typescript';

/** A string of a module of words: what is shown, and the placeholders that a translation must keep. */
export interface Message {
  /** The English text, expressions as “{name}”, or “{1}” where they have none: “{k} of {n} cells have data”. */
  readonly text: string;
  readonly placeholders: readonly string[];
}

/** Methods whose arguments are looked for in a text, not shown. */
const LOOKS_FOR = new Set(['replace', 'replaceAll', 'startsWith', 'endsWith', 'includes', 'indexOf', 'split', 'match', 'test', 'toLocaleString']);
/** The name of a kind, as code writes it: “unitSlip”. */
const CODE = /^[a-z]+[A-Z]\w*$/;

const isCompared = ({ parent }: ts.Node): boolean =>
  ts.isBinaryExpression(parent) && [ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken].includes(parent.operatorToken.kind);
const isLookedFor = ({ parent }: ts.Node): boolean => ts.isCallExpression(parent) && ts.isPropertyAccessExpression(parent.expression) && LOOKS_FOR.has(parent.expression.name.text);
const isShown = (text: string, node: ts.Node): boolean => /\p{L}/u.test(text) && !/[{}]/.test(text) && !CODE.test(text) && !isCompared(node) && !isLookedFor(node);

/** The names of a template's expressions, in their order; the same expression twice has one name. */
function namesOf(node: ts.TemplateExpression): readonly string[] {
  const unnamed: string[] = [];
  return node.templateSpans.map(({ expression }) => {
    const written = expression.getText();
    if (/^[a-z]\w*$/i.test(written)) return written;
    if (!unnamed.includes(written)) unnamed.push(written);
    return String(unnamed.indexOf(written) + 1);
  });
}

/** A template's text; null: it shows no words of its own. */
function templateText(node: ts.TemplateExpression): string | null {
  const parts = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
  if (parts.some((part) => /[{}]/.test(part))) return null;
  const names = namesOf(node);
  return parts.map((part, index) => part + (index < names.length ? `{${names[index] ?? ''}}` : '')).join('');
}

const escaped = (text: string): string => text.replace(/[\\`$]/g, '\\$&').replace(/\r?\n/g, '\\n');

/**
 * The source of a module of words with its texts put into another language; nothing but texts can be changed by it.
 *
 * @param source TypeScript: a file `src/i18n/*.en.ts`.
 * @param say The translation of a message; undefined: it stays as it is.
 */
export function translateModule(source: string, say: (message: Message) => string | undefined): string {
  const file = ts.createSourceFile('words.ts', source, ts.ScriptTarget.Latest, true);
  const rewrite = (node: ts.Node): string => {
    const written = source.slice(node.getStart(file), node.end);
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node) || ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)) return written;
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      const isKey = (ts.isPropertyAssignment(node.parent) && node.parent.name === node) || ts.isElementAccessExpression(node.parent) || ts.isCaseClause(node.parent);
      if (isKey || !isShown(node.text, node)) return written;
      const said = say({ text: node.text, placeholders: [] });
      return said === undefined ? written : JSON.stringify(said);
    }
    if (ts.isTemplateExpression(node)) {
      const text = templateText(node);
      const names = namesOf(node);
      const expressions = node.templateSpans.map(({ expression }) => rewrite(expression));
      const said = text === null || !/\p{L}/u.test(text.replace(/\{[^{}]*\}/g, '')) ? undefined : say({ text, placeholders: [...new Set(names)] });
      const put = (name: string): string => (names.includes(name) ? `\${${expressions[names.indexOf(name)] ?? ''}}` : `{${escaped(name)}}`);
      if (said !== undefined) return `\`${said.split(/\{([^{}]*)\}/).map((part, index) => (index % 2 === 0 ? escaped(part) : put(part))).join('')}\``;
      return `\`${[node.head, ...node.templateSpans.map(({ literal }) => literal)].map((part, index) => escaped(part.text) + (index < expressions.length ? `\${${expressions[index] ?? ''}}` : '')).join('')}\``;
    }
    let out = '';
    let at = node.getStart(file);
    node.forEachChild((child) => {
      out += source.slice(at, child.getStart(file)) + rewrite(child);
      at = child.end;
    });
    return out + source.slice(at, node.end);
  };
  return source.slice(0, file.getStart(file)) + rewrite(file) + source.slice(file.end);
}

/** The messages of a module, each once, in their order. */
export function messagesOf(source: string): readonly Message[] {
  const found = new Map<string, Message>();
  translateModule(source, (message) => {
    if (!found.has(message.text)) found.set(message.text, message);
    return undefined;
  });
  return [...found.values()];
}
