import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { processIdentity } from '#platform/database/embedded/process-identity.js';
import { freshFolder, launchServer, type LaunchedServer, untilReady } from '../support/server.js';
import { stopAfterwards } from '../support/started.js';
import { until } from '../support/until.js';

/** The full path, because some of the servers here have no PATH. */
const unshare =
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'unshare'))
    .find(existsSync) ?? 'unshare';

/**
 * Runs a command as in a container: with a PID namespace and a /proc of its own, and without the shared memory by which
 * one PostgreSQL detects another. When `unshare` ends, all processes in it end.
 */
const CONTAINER = [unshare, '--ipc', '--pid', '--fork', '--kill-child', '--mount-proc'];
/** The server is not the first process of this container, so the container goes on when the server ends. */
const LASTING_CONTAINER = [...CONTAINER, 'sh', '-c', '"$@" & wait; sleep 600', 'sh'];

const isPermitted = spawnSync(unshare, [...CONTAINER.slice(1), 'true']).status === 0;
if (!isPermitted)
  process.stderr.write(
    '!!! NOT TESTED: this machine does not permit PID namespaces (unshare --ipc --pid --fork --mount-proc).\n',
  );

const isAlive = (pid: number): boolean => processIdentity(pid) !== null;

/** The descendants of a process, as this process sees them. */
function descendants(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  return [...children, ...children.flatMap(descendants)];
}

const isPostgres = (pid: number): boolean =>
  readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith('/') && argumentsOf(pid)[1] === '-D';
const argumentsOf = (pid: number): string[] => readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');

interface Container extends LaunchedServer {
  url: string;
  /** The pids of the server and of its PostgreSQL, as this process sees them. */
  server: number;
  postmaster: number;
  /** Kills all processes in the container. */
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
  // With SIGTERM, `unshare` would wait for its child.
  stopAfterwards(() => Promise.resolve(launched.child.kill('SIGKILL')));
  const url = await untilReady(launched);
  const inside = descendants(pid);
  const server = inside.find((one) => argumentsOf(one)[0] === process.execPath) ?? 0;
  const postmaster = inside.find(isPostgres) ?? 0;
  expect([server, postmaster].every((one) => one > 1)).toBe(true);
  return { ...launched, url, server, postmaster, kill };
}

/** The output of a server in another container on the same folder, which must refuse to start. */
async function refusal(dataDir: string, env: Record<string, string> = {}): Promise<string> {
  const launched = await launchServer(env, options(dataDir, CONTAINER));
  expect(await launched.exited).toBe(1);
  expect(launched.log()).not.toMatch(/^\s+at /m);
  return launched.log();
}

/** Without `flock` in the PATH, a server cannot take the kernel's lock. */
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

// At the same time, since they mostly wait for signs of life.
(isPermitted ? describe : describe.skip)('a data folder that two containers share', () => {
  it.concurrent(
    'serves the first server: the second is refused with a plain message, and changes nothing',
    async () => {
      const dataDir = freshFolder();
      const first = await startContainer(dataDir, env);
      expect(await record(first, 'before')).toBe(201);
      const pidFile = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8');
      const output = await refusal(dataDir, env);
      expect(output).toContain(
        'Another Dateline, or the PostgreSQL that it started, is running on this data folder ' +
          `(${dataDir}/server.lock): process `,
      );
      // Without the kernel's lock, the second server sees the heartbeat of the first.
      expect(await refusal(dataDir, { ...env, ...noKernelLock })).toContain('is running on this data folder');
      expect(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).toBe(pidFile);
      expect(isAlive(first.postmaster)).toBe(true);
      expect(await record(first, 'after')).toBe(201);

      // When the whole container is killed, the kernel's lock proves that the server has ended.
      await first.kill();
      const next = await startContainer(dataDir, env);
      expect(next.log()).toContain('taken over from a server that this one cannot see');
      expect((await stories(next)).sort()).toEqual(['after', 'before']);
      process.kill(next.server, 'SIGTERM');
      expect(await next.exited).toBe(0);
    },
    300_000,
  );

  it.concurrent(
    'is refused while the PostgreSQL of a killed server runs in the other, even without the lock file',
    async () => {
      const dataDir = freshFolder();
      const first = await startContainer(dataDir, env, LASTING_CONTAINER);
      expect(await record(first, 'kept')).toBe(201);
      process.kill(first.server, 'SIGKILL');
      await until('the server is dead', () => !isAlive(first.server));
      expect(isAlive(first.postmaster)).toBe(true);
      const pidFile = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8');
      expect(await refusal(dataDir, env)).toContain('is running on this data folder');
      rmSync(join(dataDir, 'server.lock'));
      expect(await refusal(dataDir, env)).toContain(
        `A Dateline or a PostgreSQL that this one cannot see still uses ${dataDir}`,
      );
      expect(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).toBe(pidFile);
      expect(isAlive(first.postmaster)).toBe(true);

      await first.kill();
      const next = await startContainer(dataDir, env);
      expect(await stories(next)).toEqual(['kept']);
      await next.kill();
    },
    300_000,
  );

  it.concurrent(
    'is refused in doubt, with instructions to take it over',
    async () => {
      const dataDir = freshFolder();
      const first = await startContainer(dataDir, env);
      expect(await record(first, 'kept')).toBe(201);
      await first.kill();
      // A server without `flock` cannot know whether the first one has ended.
      const output = await refusal(dataDir, { ...env, ...noKernelLock });
      expect(output).toContain('It shows no sign of life. But its PostgreSQL may still run there');
      expect(output).toContain(`Then remove ${dataDir}/server.lock and start again.`);
      rmSync(join(dataDir, 'server.lock'));
      const next = await startContainer(dataDir, { ...env, ...noKernelLock });
      expect(await stories(next)).toEqual(['kept']);
      await next.kill();
    },
    300_000,
  );
});
