import fs from 'node:fs';
import jsQR from 'jsqr';
import type { Locator, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { axeFinds } from '../support/axe.ts';
import { useBrowser, type PageWish } from '../support/browser.ts';

const openPage = useBrowser();
const TABS = ['embed', 'download', 'copy', 'cite'] as const;
type Tab = (typeof TABS)[number];
const DIALOG = 'dialog.share[open]';

const door = (page: Page, figure: string, tab: Tab): Locator => page.locator(`figure[data-figure="${figure}"] button[name="share"][value="${tab}"]`);
const told = (page: Page): Locator => page.locator(`${DIALOG} .share-told`);
const copyButton = (page: Page, what: string): Locator => page.locator(`${DIALOG} button[name="copy-figure"][value="${what}"]`);
/** The picture is laid out and its block is at hand. */
const whenMade = (page: Page): Promise<unknown> => page.locator(`${DIALOG} button[name="copy-figure"][value="account"][aria-disabled="false"]`).waitFor({ timeout: 30_000 });

async function openTab(path: string, figure: string, tab: Tab, wish: PageWish = {}) {
  const opened = await openPage(path, wish);
  await opened.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await door(opened.page, figure, tab).click();
  await opened.page.locator(DIALOG).waitFor();
  return opened;
}

const clipboardText = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

/** What an editor is given when somebody pastes, sign by sign: without what a browser would clean out of it. */
const pasted = (page: Page): Promise<{ readonly html: string; readonly plain: string }> =>
  page.evaluate(async () => {
    const items: unknown = await Reflect.apply(navigator.clipboard.read, navigator.clipboard, [{ unsanitized: ['text/html'] }]);
    const item = Array.isArray(items) ? items.find((one) => one instanceof ClipboardItem) : undefined;
    const textOf = async (type: string) => (item instanceof ClipboardItem ? (await item.getType(type)).text() : '');
    return { html: await textOf('text/html'), plain: await textOf('text/plain') };
  });

const pngOf = (address: string) => PNG.sync.read(Buffer.from(address.replace('data:image/png;base64,', ''), 'base64'));

const FIGURES = [
  { says: 'a map', path: 'index.html', figure: 'capability-map' },
  { says: 'a ranking', path: 'ranking.html', figure: 'ranking' },
  { says: 'a region', path: 'en/region/440000.html', figure: 'standing' },
] as const;

describe('the window', () => {
  test.each(FIGURES)('of $says opens by each of its four buttons, at the first click and once, and gives the keyboard back', async ({ path, figure }) => {
    const { page, problems } = await openPage(path);
    for (const tab of TABS) {
      const button = door(page, figure, tab);
      await button.click();
      await page.locator(DIALOG).waitFor();
      expect(await page.locator('dialog.share').count()).toBe(1);
      expect(await page.locator(`${DIALOG} [role="tab"][aria-selected="true"]`).getAttribute('value')).toBe(tab);
      await page.keyboard.press('Escape');
      await expect.poll(() => page.locator('dialog.share').count()).toBe(0);
      expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
    }
    expect(problems).toEqual([]);
  });

  test.each([
    { path: 'ranking.html', figure: 'ranking', island: 'ranking' },
    { path: 'indicator/internet-penetration.html', figure: 'capability-map', island: 'provinces' },
  ])('one click on a sleeping $island opens one window, which stays once it is awake', async ({ path, figure, island }) => {
    const { page } = await openPage(path);
    await door(page, figure, 'cite').evaluate((button) => {
      if (button instanceof HTMLElement) button.click();
    });
    await page.locator(DIALOG).waitFor();
    await page.locator(`[data-island="${island}"]`).first().evaluate((one) => one.dispatchEvent(new Event('pointerenter')));
    await page.waitForSelector(`[data-island="${island}"][data-state="live"]`);
    await page.waitForTimeout(300);
    expect(await page.locator('dialog.share').count()).toBe(1);
  });

  test('a choice in the address that the figure does not show yet is waited for; one that it can’t show is not claimed', async () => {
    const { page } = await openPage('index.html');
    const citedBy = (): Promise<string> => page.locator(`${DIALOG} [data-cite="sentence"] .cite-text`).innerText();
    await page.route('**/*', async (route) => {
      if (/\/assets\/provinces/.test(route.request().url())) await new Promise((resolve) => setTimeout(resolve, 1_500));
      await route.continue();
    });
    await page.goto(new URL('indicator/internet-penetration.html?period=2015', page.url()).href);
    await door(page, 'capability-map', 'cite').click();
    await page.locator(DIALOG).waitFor();
    expect(await citedBy()).toMatch(/^2015年北京居首.*period=2015/s);

    await page.unroute('**/*');
    await page.route(/\/assets\/provinces/, (route) => route.abort());
    await page.goto(new URL('internet-penetration.html?period=2014', page.url()).href);
    await door(page, 'capability-map', 'cite').click();
    await page.locator(DIALOG).waitFor();
    expect(await citedBy()).toMatch(/^2016年北京居首/);
    expect(await citedBy()).not.toContain('period=');
  });

  test('arrows go round the tabs, and Tab never leaves it', async () => {
    const { page } = await openTab('index.html', 'capability-map', 'cite');
    await page.locator(`${DIALOG} [role="tab"][value="cite"]`).focus();
    const selected = () => page.locator(`${DIALOG} [role="tab"][aria-selected="true"]`).getAttribute('value');
    const seen: (string | null)[] = [];
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft']) {
      await page.keyboard.press(key);
      seen.push(await selected());
    }
    expect(seen).toEqual(['embed', 'download', 'embed', 'cite', 'copy']);
    const outside: string[] = [];
    for (let step = 0; step < 24; step += 1) {
      await page.keyboard.press('Tab');
      outside.push(...(await page.evaluate(() => (document.activeElement === null || document.activeElement === document.body || document.activeElement.closest('dialog') ? [] : [document.activeElement.outerHTML]))));
    }
    expect(outside).toEqual([]);
  });

  test.each([
    { says: 'zh', path: 'index.html', wish: {}, rules: { hasAdvice: true } },
    { says: 'en, the colours of the dark theme', path: 'en/index.html', wish: { colorScheme: 'dark' }, rules: { colours: 'only' } },
  ] as const)('axe finds nothing in any tab: $says', async ({ path, wish, rules }) => {
    const { page } = await openTab(path, 'capability-map', 'copy', wish);
    await whenMade(page);
    const found: string[] = [];
    for (const tab of TABS) {
      await page.locator(`${DIALOG} [role="tab"][value="${tab}"]`).click();
      found.push(...(await axeFinds(page, { within: DIALOG, ...rules })).map((one) => `${tab}: ${one}`));
    }
    expect(found).toEqual([]);
  });

  test('at 320 px nothing to copy or cite needs sideways scrolling, and every target has room', async () => {
    const { page } = await openTab('en/index.html', 'market-trend', 'copy', { viewport: { width: 320, height: 700 } });
    for (const tab of ['copy', 'cite']) {
      await page.locator(`${DIALOG} [role="tab"][value="${tab}"]`).click();
      const measured = await page.locator(DIALOG).evaluate((dialog) => ({
        over: dialog.scrollWidth - dialog.clientWidth,
        small: [...dialog.querySelectorAll('button')].filter((button) => button.getBoundingClientRect().height < 24 || button.getBoundingClientRect().width < 24).map((button) => button.outerHTML),
        outside: [...dialog.querySelectorAll('.share-panel *')].filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5 && one.closest('pre') === null).map((one) => one.className),
      }));
      expect(measured).toEqual({ over: 0, small: [], outside: [] });
    }
  });
});

describe('cite', () => {
  test('each citation is copied as it stands, with the choice and the release in its address', async () => {
    const { page, problems } = await openTab('indicator/internet-penetration.html?period=2015', 'capability-map', 'cite');
    const release = await page.locator('meta[name="atlas-release"]').getAttribute('content');
    const ids = await page.locator(`${DIALOG} [data-cite]`).evaluateAll((all) => all.map((one) => one.getAttribute('data-cite') ?? ''));
    expect(ids).toEqual(['gbt', 'sentence', 'apa', 'apaInText', 'bibtex', 'csl', 'ris']);
    for (const id of ids) {
      const block = page.locator(`${DIALOG} [data-cite="${id}"]`);
      await block.locator('button[name="copy-cite"]').click();
      const name = await block.locator('h3').innerText();
      await expect.poll(() => told(page).innerText()).toBe(`已复制：${name}`);
      const text = await clipboardText(page);
      expect(text.replace(/\s+/g, ' ').trim()).toBe(((await block.locator('.cite-text, pre').textContent()) ?? '').replace(/\s+/g, ' ').trim());
      if (id !== 'apaInText') expect(text).toContain(`/indicator/internet-penetration.html?period=2015&release=${release ?? ''}#capability-map`);
      expect(text).toContain('中国互联网络信息中心');
      if (id !== 'sentence') expect(text).toContain('政务数图');
    }
    expect(problems).toEqual([]);
  });

  test('the English page cites in English, the title of APA in italics', async () => {
    const { page } = await openTab('en/indicator/un-egdi.html', 'world', 'cite');
    const texts = await page.locator(`${DIALOG} .cite-panel`).innerText();
    expect(texts.match(/[\u3000-\u9fff\uff00-\uffef]/g)).toBeNull();
    await page.locator(`${DIALOG} [data-cite="apa"] button[name="copy-cite"]`).click();
    await expect.poll(() => told(page).innerText()).toBe('Copied: APA 7');
    const { html, plain } = await pasted(page);
    expect(html).toMatch(/<i\b[^>]*>UN E-Government Development Index \(EGDI\)[^<]*<\/i>/);
    expect(plain).toMatch(/^E-Gov Atlas\. \(\d{4}\)\. UN E-Government Development Index \(EGDI\)[^[]* \(Version \d{4}-\d\d-\d\d-[\da-f]{8}\) \[Data set; original data: UN DESA/);
  });

  test('what programs read is saved as it stands', async () => {
    const { page } = await openTab('index.html', 'market-trend', 'cite');
    for (const [id, ending] of [['bibtex', 'bib'], ['csl', 'json'], ['ris', 'ris']] as const) {
      const block = page.locator(`${DIALOG} [data-cite="${id}"]`);
      const [download] = await Promise.all([page.waitForEvent('download'), block.locator('button[name="save-cite"]').click()]);
      expect(download.suggestedFilename()).toMatch(new RegExp(`^egov-atlas-[a-z-]+-zh-[\\da-f]{8}\\.${ending}$`));
      expect(fs.readFileSync(await download.path(), 'utf8').replaceAll('\r\n', '\n')).toBe(((await block.locator('pre').textContent()) ?? '').replaceAll('\r\n', '\n'));
      await expect.poll(() => told(page).innerText()).toContain(download.suggestedFilename());
    }
  });
});

test('what is taken away says nothing that only the reader’s day makes true', async () => {
  const { page } = await openPage('indicator/internet-penetration.html');
  const figure = page.locator('figure[data-figure="capability-map"]');
  await expect.poll(() => figure.locator('.age').innerText()).not.toBe('');
  const shown = await figure.locator('.source-lines').innerText();
  expect(shown).toContain('距今');
  await door(page, 'capability-map', 'copy').click();
  await whenMade(page);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const [download] = await Promise.all([page.waitForEvent('download'), copyButton(page, 'save').click()]);
  // The words of a picture stand in its header too.
  const header = fs.readFileSync(await download.path()).toString('utf8');
  expect(header).toContain('中国互联网络信息中心');
  expect(header).toMatch(/最新：2016年/);
  expect(header).not.toMatch(/距今|已过预计时间/);
});

describe('copy', () => {
  test('the sentence, the post and the table; under a strict policy nothing is refused', async () => {
    const { page, problems, violations } = await openTab('indicator/internet-penetration.html?period=2015', 'capability-map', 'copy', { csp: true });
    for (const what of ['sentence', 'post']) {
      const shown = await page.locator(`${DIALOG} [data-copy="${what}"] .copy-text`).innerText();
      await copyButton(page, what).click();
      await expect.poll(() => told(page).innerText()).toMatch(/^已复制/);
      await expect.poll(() => clipboardText(page)).toBe(shown);
      const text = await clipboardText(page);
      expect(text).toMatch(/^2015年北京居首.*来源：中国互联网络信息中心.*#capability-map$/s);
    }
    expect(await page.locator(`${DIALOG} [data-copy="post"] .note`).innerText()).toMatch(/^按微博计数\d+字，不超过140字/);
    await copyButton(page, 'table').click();
    await expect.poll(() => told(page).innerText()).toMatch(/^已复制\d+行/);
    expect((await clipboardText(page)).split('\n')[0]).toMatch(/\t/);
    await whenMade(page);
    expect([problems, violations]).toEqual([[], []]);
  });

  test('the block for public accounts: what their editor keeps, a picture of 900 pixels and a code of the address', async () => {
    const { page } = await openTab('indicator/internet-penetration.html?period=2015', 'capability-map', 'copy');
    await whenMade(page);
    const sentence = await page.locator(`${DIALOG} [data-copy="sentence"] .copy-text`).innerText();
    await copyButton(page, 'picture').click();
    await expect.poll(() => told(page).innerText()).toBe('已复制图片，可以粘贴了。');
    const alone = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return (await createImageBitmap((await item?.getType('image/png')) ?? new Blob())).width;
    });
    expect(alone).toBe(900);
    await copyButton(page, 'account').click();
    await expect.poll(() => told(page).innerText()).toBe('已复制整块，请到公众号编辑器里粘贴。');
    const { html, plain } = await pasted(page);
    const read = await page.evaluate((markup) => {
      const body = new DOMParser().parseFromString(markup, 'text/html').body;
      const all = [...body.querySelectorAll('*')];
      return {
        tags: [...new Set(all.map((one) => one.localName))].sort(),
        attributes: [...new Set(all.flatMap((one) => one.getAttributeNames()))].sort(),
        styles: [...new Set(all.flatMap((one) => (one.getAttribute('style') ?? '').split(';').map((part) => part.split(':')[0]?.trim() ?? '')))].filter(Boolean).sort(),
        pictures: [...body.querySelectorAll('img')].map((one) => one.src),
        text: body.textContent,
      };
    }, html);
    expect(read.tags).toEqual(['img', 'p', 'section', 'span', 'strong']);
    expect(read.attributes).toEqual(['alt', 'src', 'style']);
    expect(read.styles.filter((one) => !['border-bottom', 'border-top', 'color', 'display', 'font-size', 'height', 'line-height', 'margin', 'padding', 'text-align', 'width', 'word-break'].includes(one))).toEqual([]);
    const [picture = '', code = ''] = read.pictures;
    expect(read.pictures).toHaveLength(2);
    expect(pngOf(picture).width).toBe(900);
    const address = /http\S+$/.exec(sentence)?.[0] ?? '';
    const bitmap = pngOf(code);
    expect(jsQR(new Uint8ClampedArray(bitmap.data), bitmap.width, bitmap.height)?.data).toBe(address);
    for (const part of ['2015年北京居首', '来源：中国互联网络信息中心', '数据读取至', '版本', address]) expect([read.text.includes(part), plain.includes(part)], part).toEqual([true, true]);
  });

  test('900 pixels to save too', async () => {
    const { page } = await openTab('en/ranking.html', 'ranking', 'copy');
    await whenMade(page);
    const [download] = await Promise.all([page.waitForEvent('download'), copyButton(page, 'save').click()]);
    expect(download.suggestedFilename()).toMatch(/_account_en\.png$/);
    expect(PNG.sync.read(fs.readFileSync(await download.path())).width).toBe(900);
  });

  const insideWeChat = (page: Page) => page.evaluate(() => Object.defineProperty(navigator, 'userAgent', { value: `${navigator.userAgent} MicroMessenger/8.0.49` }));

  test('inside WeChat a picture is there to press and hold', async () => {
    const { page } = await openPage('index.html', { viewport: { width: 390, height: 844 } });
    await insideWeChat(page);
    await door(page, 'capability-map', 'copy').click();
    const held = page.locator(`${DIALOG} .copy-held img`);
    await held.waitFor({ timeout: 30_000 });
    expect(await held.evaluate((image) => (image instanceof HTMLImageElement ? [image.naturalWidth, image.src.startsWith('data:image/png;base64,')] : []))).toEqual([900, true]);
    expect(await page.locator(`${DIALOG} .copy-held p`).innerText()).toBe('在微信里请长按这张图，可保存或转发。');
    expect(await copyButton(page, 'save').count()).toBe(0);
  });

  test('where a policy refuses such a picture, it is said what to do', async () => {
    const { page } = await openPage('index.html', { csp: true });
    await insideWeChat(page);
    await door(page, 'capability-map', 'copy').click();
    await expect.poll(() => page.locator(`${DIALOG} .copy-held`).innerText(), { timeout: 30_000 }).toContain('在浏览器打开');
  });

  test('a browser that refuses the clipboard is told of in words', async () => {
    const { page } = await openPage('index.html');
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      document.execCommand = () => false;
    });
    await door(page, 'capability-map', 'copy').click();
    await whenMade(page);
    for (const [what, words] of [['sentence', '请选中文字'], ['picture', '不能复制图片'], ['account', '请选中文字'], ['table', '取CSV']] as const) {
      await copyButton(page, what).click();
      await expect.poll(() => told(page).innerText()).toContain(words);
    }
    await page.locator(`${DIALOG} [role="tab"][value="cite"]`).click();
    await page.locator(`${DIALOG} [data-cite="gbt"] button[name="copy-cite"]`).click();
    await expect.poll(() => told(page).innerText()).toContain('请选中上面的文字');
  });

  test('a table that its publisher lets nobody hand on is not offered', async () => {
    const { page } = await openTab('indicator/digital-finance-index.html', 'capability-map', 'copy');
    expect(await copyButton(page, 'table').count()).toBe(0);
    expect(await page.locator(`${DIALOG} [data-copy="table"] .note`).innerText()).toContain('没有允许转发');
  });
});
