import { expect } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestServer } from '../server.js';
import { FreshProjection } from './fresh-projection.js';
import type { Ledger, LoggedEvent } from './ledger.js';

/** How long the views may take to reach the head of the log once nobody writes any more, milliseconds. */
const CAUGHT_UP_WITHIN = 60_000;

/**
 * That a server has come through: nothing acknowledged is lost, nothing is there twice, positions are 1..n, the log
 * verifies, every view equals a fresh projection of the log, no request hung or failed in a way it must not, and the
 * process answers. Call it when nobody writes.
 */
export async function expectSound(server: TestServer, ledger: Ledger): Promise<void> {
  expect(await breachesOf(server, ledger, new FreshProjection(server.ownerUrl))).toEqual([]);
}

/**
 * The same, telling what is wrong.
 *
 * @param patience how long the views may take to reach the head of the log, milliseconds
 */
export async function breachesOf(
  server: TestServer,
  ledger: Ledger,
  fresh: FreshProjection,
  patience = CAUGHT_UP_WITHIN,
): Promise<string[]> {
  const lag = await untilCaughtUp(server, patience);
  if (lag !== null) return [...ledger.breaches, lag];
  const log = await readLog(server);
  return [
    ...ledger.breaches,
    ...ledger.compare(log).slice(0, 20),
    ...(await verify(server, log.length)),
    ...(await fresh.differences()),
    ...(await answers(server)),
  ];
}

async function untilCaughtUp(server: TestServer, patience: number): Promise<string | null> {
  let last = '';
  for (const deadline = Date.now() + patience; Date.now() < deadline; await sleep(50)) {
    const { status, body, text } = await server.get('/v1/admin/projections');
    last = text;
    if (status !== 200) continue;
    const { lag, items } = body as { lag: number; items: { status: string; view: string }[] };
    const idle = items.filter((one) => one.status !== 'active');
    if (lag === 0 && idle.length === 0) return null;
  }
  return `the views did not reach the head of the log within ${patience} ms: ${last}`;
}

async function readLog(server: TestServer): Promise<LoggedEvent[]> {
  const log: LoggedEvent[] = [];
  for (;;) {
    const { status, body, text } = await server.get(`/v1/events?after=${log.at(-1)?.position ?? 0}&limit=200`);
    if (status !== 200) throw new Error(`reading the log: ${status} ${text}`);
    const { items } = body as { items: LoggedEvent[] };
    if (items.length === 0) return log;
    log.push(...items);
  }
}

async function verify(server: TestServer, events: number): Promise<string[]> {
  const { text } = await server.request('POST', '/v1/admin/log/verify');
  const verdict = text.trimEnd().split('\n').at(-1) ?? '';
  return (JSON.parse(verdict) as { verified?: number }).verified === events
    ? []
    : [`the log does not verify: ${verdict}`];
}

/**
 * That the process takes requests. Its readiness is another matter: it may rightly say that something is wrong with its
 * surroundings.
 */
async function answers(server: TestServer): Promise<string[]> {
  const alive = await server.get('/livez');
  const stories = await server.get('/v1/stories');
  return [alive, stories]
    .filter(({ status }) => status !== 200)
    .map(({ status, text }) => `the server answers ${status}: ${text}`);
}
