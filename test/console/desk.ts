import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { TestServer } from '../support/server.js';
import { until } from '../support/until.js';
import { watchPage } from './browser.js';

/** An answer may take so long, milliseconds. */
export const PATIENCE = 10_000;

/** A story with a truce in it, for a test of its own. */
export interface DeskStory {
  slug: string;
  title: string;
  truce: string;
}

/** What stands in the articles of these tests: markup, an emoji of two units, and a line break within a sentence. */
export const TEXT =
  'GENEVA – The envoys <img src="x" onerror="window.attacked = 1"> met on Monday 🎉.\n' +
  'The truce 🕊️ was extended until\n10 November 2025, they said.\n' +
  'Then “the talks” <b>began</b> in Bergen.';

async function created<Body>(server: TestServer, path: string, body: object): Promise<Body> {
  const answer = await server.post(path, body, { prefer: 'wait=5' });
  if (answer.status !== 201) throw new Error(`${path} was answered with ${answer.status}: ${answer.text}`);
  return answer.body as Body;
}

export async function openStory(server: TestServer, name: string): Promise<DeskStory> {
  const story = { slug: `desk-${name}`, title: `Desk ${name}`, truce: `${name}-truce` };
  const { slug, title } = story;
  await created(server, '/v1/stories', { slug, title, parties: ['USA', 'CHN'], topics: ['tests'] });
  await recordTruce(server, story, '2025-08-12');
  return story;
}

/** A truce until a day, as another desk records it. @returns the id of the event */
export async function recordTruce(
  server: TestServer,
  { slug, truce }: DeskStory,
  validUntil: string,
  publisher = 'Harbour Wire',
): Promise<string> {
  const answer = await created<{ events: { id: string }[] }>(server, '/v1/events', {
    type: 'TruceAgreed',
    story: slug,
    occurredAt: '2025-05-12',
    data: { truce, parties: ['USA', 'CHN'], validUntil },
    source: { url: `https://example.org/${publisher}`.replace(' ', '-'), publisher, publishedAt: '2025-05-13' },
  });
  return answer.events[0]?.id ?? '';
}

export async function fileArticle(server: TestServer, name: string): Promise<string> {
  const article = {
    url: `https://example.org/desk/${name}`,
    headline: `An article for ${name}`,
    publisher: 'Morning Ledger',
    publishedAt: '2025-08-12',
    language: 'en',
    body: TEXT,
  };
  return (await created<{ id: string }>(server, '/v1/articles', article)).id;
}

export interface StoredEvent {
  id: string;
  type: string;
  version: number;
  requestEnd: number;
  occurredAt?: string;
  certainty?: string;
  data: Record<string, unknown>;
  source?: { article?: string; quote?: string; quoteStart?: number; quoteEnd?: number };
}

export async function eventsOf(server: TestServer, story: DeskStory): Promise<StoredEvent[]> {
  const { body } = await server.get(`/v1/events?story=${story.slug}&limit=200`);
  return (body as { items: StoredEvent[] }).items;
}

export interface Editor {
  context: BrowserContext;
  page: Page;
  /** What no page may do. */
  seen: string[];
}

/** Somebody at a browser of their own, signed in. */
export async function editorAt(browser: Browser, server: TestServer, key: string): Promise<Editor> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const seen = watchPage(page, server.url);
  await page.goto(`${server.url}/desk`);
  await page.getByRole('banner').getByRole('button', { name: 'Sign in' }).click();
  await page.getByLabel('Your key').fill(key);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  return { context, page, seen };
}

/** Opens a page of the console and waits until it is read. */
export async function openPage(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('h1').first().waitFor({ timeout: PATIENCE });
  await page.locator('.skeleton').first().waitFor({ state: 'detached', timeout: PATIENCE });
}

/** Marks the sentence that begins so. */
export const markSentence = (page: Page, beginning: string): Promise<void> =>
  page.getByRole('option', { name: beginning }).click();

/** Begins a fact with a sentence, as an extension of the truce of a story until a day. */
export async function writeExtension(page: Page, story: DeskStory, day: string): Promise<void> {
  await page.getByLabel('Story').selectOption(story.slug);
  await markSentence(page, 'The truce 🕊️ was extended until');
  await page.getByLabel('What happened').selectOption('TruceExtended');
  await page.getByLabel('When needed').fill('2025-08-11');
  await page.getByLabel('Truce needed').fill(story.truce);
  await page.getByLabel('Valid until').fill(day);
}

const hasFocus = (element: Locator): Promise<boolean> =>
  element.evaluate(
    (one) => one === (one as unknown as { ownerDocument: { activeElement: unknown } }).ownerDocument.activeElement,
  );

/** A page sets the focus, and draws, after the event that makes it do so. */
export const waitForFocus = (element: Locator): Promise<void> =>
  until('the element has the focus', () => hasFocus(element));
export const waitForText = (element: Locator, text: string): Promise<void> =>
  until(`it reads "${text}"`, async () => (await element.innerText()) === text);

/** Presses Tab until an element has the focus. @throws where it never does */
export async function tabTo(page: Page, element: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if (await hasFocus(element)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab never reached the element');
}

/** The next answer to a request that records is lost: what it asked for was done. For pages that are opened from now on. */
export async function loseAnswer(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const real = globalThis.fetch;
    let isLost = false;
    globalThis.fetch = async (input, init) => {
      const answer = await real(input, init);
      if (isLost || !answer.url.endsWith('/v1/events')) return answer;
      isLost = true;
      throw new TypeError('the connection was lost');
    };
  });
}
