import { expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freshFolder, startServer } from '../support/server.js';

const root = join(import.meta.dirname, '../..');

it('the types of the client are those of the document: after a change of an endpoint, `npm run client`', async () => {
  const server = await startServer();
  const folder = freshFolder();
  const [document, written] = [join(folder, 'openapi.json'), join(folder, 'openapi.ts')];
  writeFileSync(document, (await server.get('/openapi.json')).text);
  await promisify(execFile)(process.execPath, [join(root, 'scripts/write-client.mjs'), document, written]);
  const committed = readFileSync(join(root, 'libs/client/src/openapi.ts'), 'utf8');
  // Not compared with `toBe`: what differs would be thousands of lines.
  expect(readFileSync(written, 'utf8') === committed).toBe(true);
}, 90_000);
