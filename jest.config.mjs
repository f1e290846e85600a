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
    '^#(catalogue|views|briefs|log|projector|jobs|client|platform)/(.*)\\.js$': '<rootDir>/libs/$1/src/$2.ts',
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

export default {
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/{libs,apps,migrations}/**/*.spec.ts', '<rootDir>/test/architecture.spec.ts'],
    },
    {
      ...database,
      displayName: 'database',
      testPathIgnorePatterns: ['<rootDir>/test/architecture.spec.ts', '<rootDir>/test/soak/'],
    },
    // Half an hour of faults: npm run test:soak.
    { ...database, displayName: 'soak', testMatch: ['<rootDir>/test/soak/*.spec.ts'] },
  ],
};
