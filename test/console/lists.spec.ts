import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openStory, tariff } from '../http/recording.js';
import { startServer, type TestServer } from '../support/server.js';
import { chromiumPath, launchChromium, watchPage } from './browser.js';
import { expectAccessible, openPage, PATIENCE, signIn } from './page-checks.js';

interface Deadline {
  date: string;
  what: string;
  subject: string;
  view: string;
}

(chromiumPath === undefined ? describe.skip : describe)('the lists of what is due and of what is not sure', () => {
  let server: TestServer;
  let browser: Browser;
  let page: Page;
  let seen: string[];

  const open = (path: string): Promise<void> => openPage(page, server.url + path);
  const read = async (query: string): Promise<Deadline[]> =>
    ((await server.get(`/v1/deadlines?${query}&limit=200`)).body as { items: Deadline[] }).items;
  /** What each row links to, and its date. */
  const rows = (): Promise<string[]> =>
    page.evaluate<string[]>(`[...document.querySelectorAll('.deadline')].map((row) =>
      decodeURIComponent(new URL(row.querySelector('h2 a').href).pathname) + ' ' + row.querySelector('time').dateTime)`);
  const asRows = (deadlines: Deadline[]): string[] =>
    deadlines.map(({ view, subject, date }) => `/items/${view}/${subject} ${date}`);
  const tab = (name: string) =>
    page.getByRole('navigation', { name: 'Which disputes' }).getByRole('link', { name }).click();

  beforeAll(async () => {
    [server, browser] = await Promise.all([
      startServer({ DATELINE_DEMO: 'true', DATELINE_PUBLIC_READ: 'true', DATELINE_RATE_LIMIT: '100000' }),
      launchChromium(),
    ]);
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    seen = watchPage(page, server.url);
    await openStory(server, 'doubtful');
    for (const [occurredAt, ratePercent] of [
      ['2025-08', 40],
      ['2025-08-12', 25],
    ] as const) {
      const data = { imposedBy: 'USA', appliesTo: 'MEX', ratePercent };
      await server.post('/v1/events', tariff('doubtful', occurredAt, 0, { data }), { prefer: 'wait=5' });
    }
  }, 120_000);
  afterAll(() => browser.close());

  it.each([
    ['Upcoming', 'upcoming'],
    ['Overdue', 'overdue'],
    ['Settled', 'settled'],
  ])('of deadlines that are %s are those of the API, in its order', async (label, state) => {
    await open('/deadlines?asOf=2025-10-26');
    await page.getByRole('link', { name: 'Deadlines' }).waitFor();
    await page.getByRole('navigation', { name: 'Which deadlines' }).getByRole('link', { name: label }).click();
    await page.waitForURL(state === 'upcoming' ? /asOf=2025-10-26$/ : new RegExp(`state=${state}`));
    await page.locator('.loaded:not([aria-busy])').first().waitFor();
    const expected = await read(`asOf=2025-10-26&state=${state}`);
    expect(await rows()).toEqual(asRows(expected));
    if (expected.length === 0) await page.locator('.empty').waitFor();
  });

  it('of deadlines of one story are shown on demand, and as CSV', async () => {
    await open('/deadlines?asOf=2025-10-26');
    await page.locator('.filters select').selectOption('us-china-trade');
    await page.waitForURL(/story=us-china-trade/);
    await page.locator('.loaded:not([aria-busy])').first().waitFor();
    const expected = await read('asOf=2025-10-26&story=us-china-trade');
    expect(expected.length).toBeGreaterThan(1);
    expect(await rows()).toEqual(asRows(expected));
    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: 'CSV' }).click();
    const path = new URL((await saved).url());
    expect(path.pathname + path.search).toBe('/v1/deadlines?format=csv&story=us-china-trade&asOf=2025-10-26');
    const csv = await server.get(path.pathname + path.search);
    expect(csv.text.trimEnd().split('\r\n').length).toBe(expected.length + 1);
  });

  it('say why no deadline is listed', async () => {
    await open('/deadlines?asOf=2025-01-15');
    await page.getByText('Nothing expires or is due after this point.').waitFor();
  });

  it('of deadlines have the address of a calendar to copy, which answers', async () => {
    await open('/deadlines?story=us-china-trade');
    await page.getByText('This server lets anybody read').waitFor();
    await page.getByRole('button', { name: 'Copy the address' }).click();
    const address = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(address).toBe(`${server.url}/v1/deadlines?format=ics&story=us-china-trade`);
    const calendar = await fetch(address);
    expect(calendar.headers.get('content-type')).toContain('text/calendar');
    expect(await calendar.text()).toContain('BEGIN:VCALENDAR');
    await open('/deadlines?asOf=2025-10-26');
    await page.getByText('It stays at this point of the clocks.').waitFor();
  });

  it('say how a calendar program is given a key, where one is needed', async () => {
    const closed = await startServer({ DATELINE_PUBLIC_READ: 'false' });
    const other = await browser.newPage();
    await openPage(other, `${closed.url}/deadlines`);
    await signIn(other, closed.adminKey);
    await other.getByText('give it any name, and a key as the password').waitFor();
    await other.getByRole('link', { name: 'a key of its own' }).click();
    await other.waitForURL(/\/operate\/keys/);
    await other.getByRole('heading', { name: 'New key' }).waitFor();
    await other.close();
  }, 60_000);

  it('name the subjects whose facts have no known order', async () => {
    await open('/disputes');
    await tab('Order not known');
    await page.waitForURL(/show=order/);
    const card = page.locator('.dispute', { hasText: 'US → Mexico' });
    await card.getByText('order not known').waitFor();
    const names = ((await server.get('/v1/views')).body as { items: { name: string }[] }).items;
    const views = await Promise.all(names.map(({ name }) => server.get(`/v1/views/${name}?dateUncertain=true`)));
    const items = views.flatMap(({ body }) => (body as { items: Deadline[] }).items);
    const links = await page.evaluate<string[]>(
      `[...document.querySelectorAll('.dispute h2 a')].map(({ pathname }) => decodeURIComponent(pathname))`,
    );
    expect(links).toEqual(items.map(({ view, subject }) => `/items/${view}/${subject}`));
  });

  it('name those of one story where the address says so', async () => {
    await open('/disputes?show=order&story=doubtful');
    await page.getByText('US → Mexico').waitFor();
    expect(await page.locator('.dispute').count()).toBe(1);
    await open('/disputes?show=order&asOf=2025-01');
    await page.getByText('The order of all facts is known at this point.').waitFor();
  });

  it('have what is only claimed', async () => {
    await open('/disputes?story=us-china-trade');
    await tab('Claims alone');
    await page.waitForURL(/show=claims/);
    await page.getByText('According to Donald Trump, the US set its tariffs on China at 157 percent.').waitFor();
    const { body } = await server.get('/v1/timeline?certainty=claimed&story=us-china-trade&limit=200');
    expect(await page.locator('.fact-row').count()).toBe((body as { items: object[] }).items.length);
  });

  it.each(['/deadlines', '/deadlines?state=settled&asOf=2025-10-26', '/disputes?show=order', '/disputes?show=claims'])(
    'pass axe at %s',
    async (path) => {
      await open(path);
      await expectAccessible(page);
    },
    30_000,
  );

  it('have written nothing to the browser’s console, broken no policy and asked no other host', () => {
    expect(seen).toEqual([]);
  });
});
