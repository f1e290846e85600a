import { setTimeout as sleep } from 'node:timers/promises';
import { asOwner } from '../support/log.js';
import { ownRedis, type OwnRedis } from '../support/own-redis.js';
import { startServer, type ServerOptions, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';

export type Backend = 'PostgreSQL' | 'Redis';

/** Where the queues of a run are: on Redis with REDIS_URL, as those of a server. */
export const backends: readonly Backend[] = process.env['REDIS_URL'] ? ['Redis'] : ['PostgreSQL'];

/** The addresses of a database, as the server's role, the owner and the superuser. */
export interface Addresses {
  url: string;
  ownerUrl: string;
  adminUrl: string;
}

/** How a summary stands in the database. */
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
 * The summaries of a database, looked at from outside, on queues of one backend. From the start on, the database itself
 * notes each time that a summary is put back to an older position; and what is about to be kept can be held.
 */
export class Desk {
  private constructor(
    readonly database: Addresses,
    readonly redis: OwnRedis | null,
  ) {}

  /** @param redis missing: started here */
  static async on(backend: Backend, database: Addresses, redis?: OwnRedis): Promise<Desk> {
    const desk = new Desk(database, backend === 'Redis' ? (redis ?? (await ownRedis())) : null);
    if (redis === undefined) await desk.redis?.start();
    return desk;
  }

  /** Starts a server on the database and the queues. The first one migrates; call `watch` after it. */
  start(roles: string, env: Record<string, string> = {}, options: ServerOptions = {}): Promise<TestServer> {
    const { url: databaseUrl, ownerUrl } = this.database;
    const queues = this.redis ? { REDIS_URL: this.redis.url } : undefined;
    const all = { DATELINE_ROLES: roles, LOG_LEVEL: 'debug', ...queues, ...env };
    return startServer(all, { databaseUrl, ownerUrl, ...options });
  }

  /** Has the database watch over the summaries. */
  async watch(): Promise<void> {
    await this.sql(WATCH);
  }

  sql<T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> {
    return asOwner(this.database.ownerUrl, async (owner) => (await owner.query(text, values)).rows as T[]);
  }

  /** Stories of which no summary is held now. */
  async unheld(): Promise<string[]> {
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

  /** Whether every summary of every story holds all that was recorded, and time has not passed it by. */
  async fresh(): Promise<boolean> {
    const [state] = await this.sql<{ fresh: boolean }>(FRESH);
    return state?.fresh ?? false;
  }

  untilFresh(patience = 30_000): Promise<void> {
    return until('every summary is fresh', () => this.fresh(), patience);
  }

  /** The times that a summary was put back to an older position: there must be none. */
  wentBack(): Promise<unknown[]> {
    return this.sql('select * from went_back');
  }

  /** Holds every summary in the moment before it is kept, in mid-job, until it is let go. */
  async hold(): Promise<Hold> {
    let letGo: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (letGo = resolve));
    let holding: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (holding = resolve));
    const done = asOwner(this.database.ownerUrl, async (owner) => {
      await owner.query('select pg_advisory_lock(4711)');
      holding();
      await released;
      await owner.query('select pg_advisory_unlock(4711)').catch(() => undefined);
    });
    await held;
    return {
      waiting: async () => (await this.sql(HELD)).length,
      loseWaiting: async () => {
        await asOwner(this.database.adminUrl, (admin) =>
          admin.query(`select pg_terminate_backend(pid) from (${HELD}) held`),
        );
        await sleep(100);
      },
      letGo: async () => {
        letGo();
        await done;
      },
    };
  }

  /** Loses all that the queues hold. */
  async emptyQueues(): Promise<void> {
    if (this.redis) return this.redis.flush();
    const tables = await this.sql<{ name: string }>(
      `select quote_ident(tablename) as name from pg_tables where schemaname = 'bullmq' and tablename <> 'migration'`,
    );
    await this.sql(`truncate ${tables.map(({ name }) => `bullmq.${name}`).join(', ')}`);
  }
}

export interface Hold {
  /** How many summaries are held now. */
  waiting: () => Promise<number>;
  /**
   * Cuts the connections of those that are held: what they were about to keep is lost, as with a process whose machine
   * is gone.
   */
  loseWaiting: () => Promise<void>;
  letGo: () => Promise<void>;
}

/** The lock of this database that summaries wait for in the moment before they are kept. */
const HELD = `
select pid from pg_locks
 where locktype = 'advisory' and objid = 4711 and not granted and database = (select oid from pg_database where datname = current_database())`;

/** Runs with the rights of whoever made it: the server's role may not write here. */
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

/** A row for each kind of each story. */
export const KINDS = 2;
const LAST = `(select max(e.position) from event e where e.story = s.story)`;
const ROWS = `select s.story, s.kind, touched, touches, made_from, made_at, made_with, fresh_until, failure, ${LAST} as last from summary s order by s.story, s.kind`;
const FRESH = `
select (select position from summary_feed) = (select position from log_head)
   and (select count(*) from summary) = ${KINDS} * (select count(*) from stream)
   and not exists (select 1 from summary s where s.content is null or s.made_from < ${LAST} or s.made_from < s.touched
                     or s.fresh_until <= extract(epoch from clock_timestamp()) * 1000000) as fresh`;

/** How often a server has made a story's brief. */
export const briefsMade = (server: Pick<TestServer, 'log'>, story: string): number =>
  server
    .log()
    .split('\n')
    .filter((line) =>
      ['a summary was made', `"story":"${story}"`, '"kind":"brief"'].every((said) => line.includes(said)),
    ).length;
