import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { importText } from '../bulk/importing.js';
import { openStory, tariff } from '../http/recording.js';
import { startServer, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';
import { chromiumPath, launchChromium, watchPage } from './browser.js';
import { expectAccessible, openPage, PATIENCE, signIn, storedBy } from './page-checks.js';

const TABS = ['log', 'views', 'queues', 'keys', 'audit'] as const;
/** A verification says how far it is after each 5,000 events. */
const EVENTS = 11_000;

(chromiumPath === undefined ? describe.skip : describe)('the pages of operation', () => {
  let server: TestServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let seen: string[];

  const open = (path: string, at: Page = page): Promise<void> => openPage(at, server.url + path);
  const makeKey = async (name: string, role: string): Promise<{ id: string; key: string }> =>
    (await server.post('/v1/admin/keys', { name, role })).body as { id: string; key: string };
  const auditOf = async (action: string): Promise<{ actor: string; subject: string }[]> =>
    ((await server.get(`/v1/admin/audit?action=${action}`)).body as { items: { actor: string; subject: string }[] })
      .items;
  /** Somebody else at another browser. */
  const another = async (key?: string): Promise<Page> => {
    const other = await (await browser.newContext()).newPage();
    other.setDefaultTimeout(PATIENCE);
    await open('/operate/log', other);
    if (key !== undefined) await signIn(other, key);
    return other;
  };
  /** Notes each text that an element of the page has, from now on. @returns what it has noted */
  const noting = async (selector: string): Promise<() => Promise<string[]>> => {
    await page.evaluate(`(() => {
      window.noted = [];
      const note = () => document.querySelectorAll(${JSON.stringify(selector)})
        .forEach(({ innerText }) => window.noted.at(-1) !== innerText && window.noted.push(innerText));
      new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
    })()`);
    return () => page.evaluate<string[]>('window.noted');
  };

  beforeAll(async () => {
    [server, browser] = await Promise.all([
      startServer({ DATELINE_PUBLIC_READ: 'true', DATELINE_RATE_LIMIT: '100000' }),
      launchChromium(),
    ]);
    await openStory(server, 'operated');
    const lines = Array.from({ length: EVENTS }, (_, n) => {
      const day = new Date(Date.UTC(2000, 0, 1 + (n % 9000))).toISOString().slice(0, 10);
      const data = { imposedBy: 'USA', appliesTo: 'CHN', ratePercent: n % 97, measure: `measure-${n % 500}` };
      return JSON.stringify(tariff('operated', day, 0, { data }));
    });
    await importText(server, lines.join('\n'));
    await server.get(`/v1/stories/operated?minPosition=${EVENTS + 1}`);
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    seen = watchPage(page, server.url);
  }, 240_000);
  afterAll(() => browser.close());

  it.each(TABS)(
    'say to nobody which key %s needs, and pass axe',
    async (tab) => {
      await open(`/operate/${tab}`);
      await page.getByText('Nobody is signed in.').waitFor();
      expect(await page.getByRole('main').getByRole('button', { name: 'Sign in' }).isEnabled()).toBe(true);
      await expectAccessible(page);
    },
    30_000,
  );

  it('keep what nobody may do visible, and disabled', async () => {
    await open('/operate/keys');
    expect(await page.getByRole('button', { name: 'Make the key' }).isDisabled()).toBe(true);
    await open('/operate/views');
    expect(await page.getByRole('button', { name: 'Rebuild tariffs' }).isDisabled()).toBe(true);
    await open('/operate/log');
    expect(await page.getByRole('button', { name: 'Verify the whole log' }).isDisabled()).toBe(true);
    expect(await page.getByText('Needs a key with the role admin.', { exact: true }).count()).toBe(1);
  });

  it('lead from /operate to the log', async () => {
    await open('/operate');
    await page.waitForURL(/\/operate\/log$/);
  });

  it('tell an editor that their key is not enough', async () => {
    const { key } = await makeKey('City desk', 'editor');
    const other = await another(key);
    await other.getByText('City desk has the role editor.').waitFor();
    expect(await other.getByRole('button', { name: 'Verify the whole log' }).isDisabled()).toBe(true);
    await other.context().close();
  });

  it('show the head of the log, and compare a noted one with it', async () => {
    await open('/operate/log');
    await signIn(page, server.adminKey);
    const { position, hash } = (await server.get('/v1/admin/log')).body as { position: number; hash: string };
    await page.getByText(hash, { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Copy as a note' }).click();
    await page.getByText('Copied').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(JSON.stringify({ position, hash }));
    const noted = page.getByLabel('Noted head');
    for (const [text, words] of [
      ['41', 'Write its position and its hash of 64 characters'],
      [`@${position} ${hash}`, 'This is the head of the log now.'],
      [`${position} ${'0'.repeat(64)}`, 'it is not the log that you noted'],
      [`${position + 1} ${hash}`, `The log ends at @${position}`],
      [`7 ${hash}`, `${(position - 7).toString()} events were recorded since.`],
    ] as const) {
      await noted.fill(text);
      await page.getByText(words).waitFor();
    }
  });

  it('verify the log, and say how far that is', async () => {
    await open('/operate/log');
    const progress = await noting('.progress-line span');
    await page.getByRole('button', { name: 'Copy as a note' }).click();
    await page.getByLabel('Noted head').fill(await page.evaluate<string>('navigator.clipboard.readText()'));
    await page.keyboard.press('Enter');
    await page.getByText('Verified.').waitFor({ timeout: 30_000 });
    const verdict = await page.locator('.verdict').innerText();
    expect(verdict).toContain(`11,001 events are as they were recorded, and the log contains the head that you noted`);
    expect(await progress()).toEqual(expect.arrayContaining(['5,000 of 11,001 events', '10,000 of 11,001 events']));
    expect(await auditOf('verify-requested')).toMatchObject([{ actor: 'admin', subject: 'log' }]);
  }, 60_000);

  it('name the first problem of a log that is not the noted one', async () => {
    await open('/operate/log');
    await page.getByLabel('Noted head').fill(`7 ${'0'.repeat(64)}`);
    await page.getByRole('button', { name: 'Verify the whole log' }).click();
    const alert = page.getByRole('alert').filter({ hasText: 'A problem at @7' });
    await alert.waitFor({ timeout: 30_000 });
    expect(await alert.innerText()).toContain('noted-head-differs');
  }, 60_000);

  it('rebuild a view, and say how far that is', async () => {
    await open('/operate/views');
    await page.getByText('All events are in the views, up to @11,001.').waitFor();
    const before = ((await server.get('/v1/admin/projections')).body as { items: { view: string; id: number }[] })
      .items;
    const progress = await noting('.op-state .progress-line span');
    await page.getByRole('button', { name: 'Rebuild tariffs' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('progressbar', { name: 'tariffs, being built' }).waitFor();
    await page.getByRole('progressbar').waitFor({ state: 'detached', timeout: 60_000 });
    expect((await progress()).length).toBeGreaterThan(1);
    for (const words of await progress()) expect(words).toMatch(/^v\d+ being built: [\d,]+ of 11,001 events$/);
    const after = ((await server.get('/v1/admin/projections')).body as { items: { view: string; id: number }[] }).items;
    const idOf = (all: typeof after): number | undefined => all.find(({ view }) => view === 'tariffs')?.id;
    expect(idOf(after)).not.toBe(idOf(before));
    expect(await auditOf('rebuild-requested')).toMatchObject([{ actor: 'admin', subject: 'tariffs' }]);
  }, 90_000);

  it('show the queues, and lead to the pages of single jobs', async () => {
    await open('/operate/queues');
    for (const queue of ['briefs', 'digests', 'sweep']) await page.getByRole('rowheader', { name: queue }).waitFor();
    expect(await page.getByRole('link', { name: 'open bull-board' }).getAttribute('href')).toBe('/admin/queues');
  });

  it('make a key by keyboard alone, show it once, and forget it', async () => {
    await open('/operate/keys');
    await page.getByLabel('Name of its holder').focus();
    await page.keyboard.type('Foreign desk');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'The key of Foreign desk' });
    const key = await dialog.getByLabel('The key').innerText();
    expect(key).toMatch(/^dl_\w+_\S+$/);
    await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'Copy the key' }).focus();
    await page.keyboard.press('Enter');
    await dialog.getByText('Copied').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(key);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.waitForFunction("document.activeElement.tagName === 'INPUT'");
    await page.getByRole('heading', { name: 'Foreign desk' }).waitFor();
    expect(await page.content()).not.toContain(key);
    expect(await storedBy(page)).not.toContain('dl_');
    const session = await server.get('/v1/session', { authorization: `Bearer ${key}` });
    expect(session.body).toMatchObject({ name: 'Foreign desk', role: 'editor' });
  });

  it('refuse a name that was given before, at the field', async () => {
    await open('/operate/keys');
    await page.getByLabel('Name of its holder').fill('Foreign desk');
    await page.getByRole('button', { name: 'Make the key' }).click();
    await page.getByText('There is, or was, a key with the name Foreign desk.').waitFor();
    // Chromium itself reports the refusal.
    expect(seen.splice(0)).toEqual([expect.stringContaining('409 (Conflict)')]);
  });

  it('rotate and revoke a key, and ask before', async () => {
    const { id, key } = await makeKey('Night desk', 'reader');
    await open('/operate/keys');
    await page.getByRole('button', { name: 'Rotate the key of Night desk' }).click();
    const asked = page.getByRole('alertdialog', { name: 'A new secret for Night desk' });
    await asked.getByRole('button', { name: 'Rotate' }).click();
    const dialog = page.getByRole('dialog', { name: 'The key of Night desk' });
    const next = await dialog.getByLabel('The key').innerText();
    expect(next).toMatch(new RegExp(`^dl_${id}_`));
    expect(next).not.toBe(key);
    await dialog.getByRole('button', { name: 'I have kept it' }).click();
    await dialog.waitFor({ state: 'detached' });
    const focused = (): Promise<unknown> => page.evaluate('document.activeElement.ariaLabel');
    await until('the focus is back', async () => (await focused()) === 'Rotate the key of Night desk');
    expect((await server.get('/v1/session', { authorization: `Bearer ${key}` })).status).toBe(401);

    await page.getByRole('button', { name: 'Revoke the key of Night desk' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
    expect((await server.get('/v1/session', { authorization: `Bearer ${next}` })).status).toBe(200);
    await page.getByRole('button', { name: 'Revoke the key of Night desk' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
    await page.locator('.op-row', { hasText: 'Night desk' }).getByText('revoked just now').waitFor();
    expect((await server.get('/v1/session', { authorization: `Bearer ${next}` })).status).toBe(401);
  });

  it('stop writing within two seconds for the session of a revoked key, and say so', async () => {
    const { id, key } = await makeKey('Second admin', 'admin');
    const other = await another(key);
    await open('/operate/views', other);
    await other.getByText('All events are in the views').waitFor();
    const rebuilt = await auditOf('rebuild-requested');
    const revoke = await server.request('DELETE', `/v1/admin/keys/${id}`);
    expect(revoke.status).toBe(204);
    const at = Date.now();
    const rebuild = `fetch('/v1/admin/projections/truces/rebuild',
      { method: 'POST', headers: { 'x-dateline-console': '1' } }).then(({ status }) => status)`;
    await until('the session is refused', async () => (await other.evaluate(rebuild)) === 401, 2_000);
    expect(Date.now() - at).toBeLessThan(2_000);
    expect((await auditOf('rebuild-requested')).length - rebuilt.length).toBeLessThan(20);
    await other.getByText('Nobody is signed in.').waitFor();
    expect(await other.getByRole('button', { name: 'Rebuild truces' }).isDisabled()).toBe(true);
    await other.context().close();
  });

  it('list the audit trail in pages, of one action or one holder', async () => {
    for (let n = 0; n < 60; n += 1) await makeKey(`Desk ${n}`, 'reader');
    await open('/operate/audit');
    const rows = page.locator('tbody tr');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(50);
    await page.getByRole('button', { name: 'Earlier entries' }).click();
    await until('more entries are shown', async () => (await rows.count()) > 50);
    await page.getByLabel('Action').selectOption('verify-requested');
    await page.waitForURL(/action=verify-requested/);
    await page.getByText('asked for a verification:').first().waitFor();
    await until('those alone are shown', async () => (await rows.count()) === 2);
    await page.getByRole('button', { name: 'Entries of admin alone' }).first().click();
    await page.waitForURL(/actor=admin/);
    await page.getByRole('button', { name: 'By: admin' }).click();
    await page.waitForURL((url) => !url.search.includes('actor'));
  }, 30_000);

  it.each(TABS)(
    'pass axe with the data of %s',
    async (tab) => {
      await open(`/operate/${tab}`);
      await expectAccessible(page);
    },
    30_000,
  );

  it('have written nothing to the browser’s console, broken no policy and asked no other host', () => {
    expect(seen).toEqual([]);
  });
});
