import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase } from '../support/database.js';
import { Fleet } from '../support/load/fleet.js';
import { Ledger } from '../support/load/ledger.js';
import { expectSound } from '../support/load/sound.js';
import { openStories } from '../support/load/writers.js';
import { until } from '../support/until.js';
import { asOwner } from '../support/log.js';
import { factOn, post, statusesOf } from './posting.js';

/** A failure that no check of ours finds first: a statement that fails for one event. */
const poison = (sqlState: string): string => `
create function poison() returns trigger language plpgsql as
  $$ begin raise exception 'no such luck' using errcode = '${sqlState}'; end $$;
create trigger poison before insert on event
  for each row when (new.envelope::text like '%poison%') execute function poison()`;

const WAITING = `
select count(*)::int as appends from pg_stat_activity
 where application_name = 'dateline-append' and wait_event_type = 'Lock' and datname = current_database()`;

describe('a statement that fails for one request of a batch', () => {
  it.each([
    {
      how: 'with an error that is not tried again',
      sqlState: '22000',
      rounds: 3,
      answer: { status: 500, body: { code: 'internal' } },
    },
    // A lock that is not available: the request is tried again until it times out.
    {
      how: 'with an error that is tried again',
      sqlState: '55P03',
      rounds: 1,
      answer: { status: 503, body: { code: 'unavailable' } },
    },
  ])('$how: only that request fails, and its neighbours are recorded', async ({ sqlState, rounds, answer }) => {
    const database = await createTestDatabase();
    const fleet = new Fleet(database);
    const ledger = new Ledger();
    const server = await fleet.start();
    await openStories({ servers: () => fleet.up, ledger, stories: ['first'] });
    await asOwner(database.ownerUrl, (owner) => owner.query(poison(sqlState)));

    for (let round = 1; round <= rounds; round += 1) {
      // One call waits for the head of the log; all requests that come meanwhile are one batch.
      const { first, poisoned, neighbours } = await asOwner(database.adminUrl, async (admin) => {
        await admin.query('begin; select from log_head for update');
        const first = post(server, ledger, factOn('first', `before-${round}`));
        await until(
          'an append waits',
          async () => (await admin.query<{ appends: number }>(WAITING)).rows[0]?.appends === 1,
        );
        const some = (from: number) =>
          Array.from({ length: 12 }, (_, i) => post(server, ledger, factOn('first', `${round}-${from + i}`)));
        const before = some(0);
        const poisoned = post(server, ledger, factOn('first', `poison-${round}`));
        const neighbours = [...before, ...some(12)];
        await sleep(200);
        await admin.query('commit');
        return { first, poisoned, neighbours };
      });
      const began = performance.now();
      expect(await first).toMatchObject({ status: 201 });
      expect(statusesOf(await Promise.all(neighbours))).toEqual({ 201: 24 });
      expect(performance.now() - began).toBeLessThan(5_000);
      expect(await poisoned).toMatchObject(answer);
      expect((await poisoned).text).not.toContain('no such luck');
    }
    await expectSound(server, ledger);
  });
});
