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
  begin = 1; // the opening of the story
}, 120_000);

const eitherServer = () => fleet.up[Math.floor(Math.random() * fleet.up.length)] ?? noServer();

/**
 * Follows the log up to the last position, on either server, and cuts the connection at random moments. Every position
 * must come once and in order. Returns the number of cuts.
 */
async function follow(last: number, done: () => void): Promise<number> {
  let [at, cuts] = [begin, -1];
  while (at < last) {
    const client = new StreamClient(
      eitherServer(),
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
  done();
  return cuts;
}

it(`${CLIENTS} clients, cut off at random, get ${EVENTS} events once and in order from two servers`, async () => {
  const last = begin + EVENTS;
  let complete = 0;
  const clients = Array.from({ length: CLIENTS }, () => follow(last, () => complete++));
  const failed = Promise.all(clients).then(() => new Promise<never>(() => undefined));
  const began = performance.now();
  const record = async (): Promise<void> => {
    for (let n = 0; n < EVENTS; n += BATCH) {
      const events = Array.from({ length: BATCH }, (_, i) => JSON.parse(milestone('busy', n + i)) as object);
      const answer = await eitherServer().post('/v1/events', events);
      if (answer.status !== 201) throw new Error(answer.text);
      await sleep(5);
    }
  };
  await Promise.race([record(), failed]);
  const recorded = performance.now() - began;
  await Promise.race([until('all clients have all events', () => complete === CLIENTS, 240_000), failed]);
  const cuts = (await Promise.all(clients)).reduce((sum, one) => sum + one, 0);
  console.log(
    `${CLIENTS} clients, ${EVENTS} events: recorded in ${Math.round(recorded)} ms, ` +
      `received by all in ${Math.round(performance.now() - began)} ms, ${cuts} cuts`,
  );
  expect(cuts).toBeGreaterThan(CLIENTS / 4);
}, 300_000);

function noServer(): never {
  throw new Error('no server is up');
}
