import { formatPeriod } from '../i18n/format.ts';
import type { Lang } from '../model/text.ts';
import { readPlace } from './places.ts';
import type { ThenTerms } from './thenNow.ts';

/** “并列第5，共31（2024年）”; in a copy that tells no places, the group. */
export function placeWords(text: string | null, { period, n }: { readonly period: string; readonly n: number }, terms: ThenTerms, lang: Lang): string {
  const place = readPlace(text ?? undefined);
  if (place === null) return terms.none;
  return terms.placeAt(place.kind === 'open' ? terms.open : place.kind === 'group' ? terms.group(place) : terms.place({ ...place, n }), formatPeriod(period, lang));
}
