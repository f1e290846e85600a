import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { DatabaseStartupError } from '../../config/startup-errors.js';
import type { NativeFiles } from './native-files.js';
import { postgresEnvironment } from './postgres-environment.js';
import type { SystemUser } from './system-user.js';

/** Everybody needs a password, and only the loopback address is accepted. */
const RULES = `# Written by Dateline at each start.
host all all 127.0.0.1/32 scram-sha-256
`;

/** The file with PostgreSQL's rules of client authentication. */
export const clientAuthenticationFile = (cluster: string): string => join(cluster, 'pg_hba.conf');

/** Replaces the rules in the data folder by Dateline's. Call it before PostgreSQL starts. */
export async function writeClientAuthentication(cluster: string, user: SystemUser | null): Promise<void> {
  const path = clientAuthenticationFile(cluster);
  if ((await readFile(path, 'utf8').catch(() => '')) === RULES) return;
  const draft = `${path}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, RULES, { mode: 0o600 });
  if (user) await chown(draft, user.uid, user.gid);
  await rename(draft, path);
}

const run = promisify(execFile);

/** The superuser of the embedded PostgreSQL. The server itself never connects as it. */
export const superuser = 'postgres';

/**
 * Creates the data folder of an embedded PostgreSQL at `cluster`: UTF-8, the C locale (which compares names by bytes,
 * and so in the same way on every machine), passwords by SCRAM. It is created under another name and renamed when it is
 * complete, so an interrupted start leaves nothing that looks like a database.
 *
 * @throws DatabaseStartupError with the output of initdb
 */
export async function createCluster(
  files: NativeFiles,
  cluster: string,
  user: SystemUser | null,
  password: string,
): Promise<void> {
  // A new name each time, because the initdb of a killed start may still be writing to the former draft.
  const draft = `${cluster}.new-${randomBytes(4).toString('hex')}`;
  const passwordFile = `${cluster}.password`;
  const interrupted = new AbortController();
  const onExit = () => interrupted.abort();
  process.on('exit', onExit);
  await removeDrafts(cluster);
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  try {
    if (user) await Promise.all([draft, passwordFile].map((path) => chown(path, user.uid, user.gid)));
    await run(
      files.initdb,
      [
        `--pgdata=${draft}`,
        `--username=${superuser}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--no-instructions',
      ],
      { ...user, cwd: '/', env: postgresEnvironment(), signal: interrupted.signal },
    );
    await rename(draft, cluster);
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string };
    throw new DatabaseStartupError(
      `The embedded database could not be created in ${cluster}:`,
      (stderr?.trim() || message).replaceAll(/^/gm, '  '),
    );
  } finally {
    process.off('exit', onExit);
    await rm(passwordFile, { force: true });
  }
}

async function removeDrafts(cluster: string): Promise<void> {
  const names = await readdir(dirname(cluster));
  const drafts = names.filter((name) => name.startsWith(`${basename(cluster)}.new-`));
  await Promise.all(drafts.map((name) => rm(join(dirname(cluster), name), { recursive: true, force: true })));
}
