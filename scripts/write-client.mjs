/**
 * Writes libs/client/src/openapi.ts, the types of the client, from the OpenAPI document of a server.
 *
 *     npm run client                     starts the built server on a database of its own, and reads its document
 *     … <document> [<file>]              reads the document from a file, and writes to another file
 */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';

const root = join(import.meta.dirname, '..');
const [from, to = join(root, 'libs/client/src/openapi.ts')] = process.argv.slice(2);
const HEAD =
  '// Generated from the OpenAPI document by `npm run client`.\n' +
  '// To correct something here, change the declaration of the endpoint.\n\n';

const document = from === undefined ? await documentOfServer() : readFileSync(from, 'utf8');
// A request may leave out a field with a default. The schemas of responses mark what is always present.
const types = await openapiTS(JSON.parse(document), { alphabetize: true, defaultNonNullable: false });
writeFileSync(to, HEAD + astToString(types));

async function documentOfServer() {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-client-'));
  // Started by root, the embedded PostgreSQL runs as another user, who needs access.
  chmodSync(folder, 0o755);
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    PORT: '0',
    DATELINE_DATA_DIR: folder,
    DATELINE_DEMO: 'false',
  };
  const server = spawn(process.execPath, [join(root, 'dist/apps/server/src/main.js')], { cwd: folder, env });
  try {
    const url = await addressOf(server);
    return await (await fetch(`${url}/openapi.json`)).text();
  } finally {
    server.kill();
    await new Promise((resolve) => server.once('close', resolve));
    rmSync(folder, { recursive: true, force: true });
  }
}

function addressOf(server) {
  let output = '';
  return new Promise((resolve, reject) => {
    const listen = (text) => {
      output += text;
      const url = /is running: (http:\/\/\S+)/.exec(output)?.[1];
      if (url) resolve(url);
    };
    for (const stream of [server.stdout, server.stderr]) stream.setEncoding('utf8').on('data', listen);
    server.once('close', () => reject(new Error(`the server ended:\n${output}`)));
  });
}
