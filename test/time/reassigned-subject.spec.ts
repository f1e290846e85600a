import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startServer, type TestServer } from '../support/server.js';
import { StoryFixture, pageOf, rate, tariffPath } from './story-fixture.js';

interface Item {
  subject: string;
  state: { ratePercent: number } | null;
}

let server: TestServer;
beforeAll(async () => (server = await startServer()), 120_000);
afterAll(async () => server.stop());

const MAY = { publisher: 'Gazette', publishedAt: '2025-05-02' };
const LATER = { publisher: 'Gazette', publishedAt: '2025-05-20' };

/** The rate of a tariff as reported by a date: read by name, in the list of its view, and on the board. */
async function seen(
  fixture: StoryFixture,
  subject: string,
  reportedAsOf: string | undefined,
): Promise<(number | null)[]> {
  const query = { asOf: '2025-12', reportedAsOf };
  const item = await fixture.get<Item>(tariffPath(subject), query);
  const list = await fixture.get<{ items: Item[] }>('/v1/views/tariffs', { ...query, story: fixture.story });
  const board = await fixture.get<{ views: { tariffs: Item[] } }>(`/v1/stories/${fixture.story}`, query);
  const among = (items: Item[]): number | null =>
    items.find((one) => one.subject === subject)?.state?.ratePercent ?? null;
  return [item.state?.ratePercent ?? null, among(list.items), among(board.views.tariffs)];
}

describe('a subject that a fact has left, as reported by a date on which it had not', () => {
  it('is found where the same request records the fact and its correction', async () => {
    const fixture = await StoryFixture.open(server, 'moved-within');
    const id = randomUUID();
    await fixture.batch([
      {
        id,
        type: 'TariffChanged',
        story: fixture.story,
        occurredAt: '2025-05-01',
        data: rate(10, 'NOR'),
        source: pageOf(MAY),
      },
      {
        type: 'EventCorrected',
        data: { target: id, data: rate(10, 'SWE'), reason: 'the paper meant the neighbour' },
        source: pageOf(LATER),
      },
    ]);
    expect(await seen(fixture, 'USA>NOR:all', undefined)).toEqual([null, null, null]);
    expect(await seen(fixture, 'USA>NOR:all', '2025-05-10')).toEqual([10, 10, 10]);
    expect(await seen(fixture, 'USA>NOR:all', '2025-05-20')).toEqual([null, null, null]);
    expect(await seen(fixture, 'USA>SWE:all', undefined)).toEqual([10, 10, 10]);
  });

  it('is found where the same request records the fact and its retraction', async () => {
    const fixture = await StoryFixture.open(server, 'withdrawn-within');
    const id = randomUUID();
    await fixture.batch([
      {
        id,
        type: 'TariffChanged',
        story: fixture.story,
        occurredAt: '2025-05-01',
        data: rate(11, 'FIN'),
        source: pageOf(MAY),
      },
      { type: 'EventRetracted', data: { target: id, reason: 'withdrawn in print' }, source: pageOf(LATER) },
    ]);
    expect(await seen(fixture, 'USA>FIN:all', undefined)).toEqual([null, null, null]);
    expect(await seen(fixture, 'USA>FIN:all', '2025-05-10')).toEqual([11, 11, 11]);
  });

  it('is found where only a losing account names it', async () => {
    const fixture = await StoryFixture.open(server, 'named-by-the-loser');
    const fact = await fixture.fact('TariffChanged', '2025-05-01', rate(12, 'DNK'), MAY);
    const gazette = { publisher: 'Customs Gazette', publishedAt: '2025-06-01' };
    await fixture.corroborate(fact, gazette, { data: rate(13, 'DNK'), certainty: 'confirmed' });
    await fixture.correct(fact, { data: rate(12, 'ISL') });
    expect(await seen(fixture, 'USA>DNK:all', undefined)).toEqual([13, 13, 13]);
    expect(await seen(fixture, 'USA>ISL:all', '2025-05-10')).toEqual([12, 12, 12]);
    expect(await seen(fixture, 'USA>ISL:all', undefined)).toEqual([null, null, null]);
  });
});

describe('a withdrawn fact is in the timeline of the subject that it would be about', () => {
  interface Entry {
    id: string;
    occurredAt: string;
    retracted?: object;
  }

  const withdrawnOf = async (fixture: StoryFixture, of: string): Promise<[string, string][]> => {
    const subject = { view: 'tariffs', subject: `USA>${of}:all` };
    const path = `/v1/stories/${fixture.story}/timeline`;
    const { items } = await fixture.get<{ items: Entry[] }>(path, { ...subject, include: 'retracted' });
    return items.flatMap(({ id, occurredAt, retracted }) => (retracted ? [[id, occurredAt]] : []));
  };

  const withdrawal = (target: string) => ({ type: 'EventRetracted', data: { target, reason: 'withdrawn in print' } });

  it('where the request that withdraws it also moves it', async () => {
    const fixture = await StoryFixture.open(server, 'moved-and-withdrawn');
    const fact = await fixture.fact('TariffChanged', '2025-05-01', rate(10, 'POL'), MAY);
    await fixture.batch([
      { type: 'EventCorrected', data: { target: fact, data: rate(10, 'CZE'), reason: 'the neighbour' } },
      withdrawal(fact),
    ]);
    expect(await withdrawnOf(fixture, 'POL')).toEqual([]);
    expect(await withdrawnOf(fixture, 'CZE')).toEqual([[fact, '2025-05-01']]);
  });

  it('where that request moves it back', async () => {
    const fixture = await StoryFixture.open(server, 'moved-back-and-withdrawn');
    const fact = await fixture.fact('TariffChanged', '2025-05-01', rate(10, 'AUT'), MAY);
    await fixture.correct(fact, { data: rate(10, 'HUN') });
    await fixture.batch([
      { type: 'EventCorrected', data: { target: fact, data: rate(10, 'AUT'), reason: 'it was right' } },
      withdrawal(fact),
    ]);
    expect(await withdrawnOf(fixture, 'AUT')).toEqual([[fact, '2025-05-01']]);
    expect(await withdrawnOf(fixture, 'HUN')).toEqual([]);
  });

  it('where that request gives it another date', async () => {
    const fixture = await StoryFixture.open(server, 'dated-and-withdrawn');
    const fact = await fixture.fact('TariffChanged', '2025-05-01', rate(10, 'ROU'), MAY);
    await fixture.batch([
      { type: 'EventCorrected', data: { target: fact, occurredAt: '2025-04-20', reason: 'misread' } },
      withdrawal(fact),
    ]);
    expect(await withdrawnOf(fixture, 'ROU')).toEqual([[fact, '2025-04-20']]);
  });

  it('and not of one that only another account in that request names', async () => {
    const fixture = await StoryFixture.open(server, 'named-and-withdrawn');
    const fact = await fixture.fact('TariffChanged', '2025-05-01', rate(10, 'BGR'), MAY);
    const gazette = { publisher: 'Customs Gazette', publishedAt: '2025-06-01' };
    await fixture.corroborate(fact, gazette, { data: rate(13, 'BGR'), certainty: 'confirmed' });
    await fixture.batch([
      { type: 'EventCorrected', data: { target: fact, data: rate(10, 'SRB'), reason: 'the neighbour' } },
      withdrawal(fact),
    ]);
    expect(await withdrawnOf(fixture, 'BGR')).toEqual([[fact, '2025-05-01']]);
    expect(await withdrawnOf(fixture, 'SRB')).toEqual([]);
  });
});
