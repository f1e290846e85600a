import { fork, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const [, ...started] = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts.start.split(' ');
/** How `npm start` runs node: its flags, and the server's file. */
export const [AS_STARTED, SERVER] = [started.slice(0, -1), started.at(-1)];
const ended = (child) => new Promise((resolve) => child.once('exit', resolve));

/**
 * Starts the built server in a process of its own, with keys, limits, and a log line for each request.
 * BENCH_PROFILE=<folder> writes a CPU profile.
 *
 * @param more environment variables that override the defaults
 */
export async function startDateline(databaseUrl, roles, more = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
  const adminKey = `bench-${'k'.repeat(40)}`;
  const env = {
    PATH: process.env.PATH,
    PORT: '0',
    DATABASE_URL: databaseUrl,
    DATELINE_DATA_DIR: folder,
    DATELINE_ADMIN_KEY: adminKey,
    DATELINE_ROLES: roles,
    DATELINE_RATE_LIMIT: '1000000',
    LOG_LEVEL: 'info',
    ...more,
  };
  const profile = process.env.BENCH_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : [];
  const log = join(folder, 'log');
  const output = openSync(log, 'w');
  const child = spawn(process.execPath, [...profile, ...AS_STARTED, SERVER], {
    cwd: root,
    env,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  const over = ended(child);
  const url = await addressIn(log, child);
  return {
    url,
    pid: child.pid,
    adminKey,
    stop: async () => {
      child.kill('SIGTERM');
      await over;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function addressIn(log, child) {
  for (;;) {
    const url = /is running: (http:\/\/\S+)/.exec(readFileSync(log, 'utf8'))?.[1];
    if (
      url &&
      (await fetch(`${url}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      ))
    )
      return url;
    if (child.exitCode !== null) throw new Error(readFileSync(log, 'utf8'));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Starts bare-server.mjs in a process of its own. */
export async function startBare(databaseUrl, connections) {
  const child = fork(join(import.meta.dirname, 'bare-server.mjs'), [databaseUrl, String(connections)]);
  const url = await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', () => reject(new Error('the bare server ended')));
  });
  return {
    url,
    stop: async () => {
      child.kill();
      await ended(child);
    },
  };
}
