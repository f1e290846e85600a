import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FrameBody } from '../../apps/server/src/stories/replay.schema.js';
import { bodyOf, refusalOf } from '../http/recording.js';
import { BoardBody } from '../../apps/server/src/stories/stories.schema.js';
import { drafts } from '../property/drafts.js';
import { holds } from '../property/holds.js';
import { namesOf } from '../property/names.js';
import { openingOf, postingsOf } from '../property/postings.js';
import { questionOf, sketches } from '../property/questions.js';
import { post, postInRequests, type Requests } from '../property/record.js';
import { fileArticles } from '../property/sources.js';
import { startServer, type TestServer } from '../support/server.js';
import { Desk, rate } from './desk.js';
import { boardItems, framesOf, itemsOf, sorted, stationsOf, type Frame } from './frames.js';

const GAZETTE = { publisher: 'Gazette', publishedAt: '2025-06-01' };
const POST = { publisher: 'Post', publishedAt: '2025-06-10' };

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

describe('of random stories', () => {
  const requests = fc.record<Requests>({
    sizes: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 }),
    atOnce: fc.constantFrom(1, 1, 2, 4),
  });
  /** Which of the points on the way are compared with a read. */
  const stops = fc.array(fc.nat(40), { minLength: 3, maxLength: 3 });

  it.each(['asOf', 'recordedAsOf'] as const)(
    'on the clock %s, each change goes on from the one before, each point is that of the as-of read, and so is the board at the end',
    async (clock) => {
      const run = fc.asyncProperty(drafts, requests, sketches(3), stops, async (events, how, asked, stopping) => {
        const names = namesOf((cases += 1));
        const opened = await post(server, names.stories.map(openingOf));
        const told = [...opened, ...(await postInRequests(server, postingsOf(events, names, articles), how))];
        const head = told.at(-1)?.position ?? 0;
        for (const sketch of asked) {
          const { story, point } = questionOf(sketch, told, new Date().toISOString());
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
          const stations = stationsOf(frames);
          const last = stations.at(-1)?.items ?? new Map<string, string>();
          expect(sorted(last)).toEqual(sorted(itemsOf(frames.at(-1)?.board ?? { views: {} })));
          for (const stop of stopping) {
            const station = stations[stop % Math.max(1, stations.length)];
            if (!station) continue;
            const there = await boardItems(server, story, { ...clocks, [clock]: station.at });
            expect({ at: station.at, path, items: sorted(station.items) }).toEqual({
              at: station.at,
              path,
              items: sorted(there),
            });
          }
        }
      });
      await holds(run, 60);
    },
    300_000,
  );
});

describe('of one story', () => {
  let desk: Desk;
  let position: Record<'rate' | 'truce' | 'late' | 'corrected' | 'batch', number>;
  let batch: string[];

  beforeAll(async () => {
    desk = await Desk.open(server, 'replayed');
    const other = await Desk.open(server, 'a-neighbour');
    const place = (): number => Math.max(desk.position, other.position);
    const first = await desk.fact('TariffChanged', '2025-04-09', rate(125, 'PER'), GAZETTE);
    const [atRate] = [place()];
    await desk.fact(
      'TruceAgreed',
      '2025-05-12',
      { truce: 'a-short-one', parties: ['USA', 'PER'], validUntil: '2025-06-12' },
      POST,
    );
    const [atTruce] = [place()];
    await other.fact('TariffChanged', '2025-03-04', rate(20, 'PER'), GAZETTE);
    const [atLate] = [place()];
    await desk.correct(first, { data: rate(104, 'PER') });
    const [atCorrected] = [place()];
    batch = await desk.batch([
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

  const told = (frames: readonly Frame[]) =>
    frames
      .filter(({ event }) => event?.type !== 'StoryOpened')
      .map((frame) => [
        frame.event?.type ?? frame.at ?? 'board',
        ...(frame.changes ?? []).map(({ subject, before, after }) => [subject, said(before), said(after)]),
      ]);
  const said = (item: unknown): unknown => {
    const state = (item as { state: Record<string, unknown> } | null)?.state;
    return state ? (state['ratePercent'] ?? state['status']) : null;
  };

  it('in the order of the world begins with what happened first, of whatever story, and lets time pass', async () => {
    const frames = await framesOf(
      server,
      pathOf('replayed', { to: '2025-06-30', recordedAsOf: `@${position.corrected}`, clock: 'asOf' }),
    );
    expect(told(frames)).toEqual([
      ['TariffChanged', ['USA>PER:all', null, 20]],
      ['TariffChanged', ['USA>PER:all', 20, 104]],
      ['TruceAgreed', ['a-short-one', null, 'in_force']],
      ['2025-06-13T00:00:00.000000Z', ['a-short-one', 'in_force', 'expired']],
      ['board'],
    ]);
    for (const frame of frames) expect(FrameBody.parse(frame)).toEqual(frame);
  });

  it('in the order of the record tells what each event changed, those about events and those of other stories among them', async () => {
    const frames = await framesOf(
      server,
      pathOf('replayed', { to: `@${position.batch}`, clock: 'recordedAsOf', asOf: '2025-06-01' }),
    );
    expect(told(frames)).toEqual([
      ['TariffChanged', ['USA>PER:all', null, 125]],
      ['TruceAgreed', ['a-short-one', null, 'in_force']],
      ['TariffChanged', ['USA>PER:all', 125, 125]],
      ['EventCorrected', ['USA>PER:all', 125, 104]],
      // What one request records becomes known at once. The other story's subject is no longer this one's.
      ['EventRetracted', ['USA>PER:all', 104, null]],
      ['TariffChanged', ['USA>PRY:all', null, 104]],
      ['board'],
    ]);
    expect(frames.slice(-3, -1).map(({ event }) => event?.id)).toEqual(batch);
    for (const frame of frames) expect(FrameBody.parse(frame)).toEqual(frame);
  });

  it('goes to the point that is asked for, on each clock', async () => {
    const board = async (given: Record<string, string>) => {
      const frames = await framesOf(server, pathOf('replayed', given));
      return JSON.stringify(frames.at(-1)?.board);
    };
    const read = async (given: Record<string, string>) =>
      (await server.get(`/v1/stories/replayed?${new URLSearchParams(given).toString()}`)).text;
    const recordedAsOf = `@${position.late}`;
    for (const clock of ['asOf', 'recordedAsOf']) {
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
  });

  it('comes as an event stream, too, which an EventSource does not begin anew', async () => {
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
    ['clock=reportedAsOf', '/clock'],
    ['from=2025', '/from'],
  ])('cannot be asked with %s', async (given, pointer) => {
    const refusal = refusalOf(await server.get(`/v1/stories/replayed/replay?${given}`));
    expect([refusal.status, refusal.code, refusal.errors?.[0]?.pointer]).toEqual([400, 'bad-parameter', pointer]);
  });

  it('is of a story that there is at the point asked for, and in a form that there is', async () => {
    for (const path of ['/v1/stories/never-opened/replay', `/v1/stories/replayed/replay?recordedAsOf=@0`])
      for (const accept of ['*/*', 'text/event-stream'])
        expect(refusalOf(await server.get(path, { accept }))).toMatchObject({ status: 404, code: 'not-found' });
    expect((await server.get('/v1/stories/replayed/replay', { accept: 'text/html' })).status).toBe(406);
    expect(bodyOf(BoardBody, await server.get('/v1/stories/replayed')).story.slug).toBe('replayed');
  });
});
