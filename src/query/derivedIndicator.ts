import { formatPeriod } from '../i18n/format.ts';
import { transformsEn } from '../i18n/transforms.en.ts';
import { transformsZh } from '../i18n/transforms.zh.ts';
import type { Indicator, Unit } from '../model/indicator.ts';
import type { Period } from '../model/observation.ts';
import type { Lang, Text } from '../model/text.ts';
import type { PerHead } from './derivedValue.ts';
import type { TransformKind } from './transform.ts';

export interface Derived {
  /** One for all lines; null: each line has its own, or the kind has none. */
  readonly base: Period | null;
  readonly per: PerHead;
  /** What shares are of: the nation's published total, the sum of n regions, or one in some periods and the other in others. */
  readonly total: 'nation' | number | null;
}

const WORDS = { zh: transformsZh, en: transformsEn };

const inBoth = (text: (lang: Lang) => string): Text => ({ zh: text('zh'), en: text('en') });

/** The unit without its multiplier: 万个 is counted in 个, “thousand sites” in sites. */
export const bareUnit = ({ zh, en }: Unit): Text => ({ zh: zh.replace(/^(?:万亿|亿|万)(?=.)/, ''), en: en.replace(/^(?:thousand|million|billion|trillion) (?=.)/, '') });

function unitOf(indicator: Indicator, kind: TransformKind, per: PerHead): Unit {
  const plain = (unit: Text): Unit => ({ ...unit, multiplier: 1, enMultiplier: 1 });
  switch (kind) {
    case 'index':
      return plain(inBoth((lang) => WORDS[lang].indexUnit));
    case 'yearOnYear':
    case 'averageGrowth':
    case 'shareOfTotal':
      return plain({ zh: '%', en: '%' });
    case 'perHead': {
      const counted = bareUnit(indicator.unit);
      return plain(inBoth((lang) => WORDS[lang].perHeadUnit[per](counted[lang])));
    }
    case 'toNation':
      return indicator.unit.zh === '%' ? plain(inBoth((lang) => WORDS[lang].points)) : indicator.unit;
  }
}

function nameOf(kind: TransformKind, { base, per, total }: Derived, lang: Lang): string {
  const { derived } = WORDS[lang];
  switch (kind) {
    case 'index':
      return base === null ? derived.indexOwn : derived.index(formatPeriod(base, lang));
    case 'averageGrowth':
      return base === null ? derived.averageGrowthOwn : derived.averageGrowth(formatPeriod(base, lang));
    case 'shareOfTotal':
      return total === 'nation' ? derived.shareOfNation : total === null ? derived.shareOfEither : derived.shareOfSum(total);
    case 'perHead':
      return derived.perHead[per];
    case 'yearOnYear':
    case 'toNation':
      return derived[kind];
  }
}

/**
 * The descriptor of a derived table: whose figures they were stays (id, series, breaks, who is expected); unit and
 * names are new; edges, limits and classes of the published values fall away. What regions' derived figures add up to
 * means nothing, so `additive` falls away too.
 */
export function derivedIndicator(indicator: Indicator, kind: TransformKind, how: Derived): Indicator {
  const { id, name, short, definition, theme, expected, better, series, methodBreaks, notes } = indicator;
  const extended = (text: Text): Text => inBoth((lang) => WORDS[lang].extended(text[lang], nameOf(kind, how, lang)));
  return {
    id, theme, expected, better,
    name: extended(name),
    short: extended(short),
    definition: inBoth((lang) => WORDS[lang].derivedDefinition(nameOf(kind, how, lang), definition[lang])),
    unit: unitOf(indicator, kind, how.per),
    publishes: 'values',
    ...(series !== undefined && { series }),
    ...(methodBreaks !== undefined && { methodBreaks }),
    ...(notes !== undefined && { notes }),
  };
}
