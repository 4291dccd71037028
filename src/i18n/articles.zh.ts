/** A head and what stands below it. */
export type Passage = readonly [head: string, text: string];
export const passages = (...all: readonly Passage[]): readonly Passage[] => all;

/** Words of `embed.html`, the page for those who write articles; drawn into it and never sent as script. */
export const articlesZh = {
  nav: '写稿用图',
  kicker: '给写稿、编稿的人',
  title: '把图放进文章',
  description: '选一张图，复制一段代码或一张图片：每张图都带着来源、单位、时期和数据日期，可以引用，日后可查。',
  lead: '选一张图，复制一段代码，贴进文章。图里一直写着来源、单位、时期和数据日期；要它以后一个像素都不变，就用定格的版本。',
  maker: '选图',
  makerLead: '从上往下选，下面就是文章里的样子，最后一步是复制。',
  withoutScript: '选图要用脚本。没有脚本时，可以从下面的画廊打开一张图，把它的网址交给编辑系统，或者直接下载数据。',
  gallery: '画廊',
  galleryLead: '常用的图。“用这张”回到上面的选图，“打开”看它单独的页面。',
  use: '用这张',
  open: '打开',
  all: (count: number) => `全部${count}张图`,
  /** In front of a list to choose from. */
  choose: { theme: '主题', indicator: '指标', kind: '图', period: '时期', latest: '最新（随数据更新）', region: '标出', noRegion: '不标' },
  kinds: { map: '地图', ranking: '排名', trend: '走势', matrix: '地区×时期', levels: '分级', multiples: '小图组', bump: '名次变化', strip: '分布', world: '各国', networks: '接入', number: '一个数' },
  how: '怎么用',
  steps: passages(
    ['在哪儿都能开始', '本站每张图下面都有“嵌入、下载、复制、引用”，拿到的就是当时看到的那张：时期、地区、换算都在里面。'],
    ['有编辑系统的', '复制“框架”代码，贴进正文的代码块。高度已按宽度留好，文字不会跳动。能放一行脚本的，用“框架和一行脚本”，图展开数据表时会跟着变高。'],
    ['只能放图片的', '用“下载”里的图片：16:9、1:1、4:5、公众号900像素、4K、印刷。图里已写好标题、单位、来源、数据日期、版本和网址。'],
    ['公众号', '“复制”里选“公众号”：一次复制图片、要点、来源和二维码，直接粘贴到编辑器。在微信里打开时，长按图片保存。'],
  ),
  facts: '说清楚的事',
  promises: passages(
    ['随时更新，还是定格', '平常的嵌入图会随数据更新；代码里记着发布时的版本，日后名次或要点变了，图下有一行写明“当时”和“现在”。定格的图连同样式一起保存，不再变；有新数据时只在图下多一行字，链接到变化的说明。'],
    ['网址不作废', '发布过的每个网址都列在数据里的一张单子上，每次生成都逐个核对；改了名的会自动转到新的。'],
    ['不打扰读者', '不设饼干文件，不存任何东西，不用第三方，不回传；只把自己的高度告诉外面的网页。'],
    ['严格的网页也能放', '带 sandbox="allow-scripts" 的框架、禁止内联脚本的安全策略都能用；不开脚本也有图和数据表。对方网页的安全策略要在 frame-src 和 img-src（用脚本的两种再加 script-src）里写上本站的地址；留高度靠 style 属性，不许 style 属性的网页用“自定义元素”，去掉它的 style 即可。'],
    ['能用在哪里', '本站画的图、写的字按 MIT 许可使用，请保留图中的来源一行。数据按各发布方的条款，写在“来源”页；标明不得整表转发的，只能引用和嵌入。'],
  ),
  flags: '网址里可以加的',
  flagsLead: '加在嵌入网址的“?”后面，用“&”连接。读不懂的会写明，不会悄悄忽略。图自己的选择（时期、地区、画法）与原页面的写法相同。',
  schema: '同一份说明的 JSON Schema',
  developers: '给开发的人',
  developersLead: '选图处给出三种写法：只用框架、框架和一行脚本、自定义元素，任选一种；脚本和网址永久不变。',
  listeners: '自己的网页已经在听高度消息的，不用换：图也按 pym.js、AMP、Infogram、open-iframe-resizer 的写法报告高度。我们的脚本核对消息来自哪个框架、哪个网站，高度只在80到4000像素之间。',
  oembed: '支持 oEmbed 的编辑系统：粘贴嵌入页或指标页的网址即可。没有设定网站地址的副本只给出链接，因为框架要写绝对地址。',
  anyFigure: '没有单独页面的图（例如对比页、工坊），用“?page=”和“&figure=”写明页面和图的编号，由这一页整张搬来：',
};
