import type { FigureFacts } from '../share/figureFacts.ts';

/** What a file in an archive is. */
const ofFile = (name: string): string => {
  if (name.endsWith('.svg')) return '图，可缩放，文字是轮廓';
  if (name.endsWith('.png')) return '图，像素';
  if (name.endsWith('.csv')) return '图中的数字，UTF-8，逗号分隔';
  if (name.endsWith('.xlsx')) return '同一张表，Excel工作簿，第二页是来源';
  if (name === 'datapackage.json') return '各列的说明（Data Package v2）';
  if (name.endsWith('.json')) return '同一张表，供程序读取，附元数据';
  return '许可';
};
const releaseOf = ({ release }: FigureFacts): string => (release ? `版本${release.id}（数据读取至${release.date}）` : '未发布的版本');

/** Words of downloads of a figure: pictures, data, archives. */
export const pictureZh = {
  groups: { picture: '图片', data: '数据', all: '全部' },
  format: '用在哪里',
  presets: {
    wide: { name: '横幅 16:9', size: '1920×1080，幻灯片、网页' },
    square: { name: '方图 1:1', size: '1080×1080，微博、朋友圈' },
    tall: { name: '竖图 4:5', size: '1080×1350，手机信息流' },
    account: { name: '公众号', size: '宽900，高随内容' },
    screen4k: { name: '大屏 4K', size: '3840×2160' },
    a5: { name: '印刷 A5宽', size: '148毫米，每英寸300点' },
    a4: { name: '印刷 A4宽', size: '210毫米，每英寸300点' },
  },
  theme: '底色',
  themes: { light: '浅色', dark: '深色' },
  code: '附二维码',
  svg: '下载SVG',
  png: '下载PNG',
  preview: (title: string) => `预览：${title}`,
  laying: '正在排版……',
  pictureMade: (width: string, height: string) => `PNG为${width}×${height}像素。`,
  outlined: 'SVG里的文字已转为轮廓，没有装字体的电脑打开也一样。',
  lacking: (characters: string) => `SVG里这些字没有轮廓，仍是文字，换一台电脑可能换一种字体：${characters}`,
  noLettersHere: '单文件版不带文字轮廓：SVG里的字仍是文字，换一台电脑可能换一种字体。网站上的下载带轮廓。',
  noLetters: '文字轮廓没有取到：SVG里的字仍是文字，换一台电脑可能换一种字体。可以再试。',
  smallText: (pixels: string) => `这张图内容多，图中最小的字约${pixels}像素；要字大些，请选“公众号”或“印刷”。`,
  notMade: '图片没有做成。可以再试，或换一种版式。',
  hold: '微信里请长按下面的图，选“保存图片”。',
  heldPicture: (title: string) => `可长按保存的图片：${title}`,
  now: '现在选的',
  nowHint: '与“数据表”所示一致：同样的筛选、次序和小数位',
  series: '公布的整个序列',
  seriesHint: '本站data/里的原文件，附来源与状态说明',
  json: 'JSON',
  seriesFile: (file: string) => `${file}（CSV）`,
  package: '数据说明（datapackage.json）',
  noTable: '这张图没有数据表。',
  kept: '出版者没有允许转发这些数字：图片可以引用，数据文件不提供。',
  excelCsv: 'CSV（Excel用）',
  all: '下载ZIP',
  allHint: '图片（SVG、PNG）、数据（CSV、XLSX、JSON）、数据说明、许可和读我',
  allHintKept: '图片（SVG、PNG）、来源说明和读我',
  busy: '正在准备……',
  saved: (file: string) => `已交给浏览器保存：${file}`,
  refused: '浏览器没有接收这个文件。可以再试。',
  inApp: '微信里不能保存这种文件。请点右上角“…”，选“在浏览器打开”，再下载。',
  notFetched: '没有取到所需的程序或文件。可以再试。',
  again: '再试一次',
  /** On the sheet itself. */
  readUntil: (date: string) => `数据读取至${date}`,
  release: (id: string) => `版本${id}`,
  unreleased: '未发布的版本',
  moreNotes: (count: string) => `另有${count}条说明，见下方网址`,
  about: {
    title: '标题',
    indicator: '名称、单位、时期',
    coverage: '覆盖',
    source: '来源',
    licence: '许可',
    licenceUnknown: '见来源页：各来源的许可与读取日期在那里',
    limits: '限制',
    readUntil: '数据读取至',
    release: '版本',
    address: '网址',
    site: '网站',
  },
  rightsOf: (site: string) => `图由${site}绘制；数字的许可依来源`,
  licenceText: (facts: FigureFacts) =>
    [
      '许可',
      '',
      `数字：${facts.licence === '' ? `各来源的许可见${facts.root}sources.html` : facts.licence}`,
      `来源：\n${facts.sources.map((source) => `  ${source}`).join('\n')}`,
      `图：由${facts.site}（${facts.root}）按上述数字绘制，可以自由使用，请保留图中的来源、日期和网址；省级轮廓来自Apache ECharts 4.9.0（Apache-2.0）。`,
    ].join('\n'),
  readMe: (facts: FigureFacts, files: readonly string[]) =>
    [
      facts.takeaway,
      `${facts.heading}${facts.coverage === '' ? '' : `；${facts.coverage}`}`,
      '',
      '文件：',
      ...files.map((name) => `  ${name}：${ofFile(name)}`),
      ...(facts.isKept ? ['', '出版者没有允许转发这些数字，所以没有数据文件。'] : []),
      '',
      `来源：\n${facts.sources.map((source) => `  ${source}`).join('\n')}`,
      ...(facts.limits.length > 0 ? ['', `限制：\n${facts.limits.map((limit) => `  ${limit}`).join('\n')}`] : []),
      '',
      `怎样引用：${facts.site}：${facts.heading}，${releaseOf(facts)}，${facts.address}。另请写明上面的来源和您访问的日期。`,
      '',
      '状态：数字与网页上显示的小数位相同。空格表示没有数字，不是零；为什么没有，写在旁边的“状态”一列：未公布（出版者没有公布）、未收录（可能公布过，本站没有读到）、不适用、未纳入调查、依规不公布。有数字也可能另有状态：初步、估计、预测、推算、约数、下限（“超过”）、上限（“不到”）、存疑。',
    ].join('\n'),
};
