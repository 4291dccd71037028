import { WORDS } from '../../src/prerender/pageContext.ts';
import type { IndicatorTable } from '../../src/model/indicator.ts';
import { LANGS, type Lang, type Text } from '../../src/model/text.ts';
import type { Standings } from '../../src/model/site.ts';
import { cellsOf, readCells, writeCells } from '../../src/releases/cells.ts';
import { figureRecord, type KeptRelease, type PresentFigure } from '../../src/releases/figureRecord.ts';
import { makeRelease, type LivePage, type Refusal } from '../../src/releases/makeRelease.ts';
import { sha256, shortHash, unpackFiles } from '../../src/releases/pack.ts';
import { placesOf } from '../../src/releases/places.ts';
import { thenLine, type FigureRecord, type ThenLine, type ThenQuestion } from '../../src/releases/record.ts';
import type { ReleaseRecord } from '../../src/releases/releaseRecord.ts';
import { toyRegions } from '../support/toys.ts';

/** A site in the small: tables, one page for an article in each language, what it is drawn with, and its releases. */

export const speech = (standings: Standings, lang: Lang) => ({ say: { lang, words: WORDS[standings][lang].say }, terms: WORDS[standings][lang].page.then });

export const presentOf = (tables: readonly IndicatorTable[], standings: Standings = 'places') =>
  new Map(tables.map((table) => {
    const cells = cellsOf(table);
    return [table.indicator.id, { table, cells, state: shortHash(writeCells(cells)), places: placesOf(table, toyRegions, speech(standings, 'zh').say), sha256: sha256(writeCells(cells)) }];
  }));

/** Says what its table says, in the way of the real ones: one style sheet, one script, a foot. */
export function toyPage(lang: Lang, release: string, takeaway: string, drawn: string): string {
  const base = lang === 'en' ? '../../' : '../';
  const [, date = '', hash = ''] = /^(\d{4}-\d\d-\d\d)-(.*)$/.exec(release) ?? [];
  return `<!doctype html><html lang="${lang}"><head><meta name="atlas-release" content="${release}"><link rel="stylesheet" href="${base}assets/embed-AbCd1234.css"><link rel="canonical" href="${base}indicator/toys.html?period=2001&amp;release=${release}"></head>
<body class="embed"><figure class="embed-figure"><h1>${takeaway}</h1><div class="embed-picture">${drawn}</div><p class="embed-release">${date} · ${hash}</p></figure><script src="${base}assets/embed-EfGh5678.js" data-full="${base}assets/embed-full-QrSt3456.js" defer></script></body></html>`;
}

export interface ToyDay {
  readonly date: string;
  readonly tables: readonly IndicatorTable[];
  /** That the figure doesn't show. */
  readonly others?: readonly IndicatorTable[];
  readonly takeaways: Text;
  readonly reason?: Text | null;
  /** Of the style sheet and the script. */
  readonly style?: string;
  readonly script?: string;
  readonly standings?: Standings;
}

export class ToySite {
  readonly releases: KeptRelease[] = [];
  readonly kept = new Map<string, Uint8Array>();
  readonly packs: { readonly name: string; readonly bytes: Uint8Array }[] = [];

  releaseOf({ date, tables, others = [] }: ToyDay) {
    const hash = shortHash([...tables, ...others].map((table) => writeCells(cellsOf(table))).join('\n'));
    return { id: `${date}-${hash}`, date, hash };
  }

  figures({ tables, takeaways }: ToyDay): readonly PresentFigure[] {
    return LANGS.map((lang) => ({ name: 'map-toys', lang, takeaway: takeaways[lang], tables: tables.map(({ indicator }) => indicator.id) }));
  }

  /** Today's release, kept like the real ones: what is read later comes out of the packs. */
  release(day: ToyDay): { readonly record: ReleaseRecord; readonly shared: number } | { readonly refusal: Refusal } {
    const { tables, others = [], style = 'body{color:black}', script = 'draw()', standings = 'places', reason = null } = day;
    const release = this.releaseOf(day);
    const drawn = tables.map((table) => writeCells(cellsOf(table))).join('\n');
    const pages = this.figures(day).map((figure): LivePage => ({ ...figure, route: figure.lang === 'en' ? 'en/embed/map-toys.html' : 'embed/map-toys.html', html: toyPage(figure.lang, release.id, figure.takeaway, drawn) }));
    const outcome = makeRelease({
      release, standings, releases: this.releases, kept: this.kept, present: presentOf([...tables, ...others], standings), pages, reason,
      asset: (path) => Buffer.from(path.endsWith('.css') ? style : path.includes('then') ? 'listen()' : script),
      listener: 'assets/then-IjKl9012.js',
      stampOf: (lang, { date, hash }) => WORDS[standings][lang].page.then.frozen(date, hash),
    });
    if ('refusal' in outcome) return outcome;
    const { record, pack, shared } = outcome.made;
    if (pack) {
      this.packs.push({ name: record.pack ?? '', bytes: pack.bytes });
      for (const [path, content] of unpackFiles(pack.bytes, pack.hash).files) this.kept.set(path, content);
    }
    this.releases.push({
      record,
      cellsOf: (indicator) => {
        const table = record.tables.find((one) => one.indicator === indicator);
        const content = table && this.kept.get(`cells/${indicator}.${table.cells}.txt`);
        return content ? readCells(Buffer.from(content).toString('utf8')) : null;
      },
    });
    return { record, shared };
  }

  /** What the site says of its figure on a day. */
  recordOn(day: ToyDay): FigureRecord {
    const standings = day.standings ?? 'places';
    return figureRecord({ name: 'map-toys', release: this.releaseOf(day).id, figures: this.figures(day), releases: this.releases, present: presentOf(day.tables, standings), regions: toyRegions }, { zh: speech(standings, 'zh'), en: speech(standings, 'en') });
  }

  lineOn(day: ToyDay, question: Omit<ThenQuestion, 'lang'> & { readonly lang?: Lang }): ThenLine | null {
    return thenLine(this.recordOn(day), { lang: 'zh', ...question });
  }

  frozenText(record: ReleaseRecord, lang: Lang): string {
    const file = record.figures.find((figure) => figure.lang === lang)?.file ?? '';
    return Buffer.from(this.kept.get(`frozen/${file}`) ?? []).toString('utf8');
  }
}
