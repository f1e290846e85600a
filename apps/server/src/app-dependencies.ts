import type { Registry } from 'prom-client';
import type { Logger } from 'pino';
import type { Appender } from '#log/append/appender.js';
import type { Follower } from '#log/follow/follower.js';
import type { verifyLog } from '#log/verify/verify-log.js';
import type { Clock } from '#platform/clock/clock.js';
import type { Role } from '#platform/config/config.js';
import type { Keyring } from '#platform/keys/keyring.js';
import type { Sessions } from '#platform/keys/sessions.js';
import type { Checkpoint } from '#reader/clocks/checkpoint.js';
import type { Queues } from '#jobs/queues/queues.js';
import type { HealthCheck } from './health/readiness.js';
import type { Pages } from './browser-pages/pages.js';
import type { TrustedProxies } from './http/adapter.js';

/** Connections to read by. */
export type ReadingPool = Parameters<typeof verifyLog>[0];

/** What the HTTP server is made of. Whoever starts it makes and ends these; the server only uses them. */
export interface AppDependencies {
  /** As in package.json: what the OpenAPI document says. */
  version: string;
  /** Without `api` it only says how it is. */
  roles: ReadonlySet<Role>;
  /** Reading without a key, `/metrics` included. */
  publicRead: boolean;
  trustProxy: TrustedProxies;
  /** Requests a minute, per key or address; null: no limit. */
  rateLimit: number | null;
  /** Streams of the log under way at a time, per key or address. */
  maxStreams: number;
  /** Origins whose pages may ask; `*`: any; empty: none but this server's own. */
  corsOrigins: readonly string[];
  logger: Logger;
  metrics: Registry;
  keyring: Keyring;
  sessions: Sessions;
  /** For keys, sessions and the audit trail. */
  accessPool: ReadingPool;
  /** Told of each key that was not right. */
  onFailed: (address: string) => void;
  /** What cursors are signed with: the same in all servers of a database. */
  cursorSecret: Buffer;
  /** Pages of libraries, for a browser. */
  pages: readonly Pages[];
  /** What `/readyz` asks. One that only informs is always `ready`. */
  checks: readonly HealthCheck[];
  /** Where the entities live: articles. They have a few connections of their own. */
  databaseUrl: string;
  /** For reading the log and the views. */
  pool: ReadingPool;
  appender: Appender;
  checkpoint: Checkpoint;
  /** Tells when the log moved, whoever moved it. */
  follower: Pick<Follower, 'position' | 'onMoved'>;
  /** To look at them: those who have work to do find it themselves. */
  queues: Queues;
  now: Clock;
}

export const SERVER_PARTS = Symbol('server parts');
