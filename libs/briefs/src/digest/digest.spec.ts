import { describe, expect, it } from '@jest/globals';
import type { Fact, Item } from '../material.js';
import { buildDigest } from './digest.js';
import { periodAt } from './period.js';
import { periodOf } from '#catalogue/values/reduced-date.js';

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
    behind: [],
    instant: period.to - 1,
  });
};
const told = (...from: Parameters<typeof digest>) =>
  digest(...from).sections.map(({ title, sentences }) => [title, sentences.map(({ text }) => text)]);

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
  it('leaves out what another source, which is confirmed, has settled otherwise', () => {
    const lost = fact('2', '2025-08-11', { sentence: 'The US-China tariff truce was extended until 1 November 2025.' });
    const happened = [fact('1', '2025-08-11'), lost];
    expect(told(happened, [{ before: null, after: settled('2') }])[0]).toEqual(['What happened', [HAPPENED]]);
    expect(told(happened, [{ before: null, after: settled('another') }])[0]?.[1]).toHaveLength(2);
  });

  it('tells what happened, and what holds by it that did not before', () => {
    expect(digest([fact('1', '2025-08-11')])).toMatchObject({
      period: '2025-W33',
      from: '2025-08-11',
      to: '2025-08-17',
      headline: 'A story: 11 to 17 August 2025',
    });
    expect(told([fact('1', '2025-08-11')], [{ before: item('2025-08-12'), after: item('2025-11-10') }])).toEqual([
      ['What happened', [HAPPENED]],
      ['What changed as a result', ['The US-China tariff truce, extended on Monday, 11 August, is in force.']],
    ]);
  });

  it('of a day does not tell again with its date what it has told without', () => {
    const broken = fact('1', '2025-08-11', {
      type: 'TruceBroken',
      sentence: 'The US-China tariff truce was broken.',
      data: { truce },
    });
    const before = item('2025-08-12');
    const after = { ...before, state: { ...(before.state as object), status: 'broken' } };
    const period = periodAt('day', periodOf('2025-08-11').from);
    const { sections } = buildDigest({
      ...{ story: { slug: 'a-story', title: 'A story' }, period, happened: [broken] },
      ...{ changed: [{ before, after }], behind: [], instant: period.to - 1 },
    });
    expect(sections).toEqual([
      { title: 'What happened', sentences: [{ text: 'The US-China tariff truce was broken.', events: ['1'] }] },
    ]);
  });

  it('tells what changed in the order of a brief, truces first', () => {
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
    expect(told([fact('1', '2025-08-11'), deal], changed).at(-1)).toEqual([
      'What changed as a result',
      [
        'The US-China tariff truce, extended on Monday, 11 August, is in force.',
        'The US and China have reached a deal.',
      ],
    ]);
  });

  it('tells claims apart, and what was corrected or withdrawn since, with the reason', () => {
    const remark = { event: '9', reason: 'a slip' };
    const claim = fact('2', '2025-08-12', { certainty: 'claimed' });
    expect(
      told([fact('1', '2025-08-11', { corrected: [remark] }), claim, fact('3', '2025-08-13', { retracted: remark })]),
    ).toEqual([
      ['What happened', [HAPPENED]],
      [
        'What was only claimed',
        [
          'On Tuesday, 12 August, according to Morning Gazette, the US-China tariff truce was extended until 10 November.',
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
