import { beforeAll, describe, expect, it } from '@jest/globals';
import { EventDetailBody, EventsBody } from '../../apps/server/src/events/event.schema.js';
import { RecordedBody } from '../../apps/server/src/events/recorded.schema.js';
import { OpenedBody } from '../../apps/server/src/stories/stories.schema.js';
import { startServer, type TestServer } from '../support/server.js';
import { bodyOf, openStory, refusalOf, tariff } from './recording.js';

let server: TestServer;
let stories = 0;

beforeAll(async () => {
  server = await startServer();
}, 120_000);

/** Opens a story for one test. */
async function ownStory(): Promise<string> {
  const slug = `story-${++stories}`;
  await openStory(server, slug);
  return slug;
}

const record = (body: object, headers?: Record<string, string>) => server.post('/v1/events', body, headers);
const uuid = (n: number): string => `01994f6e-8a5c-7c3e-9b0a-${String(n).padStart(12, '0')}`;

describe('opening a story', () => {
  it('records an event', async () => {
    const answer = await server.post('/v1/stories', {
      slug: 'grain-talks',
      title: ' Grain  talks ',
      topics: ['trade'],
      parties: ['USA', 'EU'],
    });
    const body = bodyOf(OpenedBody, answer, 201);
    expect(body).toMatchObject({ slug: 'grain-talks', events: [{ story: 'grain-talks', version: 1 }] });
    expect(answer.headers.get('location')).toBe('/v1/stories/grain-talks');
    const event = bodyOf(EventDetailBody, await server.get(`/v1/events/${body.events[0]?.id}`));
    expect(event).toMatchObject({
      type: 'StoryOpened',
      recordedBy: 'admin',
      stands: true,
      data: { topics: ['trade'], parties: ['USA', 'EU'] },
    });
  });

  it('is refused where the story exists', async () => {
    const slug = await ownStory();
    const answer = await server.post('/v1/stories', { slug, title: 'Again' });
    expect(refusalOf(answer)).toMatchObject({ status: 409, code: 'story-exists', errors: [{ pointer: '/slug' }] });
  });

  it('can be repeated under its Idempotency-Key', async () => {
    const open = () =>
      server.post('/v1/stories', { slug: 'opened-twice', title: 'Opened twice' }, { 'idempotency-key': 'open-it' });
    const [first, second] = [await open(), await open()];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect([first.headers.get('idempotency-replayed'), second.headers.get('idempotency-replayed')]).toEqual([
      null,
      'true',
    ]);
    expect(second.body).toEqual(first.body);
  });
});

describe('recording', () => {
  it('returns the positions of the events, in the order in which they were posted', async () => {
    const story = await ownStory();
    const body = bodyOf(
      RecordedBody,
      await record([tariff(story, '2025-04-11', 145), tariff(story, '2025-04-09', 125)]),
      201,
    );
    expect(body.events.map((event) => event.version)).toEqual([2, 3]);
    expect(body.events.map((event) => event.position)).toEqual([body.position - 1, body.position]);
    expect(new Set(body.events.map((event) => event.recordedAt)).size).toBe(1);
    expect(body.events[0]?.recordedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
  });

  it('an event under the id of one with the same content returns the stored event', async () => {
    const story = await ownStory();
    const event = tariff(story, '2025-04-11', 145, { id: uuid(1) });
    const first = bodyOf(RecordedBody, await record(event), 201);
    expect(bodyOf(RecordedBody, await record({ ...event, id: uuid(1).toUpperCase() }), 200)).toEqual({
      ...first,
      events: [{ ...first.events[0], duplicate: true }],
    });
    const mixed = bodyOf(RecordedBody, await record([event, tariff(story, '2025-05-12', 30)]), 201);
    expect(mixed.events.map((one) => one.duplicate)).toEqual([true, undefined]);
    expect(refusalOf(await record({ ...event, occurredAt: '2025-04-12' }))).toMatchObject({
      status: 409,
      code: 'event-id-conflict',
      errors: [{ pointer: '/id' }],
    });
  });

  it('under an Idempotency-Key happens once, and repeats its answer', async () => {
    const story = await ownStory();
    const key = { 'idempotency-key': 'k'.repeat(255) };
    const first = await record(tariff(story, '2025-04-11', 145), key);
    const again = await record(tariff(story, '2025-04-11', 145), key);
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(refusalOf(await record(tariff(story, '2025-04-11', 146), key))).toMatchObject({
      status: 422,
      code: 'idempotency-key-reused',
    });
  });

  it('stores all events of a batch or none; a pointer begins with the index of the event', async () => {
    const story = await ownStory();
    const { position } = (await server.get('/v1/admin/log')).body as { position: number };
    const batch = [tariff(story, '2025-04-11', 145), tariff('never-opened', '2025-04-12', 10)];
    expect(refusalOf(await record(batch))).toMatchObject({
      status: 422,
      code: 'unknown-story',
      errors: [{ pointer: '/1/story' }],
    });
    expect(await server.get('/v1/admin/log')).toMatchObject({ body: { position } });
  });

  it('requires the version of If-Match', async () => {
    const story = await ownStory();
    expect((await record(tariff(story, '2025-04-09', 125), { 'if-match': '"1"' })).status).toBe(201);
    const late = await record(tariff(story, '2025-04-11', 145), { 'if-match': '"1"' });
    expect(refusalOf(late)).toMatchObject({
      status: 412,
      code: 'version-mismatch',
      detail: 'The story is at version 2.',
      version: 2,
    });
    expect((await record(tariff(story, '2025-04-11', 145))).body).not.toHaveProperty('version');
    expect(refusalOf(await record(tariff('never-opened', '2025-04-11', 145)))).not.toHaveProperty('version');
    expect((await record(tariff(story, '2025-04-11', 145), { 'if-match': '*' })).status).toBe(201);
  });

  it('waits for the views where that is preferred, with Preference-Applied', async () => {
    const story = await ownStory();
    const answer = await record(tariff(story, '2025-04-11', 145), { prefer: 'respond-async, wait=100' });
    expect(answer.headers.get('preference-applied')).toBe('wait=30');
    const board = (await server.get(`/v1/stories/${story}`)).body as { views: { tariffs: unknown[] } };
    expect(board.views.tariffs).toHaveLength(1);
    expect((await record(tariff(story, '2025-04-12', 145))).headers.get('preference-applied')).toBeNull();
  });

  it('of an opening allows later events of the same request; of a closing refuses further facts', async () => {
    const opening = {
      type: 'StoryOpened',
      story: 'opened-in-batch',
      occurredAt: '2025',
      data: { title: 'In a batch' },
    };
    expect((await record([opening, tariff('opened-in-batch', '2025-04-11', 145)])).status).toBe(201);
    expect(
      (await record({ type: 'StoryClosed', story: 'opened-in-batch', occurredAt: '2025-10', data: {} })).status,
    ).toBe(201);
    expect(refusalOf(await record(tariff('opened-in-batch', '2025-04-12', 1)))).toMatchObject({
      status: 422,
      code: 'story-closed',
    });
  });
});

describe('events about events', () => {
  it('change the state of the recorded event', async () => {
    const story = await ownStory();
    await record(tariff(story, '2025-04-11', 145, { id: uuid(20) }));
    const corrected = await record({
      type: 'EventCorrected',
      data: { target: uuid(20), occurredAt: '2025-04-10', reason: 'a slip' },
    });
    expect(corrected.status).toBe(201);
    expect(bodyOf(EventDetailBody, await server.get(`/v1/events/${uuid(20)}`))).toMatchObject({
      occurredAt: '2025-04-11',
      stands: true,
      accounts: [{ occurredAt: '2025-04-10', corrected: true }],
      corrections: [{ reason: 'a slip' }],
    });
    expect((await record({ type: 'EventRetracted', data: { target: uuid(20), reason: 'not so' } })).status).toBe(201);
    expect(bodyOf(EventDetailBody, await server.get(`/v1/events/${uuid(20)}`))).toMatchObject({
      stands: false,
      accounts: [],
      retractions: [{ reason: 'not so' }],
    });
    const again = await record({ type: 'EventRetracted', data: { target: uuid(20), reason: 'twice' } });
    expect(refusalOf(again)).toMatchObject({ status: 409, code: 'already-retracted' });
  });

  it('may target an earlier event of the same request', async () => {
    const story = await ownStory();
    const batch = [
      tariff(story, '2025-04-11', 145, { id: uuid(21) }),
      { type: 'EventRetracted', data: { target: uuid(21), reason: 'not so' } },
    ];
    expect((await record(batch)).status).toBe(201);
    expect((await server.get(`/v1/events/${uuid(21)}`)).body).toMatchObject({ stands: false });
  });

  it.each<[string, (story: string, opened: string) => object, string, string]>([
    [
      'of nothing',
      () => ({ type: 'EventRetracted', data: { target: uuid(99), reason: 'r' } }),
      'unknown-target',
      '/data/target',
    ],
    [
      'of another story',
      () => ({ type: 'EventRetracted', story: 'elsewhere', data: { target: uuid(30), reason: 'r' } }),
      'invalid-event',
      '/story',
    ],
    [
      'of the opening of a story',
      (_, opened) => ({ type: 'EventRetracted', data: { target: opened, reason: 'r' } }),
      'invalid-event',
      '/data/target',
    ],
    [
      'with data of another type',
      () => ({ type: 'EventCorrected', data: { target: uuid(30), data: { text: 'x' }, reason: 'r' } }),
      'invalid-event',
      '/data/data/imposedBy',
    ],
  ])('are refused %s', async (_name, make, code, pointer) => {
    const story = await ownStory();
    await record(tariff(story, '2025-04-11', 145, { id: uuid(30 + stories) }));
    const listed = bodyOf(EventsBody, await server.get(`/v1/events?story=${story}`));
    const [opened, fact] = listed.items;
    const body = JSON.parse(
      JSON.stringify(make(story, opened?.id ?? '')).replaceAll(uuid(30), fact?.id ?? ''),
    ) as object;
    const refusal = refusalOf(await record(body));
    expect([refusal.code, refusal.errors?.map((error) => error.pointer)]).toEqual([
      code,
      expect.arrayContaining([pointer]),
    ]);
  });
});

describe('the log', () => {
  it('is read in its order, after a position, in pages up to the end at the first page', async () => {
    const story = await ownStory();
    const { position } = bodyOf(
      RecordedBody,
      await record([1, 2, 3, 4].map((rate) => tariff(story, '2025-04-11', rate))),
      201,
    );
    const first = await server.get(`/v1/events?after=${position - 4}&limit=3`);
    const page = bodyOf(EventsBody, first);
    expect(page.items.map((event) => event.position)).toEqual([position - 3, position - 2, position - 1]);
    expect(first.headers.get('link')).toBe(
      `</v1/events?after=${position - 4}&limit=3&cursor=${page.next}>; rel="next"`,
    );
    await record(tariff(story, '2025-04-12', 5));
    const rest = bodyOf(EventsBody, await server.get(`/v1/events?cursor=${page.next}`));
    expect([rest.items.map((event) => event.position), rest.next, rest.clocks.position]).toEqual([
      [position],
      null,
      position,
    ]);
  });

  it('can be filtered by story and type', async () => {
    const story = await ownStory();
    await record([
      tariff(story, '2025-04-11', 1),
      { ...tariff(story, '2025-04-12', 2), type: 'MilestoneReported', data: { text: 'Something happened' } },
    ]);
    const types = async (query: string) =>
      bodyOf(EventsBody, await server.get(`/v1/events?story=${story}${query}`)).items.map((event) => event.type);
    expect(await types('')).toEqual(['StoryOpened', 'TariffChanged', 'MilestoneReported']);
    expect(await types('&type=MilestoneReported')).toEqual(['MilestoneReported']);
    expect(await types('&type=TruceAgreed')).toEqual([]);
  });

  it('is verified, also against an earlier head', async () => {
    const { position, hash } = (await server.get('/v1/admin/log')).body as { position: number; hash: string };
    const lines = async (body?: object) =>
      (await server.request('POST', '/v1/admin/log/verify', body)).text.trimEnd().split('\n');
    const [progress = '', verdict = ''] = await lines();
    expect(JSON.parse(progress)).toEqual({ progress: position, of: position });
    expect(JSON.parse(verdict)).toEqual({ verified: position, head: hash });
    expect(JSON.parse((await lines({ position, hash })).at(-1) ?? '')).toEqual({ verified: position, head: hash });
    const wrong = JSON.parse((await lines({ position, hash: '0'.repeat(64) })).at(-1) ?? '') as object;
    expect(wrong).toEqual({ position, reason: 'noted-head-differs', problem: expect.stringMatching(/trusted head/) });
  });
});
