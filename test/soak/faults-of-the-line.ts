import { setTimeout as sleep } from 'node:timers/promises';
import { between, oneOf } from '../support/load/random.js';
import type { Fault } from './faults.js';

/** What can happen between one server and the database. */
export const lineFaults: Record<string, Fault> = {
  'the connection broken right after the commit was sent': async ({ members, random }) => {
    for (let times = between(random, 1, 4); times > 0; times -= 1) {
      oneOf(random, members.all).line.swallowAnswerTo('append-events');
      await sleep(between(random, 100, 500));
    }
  },
  'all connections of a server dropped': async ({ members, random }) => {
    for (let times = between(random, 1, 4); times > 0; times -= 1) {
      oneOf(random, members.all).line.dropAll();
      await sleep(between(random, 50, 400));
    }
  },
  'a server cut off from the database': async ({ members, random }) => {
    const { line } = oneOf(random, members.all);
    line.cut();
    await sleep(between(random, 500, 5_000));
    line.restore();
  },
  'a line gone silent': async ({ members, random }) => {
    const { line } = oneOf(random, members.all);
    line.stall();
    await sleep(between(random, 500, 12_000));
    line.flow();
  },
  'slow lines': async ({ members, random }) => {
    for (const { line } of members.all) line.slow(between(random, 2, 40));
    await sleep(between(random, 1_000, 5_000));
    for (const { line } of members.all) line.slow(0);
  },
};
