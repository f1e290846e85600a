import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { DatabaseStartupError } from '../../config/startup-errors.js';
import { postgresEnvironment } from './postgres-environment.js';

const run = promisify(execFile);

/** The user of a child process, in the form that `spawn` takes. */
export interface SystemUser {
  uid: number;
  gid: number;
}

export const isRoot = process.getuid?.() === 0;

/**
 * The user `postgres`, which runs PostgreSQL if this process is root, because PostgreSQL refuses to run as root.
 * Creates the user if the machine has none.
 *
 * @throws DatabaseStartupError if the user does not exist and cannot be created
 */
export async function postgresUser(): Promise<SystemUser> {
  const found = await lookUp('postgres');
  if (found) return found;
  const commands: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']],
    ['adduser', ['-S', '-H', '-D', 'postgres']],
  ];
  for (const [program, parameters] of commands) {
    await run(program, parameters).catch(() => undefined);
    const created = await lookUp('postgres');
    if (created) return created;
  }
  throw new DatabaseStartupError(
    'PostgreSQL does not run as root, and the user postgres, which could run it, could not be created.',
    'Start Dateline as a normal user, or create the user postgres, or set DATABASE_URL.',
  );
}

/**
 * Whether a user can pass through a folder. Tested by the system, because folders above it and access lists count too.
 */
export async function canAccess(user: SystemUser, folder: string): Promise<boolean> {
  return run('/bin/sh', ['-c', 'test -x "$1"', 'sh', folder], { ...user, cwd: '/', env: postgresEnvironment() }).then(
    () => true,
    () => false,
  );
}

async function lookUp(name: string): Promise<SystemUser | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}
