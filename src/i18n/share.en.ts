import { citeEn } from './cite.en.ts';
import { copyEn } from './copy.en.ts';
import { embeddingEn } from './embedding.en.ts';
import { pictureEn } from './picture.en.ts';
import type { shareZh } from './share.zh.ts';

export const shareEn: typeof shareZh = {
  label: (name) => `Take this figure away: ${name}`,
  close: 'Close',
  tabs: { embed: 'Embed', download: 'Download', copy: 'Copy', cite: 'Cite' },
  embedding: embeddingEn,
  picture: pictureEn,
  copying: copyEn,
  citing: citeEn,
};
