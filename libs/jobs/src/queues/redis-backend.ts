import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { shortLogId } from '#platform/database/log-id.js';
import type { Logger } from '#platform/logging/logger.js';
import type { QueueBackend } from './backend.js';

/**
 * How long is waited before Redis is tried again, milliseconds: at most a second, so that nobody waits once it is back.
 */
const again = (times: number): number => Math.min(50 * 2 ** Math.min(times, 6), 1_000);

/** How long one question may take, milliseconds: a line can go silent without breaking. */
const PATIENCE = 2_000;

/**
 * What the names of a log's keys begin with. The braces are a hash tag: a Redis cluster keeps what bears the same one
 * on the same node, as BullMQ needs.
 */
export const redisPrefix = (logId: string): string => `{dateline-${shortLogId(logId)}}`;

/**
 * Queues on Redis. Who adds or looks never waits for a Redis that is away: its commands fail at once. Workers wait for
 * it as long as it takes.
 *
 * @param logId the log that the queues belong to: deployments may share a Redis
 */
export function redisBackend(url: string, logId: string, logger: Logger): QueueBackend {
  const prefix = redisPrefix(logId);
  const connected = { retryStrategy: again, connectTimeout: 5_000, keepAlive: 10_000 };
  const asking = new Redis(url, {
    ...connected,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    commandTimeout: PATIENCE,
    connectionName: 'dateline-queues',
  });
  let here: boolean | null = null;
  const is = (state: boolean, error?: Error): void => {
    if (here === state) return;
    here = state;
    if (state) logger.info('the queues are on Redis');
    else logger.warn({ ...(error && { err: error }) }, 'Redis is away: summaries are made once it is back');
  };
  asking.on('ready', () => is(true));
  asking.on('error', (error) => is(false, error));
  asking.on('close', () => is(false));
  return {
    name: 'Redis',
    queue: (name) => quiet(new Queue(name, { connection: asking, prefix, skipMetasUpdate: true })),
    worker: (name, processor, settings) =>
      quiet(
        new Worker(name, processor, {
          ...settings,
          prefix,
          connection: { ...connected, url, maxRetriesPerRequest: null },
        }),
      ),
    here: () => here === true && asking.status === 'ready',
    close: async () => {
      asking.removeAllListeners('close');
      asking.disconnect();
      await Promise.resolve();
    },
  };
}

/** The connection says what is wrong once; each queue and worker on it would say it again. */
function quiet<Q extends { on(event: 'error', listener: (error: Error) => void): unknown }>(queue: Q): Q {
  queue.on('error', () => undefined);
  return queue;
}
