import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defineConfig } from 'vite';

const root = join(import.meta.dirname, '../..');
/** The server that `npm run console` asks for data. */
const server = process.env.DATELINE_URL ?? 'http://127.0.0.1:3000';

// A build within a test run would else have the React of development.
if (process.argv.includes('build')) process.env.NODE_ENV = 'production';

export default defineConfig({
  logLevel: 'warn',
  root: import.meta.dirname,
  resolve: {
    alias: [{ find: /^#(client|catalogue)\/(.*)\.js$/, replacement: `${root}/libs/$1/src/$2.ts` }],
  },
  plugins: [nameOfStyles(), compressed()],
  build: {
    outDir: join(root, 'dist/console'),
    emptyOutDir: true,
    target: 'es2022',
    // The policy of the page allows no data: URLs.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    cssCodeSplit: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      // Packages mark modules for servers that render; there is none here.
      checks: { pluginTimings: false, bundlerTimings: false },
      onLog: (level, log, report) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && report(level, log),
    },
  },
  server: {
    port: 5173,
    proxy: Object.fromEntries(['/v1', '/docs', '/openapi.json'].map((path) => [path, server])),
  },
});

/**
 * React Aria adds a `<style>`, which the policy forbids, unless an element with this id is there; our styles have its
 * rule.
 */
function nameOfStyles() {
  return {
    name: 'name of the styles',
    transformIndexHtml: {
      order: 'post',
      handler: (html) =>
        html.replace('<link rel="stylesheet"', '<link id="react-aria-pressable-style" rel="stylesheet"'),
    },
  };
}

/** Below this, compressing gains nothing. Bytes. */
const THRESHOLD = 1_024;

/** Writes each text of the build also as brotli and gzip, so that the server compresses none. */
function compressed() {
  return {
    name: 'compressed',
    apply: 'build',
    writeBundle({ dir }, bundle) {
      for (const name of Object.keys(bundle).filter((one) => /\.(js|css|html|svg)$/.test(one))) {
        const text = readFileSync(join(dir, name));
        if (text.length < THRESHOLD) continue;
        const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
        writeFileSync(join(dir, `${name}.br`), brotliCompressSync(text, { params }));
        writeFileSync(join(dir, `${name}.gz`), gzipSync(text, { level: 9 }));
      }
    },
  };
}
