import { beforeAll, describe, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { performance, type EventLoopUtilization } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Appender } from '#log/append/appender.js';
import type { AppendResult, NewEvent } from '#log/append/append-request.js';
import { readEvents } from '#log/read/read-events.js';
import { readHead } from '#log/read/read-head.js';
import { asOwner, milestone, newEvent, opened, openLog, type LogDatabase } from '../support/log.js';

let log: LogDatabase;
let appender: Appender;
beforeAll(async () => {
  log = await openLog();
  appender = new Appender(log.pool);
  await append(opened('a'), opened('b'));
});

const append = (...events: NewEvent[]): Promise<AppendResult> => appender.append({ events, recordedBy: 'editor' });
const storedOf = (result: AppendResult) => {
  if (!result.ok) throw new Error(`refused: ${result.code}`);
  return result.events;
};
const positionNow = async (): Promise<number> => (await readHead(log.pool)).position;

describe('an appender that polls busily', () => {
  it('stores what comes, but does not poll while the log makes it wait', async () => {
    const busy = new Appender(log.pool, { busyPoll: true });
    const many = () =>
      Promise.all(Array.from({ length: 64 }, () => busy.append({ events: [milestone('a')], recordedBy: 'editor' })));
    const before = await positionNow();
    expect((await many()).every(({ ok }) => ok)).toBe(true);
    expect(await positionNow()).toBe(before + 64);
    let duringWait: EventLoopUtilization | undefined;
    await asOwner(log.ownerUrl, async (owner) => {
      await owner.query('begin; select 1 from log_head for update');
      const waiting = many();
      await sleep(100);
      const since = performance.eventLoopUtilization();
      await sleep(1_000);
      duringWait = performance.eventLoopUtilization(since);
      await owner.query('commit');
      expect((await waiting).every(({ ok }) => ok)).toBe(true);
    });
    expect(duringWait?.utilization).toBeLessThan(0.5);
    expect(await positionNow()).toBe(before + 128);
    await busy.close();
  });
});

describe('appending', () => {
  it('assigns positions and versions without gaps, and one time per commit', async () => {
    const before = await positionNow();
    const events = storedOf(await append(milestone('a'), milestone('b'), milestone('a')));
    expect(events.map((event) => event.position - before)).toEqual([1, 2, 3]);
    expect((events[2]?.version ?? 0) - (events[0]?.version ?? 0)).toBe(1);
    expect(new Set(events.map((event) => event.recordedAt)).size).toBe(1);
    expect(events[0]?.recordedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
  });

  it('stores the texts of a batch unchanged, as one request', async () => {
    const text = 'Grüße, 北京 \u2028 "quoted" \\ back';
    const events = storedOf(await append(milestone('a', { data: { text } }), milestone('a')));
    const [first] = await readEvents(log.pool, { after: (events[0]?.position ?? 0) - 1, upTo: 1e9, limit: 1 });
    expect(first).toMatchObject({
      data: { text },
      requestEnd: events[1]?.position,
      recordedBy: 'editor',
      recordedAt: events[0]?.recordedAt,
    });
  });

  it('reports the same id and content as a duplicate, and refuses the id with another content', async () => {
    const id = v4();
    const [first] = storedOf(await append(milestone('a', { id })));
    const before = await positionNow();
    expect(storedOf(await append(milestone('a', { id })))).toEqual([{ ...first, duplicate: true }]);
    expect(await append(milestone('a'), milestone('a', { id, data: { text: 'Something else.' } }))).toEqual({
      ok: false,
      code: 'event-id-conflict',
      index: 1,
    });
    expect(await positionNow()).toBe(before);
  });

  it('stores the new events of a request with duplicates, and a repeated event once', async () => {
    const [old, fresh] = [v4(), v4()];
    await append(milestone('a', { id: old }));
    const events = storedOf(
      await append(milestone('a', { id: fresh }), milestone('a', { id: old }), milestone('a', { id: fresh })),
    );
    expect(events.map((event) => event.duplicate)).toEqual([false, true, true]);
    expect(events[0]?.position).toBe(events[2]?.position);
  });

  it.each([
    ['unknown-story', () => [milestone('nowhere')], 0],
    ['story-exists', () => [opened('a')], 0],
    ['unknown-story', () => [milestone('a'), milestone('b'), milestone('nowhere')], 2],
  ] as const)('refuses the whole request with %s, and names the event', async (code, events, index) => {
    const before = await positionNow();
    expect(await append(...events())).toEqual({ ok: false, code, index });
    expect(await positionNow()).toBe(before);
  });

  it('lets a batch open a story, use it and close it, and refuses what comes after', async () => {
    storedOf(await append(opened('c'), milestone('c'), newEvent('StoryClosed', { story: 'c' })));
    expect(await append(milestone('c'))).toMatchObject({ ok: false, code: 'story-closed' });
  });

  it('reopens a story when its closing is retracted, and refuses to retract that again', async () => {
    storedOf(await append(opened('d')));
    const [closing] = storedOf(await append(newEvent('StoryClosed', { story: 'd' })));
    const about = { factId: closing?.id ?? '', factType: 'StoryClosed' };
    const retraction = () =>
      newEvent('EventRetracted', { story: 'd', data: { target: about.factId, reason: 'too early' } }, about);
    storedOf(await append(retraction()));
    storedOf(await append(milestone('d')));
    expect(await append(retraction())).toEqual({ ok: false, code: 'already-retracted', index: 0 });
  });

  it('does not let one request retract and then correct the same event', async () => {
    const [fact] = storedOf(await append(milestone('a')));
    const about = { factId: fact?.id ?? '', factType: 'MilestoneReported' };
    const data = { target: about.factId, reason: 'wrong' };
    const retracted = newEvent('EventRetracted', { story: 'a', data }, about);
    const corrected = newEvent('EventCorrected', { story: 'a', data: { ...data, certainty: 'confirmed' } }, about);
    expect(await append(retracted, corrected)).toEqual({ ok: false, code: 'already-retracted', index: 1 });
    storedOf(await append(corrected, retracted));
  });

  it('checks the expected version', async () => {
    const [last] = storedOf(await append(milestone('b')));
    const expecting = (expectedVersion: number) =>
      appender.append({ events: [milestone('b')], recordedBy: 'editor', expectedVersion });
    expect(await expecting(0)).toEqual({ ok: false, code: 'version-mismatch', index: 0, actualVersion: last?.version });
    expect((await expecting(last?.version ?? 0)).ok).toBe(true);
  });

  it('replays the first result for an Idempotency-Key, only to its holder and for the same request', async () => {
    const once = (fingerprint: string, recordedBy = 'editor') =>
      appender.append({ events: [milestone('a')], recordedBy, idempotency: { key: 'k-1', fingerprint } });
    const first = await once('f');
    expect(await once('f')).toEqual({ ...first, replayed: true });
    expect(await once('g')).toMatchObject({ ok: false, code: 'idempotency-key-reused' });
    expect(await once('f', 'somebody else')).toMatchObject({ ok: true, replayed: false });
  });

  it('forgets an Idempotency-Key after 24 hours', async () => {
    const once = () =>
      appender.append({
        events: [milestone('a')],
        recordedBy: 'editor',
        idempotency: { key: 'k-2', fingerprint: 'f' },
      });
    await once();
    await asOwner(log.ownerUrl, (client) =>
      client.query(`update idempotency set recorded_at = now() - interval '25 hours' where key = 'k-2'`),
    );
    expect(await once()).toMatchObject({ ok: true, replayed: false });
  });
});

describe('many appends at once', () => {
  it('get positions without gaps, and times that rise from commit to commit', async () => {
    const results = await Promise.all(Array.from({ length: 300 }, (_, i) => append(milestone(i % 2 ? 'a' : 'b'))));
    const positions = results.flatMap((result) => storedOf(result).map((event) => event.position));
    expect(new Set(positions).size).toBe(300);
    const { rows } = await log.pool.query<{ dense: boolean; rising: boolean; commits: string }>(
      `select max(position) = count(*) as dense, count(distinct recorded_at) as commits,
              not exists (select 1 from event a join event b on b.position = a.position + 1
                           where b.recorded_at < a.recorded_at) as rising
         from event`,
    );
    expect(rows[0]).toMatchObject({ dense: true, rising: true });
  });

  it('do not fail because of a request that is refused', async () => {
    const results = await Promise.all([append(milestone('a')), append(milestone('nowhere')), append(milestone('b'))]);
    expect(results.map((result) => result.ok)).toEqual([true, false, true]);
  });

  it('do not fail because of a request that makes the statement fail', async () => {
    const poisoned = { ...milestone('a'), envelope: '{"not": json' };
    const settled = await Promise.allSettled([append(milestone('a')), append(poisoned), append(milestone('b'))]);
    expect(settled.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(settled[1]).toMatchObject({ reason: expect.objectContaining({ code: '22P02' }) as unknown });
  });

  it('get rising times even if the clock is behind the last event', async () => {
    await asOwner(log.ownerUrl, (client) => client.query('update log_head set recorded_us = recorded_us + 3600000000'));
    const [one] = storedOf(await append(milestone('a')));
    const [two] = storedOf(await append(milestone('a')));
    expect((two?.recordedAt ?? '') > (one?.recordedAt ?? '')).toBe(true);
    expect((await readHead(log.pool)).aheadOfClock).toBeGreaterThan(3_000_000_000);
  });
});
