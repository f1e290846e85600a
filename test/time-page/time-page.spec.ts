import { beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ADDRESS, linkedFiles, stepsOf } from '../readme/document.js';
import { matches } from '../readme/matches.js';
import { Shell } from '../readme/shell.js';
import { freshFolder, startServer } from '../support/server.js';

const root = join(import.meta.dirname, '../..');
const page = join(root, 'docs/time.md');
const steps = stepsOf(page);
const END_OF_STEP = '---- the next example ----';

describe('docs/time.md, followed from top to bottom', () => {
  let answers: string[] = [];

  /** In one shell, as a reader would: later examples use functions and variables of earlier ones. */
  beforeAll(async () => {
    const folder = freshFolder();
    // The shell blocks this process, so nobody reads the server's log: a line for each request would fill the pipe.
    const env = { DATELINE_DATA_DIR: join(folder, '.dateline'), DATELINE_ADMIN_KEY: '', LOG_LEVEL: 'warn' };
    const server = await startServer(env, { databaseUrl: null, dataDir: folder });
    const script = steps.map(({ command }) => `${command}\nprintf '%s' '${END_OF_STEP}'\n`).join('');
    answers = new Shell(folder, [ADDRESS, server.url]).run(script).split(END_OF_STEP);
    await server.stop();
  }, 120_000);

  it.each(steps.map(({ line, output }, index) => [line, output, index] as const))('line %i', (_, shown, index) => {
    const answer = answers[index] ?? '';
    // A difference is shown with the whole answer, from which the page can be corrected.
    if (!matches(shown, answer)) expect(answer).toBe(shown);
  });
});

it('shows an answer to each of its commands', () => {
  expect(steps.length).toBeGreaterThan(30);
});

it('has no broken link', () => {
  expect(linkedFiles(page).filter((target) => !existsSync(join(dirname(page), target)))).toEqual([]);
});

it('has the picture that the script draws of a database', async () => {
  const server = await startServer();
  const env = { ...process.env, DATABASE_URL: server.databaseUrl, DATELINE_ADMIN_KEY: server.adminKey };
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'scripts/draw-clocks.mjs'), server.url], {
    env,
  });
  expect(stdout).toBe(readFileSync(join(root, 'docs/time/two-clocks.svg'), 'utf8'));
}, 60_000);
