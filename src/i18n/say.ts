import type { Lang } from '../model/text.ts';
import type { figuresZh } from './figures.zh.ts';

/** Everything a figure needs to speak: the language and its words. */
export interface Say {
  readonly lang: Lang;
  readonly words: typeof figuresZh;
}
