import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { processIdentity } from '#platform/database/embedded/process-identity.js';
import { freshFolder, launchServer, type LaunchedServer, untilReady } from '../support/server.js';
import { stopAfterwards } from '../support/started.js';
import { until } from '../support/until.js';

/** By its whole path: some of the servers here have no PATH. */
const unshare =
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'unshare'))
    .find(existsSync) ?? 'unshare';

/**
 * As a container does: process ids of its own, a /proc that shows no others, and no shared memory of others, by which
 * PostgreSQL knows itself. When `unshare` ends, so does all that is in it.
 */
const CONTAINER = [unshare, '--ipc', '--pid', '--fork', '--kill-child', '--mount-proc'];
/** The server is not the container's first process, so that what it leaves behind goes on. */
const CONTAINER_THAT_STAYS = [...CONTAINER, 'sh', '-c', '"$@" & wait; sleep 600', 'sh'];

const isPermitted = spawnSync(unshare, [...CONTAINER.slice(1), 'true']).status === 0;
if (!isPermitted)
  process.stderr.write(
    '!!! NOT TESTED: this machine does not permit PID namespaces (unshare --ipc --pid --fork --mount-proc).\n',
  );

const isAlive = (pid: number): boolean => processIdentity(pid) !== null;

/** The processes below one, as this process sees them. */
function descendants(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  return [...children, ...children.flatMap(descendants)];
}

const isPostgres = (pid: number): boolean =>
  readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith('/') && argumentsOf(pid)[1] === '-D';
const argumentsOf = (pid: number): string[] => readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');

interface Container extends LaunchedServer {
  url: string;
  /** The server's process, and its PostgreSQL's, as this process sees them. */
  server: number;
  postmaster: number;
  /** Ends everything in it at once. */
  kill: () => Promise<void>;
}

const options = (dataDir: string, within?: readonly string[]) => ({
  databaseUrl: null,
  dataDir,
  ...(within && { within }),
});

async function startContainer(
  dataDir: string,
  env: Record<string, string> = {},
  within = CONTAINER,
): Promise<Container> {
  const launched = await launchServer(env, options(dataDir, within));
  const pid = launched.child.pid ?? 0;
  const kill = async (): Promise<void> => {
    const inside = descendants(pid);
    launched.child.kill('SIGKILL');
    await launched.exited;
    await until('the container is gone', () => !inside.some(isAlive));
  };
  // Told to end in order, `unshare` waits for what it started.
  stopAfterwards(() => Promise.resolve(launched.child.kill('SIGKILL')));
  const url = await untilReady(launched);
  const inside = descendants(pid);
  const server = inside.find((one) => argumentsOf(one)[0] === process.execPath) ?? 0;
  const postmaster = inside.find(isPostgres) ?? 0;
  expect([server, postmaster].every((one) => one > 1)).toBe(true);
  return { ...launched, url, server, postmaster, kill };
}

/** A server in another container on the same folder, until it has ended. */
async function refusal(dataDir: string, env: Record<string, string> = {}): Promise<string> {
  const launched = await launchServer(env, options(dataDir, CONTAINER));
  expect(await launched.exited).toBe(1);
  expect(launched.log()).not.toMatch(/^\s+at /m);
  return launched.log();
}

/** Where no `flock` is found: then no kernel's lock is held, and none can be asked for. */
const noKernelLock = { PATH: '/nonexistent' };

async function record({ url, adminKey }: Pick<Container, 'url' | 'adminKey'>, story: string): Promise<number> {
  const { status } = await fetch(`${url}/v1/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'StoryOpened', story, occurredAt: '2025-01-01', data: { title: story } }),
  });
  return status;
}

const stories = async ({ url }: Pick<Container, 'url'>): Promise<string[]> => {
  const answer = await fetch(`${url}/v1/stories`);
  return ((await answer.json()) as { items: { slug: string }[] }).items.map(({ slug }) => slug);
};

const env = {
  DATELINE_DEMO: 'false',
  DATELINE_PUBLIC_READ: 'true',
  DATELINE_ADMIN_KEY: 'a key of the test, long enough to be one',
};

(isPermitted ? describe : describe.skip)('a data folder that two containers share', () => {
  it('serves the first: the second is refused, in plain words, and nothing is touched', async () => {
    const dataDir = freshFolder();
    const first = await startContainer(dataDir, env);
    expect(await record(first, 'before')).toBe(201);
    const pidFile = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8');
    const said = await refusal(dataDir, env);
    expect(said).toContain(
      `Another Dateline, or the PostgreSQL that it started, is running on this data folder (${dataDir}/server.lock): process `,
    );
    // Without the kernel's lock it is known by its heart, which beats.
    expect(await refusal(dataDir, { ...env, ...noKernelLock })).toContain('is running on this data folder');
    expect(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).toBe(pidFile);
    expect(isAlive(first.postmaster)).toBe(true);
    expect(await record(first, 'after')).toBe(201);

    // Killed with all that is in it, it is known to have ended.
    await first.kill();
    const next = await startContainer(dataDir, env);
    expect(next.log()).toContain('taken over from a server that this one cannot see');
    expect((await stories(next)).sort()).toEqual(['after', 'before']);
    process.kill(next.server, 'SIGTERM');
    expect(await next.exited).toBe(0);
  }, 300_000);

  it('is refused while the PostgreSQL of a killed server lives in the other one, also when the lock file is removed', async () => {
    const dataDir = freshFolder();
    const first = await startContainer(dataDir, env, CONTAINER_THAT_STAYS);
    expect(await record(first, 'kept')).toBe(201);
    process.kill(first.server, 'SIGKILL');
    await until('the server is dead', () => !isAlive(first.server));
    expect(isAlive(first.postmaster)).toBe(true);
    const pidFile = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8');
    expect(await refusal(dataDir, env)).toContain('is running on this data folder');
    rmSync(join(dataDir, 'server.lock'));
    expect(await refusal(dataDir, env)).toContain(
      `A Dateline or a PostgreSQL that this one cannot see is still at work in ${dataDir}`,
    );
    expect(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).toBe(pidFile);
    expect(isAlive(first.postmaster)).toBe(true);

    await first.kill();
    const next = await startContainer(dataDir, env);
    expect(await stories(next)).toEqual(['kept']);
    await next.kill();
  }, 300_000);

  it('is refused in doubt, with the way to take it over', async () => {
    const dataDir = freshFolder();
    const first = await startContainer(dataDir, env);
    expect(await record(first, 'kept')).toBe(201);
    await first.kill();
    // As one that ran where there is no `flock`.
    const said = await refusal(dataDir, { ...env, ...noKernelLock });
    expect(said).toContain('It shows no sign of life. But its PostgreSQL may still run there');
    expect(said).toContain(`Then remove ${dataDir}/server.lock and start again.`);
    rmSync(join(dataDir, 'server.lock'));
    const next = await startContainer(dataDir, { ...env, ...noKernelLock });
    expect(await stories(next)).toEqual(['kept']);
    await next.kill();
  }, 300_000);
});
