import { expect, inject, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { printedValues } from '../support/publishedTable.ts';
import { staticServer, type Failure } from '../support/staticServer.ts';
import { INDICATOR, mapSheet, message, optionIds, pointAt, readout, retry, takeaway, wakeMap } from './selectors.ts';

const openPage = useBrowser();
const { dist } = inject('site');

test.each<{ says: string; failure: Failure }>([
  { says: 'the line breaks', failure: 'breakOff' },
  { says: 'the host answers 503', failure: 503 },
  { says: 'the table is gone', failure: 404 },
])('$says while a table is fetched: the picture stays, a sentence says so, and a second try brings the figures', async ({ failure }) => {
  const server = await staticServer({ root: dist });
  try {
    const { page } = await openPage('index.html', { base: server.address });
    await wakeMap(page);
    const before = { regions: await optionIds(page), takeaway: await takeaway(page).innerText(), picture: await mapSheet(page).innerHTML() };

    server.fail((asked) => (asked.includes('.csv') ? failure : undefined));
    await page.locator(INDICATOR).first().selectOption('internet-penetration');
    await retry(page).waitFor();
    expect(server.requests.some(({ path, status }) => path.includes('internet-penetration.csv') && status !== 200)).toBe(true);
    expect(await message(page).innerText()).toContain('数据表没有取到');
    expect({ regions: await optionIds(page), takeaway: await takeaway(page).innerText(), picture: await mapSheet(page).innerHTML() }).toEqual(before);

    server.fail(undefined);
    await retry(page).click();
    await retry(page).waitFor({ state: 'detached' });
    const published = printedValues('internet-penetration');
    const latest = [...published.keys()].sort().at(-1) ?? '';
    await expect.poll(() => takeaway(page).innerText()).not.toBe(before.takeaway);
    await pointAt(page, '440000');
    await expect.poll(() => readout(page).innerText()).toContain(published.get(latest)?.get('440000') ?? 'no value');
  } finally {
    await server.close();
  }
});

test('a table that is not the one in the manifest is not used', async () => {
  const { page } = await openPage('index.html');
  await wakeMap(page);
  const before = await takeaway(page).innerText();
  await page.route('**/internet-penetration.csv', async (route) => {
    const text = await (await route.fetch()).text();
    await route.fulfill({ contentType: 'text/csv', body: text.replace(',69.4,', ',99.4,') });
  });
  await page.locator(INDICATOR).first().selectOption('internet-penetration');
  await retry(page).waitFor();
  expect(await message(page).innerText()).toContain('与清单不符');
  expect(await takeaway(page).innerText()).toBe(before);
});
