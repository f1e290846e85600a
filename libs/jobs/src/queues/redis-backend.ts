import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { shortLogId } from '#platform/database/log-id.js';
import type { Logger } from '#platform/logging/logger.js';
import type { QueueBackend } from './backend.js';

/**
 * The backoff before the next attempt to connect, milliseconds: at most a second, to reconnect soon after an outage.
 */
const backoff = (times: number): number => Math.min(50 * 2 ** Math.min(times, 6), 1_000);

/** The limit of one command, milliseconds: a network can drop a connection without a sign. */
const COMMAND_TIMEOUT_MS = 2_000;

/**
 * The prefix of the keys of a log. The braces are a hash tag: a Redis cluster keeps keys with the same tag on the same
 * node, as BullMQ needs.
 */
export const redisPrefix = (logId: string): string => `{dateline-${shortLogId(logId)}}`;

/**
 * Keeps the queues on Redis. Adding and inspecting jobs fails at once while Redis is away. Workers wait for it without
 * a limit.
 *
 * @param logId the log that the queues belong to, because deployments may share a Redis
 */
export function redisBackend(url: string, logId: string, logger: Logger): QueueBackend {
  const prefix = redisPrefix(logId);
  const connectionOptions = { retryStrategy: backoff, connectTimeout: 5_000, keepAlive: 10_000 };
  const client = new Redis(url, {
    ...connectionOptions,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    commandTimeout: COMMAND_TIMEOUT_MS,
    connectionName: 'dateline-queues',
  });
  let connected: boolean | null = null;
  const setConnected = (state: boolean, error?: Error): void => {
    if (connected === state) return;
    connected = state;
    if (state) logger.info('the queues are on Redis');
    else logger.warn({ ...(error && { err: error }) }, 'Redis is away: summaries are built once it is back');
  };
  client.on('ready', () => setConnected(true));
  client.on('error', (error) => setConnected(false, error));
  client.on('close', () => setConnected(false));
  return {
    name: 'Redis',
    queue: (name) => ignoreErrors(new Queue(name, { connection: client, prefix, skipMetasUpdate: true })),
    worker: (name, processor, settings) =>
      ignoreErrors(
        new Worker(name, processor, {
          ...settings,
          prefix,
          connection: { ...connectionOptions, url, maxRetriesPerRequest: null },
        }),
      ),
    isConnected: () => connected === true && client.status === 'ready',
    close: async () => {
      client.removeAllListeners('close');
      client.disconnect();
      await Promise.resolve();
    },
  };
}

/** The client logs a lost connection once. Each queue and worker would log it again. */
function ignoreErrors<Q extends { on(event: 'error', listener: (error: Error) => void): unknown }>(queue: Q): Q {
  queue.on('error', () => undefined);
  return queue;
}
