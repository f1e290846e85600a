import { beforeAll, describe, expect, it } from '@jest/globals';
import { refusalOf } from '../http/recording.js';
import { startServer, type TestServer } from '../support/server.js';
import { StoryFixture, rate, tariffPath } from './story-fixture.js';

interface Item {
  story: string | null;
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

/** Cases that the rules leave open and ADR 11 decides. Each has a country of its own, so that no two tests meet. */
const item = (fixture: StoryFixture, of: string, query: Record<string, string> = {}): Promise<Item> =>
  fixture.get(tariffPath(`USA>${of}:all`), query);
const summary = ({ since, state, contested }: Item) => [since, state?.ratePercent ?? null, contested];

describe('the first account of a fact', () => {
  it('cannot be withdrawn alone: its retraction withdraws the fact', async () => {
    const fixture = await StoryFixture.open(server, 'first-account-withdrawn');
    const fact = await fixture.fact('TariffChanged', '2025-05-12', rate(10, 'AUT'), MAY.first);
    await fixture.corroborate(fact, MAY.second, { data: rate(20, 'AUT'), certainty: 'confirmed' });
    expect(summary(await item(fixture, 'AUT'))).toEqual(['2025-05-12', 20, false]);
    await fixture.retract(fact);
    expect(summary(await item(fixture, 'AUT'))).toEqual([null, null, false]);
  });

  it('can be corrected after its paper has replaced it, which changes what later accounts inherit', async () => {
    const fixture = await StoryFixture.open(server, 'first-account-replaced');
    const fact = await fixture.fact('TariffChanged', '2025-05-12', rate(10, 'BEL'), MAY.first);
    const later = await fixture.corroborate(fact, LATER, { data: rate(20, 'BEL') });
    await fixture.correct(fact, { data: rate(30, 'BEL') });
    // The later account has its own rate, which that correction does not touch. It inherits the date of the first one.
    expect(summary(await item(fixture, 'BEL'))).toEqual(['2025-05-12', 20, false]);
    await fixture.correct(fact, { occurredAt: '2025-05-13' });
    expect(summary(await item(fixture, 'BEL'))).toEqual(['2025-05-13', 20, false]);
    await fixture.correct(later, { data: rate(25, 'BEL') });
    expect(summary(await item(fixture, 'BEL'))).toEqual(['2025-05-13', 25, false]);
    // As reported by the day before, the first account counts, as corrected.
    expect(summary(await item(fixture, 'BEL', { reportedAsOf: '2025-05-31' }))).toEqual(['2025-05-13', 30, false]);
  });
});

describe('a correction', () => {
  it('by the editor, after one by the paper, changes the value that each field has by then', async () => {
    const fixture = await StoryFixture.open(server, 'field-by-field');
    const fact = await fixture.fact('TariffChanged', '2025-05-12', rate(10, 'BRA'), MAY.first);
    await fixture.correct(fact, { data: rate(20, 'BRA') }, LATER);
    await fixture.correct(fact, { data: rate(21, 'BRA'), occurredAt: '2025-05-11' });
    // It changes the rate of the paper's correction, and the date of the first report.
    expect(summary(await item(fixture, 'BRA', { reportedAsOf: '2025-05-31' }))).toEqual(['2025-05-11', 10, false]);
    expect(summary(await item(fixture, 'BRA', { reportedAsOf: '2025-06-01' }))).toEqual(['2025-05-11', 21, false]);
  });

  it('of a date bounds it by the publication that gives it now', async () => {
    const fixture = await StoryFixture.open(server, 'dated-by');
    const uncertain = async (): Promise<boolean> =>
      (await fixture.get<{ dateUncertain: boolean }>(tariffPath('USA>CAN:all'))).dateUncertain;
    const fact = await fixture.fact('TariffChanged', '2025-05-12', rate(10, 'CAN'), MAY.first);
    await fixture.fact('TariffChanged', '2025-05-25', rate(20, 'CAN'), {
      publisher: 'Gazette',
      publishedAt: '2025-05-26',
    });
    // "2025-05", published on 20 May, lies before the 25th. Published on 1 June, it may lie after.
    await fixture.correct(fact, { occurredAt: '2025-05' });
    expect(await uncertain()).toBe(false);
    await fixture.correct(fact, { occurredAt: '2025-05' }, LATER);
    expect(await uncertain()).toBe(true);
  });

  it('that corrects nothing is refused at /data', async () => {
    const fixture = await StoryFixture.open(server, 'empty-correction');
    const fact = await fixture.fact('TariffChanged', '2025-05-12', rate(10, 'CHE'), MAY.first);
    const answer = await server.post(`/v1/events/${fact}/correction`, { reason: 'nothing in particular' });
    expect(refusalOf(answer)).toMatchObject({ status: 422, code: 'invalid-event', errors: [{ pointer: '/data' }] });
  });
});

describe('two papers', () => {
  it('that give different hours of one day give one date, and their values are a dispute', async () => {
    const fixture = await StoryFixture.open(server, 'hours-of-a-day');
    const [morning, evening] = ['2025-05-12T08:00:00Z', '2025-05-12T20:00:00Z'];
    const first = await fixture.fact('TariffChanged', evening, rate(10, 'CHL'), MAY.first);
    const second = await fixture.fact('TariffChanged', morning, rate(20, 'CHL'), MAY.second);
    const found = await item(fixture, 'CHL', { asOf: evening });
    expect(summary(found)).toEqual([evening, 10, true]);
    expect(
      found.disputes.map(({ candidates }) => candidates.map(({ value, occurredAt }) => [value, occurredAt])),
    ).toMatchObject([
      [
        [{ ratePercent: 10 }, evening],
        [{ ratePercent: 20 }, morning],
      ],
    ]);
    // The loser is listed behind the item too, since it is why the value is in doubt.
    expect(found.events).toEqual([second, first]);
  });

  it('of which one gives no value disagree about the date alone', async () => {
    const fixture = await StoryFixture.open(server, 'silent-on-the-value');
    const raised = { imposedBy: 'USA', appliesTo: 'COL', direction: 'raised' };
    const fact = await fixture.fact('TariffChanged', '2025-05-12', rate(10, 'COL'), MAY.first);
    await fixture.corroborate(fact, MAY.second, { occurredAt: '2025-05-14', data: raised });
    const days = ['2025-05-11', '2025-05-12', '2025-05-13', '2025-05-14'];
    const items = await Promise.all(days.map((asOf) => item(fixture, 'COL', { asOf })));
    expect(items.map((one) => one.contested)).toEqual([false, true, true, false]);
    expect(items[3]?.disputes.map(({ reason }) => reason)).toEqual(['date']);
  });

  it('are listed before the date of the fact only by the disputes that put something in doubt there', async () => {
    const fixture = await StoryFixture.open(server, 'listed-before');
    const fact = await fixture.fact('TariffChanged', '2025-05-12', rate(10, 'DEU'), MAY.first);
    await fixture.corroborate(fact, MAY.second, { occurredAt: '2025-05-01' });
    await fixture.corroborate(fact, { publisher: 'Ledger', publishedAt: '2025-05-20' }, { data: rate(20, 'DEU') });
    const reasons = async (asOf: string): Promise<string[]> =>
      (await item(fixture, 'DEU', { asOf })).disputes.map(({ reason }) => reason);
    expect([await reasons('2025-04-30'), await reasons('2025-05-01'), await reasons('2025-05-12')]).toEqual([
      [],
      ['date'],
      ['value', 'date'],
    ]);
  });
});

it('a subject is on the board of each story with a fact about it, also before the date of that fact', async () => {
  const [early, late] = [await StoryFixture.open(server, 'told-early'), await StoryFixture.open(server, 'told-late')];
  await early.fact('TariffChanged', '2025-03-01', rate(10, 'DNK'), MAY.first);
  await late.fact('TariffChanged', '2025-05-12', rate(20, 'DNK'), MAY.first);
  const onBoard = async (fixture: StoryFixture, asOf: string): Promise<number> =>
    (await fixture.get<{ views: { tariffs: unknown[] } }>(`/v1/stories/${fixture.story}`, { asOf })).views.tariffs
      .length;
  expect([await onBoard(late, '2025-02'), await onBoard(late, '2025-04'), await onBoard(late, '2025-06')]).toEqual([
    0, 1, 1,
  ]);
});

describe('a value that is not known, beside a known one of a less exact date', () => {
  it('leaves the order uncertain, in whatever requests they come', async () => {
    const fixture = await StoryFixture.open(server, 'unknown-in-order');
    const ban = { restriction: 'a-ban', imposedBy: 'USA', appliesTo: 'AUT', kind: 'export_control' };
    const path = '/v1/views/restrictions/a-ban';
    await fixture.fact('RestrictionSuspended', '2025-05-12', { ...ban, until: '2025-06-12' }, MAY.first);
    await fixture.fact('RestrictionSuspended', '2025-05-12T07:00:00Z', ban, MAY.second);
    const { dateUncertain, disputes } = await fixture.get<{ dateUncertain: boolean; disputes: object[] }>(path);
    expect([dateUncertain, disputes]).toEqual([true, []]);
  });
});

describe('the story of an item', () => {
  it('is, while only dates are in dispute, that of the first fact whose date is', async () => {
    const [first, second] = [
      await StoryFixture.open(server, 'the-first'),
      await StoryFixture.open(server, 'the-second'),
    ];
    const early = await first.fact('TariffChanged', '2025-04-10', rate(10, 'FRA'), MAY.first);
    await first.corroborate(early, MAY.second, { data: rate(11, 'FRA') });
    const late = await second.fact('TariffChanged', '2025-05-12', rate(20, 'FRA'), MAY.first);
    await second.corroborate(late, MAY.second, { occurredAt: '2025-03-01' });
    const storyOf = async (asOf: string, query: Record<string, string> = {}): Promise<string | null> =>
      (await item(first, 'FRA', { asOf, ...query })).story;
    const reported = { reportedAsOf: '2025-12' };
    const days = ['2025-03-05', '2025-04-10', '2025-05-12'];
    expect(await Promise.all(days.map((asOf) => storyOf(asOf)))).toEqual(['the-second', 'the-first', 'the-second']);
    expect(await Promise.all(days.map((asOf) => storyOf(asOf, reported)))).toEqual([
      ...['the-second', 'the-first', 'the-second'],
    ]);
  });

  it('is that of the latest fact or claim on the record, where nothing is said of the item yet', async () => {
    const fixture = await StoryFixture.open(server, 'nothing-yet');
    const other = await StoryFixture.open(server, 'nothing-more');
    const fact = await fixture.fact('TariffChanged', '2025-04-10', rate(10, 'ITA'), MAY.first);
    const before = fixture.position;
    const claim = await other.fact('TariffThreatened', '2025-06-01', rate(20, 'ITA'), LATER, 'claimed');
    const read = async (query: Record<string, string>): Promise<unknown[]> => {
      const { story, state, events } = await item(fixture, 'ITA', query);
      return [story, state, events];
    };
    expect(await read({ asOf: '2025-01' })).toEqual(['nothing-more', null, []]);
    expect(await read({ reportedAsOf: '2025-04' })).toEqual(['nothing-more', null, []]);
    expect(await read({ asOf: '2025-01', recordedAsOf: `@${before}` })).toEqual(['nothing-yet', null, []]);
    await fixture.retract(fact);
    await other.retract(claim);
    expect(await read({ asOf: '2025-01' })).toEqual([null, null, []]);
  });
});
