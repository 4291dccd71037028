import type { DoubtKind } from '../model/doubt.ts';
import type { Verdict } from '../model/claim.ts';
import type { Theme } from '../model/indicator.ts';
import { checkPageZh } from './checkPage.zh.ts';
import { claimsZh } from './claims.zh.ts';
import { catalogueZh } from './catalogue.zh.ts';
import { storiesZh } from './stories.zh.ts';
import { searchZh } from './search.zh.ts';
import { rankingsZh } from './rankings.zh.ts';
import { regionsZh } from './regions.zh.ts';
import { takeawayZh } from './takeaway.zh.ts';
import { comparisonZh } from './comparison.zh.ts';
import { opendataZh } from './opendata.zh.ts';
import { feedsZh } from './feeds.zh.ts';
import { verifyZh } from './verify.zh.ts';
import { thenZh } from './then.zh.ts';
import { singleZh } from './single.zh.ts';
import { workshopZh } from './workshop.zh.ts';
import { articlesZh } from './articles.zh.ts';
import { screenZh } from './screen.zh.ts';
import { wallZh } from './wall.zh.ts';

/** What data/systems/ calls each kind. */
const systemKinds: Readonly<Record<string, string>> = { system: '系统', platform: '平台', programme: '工程与计划', strategy: '战略', reform: '改革', institution: '机构', campaign: '行动', concept: '概念', component: '组件', rule: '制度', mode: '模式', forum: '论坛', report: '报告', company: '企业' };

/** Words that stand on pages only; they are drawn into the HTML and never sent as script. */
const DOUBTED: Readonly<Record<DoubtKind, string>> = {
  unitSlip: '与前后的数相差很大',
  impossibleJump: '与前后的数相差很大',
  swappedRows: '与前后的数接不上',
  copiedPeriod: '起，这一期的数与另一期大多相同',
  overWhole: '不在0到100之间',
  partsDontAddUp: '与各部分相加的和不同',
  standsApart: '与同一时期其他的数相差很大',
  rankContradicts: '公布的名次与数值的顺序不合',
  signSlip: '是负数',
  notYet: '晚于读取日期',
};

export const pagesZh = {
  siteName: '政务数图',
  siteOther: 'E-Gov Atlas',
  titleTail: ' · 政务数图',
  skip: '跳到正文',
  languageName: 'English',
  languageLabel: 'English version of this page',
  nav: { label: '主导航', dashboard: '总览', indicators: '指标', coverage: '接入', systems: '系统', sources: '来源', about: '说明' },
  source: '来源',
  sourceColon: '来源：',
  retrieved: (date: string) => `读取日期${date}`,
  table: '表格',
  download: '下载',
  figure: (n: number) => `图${n}`,
  series: '序列',
  plots: {
    helpOne: '左右方向键沿时间移动，Home、End到两端，回车到指标页',
    help: '左右方向键沿时间移动，翻页键换一条线，Home、End到两端，回车到指标页',
    helpMany: '左右方向键沿时间移动，翻页键换一条线，Home、End到两端',
  },
  when: '时期',
  who: '谁说的',
  yes: '是',
  home: {
    description: '公开发表的电子政务数字，画成省级地图、市场走势和接入情况；每个数都有来源、单位、时期和状态。',
    unitedNations: '联合国',
    kicker: '本期要点',
    title: '门少了，来的人多了',
    websitesTitle: '政府网站',
    usersTitle: '在线政务服务用户',
    story: (w: { from: string; fromWhen: string; to: string; toWhen: string; down: string }, u: { from: string; fromWhen: string; to: string; toWhen: string }) =>
      `全国政府网站从${w.fromWhen}的${w.from}合并到${w.toWhen}的${w.to}，减少${w.down}；在线政务服务用户从${u.fromWhen}的${u.from}增加到${u.toWhen}的${u.to}。`,
    caution: '网站减少是集约合并的结果，少不等于差；首个网站数为自报。用户一项的问法在2018年有变，两段不相连。',
    breakWord: '问法有变',
    keyLabel: '关键数字',
    rankingTop: (n: number) => `前${n}位`,
    rivalsTitle: (low: string, high: string) => `从${low}到${high}`,
    rivalsLead: '同为2025年的预测',
    rivalsNote: '可信度C的来源不明或为匿名报告，只示分歧，不作事实。',
    more: '看这个指标',
    allIndicators: '全部指标',
    refused: (what: string, why: string) => `不算${what}：${why}`,
  },
  coverage: {
    kicker: '接入 · 32个报告单位 × 3张全国网络',
    sentence: (departments: string) => `三张网络的部门数${departments}是三种定义，不是增减。`,
    figure: '各单位在公布时是否已接入',
    coverageText: (k: number, n: number, units: number) => `${units}个单位，${n}格中${k}格有说明`,
    firstBy: '首次公布时已接入',
    laterBy: (when: string) => `${when}公布`,
    unsaid: '未说明',
    dateNote: '日期是“最迟至此已接入”，不是开通日。三网定义不同，部门数不可相加相减。',
    publishedOn: (when: string) => `${when}公布`,
    departments: '个部门',
    regions: '个地区',
    corpsUnsaid: '兵团未说明',
    fromTo: (network: string) => `${network}历次公布`,
    byUnit: '逐单位：最迟至此已接入',
    announcements: '每次公布',
    date: '公布日期',
    network: '网络',
    unit: '单位',
    more: '看接入的全部数据',
    painTitle: (resolved: string) => `一百项里，${resolved}已疏解`,
    painNote: '实格为“超过七成”的下限；虚格中有多少已疏解，没有公布。',
    interfaces: '共享服务接口',
    exchange: '数据共享交换量',
    pain: '群众办事百项堵点',
    boundNote: '“超过”只知下限，不算增速。',
    plusCorps: (provinces: number, corps: boolean) => (corps ? `${provinces}＋1` : String(provinces)),
    connectedCell: (when: string) => `已接入，${when}公布`,
  },
  groups: { east: '东部', central: '中部', west: '西部', northeast: '东北', hmt: '港澳台' },
  indicators: { title: '全部指标', description: '按主题列出本站全部指标。', count: (n: number) => `${n}个指标`, one: '单个数字', periods: (from: string, to: string) => (from === to ? from : `${from}—${to}`) },
  themes: {
    service: '政务服务', websites: '政府网站', users: '用户', integration: '整合与接入', market: '市场', justice: '司法', participation: '留言与热线', payment: '支付', customs: '海关', digital: '数字化', base: '人口与经济', world: '国际',
  } satisfies Record<Theme, string>,
  indicator: {
    crumb: '指标',
    facts: '口径与出处',
    /** What the checks doubted, by its kind, and why it stands. */
    explained: (cells: string, kind: DoubtKind, reason: string) => `${cells}${DOUBTED[kind]}：${reason}`,
    unit: '单位',
    better: '方向',
    betterWords: { higher: '越高越好', lower: '越低越好', none: '多少本身不分好坏' },
    publishes: { values: '公布数值', ranks: '只公布名次', bands: '只公布档次' },
    breaks: '方法变化',
    notes: '须知',
    sources: '来源',
    ranking: '排名',
    rankingOf: (period: string) => `${period}排名`,
    all: '全部数值',
    dataset: '数据集',
    licence: '许可',
    edition: '版本',
    file: '原表',
    heldBack: '原表只有名次，本站不写名次，不提供下载；出处见来源。',
    notRedistributable: '按发布方条款，只展示和引用，不提供整表下载。',
    claims: '论坛上的说法',
    claimLine: (speaker: string, forum: string) => `${speaker}，${forum}`,
    unranked: '未列',
    partial: (n: number, of: number) => `只公布了前${n}名，共${of}个单位`,
    latest: '最新',
    single: '目前只有一个时期有数值，不画走势。',
    ownScales: '一格一条，时间轴相同，纵轴各自从零起，刻度各异；不可比高低。',
    countries: '各国',
    componentRank: '分项名次由本站计算，联合国只公布总指数名次。',
    year: '年份',
    group: '组',
  },
  forum: { fuzhou: '数字中国建设峰会分论坛（福州，2018年4月）', wuzhen: '世界互联网大会“互联网+公共服务”论坛（乌镇，2018年11月）' },
  verdict: {
    confirmed: '已证实', consistent: '相符', confirmedWithNuance: '大致证实', sameSpeechElsewhere: '另有报道，无独立统计', counted: '按文中计数', plausible: '说得通', contested: '有争议', contradicted: '与事后不符', notFound: '别处未见', notChecked: '未核对',
  } satisfies Record<Verdict, string>,
  systems: {
    title: '数字背后的系统',
    description: '两次论坛谈到的系统、平台、机构与行动，各附有统计的指标。',
    sentence: (n: number, k: number) => `两次论坛谈到${n}个系统、平台、机构与行动；其中${k}个在本站有统计数字。`,
    owner: '主管',
    since: (year: string) => `${year}年起`,
    measured: '有统计的指标',
    kinds: systemKinds,
  },
  sources: { title: '来源', description: '每个数据集的发布方、许可、读取日期与出处。', sentence: (d: number, s: number) => `${d}个数据集，${s}个来源。可信度A为官方或两个独立来源，B为一个二手来源，C存疑。`, files: '原表', retrieved: '读取日期', licence: '许可', edition: '版本', list: (n: number) => `${n}个来源`, earlier: '较早的版次：表格留在原处，图和排名用新版。' },
  about: {
    title: '这本图册怎样读',
    description: '政务数图的方法、状态标记与底图说明。',
    paragraphs: [
      ['一句话', '已发表的表，画成读者能相信、能核对的图。每个数都带来源、单位、时期和状态；没有的数写明为什么没有，绝不补数、猜数或取整。'],
      ['状态', '公布值、初步、估计、预测、推算，各有各的记号；“超过”是下限，“不到”是上限，“约”是约数。引述不是统计，画成空心，不进排名、均值和增速。'],
      ['没有的数', '未公布、未收录（可能已公布，本站没有读到）、不适用、未纳入调查、依规不公布，五种各有其纹，从不算作0，也不排在最后。'],
      ['分开的线', '两家机构的市场规模是两条线；方法改变处断开；发布方的名次与本站计算的名次分列。'],
      ['排名', '并列者同名次，其后空位；名次总与总数一起出现。数值方向由指标说明给出，“多少本身不分好坏”的指标按由多到少列。'],
    ],
    mapTitle: '底图',
    map: '省级底图由 Apache ECharts 4.9.0 地图数据（Apache License 2.0）简化而成，南海诸岛附图为本站示意绘制；示意图，仅用于数据可视化。兵团没有独立图斑，以地图旁的标签表示。',
    release: '数据',
    releaseText: (datasets: number, indicators: number, observations: string) => `${datasets}个数据集，${indicators}个指标，${observations}条观测。`,
    manifest: '全部发布文件的清单（含SHA-256）',
  },
  notFound: { title: '这里没有这一页', text: '网址可能打错了，或这个指标尚未收录。', home: '回到总览' },
  foot: { line: '政务数图 · 公开、静态、可查证。', manifest: '清单', map: '省级底图由 Apache ECharts 4.9.0 地图数据（Apache License 2.0）简化而成，南海诸岛附图为本站示意绘制；示意图，仅用于数据可视化。' },
  claims: claimsZh,
  catalogue: catalogueZh,
  stories: storiesZh,
  search: searchZh,
  rankings: rankingsZh,
  regions: regionsZh,
  takeaway: takeawayZh,
  comparison: comparisonZh,
  workshop: workshopZh,
  articles: articlesZh,
  check: checkPageZh,
  then: thenZh,
  feeds: feedsZh,
  opendata: opendataZh,
  verify: verifyZh,
  single: singleZh,
  wall: wallZh,
  screen: screenZh,
};
