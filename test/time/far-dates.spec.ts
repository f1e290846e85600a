import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { spanOf } from '../oracle/dates.js';
import { checkProperty } from '../property/check-property.js';
import { startServer, type TestServer } from '../support/server.js';
import { framesOf } from './frames.js';
import { rate, StoryFixture, tariffPath } from './story-fixture.js';

interface Item {
  since: string | null;
  state: Record<string, unknown> | null;
  clocks: { asOf: string | null; reportedAsOf: string | null };
}

let server: TestServer;
let far: StoryFixture;

beforeAll(async () => {
  server = await startServer();
  far = await StoryFixture.open(server, 'far');
}, 120_000);

const digits = (value: number, width: number): string => String(value).padStart(width, '0');

/** A date of any precision, up to a year. */
const dateUntil = (lastYear: number): fc.Arbitrary<string> =>
  fc
    .record({
      year: fc.oneof(
        fc.integer({ min: 1, max: lastYear }),
        fc.constantFrom(1, 99, 1684, 1685, Math.min(2255, lastYear)),
      ),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
      time: fc.record({ hour: fc.nat(23), minute: fc.nat(59), second: fc.nat(59) }),
      fraction: fc.constantFrom('', '.5', '.25', '.000001', '.999999'),
      precision: fc.constantFrom(4, 7, 10, 30),
    })
    .map(({ year, month, day, time, fraction, precision }) => {
      const date = [digits(year, 4), digits(month, 2), digits(day, 2)].join('-');
      const clock = [time.hour, time.minute, time.second].map((value) => digits(value, 2)).join(':');
      return `${date}T${clock}${fraction}Z`.slice(0, precision);
    });

interface Dated {
  date: string;
  publishedAt: string;
}

describe('dates of all years', () => {
  it('come back as they went in, and hold where they say', async () => {
    const facts = fc.uniqueArray(fc.record<Dated>({ date: dateUntil(2025), publishedAt: dateUntil(2025) }), {
      selector: ({ date }) => spanOf(date).first.slice(0, 19),
      minLength: 3,
      maxLength: 8,
    });
    const asked = fc.array(dateUntil(9999), { minLength: 8, maxLength: 8 });
    let run = 0;
    const property = fc.asyncProperty(facts, asked, async (drafts, dates) => {
      const measure = `goods-${(run += 1)}`;
      const story = `far-${run}`;
      const fixture = await StoryFixture.open(server, story);
      await fixture.batch(drafts.map(({ date, publishedAt }, n) => factOf(story, measure, date, publishedAt, n + 1)));
      const path = tariffPath(`USA>CHN:${measure}`);
      const inOrder = drafts
        .map((draft, n) => ({ ...draft, rate: n + 1, ...spanOf(draft.date) }))
        .sort((a, b) => (a.first < b.first ? -1 : 1));
      const told = inOrder.map(({ date }) => date);

      const history = await fixture.pages<Item>(`${path}/history`);
      expect(history.map(({ state }) => state?.['ratePercent'])).toEqual(inOrder.map((one) => one.rate));
      const listed = await fixture.pages<{ occurredAt: string }>(`/v1/stories/${story}/timeline`);
      expect(listed.map(({ occurredAt }) => occurredAt)).toEqual(told.toReversed());
      const behind = await fixture.pages<{ occurredAt: string }>(`${path}/facts`);
      expect(behind.map(({ occurredAt }) => occurredAt)).toEqual(told.toReversed());
      const frames = await framesOf(server, `/v1/stories/${story}/replay?asOf=9999`);
      expect(frames.flatMap(({ event }) => (event?.type === 'TariffChanged' ? [event.occurredAt] : []))).toEqual(told);

      for (const date of [...dates, ...told]) {
        const { last } = spanOf(date);
        const item = await fixture.get<Item>(path, { asOf: date });
        const begun = inOrder.filter(({ first }) => second(first) <= second(last));
        expect([date, item.clocks.asOf, item.state?.['ratePercent']]).toEqual([date, last, begun.at(-1)?.rate]);
        const known = await fixture.get<Item>(path, { knownOn: date });
        expect([known.clocks.asOf, known.clocks.reportedAsOf]).toEqual([last, last]);
        const printed = begun.filter(({ publishedAt }) => second(spanOf(publishedAt).last) <= second(last));
        expect([date, known.state?.['ratePercent']]).toEqual([date, printed.at(-1)?.rate]);
        const paged = await fixture.pages<{ occurredAt: string }>(`/v1/stories/${story}/timeline`, { asOf: date });
        expect(paged).toHaveLength(begun.length);
      }
    });
    await checkProperty(property, 12);
  }, 240_000);

  it('are shown exactly at both ends of a range of changes', async () => {
    const { from, to } = await far.get<Record<'from' | 'to', Item['clocks']>>('/v1/stories/far/changes', {
      from: '1600-01-01T12:00:00.25Z',
      to: '2300',
    });
    expect([from.asOf, to.asOf]).toEqual(['1600-01-01T12:00:00.250000Z', '2300-12-31T23:59:59.999999Z']);
  });

  it('bound the clock of the record in the past', async () => {
    const { clocks } = await far.get<{ clocks: object }>('/v1/stories', { recordedAsOf: '1500' });
    expect(clocks).toMatchObject({ recordedAsOf: '1500-12-31T23:59:59.999999Z', position: 0 });
  });
});

const factOf = (story: string, measure: string, occurredAt: string, publishedAt: string, ratePercent: number) => ({
  type: 'TariffChanged',
  story,
  occurredAt,
  data: rate(ratePercent, 'CHN', { measure }),
  source: { url: 'https://example.org/annals', publisher: 'Annals', publishedAt },
});

/** Far dates are compared by the second. */
const second = (instant: string): string => instant.slice(0, 19);

describe('what ends in a far century', () => {
  const truce = (name: string, occurredAt: string, validUntil: string) => ({
    type: 'TruceAgreed',
    story: 'far',
    occurredAt,
    data: { truce: name, parties: ['USA', 'CHN'], validUntil },
    source: { url: 'https://example.org/annals', publisher: 'Annals', publishedAt: '2025-05-13' },
  });
  const statusOn = async (name: string, asOf: string): Promise<unknown> =>
    (await far.get<Item>(`/v1/views/truces/${name}`, { asOf })).state?.['status'];

  beforeAll(async () => {
    await far.batch([
      truce('until-2300', '2025-05-12', '2300'),
      truce('until-a-day', '2025-05-12', '2300-06-15'),
      truce('until-noon', '2025-05-12', '2300-06-15T12:00:00Z'),
      truce('for-ever', '2025-05-12', '9999'),
      truce('long-ago', '1600-01-01', '1600-02'),
    ]);
  });

  it.each([
    ['until-2300', '2300', '2301-01-01'],
    ['until-2300', '2300-12-31', '2301-01-01T00:00:00Z'],
    ['until-a-day', '2300-06-15', '2300-06-16'],
    ['until-a-day', '2300-06-15T23:59:59Z', '2300-06-16T00:00:00Z'],
    ['until-noon', '2300-06-15T11:59:59Z', '2300-06-15T12:00:00Z'],
    ['long-ago', '1600-02-29', '1600-03-01'],
  ])('%s: it is in force by %s and has expired by %s', async (name, holds, over) => {
    expect([await statusOn(name, holds), await statusOn(name, over)]).toEqual(['in_force', 'expired']);
  });

  it('is due on its last day', async () => {
    const { items } = await far.get<{ items: { subject: string; daysLeft: number }[] }>('/v1/deadlines', {
      asOf: '2300-06-14',
    });
    expect(items.map(({ subject, daysLeft }) => [subject, daysLeft])).toEqual([
      ['until-noon', 1],
      ['until-a-day', 1],
      ['until-2300', 200],
      ['for-ever', daysBetween('2300-06-14', '9999-12-31')],
    ]);
    const last = await far.get<typeof items>('/v1/deadlines', { asOf: '9999' });
    expect(last).toMatchObject({ items: [{ subject: 'for-ever', daysLeft: 0 }] });
  });

  it('ends in a replay where it ends in a read', async () => {
    const frames = await framesOf(server, '/v1/stories/far/replay?to=2300');
    const ended = frames.flatMap(({ at, changes = [] }) =>
      at === undefined
        ? []
        : changes.map(({ subject, before, after }) => [
            at,
            subject,
            ...[before, after].map((item) => (item as Item | null)?.state?.['status']),
          ]),
    );
    expect(ended).toEqual([
      ['1600-03-01T00:00:00.000000Z', 'long-ago', 'in_force', 'expired'],
      ['2300-06-15T12:00:00.000000Z', 'until-noon', 'in_force', 'expired'],
      ['2300-06-16T00:00:00.000000Z', 'until-a-day', 'in_force', 'expired'],
    ]);
  });

  it('at the end of the calendar never changes a brief again', async () => {
    const brief = await far.get<{ freshUntil: string | null }>('/v1/stories/far/brief', { asOf: '9999' });
    expect(brief.freshUntil).toBeNull();
    expect(await statusOn('for-ever', '9999-12-31T23:59:59.999999Z')).toBe('in_force');
    for (const read of ['', '/timeline', '/changes?from=0001', '/replay', '/digests?period=week'])
      expect((await server.get(`/v1/stories/far${read}${read.includes('?') ? '&' : '?'}asOf=9999`)).status).toBe(
        read.startsWith('/changes') ? 400 : 200,
      );
  });

  it('is in the digest of its own day', async () => {
    const { items } = await far.get<{ items: { period: string; sections: { title: string }[] }[] }>(
      '/v1/stories/far/digests',
      { period: 'day', asOf: '1650' },
    );
    expect(items.map(({ period }) => period)).toEqual(['1600-01-01']);
  });
});

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
