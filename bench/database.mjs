import pg from 'pg';
import { migrate } from './program.mjs';

/**
 * A fresh database for a benchmark, empty and (unless a server will do that) migrated, on the server that
 * BENCH_DATABASE_URL names: a superuser's address. The runner gives it, and the name of the database, which it drops
 * where a benchmark is broken off.
 */
export async function freshDatabase({ migrated = true } = {}) {
  const { BENCH_DATABASE_URL: admin, BENCH_DATABASE_NAME: name } = process.env;
  if (!admin || !name) throw new Error('a benchmark is run by: npm run bench -- <name>');
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

/** Connections to it. Dropping the database may end one that is on its way out. */
export function openPool(url, max) {
  const pool = new pg.Pool({ connectionString: url, max, pipeline: true });
  pool.on('error', () => undefined);
  return pool;
}
