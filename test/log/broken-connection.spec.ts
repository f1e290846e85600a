import { beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { v4 } from 'uuid';
import { Appender } from '#log/append/appender.js';
import type { AppendResult, NewEvent } from '#log/append/append-request.js';
import { Follower } from '#log/follow/follower.js';
import { Notifier } from '#log/follow/notifier.js';
import { readHead } from '#log/read/read-head.js';
import { milestone, opened, openLog, openPool, type LogDatabase } from '../support/log.js';
import { stopAfterwards } from '../support/started.js';
import { tcpProxy, type TcpProxy } from '../support/tcp-proxy.js';

let log: LogDatabase;
let proxy: TcpProxy;
let pool: pg.Pool;
let appender: Appender;
beforeAll(async () => {
  log = await openLog();
  proxy = await tcpProxy(log.url);
  pool = openPool(proxy.url, 2);
  appender = new Appender(pool, { timeoutMs: 3_000 });
  await append(opened('a'));
});

const append = (...events: NewEvent[]): Promise<AppendResult> => appender.append({ events, recordedBy: 'editor' });
const head = async (): Promise<number> => (await readHead(log.pool)).position;

describe('a connection that breaks right after the commit was sent', () => {
  it('leads to one event, and to the result that it was stored', async () => {
    const before = await head();
    const swallowed = proxy.swallowed();
    proxy.swallowAnswerTo('append-events');
    const result = await append(milestone('a'));
    expect(proxy.swallowed()).toBe(swallowed + 1);
    expect(result).toMatchObject({ ok: true, position: before + 1, events: [{ duplicate: false }] });
    expect(await head()).toBe(before + 1);
  });

  it('leads to one event for each request of a batch, and for an id that a client chose', async () => {
    const before = await head();
    proxy.swallowAnswerTo('append-events');
    const results = await Promise.all([
      append(milestone('a', { id: v4() })),
      append(milestone('a')),
      append(milestone('nowhere')),
      append(milestone('a')),
    ]);
    expect(results.map((result) => result.ok)).toEqual([true, true, false, true]);
    expect(await head()).toBe(before + 3);
  });

  it('does not report the request as replayed that stored its Idempotency-Key', async () => {
    const before = await head();
    proxy.swallowAnswerTo('append-events');
    const idempotency = { key: v4(), fingerprint: 'f' };
    const result = await appender.append({ events: [milestone('a')], recordedBy: 'editor', idempotency });
    expect(result).toMatchObject({ ok: true, replayed: false, position: before + 1 });
    expect(await head()).toBe(before + 1);
  });
});

describe('a database that is away', () => {
  it('makes requests wait, and stores them if it is back in time', async () => {
    proxy.cut();
    const waiting = Array.from({ length: 5 }, () => append(milestone('a')));
    await sleep(700);
    proxy.restore();
    expect((await Promise.all(waiting)).map((result) => result.ok)).toEqual([true, true, true, true, true]);
  });

  it('makes each request fail after its timeout, and later ones succeed once it is back', async () => {
    proxy.cut();
    const began = performance.now();
    const settled = await Promise.allSettled([append(milestone('a')), append(milestone('a'))]);
    expect(settled.map((one) => one.status)).toEqual(['rejected', 'rejected']);
    expect(settled[0]).toMatchObject({ reason: { name: 'LogUnavailable' } });
    expect(performance.now() - began).toBeLessThan(6_000);
    proxy.restore();
    expect((await append(milestone('a'))).ok).toBe(true);
  });
});

describe('a connection that hangs', () => {
  it('makes each request fail after its timeout, also one under way; sent again, each is stored once', async () => {
    const before = await head();
    const hasty = new Appender(openPool(proxy.url, 1), { timeoutMs: 1_000 });
    const post = (id: string) => hasty.append({ events: [milestone('a', { id })], recordedBy: 'editor' });
    await post(v4());
    const ids = [v4(), v4()];
    proxy.stall();
    const began = performance.now();
    const first = post(ids[0] ?? '');
    await sleep(100);
    const settled = await Promise.allSettled([first, post(ids[1] ?? '')]);
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(settled.map((one) => one.status)).toEqual(['rejected', 'rejected']);
    expect(settled[0]).toMatchObject({ reason: { name: 'LogUnavailable' } });
    proxy.flow();
    expect((await Promise.all(ids.map(post))).map((result) => result.ok)).toEqual([true, true]);
    expect(await head()).toBe(before + 3);
  });
});

describe('a follower', () => {
  it('learns what another process appends, also after its connection was cut', async () => {
    const lines: string[] = [];
    const reading = openPool(proxy.url, 1);
    const follower = new Follower({
      url: proxy.url,
      channel: 'test',
      pool: reading,
      pollEvery: 60_000,
      onConnection: (state) => lines.push(state),
    });
    const other = new Notifier(log.pool, 'test');
    stopAfterwards(() => follower.close());
    follower.start();
    const listening = async (times: number) => {
      while (lines.filter((line) => line === 'listening').length < times) await sleep(20);
    };
    const untilFollowed = async (position: number) => {
      while (follower.position < position) await sleep(5);
    };
    await listening(1);

    const appendElsewhere = async (): Promise<number> => {
      const result = await new Appender(log.pool, { onAppended: (position) => other.advance(position) }).append({
        events: [milestone('a')],
        recordedBy: 'x',
      });
      return result.ok ? result.position : 0;
    };
    await untilFollowed(await appendElsewhere());

    proxy.dropAll();
    // The follower finds what was appended while it did not listen, once the connection is back.
    const missed = await appendElsewhere();
    await listening(2);
    await untilFollowed(missed);
    await untilFollowed(await appendElsewhere());
    expect(lines).toEqual(['listening', 'lost', 'listening']);
  });
});
