import { beforeAll, describe, expect, it } from '@jest/globals';
import { DryRunBody, RecordedAnswer } from '../../apps/server/src/events/recorded.schema.js';
import { bodyOf, refusalOf } from '../http/recording.js';
import { startServer, type TestServer } from '../support/server.js';
import { pageOf, rate, StoryFixture, tariffPath } from './story-fixture.js';

const PAPER = { publisher: 'Gazette', publishedAt: '2025-12-31' };
const STORY = 'plans';
const moreno = { name: 'Ada Moreno', role: 'President', party: 'NOR' };

interface Item {
  since: string | null;
  state: { plans: Record<string, unknown>[]; pending?: Record<string, unknown>[] } & Record<string, unknown>;
  by?: string;
}

let server: TestServer;
let fixture: StoryFixture;

const fact = (type: string, occurredAt: string, data: Record<string, unknown>, publishedAt = PAPER.publishedAt) =>
  fixture.fact(type, occurredAt, data, { ...PAPER, publishedAt });
const item = (path: string, query: Record<string, string> = {}) => fixture.get<Item>(path, query);
const fatesOf = ({ state }: Item) => state.plans.map(({ fate, settledBy }) => [fate, settledBy]);
const onCountry = (appliesTo: string, more: Record<string, unknown> = {}) => ({ imposedBy: 'USA', appliesTo, ...more });
const draft = (type: string, data: Record<string, unknown>, occurredAt = '2025-10-26') => ({
  ...{ type, story: STORY, occurredAt, data },
  source: pageOf(PAPER),
});

beforeAll(async () => {
  server = await startServer();
  fixture = await StoryFixture.open(server, STORY);
}, 120_000);

describe('a threat that is withdrawn', () => {
  const path = tariffPath('USA>NOR:all');
  let threat: string;
  let withdrawal: string;

  beforeAll(async () => {
    await fact('TariffChanged', '2025-05-14', rate(30, 'NOR'), '2025-05-15');
    const data = rate(100, 'NOR', { effectiveFrom: '2025-11-01', condition: 'no deal' });
    threat = await fact('TariffThreatened', '2025-10-10', data, '2025-10-11');
    withdrawal = await fact('TariffPlanWithdrawn', '2025-10-26', onCountry('NOR', { ratePercent: 100 }), '2025-11-20');
  });

  it('is open before its withdrawal, and withdrawn and no longer pending after it', async () => {
    const plan = { kind: 'threatened', ratePercent: 100, date: '2025-11-01', condition: 'no deal', event: threat };
    const before = await item(path, { asOf: '2025-10-25' });
    expect(before.state.plans).toEqual([{ ...plan, fate: 'open', settledBy: null }]);
    expect(before.state.pending).toMatchObject([{ event: threat, effectiveFrom: '2025-11-01', due: false }]);
    const after = await item(path, { asOf: '2025-12' });
    expect(after.state.plans).toEqual([{ ...plan, fate: 'withdrawn', settledBy: withdrawal }]);
    expect(after.state.pending).toEqual([]);
    expect([before.since, after.since]).toEqual(['2025-05-14', '2025-05-14']);
  });

  it('is due by what had been published before that', async () => {
    expect(fatesOf(await item(path, { knownOn: '2025-10-30' }))).toEqual([['open', null]]);
    expect(fatesOf(await item(path, { knownOn: '2025-11-02' }))).toEqual([['due', null]]);
    expect(fatesOf(await item(path, { reportedAsOf: '2025-11-19' }))).toEqual([['due', null]]);
    expect(fatesOf(await item(path, { knownOn: '2025-11-20' }))).toEqual([['withdrawn', withdrawal]]);
  });

  it('stands on the board, and in the history, where time alone makes nothing of it', async () => {
    const board = await fixture.get<{ views: Record<string, (Item & { subject: string })[]> }>(`/v1/stories/${STORY}`);
    const tariff = board.views['tariffs']?.find(({ subject }) => subject === 'USA>NOR:all');
    expect(tariff && fatesOf(tariff)).toEqual([['withdrawn', withdrawal]]);
    const steps = await fixture.pages<Item>(`${path}/history`);
    expect(steps.map((step) => [step.by, fatesOf(step)])).toEqual([
      ['fact', []],
      ['fact', [['open', null]]],
      ['fact', [['withdrawn', withdrawal]]],
    ]);
  });

  it('is told in the brief as withdrawn, and not among what holds or is due', async () => {
    const brief = await fixture.get<{ headline: string; sections: { title: string; sentences: { text: string }[] }[] }>(
      `/v1/stories/${STORY}/brief`,
      { asOf: '2025-10-27' },
    );
    const told = brief.sections.map(({ title, sentences }) => [title, sentences.map(({ text }) => text)]);
    expect(brief.headline).toBe('The story plans: US withdrew its threat of 100 percent tariffs on Norway');
    expect(told).toEqual([
      ['What holds now', ['The US tariffs on Norway stand at 30 percent, a rate set on Wednesday, 14 May.']],
      [
        'What was new on Sunday, 26 October',
        ['The US withdrew its threat of 100 percent tariffs on Norway from 1 November.'],
      ],
      [
        'How it came to this',
        [
          'On Friday, 10 October, the US threatened tariffs of 100 percent on Norway from 1 November (condition: no deal).',
        ],
      ],
    ]);
  });

  it('is open again once the withdrawal is retracted, and fulfilled by a late report of the change', async () => {
    const retracted = await fact('TariffPlanWithdrawn', '2025-10-20', onCountry('NOR'));
    expect(fatesOf(await item(path))).toEqual([['withdrawn', retracted]]);
    await fixture.retract(retracted);
    expect(fatesOf(await item(path))).toEqual([['withdrawn', withdrawal]]);
    const change = await fact('TariffChanged', '2025-10-15', rate(100, 'NOR'));
    expect(fatesOf(await item(path))).toEqual([['fulfilled', change]]);
    await fixture.correct(change, { data: { ...rate(47, 'NOR'), measure: 'all' } });
    expect(fatesOf(await item(path))).toEqual([['withdrawn', withdrawal]]);
  });
});

describe('a withdrawal that settles no plan', () => {
  const withdrawn = (data: Record<string, unknown>) => draft('TariffPlanWithdrawn', onCountry('ISL', data));
  const hintOf = async (body: object) => {
    const dry = bodyOf(DryRunBody, await server.post('/v1/events?dryRun=true', body)).hints.idleWithdrawals;
    const recorded = bodyOf(
      RecordedAnswer,
      await server.post('/v1/events?hints=true', body, { prefer: 'wait=20' }),
      201,
    );
    expect(recorded.hints?.idleWithdrawals).toEqual(dry);
    return dry;
  };

  it('is recorded with a hint, the same in a dry run', async () => {
    await fact('TariffAnnounced', '2025-10-10', rate(50, 'ISL'));
    expect(await hintOf(withdrawn({ ratePercent: 75 }))).toEqual(['/data']);
    expect(await hintOf([withdrawn({ effectiveFrom: '2025-11' }), withdrawn({ ratePercent: 50 })])).toEqual([
      '/0/data',
    ]);
    expect(await hintOf(withdrawn({}))).toEqual(['/data']);
  });

  it('is none if the same request has the plan', async () => {
    const plan = draft('TariffThreatened', onCountry('FIN', { ratePercent: 60 }), '2025-10-20');
    const withdrawal = draft('TariffPlanWithdrawn', onCountry('FIN', { ratePercent: 60 }));
    expect(await hintOf([withdrawal, plan])).toBeUndefined();
  });

  it('is seen by a dry run of one that does settle a plan', async () => {
    await fact('TariffThreatened', '2025-10-20', onCountry('ISL', { measure: 'fish', ratePercent: 5 }));
    const body = draft('TariffPlanWithdrawn', onCountry('ISL', { measure: 'fish' }));
    const { changes, hints } = bodyOf(DryRunBody, await server.post('/v1/events?dryRun=true', body));
    expect(hints).not.toHaveProperty('idleWithdrawals');
    expect(changes).toMatchObject([
      {
        before: { state: { plans: [{ fate: 'open' }] } },
        after: { state: { plans: [{ fate: 'withdrawn' }], pending: [] } },
      },
    ]);
  });
});

describe('talks that are cancelled', () => {
  it('withdraw the plan of their round, which is passed over', async () => {
    const path = '/v1/views/talks/fish-talks';
    const series = { talks: 'fish-talks', parties: ['NOR', 'ISL'] };
    await fact('TalksConcluded', '2025-06-01', { talks: 'fish-talks', round: 1 });
    await fact('TalksAnnounced', '2025-10-01', { ...series, round: 2, scheduledFor: '2025-11-05' });
    const off = await fact('TalksCancelled', '2025-11-20', { talks: 'fish-talks', round: 2, reason: 'a storm' });
    expect((await item(path, { asOf: '2025-11-06' })).state).toMatchObject({
      ...{ status: 'announced', round: 2 },
      plans: [{ kind: 'announced', round: 2, date: '2025-11-05', fate: 'due', settledBy: null }],
    });
    const { state, since } = await item(path);
    expect([since, state]).toMatchObject([
      '2025-11-20',
      { status: 'concluded', round: 1, plans: [{ fate: 'withdrawn', settledBy: off }] },
    ]);
    expect(state['rounds']).toMatchObject([{ status: 'concluded' }, { status: 'cancelled' }]);
    const steps = await fixture.pages<Item>(`${path}/history`);
    expect(steps.map(({ by, state: { plans } }) => [by, plans.map(({ fate }) => fate)])).toEqual([
      ['fact', []],
      ['fact', ['open']],
      ['time', ['due']],
      ['fact', ['withdrawn']],
    ]);
  });
});

describe('a visit', () => {
  const path = '/v1/views/visits/moreno-reykjavik';
  const visit = { visit: 'moreno-reykjavik', visitor: moreno, place: { name: 'Reykjavik', country: 'ISL' } };

  it('with a slug is a subject; without one it stays in the timeline', async () => {
    const { visit: _, ...unnamed } = visit;
    await fact('VisitPlanned', '2025-10-01', unnamed);
    const views = async () =>
      (await fixture.get<{ items: { subject: string }[] }>('/v1/views/visits')).items.map(({ subject }) => subject);
    expect(await views()).toEqual([]);
    const plan = await fact('VisitPlanned', '2025-10-02', { ...visit, scheduledFor: '2025-10-30', title: 'Fish tour' });
    expect(await views()).toEqual(['moreno-reykjavik']);
    expect(await item(path, { asOf: '2025-10-15' })).toMatchObject({
      since: '2025-10-02',
      state: {
        ...{ title: 'Fish tour', visitor: moreno, status: 'planned', date: '2025-10-30' },
        plans: [{ kind: 'planned', date: '2025-10-30', fate: 'open', event: plan, settledBy: null }],
      },
    });
    const { items } = await fixture.get<{ items: Record<string, unknown>[] }>('/v1/deadlines', { asOf: '2025-10-15' });
    expect(items).toContainEqual(
      expect.objectContaining({ view: 'visits', kind: 'scheduled', date: '2025-10-30', what: 'visit planned' }),
    );
  });

  it('that is moved, cancelled and made all the same has a plan for each', async () => {
    const moved = await fact('VisitPlanned', '2025-10-10', { ...visit, scheduledFor: '2025-11-03' });
    const off = await fact('VisitCancelled', '2025-10-20', { visit: 'moreno-reykjavik', reason: 'a storm' });
    expect(fatesOf(await item(path, { asOf: '2025-10-19' }))).toEqual([
      ['superseded', moved],
      ['open', null],
    ]);
    expect((await item(path)).state).toMatchObject({ status: 'cancelled', date: '2025-11-03' });
    const made = await fact('VisitMade', '2025-11-10', visit);
    expect(fatesOf(await item(path))).toEqual([
      ['superseded', moved],
      ['withdrawn', off],
    ]);
    expect((await item(path)).state).toMatchObject({ status: 'made', date: '2025-11-10' });
    await fixture.retract(off);
    expect(fatesOf(await item(path))).toEqual([
      ['superseded', moved],
      ['fulfilled', made],
    ]);
  });
});

it('refuses data that name no subject, and fields that a plan does not have', async () => {
  const wrong: [type: string, data: Record<string, unknown>, pointer: string][] = [
    ['TariffPlanWithdrawn', { imposedBy: 'USA' }, '/data/appliesTo'],
    ['TariffPlanWithdrawn', onCountry('ISL', { ratePercent: '10' }), '/data/ratePercent'],
    ['TariffPlanWithdrawn', onCountry('ISL', { effectiveFrom: '2025-02-30' }), '/data/effectiveFrom'],
    ['TalksCancelled', { round: 1 }, '/data/talks'],
    ['TalksCancelled', { talks: 'a', round: -1 }, '/data/round'],
    ['VisitCancelled', { reason: 'a storm' }, '/data/visit'],
    ['VisitMade', { visit: 'Fish Tour', visitor: moreno, place: { country: 'ISL' } }, '/data/visit'],
  ];
  for (const [type, data, pointer] of wrong)
    expect(refusalOf(await server.post('/v1/events', draft(type, data)))).toMatchObject({
      ...{ status: 422, errors: [expect.objectContaining({ pointer })] },
    });
});
