import { beforeEach, describe, expect, it } from '@jest/globals';
import { Appender } from '#log/append/appender.js';
import { appendParameters } from '#log/append/append-call.js';
import type { AppendRequest } from '#log/append/append-request.js';
import { dryRunAppend } from '#log/append/dry-run.js';
import { readHead } from '#log/read/read-head.js';
import { nowMicroseconds } from '#platform/clock/clock.js';
import { asOwner, milestone, opened, openLog, type LogDatabase } from '../support/log.js';

const HOUR = 3_600;
const DAY = 24 * HOUR;

let log: LogDatabase;
/** How far this process's clock is ahead of the database's, seconds. */
let ahead = 0;
let appender: Appender;
const now = () => nowMicroseconds() + ahead * 1_000_000;

beforeEach(async () => {
  ahead = 0;
  log = await openLog();
  appender = new Appender(log.pool, { now });
  expect(await appender.append({ events: [opened('a')], recordedBy: 'editor' })).toMatchObject({ ok: true });
});

const request = (): AppendRequest => ({ events: [milestone('a')], recordedBy: 'editor' });

/** Sets the time of the last commit to so many seconds ago; negative: ahead of the clock. */
const lastCommitWas = (secondsAgo: number) =>
  asOwner(log.ownerUrl, (owner) =>
    owner.query('update log_head set recorded_us = ((extract(epoch from clock_timestamp()) - $1) * 1000000)::bigint', [
      secondsAgo,
    ]),
  );

describe('an append', () => {
  it.each([
    ['both clocks agree, and the last event is a moment old', 0, 0],
    ['both clocks agree, and the last event is days old', 0, 3 * DAY],
    ['both clocks agree, and the last event is an hour ahead', 0, -HOUR],
    ["the process's clock is an hour ahead, and the last event is seconds old", HOUR, 10],
    ["the process's clock is an hour behind, and the last event is seconds old", -HOUR, 10],
    ['the clocks are 50 s apart, and the last event is days old', 50, 3 * DAY],
  ])('succeeds if %s', async (_case, processAhead, secondsAgo) => {
    await lastCommitWas(secondsAgo);
    ahead = processAhead;
    const before = await readHead(log.pool);
    const result = await appender.append(request());
    if (!result.ok) throw new Error(result.code);
    expect((result.events[0]?.recordedAt ?? '') > (before.recordedAt ?? '')).toBe(true);
  });

  it.each([
    [
      "the database's clock is an hour ahead of the process's, and of the last event",
      -HOUR,
      HOUR + 20,
      /3600 s ahead of this server's and 3620 s/,
    ],
    [
      "the process's clock is an hour ahead, and the last event is days old",
      HOUR,
      3 * DAY,
      /3600 s behind this server's and 259200 s ahead of/,
    ],
    [
      "the process's clock is an hour behind, and the last event is ahead",
      -HOUR,
      -HOUR,
      /3600 s ahead of this server's and 3600 s behind/,
    ],
    ['the clocks are 70 s apart, and the last event is days old', 70, 3 * DAY, /70 s behind this server's/],
  ])('is refused if %s', async (_case, processAhead, secondsAgo, reason) => {
    await lastCommitWas(secondsAgo);
    ahead = processAhead;
    const before = await readHead(log.pool);
    const refused = { name: 'ClocksDisagree', message: expect.stringMatching(reason) as unknown };
    const results = await Promise.allSettled([appender.append(request()), appender.append(request())]);
    expect(results).toMatchObject([{ reason: refused }, { reason: refused }]);
    await expect(dryRunAppend(log.pool, request(), now)).rejects.toMatchObject(refused);
    expect(await readHead(log.pool)).toMatchObject({ position: before.position, recordedAt: before.recordedAt });

    ahead = 0;
    expect(await appender.append(request())).toMatchObject({ ok: true });
  });

  it('is refused on an empty log if the clocks differ, because no event says which of them is right', async () => {
    const empty = await openLog();
    const first = new Appender(empty.pool, { now: () => nowMicroseconds() + HOUR * 1_000_000 });
    await expect(first.append({ events: [opened('a')], recordedBy: 'editor' })).rejects.toMatchObject({
      name: 'ClocksDisagree',
      message: expect.stringMatching(/no event/) as unknown,
    });
  });

  it('is accepted from a server of the previous release, which does not send its clock', async () => {
    await lastCommitWas(3 * DAY);
    const values = appendParameters([request()], { again: false, dry: false, processUs: 0 }).slice(0, 17);
    const text = `select outcomes from append_events(${values.map((_, i) => `$${i + 1}`).join()})`;
    expect((await log.pool.query(text, values)).rows).toEqual([{ outcomes: 'stored' }]);
  });
});
