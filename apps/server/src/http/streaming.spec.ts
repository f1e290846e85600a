import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLogger } from '#platform/logging/logger.js';
import { Problem } from '../problems/problem.js';
import { sendEventStream, sendLines, streamChunks } from './streaming.js';

const logger = createLogger('silent');
const LONG = 'x'.repeat(10_000);

let fastify: FastifyInstance;
/** How many chunks were taken from the source. */
let taken: number;
let ended: boolean;
/** Called by the source before each chunk. */
let beforeChunk: (n: number) => void;

/** Chunks without an end. */
async function* source(): AsyncGenerator<object> {
  try {
    for (taken = 0; ;) {
      beforeChunk(taken + 1);
      yield { step: (taken += 1), LONG };
      await sleep(0);
    }
  } finally {
    ended = true;
  }
}

beforeEach(async () => {
  [taken, ended, beforeChunk] = [0, false, () => undefined];
  fastify = Fastify({ forceCloseConnections: true });
  fastify.setErrorHandler((error, _, reply) =>
    reply.status(error instanceof Problem ? error.status : 500).send('problem'),
  );
  fastify.get('/lines', (_, reply) => sendLines(reply, source(), logger).then(() => reply));
  fastify.get('/events', (_, reply) => sendEventStream(reply, source(), () => false, logger).then(() => reply));
  fastify.get('/impatient', (_, reply) =>
    streamChunks(reply, 'text/plain', source(), JSON.stringify, logger, { stalledAfterMs: 200 }).then(() => reply),
  );
  await fastify.listen({ port: 0 });
});
afterEach(() => fastify.close());

async function fetchPath(path: string): Promise<IncomingMessage> {
  const request = get({ port: (fastify.server.address() as AddressInfo).port, path });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  response.on('error', () => undefined);
  return response;
}

async function until(condition: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 10_000; !condition(); await sleep(10))
    if (Date.now() > deadline) throw new Error('timed out');
}

/** Waits until nothing more is taken from the source. */
async function standstill(): Promise<number> {
  for (let before = -1; ;) {
    if (before === taken && taken > 0) return taken;
    before = taken;
    await sleep(300);
  }
}

describe('a streamed answer', () => {
  it('waits for a client that stops reading, and continues when it reads again', async () => {
    const response = await fetchPath('/lines');
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
  }, 30_000);

  it('disconnects a client that reads nothing for long', async () => {
    const response = await fetchPath('/impatient');
    response.pause();
    await until(() => ended);
    response.resume();
    await until(() => response.destroyed);
    expect(response.complete).toBe(false);
  }, 30_000);

  it('is a problem where the first chunk fails, and ends with an error where a later one does', async () => {
    beforeChunk = () => {
      throw new Problem('not-found', 'There is nothing.');
    };
    expect((await fetchPath('/lines')).statusCode).toBe(404);
    beforeChunk = (n) => {
      if (n > 2) throw new Problem('unavailable', 'It went away.');
    };
    const error = JSON.stringify({ error: { code: 'unavailable', detail: 'It went away.' } });
    const text = async (path: string): Promise<string> =>
      (await (await fetchPath(path)).setEncoding('utf8').toArray()).join('');
    expect((await text('/lines')).split('\n').slice(2)).toEqual([error, '']);
    expect((await text('/events')).split('\n\n').slice(2)).toEqual([`id: end\ndata: ${error}`, '']);
  });
});
