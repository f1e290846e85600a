import { beforeAll, describe, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { DryRunBody, RecordedAnswer } from '../../apps/server/src/events/recorded.schema.js';
import { SimilarBody } from '../../apps/server/src/views/fact.schema.js';
import { bodyOf, refusalOf } from '../http/recording.js';
import { asOwner } from '../support/log.js';
import { startServer, type TestServer } from '../support/server.js';
import { StoryFixture, pageOf, rate, tariffPath } from './story-fixture.js';

const GAZETTE = { publisher: 'Gazette', publishedAt: '2025-10-26' };
const POST = { publisher: 'Post', publishedAt: '2025-10-27' };

let server: TestServer;
let fixture: StoryFixture;
let country = 0;
/** Countries without a tariff so far. */
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
  fixture = await StoryFixture.open(server, 'a-story');
}, 120_000);

const change = (occurredAt: string, ratePercent: number, appliesTo: string, more: Record<string, unknown> = {}) => ({
  type: 'TariffChanged',
  story: 'a-story',
  occurredAt,
  data: rate(ratePercent, appliesTo),
  source: pageOf(GAZETTE),
  ...more,
});
const dryRun = async (body: object, headers?: Record<string, string>) =>
  bodyOf(DryRunBody, await server.post('/v1/events?dryRun=true', body, headers));
const head = async () => (await server.get('/v1/admin/log')).text;
const summary = ({
  view,
  subject,
  before,
  after,
}: {
  view: string;
  subject: string;
  before: unknown;
  after: unknown;
}) => [view, subject, rateOf(before), rateOf(after)];
const rateOf = (item: unknown): unknown =>
  (item as { state: { ratePercent?: number } | null } | null)?.state?.ratePercent;

/** What the timeline says, by the ids of facts; withdrawn ones too. */
async function timelineSentences(): Promise<Map<string, string>> {
  const lines = await server.get('/v1/stories/a-story/timeline?include=retracted&format=ndjson');
  const facts = lines.text.split('\n').filter((line) => line !== '');
  return new Map(
    facts.map((line) => {
      const { id, sentence } = JSON.parse(line) as { id: string; sentence: string };
      return [id, sentence];
    }),
  );
}
const versionOf = async (story: string): Promise<number> =>
  ((await server.get(`/v1/stories/${story}`)).body as { story: { version: number } }).story.version;

describe('a dry run', () => {
  it('answers with the changes of the board, and stores nothing', async () => {
    const of = another();
    await fixture.fact('TariffChanged', '2025-04-09', rate(10, of), GAZETTE);
    const before = await head();
    const { changes, hints } = await dryRun([change('2025-05-01', 20, of), change('2025-05-02', 30, of)]);
    expect(changes.map(summary)).toEqual([['tariffs', `USA>${of}:all`, 10, 30]]);
    expect(hints).toEqual({ similar: [], newSubjects: [] });
    expect(await head()).toBe(before);
  });

  it('answers with the items that the board then has', async () => {
    const of = another();
    const base = await fixture.fact('TariffChanged', '2025-04-09', rate(10, of), GAZETTE);
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
    const { changes } = await dryRun(events);
    expect(changes.map(({ view }) => view)).toEqual(['tariffs', 'truces']);
    const current = await fixture.get<{ clocks: object }>(tariffPath(`USA>${of}:all`));
    const { clocks: _then, ...before } = current;
    expect(changes[0]?.before).toEqual(before);
    await fixture.batch(events);
    for (const { view, subject, after } of changes) {
      const { clocks: _now, ...item } = await fixture.get<{ clocks: object }>(
        `/v1/views/${view}/${encodeURIComponent(subject)}`,
      );
      expect(after).toEqual(item);
    }
  });

  it('works for corrections, retractions and corroborations', async () => {
    const [of, other] = [another(), another()];
    const fact = await fixture.fact('TariffChanged', '2025-04-09', rate(10, of), GAZETTE);
    const before = await head();
    const dryRunAbout = async (what: string, body: object) =>
      bodyOf(DryRunBody, await server.post(`/v1/events/${fact}/${what}?dryRun=true`, body));
    const moved = await dryRunAbout('correction', { data: rate(10, other), reason: 'a slip' });
    expect(moved.changes.map(summary).sort()).toEqual(
      [
        ['tariffs', `USA>${of}:all`, 10, undefined],
        ['tariffs', `USA>${other}:all`, undefined, 10],
      ].sort(),
    );
    expect(moved.changes.map((one) => one.before === null || one.after === null)).toEqual([true, true]);
    expect(moved.hints.newSubjects).toEqual([{ view: 'tariffs', subject: `USA>${other}:all` }]);
    expect((await dryRunAbout('retraction', { reason: 'not so' })).changes.map(summary)).toEqual([
      ['tariffs', `USA>${of}:all`, 10, undefined],
    ]);
    const disputed = await dryRunAbout('corroboration', { source: pageOf(POST), data: rate(11, of) });
    expect(disputed.changes.map((one) => one.after)).toMatchObject([{ contested: true, state: { ratePercent: 10 } }]);
    expect((await dryRunAbout('corroboration', { source: pageOf(POST) })).changes).toEqual([]);
    expect(await head()).toBe(before);
  });

  it('works for new stories', async () => {
    const opening = { type: 'StoryOpened', story: 'would-be', occurredAt: '2025', data: { title: 'Would be' } };
    const { changes, hints } = await dryRun([opening, { ...change('2025-05-01', 20, 'CHN'), story: 'would-be' }]);
    expect(changes.map(({ view, subject }) => `${view} ${subject}`).sort()).toEqual([
      'stories would-be',
      'tariffs USA>CHN:all',
    ]);
    expect(hints.newSubjects).toContainEqual({ view: 'stories', subject: 'would-be' });
    expect((await server.get('/v1/stories/would-be')).status).toBe(404);
  });

  it('has the sentences that the timeline then has', async () => {
    const of = another();
    const parties = ['USA', of];
    const about = { story: 'a-story', source: pageOf(GAZETTE) };
    const earlier = {
      ...about,
      id: v4(),
      type: 'TalksStarted',
      occurredAt: '2025-03-01',
      data: { talks: 'titled', parties },
    };
    await fixture.batch([earlier]);
    const events = [
      { ...change('2025-05-01', 20, of), id: v4() },
      {
        ...change('2025-05-02', 30, of),
        id: v4(),
        certainty: 'claimed',
        source: { ...pageOf(GAZETTE), attributedTo: 'Ann' },
      },
      { ...about, id: v4(), type: 'TalksSessionHeld', occurredAt: '2025-03-04', data: { talks: 'titled', hours: 5 } },
      // It gives the talks a title, by which the timeline then calls them in every sentence.
      {
        ...about,
        id: v4(),
        type: 'TalksAnnounced',
        occurredAt: '2025-05-03',
        data: { talks: 'titled', parties, title: 'Geneva fish talks' },
      },
      earlier,
    ];
    const { sentences, version } = await dryRun(events);
    expect(sentences.filter((sentence) => sentence?.includes('Geneva fish')).length).toBeGreaterThan(1);
    await fixture.batch(events);
    const printed = await timelineSentences();
    expect(sentences).toEqual(events.map(({ id }) => printed.get(id)));
    expect(version).toBe((await versionOf('a-story')) - 4);
  });

  it('has the sentences that corrected, retracted and corroborated facts then have', async () => {
    const of = another();
    const fact = await fixture.fact('TariffChanged', '2025-04', rate(10, of), GAZETTE);
    for (const [what, body] of [
      ['corroboration', { source: pageOf(POST), occurredAt: '2025-04-09' }],
      ['correction', { data: rate(11, of), reason: 'a slip' }],
      ['correction', { certainty: 'claimed', reason: 'only said' }],
      ['retraction', { reason: 'not so' }],
    ] as const) {
      const path = `/v1/events/${fact}/${what}`;
      const { sentences, version } = bodyOf(DryRunBody, await server.post(`${path}?dryRun=true`, body));
      expect(version).toBe(await versionOf('a-story'));
      const recorded = await server.post(path, body, { 'if-match': `"${version}"`, prefer: 'wait=10' });
      expect(recorded.status).toBe(201);
      expect(sentences).toEqual([(await timelineSentences()).get(fact)]);
      expect(refusalOf(await server.post(`${path}?dryRun=true`, body, { 'if-match': `"${version}"` }))).toMatchObject({
        status: 412,
        version: (version ?? 0) + 1,
      });
    }
  });

  it('has no version where events are of several stories, or of one that they open', async () => {
    const opening = { type: 'StoryOpened', story: 'opened-now', occurredAt: '2025', data: { title: 'Opened now' } };
    expect((await dryRun(opening)).version).toBeNull();
    const inBoth = await dryRun([
      opening,
      { ...change('2025-05-01', 20, 'CHN'), story: 'opened-now' },
      change('2025-05-01', 20, 'CHN'),
    ]);
    expect([inBoth.version, inBoth.sentences.length]).toEqual([null, 3]);
  });

  it('of stored events has no changes', async () => {
    const event = { ...change('2025-05-01', 20, another()), id: v4() };
    await fixture.batch([event]);
    expect(await dryRun(event)).toEqual({
      changes: [],
      sentences: [(await timelineSentences()).get(event.id)],
      version: await versionOf('a-story'),
      hints: { similar: [], newSubjects: [] },
      halted: [],
      haltedSubjects: [],
    });
  });

  it('makes every check, and refuses with the same code as a request that records', async () => {
    const fact = await fixture.fact('TariffChanged', '2025-04-09', rate(10, another()), GAZETTE);
    await fixture.retract(fact);
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
    expect((await dryRun(event, key)).changes).toHaveLength(1);
    const recorded = await server.post('/v1/events', event, { ...key, prefer: 'wait=10' });
    expect([recorded.status, recorded.headers.get('idempotency-replayed')]).toEqual([201, null]);
    expect((await dryRun(event, key)).changes).toEqual([]);
  });

  it('is not blocked by a writer', async () => {
    const event = change('2025-05-01', 20, another());
    const free = await asOwner(server.ownerUrl, async (client) => {
      await client.query('begin');
      await client.query('select from log_head for update');
      const { changes } = await dryRun(event);
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
    for (const date of dates) facts.set(date, await fixture.fact('TariffChanged', date, rate(10, of), GAZETTE));
    const otherType = await fixture.fact('TariffSuspended', '2025-04-11', { imposedBy: 'USA', appliesTo: of }, GAZETTE);
    const retracted = await fixture.fact('TariffChanged', '2025-04-11', rate(10, of), GAZETTE);
    await fixture.retract(retracted);
    const near = ['2025-04-11', '2025-04', '2025', '2025-04-04', '2025-04-18'].map((date) => facts.get(date));
    const { similar = [] } = (await hinted(change('2025-04-11', 12, of))) ?? {};
    expect([...similar].sort()).toEqual([...near].sort());
    expect(similar).not.toContain(otherType);
    const listed = bodyOf(
      SimilarBody,
      await server.get(`/v1/events/${facts.get('2025-04-18')}/similar?recordedAsOf=@${fixture.position}`),
    );
    const expected = ['2025-04', '2025', '2025-04-19', '2025-04-11'].map((date) => facts.get(date));
    expect(listed.items.map((fact) => fact.id)).toEqual(expected);
  });

  it('name new subjects, each once', async () => {
    const of = another();
    const subject = { view: 'tariffs', subject: `USA>${of}:all` };
    expect(await hinted([change('2025-04-11', 12, of), change('2025-06-11', 13, of)])).toEqual({
      similar: [],
      newSubjects: [subject],
    });
    expect(await hinted(change('2025-09-11', 12, of))).toEqual({ similar: [], newSubjects: [] });
  });

  it('are given on request only, and are empty for stored events', async () => {
    const event = change('2025-05-01', 20, another(), { id: v4() });
    expect(bodyOf(RecordedAnswer, await server.post('/v1/events', event), 201)).not.toHaveProperty('hints');
    expect(bodyOf(RecordedAnswer, await server.post('/v1/events?hints=true', event))).toMatchObject({
      hints: { similar: [], newSubjects: [] },
    });
  });

  it('lead from a second report to a corroboration, and are the same in a dry run', async () => {
    const of = another();
    const fact = await fixture.fact('TariffChanged', '2025-04-09', rate(10, of), GAZETTE);
    const second = change('2025-04-10', 10, of, { source: pageOf(POST) });
    const { hints } = await dryRun(second);
    expect(hints).toEqual({ similar: [fact], newSubjects: [] });
    await fixture.corroborate(hints.similar[0] ?? '', POST, { occurredAt: '2025-04-10' });
    expect(await fixture.get(tariffPath(`USA>${of}:all`), { asOf: '2025-04-09' })).toMatchObject({
      contested: true,
      disputes: [{ reason: 'date', open: true }],
    });
  });
});

describe('the facts similar to a fact', () => {
  it('can be read on any clock, and are not found for an unknown event', async () => {
    const of = another();
    const [one, two] = [
      await fixture.fact('TariffChanged', '2025-04-09', rate(10, of), GAZETTE),
      await fixture.fact('TariffChanged', '2025-04-12', rate(10, of), POST),
    ];
    const ids = async (id: string, query = '') =>
      bodyOf(SimilarBody, await server.get(`/v1/events/${id}/similar?${query}`)).items.map((fact) => fact.id);
    expect([await ids(one), await ids(two)]).toEqual([[two], [one]]);
    expect([await ids(one, 'asOf=2025-04-11'), await ids(one, 'reportedAsOf=2025-10-26')]).toEqual([[], []]);
    expect(await ids(one, `recordedAsOf=@${fixture.position - 1}`)).toEqual([]);
    expect((await server.get(`/v1/events/${two}/similar?recordedAsOf=@${fixture.position - 1}`)).status).toBe(404);
    expect((await server.get(`/v1/events/${v4()}/similar`)).status).toBe(404);
    expect((await server.get('/v1/events/none/similar')).status).toBe(404);
  });
});
