/** What a live page for an article needs to become one that never changes. */
export interface Freezing {
  readonly html: string;
  /** Where it stands below the site's root: “embed/map-toys.html”, “en/embed/map-toys.html”. */
  readonly route: string;
  /** “map-toys” */
  readonly name: string;
  /** The release that it is frozen at: its id, and how it is told. */
  readonly release: { readonly id: string; readonly date: string; readonly hash: string };
  /** “定格于2026-11-22 · 1a2b3c4d” */
  readonly stamp: string;
  /** The kept name of an asset below embed/frozen/assets/, by its path from the root: “assets/embed-x.css”. */
  readonly assetName: (path: string) => string;
  /** The script that listens for newer figures, by the same kind of path. */
  readonly listener: string;
}

const FOLDER = 'embed/frozen/';
const RELEASE_LINE = /<p class="embed-release"[^>]*>[\s\S]*?<\/p>/;
/** A social card is of its own day: it is drawn anew by each build, and kept by none. */
const CARD = /<meta (?:property|name)="(?:og:image|twitter:image|twitter:card)[^"]*" content="[^"]*"\s*\/?>/g;
/** It answers for the live figure: who asks here for what to embed would get one that changes. */
const OEMBED = /<link\b[^<>]*type="application\/json\+oembed"[^<>]*>/g;
/** Any host: only what lies between root and page counts. */
const ROOT = 'https://site.invalid/';

/** “../../indicator/toys.html#table” from the folder of frozen pages. */
function fromFolder(target: URL): string {
  const path = target.pathname.slice(1);
  return `${path.startsWith(FOLDER) ? path.slice(FOLDER.length) : path.startsWith('embed/') ? `../${path.slice('embed/'.length)}` : `../../${path}`}${target.search}${target.hash}`;
}

const isAsset = (path: string): boolean => /^assets\/.+\.(?:css|js)$/.test(path);

/** In whatever attribute: a script finds further ones by what its element says. */
const ADDRESSES = /(<[a-z][^<>]*?\s)([a-z][\w-]*)="(\.{1,2}\/[^"]*)"/g;

/** The assets that a page is drawn with, from the site's root. */
export const assetsOf = (html: string, route: string): readonly string[] =>
  [...html.matchAll(/<(?:link|script)\b[^<>]*?\s(?:href|src)="(\.{1,2}\/[^"]*)"/g)].map(([, address = '']) => new URL(address, ROOT + route).pathname.slice(1)).filter(isAsset);

/**
 * The page as it is kept: its assets under names that say their content, its links from where it will stand, and in its
 * foot the release, and an empty line in which one later sentence has room.
 */
export function freezePage({ html, route, name, release, stamp, assetName, listener }: Freezing): string {
  // What draws other choices draws them of the data of its day: a frozen page has only its own.
  let rebased = html.replace(CARD, '').replace(OEMBED, '').replace(/(<script\b[^<>]*?)\sdata-full="[^"]*"/g, '$1');
  // Several addresses may stand in one tag.
  for (let before = ''; before !== rebased; ) {
    before = rebased;
    rebased = rebased.replace(ADDRESSES, (_, start: string, attribute: string, address: string) => {
      const target = new URL(address.replaceAll('&amp;', '&'), ROOT + route);
      const path = target.pathname.slice(1);
      const kept = isAsset(path) ? `assets/${assetName(path)}` : fromFolder(target).replaceAll('&', '&amp;');
      return `${start}${attribute}=\u0001"${kept}"`;
    });
  }
  rebased = rebased.replaceAll('=\u0001"', '="');
  return rebased
    .replace(/<body\b/, () => `<body data-frozen="${release.id}" data-figure="${name}" data-site="../../"`)
    .replace(RELEASE_LINE, () => `<p class="embed-release">${stamp}</p><p class="embed-then" data-then></p>`)
    .replace('</body>', () => `<script src="assets/${assetName(listener)}" defer></script>\n</body>`);
}

/** The page without what differs between two releases that show the same: the release itself and the names of assets. */
export const contentOf = (html: string, { id, hash }: Freezing['release']): string =>
  html.replace(CARD, '').replace(RELEASE_LINE, '').replaceAll(id, '').replaceAll(hash, '').replace(/assets\/[\w.-]+\.(?:css|js)/g, '');
