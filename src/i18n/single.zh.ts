/** What atlas.html says of itself, and what the site says of it. */
export const singleZh = {
  name: '单文件版',
  /** Before anything is unpacked. */
  opening: '政务数图：正在打开单文件版……',
  broken: '打不开：这个文件不完整，或浏览器太旧。请重新复制或下载，或换用新的浏览器。',
  noScript: '这个文件要用脚本画页面：请在浏览器里允许脚本，或打开网站上的页面。',
  foot: (date: string, release: string) => `单文件版 · 数据读取至${date} · 版本${release}`,
  // The site's offer
  about: '整个网站装在一个文件里：数据、地图、中英文全部页面、大屏、搜索和下载。不联网，放在U盘里，双击即可打开。',
  take: (size: string) => `下载atlas.html（${size} MB）`,
  bytes: (bytes: string) => `${bytes}字节`,
  hashLabel: 'SHA-256：',
  // In the file itself
  here: '正在看的就是单文件版：一个文件，不联网。文章里的嵌入页、分享卡片和SVG的文字轮廓不在其中。',
  siteAt: (address: string) => `网站：${address}`,
  embedding: '嵌入要有网址：文章里的图要从网站读取，这个文件不在网上。请在网站上打开这一页，取嵌入代码。',
  onSite: (address: string) => `网站上的这一页：${address}`,
  notCarried: { title: '单文件版里没有这一页', text: '为文章准备的嵌入页要从网站读取，不在这个文件里。数据和图都在其他页面上。' },
  file: { title: '数据文件', text: (path: string, bytes: string) => `${path}，${bytes}字节，与网站上公布的文件逐字节相同。`, take: '保存这个文件' },
  notSaved: '浏览器没有接收这个文件。',
  failed: { title: '这一页没有画出来', text: '程序在画这一页时出错。其他页面不受影响。' },
  otherRelease: (asked: string, own: string) => `网址所指的版本是${asked}；这个文件只有版本${own}，以下是这一版的数字。当时说过什么，网站上可以查。`,
};
