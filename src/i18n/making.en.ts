import type { makingZh } from './making.zh.ts';

const list = (names: readonly string[]): string => names.map((name, index) => `${index + 1} ${name}`).join(', ');

export const makingEn: typeof makingZh = {
  which: 'What is to be new?',
  kinds: {
    indicator: 'an indicator, with its first table',
    edition: 'a new edition of an indicator',
    claim: 'a claim',
    system: 'a system',
    playlist: 'a playlist for the wall',
    group: 'a group of regions',
  },
  ask: {
    question: (field, isRequired) => `${field}${isRequired ? '' : ' (may be empty)'}: `,
    yesNo: (field, isRequired) => `${field} (yes/no${isRequired ? '' : ', may be empty'}): `,
    fill: (field) => `Fill in “${field}”`,
    another: (field, n) => (n === 0 ? `Fill in “${field}”` : `More of “${field}”, after ${n}`),
    item: (field, n) => `${field} ${n}`,
    options: (names) => `One of: ${list(names)} (a number or the word)`,
    none: 'no fixed interval',
    needed: 'This is needed.',
    odd: (answer, help) => `“${answer}” will not do. ${help}`,
    noOption: (answer) => `There is no “${answer}”.`,
    yes: ['yes', 'y', '是'],
    no: ['no', 'n', '否'],
  },
  fields: {
    folder: ['Folder of the dataset', 'Lower-case letters, digits, hyphens, such as egov-service-capability; of a dataset that is there, its name.'],
    periods: ['Periods', 'Those that the table is to have, with spaces between them: 2024 2025, or 2025-06.'],
    indicator: ['Indicator', 'The id of one that is there, as in its address: internet-penetration.'],
    version: ['Edition', 'The name of its folder: 2026 or 2026-11.'],
    retrieved: ['Date retrieved', 'The day on which the figures were read, such as 2026-11-23.'],
    source: ['Source', 'The source of this edition.'],
  },
  unknownKind: (found) => `There is no kind “${found}”; there are indicator, edition, claim, system, playlist, group.`,
  unknownOption: (found) => `unknown option ${found}; there are --answers, --template, --dir, --lang.`,
  badAnswers: (file, detail) => `Nothing was written: ${file} can't be read as answers (${detail}). What answers look like: npm run new -- <kind> --template`,
  noIndicator: (id) => `Nothing was written: there is no indicator “${id}”.`,
  noPeriod: (found) => `Nothing was written: “${found}” is no period. Write 2024, 2024-08 or 2024-08-31.`,
  badName: (found) => `Nothing was written: “${found}” can't be a file's name. Ids, folders and editions are of lower-case letters, digits and hyphens, and not empty.`,
  exists: (file) => `Nothing was written: ${file} is there already. For a new edition take “edition”; to change what is there, change the file.`,
  wrote: (files) => `Written:\n${files.map((file) => `  ${file}`).join('\n')}`,
  fillIn: 'Fill the figures into the table (leave a cell empty where there is none, and say why under “status”), then run npm run data.',
  fine: 'The checks found no issue.',
  issues: (n) => (n === 1 ? 'The checks found 1 issue:' : `The checks found ${n} issues:`),
};
