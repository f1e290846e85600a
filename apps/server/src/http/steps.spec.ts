import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLogger } from '#platform/logging/logger.js';
import { Problem } from '../problems/problem.js';
import { sendStream } from './event-stream.js';
import { sendLines } from './lines.js';
import { streamChunks } from './stream-chunks.js';

const logger = createLogger('silent');
const LONG = 'x'.repeat(10_000);

let fastify: FastifyInstance;
let taken: number;
let ended: boolean;
/** What the source does at a step. */
let at: (step: number) => void;

/** Steps without an end. */
async function* source(): AsyncGenerator<object> {
  try {
    for (taken = 0; ;) {
      at(taken + 1);
      yield { step: (taken += 1), LONG };
      await sleep(0);
    }
  } finally {
    ended = true;
  }
}

beforeEach(async () => {
  [taken, ended, at] = [0, false, () => undefined];
  fastify = Fastify({ forceCloseConnections: true });
  fastify.setErrorHandler((error, _, reply) =>
    reply.status(error instanceof Problem ? error.status : 500).send('problem'),
  );
  fastify.get('/lines', (_, reply) => sendLines(reply, source(), logger).then(() => reply));
  fastify.get('/events', (_, reply) => sendStream(reply, source(), () => false, logger).then(() => reply));
  fastify.get('/impatient', (_, reply) =>
    streamChunks(reply, 'text/plain', source(), (step) => JSON.stringify(step), logger, { patience: 200 }).then(
      () => reply,
    ),
  );
  await fastify.listen({ port: 0 });
});
afterEach(() => fastify.close());

async function ask(path: string): Promise<IncomingMessage> {
  const request = get({ port: (fastify.server.address() as AddressInfo).port, path });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  response.on('error', () => undefined);
  return response;
}

async function until(condition: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 10_000; !condition(); await sleep(10))
    if (Date.now() > deadline) throw new Error('it did not come about in time');
}

/** Waits until nothing is taken from the source any more. */
async function standstill(): Promise<number> {
  for (let before = -1; ;) {
    if (before === taken && taken > 0) return taken;
    before = taken;
    await sleep(300);
  }
}

describe('an answer of many steps', () => {
  it('waits for a reader who stops, and goes on with one who comes back', async () => {
    const response = await ask('/lines');
    response.pause();
    const stopped = await standstill();
    expect(ended).toBe(false);
    response.resume();
    await until(() => taken > stopped + 500);
    response.destroy();
    await until(() => ended);
    const left = taken;
    await sleep(100);
    expect(taken).toBe(left);
  });

  it('cuts off a reader who takes nothing for long', async () => {
    const response = await ask('/impatient');
    response.pause();
    await until(() => ended);
    response.resume();
    await until(() => response.destroyed);
    expect(response.complete).toBe(false);
  });

  it('is a problem where the first step fails, and ends visibly where a later one does', async () => {
    at = () => {
      throw new Problem('not-found', 'There is nothing.');
    };
    expect((await ask('/lines')).statusCode).toBe(404);
    at = (step) => {
      if (step > 2) throw new Problem('unavailable', 'It went away.');
    };
    const error = JSON.stringify({ error: { code: 'unavailable', detail: 'It went away.' } });
    const text = async (path: string): Promise<string> =>
      (await (await ask(path)).setEncoding('utf8').toArray()).join('');
    expect((await text('/lines')).split('\n').slice(2)).toEqual([error, '']);
    expect((await text('/events')).split('\n\n').slice(2)).toEqual([`id: end\ndata: ${error}`, '']);
  });
});
