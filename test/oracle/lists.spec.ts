import { describe, expect, it } from '@jest/globals';
import { movedMonths } from './dates.js';
import { deadlines, type DeadlineFilter } from './deadlines.js';
import type { Json } from './pattern.js';
import { Reading } from './reading.js';
import type { RecordedFact } from './recorded.js';
import { datesOf, series, subjectsOf, type Steps } from './series.js';
import { timeline } from './timeline.js';

const NOW = '2026-06-01T00:00:00Z';

/** Facts as recorded, each in a request of its own, of one publisher and one story. */
const recorded = (...facts: (Partial<RecordedFact> & Pick<RecordedFact, 'type' | 'occurredAt' | 'data'>)[]) =>
  facts.map((fact, i): RecordedFact => ({
    ...{ id: `e${i + 1}`, story: 'story', position: i + 1, requestStart: i + 1 },
    ...{ recordedAt: `2026-01-01T00:00:0${i}.000000Z`, certainty: 'reported', publisher: 'Gazette' },
    ...fact,
  }));

const parties = { imposedBy: 'USA', appliesTo: 'CHN' };
const LOG = recorded(
  { type: 'TruceAgreed', occurredAt: '2025-05-12', data: { truce: 'pause', parties: ['USA'], validUntil: '2025-08' } },
  {
    type: 'TariffThreatened',
    occurredAt: '2025-05-13',
    data: { ...parties, ratePercent: 60, effectiveFrom: '2025-08-31T12:00:00Z' },
  },
  {
    type: 'MeetingScheduled',
    occurredAt: '2025-05-14',
    data: { meeting: 'dinner', participants: [{ name: 'Li Wen', party: 'CHN' }], scheduledFor: '2025-06-10' },
  },
  { type: 'TariffChanged', occurredAt: '2025-09-02', data: { ...parties, ratePercent: 60 } },
);

const listed = (asOf: string, filter: DeadlineFilter): string[] =>
  deadlines(new Reading(LOG, { asOf, now: NOW }), 'story', filter).map((one) => {
    const { subject, what, daysLeft, fate } = one as Record<string, Json>;
    return [subject, what, daysLeft, fate].map(String).join(', ');
  });

describe('deadlines', () => {
  it('are upcoming until their last day, an instant before its day; then plans are overdue', () => {
    expect(listed('2025-06-10', { state: 'upcoming' })).toEqual([
      'dinner, meeting planned, 0, open',
      'USA>CHN:all, threatened rate takes effect, 82, open',
      'pause, truce runs out, 82, null',
    ]);
    expect(listed('2025-08-31', { state: 'upcoming' })).toEqual(['pause, truce runs out, 0, null']);
    expect(listed('2025-08-31', { state: 'overdue' })).toEqual([
      'USA>CHN:all, threatened rate takes effect, 0, due',
      'dinner, meeting planned, -82, due',
    ]);
  });

  it('are settled by a fact, or by time where something expires', () => {
    expect(listed('2025-09-02', { state: 'settled' })).toEqual([
      'pause, truce runs out, -2, null',
      'USA>CHN:all, threatened rate takes effect, -2, fulfilled',
    ]);
    expect(listed('2025-09-02', { state: 'overdue' })).toEqual(['dinner, meeting planned, -84, due']);
  });

  it('are listed within a span around the day of the read, or between dates', () => {
    expect(listed('2025-05-31', { state: 'upcoming', within: '10d' })).toHaveLength(1);
    expect(listed('2025-05-31', { state: 'upcoming', within: '9d' })).toEqual([]);
    expect(listed('2025-05-31', { state: 'upcoming', within: '3m' })).toHaveLength(3);
    expect(listed('2025-05-31', { state: 'upcoming', from: '2025-08', to: '2025-08-31' })).toHaveLength(2);
    expect(listed('2025-09-02', { state: 'overdue', within: '83d' })).toEqual([]);
  });
});

describe('series', () => {
  const steps: Steps = { clock: 'asOf', step: '1m', from: '2025-05-31', to: '2025-08-01' };

  it('keep the day of the month, clipped, and include both ends', () => {
    expect(datesOf({ ...steps, to: '2025-07-31' })).toEqual(['2025-05-31', '2025-06-30', '2025-07-31']);
    expect(datesOf({ ...steps, step: '1w', from: '2025-05', to: '2025-05-15' })).toHaveLength(3);
    expect(movedMonths('2024-03-31', -1)).toBe('2024-02-29');
  });

  it('have a cell for each day and subject, with nulls before the first fact', () => {
    const reading = new Reading(LOG, { now: NOW });
    expect(subjectsOf(reading, 'tariffs', 'story', steps)).toEqual(['USA>CHN:all']);
    const named: Steps = { ...steps, step: '1m', from: '2025-05-12', to: '2025-09' };
    const cells = series(LOG, { now: NOW }, 'tariffs', ['USA>CHN:all'], named) as Record<string, Json>[];
    expect(cells.map(({ date, since, ratePercent }) => [date, since, ratePercent])).toEqual([
      ['2025-05-12', null, null],
      ['2025-06-12', '2025-05-13', null],
      ['2025-07-12', '2025-05-13', null],
      ['2025-08-12', '2025-05-13', null],
      ['2025-09-12', '2025-09-02', 60],
    ]);
  });
});

describe('a timeline', () => {
  it('of a party also has the facts that name somebody who acts for it', () => {
    const ids = (filter: Parameters<typeof timeline>[2]) =>
      timeline(new Reading(LOG, { now: NOW }), undefined, filter).map((one) => (one as Record<string, Json>)['id']);
    expect(ids({ parties: ['CHN'] })).toEqual(['e4', 'e3', 'e2']);
    expect(ids({ person: 'Li Wen' })).toEqual(['e3']);
  });
});
