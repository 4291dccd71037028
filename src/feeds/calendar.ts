import { plainText } from '../download/plainText.ts';
import type { Atlas } from '../model/atlas.ts';
import type { Release } from '../model/release.ts';
import type { PageContext } from '../prerender/pageContext.ts';
import { dayAfter, periodSpan } from '../query/periodSpan.ts';
import { expectedReleases, intervalWords } from './expected.ts';
import { urnOf } from './urn.ts';

const MOST_OCTETS = 75;

/** RFC 5545, 3.3.11: what would end or part a text. */
const escaped = (text: string): string => plainText(text).replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');

/** Lines of at most 75 octets; the next ones begin with a space. A character of several octets stays whole. */
export function folded(line: string): string {
  const encoder = new TextEncoder();
  const lines: string[] = [];
  let own = '';
  let octets = 0;
  for (const sign of line) {
    const length = encoder.encode(sign).length;
    if (octets + length > MOST_OCTETS) {
      lines.push(own);
      own = ' ';
      octets = 1;
    }
    own += sign;
    octets += length;
  }
  return [...lines, own].join('\r\n');
}

const day = (date: string): string => date.replaceAll('-', '');

/**
 * When new data are expected, as iCalendar (RFC 5545): an event lasts the whole month or year that is expected, is tentative,
 * and takes nobody's time. Names and stamps come from the data, so the same data give the same file.
 */
export function calendar(atlas: Atlas, release: Release, { lang, say, words }: PageContext): string {
  const terms = words.feeds.calendar;
  const events = expectedReleases(atlas, release.date).map((one) => {
    const { dataset, due, tables, isOverdue } = one;
    const names = tables.map(({ indicator }) => indicator.short[lang]).join(lang === 'zh' ? '、' : ', ');
    // Of the series of editions, not of one: when it is later than expected, the event is the same.
    const uid = urnOf('expected', dataset.id.split('/')[0] ?? '', due, ...tables.map(({ indicator }) => indicator.id)).replace('urn:uuid:', '');
    const summary = (isOverdue ? terms.summaryOverdue : terms.summary)(dataset.title[lang], tables.length);
    return [
      'BEGIN:VEVENT',
      `UID:${uid}`,
      `DTSTAMP:${day(release.date)}T000000Z`,
      `DTSTART;VALUE=DATE:${day(periodSpan(due).first)}`,
      `DTEND;VALUE=DATE:${day(dayAfter(due))}`,
      `SUMMARY:${escaped(summary)}`,
      `DESCRIPTION:${escaped(terms.description(intervalWords(one, say), names))}`,
      'STATUS:TENTATIVE',
      'TRANSP:TRANSPARENT',
      'CLASS:PUBLIC',
      'END:VEVENT',
    ];
  });
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:-//E-Gov Atlas//${release.id}//${lang.toUpperCase()}`, 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', `X-WR-CALNAME:${escaped(terms.name)}`, ...events.flat(), 'END:VCALENDAR'];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
