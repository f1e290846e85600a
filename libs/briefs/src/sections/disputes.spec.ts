import { describe, expect, it } from '@jest/globals';
import { periodOf } from '#catalogue/values/reduced-date.js';
import type { Fact } from '../model/brief-input.js';
import type { RenderContext } from '../renderers/render-context.js';
import { datesAt } from '../wording/dates.js';
import { renderDisputes } from './disputes.js';

interface Account {
  data: Record<string, unknown>;
  occurredAt?: string;
}

/** The sentences about a dispute between the accounts of one fact in two newspapers. */
function render(type: string, reason: 'value' | 'date', accounts: readonly [Account, Account]): string[] {
  const papers = ['Morning Gazette', 'Evening Post'];
  const sides = accounts.map(({ data, occurredAt = '2025-06-20' }, i) => ({
    event: `${i}`,
    data,
    occurredAt,
    publisher: papers[i] ?? null,
  }));
  const fact: Fact = {
    ...{ id: '0', type, story: 'a-story', position: 1, occurredAt: '2025-06-20', certainty: 'reported', sentence: '' },
    data: accounts[0].data,
    sources: sides.map(({ event, publisher, occurredAt }) => ({ event, publisher, occurredAt, attributedTo: null })),
    accounts: sides,
  };
  const candidates = sides.map(({ event, occurredAt }) => ({
    value: null,
    occurredAt,
    events: [event],
    publishers: [],
  }));
  const item = { disputes: [{ property: 'any', reason, open: true, candidates }] };
  return renderDisputes({ item, dates: datesAt(periodOf('2025-10-26').from) } as unknown as RenderContext, [fact]).map(
    ({ text }) => text,
  );
}

const round = { talks: 'us-china-trade-talks', round: 1 };
const extended = (validUntil: string): Account => ({ data: { truce: 'us-china-tariff-truce', validUntil } });

describe('a dispute', () => {
  it('about the date states the dates', () => {
    expect(render('TalksConcluded', 'date', [{ data: round }, { data: round, occurredAt: '2025-06-21' }])).toEqual([
      'Sources differ on when the first round of the US-China trade talks concluded: on Friday, 20 ' +
        'June, according to Morning Gazette, or on Saturday, 21 June, according to Evening Post.',
    ]);
  });

  it('about the date of something with a colon has that last', () => {
    const data = { ...round, outcome: 'a roadmap was agreed' };
    expect(render('TalksConcluded', 'date', [{ data }, { data, occurredAt: '2025-06-21' }])).toEqual([
      'Sources differ on the date: on Friday, 20 June, according to Morning Gazette, or on Saturday, ' +
        '21 June, according to Evening Post, the first round of the US-China trade talks concluded: a ' +
        'roadmap was agreed.',
    ]);
  });

  it('about the last words does not repeat the others', () => {
    expect(render('TruceExtended', 'value', [extended('2025-11-10'), extended('2025-11-01')])).toEqual([
      'Sources differ: the US-China tariff truce was extended until 10 November, according to ' +
        'Morning Gazette, or until 1 November, according to Evening Post.',
    ]);
  });

  it('about more has each side in full', () => {
    const imposed = (goods: string[]): Account => ({
      data: { restriction: 'x', imposedBy: 'CHN', appliesTo: 'USA', kind: 'port_fee', goods },
    });
    expect(render('RestrictionImposed', 'value', [imposed(['ships']), imposed(['ships', 'barges'])])).toEqual([
      'Sources differ: according to Morning Gazette, China imposed port fees on the US, covering ' +
        'ships; according to Evening Post, China imposed port fees on the US, covering ships and ' +
        'barges.',
    ]);
  });
});
