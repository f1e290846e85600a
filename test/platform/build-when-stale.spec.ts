import { beforeEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { freshFolder } from '../support/server.js';

const compiler = 'node_modules/@nestjs/cli/bin/nest.js';
const main = 'dist/apps/server/src/main.js';
const working = `import { mkdirSync, writeFileSync } from 'node:fs'; mkdirSync('dist/apps/server/src', { recursive: true }); writeFileSync('${main}', '');`;

describe('the build before a start', () => {
  let root: string;
  const write = (path: string, text = ''): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const age = (path: string, seconds: number): void =>
    utimesSync(join(root, path), new Date(), new Date(Date.now() - seconds * 1000));
  const run = () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts/build-when-stale.mjs')], {
      encoding: 'utf8',
    });
    return { status, said: stdout + stderr };
  };

  beforeEach(() => {
    root = freshFolder();
    write('package.json', '{ "type": "module" }');
    write('apps/server/src/main.ts');
    write('libs/log/src/event.ts');
    write(compiler, working);
    mkdirSync(join(root, 'scripts'));
    copyFileSync(
      join(import.meta.dirname, '../../scripts/build-when-stale.mjs'),
      join(root, 'scripts/build-when-stale.mjs'),
    );
    for (const source of ['package.json', 'apps/server/src/main.ts', 'libs/log/src/event.ts']) age(source, 100);
  });

  it('builds what is not built, and then has nothing to do', () => {
    expect(run()).toEqual({ status: 0, said: 'Building Dateline, once …\n' });
    expect(existsSync(join(root, main))).toBe(true);
    expect(run()).toEqual({ status: 0, said: '' });
  });

  it.each(['libs/log/src/event.ts', 'package.json', 'migrations/1-log.ts', 'tsconfig.json'])(
    'builds anew when %s has changed',
    (source) => {
      run();
      age(main, 50);
      write(source, '{ "type": "module" }');
      expect(run()).toEqual({ status: 0, said: 'Building Dateline anew, because its sources have changed …\n' });
      expect(run().said).toBe('');
    },
  );

  it('does not build for a spec', () => {
    run();
    age(main, 50);
    write('libs/log/src/event.spec.ts');
    expect(run()).toEqual({ status: 0, said: '' });
  });

  it('tries again after a build that failed', () => {
    run();
    age(main, 50);
    write('libs/log/src/event.ts');
    write(compiler, 'process.exit(1)');
    const failed = run();
    expect(failed.status).toBe(1);
    expect(failed.said).toContain('Dateline could not be built: see above.');
    expect(run().status).toBe(1);
    write(compiler, working);
    expect(run().status).toBe(0);
    expect(statSync(join(root, main)).mtimeMs).toBeGreaterThan(Date.now() - 10_000);
  });

  it('says what to do where there is no compiler', () => {
    rmSync(join(root, compiler));
    const { status, said } = run();
    expect(status).toBe(1);
    expect(said).toContain('Run "npm ci" (with the development dependencies), then "npm start".');
  });

  it('runs what is built where there is no compiler any more', () => {
    run();
    rmSync(join(root, compiler));
    age(main, 200);
    const { status, said } = run();
    expect(status).toBe(0);
    expect(said).toContain('running what is built');
  });
});
