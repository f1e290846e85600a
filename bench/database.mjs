import pg from 'pg';
import { migrate } from './program.mjs';

/**
 * Creates the empty database of a benchmark, on the PostgreSQL of BENCH_DATABASE_URL (the URL of a superuser). The
 * runner sets that variable and the name of the database, and drops the database if a benchmark is interrupted.
 *
 * @param migrated false: a server will run the migrations
 */
export async function freshDatabase({ migrated = true } = {}) {
  const { BENCH_DATABASE_URL: admin, BENCH_DATABASE_NAME: name } = process.env;
  if (!admin || !name) throw new Error('start a benchmark with: npm run bench -- <name>');
  await run(admin, `drop database if exists ${name} with (force)`, `create database ${name}`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  if (migrated) await migrate((sql) => client.query(sql));
  const version = (await client.query('show server_version')).rows[0].server_version;
  const durable = (await client.query('show fsync')).rows[0].fsync;
  await client.end();
  return { url: url.href, version, durable, drop: () => run(admin, `drop database if exists ${name} with (force)`) };
}

async function run(url, ...statements) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** A pool of connections. Dropping the database may end an idle one, which is no error. */
export function openPool(url, max) {
  const pool = new pg.Pool({ connectionString: url, max, pipeline: true });
  pool.on('error', () => undefined);
  return pool;
}
