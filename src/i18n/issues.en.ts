import type { DoubtKind } from '../model/doubt.ts';
import type { IssueMessages, IssueWords, JsonType } from '../model/issue.ts';

const TYPES: Readonly<Record<JsonType, string>> = {
  text: 'a text',
  number: 'a number',
  boolean: 'true or false',
  list: 'a list',
  object: 'an object',
  textOrNumber: 'a text or a number',
};

const list = (names: readonly string[]): string => (names.length === 0 ? '(none)' : names.join(', '));

/** What a doubtful figure takes. */
const why = (doubt: DoubtKind): string => `Compare with the original: correct what was copied wrongly; if it is as printed, give the reason in data/explained/ (“doubt” is ${doubt}; in both languages), to be published on the page.`;

export const issuesEn: IssueMessages = {
  emptyFile: () => ['the file is empty.', 'Give it a header line and a row for each figure, or remove the file and its resource.'],
  notUtf8: (_found, { encoding }) => [`the file is encoded as ${encoding}.`, 'Save it as UTF-8 without a byte order mark.'],
  badCharacter: () => ['a character could not be decoded.', 'Open the file in its own encoding and save it as UTF-8.'],
  raggedRow: (_found, { cells, expected }) => [
    `the row has ${cells} cells, the header has ${expected}.`,
    'Add or remove a comma, or put a text that holds a comma in quotation marks.',
  ],
  unterminatedQuote: () => ['a quotation mark is opened and never closed.', 'Close it; inside a quoted text, write each quotation mark twice.'],
  misplacedQuote: () => ['a quoted text goes on after its closing quotation mark.', 'Inside a quoted text, write each quotation mark twice.'],
  emptyColumnName: (_found, { position }) => [`column ${position} has no name.`, 'Name it in line 1, or remove the column.'],
  duplicateColumnName: (found) => [`the name ${found} is given to two columns.`, 'Rename one of them, or remove it.'],
  unknownColumn: (found, { known }) => [`the column ${found} is not known.`, `Known columns are: ${list(known)}.`],
  missingColumn: () => ['the column is missing.', 'Add it to the header and to every row.'],

  blankCell: () => ['the cell is blank.', 'Fill it in; this column has no default.'],
  notANumber: (found) => [
    `${found} is not a number.`,
    'Write digits with “.” as the decimal mark. For no figure, leave the cell blank and say why under “status”.',
  ],
  commaInNumber: (found) => [`${found} is not a number: it holds a comma.`, 'The decimal mark is “.”, and thousands are not marked. Correct the cell.'],
  exponentInNumber: (found) => [`${found} is not a plain number.`, 'Write it out in digits, with the decimals that were printed.'],
  signInNumber: (found, { sign }) => [`${found} carries the sign “${sign}”.`, 'Remove it: the unit is said by the indicator, a bound by “precision”.'],
  dashInNumber: (found) => [`${found} is not a number.`, 'For no figure, leave the cell blank and say why under “status”.'],
  outsideLimits: (found, { min, max }) => [
    `${found} is outside what the indicator allows: ${[min === null ? [] : [`not below ${min}`], max === null ? [] : [`not above ${max}`]].flat().join(', ')}.`,
    'Correct the cell, or change “limits” in the indicator if the figure is right.',
  ],
  badRank: (found) => [`${found} is not a place.`, 'Write the published place as a whole number from 1.'],
  notAnInteger: (found) => [`${found} is not a whole number.`, 'Write a whole number from 0, or leave the cell blank where none was published.'],
  badPeriod: (found) => [`${found} is not a period.`, 'Write 2024, 2024-08 or 2024-08-31.'],
  badDate: (found) => [`${found} is not a date.`, 'Write 2024, 2024-08 or 2024-08-31, as precise as known.'],
  unknownWord: (found, { known }) => [`${found} is not one of the words allowed here.`, `Write one of: ${list(known)}.`],
  unknownRegion: (found) => [`${found} is not a known region.`, 'Write an id of data/regions/regions.csv, such as 440000 or SGP, or add the spelling to aliases.csv.'],
  ambiguousRegion: (found, { candidates }) => [`${found} may be any of: ${list(candidates)}.`, 'Write the id of the one that is meant.'],
  unknownSeries: (found, { indicator, known }) => [
    `${found} is not a series of ${indicator}.`,
    `Its series are: ${list(known)}. Correct the cell, or add the series to the indicator.`,
  ],
  missingSeries: (_found, { indicator, known }) => [
    `the row does not say which series of ${indicator} it belongs to.`,
    `Write one of: ${list(known)}, or give the resource a default.`,
  ],
  unknownBand: (found, { indicator, known }) => [
    `${found} is not a class of ${indicator}.`,
    `Its classes are: ${list(known)}. Correct the cell, or add the class under “bands” of the indicator.`,
  ],
  unknownSource: (found, { known }) => [
    `${found} is not a source of this dataset.`,
    `Its sources are: ${list(known)}. Correct the cell, or add the source to datapackage.json.`,
  ],
  unknownNetwork: (found, { known }) => [`${found} is not a network of networks.csv.`, `Its networks are: ${list(known)}.`],
  unknownIndicator: (found) => [`there is no indicator ${found}.`, 'Correct the id, or add the indicator to data/indicators/.'],

  valueWithAbsence: (found, { status }) => [
    `the row has the value ${found} and the status “${status}”, which says that there is none.`,
    'Remove the value, or give the status of a figure, such as “measured”.',
  ],
  blankWithoutAbsence: (_found, { known }) => ['the row has no value and does not say why.', `Write one of these under “status”: ${list(known)}.`],
  duplicateKey: (found, { firstLine }) => [
    `${found} already stands in line ${firstLine}.`,
    'Keep one row, or tell the two apart by their series or period.',
  ],
  duplicateAlias: (found, { firstLine }) => [`${found} already stands in line ${firstLine}.`, 'Keep one row.'],

  unitSlip: (found, { value, before, when, power, regions }) => [
    `${found} is ${value}, and ${when} is ${before}: about ${(10 ** Math.abs(power)).toLocaleString('en')} times as ${power > 0 ? 'much' : 'little'}${regions > 1 ? `, and so are ${regions} regions of the period` : ''}; it looks like another unit.`,
    why('unitSlip'),
  ],
  swappedRows: (found, { other, when }) => [`the figures of ${found} and of ${other} seem to stand in each other's place: exchanged, they would follow on ${when}.`, why('swappedRows')],
  copiedPeriod: (found, { other, same, of }) => [`from ${found} on, the period has the figures of ${other} in ${same} of ${of} regions, to the last digit.`, why('copiedPeriod')],
  overWhole: (found, { value }) => [`${found} is ${value} %, not between 0 and 100.`, `${why('overWhole')} If this indicator may go beyond 100, give it “limits”.`],
  partsDontAddUp: (found, { sum, whole }) => [`the parts of ${found} come to ${sum}, and the whole was published as ${whole}.`, why('partsDontAddUp')],
  impossibleJump: (found, { value, before, when, usual }) => [`${found} is ${value}, and ${when} is ${before}; in this table a figure is usually ${usual} times the one before.`, why('impossibleJump')],
  standsApart: (found, { value, nearest, times }) => [`${found} is ${value}; the nearest of the same period is ${nearest}, a factor of ${times}.`, why('standsApart')],
  rankContradicts: (found, { rank, computed }) => [`${found} was published as number ${rank}, and by its figure is number ${computed}.`, why('rankContradicts')],
  signSlip: (found, { value }) => [`${found} is ${value}, and no other figure is below nothing.`, why('signSlip')],
  notYet: (found, { retrieved }) => [`${found} is later than the day of reading, ${retrieved}, and called measured.`, 'Correct the period or the date retrieved; a forecast is marked “forecast”.'],
  nothingToExplain: (found) => [`there is no doubt about ${found}, so this reason has no use any more.`, 'Remove it, or correct which cell it speaks of.'],

  badJson: (_found, { detail }) => [`the file is not valid JSON (${detail}).`, 'Look for a comma, a bracket or a quotation mark too many or too few.'],
  wrongType: (found, { expected }) => [`${found} is not ${TYPES[expected]}.`, `Write ${TYPES[expected]} here.`],
  missingField: () => ['the field is missing or empty.', 'Fill it in.'],
  missingLanguage: (_found, { language }) => [
    `the text has no ${language === 'zh' ? 'Chinese' : 'English'}.`,
    'Every text is given in both languages, “zh” and “en”.',
  ],
  unknownField: (found, { known }) => [`the field ${found} is not known.`, `Known fields are: ${list(known)}.`],
  badId: (found) => [`${found} is not an id.`, 'Write lower-case letters, digits and hyphens, beginning with a letter.'],
  idNotFileName: (found, { expected }) => [`the id ${found} differs from the name of its file.`, `Write “${expected}”, or rename the file.`],
  duplicateId: (found) => [`the id ${found} is given twice.`, 'Give each its own id.'],
  notAscending: () => ['the edges do not ascend.', 'Write at least two, lowest first, each larger than the one before.'],
  badAddress: (found) => [`${found} is no address of a site.`, 'Write it whole, without “?” and “#”: https://atlas.example/.'],
  notAPowerOfTen: (found) => [`${found} is not a power of ten.`, 'Write how many of the base unit it is: 10000 for 万, 100000000 for 亿, 1 for none.'],
  noBands: () => ['the indicator publishes classes and names none.', 'List the publisher\'s classes under “bands”, lowest first.'],
  emptyList: () => ['the list is empty.', 'Give it at least one entry, or remove the field.'],
  tooMany: (found, { most }) => [`${found} has more than ${most} entries.`, `Keep ${most}, or make several scenes of it.`],
  outsideRange: (found, { min, max }) => [`${found} is not between ${min} and ${max}.`, `Write a number from ${min} to ${max}.`],
  digitInWords: (found) => [`${found} holds a digit.`, 'A number on the wall always comes from a table: take it out of the words, or remove the field and let the table speak.'],
  unknownStory: (found, { known }) => [`there is no finding ${found}.`, `Write one of: ${list(known)}.`],
  unknownClaim: (found) => [`there is no claim ${found}.`, 'Write an id of data/claims/claims.csv.'],
  unknownPeriod: (found, { indicator, known }) => [`${indicator} has nothing to draw for ${found}.`, `Periods that can be drawn are: ${list(known)}.`],
  otherIndicator: (found, { expected }) => [`a scene of this kind cannot show the indicator ${found}.`, `Choose one whose “expected” is: ${list(expected)}.`],
  schema: (_found, { detail }) => [`the file does not fit its schema: ${detail}.`, 'Correct the field; the schemas are in data/schema/.'],

  badLanguageTag: (found) => [`${found} is not a language tag.`, 'Write it as BCP 47 does: “ko”, “zh-Hant”, “pt-BR”; the file has the same name.'],
  otherPlaceholders: (found, { missing, unknown }) => [
    `the translation ${found} ${[missing.length > 0 ? `leaves out ${list(missing)}` : '', unknown.length > 0 ? `names ${list(unknown)}, which the English text does not` : ''].filter(Boolean).join(', and ')}.`,
    'Keep the words in braces as they are: the site puts figures and names there.',
  ],
  languageWithGroups: (found) => [`this copy tells groups in place of ranks, and the language ${found} could name ranks.`, 'Remove the language, or tell ranks (“standings” in data/site.json).'],

  missingFile: (found) => [`there is no file ${found}.`, 'Add the file, or remove its resource.'],
  fileWithoutResource: () => ['the table is not described.', 'Add it to “resources” of the datapackage.json beside it, or remove it.'],
  indicatorInTwoDatasets: (found, { other }) => [`the indicator ${found} is in another dataset as well: ${other}.`, 'An indicator belongs to one dataset: remove one of the two; a new edition of the same dataset has a folder of its own.'],
  indicatorWithoutTable: (found) => [`the indicator ${found} has no table.`, 'Add a resource with this indicator, or remove the indicator.'],

  hashDiffers: (found, { expected }) => [`The content's hash is ${found}; its name says “${expected}”.`, 'What was published is not changed: take the file as it was from version control.'],
  brokenChain: (found) => [`The release before, ${found}, is not here, or two releases follow it.`, 'Take the missing record from version control; each release follows one other.'],
  recordAltered: (found, { expected }) => [`The record's SHA-256 is ${found}; the release after it, or chain.txt, has “${expected}”: it was changed after it was published.`, 'The log of corrections is not rewritten: take the record as it was from version control.'],
  recordUnlisted: (found) => [`chain.txt has no line for the release ${found}, or has it in another place.`, '“npm run release” writes each release into chain.txt, one after the other; take both files from version control.'],
  recordContradicts: (found, { expected }) => [`It says ${found}; the stores of the two releases give “${expected}”.`, 'A record agrees with the figures that are kept: take it as it was from version control.'],
  notInOrder: (found) => [`${found} is out of order, or stands twice.`, 'The list is sorted and only “npm run release” adds to it; take it from version control.'],
  addressGone: (found) => [`there is no page ${found}, though it has been published, or another has moved to it.`, 'Bring the page back, or say in data/releases/moved.csv where it is now.'],
  badMove: (found) => [`${found} can't have moved: it is still there, stands twice, or is no page's address.`, 'Take the line out, or correct the old address, such as “indicator/old.html”.'],
};

const count = (amount: number, one: string, many: string): string => `${amount} ${amount === 1 ? one : many}`;

export const issueWordsEn: IssueWords = {
  quote: (text) => `“${text}”`,
  place: ({ file, line, column, field }) =>
    [file, line === null ? '' : `line ${line}`, column === null ? '' : `column “${column}”`, field === null ? '' : `field “${field}”`]
      .filter((part) => part !== '')
      .join(', ') + ': ',
  dataset: ({ id, tables, figures, sources, retrieved }) =>
    `${id}: ${count(tables, 'table', 'tables')}, ${count(figures, 'figure', 'figures')}, ${count(sources, 'source', 'sources')}, retrieved ${retrieved}`,
  language: ({ tag, words, data, unused }) =>
    `${tag}: ${words.said} of ${words.of} words of the site, ${data.said} of ${data.of} texts of the data${unused.length > 0 ? `; ${count(unused.length, 'translation', 'translations')} of texts that are no more: ${list(unused.slice(0, 5))}` : ''}`,
  total: ({ datasets, indicators, figures, regions, files, issues }) =>
    `${count(datasets, 'dataset', 'datasets')}, ${count(indicators, 'indicator', 'indicators')}, ${count(figures, 'figure', 'figures')}, ` +
    `${count(regions, 'region', 'regions')}, ${count(files, 'file', 'files')}: ${issues === 0 ? 'no issues' : count(issues, 'issue', 'issues')}`,
};
