/** The search box; these words go to the browser with it. */
export const searchZh = {
  label: '查找地区、指标、系统',
  placeholder: '广东、gd、粤、44',
  link: '查找',
  shortcut: 'Ctrl K',
  groups: { region: '地区', indicator: '指标', story: '发现', page: '页面', system: '系统', country: '国家', claim: '论坛上的说法' },
  count: (shown: number, more: number) => `${shown}项${more > 0 ? `，另有${more}项` : ''}`,
  none: (typed: string) => `没有找到“${typed}”。可以输入地名、拼音、首字母、简称、行政区划代码或指标名。`,
  noneShort: '没有找到',
  loading: '正在取目录……',
  failed: '目录没有取到，暂时不能查找；打的字还在。',
  refused: '目录读不懂，没有采用；打的字还在。',
  retry: '再试一次',
  scriptFailed: '查找没有取到；全部指标在“指标”页。',
};
