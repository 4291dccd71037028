import type { Faults, Kind, Questions, Reason, TellingKind, Tellings } from '../imports/model.ts';

const kindNames: Readonly<Record<Kind, string>> = {
  egovkb: '联合国电子政务知识库（EGOVKB）的年度CSV，一个或几个版次',
  nbs: '国家统计局data.stats.gov.cn的导出：CSV（两种编码）或xlsx',
  data360: '世界银行Data360：宽表CSV（WIDEF）、长表CSV、API的JSON',
  worldbank: '世界银行API的CSV，或连同Metadata文件的zip',
  oecd: '经合组织的SDMX-CSV（1.0带标签、2.0），以及本站自己导出的SDMX-CSV',
  govtech: '世界银行GovTech数据集：各轮的工作簿，或其CSV',
  datapackage: 'Data Package第1、2版：文件夹、datapackage.json或zip',
  owid: '用数据看世界（Our World in Data）：CSV和.metadata.json',
};

/** Names in a row; of very many the first few. */
const list = (all: readonly string[], most = 8): string => all.slice(0, most).join('、') + (all.length > most ? `等${all.length}个` : '');

const reasons: Readonly<Record<Reason, string>> = {
  blank: '空白格', absenceSign: '表示没有数的符号', zeroAsMissing: '以0存储的缺失（表里留空并写明缘由）', aggregate: '合计、平均或地区组', notInAtlas: '本站没有的地区', byWish: '按--leave-out略去',
  periodNotCarried: '不是年、月、日的时期', duplicateRow: '与前面完全相同的数', deletedRow: '标为删除的行', flagNotCarried: '本站没有的状态标记', columnNotCarried: '未采用的列', constantColumn: '整列相同的维度',
  summaryRow: '表下的汇总行', preamble: '表上方的文字', note: '注释', sheetNotCarried: '未采用的工作表', fileNotCarried: '未采用的文件', resourceNotCarried: '不是数据表的资源',
};

const told: { readonly [K in TellingKind]: (args: Tellings[K]) => string } = {
  oldCode: ({ found, region }) => `旧代码${found}读作${region}`,
  chinaRegion: ({ found, region }) => `${found}是中国的一个地区，记作${region}，不计入国家`,
  oddSpelling: ({ found, region }) => `“${found}”读作${region}`,
  rankForm: ({ found, rank }) => `名次“${found}”读作${rank}`,
  numberForm: ({ found, value }) => `“${found}”写作${value}，数值不变`,
  footnoteMark: ({ mark }) => `去掉了脚注标记${mark}`,
  scaled: ({ from, to }) => `由“${from}”换成指标的单位“${to}”，只移动小数点`,
  encoding: ({ encoding }) => `文件编码是${encoding}，已转为UTF-8`,
  oldColumn: ({ found, column }) => `列“${found}”就是后来的“${column}”`,
  periodFromName: ({ period }) => `文件里没有年份，按文件名记作${period}`,
  seriesOf: ({ columns }) => `按${list(columns)}分成几条序列`,
  statusWord: ({ found, status }) => `状态${found}记作${status}`,
};

const faults: { readonly [K in keyof Faults]: (args: Faults[K]) => readonly [string, string] } = {
  emptyFile: () => ['文件是空的。', '请重新下载。'],
  unreadable: () => ['这个文件读不出来。', '要CSV、xlsx、JSON或zip；有密码的请先去掉密码。'],
  notJson: ({ detail }) => [`不是完整的JSON（${detail}）。`, '请重新下载。'],
  badCharacter: () => ['有读不出的字符。', '请按UTF-8或GB18030重新保存。'],
  badQuote: () => ['引号不成对。', '请在这一行补上或去掉引号。'],
  tooBig: ({ megabytes, most }) => [`太大：${megabytes}，至多${most}。`, '请下载较少的年份或指标，分几次导入。'],
  wrongKind: ({ wanted, looksLike, missing }) => [`这不像${wanted}的文件${missing.length > 0 ? `，缺少列${list(missing)}` : ''}。`, looksLike === null ? '请检查是不是下载错了；不带参数运行npm run import列出各种类。' : `看起来是${looksLike}：npm run import -- ${looksLike} <文件>`],
  missingColumn: ({ column, found }) => [`没有“${column}”一列；读到的列是${list(found, 12)}。`, '请用未改过的下载文件；列名按名字认，次序不限。'],
  raggedRow: ({ cells, expected }) => [`这一行有${cells}格，列名有${expected}个。`, '可能漏了引号，或文件没有下载完。'],
  notANumber: ({ found }) => [`“${found}”不是数。`, '请照原文改正；没有数的留空。'],
  ambiguousComma: ({ found }) => [`“${found}”里的逗号可能是小数点，也可能是千位分隔。`, '请改成没有逗号的写法。'],
  notAPeriod: ({ found }) => [`“${found}”不是时期。`, '请写成2024、2024-08或2024-08-31。'],
  badRank: ({ found }) => [`“${found}”不是名次。`, '名次是1、2、3……，没有的留空。'],
  twoFigures: ({ region, period, first, found, firstLine }) => [`${region}的${period}有两个不同的数：第${firstLine}行是${first}，这里是${found}。`, '请删去错的一行，或分开导入。'],
  codeAndName: ({ code, name, meant }) => [`代码${code}和名称“${name}”不是同一个地方，名称指${meant}。`, '请核对是哪一列错了。'],
  noTable: () => ['没有读出数据表。', '请检查文件是否完整、是不是这一种。'],
  noFile: ({ file }) => [`描述里有${file}，但没有这个文件。`, '请把它放在datapackage.json旁边，或给出整个zip。'],
  outsidePath: ({ path }) => [`路径“${path}”指向文件夹之外。`, '请把文件放进这个文件夹，改写path。'],
  remotePath: ({ path }) => [`“${path}”在网上，这里不下载。`, '请先下载，放在datapackage.json旁边，改写path。'],
  badPackage: ({ detail }) => [`不是Data Package：没有${detail}。`, '请给出含datapackage.json的文件夹或zip。'],
  severalPackages: ({ found }) => [`有几个Data Package：${list(found)}。`, '请一次给出一个。'],
  valueWithAbsence: ({ status, found }) => [`状态是${status}，却有数值${found}。`, '请删去其中一个。'],
  badStatus: ({ found }) => [`没有“${found}”这种状态。`, '可用的状态见data/README.md。'],
  badUnitPower: ({ found }) => [`UNIT_MULT“${found}”不是10的幂次。`, '请改成0、3、6这样的整数。'],
};

const questions: { readonly [K in keyof Questions]: (args: Questions[K]) => readonly [string, string, readonly string[]] } = {
  regions: ({ names }) => ['认不出这些地区，没有写任何文件：', `确实不要的，写--leave-out "写法"（几个就写几次）；是别的写法的，加进data/regions/aliases.csv。`, names.map(({ name, count }) => `${name}（${count}行）`)],
  zero: ({ table, count }) => [`${table}里有${count}个0，看不出是数值还是缺失。`, `是缺失：--zero ${table}=missing；是数值：--zero ${table}=value；全部相同可写--zero missing。`, []],
  period: ({ file }) => [`${file}没有写明是哪一年。`, '用--period 2024指明。', []],
  region: ({ file }) => [`${file}没有写明是哪个地区。`, '用--region 440000指明；全国是100000。', []],
  measure: ({ file }) => [`${file}没有写明是什么指标。`, '用--measure "名称(单位)"指明。', []],
};

/** `npm run import`说的话。 */
export const importsZh = {
  colon: '：',
  usage: '用法：npm run import -- <种类> <文件、文件夹或zip>…　选项：--out <文件夹> --edition <版次> --dataset <名> --as <表=指标> --zero missing|value|<表>=missing --period <时期> --region <地区> --measure <指标名(单位)> --leave-out <写法> --dir <data> --lang en',
  kinds: kindNames,
  kind: (kind: string, text: string) => `  ${kind.padEnd(12)}${text}`,
  unknownKind: (found: string) => `没有“${found}”这一种。可用的种类：`,
  noFiles: '没有给出文件。在种类后面写文件、文件夹或zip。',
  unknownOption: (found: string) => `不认识的选项${found}。`,
  optionWithout: (name: string) => `选项${name}后面要有值。`,
  badZero: (found: string) => `--zero后面写missing（0是缺失）或value（0是数值），也可以只对一张表：un-hci=missing。读到的是“${found}”。`,
  badAs: (found: string, known: readonly string[]) => `--as后面写表=指标，读到的是“${found}”。这次的表有：${list(known, 20)}。`,
  badRegion: (found: string) => `--region后面写地区代码（如440000），没有“${found}”。`,
  badPeriod: (found: string) => `--period后面写2024、2024-08或2024-08-31，读到的是“${found}”。`,
  badEdition: (found: string) => `版次要写成2024、2026-11或2026-11-23，读到的是“${found}”。`,
  badName: (found: string) => `--dataset只用小写字母、数字和连字符，读到的是“${found}”。`,
  notFound: (file: string) => `没有找到${file}。`,
  place: (line: number, column: number, head: string) => `第${line}行第${column}列${head === '' ? '' : `“${head}”`}`,
  bookPlace: (sheet: string, cell: string, head: string) => `工作表“${sheet}”的${cell}${head === '' ? '' : `“${head}”`}`,
  recordPlace: (line: number, head: string) => `第${line}条记录${head === '' ? '' : `的“${head}”`}`,
  at: (file: string, place: string) => (place === '' ? file : `${file}，${place}`),
  notes: { notAssessed: '未评估', unranked: '未排名，下载文件以0存储', zeroGap: '下载文件以0存储，视为无数据' },
  tables: (n: number) => `读出${n}张表：`,
  table: (id: string, title: string, unit: string, rows: number, isNew: boolean) => `${id}${isNew ? '（新指标）' : ''}：${title}${unit === '' ? '' : `（${unit}）`}，${rows}行`,
  columns: ['序列', '地区', '时期', '数值', '名次', '状态'],
  more: (n: number) => `    ……还有${n}行`,
  accountTitle: (inFiles: number, carried: number, leftOut: number) => `账目：文件里有${inFiles}格数，进表${carried}格，未进表${leftOut}格。未进表的和别的内容：`,
  accountLine: (reason: string, count: number, figures: number, whats: readonly string[], first: string) => `  ${reason}：${count}处${figures > 0 && figures < count ? `，其中数${figures}格` : ''}${whats.length > 0 ? `（${list(whats, 6)}）` : ''}；最先见于${first}`,
  nothingLeft: '  没有。',
  reasons,
  told,
  toldTitle: '读法：',
  toldLine: (text: string, count: number) => `  ${text}${count > 1 ? `，${count}处` : ''}`,
  faults,
  questions,
  unitMismatch: (id: string, found: string, expected: string) => `${id}的单位“${found}”与指标的“${expected}”对不上，当作新指标。`,
  seriesNeeded: (id: string) => `${id}有几条序列，文件没有写明是哪条，当作新指标。`,
  compared: (id: string, same: number, otherwise: number, otherReason: number, fresh: number, differing: number, absent: number) =>
    `与已公布的${id}比较：相同${same}格${otherwise > 0 ? `，数值相同而小数位不同${otherwise}格` : ''}${otherReason > 0 ? `，都没有数而缘由不同${otherReason}格` : ''}，新增${fresh}格，不同${differing}格；已公布而文件里没有${absent}格${absent > 0 ? '（新版次的表要全，写好后请一并放入）' : ''}。`,
  differs: (place: string, cell: string, what: string, published: string, found: string) => `  ${place}：${cell}的${what}，已公布${published}，文件${found}`,
  whats: { value: '数值', rank: '名次', status: '状态', band: '档次' },
  moreDiffering: (n: number) => `  ……还有${n}格不同`,
  twice: (id: string) => `几张表都是${id}，没有写：请分几次导入，或用--as指明。`,
  stopped: '没有写任何文件。',
  noEdition: '文件没有写明版次，用--edition 2026-11指明。没有写任何文件。',
  exists: (files: readonly string[]) => `已经有了，没有覆盖，也没有写别的：${list(files)}。请换一个--out或--edition。`,
  wrote: (files: readonly string[]) => `写好了：\n${files.map((file) => `  ${file}`).join('\n')}`,
  toFill: '还要填写（文件里没有，不能代填）：',
  toFillLine: (file: string, fields: readonly string[]) => `  ${file}：${fields.join('、')}`,
  notWritten: '只是预览。写成文件：加--out <文件夹>。',
};
