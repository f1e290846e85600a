import { beforeEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { freshFolder } from '../support/server.js';

const compiler = 'node_modules/@nestjs/cli/bin/nest.js';
const main = 'dist/apps/server/src/main.js';
const page = 'dist/console/index.html';
const working = `import { mkdirSync, writeFileSync } from 'node:fs';
  mkdirSync('dist/apps/server/src', { recursive: true }); writeFileSync('${main}', '');`;

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
    return { status, output: stdout + stderr };
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

  it('builds if nothing is built, and not again', () => {
    expect(run()).toEqual({ status: 0, output: 'Building Dateline, once …\n' });
    expect(existsSync(join(root, main))).toBe(true);
    expect(run()).toEqual({ status: 0, output: '' });
  });

  it.each(['libs/log/src/event.ts', 'package.json', 'migrations/1-log.ts', 'tsconfig.json'])(
    'builds again when %s has changed',
    (source) => {
      run();
      age(main, 50);
      write(source, '{ "type": "module" }');
      expect(run()).toEqual({ status: 0, output: 'Building Dateline again, because its sources have changed …\n' });
      expect(run().output).toBe('');
    },
  );

  it('builds the console as well, and alone if only its sources have changed', () => {
    write('apps/console/src/main.tsx');
    age('apps/console/src/main.tsx', 100);
    write(
      'node_modules/vite/bin/vite.js',
      `import { mkdirSync, writeFileSync } from 'node:fs';
      mkdirSync('dist/console', { recursive: true }); writeFileSync('dist/console/index.html', process.argv[3]);`,
    );
    expect(run().output).toBe('Building Dateline, once …\nBuilding the console, once …\n');
    expect(run().output).toBe('');
    age(page, 50);
    write('apps/console/src/main.tsx', 'export {};');
    expect(run().output).toBe('Building the console again, because its sources have changed …\n');
    expect(readFileSync(join(root, page), 'utf8')).toBe('apps/console');
  });

  it('does not build when a spec has changed', () => {
    run();
    age(main, 50);
    write('libs/log/src/event.spec.ts');
    expect(run()).toEqual({ status: 0, output: '' });
  });

  it('tries again after a build that failed', () => {
    run();
    age(main, 50);
    write('libs/log/src/event.ts');
    write(compiler, 'process.exit(1)');
    const failed = run();
    expect(failed.status).toBe(1);
    expect(failed.output).toContain('Dateline could not be built: see above.');
    expect(run().status).toBe(1);
    write(compiler, working);
    expect(run().status).toBe(0);
    expect(statSync(join(root, main)).mtimeMs).toBeGreaterThan(Date.now() - 10_000);
  });

  it('tells what to do if there is no compiler', () => {
    rmSync(join(root, compiler));
    const { status, output } = run();
    expect(status).toBe(1);
    expect(output).toContain('Run "npm ci" (with the development dependencies), then "npm start".');
  });

  it('runs the existing build if there is no compiler any more', () => {
    run();
    rmSync(join(root, compiler));
    age(main, 200);
    const { status, output } = run();
    expect(status).toBe(0);
    expect(output).toContain('running the existing build');
  });
});
