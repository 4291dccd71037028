import { formatPeriod } from '../i18n/format.ts';
import type { transformsZh } from '../i18n/transforms.zh.ts';
import type { Lang } from '../model/text.ts';
import type { TransformRefusal } from './transform.ts';

/** Why there is no derived figure, and what would be needed, in one sentence. */
export function refusalSentence(refusal: TransformRefusal, { refusal: words }: typeof transformsZh, lang: Lang): string {
  switch (refusal.reason) {
    case 'bound':
    case 'forecast':
    case 'doubtful':
      return words[refusal.of][refusal.reason];
    case 'methodBreak':
      return words.methodBreak(formatPeriod(refusal.methodBreak.period, lang), refusal.methodBreak.reason[lang].replace(/[。.]$/, ''));
    case 'baseMissing':
    case 'notLater':
    case 'noYearBefore':
    case 'noNationAt':
    case 'noPopulation':
      return words[refusal.reason](formatPeriod(refusal.period, lang));
    case 'incomplete':
      return words.incomplete(refusal.k, refusal.n);
    default:
      return words[refusal.reason];
  }
}
