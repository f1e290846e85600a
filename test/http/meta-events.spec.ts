import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { EventDetailBody } from '../../apps/server/src/events/event.schema.js';
import { RecordedBody } from '../../apps/server/src/events/recorded.schema.js';
import { startServer, type Answer, type TestServer } from '../support/server.js';
import { bodyOf, openStory, PAGE, refusalOf, tariff } from './recording.js';

const OTHER_PAGE = { url: 'https://example.org/other', publisher: 'Evening Post', publishedAt: '2025-10-27' };
const TWO_DAYS_AHEAD = new Date(Date.now() + 2 * 86_400_000).toISOString();
const NOBODY = '01920000-0000-7000-8000-00000000ffff';

let server: TestServer;
let story: string;
/** A fact of the story: a rate of 145, on 2025-04-11. */
let fact: string;
let stories = 0;

beforeAll(async () => {
  server = await startServer();
}, 120_000);

beforeEach(async () => {
  story = `story-${(stories += 1)}`;
  await openStory(server, story);
  fact = await stored(tariff(story, '2025-04-11', 145));
});

const post = (what: string, id: string, body: object, headers?: Record<string, string>): Promise<Answer> =>
  server.post(`/v1/events/${id}/${what}`, body, headers);
const record = (body: object, headers?: Record<string, string>): Promise<Answer> =>
  server.post('/v1/events', body, headers);
const stored = async (event: object): Promise<string> =>
  bodyOf(RecordedBody, await record(event), 201).events[0]?.id ?? '';
const detail = async (id: string) => bodyOf(EventDetailBody, await server.get(`/v1/events/${id}`));
const head = async (): Promise<number> => ((await server.get('/v1/admin/log')).body as { position: number }).position;
const tariffData = (change: Record<string, unknown> = {}) => ({
  imposedBy: 'USA',
  appliesTo: 'CHN',
  ratePercent: 125,
  ...change,
});

/** Expects a refusal with a code and pointers, and that nothing was stored. */
async function refused(ask: () => Promise<Answer>, status: number, code: string, ...pointers: string[]): Promise<void> {
  const before = await head();
  const refusal = refusalOf(await ask());
  expect([refusal.status, refusal.code, refusal.errors?.map((error) => error.pointer) ?? []]).toEqual([
    status,
    code,
    pointers,
  ]);
  expect(await head()).toBe(before);
}

describe('a correction', () => {
  it('replaces whole fields, and leaves the recorded event', async () => {
    const body = { data: tariffData(), occurredAt: '2025-04-09', certainty: 'confirmed', reason: 'a slip' };
    const [event] = bodyOf(RecordedBody, await post('correction', fact, body), 201).events;
    expect(event).toMatchObject({ story, version: 3 });
    expect(await detail(fact)).toMatchObject({
      occurredAt: '2025-04-11',
      data: { ratePercent: 145 },
      stands: true,
      accounts: [
        { event: fact, occurredAt: '2025-04-09', certainty: 'confirmed', data: { ratePercent: 125 }, corrected: true },
      ],
      corrections: [{ event: event?.id, reason: 'a slip' }],
    });
    expect(await detail(event?.id ?? '')).toMatchObject({
      type: 'EventCorrected',
      story,
      data: { target: fact, reason: 'a slip', data: { measure: 'all' } },
    });
  });

  it('of a corroboration only corrects that account', async () => {
    const other = bodyOf(
      RecordedBody,
      await post('corroboration', fact, { source: OTHER_PAGE, occurredAt: '2025-04-10' }),
      201,
    ).events[0]?.id;
    expect((await post('correction', other ?? '', { occurredAt: '2025-04-12', reason: 'a slip' })).status).toBe(201);
    expect((await detail(fact)).accounts.map(({ publisher, occurredAt }) => [publisher, occurredAt])).toEqual([
      [PAGE.publisher, '2025-04-11'],
      [OTHER_PAGE.publisher, '2025-04-12'],
    ]);
  });

  it('of the opening of a story changes its title', async () => {
    const opened = bodyOf(
      RecordedBody,
      await record({ type: 'StoryOpened', story: `${story}-b`, occurredAt: '2025', data: { title: 'Wrong' } }),
      201,
    );
    const answer = await post(
      'correction',
      opened.events[0]?.id ?? '',
      { data: { title: 'Right' }, reason: 'a slip' },
      { prefer: 'wait=10' },
    );
    expect(answer.status).toBe(201);
    expect((await server.get(`/v1/stories/${story}-b`)).body).toMatchObject({ story: { title: 'Right', version: 2 } });
  });

  it.each<[string, object, string[]]>([
    ['without a reason', { occurredAt: '2025-04-09' }, ['/reason']],
    ['without a field to correct', { reason: 'r' }, ['/data']],
    ['of the type', { type: 'TariffLifted', reason: 'r' }, ['/type', '/data']],
    ['of the story', { story: 'elsewhere', occurredAt: '2025', reason: 'r' }, ['/story']],
    ['with a target in the body', { target: NOBODY, occurredAt: '2025', reason: 'r' }, ['/target']],
    ['to a date that does not exist', { occurredAt: '2025-02-30', reason: 'r' }, ['/occurredAt']],
    ['to a date two days ahead', { occurredAt: TWO_DAYS_AHEAD, reason: 'r' }, ['/occurredAt']],
    ['to an unknown certainty', { certainty: 'sure', reason: 'r' }, ['/certainty']],
    [
      'to data of another type',
      { data: { text: 'x' }, reason: 'r' },
      ['/data/imposedBy', '/data/appliesTo', '/data/text', '/data/ratePercent'],
    ],
    ['to incomplete data', { data: { ratePercent: 125 }, reason: 'r' }, ['/data/imposedBy', '/data/appliesTo']],
    ['to a negative rate', { data: tariffData({ ratePercent: -1 }), reason: 'r' }, ['/data/ratePercent']],
    [
      'with an incomplete source',
      { occurredAt: '2025', reason: 'r', source: { url: 'https://example.org' } },
      ['/source/publisher'],
    ],
  ])('%s is refused', async (_name, body, pointers) => {
    const refusal = refusalOf(await post('correction', fact, body));
    expect([refusal.status, refusal.code]).toEqual([422, 'invalid-event']);
    expect(refusal.errors?.map((error) => error.pointer).sort()).toEqual([...pointers].sort());
  });
});

describe('a retraction', () => {
  it('withdraws a fact permanently', async () => {
    expect((await post('retraction', fact, { reason: 'not so' })).status).toBe(201);
    expect(await detail(fact)).toMatchObject({ stands: false, retractions: [{ reason: 'not so' }] });
    await refused(() => post('retraction', fact, { reason: 'twice' }), 409, 'already-retracted', '');
    await refused(() => post('correction', fact, { occurredAt: '2025', reason: 'late' }), 409, 'already-retracted', '');
    await refused(() => post('corroboration', fact, { source: OTHER_PAGE }), 409, 'already-retracted', '');
    const again = { type: 'EventRetracted', data: { target: fact, reason: 'twice' } };
    await refused(() => record(again), 409, 'already-retracted', '/data/target');
  });

  it('of a corroboration only withdraws that account; of a fact, all its accounts', async () => {
    const [one, two] = [
      await stored({ type: 'EventCorroborated', data: { target: fact }, source: OTHER_PAGE }),
      await stored({
        type: 'EventCorroborated',
        data: { target: fact },
        source: { ...OTHER_PAGE, publisher: 'Weekly Ledger' },
      }),
    ];
    expect((await post('retraction', one, { reason: 'not so' })).status).toBe(201);
    expect((await detail(fact)).accounts.map((account) => account.event)).toEqual([fact, two]);
    expect((await detail(one)).stands).toBe(false);
    expect((await post('retraction', fact, { reason: 'not so' })).status).toBe(201);
    expect((await detail(two)).stands).toBe(false);
    await refused(() => post('retraction', two, { reason: 'late' }), 409, 'already-retracted', '');
  });

  it('of its closing reopens a story, which accepts no fact while it is closed', async () => {
    const closing = await stored({ type: 'StoryClosed', story, occurredAt: '2025-10', data: {} });
    await refused(() => record(tariff(story, '2025-04-12', 1)), 422, 'story-closed', '/story');
    // A closed story accepts events about events.
    expect((await post('correction', fact, { occurredAt: '2025-04-10', reason: 'a slip' })).status).toBe(201);
    expect((await post('retraction', closing, { reason: 'too early' })).status).toBe(201);
    expect((await record(tariff(story, '2025-04-12', 1))).status).toBe(201);
  });

  it('together with a new event in one request corrects a wrong type', async () => {
    const mended = {
      ...tariff(story, '2025-04-11', 0),
      type: 'TariffSuspended',
      data: { imposedBy: 'USA', appliesTo: 'CHN' },
    };
    const body = bodyOf(
      RecordedBody,
      await record([{ type: 'EventRetracted', data: { target: fact, reason: 'suspended' } }, mended]),
      201,
    );
    expect(body.events.map((event) => event.story)).toEqual([story, story]);
  });

  it('is refused without a reason, with other fields, and of a correction', async () => {
    const correction = await stored({
      type: 'EventCorrected',
      data: { target: fact, occurredAt: '2025-04-09', reason: 'a slip' },
    });
    await refused(() => post('retraction', fact, {}), 422, 'invalid-event', '/reason');
    await refused(
      () => post('retraction', fact, { reason: 'r', occurredAt: '2025' }),
      422,
      'invalid-event',
      '/occurredAt',
    );
    await refused(() => post('retraction', correction, { reason: 'r' }), 422, 'invalid-event', '');
    await refused(() => post('correction', correction, { occurredAt: '2025', reason: 'r' }), 422, 'invalid-event', '');
  });

  it('is never of the opening of a story', async () => {
    const { items } = (await server.get(`/v1/events?story=${story}`)).body as { items: { id: string }[] };
    await refused(() => post('retraction', items[0]?.id ?? '', { reason: 'r' }), 422, 'invalid-event', '');
  });
});

describe('a corroboration', () => {
  it('without date and data repeats the fact; with them it is an account of its own', async () => {
    expect((await post('corroboration', fact, { source: OTHER_PAGE })).status).toBe(201);
    const own = {
      source: { ...OTHER_PAGE, publisher: 'Weekly Ledger' },
      occurredAt: '2025-04-10',
      data: tariffData(),
      certainty: 'claimed',
    };
    expect((await post('corroboration', fact, own)).status).toBe(201);
    expect(await detail(fact)).toMatchObject({
      accounts: [
        { publisher: PAGE.publisher, occurredAt: '2025-04-11', certainty: 'reported' },
        { publisher: 'Evening Post', occurredAt: '2025-04-11', certainty: 'reported', data: { ratePercent: 145 } },
        { publisher: 'Weekly Ledger', occurredAt: '2025-04-10', certainty: 'claimed', data: { ratePercent: 125 } },
      ],
    });
  });

  it('needs a source, and a date that is not in the future', async () => {
    await refused(() => post('corroboration', fact, {}), 422, 'invalid-event', '/source');
    await refused(
      () => post('corroboration', fact, { source: OTHER_PAGE, occurredAt: TWO_DAYS_AHEAD }),
      422,
      'invalid-event',
      '/occurredAt',
    );
    await refused(
      () => post('corroboration', fact, { source: OTHER_PAGE, reason: 'r' }),
      422,
      'invalid-event',
      '/reason',
    );
    await refused(
      () => post('corroboration', fact, { source: { article: 'none' } }),
      422,
      'unknown-article',
      '/source/article',
    );
  });

  it('is only of a fact', async () => {
    const other = await stored({ type: 'EventCorroborated', data: { target: fact }, source: OTHER_PAGE });
    const { items } = (await server.get(`/v1/events?story=${story}`)).body as { items: { id: string }[] };
    const closing = await stored({ type: 'StoryClosed', story, occurredAt: '2025-10', data: {} });
    for (const target of [other, items[0]?.id ?? '', closing]) {
      await refused(() => post('corroboration', target, { source: OTHER_PAGE }), 422, 'invalid-event', '');
      const event = { type: 'EventCorroborated', data: { target }, source: OTHER_PAGE };
      await refused(() => record(event), 422, 'invalid-event', '/data/target');
    }
  });

  it('has the subject of its fact as corrected; and so has a correction of it', async () => {
    const canada = tariffData({ appliesTo: 'CAN' });
    await refused(
      () => post('corroboration', fact, { source: OTHER_PAGE, data: canada }),
      422,
      'invalid-event',
      '/data',
    );
    const other = await stored({
      type: 'EventCorroborated',
      data: { target: fact, data: tariffData() },
      source: OTHER_PAGE,
    });
    const toCanada = { data: canada, reason: 'a slip' };
    await refused(() => post('correction', other, toCanada), 422, 'invalid-event', '/data');
    expect((await post('correction', fact, toCanada)).status).toBe(201);
    expect((await post('correction', other, toCanada)).status).toBe(201);
    await refused(
      () => post('corroboration', fact, { source: PAGE, data: tariffData() }),
      422,
      'invalid-event',
      '/data',
    );
    expect((await post('corroboration', fact, { source: OTHER_PAGE, data: canada })).status).toBe(201);
  });

  it('that is sent again gets the same answer, even after its fact moved to another subject', async () => {
    const corroboration = {
      id: v4(),
      type: 'EventCorroborated',
      data: { target: fact, data: tariffData() },
      source: OTHER_PAGE,
    };
    const [first] = bodyOf(RecordedBody, await record(corroboration), 201).events;
    bodyOf(
      RecordedBody,
      await post('correction', fact, { data: tariffData({ appliesTo: 'MEX' }), reason: 'the other country' }),
      201,
    );
    expect(bodyOf(RecordedBody, await record(corroboration), 200).events).toEqual([{ ...first, duplicate: true }]);
    await refused(() => record({ ...corroboration, id: v4() }), 422, 'invalid-event', '/data/data');
  });

  it('in a batch is compared with the fact as earlier events of the batch change it', async () => {
    const canada = tariffData({ appliesTo: 'CAN' });
    const moved = { type: 'EventCorrected', data: { target: fact, data: canada, reason: 'a slip' } };
    const agreeing = { type: 'EventCorroborated', data: { target: fact, data: canada }, source: OTHER_PAGE };
    await refused(() => record([agreeing, moved]), 422, 'invalid-event', '/0/data/data');
    expect((await record([moved, agreeing])).status).toBe(201);
    const id = v4();
    const fresh = tariff(story, '2025-05-12', 30, { id });
    const stray = { type: 'EventCorroborated', data: { target: id, data: canada }, source: OTHER_PAGE };
    await refused(() => record([fresh, stray]), 422, 'invalid-event', '/1/data/data');
  });
});

describe('the target', () => {
  it('that does not exist is 404 in a path, and 422 in a body', async () => {
    for (const id of [NOBODY, 'no-uuid']) {
      await refused(() => post('retraction', id, { reason: 'r' }), 404, 'not-found');
      await refused(() => post('correction', id, { occurredAt: '2025', reason: 'r' }), 404, 'not-found');
      await refused(() => post('corroboration', id, { source: OTHER_PAGE }), 404, 'not-found');
    }
    await refused(() => record(retracting(NOBODY)), 422, 'unknown-target', '/data/target');
    await refused(
      () => record([tariff(story, '2025', 1), retracting(NOBODY)]),
      422,
      'unknown-target',
      '/1/data/target',
    );
  });

  it('may be an earlier event of the same request, but not a later one', async () => {
    const id = v4();
    const event = tariff(story, '2025-05-12', 30, { id });
    await refused(() => record([retracting(id), event]), 422, 'unknown-target', '/0/data/target');
    expect((await record([event, retracting(id)])).status).toBe(201);
    expect((await detail(id)).stands).toBe(false);
  });
});

const retracting = (target: string, more: object = {}) => ({
  type: 'EventRetracted',
  data: { target, reason: 'not so' },
  ...more,
});

describe('the order of checks', () => {
  const key = () => ({ 'idempotency-key': v4() });

  it('the schema is checked before the target', async () => {
    await refused(() => record(retracting(NOBODY, { certainty: 'reported' })), 422, 'invalid-event', '/certainty');
    await refused(() => post('correction', NOBODY, { reason: 'r' }), 422, 'invalid-event', '/data');
  });

  it('the Idempotency-Key is checked before the target', async () => {
    const used = key();
    expect((await record(tariff(story, '2025-04-12', 1), used)).status).toBe(201);
    await refused(() => record(retracting(NOBODY), used), 422, 'idempotency-key-reused');
    await refused(() => post('retraction', NOBODY, { reason: 'r' }, used), 422, 'idempotency-key-reused');
  });

  it('the id is checked before the target', async () => {
    await refused(() => record(retracting(NOBODY, { id: fact })), 409, 'event-id-conflict', '/id');
    await refused(
      () => record([tariff(story, '2025', 1, { id: fact }), retracting(NOBODY)]),
      409,
      'event-id-conflict',
      '/0/id',
    );
  });

  it('the version is checked before the target, and the target before the story', async () => {
    const wrong = { 'if-match': '"99"' };
    await refused(() => record([retracting(NOBODY), tariff(story, '2025', 1)], wrong), 412, 'version-mismatch');
    await refused(() => post('retraction', fact, { reason: 'r' }, wrong), 412, 'version-mismatch');
    // Without a target the story of the version is not known.
    await refused(() => post('retraction', NOBODY, { reason: 'r' }, wrong), 404, 'not-found');
    await refused(
      () => record([tariff('never-opened', '2025', 1), retracting(NOBODY)]),
      422,
      'unknown-target',
      '/1/data/target',
    );
    expect((await post('retraction', fact, { reason: 'r' }, { 'if-match': '"2"' })).status).toBe(201);
    await refused(
      () => record([tariff('never-opened', '2025', 1), retracting(fact)]),
      409,
      'already-retracted',
      '/1/data/target',
    );
  });

  it('an event recorded under a key or an id gets the same answer, whatever happened to its target', async () => {
    const used = key();
    const corroboration = {
      id: v4(),
      type: 'EventCorroborated',
      data: { target: fact, data: tariffData() },
      source: OTHER_PAGE,
    };
    const first = await record(corroboration, used);
    expect(first.status).toBe(201);
    await post('correction', fact, { data: tariffData({ appliesTo: 'CAN' }), reason: 'a slip' });
    const replayed = await record(corroboration, used);
    expect([replayed.status, replayed.headers.get('idempotency-replayed'), replayed.body]).toEqual([
      201,
      'true',
      first.body,
    ]);
    await post('retraction', fact, { reason: 'not so' });
    const again = await record(corroboration);
    expect([again.status, (again.body as { events: object[] }).events[0]]).toEqual([
      200,
      expect.objectContaining({ duplicate: true }),
    ]);
  });

  it('an Idempotency-Key also covers the target', async () => {
    const used = key();
    const other = await stored(tariff(story, '2025-04-12', 1));
    expect((await post('retraction', fact, { reason: 'r' }, used)).status).toBe(201);
    expect((await post('retraction', fact, { reason: 'r' }, used)).headers.get('idempotency-replayed')).toBe('true');
    await refused(() => post('retraction', other, { reason: 'r' }, used), 422, 'idempotency-key-reused');
  });
});
