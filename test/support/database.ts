import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { removeAfterwards } from './started.js';

export interface TestDatabase {
  /** As a role that does not own the tables, like the server's. */
  url: string;
  ownerUrl: string;
  /** As the superuser of the run's PostgreSQL. */
  adminUrl: string;
  /** Drops it, with whoever is still connected. Happens by itself at the end of the file. */
  drop: () => Promise<void>;
}

/**
 * A database of its own for a test: migrated, granted and empty. A copy of the run's template, which takes some 50 ms.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `${setUp('RUN')}_${randomBytes(5).toString('hex')}`;
  const [owner] = setUp('OWNER_ROLE').split(':');
  await asAdmin(`create database ${name} owner ${owner} template ${setUp('TEMPLATE')}`);
  const drop = () => asAdmin(`drop database if exists ${name} with (force)`);
  removeAfterwards(drop);
  return {
    url: addressOf(name, 'SERVER_ROLE'),
    ownerUrl: addressOf(name, 'OWNER_ROLE'),
    adminUrl: addressOf(name),
    drop,
  };
}

/** Runs one statement as the superuser of the run's PostgreSQL, in no test's database. */
export async function asAdmin(sql: string): Promise<void> {
  const admin = new pg.Client({ connectionString: setUp('ADMIN_URL') });
  await admin.connect();
  try {
    await admin.query(sql);
  } finally {
    await admin.end();
  }
}

function addressOf(database: string, role?: string): string {
  const url = new URL(setUp('ADMIN_URL'));
  url.pathname = `/${database}`;
  if (role) [url.username = '', url.password = ''] = setUp(role).split(':');
  return url.href;
}

/** What global-setup.ts left for the workers. */
function setUp(name: string): string {
  const value = process.env[`DATELINE_TEST_${name}`];
  if (!value) throw new Error('There is no test database: run these tests with --selectProjects database.');
  return value;
}
