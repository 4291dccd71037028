import { folderOf } from '../i18n/languages.ts';
import { readFlags } from './flags.ts';
import { OWN_ATTRIBUTES } from './hosts/ownAttributes.ts';
import { reserved, type Heights } from './reserve.ts';

/** A frame alone; with one line of script that follows its height; or the custom element. */
export const SNIPPET_KINDS = ['iframe', 'resizing', 'element'] as const;
export type SnippetKind = (typeof SNIPPET_KINDS)[number];

export interface SnippetFacts {
  /** Root of the site, with a slash at its end. */
  readonly root: string;
  readonly lang: 'zh' | 'en';
  /** “map-internet-penetration”; “any” for a figure without a page of its own; a frozen file's name. */
  readonly name: string;
  /** Name of a frozen file below embed/frozen/; null: the live figure. */
  readonly frozen: string | null;
  /** Figure's choice, flags and release: “?period=2015&theme=dark”. */
  readonly search: string;
  /** Name of the frame, for those who hear the page. */
  readonly title: string;
  /** What stands for the figure where there is none: takeaway, unit, period, source. */
  readonly alt: string;
  readonly heights: Heights;
  /** Its card, 1200 × 630; null: it has none, and its words stand alone. */
  readonly pictureUrl: string | null;
  /** The whole figure with the same choice. */
  readonly pageUrl: string;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Address of the embed itself. */
export const embedUrl = ({ root, lang, name, frozen, search }: Pick<SnippetFacts, 'root' | 'lang' | 'name' | 'frozen' | 'search'>): string =>
  new URL(`${frozen === null ? folderOf(lang) : ''}embed/${frozen === null ? `${name}.html` : `frozen/${frozen}`}${search}`, root).href;

const style = (rules: string): string => ` style="${rules}"`;

/** As `<egov-figure>` reads them: at 320, 559, 640, 900 pixels. */
const heightsOf = (heights: Heights): string => [heights[320], heights[559] ?? heights[320], heights[640], heights[900]].join(' ');

/** A link with the figure's card, or with its words. */
function fallback({ pictureUrl, pageUrl, alt }: SnippetFacts, place: string): string {
  const inside = pictureUrl === null ? escaped(alt) : `<img src="${escaped(pictureUrl)}" alt="${escaped(alt)}" width="1200" height="630" loading="lazy"${style('display:block;width:100%;height:auto')}>`;
  return `<a href="${escaped(pageUrl)}"${place}>${inside}</a>`;
}

/**
 * The link stands behind the frame: there readers of feeds and mail that take frames away find it, and those of a page
 * whose policy refuses the frame. A browser that shows the frame covers it, so Tab passes over it; a frame whose ground
 * shows through would show it, and goes without.
 */
function frameSnippet(facts: SnippetFacts, isResizing: boolean): string {
  const [box, frame] = isResizing ? [' data-egov-box', ' data-egov'] : ['', ''];
  const { transparent: isSeeThrough, theme } = readFlags(facts.search).flags;
  // Of the same scheme as what is in it, or browsers paint a box of their own behind it.
  const scheme = theme === 'auto' ? 'light dark' : theme;
  return [
    `<div${box}${style(`position:relative;overflow:hidden;padding-bottom:${reserved(facts.heights)}`)}>`,
    isSeeThrough ? '' : fallback(facts, ` tabindex="-1"${style('position:absolute;top:0;left:0;width:100%')}`),
    `<iframe${frame} src="${escaped(embedUrl(facts))}" title="${escaped(facts.title)}" loading="lazy"${style(`position:absolute;top:0;left:0;width:100%;height:100%;border:0;color-scheme:${scheme}`)}></iframe>`,
    '</div>',
    ...(isResizing ? [`<script async src="${escaped(new URL('embed/resize.js', facts.root).href)}"></script>`] : []),
  ].filter(Boolean).join('\n');
}

/** Every key of the address can be the name of an attribute, and none has another meaning there. */
const isOfAttributes = (search: string): boolean => [...new URLSearchParams(search).keys()].every((key) => key === 'title' || (/^[a-z][a-z\d-]*$/.test(key) && !OWN_ATTRIBUTES.test(key)));

function elementSnippet(facts: SnippetFacts): string {
  const { root, name, frozen, search, heights, title, lang } = facts;
  const given = [...new URLSearchParams(search)].map(([key, value]) => ` ${key === 'title' ? 'headline' : key}="${escaped(value)}"`).join('');
  const isNamed = frozen === null && name !== 'any' && isOfAttributes(search);
  const figure = isNamed ? ` figure="${escaped(name)}"${given}` : ` src="${escaped(embedUrl(facts))}"`;
  // The room is there before the script is; `heights` says the same where an editing system takes styles away.
  const room = style(`display:block;position:relative;height:0;overflow:hidden;padding-bottom:${reserved(heights)}`);
  return [
    `<script async src="${escaped(new URL('embed/figure.js', root).href)}"></script>`,
    `<egov-figure${figure} lang="${lang}" heights="${heightsOf(heights)}" label="${escaped(title)}"${room}>${fallback(facts, '')}</egov-figure>`,
  ].join('\n');
}

/** What is pasted into an article. Every value is text: nothing in it can end an attribute. */
export function snippet(kind: SnippetKind, facts: SnippetFacts): string {
  return kind === 'element' ? elementSnippet(facts) : frameSnippet(facts, kind === 'resizing');
}
