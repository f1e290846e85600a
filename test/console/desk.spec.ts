import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startServer, type TestServer } from '../support/server.js';
import { breaches } from './axe.js';
import { chromiumPath, launchChromium, watchPage } from './browser.js';
import {
  type Editor,
  editorAt,
  eventsOf,
  fileArticle,
  loseAnswer,
  markSentence,
  openPage,
  openStory,
  PATIENCE,
  recordTruce,
  type StoredEvent,
  tabTo,
  TEXT,
  waitForFocus,
  waitForText,
  writeExtension,
} from './desk.js';

const quoteIn = (words: string) => ({ quoteStart: TEXT.indexOf(words), quoteEnd: TEXT.indexOf(words) + words.length });
const last = (events: readonly StoredEvent[]): StoredEvent => {
  const event = events.at(-1);
  if (!event) throw new Error('nothing is recorded');
  return event;
};
/** Chromium itself reports each answer that refuses. */
const isRefusal = (message: string): boolean => /^error: Failed to load resource: .*\b(412|422)\b/.test(message);

(chromiumPath === undefined ? describe.skip : describe)('the desk', () => {
  let server: TestServer;
  let browser: Browser;
  let editor: Editor;
  let page: Page;

  const open = (path: string, at: Page = page): Promise<void> => openPage(at, server.url + path);
  const record = (at: Page = page) => at.getByRole('button', { name: /^Record / });

  beforeAll(async () => {
    [server, browser] = await Promise.all([
      startServer({ DATELINE_PUBLIC_READ: 'true', DATELINE_RATE_LIMIT: '100000' }),
      launchChromium(),
    ]);
    editor = await editorAt(browser, server, server.adminKey);
    ({ page } = editor);
  }, 120_000);
  afterAll(() => browser.close());

  it('files a pasted article, says at each field what is missing, and shows its markup as text', async () => {
    await openStory(server, 'file');
    await open('/desk?story=desk-file');
    await page.getByRole('button', { name: 'File the article' }).click();
    const text = page.getByLabel('Text', { exact: false }).first();
    await waitForFocus(text);
    expect(await text.getAttribute('aria-invalid')).toBe('true');
    const described = (await text.getAttribute('aria-describedby'))?.split(' ')[0] ?? '';
    expect(await page.locator(`[id="${described}"]`).innerText()).toBe('Is required.');
    await text.fill(TEXT);
    await page.getByLabel('Headline').fill('<b>Envoys</b> meet');
    await page.getByLabel('Publisher').fill('Morning Ledger');
    await page.getByLabel('Address').fill('not an address');
    await page.getByLabel('Published').fill('2025-02-30');
    await page.getByLabel('Language').fill('no language');
    await page.getByRole('button', { name: 'File the article' }).click();
    await page.getByText('Must be an http or https address.').waitFor();
    await page.getByText('Must be a date that exists in the calendar.').waitFor();
    await page.getByLabel('Address').fill('https://example.org/desk/file');
    await page.getByLabel('Published').fill('2025-08-12');
    await page.getByRole('button', { name: 'File the article' }).click();
    // What a language is called, the server knows.
    await page.getByText('Must be a language tag, as in en or pt-BR.').waitFor();
    // What was written is still there after the page was loaded again.
    await page.reload();
    expect(await page.getByLabel('Headline').inputValue()).toBe('<b>Envoys</b> meet');
    await page.getByLabel('Language').fill('en');
    await page.getByRole('button', { name: 'File the article' }).click();
    await page.waitForURL(/\/desk\/articles\/[0-9a-f-]{36}\?story=desk-file$/);
    await page.getByRole('heading', { name: '<b>Envoys</b> meet' }).waitFor();
    await page.locator('.article-text').waitFor();
    expect(await page.locator('.article-text').innerText()).toBe(TEXT);
    expect(await page.locator('main img, main b').count()).toBe(0);
    expect(await page.evaluate('window.attacked')).toBeUndefined();
    expect(await page.evaluate('localStorage.getItem("dateline-article")')).toBeNull();
  }, 30_000);

  it('records a fact from an article by keyboard alone, and the board is what the preview showed', async () => {
    const story = await openStory(server, 'keys');
    await open(`/desk/articles/${await fileArticle(server, 'keys')}?story=${story.slug}`);
    const sentences = page.getByRole('listbox', { name: 'Sentences' });
    await sentences.waitFor();
    await tabTo(page, sentences);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    const words = 'The truce 🕊️ was extended until\n10 November 2025, they said.';
    await waitForText(page.locator('.marked-words'), words);
    await page.keyboard.press('Alt+ArrowRight');
    await page.keyboard.press('Alt+ArrowLeft');
    await page.keyboard.press('Alt+ArrowLeft');
    const quote = 'truce 🕊️ was extended until\n10 November 2025';
    await waitForText(page.locator('.marked-words'), quote);
    expect(await page.locator('.article-text mark').innerText()).toBe(quote);
    expect(page.url()).toContain(`passage=${quoteIn(quote).quoteStart}-${quoteIn(quote).quoteEnd}`);

    await tabTo(page, page.getByLabel('What happened'));
    await page.keyboard.type('Truce ext');
    await tabTo(page, page.getByLabel('When needed'));
    await page.keyboard.type('2025-08-11');
    await tabTo(page, page.getByLabel('Truce needed'));
    await page.keyboard.type(story.truce);
    await tabTo(page, page.getByLabel('Valid until'));
    await page.keyboard.type('2025-11-10');
    const preview = page.locator('.preview');
    await preview.getByText('The keys truce was extended until 10 November 2025.').waitFor();
    const after = preview.locator('.before-after > div').nth(1);
    const previewed = (await after.innerText()).split('\n').slice(1);
    expect(previewed.join(' ')).toContain('10 November 2025');

    await tabTo(page, record());
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'The fact is recorded' }).waitFor();
    await waitForFocus(page.locator('.recorded'));
    expect(last(await eventsOf(server, story))).toMatchObject({
      type: 'TruceExtended',
      occurredAt: '2025-08-11',
      data: { truce: story.truce, validUntil: '2025-11-10' },
      source: { quote, ...quoteIn(quote) },
    });
    // What was used is underlined, and the drafts are gone.
    expect(await page.locator('.article-text .used').innerText()).toBe(quote);
    await page.waitForFunction('Object.keys(localStorage).length === 0');
    await page.getByRole('link', { name: 'the story' }).click();
    const card = page.locator('.board-card', { has: page.getByRole('link', { name: 'Keys truce' }) });
    await card.waitFor();
    for (const line of previewed) expect(await card.innerText()).toContain(line);
  }, 40_000);

  it('takes the words that are selected with the mouse, by their offsets', async () => {
    const story = await openStory(server, 'mouse');
    await open(`/desk/articles/${await fileArticle(server, 'mouse')}?story=${story.slug}`);
    const words = 'met on Monday 🎉';
    await page.locator('.article-text').waitFor();
    await page.evaluate(`(() => {
      const box = document.querySelector('.article-text');
      const node = document.createTreeWalker(box, NodeFilter.SHOW_TEXT).nextNode();
      const start = node.data.indexOf(${JSON.stringify(words)}) - 1;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + ${words.length + 1});
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      box.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }));
    })()`);
    await waitForText(page.locator('.marked-words'), words);
    await page.waitForURL((url) => url.searchParams.get('passage') === Object.values(quoteIn(words)).join('-'));
    await page.getByRole('button', { name: /^Remove fact 1/ }).click();
  });

  it('lays errors at their fields, nested too, and moves to the first', async () => {
    const story = await openStory(server, 'errors');
    await open(`/desk/articles/${await fileArticle(server, 'errors')}`);
    await markSentence(page, 'Then “the talks”');
    await record().click();
    const choice = page.getByLabel('Story');
    await waitForFocus(choice);
    await choice.selectOption(story.slug);
    await page.getByLabel('What happened').selectOption('MeetingHeld');
    await page.getByLabel('When needed').fill('2025-08-11');
    await page.getByLabel('Meeting needed').fill('a-meeting');
    await page.getByRole('button', { name: 'Add participant' }).click();
    await page.getByRole('button', { name: 'Add participant' }).click();
    const names = page.getByLabel('Name needed');
    await names.first().fill('Kari Holm');
    await record().click();
    const second = names.nth(1);
    await waitForFocus(second);
    const [fault = ''] = (await second.getAttribute('aria-describedby'))?.split(' ') ?? [];
    expect(await page.locator(`[id="${fault}"]`).innerText()).toBe('Is required.');
    await second.fill('Lin Jian');
    // What only the server knows, the dry run lays at its field as well: that the day is ahead.
    await page.getByLabel('When needed').fill('2099-02-01');
    await page.getByText(/^Begins more than 24 hours ahead: a plan is an event of today/).waitFor();
    await record().click();
    await waitForFocus(page.getByLabel('When needed'));
    await page.getByLabel('When needed').fill('2025-08-11');
    await page
      .locator('.preview-sentences')
      .getByText(/Kari Holm/)
      .waitFor();
    // The drafts wait in this browser.
    await page.reload();
    expect(await page.getByLabel('Name needed').nth(1).inputValue()).toBe('Lin Jian');
    await page.getByRole('button', { name: /^Remove fact 1/ }).click();
    await page.waitForFunction('Object.keys(localStorage).length === 0');
  }, 30_000);

  it('records all facts of an article in one request, and joins one to a fact that is there', async () => {
    const story = await openStory(server, 'several');
    await open(`/desk/articles/${await fileArticle(server, 'several')}`);
    await writeExtension(page, story, '2025-11-10');
    await page.getByRole('button', { name: 'Another fact' }).click();
    await markSentence(page, 'GENEVA – The envoys');
    await page.getByLabel('What happened').selectOption('TruceAgreed');
    await page.getByLabel('When needed').fill('2025-05-12');
    await page.getByLabel('Truce needed').fill(story.truce);
    for (const party of ['USA', 'CHN']) {
      await page.getByRole('button', { name: 'Add party' }).click();
      await page
        .getByLabel(/^Party \d/)
        .last()
        .selectOption(party);
    }
    await page.getByRole('button', { name: /^Join: / }).click();
    await page.getByText('A further source of:').waitFor();
    await page.locator('.preview:not([aria-busy])').waitFor();
    await page.getByRole('button', { name: 'Record 2 facts' }).click();
    await page.getByRole('heading', { name: '2 facts are recorded' }).waitFor();
    const [agreed, extended, joined] = (await eventsOf(server, story)).slice(-3);
    expect(joined).toMatchObject({ type: 'EventCorroborated', data: { target: agreed?.id } });
    expect(joined?.data['occurredAt']).toBeUndefined();
    expect([extended?.type, extended?.requestEnd]).toEqual(['TruceExtended', joined?.requestEnd]);
  }, 30_000);

  it('names the fact that another editor recorded meanwhile, and loses neither', async () => {
    const story = await openStory(server, 'conflict');
    const article = await fileArticle(server, 'conflict');
    const other = await editorAt(browser, server, server.adminKey);
    await open(`/desk/articles/${article}`);
    await writeExtension(page, story, '2025-11-10');
    await page
      .locator('.preview')
      .getByText(/extended until 10 November 2025/)
      .waitFor();
    await open(`/desk/articles/${article}`, other.page);
    await writeExtension(other.page, story, '2025-12-24');
    await record(other.page).click();
    await other.page.getByRole('heading', { name: 'The fact is recorded' }).waitFor();

    await record().click();
    const conflict = page.locator('.conflict');
    await conflict.getByText('The conflict truce was extended until 24 December 2025.').waitFor();
    await conflict.getByText('is what you write about as well').waitFor();
    expect(await conflict.innerText()).toContain('by admin');
    expect((await eventsOf(server, story)).filter(({ type }) => type === 'TruceExtended')).toHaveLength(1);
    await page.getByRole('button', { name: 'Record the fact all the same' }).click();
    await page.getByRole('heading', { name: 'The fact is recorded' }).waitFor();
    const days = (await eventsOf(server, story)).map(({ data }) => data['validUntil']);
    expect(days).toEqual([undefined, '2025-08-12', '2025-12-24', '2025-11-10']);
    expect(other.seen).toEqual([]);
    await other.context.close();
  }, 40_000);

  it('stores once what is sent again after its answer was lost', async () => {
    const story = await openStory(server, 'lost');
    const other = await editorAt(browser, server, server.adminKey);
    await loseAnswer(other.page);
    await open(`/desk/articles/${await fileArticle(server, 'lost')}`, other.page);
    await writeExtension(other.page, story, '2025-11-10');
    await other.page
      .locator('.preview')
      .getByText(/extended until 10 November 2025/)
      .waitFor();
    await record(other.page).click();
    await other.page.getByText('send it again, and it is stored once either way').waitFor();
    expect(await other.page.getByLabel('Valid until').inputValue()).toBe('2025-11-10');
    await other.page.getByRole('button', { name: 'Send it again' }).click();
    await other.page.getByRole('heading', { name: 'It was recorded before' }).waitFor();
    expect((await eventsOf(server, story)).filter(({ type }) => type === 'TruceExtended')).toHaveLength(1);
    expect(other.seen).toEqual([]);
    await other.context.close();
  }, 30_000);

  it('keeps a draft when the session has ended, and goes on with it after signing in', async () => {
    const story = await openStory(server, 'session');
    const other = await editorAt(browser, server, server.adminKey);
    await open(`/desk/articles/${await fileArticle(server, 'session')}`, other.page);
    await writeExtension(other.page, story, '2025-11-10');
    await other.page
      .locator('.preview')
      .getByText(/extended until/)
      .waitFor();
    await other.context.clearCookies();
    await record(other.page).click();
    await other.page.getByText('Your session has ended. The draft is kept.').waitFor();
    await other.page.getByRole('main').getByRole('button', { name: 'Sign in' }).first().click();
    await other.page.getByLabel('Your key').fill(server.adminKey);
    await other.page.keyboard.press('Enter');
    await other.page
      .locator('.preview')
      .getByText(/extended until/)
      .waitFor();
    await record(other.page).click();
    await other.page.getByRole('heading', { name: 'The fact is recorded' }).waitFor();
    await other.context.close();
  }, 30_000);

  it('corrects a fact: the old value, the new one and the reason stay to be seen', async () => {
    const story = await openStory(server, 'correct');
    const { id } = last(await eventsOf(server, story));
    await open(`/events/${id}`);
    await page.getByRole('link', { name: 'Correct', exact: true }).click();
    await page.getByRole('heading', { name: /^Correct: / }).waitFor();
    await page.getByRole('button', { name: 'Record the correction' }).click();
    await page.getByText('The fact is as it was: change what is wrong.').waitFor();
    await page.getByLabel('What was wrong').fill('a misprint <i>in the agency</i>');
    await page.getByLabel('Valid until').fill('2025-08-10');
    const preview = page.locator('.preview');
    await preview.locator('del').getByText('12 August 2025').waitFor();
    await preview.locator('ins').getByText('10 August 2025').waitFor();
    await page.getByRole('button', { name: 'Record the correction' }).click();
    await page.waitForURL(`${server.url}/events/${id}`);
    const made = page.locator('.account-card', { hasText: 'a misprint <i>in the agency</i>' });
    await made.locator('del').getByText('12 August 2025').waitFor();
    await made.locator('ins').getByText('10 August 2025').waitFor();
    // Only what changed was sent: the data, whole.
    expect(last(await eventsOf(server, story)).data).toEqual({
      target: id,
      reason: 'a misprint <i>in the agency</i>',
      data: { truce: story.truce, parties: ['USA', 'CHN'], validUntil: '2025-08-10' },
    });
    await page.waitForFunction('Object.keys(localStorage).length === 0');
  }, 30_000);

  it('corroborates a fact by a page on the web, and retracts it with a reason', async () => {
    const story = await openStory(server, 'retract');
    const { id } = last(await eventsOf(server, story));
    await open(`/events/${id}`);
    await page.getByRole('link', { name: 'Corroborate' }).click();
    await page.getByLabel('Address').fill('https://example.org/second');
    await page.getByLabel('Publisher').fill('Evening Ledger');
    await page.getByLabel('Published').fill('2025-05-14');
    await page.getByLabel('This source differs', { exact: false }).check();
    await page.getByLabel('When it happened').fill('2025-05-11');
    await page.locator('.preview').waitFor();
    await page.getByRole('button', { name: 'Record the account' }).click();
    await page.waitForURL(`${server.url}/events/${id}`);
    await page.locator('.account-card', { hasText: 'Evening Ledger' }).getByText('11 May 2025').waitFor();
    expect(last(await eventsOf(server, story)).data).toEqual({ target: id, occurredAt: '2025-05-11' });

    await page.getByRole('link', { name: 'Retract', exact: true }).click();
    await page.getByRole('button', { name: 'Retract it' }).click();
    await waitForFocus(page.getByLabel('Why'));
    await page.getByLabel('Why').fill('recorded twice');
    await page.locator('.preview').getByText('It will no longer count').waitFor();
    await page.getByRole('button', { name: 'Retract it' }).click();
    await page.waitForURL(`${server.url}/events/${id}`);
    await page.getByText('withdrawn: recorded twice').waitFor();
    expect(await page.locator('.mend-links').count()).toBe(0);
  }, 30_000);

  it('settles a dispute by confirming one of its sides', async () => {
    const story = await openStory(server, 'settle');
    await recordTruce(server, story, '2025-08-13', 'Evening Ledger');
    await open(`/disputes?story=${story.slug}`);
    await page.getByRole('link', { name: 'Confirm: 13 August 2025' }).click();
    expect(await page.getByLabel('How sure').inputValue()).toBe('confirmed');
    await page.getByRole('heading', { name: /^Confirm: / }).waitFor();
    await page.getByLabel('Why').fill('the treaty was published');
    await page.locator('.preview .before-after').first().waitFor();
    await page.getByRole('button', { name: 'Record the correction' }).click();
    await page.waitForURL(/\/events\//);
    await page.getByText('corrected: the treaty was published').waitFor();
    await open(`/disputes?story=${story.slug}`);
    await page.getByText('No sources disagree at this point.', { exact: false }).waitFor();
    await open(`/items/truces/${story.truce}?asOf=2025-06`);
    expect(await page.locator('.item-value').innerText()).toContain('13 August 2025');
  }, 30_000);

  it('opens a story for an article that belongs to none', async () => {
    await open('/desk');
    await page.getByText('Open a story that is not there yet').click();
    await page.getByRole('button', { name: 'Open the story' }).click();
    const title = page.getByLabel('Title needed');
    await waitForFocus(title);
    await title.fill('Mackerel quotas');
    await page.getByLabel('Slug needed').fill('mackerel');
    await page.getByRole('button', { name: 'Open the story' }).click();
    await page.getByRole('link', { name: 'Mackerel quotas' }).waitFor();
    expect((await server.get('/v1/stories/mackerel')).status).toBe(200);
  });

  it('says which key recording needs to who has none, and shows what is to be read', async () => {
    const story = await openStory(server, 'nobody');
    const { id } = last(await eventsOf(server, story));
    const article = await fileArticle(server, 'nobody');
    const nobody = await browser.newPage();
    nobody.setDefaultTimeout(PATIENCE);
    const seen = watchPage(nobody, server.url);
    await open(`/events/${id}`, nobody);
    await nobody.getByText('with the key of an editor').waitFor();
    for (const kind of ['correct', 'retract', 'corroborate']) {
      await open(`/desk/events/${id}/${kind}`, nobody);
      await nobody.getByRole('heading', { name: /needs the key of an editor or an admin/ }).waitFor();
    }
    await open(`/desk/articles/${article}`, nobody);
    await nobody.getByRole('heading', { name: /needs the key of an editor or an admin/ }).waitFor();
    expect(await nobody.locator('.article-text').count()).toBe(0);
    await open('/desk', nobody);
    await nobody.getByRole('link', { name: 'An article for nobody' }).waitFor();
    expect(seen).toEqual([]);
    await nobody.close();
  }, 30_000);

  it('passes axe on each page in light and dark, wide and narrow, and never scrolls sideways', async () => {
    const story = await openStory(server, 'axe');
    const { id } = last(await eventsOf(server, story));
    const article = await fileArticle(server, 'axe');
    await open(`/desk/articles/${article}`);
    await writeExtension(page, story, '2025-11-10');
    await page.locator('.preview .before-after').waitFor();
    expect(await breaches(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    for (const step of ['2 Passage', '3 Fact', '4 Preview']) {
      await page.getByRole('button', { name: step }).click();
      expect([step, await breaches(page)]).toEqual([step, []]);
      await page.setViewportSize({ width: 320, height: 640 });
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    await open('/desk');
    await page.getByText('1 draft').first().waitFor();
    expect(await breaches(page)).toEqual([]);
    for (const kind of ['correct', 'retract', 'corroborate']) {
      await open(`/desk/events/${id}/${kind}`);
      await page.getByRole('button', { name: /^(Record|Retract)/ }).click();
      expect([kind, await breaches(page)]).toEqual([kind, []]);
    }
  }, 120_000);

  it('has no key in any storage, and has written nothing to the browser’s console but what was refused', async () => {
    const stored = await page.evaluate<string>(
      'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])',
    );
    expect(stored).toContain('dateline-drafts:');
    expect(stored).not.toContain(server.adminKey);
    expect(editor.seen.filter((message) => !isRefusal(message))).toEqual([]);
  });
});
