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
/** Records some milestones of a story; answers their positions. */
async function record(story: string, count = 1): Promise<number[]> {
  const events = Array.from({ length: count }, () => JSON.parse(milestone(story, ++recorded)) as object);
  const answer = await server.post('/v1/events', events);
  return (answer.body as { events: { position: number }[] }).events.map((event) => event.position);
}

/** Follows, and gathers what comes. */
async function follow(
  query: string,
  headers?: Record<string, string>,
): Promise<{ client: StreamClient; came: Message[]; ids: () => number[] }> {
  const came: Message[] = [];
  const client = await new StreamClient(
    server,
    `/v1/events/stream${query}`,
    (message) => came.push(message),
    headers,
  ).opened();
  return { client, came, ids: () => came.map((message) => message.id) };
}

const arrived = (came: readonly unknown[], count: number): Promise<void> =>
  until(`${count} messages`, () => came.length >= count);

describe('the stream of events', () => {
  it('begins with what comes next, and tells each event as the log holds it', async () => {
    await record('one');
    const { client, came, ids } = await follow('');
    const positions = [...(await record('one', 2)), ...(await record('two', 3))];
    await arrived(came, 5);
    expect(ids()).toEqual(positions);
    const stored = await server.get(`/v1/events?after=${(positions[0] ?? 0) - 1}`);
    expect(came.map((message) => message.data)).toEqual((stored.body as { items: unknown[] }).items);
    client.cut();
  });

  it('goes on after a position, as it was asked or as the last event was', async () => {
    const positions = await record('one', 5);
    const [first = 0, second = 0, third = 0] = positions;
    const asked = await follow(`?after=${first}`);
    const back = await follow(`?after=${first}`, { 'last-event-id': String(third) });
    await arrived(asked.came, 4);
    await arrived(back.came, 2);
    await record('one', 1);
    await arrived(asked.came, 5);
    await arrived(back.came, 3);
    expect(asked.ids().slice(0, 2)).toEqual([second, third]);
    expect(back.ids()).toEqual(asked.ids().slice(2));
    asked.client.cut();
    back.client.cut();
  });

  it('can be that of one story, of one type, or of both', async () => {
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
      await arrived(one?.came ?? [], count);
    expect(all[0]?.came.every((message) => message.data['story'] === 'two')).toBe(true);
    expect(all[1]?.came.map((message) => message.data['story'])).toEqual(['one', 'two']);
    expect(all[2]?.came.map((message) => message.data['story'])).toEqual(['two']);
    expect(later.ids()).toEqual([position]);
    for (const { client } of [...all, later]) client.cut();
  });

  it.each<[string, string, Record<string, string>, number, string]>([
    ['a position that is none', '?after=-1', {}, 400, 'bad-parameter'],
    ['a position that is not there yet', '?after=999999', {}, 400, 'bad-parameter'],
    ['a last event that is none', '', { 'last-event-id': 'the last' }, 400, 'bad-parameter'],
    ['a last event that is not there yet', '', { 'last-event-id': '999999' }, 400, 'bad-parameter'],
    ['a parameter that there is not', '?since=1', {}, 400, 'bad-parameter'],
    ['no key', '', { authorization: '' }, 401, 'unauthenticated'],
    ['JSON', '', { accept: 'application/json' }, 406, 'not-acceptable'],
  ])('is refused to who asks with %s', async (_, query, headers, status, code) => {
    const { client } = await follow(query, headers);
    await client.ended;
    expect([client.status, JSON.parse(client.text)]).toEqual([status, expect.objectContaining({ code })]);
  });

  it('lets go a client that does not read, and holds nothing for it', async () => {
    const slow = await follow('?after=0');
    const quick = await follow('?after=0');
    slow.client.pause();
    let last = 0;
    for (let n = 0; n < 30; n++) last = (await record('one', 500)).at(-1) ?? 0;
    await until('the quick one has all', () => quick.ids().at(-1) === last);
    let gone = false;
    void slow.client.ended.then(() => (gone = true));
    await until(
      'the server has let it go',
      () => server.log().includes('a client that does not read was let go'),
      20_000,
    );
    // What was on its way still comes; then it is over, and it can come back to the same place.
    slow.client.resume();
    await until('it has noticed', () => gone);
    const at = slow.ids().at(-1) ?? 0;
    expect(at).toBeLessThan(last);
    expect(slow.ids()).toEqual(quick.ids().slice(0, slow.came.length));
    const back = await follow('', { 'last-event-id': String(at) });
    await until('it has caught up', () => back.ids().at(-1) === last);
    expect([...slow.ids(), ...back.ids()]).toEqual(quick.ids());
    for (const { client } of [quick, back]) client.cut();
  }, 90_000);

  it('says every 15 seconds that it is there', async () => {
    const { client } = await follow('');
    await until('a heartbeat', () => client.heartbeats > 0, 17_000);
    client.cut();
  }, 30_000);

  it('is ended when the server ends, which takes no time', async () => {
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

it('who connects when nothing happens hears of what happens later', async () => {
  const { client, came } = await follow('');
  await sleep(1500);
  const positions = await record('two');
  await arrived(came, 1);
  expect(came.map((message) => message.id)).toEqual(positions);
  client.cut();
});
