import { describe, expect, it } from '@jest/globals';
import { board } from './board.js';
import { beside, spanOf, spanUntilPublished } from './dates.js';
import { history, item } from './item.js';
import type { Point } from './knowledge.js';
import { anything, differences, either, matches, show, type Pattern } from './pattern.js';
import type { Told } from './told.js';

const NOW = '2026-06-01T00:00:00Z';
const TRUCE = { view: 'truces', subject: 'pause' } as const;
const TARIFF = { view: 'tariffs', subject: 'USA>CHN:all' } as const;

/** Events told one a request, a second apart, by one publisher unless said otherwise. */
function told(...events: (Partial<Told> & Pick<Told, 'type' | 'occurredAt' | 'data'>)[]): Told[] {
  return events.map((event, i) => ({
    id: `e${i + 1}`,
    story: 'story',
    certainty: 'reported',
    publisher: 'Gazette',
    position: i + 1,
    requestStart: i + 1,
    recordedAt: `2026-01-01T00:00:0${i}.000000Z`,
    ...event,
  }));
}

const agreed = (occurredAt: string, validUntil: string, more: Partial<Told> = {}) => ({
  type: 'TruceAgreed',
  occurredAt,
  data: { truce: 'pause', parties: ['USA', 'CHN'], validUntil },
  ...more,
});
const extended = (occurredAt: string, validUntil: string, more: Partial<Told> = {}) => ({
  type: 'TruceExtended',
  occurredAt,
  data: { truce: 'pause', validUntil },
  ...more,
});
const rate = (occurredAt: string, ratePercent: number, more: Partial<Told> = {}) => ({
  type: 'TariffChanged',
  occurredAt,
  data: { imposedBy: 'USA', appliesTo: 'CHN', ratePercent },
  ...more,
});

const at = (asOf?: string, recordedAsOf?: string): Point => ({ asOf, recordedAsOf, now: NOW });

/** One field of an item that the oracle expects. */
function field(pattern: Pattern | null | undefined, ...path: string[]): unknown {
  return path.reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], pattern);
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('dates', () => {
  it.each([
    ['2024', '2024-01-01T00:00:00.000000Z', '2024-12-31T23:59:59.999999Z'],
    ['2024-02', '2024-02-01T00:00:00.000000Z', '2024-02-29T23:59:59.999999Z'],
    ['2025-04', '2025-04-01T00:00:00.000000Z', '2025-04-30T23:59:59.999999Z'],
    ['2025-04-09', '2025-04-09T00:00:00.000000Z', '2025-04-09T23:59:59.999999Z'],
    ['2025-04-11T01:30:00+05:00', '2025-04-10T20:30:00.000000Z', '2025-04-10T20:30:00.000000Z'],
    ['2025-04-10T08:00:00.1234567Z', '2025-04-10T08:00:00.123456Z', '2025-04-10T08:00:00.123456Z'],
  ])('%s is the span from %s to %s', (date, first, last) => {
    expect(spanOf(date)).toEqual({ first, last });
  });

  it('ends a span at the publication of its source, unless that leaves nothing', () => {
    expect(spanUntilPublished('2025', '2025-10-26').last).toBe('2025-10-26T23:59:59.999999Z');
    expect(spanUntilPublished('2025', '2026-02').last).toBe('2025-12-31T23:59:59.999999Z');
    expect(spanUntilPublished('2025-11', '2025-10-26').last).toBe('2025-11-30T23:59:59.999999Z');
  });

  it('steps by one microsecond over the end of a second', () => {
    expect(beside('2025-12-31T23:59:59.999999Z', 1)).toBe('2026-01-01T00:00:00.000000Z');
    expect(beside('2026-01-01T00:00:00.000000Z', -1)).toBe('2025-12-31T23:59:59.999999Z');
    expect(beside('2026-01-01T00:00:00.000005Z', -1)).toBe('2026-01-01T00:00:00.000004Z');
  });
});

describe('patterns', () => {
  it('name the place of a difference', () => {
    expect(differences({ a: [{ b: 1 }] }, { a: [{ b: 2, c: 3 }] })).toEqual(['/a/0/b: expected 1, got 2']);
    expect(differences({ a: null }, {})).toEqual(['/a: expected null, got undefined']);
    expect(matches({ a: either(1, 2), b: anything() }, { a: 2 })).toBe(true);
    expect(matches([1, 2], [1])).toBe(false);
  });
});

describe('an item', () => {
  it('is the fold of the facts that had begun, in the order of their dates and not of the record', () => {
    const facts = told(extended('2025-08-11', '2025-11-10'), agreed('2025-05-12', '2025-08-12'));
    const expected = item(facts, TRUCE, at('2025-09'));
    expect(plain(expected)).toMatchObject({
      since: '<date 2025-08-11>',
      state: { parties: ['USA', 'CHN'], agreedAt: '<date 2025-05-12>', validUntil: '<date 2025-11-10>', status: 'in_force' },
      events: ['e2', 'e1'],
    });
    expect(plain(item(facts, TRUCE, at('2025-07')))).toMatchObject({ since: '<date 2025-05-12>', events: ['e2'] });
    expect(plain(item(facts, TRUCE, at('2025-04')))).toMatchObject({ since: null, state: null, events: [] });
  });

  it('knows only what had been recorded, by whole requests', () => {
    const facts = told(agreed('2025-05-12', '2025-08-12'), extended('2025-08-11', '2025-11-10', { requestStart: 2 }), {
      ...extended('2025-08-12', '2025-12'),
      requestStart: 2,
    });
    expect(item(facts, TRUCE, at(undefined, '@0'))).toBeNull();
    expect(field(item(facts, TRUCE, at(undefined, '@1')), 'events')).toEqual(['e1']);
    expect(field(item(facts, TRUCE, at(undefined, '@2')), 'events')).toEqual(['e1', 'e2', 'e3']);
    expect(field(item(facts, TRUCE, at(undefined, '2026-01-01T00:00:00.999999Z')), 'events')).toEqual(['e1']);
    expect(field(item(facts, TRUCE, at(undefined, '2026-01-01')), 'events')).toEqual(['e1', 'e2', 'e3']);
  });

  it('runs a truce through its last day', () => {
    const facts = told(agreed('2025-08', '2025-11-10'));
    expect(field(item(facts, TRUCE, at('2025-11-10')), 'state', 'status')).toBe('in_force');
    expect(field(item(facts, TRUCE, at('2025-11-11')), 'state', 'status')).toBe('expired');
    expect(field(item(facts, TRUCE, at('2025-11')), 'state', 'status')).toBe('expired');
    expect(field(item(facts, TRUCE, at()), 'state', 'status')).toBe('expired');
  });

  it('keeps claims out of the state until a fact of their type', () => {
    const claim = { certainty: 'claimed', attributedTo: 'Donald Trump' } as const;
    const facts = told(rate('2025-10', 145), rate('2025-10-26', 157, claim), rate('2025-10-27', 155, claim), rate('2025-11-10', 47));
    const claimed = item(facts, TARIFF, at('2025-10-30'));
    expect(field(claimed, 'state', 'ratePercent')).toBe(145);
    expect(plain(field(claimed, 'claims'))).toEqual([
      { event: 'e3', by: 'Donald Trump', occurredAt: '<date 2025-10-27>', data: { imposedBy: 'USA', appliesTo: 'CHN', ratePercent: 155 } },
    ]);
    expect(field(claimed, 'events')).toEqual(['e1', 'e2', 'e3']);
    const later = item(facts, TARIFF, at('2025-11-10'));
    expect([field(later, 'state', 'ratePercent'), field(later, 'state', 'previousRatePercent'), field(later, 'claims')]).toEqual([
      47,
      145,
      [],
    ]);
  });
});

describe('the doubt about the order', () => {
  const uncertain = (facts: Told[], asOf: string) => plain(field(item(facts, TARIFF, at(asOf)), 'dateUncertain'));

  it('is there where dates of different precision overlap and the values differ', () => {
    const facts = told(rate('2025', 145), rate('2025-04-10', 125), rate('2026', 10));
    expect(uncertain(facts, '2025-02')).toBe(true);
    expect(uncertain(facts, '2025-05')).toBe(true);
    expect(uncertain(facts, '2026')).toBe(false);
  });

  it('is not there between equal values, equal precisions, or periods that a publication keeps apart', () => {
    expect(uncertain(told(rate('2025', 145), rate('2025-04-10', 145)), '2025-05')).toBe(false);
    expect(uncertain(told(rate('2025-04', 145), rate('2025-04', 125)), '2025-05')).toBe(false);
    expect(uncertain(told(rate('2025', 145, { publishedAt: '2025-03-31' }), rate('2025-04-10', 125)), '2025-05')).toBe(false);
  });

  it('is left open where the day of an instant is only its own', () => {
    expect(uncertain(told(rate('2025-04-11', 145), rate('2025-04-11T01:30:00+05:00', 125)), '2025-05')).toBe('<anything>');
  });
});

describe('history and board', () => {
  it('tell one item for each fact that brought a state', () => {
    const facts = told(
      agreed('2025-05-12', '2025-08-12'),
      extended('2025-06', '2025-12', { certainty: 'claimed' }),
      extended('2025-08-11', '2025-11-10'),
    );
    const items = history(facts, TRUCE, at('2025-10'));
    expect(items?.map((one) => plain(field(one, 'since')))).toEqual(['<date 2025-05-12>', '<date 2025-08-11>']);
    expect(items?.map((one) => field(one, 'events'))).toEqual([['e1'], ['e1', 'e2', 'e3']]);
    expect(history(facts, TRUCE, at('2025-10', '@0'))).toBeNull();
  });

  it('put a subject on the boards of every story that tells of it, once it is opened and something is said', () => {
    const facts = told(
      { type: 'StoryOpened', occurredAt: '2026', data: { title: 'One' } },
      agreed('2025-05-12', '2025-08-12'),
      { type: 'StoryOpened', occurredAt: '2026', data: { title: 'Other' }, story: 'other' },
      extended('2025-08-11', '2025-11-10', { story: 'other' }),
    );
    const truces = (story: string, point: Point) => show(board(facts, story, point)?.truces);
    expect(truces('story', at('2025-09'))).toContain('"subject":"pause","story":"other"');
    expect(truces('other', at('2025-09'))).toContain('"subject":"pause"');
    expect(truces('story', at('2025-01'))).toBe(truces('other', at('2025-01')));
    expect(board(facts, 'other', at(undefined, '@2'))).toBeNull();
  });
});
