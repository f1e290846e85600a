import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { startServer, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';
import { chromiumPath, launchChromium, watchPage } from './browser.js';
import { expectAccessible, openPage, PATIENCE } from './page-checks.js';
import { DISPUTED, MARKUP, recordDispute, recordExtension, recordMarkup } from './stories.js';

const STORY = '/stories/us-china-trade';

interface Mark {
  id: string;
  requestEnd: number;
  type: string;
  certainty: string;
}

/** An attribute of each element. */
const attributes = async (elements: Locator, name: string): Promise<string[]> =>
  Promise.all((await elements.all()).map(async (one) => (await one.getAttribute(name)) ?? ''));

(chromiumPath === undefined ? describe.skip : describe)('the console', () => {
  let server: TestServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let seen: string[];
  let markupEvent: string;
  let marks: Mark[];

  const open = (path: string, at: Page = page): Promise<void> => openPage(at, server.url + path);
  const board = (title: string): Promise<string> =>
    page.locator('.board-card', { has: page.getByRole('link', { name: title, exact: true }) }).innerText();
  const slider = (name: string) => page.getByRole('slider', { name });
  const point = (): string => new URL(page.url()).search;

  beforeAll(async () => {
    [server, browser] = await Promise.all([
      startServer({ DATELINE_DEMO: 'true', DATELINE_PUBLIC_READ: 'true', DATELINE_RATE_LIMIT: '100000' }),
      launchChromium(),
    ]);
    markupEvent = await recordMarkup(server);
    await recordDispute(server);
    marks = ((await server.get('/v1/stories/us-china-trade/marks?limit=200')).body as { items: Mark[] }).items;
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    seen = watchPage(page, server.url);
  }, 120_000);
  afterAll(() => browser.close());

  it('shows each story with its headline', async () => {
    await open('/');
    await page.getByText('Peace accord signed').waitFor();
    expect(await page.locator('.story-row h2').allInnerTexts()).toEqual(
      expect.arrayContaining(['US–China trade', '47th ASEAN summit', MARKUP.title]),
    );
  });

  it('loads less than 300 KB of JavaScript for the first page', async () => {
    const sizes: Promise<number>[] = [];
    const fresh = await browser.newPage();
    fresh.on('requestfinished', (request) => {
      if (request.resourceType() === 'script')
        sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    await fresh.goto(server.url, { waitUntil: 'networkidle' });
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    await fresh.close();
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(300_000);
  });

  it('shows what held on a day: 145 percent on 30 April', async () => {
    await open(`${STORY}?asOf=2025-04-30`);
    expect(await board('US → China')).toContain('145%');
    expect(await page.locator('.past-banner').innerText()).toContain('The world on 30 April 2025.');
  });

  it('shows what is due and what is only claimed beside what holds: 26 October', async () => {
    await open(`${STORY}?asOf=2025-10-26`);
    const card = await board('US → China');
    expect(card).toContain('30%');
    expect(card).toMatch(/◇ +100% threatened from 1 November 2025/);
    expect(card).toMatch(/○ +157%, says Donald Trump/);
  });

  it('shows the truce of 13 August in force, run out by what was in print, and run out by what was recorded', async () => {
    await open(`${STORY}?asOf=2025-08-13`);
    expect(await board('US-China tariff truce')).toContain('in force until 10 November 2025');
    await open(`${STORY}?asOf=2025-08-13&reportedAsOf=2025-08-11`);
    expect(await board('US-China tariff truce')).toContain('run out');
    // The request before the one that recorded the extension.
    const extended = marks.find(({ type, certainty }) => type === 'TruceExtended' && certainty === 'reported');
    const before = Math.max(
      ...marks.map(({ requestEnd }) => requestEnd).filter((end) => end < (extended?.requestEnd ?? 0)),
    );
    await open(`${STORY}?asOf=2025-08-13&recordedAsOf=@${before}`);
    expect(await board('US-China tariff truce')).toContain('run out');
    expect(await page.locator('.past-banner').innerText()).toContain(`13 August 2025, as recorded at @${before}.`);
  });

  it('moves through the days by keys, and a gesture is one entry of the history', async () => {
    await open(`${STORY}?asOf=2025-08-13`);
    const happened = slider('Happened by');
    await happened.focus();
    const held = async (): Promise<string | null> => happened.getAttribute('aria-valuetext');
    expect(await held()).toBe('13 August 2025, no fact');
    await page.keyboard.press('ArrowLeft');
    expect(await held()).toMatch(/^12 August 2025, \d facts?$/);
    await page.keyboard.press('Shift+ArrowLeft');
    expect(await held()).toMatch(/^11 August 2025/);
    await page.keyboard.press('PageDown');
    expect(await held()).toBe('11 July 2025, no fact');
    await page.waitForURL(/asOf=2025-07-11/);
    await page.getByText('in force until 12 August 2025').waitFor();
    await page.keyboard.press('Home');
    expect(await held()).toMatch(/^1 February 2025/);
    await page.keyboard.press('End');
    expect(await held()).toBe('now');
    await page.waitForURL((url) => url.search === '');
    await page.goBack();
    await page.waitForURL(/asOf=2025-02-01/);
    // Several steps while a key is held down are one gesture.
    await happened.focus();
    await page.keyboard.down('ArrowRight');
    await page.keyboard.down('ArrowRight');
    await page.keyboard.down('ArrowRight');
    await page.keyboard.up('ArrowRight');
    await page.waitForURL((url) => url.search !== '?asOf=2025-02-01');
    await page.goBack();
    await page.waitForURL(/asOf=2025-02-01/);
  });

  it('moves by dragging: the page follows, and the address when the pointer is let go', async () => {
    await open(STORY);
    const box = await slider('Happened by').boundingBox();
    if (!box) throw new Error('the track is not shown');
    await page.mouse.move(box.x + box.width - 4, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2, { steps: 5 });
    await page.getByText(/^The world on .* 2025\. What was reported about it later is included\./).waitFor();
    expect(point()).toBe('');
    await page.mouse.up();
    await page.waitForURL(/asOf=2025-/);
  });

  it('sets the clock of the press and that of the record by their words, and gives all three back on reload', async () => {
    await open(`${STORY}?asOf=2025-08-13`);
    await page.getByRole('button', { name: 'published', exact: true }).click();
    await page.getByLabel('Published by', { exact: true }).last().fill('soon');
    await page.keyboard.press('Enter');
    await page.getByText('Write a date such as 2025-08-12, 2025-08 or 2025.').waitFor();
    await page.getByLabel('Published by', { exact: true }).last().fill('2025-08-11');
    await page.keyboard.press('Enter');
    await page.waitForURL(/reportedAsOf=2025-08-11/);
    await slider('Published by').waitFor();
    await page.getByRole('button', { name: 'Three clocks' }).click();
    await slider('Recorded by').focus();
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL(/recordedAsOf=@\d+/);
    const text = await page.locator('.past-banner').innerText();
    await page.reload();
    expect(await page.locator('.past-banner').innerText()).toBe(text);
    expect(text).toContain('13 August 2025, by what was in print on 11 August 2025, as recorded at @');
  });

  it('shows the quote and the source behind a sentence', async () => {
    await open(`${STORY}?asOf=2025-10-26`);
    await page.getByRole('button', { name: /^Evidence 1:/ }).focus();
    await page.keyboard.press('Enter');
    const evidence = page.getByRole('dialog', { name: 'Evidence' });
    await evidence
      .getByText(/Harbour Wire|Meridian Dispatch/)
      .first()
      .waitFor();
    expect(await evidence.locator('blockquote').first().innerText()).not.toBe('');
    await page.keyboard.press('Escape');
    await evidence.waitFor({ state: 'detached' });
    // The focus goes back in a task after the one that takes the dialog away.
    await page.waitForFunction("document.activeElement.ariaLabel?.startsWith('Evidence 1:')");
  });

  it('lists the facts of a story, those of a kind alone, and few rows at a time', async () => {
    await open(STORY);
    const rows = page.locator('.timeline-rows > li');
    await rows.first().waitFor();
    expect(await rows.count()).toBeLessThan(60);
    await page.getByLabel('Certainty').selectOption('claimed');
    await page.waitForURL(/certainty=claimed/);
    const claims = marks.filter(({ certainty }) => certainty === 'claimed').length;
    await until('the claims alone are listed', async () => (await rows.count()) === claims);
    await page.getByText('According to Donald Trump, the US set its tariffs on China at 157 percent.').waitFor();
  });

  it('shows a subject, its facts and its history', async () => {
    await open('/items/truces/us-china-tariff-truce?asOf=2025-10-26');
    expect(await page.locator('.item-value').innerText()).toContain('in force until 10 November 2025');
    await page.getByText('The US and China extended their tariff truce until 10 November 2025.').waitFor();
    await page.getByRole('link', { name: 'History' }).click();
    await page.waitForURL(/tab=history/);
    await page.getByRole('cell', { name: /in force until 12 August 2025/ }).waitFor();
  });

  it('shows what differs between two points, and no other subject', async () => {
    await open(`${STORY}/compare?from=2025-08&to=2025-10-26`);
    const { body } = await server.get('/v1/stories/us-china-trade/changes?from=2025-08&to=2025-10-26&limit=200');
    await page.locator('.compared').first().waitFor();
    const shown = await attributes(page.locator('.compared h2 a'), 'href');
    const changed = (body as { items: { view: string; subject: string }[] }).items;
    expect(shown.map((href) => decodeURIComponent(new URL(href, server.url).pathname))).toEqual(
      changed.map(({ view, subject }) => `/items/${view}/${subject}`),
    );
  });

  it('draws the steps of a tariff, each with its event, and says the same in a table', async () => {
    const pair = `${STORY}/tariffs?pair=USA>CHN&asOf=2025-10-26`;
    await open(pair);
    const steps = page.locator('.chart svg a');
    await steps.first().waitFor();
    const { body } = await server.get('/v1/views/tariffs/USA%3ECHN:all/history?asOf=2025-10-26&limit=200');
    const rates = (body as { items: { state: { status: string; ratePercent: number } }[] }).items
      .filter(({ state }) => state.status === 'in_force')
      .map(({ state }) => state.ratePercent)
      .filter((rate, index, all) => rate !== all[index - 1]);
    const labels = await attributes(steps, 'aria-label');
    expect(labels.filter((label) => label.startsWith('US → China'))).toEqual(
      rates.map((rate) => expect.stringContaining(`${rate}% from`)),
    );
    expect(labels).toEqual(expect.arrayContaining([expect.stringContaining('157% says Donald Trump')]));
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'PNG' }).click();
    expect((await saved).suggestedFilename()).toBe('us-china-trade-tariffs-USA-CHN_asOf-2025-10-26.png');
    await open(`${pair}&as=table`);
    for (const rate of rates) await page.getByRole('cell', { name: `${rate}%`, exact: true }).waitFor();
  });

  it('shows both sides of a dispute, the one that is followed first', async () => {
    await open('/disputes');
    const dispute = page.locator('.dispute', { hasText: 'valid until' });
    await dispute.waitFor();
    expect(await dispute.locator('.candidate-value').allInnerTexts()).toEqual(DISPUTED.values);
    for (const publisher of DISPUTED.publishers) expect(await dispute.innerText()).toContain(publisher);
    await open(`/stories/${DISPUTED.story}`);
    expect(await page.locator('.board-card .mark-disputed').first().innerText()).toContain('disputed');
  });

  it('shows markup in a title, a quote and an article as text', async () => {
    await open(`/stories/${MARKUP.story}`);
    expect(await page.locator('h1').innerText()).toBe(MARKUP.title);
    await open(`/events/${markupEvent}`);
    expect(await page.locator('blockquote').first().innerText()).toBe(MARKUP.quote);
    expect(await page.locator('main img, main b, main script').count()).toBe(0);
    expect(await page.evaluate('window.attacked')).toBeUndefined();
  });

  it('shows an event with its place in the log; its article with the quote marked to who may see it', async () => {
    await open(`/events/${markupEvent}`);
    const { body } = await server.get(`/v1/events/${markupEvent}`);
    const { hash, previousHash } = body as { hash: string; previousHash: string };
    for (const one of [hash, previousHash]) await page.getByText(one, { exact: true }).waitFor();
    await page.getByText('The text is for editors.').waitFor();
    const editor = await browser.newContext();
    const other = await editor.newPage();
    const otherSeen = watchPage(other, server.url);
    await open(`/events/${markupEvent}`, other);
    await other.getByRole('button', { name: 'Sign in' }).first().click();
    await other.getByLabel('Your key').fill('dl_00000000_wrong');
    await other.keyboard.press('Enter');
    await other.getByText('The key is not valid.').waitFor();
    await other.getByLabel('Your key').fill(server.adminKey);
    await other.keyboard.press('Enter');
    await other.locator('.article-text mark').waitFor();
    expect(await other.locator('.article-text').innerText()).toBe(MARKUP.body);
    expect(await other.locator('.article-text mark').innerText()).toBe(MARKUP.quote);
    expect(await other.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])')).toBe(
      '[{},{},""]',
    );
    await other.getByRole('button', { name: 'Sign out' }).click();
    await other.getByText('The text is for editors.').waitFor();
    // Chromium itself reports the refusal of the wrong key.
    expect(otherSeen).toEqual([expect.stringContaining('401 (Unauthorized)')]);
    await editor.close();
  }, 30_000);

  it('says that something new was recorded, and shows it when it is asked for', async () => {
    await open(`/stories/${DISPUTED.story}`);
    await page.getByText('its last day was 10 November 2025').waitFor();
    await recordExtension(server);
    await page.getByRole('button', { name: '1 new event' }).click();
    await page.getByText('in force until 12 December 2099').first().waitFor();
  });

  it('says why a page cannot be shown', async () => {
    const other = await browser.newPage();
    await other.goto(`${server.url}/stories/there-is-none`);
    await other
      .getByRole('alert')
      .getByText(/there-is-none/)
      .first()
      .waitFor();
    await other.goto(`${server.url}${STORY}?asOf=2025-13`);
    await other.getByRole('alert').getByText(/asOf/).first().waitFor();
    await other.close();
  });

  describe.each([
    ['/', () => '/'],
    ['a story', () => `${STORY}?asOf=2025-10-26`],
    ['two points', () => `${STORY}/compare?from=2025-08&to=2025-10-26`],
    ['tariffs', () => `${STORY}/tariffs`],
    ['a subject', () => '/items/tariffs/USA>CHN:all?tab=history&asOf=2025-10-26'],
    ['an event', () => `/events/${markupEvent}`],
    ['disputes', () => '/disputes'],
  ])('%s', (_name, path) => {
    it('passes axe in light and dark, wide and narrow, and never scrolls sideways', async () => {
      await open(path());
      await expectAccessible(page);
    }, 30_000);
  });

  it('has written nothing to the browser’s console, broken no policy and asked no other host', () => {
    expect(seen).toEqual([]);
  });
});

describe('a console that nobody reads without a key', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ DATELINE_PUBLIC_READ: 'false' });
  }, 60_000);

  (chromiumPath === undefined ? it.skip : it)(
    'asks for it before anything else, and says what there is',
    async () => {
      const browser = await launchChromium();
      const page = await browser.newPage();
      const seen = watchPage(page, server.url);
      await page.goto(server.url);
      await page.getByRole('heading', { name: 'This server is read with a key' }).waitFor();
      await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
      await page.getByLabel('Your key').fill(server.adminKey);
      await page.keyboard.press('Enter');
      await page.getByText('No story had been opened by this point.').waitFor();
      expect(seen).toEqual([]);
      await browser.close();
    },
    30_000,
  );

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(server.url + path, { headers, redirect: 'manual' });

  it.each([
    ...[
      '/',
      '/?asOf=2025-10-26&party=CHN',
      STORY,
      `${STORY}/compare`,
      `${STORY}/tariffs`,
      '/items/truces/x',
      '/events/x',
      '/disputes?open=all',
    ],
    ...['/desk', '/desk/articles/x', '/desk/events/x/correct', '/desk/events/x/retract', '/desk/events/x/corroborate'],
    ...['/deadlines', '/operate', ...['log', 'views', 'queues', 'keys', 'audit'].map((tab) => `/operate/${tab}`)],
  ])('%s is the page, under its policy', async (path) => {
    const answer = await get(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
    expect(answer.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self';.*frame-ancestors 'none'.*require-trusted-types-for 'script'/,
    );
    expect(await answer.text()).toContain('<div id="console"></div>');
  });

  it.each([
    '/stories',
    '/stories/a/b',
    '/items/truces',
    '/desk/articles',
    '/desk/events/x/mend',
    '/operate/none',
    '/assets/none.js',
    '/assets/..%2findex.html',
  ])('%s is not there', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it('are compressed as they were built, and never change', async () => {
    const page = await (await get('/')).text();
    const [script = ''] = /\/assets\/[\w.-]+\.js/.exec(page) ?? [];
    for (const [accepted, encoding] of [
      ['gzip, br', 'br'],
      ['gzip', 'gzip'],
      ['br;q=0', null],
    ] as const) {
      const answer = await get(script, { 'accept-encoding': accepted });
      expect(answer.headers.get('content-encoding')).toBe(encoding);
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
      expect((await answer.text()).length).toBeGreaterThan(100_000);
    }
  });

  it('are not served by a process without the role api', async () => {
    const worker = await startServer({ DATELINE_ROLES: 'worker' });
    const answer = await fetch(worker.url, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/docs']);
    expect((await fetch(`${worker.url}${STORY}`)).status).toBe(404);
  }, 60_000);
});
