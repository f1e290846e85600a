import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { withClient } from '#platform/database/in-transaction.js';
import { registerViews } from '#projector/store/generations.js';
import { views } from '#views/registry.js';
import { openStory, tariff } from '../http/recording.js';
import { project } from '../projector/projected.js';
import { openPool } from '../support/log.js';
import { startServer } from '../support/server.js';
import { chromiumPath, launchChromium } from './browser.js';
import { expectAccessible, openPage, PATIENCE, signIn } from './page-checks.js';

(chromiumPath === undefined ? describe.skip : describe)('a halted subject', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  it('is named with its reason, is tried again, and answers again', async () => {
    // The server only answers. This process projects, first with a smaller budget.
    const server = await startServer({ DATELINE_ROLES: 'api', DATELINE_PUBLIC_READ: 'true' });
    const pool = openPool(server.databaseUrl, 4);
    await withClient(pool, (client) => registerViews(client, views));
    await openStory(server, 'halted');
    for (let n = 1; n <= 20; n += 1) {
      const source = { url: `https://example.org/${n}`, publisher: `Paper ${n}`, publishedAt: '2025-04-12' };
      await server.post('/v1/events', tariff('halted', '2025-04-11', n, { source }));
    }
    await project(pool, 20, views, true, 12);
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE);
    await openPage(page, `${server.url}/operate/views`);
    await signIn(page, server.adminKey);
    const halted = page.locator('.op-halted');
    await halted.getByText('a request would fold 13 facts of it again; the limit is 12').waitFor();
    await expectAccessible(page);
    await halted.getByRole('button', { name: 'Retry USA>CHN:all' }).click();
    await halted.getByText('Is retried …').waitFor();
    await startServer({ DATELINE_ROLES: 'projector' }, { databaseUrl: server.databaseUrl, ownerUrl: server.ownerUrl });
    await halted.waitFor({ state: 'detached' });
  }, 90_000);
});
