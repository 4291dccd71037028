import type { Absence, Precision, Status } from '../model/observation.ts';
import type { Standings } from '../model/site.ts';
import { sentencesZh } from './sentences.zh.ts';
import { transformsZh } from './transforms.zh.ts';
import { trendsZh } from './trends.zh.ts';
import { compareZh } from './compare.zh.ts';
import { levelsZh } from './levels.zh.ts';
import { unitsZh } from './units.zh.ts';
import { matrixZh } from './matrix.zh.ts';
import { worldZh } from './world.zh.ts';
import { freshnessZh } from './freshness.zh.ts';

const told = (standings: Standings): Standings => standings;

/** The outlines name the islands in Chinese; other languages give their own names. */
const isleNames: Readonly<Record<string, string>> = {};

/** Words that figures say; they go to the browser with the figures. */
export const figuresZh = {
  status: { measured: '公布值', provisional: '初步', estimated: '估计', forecast: '预测', derived: '推算' } satisfies Record<Status, string>,
  precision: { exact: '', lowerBound: '下限（“超过”）', upperBound: '上限（“不到”）', approximate: '约数' } satisfies Record<Precision, string>,
  absence: { notPublished: '未公布', notGathered: '未收录', notApplicable: '不适用', notSurveyed: '未纳入调查', suppressed: '依规不公布' } satisfies Record<Absence, string>,
  /** In a chip or tile; the hatch beside it says the same. */
  absenceShort: { notPublished: '未公布', notGathered: '未收录', notApplicable: '不适用', notSurveyed: '未调查', suppressed: '不公布' } satisfies Record<Absence, string>,
  /** How standings are told; `groups` in the words of a copy that tells no places. */
  standings: told('places'),
  rankOf: (rank: number, n: number) => `第${rank}位，共${n}`,
  /** In a cell under “名次”. */
  rankCell: (rank: number, _n: number) => String(rank),
  publishedRank: (rank: number) => `公布名次第${rank}`,
  /** A bound leaves it open. */
  rankOpen: '名次未定',
  rankOpenShort: '未定',
  publishedRankColumn: '公布名次',
  bandColumn: '档次',
  rank: '名次',
  rankShort: (rank: number, _n: number) => `第${rank}`,
  coverage: (k: number, n: number) => `${n}个单位中${k}个有数据`,
  coverageProvinces: (k: number, n: number) => `${n}个省份中${k}个有数据`,
  coverageCountries: (k: number, n: number) => `${n}个会员国中${k}个有数据`,
  sourceColon: '来源：',
  /** Where one publisher is named: all of them together are so many. */
  andMoreShort: (n: number) => `等${n}处`,
  andMoreSources: (n: number) => `等，共${n}个来源`,
  /** Nothing aside of nothing. */
  aside: (text: string) => (text === '' ? '' : `（${text}）`),
  /** Buttons below a figure. */
  share: { label: '带走这张图', embed: '嵌入', download: '下载', copy: '复制', cite: '引用' },
  stop: '；',
  end: '。',
  comma: '，',
  noValue: (period: string) => `${period}没有公布此项数值`,
  doubtful: '存疑',
  mapName: (name: string, period: string) => `${name}，${period}，省级地图`,
  mapHelp: '方向键按方位移动，字母键按拼音跳转，回车选中，Esc取消',
  schematic: '示意图',
  inset: '南海诸岛',
  isles: isleNames,
  viewMap: '地图',
  viewTiles: '等面积格',
  viewLabel: '画法',
  indicator: '指标',
  period: '时期',
  play: '播放',
  pause: '停止',
  region: '地区',
  value: '数值',
  table: '数据表',
  note: '说明',
  statusColumn: '状态',
  confidence: '可信度',
  confidenceOf: (grade: string) => `可信度${grade}`,
  fullRanking: '全部排名与说明',
  /** Leads from the map to a chosen region’s own page. */
  regionPage: (name: string) => `${name}：地区页`,
  loadFailed: '数据表没有取到，图仍是上次的。',
  loadRefused: '数据表与清单不符，没有采用；图仍是上次的。',
  retry: '再试一次',
  downloadTable: '下载原表',
  loading: '正在取数据表……',
  refused: (key: string, found: string, used: string) => `网址中的“${key}=${found}”认不出，改用${used}。`,
  refusedIgnored: (key: string, found: string) => `网址中的“${key}=${found}”认不出，已略去。`,
  publisherRanks: '名次为发布方所给',
  ourRanks: '名次由本站按公布值计算，并列者同名次',
  doubtNote: (names: string) => `虚线框：${names}的数值与名次不符，存疑`,
  mapLoadFailed: '互动部分没有取到，地图和数据表仍在。',
  chartLoadFailed: '互动图没有取到，原图和数据表仍在。',
  gap: (from: string, to: string) => `${from}—${to}未收录`,
  quoted: (period: string) => `${period}，引述`,
  claimMark: '引述，不入序列、均值、增速',
  workings: '算式',
  sentences: sentencesZh,
  transforms: transformsZh,
  trends: trendsZh,
  compare: compareZh,
  levels: levelsZh,
  units: unitsZh,
  matrix: matrixZh,
  world: worldZh,
  freshness: freshnessZh,
};
