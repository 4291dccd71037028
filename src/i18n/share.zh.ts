import { citeZh } from './cite.zh.ts';
import { copyZh } from './copy.zh.ts';
import { embeddingZh } from './embedding.zh.ts';
import { pictureZh } from './picture.zh.ts';

/** Words of the window in which a figure is embedded, downloaded, copied or cited; fetched when it opens. */
export const shareZh = {
  label: (name: string) => `带走这张图：${name}`,
  close: '关闭',
  tabs: { embed: '嵌入', download: '下载', copy: '复制', cite: '引用' },
  embedding: embeddingZh,
  picture: pictureZh,
  copying: copyZh,
  citing: citeZh,
};
