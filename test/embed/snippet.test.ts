import { describe, expect, test } from 'vitest';
import { embedUrl, SNIPPET_KINDS, snippet, type SnippetFacts } from '../../src/embed/snippet.ts';

const TOY: SnippetFacts = {
  root: 'https://toys.example/atlas/',
  lang: 'zh',
  name: 'map-toys',
  frozen: null,
  search: '?period=2001&release=2001-11-22-1a2b3c4d',
  title: '2001年甲居首（64.5%）',
  alt: '玩具普及率 · 2001年 · %。2001年甲居首（64.5%）。来源：玩具部。',
  heights: { 320: 500, 559: 540, 640: 560, 900: 720 },
  pictureUrl: 'https://toys.example/atlas/cards/map-toys.zh.png',
  pageUrl: 'https://toys.example/atlas/indicator/toys.html?period=2001',
};

/** An attribute of the first element of that name, as a browser would read it. */
const attribute = (html: string, element: string, name: string): string | null => {
  const tag = new RegExp(`<${element}(?=[\\s>])(?:[^>"]|"[^"]*")*>`).exec(html)?.[0] ?? '';
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found?.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&') ?? null;
};

describe('the address', () => {
  test('is the live figure’s in either language', () => {
    expect(embedUrl(TOY)).toBe('https://toys.example/atlas/embed/map-toys.html?period=2001&release=2001-11-22-1a2b3c4d');
    expect(embedUrl({ ...TOY, lang: 'en' })).toBe('https://toys.example/atlas/en/embed/map-toys.html?period=2001&release=2001-11-22-1a2b3c4d');
  });

  test('of a frozen figure is the same file in whatever language, since that is in its name', () => {
    for (const lang of ['zh', 'en'] as const) expect(embedUrl({ ...TOY, lang, frozen: 'map-toys.en.1a2b3c4d.html', search: '' })).toBe('https://toys.example/atlas/embed/frozen/map-toys.en.1a2b3c4d.html');
  });
});

describe.each(SNIPPET_KINDS)('%s', (kind) => {
  test('has the name, the words that stand for it, the link, and waits until it is near', () => {
    const html = snippet(kind, TOY);
    expect(attribute(html, 'img', 'alt')).toBe(TOY.alt);
    expect(attribute(html, 'img', 'loading')).toBe('lazy');
    expect(attribute(html, 'a', 'href')).toBe(TOY.pageUrl);
    expect(attribute(html, kind === 'element' ? 'egov-figure' : 'iframe', kind === 'element' ? 'label' : 'title')).toBe(TOY.title);
    if (kind !== 'element') expect(attribute(html, 'iframe', 'loading')).toBe('lazy');
  });

  test('reserves its room without a script', () => {
    expect(attribute(snippet(kind, TOY), kind === 'element' ? 'egov-figure' : 'div', 'style')).toContain('padding-bottom:max(16.7364 * 1% + 446.4435px + ');
  });

  test('without a card has the words themselves', () => {
    const html = snippet(kind, { ...TOY, pictureUrl: null });
    expect(html).not.toContain('<img');
    expect(html).toContain(`>${TOY.alt}</a>`);
  });

  test('is text, whatever stands in it', () => {
    const evil = '"><script>alert(1)</script><i a=\'"&';
    const html = snippet(kind, { ...TOY, title: evil, alt: evil, search: `?${new URLSearchParams({ note: evil, [evil]: evil }).toString()}`, pageUrl: `https://toys.example/?${evil}`, pictureUrl: `https://toys.example/${evil}` });
    expect(html).not.toContain('<script>');
    expect(attribute(html, 'img', 'alt')).toBe(evil);
    expect([...html.matchAll(/<(\w[\w-]*)/g)].map(([, name]) => name).filter((name) => !['div', 'a', 'img', 'iframe', 'script', 'egov-figure'].includes(name ?? ''))).toEqual([]);
  });

  test('loads no script but the one it promises, and that late', () => {
    const scripts = [...snippet(kind, TOY).matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
    const file = { iframe: null, resizing: 'resize.js', element: 'figure.js' }[kind];
    expect(scripts).toEqual(file === null ? [] : [`<script async src="https://toys.example/atlas/embed/${file}">`]);
  });
});

describe('a frame', () => {
  test('covers the link, so Tab passes over that', () => {
    expect(attribute(snippet('iframe', TOY), 'a', 'tabindex')).toBe('-1');
  });

  test('whose ground shows through has nothing behind it', () => {
    expect(snippet('iframe', { ...TOY, search: '?transparent=1' })).not.toContain('<a');
    expect(snippet('iframe', { ...TOY, search: '?transparent=0' })).toContain('<a');
  });

  test.each([
    { search: '?theme=dark&transparent=1', scheme: 'dark' },
    { search: '?theme=light', scheme: 'light' },
    { search: '', scheme: 'light dark' },
    { search: '?theme=red;x', scheme: 'light dark' },
  ])('of “$search” is of the scheme $scheme', ({ search, scheme }) => {
    expect(attribute(snippet('iframe', { ...TOY, search }), 'iframe', 'style')).toMatch(new RegExp(`;color-scheme:${scheme}$`));
  });

  test('is found by our script only in the kind that has it', () => {
    expect(snippet('iframe', TOY)).not.toContain('data-egov');
    expect(snippet('resizing', TOY)).toMatch(/<div data-egov-box .*\n.*\n<iframe data-egov /);
  });
});

describe('the element', () => {
  test('says the figure and its choice as attributes', () => {
    const html = snippet('element', { ...TOY, lang: 'en', search: '?period=2001&theme=dark&title=Our+own' });
    expect(html).toContain('<egov-figure figure="map-toys" period="2001" theme="dark" headline="Our own" lang="en" heights="500 540 560 720"');
  });

  test.each([
    { says: 'a frozen figure', facts: { frozen: 'map-toys.zh.1a2b3c4d.html', search: '?highlight=110000' }, address: 'https://toys.example/atlas/embed/frozen/map-toys.zh.1a2b3c4d.html?highlight=110000' },
    { says: 'a figure of any page', facts: { name: 'any', search: '?page=toys.html&figure=toys' }, address: 'https://toys.example/atlas/embed/any.html?page=toys.html&figure=toys' },
    { says: 'a choice whose key means something else on an element', facts: { search: '?style=1' }, address: 'https://toys.example/atlas/embed/map-toys.html?style=1' },
    { says: 'a key that is no name of an attribute', facts: { search: '?a+onclick=1' }, address: 'https://toys.example/atlas/embed/map-toys.html?a+onclick=1' },
  ])('says $says as an address', ({ facts, address }) => {
    const html = snippet('element', { ...TOY, ...facts });
    expect(attribute(html, 'egov-figure', 'src')).toBe(address);
    expect(attribute(html, 'egov-figure', 'figure')).toBeNull();
  });

  test('has the link behind a ground that shows through too: it is not shown beside the figure', () => {
    expect(snippet('element', { ...TOY, search: '?transparent=1' })).toContain('<img');
  });
});
