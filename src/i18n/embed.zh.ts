/** Words of the pages that stand in articles. */
export const embedZh = {
  full: '完整图表',
  /** Said by a link that leaves the article. */
  fullOf: (name: string) => `在政务数图打开完整图表：${name}`,
  release: (date: string, hash: string) => `数据版本 ${date} · ${hash}`,
  licence: (text: string) => `许可：${text}`,
  period: '时期',
  place: '位次',
  group: '所在组',
  ownTitle: '标题为引用者所加',
  note: '引用者注：',
  pictureHelp: '用方向键逐项查看，Shift+T打开表格。',
  /** Of a picture that is its own table. */
  cellsHelp: '用方向键逐项查看。',
  needsFull: '这项选择只有完整页面能画，这里仍是默认的图。',
  refused: (key: string, found: string, used: string) => `网址中的“${key}=${found}”认不出，改用${used}。`,
  refusedIgnored: (key: string, found: string) => `网址中的“${key}=${found}”认不出，已略去。`,
  needsFullPage: '这里打不开完整的图，请到完整页面查看。',
  waking: '正在打开完整图表……',
  noFigure: '网址没有指明站内已有的页面和图，这里没有可显示的内容。',
  noScript: '这个嵌入页要用脚本打开所选的图。',
  anyTitle: '站内任意一图',
};
