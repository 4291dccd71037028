import type { FaultKind, Faults, QuestionKind, Questions, RepairKind, Repairs, Shape } from '../intake/model.ts';

/** What was read as what it means. */
export type RepairWords = { readonly [Kind in RepairKind]: (args: Repairs[Kind], name: (id: string) => string) => string };
/** What only a person can say. */
export type QuestionWords = { readonly [Kind in QuestionKind]: (args: Questions[Kind]) => string };
/** What must be put right: what is wrong, and what would put it right. */
export type FaultWords = { readonly [Kind in FaultKind]: (args: Faults[Kind], name: (id: string) => string) => readonly [what: string, hint: string] };

const PRECISIONS = { exact: '准确', lowerBound: '下限', upperBound: '上限', approximate: '约数' } as const;
const ABSENCES: Readonly<Record<string, string>> = { notPublished: '未公布', notGathered: '未收录（可能已公布，没有读到）', notApplicable: '不适用', notSurveyed: '未纳入调查', suppressed: '依规不公布' };

const repairs: RepairWords = {
  encoding: () => '文件不是UTF-8，已按所示编码读',
  merged: () => '合并的单元格，已补到它盖住的每一格',
  fullWidth: () => '全角数字，已读成半角',
  thousands: () => '千分位，已去掉',
  percentSign: () => '百分号，已去掉（单位是%）',
  footnoteMark: ({ mark }) => `脚注记号“${mark}”，已去掉`,
  bigUnit: ({ unit }) => `格里的“${unit}”，已按它的大小移动小数点`,
  scaled: ({ from, to }) => `单位由${from}换成${to}，小数点照移，不四舍五入`,
  precisionWord: ({ word, precision }) => `“${word}”，记作${PRECISIONS[precision]}`,
  absenceWord: ({ word, absence }) => `“${word}”，记作${ABSENCES[absence] ?? absence}`,
  regionSpelling: ({ found, region }, name) => `“${found}”，读作${name(region)}`,
  periodForm: ({ found, period }) => `“${found}”，读作${period}`,
  serialDate: ({ found, period }) => `“${found}”是Excel的日期，读作${period}`,
  hiddenDecimals: ({ shown, stored }) => `格里显示${shown}，存的是${stored}：取存的数`,
  titleRows: ({ rows }) => `表上方的${rows}行标题，不作数据`,
  noteRows: ({ rows }) => `表下方的${rows}行说明，不作数据`,
  emptyColumns: ({ columns }) => `${columns}个空列，略过`,
  blankCells: () => '空白的格，没有放进表里（网站上是“未收录”，不是0）',
  aggregateRow: ({ name }) => `“${name}”是合计或分区，不是一个地区，略过`,
  sameRowTwice: ({ firstLine }) => `与第${firstLine}行相同，只取一次`,
  hiddenRows: ({ rows }) => `有${rows}行是隐藏的，也读了`,
  hiddenSheets: ({ names }) => `有隐藏的工作表：${names.join('、')}，没有读`,
  columnLeftOut: ({ name }) => `“${name}”一列没有用到`,
};

const questions: QuestionWords = {
  sign: ({ sign }) => `表里的“${sign}”是什么意思？`,
  region: ({ found }) => `“${found}”是哪个地区？`,
  whichRegion: ({ found }) => `“${found}”可能指几个地区，是哪一个？`,
  period: () => '表里没有写时期。这些数说的是哪一年、哪一月？',
  regionOfTable: () => '表里没有写地区。这些数是哪里的？',
  unit: ({ found, expected }) => (found === '' ? `表里没有写单位，指标的单位是${expected}。这些数的单位是什么？` : `表里写的单位是“${found}”，指标的单位是${expected}。这些数的单位是什么？`),
  fraction: () => '指标的单位是%，表里的数都在0和1之间。它们要乘100吗？',
  comma: ({ found }) => `“${found}”里的逗号是什么？`,
  brackets: ({ found }) => `带括号的数，如“${found}”，是负数吗？`,
  shortYear: ({ found }) => `“${found}”是哪一年？`,
  measure: () => '表里有几列数，要放进去的是哪一列？',
  series: () => '这些数属于指标的哪个序列？',
};

const fixCell = '请改正这一格；没有数的，留空。';
const faults: FaultWords = {
  emptyFile: () => ['文件里没有内容。', '请换一个文件，或选另一个工作表。'],
  unreadable: () => ['这个文件打不开：不是表格，或在传输中被截断了。', '请重新取得文件；也可在Excel、WPS里另存为CSV。'],
  locked: () => ['文件有密码。', '请在Excel、WPS里打开，取消密码，再另存一份。'],
  tooLarge: ({ rows, most }) => [`工作表有${rows}行，多于${most}行。`, '请只留要核对的部分，另存一份。'],
  tooBig: ({ megabytes, most }) => [`文件有${megabytes}兆字节，多于${most}。`, '请只留要核对的工作表，另存为CSV。'],
  badCharacter: () => ['有一个字无法解码。', '请在上面换一种编码；若都不对，请用原来的软件另存为UTF-8。'],
  badQuote: () => ['引号没有配成对，这一行没有读。', '请补上引号；引号里面的引号要写两遍。'],
  noTable: () => ['没有找到表：找不到一行列名，下面跟着数。', '请在列名那一行写上“地区”“2024年”之类，或在上面指明列名在第几行。'],
  noRegions: () => ['没有一列是地区。', '请加一列“地区”，写省名或代码。'],
  noFigures: () => ['表里没有读到一个数。', '请看看列名在第几行，选的是不是这一列。'],
  notANumber: ({ found }) => [`“${found}”不是数。`, fixCell],
  exponent: ({ found }) => [`“${found}”是Excel省略了的写法，原来的数字看不到了。`, '请回到原表，把这一格写全。'],
  formulaError: ({ found }) => [`“${found}”是公式算错了。`, fixCell],
  notAPeriod: ({ found }) => [`“${found}”不是时期。`, '请写成2024、2024-08或2024-08-31。'],
  partOfYear: ({ found }) => [`“${found}”是半年或一季，本站只有年、月、日。`, '请写成这段时间的最后一月，如2024-06，并在指标说明里写明是累计。'],
  twoFigures: ({ region, period, firstLine, first, found }, name) => [`${name(region)}${period}有两个数：第${firstLine}行是${first}，这里是${found}。`, '请只留对的一个，把另一格留空。'],
  badRank: ({ found }) => [`“${found}”不是名次。`, '请写从1起的整数。'],
};

const SHAPES: Readonly<Record<Shape, string>> = {
  long: '一行一个数',
  regionsByPeriods: '地区在左，时期在上',
  periodsByRegions: '时期在左，地区在上',
  regionsByMeasures: '地区在左，各项在上',
  measuresByPeriods: '各项在左，时期在上',
  periodsByMeasures: '时期在左，各项在上',
};

const ENCODINGS: Readonly<Record<string, string>> = { 'utf-8': 'UTF-8', 'utf-8-bom': 'UTF-8（带BOM）', gb18030: 'GB18030', 'utf-16le': 'UTF-16（小端）', 'utf-16be': 'UTF-16（大端）' };
const DELIMITERS: Readonly<Record<string, string>> = { comma: '逗号', tab: '制表符', semicolon: '分号', bar: '竖线' };

/** A table that arrived, told. */
export const intakeZh = {
  repairs,
  questions,
  faults,
  times: (n: number) => (n > 1 ? `（${n}处）` : ''),
  /** Of a text: line and column; of a workbook: its own address. */
  place: (line: number, column: number, isBook: boolean, letter: string) => (isBook ? `${letter}${line}` : `第${line}行第${column}列`),
  line: (line: number) => `第${line}行`,
  colon: '：',
  option: (id: string, name: string) =>
    ABSENCES[id] ?? { leaveOut: '略过，不放进表里', decimal: `小数点：${name}`, thousands: `千分位：${name}`, negative: `负数：${name}`, plain: `不是负数：${name}` }[id] ?? name,
  /** What `npm run data -- <file>` says around it. */
  command: {
    comma: '，',
    noFile: (file: string) => `没有文件${file}。`,
    measure: (name: string) => `表里的数：${name}`,
    noIndicator: (asked: string | null, near: readonly string[]) => (asked === null ? `没有名称相同的指标。请写--indicator <id>${near.length > 0 ? `，名称相近的有：${near.join('、')}` : ''}；新指标请先用npm run new。` : `没有指标“${asked}”。`),
    answer: (id: string) => `（--answer "${id}=…"）`,
    rows: (id: string, rows: number, questions: number, faults: number, doubts: number) => `${id}：${rows}行；待答${questions}个，要改${faults}处，待核对${doubts}处`,
    wrote: (file: string) => `写好了${file}；请补上来源，放进data/，再运行npm run data。`,
  },
  shapes: SHAPES,
  encodings: ENCODINGS,
  delimiters: DELIMITERS,
  reading: { kind: '文件', encoding: '编码', delimiter: '分隔', sheet: '工作表', shape: '排法', header: '列名', unit: '单位', text: '文本', workbook: '工作簿', headerAt: (first: number, last: number) => (first === last ? `第${first}行` : `第${first}至${last}行`), headerAsk: '列名在第几行', noUnit: '没有写' },
};
