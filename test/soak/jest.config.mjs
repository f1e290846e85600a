import config from '../../jest.config.mjs';

/** The soak, apart from all other tests: `npm run test:soak`. It brings its own PostgreSQL, whatever runs on the machine. */
const {
  globalSetup: _,
  globalTeardown: __,
  roots: ___,
  testPathIgnorePatterns: ____,
  ...database
} = config.projects.find(({ displayName }) => displayName === 'database');

export default { ...database, displayName: 'soak', rootDir: '../..', testMatch: ['<rootDir>/test/soak/soak.ts'] };
