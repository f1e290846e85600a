import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { BEGIN } from '#projector/store/statement.js';
import { createTestDatabase } from '../support/database.js';
import { Fleet } from '../support/load/fleet.js';
import { Ledger } from '../support/load/ledger.js';
import { between, randomFrom, seedOfRun } from '../support/load/random.js';
import { expectSound } from '../support/load/sound.js';
import { openStories, startWriters } from '../support/load/writers.js';
import { asOwner } from '../support/log.js';
import type { TestServer } from '../support/server.js';
import { until } from '../support/until.js';
import { holdProjector } from './hold-projector.js';
import { factOn, post } from './posting.js';

const seed = seedOfRun('frozen servers');
const stories = ['first', 'second', 'third'];

/** A stopped process keeps its connections, and the locks of its sessions. */
const freeze = ({ pid }: TestServer) => process.kill(pid, 'SIGSTOP');
const thaw = ({ pid }: TestServer) => process.kill(pid, 'SIGCONT');

/** How many projectors are idle in a transaction, holding the checkpoint. */
const HOLDERS = `
select count(*)::int as sessions from pg_stat_activity
 where application_name = 'dateline-project' and state = 'idle in transaction' and datname = current_database()`;

describe('a server that is frozen', () => {
  it("in the middle of a projector's batch: the others wait for ten seconds, and it goes on once thawed", async () => {
    const database = await createTestDatabase();
    const fleet = new Fleet(database);
    const ledger = new Ledger();
    const load = { servers: () => fleet.up, ledger, seed, stories };
    const frozen = await fleet.start();
    await openStories(load);
    const writers = startWriters(load, 8);
    await sleep(200);
    const projector = await holdProjector(database);
    await projector.reached();
    await writers.stop();
    freeze(frozen);
    await projector.release();
    fleet.up = [];
    const holders = () =>
      asOwner(
        database.adminUrl,
        async (admin) => (await admin.query<{ sessions: number }>(HOLDERS)).rows[0]?.sessions ?? 0,
      );
    await until('the frozen server holds the checkpoint', async () => (await holders()) === 1);
    const other = await fleet.start();

    const began = performance.now();
    const answer = await post(other, ledger, factOn('first', 'meanwhile'), { prefer: 'wait=30' });
    expect(answer.headers.get('preference-applied')).toBe('wait=30');
    expect(performance.now() - began).toBeLessThan(15_000);

    thaw(frozen);
    await until('it is ready again', async () => (await frozen.get('/readyz')).status === 200);
    await post(frozen, ledger, factOn('first', 'afterwards'), { prefer: 'wait=10' });
    for (const server of [other, frozen]) await expectSound(server, ledger);
  }, 120_000);

  it('while it records: no other writer waits for it', async () => {
    const random = randomFrom(seed);
    const fleet = new Fleet(await createTestDatabase());
    const ledger = new Ledger();
    const [first, second] = [await fleet.start(), await fleet.start()];
    const load = { servers: () => fleet.up, ledger, seed, stories };
    await openStories(load);
    const writers = startWriters(load, 24);
    for (let times = 1; times <= 8; times += 1) {
      await sleep(between(random, 100, 400));
      freeze(first);
      fleet.up = [second];
      const began = performance.now();
      await post(second, ledger, factOn('second', `meanwhile-${times}`));
      expect(performance.now() - began).toBeLessThan(3_000);
      await sleep(between(random, 0, 300));
      thaw(first);
      fleet.up = [first, second];
    }
    await writers.stop();
    expect(ledger.count('acknowledged')).toBe(ledger.entries.size);
    await expectSound(first, ledger);
  });
});

describe('a transaction of a projector that is silent', () => {
  it.each([
    ['sends nothing', ''],
    ['reads no answer', `select repeat('x', 1000000) from generate_series(1, 40)`],
  ])('is ended where it %s, and the checkpoint is free', async (_what, statement) => {
    const { url } = await createTestDatabase();
    const [silent, other] = [new pg.Client({ connectionString: url }), new pg.Client({ connectionString: url })];
    silent.on('error', () => undefined);
    await Promise.all([silent.connect(), other.connect()]);
    await silent.query(BEGIN);
    await silent.query('select from checkpoint for update');
    if (statement !== '') silent.query(statement).catch(() => undefined);
    await sleep(5);
    const { stream } = (silent as unknown as { connection: { stream: { pause: () => void; destroy: () => void } } })
      .connection;
    stream.pause();

    const free = async () => (await other.query('select from checkpoint for update skip locked')).rowCount === 1;
    expect(await free()).toBe(false);
    await until('the checkpoint is free', free, 25_000);
    stream.destroy();
    await other.end();
  });
});
