import { beforeAll, describe, expect, it } from '@jest/globals';
import { refusalOf } from '../http/recording.js';
import { startServer, type TestServer } from '../support/server.js';
import { rate, StoryFixture, tariffPath } from './story-fixture.js';

const GAZETTE = { publisher: 'Gazette', publishedAt: '2025-04-12' };
const POST = { publisher: 'Post', publishedAt: '2025-06-10' };
const DAY = '2025-05-20';
const TRUCE = { truce: 'a-truce', parties: ['USA', 'CHN'], validUntil: '2025-08-12' };

let server: TestServer;
let fixture: StoryFixture;
let first: string;
/** The position before the last fact. */
let earlier: number;

beforeAll(async () => {
  server = await startServer();
  fixture = await StoryFixture.open(server, 'known');
  first = await fixture.fact('TariffChanged', '2025-04-09', rate(125), GAZETTE);
  await fixture.fact('TariffChanged', '2025-04-09', rate(145), POST);
  await fixture.fact('TruceAgreed', '2025-04-10', TRUCE, GAZETTE);
  await fixture.correct(first, { data: rate(120) }, POST);
  earlier = fixture.position;
  // Happened before the day, and was published after it.
  await fixture.fact('TariffChanged', '2025-05-14', rate(30), POST);
  // Was published before the day, and happened after it.
  await fixture.fact('TariffChanged', '2025-06-01', rate(20), { ...GAZETTE, publishedAt: '2025-05-01' });
}, 120_000);

const ITEM = tariffPath();
const withQuery = (path: string, query: string): string => `${path}${path.includes('?') ? '&' : '?'}${query}`;
const parametersOf = (query: string): Record<string, string> => Object.fromEntries(new URLSearchParams(query));
const spelled = (day: string): string => `asOf=${day}&reportedAsOf=${day}`;

/** Every read that takes `asOf`. */
const reads = (): [path: string, accept?: string][] => [
  ['/v1/stories'],
  ['/v1/stories/known'],
  ['/v1/stories/known/timeline'],
  ['/v1/stories/known/changes?clock=recordedAsOf&from=@1'],
  ['/v1/stories/known/brief'],
  ['/v1/stories/known/brief', 'text/markdown'],
  ['/v1/stories/known/digests?period=month'],
  ['/v1/stories/known/replay'],
  ['/v1/stories/known/replay?clock=reportedAsOf'],
  ['/v1/stories/known/replay?clock=recordedAsOf'],
  ['/v1/views/tariffs'],
  ['/v1/views/tariffs', 'text/csv'],
  [ITEM],
  [`${ITEM}/history`],
  [`${ITEM}/facts`],
  ['/v1/disputes'],
  ['/v1/deadlines'],
  [`/v1/events/${first}/similar`],
];

describe('knownOn', () => {
  it('is asOf and reportedAsOf of that date, on every read', async () => {
    for (const [path, accept = '*/*'] of reads()) {
      for (const more of ['', `&recordedAsOf=@${earlier}`]) {
        if (more !== '' && path.includes('clock=recordedAsOf&from')) continue;
        const known = await server.get(withQuery(path, `knownOn=${DAY}${more}`), { accept });
        const both = await server.get(withQuery(path, `${spelled(DAY)}${more}`), { accept });
        const tags = [known, both].map(({ headers }) => headers.get('etag'));
        expect([path, accept, known.status, known.text]).toEqual([path, accept, 200, both.text]);
        expect([path, tags[0]]).toEqual([path, tags[1]]);
      }
    }
  });

  it('says what was known: not what was published later, nor what happened later', async () => {
    const valueOn = async (query: string): Promise<unknown> => {
      const item = await fixture.get<{ state: { ratePercent: number } | null }>(ITEM, parametersOf(query));
      return item.state?.ratePercent;
    };
    expect(await valueOn(`knownOn=${DAY}`)).toBe(125);
    expect(await valueOn(`asOf=${DAY}`)).toBe(30);
    expect(await valueOn(`reportedAsOf=${DAY}`)).toBe(20);
    expect(await valueOn('knownOn=2025-06')).toBe(20);
    expect(await valueOn(`knownOn=2025-06&recordedAsOf=@${earlier}`)).toBe(120);
    const { clocks } = await fixture.get<{ clocks: object }>(ITEM, { knownOn: DAY });
    const end = `${DAY}T23:59:59.999999Z`;
    expect(clocks).toMatchObject({ asOf: end, reportedAsOf: end, recordedAsOf: null });
  });

  it('holds on all pages of a list', async () => {
    for (const path of ['/v1/stories/known/timeline', `${ITEM}/facts`, `${ITEM}/history`, '/v1/views/tariffs']) {
      const known = await fixture.pages(path, { knownOn: '2025-06-30' });
      expect(known).toEqual(await fixture.pages(path, { asOf: '2025-06-30', reportedAsOf: '2025-06-30' }));
      expect([path, known.length > 0]).toEqual([path, true]);
    }
    const { next } = await fixture.get<{ next: string }>('/v1/stories/known/timeline', {
      knownOn: '2025-06',
      limit: 1,
    });
    const page = await fixture.get<{ clocks: object }>('/v1/stories/known/timeline', { cursor: next });
    const end = '2025-06-30T23:59:59.999999Z';
    expect(page.clocks).toMatchObject({ asOf: end, reportedAsOf: end });
    const other = await server.get(`/v1/stories/known/timeline?cursor=${next}&knownOn=2025-05`);
    expect([other.status, refusalOf(other).code]).toEqual([400, 'bad-cursor']);
  });

  it.each([
    ['knownOn=2025&asOf=2025', '/knownOn'],
    ['reportedAsOf=2024&knownOn=2025', '/knownOn'],
    ['knownOn=soon', '/knownOn'],
    ['knownOn=@3', '/knownOn'],
  ])('is refused on every read with %s', async (query, pointer) => {
    for (const [path, accept = '*/*'] of reads()) {
      const refused = await server.get(withQuery(path, query), { accept });
      const { status, code, errors } = refusalOf(refused);
      expect([path, status, code, errors?.[0]?.pointer]).toEqual([path, 400, 'bad-parameter', pointer]);
    }
  });

  it.each([
    ['changes?from=2025&knownOn=2025', '/knownOn'],
    ['changes?from=2025&clock=reportedAsOf&knownOn=2025', '/knownOn'],
    ['changes?from=@1&clock=recordedAsOf&knownOn=2025&asOf=2025', '/knownOn'],
    ['replay?to=2025&knownOn=2025', '/knownOn'],
    ['replay?to=2025&clock=reportedAsOf&knownOn=2025', '/knownOn'],
  ])('is refused beside a range on one of its clocks: %s', async (path, pointer) => {
    const { status, code, errors } = refusalOf(await server.get(`/v1/stories/known/${path}`));
    expect([status, code, errors?.[0]?.pointer]).toEqual([400, 'bad-parameter', pointer]);
  });

  it('is no parameter where there is no valid time', async () => {
    expect(refusalOf(await server.get('/v1/events?knownOn=2025')).code).toBe('bad-parameter');
  });
});

describe('the clock of the press, fixed while another one steps', () => {
  it('bounds the changes of valid time and of the record', async () => {
    const rates = async (query: string): Promise<unknown[]> => {
      const { items } = await fixture.get<{ items: Record<'before' | 'after', { state: unknown } | null>[] }>(
        '/v1/stories/known/changes',
        parametersOf(query),
      );
      return items.flatMap(({ before, after }) => {
        const [was, is] = [before, after].map((one) => (one?.state as { ratePercent?: number } | null)?.ratePercent);
        return was === is ? [] : [[was, is]];
      });
    };
    expect(await rates(`from=2025-05-10&to=${DAY}`)).toEqual([[120, 30]]);
    expect(await rates(`from=2025-05-10&to=${DAY}&reportedAsOf=${DAY}`)).toEqual([]);
    expect(await rates(`from=2025-04-08&to=${DAY}&reportedAsOf=${DAY}`)).toEqual([[undefined, 125]]);
    expect(await rates(`clock=recordedAsOf&from=@${earlier}&asOf=${DAY}`)).toEqual([[120, 30]]);
    expect(await rates(`clock=recordedAsOf&from=@${earlier}&knownOn=${DAY}`)).toEqual([]);
    expect(await rates(`clock=recordedAsOf&from=@${earlier}&knownOn=2025-06`)).toEqual([[120, 20]]);
  });

  it('bounds the history', async () => {
    const { items } = await fixture.get<{ items: { since: string }[] }>(`${ITEM}/history`, { reportedAsOf: DAY });
    expect(items.map(({ since }) => since)).toEqual(['2025-04-09', '2025-06-01']);
  });
});
