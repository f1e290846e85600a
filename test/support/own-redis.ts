import { spawn, type ChildProcess } from 'node:child_process';
import net from 'node:net';
import { Redis } from 'ioredis';
import { leash } from './leash.js';
import { freshFolder } from './server.js';
import { stopAfterwards } from './started.js';
import { until } from './until.js';

/**
 * A Redis for one file's tests alone, which can be stopped under those who use it. It comes back at the same address.
 */
export interface OwnRedis {
  url: string;
  /** Resolves once it answers. */
  start: () => Promise<void>;
  /** As when an operator stops it: what it holds is on disk. */
  stop: () => Promise<void>;
  /** Loses all that it holds. */
  flush: () => Promise<void>;
}

/** Makes one on a free port. It is stopped at the end of the file. */
export async function ownRedis(): Promise<OwnRedis> {
  const port = await freePort();
  const folder = freshFolder();
  const url = `redis://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  let ended: Promise<void> = Promise.resolve();
  const asking = async <T>(ask: (redis: Redis) => Promise<T>): Promise<T> => {
    const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
    redis.on('error', () => undefined);
    try {
      await redis.connect();
      return await ask(redis);
    } finally {
      redis.disconnect();
    }
  };
  const stop = async (): Promise<void> => {
    child?.kill('SIGTERM');
    await ended;
  };
  stopAfterwards(stop);
  return {
    url,
    start: async () => {
      const started = spawn(
        'redis-server',
        ['--port', String(port), '--dir', folder, '--appendonly', 'yes', '--save', ''],
        {
          stdio: 'ignore',
        },
      );
      child = started;
      const letGo = leash(started.pid ?? 0);
      ended = new Promise((resolve) => started.once('exit', () => resolve(letGo())));
      await until('Redis answers', () =>
        asking((redis) => redis.ping()).then(
          () => true,
          () => false,
        ),
      );
    },
    stop,
    flush: async () => void (await asking((redis) => redis.flushall())),
  };
}

async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
