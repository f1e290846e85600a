import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startServer, type TestServer } from '../support/server.js';
import { Desk, pageOf, rate, tariffPath } from './desk.js';

interface Item {
  subject: string;
  state: { ratePercent: number } | null;
}

let server: TestServer;
beforeAll(async () => (server = await startServer()), 120_000);
afterAll(async () => server.stop());

const MAY = { publisher: 'Gazette', publishedAt: '2025-05-02' };
const LATER = { publisher: 'Gazette', publishedAt: '2025-05-20' };

/**
 * By which subjects an earlier press finds a tariff that the record of today no longer has there: by name, in the list,
 * on the board.
 */
async function seen(desk: Desk, subject: string, reportedAsOf: string | undefined): Promise<(number | null)[]> {
  const query = { asOf: '2025-12', reportedAsOf };
  const item = await desk.get<Item>(tariffPath(subject), query);
  const list = await desk.get<{ items: Item[] }>('/v1/views/tariffs', { ...query, story: desk.story });
  const board = await desk.get<{ views: { tariffs: Item[] } }>(`/v1/stories/${desk.story}`, query);
  const among = (items: Item[]): number | null =>
    items.find((one) => one.subject === subject)?.state?.ratePercent ?? null;
  return [item.state?.ratePercent ?? null, among(list.items), among(board.views.tariffs)];
}

describe('a subject that a fact is not told of today, by the press of the day on which it was', () => {
  it('is found where the paper put itself right in the very request that records the fact', async () => {
    const desk = await Desk.open(server, 'moved-within');
    const id = randomUUID();
    await desk.batch([
      {
        id,
        type: 'TariffChanged',
        story: desk.story,
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
    expect(await seen(desk, 'USA>NOR:all', undefined)).toEqual([null, null, null]);
    expect(await seen(desk, 'USA>NOR:all', '2025-05-10')).toEqual([10, 10, 10]);
    expect(await seen(desk, 'USA>NOR:all', '2025-05-20')).toEqual([null, null, null]);
    expect(await seen(desk, 'USA>SWE:all', undefined)).toEqual([10, 10, 10]);
  });

  it('is found where the paper withdrew it in the very request that records the fact', async () => {
    const desk = await Desk.open(server, 'withdrawn-within');
    const id = randomUUID();
    await desk.batch([
      {
        id,
        type: 'TariffChanged',
        story: desk.story,
        occurredAt: '2025-05-01',
        data: rate(11, 'FIN'),
        source: pageOf(MAY),
      },
      { type: 'EventRetracted', data: { target: id, reason: 'withdrawn in print' }, source: pageOf(LATER) },
    ]);
    expect(await seen(desk, 'USA>FIN:all', undefined)).toEqual([null, null, null]);
    expect(await seen(desk, 'USA>FIN:all', '2025-05-10')).toEqual([11, 11, 11]);
  });

  it('is found where only the account that has lost names it', async () => {
    const desk = await Desk.open(server, 'named-by-the-loser');
    const fact = await desk.fact('TariffChanged', '2025-05-01', rate(12, 'DNK'), MAY);
    const gazette = { publisher: 'Customs Gazette', publishedAt: '2025-06-01' };
    await desk.corroborate(fact, gazette, { data: rate(13, 'DNK'), certainty: 'confirmed' });
    await desk.correct(fact, { data: rate(12, 'ISL') });
    expect(await seen(desk, 'USA>DNK:all', undefined)).toEqual([13, 13, 13]);
    expect(await seen(desk, 'USA>ISL:all', '2025-05-10')).toEqual([12, 12, 12]);
    expect(await seen(desk, 'USA>ISL:all', undefined)).toEqual([null, null, null]);
  });
});
