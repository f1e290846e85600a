import { beforeAll, expect, it } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase } from '../support/database.js';
import { freshFolder } from '../support/server.js';
import { isOfAnotherBuild } from '../support/contract/watch.js';
import { stopAfterwards } from '../support/started.js';

const root = join(import.meta.dirname, '../..');
const KEY = 'a-key-of-the-test-that-is-long-enough';
/** The parts of the tree that the pages change or need. */
const PARTS = [
  'apps/server',
  'libs',
  'migrations',
  'docs',
  'scripts',
  'test/support',
  ...readdirSync(root).filter((file) => /\.(json|mjs)$/.test(file)),
];

/** What a page of the documentation asks its reader to write. */
interface Instructions {
  /** The path of the new file. */
  path: string;
  file: string;
  /** The line in the index. */
  line: string;
  /** The spec of the new file, if the page has one. */
  spec: string | undefined;
}

/** Its first section has the file, its second one the line, its third one the spec. */
function instructionsOf(page: string): Instructions {
  const text = readFileSync(join(root, 'docs', page), 'utf8');
  const [, file = '', line = '', rest = ''] = text.split(/^## \d\. /m);
  const code = (section: string): string | undefined => /^```ts\n(.*?)^```$/ms.exec(section)?.[1];
  const folder = /`(libs\/[\w/-]+\/)`/.exec(file)?.[1] ?? '';
  const name = /`((?:libs\/)?[\w/-]+\.ts)`/.exec(file)?.[1] ?? '';
  const path = name.startsWith('libs/') ? name : folder + name;
  return { path, file: code(file) ?? '', line: code(line) ?? '', spec: code(rest) };
}

/** A copy of the program, changed as the two pages ask. */
function extendedCopy(): string {
  const folder = freshFolder();
  for (const part of PARTS) cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));

  const type = instructionsOf('adding-an-event-type.md');
  writeFileSync(join(folder, type.path), type.file);
  appendFileSync(join(folder, 'libs/catalogue/src/events.ts'), type.line);

  const view = instructionsOf('adding-a-view.md');
  writeFileSync(join(folder, view.path), view.file);
  writeFileSync(join(folder, view.path.replace('.ts', '.spec.ts')), view.spec ?? '');
  appendFileSync(join(folder, 'libs/views/src/every-view.ts'), view.line);
  return folder;
}

function runNode(folder: string, ...args: string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  expect([status, status === 0 ? '' : stdout + stderr]).toEqual([0, '']);
}

/** Starts the copy on a database of its own. Resolves to its address. */
async function start(folder: string): Promise<string> {
  const { url, ownerUrl } = await createTestDatabase();
  const server = spawn(process.execPath, ['dist/apps/server/src/main.js'], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      DATABASE_URL: url,
      DATABASE_OWNER_URL: ownerUrl,
      DATELINE_ADMIN_KEY: KEY,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let log = '';
  server.stdout.setEncoding('utf8').on('data', (text: string) => (log += text));
  const ended = new Promise((resolve) => server.once('close', resolve));
  stopAfterwards(() => {
    server.kill('SIGTERM');
    return ended;
  });
  for (;;) {
    const address = /is running: (http:\/\/\S+)/.exec(log)?.[1];
    if (address !== undefined) return address;
    if (server.exitCode !== null) throw new Error(log);
    await sleep(50);
  }
}

const copy = extendedCopy();
let address: string;

beforeAll(async () => {
  runNode(copy, 'node_modules/@nestjs/cli/bin/nest.js', 'build', 'server');
  address = await start(copy);
  isOfAnotherBuild(address);
}, 180_000);

async function request<T>(path: string, body?: object): Promise<T> {
  const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json', prefer: 'wait=10' };
  const answer = await fetch(
    address + path,
    body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers },
  );
  const text = await answer.text();
  expect([path, answer.ok, text]).toEqual([path, true, expect.any(String)]);
  return JSON.parse(text) as T;
}

it('a new type is in the catalogue and in the API document', async () => {
  expect(await request('/v1/event-types/PortClosed')).toMatchObject({ type: 'PortClosed', example: { port: 'tema' } });
  expect(JSON.stringify(await request('/openapi.json'))).toContain('"PortClosedEvent"');
});

it('a new type can be recorded and is on the timeline, and a new view is on the board', async () => {
  const source = { url: 'https://example.org/news/1', publisher: 'Harbour Wire', publishedAt: '2025-10-26' };
  await request('/v1/stories', { slug: 'coast', title: 'The coast' });
  await request('/v1/events', [
    {
      type: 'PortClosed',
      story: 'coast',
      occurredAt: '2025-10-25',
      data: { port: 'tema', name: 'Tema', party: 'GHA' },
      source,
    },
    {
      type: 'AccordSigned',
      story: 'coast',
      occurredAt: '2025-10-26',
      data: { accord: 'fishing', parties: ['GHA', 'TGO'] },
      source,
    },
  ]);
  const { items } = await request<{ items: { type: string; sentence: string }[] }>('/v1/stories/coast/timeline');
  expect(items.map(({ type, sentence }) => [type, sentence])).toEqual([
    ['AccordSigned', expect.any(String)],
    ['PortClosed', 'Ghana’s port of Tema was closed.'],
  ]);
  const { views } = await request<{ views: Record<string, unknown> }>('/v1/stories/coast?asOf=2025-10-26');
  expect(views['accords']).toMatchObject([
    { subject: 'fishing', state: { parties: ['GHA', 'TGO'], signedAt: '2025-10-26' } },
  ]);
  expect(await request('/v1/views/accords/fishing?asOf=2025-10-25')).toMatchObject({ state: null });
});

it('the specs pass, including that of the page, once the page of the catalogue is generated again', () => {
  runNode(copy, 'scripts/write-catalogue-doc.mjs');
  expect(readFileSync(join(copy, 'docs/catalogue.md'), 'utf8')).toContain('## PortClosed');
  const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--selectProjects=unit', '--runInBand'];
  runNode(copy, ...jest, '--testPathPatterns=libs/(catalogue|views)/');
}, 60_000);
