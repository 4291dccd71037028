import type { StandingGroup } from '../query/quarter.ts';
import { groupName } from './groupNames.ts';

/** A place of n as a release told it. */
interface PlaceOf {
  readonly rank: number;
  readonly n: number;
  readonly isTied: boolean;
}

/** What was said when an address was published, and what is said now; releases and their changes. */
export const thenZh = {
  // In an address that names a release
  lead: (date: string) => `当时（${date}版）：`,
  place: ({ rank, n, isTied }: PlaceOf) => `${isTied ? '并列' : ''}第${rank}，共${n}`,
  group: (group: StandingGroup) => groupName(group).zh,
  open: '名次未定',
  none: '没有名次',
  placeAt: (place: string, period: string) => `${place}（${period}）`,
  thenNow: (name: string, then: string, now: string) => `${name}${then}；现在：${now}`,
  stillAt: (name: string, place: string, then: string, now: string) => `${name}${place}（${then}），现在仍是（${now}）`,
  broken: (period: string) => `${period}起方法有变，两个名次不能比较`,
  otherOrigin: '一个是公布的名次，一个由本站计算，不能比较',
  join: (sentence: string, remark: string) => `${sentence}。${remark}`,
  said: (takeaway: string) => `“${takeaway}”`,
  after: (date: string) => `${date}版以后：`,
  corrected: (changed: number, withdrawn: number) => [...(changed > 0 ? [`${changed}个数有更正`] : []), ...(withdrawn > 0 ? [`${withdrawn}个数已撤下`] : [])].join('，'),
  newer: '已有更新的数字',
  ended: '此图不再更新',
  more: '看有哪些变化',
  pageOf: (date: string) => `网址写的是${date}版，这里是现在的数字。`,
  unknown: (found: string) => `网址里的版次“${found}”不在本站的版次之列；图是现在的数字。`,

  // In the foot of a frozen figure
  frozen: (date: string, hash: string) => `定格于${date} · ${hash}`,

  // An address that has moved
  moved: { title: '网页已搬家', text: '这个网址的内容现在在：' },

  // The list of releases
  title: '版次与变化',
  description: '已发布的每一版数据：日期、校验值、增改撤了哪些数、为什么。',
  paragraph: '公布过的数不悄悄改。每一版存档；已发表的数有更改或撤下，必须写明理由。带版次的网址会说明当时与现在的不同，定格的图一个像素也不变。',
  noRelease: '还没有定版：从第一版起，这里逐版列出变化。',
  release: (date: string) => `${date}版`,
  first: '第一版',
  since: (date: string) => `与${date}版相比`,
  current: '尚未定版的变化',
  currentNote: '网站现在的数据比最后一版新；以下列出不同。',
  noChanges: '各表的数没有变化。',
  hash: '校验值',
  tables: '数据表',
  figures: '定格的图',
  record: '本版记录（JSON）',
  reason: '更改理由',
  columns: { table: '数据表', added: '增', changed: '改', withdrawn: '撤' },
  cells: (n: number) => `改动的${n}个数`,
  cellColumns: { cell: '哪一个', was: '原为', is: '改为' },
  colon: '：',
  remark: (text: string) => `（${text}）`,
  allNew: (n: string) => `此后各版与它相比。这一版的${n}张表都是最初的样子。`,
  newTable: '新表',
  goneTable: '整表撤下',
  withdrawn: '撤下',
  rankWas: (rank: number) => `公布名次第${rank}`,
  unlisted: (n: number) => `共${n}个数有改动，不逐一列出；见本版记录所列的校验值。`,
  count: (n: number) => String(n),
  caption: '各表增、改、撤了多少个数',
};
