import { describe, expect, it } from '@jest/globals';
import { given, type FactInput } from './testing/given.js';

const NOW = 'What holds now';
const DOUBTS = 'What is disputed or only claimed';
const RAN_OUT = 'What has run out';
const DUE = 'What is due';
const PAST = 'How it came to this';

const trump = { name: 'Donald Trump', role: 'President', party: 'USA' };
const xi = { name: 'Xi Jinping', role: 'President', party: 'CHN' };
const truce = 'us-china-tariff-truce';
const talks = 'us-china-trade-talks';
const meeting = 'trump-xi-2025-10';
const onChina = { imposedBy: 'USA', appliesTo: 'CHN' };

const agreed: FactInput = {
  type: 'TruceAgreed',
  occurredAt: '2025-05-12',
  data: { truce, parties: ['USA', 'CHN'], validUntil: '2025-08-12' },
};
const extended: FactInput = { type: 'TruceExtended', occurredAt: '2025-08', data: { truce, validUntil: '2025-11-10' } };
const planned: FactInput = {
  type: 'MeetingScheduled',
  occurredAt: '2025-10-26',
  data: { meeting, participants: [trump, xi], scheduledFor: '2025-10-30' },
};
const rate = (ratePercent: number, occurredAt: string, more: Partial<FactInput> = {}): FactInput => ({
  type: 'TariffChanged',
  occurredAt,
  data: { ...onChina, ratePercent },
  ...more,
});

describe('a value that a confirmed source contradicts', () => {
  const reported = [rate(20, '2025-03-01'), rate(30, '2025-03-20', { publisher: 'Evening Post' })];
  const confirmed = rate(10, '2025-03-20', { publisher: 'Morning Gazette', certainty: 'confirmed' });

  it('is not among what was new', () => {
    expect(JSON.stringify(given(...reported).asOf('2025-03-20'))).toContain('30 percent');
    expect(JSON.stringify(given(...reported, confirmed).asOf('2025-03-20'))).not.toContain('30 percent');
  });
});

describe('a truce', () => {
  it('is in force, with its last day among what is due', () => {
    expect(given(agreed, extended).asOf('2025-10-26')).toMatchObject({
      headline: 'A story: tariff truce in force',
      [NOW]: ['The US-China tariff truce, agreed on Monday, 12 May, and extended in August, is in force.'],
      [DUE]: ['The last day of the US-China tariff truce is Monday, 10 November.'],
      freshUntil: '2025-11-11T00:00:00.000000Z',
    });
  });

  it('has run out the day after; in another year the date has its year', () => {
    const text = (year: string) =>
      `The US-China tariff truce has run out: its last day was Monday, 10 November${year}, ` +
      'and no extension has been reported.';
    expect(given(agreed, extended).asOf('2025-11-11')).toMatchObject({
      headline: 'A story: tariff truce has run out',
      [RAN_OUT]: [text('')],
    });
    expect(given(agreed, extended).asOf('2026-01-01')).toMatchObject({ [RAN_OUT]: [text(' 2025')], freshUntil: null });
  });

  it('that was broken is rendered with who broke it', () => {
    const broken: FactInput = { type: 'TruceBroken', occurredAt: '2025-06-01', data: { truce, by: 'CHN' } };
    expect(given(agreed, broken).asOf('2025-06-02')).toMatchObject({
      headline: 'A story: tariff truce broken',
      'What was new on Sunday, 1 June': ['China broke the US-China tariff truce.'],
    });
    expect(given(agreed, broken).asOf('2025-06-02')[NOW]).toBeUndefined();
  });

  it('with a disputed last day is in doubt only once one of the days has passed, and not if it was broken', () => {
    const until = (validUntil: string, publisher: string): FactInput => ({
      type: 'TruceExtended',
      occurredAt: '2025-08-11',
      data: { truce, validUntil },
      publisher,
    });
    const recorded = [agreed, until('2025-11-10', 'Morning Gazette'), until('2025-11-01', 'Evening Post')];
    const holding =
      'The US-China tariff truce, agreed on Monday, 12 May, and extended on Monday, 11 August, is in force';
    expect(given(...recorded).asOf('2025-10-26')).toMatchObject({
      headline: 'A story: tariff truce in force',
      [NOW]: [`${holding}.`],
      [DOUBTS]: [
        'Sources differ: the US-China tariff truce was extended until 10 November, according to ' +
          'Morning Gazette, or until 1 November, according to Evening Post.',
      ],
      [DUE]: ['The last day of the US-China tariff truce is Monday, 10 November; sources differ on this.'],
      freshUntil: '2025-11-02T00:00:00.000000Z',
    });
    expect(given(...recorded).asOf('2025-11-02')).toMatchObject({
      headline: 'A story',
      [NOW]: [`${holding}; sources differ on this.`],
    });
    const broken: FactInput = { type: 'TruceBroken', occurredAt: '2025-10-01', data: { truce } };
    expect(given(...recorded, broken).asOf('2025-10-26')).toMatchObject({
      headline: 'A story: tariff truce broken',
      'What was new on Wednesday, 1 October': ['The US-China tariff truce was broken.'],
    });
  });
});

describe('a tariff', () => {
  it('is at the reported rate, whatever somebody claims', () => {
    const claim = rate(157, '2025-10-26', { certainty: 'claimed', attributedTo: 'Donald Trump' });
    expect(given(rate(145, '2025-04-10'), claim).asOf('2025-10-26')).toMatchObject({
      [NOW]: ['The US tariffs on China stand at 145 percent, a rate set on Thursday, 10 April.'],
      [DOUBTS]: ['According to Donald Trump, the US tariffs on China stood at 157 percent on Sunday, 26 October.'],
    });
  });

  it('is at an unknown rate once it was reduced by an unknown amount', () => {
    const reduced: FactInput = {
      type: 'TariffChanged',
      occurredAt: '2025',
      data: { ...onChina, direction: 'reduced', previousRatePercent: 145 },
    };
    expect(given(reduced).asOf('2025-10-26')[NOW]).toEqual([
      'In 2025, the US reduced its tariffs on China from 145 percent to a rate that is not known.',
    ]);
  });

  it('with a disputed rate is in doubt, and the dispute shows both rates', () => {
    const other = rate(125, '2025-04-10', { publisher: 'Evening Post' });
    expect(given(rate(145, '2025-04-10', { publisher: 'Morning Gazette' }), other).asOf('2025-10-26')).toMatchObject({
      headline: 'A story',
      [NOW]: [
        'The US tariffs on China stand at 145 percent, a rate set on Thursday, 10 April; sources differ on this.',
      ],
      [DOUBTS]: [
        'Sources differ: the US set its tariffs on China at 145 percent, according to Morning ' +
          'Gazette, or at 125 percent, according to Evening Post.',
      ],
    });
  });

  it('that is threatened is due, and unreported once its day has passed', () => {
    const threat: FactInput = {
      type: 'TariffThreatened',
      occurredAt: '2025-10-10',
      data: { ...onChina, ratePercent: 100, effectiveFrom: '2025-11-01' },
    };
    expect(given(threat).asOf('2025-10-26')[DUE]).toEqual([
      'The US has threatened tariffs of 100 percent on China from Saturday, 1 November.',
    ]);
    const conditional = { ...threat, data: { ...threat.data, condition: 'no deal by then' } };
    expect(given(conditional).asOf('2025-10-26')[DUE]).toEqual([
      'The US has threatened tariffs of 100 percent on China from Saturday, 1 November (condition: no deal by then).',
    ]);
    expect(given(threat).asOf('2025-11-02')[DUE]).toEqual([
      'The US threatened tariffs of 100 percent on China from Saturday, 1 November; whether they ' +
        'took effect has not been reported.',
    ]);
  });
});

describe('a restriction', () => {
  const imposed = (kind: string, more: object = {}): FactInput => ({
    type: 'RestrictionImposed',
    occurredAt: '2025-06-03',
    data: { restriction: 'x', imposedBy: 'CHN', appliesTo: 'USA', kind, ...more },
  });
  const eased = (type: 'RestrictionSuspended' | 'RestrictionLifted'): FactInput => ({
    type,
    occurredAt: '2025-06-20',
    data: { restriction: 'x' },
  });

  it('has the verbs of its kind: an investigation is opened, under way and closed', () => {
    const probe = imposed('investigation', { goods: ['avocados'] });
    expect(given(probe).asOf('2025-06-10')[NOW]).toEqual([
      'China’s investigation into the US, covering avocados, opened on Tuesday, 3 June, is under way.',
    ]);
    const closed = given(probe, eased('RestrictionLifted')).asOf('2025-06-25');
    expect(closed['What was new on Friday, 20 June']).toEqual([
      'China closed its investigation into the US, covering avocados.',
    ]);
    expect(closed[NOW]).toBeUndefined();
  });

  it('is suspended since a day, and runs until a day', () => {
    expect(given(imposed('port_fee'), eased('RestrictionSuspended')).asOf('2025-06-25')[NOW]).toEqual([
      'China’s port fees on the US have been suspended since Friday, 20 June.',
    ]);
    expect(given(imposed('import_ban', { until: '2025-12-31' })).asOf('2025-06-25')).toMatchObject({
      [NOW]: ['China’s import ban on goods from the US, imposed on Tuesday, 3 June, is in force.'],
      [DUE]: ['China’s import ban on goods from the US runs until Wednesday, 31 December.'],
    });
  });
});

describe('talks', () => {
  const round = (number: number, name: string): FactInput => ({
    type: 'TalksConcluded',
    occurredAt: '2025',
    data: { talks, round: number, place: { name } },
  });
  const started: FactInput = {
    type: 'TalksStarted',
    occurredAt: '2025-10-25',
    data: { talks, parties: ['USA', 'CHN'], round: 3, place: { country: 'MYS' } },
  };
  const lead: FactInput = {
    type: 'DelegationNamed',
    occurredAt: '2025-10-26',
    data: { talks, party: 'CHN', lead: { name: 'He Lifeng', role: 'Vice Premier' } },
  };

  it('are under way with their known leads, after rounds that share a sentence', () => {
    expect(given(round(1, 'Geneva'), round(2, 'London'), started, lead).asOf('2025-10-26')).toMatchObject({
      headline: 'A story: third round under way in Malaysia',
      [NOW]: [
        'The third round of trade talks between the US and China is under way in Malaysia: it began ' +
          'on Saturday, 25 October.',
        'Vice Premier He Lifeng leads for China.',
      ],
      [PAST]: ['In 2025, the first and second rounds of the US-China trade talks concluded in Geneva and London.'],
    });
  });

  it('that were announced are planned for their day, and unreported afterwards', () => {
    const plan = (more: object): FactInput => ({
      type: 'TalksAnnounced',
      occurredAt: '2025-10-01',
      data: { talks, parties: ['USA', 'CHN'], ...more },
    });
    expect(given(plan({ scheduledFor: '2025-10-25' })).asOf('2025-10-25')[DUE]).toEqual([
      'Trade talks between the US and China are planned for Saturday, 25 October.',
    ]);
    expect(
      given(plan({ round: 3, scheduledFor: '2025-10-25', place: { country: 'MYS' } })).asOf('2025-10-26')[DUE],
    ).toEqual([
      'A third round of trade talks between the US and China was planned in Malaysia for Saturday, ' +
        '25 October; whether it began has not been reported.',
    ]);
  });

  it('without news for a week are stale: it is unknown whether they go on', () => {
    const resumed: FactInput = { type: 'TalksResumed', occurredAt: '2025-10-26', data: { talks, round: 3, day: 2 } };
    const sat: FactInput = { type: 'TalksSessionHeld', occurredAt: '2025-10-25', data: { talks } };
    expect(given(started, resumed, lead).asOf('2025-10-26')['freshUntil']).toBe('2025-11-03T00:00:00.000000Z');
    expect(given(started, resumed, lead).asOf('2025-11-03')).toMatchObject({
      headline: 'A story',
      [NOW]: [
        'The third round of trade talks between the US and China began in Malaysia on Saturday, 25 ' +
          'October, and went into a second day on Sunday, 26 October; whether it has ended has not ' +
          'been reported.',
      ],
    });
    expect(given(resumed).asOf('2025-11-03')[NOW]).toEqual([
      'The third round of the US-China trade talks went into a second day on Sunday, 26 October; ' +
        'whether it has ended has not been reported.',
    ]);
    expect(given(sat).asOf('2025-11-03')[NOW]).toEqual([
      'The US-China trade talks were under way on Saturday, 25 October; whether they have ended has not been reported.',
    ]);
  });

  it('that are over do not hold', () => {
    const over: FactInput = { type: 'TalksConcluded', occurredAt: '2025-10-26', data: { talks, round: 3 } };
    expect(given(started, lead, over).asOf('2025-10-26')[NOW]).toBeUndefined();
  });
});

describe('a meeting', () => {
  it('is due until its day, and unreported afterwards', () => {
    expect(given(planned).asOf('2025-10-30')[DUE]).toEqual([
      'President Donald Trump and President Xi Jinping are to meet on Thursday, 30 October.',
    ]);
    expect(given(planned).asOf('2025-10-31')).toMatchObject({
      [DUE]: [
        'President Donald Trump and President Xi Jinping were to meet on Thursday, 30 October; ' +
          'whether they did has not been reported.',
      ],
    });
  });

  it('that was called off is no longer due', () => {
    const off: FactInput = {
      type: 'MeetingCancelled',
      occurredAt: '2025-10-28',
      data: { meeting, participants: [trump, xi] },
    };
    expect(given(planned, off).asOf('2025-10-29')).toMatchObject({
      headline: 'A story: meeting of Donald Trump and Xi Jinping cancelled',
      'What was new on Tuesday, 28 October': [
        'The meeting between President Donald Trump and President Xi Jinping was cancelled.',
      ],
    });
    expect(given(planned, off).asOf('2025-10-29')[NOW]).toBeUndefined();
    expect(given(planned, off).asOf('2025-10-29')[DUE]).toBeUndefined();
  });
});

describe('a summit', () => {
  const opened = (more: object): FactInput => ({
    type: 'SummitOpened',
    occurredAt: '2025-10-26',
    data: {
      summit: 'asean-summit-47',
      name: 'ASEAN summit',
      edition: 47,
      place: { name: 'Kuala Lumpur', country: 'MYS' },
      ...more,
    },
  });

  it('is open until its last day, or without one until it is stale', () => {
    const last = given(opened({ until: '2025-11-28' }));
    expect(last.asOf('2025-11-28')[NOW]).toEqual([
      'The 47th ASEAN summit is open in Kuala Lumpur, Malaysia, having begun on Sunday, 26 October.',
    ]);
    expect(given(opened({})).asOf('2025-11-02')).toMatchObject({
      headline: 'A story: ASEAN summit under way in Kuala Lumpur, Malaysia',
    });
    expect(given(opened({})).asOf('2025-11-03')).toMatchObject({
      headline: 'A story',
      [NOW]: [
        'The 47th ASEAN summit opened in Kuala Lumpur, Malaysia, on Sunday, 26 October; whether it ' +
          'has closed has not been reported.',
      ],
    });
  });
});

describe('a fact that no view handles', () => {
  const statement = (quote: string): FactInput => ({
    type: 'StatementMade',
    occurredAt: '2025-10-26',
    data: { speaker: trump, quote, audience: 'reporters' },
  });
  const milestone: FactInput = {
    type: 'MilestoneReported',
    occurredAt: '1966',
    data: { text: 'Lyndon B. Johnson visited Malaysia.' },
  };

  it('has the catalogue’s sentence; statements of one person share a sentence', () => {
    const story = given(milestone, statement('We would, too.'), statement('a lot to discuss'));
    expect(story.asOf('2025-10-26')).toMatchObject({
      'What was new on Sunday, 26 October': [
        'President Donald Trump told reporters: “We would, too.” And: “a lot to discuss”.',
      ],
      [PAST]: ['1966: Lyndon B. Johnson visited Malaysia.'],
    });
  });

  it('is rendered as a claim if it is only claimed', () => {
    const claim: FactInput = {
      type: 'HostilitiesReported',
      occurredAt: '2025-07',
      data: { parties: ['KHM', 'THA'] },
      certainty: 'claimed',
      publisher: 'Evening Post',
    };
    expect(given(claim).asOf('2025-10-26')).toMatchObject({
      [DOUBTS]: ['In July, according to Evening Post, hostilities between Cambodia and Thailand were reported.'],
    });
  });
});

describe('a plan that came to nothing', () => {
  const threat: FactInput = {
    type: 'TariffThreatened',
    occurredAt: '2025-10-10',
    data: { ...onChina, ratePercent: 100, effectiveFrom: '2025-11-01' },
  };
  const withdrawn = (occurredAt: string, data: object = {}): FactInput => ({
    type: 'TariffPlanWithdrawn',
    occurredAt,
    data: { ...onChina, ...data },
  });
  const newOn26 = 'What was new on Sunday, 26 October';

  it('is told as a withdrawn threat, with the rate and the date of the plan', () => {
    const brief = given(threat, withdrawn('2025-10-26', { reason: 'the talks went well' })).asOf('2025-10-27');
    expect(brief).toMatchObject({
      headline: 'A story: US withdrew its threat of 100 percent tariffs on China',
      [newOn26]: ['The US withdrew its threat of 100 percent tariffs on China from 1 November: the talks went well.'],
      [PAST]: ['On Friday, 10 October, the US threatened tariffs of 100 percent on China from 1 November.'],
    });
    expect([brief[NOW], brief[DUE]]).toEqual([undefined, undefined]);
  });

  it('is told by what it was: an announcement, several threats, or both', () => {
    const announced: FactInput = { ...threat, type: 'TariffAnnounced', data: { ...onChina, ratePercent: 50 } };
    const told = (...plans: FactInput[]) => given(...plans, withdrawn('2025-10-26')).asOf('2025-10-27')[newOn26];
    expect(told(announced)).toEqual(['The US withdrew its announced 50 percent tariffs on China.']);
    expect(told(threat, { ...threat, data: onChina })).toEqual(['The US withdrew its threats of tariffs on China.']);
    expect(told(threat, announced)).toEqual(['The US withdrew its planned tariffs on China.']);
    expect(told()).toEqual(['The US withdrew its planned tariffs on China.']);
  });

  it('leaves the headline to a later change, and to a later threat', () => {
    const facts = [threat, withdrawn('2025-10-26')];
    expect(given(...facts, rate(47, '2025-10-27')).asOf('2025-10-28')['headline']).toBe(
      'A story: US tariffs on China at 47 percent',
    );
    expect(
      given(rate(30, '2025-05-14'), ...facts, { ...threat, occurredAt: '2025-10-28' }).asOf('2025-10-29'),
    ).toMatchObject({
      headline: 'A story: US tariffs on China at 30 percent',
      [DUE]: ['The US has threatened tariffs of 100 percent on China from Saturday, 1 November.'],
    });
  });

  it('is a cancelled round of talks, which is not told as due', () => {
    const series = { talks, parties: ['USA', 'CHN'], round: 6 };
    const plan: FactInput = {
      type: 'TalksAnnounced',
      occurredAt: '2025-10-20',
      data: { ...series, scheduledFor: '2025-11-05' },
    };
    const off: FactInput = { type: 'TalksCancelled', occurredAt: '2025-10-26', data: { talks, round: 6 } };
    const brief = given(plan, off).asOf('2025-10-27');
    expect(brief).toMatchObject({
      headline: 'A story: sixth round cancelled',
      [newOn26]: ['The sixth round of the US-China trade talks was cancelled.'],
    });
    expect([brief[NOW], brief[DUE]]).toEqual([undefined, undefined]);
    const again = { ...plan, occurredAt: '2025-10-28' };
    expect(given(plan, off, again).asOf('2025-10-29')).toMatchObject({
      headline: 'A story',
      [DUE]: ['A sixth round of trade talks between the US and China is planned for Wednesday, 5 November.'],
    });
  });
});

describe('a visit', () => {
  const visit = { visit: 'trump-korea', visitor: trump, place: { name: 'Gyeongju', country: 'KOR' } };
  const plan: FactInput = {
    type: 'VisitPlanned',
    occurredAt: '2025-10-20',
    data: { ...visit, scheduledFor: '2025-10-30', purpose: 'APEC summit' },
  };
  const made: FactInput = { type: 'VisitMade', occurredAt: '2025-10-30', data: visit };
  const off: FactInput = { type: 'VisitCancelled', occurredAt: '2025-10-26', data: { visit: 'trump-korea' } };

  it('is due until it is made or cancelled, and does not count as made when its date has passed', () => {
    expect(given(plan).asOf('2025-10-26')).toMatchObject({
      headline: 'A story: visit by Donald Trump to Gyeongju, South Korea planned',
      [DUE]: [
        'President Donald Trump is to visit Gyeongju, South Korea, on Thursday, 30 October, for the APEC summit.',
      ],
    });
    expect(given(plan).asOf('2025-10-31')).toMatchObject({
      headline: 'A story',
      [DUE]: [
        'President Donald Trump was to visit Gyeongju, South Korea, on Thursday, 30 October, for the APEC summit; ' +
          'whether the visit was made has not been reported.',
      ],
    });
  });

  it('that was made or cancelled is over', () => {
    const after = given(plan, made).asOf('2025-10-31');
    expect(after).toMatchObject({
      headline: 'A story: Donald Trump visited Gyeongju, South Korea',
      'What was new on Thursday, 30 October': ['President Donald Trump visited Gyeongju, South Korea.'],
    });
    const cancelled = given(plan, off).asOf('2025-10-27');
    expect(cancelled).toMatchObject({
      headline: 'A story: visit by Donald Trump to Gyeongju, South Korea cancelled',
      'What was new on Sunday, 26 October': [
        'The visit by President Donald Trump to Gyeongju, South Korea, was cancelled.',
      ],
    });
    for (const brief of [after, cancelled]) expect([brief[NOW], brief[DUE]]).toEqual([undefined, undefined]);
  });
});
