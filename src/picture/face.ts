import type { Face } from '../letters/letters.ts';
import type { TextMark } from './mark.ts';

const SERIF = /^["']?(?:Songti|Georgia|Source Han Serif|Noto Serif|serif)/;

/** In which of the atlas' faces a text is set. */
export const faceOf = ({ family, weight, size }: Pick<TextMark, 'family' | 'weight' | 'size'>): Face => (SERIF.test(family) && size >= 18 ? 'display' : weight >= 550 ? 'strong' : 'text');
