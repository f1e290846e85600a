import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type * as EmbeddedModule from '../../libs/platform/src/database/embedded/embedded-postgres.js';
import type * as LoggerModule from '../../libs/platform/src/logging/logger.js';
import type * as MigrateModule from '../../libs/platform/src/database/migrate.js';
import type * as QueueSchemaModule from '../../libs/jobs/src/queues/queue-schema.js';
import type * as ProcessModule from '../../libs/platform/src/database/embedded/process-identity.js';

/*
 * Once before all files: builds the server, brings up a PostgreSQL (that of DATELINE_TEST_DATABASE_URL, an address of
 * somebody who may make roles and databases there, or else an embedded one), and makes one migrated database in it, of
 * which every test gets a copy.
 *
 * Jest loads this file alone, outside of its ES modules and without the mapping of `.js` to `.ts`; so what it needs of
 * the project it takes from what is built.
 */
const root = join(import.meta.dirname, '../..');
const built = async <Module>(path: string): Promise<Module> => (await import(join(root, 'dist', path))) as Module;

const roles = ['dateline_test_owner', 'dateline_test_server'] as const;
const password = 'dateline-test';

/** Undone by global-teardown.ts, which runs in the same process. */
declare global {
  var undoGlobalSetup: (() => Promise<void>) | undefined;
}

export default async function globalSetup(): Promise<void> {
  if (process.env['DATELINE_TEST_SKIP_BUILD'] !== 'true') {
    execFileSync(process.execPath, [join(root, 'scripts/build-when-stale.mjs')], { stdio: 'inherit' });
  }
  const { adminUrl, stop } = await bringUpPostgres();
  // A run's databases bear its machine and process, so that what a killed run leaves is known as such.
  const machine = `dateline_test_${Buffer.from(hostname()).toString('hex').slice(0, 12)}`;
  const run = `${machine}_${process.pid}`;
  const template = `${run}_template`;

  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await makeRoles(admin);
  await dropLeftovers(admin, machine);
  await admin.query(`create database ${template} owner ${roles[0]} encoding 'UTF8' locale 'C' template template0`);
  const { ownerUrl, url } = await migrateTemplate(adminUrl, template);
  await putIntoOneFile(admin, template, { ownerUrl, url });
  await admin.end();

  Object.assign(process.env, {
    DATELINE_TEST_ADMIN_URL: adminUrl,
    DATELINE_TEST_RUN: run,
    // What answers were seen, for the comparison with the OpenAPI document at the end of the run.
    DATELINE_TEST_CONTRACT: mkdtempSync(join(tmpdir(), 'dateline-contract-')),
    DATELINE_TEST_TEMPLATE: template,
    DATELINE_TEST_SERVER_ROLE: `${roles[1]}:${password}`,
    DATELINE_TEST_OWNER_ROLE: `${roles[0]}:${password}`,
  });
  globalThis.undoGlobalSetup = async () => {
    const client = new pg.Client({ connectionString: adminUrl });
    await client.connect();
    await client.query(`drop database if exists ${template} with (force)`);
    await client.end();
    await stop();
  };
}

/**
 * A file system in memory: a database is dropped there in a twentieth of the time. What has to outlive a crash is
 * tested on PostgreSQLs on the disk.
 */
const MEMORY = '/dev/shm';

/**
 * Whether the databases of a run fit there, and programs may run: those of PostgreSQL are copied to their data where
 * they are not reached otherwise.
 */
function isRoomInMemory(): boolean {
  if (!existsSync(MEMORY) || !/^\S+ \/dev\/shm tmpfs (?!\S*noexec)/m.test(readFileSync('/proc/mounts', 'utf8')))
    return false;
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize > 8 * 2 ** 30;
}

async function bringUpPostgres(): Promise<{ adminUrl: string; stop: () => Promise<void> }> {
  const given = process.env['DATELINE_TEST_DATABASE_URL'];
  if (given) return { adminUrl: given, stop: () => Promise.resolve() };
  const { startEmbeddedPostgres } = await built<typeof EmbeddedModule>(
    'libs/platform/src/database/embedded/embedded-postgres.js',
  );
  const { createLogger } = await built<typeof LoggerModule>('libs/platform/src/logging/logger.js');
  const folder = mkdtempSync(join(isRoomInMemory() ? MEMORY : tmpdir(), 'dateline-test-'));
  // Started by root, PostgreSQL runs as another user, who must get in.
  chmodSync(folder, 0o755);
  const { superuserUrl, pid, stop } = await startEmbeddedPostgres(folder, createLogger('warn'), {
    max_connections: '300',
  });
  const leash = spawn('/bin/sh', [join(root, 'test/support/leash.sh'), String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  return {
    adminUrl: superuserUrl,
    stop: async () => {
      await stop();
      leash.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Roles belong to the whole server: two runs may come here at once. */
async function makeRoles(admin: pg.Client): Promise<void> {
  await admin.query("select pg_advisory_lock(hashtext('dateline tests'))");
  for (const role of roles) {
    const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [role]);
    await admin.query(`${rowCount === 0 ? 'create' : 'alter'} role ${role} login password '${password}'`);
  }
  await admin.query("select pg_advisory_unlock(hashtext('dateline tests'))");
}

async function dropLeftovers(admin: pg.Client, machine: string): Promise<void> {
  const { processIdentity } = await built<typeof ProcessModule>(
    'libs/platform/src/database/embedded/process-identity.js',
  );
  const { rows } = await admin.query<{ name: string }>(
    'select datname::text as name from pg_database where starts_with(datname, $1)',
    [`${machine}_`],
  );
  for (const { name } of rows) {
    const pid = Number(name.slice(machine.length + 1).split('_')[0]);
    if (processIdentity(pid) === null) await admin.query(`drop database if exists ${name} with (force)`);
  }
}

interface Urls {
  ownerUrl: string;
  url: string;
}

async function migrateTemplate(adminUrl: string, template: string): Promise<Urls> {
  const { migrate } = await built<typeof MigrateModule>('libs/platform/src/database/migrate.js');
  const url = new URL(adminUrl);
  [url.username, url.password, url.pathname] = [roles[0], password, `/${template}`];
  const owner = new pg.Client({ connectionString: url.href });
  await owner.connect();
  await migrate(owner, url.href, roles[1]);
  await owner.end();
  const { prepareQueueSchema } = await built<typeof QueueSchemaModule>('libs/jobs/src/queues/queue-schema.js');
  const { createLogger } = await built<typeof LoggerModule>('libs/platform/src/logging/logger.js');
  const ownerUrl = url.href;
  url.username = roles[1];
  await prepareQueueSchema({ ownerUrl, url: url.href }, createLogger('warn'));
  return { ownerUrl, url: url.href };
}

/** Puts the server into one file. It is started once for that, on a copy of the template. */
async function putIntoOneFile(admin: pg.Client, template: string, urls: Urls): Promise<void> {
  const copy = `${template}_copy`;
  const onCopy = (address: string): string => Object.assign(new URL(address), { pathname: `/${copy}` }).href;
  await admin.query(`create database ${copy} owner ${roles[0]} template ${template}`);
  execFileSync(process.execPath, [join(root, 'test/support/one-file.mjs')], {
    stdio: 'inherit',
    env: { ...process.env, DATABASE_URL: onCopy(urls.url), DATABASE_OWNER_URL: onCopy(urls.ownerUrl) },
  });
  await admin.query(`drop database if exists ${copy} with (force)`);
}
