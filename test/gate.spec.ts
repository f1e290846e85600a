import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const ci = join(import.meta.dirname, '../.ci');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-gate-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(script: string, args: string[] = []): { status: number | null; out: string; said: string } {
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH']}` };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ci, script), ...args], {
    encoding: 'utf8',
    env,
  });
  return { status, out: stdout, said: stderr };
}

describe('the audit of production packages', () => {
  /** An `npm` that answers as the real one does. */
  const npmSays = (answer: object | string, status: number): void => {
    const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
    const npm = join(folder, 'npm');
    writeFileSync(
      npm,
      `#!/bin/sh\n[ "$*" = 'audit --omit=dev --json' ] || exit 9\ncat <<'END'\n${text}\nEND\nexit ${status}\n`,
    );
    chmodSync(npm, 0o755);
  };
  const found = (counts: Record<string, number>, vulnerabilities: object = {}) => ({
    vulnerabilities,
    metadata: { vulnerabilities: { info: 0, low: 0, moderate: 0, high: 0, critical: 0, ...counts } },
  });

  it.each(['high', 'critical'])('fails where an advisory is %s, and names the package', (severity) => {
    npmSays(found({ [severity]: 1 }, { 'a-parser': { name: 'a-parser', severity, range: '<2.0.1' } }), 1);
    expect(run('audit.mjs')).toMatchObject({ status: 1, said: `${severity}: a-parser <2.0.1\n` });
  });

  it('passes where advisories are moderate at most', () => {
    npmSays(found({ moderate: 2 }, { 'a-parser': { name: 'a-parser', severity: 'moderate', range: '<2.0.1' } }), 1);
    expect(run('audit.mjs')).toEqual({ status: 0, out: '0 critical, 0 high, 2 moderate, 0 low\n', said: '' });
  });

  it('says that it could not where the registry has no such endpoint', () => {
    npmSays({ message: '405 Method Not Allowed', statusCode: 405, error: { summary: '', detail: '' } }, 1);
    expect(run('audit.mjs')).toMatchObject({
      status: 77,
      said: 'the registry did not answer: 405 Method Not Allowed\n',
    });
  });

  it('fails where npm says nothing that it understands', () => {
    npmSays('Segmentation fault', 139);
    expect(run('audit.mjs').status).toBe(1);
  });
});

describe('the count of a suite', () => {
  const test = (fullName: string, status: string) => ({
    fullName,
    status,
    failureMessages: status === 'failed' ? ['expected 1, got 2'] : [],
  });
  const report = (name: string, files: Record<string, ReturnType<typeof test>[]>): string => {
    const path = join(folder, name);
    const testResults = Object.entries(files).map(([file, tests]) => ({
      name: file,
      status: tests.some(({ status }) => status === 'failed') ? 'failed' : 'passed',
      message: '',
      assertionResults: tests,
    }));
    writeFileSync(path, JSON.stringify({ testResults }));
    return path;
  };
  const count = (tests: ReturnType<typeof test>[], ...allowed: string[]) =>
    run('count-tests.mjs', [report('report.json', { 'a.spec.ts': tests }), '', ...allowed]);

  it('has those that passed, failed and were skipped', () => {
    const { out, said } = count([test('adds', 'passed'), test('takes away', 'failed')]);
    expect({ out, said }).toEqual({ out: '1 1 0\n', said: '✕ takes away\nexpected 1, got 2\n' });
  });

  it.each(['pending', 'todo', 'skipped'])('takes one that is %s for failed', (status) => {
    const { out, said } = count([test('adds', 'passed'), test('the disk is full', status)], 'a disk');
    expect({ out, said }).toEqual({ out: '1 1 1\n', said: '!!! SKIPPED, AND MAY NOT BE: the disk is full\n' });
  });

  it('has the second result of a file that was run again, and names what failed once', () => {
    const first = report('first.json', {
      'a.spec.ts': [test('adds', 'failed'), test('takes away', 'failed'), test('divides', 'passed')],
      'b.spec.ts': [test('multiplies', 'passed')],
    });
    const again = report('again.json', {
      'a.spec.ts': [test('adds', 'passed'), test('takes away', 'failed'), test('divides', 'passed')],
    });
    const { out, said } = run('count-tests.mjs', [first, again]);
    expect({ out, said }).toEqual({
      out: '3 1 0\n',
      said: '!!! FAILED ONCE, PASSED ALONE: adds\nexpected 1, got 2\n✕ takes away\nexpected 1, got 2\n',
    });
  });

  it('lets one be skipped that may be', () => {
    const { out, said } = count([test('adds', 'passed'), test('the disk is full', 'pending')], 'a net', 'the disk is');
    expect({ out, said }).toEqual({ out: '1 0 1\n', said: '!!! SKIPPED: the disk is full\n' });
  });
});

describe('what failed in a suite and is run again', () => {
  const failing = (...names: string[]): string => {
    const path = join(folder, 'failing.json');
    const testResults = ['a', 'b', 'c', 'd'].map((name) => ({
      name: join(process.cwd(), `test/${name}.spec.ts`),
      status: names.includes(name) ? 'failed' : 'passed',
    }));
    writeFileSync(path, JSON.stringify({ testResults }));
    return run('failed-files.mjs', [path, '3']).out;
  };

  it('are the files, if they are few', () => {
    expect(failing()).toBe('\n');
    expect(failing('a', 'c')).toBe('test/a.spec.ts|test/c.spec.ts\n');
    expect(failing('a', 'b', 'c', 'd')).toBe('');
  });
});

describe('the slowest files of a suite', () => {
  it('are twenty, the slowest first', () => {
    const report = join(folder, 'slow.json');
    const testResults = Array.from({ length: 25 }, (_, n) => ({
      name: `test/${n}.spec.ts`,
      startTime: 500,
      endTime: 1_000 * n + 500,
    }));
    writeFileSync(report, JSON.stringify({ testResults }));
    const [title, ...lines] = run('slowest.mjs', [report]).out.trimEnd().split('\n');
    expect(title).toBe('The slowest of 25 files, in seconds:');
    expect(lines).toHaveLength(20);
    expect([lines[0], lines[19]]).toEqual(['    24.0  test/24.spec.ts', '     5.0  test/5.spec.ts']);
  });
});

describe('a step of the gate', () => {
  /** What the functions of .ci/run count as passed and failed. */
  const counts = (...steps: string[]): string => {
    const functions = /^allowed_skips=\([^]*?(?=^# suite )/m.exec(readFileSync(join(ci, 'run'), 'utf8'))?.[0] ?? '';
    const script = ['passed=0 failed=0', functions, ...steps, 'echo "= $passed $failed"'].join('\n');
    return spawnSync('bash', ['-uc', script], { encoding: 'utf8' }).stdout.split('= ').at(-1) ?? '';
  };

  it('passes or fails', () => {
    expect(counts('step one true', 'step two false')).toBe('1 1\n');
  });

  it('passes or fails also where it was begun beside another one', () => {
    expect(
      counts(`work=${folder}`, 'begin one true', 'begin two false', 'step one begun one', 'step two begun two'),
    ).toBe('1 1\n');
  });

  it('may be skipped where it is listed, and fails the run where it is not', () => {
    expect(counts(`step 'audit of production packages' sh -c 'exit 77'`)).toBe('0 0\n');
    expect(counts(`step 'lint' sh -c 'exit 77'`)).toBe('0 1\n');
    expect(counts(`skipped 'the suite' 'no database'`)).toBe('0 1\n');
  });
});
