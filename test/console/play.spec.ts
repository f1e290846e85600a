import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startServer, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';
import { chromiumPath, launchChromium, watchPage } from './browser.js';
import { expectAccessible, openPage, PATIENCE } from './page-checks.js';

const STORY = '/stories/us-china-trade';

interface Mark {
  occurredAt: string;
  requestEnd: number;
  retracted: boolean;
}

(chromiumPath === undefined ? describe.skip : describe)('playing a story', () => {
  let server: TestServer;
  let browser: Browser;
  let page: Page;
  let seen: string[];

  const open = (path: string): Promise<void> => openPage(page, server.url + path);
  const board = (): Promise<string> => page.locator('.board').innerText();
  const here = (): Promise<string | null> =>
    page.getByRole('slider', { name: 'Happened by' }).getAttribute('aria-valuetext');
  const play = () => page.getByRole('button', { name: 'Play', exact: true });
  const paused = () => page.getByRole('button', { name: 'Pause', exact: true });
  const faster = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Speed ×1. Change' }).click();
    await page.getByRole('button', { name: 'Speed ×2. Change' }).click();
  };
  /** Each place that the thumb of a clock is moved to, from now on. */
  const noting = async (clock: 'asOf' | 'reportedAsOf' | 'recordedAsOf' = 'asOf'): Promise<() => Promise<string[]>> => {
    await page.evaluate(`(() => {
      window.places = [];
      const slider = document.querySelector('.track-${clock} [role=slider]');
      new MutationObserver(() => window.places.push(slider.ariaValueText)).observe(slider, {
        attributeFilter: ['aria-valuetext'],
      });
    })()`);
    return () => page.evaluate<string[]>('window.places');
  };

  beforeAll(async () => {
    [server, browser] = await Promise.all([
      startServer({ DATELINE_DEMO: 'true', DATELINE_PUBLIC_READ: 'true', DATELINE_RATE_LIMIT: '100000' }),
      launchChromium(),
    ]);
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(PATIENCE);
    seen = watchPage(page, server.url);
  }, 120_000);
  afterAll(() => browser.close());

  it('goes from stop to stop, and ends in the board that the server reads', async () => {
    await open(STORY);
    const expected = await board();
    await open(`${STORY}?asOf=2025-08-01`);
    const places = await noting();
    await faster();
    await play().click();
    await page.locator('.time-bar-caption').waitFor();
    await page.waitForURL((url) => url.search === '', { timeout: 30_000 });
    await play().waitFor();
    expect(await here()).toBe('now');
    expect(await board()).toBe(expected);
    expect(await page.locator('.time-bar [role=alert]').count()).toBe(0);
    // Each day with a fact was shown, in order.
    const { items } = (await server.get('/v1/stories/us-china-trade/marks?limit=200')).body as { items: Mark[] };
    const days = items.filter(({ retracted }) => !retracted).map(({ occurredAt }) => occurredAt.slice(0, 10));
    const after = [...new Set(days)].filter((day) => day.length === 10 && day > '2025-08-01').sort();
    const shown = (await places()).filter((place) => / \d+ facts?$/.test(place));
    expect(after.length).toBeGreaterThan(5);
    expect(shown.length).toBeGreaterThanOrEqual(after.length);
    // Back is the point before it was played.
    await page.goBack();
    await page.waitForURL(/asOf=2025-08-01/);
  }, 60_000);

  it('pauses with the space bar, and holds the board of that day', async () => {
    await open(`${STORY}?asOf=2025-03-01`);
    await page.getByRole('slider', { name: 'Happened by' }).focus();
    await page.keyboard.press('Space');
    await until('a later day is shown', async () => !(await here())?.startsWith('1 March'));
    await page.locator('.board-card').first().waitFor();
    await page.keyboard.press('Space');
    await play().waitFor();
    await page.waitForURL((url) => url.searchParams.get('asOf') !== '2025-03-01');
    const [there, held] = [await here(), await board()];
    expect(await page.locator('.time-bar-caption').count()).toBe(0);
    await new Promise((done) => setTimeout(done, 1_500));
    expect([await here(), await board()]).toEqual([there, held]);
    await page.reload();
    await page.locator('.board-card').first().waitFor();
    expect([await here(), await board()]).toEqual([there, held]);
  }, 30_000);

  it('pauses with the space bar wherever the focus is, and does not scroll', async () => {
    await open(`${STORY}?asOf=2025-03-01`);
    await play().click();
    await paused().waitFor();
    await page.evaluate('document.activeElement.blur()');
    const top = await page.evaluate('window.scrollY');
    await page.keyboard.press('Space');
    await play().waitFor();
    expect(await page.evaluate('window.scrollY')).toBe(top);
  });

  it('stops where somebody moves the thumb', async () => {
    await open(`${STORY}?asOf=2025-03-01`);
    await play().click();
    await paused().waitFor();
    await page.getByRole('slider', { name: 'Happened by' }).focus();
    await page.keyboard.press('Home');
    await play().waitFor();
    expect(await here()).toMatch(/^1 February 2025/);
    await page.waitForURL(/asOf=2025-02-01/);
  });

  it('asks for no board while it plays, and reads the last one of the server', async () => {
    await open(`${STORY}?asOf=2025-10-09`);
    const boards: string[] = [];
    const note = (request: { url: () => string }): void => {
      if (/\/v1\/stories\/us-china-trade(\?|$)/.test(request.url())) boards.push(request.url());
    };
    page.on('request', note);
    await faster();
    await play().click();
    await page.waitForURL((url) => url.search === '', { timeout: 30_000 });
    expect(boards.length).toBeLessThanOrEqual(1);
    page.off('request', note);
  }, 40_000);

  it('plays the record request by request, and the press day by day', async () => {
    const { items } = (await server.get('/v1/stories/us-china-trade/marks?limit=200')).body as { items: Mark[] };
    const [first = 0] = items.map(({ requestEnd }) => requestEnd).sort((a, b) => a - b);
    await open(`${STORY}?asOf=2025-10-26`);
    const expected = await board();
    for (const [clock, name, from] of [
      ['recordedAsOf', 'Recorded by', `recordedAsOf=@${first}`],
      ['reportedAsOf', 'Published by', 'reportedAsOf=2025-04-12'],
    ] as const) {
      await open(`${STORY}?asOf=2025-10-26&${from}`);
      const places = await noting(clock);
      await faster();
      await page.getByRole('slider', { name }).focus();
      await page.keyboard.press('Space');
      await page.waitForURL((url) => url.search === '?asOf=2025-10-26', { timeout: 30_000 });
      await play().waitFor();
      expect((await places()).length).toBeGreaterThan(2);
      expect(await board()).toBe(expected);
      expect(await page.locator('.time-bar [role=alert]').count()).toBe(0);
    }
  }, 90_000);

  it('says so where the replay does not end in the board of the server', async () => {
    const path = '**/v1/stories/us-china-trade/replay*';
    await page.route(path, async (route) => {
      const answer = await route.fetch();
      const lines = (await answer.text()).trimEnd().split('\n');
      const changed = lines.findLastIndex((line) => line.includes('"after":{'));
      lines[changed] = (lines[changed] ?? '').replace(/"after":\{.*?"since":"/, '$&1999');
      await route.fulfill({ response: answer, body: `${lines.join('\n')}\n` });
    });
    await open(`${STORY}?asOf=2025-10-25`);
    await faster();
    await play().click();
    await page.getByRole('alert').filter({ hasText: 'does not end in the board that the server reads' }).waitFor();
    await play().waitFor();
    await page.unroute(path);
    await page.route(path, async (route) => {
      const answer = await route.fetch();
      const lines = (await answer.text()).trimEnd().split('\n');
      await route.fulfill({ response: answer, body: `${lines.slice(0, -2).join('\n')}\n` });
    });
    await open(`${STORY}?asOf=2025-10-25`);
    await play().click();
    await page.getByRole('alert').filter({ hasText: 'Playing broke off.' }).waitFor();
    await play().waitFor();
    await page.unroute(path);
  }, 40_000);

  it('moves nothing by itself where less motion is wanted', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(`${STORY}?asOf=2025-03-01`);
    await play().click();
    await page.locator('.time-bar-caption').waitFor();
    for (let n = 0; n < 10; n += 1) {
      expect(await page.evaluate('document.getAnimations().length')).toBe(0);
      await new Promise((done) => setTimeout(done, 100));
    }
    await paused().click();
    await play().waitFor();
    await page.emulateMedia({ reducedMotion: 'no-preference' });
  }, 20_000);

  it('passes axe while it plays', async () => {
    await open(`${STORY}?asOf=2025-03-01`);
    await play().click();
    await page.locator('.time-bar-caption').waitFor();
    await expectAccessible(page);
    await paused().click();
    await play().waitFor();
  }, 60_000);

  it('has written nothing to the browser’s console, broken no policy and asked no other host', () => {
    expect(seen).toEqual([]);
  });
});
