import { beforeAll, describe, expect, it } from '@jest/globals';
import { ProjectionsBody } from '../../apps/server/src/admin/projections.controller.js';
import { DeadlinesBody } from '../../apps/server/src/deadlines/deadlines.controller.js';
import { FrameBody } from '../../apps/server/src/stories/replay.controller.js';
import { BoardBody, StoriesBody } from '../../apps/server/src/stories/stories.schema.js';
import { FactsBody } from '../../apps/server/src/views/fact.schema.js';
import { HistoryBody, ItemAtBody, ItemsBody, ViewsBody } from '../../apps/server/src/views/views.schema.js';
import { startServer, type TestServer } from '../support/server.js';
import { bodyOf, openStory, PAGE, refusalOf, tariff } from './recording.js';

const STORY = 'tariff-talks';
const SUBJECT = encodeURIComponent('USA>CHN:all');

let server: TestServer;
let opened: number;
let recorded: number;

/** A story in which a rate rises twice, a truce is agreed, and a president makes a statement. */
beforeAll(async () => {
  server = await startServer();
  await openStory(server, STORY, { topics: ['trade'], parties: ['USA', 'CHN'] });
  await openStory(server, 'another-story', { parties: ['EU'] });
  opened = ((await server.get('/v1/admin/log')).body as { position: number }).position;
  const events = [
    tariff(STORY, '2025-04-09', 125),
    tariff(STORY, '2025-04-11', 145),
    tariff(STORY, '2025-10-20', 157, { certainty: 'claimed', source: { ...PAGE, attributedTo: 'A president' } }),
    {
      type: 'TruceAgreed',
      story: STORY,
      occurredAt: '2025-08-11',
      data: { truce: 'autumn-truce', parties: ['USA', 'CHN'], validUntil: '2025-11-10' },
      source: PAGE,
    },
  ];
  const answer = await server.post('/v1/events', events, { prefer: 'wait=20' });
  recorded = (answer.body as { position: number }).position;
}, 120_000);

const rate = (state: unknown): unknown => (state as { ratePercent?: unknown } | null)?.ratePercent;

describe('the stories', () => {
  it('are in the order of their last changes, and can be filtered', async () => {
    const slugs = async (query: string) =>
      bodyOf(StoriesBody, await server.get(`/v1/stories${query}`)).items.map((story) => story.slug);
    expect(await slugs('')).toEqual([STORY, 'another-story']);
    expect(await slugs('?party=EU')).toEqual(['another-story']);
    expect(await slugs('?topic=trade')).toEqual([STORY]);
    expect(await slugs('?party=EU&party=CHN')).toEqual([STORY, 'another-story']);
    expect(await slugs('?party=FRA')).toEqual([]);
  });

  it('have pages, all at the point of the record of the first', async () => {
    const first = bodyOf(StoriesBody, await server.get('/v1/stories?limit=1&asOf=2025'));
    const second = bodyOf(StoriesBody, await server.get(`/v1/stories?cursor=${first.next}`));
    expect([first.items[0]?.slug, second.items[0]?.slug, second.next]).toEqual([STORY, 'another-story', null]);
    expect(second.clocks).toEqual(first.clocks);
    expect(bodyOf(StoriesBody, await server.get(`/v1/stories?limit=1&asOf=2025&cursor=${first.next}`))).toEqual(second);
    const other = await server.get(`/v1/stories?asOf=2024&cursor=${first.next}`);
    expect(refusalOf(other)).toMatchObject({ status: 400, code: 'bad-cursor', errors: [{ pointer: '/cursor' }] });
  });
});

describe('a board', () => {
  it('has all subjects of a story, and its deadlines', async () => {
    const board = bodyOf(BoardBody, await server.get(`/v1/stories/${STORY}?asOf=2025-10-26`));
    expect(board).toMatchObject({
      story: { slug: STORY, status: 'open', version: 5 },
      views: {
        tariffs: [{ subject: 'USA>CHN:all', since: '2025-04-11', claims: [{ by: 'A president' }] }],
        truces: [{ state: { status: 'in_force' } }],
      },
      deadlines: [{ view: 'truces', subject: 'autumn-truce', date: '2025-11-10', daysLeft: 15 }],
      halted: [],
      clocks: { asOf: '2025-10-26T23:59:59.999999Z', reportedAsOf: null, recordedAsOf: null, position: recorded },
    });
  });

  it.each([
    ['2025-04-08', []],
    ['2025-04-09', [125]],
    ['2025-04-10T23:59:59Z', [125]],
    ['2025-04-11', [145]],
  ])('as of %s has the state of then', async (asOf, rates) => {
    const { views } = bodyOf(BoardBody, await server.get(`/v1/stories/${STORY}?asOf=${asOf}`));
    expect((views['tariffs'] ?? []).map((item) => rate((item as { state: unknown }).state))).toEqual(rates);
  });

  it('as of a point of the record has what was known then', async () => {
    const before = bodyOf(BoardBody, await server.get(`/v1/stories/${STORY}?recordedAsOf=@${opened}`));
    expect([before.views['tariffs'], before.clocks.position, before.clocks.recordedAsOf]).toEqual([
      [],
      opened,
      `@${opened}`,
    ]);
    // A position stands for the whole request to which it belongs.
    const inside = bodyOf(BoardBody, await server.get(`/v1/stories/${STORY}?recordedAsOf=@${opened + 1}`));
    expect([inside.clocks.position, inside.views['truces']?.length]).toEqual([recorded, 1]);
    expect((await server.get(`/v1/stories/${STORY}?recordedAsOf=@0`)).status).toBe(404);
  });

  it('is refused for a point that the record has not reached', async () => {
    for (const query of [`recordedAsOf=@${recorded + 1}`, 'recordedAsOf=2199', `minPosition=${recorded + 1}`]) {
      expect(refusalOf(await server.get(`/v1/stories/${STORY}?${query}`))).toMatchObject({
        status: 400,
        code: 'bad-parameter',
      });
    }
  });

  it('is answered with 304 until something in the story changes', async () => {
    const path = `/v1/stories/${STORY}?asOf=2025-10-26`;
    const tag = (await server.get(path)).headers.get('etag') ?? '';
    await server.post(
      '/v1/events',
      tariff('another-story', '2025-01-01', 1, { data: { imposedBy: 'EU', appliesTo: 'IND', ratePercent: 1 } }),
      { prefer: 'wait=10' },
    );
    const again = await server.get(path, { 'if-none-match': tag });
    expect([again.status, again.text]).toEqual([304, '']);
    await server.post(
      '/v1/events',
      { ...tariff(STORY, '2025-10-25', 0), type: 'MilestoneReported', data: { text: 'Something happened' } },
      { prefer: 'wait=10' },
    );
    expect((await server.get(path, { 'if-none-match': tag })).status).toBe(200);
  });
});

describe('a timeline', () => {
  const facts = async (query: string) =>
    bodyOf(FactsBody, await server.get(`/v1/stories/${STORY}/timeline?asOf=2025-10-24&${query}`)).items;

  it('has the facts, newest first, each with its sentence and source', async () => {
    const timeline = await facts('');
    expect(timeline.map((fact) => fact.occurredAt)).toEqual(['2025-10-20', '2025-08-11', '2025-04-11', '2025-04-09']);
    expect(timeline[3]).toMatchObject({
      sentence: expect.stringMatching(/125 percent/),
      reportedAt: '2025-10-26',
      sources: [{ publisher: PAGE.publisher, url: PAGE.url }],
    });
  });

  it.each([
    ['from=2025-08', 2],
    ['type=TruceAgreed', 1],
    ['party=CHN', 4],
    ['party=EU', 0],
    ['publisher=Morning+Gazette', 4],
    ['publisher=Nobody', 0],
    [`view=truces&subject=autumn-truce`, 1],
    [`view=tariffs&subject=${SUBJECT}`, 3],
    ['view=truces&subject=x', 0],
    ['view=truces', 1],
    ['include=retracted', 4],
  ])('with %s has %i facts', async (query, count) => expect(await facts(query)).toHaveLength(count));

  it.each(['view=tariffs&view=truces&subject=x', 'subject=x', 'include=everything', 'from=soon'])(
    'is refused with %s',
    async (query) => {
      expect(refusalOf(await server.get(`/v1/stories/${STORY}/timeline?${query}`))).toMatchObject({
        status: 400,
        code: 'bad-parameter',
      });
    },
  );

  it('has pages with each fact once', async () => {
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: { items: { id: string }[]; next: string | null } = bodyOf(
        FactsBody,
        await server.get(`/v1/stories/${STORY}/timeline?limit=2${next && `&cursor=${next}`}`),
      );
      seen.push(...page.items.map((fact) => fact.id));
      next = page.next;
    }
    expect([seen.length, new Set(seen).size]).toEqual([5, 5]);
  });
});

describe('a replay', () => {
  it.each(['2025-04-10', '2025-10-26', '2025-12'])('to %s ends with the board of that date', async (to) => {
    const answer = await server.get(`/v1/stories/${STORY}/replay?to=${to}`);
    expect(answer.headers.get('content-type')).toBe('application/x-ndjson');
    const frames = answer.text
      .trimEnd()
      .split('\n')
      .map((line) => FrameBody.parse(JSON.parse(line)));
    const board = bodyOf(BoardBody, await server.get(`/v1/stories/${STORY}?asOf=${to}`));
    expect(frames.at(-1)).toEqual({ board });
    expect(frames.slice(0, -1).every((frame) => 'changes' in frame)).toBe(true);
  });

  it('exists only for known stories', async () => {
    expect(refusalOf(await server.get('/v1/stories/never-opened/replay'))).toMatchObject({
      status: 404,
      code: 'not-found',
    });
  });
});

describe('the views', () => {
  it('have the schemas of their states', async () => {
    const { items } = bodyOf(ViewsBody, await server.get('/v1/views'));
    expect(items.map((view) => view.name)).toEqual([
      'deals',
      'meetings',
      'restrictions',
      'stories',
      'summits',
      'talks',
      'tariffs',
      'truces',
      'visits',
    ]);
    for (const view of items) expect(view.schema).toMatchObject({ type: 'object', additionalProperties: false });
  });

  it('have their items of all stories, by name', async () => {
    const subjects = async (query: string) =>
      bodyOf(ItemsBody, await server.get(`/v1/views/tariffs${query}`)).items.map((item) => item.subject);
    expect(await subjects('')).toEqual(['EU>IND:all', 'USA>CHN:all']);
    expect(await subjects(`?story=${STORY}`)).toEqual(['USA>CHN:all']);
    expect(await subjects('?party=IND')).toEqual(['EU>IND:all']);
    expect(await subjects('?asOf=2024')).toEqual([]);
  });

  it('have one subject, its history and its facts', async () => {
    const item = bodyOf(ItemAtBody, await server.get(`/v1/views/tariffs/${SUBJECT}?asOf=2025-04-10`));
    expect(item).toMatchObject({
      since: '2025-04-09',
      state: { ratePercent: 125 },
      clocks: { asOf: '2025-04-10T23:59:59.999999Z' },
    });
    const history = bodyOf(HistoryBody, await server.get(`/v1/views/tariffs/${SUBJECT}/history`));
    expect(history.items.map(({ state }) => rate(state)).slice(0, 2)).toEqual([125, 145]);
    expect(bodyOf(FactsBody, await server.get(`/v1/views/tariffs/${SUBJECT}/facts`)).items).toHaveLength(3);
  });

  it('know a subject before its first fact, but not one without facts', async () => {
    expect(bodyOf(ItemAtBody, await server.get(`/v1/views/truces/autumn-truce?asOf=2024`))).toMatchObject({
      since: null,
      state: null,
      story: STORY,
    });
    expect((await server.get('/v1/views/truces/spring-truce')).status).toBe(404);
    expect((await server.get('/v1/views/truces/spring-truce/facts')).status).toBe(404);
    expect((await server.get('/v1/views/nothing')).status).toBe(404);
  });
});

describe('the deadlines', () => {
  it.each([
    ['asOf=2025-10-26', 1],
    ['asOf=2025-10-26&within=15d', 1],
    ['asOf=2025-10-26&within=14d', 0],
    ['asOf=2025-11-11', 0],
    ['asOf=2025-10-26&story=another-story', 0],
  ])('with %s are %i', async (query, count) => {
    expect(bodyOf(DeadlinesBody, await server.get(`/v1/deadlines?${query}`)).items).toHaveLength(count);
  });
});

describe('the projections', () => {
  it('have the position of each view', async () => {
    const { head, items } = bodyOf(ProjectionsBody, await server.get('/v1/admin/projections'));
    expect(items).toHaveLength(9);
    expect(items.every((item) => item.status === 'active' && item.position + item.lag === head)).toBe(true);
  });
});
