import fs from 'node:fs';
import { describe, expect, inject, test } from 'vitest';

const site = inject('site');

const decoded = (text: string): string => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'");
const attributes = (html: string, name: string): string[] => [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map((match) => decoded(match[1] ?? ''));
/** What stands in scripts and templates is not a link of the page. */
const markup = (html: string): string => html.replace(/<script\b[\s\S]*?<\/script>/g, (script) => script.slice(0, script.indexOf('>') + 1));

interface Crawl {
  /** Every address of the site that is linked or loaded, with the status it answered and the first page that names it. */
  readonly found: Map<string, { readonly status: number; readonly from: string }>;
  /** Pages by address. */
  readonly pages: Map<string, string>;
  /** Addresses on other hosts that are loaded, not linked. */
  readonly foreign: string[];
  readonly badAnchors: string[];
  readonly links: number;
}

async function crawl(start: string): Promise<Crawl> {
  const found = new Map<string, { status: number; from: string }>();
  const pages = new Map<string, string>();
  const foreign: string[] = [];
  const anchors: { from: string; page: string; id: string }[] = [];
  let links = 0;
  const queue: { address: string; from: string }[] = [{ address: new URL('index.html', start).href, from: 'the start' }];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { address, from } = next;
    if (found.has(address)) continue;
    const response = await fetch(address, { redirect: 'manual' });
    found.set(address, { status: response.status, from });
    const type = response.headers.get('content-type') ?? '';
    const body = await response.text();
    const targets: string[] = [];
    if (type.startsWith('text/html') && response.status === 200) {
      pages.set(address, body);
      const html = markup(body);
      const loads = [...attributes(html, 'src'), ...attributes(html, 'srcset').flatMap((set) => set.split(',').map((one) => one.trim().split(/\s+/)[0] ?? ''))];
      for (const tag of html.matchAll(/<(link|use|image)\b[^>]*>/g)) if (!/rel="(?:canonical|alternate|license)"/.test(tag[0])) loads.push(...attributes(tag[0], 'href'));
      for (const load of loads) if (!load.startsWith('data:') && !load.startsWith('#') && !new URL(load, address).href.startsWith(start)) foreign.push(`${load} in ${address}`);
      targets.push(...attributes(html, 'href'), ...loads);
    } else if (type.startsWith('text/css')) {
      targets.push(...[...body.matchAll(/url\(\s*["']?([^"')]+)/g)].map((match) => match[1] ?? ''));
    }
    for (const target of targets) {
      if (target.startsWith('data:') || target.startsWith('mailto:')) continue;
      const url = new URL(target, address);
      if (!url.href.startsWith(new URL('/', start).href)) continue; // another host, which a link may lead to
      links++;
      const id = decodeURIComponent(url.hash.slice(1));
      url.hash = '';
      url.search = '';
      if (id !== '') anchors.push({ from: address, page: url.href, id });
      queue.push({ address: url.href, from: address });
    }
  }
  const badAnchors = anchors.filter(({ page, id }) => pages.get(page)?.includes(` id="${id}"`) !== true).map(({ from, page, id }) => `${page}#${id} in ${from}`);
  return { found, pages, foreign, badAnchors: [...new Set(badAnchors)], links };
}

describe.each([
  { where: 'at the root', start: site.root },
  { where: 'at /a/b/', start: site.subPath },
])('on a host with no rewrites and no directory index, $where', async ({ start }) => {
  const { found, pages, foreign, badAnchors, links } = await crawl(start);

  test('every link and every file answers 200', () => {
    const broken = [...found].filter(([, { status }]) => status !== 200).map(([address, { status, from }]) => `${status} ${address} in ${from}`);
    expect(broken).toEqual([]);
    expect(links).toBeGreaterThan(500);
    console.log(`${pages.size} pages, ${found.size} addresses, ${links} links ${where(start)}`);
  });

  test('every page of the site can be reached from the dashboard', () => {
    const built = fs.readdirSync(site.dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html') && !/(^|[/\\])404\.html$|[/\\]frozen[/\\]/.test(file)); // a frozen figure is known to the article that holds it
    const unreached = built.map((file) => new URL(file.split('\\').join('/'), start).href).filter((address) => !pages.has(address));
    expect(unreached).toEqual([]);
    expect(built.length).toBeGreaterThan(20);
  });

  test('no page loads anything from elsewhere', () => {
    expect(foreign).toEqual([]);
  });

  test('every link into a page finds its place', () => {
    expect(badAnchors).toEqual([]);
  });
});

function where(start: string): string {
  return `below ${new URL(start).pathname}`;
}

test.each(['', 'indicator/', 'index', 'nowhere.html'])('the host of these tests is plain: “%s” answers 404', async (path) => {
  expect((await fetch(new URL(path, site.subPath))).status).toBe(404);
});

test('the 404 page links to places that are there, from the root', async () => {
  const html = fs.readFileSync(`${site.dist}/404.html`, 'utf8');
  const targets = [...attributes(markup(html), 'href'), ...attributes(markup(html), 'src')].filter((target) => !target.startsWith('#'));
  expect(targets.length).toBeGreaterThan(2);
  for (const target of targets) expect((await fetch(new URL(target, site.root))).status, target).toBe(200);
});
