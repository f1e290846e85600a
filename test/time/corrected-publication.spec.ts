import { beforeAll, describe, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { EventDetailBody } from '../../apps/server/src/events/event.schema.js';
import { DryRunBody } from '../../apps/server/src/events/recorded.schema.js';
import { FactsBody } from '../../apps/server/src/views/fact.schema.js';
import { bodyOf, refusalOf } from '../http/recording.js';
import { startServer, type TestServer } from '../support/server.js';
import { pageOf, rate, StoryFixture, tariffPath } from './story-fixture.js';

interface Item {
  state: { ratePercent?: number | null } | null;
  dateUncertain: boolean;
  undated?: number;
}

const GAZETTE = { publisher: 'Gazette', publishedAt: '2025-10-14' };
const CLOUD = { 'content-type': 'application/cloudevents+json', prefer: 'wait=20' };
const NDJSON = { 'content-type': 'application/x-ndjson', prefer: 'wait=20' };

let server: TestServer;
let fixture: StoryFixture;
let country = 0;
const another = (): string =>
  'BRA CHL COL EGY IDN IND JPN KEN KOR MEX NGA PHL THA VNM ZAF'.split(' ')[(country += 1)] ?? '';

beforeAll(async () => {
  server = await startServer();
  fixture = await StoryFixture.open(server, 'published');
}, 120_000);

const item = (of: string, query: Record<string, string> = {}) => fixture.get<Item>(tariffPath(`USA>${of}:all`), query);
const rateBy = async (of: string, reportedAsOf: string, more: Record<string, string> = {}) =>
  (await item(of, { reportedAsOf, ...more })).state?.ratePercent ?? null;

describe('a corrected date of publication', () => {
  it('counts at every date of publication, from its own position on, whatever the source of the correction', async () => {
    for (const source of [undefined, { publisher: 'Gazette', publishedAt: '2026-01-01' }, { publisher: 'Gazette' }]) {
      const of = another();
      const fact = await fixture.fact('TariffChanged', '2025-04-01', rate(10, of), GAZETTE);
      const before = `@${fixture.position}`;
      await fixture.correct(fact, { publishedAt: '2025-04-02' }, source);
      expect([await rateBy(of, '2025-04-01'), await rateBy(of, '2025-04-02')]).toEqual([null, 10]);
      expect(await rateBy(of, '2025-04-02', { recordedAsOf: before })).toBeNull();
      expect(await rateBy(of, '2025-10-14', { recordedAsOf: before })).toBe(10);
    }
  });

  it('gives a date to a source that had none', async () => {
    const of = another();
    const fact = await fixture.fact('TariffChanged', '2025-04-01', rate(10, of), { publisher: 'Leaflet' });
    expect(await item(of, { reportedAsOf: '2025-06' })).toMatchObject({ state: null, undated: 1 });
    await fixture.correct(fact, { publishedAt: '2025-04' });
    expect([await rateBy(of, '2025-04-29'), await rateBy(of, '2025-04')]).toEqual([null, 10]);
    expect((await item(of, { reportedAsOf: '2025-06' })).undated).toBe(0);
  });

  it('of one account leaves the others as they are', async () => {
    const of = another();
    const fact = await fixture.fact('TariffChanged', '2025-04-01', rate(10, of), GAZETTE);
    const account = await fixture.corroborate(fact, { publisher: 'Post', publishedAt: '2025-09' });
    await fixture.correct(account, { publishedAt: '2025-05' });
    const publishers = async (reportedAsOf: string) => {
      const detail = await server.get(`/v1/events/${fact}?reportedAsOf=${reportedAsOf}`);
      return bodyOf(EventDetailBody, detail).accounts.map(({ publisher, source }) => [publisher, source?.publishedAt]);
    };
    expect(await publishers('2025-05')).toEqual([['Post', '2025-05']]);
    expect(await publishers('2025-10-14')).toEqual([
      ['Gazette', '2025-10-14'],
      ['Post', '2025-05'],
    ]);
  });

  it('ends the period of a date, so that the views of the present are folded anew', async () => {
    const of = another();
    const vague = await fixture.fact('TariffChanged', '2025', rate(9, of), GAZETTE);
    await fixture.fact('TariffChanged', '2025-06-01', rate(11, of), { publisher: 'Post', publishedAt: '2025-06-02' });
    const then = `@${fixture.position}`;
    expect((await item(of, { asOf: '2025-06-05' })).dateUncertain).toBe(true);
    await fixture.correct(vague, { publishedAt: '2025-03-01' });
    expect((await item(of, { asOf: '2025-06-05' })).dateUncertain).toBe(false);
    expect((await item(of, { asOf: '2025-06-05', recordedAsOf: then })).dateUncertain).toBe(true);
    await fixture.correct(vague, { publishedAt: '2025-07-01' });
    expect((await item(of, { asOf: '2025-06-05' })).dateUncertain).toBe(true);
  });

  it('is shown with the event, in the timeline and in its sources', async () => {
    const fixture = await StoryFixture.open(server, 'shown');
    const fact = await fixture.fact('TariffChanged', '2025-04-01', rate(10, another()), GAZETTE);
    const correction = await fixture.correct(fact, { publishedAt: '2025-04-02' });
    const detail = bodyOf(EventDetailBody, await server.get(`/v1/events/${fact}`));
    // The event itself stays as it was recorded.
    expect(detail).toMatchObject({
      reportedAt: '2025-10-14',
      source: { publishedAt: '2025-10-14' },
      accounts: [{ corrected: true, source: { publishedAt: '2025-04-02' } }],
      corrections: [{ event: correction, publishedAt: '2025-04-02', reason: 'a slip' }],
    });
    for (const query of ['', '?reportedAsOf=2025-05']) {
      const { items } = bodyOf(FactsBody, await server.get(`/v1/stories/shown/timeline${query}`));
      expect(items).toMatchObject([
        {
          reportedAt: '2025-04-02',
          sources: [{ publishedAt: '2025-04-02' }],
          corrected: [{ event: correction }],
          counts: { corrected: 1 },
        },
      ]);
    }
    const brief = await server.get('/v1/stories/shown/brief?asOf=2025-04-01', { accept: 'text/markdown' });
    expect(brief.text).toContain(', 2 April 2025.');
    expect(brief.text).not.toContain('14 October 2025');
    const earlier = `/v1/stories/shown/brief?asOf=2025-04-01&recordedAsOf=@${fixture.position - 1}`;
    expect((await server.get(earlier, { accept: 'text/markdown' })).text).toContain(', 14 October 2025.');
  });

  it('is between two points of the record what was corrected', async () => {
    const fixture = await StoryFixture.open(server, 'between');
    const of = another();
    const fact = await fixture.fact('TariffChanged', '2025-04-01', rate(10, of), GAZETTE);
    const from = `@${fixture.position}`;
    const correction = await fixture.correct(fact, { publishedAt: '2025-04-02' });
    const { items } = await fixture.get<{ items: { events: string[] }[] }>('/v1/stories/between/changes', {
      ...{ clock: 'recordedAsOf', from, reportedAsOf: '2025-05' },
    });
    expect(items.map(({ events }) => events)).toEqual([[correction]]);
  });
});

describe('the correction of a date of publication', () => {
  const correcting = (target: string, more: object = {}) => ({
    type: 'EventCorrected',
    data: { target, publishedAt: '2025-04-02', reason: 'r', ...more },
  });

  it('can be tried', async () => {
    const of = another();
    const vague = await fixture.fact('TariffChanged', '2025', rate(9, of), GAZETTE);
    await fixture.fact('TariffChanged', '2025-06-01', rate(11, of), { publisher: 'Post', publishedAt: '2025-06-02' });
    const head = (await server.get('/v1/admin/log')).text;
    const answer = await server.post('/v1/events?dryRun=true', correcting(vague));
    expect(bodyOf(DryRunBody, answer).changes).toMatchObject([
      { before: { dateUncertain: true }, after: { dateUncertain: false } },
    ]);
    expect((await server.get('/v1/admin/log')).text).toBe(head);
  });

  it('can come as an event, in a batch with its fact, as a CloudEvent and in an import', async () => {
    const of = another();
    const fact = (id: string, occurredAt: string) => ({
      ...{ id, type: 'TariffChanged', story: 'published', occurredAt },
      data: rate(10, of),
      source: pageOf({ publisher: 'Leaflet' }),
    });
    const [first, second, third] = [v4(), v4(), v4()];
    await fixture.batch([fact(first, '2025-04-01'), correcting(first)]);
    expect(await rateBy(of, '2025-04-02')).toBe(10);
    await fixture.batch([fact(second, '2025-04-01')]);
    const event = { specversion: '1.0', id: v4(), source: 'urn:desk', type: 'dateline.EventCorrected' };
    const cloud = await server.post('/v1/events', { ...event, data: { data: correcting(second).data } }, CLOUD);
    expect(cloud.status).toBe(201);
    const lines = [fact(third, '2025-04-01'), correcting(third)].map((line) => JSON.stringify(line)).join('\n');
    const imported = await server.post('/v1/events/import', lines, NDJSON);
    expect(imported.text).toContain('"imported":2');
    const position = Number(/"position":(\d+)/.exec(imported.text)?.[1]);
    const { items } = bodyOf(
      FactsBody,
      await server.get(`${tariffPath(`USA>${of}:all`)}/facts?reportedAsOf=2025-04-02&minPosition=${position}`),
    );
    expect(items.map(({ id, reportedAt }) => [id, reportedAt])).toEqual(
      [third, second, first].map((id) => [id, '2025-04-02']),
    );
  });

  it('is exported, and imported elsewhere it gives the same answer', async () => {
    const fixture = await StoryFixture.open(server, 'exported');
    const of = 'NOR';
    const fact = await fixture.fact('TariffChanged', '2025-04-01', rate(10, of), { publisher: 'Leaflet' });
    await fixture.correct(fact, { publishedAt: '2025-04-02' });
    const { text } = await server.get('/v1/export?story=exported');
    const other = await startServer();
    const imported = await other.post('/v1/events/import', text, NDJSON);
    const position = /"position":(\d+)/.exec(imported.text)?.[1] ?? '';
    const query = { reportedAsOf: '2025-04-02' };
    const answer = await other.get(`${tariffPath(`USA>${of}:all`)}?reportedAsOf=2025-04-02&minPosition=${position}`);
    const { state } = await item(of, query);
    expect([state?.ratePercent, (answer.body as Item).state]).toEqual([10, state]);
    const verified = await other.request('POST', '/v1/admin/log/verify');
    expect(verified.text).toContain('"verified":3');
    await other.stop();
  }, 60_000);

  it.each([
    ['', 'must be YYYY, YYYY-MM, YYYY-MM-DD or an RFC 3339 instant with offset'],
    ['yesterday', 'must be YYYY, YYYY-MM, YYYY-MM-DD or an RFC 3339 instant with offset'],
    ['2025-02-30', 'must be a date that exists in the calendar'],
    [null, 'must be a text'],
    [2025, 'must be a text'],
  ])('is refused with the date %j', async (publishedAt, detail) => {
    const fact = await fixture.fact('TariffChanged', '2025-04-01', rate(10, 'PER'), GAZETTE);
    const refusal = refusalOf(await server.post(`/v1/events/${fact}/correction`, { publishedAt, reason: 'r' }));
    expect(refusal).toMatchObject({ status: 422, code: 'invalid-event', errors: [{ pointer: '/publishedAt' }] });
    if (typeof publishedAt === 'string') expect(refusal.errors?.[0]?.detail).toBe(detail);
  });

  it('is refused where the target has no source', async () => {
    const { items } = await fixture.get<{ items: { id: string; type: string }[] }>('/v1/events', {
      story: 'published',
    });
    const opening = items.find(({ type }) => type === 'StoryOpened')?.id ?? '';
    const refusal = { status: 422, code: 'invalid-event' };
    expect(refusalOf(await server.post('/v1/events', correcting(opening)))).toMatchObject({
      ...refusal,
      errors: [{ pointer: '/data/publishedAt', detail: 'cannot be given: the target has no source' }],
    });
    const at = await server.post(`/v1/events/${opening}/correction`, { publishedAt: '2025', reason: 'r' });
    expect(refusalOf(at)).toMatchObject({ ...refusal, errors: [{ pointer: '/publishedAt' }] });
  });

  it('is refused for what is no account, is retracted or does not exist', async () => {
    const fact = await fixture.fact('TariffChanged', '2025-04-01', rate(10, 'PER'), GAZETTE);
    const correction = await fixture.correct(fact, { certainty: 'confirmed' });
    const codes = [];
    for (const target of [correction, v4()])
      codes.push(refusalOf(await server.post('/v1/events', correcting(target))).code);
    await fixture.retract(fact);
    codes.push(refusalOf(await server.post('/v1/events', correcting(fact))).code);
    expect(codes).toEqual(['invalid-event', 'unknown-target', 'already-retracted']);
  });
});
