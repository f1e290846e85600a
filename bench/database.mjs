import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '#platform/database/embedded/embedded-postgres.js';
import { createLogger } from '#platform/logging/logger.js';
import { migrations } from '#migrations/index.js';

/**
 * A fresh database for a benchmark, empty and (unless a server will do that) migrated: on the server that BENCH_DATABASE_URL names (a superuser's
 * address), or else on an embedded PostgreSQL started for it, as shipped, fsync on.
 */
export async function freshDatabase({ migrated = true } = {}) {
  const own = process.env.BENCH_DATABASE_URL;
  const { url: admin, stop } = own ? { url: own, stop: () => undefined } : await startEmbedded();
  const name = `dateline_bench_${process.pid}`;
  await run(admin, `drop database if exists ${name} with (force)`, `create database ${name}`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  for (const Migration of migrated ? migrations : []) await new Migration().up({ query: (sql) => client.query(sql) });
  const version = (await client.query('show server_version')).rows[0].server_version;
  const durable = (await client.query('show fsync')).rows[0].fsync;
  await client.end();
  const drop = async () => {
    await run(admin, `drop database if exists ${name} with (force)`);
    await stop();
  };
  return { url: url.href, version, durable, drop };
}

/** An embedded PostgreSQL in a folder of its own, which `stop` removes. */
async function startEmbedded() {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
  chmodSync(folder, 0o755);
  const postgres = await startEmbeddedPostgres(folder, createLogger('warn'));
  const stop = async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: postgres.superuserUrl, stop };
}

async function run(url, ...statements) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** Connections to it. Dropping the database may end one that is on its way out. */
export function openPool(url, max) {
  const pool = new pg.Pool({ connectionString: url, max, pipeline: true });
  pool.on('error', () => undefined);
  return pool;
}
