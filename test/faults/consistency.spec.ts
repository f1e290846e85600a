import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { randomRequests } from '../projector/fact-generator.js';
import { fresh, record } from '../projector/projected.js';
import { createTestDatabase } from '../support/database.js';
import { Fleet } from '../support/load/fleet.js';
import { FreshProjection } from '../support/load/fresh-projection.js';
import { Ledger } from '../support/load/ledger.js';
import { breachesOf } from '../support/load/sound.js';
import { openStories, startWriters } from '../support/load/writers.js';
import { asOwner, openLog, type LogDatabase } from '../support/log.js';
import type { TestServer } from '../support/server.js';
import { until } from '../support/until.js';
import { factOn, post } from './posting.js';

/* The consistency check at the end of every fault test. It proves nothing unless it finds what is wrong. */

describe('the check', () => {
  let server: TestServer;
  let ledger: Ledger;
  beforeEach(async () => {
    const fleet = new Fleet(await createTestDatabase());
    server = await fleet.start();
    ledger = new Ledger();
    const load = { servers: () => fleet.up, ledger, seed: 7, stories: ['first', 'second'] };
    await openStories(load);
    const writers = startWriters(load, 4);
    await until('some events are recorded', () => ledger.entries.size > 60);
    await writers.stop();
  });

  const breaches = () => breachesOf(server, ledger, new FreshProjection(server.ownerUrl));
  const tamper = (...statements: string[]) =>
    asOwner(server.ownerUrl, async (owner) => {
      await owner.query('alter table event disable trigger all');
      for (const statement of statements) await owner.query(statement);
    });

  it('finds nothing where nothing is wrong, twice', async () => {
    const fresh = new FreshProjection(server.ownerUrl);
    expect(await breachesOf(server, ledger, fresh)).toEqual([]);
    await post(server, ledger, factOn('first', 'later'));
    expect(await breachesOf(server, ledger, fresh)).toEqual([]);
  });

  it('finds that an acknowledged event is lost, and its gap', async () => {
    const lost = 'select position from event where kind = 0 order by position offset 20 limit 1';
    await tamper(`delete from event where position = (${lost})`);
    const found = (await breaches()).join('\n');
    expect(found).toMatch(/was acknowledged and is lost/);
    expect(found).toMatch(/the log does not verify/);
  });

  it('finds that the end of the log is lost together with what was projected from it', async () => {
    await tamper(
      'delete from event where position > 40',
      'update log_head h set position = 40, hash = (select e.hash from event e where e.position = 40)',
      'update checkpoint set position = 40',
    );
    expect((await breaches()).join('\n')).toMatch(/was acknowledged and is lost/);
  });

  it('finds an event that is there twice, one that was never sent, and one that was refused', async () => {
    const [twice, refused] = [factOn('first', 'twice'), factOn('first', 'refused')];
    await post(server, ledger, twice);
    await server.post('/v1/events', twice);
    await server.post('/v1/events', factOn('first', 'unheard-of'));
    await post(server, ledger, refused);
    ledger.entries.set(refused.source?.url ?? '', { body: refused, state: 'refused', place: null });
    const found = (await breaches()).join('\n');
    expect(found).toMatch(/first\/twice \(\S+\) is there twice/);
    expect(found).toMatch(/first\/unheard-of \(\S+\) was never sent/);
    expect(found).toMatch(/first\/refused was refused and is there/);
  });

  it('finds an event with another position than acknowledged, or with other content than sent', async () => {
    const [moved, changed] = [factOn('first', 'moved'), factOn('first', 'changed')];
    await post(server, ledger, moved);
    await post(server, ledger, changed);
    Object.assign(ledger.entries.get(moved.source?.url ?? '')?.place ?? {}, { position: 1 });
    changed.data['text'] = 'Something else.';
    const found = (await breaches()).join('\n');
    expect(found).toMatch(/first\/moved is not where it was acknowledged/);
    expect(found).toMatch(/first\/changed does not say what was sent/);
  });

  it('finds views that do not move, and a server that is down', async () => {
    await tamper(`update projection set status = 'halted', position = 10 where view = 'talks'`);
    expect((await breachesOf(server, ledger, new FreshProjection(server.ownerUrl), 500)).join('\n')).toMatch(
      /the views did not reach the head of the log within 500 ms/,
    );
    await server.kill();
    await expect(breaches()).rejects.toThrow('fetch failed');
  });
});

describe('the comparison with a fresh projection', () => {
  let log: LogDatabase;
  beforeAll(async () => {
    log = await openLog();
    await record(log.pool, randomRequests(11, 60));
    await fresh(log.pool, 20, false);
  });

  it('finds nothing where the rows are the same', async () => {
    expect(await new FreshProjection(log.ownerUrl).differences()).toEqual([]);
  });

  it.each([
    ['a missing row of a view', 'view_version', 'delete from view_version where ctid = $', 'only anew'],
    [
      'a changed value in a row',
      'view_version',
      `update view_version set item = (item::jsonb || '{"x": 1}')::json where ctid = $`,
      'only kept',
    ],
    [
      'a row with another end',
      'view_version',
      'update view_version set known_to = known_to - 1 where ctid = $',
      'only kept',
    ],
    ['a missing fact of a subject', 'subject_fact', 'delete from subject_fact where ctid = $', 'only anew'],
    ['a missing fact', 'fact', 'delete from fact where ctid = $', 'only anew'],
    [
      'a fact that is there twice',
      'fact',
      `insert into fact select t.*
         from fact f, jsonb_populate_record(f, jsonb_build_object($known_from$, f.known_from + 1)) t where f.ctid = $`,
      'only kept',
    ],
  ])('finds %s', async (_what, table, statement, where) => {
    const saved = `saved_${table}`;
    await asOwner(log.ownerUrl, async (owner) => {
      await owner.query(`create temporary table ${saved} as table ${table}`);
      await owner.query(
        statement.replace(/\$$/, `(select min(ctid) from ${table})`).replaceAll('$known_from$', `'known_from'`),
      );
      const found = await new FreshProjection(log.ownerUrl).differences();
      const columns = await ordinaryColumns(owner, table);
      await owner.query(`delete from ${table}; insert into ${table} (${columns}) select ${columns} from ${saved}`);
      expect(found.join('\n')).toContain(where);
    });
  });
});

/** The columns of a table that are not generated. */
async function ordinaryColumns(owner: pg.Client, table: string): Promise<string> {
  const { rows } = await owner.query<{ name: string }>(
    `select column_name as name from information_schema.columns
      where table_name = $1 and table_schema = 'public' and is_generated = 'NEVER'`,
    [table],
  );
  return rows.map(({ name }) => name).join(', ');
}
