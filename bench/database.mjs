import pg from 'pg';
import { migrations } from '#migrations/index.js';

/**
 * A fresh database for a benchmark, migrated and empty, on the server that BENCH_DATABASE_URL names (a superuser's address of a running
 * PostgreSQL, as shipped, fsync on).
 */
export async function freshDatabase() {
  const admin = process.env.BENCH_DATABASE_URL;
  if (!admin) throw new Error('BENCH_DATABASE_URL: the address of a running PostgreSQL, as a superuser');
  const name = `dateline_bench_${process.pid}`;
  await run(admin, `drop database if exists ${name} with (force)`, `create database ${name}`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  for (const Migration of migrations) await new Migration().up({ query: (sql) => client.query(sql) });
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
