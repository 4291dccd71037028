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
  /** Its card, 1200 × 630; null: it has none, or a ground that shows through would show it. */
  readonly pictureUrl: string | null;
  /** The whole figure with the same choice. */
  readonly pageUrl: string;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Address of the embed itself. */
export const embedUrl = ({ root, lang, name, frozen, search }: Pick<SnippetFacts, 'root' | 'lang' | 'name' | 'frozen' | 'search'>): string =>
  new URL(`${frozen === null && lang === 'en' ? 'en/' : ''}embed/${frozen === null ? `${name}.html` : `frozen/${frozen}`}${search}`, root).href;

/**
 * A link with the figure's card. It stands behind the frame, where readers of feeds and mail that take frames away find
 * it, and a page whose policy refuses the frame; a browser that shows the frame covers it.
 */
function fallback({ pictureUrl, pageUrl, alt }: SnippetFacts, place: string): string {
  const inside = pictureUrl === null ? escaped(alt) : `<img src="${escaped(pictureUrl)}" alt="${escaped(alt)}" width="1200" height="630" loading="lazy" style="width:100%;height:auto">`;
  return `<a href="${escaped(pageUrl)}"${place}>${inside}</a>`;
}

function frameSnippet(facts: SnippetFacts, isResizing: boolean): string {
  const [box, frame] = isResizing ? [' data-egov-box', ' data-egov'] : ['', ''];
  const absolute = ' style="position:absolute;top:0;left:0;width:100%"';
  return [
    `<div${box} style="position:relative;overflow:hidden;padding-bottom:${reserved(facts.heights)}">`,
    facts.pictureUrl === null ? '' : fallback(facts, absolute),
    `<iframe${frame} src="${escaped(embedUrl(facts))}" title="${escaped(facts.title)}" loading="lazy" style="position:absolute;top:0;left:0;width:100%;height:100%;border:0"></iframe>`,
    '</div>',
    ...(isResizing ? [`<script async src="${escaped(new URL('embed/resize.js', facts.root).href)}"></script>`] : []),
  ].filter(Boolean).join('\n');
}

function elementSnippet(facts: SnippetFacts): string {
  const { root, name, frozen, search, heights, title, lang } = facts;
  const given = [...new URLSearchParams(search)].map(([key, value]) => ` ${key === 'title' ? 'headline' : key}="${escaped(value)}"`).join('');
  const figure = frozen === null && name !== 'any' ? ` figure="${escaped(name)}"${given}` : ` src="${escaped(embedUrl(facts))}"`;
  return [
    `<script async src="${escaped(new URL('embed/figure.js', root).href)}"></script>`,
    `<egov-figure${figure} lang="${lang}" heights="${heights[320]} ${heights[640]} ${heights[900]}" label="${escaped(title)}">${fallback(facts, '')}</egov-figure>`,
  ].join('\n');
}

/** What is pasted into an article. Every value is text: nothing in it can end an attribute. */
export function snippet(kind: SnippetKind, facts: SnippetFacts): string {
  return kind === 'element' ? elementSnippet(facts) : frameSnippet(facts, kind === 'resizing');
}
