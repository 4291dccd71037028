import type { Json, JsonObject } from '../check/editionFiles.ts';
import type { FormField } from '../check/schemaFields.ts';
import type { makingZh } from '../i18n/making.zh.ts';

/** Whoever answers: a terminal, or a test. */
export interface Asker {
  /** One line, without spaces at its ends. */
  ask(question: string): Promise<string>;
  tell(line: string): void;
}

type Words = typeof makingZh.ask;

const isOdd = (field: FormField, answer: string): boolean => {
  const { of } = field;
  if (of.kind === 'text') return of.pattern !== null && !new RegExp(of.pattern, 'u').test(answer);
  if (of.kind !== 'number') return false;
  const number = Number(answer);
  return answer === '' || !Number.isFinite(number) || (of.isInteger && !Number.isInteger(number)) || (of.min !== null && number < of.min) || (of.max !== null && number > of.max);
};

/** One line until it can be taken: blank leaves out what may be left out. */
async function askLine(field: FormField, path: string, asker: Asker, words: Words): Promise<string | undefined> {
  for (;;) {
    const answer = await asker.ask(words.question(path, field.isRequired));
    if (answer === '' && !field.isRequired) return undefined;
    if (answer !== '' && !isOdd(field, answer)) return answer;
    asker.tell(answer === '' ? words.needed : words.odd(answer, field.help));
  }
}

async function askChoice(field: FormField, options: readonly (string | null)[], path: string, asker: Asker, words: Words): Promise<Json | undefined> {
  const names = options.map((option) => option ?? words.none);
  asker.tell(words.options(names));
  for (;;) {
    const answer = await asker.ask(words.question(path, field.isRequired));
    if (answer === '' && !field.isRequired) return undefined;
    const at = /^\d+$/.test(answer) ? Number(answer) - 1 : names.indexOf(answer);
    const option = options[at];
    if (option !== undefined) return option;
    asker.tell(answer === '' ? words.needed : words.noOption(answer));
  }
}

async function askYesNo(field: FormField, path: string, asker: Asker, words: Words): Promise<boolean | undefined> {
  for (;;) {
    const answer = (await asker.ask(words.yesNo(path, field.isRequired))).toLowerCase();
    if (answer === '' && !field.isRequired) return undefined;
    if (words.yes.includes(answer)) return true;
    if (words.no.includes(answer)) return false;
    asker.tell(answer === '' ? words.needed : words.noOption(answer));
  }
}

async function askField(field: FormField, at: string, asker: Asker, words: Words): Promise<Json | undefined> {
  const path = field.label;
  const { of } = field;
  if (field.help !== '') asker.tell(`${at}${field.help}`);
  if (of.kind === 'choice') return askChoice(field, of.options, at + path, asker, words);
  if (of.kind === 'yesNo') return askYesNo(field, at + path, asker, words);
  if (of.kind === 'group') {
    if (!field.isRequired && (await askYesNo({ ...field, isRequired: true }, words.fill(at + path), asker, words)) !== true) return undefined;
    return askForm(of.fields, asker, words, `${at}${path} › `);
  }
  if (of.kind === 'list') {
    const items: Json[] = [];
    while (items.length < of.least || (items.length === 0 && field.isRequired) || (await askYesNo({ ...field, isRequired: true }, words.another(at + path, items.length), asker, words)) === true) {
      const item = await askField({ ...of.item, label: words.item(path, items.length + 1), isRequired: true }, at, asker, words);
      if (item !== undefined) items.push(item);
    }
    return items.length === 0 ? undefined : items;
  }
  const answer = await askLine(field, at + path, asker, words);
  return answer === undefined ? undefined : of.kind === 'number' ? Number(answer) : answer;
}

/**
 * A form asked line by line, as a JSON object. An answer that the schema would not take is asked for again, with the reason;
 * what may be left out is passed over by an empty line.
 */
export async function askForm(fields: readonly FormField[], asker: Asker, words: Words, at = ''): Promise<JsonObject> {
  const answers: Record<string, Json> = {};
  for (const field of fields) {
    const answer = await askField(field, at, asker, words);
    if (answer !== undefined) answers[field.name] = answer;
  }
  return answers;
}

/** What a person fills in instead: the required fields, each with what may stand there. */
export function formTemplate(fields: readonly FormField[]): JsonObject {
  const valueOf = ({ of }: FormField): Json => {
    if (of.kind === 'group') return formTemplate(of.fields);
    if (of.kind === 'list') return [valueOf(of.item)];
    if (of.kind === 'choice') return of.options.map((option) => option ?? 'null').join('|');
    return of.kind === 'number' ? 1 : of.kind === 'yesNo' ? true : '';
  };
  return Object.fromEntries(fields.filter(({ isRequired }) => isRequired).map((field) => [field.name, valueOf(field)]));
}
