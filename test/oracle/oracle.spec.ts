import { describe, expect, it } from '@jest/globals';
import * as boards from './board.js';
import { oneMicrosecondFrom, spanOf, spanUntilPublished } from './dates.js';
import * as items from './item.js';
import type { Point } from './knowledge.js';
import { differences, show, UNCHECKED, type Json } from './pattern.js';
import { Reading } from './reading.js';
import type { RecordedEvent, RecordedMetaEvent, RecordedFact } from './recorded.js';
import type { Subject } from './subjects.js';

const item = (recorded: readonly RecordedEvent[], subject: Subject, point: Point) =>
  items.item(new Reading(recorded, point), subject);
const history = (recorded: readonly RecordedEvent[], subject: Subject, point: Point) =>
  items.history(new Reading(recorded, point), subject);
const board = (recorded: readonly RecordedEvent[], story: string, point: Point) =>
  boards.board(new Reading(recorded, point), story);

const NOW = '2026-06-01T00:00:00Z';
const TRUCE = { view: 'truces', subject: 'pause' } as const;
const TARIFF = { view: 'tariffs', subject: 'USA>CHN:all' } as const;

type Draft =
  | (Partial<RecordedFact> & Pick<RecordedFact, 'type' | 'occurredAt' | 'data'>)
  | (Partial<RecordedMetaEvent> & Pick<RecordedMetaEvent, 'type' | 'target'>);

/** Events as recorded, each in a request of its own, a second apart. By default facts are of one publisher. */
function recorded(...events: Draft[]): RecordedEvent[] {
  return events.map((event, i) => {
    const place = {
      id: `e${i + 1}`,
      story: 'story',
      position: i + 1,
      requestStart: i + 1,
      recordedAt: `2026-01-01T00:00:0${i}.000000Z`,
    };
    return 'target' in event
      ? { ...place, ...event }
      : { ...place, certainty: 'reported', publisher: 'Gazette', ...event };
  });
}

const corroborated = (target: string, publisher: string, more: Partial<RecordedMetaEvent> = {}) =>
  ({ type: 'EventCorroborated', target, publisher, ...more }) as const;
const corrected = (target: string, more: Partial<RecordedMetaEvent>) =>
  ({ type: 'EventCorrected', target, ...more }) as const;
const retracted = (target: string, more: Partial<RecordedMetaEvent> = {}) =>
  ({ type: 'EventRetracted', target, ...more }) as const;

const agreed = (occurredAt: string, validUntil: string, more: Partial<RecordedFact> = {}) => ({
  type: 'TruceAgreed',
  occurredAt,
  data: { truce: 'pause', parties: ['USA', 'CHN'], validUntil },
  ...more,
});
const extended = (occurredAt: string, validUntil: string, more: Partial<RecordedFact> = {}) => ({
  type: 'TruceExtended',
  occurredAt,
  data: { truce: 'pause', validUntil },
  ...more,
});
const rate = (occurredAt: string, ratePercent: number, more: Partial<RecordedFact> = {}) => ({
  type: 'TariffChanged',
  occurredAt,
  data: { imposedBy: 'USA', appliesTo: 'CHN', ratePercent },
  ...more,
});

const at = (asOf?: string, recordedAsOf?: string): Point => ({ asOf, recordedAsOf, now: NOW });

/** One field of an item that the oracle expects. */
function field(pattern: Json, ...path: string[]): unknown {
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

  it('end a span at the publication of its source, unless nothing would be left', () => {
    expect(spanUntilPublished('2025', '2025-10-26').last).toBe('2025-10-26T23:59:59.999999Z');
    expect(spanUntilPublished('2025', '2026-02').last).toBe('2025-12-31T23:59:59.999999Z');
    expect(spanUntilPublished('2025-11', '2025-10-26').last).toBe('2025-11-30T23:59:59.999999Z');
  });

  it('step by one microsecond over the end of a second', () => {
    expect(oneMicrosecondFrom('2025-12-31T23:59:59.999999Z', 1)).toBe('2026-01-01T00:00:00.000000Z');
    expect(oneMicrosecondFrom('2026-01-01T00:00:00.000000Z', -1)).toBe('2025-12-31T23:59:59.999999Z');
    expect(oneMicrosecondFrom('2026-01-01T00:00:00.000005Z', -1)).toBe('2026-01-01T00:00:00.000004Z');
  });
});

describe('patterns', () => {
  it('give the path of a difference', () => {
    expect(differences({ a: [{ b: 1 }] }, { a: [{ b: 2 }] })).toEqual(['/a/0/b: expected 1, got 2']);
    expect(differences({ a: null }, {})).toEqual(['/a: expected null, got undefined']);
    expect(differences({ a: 1 }, { a: 1, b: 2 })).toEqual(['/b: unexpected 2']);
    expect(differences({ a: undefined, b: UNCHECKED }, { b: 2 })).toEqual([]);
    expect(differences([1, 2], [1])).toEqual(['/: expected 2 entries [1,2], got 1: [1]']);
  });
});

describe('an item', () => {
  it('is the fold of the facts that have begun, in the order of their dates and not of the log', () => {
    const facts = recorded(extended('2025-08-11', '2025-11-10'), agreed('2025-05-12', '2025-08-12'));
    const expected = item(facts, TRUCE, at('2025-09'));
    expect(plain(expected)).toMatchObject({
      since: '2025-08-11',
      state: {
        parties: ['USA', 'CHN'],
        agreedAt: '2025-05-12',
        validUntil: '2025-11-10',
        status: 'in_force',
      },
      events: ['e2', 'e1'],
    });
    expect(plain(item(facts, TRUCE, at('2025-07')))).toMatchObject({ since: '2025-05-12', events: ['e2'] });
    expect(plain(item(facts, TRUCE, at('2025-04')))).toMatchObject({ since: null, state: null, events: [] });
  });

  it('depends only on what had been recorded, by whole requests', () => {
    const facts = recorded(
      agreed('2025-05-12', '2025-08-12'),
      extended('2025-08-11', '2025-11-10', { requestStart: 2 }),
      {
        ...extended('2025-08-12', '2025-12'),
        requestStart: 2,
      },
    );
    expect(item(facts, TRUCE, at(undefined, '@0'))).toBeNull();
    expect(field(item(facts, TRUCE, at(undefined, '@1')), 'events')).toEqual(['e1']);
    expect(field(item(facts, TRUCE, at(undefined, '@2')), 'events')).toEqual(['e1', 'e2', 'e3']);
    expect(field(item(facts, TRUCE, at(undefined, '2026-01-01T00:00:00.999999Z')), 'events')).toEqual(['e1']);
    expect(field(item(facts, TRUCE, at(undefined, '2026-01-01')), 'events')).toEqual(['e1', 'e2', 'e3']);
  });

  it('of a truce is in force through its last day', () => {
    const facts = recorded(agreed('2025-08', '2025-11-10'));
    expect(field(item(facts, TRUCE, at('2025-11-10')), 'state', 'status')).toBe('in_force');
    expect(field(item(facts, TRUCE, at('2025-11-11')), 'state', 'status')).toBe('expired');
    expect(field(item(facts, TRUCE, at('2025-11')), 'state', 'status')).toBe('expired');
    expect(field(item(facts, TRUCE, at()), 'state', 'status')).toBe('expired');
  });

  it('lists claims, outside the state, until a fact of their type', () => {
    const claim = { certainty: 'claimed', attributedTo: 'Donald Trump' } as const;
    const facts = recorded(
      rate('2025-10', 145),
      rate('2025-10-26', 157, claim),
      rate('2025-10-27', 155, claim),
      rate('2025-11-10', 47),
    );
    const claimed = item(facts, TARIFF, at('2025-10-30'));
    expect(field(claimed, 'state', 'ratePercent')).toBe(145);
    expect(plain(field(claimed, 'claims'))).toEqual([
      {
        event: 'e3',
        by: 'Donald Trump',
        occurredAt: '2025-10-27',
        data: { imposedBy: 'USA', appliesTo: 'CHN', measure: 'all', ratePercent: 155 },
      },
    ]);
    expect(field(claimed, 'events')).toEqual(['e1', 'e2', 'e3']);
    const later = item(facts, TARIFF, at('2025-11-10'));
    expect([
      field(later, 'state', 'ratePercent'),
      field(later, 'state', 'previousRatePercent'),
      field(later, 'claims'),
    ]).toEqual([47, 145, []]);
  });
});

describe('the accounts of a fact', () => {
  const rateOf = (facts: readonly RecordedEvent[], point: Point) =>
    field(item(facts, TARIFF, point), 'state', 'ratePercent');
  const sinceOf = (facts: readonly RecordedEvent[], point: Point = at()) =>
    plain(field(item(facts, TARIFF, point), 'since'));
  const published = (reportedAsOf: string, recordedAsOf?: string): Point => ({ reportedAsOf, recordedAsOf, now: NOW });

  it('narrow its date and do not widen it; each publisher has one', () => {
    const facts = recorded(
      rate('2025-04', 145),
      corroborated('e1', 'Post', { occurredAt: '2025-04-10' }),
      corroborated('e1', 'Ledger', { occurredAt: '2025' }),
    );
    expect(sinceOf(facts)).toBe('2025-04-10');
    expect(
      sinceOf([
        ...facts,
        ...recorded(corroborated('e1', 'Post')).map((event) => ({ ...event, id: 'e4', position: 4 })),
      ]),
    ).toBe('2025-04');
  });

  it('inherit the fields that they do not give, also after a correction', () => {
    const facts = recorded(
      rate('2025-04-10', 154),
      corroborated('e1', 'Post', { certainty: 'confirmed' }),
      corrected('e1', { data: rate('', 145).data }),
    );
    expect(rateOf(facts, at())).toBe(145);
    expect(rateOf(facts, at(undefined, '@2'))).toBe(154);
  });

  it('count from their publication; a correction of the desk counts whenever what it mends counts', () => {
    const facts = recorded(
      rate('2025-04-10', 154, { publishedAt: '2025-04-11' }),
      corrected('e1', { data: rate('', 145).data }),
      corrected('e1', { data: rate('', 125).data, publisher: 'Gazette', publishedAt: '2025-05' }),
      corrected('e1', { data: rate('', 120).data }),
      corrected('e1', { data: rate('', 10).data, publisher: 'Post' }),
    );
    expect(field(item(facts, TARIFF, published('2025-04-10')), 'state')).toBeNull();
    expect([rateOf(facts, published('2025-04-11')), rateOf(facts, published('2025-05')), rateOf(facts, at())]).toEqual([
      145, 120, 10,
    ]);
  });

  it('are removed by a retraction, one or all, from its publication', () => {
    const facts = recorded(
      rate('2025-04-10', 145, { publishedAt: '2025-04-11' }),
      corroborated('e1', 'Post', { certainty: 'confirmed', data: rate('', 125).data }),
    );
    expect(rateOf(facts, at())).toBe(125);
    expect(rateOf(recorded(...(facts as Draft[]), retracted('e2')), at())).toBe(145);
    const gone = recorded(...(facts as Draft[]), retracted('e1', { publisher: 'Post', publishedAt: '2025-06' }));
    expect([field(item(gone, TARIFF, at()), 'state'), rateOf(gone, published('2025-05'))]).toEqual([null, 145]);
  });

  it('make a claim a fact once one of them is not a claim', () => {
    const facts = recorded(
      rate('2025-04-10', 145, { certainty: 'claimed' }),
      corroborated('e1', 'Post'),
      corroborated('e1', 'Ledger', { certainty: 'reported' }),
    );
    expect(field(item(facts, TARIFF, at(undefined, '@2')), 'claims')).toHaveLength(1);
    expect([rateOf(facts, at()), field(item(facts, TARIFF, at()), 'claims')]).toEqual([145, []]);
  });

  it('move the fact to the subject that its data name', () => {
    const steel = { ...rate('', 145).data, measure: 'steel' };
    const facts = recorded(rate('2025-04-10', 145), corrected('e1', { data: steel }));
    expect(field(item(facts, TARIFF, at()), 'state')).toBeNull();
    expect(field(item(facts, { view: 'tariffs', subject: 'USA>CHN:steel' }, at()), 'events')).toEqual(['e1']);
  });
});

describe('a dispute', () => {
  const doubts = (facts: readonly RecordedEvent[], ...days: string[]) =>
    days.map((day) => field(item(facts, TARIFF, at(day)), 'contested'));
  const withDates = (...more: Draft[]) =>
    recorded(
      rate('2025-04-01', 145),
      rate('2025-05-12', 30),
      corroborated('e2', 'Post', { occurredAt: '2025-05-14' }),
      corroborated('e2', 'Ledger', { occurredAt: '2025-04-14' }),
      ...more,
    );

  it('about a date causes doubt only between the first and the last of them', () => {
    expect(doubts(withDates(), '2025-04-13', '2025-04-14', '2025-05-13', '2025-05-14')).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(show(item(withDates(), TARIFF, at('2025-06')))).toContain('"reason":"date","open":true');
  });

  it('is settled by a confirmed account, a correction or a retraction', () => {
    const confirmed = withDates(corroborated('e2', 'Official', { certainty: 'confirmed' }));
    expect(doubts(confirmed, '2025-04-14', '2025-05-13')).toEqual([false, false]);
    expect(show(item(confirmed, TARIFF, at('2025-06')))).toContain('"open":false');
    const corrections = withDates(corrected('e3', { occurredAt: '2025-05-12' }), retracted('e4'));
    expect(
      [doubts(corrections, '2025-04-14', '2025-05-13'), field(item(corrections, TARIFF, at()), 'disputes')].map(plain),
    ).toEqual([[false, false], []]);
  });

  it('does not put in doubt what a fact in between sets', () => {
    const facts = recorded(
      rate('2025-04-09', 145),
      corroborated('e1', 'Post', { occurredAt: '2025-04-11' }),
      rate('2025-04-10', 125),
      rate('2025-05-14', 30),
    );
    expect(doubts(facts, '2025-04-08', '2025-04-09', '2025-04-10', '2025-04-11', '2025-05-14')).toEqual([
      false,
      true,
      false,
      true,
      false,
    ]);
  });

  it('is between publishers with different values on one day, unless one of them gives both', () => {
    const both = recorded(rate('2025-04-10', 104), rate('2025-04-10', 145, { publisher: 'Post' }));
    const first = item(both, TARIFF, at());
    expect([field(first, 'state', 'ratePercent'), field(first, 'contested')]).toEqual([104, true]);
    const steps = item(recorded(...(both as Draft[]), rate('2025-04-10', 145)), TARIFF, at());
    expect([field(steps, 'state', 'ratePercent'), field(steps, 'contested')]).toEqual([145, false]);
  });

  it('is none where bases differ, or a value is unknown', () => {
    const unknown = recorded(
      rate('2025-04-10', 30, {}),
      corroborated('e1', 'Post', { data: { imposedBy: 'USA', appliesTo: 'CHN', direction: 'raised' } }),
    );
    const bases = recorded(
      rate('2025-04-10', 30),
      corroborated('e1', 'Post', { data: { ...rate('', 55).data, basis: 'all_in' } }),
    );
    expect([doubts(unknown, '2025-05'), doubts(bases, '2025-05')]).toEqual([[false], [false]]);
  });
});

describe('the versions of a dispute', () => {
  const versions = (facts: readonly RecordedEvent[], subject: Parameters<typeof item>[1] = TARIFF, asOf = '2025-12') =>
    (field(item(facts, subject, at(asOf)), 'disputes') as { candidates: unknown[] }[]).map(
      ({ candidates }) => candidates,
    );
  const by = (...ids: string[]) => ids;

  it('list their accounts, also those of an overruled fact, each once', () => {
    const facts = recorded(
      rate('2025-04-10', 104),
      rate('2025-04-10', 145, { publisher: 'Post' }),
      corroborated('e2', 'Ledger', { data: rate('', 104).data }),
      corroborated('e2', 'Echo'),
      corroborated('e2', 'Wire', { data: { imposedBy: 'USA', appliesTo: 'CHN', direction: 'raised' } }),
    );
    expect(versions(facts)).toMatchObject([[{ events: by('e1', 'e3') }, { events: by('e2', 'e4') }]]);
  });

  it('include an overruled fact against every winner that it contradicts', () => {
    const extension = (more: object, publisher: string): Draft => ({
      ...extended('2025-08-11', '2025-11-10', { publisher }),
      data: { truce: 'pause', ...more },
    });
    const facts = recorded(
      extension({ ordinal: 2 }, 'Gazette'),
      extension({ validUntil: '2025-11-10' }, 'Post'),
      extension({ ordinal: 3, validUntil: '2025-12-24' }, 'Ledger'),
    );
    expect(versions(facts, TRUCE)).toMatchObject([
      [{ value: 2 }, { value: 3, events: by('e3') }],
      [{ events: by('e2') }, { events: by('e3') }],
    ]);
  });

  it('put only the date of a property in doubt if they do not give its value', () => {
    const agreement = { truce: 'pause', parties: ['USA', 'CHN'] };
    const facts = recorded(
      agreed('2025-05-12', '2025-08-12'),
      corroborated('e1', 'Post', { occurredAt: '2025-05-14', data: agreement }),
    );
    expect(
      ['2025-05-11', '2025-05-13', '2025-05-14'].map((day) => field(item(facts, TRUCE, at(day)), 'contested')),
    ).toEqual([false, true, false]);
  });

  it('are listed before their fact only where they put something in doubt', () => {
    const facts = recorded(
      rate('2025-05-12', 30),
      corroborated('e1', 'Post', { occurredAt: '2025-05-01' }),
      corroborated('e1', 'Ledger', { data: rate('', 20).data }),
    );
    expect(['2025-04-30', '2025-05-01', '2025-05-12'].map((day) => versions(facts, TARIFF, day).length)).toEqual([
      0, 1, 2,
    ]);
  });
});

describe('the uncertainty of the order', () => {
  const uncertain = (facts: RecordedEvent[], asOf: string) =>
    plain(field(item(facts, TARIFF, at(asOf)), 'dateUncertain'));

  it('exists where dates of different precision overlap and the values differ', () => {
    const facts = recorded(rate('2025', 145), rate('2025-04-10', 125), rate('2026', 10));
    expect(uncertain(facts, '2025-02')).toBe(true);
    expect(uncertain(facts, '2025-05')).toBe(true);
    expect(uncertain(facts, '2026')).toBe(false);
  });

  it('does not exist between equal values, equal precisions, or periods that a publication separates', () => {
    expect(uncertain(recorded(rate('2025', 145), rate('2025-04-10', 145)), '2025-05')).toBe(false);
    expect(uncertain(recorded(rate('2025-04', 145), rate('2025-04', 125)), '2025-05')).toBe(false);
    expect(
      uncertain(recorded(rate('2025', 145, { publishedAt: '2025-03-31' }), rate('2025-04-10', 125)), '2025-05'),
    ).toBe(false);
  });

  it('does not exist where a day is the date of an instant only in its own UTC offset', () => {
    expect(uncertain(recorded(rate('2025-04-11', 145), rate('2025-04-11T01:30:00+05:00', 125)), '2025-05')).toBe(false);
  });
});

describe('history and board', () => {
  it('have one item for each folded fact, and for each change by time alone', () => {
    const facts = recorded(
      agreed('2025-05-12', '2025-08-12'),
      extended('2025-06', '2025-12', { certainty: 'claimed' }),
      extended('2025-08-11', '2025-11-10'),
    );
    const items = history(facts, TRUCE, at('2025-10')) as Json[];
    expect(items.map((one) => plain(field(one, 'since')))).toEqual(['2025-05-12', '2025-08-11']);
    expect(items.map((one) => field(one, 'events'))).toEqual([['e1'], ['e1', 'e2', 'e3']]);
    expect(history(facts, TRUCE, at('2025-10', '@0'))).toBeNull();
    const later = history(facts, TRUCE, at('2026')) as Json[];
    expect(later.map((one) => [field(one, 'by'), plain(field(one, 'since'))])).toEqual([
      ['fact', '2025-05-12'],
      ['fact', '2025-08-11'],
      ['time', '2025-11-11'],
    ]);
  });

  it('show a non-empty subject on the board of every story with facts about it, once the story is opened', () => {
    const facts = recorded(
      { type: 'StoryOpened', occurredAt: '2026', data: { title: 'One' } },
      agreed('2025-05-12', '2025-08-12'),
      { type: 'StoryOpened', occurredAt: '2026', data: { title: 'Other' }, story: 'other' },
      extended('2025-08-11', '2025-11-10', { story: 'other' }),
    );
    const truces = (story: string, point: Point) => show(field(board(facts, story, point), 'views', 'truces'));
    expect(truces('story', at('2025-09'))).toContain('"subject":"pause","story":"other"');
    expect(truces('other', at('2025-09'))).toContain('"subject":"pause"');
    expect(truces('story', at('2025-01'))).toBe(truces('other', at('2025-01')));
    expect(board(facts, 'other', at(undefined, '@2'))).toBeNull();
  });
});
