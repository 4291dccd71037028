import { expect, test } from 'vitest';
import { assetsOf, contentOf, freezePage } from '../../src/releases/freezePage.ts';
import { toyPage } from './toyReleases.ts';

const release = { id: '2026-01-01-1a2b3c4d', date: '2026-01-01', hash: '1a2b3c4d' };
const freeze = (html: string, route = 'embed/map-toys.html') => freezePage({ html, route, name: 'map-toys', release, stamp: '定格于2026-01-01 · 1a2b3c4d', assetName: (path) => path.split('/').pop() ?? '', listener: 'assets/listen-x.js' });

test.each([
  { route: 'embed/map-toys.html', from: '../indicator/toys.html?a=1&amp;b=2#table', to: '../../indicator/toys.html?a=1&amp;b=2#table' },
  { route: 'en/embed/map-toys.html', from: '../../en/indicator/toys.html', to: '../../en/indicator/toys.html' },
  { route: 'en/embed/map-toys.html', from: '../indicator/toys.html', to: '../../en/indicator/toys.html' },
  { route: 'embed/map-toys.html', from: './trend-toys.html', to: '../trend-toys.html' },
  { route: 'embed/map-toys.html', from: '../cards/map-toys.png', to: '../../cards/map-toys.png' },
  { route: 'en/embed/map-toys.html', from: '../../assets/embed-x.css', to: 'assets/embed-x.css' },
])('from $route, $from is $to', ({ route, from, to }) => {
  for (const tag of ['<a class="more" href="…">', '<meta property="og:url" content="…">', '<script defer src="…" data-more="…">']) {
    expect(freeze(`<body>${tag.replaceAll('…', from)}</body>`, route)).toContain(tag.replaceAll('…', to));
  }
});

test('addresses of other hosts, of places in the page and of nothing stay as they are', () => {
  for (const address of ['https://elsewhere.example/a', '#table', '', 'data:,', 'mailto:a@b.example']) expect(freeze(`<body><a href="${address}">x</a></body>`)).toContain(`href="${address}"`);
});

test('text that looks like an attribute stays text', () => {
  const text = '<script type="application/json">{"html":"\\u003ca href=\\"../x.html\\">"}</script><p>href="../x.html"</p>';
  expect(freeze(`<body>${text}</body>`)).toContain(text);
});

test('its foot names the release, and below it an empty line is kept', () => {
  expect(freeze(toyPage('zh', release.id, 'T', ''))).toContain('<p class="embed-release">定格于2026-01-01 · 1a2b3c4d</p><p class="embed-then" data-then></p>');
});

test('the listener comes last, and knows the figure, the release and where the site begins', () => {
  const frozen = freeze(toyPage('zh', release.id, 'T', ''));
  expect(frozen).toContain('<body data-frozen="2026-01-01-1a2b3c4d" data-figure="map-toys" data-site="../../" class="embed">');
  expect(frozen).toMatch(/<script src="assets\/listen-x\.js" defer><\/script>\n<\/body>/);
});

test('two pages that differ in release and assets alone have the same content', () => {
  const later = { id: '2026-02-02-99999999', date: '2026-02-02', hash: '99999999' };
  const one = toyPage('zh', release.id, 'T', '5');
  const other = toyPage('zh', later.id, 'T', '5').replaceAll('AbCd1234', 'ZzZz0000');
  const content = contentOf;
  expect(content(other, later)).toBe(content(one, release));
  expect(content(toyPage('zh', later.id, 'T', '6'), later)).not.toBe(content(one, release));
});

test('what a page is drawn with is kept; the script that draws other choices of live data is not, nor asked for', () => {
  const html = toyPage('en', release.id, 'T', '5');
  expect(html).toContain('data-full="../../assets/embed-full-QrSt3456.js"');
  expect(assetsOf(html, 'en/embed/map-toys.html')).toEqual(['assets/embed-AbCd1234.css', 'assets/embed-EfGh5678.js']);
  expect(freeze(html, 'en/embed/map-toys.html')).not.toContain('embed-full');
});

test('no reader of oEmbed is led from a frozen figure to the live one', () => {
  const discovery = '<link rel="alternate" href="../oembed/map-toys.zh.json" type="application/json+oembed" title="T"/>';
  expect(freeze(`<head>${discovery}<link rel="alternate" hreflang="en" href="../en/embed/map-toys.html"/></head><body></body>`)).toContain('<head><link rel="alternate" hreflang="en" href="../../en/embed/map-toys.html"/></head>');
});

test('a social card is of its own day, and no part of what is kept or compared', () => {
  const card = (hash: string) => `<head><meta property="og:title" content="T"/><meta property="og:image" content="../cards/t.${hash}.png"/><meta property="og:image:alt" content="T"/><meta name="twitter:image" content="../cards/t.${hash}.png"/></head><body></body>`;
  expect(freeze(card('1a2b3c4d'))).toContain('<head><meta property="og:title" content="T"/></head>');
  expect(contentOf(card('aaaaaaaa'), release)).toBe(contentOf(card('bbbbbbbb'), release));
});
