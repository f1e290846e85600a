import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startServer, type TestServer } from '../support/server.js';

const root = join(import.meta.dirname, '../..');
const guide = readFileSync(join(root, 'docs/guides/use-the-typed-client.md'), 'utf8');
/** A program and what it prints. */
const programs = [...guide.matchAll(/^```js\n(.*?)^```\n\n```text\n(.*?)^```$/gms)].map(([, program = '', output = '']) => ({
  program,
  output,
}));

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ DATELINE_DEMO: 'true', DATELINE_PUBLIC_READ: 'true' });
}, 120_000);

describe('the guide to the client', () => {
  it('shows programs with what they print', () => expect(programs.length).toBeGreaterThanOrEqual(4));

  // Beside what is built, where the names of the libraries lead to it.
  const file = join(root, 'dist', `guide-${process.pid}.mjs`);
  afterAll(() => rmSync(file, { force: true }));

  it.each(programs.map((one, at) => [at + 1, one] as const))('program %i prints it', async (_, { program, output }) => {
    writeFileSync(file, program.replaceAll('http://127.0.0.1:3000', server.url));
    const { stdout } = await promisify(execFile)(process.execPath, [file], { env: { ...process.env, DATELINE_KEY: server.adminKey } });
    expect(stdout).toBe(output);
  });
});
