import { beforeAll, describe, expect, it } from '@jest/globals';
import { BoardBody, StoriesBody } from '../../apps/server/src/stories/stories.schema.js';
import { BriefBody, DigestsBody } from '../../apps/server/src/stories/brief.schema.js';
import { EventDetailBody } from '../../apps/server/src/events/event.schema.js';
import { DryRunBody, RecordedAnswer } from '../../apps/server/src/events/recorded.schema.js';
import { FactsBody } from '../../apps/server/src/views/fact.schema.js';
import { bodyOf, refusalOf } from '../http/recording.js';
import { startServer, type TestServer } from '../support/server.js';
import { pageOf, rate, StoryFixture, tariffPath } from './story-fixture.js';

interface Item {
  subject: string;
  state: { ratePercent?: number | null } | null;
  contested: boolean;
  dateUncertain: boolean;
  undated?: number;
  clocks?: { undated?: string };
}

const GAZETTE = { publisher: 'Gazette', publishedAt: '2025-05-02' };
const UNDATED = { publisher: 'Leaflet' };

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
}, 120_000);

describe('what has no date of publication', () => {
  let fixture: StoryFixture;

  /**
   * Two tariffs. On Chinese goods: 10 percent since 1 May; a leaflet without a date has 20 since 1 June, and one more
   * corrects the first to 12 percent. On Indian goods there is a leaflet alone. A truce of the Gazette is withdrawn by a
   * leaflet. A claim about no subject of a view is in a leaflet, too.
   */
  beforeAll(async () => {
    fixture = await StoryFixture.open(server, 'undated');
    const first = await fixture.fact('TariffChanged', '2025-05-01', rate(10), GAZETTE);
    await fixture.fact('TariffChanged', '2025-06-01', rate(20), UNDATED);
    await fixture.correct(first, { data: rate(12) }, UNDATED);
    await fixture.fact('TariffChanged', '2025-05-03', rate(5, 'IND'), UNDATED);
    const truce = await fixture.fact(
      'TruceAgreed',
      '2025-05-01',
      { truce: 'a-truce', parties: ['USA', 'CHN'], validUntil: '2047-01-01' },
      GAZETTE,
    );
    await fixture.retract(truce, UNDATED);
    await fixture.fact('MilestoneReported', '2025-05-04', { text: 'A bridge was opened.' }, UNDATED);
  }, 60_000);

  const item = (query: object, subject?: string) => fixture.get<Item>(tariffPath(subject), { ...query });
  const rateAt = async (query: object, subject?: string) => {
    const { state, undated } = await item(query, subject);
    return [state?.ratePercent ?? null, undated];
  };

  it.each<[object, [number | null, number | undefined]]>([
    [{}, [20, undefined]],
    [{ reportedAsOf: '2025-07' }, [10, 2]],
    [{ reportedAsOf: '2025-07', undated: 'include' }, [20, 0]],
    // The correction counts wherever the Gazette does, the leaflet from the end of 1 June.
    [{ reportedAsOf: '2025-05-31' }, [10, 1]],
    [{ reportedAsOf: '2025-05-31', undated: 'include' }, [12, 0]],
    [{ reportedAsOf: '2025-06-01T23:00:00Z', undated: 'include' }, [12, 0]],
    [{ reportedAsOf: '2025-06-01', undated: 'include' }, [20, 0]],
    [{ reportedAsOf: '2025-05-01' }, [null, 0]],
    [{ reportedAsOf: '2025-05-01', undated: 'include' }, [null, 0]],
    [{ reportedAsOf: '2025-07', asOf: '2025-05-31' }, [10, 1]],
    [{ reportedAsOf: '2025-07', asOf: '2025-05-31', undated: 'include' }, [12, 0]],
    [{ undated: 'include' }, [20, undefined]],
  ])('makes an item at %j what it is: %j', async (query, expected) => expect(await rateAt(query)).toEqual(expected));

  it('is counted within the record’s clock', async () => {
    const positions = [fixture.position - 4, fixture.position - 5];
    const counts = positions.map((at) => rateAt({ reportedAsOf: '2025-07', recordedAsOf: `@${at}` }));
    expect(await Promise.all(counts)).toEqual([
      [10, 2],
      [10, 1],
    ]);
  });

  it('leaves an item without a state, and says so', async () => {
    expect(await rateAt({ reportedAsOf: '2025-07' }, 'USA>IND:all')).toEqual([null, 1]);
    expect(await rateAt({ reportedAsOf: '2025-07', undated: 'include' }, 'USA>IND:all')).toEqual([5, 0]);
  });

  it('is named in the clocks of an answer that includes it', async () => {
    expect((await item({ reportedAsOf: '2025-07', undated: 'include' })).clocks?.undated).toBe('include');
    expect((await item({ reportedAsOf: '2025-07' })).clocks).not.toHaveProperty('undated');
  });

  const board = async (query: string) => bodyOf(BoardBody, await server.get(`/v1/stories/undated?${query}`));

  it('is counted on a board: of each fact once, also of those that are missing', async () => {
    const left = await board('reportedAsOf=2025-07');
    // Two about Chinese goods, one about Indian goods, and the retraction of the truce.
    expect(left.undated).toBe(4);
    const items = Object.values(left.views).flatMap((items) => (items ?? []) as Item[]);
    expect(Object.fromEntries(items.map(({ subject, undated }) => [subject, undated]))).toEqual({
      'USA>CHN:all': 2,
      'a-truce': 1,
      undated: 0,
    });
    expect(left.deadlines.map(({ subject, undated }) => [subject, undated])).toEqual([['a-truce', 1]]);
    const included = await board('reportedAsOf=2025-07&undated=include');
    expect([included.undated, included.views['truces'], included.views['tariffs']?.length]).toEqual([0, [], 2]);
    expect(await board('')).not.toHaveProperty('undated');
  });

  it('is counted in lists, for each item', async () => {
    const query = { reportedAsOf: '2025-07', story: 'undated' };
    const listed = async (path: string, more: object = {}) =>
      (await fixture.pages<Item & { view?: string }>(path, { ...query, ...more })).map((one) => one.undated);
    expect(await listed('/v1/views/tariffs')).toEqual([2]);
    expect(await listed('/v1/deadlines')).toEqual([1]);
    const ofTariff = { reportedAsOf: '2025-07' };
    const history = await fixture.pages<Item>(`${tariffPath()}/history`, ofTariff);
    expect(history.map((one) => [one.state?.ratePercent, one.undated])).toEqual([[10, 1]]);
    const facts = bodyOf(FactsBody, await server.get(`${tariffPath()}/facts?reportedAsOf=2025-07`));
    expect(facts.items.map((one) => one.undated)).toEqual([1]);
    const timeline = await server.get('/v1/stories/undated/timeline?reportedAsOf=2025-07');
    expect(bodyOf(FactsBody, timeline).items.map((one) => one.undated)).toEqual([1, 1]);
    const all = await server.get('/v1/stories/undated/timeline?reportedAsOf=2025-07&undated=include');
    expect(bodyOf(FactsBody, all).items.map((one) => one.undated)).toEqual([0, 0, 0, 0]);
    const stories = bodyOf(StoriesBody, await server.get('/v1/stories?reportedAsOf=2025-07'));
    expect(stories.items.map((one) => one.undated)).toEqual([0]);
    const changes = await fixture.get<{ items: Item[] }>('/v1/stories/undated/changes', {
      clock: 'reportedAsOf',
      from: '2025-05-01',
      to: '2025-07',
    });
    expect(Object.fromEntries(changes.items.map(({ subject, undated }) => [subject, undated]))).toEqual({
      'USA>CHN:all': 2,
      'a-truce': 1,
    });
  });

  it('changes nothing by itself: changes compare what is told', async () => {
    const changes = await fixture.get<{ items: Item[] }>('/v1/stories/undated/changes', {
      from: '2025-05-31',
      to: '2025-06-30',
      reportedAsOf: '2025-07',
    });
    expect(changes.items).toEqual([]);
    const included = await fixture.get<{ items: (Item & { events: string[] })[] }>('/v1/stories/undated/changes', {
      from: '2025-05-31',
      to: '2025-06-01',
      clock: 'reportedAsOf',
      undated: 'include',
    });
    expect(included.items.map(({ subject, events }) => [subject, events.length])).toEqual([['USA>CHN:all', 1]]);
  });

  it('ends a replay with the board of the same point', async () => {
    for (const query of ['reportedAsOf=2025-07', 'reportedAsOf=2025-07&undated=include']) {
      for (const clock of ['asOf', 'recordedAsOf']) {
        const { text } = await server.get(`/v1/stories/undated/replay?clock=${clock}&${query}`);
        const { board: last } = JSON.parse(text.trimEnd().split('\n').at(-1) ?? '') as { board: unknown };
        expect(last).toEqual((await server.get(`/v1/stories/undated?${query}`)).body);
      }
    }
  });

  it('is counted in a brief, with a line in its Markdown', async () => {
    const path = '/v1/stories/undated/brief?reportedAsOf=2025-07';
    // Those of the board, and what is about no subject.
    expect(bodyOf(BriefBody, await server.get(path)).undated).toBe(5);
    const markdown = async (more = '') => (await server.get(path + more, { accept: 'text/markdown' })).text;
    expect(await markdown()).toContain('\n\n_Left out: 5 reports whose date of publication is not known._\n\n');
    expect(await markdown('&asOf=2025-05-02')).toContain('_Left out: 2 reports whose');
    expect(await markdown('&undated=include')).not.toContain('Left out');
    expect(bodyOf(BriefBody, await server.get('/v1/stories/undated/brief'))).not.toHaveProperty('undated');
  });

  it('is counted in a digest, of the facts of its period', async () => {
    const digests = bodyOf(
      DigestsBody,
      await server.get('/v1/stories/undated/digests?period=month&reportedAsOf=2025-07'),
    );
    // In May: the correction, the Indian tariff, the retraction, the milestone. June has only what is left out.
    expect(digests.items.map(({ period, undated }) => [period, undated])).toEqual([['2025-05', 4]]);
  });

  it('is counted of an event', async () => {
    const [newest] = bodyOf(FactsBody, await server.get('/v1/stories/undated/timeline')).items;
    const read = async (query: string) =>
      bodyOf(EventDetailBody, await server.get(`/v1/events/${newest?.id ?? ''}?${query}`));
    expect([(await read('reportedAsOf=2025-07')).undated, (await read('')).undated]).toEqual([1, undefined]);
    const included = await read('reportedAsOf=2025-07&undated=include');
    expect([included.stands, included.undated]).toEqual([true, 0]);
  });

  it('has its own entity tag', async () => {
    const tags = ['', '&undated=include'].map(async (more) =>
      (await server.get(`/v1/stories/undated?reportedAsOf=2025-07${more}`)).headers.get('etag'),
    );
    const [left, included] = await Promise.all(tags);
    expect(left).not.toBe(included);
  });

  it.each([
    '/v1/stories/undated',
    '/v1/stories/undated/timeline',
    '/v1/stories/undated/brief',
    '/v1/views/tariffs',
    tariffPath(),
    '/v1/deadlines',
    '/v1/disputes',
  ])('is asked for by one word: %s', async (path) => {
    for (const value of ['', 'yes', 'true', 'INCLUDE', 'include&undated=include']) {
      const refusal = refusalOf(await server.get(`${path}?reportedAsOf=2025&undated=${value}`));
      expect([value, refusal.status, refusal.code, refusal.errors?.[0]?.pointer]).toEqual([
        value,
        400,
        'bad-parameter',
        '/undated',
      ]);
    }
  });
});

describe('a report without a date of publication', () => {
  const report = (more: object = {}) => ({
    type: 'TariffChanged',
    story: 'hinted',
    occurredAt: '2025-05-01',
    data: rate(10, 'BRA'),
    source: pageOf(UNDATED),
    ...more,
  });
  beforeAll(async () => {
    await StoryFixture.open(server, 'hinted');
  });
  const posted = async (path: string, body: object) => bodyOf(RecordedAnswer, await server.post(path, body), 201);

  it('is answered with a hint, asked for or not', async () => {
    expect((await posted('/v1/events', report())).hints).toEqual({ undated: ['/source/publishedAt'] });
    expect((await posted('/v1/events?hints=true', report({ occurredAt: '2025-09-01' }))).hints).toEqual({
      similar: [],
      newSubjects: [],
      undated: ['/source/publishedAt'],
    });
    const batch = [report({ source: pageOf(GAZETTE) }), report({ occurredAt: '2025-07-01' })];
    expect((await posted('/v1/events', batch)).hints).toEqual({ undated: ['/1/source/publishedAt'] });
    expect(await posted('/v1/events', report({ source: pageOf(GAZETTE) }))).not.toHaveProperty('hints');
  });

  it('is answered with the same hint in a dry run', async () => {
    const { hints } = bodyOf(DryRunBody, await server.post('/v1/events?dryRun=true', report()));
    expect(hints.undated).toEqual(['/source/publishedAt']);
    const dated = report({ source: pageOf(GAZETTE) });
    expect(bodyOf(DryRunBody, await server.post('/v1/events?dryRun=true', dated)).hints).not.toHaveProperty('undated');
  });

  it('takes the date of its article, if that has one', async () => {
    const article = { headline: 'A headline', publisher: 'Gazette', body: 'Tariffs were raised.' };
    const file = async (more: object) => {
      const answer = await server.post('/v1/articles', { ...article, ...more });
      return (answer.body as { id: string }).id;
    };
    const undated = { article: await file({ url: 'https://example.org/undated' }) };
    const dated = { article: await file({ url: 'https://example.org/dated', publishedAt: '2025' }) };
    expect((await posted('/v1/events', report({ source: undated }))).hints).toEqual({ undated: ['/source/article'] });
    expect(await posted('/v1/events', report({ source: dated }))).not.toHaveProperty('hints');
  });

  it('may be a corroboration, a correction or a retraction', async () => {
    const { events } = await posted('/v1/events', report({ source: pageOf(GAZETTE) }));
    const at = `/v1/events/${events[0]?.id ?? ''}`;
    const source = pageOf(UNDATED);
    const hint = { undated: ['/source/publishedAt'] };
    expect((await posted(`${at}/corroboration`, { source })).hints).toEqual(hint);
    expect((await posted(`${at}/correction`, { reason: 'r', certainty: 'confirmed', source })).hints).toEqual(hint);
    expect(await posted(`${at}/correction`, { reason: 'r', publishedAt: '2025', source })).not.toHaveProperty('hints');
    expect((await posted(`${at}/retraction`, { reason: 'r', source })).hints).toEqual(hint);
  });

  it('needs no hint where the same request gives it a date, or where it was stored before', async () => {
    const id = '0198a000-0000-7000-8000-000000000001';
    const event = report({ id });
    const correction = { type: 'EventCorrected', data: { target: id, publishedAt: '2025-05-02', reason: 'r' } };
    expect(await posted('/v1/events', [event, correction])).not.toHaveProperty('hints');
    expect(bodyOf(RecordedAnswer, await server.post('/v1/events', event))).not.toHaveProperty('hints');
  });

  it('is answered with the same hint to a repeated request', async () => {
    const headers = { 'idempotency-key': 'undated' };
    const first = await server.post('/v1/events', report(), headers);
    const again = await server.post('/v1/events', report(), headers);
    expect([again.status, again.body, again.headers.get('idempotency-replayed')]).toEqual([201, first.body, 'true']);
  });
});
