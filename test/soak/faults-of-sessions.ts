import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { views } from '#views/registry.js';
import { factOn } from '../faults/posting.js';
import { between, oneOf } from '../support/load/random.js';
import { asOwner } from '../support/log.js';
import type { Fault, Scene } from './faults.js';

let poisons = 0;

/** Does something as the superuser, as far as the database is there: another fault may have taken it away. */
const asAdministrator = async (
  { members: { postgres } }: Scene,
  use: (admin: pg.Client) => Promise<unknown>,
): Promise<void> => {
  await asOwner(postgres.adminUrl, use).catch(() => undefined);
};

const cut = (which: string): Fault => {
  const statement = `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and ${which}`;
  return (scene) => asAdministrator(scene, (admin) => admin.query(statement));
};

const hold =
  (statement: string): Fault =>
  (scene) =>
    asAdministrator(scene, async (admin) => {
      await admin.query('begin');
      await admin.query(statement);
      await sleep(between(scene.random, 500, 4_000));
      await admin.query('commit');
    });

/** Lets inserts of events fail with an SQLSTATE, where a condition on \`new\` holds, until told to stop. */
async function failing(
  scene: Scene,
  sqlState: string,
  condition: string,
  meanwhile: () => Promise<unknown>,
): Promise<void> {
  await asAdministrator(scene, (admin) =>
    admin.query(`
      create or replace function fault() returns trigger language plpgsql as $$ begin raise exception 'no such luck' using errcode = '${sqlState}'; end $$;
      create or replace trigger fault before insert on event for each row when (${condition}) execute function fault()`),
  );
  await meanwhile();
  for (let put = false; !put; await sleep(200)) {
    await asAdministrator(scene, async (admin) => {
      await admin.query('drop trigger if exists fault on event');
      put = true;
    });
  }
}

/** What happens to single sessions of the database, or comes from one. */
export const sessionFaults: Record<string, Fault> = {
  'all sessions cut': cut('true'),
  "LISTEN's session cut": cut(`application_name = 'dateline follow'`),
  "a projector's session cut": cut(`application_name = 'dateline-project'`),
  'the head of the log locked by somebody': hold('select from log_head for update'),
  'the checkpoint locked by somebody': hold('select from checkpoint for update'),
  'a statement that fails for one request': (scene) =>
    failing(scene, '22000', `new.envelope::text like '%poison%'`, async () => {
      for (let times = between(scene.random, 1, 5); times > 0; times -= 1) {
        const body = factOn('soak-story-0', `poison-${(poisons += 1)}`);
        scene.ledger.sent([body]);
        const answer = await oneOf(scene.random, scene.members.all)
          .server.post('/v1/events', body)
          .catch(() => null);
        if (answer?.status === 500) scene.ledger.refused([body]);
      }
    }),
  'locks that are not to be had, now and then': (scene) =>
    failing(scene, '55P03', 'random() < 0.05', () => sleep(between(scene.random, 1_000, 4_000))),
  'the clock set back by 45 s': (scene) =>
    asAdministrator(scene, (admin) =>
      admin.query(
        `update log_head set recorded_us = greatest(recorded_us, ((extract(epoch from clock_timestamp()) + 45) * 1000000)::bigint)`,
      ),
    ),
  'a view built anew': async ({ members, random }) => {
    const { name } = oneOf(random, views);
    await oneOf(random, members.all)
      .server.post(`/v1/admin/projections/${name}/rebuild`, {})
      .catch(() => null);
  },
};
