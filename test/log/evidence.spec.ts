import { beforeEach, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { Appender } from '#log/append/appender.js';
import type { NewEvent } from '#log/append/append-request.js';
import { verifyLog, type TrustedHead, type VerifyProgress } from '#log/verify/verify-log.js';
import { asAdmin } from '../support/database.js';
import { asOwner, milestone, newEvent, opened, openLog, openPool, type LogDatabase } from '../support/log.js';

let log: LogDatabase;
beforeEach(async () => {
  log = await openLog();
  const appender = new Appender(log.pool);
  const fact = milestone('a');
  await appender.append({ events: [opened('a'), fact], recordedBy: 'editor' });
  for (let i = 0; i < 5; i += 1)
    await appender.append({ events: [milestone('a'), milestone('a')], recordedBy: 'editor' });
  const about = { factId: fact.id, factType: fact.type };
  const correction = newEvent(
    'EventCorrected',
    { story: 'a', data: { target: fact.id, certainty: 'confirmed', reason: 'seen' } },
    about,
  );
  await appender.append({ events: [correction], recordedBy: 'editor' });
});

async function verdict(trusted: TrustedHead | null = null): Promise<VerifyProgress | undefined> {
  let last: VerifyProgress | undefined;
  for await (const step of verifyLog(log.pool, trusted)) last = step;
  return last;
}

/** Tampers with the log as a person with the owner's rights could, who can disable the triggers. */
async function tamper(...statements: string[]): Promise<void> {
  await asOwner(log.ownerUrl, async (client: pg.Client) => {
    await client.query('alter table event disable trigger all');
    for (const statement of statements) await client.query(statement);
    await client.query('alter table event enable trigger all');
  });
}

describe('the append-only log', () => {
  it.each([
    ['update', `update event set recorded_by = 'x' where position = 1`],
    ['delete', 'delete from event where position = 1'],
    ['truncate', 'truncate event'],
  ])('refuses %s to its owner by trigger', async (_name, statement) => {
    await expect(asOwner(log.ownerUrl, (client) => client.query(statement))).rejects.toThrow('the log is append-only');
  });

  it("ignores a temporary table of the server's role with the name of the head", async () => {
    const client = await log.pool.connect();
    await client.query(
      'create temp table log_head (only_row boolean, position bigint, hash bytea, recorded_us bigint)',
    );
    await client.query(`insert into log_head values (true, 9999, decode(repeat('00', 32), 'hex'), 0)`);
    await client.query('grant all on log_head to public');
    client.release();
    const result = await new Appender(log.pool).append({ events: [milestone('a')], recordedBy: 'editor' });
    expect(result).toMatchObject({ ok: true, position: 14 });
  });

  it('refuses an append to any other role', async () => {
    const name = `outsider_${process.pid}_${Date.now()}`;
    await asAdmin(`create role ${name} login password 'x'`);
    const url = new URL(log.url);
    [url.username, url.password] = [name, 'x'];
    const outsider = openPool(url.href, 1);
    try {
      await expect(
        new Appender(outsider).append({ events: [milestone('a')], recordedBy: 'admin' }),
      ).rejects.toMatchObject({
        code: '42501',
      });
    } finally {
      await asAdmin(`drop role ${name}`);
    }
  });

  it.each([
    `update event set recorded_by = 'x'`,
    'delete from event',
    'truncate event',
    'alter table event disable trigger all',
    `insert into event (position) values (99)`,
    'update log_head set position = 0',
    `update stream set closed = true`,
  ])("refuses the server's role: %s", async (statement) => {
    await expect(log.pool.query(statement)).rejects.toMatchObject({ code: '42501' });
  });
});

/** SQL: inserts a copy of the event at `from` with another id, position and version. */
const insertCopy = (position: number, version: number, from: number): string => `
insert into event select ${position}, gen_random_uuid(), story, ${version}, type, kind, target, fact_id, fact_type,
                         ${position}, recorded_at, recorded_by, content_hash, hash, envelope
  from event where position = ${from}`;

const BEFORE_THE_FIRST = `
insert into event select 0, gen_random_uuid(), 'z', 1, type, kind, target, fact_id, fact_type, 0, recorded_at,
                         recorded_by, content_hash, hash, envelope
  from event where position = 1`;

describe('verify', () => {
  it('accepts an untouched log, and returns its head', async () => {
    const head = await log.pool.query<{ hash: string }>(`select encode(hash, 'hex') as hash from log_head`);
    expect(await verdict()).toEqual({ kind: 'verified', verified: 13, head: head.rows[0]?.hash });
  });

  it.each([
    [
      'a changed word',
      5,
      [`update event set envelope = replace(envelope::text, 'happened', 'Happened')::json where position = 5`],
    ],
    [
      'a changed word with a matching content hash',
      5,
      [
        `update event set envelope = replace(envelope::text, 'happened', 'Happened')::json where position = 5`,
        `update event set content_hash = sha256(convert_to(envelope::text, 'UTF8')) where position = 5`,
      ],
    ],
    ['a deleted event', 6, ['delete from event where position = 6']],
    [
      'two swapped events',
      4,
      [
        'update event set position = 100 where position = 4',
        'update event set position = 4 where position = 5',
        'update event set position = 5 where position = 100',
      ],
    ],
    ['an inserted event', 14, [insertCopy(14, 14, 13), 'update log_head set position = 14']],
    [
      'an event inserted in the middle, with all later ones moved up',
      6,
      [
        'update event set position = position + 1000 where position > 5',
        insertCopy(6, 1006, 5),
        'update event set position = position - 999 where position > 1000',
        'update log_head set position = 14',
      ],
    ],
    ['a changed story', 3, [`update event set story = 'b', version = 1 where position = 3`]],
    ['a changed type', 3, [`update event set type = 'StatementMade' where position = 3`]],
    ['a changed fact', 13, [`update event set fact_id = gen_random_uuid() where position = 13`]],
    ['a changed fact type', 13, [`update event set fact_type = 'StatementMade' where position = 13`]],
    ['a changed target', 13, [`update event set target = gen_random_uuid() where position = 13`]],
    ['a changed version', 12, ['update event set version = 99 where position = 12']],
    [
      'a changed time',
      3,
      [`update event set recorded_at = recorded_at + interval '1 microsecond' where position in (3, 4)`],
    ],
    ['a changed author', 3, [`update event set recorded_by = 'somebody else' where position = 3`]],
    ['a changed request', 3, ['update event set request_end = 3 where position = 3']],
    ['a missing last event', 13, ['delete from event where position = 13']],
  ])('finds %s, and reports position %i', async (_name, position, statements) => {
    await tamper(...statements);
    expect(await verdict()).toMatchObject({ kind: 'broken', position, problem: expect.any(String) as unknown });
  });

  it('finds that the last events were cut off together with the head, by a trusted head', async () => {
    const { rows } = await log.pool.query<{ hash: string }>(`select encode(hash, 'hex') as hash from log_head`);
    const trusted = { position: 13, hash: rows[0]?.hash ?? '' };
    expect(await verdict(trusted)).toMatchObject({ kind: 'verified' });
    await tamper(
      'delete from event where position = 13',
      'update log_head h set position = 12, hash = (select e.hash from event e where e.position = 12)',
    );
    expect(await verdict()).toMatchObject({ kind: 'broken', reason: 'stream-differs' });
    await tamper('update stream set version = 12');
    expect(await verdict()).toMatchObject({ kind: 'verified', verified: 12 });
    expect(await verdict(trusted)).toMatchObject({ kind: 'broken', position: 13 });
  });

  it('finds events above the head', async () => {
    await tamper('update log_head h set position = 12, hash = (select e.hash from event e where e.position = 12)');
    expect(await verdict()).toMatchObject({ kind: 'broken', position: 13, reason: 'event-outside' });
  });

  it.each([
    ['an event before the first', { position: 0, reason: 'event-outside' }, [BEFORE_THE_FIRST]],
    ['a head with another hash', { position: 13, reason: 'head-differs' }, [`update log_head set hash = sha256('x')`]],
    [
      'a time of the head before the last event',
      { position: 13, reason: 'head-differs' },
      ['update log_head set recorded_us = recorded_us - 1'],
    ],
    [
      'a changed version of a stream',
      { position: 13, reason: 'stream-differs', story: 'a' },
      ['update stream set version = 12'],
    ],
    [
      'a stream that is closed while its story is open',
      { position: 13, reason: 'stream-differs', story: 'a' },
      ['update stream set closed = true'],
    ],
    ['a missing stream', { position: 13, reason: 'stream-missing', story: 'a' }, ['delete from stream']],
    [
      'a stream without a story',
      { position: 0, reason: 'stream-without-events', story: 'z' },
      [`insert into stream values ('z', 1, false)`],
    ],
  ])('finds %s', async (_name, found, statements) => {
    await tamper(...statements);
    expect(await verdict()).toEqual({ kind: 'broken', problem: expect.any(String) as unknown, ...found });
  });

  it('accepts a closed story, and one that was reopened', async () => {
    const appender = new Appender(log.pool);
    const append = (...events: NewEvent[]) => appender.append({ events, recordedBy: 'editor' });
    const closing = newEvent('StoryClosed', { story: 'c', data: {} });
    await append(opened('b'), opened('c'));
    await append(newEvent('StoryClosed', { story: 'b', data: {} }), closing);
    const about = { factId: closing.id, factType: closing.type };
    await append(newEvent('EventRetracted', { story: 'c', data: { target: closing.id, reason: 'too early' } }, about));
    await append(milestone('c'));
    expect(await verdict()).toMatchObject({ kind: 'verified', verified: 19 });
    await tamper(`update stream set closed = false where story = 'b'`);
    expect(await verdict()).toMatchObject({ kind: 'broken', position: 16, reason: 'stream-differs', story: 'b' });
  });

  it('finds a time that falls, even if all hashes match', async () => {
    const append = () => new Appender(log.pool).append({ events: [milestone('a')], recordedBy: 'editor' });
    await asOwner(log.ownerUrl, (owner) =>
      owner.query('update log_head set recorded_us = recorded_us + 3600 * 1000000::bigint'),
    );
    await append();
    expect(await verdict()).toMatchObject({ kind: 'verified', verified: 14 });
    await asOwner(log.ownerUrl, (owner) =>
      owner.query('update log_head set recorded_us = recorded_us - 3600 * 1000000::bigint'),
    );
    await append();
    expect(await verdict()).toMatchObject({ kind: 'broken', position: 15, reason: 'time-falls' });
  });

  it('accepts events that are recorded during the check', async () => {
    const appender = new Appender(log.pool);
    let last: VerifyProgress | undefined;
    for await (const step of verifyLog(log.pool)) {
      if (step.kind === 'progress')
        await appender.append({ events: [opened('new'), milestone('a')], recordedBy: 'editor' });
      last = step;
    }
    expect(last).toMatchObject({ kind: 'verified', verified: 15 });
  });

  it('finds that the whole log was rewritten, by a trusted head', async () => {
    expect(await verdict({ position: 7, hash: 'ab'.repeat(32) })).toMatchObject({ kind: 'broken', position: 7 });
  });
});
