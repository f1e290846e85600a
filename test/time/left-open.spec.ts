import { beforeAll, describe, expect, it } from '@jest/globals';
import { refusalOf } from '../http/recording.js';
import { startServer, type TestServer } from '../support/server.js';
import { Desk, rate, tariffPath } from './desk.js';

interface Item {
  since: string | null;
  state: { ratePercent: number } | null;
  contested: boolean;
  disputes: {
    reason: string;
    open: boolean;
    candidates: { value: unknown; occurredAt: string; publishers: string[] }[];
  }[];
  events: string[];
}

const on = (day: string) => ({
  first: { publisher: 'Gazette', publishedAt: day },
  second: { publisher: 'Post', publishedAt: day },
});
const MAY = on('2025-05-20');
const LATER = { publisher: 'Gazette', publishedAt: '2025-06-01' };

let server: TestServer;
beforeAll(async () => (server = await startServer()), 120_000);

/** What the rules could be read to leave open, and ADR 11 decides. A country for each, so that no two tests meet. */
const item = (desk: Desk, of: string, query: Record<string, string> = {}): Promise<Item> =>
  desk.get(tariffPath(`USA>${of}:all`), query);
const told = ({ since, state, contested }: Item) => [since, state?.ratePercent ?? null, contested];

describe('the first account of a fact', () => {
  it('cannot be withdrawn alone: its retraction is that of the fact', async () => {
    const desk = await Desk.open(server, 'first-account-withdrawn');
    const fact = await desk.fact('TariffChanged', '2025-05-12', rate(10, 'AUT'), MAY.first);
    await desk.corroborate(fact, MAY.second, { data: rate(20, 'AUT'), certainty: 'confirmed' });
    expect(told(await item(desk, 'AUT'))).toEqual(['2025-05-12', 20, false]);
    await desk.retract(fact);
    expect(told(await item(desk, 'AUT'))).toEqual([null, null, false]);
  });

  it('can be corrected also where its paper gave a later one in its place, and is then told by what others inherit of it', async () => {
    const desk = await Desk.open(server, 'first-account-replaced');
    const fact = await desk.fact('TariffChanged', '2025-05-12', rate(10, 'BEL'), MAY.first);
    const later = await desk.corroborate(fact, LATER, { data: rate(20, 'BEL') });
    await desk.correct(fact, { data: rate(30, 'BEL') });
    // The later account has its own rate, which that correction does not touch; the date it shares with the first one.
    expect(told(await item(desk, 'BEL'))).toEqual(['2025-05-12', 20, false]);
    await desk.correct(fact, { occurredAt: '2025-05-13' });
    expect(told(await item(desk, 'BEL'))).toEqual(['2025-05-13', 20, false]);
    await desk.correct(later, { data: rate(25, 'BEL') });
    expect(told(await item(desk, 'BEL'))).toEqual(['2025-05-13', 25, false]);
    // By the press of the day before, the first account still stands, as corrected.
    expect(told(await item(desk, 'BEL', { reportedAsOf: '2025-05-31' }))).toEqual(['2025-05-13', 30, false]);
  });
});

describe('a correction', () => {
  it('of the desk, after one of the paper, mends each field where that stood', async () => {
    const desk = await Desk.open(server, 'field-by-field');
    const fact = await desk.fact('TariffChanged', '2025-05-12', rate(10, 'BRA'), MAY.first);
    await desk.correct(fact, { data: rate(20, 'BRA') }, LATER);
    await desk.correct(fact, { data: rate(21, 'BRA'), occurredAt: '2025-05-11' });
    // The rate that it mends is the paper's correction; the date is still that of the first report.
    expect(told(await item(desk, 'BRA', { reportedAsOf: '2025-05-31' }))).toEqual(['2025-05-11', 10, false]);
    expect(told(await item(desk, 'BRA', { reportedAsOf: '2025-06-01' }))).toEqual(['2025-05-11', 21, false]);
  });

  it('of a date ends it with the publication of whoever gives it now', async () => {
    const desk = await Desk.open(server, 'dated-by');
    const uncertain = async (): Promise<boolean> =>
      (await desk.get<{ dateUncertain: boolean }>(tariffPath('USA>CAN:all'))).dateUncertain;
    const fact = await desk.fact('TariffChanged', '2025-05-12', rate(10, 'CAN'), MAY.first);
    await desk.fact('TariffChanged', '2025-05-25', rate(20, 'CAN'), {
      publisher: 'Gazette',
      publishedAt: '2025-05-26',
    });
    // "2025-05", said on 20 May, has happened before the 25th; said on 1 June it may have happened after.
    await desk.correct(fact, { occurredAt: '2025-05' });
    expect(await uncertain()).toBe(false);
    await desk.correct(fact, { occurredAt: '2025-05' }, LATER);
    expect(await uncertain()).toBe(true);
  });

  it('that corrects nothing is refused at /data', async () => {
    const desk = await Desk.open(server, 'empty-correction');
    const fact = await desk.fact('TariffChanged', '2025-05-12', rate(10, 'CHE'), MAY.first);
    const answer = await server.post(`/v1/events/${fact}/correction`, { reason: 'nothing in particular' });
    expect(refusalOf(answer)).toMatchObject({ status: 422, code: 'invalid-event', errors: [{ pointer: '/data' }] });
  });
});

describe('two papers', () => {
  it('that give different hours of one day tell one date: what they say of it is in dispute', async () => {
    const desk = await Desk.open(server, 'hours-of-a-day');
    const [morning, evening] = ['2025-05-12T08:00:00Z', '2025-05-12T20:00:00Z'];
    const first = await desk.fact('TariffChanged', evening, rate(10, 'CHL'), MAY.first);
    const second = await desk.fact('TariffChanged', morning, rate(20, 'CHL'), MAY.second);
    const said = await item(desk, 'CHL', { asOf: evening });
    expect(told(said)).toEqual([evening, 10, true]);
    expect(
      said.disputes.map(({ candidates }) => candidates.map(({ value, occurredAt }) => [value, occurredAt])),
    ).toMatchObject([
      [
        [{ ratePercent: 10 }, evening],
        [{ ratePercent: 20 }, morning],
      ],
    ]);
    // The left-out one is behind the item all the same, since it is why this is in doubt.
    expect(said.events).toEqual([second, first]);
  });

  it('of which one does not speak of a value do not make it doubtful, but its date', async () => {
    const desk = await Desk.open(server, 'silent-on-the-value');
    const raised = { imposedBy: 'USA', appliesTo: 'COL', direction: 'raised' };
    const fact = await desk.fact('TariffChanged', '2025-05-12', rate(10, 'COL'), MAY.first);
    await desk.corroborate(fact, MAY.second, { occurredAt: '2025-05-14', data: raised });
    const days = ['2025-05-11', '2025-05-12', '2025-05-13', '2025-05-14'];
    const items = await Promise.all(days.map((asOf) => item(desk, 'COL', { asOf })));
    expect(items.map((one) => one.contested)).toEqual([false, true, true, false]);
    expect(items[3]?.disputes.map(({ reason }) => reason)).toEqual(['date']);
  });

  it('are listed before the fact only by what puts something in doubt there', async () => {
    const desk = await Desk.open(server, 'listed-before');
    const fact = await desk.fact('TariffChanged', '2025-05-12', rate(10, 'DEU'), MAY.first);
    await desk.corroborate(fact, MAY.second, { occurredAt: '2025-05-01' });
    await desk.corroborate(fact, { publisher: 'Ledger', publishedAt: '2025-05-20' }, { data: rate(20, 'DEU') });
    const reasons = async (asOf: string): Promise<string[]> =>
      (await item(desk, 'DEU', { asOf })).disputes.map(({ reason }) => reason);
    expect([await reasons('2025-04-30'), await reasons('2025-05-01'), await reasons('2025-05-12')]).toEqual([
      [],
      ['date'],
      ['value', 'date'],
    ]);
  });
});

it('a subject is on the board of each story that tells of it, also before the date of what that story tells', async () => {
  const [early, late] = [await Desk.open(server, 'told-early'), await Desk.open(server, 'told-late')];
  await early.fact('TariffChanged', '2025-03-01', rate(10, 'DNK'), MAY.first);
  await late.fact('TariffChanged', '2025-05-12', rate(20, 'DNK'), MAY.first);
  const onBoard = async (desk: Desk, asOf: string): Promise<number> =>
    (await desk.get<{ views: { tariffs: unknown[] } }>(`/v1/stories/${desk.story}`, { asOf })).views.tariffs.length;
  expect([await onBoard(late, '2025-02'), await onBoard(late, '2025-04'), await onBoard(late, '2025-06')]).toEqual([
    0, 1, 1,
  ]);
});
