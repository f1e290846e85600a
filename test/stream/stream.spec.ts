import { beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { milestone } from '../bulk/importing.js';
import { openStory } from '../http/recording.js';
import { launchServer, startServer, untilReady, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';
import { StreamClient, type Message } from './follower.js';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
  for (const story of ['one', 'two']) await openStory(server, story);
}, 120_000);

let recorded = 0;
/** Records milestones of a story. Returns their positions. */
async function record(story: string, count = 1): Promise<number[]> {
  const events = Array.from({ length: count }, () => JSON.parse(milestone(story, ++recorded)) as object);
  const answer = await server.post('/v1/events', events);
  return (answer.body as { events: { position: number }[] }).events.map((event) => event.position);
}

/** Follows the stream and collects its messages. */
async function follow(
  query: string,
  headers?: Record<string, string>,
): Promise<{ client: StreamClient; received: Message[]; ids: () => number[] }> {
  const received: Message[] = [];
  const client = await new StreamClient(
    server,
    `/v1/events/stream${query}`,
    (message) => received.push(message),
    headers,
  ).opened();
  return { client, received, ids: () => received.map((message) => message.id) };
}

const arrived = (received: readonly unknown[], count: number): Promise<void> =>
  until(`${count} messages`, () => received.length >= count);

describe('the stream of events', () => {
  it('begins with the next event, and has each event as the log has it', async () => {
    await record('one');
    const { client, received, ids } = await follow('');
    const positions = [...(await record('one', 2)), ...(await record('two', 3))];
    await arrived(received, 5);
    expect(ids()).toEqual(positions);
    const stored = await server.get(`/v1/events?after=${(positions[0] ?? 0) - 1}`);
    expect(received.map((message) => message.data)).toEqual((stored.body as { items: unknown[] }).items);
    client.cut();
  });

  it('begins after a requested position, or after the last event received', async () => {
    const positions = await record('one', 5);
    const [first = 0, second = 0, third = 0] = positions;
    const requested = await follow(`?after=${first}`);
    const back = await follow(`?after=${first}`, { 'last-event-id': String(third) });
    await arrived(requested.received, 4);
    await arrived(back.received, 2);
    await record('one', 1);
    await arrived(requested.received, 5);
    await arrived(back.received, 3);
    expect(requested.ids().slice(0, 2)).toEqual([second, third]);
    expect(back.ids()).toEqual(requested.ids().slice(2));
    requested.client.cut();
    back.client.cut();
  });

  it('can be filtered by story, by type, or by both', async () => {
    const head = (await record('one'))[0] ?? 0;
    const all = [
      await follow(`?after=0&story=two`),
      await follow('?after=0&type=StoryOpened'),
      await follow('?after=0&story=two&type=StoryOpened'),
    ];
    const later = await follow(`?after=${head}&story=two`);
    const [position = 0] = await record('two');
    await until('the story', () => all[0]?.ids().includes(position) ?? false);
    for (const [one, count] of [
      [all[1], 2],
      [all[2], 1],
      [later, 1],
    ] as const)
      await arrived(one?.received ?? [], count);
    expect(all[0]?.received.every((message) => message.data['story'] === 'two')).toBe(true);
    expect(all[1]?.received.map((message) => message.data['story'])).toEqual(['one', 'two']);
    expect(all[2]?.received.map((message) => message.data['story'])).toEqual(['two']);
    expect(later.ids()).toEqual([position]);
    for (const { client } of [...all, later]) client.cut();
  });

  it.each<[string, string, Record<string, string>, number, string]>([
    ['an invalid position', '?after=-1', {}, 400, 'bad-parameter'],
    ['a position past the end of the log', '?after=999999', {}, 400, 'bad-parameter'],
    ['an invalid last event', '', { 'last-event-id': 'the last' }, 400, 'bad-parameter'],
    ['a last event past the end of the log', '', { 'last-event-id': '999999' }, 400, 'bad-parameter'],
    ['an unknown parameter', '?since=1', {}, 400, 'bad-parameter'],
    ['no key', '', { authorization: '' }, 401, 'unauthenticated'],
    ['JSON', '', { accept: 'application/json' }, 406, 'not-acceptable'],
  ])('is refused: %s', async (_, query, headers, status, code) => {
    const { client } = await follow(query, headers);
    await client.ended;
    expect([client.status, JSON.parse(client.text)]).toEqual([status, expect.objectContaining({ code })]);
  });

  it('disconnects a client that does not read, and buffers nothing for it', async () => {
    const slow = await follow('?after=0');
    const quick = await follow('?after=0');
    slow.client.pause();
    let last = 0;
    for (let n = 0; n < 30; n++) last = (await record('one', 500)).at(-1) ?? 0;
    await until('the quick client has all events', () => quick.ids().at(-1) === last);
    let ended = false;
    void slow.client.ended.then(() => (ended = true));
    await until(
      'the server has disconnected it',
      () => server.log().includes('a client that does not read was disconnected'),
      20_000,
    );
    // It still receives what was sent already. Then it can reconnect at its position.
    slow.client.resume();
    await until('its connection has ended', () => ended);
    const at = slow.ids().at(-1) ?? 0;
    expect(at).toBeLessThan(last);
    expect(slow.ids()).toEqual(quick.ids().slice(0, slow.received.length));
    const back = await follow('', { 'last-event-id': String(at) });
    await until('it has all events', () => back.ids().at(-1) === last);
    expect([...slow.ids(), ...back.ids()]).toEqual(quick.ids());
    for (const { client } of [quick, back]) client.cut();
  }, 90_000);

  it('has a heartbeat every 15 seconds', async () => {
    const { client } = await follow('');
    await until('a heartbeat', () => client.heartbeats > 0, 17_000);
    client.cut();
  }, 30_000);

  it('ends at once when the server shuts down', async () => {
    const launched = await launchServer();
    const url = await untilReady(launched);
    const clients = await Promise.all(
      Array.from({ length: 20 }, () =>
        new StreamClient({ url, adminKey: launched.adminKey }, '/v1/events/stream', () => undefined).opened(),
      ),
    );
    const began = performance.now();
    launched.child.kill('SIGTERM');
    await Promise.all(clients.map((client) => client.ended));
    expect(await launched.exited).toBe(0);
    expect(performance.now() - began).toBeLessThan(4000);
  }, 60_000);
});

it('a client that connects to a quiet log gets later events', async () => {
  const { client, received } = await follow('');
  await sleep(1500);
  const positions = await record('two');
  await arrived(received, 1);
  expect(received.map((message) => message.id)).toEqual(positions);
  client.cut();
});
