import { fileName } from '../download/fileName.ts';
import type { Sheet, SheetCell, SheetColumn } from '../download/sheet.ts';
import { formatFigure, formatNumber, formatPeriod, unitName } from '../i18n/format.ts';
import type { Say } from '../i18n/say.ts';
import type { takeawayZh } from '../i18n/takeaway.zh.ts';
import type { RegionId } from '../model/region.ts';
import type { Standing } from '../query/composite.ts';
import { DRAW_COUNT, DRAW_SEED, type Spread } from '../query/draws.ts';
import { lackWord, scoreDecimals, scoreText, shareText, type Made, type WorkshopTerms, type WorkshopView } from './workshopView.ts';
import { amountOf, withoutNoise } from './workings.ts';

export interface WorkshopSheetFacts {
  readonly made: Made;
  readonly view: WorkshopView;
  readonly spreads: ReadonlyMap<RegionId, Spread> | null;
  readonly title: string;
  readonly limits: readonly string[];
  readonly source: string;
  readonly address: string;
}

const NOTHING: SheetCell = { text: '', value: null };

/** The index as a spreadsheet gets it: in the order shown, with the weights in its heads and all of its making beside it. */
export function workshopSheet({ made, view, spreads, title, limits, source, address }: WorkshopSheetFacts, say: Say, terms: WorkshopTerms, taken: typeof takeawayZh): Sheet {
  const { lang, words } = say;
  const { chosen, composite, choice, counted } = made;
  const method = terms.normalisations[choice.normalisation];
  const decimals = scoreDecimals(choice.normalisation);
  const regionOf = new Map(counted.map((region) => [region.id, region]));
  const standingOf = new Map(composite.ranked.map((row) => [row.regionId, row]));
  const spreadHeads = spreads ? (['low', 'high', 'min', 'max'] as const) : [];
  const label = (text: string, unit: string) => (unit === '' ? text : text + words.aside(unit));
  const columns: readonly SheetColumn[] = [
    { key: 'code', label: terms.table.code, kind: 'text' },
    { key: 'region', label: words.region, kind: 'text' },
    { key: 'rank', label: words.rank, kind: 'number' },
    ...spreadHeads.map((key): SheetColumn => ({ key, label: terms.table[key], kind: 'number' })),
    ...(spreadHeads.length > 0 ? [{ key: 'first', label: terms.table.first, kind: 'number' as const, decimals: 2 }] : []),
    { key: 'score', label: terms.table.score(method), kind: 'number', decimals },
    ...chosen.flatMap(({ indicator, period, weight, share }): readonly SheetColumn[] => [
      { key: `value-${indicator.id}`, label: label(terms.table.value(indicator.short[lang], formatPeriod(period, lang)), unitName(indicator, lang)), kind: 'number' },
      { key: `part-${indicator.id}`, label: terms.table.part(indicator.short[lang], weight, shareText(share)), kind: 'number', decimals },
    ]),
    { key: 'state', label: terms.table.state, kind: 'text' },
  ];

  const score = (x: number): SheetCell => ({ text: scoreText(x, choice.normalisation), value: withoutNoise(x) });
  const plain = (text: string): SheetCell => ({ text, value: text === '' ? null : text });
  const count = (x: number): SheetCell => ({ text: String(x), value: x });
  /** The figure of one indicator, and what it adds; with why where there is none. */
  const pair = (id: RegionId, at: number, standing: Standing | undefined): readonly [SheetCell, SheetCell] => {
    const one = chosen[at];
    const region = regionOf.get(id);
    if (!one || !region) return [NOTHING, NOTHING];
    const lack = composite.lacks.find((found) => found.regionId === id && found.at === at);
    if (lack) {
      const word = lackWord(lack, region, one.indicator, say, terms);
      return [{ text: word, value: null, status: word }, NOTHING];
    }
    const part = standing?.parts[at];
    const observation = part?.observation ?? one.observations.find(({ regionId }) => regionId === id);
    if (!observation || observation.value === null) return [NOTHING, NOTHING];
    return [{ text: formatFigure(observation, one.indicator, lang), value: amountOf(observation, one.indicator, lang).x }, part ? score(part.part) : NOTHING];
  };

  const rowOf = (id: RegionId, name: string, rank: string, tied: string, state: string): readonly SheetCell[] => {
    const standing = standingOf.get(id);
    const spread = spreads?.get(id);
    const rankCell: SheetCell = standing ? { text: rank, value: standing.rank, ...(tied === '' ? {} : { status: tied }) } : NOTHING;
    const first = spread && standing ? ((spread.within[0] ?? 0) / (spread.within.at(-1) ?? 1)) * 100 : null;
    return [
      plain(id),
      plain(name),
      rankCell,
      ...spreadHeads.map((key) => (spread && standing ? count(spread[key]) : NOTHING)),
      ...(spreadHeads.length > 0 ? [first === null ? NOTHING : { text: formatNumber(first, 2), value: withoutNoise(first) }] : []),
      standing ? score(standing.score) : NOTHING,
      ...chosen.flatMap((_, at) => pair(id, at, standing)),
      plain(state),
    ];
  };

  const { about } = taken;
  return {
    name: terms.nav,
    fileName: fileName('index-workshop', choice.normalisation, String(chosen.length), lang),
    columns,
    rows: [...view.rows.map((row) => rowOf(row.id, row.name, row.rank, row.tied, row.partial)), ...view.unranked.map((row) => rowOf(row.id, row.name, '', '', row.text))],
    about: [
      [terms.about.official, terms.banner + (lang === 'zh' ? '' : ' ') + terms.bannerText],
      [about.title, title],
      ...chosen.map(({ indicator, period, weight, share }) => [terms.about.weights, terms.about.weight(indicator.name[lang], weight, shareText(share), formatPeriod(period, lang))] as const),
      [terms.about.normalisation, method],
      [terms.about.missing, terms.missings[choice.missing]],
      [terms.about.draws, terms.about.drawn(terms.drawSchemes[choice.draws], formatNumber(DRAW_COUNT), String(DRAW_SEED))],
      [about.source, source],
      ...[...limits, ...view.notes].map((text) => [about.note, text] as const),
      [about.address, address],
    ],
  };
}
