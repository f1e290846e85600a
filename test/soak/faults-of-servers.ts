import { setTimeout as sleep } from 'node:timers/promises';
import { holdProjector } from '../faults/hold-projector.js';
import { between, oneOf } from '../support/load/random.js';
import { launchServer } from '../support/server.js';
import type { Fault } from './faults.js';

const KILLED_WITHIN = 1_500;

export const serverFaults: Record<string, Fault> = {
  'a server killed': async ({ members, random }) => {
    const member = oneOf(random, members.all);
    await members.kill(member);
    await sleep(between(random, 0, 2_000));
    await members.restart(member);
  },
  'both servers killed': async ({ members }) => {
    await Promise.all(members.all.map((member) => members.kill(member)));
    await Promise.all(members.all.map((member) => members.restart(member)));
  },
  'a server stopped in order': async ({ members, random }) => {
    const member = oneOf(random, members.all);
    await members.stop(member);
    await members.restart(member);
  },
  'a server killed in its start': async ({ members, random }) => {
    const { databaseUrl, ownerUrl } = oneOf(random, members.up);
    const started = await launchServer({}, { databaseUrl, ownerUrl });
    await sleep(between(random, 0, KILLED_WITHIN));
    started.child.kill('SIGKILL');
    await started.exited;
  },
  'a server frozen for a moment': async ({ members, random }) => {
    const { pid } = oneOf(random, members.up);
    process.kill(pid, 'SIGSTOP');
    await sleep(between(random, 200, 4_000));
    process.kill(pid, 'SIGCONT');
  },
  'a server frozen for long': async ({ members, random }) => {
    const member = oneOf(random, members.all);
    members.takeOut(member);
    process.kill(member.server.pid, 'SIGSTOP');
    await sleep(between(random, 11_000, 15_000));
    process.kill(member.server.pid, 'SIGCONT');
    members.bringBack(member);
  },
  "a server killed in the middle of a projector's batch": async ({ members, random }) => {
    const held = await holdProjector(members.postgres).catch(() => null);
    await held?.reached().catch(() => undefined);
    const member = oneOf(random, members.all);
    await members.kill(member);
    await held?.release().catch(() => undefined);
    await members.restart(member);
  },
};
