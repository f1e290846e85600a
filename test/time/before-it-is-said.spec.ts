import { beforeAll, describe, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { DryRunBody, RecordedAnswer } from '../../apps/server/src/events/event.schema.js';
import { SimilarBody } from '../../apps/server/src/stories/timeline.schema.js';
import { bodyOf, refusalOf } from '../http/recording.js';
import { asOwner } from '../support/log.js';
import { startServer, type TestServer } from '../support/server.js';
import { Desk, pageOf, rate, tariffPath } from './desk.js';

const GAZETTE = { publisher: 'Gazette', publishedAt: '2025-10-26' };
const POST = { publisher: 'Post', publishedAt: '2025-10-27' };

let server: TestServer;
let desk: Desk;
let country = 0;
/** Countries whose tariffs nobody has heard of. */
const COUNTRIES = [
  'ARG',
  'BRA',
  'CHL',
  'COL',
  'EGY',
  'IDN',
  'IND',
  'JPN',
  'KEN',
  'KOR',
  'MEX',
  'NGA',
  'NOR',
  'PER',
  'PHL',
  'THA',
  'VNM',
  'ZAF',
];
const another = (): string => COUNTRIES[(country += 1)] ?? '';

beforeAll(async () => {
  server = await startServer();
  desk = await Desk.open(server, 'a-story');
}, 120_000);

const change = (occurredAt: string, ratePercent: number, appliesTo: string, more: Record<string, unknown> = {}) => ({
  type: 'TariffChanged',
  story: 'a-story',
  occurredAt,
  data: rate(ratePercent, appliesTo),
  source: pageOf(GAZETTE),
  ...more,
});
const tried = async (body: object, headers?: Record<string, string>) =>
  bodyOf(DryRunBody, await server.post('/v1/events?dryRun=true', body, headers));
const head = async () => (await server.get('/v1/admin/log')).text;
const told = ({ view, subject, before, after }: { view: string; subject: string; before: unknown; after: unknown }) => [
  view,
  subject,
  rateOf(before),
  rateOf(after),
];
const rateOf = (item: unknown): unknown =>
  (item as { state: { ratePercent?: number } | null } | null)?.state?.ratePercent;

describe('a dry run', () => {
  it('tells what would become of the board, and stores nothing', async () => {
    const of = another();
    await desk.fact('TariffChanged', '2025-04-09', rate(10, of), GAZETTE);
    const before = await head();
    const { changes, hints } = await tried([change('2025-05-01', 20, of), change('2025-05-02', 30, of)]);
    expect(changes.map(told)).toEqual([['tariffs', `USA>${of}:all`, 10, 30]]);
    expect(hints).toEqual({ similar: [], newSubjects: [] });
    expect(await head()).toBe(before);
  });

  it('says of each item just what the board then says', async () => {
    const of = another();
    const base = await desk.fact('TariffChanged', '2025-04-09', rate(10, of), GAZETTE);
    const events = [
      change('2025-03-01', 5, of, { id: v4() }),
      change('2025-06-01', 50, of, { id: v4(), certainty: 'claimed' }),
      {
        id: v4(),
        type: 'EventCorroborated',
        data: { target: base, occurredAt: '2025-04-10', data: rate(12, of) },
        source: pageOf(POST),
      },
      {
        id: v4(),
        type: 'TruceExtended',
        story: 'a-story',
        occurredAt: '2025-08-11',
        data: { truce: `truce-${of.toLowerCase()}`, validUntil: '2025-11-10' },
        source: pageOf(GAZETTE),
      },
    ];
    const { changes } = await tried(events);
    expect(changes.map(({ view }) => view)).toEqual(['tariffs', 'truces']);
    const standing = await desk.get<{ clocks: object }>(tariffPath(`USA>${of}:all`));
    const { clocks: _then, ...before } = standing;
    expect(changes[0]?.before).toEqual(before);
    await desk.batch(events);
    for (const { view, subject, after } of changes) {
      const { clocks: _now, ...item } = await desk.get<{ clocks: object }>(
        `/v1/views/${view}/${encodeURIComponent(subject)}`,
      );
      expect(after).toEqual(item);
    }
  });

  it('is there for corrections, retractions and corroborations', async () => {
    const [of, other] = [another(), another()];
    const fact = await desk.fact('TariffChanged', '2025-04-09', rate(10, of), GAZETTE);
    const before = await head();
    const ask = async (what: string, body: object) =>
      bodyOf(DryRunBody, await server.post(`/v1/events/${fact}/${what}?dryRun=true`, body));
    const moved = await ask('correction', { data: rate(10, other), reason: 'a slip' });
    expect(moved.changes.map(told).sort()).toEqual(
      [
        ['tariffs', `USA>${of}:all`, 10, undefined],
        ['tariffs', `USA>${other}:all`, undefined, 10],
      ].sort(),
    );
    expect(moved.changes.map((one) => one.before === null || one.after === null)).toEqual([true, true]);
    expect(moved.hints.newSubjects).toEqual([{ view: 'tariffs', subject: `USA>${other}:all` }]);
    expect((await ask('retraction', { reason: 'not so' })).changes.map(told)).toEqual([
      ['tariffs', `USA>${of}:all`, 10, undefined],
    ]);
    const disputed = await ask('corroboration', { source: pageOf(POST), data: rate(11, of) });
    expect(disputed.changes.map((one) => one.after)).toMatchObject([{ contested: true, state: { ratePercent: 10 } }]);
    expect((await ask('corroboration', { source: pageOf(POST) })).changes).toEqual([]);
    expect(await head()).toBe(before);
  });

  it('opens stories, too', async () => {
    const opening = { type: 'StoryOpened', story: 'would-be', occurredAt: '2025', data: { title: 'Would be' } };
    const { changes, hints } = await tried([opening, { ...change('2025-05-01', 20, 'CHN'), story: 'would-be' }]);
    expect(changes.map(({ view, subject }) => `${view} ${subject}`).sort()).toEqual([
      'stories would-be',
      'tariffs USA>CHN:all',
    ]);
    expect(hints.newSubjects).toContainEqual({ view: 'stories', subject: 'would-be' });
    expect((await server.get('/v1/stories/would-be')).status).toBe(404);
  });

  it('of what is stored already changes nothing', async () => {
    const event = change('2025-05-01', 20, another(), { id: v4() });
    await desk.batch([event]);
    expect(await tried(event)).toEqual({
      changes: [],
      hints: { similar: [], newSubjects: [] },
      halted: [],
      haltedSubjects: [],
    });
  });

  it('makes every check, with its code', async () => {
    const fact = await desk.fact('TariffChanged', '2025-04-09', rate(10, another()), GAZETTE);
    await desk.retract(fact);
    const used = { 'idempotency-key': v4() };
    expect((await server.post('/v1/events', change('2025-05-01', 20, another()), used)).status).toBe(201);
    const cases: [object, string, Record<string, string>?][] = [
      [change('2025-05-01', -1, 'CHN'), 'invalid-event'],
      [{ ...change('2025-05-01', 1, 'CHN'), type: 'Nothing' }, 'unknown-type'],
      [change('2025-05-01', 1, 'CHN', { source: { article: 'none' } }), 'unknown-article'],
      [change('2025-05-01', 1, 'CHN'), 'idempotency-key-reused', used],
      [change('2025-05-01', 1, 'CHN', { id: fact }), 'event-id-conflict'],
      [change('2025-05-01', 1, 'CHN'), 'version-mismatch', { 'if-match': '"999"' }],
      [{ type: 'EventRetracted', data: { target: v4(), reason: 'r' } }, 'unknown-target'],
      [{ type: 'EventRetracted', data: { target: fact, reason: 'r' } }, 'already-retracted'],
      [{ ...change('2025-05-01', 1, 'CHN'), story: 'never-opened' }, 'unknown-story'],
      [{ type: 'StoryOpened', story: 'a-story', occurredAt: '2025', data: { title: 'Again' } }, 'story-exists'],
    ];
    for (const [body, code, headers] of cases) {
      expect([code, refusalOf(await server.post('/v1/events?dryRun=true', body, headers)).code]).toEqual([code, code]);
      expect([code, refusalOf(await server.post('/v1/events', body, headers)).code]).toEqual([code, code]);
    }
    expect((await server.post(`/v1/events/${v4()}/retraction?dryRun=true`, { reason: 'r' })).status).toBe(404);
    expect(refusalOf(await server.post('/v1/events?dryRun=yes', cases[0]?.[0] ?? {})).code).toBe('bad-parameter');
  });

  it('leaves its Idempotency-Key unused', async () => {
    const key = { 'idempotency-key': v4() };
    const event = change('2025-05-01', 20, another());
    expect((await tried(event, key)).changes).toHaveLength(1);
    const recorded = await server.post('/v1/events', event, { ...key, prefer: 'wait=10' });
    expect([recorded.status, recorded.headers.get('idempotency-replayed')]).toEqual([201, null]);
    expect((await tried(event, key)).changes).toEqual([]);
  });

  it('holds up no writer, and none holds it up', async () => {
    const event = change('2025-05-01', 20, another());
    const free = await asOwner(server.ownerUrl, async (client) => {
      await client.query('begin');
      await client.query('select from log_head for update');
      const { changes } = await tried(event);
      await client.query('rollback');
      return changes.length;
    });
    expect(free).toBe(1);
  });
});

describe('hints', () => {
  const hinted = async (body: object) =>
    bodyOf(RecordedAnswer, await server.post('/v1/events?hints=true', body), 201).hints;

  it('name the facts that a new one might be another account of', async () => {
    const of = another();
    const dates = ['2025-04-01', '2025-04-04', '2025-04-11', '2025-04-18', '2025-04-19', '2025-04', '2025'];
    const facts = new Map<string, string>();
    for (const date of dates) facts.set(date, await desk.fact('TariffChanged', date, rate(10, of), GAZETTE));
    const otherType = await desk.fact('TariffSuspended', '2025-04-11', { imposedBy: 'USA', appliesTo: of }, GAZETTE);
    const retracted = await desk.fact('TariffChanged', '2025-04-11', rate(10, of), GAZETTE);
    await desk.retract(retracted);
    const near = ['2025-04-11', '2025-04', '2025', '2025-04-04', '2025-04-18'].map((date) => facts.get(date));
    const { similar } = (await hinted(change('2025-04-11', 12, of))) ?? { similar: [] };
    expect([...similar].sort()).toEqual([...near].sort());
    expect(similar).not.toContain(otherType);
    const listed = bodyOf(
      SimilarBody,
      await server.get(`/v1/events/${facts.get('2025-04-18')}/similar?recordedAsOf=@${desk.position}`),
    );
    const expected = ['2025-04', '2025', '2025-04-19', '2025-04-11'].map((date) => facts.get(date));
    expect(listed.items.map((fact) => fact.id)).toEqual(expected);
  });

  it('name subjects that are new, each once', async () => {
    const of = another();
    const subject = { view: 'tariffs', subject: `USA>${of}:all` };
    expect(await hinted([change('2025-04-11', 12, of), change('2025-06-11', 13, of)])).toEqual({
      similar: [],
      newSubjects: [subject],
    });
    expect(await hinted(change('2025-09-11', 12, of))).toEqual({ similar: [], newSubjects: [] });
  });

  it('come only where they are asked for, and not again for what is stored', async () => {
    const event = change('2025-05-01', 20, another(), { id: v4() });
    expect(bodyOf(RecordedAnswer, await server.post('/v1/events', event), 201)).not.toHaveProperty('hints');
    expect(bodyOf(RecordedAnswer, await server.post('/v1/events?hints=true', event))).toMatchObject({
      hints: { similar: [], newSubjects: [] },
    });
  });

  it('lead from a second report to a corroboration, and are the same in a dry run', async () => {
    const of = another();
    const fact = await desk.fact('TariffChanged', '2025-04-09', rate(10, of), GAZETTE);
    const second = change('2025-04-10', 10, of, { source: pageOf(POST) });
    const { hints } = await tried(second);
    expect(hints).toEqual({ similar: [fact], newSubjects: [] });
    await desk.corroborate(hints.similar[0] ?? '', POST, { occurredAt: '2025-04-10' });
    expect(await desk.get(tariffPath(`USA>${of}:all`), { asOf: '2025-04-09' })).toMatchObject({
      contested: true,
      disputes: [{ reason: 'date', open: true }],
    });
  });
});

describe('what is similar to a fact', () => {
  it('is asked of events that there are, on any clock', async () => {
    const of = another();
    const [one, two] = [
      await desk.fact('TariffChanged', '2025-04-09', rate(10, of), GAZETTE),
      await desk.fact('TariffChanged', '2025-04-12', rate(10, of), POST),
    ];
    const ids = async (id: string, query = '') =>
      bodyOf(SimilarBody, await server.get(`/v1/events/${id}/similar?${query}`)).items.map((fact) => fact.id);
    expect([await ids(one), await ids(two)]).toEqual([[two], [one]]);
    expect([await ids(one, 'asOf=2025-04-11'), await ids(one, 'reportedAsOf=2025-10-26')]).toEqual([[], []]);
    expect(await ids(one, `recordedAsOf=@${desk.position - 1}`)).toEqual([]);
    expect((await server.get(`/v1/events/${two}/similar?recordedAsOf=@${desk.position - 1}`)).status).toBe(404);
    expect((await server.get(`/v1/events/${v4()}/similar`)).status).toBe(404);
    expect((await server.get('/v1/events/none/similar')).status).toBe(404);
  });
});
