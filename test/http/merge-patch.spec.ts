import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { EventDetailBody } from '../../apps/server/src/events/event.schema.js';
import { DryRunBody, RecordedAnswer, RecordedBody } from '../../apps/server/src/events/recorded.schema.js';
import { asOwner } from '../support/log.js';
import { startServer, type Answer, type TestServer } from '../support/server.js';
import { bodyOf, openStory, PAGE, refusalOf, tariff } from './recording.js';

const PATCH = { 'content-type': 'application/merge-patch+json' };
const OTHER_PAGE = { url: 'https://example.org/other', publisher: 'Evening Post', publishedAt: '2025-10-27' };
const DATA = {
  imposedBy: 'USA',
  appliesTo: 'CHN',
  measure: 'all',
  ratePercent: 145,
  comparator: 'up_to',
  direction: 'raised',
};

let server: TestServer;
/** Another server of the same database. */
let second: TestServer;
let story: string;
/** A fact of the story with `DATA`, at version 2. */
let fact: string;
let stories = 0;

beforeAll(async () => {
  server = await startServer();
  const { databaseUrl, ownerUrl, adminKey } = server;
  second = await startServer({ DATELINE_ADMIN_KEY: adminKey }, { databaseUrl, ownerUrl });
}, 120_000);

beforeEach(async () => {
  story = `story-${(stories += 1)}`;
  await openStory(server, story);
  fact = await stored(tariff(story, '2025-04-11', 145, { data: DATA }));
});

const stored = async (event: object): Promise<string> =>
  bodyOf(RecordedBody, await server.post('/v1/events', event), 201).events[0]?.id ?? '';
const patch = (data: unknown, { on = fact, query = '', headers = {}, at = server, ...more }: PatchOptions = {}) =>
  at.post(`/v1/events/${on}/correction${query}`, { data, reason: 'a slip', ...more }, { ...PATCH, ...headers });
interface PatchOptions {
  on?: string;
  query?: string;
  headers?: Record<string, string>;
  at?: TestServer;
  occurredAt?: unknown;
  certainty?: unknown;
}
const replace = (data: object, query = ''): Promise<Answer> =>
  server.post(`/v1/events/${fact}/correction${query}`, { data, reason: 'a slip' });
const detail = async (id: string) => bodyOf(EventDetailBody, await server.get(`/v1/events/${id}`));
/** The data of the fact's own account as they stand. */
const standing = async () => (await detail(fact)).accounts[0]?.data;
const versionOf = async (): Promise<number> => ((await detailOfLast()) as { version: number }).version;
const detailOfLast = async (): Promise<unknown> => {
  const { items } = (await server.get(`/v1/events?story=${story}&limit=200`)).body as { items: unknown[] };
  return items.at(-1);
};

describe('a correction as a merge patch', () => {
  it('changes what it names, removes what is null, and keeps the rest', async () => {
    const [event] = bodyOf(RecordedBody, await patch({ ratePercent: 125, comparator: null }), 201).events;
    const { comparator: _removed, ...rest } = DATA;
    expect(await standing()).toEqual({ ...rest, ratePercent: 125 });
    // The log has an ordinary correction, with whole data.
    const { type, schemaVersion, data } = await detail(event?.id ?? '');
    expect({ type, schemaVersion, data }).toEqual({
      type: 'EventCorrected',
      schemaVersion: 1,
      data: { target: fact, reason: 'a slip', data: { ...rest, ratePercent: 125 } },
    });
    const listed = (await detailOfLast()) as { data: object };
    expect(listed.data).toEqual(data);
  });

  it('is of the data as corrections before it left them', async () => {
    expect((await replace({ ...DATA, ratePercent: 100 })).status).toBe(201);
    expect((await patch({ direction: null })).status).toBe(201);
    expect((await patch({ legalReference: 'Order 7' })).status).toBe(201);
    const { direction: _removed, ...rest } = DATA;
    expect(await standing()).toEqual({ ...rest, ratePercent: 100, legalReference: 'Order 7' });
  });

  it('replaces every other field, and may have no data at all', async () => {
    const answer = await server.post(
      `/v1/events/${fact}/correction`,
      { occurredAt: '2025-04-09', certainty: 'confirmed', reason: 'a slip' },
      PATCH,
    );
    expect(answer.status).toBe(201);
    expect((await detail(fact)).accounts[0]).toMatchObject({
      occurredAt: '2025-04-09',
      certainty: 'confirmed',
      data: DATA,
    });
  });

  it('takes what is left out by a removal from the defaults of the type', async () => {
    expect((await patch({ measure: 'steel' })).status).toBe(201);
    expect((await patch({ measure: null })).status).toBe(201);
    expect(await standing()).toEqual(DATA);
  });

  it('of an account that has no data of its own is of those of its fact', async () => {
    const answer = await server.post(`/v1/events/${fact}/corroboration`, { source: OTHER_PAGE });
    const account = bodyOf(RecordedBody, answer, 201).events[0]?.id ?? '';
    expect((await patch({ ratePercent: 140 })).status).toBe(201);
    expect((await patch({ comparator: 'about' }, { on: account })).status).toBe(201);
    expect((await detail(fact)).accounts.map(({ data }) => data)).toEqual([
      { ...DATA, ratePercent: 140 },
      { ...DATA, ratePercent: 140, comparator: 'about' },
    ]);
  });

  it('of nested objects changes them within', async () => {
    const meeting = {
      meeting: `meeting-${stories}`,
      participants: [{ name: 'He Lifeng', party: 'CHN' }],
      place: { name: 'Kuala Lumpur', country: 'MYS' },
    };
    fact = await stored({ ...tariff(story, '2025-10-26', 0), type: 'MeetingHeld', data: meeting });
    expect((await patch({ place: { name: 'Putrajaya' } })).status).toBe(201);
    expect(await standing()).toMatchObject({ ...meeting, place: { name: 'Putrajaya', country: 'MYS' } });
    expect((await patch({ participants: [{ name: 'Scott Bessent', party: 'USA' }] })).status).toBe(201);
    expect(await standing()).toMatchObject({ participants: [{ name: 'Scott Bessent', party: 'USA' }] });
  });

  it('is taken with a charset, and by no other operation', async () => {
    const headers = { 'content-type': 'Application/Merge-Patch+JSON; charset=utf-8' };
    expect((await patch({ comparator: null }, { headers })).status).toBe(201);
    expect(await standing()).not.toHaveProperty('comparator');
    for (const what of ['retraction', 'corroboration'])
      expect((await server.post(`/v1/events/${fact}/${what}`, { reason: 'r' }, PATCH)).status).toBe(415);
    expect((await server.post('/v1/events', tariff(story, '2025', 1), PATCH)).status).toBe(415);
  });

  it.each<[string, () => Promise<Answer>, number, string, string[]]>([
    [
      'that removes what must be there',
      () => patch({ ratePercent: 1, imposedBy: null }),
      422,
      'invalid-event',
      ['/data/imposedBy'],
    ],
    ['to a negative rate', () => patch({ ratePercent: -1 }), 422, 'invalid-event', ['/data/ratePercent']],
    [
      'with a field that the type does not have',
      () => patch({ colour: 'red' }),
      422,
      'invalid-event',
      ['/data/colour'],
    ],
    [
      'with null within a list',
      () => patch({ products: [null] }),
      422,
      'invalid-event',
      ['/data/products/0', '/data/products'],
    ],
    ['of all data to null', () => patch(null), 422, 'invalid-event', ['/data']],
    ['of all data to a list', () => patch(['steel']), 422, 'invalid-event', ['/data']],
    ['of all data to a text', () => patch('steel'), 422, 'invalid-event', ['/data']],
    ['with a date that is null', () => patch({}, { occurredAt: null }), 422, 'invalid-event', ['/occurredAt']],
    ['that corrects nothing', () => patch(undefined), 422, 'invalid-event', ['/data']],
    ['that is a list', () => server.post(`/v1/events/${fact}/correction`, [], PATCH), 422, 'invalid-event', ['']],
    ['that is empty', () => server.post(`/v1/events/${fact}/correction`, '', PATCH), 400, 'malformed-json', []],
    [
      'that is no JSON',
      () => server.post(`/v1/events/${fact}/correction`, '{"data":', PATCH),
      400,
      'malformed-json',
      [],
    ],
    [
      'with a prototype',
      () => server.post(`/v1/events/${fact}/correction`, '{"data":{"__proto__":{"a":1}},"reason":"r"}', PATCH),
      422,
      'invalid-event',
      ['/data/__proto__'],
    ],
    ['nested too deep', () => patch(JSON.parse(`${'{"a":'.repeat(40)}1${'}'.repeat(40)}`)), 422, 'invalid-event', []],
    [
      'of an unknown event',
      () => patch({ ratePercent: 1 }, { on: '01920000-0000-7000-8000-00000000ffff' }),
      404,
      'not-found',
      [],
    ],
    [
      'of the story’s version of before',
      () => patch({ ratePercent: 1 }, { headers: { 'if-match': '"1"' } }),
      412,
      'version-mismatch',
      [],
    ],
  ])('is refused %s', async (_, ask, status, code, pointers) => {
    const before = await versionOf();
    const refusal = refusalOf(await ask());
    expect([refusal.status, refusal.code]).toEqual([status, code]);
    if (pointers.length > 0) expect(refusal.errors?.map(({ pointer }) => pointer)).toEqual(pointers);
    expect(await versionOf()).toBe(before);
  });

  it('of a correction, and of what was retracted, is refused', async () => {
    const correction = bodyOf(RecordedBody, await patch({ ratePercent: 1 }), 201).events[0]?.id ?? '';
    expect(refusalOf(await patch({ ratePercent: 2 }, { on: correction }))).toMatchObject({ code: 'invalid-event' });
    await server.post(`/v1/events/${fact}/retraction`, { reason: 'twice' });
    expect(refusalOf(await patch({ ratePercent: 2 }))).toMatchObject({ status: 409, code: 'already-retracted' });
  });

  it('of another subject is refused for a further account', async () => {
    const answer = await server.post(`/v1/events/${fact}/corroboration`, { source: OTHER_PAGE });
    const on = bodyOf(RecordedBody, answer, 201).events[0]?.id ?? '';
    const refusal = refusalOf(await patch({ appliesTo: 'MEX' }, { on }));
    expect([refusal.code, refusal.errors?.[0]?.pointer]).toEqual(['invalid-event', '/data']);
  });
});

describe('an Idempotency-Key', () => {
  it('gets the first answer again, whatever has become of the data', async () => {
    const headers = { 'idempotency-key': `patch-${story}` };
    const first = await patch({ direction: null }, { headers });
    expect(first.status).toBe(201);
    // A tariff has a rate or a direction: of what stands then, the same patch is not valid.
    const { ratePercent: _none, comparator: _neither, ...raised } = DATA;
    expect((await replace(raised)).status).toBe(201);
    expect(refusalOf(await patch({ direction: null }))).toMatchObject({ status: 422, code: 'invalid-event' });
    const again = await patch({ direction: null }, { headers });
    expect([again.status, again.text, again.headers.get('idempotency-replayed')]).toEqual([201, first.text, 'true']);
    expect(await standing()).toEqual(raised);
  });

  it('belongs to the patch, and not to a replacement by the same data', async () => {
    const headers = { 'idempotency-key': `kind-${story}` };
    expect((await patch(DATA, { headers })).status).toBe(201);
    const other = await server.post(`/v1/events/${fact}/correction`, { data: DATA, reason: 'a slip' }, headers);
    expect(refusalOf(other)).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
  });

  it('sent twice at once records one correction', async () => {
    const headers = { 'idempotency-key': `twice-${story}` };
    const answers = await Promise.all([server, second].map((at) => patch({ ratePercent: 7 }, { headers, at })));
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers[0]?.text).toBe(answers[1]?.text);
    expect(await versionOf()).toBe(3);
  });
});

/** Holds the lock of the log, under which events are stored, until the requests have read what they need. */
async function whileLogIsHeld<Result>(send: () => Promise<Result>[]): Promise<Result[]> {
  const sent = await asOwner(server.ownerUrl, async (client) => {
    await client.query('begin');
    await client.query('select 1 from log_head for update');
    const requests = send();
    await sleep(1_000);
    await client.query('commit');
    return requests;
  });
  return Promise.all(sent);
}

describe('two patches of the same data at once', () => {
  const sorted = (answers: readonly Answer[]): number[] => answers.map(({ status }) => status).sort();

  it.each<[string, () => TestServer[]]>([
    ['on one server', () => [server, server]],
    ['on two servers', () => [server, second]],
  ])('%s: one is stored, the other refused', async (_, servers) => {
    const [a, b] = servers();
    const answers = await whileLogIsHeld(() => [
      patch({ ratePercent: 125 }, { at: a ?? server }),
      patch({ direction: 'reduced' }, { at: b ?? server }),
    ]);
    expect(sorted(answers)).toEqual([201, 412]);
    const refused = refusalOf(answers.find(({ status }) => status === 412) as Answer);
    expect([refused.code, refused.errors?.[0]?.pointer]).toEqual(['version-mismatch', '/data']);
    expect(refused.version).toBe(await versionOf());
    const isRate = answers[0]?.status === 201;
    expect(await standing()).toEqual({ ...DATA, ...(isRate ? { ratePercent: 125 } : { direction: 'reduced' }) });
    expect(await versionOf()).toBe(3);
    // Sent again, it is applied to what stands now.
    expect((await patch(isRate ? { direction: 'reduced' } : { ratePercent: 125 })).status).toBe(201);
    expect(await standing()).toEqual({ ...DATA, ratePercent: 125, direction: 'reduced' });
  });

  it('that come to the log in one call: one is stored, the others refused', async () => {
    // The first request is in the call under way, and the others wait for the next one together.
    const answers = await whileLogIsHeld(() => [
      server.post('/v1/events', tariff(story, '2025-05-01', 1)),
      ...[1, 2, 3, 4].map((ratePercent) => patch({ ratePercent })),
    ]);
    expect(answers[0]?.status).toBe(201);
    expect(sorted(answers.slice(1))).toEqual([201, 412, 412, 412]);
    const winner = answers.slice(1).findIndex(({ status }) => status === 201) + 1;
    expect(await standing()).toEqual({ ...DATA, ratePercent: winner });
  });

  it('with the same If-Match: one is stored', async () => {
    const headers = { 'if-match': '"2"' };
    const answers = await whileLogIsHeld(() => [
      patch({ ratePercent: 1 }, { headers }),
      patch({ ratePercent: 2 }, { headers, at: second }),
    ]);
    expect(sorted(answers)).toEqual([201, 412]);
  });

  it('of different facts are both stored', async () => {
    const other = await stored(tariff(story, '2025-06-01', 10, { data: { ...DATA, measure: 'steel' } }));
    const answers = await whileLogIsHeld(() => [patch({ ratePercent: 1 }), patch({ ratePercent: 2 }, { on: other })]);
    expect(sorted(answers)).toEqual([201, 201]);
  });

  it('of the fact and of an account that takes its data from it: one is stored', async () => {
    const answer = await server.post(`/v1/events/${fact}/corroboration`, { source: OTHER_PAGE });
    const on = bodyOf(RecordedBody, answer, 201).events[0]?.id ?? '';
    const answers = await whileLogIsHeld(() => [
      server.post('/v1/events', tariff(story, '2025-05-01', 1)),
      patch({ ratePercent: 1 }),
      sleep(300).then(() => patch({ comparator: 'about' }, { on })),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 412]);
  });

  it.each<[string, () => Promise<Answer>]>([
    [
      'a correction of the date',
      () => server.post(`/v1/events/${fact}/correction`, { occurredAt: '2025-04', reason: 'r' }),
    ],
    ['another account', () => server.post(`/v1/events/${fact}/corroboration`, { source: OTHER_PAGE })],
    ['a fact of the same story', () => server.post('/v1/events', tariff(story, '2025-05-01', 1))],
  ])('is no reason to refuse one: %s', async (_, other) => {
    const answers = await whileLogIsHeld(() => [other(), sleep(300).then(() => patch({ ratePercent: 1 }))]);
    expect(sorted(answers)).toEqual([201, 201]);
  });

  it('a replacement of the data is one', async () => {
    const answers = await whileLogIsHeld(() => [
      replace({ ...DATA, ratePercent: 100 }),
      sleep(300).then(() => patch({ direction: null })),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([201, 412]);
    expect(await standing()).toEqual({ ...DATA, ratePercent: 100 });
  });

  it('many, on two servers, while others record in the story: none that was answered with 201 is lost', async () => {
    const fields = [
      'ratePercent',
      'previousRatePercent',
      'legalReference',
      'comparator',
      'direction',
      'basis',
    ] as const;
    const values = { ratePercent: 11, previousRatePercent: 12, legalReference: 'Order 13', comparator: 'about' };
    const all = { ...values, direction: 'reduced', basis: 'all_in' };
    const others = Array.from({ length: 40 }, (_, i) => server.post('/v1/events', tariff(story, '2025-05-01', i)));
    const answers = await Promise.all(
      fields.map((field, i) => patch({ [field]: all[field] }, { at: i % 2 === 0 ? server : second })),
    );
    expect((await Promise.all(others)).every(({ status }) => status === 201)).toBe(true);
    const kept = fields.filter((_, i) => answers[i]?.status === 201);
    expect(kept.length).toBeGreaterThan(0);
    expect(answers.every(({ status }) => status === 201 || status === 412)).toBe(true);
    expect(await standing()).toEqual({ ...DATA, ...Object.fromEntries(kept.map((field) => [field, all[field]])) });
  });
});

describe('a replacement that drops fields', () => {
  const { comparator: _forgotten, ...without } = DATA;

  it('says so in its hints, and in those of a dry run', async () => {
    const { hints } = bodyOf(DryRunBody, await replace(without, '?dryRun=true'));
    expect(hints.droppedFields).toEqual([{ event: fact, fields: ['/comparator'] }]);
    const answer = bodyOf(RecordedAnswer, await replace(without, '?hints=true'), 201);
    expect(answer.hints?.droppedFields).toEqual([{ event: fact, fields: ['/comparator'] }]);
  });

  it('says so for each event of a batch, and within objects', async () => {
    const place = { name: 'Kuala Lumpur', country: 'MYS' };
    const meeting = { meeting: `meeting-${stories}`, participants: [{ name: 'He Lifeng' }], place };
    const other = await stored({ ...tariff(story, '2025-10-26', 0), type: 'MeetingHeld', data: meeting });
    const correction = (target: string, data: object) => ({
      type: 'EventCorrected',
      data: { target, data, reason: 'a slip' },
    });
    const answer = await server.post('/v1/events?hints=true', [
      correction(fact, { imposedBy: 'USA', appliesTo: 'CHN', ratePercent: 1 }),
      correction(other, { ...meeting, place: { name: place.name } }),
    ]);
    expect(bodyOf(RecordedAnswer, answer, 201).hints?.droppedFields).toEqual([
      { event: fact, fields: ['/comparator', '/direction'] },
      { event: other, fields: ['/place/country'] },
    ]);
  });

  it('and one that drops none says nothing', async () => {
    const answer = bodyOf(RecordedAnswer, await replace({ ...DATA, ratePercent: 1 }, '?hints=true'), 201);
    expect(answer.hints).toEqual({ similar: [], newSubjects: [] });
  });
});

describe('the dry run of a correction', () => {
  it('shows the account before and after, and stores nothing', async () => {
    // Of a subject of its own, which no later fact changes.
    const own = { ...DATA, measure: 'dry-run' };
    fact = await stored(tariff(story, '2025-04-11', 145, { data: own }));
    const before = { occurredAt: '2025-04-11', certainty: 'reported', data: own };
    const { direction: _removed, ...rest } = own;
    const options = { query: '?dryRun=true', occurredAt: '2025-04-09' };
    const { corrections, changes } = bodyOf(DryRunBody, await patch({ ratePercent: 125, direction: null }, options));
    expect(corrections).toEqual([
      { event: fact, before, after: { ...before, occurredAt: '2025-04-09', data: { ...rest, ratePercent: 125 } } },
    ]);
    expect(changes.map(({ view, subject }) => [view, subject])).toEqual([['tariffs', 'USA>CHN:dry-run']]);
    expect(await versionOf()).toBe(3);
    expect(await standing()).toEqual(own);
  });

  it('shows an account of a fact, and nothing for what corrects no stored account', async () => {
    const answer = await server.post(`/v1/events/${fact}/corroboration`, {
      source: OTHER_PAGE,
      occurredAt: '2025-04-10',
    });
    const on = bodyOf(RecordedBody, answer, 201).events[0]?.id ?? '';
    const { corrections } = bodyOf(DryRunBody, await patch({ comparator: null }, { on, query: '?dryRun=true' }));
    const { comparator: _removed, ...rest } = DATA;
    const account = { occurredAt: '2025-04-10', certainty: 'reported' };
    expect(corrections).toEqual([{ event: on, before: { ...account, data: DATA }, after: { ...account, data: rest } }]);
    const other = await server.post('/v1/events?dryRun=true', tariff(story, '2025-07-01', 3, { source: PAGE }));
    expect(bodyOf(DryRunBody, other)).not.toHaveProperty('corrections');
  });
});
