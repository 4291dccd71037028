/** The World Bank's income groups; continents are named by the regions themselves. */
const incomeGroups: Readonly<Record<string, string>> = { 'High income': '高收入国家', 'Upper middle income': '中高收入国家', 'Lower middle income': '中低收入国家', 'Low income': '低收入国家' };

/** The United Nations survey: countries, peers, groups. */
export const worldZh = {
  incomeGroups,
  allCountries: '全部国家',
  group: '国家组',
  edition: '版次',
  paths: '历版名次',
  strip: (period: string) => `${period}：每一竖线是一国`,
  stripGroup: (period: string, group: string, n: number) => `${period}：每一竖线是一国，${group}${n}国为深色`,
  median: '中位数',
  countries: (n: number) => `${n}国`,
  ranked: '参评国家数',
  editions: (n: number, years: string) => `共${n}版：${years}；版次不等距，横轴按真实年份。`,
  peers: '同看的国家',
  addPeer: '加一个国家',
  removePeer: (name: string) => `去掉${name}`,
  fullPeers: (most: number) => `最多同看${most}国；先去掉一个，再加别的。`,
  help: '左右方向键沿一国移动，上下方向键换国家',
  stripHelp: '左右方向键逐国查看',
};
