/** How old a series is and when its next edition is expected. */
export const freshnessZh = {
  latest: (period: string) => `最新：${period}`,
  next: (when: string, every: string) => `预计下次：${when}（${every}）`,
  noInterval: '没有固定的更新周期',
  noDate: (every: string) => `${every}更新，发布日期不详，无法预计下次`,
  retrieved: (date: string) => `${date}读取`,
  every: { P3M: '每季', P6M: '每半年', P1Y: '每年', P2Y: '每两年' },
  everyHead: '更新周期',
  everyCount: (every: string, count: number) => `${every}（${count}项）`,
  irregular: '不定期',
  unknown: '周期不详',
  age: (years: number, months: number) => `距今${years > 0 ? `${years}年` : ''}${months > 0 ? `${months}个月` : ''}${years === 0 && months === 0 ? '不到1个月' : ''}`,
  overdue: '已过预计时间',
};
