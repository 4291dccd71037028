import type { DoubtKind } from '../model/doubt.ts';
import type { IssueMessages, IssueWords, JsonType } from '../model/issue.ts';

const TYPES: Readonly<Record<JsonType, string>> = {
  text: '文字',
  number: '数值',
  boolean: 'true或false',
  list: '列表',
  object: '对象',
  textOrNumber: '文字或数值',
};

const list = (names: readonly string[]): string => (names.length === 0 ? '（没有）' : names.join('、'));

/** What a doubtful figure takes. */
const why = (doubt: DoubtKind): string => `请对照原表：抄错了就改正；原文如此，请在data/explained/里写明理由（“doubt”写${doubt}，理由中英文都要），随指标页公布。`;

const TEN_THOUSANDS = ['', '万', '亿', '万亿'];

/** A power of ten as it is said: 4 is 1万, -3 is 1000. */
const factor = (power: number): string => {
  const digits = Math.abs(power);
  return `${10 ** (digits % 4)}${TEN_THOUSANDS[Math.floor(digits / 4)] ?? `×10^${digits - (digits % 4)}`}`;
};

export const issuesZh: IssueMessages = {
  emptyFile: () => ['文件是空的。', '请写上表头和每条数据，或删去此文件及其资源说明。'],
  notUtf8: (_found, { encoding }) => [`文件编码是${encoding}。`, '请另存为不带BOM的UTF-8。'],
  badCharacter: () => ['有一个字符无法解码。', '请用原来的编码打开文件，再另存为UTF-8。'],
  raggedRow: (_found, { cells, expected }) => [`本行有${cells}格，表头有${expected}格。`, '请增减逗号；文字里有逗号的，用引号括起来。'],
  unterminatedQuote: () => ['引号只开未关。', '请补上后引号；引号里面的引号要写两遍。'],
  misplacedQuote: () => ['后引号之后还有文字。', '引号里面的引号要写两遍。'],
  emptyColumnName: (_found, { position }) => [`第${position}列没有列名。`, '请在第1行写上列名，或删去此列。'],
  duplicateColumnName: (found) => [`有两列都叫${found}。`, '请给其中一列改名，或删去一列。'],
  unknownColumn: (found, { known }) => [`不认识的列名${found}。`, `可用的列名：${list(known)}。`],
  missingColumn: () => ['缺少此列。', '请在表头和每一行补上。'],

  blankCell: () => ['此格空着。', '请填写；此列没有默认值。'],
  notANumber: (found) => [`${found}不是数值。`, '请写数字，小数点用“.”。没有数值的，此格留空，并在“status”列说明原因。'],
  commaInNumber: (found) => [`${found}不是数值：里面有逗号。`, '小数点用“.”，不用千分位。请改正此格。'],
  exponentInNumber: (found) => [`${found}不是普通写法的数值。`, '请把数字写全，小数位数照原文。'],
  signInNumber: (found, { sign }) => [`${found}带有符号“${sign}”。`, '请去掉：单位写在指标里，“超过”“不到”“约”写在“precision”列。'],
  dashInNumber: (found) => [`${found}不是数值。`, '没有数值的，此格留空，并在“status”列说明原因。'],
  outsideLimits: (found, { min, max }) => [
    `${found}超出指标允许的范围（${min === null ? '' : `不小于${min}`}${min === null || max === null ? '' : '，'}${max === null ? '' : `不大于${max}`}）。`,
    '请改正此格；数值无误的，请改指标的“limits”。',
  ],
  badRank: (found) => [`${found}不是名次。`, '请照原文写名次：从1起的整数。'],
  notAnInteger: (found) => [`${found}不是整数。`, '请写从0起的整数；没有公布的，此格留空。'],
  badPeriod: (found) => [`${found}不是时期。`, '请写成2024、2024-08或2024-08-31。'],
  badDate: (found) => [`${found}不是日期。`, '请写成2024、2024-08或2024-08-31，知道多细写多细。'],
  unknownWord: (found, { known }) => [`${found}不是此处可用的词。`, `可用：${list(known)}。`],
  unknownRegion: (found) => [`不认识的地区${found}。`, '请写data/regions/regions.csv里的id，如440000、SGP，或把这种写法加进aliases.csv。'],
  ambiguousRegion: (found, { candidates }) => [`${found}可能是：${list(candidates)}。`, '请写明所指地区的id。'],
  unknownSeries: (found, { indicator, known }) => [`${found}不是${indicator}的系列。`, `它的系列：${list(known)}。请改正此格，或在指标里补上这个系列。`],
  missingSeries: (_found, { indicator, known }) => [`本行没有写明属于${indicator}的哪个系列。`, `可写：${list(known)}；也可在资源说明里设默认值。`],
  unknownBand: (found, { indicator, known }) => [`${found}不是${indicator}的档次。`, `它的档次：${list(known)}。请改正此格，或在指标的“bands”里补上。`],
  unknownSource: (found, { known }) => [`${found}不是本数据集的来源。`, `它的来源：${list(known)}。请改正此格，或在datapackage.json里补上。`],
  unknownNetwork: (found, { known }) => [`networks.csv里没有${found}。`, `里面有：${list(known)}。`],
  unknownIndicator: (found) => [`没有指标${found}。`, '请改正id，或在data/indicators/里补上这个指标。'],

  valueWithAbsence: (found, { status }) => [
    `本行有数值${found}，状态却是“${status}”，意思是没有数值。`,
    '请删去数值，或写有数值的状态，如“measured”。',
  ],
  blankWithoutAbsence: (_found, { known }) => ['本行没有数值，也没有说明原因。', `请在“status”列写明：${list(known)}。`],
  duplicateKey: (found, { firstLine }) => [`${found}在第${firstLine}行已经有了。`, '请只留一行，或用系列、时期区分开。'],
  duplicateAlias: (found, { firstLine }) => [`${found}在第${firstLine}行已经有了。`, '请只留一行。'],

  unitSlip: (found, { value, before, when, power, regions }) => [
    `${found}是${value}，${when}是${before}：${power > 0 ? '大' : '小'}了${factor(power)}倍左右${regions > 1 ? `，同一时期共${regions}个地区如此` : ''}，像是单位不一致。`,
    why('unitSlip'),
  ],
  swappedRows: (found, { other, when }) => [`${found}与${other}的数像是互换了：换回来，才与${when}接得上。`, why('swappedRows')],
  copiedPeriod: (found, { other, same, of }) => [`${found}起，这一期与${other}有${same}个地区的数一字不差（共${of}个）。`, why('copiedPeriod')],
  overWhole: (found, { value }) => [`${found}是${value}%，不在0到100之间。`, `${why('overWhole')}这个指标本来就可以超过100的，请写明“limits”。`],
  partsDontAddUp: (found, { sum, whole }) => [`${found}各部分相加是${sum}，公布的整体是${whole}。`, why('partsDontAddUp')],
  impossibleJump: (found, { value, before, when, usual }) => [`${found}是${value}，${when}是${before}；同表里一般是上一期的${usual}倍。`, why('impossibleJump')],
  standsApart: (found, { value, nearest, times }) => [`${found}是${value}，同一时期最接近的是${nearest}，相差${times}倍。`, why('standsApart')],
  rankContradicts: (found, { rank, computed }) => [`${found}公布的名次是${rank}，按数值是第${computed}。`, why('rankContradicts')],
  signSlip: (found, { value }) => [`${found}是${value}，别的数都不是负的。`, why('signSlip')],
  notYet: (found, { retrieved }) => [`${found}晚于读取日期${retrieved}，却写着实测。`, '请改正时期或读取日期；是预测的，请写“forecast”。'],
  nothingToExplain: (found) => [`${found}没有可疑的数，这条理由用不上了。`, '请删去这条理由，或改正它说的是哪一格。'],

  badJson: (_found, { detail }) => [`文件不是有效的JSON（${detail}）。`, '请看看是否多了或少了逗号、括号、引号。'],
  wrongType: (found, { expected }) => [`${found}不是${TYPES[expected]}。`, `此处请写${TYPES[expected]}。`],
  missingField: () => ['缺少此字段，或字段为空。', '请填写。'],
  missingLanguage: (_found, { language }) => [`没有${language === 'zh' ? '中文' : '英文'}。`, '每段文字都要有中英文两种，即“zh”和“en”。'],
  unknownField: (found, { known }) => [`不认识的字段${found}。`, `可用的字段：${list(known)}。`],
  badId: (found) => [`${found}不能作id。`, '请用小写字母、数字和连字符，以字母开头。'],
  idNotFileName: (found, { expected }) => [`id${found}与文件名不同。`, `请写“${expected}”，或改文件名。`],
  duplicateId: (found) => [`id${found}用了两次。`, '请各用各的id。'],
  notAscending: () => ['分档界线没有从小到大。', '请至少写两个，从小到大，不重复。'],
  badAddress: (found) => [`${found}不是网站的地址。`, '请写完整的地址，不带“?”和“#”：https://atlas.example/。'],
  notAPowerOfTen: (found) => [`${found}不是10的整数次幂。`, '请写它合多少个基本单位：万写10000，亿写100000000，没有的写1。'],
  noBands: () => ['指标公布的是档次，却没有列出档次。', '请在“bands”里列出发布者的档次，从低到高。'],
  emptyList: () => ['列表是空的。', '请至少写一项，或删去此字段。'],
  tooMany: (found, { most }) => [`${found}多于${most}项。`, `请只留${most}项，或分成几个场景。`],
  outsideRange: (found, { min, max }) => [`${found}不在${min}到${max}之间。`, `请写${min}到${max}之间的数。`],
  digitInWords: (found) => [`${found}里有数字。`, '大屏上的数只从数据表来：请把数字从这句话里去掉，或删去此字段，由数据表来说。'],
  unknownStory: (found, { known }) => [`没有发现${found}。`, `可用：${list(known)}。`],
  unknownClaim: (found) => [`没有说法${found}。`, '请写data/claims/claims.csv里的id。'],
  unknownPeriod: (found, { indicator, known }) => [`${indicator}在${found}没有可画的数。`, `可画的时期：${list(known)}。`],
  otherIndicator: (found, { expected }) => [`这种场景画不出指标${found}。`, `请换一个指标，其“expected”为：${list(expected)}。`],
  schema: (_found, { detail }) => [`文件不合模式：${detail}。`, '请改正此字段；模式在data/schema/。'],

  badLanguageTag: (found) => [`${found}不是语言代码。`, '按BCP 47写，如“ko”“zh-Hant”“pt-BR”；文件名与它相同。'],
  otherPlaceholders: (found, { missing, unknown }) => [
    `译文${found}${[missing.length > 0 ? `缺少${list(missing)}` : '', unknown.length > 0 ? `多出原文没有的${list(unknown)}` : ''].filter(Boolean).join('，')}。`,
    '花括号里的字照原样保留：本站在那里填数和名称。',
  ],
  languageWithGroups: (found) => [`本站只说组、不说名次，语言${found}可能说出名次。`, '去掉这种语言，或改为说名次（data/site.json的“standings”）。'],

  missingFile: (found) => [`没有文件${found}。`, '请补上文件，或删去它的资源说明。'],
  fileWithoutResource: () => ['此表没有说明。', '请在同一文件夹的datapackage.json的“resources”里补上，或删去此表。'],
  indicatorInTwoDatasets: (found, { other }) => [`指标${found}在另一个数据集里也有：${other}。`, '一个指标只属于一个数据集：请删去其中一份；同一数据集的新版次另建文件夹。'],
  indicatorWithoutTable: (found) => [`指标${found}没有数据表。`, '请补上用这个指标的资源，或删去这个指标。'],

  hashDiffers: (found, { expected }) => [`内容的校验值是${found}，名字里写的是“${expected}”。`, '已发布的存档不能改动；请从版本库取回原来的文件。'],
  brokenChain: (found) => [`上一版${found}不在这里，或后面跟了两版。`, '请从版本库取回缺少的记录；各版要首尾相接。'],
  recordAltered: (found, { expected }) => [`记录的SHA-256是${found}，后一版或chain.txt里记的是“${expected}”：发布后改过。`, '更正记录不能改写；请从版本库取回原来的记录。'],
  recordUnlisted: (found) => [`chain.txt里没有${found}这一版，或次序不对。`, '各版由npm run release按先后写入chain.txt；请从版本库取回这两个文件。'],
  recordContradicts: (found, { expected }) => [`记的是${found}，与前后两版存档相比应为“${expected}”。`, '记录须与存档里的数相符；请从版本库取回原来的记录。'],
  notInOrder: (found) => [`${found}不在应在的位置，或写了两次。`, '网址表按字母排序，只由npm run release增加；请从版本库取回。'],
  addressGone: (found) => [`没有${found}这一页，可是它公布过，或有旧网址搬到了那里。`, '请恢复此页，或在data/releases/moved.csv里写明它现在在哪里。'],
  badMove: (found) => [`${found}不能搬家：它还在，写了两次，或不是网页的地址。`, '请删去此行，或改正旧网址，如“indicator/old.html”。'],
};

export const issueWordsZh: IssueWords = {
  quote: (text) => `“${text}”`,
  place: ({ file, line, column, field }) =>
    [file, line === null ? '' : `第${line}行`, column === null ? '' : `“${column}”列`, field === null ? '' : `“${field}”字段`]
      .filter((part) => part !== '')
      .join('，') + '：',
  dataset: ({ id, tables, figures, sources, retrieved }) => `${id}：${tables}张表，${figures}个数值，${sources}个来源，${retrieved}读取`,
  language: ({ tag, words, data, unused }) =>
    `${tag}：网站的话${words.of}条，已译${words.said}条；数据里的话${data.of}条，已译${data.said}条${unused.length > 0 ? `；另有${unused.length}条译文的原文已经没有了：${list(unused.slice(0, 5))}` : ''}`,
  total: ({ datasets, indicators, figures, regions, files, issues }) =>
    `${datasets}个数据集，${indicators}个指标，${figures}个数值，${regions}个地区，${files}个文件：${issues === 0 ? '没有问题' : `${issues}个问题`}`,
};
