import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { DatabaseStartupError } from '../startup-error.js';
import { postgresEnvironment } from './postgres-environment.js';
import type { NativeFiles } from './native-files.js';
import type { SystemUser } from './system-user.js';

const run = promisify(execFile);

/** The superuser of the embedded PostgreSQL. The server itself never works as it. */
export const superuser = 'postgres';

/**
 * Makes the data folder of an embedded PostgreSQL at `cluster`: UTF-8, the C locale (names compare by bytes, on every
 * machine alike), passwords by SCRAM. It is made beside its place and moved there when it is whole, so a start that is
 * cut short leaves nothing that looks like a database.
 *
 * @throws DatabaseRefused with what initdb says
 */
export async function createCluster(
  files: NativeFiles,
  cluster: string,
  user: SystemUser | null,
  password: string,
): Promise<void> {
  // Under a name of its own: the initdb of a start that was killed may still be writing to the one before.
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
      `The embedded database could not be made in ${cluster}:`,
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
