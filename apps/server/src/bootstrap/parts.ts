import type pg from 'pg';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { Queues } from '#jobs/queues/queues.js';
import type { Appender } from '#log/append/appender.js';
import type { Follower } from '#log/follow/follower.js';
import type { Clock } from '#platform/clock/clock.js';
import type { Config } from '#platform/config/config.js';
import type { Keyring } from '#platform/keys/keyring.js';
import type { Sessions } from '#platform/keys/sessions.js';
import type { Checkpoint } from '#reader/clocks/checkpoint.js';

// The five parts of a process. main.ts opens and closes them; controllers and handlers inject those that they use.

/** What a read needs to find its point of the clocks, to read there, and to hand out cursors. */
export interface ReadsPart {
  pool: pg.Pool;
  /** Knows which position can be read at, and waits for it: that of the views; in `LogPart`, the head of the log. */
  checkpoint: Checkpoint;
  now: Clock;
  /** Signs cursors: the same in all servers of a database. */
  cursorSecret: Buffer;
}

/** The log: appending, following and reading. Its reads wait for no view. */
export interface LogPart extends ReadsPart {
  appender: Appender;
  follower: Pick<Follower, 'position' | 'onAdvance'>;
}

export interface AuthPart {
  keyring: Keyring;
  sessions: Sessions;
  /** For keys, sessions and the audit trail. Connections of their own: nobody is locked out because reads are busy. */
  pool: pg.Pool;
  /** Counts an invalid key, by the address that it came from. */
  onFailed: (address: string) => void;
}

/** The queues of the workers, for adding, showing and counting jobs. Workers take jobs from the backend itself. */
export type QueuesPart = Queues;

export interface RuntimePart {
  config: Pick<
    Config,
    'roles' | 'publicRead' | 'trustProxy' | 'rateLimit' | 'maxStreams' | 'answerCacheMib' | 'corsOrigins'
  >;
  /** As in package.json. */
  version: string;
  logger: Logger;
  metrics: Registry;
}

/** All parts, for the composition alone. */
export interface ServerParts {
  log: LogPart;
  reads: ReadsPart;
  auth: AuthPart;
  queues: QueuesPart;
  runtime: RuntimePart;
}

export const LOG = Symbol('log');
export const READS = Symbol('reads');
export const AUTH = Symbol('auth');
export const QUEUES = Symbol('queues');
export const RUNTIME = Symbol('runtime');
