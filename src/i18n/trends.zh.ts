/** Trends and stacked levels. */
export const trendsZh = {
  coverage: (series: number, claims: number) => `${series}条序列${claims > 0 ? `，引述${claims}项` : ''}`,
  /** What keys do on a trend, for who can't see it. */
  keys: '左右方向键沿时间走，上下方向键或翻页键换序列，回车固定，Esc取消',
  pinned: '已固定，Esc取消',
  gap: (from: string, to: string, absence: string) => (from === to ? `${from}${absence}` : `${from}—${to}${absence}`),
  gapMark: '点线：中间没有数值，不连成实线',
  breakMark: '方法有变，线在此断开',
  breakWord: '方法有变',
  breakNote: (when: string, reason: string) => `${when}：${reason}`,
  refusedFigures: (n: number, reason: string) => `${n}个数值没有算：${reason}`,
  refusedSome: (n: number) => `${n}个数值没有算，原因逐一列在数据表中。`,
  range: (from: string, to: string) => (from === to ? from : `${from}—${to}`),
  empty: (name: string) => `${name}：没有可画的数值，原因见数据表。`,
};
