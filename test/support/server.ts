import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase } from './database.js';
import { leash } from './leash.js';
import { stopAfterwards } from './started.js';

const root = join(import.meta.dirname, '../..');

/** What is built from these sources, as it is shipped. */
export const SHIPPED = join(root, 'dist/apps/server/src/main.js');

/** The same put into one file (one-file.mjs), which starts in half the time. `npm run test:long` does without it. */
const ONE_FILE = process.env['DATELINE_TEST_LONG'] === 'true' ? SHIPPED : join(root, 'dist/for-tests/server.mjs');

export interface Answer {
  status: number;
  headers: Headers;
  /** Parsed, where the answer is JSON; else undefined. */
  body: unknown;
  text: string;
}

type Body = string | Uint8Array | object;
type HeaderList = Record<string, string>;

export interface TestServer {
  url: string;
  adminKey: string;
  pid: number;
  /** Empty with the embedded database. */
  databaseUrl: string;
  ownerUrl: string;
  dataDir: string;
  /** All that it has written so far. */
  log: () => string;
  /**
   * Sends the admin key unless `headers.authorization` is given; `''` sends none. A string or bytes go as they are,
   * anything else as JSON; the type is `application/json` unless `headers['content-type']` says otherwise.
   */
  request: (method: string, path: string, body?: Body, headers?: HeaderList) => Promise<Answer>;
  get: (path: string, headers?: HeaderList) => Promise<Answer>;
  post: (path: string, body: Body, headers?: HeaderList) => Promise<Answer>;
  /** SIGTERM. Resolves with the exit code, -1 where a signal ended it. */
  stop: () => Promise<number>;
  /** SIGKILL. */
  kill: () => Promise<void>;
}

export interface ServerOptions {
  /** null: the embedded PostgreSQL; missing: a fresh test database. */
  databaseUrl?: string | null;
  ownerUrl?: string;
  /** Missing: a fresh folder, removed afterwards. */
  dataDir?: string;
  /** Missing: as this process. */
  user?: { uid: number; gid: number };
  /** Missing: what is built from these sources, in one file; or `SHIPPED`. */
  program?: string;
  /** A command that runs the server, with its parameters; `child` is then that command. Missing: none. */
  within?: readonly string[];
}

/**
 * Starts the built server as a process of its own, on any free port, and waits until it is ready. It is stopped at the
 * end of the file, or when the tests die.
 *
 * @param env variables over those of a test; nothing of this process's environment is handed on but PATH and HOME
 * @throws with the server's log when it does not become ready
 */
export async function startServer(env: Record<string, string> = {}, options: ServerOptions = {}): Promise<TestServer> {
  const launched = await launchServer(env, options);
  const { child, adminKey, databaseUrl, ownerUrl, dataDir, log, exited } = launched;
  const url = await untilReady(launched);
  const request = (method: string, path: string, body?: Body, headers: HeaderList = {}) =>
    send(url, adminKey, method, path, body, headers);
  return {
    url,
    adminKey,
    pid: child.pid ?? 0,
    databaseUrl,
    ownerUrl,
    dataDir,
    log,
    request,
    get: (path, headers) => request('GET', path, undefined, headers),
    post: (path, body, headers) => request('POST', path, body, headers),
    stop: () => {
      child.kill('SIGTERM');
      return exited;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

export interface LaunchedServer {
  child: ChildProcess;
  adminKey: string;
  databaseUrl: string;
  ownerUrl: string;
  dataDir: string;
  log: () => string;
  /** The exit code, -1 where a signal ended it. */
  exited: Promise<number>;
}

/** Starts the program without waiting for it to be ready: for tests of what it refuses. */
export async function launchServer(
  env: Record<string, string> = {},
  options: ServerOptions = {},
): Promise<LaunchedServer> {
  const database =
    options.databaseUrl === undefined
      ? await createTestDatabase()
      : { url: options.databaseUrl ?? '', ownerUrl: options.ownerUrl ?? '' };
  const dataDir = options.dataDir ?? freshFolder();
  const adminKey = env['DATELINE_ADMIN_KEY'] ?? `test-${randomBytes(24).toString('hex')}`;
  const [command = '', ...parameters] = [...(options.within ?? []), process.execPath, options.program ?? ONE_FILE];
  const child = spawn(command, parameters, {
    ...options.user,
    cwd: dataDir,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      PORT: '0',
      DATABASE_URL: database.url,
      DATABASE_OWNER_URL: database.ownerUrl,
      DATELINE_DATA_DIR: dataDir,
      // Workers are for the tests of summaries; the embedded default is started as it is shipped.
      ...(options.databaseUrl === null ? {} : { DATELINE_ROLES: 'api,projector' }),
      DATELINE_ADMIN_KEY: adminKey,
      ...env,
    },
  });
  if (child.pid !== undefined) child.once('exit', leash(child.pid));
  let written = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (written += text));
  const exited = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? -1)));
  stopAfterwards(async () => {
    child.kill('SIGTERM');
    const impatience = setTimeout(() => child.kill('SIGKILL'), 12_000);
    await exited;
    clearTimeout(impatience);
  });
  return {
    child,
    adminKey,
    databaseUrl: database.url,
    ownerUrl: database.ownerUrl,
    dataDir,
    log: () => written,
    exited,
  };
}

/** A folder that also another user may enter, as whom PostgreSQL runs for root. Removed at the end of the file. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-test-'));
  chmodSync(folder, 0o755);
  stopAfterwards(() => Promise.resolve(rmSync(folder, { recursive: true, force: true })));
  return folder;
}

/**
 * Waits until a launched server is ready.
 *
 * @returns where it can be reached
 * @throws with its log when it ends before, or takes longer than a minute
 */
export async function untilReady({ child, log }: LaunchedServer): Promise<string> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(20)) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The server ended before it was ready. It said:\n${log()}`);
    const url = /is running: (http:\/\/\S+)/.exec(log())?.[1];
    if (url === undefined) continue;
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return url;
  }
  child.kill('SIGKILL');
  throw new Error(`The server was not ready within a minute. It said:\n${log()}`);
}

async function send(
  url: string,
  adminKey: string,
  method: string,
  path: string,
  body: Body | undefined,
  given: HeaderList,
): Promise<Answer> {
  const headers = new Headers(body === undefined ? {} : { 'content-type': 'application/json' });
  headers.set('authorization', `Bearer ${adminKey}`);
  for (const [name, value] of Object.entries(given)) headers.set(name, value);
  if (headers.get('authorization') === '') headers.delete('authorization');
  const raw = body === undefined || typeof body === 'string' || body instanceof Uint8Array;
  const response = await fetch(url + path, {
    method,
    headers,
    body: raw ? body : JSON.stringify(body),
    redirect: 'manual',
  });
  const text = await response.text();
  const isJson = /^application\/([\w.-]+\+)?json\b/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    body: isJson && text !== '' ? JSON.parse(text) : undefined,
    text,
  };
}
