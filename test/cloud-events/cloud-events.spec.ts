import { beforeAll, describe, expect, it } from '@jest/globals';
import { CloudEvent, HTTP, type Message } from 'cloudevents';
import { milestone } from '../bulk/importing.js';
import { openStory } from '../http/recording.js';
import { startServer, type Answer, type TestServer } from '../support/server.js';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
  await openStory(server, 'a-story');
}, 60_000);

const milestoneData = (n: number): Record<string, unknown> => {
  const {
    type: _type,
    story: _story,
    occurredAt: _date,
    ...rest
  } = JSON.parse(milestone('a-story', n)) as Record<string, unknown>;
  return rest;
};
const event = (more: object = {}): CloudEvent<unknown> =>
  new CloudEvent<unknown>({
    type: 'dateline.MilestoneReported',
    source: '/desk/cms',
    subject: 'a-story',
    time: '2025-04-11T12:00:00.000Z',
    data: milestoneData(1),
    ...more,
  });

const send = ({ headers, body }: Message, more: Record<string, string> = {}): Promise<Answer> =>
  server.post('/v1/events', body as string, { ...(headers as Record<string, string>), ...more });
const sendBatch = (events: readonly unknown[]): Promise<Answer> =>
  server.post('/v1/events', JSON.stringify(events), { 'content-type': 'application/cloudevents-batch+json' });
const stored = async ({ body }: Answer, n = 0): Promise<Record<string, unknown>> => {
  const { events } = body as { events: { id: string }[] };
  return (await server.get(`/v1/events/${events[n]?.id}`)).body as Record<string, unknown>;
};

describe('a CloudEvent of the official SDK', () => {
  it('is recorded, with its type, subject, time and id', async () => {
    const one = event();
    const answer = await send(HTTP.structured(one));
    expect(answer.status).toBe(201);
    expect(await stored(answer)).toMatchObject({
      id: one.id,
      type: 'MilestoneReported',
      story: 'a-story',
      occurredAt: '2025-04-11T12:00:00.000Z',
      data: { text: 'Milestone number 1 of the story.' },
    });
    const again = await send(HTTP.structured(one));
    expect(again).toMatchObject({ status: 200, body: { events: [{ id: one.id, duplicate: true }] } });
  });

  it('may have an id that is not a UUID: id and source together identify the event', async () => {
    const [first, again] = [
      await send(HTTP.structured(event({ id: '4711' }))),
      await send(HTTP.structured(event({ id: '4711' }))),
    ];
    const other = await send(HTTP.structured(event({ id: '4711', source: '/desk/other' })));
    expect([first.status, again.status, other.status]).toEqual([201, 200, 201]);
  });

  it('may have all fields in its data, and a date that is only a month', async () => {
    const { type: _type, ...rest } = JSON.parse(milestone('a-story', 2)) as Record<string, unknown>;
    const answer = await send(
      HTTP.structured(event({ subject: undefined, time: undefined, data: { ...rest, occurredAt: '2025-08' } })),
    );
    expect(await stored(answer)).toMatchObject({ occurredAt: '2025-08' });
  });

  it('may have extensions, which are not stored', async () => {
    const traced = event({ traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01' });
    expect((await send(HTTP.structured(traced))).status).toBe(201);
  });

  it('may be in a batch with events about events, which is stored whole or not at all', async () => {
    const fact = event();
    const about = new CloudEvent<unknown>({
      type: 'dateline.EventRetracted',
      source: '/desk/cms',
      data: { data: { target: fact.id, reason: 'not so' } },
    });
    expect(await sendBatch([event(), fact, about])).toMatchObject({
      status: 201,
      body: { events: [{}, { id: fact.id }, { story: 'a-story' }] },
    });
    const refused = await sendBatch([event(), { ...event().toJSON(), subject: 'no-such-story' }]);
    expect(refused).toMatchObject({ status: 422, body: { code: 'unknown-story' } });
  });

  it('may have an Idempotency-Key', async () => {
    const message = HTTP.structured(event());
    const [first, second] = [
      await send(message, { 'idempotency-key': 'one' }),
      await send(message, { 'idempotency-key': 'one' }),
    ];
    expect([first.status, second.headers.get('idempotency-replayed')]).toEqual([201, 'true']);
  });
});

describe('a CloudEvent that cannot be recorded', () => {
  const whole = (): Record<string, unknown> => event().toJSON();
  const single = (body: unknown): Promise<Answer> =>
    server.post('/v1/events', JSON.stringify(body), { 'content-type': 'application/cloudevents+json' });

  it.each<[string, () => unknown, string, string]>([
    ['is of another version', () => ({ ...whole(), specversion: '0.3' }), 'invalid-event', '/specversion'],
    ['has no id', () => ({ ...whole(), id: undefined }), 'invalid-event', '/id'],
    ['has no source', () => ({ ...whole(), source: '' }), 'invalid-event', '/source'],
    ['has a type of another system', () => ({ ...whole(), type: 'com.example.order' }), 'invalid-event', '/type'],
    ['has an unknown type', () => ({ ...whole(), type: 'dateline.SomethingElse' }), 'unknown-type', '/type'],
    ['has binary data', () => ({ ...whole(), data_base64: 'AAAA' }), 'invalid-event', '/data_base64'],
    [
      'has data of another kind',
      () => ({ ...whole(), datacontenttype: 'text/xml' }),
      'invalid-event',
      '/datacontenttype',
    ],
    ['has an invalid attribute name', () => ({ ...whole(), Mood: 'good' }), 'invalid-event', '/Mood'],
    ['has an extension that is an object', () => ({ ...whole(), mood: {} }), 'invalid-event', '/mood'],
    [
      'has two stories',
      () => ({ ...whole(), data: { ...milestoneData(1), story: 'another' } }),
      'invalid-event',
      '/data/story',
    ],
    [
      'has two types',
      () => ({ ...whole(), data: { ...milestoneData(1), type: 'TruceAgreed' } }),
      'invalid-event',
      '/data/type',
    ],
    [
      'has two ids',
      () => ({ ...whole(), data: { ...milestoneData(1), id: '01994f6e-8a5c-7c3e-9b0a-0000000000aa' } }),
      'invalid-event',
      '/data/id',
    ],
    ['has no story', () => ({ ...whole(), subject: undefined }), 'invalid-event', '/subject'],
    ['has an invalid time', () => ({ ...whole(), time: 'noon' }), 'invalid-event', '/time'],
    [
      'breaks the rules of its type',
      () => ({ ...whole(), data: { ...milestoneData(1), data: { text: '' } } }),
      'invalid-event',
      '/data/data/text',
    ],
    [
      'has an unknown field',
      () => ({ ...whole(), data: { ...milestoneData(1), mood: 'good' } }),
      'invalid-event',
      '/data/mood',
    ],
    ['is a list', () => [whole()], 'invalid-event', ''],
  ])('is refused with a pointer where it %s', async (_, body, code, pointer) => {
    const answer = await single(body());
    expect(answer).toMatchObject({ status: 422, body: { code } });
    expect((answer.body as { errors: { pointer: string }[] }).errors.map((error) => error.pointer)).toContain(pointer);
  });

  it('because its attributes are headers is refused with the accepted media types', async () => {
    expect(await send(HTTP.binary(event()))).toMatchObject({
      status: 415,
      body: { detail: expect.stringContaining('application/cloudevents+json') },
    });
  });

  it('in a batch is refused with its index', async () => {
    const answer = await sendBatch([whole(), { ...whole(), data: { ...milestoneData(1), mood: 'good' } }]);
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/1/data/mood' }] } });
    for (const none of [[], {}, 1]) {
      const refused = await server.post('/v1/events', JSON.stringify(none), {
        'content-type': 'application/cloudevents-batch+json',
      });
      expect(refused).toMatchObject({ status: 422, body: { code: 'invalid-event', errors: [{ pointer: '' }] } });
    }
  });
});

describe('the log as CloudEvents', () => {
  const BATCH = 'application/cloudevents-batch+json';

  it('is read by the SDK, page by page, and can be posted to another server', async () => {
    await send(HTTP.structured(event({ data: { ...milestoneData(7), occurredAt: '2025-08' } })));
    const read: CloudEvent<unknown>[] = [];
    for (let path: string | undefined = '/v1/events?limit=4'; path !== undefined;) {
      const answer: Answer = await server.get(path, { accept: BATCH });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, `${BATCH}; charset=utf-8`]);
      read.push(
        ...(HTTP.toEvent({ headers: Object.fromEntries(answer.headers), body: answer.text }) as CloudEvent<unknown>[]),
      );
      path = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
    }
    expect(read.map((one) => one['position'])).toEqual(read.map((_, n) => n + 1));
    expect(read.every((one) => one.validate() && one.source === 'urn:dateline:log')).toBe(true);
    expect(read.at(-1)).toMatchObject({
      type: 'dateline.MilestoneReported',
      subject: 'a-story',
      time: '2025-08-01T00:00:00.000000Z',
      data: { occurredAt: '2025-08' },
    });
    const copy = await startServer();
    const posted = await copy.post('/v1/events', JSON.stringify(read), { 'content-type': BATCH });
    expect(posted.status).toBe(201);
    const both = await Promise.all([server, copy].map((one) => one.get('/v1/events?limit=200')));
    const [own, copied] = both.map(({ body }) => (body as { items: { id: string; contentHash: string }[] }).items);
    expect(copied?.map(({ id, contentHash }) => [id, contentHash])).toEqual(
      own?.map(({ id, contentHash }) => [id, contentHash]),
    );
  }, 60_000);

  it('has another entity tag than the log as JSON', async () => {
    const [json, batch] = [await server.get('/v1/events'), await server.get('/v1/events', { accept: BATCH })];
    const tag = batch.headers.get('etag') ?? '';
    expect(tag).not.toBe(json.headers.get('etag'));
    expect((await server.get('/v1/events', { accept: BATCH, 'if-none-match': tag })).status).toBe(304);
  });
});
