import { beforeAll, describe, expect, it } from '@jest/globals';
import { startServer, type TestServer } from '../support/server.js';
import { articlesAlone, demo } from './material.js';
import { read, record, type RecordedEvent } from './record.js';
import { expectReplayToEndWithBoard, expectTimelineToHaveAll, timeline } from './timeline-assertions.js';

const STORY = 'us-china-trade';
const DATES = [
  '1966',
  '2025-03',
  '2025-07',
  '2025-08',
  '2025-10-25',
  '2025-10-26',
  '2025-11-10',
  '2025-11-12',
  '2026-01-01T00:00:00Z',
];

interface Item {
  view: string;
  subject: string;
  since: string | null;
  state: Record<string, unknown> | null;
  claims: { event: string; by: string; occurredAt: string; data: Record<string, unknown> }[];
  events: string[];
  contested: boolean;
}

describe.each(articlesAlone())('$name', (material) => {
  let server: TestServer;
  let events: RecordedEvent[];

  beforeAll(async () => {
    server = await startServer();
    events = await record(server, material);
  }, 120_000);

  const board = async (asOf: string): Promise<Record<string, Item[]>> =>
    (await read<{ views: Record<string, Item[]> }>(server, `/v1/stories/${STORY}?asOf=${encodeURIComponent(asOf)}`))
      .views;

  /** The one item of a view on the story's board, or `undefined`. */
  async function only(view: string, asOf: string): Promise<Item | undefined> {
    const items = (await board(asOf))[view] ?? [];
    expect(items.length).toBeLessThanOrEqual(1);
    return items[0];
  }

  const tariff = async (subject: string, asOf: string) =>
    (await board(asOf))['tariffs']?.find((item) => item.subject === subject);

  it('the US tariff on China is unknown after 145 percent, and 157 is only a claim by the president', async () => {
    const item = await tariff('USA>CHN:all', '2025-10-26');
    expect(item?.state).toMatchObject({ ratePercent: null, previousRatePercent: 145, status: 'in_force' });
    expect(JSON.stringify(item?.state)).not.toContain('157');
    expect(item?.claims).toMatchObject([{ by: 'Donald Trump', occurredAt: '2025-10-26', data: { ratePercent: 157 } }]);
    expect(item?.since).toBe('2025');
    const history = await read<{ items: Item[] }>(
      server,
      `/v1/views/tariffs/${encodeURIComponent('USA>CHN:all')}/history`,
    );
    expect(history.items.map((one) => one.state?.['ratePercent'])).toEqual([145, null]);
    expect((await tariff('USA>CHN:all', '2025-10-25'))?.claims).toEqual([]);
  });

  it('the Chinese tariff on US goods is up to 125 percent, not 125', async () => {
    expect((await tariff('CHN>USA:all', '2025-10-26'))?.state).toMatchObject({ ratePercent: 125, comparator: 'up_to' });
  });

  it('the truce is in force through 10 November, expired after that, and not there in July', async () => {
    const item = await only('truces', '2025-10-26');
    expect(item).toMatchObject({
      since: '2025-08',
      state: { agreedAt: '2025-08', validUntil: '2025-11-10', status: 'in_force' },
      contested: false,
    });
    expect((await only('truces', '2025-11-10'))?.state).toMatchObject({ status: 'in_force' });
    expect((await only('truces', '2025-11-12'))?.state).toMatchObject({ status: 'expired' });
    expect(await only('truces', '2025-07')).toBeUndefined();
    expect((await read<Item>(server, `/v1/views/truces/${item?.subject}?asOf=2025-07`)).state).toBeNull();
  });

  it('the third extension is a claim, and does not count as an extension', async () => {
    const item = await only('truces', '2025-10-26');
    expect(item?.claims).toMatchObject([{ data: { ordinal: 3, validUntil: '2025-11-10' } }]);
    expect(item?.state?.['extensions']).toEqual([]);
  });

  it('the fifth round is under way after four others, with their places, and both leads', async () => {
    const state = (await only('talks', '2025-10-26'))?.state;
    expect(state).toMatchObject({ status: 'under_way', round: 5 });
    const rounds = (state?.['rounds'] as Record<string, unknown>[]).toSorted(
      (a, b) => Number(a['round']) - Number(b['round']),
    );
    expect(rounds).toMatchObject([
      { round: 1, place: { name: 'Geneva' }, status: 'concluded', startedAt: null, concludedAt: '2025' },
      { round: 2, place: { name: 'London' }, status: 'concluded', startedAt: null, concludedAt: '2025' },
      { round: 3, place: { name: 'Stockholm' }, status: 'concluded', startedAt: null, concludedAt: '2025' },
      { round: 4, place: { name: 'Madrid' }, status: 'concluded', startedAt: null, concludedAt: '2025' },
      { round: 5, place: { country: 'MYS' }, status: 'under_way', startedAt: '2025-10-25', concludedAt: null, days: 2 },
    ]);
    const leads = JSON.stringify(state?.['leads']);
    expect(leads).toContain('He Lifeng');
    expect(leads).toContain('Scott Bessent');
    expect(state?.['topics']).toEqual(expect.arrayContaining(['rare earths']));
  });

  it('the session lasted more than five hours', async () => {
    const session = (await timeline(server, STORY)).find((fact) => fact.type === 'TalksSessionHeld');
    expect(session?.data).toMatchObject({ hours: 5, comparator: 'more_than' });
    expect(session?.sentence).toMatch(/more than (five|5) hours/);
  });

  it('the meeting of the presidents on 30 October is scheduled at every date, and never held', async () => {
    for (const asOf of ['2025-10-26', '2025-10-30', '2025-11-30'])
      expect(await only('meetings', asOf)).toMatchObject({
        since: '2025-10-26',
        state: { status: 'scheduled', scheduledFor: '2025-10-30' },
      });
    expect(await only('meetings', '2025-10-25')).toBeUndefined();
  });

  it('a deal that is only said to be near is a claim', async () => {
    expect(await only('deals', '2025-10-26')).toMatchObject({
      since: null,
      state: null,
      claims: [{ by: 'Jamieson Greer', data: { status: 'near_final' } }],
    });
  });

  it('every fact is in its timeline with its sentence, source and quote', () =>
    expectTimelineToHaveAll(server, events));

  it.each(DATES)('a replay to %s ends with the board of the as-of read', (to) =>
    expectReplayToEndWithBoard(server, events, to),
  );
});

describe('the whole demo story', () => {
  let server: TestServer;
  let events: RecordedEvent[];

  beforeAll(async () => {
    server = await startServer();
    events = await record(server, demo());
  }, 120_000);

  it('every fact is in its timeline with its sentence, source and quote', () =>
    expectTimelineToHaveAll(server, events));

  it.each(DATES)('a replay to %s ends with the board of the as-of read', (to) =>
    expectReplayToEndWithBoard(server, events, to),
  );
});
