import { availableParallelism } from 'node:os';

/** Shared by both projects: TypeScript as ES modules through swc, the `#lib/…` imports mapped to the sources. */
const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        module: { type: 'es6' },
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
      },
    ],
  },
  moduleNameMapper: {
    '^#migrations/(.*)\\.js$': '<rootDir>/migrations/$1.ts',
    '^#(catalogue|views|briefs|log|history|projector|reader|jobs|client|platform)/(.*)\\.js$':
      '<rootDir>/libs/$1/src/$2.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  setupFiles: ['<rootDir>/test/support/own-globals.ts'],
};

/** Tests on a real PostgreSQL: one for the whole run, a database for each that asks for one. */
const database = {
  ...shared,
  roots: ['<rootDir>/test'],
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  setupFilesAfterEnv: ['<rootDir>/test/support/setup-file.ts'],
};

/** Whose database is tested; one of somebody's own, or an embedded one. */
const given = process.env.DATELINE_TEST_DATABASE_URL;
/** They bring a PostgreSQL of their own, or ask none anything: they say the same whichever is given. */
const bringTheirOwn = [
  'test/demo/',
  'test/faults/(database-away|disk-full|skewed-clocks|views-after-crash)',
  'test/platform/(build-when-stale|embedded|native-files|other-namespace)',
  'test/readme/',
  'test/time-page/',
];

/**
 * About HTTP or the words of a brief alone: what the views and the log make of the same requests is tested on each
 * PostgreSQL.
 */
const aboutHttpOrWords = [
  'test/(access|bad-input|briefs|client|cloud-events|console|contract|hostile|http|oracle|random)/',
  'test/bulk/(csv|export|formats|import-broken-off|gzip)',
  'test/faults/(connections|slow-clients)',
  'test/property/series',
  'test/reads/(cursors|lists)',
  'test/stream/stream',
];

/**
 * About a process alone: how it is killed or told to stop, what it keeps in memory or logs, and how it computes with
 * dates. What it asks PostgreSQL for is asked in other tests too.
 */
const aboutTheProcess = [
  'test/bench/',
  'test/faults/(killed|stopped)',
  'test/platform/(server-start|stopping)',
  'test/logging/private-data',
  'test/time/(deterministic-reads|dropped-quotes|far-dates|known-on|long-replay|mixed-versions|rebuild-killed|replay)',
];

export default {
  // Tests wait for a disk, a server's start, a time limit: more of them at once than there are processors. A PostgreSQL
  // of somebody's own may have no connections for the servers of several; who knows better says --maxWorkers.
  maxWorkers: given ? 1 : availableParallelism() * 2,
  testSequencer: '<rootDir>/test/support/slow-first.mjs',
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/{libs,apps,migrations}/**/*.spec.ts',
        '<rootDir>/test/*.spec.ts',
        '<rootDir>/bench/**/*.spec.mjs',
      ],
    },
    {
      ...database,
      displayName: 'database',
      testPathIgnorePatterns: [
        'test/[^/]+.spec.ts',
        'test/soak/',
        ...(given ? [...bringTheirOwn, ...aboutHttpOrWords, ...aboutTheProcess] : []),
        ...(process.env.REDIS_URL ? [] : ['test/jobs/redis-']),
      ].map((path) => `<rootDir>/${path}`),
    },
    // Half an hour of faults: npm run test:soak.
    { ...database, displayName: 'soak', testMatch: ['<rootDir>/test/soak/*.spec.ts'] },
  ],
};
