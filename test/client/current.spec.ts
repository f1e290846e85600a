import { expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freshFolder, startServer } from '../support/server.js';

const root = join(import.meta.dirname, '../..');

it('the types of the client are those of the document; `npm run client` writes them after a change', async () => {
  const server = await startServer();
  const folder = freshFolder();
  const [document, written] = [join(folder, 'openapi.json'), join(folder, 'openapi.ts')];
  writeFileSync(document, (await server.get('/openapi.json')).text);
  await promisify(execFile)(process.execPath, [join(root, 'scripts/write-client.mjs'), document, written]);
  const committed = readFileSync(join(root, 'libs/client/src/openapi.ts'), 'utf8');
  // `toBe` would print a difference of thousands of lines.
  expect(readFileSync(written, 'utf8') === committed).toBe(true);
}, 90_000);
