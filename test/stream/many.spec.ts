import { beforeAll, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { milestone } from '../bulk/importing.js';
import { openStory } from '../http/recording.js';
import { createTestDatabase } from '../support/database.js';
import { Fleet } from '../support/load/fleet.js';
import { until } from '../support/until.js';
import { StreamClient } from './follower.js';

const CLIENTS = Number(process.env['DATELINE_STREAM_CLIENTS'] ?? 60);
const EVENTS = Number(process.env['DATELINE_STREAM_EVENTS'] ?? 2000);
const BATCH = 50;

let fleet: Fleet;
let begin: number;

beforeAll(async () => {
  fleet = new Fleet(await createTestDatabase());
  const first = await fleet.start();
  await fleet.start({ DATELINE_ROLES: 'api' });
  await openStory(first, 'busy');
  begin = 1; // its opening
}, 120_000);

const either = () => fleet.up[Math.floor(Math.random() * fleet.up.length)] ?? nobody();

/**
 * Follows until the last position, on either server, cut off at random moments; answers how often that was. Every
 * position comes once, and in order.
 */
async function follow(last: number, done: (by: number) => void): Promise<number> {
  let [at, cuts] = [begin, -1];
  while (at < last) {
    const client = new StreamClient(
      either(),
      `/v1/events/stream?after=${begin}`,
      ({ id }) => {
        if (id !== at + 1) throw new Error(`position ${id} came after ${at}`);
        at = id;
        if (at === last) client.cut();
      },
      at === begin ? {} : { 'last-event-id': String(at) },
    );
    await client.opened();
    expect([200, 0]).toContain(client.status);
    const cut = setTimeout(() => client.cut(), 100 + Math.random() * 1500);
    await client.ended;
    clearTimeout(cut);
    cuts++;
  }
  done(at);
  return cuts;
}

it(`${CLIENTS} clients that are cut off at random hear of ${EVENTS} events each once and in order, from two servers`, async () => {
  const last = begin + EVENTS;
  let through = 0;
  const clients = Array.from({ length: CLIENTS }, () => follow(last, () => through++));
  const failed = Promise.all(clients).then(() => new Promise<never>(() => undefined));
  const began = performance.now();
  const record = async (): Promise<void> => {
    for (let n = 0; n < EVENTS; n += BATCH) {
      const events = Array.from({ length: BATCH }, (_, i) => JSON.parse(milestone('busy', n + i)) as object);
      const answer = await either().post('/v1/events', events);
      if (answer.status !== 201) throw new Error(answer.text);
      await sleep(5);
    }
  };
  await Promise.race([record(), failed]);
  const recorded = performance.now() - began;
  await Promise.race([until('everybody has all', () => through === CLIENTS, 240_000), failed]);
  const cuts = (await Promise.all(clients)).reduce((sum, one) => sum + one, 0);
  console.log(
    `${CLIENTS} clients, ${EVENTS} events: recorded in ${Math.round(recorded)} ms, all told in ${Math.round(performance.now() - began)} ms, ${cuts} times cut off`,
  );
  expect(cuts).toBeGreaterThan(CLIENTS / 4);
}, 300_000);

function nobody(): never {
  throw new Error('no server is up');
}
