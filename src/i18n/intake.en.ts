import type { FaultWords, intakeZh, QuestionWords, RepairWords } from './intake.zh.ts';

const PRECISIONS = { exact: 'exact', lowerBound: 'a lower bound', upperBound: 'an upper bound', approximate: 'approximate' } as const;
const ABSENCES: Readonly<Record<string, string>> = { notPublished: 'not published', notGathered: 'not gathered (it may be published; it was not read)', notApplicable: 'not applicable', notSurveyed: 'not surveyed', suppressed: 'suppressed' };

const repairs: RepairWords = {
  encoding: () => 'the file is not UTF-8; read in the encoding shown',
  merged: () => 'merged cells, filled into each place that they cover',
  fullWidth: () => 'full-width digits, read as usual ones',
  thousands: () => 'thousands marks, taken out',
  percentSign: () => 'the sign %, taken off (the unit is %)',
  footnoteMark: ({ mark }) => `the footnote mark “${mark}”, taken off`,
  bigUnit: ({ unit }) => `“${unit}” in the cell: the point is moved by its size`,
  scaled: ({ from, to }) => `from ${from} to ${to}: the point is moved, nothing is rounded`,
  precisionWord: ({ word, precision }) => `“${word}”, noted as ${PRECISIONS[precision]}`,
  absenceWord: ({ word, absence }) => `“${word}”, noted as ${ABSENCES[absence] ?? absence}`,
  regionSpelling: ({ found, region }, name) => `“${found}”, read as ${name(region)}`,
  periodForm: ({ found, period }) => `“${found}”, read as ${period}`,
  serialDate: ({ found, period }) => `“${found}” is a spreadsheet's date, read as ${period}`,
  hiddenDecimals: ({ shown, stored }) => `the cell shows ${shown} and holds ${stored}: what it holds is taken`,
  titleRows: ({ rows }) => `${rows === 1 ? '1 title row' : `${rows} title rows`} above the table, not data`,
  noteRows: ({ rows }) => `${rows === 1 ? '1 row of notes' : `${rows} rows of notes`} below the table, not data`,
  emptyColumns: ({ columns }) => `${columns === 1 ? '1 empty column' : `${columns} empty columns`}, passed over`,
  blankCells: () => 'blank cells, not put into the table (the site says “not gathered”, never 0)',
  aggregateRow: ({ name }) => `“${name}” is a sum or a part of the country, not a region; passed over`,
  sameRowTwice: ({ firstLine }) => `the same as line ${firstLine}, taken once`,
  hiddenRows: ({ rows }) => `${rows === 1 ? '1 row is hidden and was read' : `${rows} rows are hidden and were read`}`,
  hiddenSheets: ({ names }) => `hidden sheets, not read: ${names.join(', ')}`,
  columnLeftOut: ({ name }) => `the column “${name}” is not used`,
};

const questions: QuestionWords = {
  sign: ({ sign }) => `What does “${sign}” in the table mean?`,
  region: ({ found }) => `Which region is “${found}”?`,
  whichRegion: ({ found }) => `“${found}” may be several regions. Which is it?`,
  period: () => 'The table tells no period. Which year or month are these figures of?',
  regionOfTable: () => 'The table tells no region. Where are these figures of?',
  unit: ({ found, expected }) => (found === '' ? `The table tells no unit; the indicator's is ${expected}. What is the unit of these figures?` : `The table's unit is “${found}”; the indicator's is ${expected}. What is the unit of these figures?`),
  fraction: () => 'The indicator is in %, and all figures are between 0 and 1. Are they to be multiplied by 100?',
  comma: ({ found }) => `What is the comma in “${found}”?`,
  brackets: ({ found }) => `Are figures in brackets, such as “${found}”, negative?`,
  shortYear: ({ found }) => `Which year is “${found}”?`,
  measure: () => 'The table has several columns of figures. Which is the one?',
  series: () => 'Which series of the indicator do these figures belong to?',
};

const fixCell = 'Correct the cell; leave it empty where there is no figure.';
const faults: FaultWords = {
  emptyFile: () => ['There is nothing in the file.', 'Take another file, or another sheet.'],
  unreadable: () => ["The file can't be opened: it is no table, or was cut short on its way.", 'Get it again, or save it as CSV in your spreadsheet.'],
  locked: () => ['The file has a password.', 'Open it in your spreadsheet, take the password off and save a copy.'],
  tooLarge: ({ rows, most }) => [`The sheet has ${rows} rows, more than ${most}.`, 'Keep only what is to be checked, and save a copy.'],
  tooBig: ({ megabytes, most }) => [`The file has ${megabytes} MB, more than ${most}.`, 'Keep only the sheet to be checked, and save it as CSV.'],
  badCharacter: () => ["A character can't be decoded.", 'Choose another encoding above; if none is right, save the file as UTF-8 where it came from.'],
  badQuote: () => ['Quotation marks do not pair, and this row was not read.', 'Add the missing mark; within marks it is written twice.'],
  noTable: () => ['No table was found: no row of names with figures below it.', 'Write names such as “region” and “2024” above the columns, or say above which line they are in.'],
  noRegions: () => ['No column holds regions.', 'Add a column “region” with names or codes.'],
  noFigures: () => ['Not one figure was read.', 'See which line the names are in, and whether this is the right column.'],
  notANumber: ({ found }) => [`“${found}” is not a number.`, fixCell],
  exponent: ({ found }) => [`“${found}” is how a spreadsheet shortens a number; its digits are gone.`, 'Go back to the original and write the number in full.'],
  formulaError: ({ found }) => [`“${found}” is a formula that failed.`, fixCell],
  notAPeriod: ({ found }) => [`“${found}” is not a period.`, 'Write 2024, 2024-08 or 2024-08-31.'],
  partOfYear: ({ found }) => [`“${found}” is half a year or a quarter; the site has years, months and days.`, "Write its last month, such as 2024-06, and say in the indicator's notes that it is cumulative."],
  twoFigures: ({ region, period, firstLine, first, found }, name) => [`${name(region)} has two figures for ${period}: ${first} in line ${firstLine}, ${found} here.`, 'Keep the right one and leave the other cell empty.'],
  badRank: ({ found }) => [`“${found}” is not a rank.`, 'Write a whole number from 1.'],
};

/** A table that arrived, told. */
export const intakeEn: typeof intakeZh = {
  repairs,
  questions,
  faults,
  times: (n) => (n > 1 ? ` (${n} times)` : ''),
  place: (line, column, isBook, letter) => (isBook ? `${letter}${line}` : `line ${line}, column ${column}`),
  line: (line) => `line ${line}`,
  colon: ': ',
  option: (id, name) => ABSENCES[id] ?? { leaveOut: 'leave it out of the table', decimal: `a decimal point: ${name}`, thousands: `a thousands mark: ${name}`, negative: `negative: ${name}`, plain: `not negative: ${name}` }[id] ?? name,
  command: {
    comma: ', ',
    noFile: (file) => `There is no file ${file}.`,
    measure: (name) => `Figures in the table: ${name}`,
    noIndicator: (asked, near) => (asked === null ? `No indicator has this name. Write --indicator <id>${near.length > 0 ? `; near are ${near.join(', ')}` : ''}; for a new one run npm run new first.` : `There is no indicator “${asked}”.`),
    answer: (id) => ` (--answer "${id}=…")`,
    rows: (id, rows, questions, faults, doubts) => `${id}: ${rows === 1 ? '1 row' : `${rows} rows`}; ${questions} to answer, ${faults} to correct, ${doubts} to compare with the original`,
    wrote: (file) => `Wrote ${file}; add its source, put it into data/ and run npm run data.`,
  },
  shapes: {
    long: 'a row a figure',
    regionsByPeriods: 'regions down, periods across',
    periodsByRegions: 'periods down, regions across',
    regionsByMeasures: 'regions down, items across',
    measuresByPeriods: 'items down, periods across',
    periodsByMeasures: 'periods down, items across',
  },
  encodings: { 'utf-8': 'UTF-8', 'utf-8-bom': 'UTF-8 with BOM', gb18030: 'GB18030', 'utf-16le': 'UTF-16 LE', 'utf-16be': 'UTF-16 BE' },
  delimiters: { comma: 'comma', tab: 'tab', semicolon: 'semicolon', bar: 'vertical bar' },
  reading: { kind: 'File', encoding: 'Encoding', delimiter: 'Separator', sheet: 'Sheet', shape: 'Layout', header: 'Names', unit: 'Unit', text: 'text', workbook: 'workbook', headerAt: (first, last) => (first === last ? `line ${first}` : `lines ${first} to ${last}`), headerAsk: 'Line of the names', noUnit: 'none told' },
};
