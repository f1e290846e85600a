import { describe, expect, it } from '@jest/globals';
import { Problem } from '../problems/problem.js';
import { parseEvents } from './parse-events.js';

const NOW = Date.UTC(2025, 9, 26, 12) * 1000;
const source = { url: 'https://example.org/page', publisher: 'Morning Gazette' };
const fact = {
  type: 'TariffChanged',
  story: 'a-story',
  occurredAt: '2025-04-11',
  data: { imposedBy: 'USA', appliesTo: 'CHN', ratePercent: 145 },
  source,
};

function refusal(body: unknown): [string, string[]] {
  try {
    parseEvents(body, NOW);
  } catch (error) {
    if (error instanceof Problem) return [error.code, error.errors.map((one) => one.pointer)];
    throw error;
  }
  throw new Error('it was accepted');
}

describe('posted events', () => {
  it('are one event or a batch', () => {
    expect(parseEvents(fact, NOW)).toMatchObject({
      batch: false,
      events: [{ type: 'TariffChanged', certainty: 'reported' }],
    });
    expect(parseEvents([fact, fact], NOW)).toMatchObject({ batch: true, events: [{}, {}] });
  });

  it.each<[unknown, string, string[]]>([
    [null, 'invalid-event', ['']],
    [[], 'invalid-event', ['']],
    [Array.from({ length: 1001 }, () => fact), 'invalid-event', ['']],
    [{ ...fact, data: { ...fact.data, ratePercent: -1 } }, 'invalid-event', ['/data/ratePercent']],
    [
      [fact, { ...fact, story: 'No', occurredAt: 'x' }, fact, null],
      'invalid-event',
      ['/1/occurredAt', '/1/story', '/3'],
    ],
    [{ ...fact, type: 'Nothing' }, 'unknown-type', ['/type']],
    [[{ ...fact, type: 'Nothing' }, null], 'unknown-type', ['/0/type', '/1']],
    [[null, { ...fact, type: 'Nothing' }], 'invalid-event', ['/0', '/1/type']],
  ])('are refused with all errors: %#', (body, code, pointers) => {
    const [actual, at] = refusal(body);
    expect([actual, at.sort()]).toEqual([code, pointers]);
  });

  it.each(['2025-10-27', '2025-10-27T12:00:00Z', '2025-10', '2025'])(
    'may begin up to a day from now: %s',
    (occurredAt) => {
      expect(parseEvents({ ...fact, occurredAt }, NOW).events).toHaveLength(1);
    },
  );

  it.each(['2025-10-28', '2025-10-27T12:00:01Z', '2025-11', '2026'])('cannot begin later: %s', (occurredAt) => {
    expect(refusal({ ...fact, occurredAt })).toEqual(['invalid-event', ['/occurredAt']]);
    expect(refusal([fact, { ...fact, occurredAt }])).toEqual(['invalid-event', ['/1/occurredAt']]);
  });

  it('about an event cannot move it further ahead either', () => {
    const target = '01994f6e-8a5c-7c3e-9b0a-5d2f1c7e4a10';
    expect(refusal({ type: 'EventCorrected', data: { target, occurredAt: '2026', reason: 'a slip' } })).toEqual([
      'invalid-event',
      ['/data/occurredAt'],
    ]);
  });

  it('have at most a hundred errors', () =>
    expect(refusal(Array.from({ length: 1000 }, () => null))[1]).toHaveLength(100));
});
