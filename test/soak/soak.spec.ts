import { expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { Fleet } from '../support/load/fleet.js';
import { FreshProjection } from '../support/load/fresh-projection.js';
import { Ledger } from '../support/load/ledger.js';
import { between, oneOf, randomFrom, seedOfRun, type Random } from '../support/load/random.js';
import { breachesOf } from '../support/load/sound.js';
import { openStories, startReaders, startWriters, type Load } from '../support/load/writers.js';
import { asOwner } from '../support/log.js';
import { startOwnPostgres, type OwnPostgres } from '../support/own-postgres.js';

/** SOAK_MINUTES of random faults under load, on two servers and a PostgreSQL of their own. */
const MINUTES = Number(process.env['SOAK_MINUTES'] ?? 30);
const WRITERS = 12;
/** Between two answers of a writer, milliseconds: the log should grow, and stay small enough to be projected anew at the end. */
const PAUSE = 250;

interface Bad {
  fleet: Fleet;
  postgres: OwnPostgres;
  random: Random;
}

/** Each kind of fault, from its beginning until what was broken has been put back. */
const faults: Record<string, (bad: Bad) => Promise<void>> = {
  'server killed': async ({ fleet, random }) => {
    await fleet.kill(oneOf(random, fleet.up));
    await sleep(between(random, 0, 2_000));
    await fleet.start();
  },
  'both servers killed': async ({ fleet }) => {
    await Promise.all([...fleet.up].map((server) => fleet.kill(server)));
    await Promise.all([fleet.start(), fleet.start()]);
  },
  'server frozen and thawed': async ({ fleet, random }) => {
    const frozen = oneOf(random, fleet.up);
    process.kill(frozen.pid, 'SIGSTOP');
    await sleep(between(random, 500, 4_000));
    process.kill(frozen.pid, 'SIGCONT');
  },
  'server stopped in order': async ({ fleet, random }) => {
    const server = oneOf(random, fleet.up);
    fleet.up = fleet.up.filter((one) => one !== server);
    const code = await server.stop();
    if (code !== 0) throw new Error(`a server that was told to stop ended with ${code}:\n${server.log().slice(-2_000)}`);
    await fleet.start();
  },
  'PostgreSQL restarted': async ({ postgres }) => {
    await postgres.stop();
    await postgres.start();
  },
  'PostgreSQL crashed': async ({ postgres }) => {
    await postgres.crash();
    await postgres.start();
  },
  'PostgreSQL away': async ({ postgres, random }) => {
    await postgres.stop();
    await sleep(between(random, 1_000, 8_000));
    await postgres.start();
  },
  'all connections cut': ({ postgres }) =>
    asOwner(postgres.ownerUrl, async (owner) => {
      await owner.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
      );
    }).catch(() => undefined),
};

it(
  `stays sound through ${MINUTES} minutes of faults`,
  async () => {
    const seed = seedOfRun('the soak');
    const random = randomFrom(seed);
    const postgres = await startOwnPostgres();
    const fleet = new Fleet(postgres);
    const ledger = new Ledger();
    const stories = Array.from({ length: 30 }, (_, i) => `soak-story-${i}`);
    const load: Load = { servers: () => fleet.up, ledger, seed, stories };
    await fleet.start();
    await fleet.start();
    await openStories(load);
    const running = [startWriters(load, WRITERS, PAUSE), startReaders(load, 2, 200)];

    const began = Date.now();
    const counts: Record<string, number> = {};
    let told = 0;
    while (Date.now() - began < MINUTES * 60_000 && ledger.breaches.length === 0) {
      await sleep(between(random, 2_000, 8_000));
      const kind = oneOf(random, Object.keys(faults));
      await faults[kind]?.({ fleet, postgres, random });
      counts[kind] = (counts[kind] ?? 0) + 1;
      const minutes = Math.floor((Date.now() - began) / 60_000);
      if (minutes > told) tell(`${(told = minutes)} min: ${ledger.count('acknowledged')} acknowledged, faults ${JSON.stringify(counts)}`);
    }
    for (const one of running) await one.stop();
    const [server] = fleet.up;
    if (!server) throw new Error('no server is up');
    const breaches = await breachesOf(server, ledger, new FreshProjection(postgres.ownerUrl));
    const acknowledged = ledger.count('acknowledged');
    tell(
      `seed ${seed}, ${MINUTES} min: ${acknowledged} events acknowledged of ${ledger.entries.size} sent, ${ledger.foundAgain} found again after a lost answer; ` +
        `answers ${JSON.stringify(ledger.answers)}, the slowest ${Math.round(ledger.slowest)} ms; faults ${JSON.stringify(counts)}; breaches ${breaches.length}`,
    );
    expect(breaches).toEqual([]);
    expect(acknowledged).toBe(ledger.entries.size);
  },
  (MINUTES + 10) * 60_000,
);

const tell = (line: string): boolean => process.stdout.write(`soak: ${line}\n`);
