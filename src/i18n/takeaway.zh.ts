/** Words of what is taken away: files, copied tables; fetched with them. */
export const takeawayZh = {
  nav: '带走',
  label: '带走这张表',
  /** Names of formats are not translated. */
  excelCsv: 'CSV（Excel用）',
  csv: 'CSV',
  xlsx: 'XLSX',
  copy: '复制',
  busy: '正在准备……',
  copied: (rows: string) => `已复制${rows}行，可粘贴到表格或文档`,
  saved: (file: string) => `已交给浏览器保存：${file}`,
  copyRefused: '浏览器不允许复制。可以再试，或选中表格后用键盘复制。',
  saveRefused: '浏览器没有接收这个文件。可以再试，或改用“复制”。',
  inApp: '微信里不能保存文件。请点右上角“…”，选“在浏览器打开”，再下载；也可以用“复制”。',
  notFetched: '生成文件的程序没有取到。可以再试，或改用“复制”。',
  statusOf: (label: string) => `${label}：状态`,
  sourcesSheet: '来源与状态',
  cutTerm: '过长的文字',
  cutText: (count: number, most: number) => `Excel一格至多${most}字，有${count}格末尾已截去，以“…”结束`,
  /** Over the codes of regions. */
  code: '行政区划代码',
  licencesAt: (address: string) => `各来源的许可和读取日期见${address}`,
  about: { title: '标题', indicator: '指标', unit: '单位', period: '时期', source: '来源', statuses: '状态', licence: '许可', readOn: '读取日期', address: '网址', note: '说明', release: '版次' },
};
