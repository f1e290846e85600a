import { setTimeout as sleep } from 'node:timers/promises';
import { between } from '../support/load/random.js';
import { asOwner } from '../support/log.js';
import type { Fault } from './faults.js';

const AWAY_FOR_LONG = 20_000;

export const databaseFaults: Record<string, Fault> = {
  'PostgreSQL restarted': async ({ members: { postgres } }) => {
    await postgres.stop();
    await postgres.start();
  },
  'PostgreSQL crashed': async ({ members: { postgres } }) => {
    await postgres.crash();
    await postgres.start();
  },
  'PostgreSQL away': async ({ members: { postgres }, random }) => {
    await postgres.stop();
    await sleep(between(random, 1_000, 8_000));
    await postgres.start();
  },
  'PostgreSQL away for 20 s': async ({ members: { postgres } }) => {
    await postgres.stop();
    await sleep(AWAY_FOR_LONG);
    await postgres.start();
  },
  // The postmaster then ends all others too, recovers, and goes on.
  'a process of PostgreSQL killed': async ({ members: { postgres } }) => {
    const pid = await asOwner(postgres.adminUrl, async (admin) => {
      const appending = `select pid from pg_stat_activity where application_name = 'dateline-append' limit 1`;
      return (await admin.query<{ pid: number }>(appending)).rows[0]?.pid;
    });
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
    await sleep(500);
  },
};
