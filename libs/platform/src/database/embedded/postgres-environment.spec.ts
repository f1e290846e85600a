import { describe, expect, it } from '@jest/globals';
import { postgresEnvironment } from './postgres-environment.js';

describe("the environment of PostgreSQL's programs", () => {
  it('has what they need, and nothing else of the server', () => {
    const given = {
      PATH: '/usr/bin',
      TZ: 'Europe/Paris',
      TMPDIR: '/var/tmp',
      LC_ALL: 'de_DE.UTF-8',
      LANGUAGE: 'de',
      PGDATA: '/elsewhere',
      PGOPTIONS: '-c fsync=off',
      DATELINE_ADMIN_KEY: 'secret',
      DATABASE_URL: 'postgres://secret',
      AWS_SECRET_ACCESS_KEY: 'secret',
      LD_PRELOAD: '/tmp/other.so',
      HOME: '/root',
    };
    expect(postgresEnvironment(given)).toEqual({
      PATH: '/usr/bin',
      TZ: 'Europe/Paris',
      TMPDIR: '/var/tmp',
      LANG: 'C',
      LC_ALL: 'C',
    });
  });
});
