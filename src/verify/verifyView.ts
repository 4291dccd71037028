import { formatList, formatNumber } from '../i18n/format.ts';
import type { Say } from '../i18n/say.ts';
import type { verifyZh } from '../i18n/verify.zh.ts';
import { readCellKey } from '../releases/cells.ts';
import { cellName, cellWords } from '../releases/cellWords.ts';
import type { ThenTerms } from '../releases/thenNow.ts';
import type { TableView } from '../view/tableView.ts';
import type { Answer } from './answer.ts';
import type { ChangedSince, FigureCheck } from './checkFigures.ts';
import type { Finding, KnownFile } from './finding.ts';
import { asShown } from './sameFigure.ts';
import type { VerifyIndex } from './verifyIndex.ts';

export type VerifyTerms = typeof verifyZh;

/** `good`: as published; `bad`: altered; `open`: it can't be told. Said in words too: colour carries nothing alone. */
export type Tone = 'good' | 'bad' | 'open';

export interface ResultView {
  /** The file's name, or what was asked. */
  readonly name: string;
  readonly tone: Tone;
  readonly verdict: string;
  readonly sentences: readonly string[];
  readonly facts: readonly { readonly label: string; readonly text: string; readonly href?: string }[];
  readonly tables: readonly { readonly caption: string; readonly table: TableView; readonly more: string }[];
  readonly inside: readonly ResultView[];
}

export interface VerifySpeech {
  readonly terms: VerifyTerms;
  readonly then: ThenTerms;
  readonly say: Say;
  /** A page of the site in the reader's language. */
  readonly href: (path: string) => string;
}

const MOST_ROWS = 100;
const dateOf = (release: string): string => release.slice(0, 10);
/** A day has as many releases as are made of its data: then the hash says which. */
function labelOf(release: string, { release: now, releases }: VerifyIndex): string {
  const sameDay = new Set([now, ...releases.map(({ id }) => id)].filter((id) => dateOf(id) === dateOf(release)));
  return sameDay.size > 1 ? shortOf(release) : dateOf(release);
}
const shortOf = (release: string): string => `${dateOf(release)} · ${release.slice(11)}`;

/** Which figure, and what stood there. */
function cellSpeech(index: VerifyIndex, { terms, then, say }: VerifySpeech) {
  const names = new Map(index.regions.map((region) => [region.id, region[say.lang]]));
  const indicatorOf = (id: string) => {
    const own = index.indicators.find((one) => one.id === id);
    return own && asShown(own);
  };
  return {
    which: (id: string, key: string): string => [indicatorOf(id)?.short[say.lang] ?? id, cellName(readCellKey(key), indicatorOf(id), (region) => names.get(region) ?? region, say)].join(say.words.comma),
    told: (id: string, cell: string | null, absent: string): string => (cell === null ? absent : cellWords(cell, indicatorOf(id), then, say)),
    why: ({ by }: ChangedSince): string => (by === null ? terms.notReleased : terms.correctedAt(by.date, by.reason?.[say.lang] ?? '')),
  };
}

function wrongTable({ wrong }: FigureCheck, index: VerifyIndex, speech: VerifySpeech): ResultView['tables'] {
  if (wrong.length === 0) return [];
  const { terms } = speech;
  const { which, told } = cellSpeech(index, speech);
  const { columns } = terms;
  const table: TableView = {
    columns: [{ key: 'cell', label: columns.cell, head: true }, { key: 'file', label: columns.file, numeric: true }, { key: 'then', label: columns.then, numeric: true }, { key: 'now', label: columns.now, numeric: true }],
    rows: wrong.slice(0, MOST_ROWS).map(({ indicator, key, found, then, now }, at) => ({ key: `${indicator} ${key} ${at}`, cells: [which(indicator, key), String(found).replace('-', '−'), told(indicator, then, terms.none), told(indicator, now, then === null ? terms.none : terms.gone)].map((text) => ({ text })) })),
  };
  return [{ caption: terms.wrongCaption, table, more: wrong.length > MOST_ROWS ? terms.shown(MOST_ROWS) : '' }];
}

function sinceTable(since: readonly ChangedSince[], index: VerifyIndex, speech: VerifySpeech): ResultView['tables'] {
  if (since.length === 0) return [];
  const { terms } = speech;
  const { which, told, why } = cellSpeech(index, speech);
  const { columns } = terms;
  const table: TableView = {
    columns: [{ key: 'cell', label: columns.cell, head: true }, { key: 'then', label: columns.then, numeric: true }, { key: 'now', label: columns.now, numeric: true }, { key: 'why', label: columns.why }],
    rows: since.slice(0, MOST_ROWS).map((one) => ({ key: `${one.indicator} ${one.key}`, cells: [which(one.indicator, one.key), told(one.indicator, one.then, terms.none), told(one.indicator, one.now, terms.gone), why(one)].map((text) => ({ text })) })),
  };
  return [{ caption: terms.sinceCaption, table, more: since.length > MOST_ROWS ? terms.shown(MOST_ROWS) : '' }];
}

function knownSentences({ kind, path, releases, isNow, since }: KnownFile, index: VerifyIndex, { terms }: VerifySpeech): readonly string[] {
  return [
    terms.isFile(terms.kinds[kind], path),
    ...(releases.length > 0 ? [terms.ofRelease(releases.map((id) => labelOf(id, index)).join(' / '))] : []),
    ...(kind === 'table' || kind === 'file' ? [isNow ? terms.stillNow : terms.notNow] : []),
    ...(since.length > 0 ? [terms.since(since.length)] : []),
  ];
}

function checkSentences(check: FigureCheck, index: VerifyIndex, { terms, say }: VerifySpeech): readonly string[] {
  const date = labelOf(check.release, index);
  const names = formatList(check.kept.map((id) => index.indicators.find((one) => one.id === id)?.short[say.lang] ?? id), say.lang);
  return [
    ...(check.unknownRelease === null ? [] : [terms.unknownReleaseText(check.unknownRelease)]),
    ...(check.same + check.wrong.length === 0 ? [] : [check.wrong.length === 0 ? terms.sameAll(check.same, date) : terms.sameSome(check.same, check.wrong.length, date)]),
    ...(check.isStated || check.same === 0 ? [] : [terms.notStated(date)]),
    ...(check.missing > 0 ? [terms.missing(check.missing)] : []),
    ...(check.others > 0 ? [terms.others(check.others)] : []),
    ...(check.same === 0 ? [] : [check.since.length === 0 ? terms.sinceNone : terms.since(check.since.length)]),
    ...(check.kept.length > 0 ? [terms.keptTables(names)] : []),
  ];
}

/** The release that a file names is none of the site's. */
const isStrange = (release: string | null, { release: now, releases }: VerifyIndex): release is string => release !== null && release !== now && !releases.some(({ id }) => id === release);

function verdictOf({ known, check, seal, damaged, fault, hints, inside }: Finding, index: VerifyIndex, terms: VerifyTerms): readonly [Tone, string] {
  if (known) return ['good', known.isNow ? terms.published : terms.publishedEarlier];
  if (fault !== null && fault !== 'notOurs') return ['open', terms.unreadable];
  if (check && check.wrong.length > 0) return ['bad', terms.altered];
  if (seal?.kind === 'broken' || damaged !== null) return ['bad', terms.sealBroken];
  if (isStrange(hints.release, index)) return ['open', terms.unknownRelease];
  if (check && check.same > 0) return check.missing > 0 ? ['open', terms.agrees] : ['good', terms.agrees];
  if (seal?.kind === 'whole') return ['good', terms.sealWhole];
  if (check && check.kept.length > 0) return ['open', terms.kept];
  if (inside.length > 0) {
    const tones = inside.map((one) => verdictOf(one, index, terms)[0]);
    return tones.includes('bad') ? ['bad', terms.altered] : tones.includes('good') ? ['good', terms.agrees] : ['open', terms.identified];
  }
  if (fault !== null) return ['open', terms.nothing];
  return ['open', terms.identified];
}

/** What was found of a file, in words. */
export function findingView(finding: Finding, index: VerifyIndex, speech: VerifySpeech): ResultView {
  const { terms, href } = speech;
  const { name, bytes, sha256, kind, known, hints, title, check, seal, damaged, fault, inside } = finding;
  const [tone, verdict] = verdictOf(finding, index, terms);
  const isPicture = kind === 'png' || kind === 'jpeg';
  const release = known ? (known.releases[known.releases.length - 1] ?? null) : (hints.release ?? (check && check.same > 0 ? check.release : null));
  const sentences = [
    ...(fault === null || (fault === 'notOurs' && check) ? [] : [isPicture && fault === 'notOurs' ? terms.reencoded : terms.faults[fault]]),
    ...(kind === 'html' && fault !== null ? [terms.isHtml] : []),
    ...(known ? knownSentences(known, index, speech) : []),
    ...(title === '' || fault !== null ? [] : [terms.saysTitle(title)]),
    ...(check ? checkSentences(check, index, speech) : isStrange(hints.release, index) ? [terms.unknownReleaseText(hints.release)] : []),
    ...(seal?.kind === 'whole' ? [terms.sealWholeText] : []),
    ...(seal?.kind === 'broken' ? (seal.words.length > 0 ? seal.words.slice(0, MOST_ROWS).map(({ word, after }) => terms.sealWord(word, after)) : [terms.sealShape]) : []),
    ...(damaged === null ? [] : [terms.damaged(damaged)]),
    ...(isPicture && fault === null ? [terms.pixels] : []),
  ];
  const page = /(?:^|\/)((?:indicator|region|story)\/[\w-]+\.html|[\w-]+\.html)(?=[?#]|$)/.exec(hints.address ?? '')?.[1];
  return {
    name,
    tone,
    verdict,
    sentences,
    facts: [
      { label: terms.facts.kind, text: terms.types[kind] },
      { label: terms.facts.size, text: terms.bytes(formatNumber(bytes)) },
      ...(release === null || isStrange(release, index) ? [] : [{ label: terms.facts.release, text: shortOf(release), href: href(`changes.html${index.releases.some(({ id }) => id === release) ? `#${release}` : ''}`) }]),
      // Only a page of this site: where an address of a file leads is somebody else's word.
      ...(hints.address === null ? [] : [{ label: terms.facts.address, text: hints.address.slice(0, 300), ...(page !== undefined && !page.startsWith('embed') && { href: href(page) }) }]),
      ...(sha256 === '' ? [] : [{ label: terms.facts.sha256, text: sha256 }]),
    ],
    tables: [...(check ? wrongTable(check, index, speech) : []), ...sinceTable(check?.since ?? known?.since ?? [], index, speech)],
    inside: inside.map((one) => findingView(one, index, speech)),
  };
}

/** What was found of a question; null: nothing was asked. */
export function answerView(found: Answer, index: VerifyIndex, speech: VerifySpeech): ResultView | null {
  const { terms, say, href } = speech;
  const plain = { sentences: [], facts: [], tables: [], inside: [] };
  const releaseFact = (id: string) => ({ label: terms.facts.changes, text: terms.facts.open, href: href(`changes.html#${id}`) });
  switch (found.kind) {
    case 'nothing':
      return null;
    case 'release': {
      const { id, release, isNow } = found;
      const isFirst = index.releases[0]?.id === id;
      const count = release ? formatNumber(release.tables.filter(({ cells }) => cells !== '').length) : '';
      return {
        ...plain,
        name: id,
        tone: 'good',
        verdict: terms.isRelease(labelOf(id, index)),
        sentences: [release === null ? terms.releaseAhead : isNow ? terms.releaseNow : terms.releaseEarlier(labelOf(index.release, index)), ...(release ? [isFirst ? terms.firstTables(count) : terms.tables(count)] : [])],
        facts: [
          { label: terms.facts.release, text: shortOf(id) },
          ...(release?.reason ? [{ label: terms.facts.reason, text: release.reason[say.lang] }] : []),
          ...(release ? [{ label: terms.facts.record, text: release.record }, releaseFact(id)] : []),
        ],
      };
    }
    case 'files': {
      const [only, ...others] = found.files;
      const all = found.files.flatMap((file) => knownSentences(file, index, speech));
      return { ...plain, name: found.asked, tone: 'good', verdict: others.length > 0 ? terms.several(found.files.length) : only?.isNow === true ? terms.published : terms.publishedEarlier, sentences: all, tables: sinceTable(others.length > 0 ? [] : (only?.since ?? []), index, speech) };
    }
    case 'address': {
      const { hints, release, isNow } = found;
      const id = hints.release;
      const known = id !== null && (release !== null || isNow);
      return {
        ...plain,
        name: (hints.address ?? '').slice(0, 300),
        tone: known ? 'good' : 'open',
        verdict: known ? terms.isRelease(labelOf(id, index)) : id !== null ? terms.unknownRelease : terms.address,
        sentences: [id === null ? terms.addressPlain : known ? (isNow ? terms.releaseNow : terms.releaseEarlier(labelOf(index.release, index))) : terms.unknownReleaseText(id)],
        facts: known && release ? [{ label: terms.facts.release, text: shortOf(id) }, releaseFact(id)] : [],
      };
    }
    case 'unknown':
      return { ...plain, name: found.asked.slice(0, 100), tone: 'open', verdict: terms.unknown(found.asked.slice(0, 100)), sentences: [found.isHash ? terms.unknownHash : terms.unknownText, ...(found.near.length > 0 ? [`${terms.near}${say.lang === 'zh' ? '' : ' '}${found.near.map(shortOf).join(say.words.comma)}`] : [])] };
  }
}
