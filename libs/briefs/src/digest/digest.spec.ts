import { formatDay, periodOf } from '#catalogue/values/reduced-date.js';
import { describe, expect, it } from '@jest/globals';
import type { Fact, Item } from '../model/brief-input.js';
import { buildDigest, isWithin, lastDay, periodAt, type PeriodKind } from './digest.js';

const at = (kind: PeriodKind, date: string): string[] => {
  const period = periodAt(kind, periodOf(date).from);
  return [period.name, formatDay(period.from), formatDay(lastDay(period))];
};

describe('the period of a date', () => {
  it.each<[PeriodKind, string, string[]]>([
    ['day', '2025-10-26T23:30:00-04:00', ['2025-10-27', '2025-10-27', '2025-10-27']],
    ['week', '2025-10-26', ['2025-W43', '2025-10-20', '2025-10-26']],
    ['week', '2025-10-27', ['2025-W44', '2025-10-27', '2025-11-02']],
    // A week belongs to the year of its Thursday.
    ['week', '2024-12-30', ['2025-W01', '2024-12-30', '2025-01-05']],
    ['week', '2021-01-03', ['2020-W53', '2020-12-28', '2021-01-03']],
    ['week', '1066-10-14', ['1066-W41', '1066-10-08', '1066-10-14']],
    ['month', '2024-02-29', ['2024-02', '2024-02-01', '2024-02-29']],
  ])('%s of %s', (kind, date, period) => expect(at(kind, date)).toEqual(period));

  it('contains only dates that are precise enough', () => {
    const dates = ['2025', '2025-08', '2025-08-11', '2025-08-11T08:00:00Z'];
    expect(dates.map((date) => isWithin('day', date))).toEqual([false, false, true, true]);
    expect(dates.map((date) => isWithin('week', date))).toEqual([false, false, true, true]);
    expect(dates.map((date) => isWithin('month', date))).toEqual([false, true, true, true]);
  });
});

const truce = 'us-china-tariff-truce';
const fact = (id: string, occurredAt: string, more: Partial<Fact> = {}): Fact => ({
  id,
  type: 'TruceExtended',
  story: 'a-story',
  position: Number(id),
  occurredAt,
  certainty: 'reported',
  sentence: 'The US-China tariff truce was extended until 10 November 2025.',
  data: { truce, validUntil: '2025-11-10' },
  sources: [{ event: id, publisher: 'Morning Gazette', attributedTo: null, occurredAt }],
  accounts: [{ event: id, publisher: 'Morning Gazette', occurredAt, data: { truce, validUntil: '2025-11-10' } }],
  ...more,
});
const item = (validUntil: string): Item => ({
  view: 'truces',
  subject: truce,
  since: '2025-08-11',
  state: { parties: [], agreedAt: null, validUntil, extensions: [], status: 'in_force' },
  contested: false,
  disputes: [],
  claims: [],
});
const digest = (happened: Fact[], changed: { before: Item | null; after: Item | null }[] = []) => {
  const period = periodAt('week', periodOf('2025-08-11').from);
  return buildDigest({
    story: { slug: 'a-story', title: 'A story' },
    period,
    happened,
    changed,
    evidence: [],
    instant: period.to - 1,
  });
};
const textsOf = (...from: Parameters<typeof digest>) =>
  digest(...from).sections.map(({ title, sentences }) => [title, sentences.map(({ text }) => text)]);

/** An item whose end is settled: the fact `lost` gave another one. */
const settled = (lost: string): Item => ({
  ...item('2025-11-10'),
  disputes: [
    {
      property: 'validUntil',
      reason: 'value',
      open: false,
      candidates: [
        { value: '2025-11-10', occurredAt: '2025-08-11', events: ['1'], publishers: [] },
        { value: '2025-11-01', occurredAt: '2025-08-11', events: [lost], publishers: [] },
      ],
    },
  ],
});

const HAPPENED = 'On Monday, 11 August, the US-China tariff truce was extended until 10 November.';

describe('a digest', () => {
  it('leaves out what a confirmed source contradicts', () => {
    const lost = fact('2', '2025-08-11', { sentence: 'The US-China tariff truce was extended until 1 November 2025.' });
    const happened = [fact('1', '2025-08-11'), lost];
    expect(textsOf(happened, [{ before: null, after: settled('2') }])[0]).toEqual(['What happened', [HAPPENED]]);
    expect(textsOf(happened, [{ before: null, after: settled('another') }])[0]?.[1]).toHaveLength(2);
  });

  it('has what happened, and what holds as a result and did not before', () => {
    expect(digest([fact('1', '2025-08-11')])).toMatchObject({
      period: '2025-W33',
      from: '2025-08-11',
      to: '2025-08-17',
      headline: 'A story: 11 to 17 August 2025',
    });
    expect(textsOf([fact('1', '2025-08-11')], [{ before: item('2025-08-12'), after: item('2025-11-10') }])).toEqual([
      ['What happened', [HAPPENED]],
      ['What changed as a result', ['The US-China tariff truce, extended on Monday, 11 August, is in force.']],
    ]);
  });

  it('of a day does not repeat with its date what it has without', () => {
    const broken = fact('1', '2025-08-11', {
      type: 'TruceBroken',
      sentence: 'The US-China tariff truce was broken.',
      data: { truce },
    });
    const before = item('2025-08-12');
    const after = { ...before, state: { ...(before.state as object), status: 'broken' } };
    const period = periodAt('day', periodOf('2025-08-11').from);
    const { sections } = buildDigest({
      story: { slug: 'a-story', title: 'A story' },
      period,
      happened: [broken],
      changed: [{ before, after }],
      evidence: [],
      instant: period.to - 1,
    });
    expect(sections).toEqual([
      { title: 'What happened', sentences: [{ text: 'The US-China tariff truce was broken.', events: ['1'] }] },
    ]);
  });

  it('has what changed in the order of a brief, truces first', () => {
    const deal = fact('2', '2025-08-12', {
      type: 'DealProgressReported',
      sentence: 'The US and China reached a deal.',
      data: { deal: 'd', parties: ['USA', 'CHN'], status: 'agreed' },
    });
    const agreed: Item = {
      ...item(''),
      view: 'deals',
      subject: 'd',
      state: { parties: ['USA', 'CHN'], status: 'agreed', subject: null },
    };
    const changed = [
      { before: null, after: agreed },
      { before: item('2025-08-12'), after: item('2025-11-10') },
    ];
    expect(textsOf([fact('1', '2025-08-11'), deal], changed).at(-1)).toEqual([
      'What changed as a result',
      [
        'The US-China tariff truce, extended on Monday, 11 August, is in force.',
        'The US and China have reached a deal.',
      ],
    ]);
  });

  it('has claims in a section of their own, and what was corrected or retracted since, with the reason', () => {
    const annotation = { event: '9', reason: 'a slip' };
    const corrected = fact('1', '2025-08-11', { corrected: [annotation] });
    const claim = fact('2', '2025-08-12', { certainty: 'claimed' });
    const retracted = fact('3', '2025-08-13', { retracted: annotation });
    expect(textsOf([corrected, claim, retracted])).toEqual([
      ['What happened', [HAPPENED]],
      [
        'What was only claimed',
        [
          'On Tuesday, 12 August, according to Morning Gazette, the US-China tariff truce was ' +
            'extended until 10 November.',
        ],
      ],
      [
        'What has been corrected since',
        [
          'Corrected, and now reads: “The US-China tariff truce was extended until 10 November.” Reason: a slip.',
          'Withdrawn: “The US-China tariff truce was extended until 10 November.” Reason: a slip.',
        ],
      ],
    ]);
  });
});
