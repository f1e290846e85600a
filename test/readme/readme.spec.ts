import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { freshFolder, startServer, type TestServer } from '../support/server.js';
import { ADDRESS, linkedFiles, stepsOf } from './document.js';
import { matches } from './matches.js';
import { Shell } from './shell.js';

const root = join(import.meta.dirname, '../..');
const guides = readdirSync(join(root, 'docs/guides')).map((file) => `docs/guides/${file}`);
const documents = ['README.md', ...guides.filter((file) => file.endsWith('.md'))];

/** The command of `npm start`, word for word. It runs the program as it is shipped. */
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } };
const npmStart = ['/bin/sh', '-c', `exec ${scripts.start}`];

/**
 * Starts a server with nothing configured but the port. For the README it is started by the command of `npm start`, in a
 * folder that has the built program where the clone has it.
 */
async function startUnconfigured(document: string): Promise<{ server: TestServer; folder: string }> {
  const folder = freshFolder();
  symlinkSync(join(root, 'dist'), join(folder, 'dist'));
  const env = { DATELINE_DATA_DIR: join(folder, '.dateline'), DATELINE_ADMIN_KEY: '' };
  const command = document === 'README.md' ? { within: npmStart } : {};
  return { server: await startServer(env, { databaseUrl: null, dataDir: folder, ...command }), folder };
}

describe.each(documents.filter((document) => stepsOf(join(root, document)).length > 0))(
  '%s, followed step by step',
  (document) => {
    let server: TestServer;
    let shell: Shell;

    beforeAll(async () => {
      const started = await startUnconfigured(document);
      server = started.server;
      shell = new Shell(started.folder, [ADDRESS, server.url]);
    }, 90_000);

    afterAll(() => server.stop());

    it.each(stepsOf(join(root, document)).map((step) => [step.line, step] as const))(
      'line %i',
      (_, { command, output }) => {
        const actual = command.includes('npm start') ? bannerOf(server) : shell.run(command);
        // The whole output is shown where it differs, so that the document can be corrected from it.
        if (!matches(output, actual)) expect(pretty(actual)).toBe(output);
      },
    );
  },
);

it('the steps need no curl: Node gets the same answers', async () => {
  const { server, folder } = await startUnconfigured('README.md');
  const [first] = stepsOf(join(root, 'README.md')).filter(({ command }) => command.includes('curl'));
  expect(matches(first?.output ?? '', new Shell(folder, [ADDRESS, server.url], false).run(first?.command ?? ''))).toBe(
    true,
  );
}, 90_000);

it.each(['README.md', ...guides, 'docs/architecture.md'])('every link of %s leads to a file', (document) => {
  const links = linkedFiles(join(root, document));
  expect(links.filter((target) => !existsSync(join(root, dirname(document), target)))).toEqual([]);
  expect(links.length).toBeGreaterThan(0);
});

describe('a documented output', () => {
  it.each([
    ['{ "a": 1 }', '{"a":1}'],
    ['{ "a": 1, … }', '{"a":1,"b":2}'],
    ['{ … "b": 2, … }', '{"a":1,"b":2,"c":3}'],
    ['{ "id": "01a20cbb-2005-70a3-bc2b-0cfb367c67c1" }', '{"id":"0f6bd6b8-8df3-4b7a-9f5f-3a2a0d9a4a10"}'],
  ])('%s matches %s', (documented, output) => expect(matches(documented, output)).toBe(true));

  it.each([
    ['{ "a": 1 }', '{"a":1,"b":2}'],
    ['{ "a": 1, … }', '{"a":2,"b":2}'],
    ['{ … "b": 2, … "a": 1, … }', '{"a":1,"b":2,"c":3}'],
    ['{ "at": "2025-10-26T23:59:59.999999Z" }', '{"at":"2025-10-27T23:59:59.999999Z"}'],
    ['{ "a": 1, … "a": 1 }', '{"a":1}'],
  ])('%s does not match %s', (documented, output) => expect(matches(documented, output)).toBe(false));
});

const bannerOf = (server: TestServer): string => {
  const log = server.log();
  return log.slice(log.indexOf('  Dateline '), log.indexOf('\n\n  Try next')).replaceAll(server.url, ADDRESS);
};

function pretty(output: string): string {
  try {
    return JSON.stringify(JSON.parse(output), null, 2);
  } catch {
    return output;
  }
}
