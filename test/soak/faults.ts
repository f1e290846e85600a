import { setTimeout as sleep } from 'node:timers/promises';
import { holdProjector } from '../faults/hold-projector.js';
import { between, oneOf, type Random } from '../support/load/random.js';
import { asOwner } from '../support/log.js';
import type { OwnPostgres } from '../support/own-postgres.js';
import { until } from '../support/until.js';
import type { Member } from './member.js';

/** What a fault may touch. */
export interface Scene {
  random: Random;
  postgres: OwnPostgres;
  members: readonly Member[];
  /** Tells of something that must not happen. */
  breach: (what: string) => void;
}

type Fault = (scene: Scene) => Promise<void>;

const APPLICATIONS = ['dateline follow', 'dateline-read', 'dateline-append', 'dateline-project', 'dateline-entities'];

/** What becomes of the servers. One at a time, so that there is always another. */
export const SERVER_FAULTS: Readonly<Record<string, Fault>> = {
  'server killed': ({ random, members }) => oneOf(random, members).kill(between(random, 0, 2_000)),

  'server killed between append and acknowledgement': async ({ random, members }) => {
    const member = oneOf(random, members);
    const held = member.line.held();
    member.line.holdAnswerTo('append-events');
    await until('an answer is held', () => member.line.held() > held);
    await sleep(50);
    await member.kill(between(random, 0, 1_000));
  },

  'server killed in the middle of a batch': async ({ random, members, postgres }) => {
    const projector = await holdProjector(postgres);
    try {
      await projector.reached();
      await oneOf(random, members).kill(0);
    } finally {
      await projector.release();
    }
  },

  'server stopped and started': async ({ random, members, breach }) => {
    const began = performance.now();
    const code = await oneOf(random, members).stop();
    if (code !== 0) breach(`a server that was told to stop ended with ${code} after ${Math.round(performance.now() - began)} ms`);
  },

  'server frozen': ({ random, members }) => oneOf(random, members).freeze(between(random, 500, 5_000)),
};

/** What becomes of the database, of the lines to it and of its clock. */
export const SURROUNDING_FAULTS: Readonly<Record<string, Fault>> = {
  'line broken after a commit': async ({ random, members }) => {
    const { line } = oneOf(random, members);
    const swallowed = line.swallowed();
    line.swallowAnswerTo('append-events');
    await until('an answer is swallowed', () => line.swallowed() > swallowed);
  },

  'line broken': ({ random, members }) => Promise.resolve(oneOf(random, members).line.dropAll()),

  'line cut for a while': async ({ random, members }) => {
    const { line } = oneOf(random, members);
    line.cut();
    await sleep(between(random, 200, 12_000));
    line.restore();
  },

  'line silent for a while': async ({ random, members }) => {
    const { line } = oneOf(random, members);
    line.stall();
    await sleep(between(random, 200, 12_000));
    line.flow();
  },

  'sessions ended by the database': async ({ random, postgres }) => {
    const which = oneOf(random, APPLICATIONS);
    await asOwner(postgres.adminUrl, (admin) =>
      admin.query('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1', [which]),
    );
  },

  'clock set back': async ({ random, postgres }) => {
    const ahead = `update log_head set recorded_us = greatest(recorded_us, (extract(epoch from clock_timestamp()) * 1000000)::bigint + $1)`;
    await asOwner(postgres.ownerUrl, (owner) => owner.query(ahead, [between(random, 1, 20) * 1_000_000]));
  },

  'database restarted': async ({ postgres }) => {
    await postgres.stop();
    await postgres.start();
  },

  'database crashed': async ({ postgres }) => {
    await postgres.crash();
    await postgres.start();
  },

  'database away for a while': async ({ random, postgres }) => {
    await postgres.stop();
    await sleep(between(random, 1_000, 20_000));
    await postgres.start();
  },
};
