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

/** What no check of ours foresees: a statement that fails for one event. */
const POISON = `
create function poison() returns trigger language plpgsql as $$ begin raise exception 'no such luck' using errcode = 'data_exception'; end $$;
create trigger poison before insert on event for each row when (new.envelope::text like '%poison%') execute function poison()`;

const WAITING = `
select count(*)::int as appends from pg_stat_activity
 where application_name = 'dateline-append' and wait_event_type = 'Lock' and datname = current_database()`;

describe('a statement that fails for one request of a group', () => {
  it('fails that request, and its neighbours are recorded', async () => {
    const database = await createTestDatabase();
    const fleet = new Fleet(database);
    const ledger = new Ledger();
    const server = await fleet.start();
    await openStories({ servers: () => fleet.up, ledger, stories: ['first'] });
    await asOwner(database.ownerUrl, (owner) => owner.query(POISON));

    for (let round = 1; round <= 3; round += 1) {
      // One call waits for the head of the log; all that come meanwhile are one group.
      const { first, group } = await asOwner(database.adminUrl, async (admin) => {
        await admin.query('begin; select from log_head for update');
        const first = post(server, ledger, factOn('first', `before-${round}`));
        await until('an append waits', async () => (await admin.query<{ appends: number }>(WAITING)).rows[0]?.appends === 1);
        const names = Array.from({ length: 24 }, (_, i) => (i === 11 ? `poison-${round}` : `${round}-${i}`));
        const group = names.map((name) => post(server, ledger, factOn('first', name)));
        await sleep(200);
        await admin.query('commit');
        return { first, group };
      });
      expect(await first).toMatchObject({ status: 201 });
      const answers = await Promise.all(group);
      expect(statusesOf(answers)).toEqual({ 201: 23, 500: 1 });
      expect(answers[11]).toMatchObject({ status: 500, body: { code: 'internal' } });
      expect(answers[11]?.text).not.toContain('no such luck');
    }
    await expectSound(server, ledger);
  });
});
