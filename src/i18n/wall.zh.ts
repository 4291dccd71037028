import type { Verdict } from '../model/claim.ts';

/**
 * What the wall says: one fact a sentence, short enough for six metres, without a full stop and without the period,
 * which stands above it. The longest that a line of the wall takes is in `view/wall/headlines.ts`.
 */
export const wallZh = {
  /** Who leads, with the value: the region is not drawn with it everywhere. */
  lead: {
    highest: (names: string, isTied: boolean, value: string) => `${names}${isTied ? '并列' : ''}最高，${value}`,
    most: (names: string, isTied: boolean, value: string) => `${names}${isTied ? '并列' : ''}最多，${value}`,
    lowest: (names: string, isTied: boolean, value: string) => `${names}${isTied ? '并列' : ''}最低，${value}`,
  },
  /** The same beside a list that has the values. */
  first: {
    highest: (names: string, isTied: boolean) => (isTied ? `${names}并列第1` : `${names}第1`),
    most: (names: string, isTied: boolean) => `${names}${isTied ? '并列' : ''}最多`,
    lowest: (names: string, isTied: boolean) => `${names}${isTied ? '并列' : ''}最低`,
  },
  /** Nothing shorter can be said: what the picture is. */
  /** Rates of change: fewer and more are counted, the few that differ are named. */
  fewerMore: (down: string, up: string) => `${down}减少，${up}增加`,
  onlyMore: (down: string, names: string) => `${down}减少，只有${names}增加`,
  allFewer: (units: string) => `${units}都减少`,
  inTopBand: (units: string, band: string) => `${units}在“${band}”一档`,
  byProvince: (name: string) => `${name}，逐省看`,
  /** At the lower edge of the top class or above it. */
  overEdge: (lead: string, units: string, edge: string) => `${lead}，${units}在${edge}以上`,
  climbed: (lead: string, names: string, by: number) => `${lead}；${names}升${by}位，升得最多`,
  keptPlaces: (lead: string) => `${lead}；名次都没有变`,
  moved: { up: (by: number) => `升${by}位`, down: (by: number) => `降${by}位`, same: '持平', new: '新列入' },
  cutBefore: '前',
  cutAfter: (n: number) => `名，共${n}`,
  cutAfterOpen: '名',
  median: '各地中位数',
  medianOfThose: '有数据各地的中位数',
  broken: (when: string) => `${when}起方法有变，与以前不可比`,

  /** How many figures of the picture are not simply measured, and what they are. */
  marked: (units: string, status: string) => `${units}的数值：${status}`,
  grew: (name: string, from: string, by: string, isCount: boolean) => `${name}比${from}${isCount ? '增加' : '上升'}${by}`,
  shrank: (name: string, from: string, by: string, isCount: boolean) => `${name}比${from}${isCount ? '减少' : '下降'}${by}`,
  stayed: (name: string, from: string) => `${name}与${from}持平`,
  /** Two series: which way each went, no more. */
  bothWays: (one: string, other: string) => `${one}，${other}`,
  wentUp: (name: string, isCount: boolean) => `${name}${isCount ? '增加' : '上升'}`,
  wentDown: (name: string, isCount: boolean) => `${name}${isCount ? '减少' : '下降'}`,
  wentNowhere: (name: string) => `${name}持平`,
  /** Without a name where only one line is there. */
  since: (name: string, from: string, percent: string, isRise: boolean) => `${name}比${from}${isRise ? '多' : '少'}${percent}`,
  seriesApart: (name: string, n: number) => `${name}，${n}条线各自成线`,
  overTime: (name: string) => `${name}，逐次公布`,
  onlyOnce: (name: string) => `${name}，只公布过一次`,
  keyOf: (name: string, when: string) => `${name} · ${when}`,
  /** Of counts of which neither more nor fewer is better. */
  noDirection: (name: string) => `${name}：多少本身不分好坏`,
  breakAt: (name: string, when: string, word: string) => `${name}：${when}${word}`,

  coverageName: '全国网络的接入',
  onAll: (networks: number) => `各省份都已接入全部${networks}张网络`,
  someOnAll: (networks: number) => `部分省份已接入全部${networks}张网络`,
  onAllKey: '全部接入的省份',
  provincesUnit: '个',
  departments: (n: string) => `${n}个部门`,
  departmentsUnsaid: '部门数未说明',
  regions: (n: string) => `${n}个地区`,
  regionsUnsaid: '地区数未说明',
  connectedBy: '日期为最迟至此已接入，不是开通日',
  threeDefinitions: '各网定义不同，部门数不可相加',

  regionAll: (n: number) => (n === 1 ? '好于中位数' : `${n}项都好于中位数`),
  regionBetter: (k: number, n: number) => `${n}项里${k}项好于中位数`,
  regionNone: (n: number) => (n === 1 ? '没有好于中位数' : `${n}项里没有一项好于中位数`),
  regionShown: (n: number) => `${n}项数字`,
  ofRegion: (name: string, said: string) => `${name}：${said}`,
  regionTop: (n: number) => `${n}项指标`,
  medianOfUnits: '好于：按各指标的方向，与各地中位数相比',
  notJudged: (n: number) => `另${n}项多少不分好坏`,

  /** What is said, in quotation marks as it was said, and how it stands; without its label where that is too long. */
  claim: {
    confirmed: (said: string) => `${said}，已证实`,
    consistent: (said: string) => `${said}，与别处相符`,
    confirmedWithNuance: (said: string) => `${said}，大致证实`,
    sameSpeechElsewhere: (said: string) => `${said}，没有独立统计`,
    counted: (said: string) => `${said}，由本站按文中计数`,
    plausible: (said: string) => `${said}，没有第二个来源`,
    contested: (said: string) => `${said}，与别处公布的不一致`,
    contradicted: (said: string) => `${said}，与后来公布的不符`,
    notFound: (said: string) => `${said}，别处未见`,
    notChecked: (said: string) => `${said}，尚未核对`,
  } satisfies Record<Verdict, (said: string) => string>,
  saidOf: (label: string, said: string) => `${label}“${said}”`,
  saidBare: (said: string) => `“${said}”`,
  claimName: (label: string) => `说法：${label}`,
  said: '论坛上的说法',
  notStatistics: '引述，不是统计，不入增速',

  systemsName: '数字背后的系统',
  began: (k: number, n: number, from: string, to: string) => `有起始年份的${n}个里，${k}个始于${from}—${to}年`,
  noYears: '系统、平台、机构与行动',
  systemsKey: '论坛谈到的系统、平台与机构',
  systemsUnit: '个',
  undated: (n: number) => `另有${n}个起始年份未见`,

  worldMoved: (country: string, from: string, to: string) => `${country}由${from}到${to}`,
  worldNow: (country: string, to: string) => `${country}${to}`,
  worldPlace: (rank: number, n: number) => `第${rank}位（共${n}）`,
  placeShort: (rank: number) => `第${rank}位`,
  worldOf: (n: number) => `共${n}国`,
  worldStrip: (when: string, n: number) => `${when}，${n}国，一竖线一国`,
  ourPlaces: '名次由本站计算',
  editionsDiffer: '各版问卷与国家数不同，名次之差不等于服务之差',
  worldBreak: (when: string) => `${when}起方法有变，前后不相连`,

  /** A step of a finding in one short sentence; its own support is checked where the finding is told. */
  stories: {
    fewerDoors: {
      websites: (from: string, down: string) => `政府网站比${from}少${down}`,
      levels: (share: string) => `减少的网站里，${share}在县级以下`,
      users: (from: string, up: string) => `在线政务用户比${from}多${up}`,
    },
    oneBigStep: {
      users: (first: string, second: string) => `头两年增加${first}，后四年${second}`,
      early: (by: string, share: string) => `到${by}，已有两年所增的${share}`,
      rate: (from: string, to: string) => `使用率由${from}升到${to}`,
      netizens: () => '增加的用户比增加的网民多',
    },
    fiftyPeople: {
      cases: (said: string) => `公布的件数少于所说的${said}`,
      staff: (said: string, judges: string) => `引述“${said}”，公布的法官${judges}`,
      judges: (each: string, average: string) => `所说折合每人${each}，全国平均${average}`,
    },
    noSecondSource: {
      between: (lower: string, upper: string) => `引述夹在${lower}与${upper}两值之间`,
    },
    threeNetworks: {
      connected: (networks: number) => `各省份都已接入全部${networks}张网络`,
      interfaces: (departments: string, interfaces: string) => `部门仍是${departments}，接口${interfaces}`,
    },
  },
};
