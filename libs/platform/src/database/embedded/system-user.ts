import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { DatabaseStartupError } from '../startup-error.js';
import { postgresEnvironment } from './postgres-environment.js';

const run = promisify(execFile);

/** Whom a child process runs as, in the form that `spawn` takes. */
export interface SystemUser {
  uid: number;
  gid: number;
}

export const isRoot = process.getuid?.() === 0;

/**
 * The unprivileged user that PostgreSQL runs as while this process is root, which PostgreSQL itself refuses to be:
 * `postgres`, made on a machine that has none.
 *
 * @throws DatabaseRefused where it can be neither found nor made
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
    const made = await lookUp('postgres');
    if (made) return made;
  }
  throw new DatabaseStartupError(
    'PostgreSQL does not run as root, and the user postgres could not be made to run it.',
    'Start Dateline as a normal user, or make the user postgres, or set DATABASE_URL.',
  );
}

/**
 * Whether a user can pass through a folder. Only the system can tell: every folder above it counts, access lists too.
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
