import { tagOf } from '../i18n/languages.ts';
import type { Lang } from '../model/text.ts';
import type { CardImage } from './cards.ts';

/** What readers of a link, in a chat or on a network, are told of a page. */
export interface SocialFacts {
  readonly lang: Lang;
  readonly title: string;
  readonly description: string;
  readonly type: 'website' | 'article';
  readonly siteName: string;
  /** The page's own address; null: this copy's is not known at build. */
  readonly address: string | null;
  /** The site's root, absolute, with a slash at its end; null as above. */
  readonly root: string | null;
  /** From the page to the root: “../”. */
  readonly base: string;
  readonly image: CardImage;
  /** Below the root: its oEmbed file; null: nothing of it can be embedded. */
  readonly oembed: string | null;
}

/** Open Graph wants a territory; English is given the one that its readers of cards know, a third language its tag. */
const localeOf = (lang: Lang): string => (tagOf(lang) === 'en' ? 'en_US' : tagOf(lang).replace(/-/g, '_'));

export interface SocialTags {
  readonly metas: readonly { readonly property?: string; readonly name?: string; readonly content: string }[];
  readonly links: readonly { readonly rel: string; readonly href: string; readonly type?: string; readonly title?: string }[];
}

/**
 * Open Graph, Twitter and oEmbed for a page's head. Addresses are absolute where `data/site.json` tells the site's own;
 * else they are relative, which many readers resolve though Open Graph does not promise it, and no `og:url` is claimed.
 */
export function socialTags({ lang, title, description, type, siteName, address, root, base, image, oembed }: SocialFacts): SocialTags {
  const at = (path: string): string => (root ?? base) + path;
  const picture = at(image.path);
  const other: Lang = lang === 'zh' ? 'en' : 'zh';
  return {
    metas: [
      { property: 'og:title', content: title },
      { property: 'og:description', content: description },
      { property: 'og:type', content: type },
      ...(address === null ? [] : [{ property: 'og:url', content: address }]),
      { property: 'og:site_name', content: siteName },
      { property: 'og:locale', content: localeOf(lang) },
      { property: 'og:locale:alternate', content: localeOf(other) },
      { property: 'og:image', content: picture },
      { property: 'og:image:type', content: 'image/png' },
      { property: 'og:image:width', content: String(image.width) },
      { property: 'og:image:height', content: String(image.height) },
      { property: 'og:image:alt', content: image.alt },
      { name: 'twitter:card', content: 'summary_large_image' },
      { name: 'twitter:title', content: title },
      { name: 'twitter:description', content: description },
      { name: 'twitter:image', content: picture },
      { name: 'twitter:image:alt', content: image.alt },
    ],
    links: [
      ...(address === null ? [] : [{ rel: 'canonical', href: address }]),
      ...(oembed === null ? [] : [{ rel: 'alternate', type: 'application/json+oembed', href: at(oembed), title }]),
    ],
  };
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The same as text, for documents that no component draws. */
export function socialHead(facts: SocialFacts): string {
  const { metas, links } = socialTags(facts);
  const tag = (name: string, attributes: Readonly<Record<string, string | undefined>>): string =>
    `<${name}${Object.entries(attributes).map(([key, value]) => (value === undefined ? '' : ` ${key}="${escaped(value)}"`)).join('')}>`;
  return [...metas.map((meta) => tag('meta', { ...meta })), ...links.map((link) => tag('link', { ...link }))].join('');
}
