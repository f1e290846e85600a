import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { freshFolder } from '../support/server.js';
import { until } from '../support/until.js';

const bench = join(import.meta.dirname, '../../bench');

/**
 * A benchmark that is quickly over: it asks the adapter how fast the program is, notes what it measured, and leaves its
 * database behind.
 */
const BENCHMARK = `
import { appendFileSync } from 'node:fs';
import pg from 'pg';
import { speed } from './program.mjs';
const { BENCH_DATABASE_URL: url, BENCH_DATABASE_NAME: name, BENCH_NOTES: notes, BENCH_SLEEP: sleeping } = process.env;
const client = new pg.Client({ connectionString: url });
await client.connect();
await client.query('drop database if exists ' + name);
await client.query('create database ' + name);
await client.end();
appendFileSync(notes, speed() + ' ' + process.pid + ' ' + name + '\\n');
if (sleeping) setTimeout(() => undefined, 300_000);
else console.log(JSON.stringify({ bench: 'append', metrics: [{ name: 'appending', unit: 'events/s', better: 'higher', value: speed() }] }));
`;
const adapterOf = (file: string): string =>
  `import { readFileSync } from 'node:fs';\nexport const speed = () => Number(readFileSync(new URL('../dist/${file}', import.meta.url), 'utf8'));\n`;
const buildOf = (file: string, speed: number): string =>
  `import { mkdirSync, writeFileSync } from 'node:fs';\nmkdirSync('dist', { recursive: true });\nwriteFileSync('dist/${file}', '${speed}');\n`;

describe('npm run bench -- append --against', () => {
  let repository: string;
  let temporary: string;
  let notes: string;
  let database: TestDatabase;
  const commits: Record<string, string> = {};
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=A test', '-c', 'user.email=test@example.org', ...args], {
      cwd: repository,
      encoding: 'utf8',
    });
  const write = (path: string, text: string): void => writeFileSync(join(repository, path), text);
  const commit = (name: string): void => {
    git('add', '--all');
    git('commit', '--quiet', '--message', name);
    commits[name] = git('rev-parse', 'HEAD').trim();
  };

  /** A program of four commits. Its benchmarks' runner is the one that is tested. */
  beforeAll(() => {
    repository = freshFolder();
    git('init', '--quiet');
    mkdirSync(join(repository, 'bench'));
    write('.gitignore', 'node_modules\ndist\n');
    write(
      'package.json',
      JSON.stringify({ name: 'a-program', version: '1.0.0', type: 'module', scripts: { build: 'node build.mjs' } }),
    );
    write('package-lock.json', '{}');
    symlinkSync(join(bench, '../node_modules'), join(repository, 'node_modules'));
    write('bench/append.mjs', `console.log('a table for people');`);
    write('build.mjs', buildOf('speed', 100));
    commit('before there was an adapter');
    cpSync(join(bench, 'run.mjs'), join(repository, 'bench/run.mjs'));
    cpSync(join(bench, 'report.mjs'), join(repository, 'bench/report.mjs'));
    cpSync(join(bench, 'runner'), join(repository, 'bench/runner'), { recursive: true });
    write('bench/append.mjs', BENCHMARK);
    write('bench/program.mjs', adapterOf('speed'));
    write('build.mjs', buildOf('speed', 160));
    commit('with an adapter');
    write('build.mjs', 'console.log("no such module"); process.exit(1);');
    commit('that cannot be built');
    write('bench/program.mjs', adapterOf('renamed'));
    write('build.mjs', buildOf('renamed', 200));
    commit('with other names');
    execFileSync(process.execPath, ['build.mjs'], { cwd: repository });
  });

  beforeEach(async () => {
    temporary = freshFolder();
    notes = join(freshFolder(), 'notes');
    database = await createTestDatabase();
  });

  const measured = (): string[][] =>
    readFileSync(notes, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(' '));

  function start(args: string[], env: Record<string, string> = {}) {
    const given = {
      ...process.env,
      TMPDIR: temporary,
      BENCH_DATABASE_URL: database.adminUrl,
      BENCH_NOTES: notes,
      ...env,
    };
    const child = spawn(process.execPath, ['bench/run.mjs', 'append', ...args], {
      cwd: repository,
      env: given,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [out, said] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    const ended = new Promise<{ code: number | null; out: string; said: string }>((resolve) =>
      child.once('close', (code) => resolve({ code, out, said })),
    );
    return { child, ended };
  }

  /** Whatever became of it: no worktree, no file, no database, no process. */
  afterEach(async () => {
    expect(git('worktree', 'list').trim().split('\n')).toHaveLength(1);
    expect(git('status', '--porcelain')).toBe('');
    expect(readdirSync(temporary)).toEqual([]);
    const client = new pg.Client({ connectionString: database.adminUrl });
    await client.connect();
    const names = existsSync(notes) ? measured().map(([, , name]) => name) : [];
    expect((await client.query('select from pg_database where datname = any($1)', [names])).rowCount).toBe(0);
    await client.end();
    rmSync(temporary, { recursive: true });
  });

  it.each([
    ['with an adapter', 1.25, 160],
    ['before there was an adapter', 2, 100],
  ])('measures both builds by turns, a commit %s', async (name, ratio, speed) => {
    const { code, out, said } = await start(['--against', commits[name] ?? '', '--rounds', '6']).ended;
    expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining('pair 6 of 6') });
    const turns = [200, speed, speed, 200];
    expect(measured().map(([value]) => Number(value))).toEqual([...turns, ...turns, ...turns]);
    const { against, compared } = JSON.parse(out.trim().split('\n').at(-1) ?? '') as {
      against: string;
      compared: unknown[];
    };
    expect(against).toBe(commits[name]);
    expect(compared).toEqual([
      {
        name: 'appending',
        unit: 'events/s',
        better: 'higher',
        here: 200,
        there: speed,
        ratio: { median: ratio, low: ratio, high: ratio, coverage: 0.96875 },
      },
    ]);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('leaves nothing behind when %s comes', async (signal) => {
    const { child, ended } = start(['--against', commits['with an adapter'] ?? ''], { BENCH_SLEEP: 'yes' });
    await until(
      'a benchmark runs',
      () => (existsSync(notes) && readFileSync(notes, 'utf8').endsWith('\n')) || child.exitCode !== null,
      60_000,
    );
    child.kill(signal);
    expect(await ended).toMatchObject({
      code: signal === 'SIGINT' ? 130 : 143,
      out: '',
      said: expect.stringContaining(`interrupted by ${signal}`),
    });
    const [[, pid] = []] = measured();
    expect(() => process.kill(Number(pid), 0)).toThrow('ESRCH');
  });

  it('says why a commit cannot be measured', async () => {
    const { code, said } = await start(['--against', commits['that cannot be built'] ?? '']).ended;
    expect({ code, said }).toEqual({
      code: 1,
      said: expect.stringMatching(/npm run build failed \(exit code 1\)[^]*no such module/),
    });
    expect(await start(['--against', 'no-such-commit']).ended).toMatchObject({
      code: 1,
      said: expect.stringContaining('no-such-commit'),
    });
  });
});
