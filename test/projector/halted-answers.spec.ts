import { beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { periodOf } from '#catalogue/values/reduced-date.js';
import { withClient } from '#platform/database/in-transaction.js';
import { registerViews } from '#projector/store/generations.js';
import { latestClocks, type Clocks } from '#reader/clocks/clocks.js';
import { readBoard, type Board } from '#reader/board/read-board.js';
import { replayStory } from '#reader/replay/replay-story.js';
import { views } from '#views/registry.js';
import { openStory, refusalOf } from '../http/recording.js';
import { openPool } from '../support/log.js';
import { startServer, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';
import { rate, tariffPath } from '../time/story-fixture.js';
import { project } from './projected.js';

const BUDGET = 12;
const FACTS = 20;
const CHINA = { view: 'tariffs', subject: 'USA>CHN:all' };
const REASON = `a request would fold ${BUDGET + 1} facts of it again; the limit is ${BUDGET}`;
const NAMED = { ...CHINA, reason: REASON };

interface Named {
  haltedSubjects: { view: string; subject: string; reason: string }[];
}

let server: TestServer;
let pool: pg.Pool;
/** The positions before and of the request that was too much, and of the last one. */
let [before, halted, last] = [0, 0, 0];

const post = async (path: string, body: object): Promise<number> => {
  const answer = await server.post(path, body);
  if (answer.status !== 201) throw new Error(answer.text);
  return (answer.body as { position: number }).position;
};
const fact = (story: string, data: object, publisher: string, type = 'TariffChanged', occurredAt = '2025-04-11') => ({
  type,
  story,
  occurredAt,
  data,
  source: { url: `https://example.org/${encodeURIComponent(publisher)}`, publisher, publishedAt: '2025-04-12' },
});
const body = async <Body>(path: string, from = server): Promise<Body> => {
  const answer = await from.get(path);
  expect([path, answer.status, answer.status === 200 ? '' : answer.text]).toEqual([path, 200, '']);
  return answer.body as Body;
};

beforeAll(async () => {
  // The server only answers. This process projects, with a smaller budget.
  server = await startServer({ DATELINE_ROLES: 'api' });
  pool = openPool(server.databaseUrl, 4);
  await withClient(pool, (client) => registerViews(client, views));
  for (const story of ['a-story', 'other-story']) await openStory(server, story);
  await post('/v1/events', fact('other-story', rate(5, 'MEX'), 'Gazette'));
  await post(
    '/v1/events',
    fact('a-story', { truce: 'a-truce', parties: ['USA', 'CHN'], validUntil: '2025-05-01' }, 'Gazette', 'TruceAgreed'),
  );
  for (let n = 1; n <= FACTS; n += 1) {
    const position = await post('/v1/events', fact('a-story', rate(n), `Paper ${n}`));
    if (n === BUDGET) before = position;
    if (n === BUDGET + 1) halted = position;
    await post(
      '/v1/events',
      fact('a-story', rate(n, 'CAN'), 'Gazette', 'TariffChanged', `2025-04-${String(1 + (n % 28)).padStart(2, '0')}`),
    );
  }
  last = await post('/v1/events', fact('a-story', rate(99), 'Late Paper', 'TariffChanged', '2025-06-01'));
  await project(pool, 20, views, true, BUDGET);
}, 120_000);

const at = (position: number): string => `recordedAsOf=@${position}`;

describe('a halted subject', () => {
  it('is available up to the request that was too much, and unavailable from there on', async () => {
    const item = await body<{ state: { ratePercent: number }; disputes: unknown[] }>(`${tariffPath()}?${at(before)}`);
    expect(item.state.ratePercent).toBe(1);
    expect(item.disputes).toHaveLength(1);
    for (const path of [tariffPath(), `${tariffPath()}/history`]) {
      expect((await server.get(`${path}?${at(halted - 1)}`)).status).toBe(200);
      for (const clocks of ['', at(halted), at(last), 'asOf=2020', 'asOf=2025-05&reportedAsOf=2025-05']) {
        const refused = await server.get(`${path}?${clocks}`);
        expect(refusalOf(refused)).toMatchObject({ status: 503, code: 'unavailable' });
        expect(refused.text).toContain(REASON);
        expect(refused.headers.get('retry-after')).toBe('3600');
      }
    }
  });

  it('still has its facts, and stays in the timeline', async () => {
    expect((await body<{ items: unknown[] }>(`${tariffPath()}/facts?limit=200`)).items).toHaveLength(FACTS + 1);
    const timeline = await body<{ items: unknown[] }>(
      `/v1/stories/a-story/timeline?view=tariffs&subject=${encodeURIComponent(CHINA.subject)}&limit=200`,
    );
    expect(timeline.items).toHaveLength(FACTS + 1);
  });

  const lists = [
    '/v1/stories/a-story',
    '/v1/stories/a-story?asOf=2020',
    '/v1/stories/a-story?reportedAsOf=2025-05',
    '/v1/views/tariffs',
    '/v1/views/tariffs?story=a-story',
    '/v1/views/tariffs?party=CAN&limit=1',
    '/v1/views/tariffs?reportedAsOf=2025-05',
    '/v1/deadlines',
    '/v1/deadlines?story=a-story&asOf=2025-04-20',
    '/v1/disputes',
    '/v1/disputes?story=a-story&view=tariffs',
    '/v1/stories/a-story/changes?from=2025-04-01',
    `/v1/stories/a-story/changes?clock=recordedAsOf&from=@3`,
    '/v1/stories/a-story/brief',
    '/v1/stories/a-story/brief?asOf=2025-05&reportedAsOf=2025-05',
    '/v1/stories/a-story/digests?period=month',
  ];
  it.each(lists)('is left out of %s, and named there', async (path) => {
    const answer = await body<Named & { items?: object[]; views?: Record<string, object[]> }>(path);
    expect(answer.haltedSubjects).toEqual([NAMED]);
    const items = [...(answer.items ?? []), ...Object.values(answer.views ?? {}).flat()];
    expect(items).not.toContainEqual(expect.objectContaining(CHINA));
  });

  it.each(lists)('is not named in %s at a point of the record before the halt', async (path) => {
    if (path.includes('clock=recordedAsOf')) return;
    const answer = await body<Named>(`${path}${path.includes('?') ? '&' : '?'}${at(before)}`);
    expect(answer.haltedSubjects).toEqual([]);
  });

  it.each([
    '/v1/stories/other-story',
    '/v1/views/truces',
    '/v1/views/tariffs?story=other-story',
    '/v1/stories',
    '/v1/disputes?view=truces',
  ])('is not named in %s, from which it is not missing', async (path) =>
    expect((await body<Named>(path)).haltedSubjects).toEqual([]),
  );

  it('is named in the text of a brief, and among what a dry run leaves out', async () => {
    const brief = await server.get('/v1/stories/a-story/brief', { accept: 'text/markdown' });
    expect(brief.text.replaceAll('\\', '')).toContain('without USA>CHN:all (tariffs), halted');
    const dry = await server.post('/v1/events?dryRun=true', fact('a-story', rate(7), 'Gazette'));
    expect([dry.status, (dry.body as Named).haltedSubjects]).toEqual([200, [NAMED]]);
  });

  it.each(['', 'asOf=2025-04-20', 'reportedAsOf=2025-05', `recordedAsOf=@4`])(
    'is missing from a replay as from the board, and all others are the same (%s)',
    async (clocks) => {
      const board = await body<object>(`/v1/stories/a-story?${clocks}`);
      for (const clock of ['asOf', 'recordedAsOf']) {
        if (clocks.startsWith('recordedAsOf') && clock === 'asOf') continue;
        const to = clocks.replace('recordedAsOf', 'to').replace(/^asOf/, clock === 'asOf' ? 'to' : 'asOf');
        const replay = await server.get(`/v1/stories/a-story/replay?clock=${clock}&${to}`);
        const frames = replay.text
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line) as { board?: object; changes?: object[] });
        const end = frames.at(-1)?.board as { clocks: object };
        expect({ ...end, clocks: null }).toEqual({ ...board, clocks: null });
        if (!clocks.startsWith('recordedAsOf'))
          expect(frames.flatMap(({ changes }) => changes ?? [])).not.toContainEqual(expect.objectContaining(CHINA));
      }
    },
  );
});

describe('what is folded on request', () => {
  const clocks: Clocks = { ...latestClocks({ position: 0 }, 0) };
  const tooMany = `a request would fold ${BUDGET} facts of it again; the limit is ${BUDGET - 1}`;
  const boardAt = (known: Clocks, budget?: number) => readBoard(pool, views, 'a-story', known, budget);
  const replayed = async (known: Clocks, order: 'world' | 'record', budget?: number): Promise<Board | undefined> => {
    let board: Board | undefined;
    for await (const frame of replayStory(pool, views, 'a-story', known, order, budget))
      if ('board' in frame) board = frame.board;
    return board;
  };

  it('has the same budget: one subject is left out and named, the others are there', async () => {
    const known = { ...clocks, position: before, reportedAsOf: periodOf('2025-05').to - 1 };
    const whole = await boardAt(known);
    expect(whole?.haltedSubjects).toEqual([]);
    expect(whole?.views['tariffs']?.map(({ subject }) => subject)).toEqual(['USA>CAN:all', 'USA>CHN:all']);
    const some = await boardAt(known, BUDGET - 1);
    expect(some?.haltedSubjects).toEqual([{ ...CHINA, reason: tooMany }]);
    expect(some?.views['tariffs']).toEqual(whole?.views['tariffs']?.filter(({ subject }) => subject !== CHINA.subject));
    expect(some?.views['truces']).toEqual(whole?.views['truces']);
  });

  it.each(['world', 'record'] as const)('has it in a replay of the %s, too', async (order) => {
    const known = { ...clocks, position: before };
    const whole = await replayed(known, order);
    expect(whole).toEqual(await boardAt(known));
    const some = await replayed(known, order, BUDGET - 1);
    expect(some?.haltedSubjects).toEqual([{ ...CHINA, reason: tooMany }]);
    expect(some?.views['tariffs']).toEqual(whole?.views['tariffs']?.filter(({ subject }) => subject !== CHINA.subject));
  });
});

describe('an admin', () => {
  const haltedSubjects = async (from = server) => {
    const { items } = await body<{ items: { view: string; haltedSubjects: object[] }[] }>(
      '/v1/admin/projections',
      from,
    );
    return items.flatMap((one) => one.haltedSubjects.map((subject) => ({ view: one.view, ...subject })));
  };
  const retry = (subject: string, headers = {}) =>
    server.request(
      'POST',
      `/v1/admin/projections/tariffs/subjects/${encodeURIComponent(subject)}/retry`,
      undefined,
      headers,
    );

  it('sees it among the generations, and can only retry what is halted', async () => {
    expect(await haltedSubjects()).toEqual([
      { ...NAMED, position: halted, haltedAt: expect.any(String), retrying: false },
    ]);
    expect(refusalOf(await retry('USA>CAN:all'))).toMatchObject({ status: 404, code: 'not-found' });
    expect((await retry(CHINA.subject, { authorization: '' })).status).toBe(401);
  });

  it('has it folded on by any process that projects; it then equals the replay at each recorded point', async () => {
    const requested = await retry(CHINA.subject);
    expect([requested.status, requested.body]).toMatchObject([202, { ...NAMED, position: halted, retrying: true }]);
    expect(await haltedSubjects()).toMatchObject([{ retrying: true }]);
    const { databaseUrl, ownerUrl } = server;
    // A server that starts while a subject is halted is ready. It has the usual budget.
    const projecting = await startServer({}, { databaseUrl, ownerUrl });
    // It answers as soon as all that is recorded is folded, and is taken off the list in the transaction after that.
    await until('it answers', async () => (await server.get(tariffPath())).status === 200);
    await until('it is not halted', async () => (await haltedSubjects()).length === 0);
    const audit = await server.get('/v1/admin/audit?action=subject-retry-requested');
    expect((audit.body as { items: object[] }).items).toMatchObject([{ subject: 'tariffs USA>CHN:all' }]);
    for (let position = halted - 3; position <= last; position += 1) {
      const [board, replay] = [
        await body<{ clocks: object; views: object }>(`/v1/stories/a-story?${at(position)}`),
        await projecting.get(`/v1/stories/a-story/replay?clock=recordedAsOf&to=@${position}`),
      ];
      const end = JSON.parse(replay.text.trimEnd().split('\n').at(-1) ?? '') as { board: object };
      expect(end.board).toEqual(board);
      expect(board).toMatchObject({ haltedSubjects: [] });
    }
  }, 240_000);
});
