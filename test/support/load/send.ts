import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, TestServer } from '../server.js';
import type { Body } from './drafts.js';
import type { Ledger, Place } from './ledger.js';

/** Whom to ask now: the servers that are meant to be up. */
export type Servers = () => readonly TestServer[];

export interface Question {
  method: string;
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/**
 * A request that is not answered by then hangs. Without its database a server gives up after 10 s for a connection and
 * 10 s for a query; what is to be recorded it gives up after 10 s in all.
 */
export const ANSWERED_WITHIN = 25_000;

/**
 * Asks a server once, and notes how it answered. Breaches are: no answer in time, a status of 500, a 503 that does not
 * say when to come again.
 *
 * @returns null where the connection ended without an answer, as it does when a server is killed
 */
export async function ask(
  server: TestServer,
  { method, path, body, headers }: Question,
  ledger: Ledger,
): Promise<Answer | null> {
  const began = performance.now();
  const what = `${method} ${path}`;
  try {
    const response = await fetch(server.url + path, {
      method,
      headers: {
        authorization: `Bearer ${server.adminKey}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(ANSWERED_WITHIN),
    });
    const text = await response.text();
    const { status } = response;
    ledger.answered(status, performance.now() - began);
    if (status === 500 || (status > 500 && status !== 503)) ledger.breach(`${what} answered ${status}: ${text}`);
    if (status === 503 && !response.headers.has('retry-after'))
      ledger.breach(`${what} answered 503 without Retry-After: ${text}`);
    const isJson = /^application\/([\w.-]+\+)?json\b/.test(response.headers.get('content-type') ?? '');
    return { status, headers: response.headers, text, body: isJson ? JSON.parse(text) : undefined };
  } catch (error) {
    ledger.answered('broken', performance.now() - began);
    // Of another realm than Jest's, so that it is no instance of this one's Error.
    if ((error as { name?: unknown }).name === 'TimeoutError') ledger.breach(`${what} hung for ${ANSWERED_WITHIN} ms`);
    return null;
  }
}

/** How a client can say that what it sends again is the same: by ids of its own, or by an Idempotency-Key. */
export type Sameness = { ids: string[] } | { key: string };

/** Requests go round the servers. */
let turn = 0;

/**
 * Records some events, as one request. While nothing tells what became of it (no answer, a 503), the same request goes
 * again, to whichever server is up, until `giveUpAt`.
 *
 * @param giveUpAt asked before each try; in the time of `Date.now()`
 * @returns where the events stand; null where they were refused, or given up with their fate unknown
 */
export async function record(
  servers: Servers,
  ledger: Ledger,
  bodies: readonly Body[],
  same: Sameness,
  giveUpAt: () => number,
  headers: Record<string, string> = {},
): Promise<Place[] | null> {
  const named = bodies.map((body, i) => ({ ...('ids' in same && { id: same.ids[i] }), ...body }));
  const question = {
    method: 'POST',
    path: '/v1/events',
    body: named.length === 1 ? named[0] : named,
    headers: { ...headers, ...('key' in same && { 'idempotency-key': same.key }) },
  };
  ledger.sent(bodies);
  turn += 1;
  for (let tries = 0; Date.now() < giveUpAt(); tries += 1) {
    const up = servers();
    const server = up[(turn + tries) % Math.max(1, up.length)];
    const answer = server ? await ask(server, question, ledger) : null;
    if (answer && (answer.status === 201 || answer.status === 200)) {
      const { events } = answer.body as { events: Place[] };
      ledger.acknowledged(bodies, events, answer.headers.has('idempotency-replayed'));
      return events;
    }
    if (answer && answer.status !== 503) {
      ledger.refused(bodies);
      ledger.breach(`a request was refused: ${answer.status} ${answer.text}`);
      return null;
    }
    await sleep(answer ? 200 : 50);
  }
  return null;
}
