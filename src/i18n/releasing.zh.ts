import { formatNumber } from './format.ts';

const kilobytes = (bytes: number): string => `${formatNumber(bytes / 1000)} kB`;

/** What `npm run release` says. */
export const releasingZh = {
  withdrawn: '撤下',
  issues: (n: number) => `没有定版：data/有${n}个问题。`,
  notBuilt: '没有定版：dist/不是用现在的数据生成的。请先运行npm run build。',
  unknownOption: (found: string) => `没有定版：不认识的选项${found}；可用的是--reason、--reason-en、--lang、--root。`,
  badReason: '没有定版：理由要中英文都写：--reason "中文" --reason-en "English"。',
  nothingChanged: (id: string) => `没有定版：${id}已经发布过，此后数据没有变化。`,
  sameHash: (id: string) => `没有定版：只有不随站发布的表变了，校验值仍是${id}。请改其datapackage.json的“retrieved”：`,
  asBefore: (id: string) => `没有定版：数据又与${id}那一版相同，版名不能用两次。请改以下各表的datapackage.json里的“retrieved”：`,
  noReason: (n: number) => `没有定版：有${n}个已发表的数更改或撤下，没有写明理由：`,
  more: (n: number) => `  ……另有${n}个`,
  giveReason: '理由写法：npm run release -- --reason "中文" --reason-en "English"；与旧版比较见changes.html。',
  made: (id: string, tables: number, added: number, changed: number, withdrawn: number) => `${id}：${tables}张表，增${added}个数，改${changed}个，撤${withdrawn}个`,
  figures: (n: number, shared: number) => `定格${n}个页面，其中${shared}个与上一版相同、共用文件`,
  sizes: (raw: number, packed: number, grown: number) => `存档：${kilobytes(raw)}，压缩后${kilobytes(packed)}；dist/增加${kilobytes(grown)}`,
  addresses: (n: number, fresh: number) => `网址表：共${n}个，新增${fresh}个`,
  buildAgain: '请再运行npm run build，新版才会出现在dist/。',
};
