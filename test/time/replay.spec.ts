import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FrameBody } from '../../apps/server/src/stories/replay.controller.js';
import { bodyOf, refusalOf } from '../http/recording.js';
import { BoardBody } from '../../apps/server/src/stories/stories.schema.js';
import { drafts } from '../property/drafts.js';
import { checkProperty } from '../property/check-property.js';
import { namesOf } from '../property/names.js';
import { openingOf, postingsOf } from '../property/postings.js';
import { questionOf, sketches } from '../property/questions.js';
import { post, postInRequests, type Requests } from '../property/record.js';
import { fileArticles } from '../property/sources.js';
import { startServer, type TestServer } from '../support/server.js';
import { StoryFixture, rate } from './story-fixture.js';
import {
  boardItems,
  framesOf,
  itemsOf,
  pointInPress,
  sorted,
  stationsOf,
  WITHOUT_BOUND,
  type Frame,
} from './frames.js';

const GAZETTE = { publisher: 'Gazette', publishedAt: '2025-06-01' };
const POST = { publisher: 'Post', publishedAt: '2025-06-10' };

/** How many random stories are replayed on each clock. */
const CASES = process.env['DATELINE_TEST_LONG'] === 'true' ? 120 : 15;

let server: TestServer;
let articles: string[];
let cases = 0;

beforeAll(async () => {
  server = await startServer();
  articles = await fileArticles(server);
}, 120_000);

const query = (given: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined));
const pathOf = (story: string, given: Readonly<Record<string, string>>): string =>
  `/v1/stories/${story}/replay?${new URLSearchParams(given).toString()}`;

describe('a replay of random stories', () => {
  const requests = fc.record<Requests>({
    sizes: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 }),
    atOnce: fc.constantFrom(1, 1, 2, 4),
  });
  /** Which points of the replay are compared with a read. */
  const stops = fc.array(fc.nat(40), { minLength: 3, maxLength: 3 });

  it.each(['asOf', 'reportedAsOf', 'recordedAsOf'] as const)(
    'on the clock %s has changes that continue each other, and at each point the board of the as-of read',
    async (clock) => {
      const run = fc.asyncProperty(drafts, requests, sketches(3), stops, async (events, how, sketched, stopping) => {
        const names = namesOf((cases += 1));
        const opened = await post(server, names.stories.map(openingOf));
        const recorded = [...opened, ...(await postInRequests(server, postingsOf(events, names, articles), how))];
        const head = recorded.at(-1)?.position ?? 0;
        for (const sketch of sketched) {
          const { story, point } = questionOf(sketch, recorded, new Date().toISOString());
          const { asOf, reportedAsOf, recordedAsOf = `@${head}` } = point;
          const clocks = query({ asOf, reportedAsOf, recordedAsOf });
          const read = await server.get(`/v1/stories/${story}?${new URLSearchParams(clocks).toString()}`);
          const { [clock]: to, ...others } = clocks;
          const path = pathOf(story, query({ ...others, to, clock }));
          if (read.status === 404) {
            expect((await server.get(path)).status).toBe(404);
            continue;
          }
          const frames = await framesOf(server, path);
          expect(JSON.stringify(frames.at(-1)?.board)).toBe(read.text);
          const stations = clock === 'reportedAsOf' ? stationsOf(frames, pointInPress) : stationsOf(frames);
          const last = stations.at(-1)?.items ?? new Map<string, string>();
          expect(sorted(last)).toEqual(sorted(itemsOf(frames.at(-1)?.board ?? { views: {} })));
          for (const stop of stopping) {
            const station = stations[stop % Math.max(1, stations.length)];
            if (!station) continue;
            const at = station.at === WITHOUT_BOUND ? undefined : station.at;
            const there = await boardItems(server, story, query({ ...clocks, [clock]: at }));
            expect({ at: station.at, path, items: sorted(station.items) }).toEqual({
              at: station.at,
              path,
              items: sorted(there),
            });
          }
        }
      });
      await checkProperty(run, CASES);
    },
    300_000,
  );
});

describe('a replay of one story', () => {
  let fixture: StoryFixture;
  let position: Record<'rate' | 'truce' | 'late' | 'corrected' | 'batch', number>;
  let batch: string[];

  beforeAll(async () => {
    fixture = await StoryFixture.open(server, 'replayed');
    const other = await StoryFixture.open(server, 'a-neighbour');
    const place = (): number => Math.max(fixture.position, other.position);
    const first = await fixture.fact('TariffChanged', '2025-04-09', rate(125, 'PER'), GAZETTE);
    const [atRate] = [place()];
    await fixture.fact(
      'TruceAgreed',
      '2025-05-12',
      { truce: 'a-short-one', parties: ['USA', 'PER'], validUntil: '2025-06-12' },
      POST,
    );
    const [atTruce] = [place()];
    await other.fact('TariffChanged', '2025-03-04', rate(20, 'PER'), GAZETTE);
    const [atLate] = [place()];
    await fixture.correct(first, { data: rate(104, 'PER') });
    const [atCorrected] = [place()];
    batch = await fixture.batch([
      { type: 'EventRetracted', story: 'replayed', data: { target: first, reason: 'the wrong country' } },
      {
        type: 'TariffChanged',
        story: 'replayed',
        occurredAt: '2025-04-09',
        data: rate(104, 'PRY'),
        source: { url: 'https://example.org/g', ...GAZETTE },
      },
    ]);
    position = { rate: atRate, truce: atTruce, late: atLate, corrected: atCorrected, batch: place() };
  });

  const summary = (frames: readonly Frame[]) =>
    frames
      .filter(({ event }) => event?.type !== 'StoryOpened')
      .map((frame) => [
        frame.event?.type ?? frame.at ?? 'board',
        ...(frame.changes ?? []).map(({ subject, before, after }) => [subject, valueOf(before), valueOf(after)]),
      ]);
  const valueOf = (item: unknown): unknown => {
    const state = (item as { state: Record<string, unknown> } | null)?.state;
    return state ? (state['ratePercent'] ?? state['status']) : null;
  };

  it('in the order of valid time starts with the first fact of any story, and has changes by time alone', async () => {
    const frames = await framesOf(
      server,
      pathOf('replayed', { to: '2025-06-30', recordedAsOf: `@${position.corrected}`, clock: 'asOf' }),
    );
    expect(summary(frames)).toEqual([
      ['TariffChanged', ['USA>PER:all', null, 20]],
      ['TariffChanged', ['USA>PER:all', 20, 104]],
      ['TruceAgreed', ['a-short-one', null, 'in_force']],
      ['2025-06-13T00:00:00.000000Z', ['a-short-one', 'in_force', 'expired']],
      ['board'],
    ]);
    for (const frame of frames) expect(FrameBody.parse(frame)).toEqual(frame);
  });

  it('in the order of the record has the changes by meta-events and by events of other stories too', async () => {
    const frames = await framesOf(
      server,
      pathOf('replayed', { to: `@${position.batch}`, clock: 'recordedAsOf', asOf: '2025-06-01' }),
    );
    expect(summary(frames)).toEqual([
      ['TariffChanged', ['USA>PER:all', null, 125]],
      ['TruceAgreed', ['a-short-one', null, 'in_force']],
      ['TariffChanged', ['USA>PER:all', 125, 125]],
      ['EventCorrected', ['USA>PER:all', 125, 104]],
      // All events of one request become known at once. After it the other story's subject has left this story.
      ['EventRetracted', ['USA>PER:all', 104, null]],
      ['TariffChanged', ['USA>PRY:all', null, 104]],
      ['board'],
    ]);
    expect(frames.slice(-3, -1).map(({ event }) => event?.id)).toEqual(batch);
    for (const frame of frames) expect(FrameBody.parse(frame)).toEqual(frame);
  });

  it('in the order of the press has the changes by each publication, whenever it was recorded', async () => {
    const told = await StoryFixture.open(server, 'printed');
    const late = await told.fact('TariffChanged', '2025-04-09', rate(50, 'CHL'), POST);
    const first = await told.fact('TariffChanged', '2025-03-04', rate(20, 'CHL'), GAZETTE);
    const undated = await told.fact('TariffChanged', '2025-04-20', rate(60, 'CHL'), { publisher: 'Leaflet' });
    const mended = await told.correct(first, { data: rate(10, 'CHL') });
    const corrected = await told.correct(late, { data: rate(55, 'CHL') }, { ...POST, publishedAt: '2025-06-20' });
    const retracted = await told.retract(first, { ...GAZETTE, publishedAt: '2025-06-30' });
    const frames = await framesOf(server, pathOf('printed', { clock: 'reportedAsOf', asOf: '2025-06-30' }));
    const steps = frames
      .slice(1, -1)
      .map(({ event, publishedBy, changes }) => [
        event?.id,
        publishedBy,
        (changes ?? []).map(({ before, after }) => [valueOf(before), valueOf(after)]),
      ]);
    const on = (day: string): string => `2025-06-${day}T23:59:59.999999Z`;
    expect(steps).toEqual([
      [first, on('01'), []],
      [mended, on('01'), [[null, 10]]],
      [late, on('10'), [[10, 50]]],
      [corrected, on('20'), [[50, 55]]],
      [retracted, on('30'), [[55, 55]]],
      [undated, null, [[55, 60]]],
    ]);
    expect([frames[0]?.event?.type, 'publishedBy' in (frames[0] ?? {})]).toEqual(['StoryOpened', false]);
    for (const frame of frames) expect(FrameBody.parse(frame)).toEqual(frame);
    const ended = await framesOf(server, pathOf('printed', { clock: 'reportedAsOf', to: '2025-06-10', asOf: '2025' }));
    expect(ended.slice(1, -1).map(({ event }) => event?.id)).toEqual([first, mended, late]);
  });

  it('in the order of the press can follow hundreds of facts of one day', async () => {
    const busy = await StoryFixture.open(server, 'a-busy-day');
    const many = Array.from({ length: 620 }, (_, n) => ({
      type: 'TariffChanged',
      story: 'a-busy-day',
      occurredAt: `2025-0${1 + (n % 5)}-${String(1 + (n % 28)).padStart(2, '0')}`,
      data: rate(n % 90, 'URY', { measure: `goods-${n % 7}` }),
      source: { url: 'https://example.org/g', ...(n % 10 === 0 ? POST : GAZETTE) },
    }));
    await busy.batch(many);
    for (const to of ['2025-06-01', '2025-06-10']) {
      const frames = await framesOf(server, pathOf('a-busy-day', { clock: 'reportedAsOf', to, asOf: '2025' }));
      const board = await server.get(`/v1/stories/a-busy-day?asOf=2025&reportedAsOf=${to}`);
      expect(JSON.stringify(frames.at(-1)?.board)).toBe(board.text);
      const last = stationsOf(frames, pointInPress).at(-1);
      expect(sorted(last?.items ?? new Map())).toEqual(
        sorted(itemsOf(board.body as { views: Record<string, { subject: string }[]> })),
      );
      expect(frames.filter(({ event }) => event?.type === 'TariffChanged')).toHaveLength(
        to === '2025-06-10' ? 620 : 558,
      );
    }
  });

  it('ends at the requested point, on each clock', async () => {
    const board = async (given: Record<string, string>) => {
      const frames = await framesOf(server, pathOf('replayed', given));
      return JSON.stringify(frames.at(-1)?.board);
    };
    const read = async (given: Record<string, string>) =>
      (await server.get(`/v1/stories/replayed?${new URLSearchParams(given).toString()}`)).text;
    const recordedAsOf = `@${position.late}`;
    for (const clock of ['asOf', 'reportedAsOf', 'recordedAsOf']) {
      const points: Record<string, string>[] = [
        { asOf: '2025-05', recordedAsOf },
        { asOf: '2025-05', recordedAsOf, reportedAsOf: '2025-06-01' },
      ];
      for (const clocks of points) {
        expect(await board({ ...clocks, clock })).toBe(await read(clocks));
      }
    }
    expect(await board({ to: '2025-05', recordedAsOf })).toBe(await read({ asOf: '2025-05', recordedAsOf }));
    expect(await board({ to: recordedAsOf, clock: 'recordedAsOf', asOf: '2025' })).toBe(
      await read({ asOf: '2025', recordedAsOf }),
    );
    expect(await board({ to: '2025-06-05', clock: 'reportedAsOf', asOf: '2025', recordedAsOf })).toBe(
      await read({ asOf: '2025', reportedAsOf: '2025-06-05', recordedAsOf }),
    );
  });

  it('is served as an event stream too, which an EventSource does not start again', async () => {
    const path = pathOf('replayed', { to: '2025-06-30', recordedAsOf: `@${position.batch}` });
    const answer = await server.get(path, { accept: 'text/event-stream' });
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      200,
      'text/event-stream',
      'no-store',
    ]);
    const events = answer.text.split('\n\n').slice(0, -1);
    const frames = await framesOf(server, path);
    expect(events).toEqual(
      frames.map(
        (frame, i) => `id: ${i === frames.length - 1 ? 'end' : String(i + 1)}\ndata: ${JSON.stringify(frame)}`,
      ),
    );
    expect((await server.get(path, { accept: 'text/event-stream', 'last-event-id': 'end' })).status).toBe(204);
    expect((await server.get(path, { accept: 'text/event-stream', 'last-event-id': '1' })).text).toBe(answer.text);
  });

  it.each([
    ['to=soon', '/to'],
    ['to=@3', '/to'],
    ['to=@99999999&clock=recordedAsOf', '/recordedAsOf'],
    ['to=2025&asOf=2025', '/asOf'],
    ['to=@3&recordedAsOf=@3&clock=recordedAsOf', '/recordedAsOf'],
    ['clock=wall', '/clock'],
    ['to=@3&clock=reportedAsOf', '/to'],
    ['to=2025&clock=reportedAsOf&reportedAsOf=2025', '/reportedAsOf'],
    ['from=2025', '/from'],
  ])('is refused with %s', async (given, pointer) => {
    const refusal = refusalOf(await server.get(`/v1/stories/replayed/replay?${given}`));
    expect([refusal.status, refusal.code, refusal.errors?.[0]?.pointer]).toEqual([400, 'bad-parameter', pointer]);
  });

  it('needs a story that exists at the requested point, and an acceptable content type', async () => {
    for (const path of ['/v1/stories/never-opened/replay', `/v1/stories/replayed/replay?recordedAsOf=@0`])
      for (const accept of ['*/*', 'text/event-stream'])
        expect(refusalOf(await server.get(path, { accept }))).toMatchObject({ status: 404, code: 'not-found' });
    expect((await server.get('/v1/stories/replayed/replay', { accept: 'text/html' })).status).toBe(406);
    expect(bodyOf(BoardBody, await server.get('/v1/stories/replayed')).story.slug).toBe('replayed');
  });
});
