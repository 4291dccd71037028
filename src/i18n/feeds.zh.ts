/** Feeds of changes, expected releases, the log of corrections, and what else a release moved. */
export const feedsZh = {
  site: '数据变化',
  indicator: (name: string) => `${name}：数据变化`,
  region: (name: string) => `${name}：数据变化`,
  subtitle: '每一版增加、更正、撤下了哪些已发表的数，以及理由。',
  subscribe: '订阅',
  atom: 'Atom',
  json: 'JSON Feed',
  feedOf: (what: string, kind: string) => `订阅${what}（${kind}）`,

  // One entry a release
  entryTitle: (date: string, what: string) => `${date}版：${what}`,
  nothing: '各表的数没有变化',
  firstTitle: (n: string) => `首次发布${n}个数`,
  counts: (added: number, changed: number, withdrawn: number) => [...(added > 0 ? [`新增${added}个数`] : []), ...(changed > 0 ? [`更正${changed}个数`] : []), ...(withdrawn > 0 ? [`撤下${withdrawn}个数`] : [])].join('，'),
  tableLine: (name: string, counts: string) => `${name}：${counts}。`,
  reason: (text: string) => `理由：${text}`,
  cell: (which: string, was: string, is: string) => `${which}：${was} → ${is}`,
  more: (n: number) => `另有${n}个，见记录。`,
  unlisted: (name: string, n: number) => `${name}：共${n}个数有改动，不逐一列出。`,
  placesMoved: (name: string, n: number) => `${name}：${n}个地区的名次有变。`,
  placesNew: (name: string, was: string, is: string, n: number) => `${name}：最新名次由${was}改为${is}，${n}个地区有名次或名次有变。`,
  place: (name: string, was: string, is: string) => `${name}：${was} → ${is}`,
  classesMoved: (name: string, period: string, n: number) => `${name}（${period}）：${n}个地区换了地图色级。`,
  class: (name: string, was: number, is: number) => `${name}：第${was}级 → 第${is}级`,
  takeaway: (was: string, is: string) => `原说：“${was}”现说：“${is}”`,

  // On the page of changes
  movedTitle: '随之而动',
  movedPlaces: '名次',
  movedClasses: '地图色级',
  movedTakeaways: '结论',
  movedCaption: '名次与色级由前后两版的数算出，按现在的方法',
  columns: { table: '数据表', what: '哪一个', was: '原为', is: '改为' },
  rank: (rank: number, isTied: boolean) => `${isTied ? '并列' : ''}第${rank}`,
  chainTitle: '这份记录改过就看得出来',
  chain: '每版记录写着上一版记录文件的SHA-256，最后一版的写在data/releases/chain.txt。改动、抽去或调换任何一版，网站就不能生成，并指出是哪个文件。把下面这个值记下来，日后可以自己核对：',
  verify: '核对文件或校验值',

  // Corrections
  corrections: {
    title: '更正记录',
    none: '至今没有更正或撤下过已发表的数。',
    lead: (n: number) => `已发表的数里有${n}个更正或撤下过，全部列在这里，新的在前。`,
    shown: (n: number) => `这里列出最近的${n}个；全部见CSV。`,
    file: '更正记录（CSV）',
    caption: '每一个更正或撤下的数',
    columns: { date: '版次', table: '数据表', cell: '哪一个', was: '原为', is: '改为', reason: '理由' },
    unlisted: (n: number) => `共${n}个数，未逐一存下`,
  },

  // Calendar
  calendar: {
    title: '预计何时有新数据',
    lead: '按各表过去的间隔，加上最近一期发布距期末的时间推算，发布者没有作过这样的承诺；只推到月或年，不推到日。',
    file: '日历（ICS）',
    caption: '按预计的先后',
    columns: { due: '预计', dataset: '数据集', tables: '数据表', every: '间隔', evidence: '依据' },
    overdue: '已过预计时间',
    overdueAt: (date: string) => `“已过预计时间”以数据的读取日期${date}计。`,
    tables: (n: number) => `${n}张表`,
    none: '没有一张表的间隔有依据，因此不推算。',
    unknown: (n: number) => `另有${n}张表没有固定周期，或没有依据推算。`,
    spacing: '已有各期间隔相等',
    summary: (dataset: string, n: number) => `预计：${dataset}（${n}张表）`,
    summaryOverdue: (dataset: string, n: number) => `预计已过：${dataset}（${n}张表）`,
    description: (every: string, names: string) => `由过去的间隔（${every}）推算，不是发布者的承诺。数据表：${names}。`,
    name: '政务数图：预计的新数据',
  },
};

/** For a copy that tells no places. */
export const feedsGroupsZh: typeof feedsZh = {
  ...feedsZh,
  placesMoved: (name, n) => `${name}：${n}个地区换了组。`,
  placesNew: (name, was, is, n) => `${name}：最新分组由${was}改为${is}，${n}个地区有组或换了组。`,
  movedPlaces: '分组',
  movedCaption: '分组与色级由前后两版的数算出，按现在的方法',
};
