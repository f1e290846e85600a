import { describe, expect, it } from '@jest/globals';
import { given, type Recorded } from '../spec/desk.js';

const NOW = 'What holds now';
const DOUBTS = 'What is disputed or only claimed';
const DUE = 'What is due';
const PAST = 'How it came to this';

const trump = { name: 'Donald Trump', role: 'President', party: 'USA' };
const xi = { name: 'Xi Jinping', role: 'President', party: 'CHN' };
const truce = 'us-china-tariff-truce';
const talks = 'us-china-trade-talks';
const meeting = 'trump-xi-2025-10';
const onChina = { imposedBy: 'USA', appliesTo: 'CHN' };

const agreed: Recorded = {
  type: 'TruceAgreed',
  occurredAt: '2025-05-12',
  data: { truce, parties: ['USA', 'CHN'], validUntil: '2025-08-12' },
};
const extended: Recorded = { type: 'TruceExtended', occurredAt: '2025-08', data: { truce, validUntil: '2025-11-10' } };
const planned: Recorded = {
  type: 'MeetingScheduled',
  occurredAt: '2025-10-26',
  data: { meeting, participants: [trump, xi], scheduledFor: '2025-10-30' },
};
const rate = (ratePercent: number, occurredAt: string, more: Partial<Recorded> = {}): Recorded => ({
  type: 'TariffChanged',
  occurredAt,
  data: { ...onChina, ratePercent },
  ...more,
});

describe('a value that another source, which is confirmed, has settled otherwise', () => {
  const said = [rate(20, '2025-03-01'), rate(30, '2025-03-20', { publisher: 'Evening Post' })];
  const settled = rate(10, '2025-03-20', { publisher: 'Morning Gazette', certainty: 'confirmed' });

  it('is not told as what was new', () => {
    expect(JSON.stringify(given(...said).asOf('2025-03-20'))).toContain('30 percent');
    expect(JSON.stringify(given(...said, settled).asOf('2025-03-20'))).not.toContain('30 percent');
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

  it('has run out the day after, and in another year the year is told', () => {
    const text = (year: string) =>
      `The US-China tariff truce has run out: its last day was Monday, 10 November${year}, and no extension has been reported.`;
    expect(given(agreed, extended).asOf('2025-11-11')).toMatchObject({
      headline: 'A story: tariff truce has run out',
      [NOW]: [text('')],
    });
    expect(given(agreed, extended).asOf('2026-01-01')).toMatchObject({ [NOW]: [text(' 2025')], freshUntil: null });
  });

  it('that was broken says who broke it', () => {
    const broken: Recorded = { type: 'TruceBroken', occurredAt: '2025-06-01', data: { truce, by: 'CHN' } };
    expect(given(agreed, broken).asOf('2025-06-02')[NOW]).toEqual([
      'On Sunday, 1 June, China broke the US-China tariff truce.',
    ]);
  });

  it('whose last day two papers tell differently is in doubt there, and once one of the days has passed; that it was broken is not', () => {
    const until = (validUntil: string, publisher: string): Recorded => ({
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
        'Sources differ: the US-China tariff truce was extended until 10 November, according to Morning Gazette, or until 1 November, according to Evening Post.',
      ],
      [DUE]: ['The last day of the US-China tariff truce is Monday, 10 November; sources differ on this.'],
      freshUntil: '2025-11-02T00:00:00.000000Z',
    });
    expect(given(...recorded).asOf('2025-11-02')).toMatchObject({
      headline: 'A story',
      [NOW]: [`${holding}; sources differ on this.`],
    });
    const broken: Recorded = { type: 'TruceBroken', occurredAt: '2025-10-01', data: { truce } };
    expect(given(...recorded, broken).asOf('2025-10-26')).toMatchObject({
      headline: 'A story: tariff truce broken',
      [NOW]: ['On Wednesday, 1 October, the US-China tariff truce was broken.'],
    });
  });
});

describe('a tariff', () => {
  it('stands at what was told, whatever somebody claims', () => {
    const claim = rate(157, '2025-10-26', { certainty: 'claimed', attributedTo: 'Donald Trump' });
    expect(given(rate(145, '2025-04-10'), claim).asOf('2025-10-26')).toMatchObject({
      [NOW]: ['The US tariffs on China stand at 145 percent, a rate set on Thursday, 10 April.'],
      [DOUBTS]: ['According to Donald Trump, the US tariffs on China stood at 157 percent on Sunday, 26 October.'],
    });
  });

  it('is at a rate that is not known once it was reduced to one that nobody gave', () => {
    const reduced: Recorded = {
      type: 'TariffChanged',
      occurredAt: '2025',
      data: { ...onChina, direction: 'reduced', previousRatePercent: 145 },
    };
    expect(given(reduced).asOf('2025-10-26')[NOW]).toEqual([
      'In 2025, the US reduced its tariffs on China from 145 percent to a rate that is not known.',
    ]);
  });

  it('that two papers tell differently says so, and the two are told side by side', () => {
    const other = rate(125, '2025-04-10', { publisher: 'Evening Post' });
    expect(given(rate(145, '2025-04-10', { publisher: 'Morning Gazette' }), other).asOf('2025-10-26')).toMatchObject({
      headline: 'A story',
      [NOW]: [
        'The US tariffs on China stand at 145 percent, a rate set on Thursday, 10 April; sources differ on this.',
      ],
      [DOUBTS]: [
        'Sources differ: the US set its tariffs on China at 145 percent, according to Morning Gazette, or at 125 percent, according to Evening Post.',
      ],
    });
  });

  it('that is threatened is due, and once its day has passed nobody has reported it', () => {
    const threat: Recorded = {
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
      'The US threatened tariffs of 100 percent on China from Saturday, 1 November; whether they took effect has not been reported.',
    ]);
  });
});

describe('a restriction', () => {
  const imposed = (kind: string, more: object = {}): Recorded => ({
    type: 'RestrictionImposed',
    occurredAt: '2025-06-03',
    data: { restriction: 'x', imposedBy: 'CHN', appliesTo: 'USA', kind, ...more },
  });
  const eased = (type: 'RestrictionSuspended' | 'RestrictionLifted'): Recorded => ({
    type,
    occurredAt: '2025-06-20',
    data: { restriction: 'x' },
  });

  it('is told by what it is: an investigation is opened, goes on and is closed', () => {
    const probe = imposed('investigation', { goods: ['avocados'] });
    expect(given(probe).asOf('2025-06-10')[NOW]).toEqual([
      'China’s investigation into the US, covering avocados, opened on Tuesday, 3 June, is under way.',
    ]);
    expect(given(probe, eased('RestrictionLifted')).asOf('2025-06-25')[NOW]).toEqual([
      'China’s investigation into the US, covering avocados, was closed on Friday, 20 June.',
    ]);
  });

  it('is suspended since a day, and runs until one', () => {
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
  const round = (number: number, name: string): Recorded => ({
    type: 'TalksConcluded',
    occurredAt: '2025',
    data: { talks, round: number, place: { name } },
  });
  const started: Recorded = {
    type: 'TalksStarted',
    occurredAt: '2025-10-25',
    data: { talks, parties: ['USA', 'CHN'], round: 3, place: { country: 'MYS' } },
  };
  const lead: Recorded = {
    type: 'DelegationNamed',
    occurredAt: '2025-10-26',
    data: { talks, party: 'CHN', lead: { name: 'He Lifeng', role: 'Vice Premier' } },
  };

  it('are under way, led by whom is known, after rounds that are told together', () => {
    expect(given(round(1, 'Geneva'), round(2, 'London'), started, lead).asOf('2025-10-26')).toMatchObject({
      headline: 'A story: third round under way in Malaysia',
      [NOW]: [
        'The third round of trade talks between the US and China is under way in Malaysia: it began on Saturday, 25 October.',
        'Vice Premier He Lifeng leads for China.',
      ],
      [PAST]: ['In 2025, the first and second rounds of the US-China trade talks concluded in Geneva and London.'],
    });
  });

  it('that were announced are planned for their day, and then nobody has reported their beginning', () => {
    const plan = (more: object): Recorded => ({
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
      'A third round of trade talks between the US and China was planned in Malaysia for Saturday, 25 October; whether it began has not been reported.',
    ]);
  });

  it('that were not heard of for a week are not said to go on', () => {
    const resumed: Recorded = { type: 'TalksResumed', occurredAt: '2025-10-26', data: { talks, round: 3, day: 2 } };
    const sat: Recorded = { type: 'TalksSessionHeld', occurredAt: '2025-10-25', data: { talks } };
    expect(given(started, resumed, lead).asOf('2025-10-26')['freshUntil']).toBe('2025-11-03T00:00:00.000000Z');
    expect(given(started, resumed, lead).asOf('2025-11-03')).toMatchObject({
      headline: 'A story',
      [NOW]: [
        'The third round of trade talks between the US and China began in Malaysia on Saturday, 25 October, and went into a second day on Sunday, 26 October; whether it has ended has not been reported.',
      ],
    });
    expect(given(resumed).asOf('2025-11-03')[NOW]).toEqual([
      'The third round of the US-China trade talks went into a second day on Sunday, 26 October; whether it has ended has not been reported.',
    ]);
    expect(given(sat).asOf('2025-11-03')[NOW]).toEqual([
      'The US-China trade talks were under way on Saturday, 25 October; whether they have ended has not been reported.',
    ]);
  });

  it('that are over are history', () => {
    const over: Recorded = { type: 'TalksConcluded', occurredAt: '2025-10-26', data: { talks, round: 3 } };
    expect(given(started, lead, over).asOf('2025-10-26')[NOW]).toBeUndefined();
  });
});

describe('a meeting', () => {
  it('is due until its day, and then nobody has reported it', () => {
    expect(given(planned).asOf('2025-10-30')[DUE]).toEqual([
      'President Donald Trump and President Xi Jinping are to meet on Thursday, 30 October.',
    ]);
    expect(given(planned).asOf('2025-10-31')).toMatchObject({
      [DUE]: [
        'President Donald Trump and President Xi Jinping were to meet on Thursday, 30 October; whether they did has not been reported.',
      ],
    });
  });

  it('that was called off is no longer due', () => {
    const off: Recorded = {
      type: 'MeetingCancelled',
      occurredAt: '2025-10-28',
      data: { meeting, participants: [trump, xi] },
    };
    expect(given(planned, off).asOf('2025-10-29')).toMatchObject({
      headline: 'A story: meeting of Donald Trump and Xi Jinping cancelled',
      [NOW]: [
        'On Tuesday, 28 October, the meeting between President Donald Trump and President Xi Jinping was cancelled.',
      ],
    });
    expect(given(planned, off).asOf('2025-10-29')[DUE]).toBeUndefined();
  });
});

describe('a summit', () => {
  const opened = (more: object): Recorded => ({
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

  it('is open until its last day, or for as long as anything was heard of it', () => {
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
        'The 47th ASEAN summit opened in Kuala Lumpur, Malaysia, on Sunday, 26 October; whether it has closed has not been reported.',
      ],
    });
  });
});

describe('what no view keeps', () => {
  const said = (quote: string): Recorded => ({
    type: 'StatementMade',
    occurredAt: '2025-10-26',
    data: { speaker: trump, quote, audience: 'reporters' },
  });
  const milestone: Recorded = {
    type: 'MilestoneReported',
    occurredAt: '1966',
    data: { text: 'Lyndon B. Johnson visited Malaysia.' },
  };

  it('is told by the catalogue’s sentence; what one person said, in one', () => {
    expect(given(milestone, said('We would, too.'), said('a lot to discuss')).asOf('2025-10-26')).toMatchObject({
      'What was new on Sunday, 26 October': [
        'President Donald Trump told reporters: “We would, too.” And: “a lot to discuss”.',
      ],
      [PAST]: ['1966: Lyndon B. Johnson visited Malaysia.'],
    });
  });

  it('is a claim where it is only claimed', () => {
    const claim: Recorded = {
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
