import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { openStory, tariff } from '../http/recording.js';
import { startServer, type TestServer } from '../support/server.js';
import { chromiumPath, launchChromium } from './browser.js';

const STORY = 'in-a-browser';
const FACT = JSON.stringify(tariff(STORY, '2025-02-04', 10));

(chromiumPath === undefined ? describe.skip : describe)('in a browser with a session', () => {
  let server: TestServer;
  let browser: Browser;
  let page: Page;
  /** Another server of the same host: to a browser the same site, so it sends the cookie along. */
  let elsewhere: Server;
  let foreign: string;

  beforeAll(async () => {
    elsewhere = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(
        `<form method="post" enctype="text/plain" action="${server.url}/v1/events">
           <input name='${FACT.slice(0, -1)},"x":"' value='"}'><button>Win a prize</button></form>`,
      );
    }).listen(0, '127.0.0.1');
    await once(elsewhere, 'listening');
    foreign = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
    [server, browser] = await Promise.all([
      startServer({ DATELINE_PUBLIC_READ: 'false', DATELINE_CORS_ORIGINS: foreign }),
      launchChromium(),
    ]);
    await openStory(server, STORY);
    page = await browser.newPage();
    await page.goto(server.url);
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await page.getByLabel('Your key').fill(server.adminKey);
    await page.keyboard.press('Enter');
    await page.getByText(`The story ${STORY}`).first().waitFor();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    elsewhere.close();
  });

  const position = async (): Promise<unknown> =>
    ((await server.get('/v1/admin/log')).body as { position: number }).position;

  /** Sends the fact from the open page. Resolves to the status, or to the error that the page gets. */
  const send = (headers: Record<string, string>, mode: 'cors' | 'no-cors' = 'cors'): Promise<string> =>
    page.evaluate(
      async ([url, body, given, how]) => {
        try {
          const answer = await fetch(`${url}/v1/events`, {
            method: 'POST',
            body,
            mode: how,
            credentials: 'include',
            headers: given,
          });
          return String(answer.status);
        } catch {
          return 'no answer';
        }
      },
      [server.url, FACT, headers, mode] as const,
    );
  const JSON_TYPE = { 'content-type': 'application/json' };
  const CONSOLE = { ...JSON_TYPE, 'x-dateline-console': '1' };

  it('a page of this server records with the header of the console, and only with it', async () => {
    const before = Number(await position());
    expect(await send(CONSOLE)).toBe('201');
    expect(await send(JSON_TYPE)).toBe('401');
    expect(await position()).toBe(before + 1);
  });

  it('a form of another origin sends the cookie, and changes nothing', async () => {
    const before = await position();
    await page.goto(foreign);
    const posted = page.waitForRequest((request) => request.method() === 'POST');
    await page.getByRole('button').click();
    const request = await posted;
    const answer = await request.response();
    expect(answer?.status()).toBe(401);
    expect((await request.allHeaders())['cookie']).toMatch(/dateline_session=/);
    expect(await position()).toBe(before);
  });

  it('a script of another origin changes nothing, also where CORS lets it use the API', async () => {
    const before = await position();
    await page.goto(foreign);
    // It is sent without asking the server first, and its answer is kept from the page (Cross-Origin-Resource-Policy).
    expect(await send({ 'content-type': 'text/plain' }, 'no-cors')).toBe('no answer');
    expect(await send(CONSOLE)).toBe('no answer');
    expect(await send(JSON_TYPE)).toBe('no answer');
    expect(await position()).toBe(before);
    await page.goto(server.url);
    expect(await send(CONSOLE)).toBe('201');
  });
});
