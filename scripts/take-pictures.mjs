/*
 * Takes a picture of every page of the console, in light and dark, on a desktop and a phone, into docs/pictures. It
 * starts a server of its own with the demo, in a folder that is removed afterwards.
 *
 *     npm run pictures -- [--only=operate] [--to=folder] [--format=png]
 *
 * A Chromium is needed: /usr/bin/chromium, or the one of CHROMIUM_PATH.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { CONSOLE_PATHS } from '../dist/apps/server/src/console/serve-console.js';

const root = join(import.meta.dirname, '..');
const { values: given } = parseArgs({
  options: { only: { type: 'string' }, to: { type: 'string' }, format: { type: 'string', default: 'webp' } },
});
const folder = given.to ?? join(root, 'docs/pictures');
/** All pictures together, bytes. */
const MOST = 2_000_000;

const DEVICES = {
  desktop: { viewport: { width: 1200, height: 750 } },
  phone: { viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true },
};
const SCHEMES = ['light', 'dark'];

/** The day of the last article of the demo. */
const LAST_DAY = 'asOf=2025-10-26';
/** What stands behind the path of a page, where that is not nothing. */
const QUERIES = {
  '/': LAST_DAY,
  '/stories/:slug': LAST_DAY,
  '/stories/:slug/compare': 'from=2025-08&to=2025-10-26',
  '/stories/:slug/tariffs': LAST_DAY,
  '/items/:view/:subject': `tab=history&${LAST_DAY}`,
  '/deadlines': LAST_DAY,
};
const isPicture = (name) => /\.(webp|png)$/.test(name);

/** A path as the name of a file: `/stories/:slug/compare` is `story-compare`. */
const nameOf = (path) =>
  path === '/'
    ? 'stories'
    : path
        .slice(1)
        .replace('stories/:slug', 'story')
        .replace('items/:view/:subject', 'item')
        .replace(/(event|article)s\/:id/, '$1')
        .replaceAll(':', '')
        .replaceAll('/', '-');

const server = await startServer();
try {
  const api = async (path, body) => {
    const answer = await fetch(server.url + path, {
      headers: { authorization: `Bearer ${server.key}`, 'content-type': 'application/json', prefer: 'wait=5' },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const { items: marks } = await api('/v1/stories/us-china-trade/marks?limit=200');
  const extended = marks.find(({ type, certainty }) => type === 'TruceExtended' && certainty === 'reported');
  const { items: articles } = await api('/v1/articles?limit=1');
  const parameters = {
    ':slug': 'us-china-trade',
    ':view': 'tariffs',
    ':subject': 'USA>CHN:all',
    'events/:id': `events/${extended.id}`,
    'articles/:id': `articles/${articles[0].id}`,
  };
  const addressOf = (path) => {
    const filled = Object.entries(parameters).reduce((text, [name, value]) => text.replace(name, value), path);
    return server.url + filled + (QUERIES[path] ? `?${QUERIES[path]}` : '');
  };

  const opened = await fetch(`${server.url}/v1/session`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.key}` },
  });
  const [name, value] = opened.headers.get('set-cookie').split(';', 1)[0].split('=');
  const session = { name, value, url: server.url };

  const browser = await launch();
  const wanted = ['/', ...CONSOLE_PATHS].filter((path) => path !== '/operate' && path.includes(given.only ?? ''));
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder))
    if (isPicture(name) && wanted.some((path) => name.startsWith(`${nameOf(path)}-`))) rmSync(join(folder, name));
  // The demo has no dispute, and nobody has a key. The other pages are taken before there is one.
  const last = wanted.filter((path) => path.startsWith('/disputes') || path.startsWith('/operate'));
  const first = wanted.filter((path) => !last.includes(path));
  await takeAll(browser, first, addressOf, session);
  if (last.length > 0) {
    await api(`/v1/events/${extended.id}/corroboration`, {
      data: { ...(await api(`/v1/events/${extended.id}`)).data, validUntil: '2025-11-09' },
      source: { url: 'https://example.org/ledger', publisher: 'Morning Ledger', publishedAt: '2025-08-12' },
    });
    for (const [name, role] of [
      ['City desk', 'editor'],
      ['Calendar of the newsroom', 'reader'],
    ])
      await api('/v1/admin/keys', { name, role });
    await takeAll(browser, last, addressOf, session);
  }
  await browser.close();
} finally {
  await server.stop();
}
const bytes = readdirSync(folder)
  .filter(isPicture)
  .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
console.log(`${readdirSync(folder).filter(isPicture).length} pictures, ${Math.round(bytes / 1000)} KB, in ${folder}`);
if (given.to === undefined && bytes > MOST) throw new Error(`They are larger than ${MOST / 1000} KB.`);

/**
 * Each page on each device in each scheme.
 *
 * @param session the cookie of an admin, for the pages that record and administer
 */
async function takeAll(browser, paths, addressOf, session) {
  for (const [device, settings] of Object.entries(DEVICES)) {
    for (const colorScheme of SCHEMES) {
      const context = await browser.newContext({ ...settings, colorScheme, reducedMotion: 'reduce' });
      const page = await context.newPage();
      for (const path of paths) {
        await context.clearCookies();
        if (/^\/(operate|desk)/.test(path)) await context.addCookies([session]);
        await page.goto(addressOf(path));
        await page.locator('h1').first().waitFor();
        await page.locator('.skeleton').first().waitFor({ state: 'detached' });
        await page.evaluate('document.fonts.ready');
        await page.waitForTimeout(300);
        writeFileSync(join(folder, `${nameOf(path)}-${device}-${colorScheme}.${given.format}`), await shot(page));
      }
      await context.close();
    }
  }
}

/** The window as a picture. Playwright itself has no WebP, which is a third as large. */
async function shot(page) {
  const devtools = await page.context().newCDPSession(page);
  const quality = given.format === 'webp' ? { quality: 55 } : {};
  const { data } = await devtools.send('Page.captureScreenshot', { format: given.format, ...quality });
  await devtools.detach();
  return Buffer.from(data, 'base64');
}

function launch() {
  const path = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
    (one) => one && existsSync(one),
  );
  if (!path) throw new Error('No Chromium was found. Install one (apt-get install chromium), or set CHROMIUM_PATH.');
  return chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
}

/** A server with the demo, on an embedded database of its own. */
async function startServer() {
  const data = mkdtempSync(join(tmpdir(), 'dateline-pictures-'));
  chmodSync(data, 0o755);
  const key = randomBytes(32).toString('hex');
  const child = spawn(process.execPath, [join(root, 'dist/apps/server/src/main.js')], {
    cwd: data,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', DATELINE_ADMIN_KEY: key },
  });
  const stop = async () => {
    const ended = new Promise((done) => child.once('close', done));
    if (child.exitCode === null && child.kill('SIGTERM')) await ended;
    rmSync(data, { recursive: true, force: true });
  };
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  for (const until = Date.now() + 120_000; Date.now() < until; await new Promise((done) => setTimeout(done, 100))) {
    const url = /is running: (http:\/\/\S+)/.exec(said)?.[1];
    if (url && (await fetch(`${url}/readyz`).catch(() => null))?.ok) return { url, key, stop };
    if (child.exitCode !== null) break;
  }
  await stop();
  throw new Error(`The server did not start. It said:\n${said}`);
}
