import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';

export interface PageWish {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly javaScript?: boolean;
  readonly colorScheme?: 'light' | 'dark';
  readonly reducedMotion?: 'reduce' | 'no-preference';
  /** Sent with `Content-Security-Policy: default-src 'self'`. */
  readonly csp?: boolean;
  /** Where the site hangs; its own host's root when not said. */
  readonly base?: string;
  /** The browser refuses localStorage and sessionStorage, as some do. */
  readonly hasStorage?: boolean;
  /** The site's service worker is let run; else it would stand between a test and its server. */
  readonly hasWorker?: boolean;
}

/** What happened that should not have; each list is empty on a good page. */
export interface Watch {
  /** Errors and warnings on the console, and exceptions nobody caught. */
  readonly problems: string[];
  /** What the content security policy refused. */
  readonly violations: string[];
  /** Every address asked for, in order. */
  readonly requests: string[];
  /** Dialogs that opened. */
  readonly dialogs: string[];
}

export interface OpenedPage extends Watch {
  readonly page: Page;
}

export const DESKTOP = { width: 1280, height: 900 };

/** Chromium refuses its sandbox as root (containers); laptops keep it. */
const LAUNCH_WORDS = [
  ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** A browser for the tests of one file, and a function that opens a page which nothing else shares. */
export function useBrowser(): (path: string, wish?: PageWish) => Promise<OpenedPage> {
  const site = inject('site');
  let browser: Browser | undefined;
  const open: { close(): Promise<void> }[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: site.browser, args: LAUNCH_WORDS });
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((context) => context.close()));
  });
  afterAll(async () => {
    await browser?.close();
  });

  return async function openPage(path, wish = {}) {
    if (browser === undefined) throw new Error('The browser is started before the first test, not earlier.');
    const context = await browser.newContext({
      viewport: wish.viewport ?? DESKTOP,
      javaScriptEnabled: wish.javaScript ?? true,
      colorScheme: wish.colorScheme ?? 'light',
      reducedMotion: wish.reducedMotion ?? 'reduce',
      locale: 'zh-CN',
      serviceWorkers: wish.hasWorker === true ? 'allow' : 'block',
    });
    open.push(context);
    context.setDefaultTimeout(10_000);
    const watch: Watch = { problems: [], violations: [], requests: [], dialogs: [] };
    await context.exposeFunction('atlasReportsViolation', (violation: string) => watch.violations.push(violation));
    await context.addInitScript(() => {
      const report: unknown = Reflect.get(globalThis, 'atlasReportsViolation');
      addEventListener('securitypolicyviolation', (event) => {
        if (typeof report === 'function') report(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`);
      });
    });
    if (wish.hasStorage === false) {
      await context.addInitScript(() => {
        for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
          Object.defineProperty(globalThis, name, {
            get() {
              throw new DOMException(`${name} is refused`, 'SecurityError');
            },
          });
        }
      });
    }
    context.on('request', (request) => watch.requests.push(request.url()));
    context.on('console', (message) => {
      // The wall asks for its worker; that it gets none here is our doing.
      if (wish.hasWorker !== true && message.text().startsWith('Service Worker registration blocked by Playwright')) return;
      if (['error', 'warning'].includes(message.type())) watch.problems.push(`${message.type()}: ${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (error) => watch.problems.push(`exception: ${error.error().message}`));
    context.on('dialog', (dialog) => {
      watch.dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const page = await context.newPage();
    const base = wish.base ?? (wish.csp === true ? site.strict : site.root);
    await page.goto(new URL(path, base).href, { waitUntil: 'load' });
    return { page, ...watch };
  };
}
