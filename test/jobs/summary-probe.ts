import { setTimeout as sleep } from 'node:timers/promises';
import { asOwner } from '../support/log.js';
import { ownRedis, type OwnRedis } from '../support/own-redis.js';
import { startServer, type ServerOptions, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';

export type Backend = 'PostgreSQL' | 'Redis';

/** The backend of this run: Redis if REDIS_URL is set, as for a server. */
export const backends: readonly Backend[] = process.env['REDIS_URL'] ? ['Redis'] : ['PostgreSQL'];

/** The addresses of a database, as the server's role, the owner and the superuser. */
export interface Addresses {
  url: string;
  ownerUrl: string;
  adminUrl: string;
}

/** A summary as the database has it. */
export interface Row {
  story: string;
  kind: string;
  touched: number;
  touches: number;
  made_from: number;
  made_at: number;
  made_with: number;
  fresh_until: number | null;
  failure: string | null;
  /** The last event of the story itself. */
  last: number;
}

/**
 * Observes the summaries of a database from outside, with queues on one backend. A trigger records each summary that is
 * set back to an older position. Summaries can be held in the moment before they are stored.
 */
export class SummaryProbe {
  private constructor(
    readonly database: Addresses,
    readonly redis: OwnRedis | null,
  ) {}

  /** @param redis missing: the probe starts one */
  static async on(backend: Backend, database: Addresses, redis?: OwnRedis): Promise<SummaryProbe> {
    const probe = new SummaryProbe(database, backend === 'Redis' ? (redis ?? (await ownRedis())) : null);
    if (redis === undefined) await probe.redis?.start();
    return probe;
  }

  /** Starts a server on the database and the queues. The first one migrates: call `watch` after it. */
  start(roles: string, env: Record<string, string> = {}, options: ServerOptions = {}): Promise<TestServer> {
    const { url: databaseUrl, ownerUrl } = this.database;
    const queues = this.redis ? { REDIS_URL: this.redis.url } : undefined;
    const all = { DATELINE_ROLES: roles, LOG_LEVEL: 'debug', ...queues, ...env };
    return startServer(all, { databaseUrl, ownerUrl, ...options });
  }

  /** Installs the trigger that watches the summaries. */
  async watch(): Promise<void> {
    await this.sql(WATCH);
  }

  sql<T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> {
    return asOwner(this.database.ownerUrl, async (owner) => (await owner.query(text, values)).rows as T[]);
  }

  /** The stories of which no summary is held now. */
  async unlockedStories(): Promise<string[]> {
    const rows = await this.sql<{ story: string }>('select story from summary for update skip locked');
    const stories = rows.map(({ story }) => story).sort();
    return stories.filter((story, i) => stories[i + KINDS - 1] === story && stories[i - 1] !== story);
  }

  async rows(): Promise<Row[]> {
    const rows = await this.sql<Record<keyof Row, unknown>>(ROWS);
    return rows.map((row) => {
      const numbers = ['touched', 'touches', 'made_from', 'made_at', 'made_with', 'last'] as const;
      return { ...row, ...Object.fromEntries(numbers.map((name) => [name, Number(row[name])])) } as unknown as Row;
    });
  }

  /** Whether all summaries of all stories include everything recorded, and none has expired. */
  async isFresh(): Promise<boolean> {
    const [state] = await this.sql<{ fresh: boolean }>(FRESH);
    return state?.fresh ?? false;
  }

  untilFresh(timeoutMs = 30_000): Promise<void> {
    return until('every summary is fresh', () => this.isFresh(), timeoutMs);
  }

  /** The summaries that were set back to an older position: there must be none. */
  regressions(): Promise<unknown[]> {
    return this.sql('select * from went_back');
  }

  /** Holds every job in the moment before it stores its summary, until the hold is released. */
  async hold(): Promise<Hold> {
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    let setLocked: () => void = () => undefined;
    const locked = new Promise<void>((resolve) => (setLocked = resolve));
    const done = asOwner(this.database.ownerUrl, async (owner) => {
      await owner.query('select pg_advisory_lock(4711)');
      setLocked();
      await released;
      await owner.query('select pg_advisory_unlock(4711)').catch(() => undefined);
    });
    await locked;
    return {
      count: async () => (await this.sql(HELD)).length,
      cutConnections: async () => {
        await asOwner(this.database.adminUrl, (admin) =>
          admin.query(`select pg_terminate_backend(pid) from (${HELD}) held`),
        );
        await sleep(100);
      },
      release: async () => {
        release();
        await done;
      },
    };
  }

  /** Deletes all jobs. */
  async emptyQueues(): Promise<void> {
    if (this.redis) return this.redis.flush();
    const tables = await this.sql<{ name: string }>(
      `select quote_ident(tablename) as name from pg_tables where schemaname = 'bullmq' and tablename <> 'migration'`,
    );
    await this.sql(`truncate ${tables.map(({ name }) => `bullmq.${name}`).join(', ')}`);
  }
}

export interface Hold {
  /** How many jobs are held now. */
  count: () => Promise<number>;
  /** Cuts the connections of the held jobs. Their summaries are lost, as if the machine of the process had failed. */
  cutConnections: () => Promise<void>;
  release: () => Promise<void>;
}

/** The sessions that wait for the lock of a hold. */
const HELD = `
select pid from pg_locks
 where locktype = 'advisory' and objid = 4711 and not granted
   and database = (select oid from pg_database where datname = current_database())`;

/** Runs with the rights of its owner, because the server's role may not write to this table. */
const WATCH = `
create table went_back (story text, kind text, stood bigint, put bigint);
create function watch_summary() returns trigger language plpgsql security definer as $$
begin
  if new.made_from < old.made_from then
    insert into went_back values (new.story, new.kind, old.made_from, new.made_from);
  end if;
  if new.made_at is distinct from old.made_at then perform pg_advisory_xact_lock_shared(4711); end if;
  return new;
end $$;
create trigger watch_summary before update on summary for each row execute function watch_summary();`;

/** The number of rows per story: one for each kind. */
export const KINDS = 2;
const LAST = `(select max(e.position) from event e where e.story = s.story)`;
const ROWS = `
select s.story, s.kind, touched, touches, made_from, made_at, made_with, fresh_until, failure, ${LAST} as last
  from summary s order by s.story, s.kind`;
const FRESH = `
select (select position from summary_feed) = (select position from log_head)
   and (select count(*) from summary) = ${KINDS} * (select count(*) from stream)
   and not exists (select 1 from summary s where s.content is null or s.made_from < ${LAST} or s.made_from < s.touched
                     or s.fresh_until <= extract(epoch from clock_timestamp()) * 1000000) as fresh`;

/** How often a server has built the brief of a story. */
export const briefsBuilt = (server: Pick<TestServer, 'log'>, story: string): number =>
  server
    .log()
    .split('\n')
    .filter((line) =>
      ['a summary was built', `"story":"${story}"`, '"kind":"brief"'].every((text) => line.includes(text)),
    ).length;
