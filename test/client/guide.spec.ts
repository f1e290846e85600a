import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startServer, type TestServer } from '../support/server.js';

const root = join(import.meta.dirname, '../..');
const guides = ['use-the-typed-client', 'follow-the-log'];
/** The programs of the guides, each with what it prints. */
const programs = guides.flatMap((guide) =>
  [
    ...readFileSync(join(root, `docs/guides/${guide}.md`), 'utf8').matchAll(
      /^```js\n((?:(?!^```).)*?)^```\n\n```text\n(.*?)^```$/gms,
    ),
  ].map(([, program = '', output = '']) => ({ guide, program, output })),
);

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ DATELINE_DEMO: 'true', DATELINE_PUBLIC_READ: 'true' });
}, 120_000);

describe('the guides', () => {
  it.each(guides)('%s has programs with what they print', (guide) =>
    expect(programs.some((one) => one.guide === guide)).toBe(true),
  );

  // In the folder of the build, where imports of the libraries resolve to the build.
  const file = join(root, 'dist', `guide-${process.pid}.mjs`);
  afterAll(() => rmSync(file, { force: true }));

  it.each(programs.map((one, at) => [one.guide, at + 1, one] as const))(
    '%s: program %i prints what the guide shows',
    async (_guide, _n, { program, output }) => {
      writeFileSync(file, program.replaceAll('http://127.0.0.1:3000', server.url));
      const { stdout } = await promisify(execFile)(process.execPath, [file], {
        env: { ...process.env, DATELINE_KEY: server.adminKey },
      });
      expect(stdout).toBe(output);
    },
  );
});
