import { describe, expect, test } from 'vitest';
import { oembedText } from '../../src/prerender/oembed.ts';
import { socialHead, socialTags, type SocialFacts } from '../../src/prerender/socialHead.ts';

const image = { path: 'cards/map-toys.zh.1a2b3c4d.png', width: 1200, height: 630, title: '玩具数 · 2001年 · 个', alt: '玩具数 · 2001年 · 个。北京最多。' };

const facts = (changes: Partial<SocialFacts> = {}): SocialFacts => ({
  lang: 'zh',
  title: '玩具数',
  description: '北京最多。',
  type: 'website',
  siteName: '政务数图',
  address: 'https://atlas.example/indicator/toys.html',
  root: 'https://atlas.example/',
  base: '../',
  image,
  oembed: 'oembed/map-toys.zh.json',
  ...changes,
});

const contentOf = (given: SocialFacts, key: string): string | undefined => socialTags(given).metas.find(({ property, name }) => (property ?? name) === key)?.content;

describe('what a link is told by', () => {
  test('title, sentence, picture with its size and words, in one language with the other named', () => {
    expect(Object.fromEntries(socialTags(facts()).metas.map(({ property, name, content }) => [property ?? name, content]))).toEqual({
      'og:title': '玩具数',
      'og:description': '北京最多。',
      'og:type': 'website',
      'og:url': 'https://atlas.example/indicator/toys.html',
      'og:site_name': '政务数图',
      'og:locale': 'zh_CN',
      'og:locale:alternate': 'en_US',
      'og:image': 'https://atlas.example/cards/map-toys.zh.1a2b3c4d.png',
      'og:image:type': 'image/png',
      'og:image:width': '1200',
      'og:image:height': '630',
      'og:image:alt': '玩具数 · 2001年 · 个。北京最多。',
      'twitter:card': 'summary_large_image',
      'twitter:title': '玩具数',
      'twitter:description': '北京最多。',
      'twitter:image': 'https://atlas.example/cards/map-toys.zh.1a2b3c4d.png',
      'twitter:image:alt': '玩具数 · 2001年 · 个。北京最多。',
    });
  });

  test('without a known address nothing absolute is claimed: pictures are linked from where the page stands', () => {
    const unknown = facts({ address: null, root: null });
    expect(contentOf(unknown, 'og:image')).toBe('../cards/map-toys.zh.1a2b3c4d.png');
    expect(contentOf(unknown, 'og:url')).toBeUndefined();
    expect(socialTags(unknown).links).toEqual([{ rel: 'alternate', type: 'application/json+oembed', href: '../oembed/map-toys.zh.json', title: '玩具数' }]);
  });

  test('a page of which nothing can be embedded names no oEmbed', () => {
    expect(socialTags(facts({ oembed: null })).links.map(({ rel }) => rel)).toEqual(['canonical']);
  });

  test('as text it is escaped', () => {
    expect(socialHead(facts({ title: '“甲” & <b>"' }))).toContain('<meta property="og:title" content="“甲” &amp; &lt;b&gt;&quot;">');
  });
});

describe('an oEmbed answer', () => {
  const given = { title: '玩具数', author: '玩具出版社', provider: '政务数图', root: 'https://atlas.example/', image, frame: { html: '<iframe></iframe>', width: 640, height: 560 } };

  test('is a frame with its size, its picture, and who published the figures', () => {
    expect(JSON.parse(oembedText(given))).toEqual({
      type: 'rich',
      version: '1.0',
      title: '玩具数',
      author_name: '玩具出版社',
      provider_name: '政务数图',
      provider_url: 'https://atlas.example/',
      thumbnail_url: 'https://atlas.example/cards/map-toys.zh.1a2b3c4d.png',
      thumbnail_width: 1200,
      thumbnail_height: 630,
      cache_age: 86400,
      html: '<iframe></iframe>',
      width: 640,
      height: 560,
    });
  });

  test('is a plain link where the site’s address is not known', () => {
    expect(JSON.parse(oembedText({ ...given, root: null, frame: null }))).toEqual({ type: 'link', version: '1.0', title: '玩具数', author_name: '玩具出版社', provider_name: '政务数图', cache_age: 86400 });
  });
});
