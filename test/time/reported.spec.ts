import { beforeAll, describe, expect, it } from '@jest/globals';
import { BoardBody } from '../../apps/server/src/stories/stories.schema.js';
import { FactsBody } from '../../apps/server/src/views/fact.schema.js';
import { bodyOf } from '../http/recording.js';
import { startServer, type TestServer } from '../support/server.js';
import { StoryFixture, rate, tariffPath } from './story-fixture.js';

interface Item {
  subject: string;
  since: string | null;
  state: { ratePercent?: number | null } | null;
  claims: unknown[];
  contested: boolean;
  clocks?: object;
}
interface Fact {
  id: string;
  occurredAt: string;
  data: { ratePercent?: number };
  sources: { publisher: string }[];
  corrected?: unknown[];
  retracted?: { reason: string };
}

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
}, 120_000);

describe('reads as reported by a date', () => {
  let fixture: StoryFixture;
  let first: string;
  let late: string;

  /**
   * Recorded in this order: 145 since 11 April, published on that day. 125 since 9 April, published in June. 30 since
   * 12 May, with an unknown date of publication. In May the Ledger dates the 145 on 10 April. In July the Gazette
   * corrects its date to that. In August the Post withdraws the 125.
   */
  beforeAll(async () => {
    fixture = await StoryFixture.open(server, 'press');
    first = await fixture.fact('TariffChanged', '2025-04-11', rate(145), {
      publisher: 'Gazette',
      publishedAt: '2025-04-11',
    });
    late = await fixture.fact('TariffChanged', '2025-04-09', rate(125), {
      publisher: 'Post',
      publishedAt: '2025-06-10T12:00:00Z',
    });
    await fixture.fact('TariffChanged', '2025-05-12', rate(30), { publisher: 'Echo' });
    await fixture.corroborate(first, { publisher: 'Ledger', publishedAt: '2025-05' }, { occurredAt: '2025-04-10' });
    await fixture.correct(first, { occurredAt: '2025-04-10' }, { publisher: 'Gazette', publishedAt: '2025-07-01' });
    await fixture.retract(late, { publisher: 'Post', publishedAt: '2025-08-01' });
  }, 60_000);

  const item = async (reportedAsOf: string | undefined, more: object = {}) => {
    const { since, state, contested } = await fixture.get<Item>(tariffPath(), { reportedAsOf, ...more });
    return [since, state?.ratePercent ?? null, contested];
  };

  it.each<[string, [string | null, number | null, boolean]]>([
    ['2025-04-10', [null, null, false]],
    ['2025-04-11T23:59:59.999998Z', [null, null, false]],
    ['2025-04-11', ['2025-04-11', 145, false]],
    ['2025-05-30', ['2025-04-11', 145, false]],
    ['2025-05', ['2025-04-11', 145, false]],
    ['2025-07-01', ['2025-04-10', 145, false]],
    ['2199', ['2025-04-10', 145, false]],
  ])('by %s have the item %j', async (date, expected) => expect(await item(date)).toEqual(expected));

  it('leave out a fact with an unknown date of publication, which counts where no such date is requested', async () => {
    expect(await item(undefined)).toEqual(['2025-05-12', 30, false]);
  });

  it('combine with the clock of valid time', async () => {
    // As of 10 April: nothing before the Ledger's account. Then in doubt, since the Gazette gives 11 April. Once both
    // give the 10th, 145.
    expect(await item('2025-04-30', { asOf: '2025-04-10' })).toEqual([null, null, false]);
    expect(await item('2025-05', { asOf: '2025-04-10' })).toEqual([null, null, true]);
    expect(await item('2025-06-11', { asOf: '2025-04-10' })).toEqual(['2025-04-09', 125, true]);
    expect(await item('2025-07-31', { asOf: '2025-04-10' })).toEqual(['2025-04-10', 145, false]);
    expect(await item('2025-07-31', { asOf: '2025-04-09' })).toEqual(['2025-04-09', 125, false]);
    expect(await item('2025-08-01', { asOf: '2025-04-09' })).toEqual([null, null, false]);
  });

  it('combine with the clock of the record', async () => {
    const before = `@${fixture.position - 2}`;
    expect(await item('2025-07-31', { recordedAsOf: before, asOf: '2025-04-10' })).toEqual(['2025-04-09', 125, true]);
    expect(await item('2025-08-31', { recordedAsOf: `@${fixture.position - 1}`, asOf: '2025-04-09' })).toEqual([
      '2025-04-09',
      125,
      false,
    ]);
  });

  it('have their date in the clocks of the answer', async () => {
    expect((await fixture.get<Item>(tariffPath(), { reportedAsOf: '2025-05' })).clocks).toEqual({
      asOf: null,
      reportedAsOf: '2025-05-31T23:59:59.999999Z',
      recordedAsOf: null,
      position: fixture.position,
    });
  });

  const timeline = (query: Record<string, string | undefined>) =>
    fixture.pages<Fact>('/v1/stories/press/timeline', query);
  const rates = (facts: readonly Fact[]) => facts.map((fact) => [fact.occurredAt, fact.data.ratePercent]);

  it('have a timeline in the order of the dates that were reported by then, page by page', async () => {
    expect(rates(await timeline({ reportedAsOf: '2025-04-10' }))).toEqual([]);
    expect(rates(await timeline({ reportedAsOf: '2025-06' }))).toEqual([
      ['2025-04-11', 145],
      ['2025-04-09', 125],
    ]);
    expect(rates(await timeline({ reportedAsOf: '2025-07' }))).toEqual([
      ['2025-04-10', 145],
      ['2025-04-09', 125],
    ]);
    expect(rates(await timeline({ reportedAsOf: '2025-07', asOf: '2025-04-09' }))).toEqual([['2025-04-09', 125]]);
    expect(rates(await timeline({ reportedAsOf: '2025-08' }))).toEqual([['2025-04-10', 145]]);
  });

  it('name the sources, corrections and retractions that had been published', async () => {
    const [earlier] = await timeline({ reportedAsOf: '2025-04-30' });
    expect([earlier?.sources.map((source) => source.publisher), earlier?.corrected]).toEqual([['Gazette'], undefined]);
    const [later] = await timeline({ reportedAsOf: '2025-07' });
    expect([later?.sources.map((source) => source.publisher), later?.corrected?.length]).toEqual([
      ['Gazette', 'Ledger'],
      1,
    ]);
    const struck = await timeline({ reportedAsOf: '2025-08', include: 'retracted' });
    expect(struck.map((fact) => [fact.occurredAt, fact.retracted?.reason])).toEqual([
      ['2025-04-10', undefined],
      ['2025-04-09', 'not so'],
    ]);
    expect(
      (await timeline({ reportedAsOf: '2025-07', include: 'retracted' })).every((fact) => fact.retracted === undefined),
    ).toBe(true);
    expect(await timeline({ reportedAsOf: '2025-04', include: 'retracted' })).toHaveLength(1);
  });

  it.each([
    ['publisher', 'Ledger', '2025-04-30', 0],
    ['publisher', 'Ledger', '2025-05', 1],
    ['publisher', 'Post', '2025-07', 1],
    ['party', 'CHN', '2025-07', 2],
    ['party', 'EU', '2025-07', 0],
    ['person', 'Nobody', '2025-07', 0],
    ['type', 'TariffLifted', '2025-07', 0],
    ['from', '2025-04-10', '2025-06', 1],
    ['from', '2025-04-11', '2025-07', 0],
  ])('filter a timeline by %s %s as of %s', async (name, value, reportedAsOf, count) =>
    expect(await timeline({ reportedAsOf, [name]: value })).toHaveLength(count),
  );

  it('have a subject’s facts and history, page by page', async () => {
    const facts = (reportedAsOf: string) => fixture.pages<Fact>(`${tariffPath()}/facts`, { reportedAsOf });
    expect(rates(await facts('2025-06'))).toEqual([
      ['2025-04-11', 145],
      ['2025-04-09', 125],
    ]);
    expect(rates(await facts('2025-08'))).toEqual([['2025-04-10', 145]]);
    const history = await fixture.pages<Item>(`${tariffPath()}/history`, { reportedAsOf: '2025-07' });
    expect(history.map((one) => one.since)).toEqual(['2025-04-09', '2025-04-10']);
    const bySubject = { view: 'tariffs', subject: 'USA>CHN:all', reportedAsOf: '2025-07' };
    expect(rates(await timeline(bySubject))).toEqual(rates(await facts('2025-07')));
  });

  it('have the same item on the board, in the list and by name', async () => {
    for (const reportedAsOf of ['2025-04-10', '2025-05', '2025-06', '2025-07', '2025-08']) {
      const board = bodyOf(BoardBody, await server.get(`/v1/stories/press?reportedAsOf=${reportedAsOf}`));
      const list = await fixture.get<{ items: Item[] }>('/v1/views/tariffs', { reportedAsOf, story: 'press' });
      const { clocks: _clocks, ...one } = await fixture.get<Item>(tariffPath(), { reportedAsOf });
      expect([board.views['tariffs'], list.items]).toEqual(one.state === null ? [[], []] : [[one], [one]]);
      bodyOf(FactsBody, await server.get(`/v1/stories/press/timeline?reportedAsOf=${reportedAsOf}&include=retracted`));
    }
  });

  it('end a replay with the board of the same date', async () => {
    for (const reportedAsOf of ['2025-04-10', '2025-06', '2025-07']) {
      const { text } = await server.get(`/v1/stories/press/replay?to=2025-04-10&reportedAsOf=${reportedAsOf}`);
      const board = await fixture.get('/v1/stories/press', { asOf: '2025-04-10', reportedAsOf });
      expect(JSON.parse(text.trimEnd().split('\n').at(-1) ?? '')).toEqual({ board });
    }
  });
});

describe('as reported by an earlier date', () => {
  const gazette = { publisher: 'Gazette', publishedAt: '2025-04-11' };

  it('a fact that was corrected to another subject touches the former one', async () => {
    const fixture = await StoryFixture.open(server, 'moved');
    const fact = await fixture.fact('TariffChanged', '2025-04-11', rate(25, 'CAN'), gazette);
    await fixture.correct(fact, { data: rate(25, 'MEX') }, { ...gazette, publishedAt: '2025-06-01' });
    const subjects = async (reportedAsOf?: string) =>
      (await fixture.get<{ views: { tariffs: Item[] } }>('/v1/stories/moved', { reportedAsOf })).views.tariffs.map(
        (one) => one.subject,
      );
    expect([await subjects('2025-05'), await subjects('2025-06'), await subjects()]).toEqual([
      ['USA>CAN:all'],
      ['USA>MEX:all'],
      ['USA>MEX:all'],
    ]);
    expect((await fixture.get<Item>(tariffPath('USA>CAN:all'), { reportedAsOf: '2025-06' })).state).toBeNull();
  });

  it('a correction by the editor, without a source, counts at every date', async () => {
    const fixture = await StoryFixture.open(server, 'mended');
    const other = await StoryFixture.open(server, 'mended-besides');
    await other.fact('TariffChanged', '2025-04-01', rate(10, 'BRA'), gazette);
    const fact = await fixture.fact('TariffChanged', '2025-04-11', rate(25, 'BRA'), gazette);
    await fixture.correct(fact, { data: rate(25, 'ARG') });
    for (const reportedAsOf of ['2025-05', undefined]) {
      const { views } = await fixture.get<{ views: { tariffs: Item[] } }>('/v1/stories/mended', { reportedAsOf });
      // Brazil's tariff is not part of this story any more, although another story has a fact about it.
      expect(views.tariffs.map((one) => one.subject)).toEqual(['USA>ARG:all']);
      const list = await fixture.get<{ items: Item[] }>('/v1/views/tariffs', { reportedAsOf, story: 'mended' });
      expect(list.items.map((one) => one.subject)).toEqual(['USA>ARG:all']);
    }
  });

  it('a claim is a claim until the date of its confirmation', async () => {
    const fixture = await StoryFixture.open(server, 'claimed');
    const fact = await fixture.fact('TariffChanged', '2025-04-11', rate(60, 'IND'), gazette, 'claimed');
    await fixture.corroborate(fact, { publisher: 'Post', publishedAt: '2025-05-02' }, { certainty: 'confirmed' });
    const read = async (reportedAsOf: string) => {
      const { state, claims } = await fixture.get<Item>(tariffPath('USA>IND:all'), { reportedAsOf });
      return [state?.ratePercent ?? null, claims.length];
    };
    expect([await read('2025-04'), await read('2025-05')]).toEqual([
      [null, 1],
      [60, 0],
    ]);
  });

  it('stories have the titles of the openings that had been published', async () => {
    const opening = {
      type: 'StoryOpened',
      story: 'retitled',
      occurredAt: '2025-04',
      data: { title: 'First title', topics: ['press-topic'] },
    };
    const fixture = await StoryFixture.open(server, 'stories');
    const [id] = await fixture.batch([opening]);
    await fixture.correct(
      id ?? '',
      { data: { title: 'Second title', topics: ['press-topic'] } },
      { publisher: 'Post', publishedAt: '2025-06-01' },
    );
    const titles = async (reportedAsOf: string) =>
      (
        await fixture.get<{ items: { title: string }[] }>('/v1/stories', { reportedAsOf, topic: 'press-topic' })
      ).items.map((one) => one.title);
    expect([await titles('2025-05'), await titles('2025-06')]).toEqual([['First title'], ['Second title']]);
  });

  it('deadlines come from the states of that date', async () => {
    const fixture = await StoryFixture.open(server, 'deadlines');
    const truce = { truce: 'press-truce' };
    await fixture.fact(
      'TruceAgreed',
      '2025-05-12',
      { ...truce, parties: ['USA', 'CHN'], validUntil: '2025-08-12' },
      gazette,
    );
    await fixture.fact(
      'TruceExtended',
      '2025-06-01',
      { ...truce, validUntil: '2025-11-10' },
      { publisher: 'Post', publishedAt: '2025-06-20' },
    );
    const dates = async (reportedAsOf: string, story?: string) => {
      const query = { reportedAsOf, story, asOf: '2025-06-10' };
      return (await fixture.get<{ items: { subject: string; date: string }[] }>('/v1/deadlines', query)).items
        .filter((one) => one.subject === 'press-truce')
        .map((one) => one.date);
    };
    for (const story of ['deadlines', undefined]) {
      expect([await dates('2025-06-19', story), await dates('2025-06-20', story)]).toEqual([
        ['2025-08-12'],
        ['2025-11-10'],
      ]);
    }
  });
});
