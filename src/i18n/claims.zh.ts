import type { Verdict } from '../model/claim.ts';

/** What data/claims/ calls each theme; most are themes of indicators too. */
const themes: Readonly<Record<string, string>> = { forum: '论坛本身', international: '国际', customs: '海关', justice: '司法', market: '市场', participation: '留言与热线', payment: '支付', service: '政务服务', integration: '整合与接入' };

/** The page of claims and their evidence. */
export const claimsZh = {
  nav: '说法与证据',
  title: '说过的数，后来怎样',
  kicker: (n: number) => `说法与证据 · 2018年两次论坛 · ${n}个数`,
  description: '2018年两次论坛上说出的每一个数：谁说的、何时何地，以及与其他公开来源的对照。',
  sentence: (n: number, parts: string) => `两次论坛上说出的${n}个数，逐一与其他公开来源对照：${parts}。`,
  part: (count: number, group: string) => `${count}个${group}`,
  byForum: (fuzhou: number, wuzhen: number) => `福州${fuzhou}个，乌镇${wuzhen}个。说法不进排名、均值和增速，也不与别处的数相减相除。`,
  barName: '每一格是一个说法',
  index: '逐条目录',
  countOf: (n: number) => `${n}条`,
  barColumns: { group: '对照结果', fuzhou: '福州', wuzhen: '乌镇', all: '合计' },
  groups: { confirmed: '已证实', consistent: '相符', differs: '口径不同或有出入', notElsewhere: '别处未见独立数字', notCompared: '未作核对' },
  /** What each verdict means, in plain words. */
  meaning: {
    confirmed: '报道以外的公开来源给出同样的内容',
    consistent: '别处没有同一个数，已见的来源与它相容',
    confirmedWithNuance: '数有出处，但定义、范围或起算点与说法不尽相同',
    sameSpeechElsewhere: '另一家媒体报道了同一次发言，没有独立统计',
    counted: '由本站按报道中的列举数出，没有另外的来源',
    plausible: '别处没有这个数，前后时期的其他数与它不矛盾',
    contested: '其他公布的数与它不一致',
    contradicted: '后来公布的数与它不符',
    notFound: '查过，别处没有见到这个数',
    notChecked: '没有去核对',
  } satisfies Record<Verdict, string>,
  themes,
  quantity: (number: string, unit: string) => (unit === '届' || unit === '位次' ? `第${number}${unit === '届' ? '届' : '位'}` : `${number}${unit}`),
  precision: {
    exact: (text: string) => text,
    lowerBound: (text: string) => `超过${text}`,
    upperBound: (text: string) => `最多${text}`,
    approximate: (text: string) => `约${text}`,
  },
  /** What the number is of. */
  of: (period: string) => `所说时间：${period}`,
  evidence: '对照来源',
  figures: '本站收录的数',
  noFigures: '本站没有与它对应的指标。',
  sameTime: '同一时期',
  nearTime: '最近的时期',
  oneSource: '各数的来源写在其后；来自同一次发言的，也写明。',
  mark: '引述，不是统计',
  systems: '相关系统',
  source: (reports: string) => `说法出自两篇论坛报道：${reports}。对照来源逐条列出。`,
  filter: {
    label: '筛选说法',
    all: '全部',
    forum: '论坛',
    forums: { fuzhou: '福州，2018年4月', wuzhen: '乌镇，2018年11月' },
    verdict: '对照结果',
    theme: '主题',
    q: '文字',
    count: (n: number) => `共${n}条`,
    /** {k} is filled in the browser. */
    some: (n: number) => `${n}条中{k}条`,
    reset: '全部显示',
    failure: '筛选没有取到，全部条目都在下面。',
  },
};
